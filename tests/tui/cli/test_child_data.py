"""One child's data for its parent, and what parents are told: everything of that child and nothing of another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forms.sets import newest
from tests.tui.cli.conftest import Command, on_disk

pytestmark = pytest.mark.slow

C3 = "children/c0003"


def read(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_files_hold_all_of_the_child_and_of_no_other(
    nhomtre: Command, sent: Path, example: dict[str, Any]
) -> None:
    run = nhomtre("export", "child", C3)
    assert run.status == 0, run
    paper, data = map(Path, run.out.split())
    child = example["children"][2]
    told = json.loads(data.read_text("utf-8"))
    assert told["format"] == "nhomtre-child/1"
    assert told["record"] == child
    text = read(paper)
    for field in newest().pupils.fields:
        assert any(line["label"] == field.label for line in told["fields"])
        assert field.label in text
    assert child["name"] in text
    others = {one["name"] for one in example["children"]} - {child["name"]}
    for other in others:
        assert other not in text and other not in data.read_text("utf-8")
    # what lists files lists no names
    assert all("c0003" in path.name and "chau" not in path.name.lower() for path in (paper, data))


@pytest.mark.parametrize("ending", ["pdf", "json"])
def test_one_file_is_the_one_that_its_name_asks_for(
    nhomtre: Command, sent: Path, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"tre.{ending}"
    assert nhomtre("export", "child", C3, "-o", str(path)).status == 0
    assert path.read_bytes()[:1] == {"pdf": b"%", "json": b"{"}[ending]


def test_it_is_a_line_of_the_history_of_the_child(nhomtre: Command, sent: Path) -> None:
    assert nhomtre("export", "child", C3).status == 0
    for place in (C3, None):
        lines = nhomtre("history", *((place,) if place else ()), "--json").json
        assert [line["new"] for line in lines if line["kind"] == "export"] == ["child", "child"]
    assert "Xuất dữ liệu của một trẻ" not in nhomtre("history", "children/c0004").out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("child",), 2, "trẻ nào"),
        (("child", "children/c9999"), 1, "Không có trẻ nào"),
        (("child", "staff/s0001"), 1, "Không có trẻ nào"),
        (("pdf", C3), 2, "chỉ export child"),
        (("child", C3, "-o", "x.xlsx"), 2, ".json"),
    ],
)
def test_what_is_no_child_is_told(
    nhomtre: Command, sent: Path, folder: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    before = on_disk(folder)
    run = nhomtre("export", *arguments)
    assert (run.status, said in run.err) == (status, True), run
    assert on_disk(folder) == before


def test_parents_are_told_by_whom_why_and_how_long(nhomtre: Command, sent: Path) -> None:
    run = nhomtre("export", "notice")
    assert run.status == 0, run
    text = read(Path(run.out.strip()))
    for said in ("THÔNG BÁO VỀ DỮ LIỆU CÁ NHÂN", "Quyền của phụ huynh", "Giữ bao lâu", "Trần Thị Lan"):
        assert said in text


def test_privacy_says_where_and_how_long_and_what_to_do_about_a_lost_stick(
    nhomtre: Command, sent: Path, folder: Path
) -> None:
    run = nhomtre("privacy")
    assert run.status == 0
    for said in (str(folder), "6 trẻ", "3 nhân sự", "10 bản mới nhất", "30 ngày", "72 giờ", "Mất USB"):
        assert said in run.out


def test_privacy_is_told_before_there_is_a_dossier(nhomtre: Command, folder: Path) -> None:
    run = nhomtre("privacy")
    assert run.status == 0 and "0 trẻ" in run.out
    assert not folder.exists() or not list(folder.iterdir())
