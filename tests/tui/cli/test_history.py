"""``nhomtre history``: what was changed, when, by whom, where, from what to what, and why; nothing of it is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.dossier import Dossier
from forms.dossier.roster import SchoolYear
from forms.store import store_writer
from forms.store.store import Store
from tests.tui.cli.conftest import Command, stored

YEAR = SchoolYear(2019)
CELL = ("cells", "T4", "203", "TU_THUC.permanent")
KEYS = ["at", "by", "kind", "new", "old", "path", "reason", "seq"]


def edited(folder: Path, *steps: Callable[[Dossier], object]) -> None:
    """A session of «nguoi.mau» that carries out *steps*."""
    clock = datetime.fromisoformat("2019-09-19T14:05:00+07:00")
    with Store(folder, lambda: clock, "nguoi.mau").open(YEAR, write=True) as session:
        for step in steps:
            step(session.dossier)


def phone(number: str) -> Callable[[Dossier], object]:
    return lambda dossier: dossier.set(("facility", "phone"), number)


@pytest.fixture
def small(folder: Path) -> Path:
    """A dossier of five changes: two children, one renamed and undone, the other removed."""
    edited(
        folder,
        lambda dossier: dossier.set(("children", "c0001"), {"name": "Trần Thị Mẫu", "sex": "01"}),
        lambda dossier: dossier.set(("children", "c0002"), {"name": "Lê Văn Mẫu"}),
        lambda dossier: dossier.set(("children", "c0001", "name"), "Trần Thị Mẫu Hai", "gõ nhầm"),
        lambda dossier: dossier.undo(),
        lambda dossier: dossier.set(("children", "c0002"), None, "chuyển trường"),
    )
    return folder


def test_every_value_is_told_with_its_place_in_words(nhomtre: Command, small: Path) -> None:
    before = stored(small)
    run = nhomtre("history")
    assert run.status == 0, run
    lines = run.out.splitlines()
    at = "14:05 ngày 19/09/2019, nguoi.mau: "
    assert lines == [
        at + "Trẻ 1 Trần Thị Mẫu: trống → thêm mới",
        at + "Trẻ 2 Lê Văn Mẫu: trống → thêm mới",
        at + "Trẻ 1 Trần Thị Mẫu, Họ tên: Trần Thị Mẫu → Trần Thị Mẫu Hai (lý do: gõ nhầm)",
        at + "Trẻ 1 Trần Thị Mẫu, Họ tên: Trần Thị Mẫu Hai → Trần Thị Mẫu [hoàn tác] (lý do: gõ nhầm)",
        at + "Trẻ 2 Lê Văn Mẫu: có → đã bỏ (lý do: chuyển trường)",
    ]
    assert run.err == "5 thay đổi.\n"
    assert stored(small) == before


def test_other_programs_get_the_values(nhomtre: Command, small: Path) -> None:
    found = nhomtre("history", "--json").json
    assert [sorted(entry) for entry in found] == [KEYS] * 5
    assert [entry["seq"] for entry in found] == [1, 2, 3, 4, 5]
    assert [entry["kind"] for entry in found] == ["edit", "edit", "edit", "undo", "edit"]
    assert found[2] == {
        "seq": 3,
        "at": "2019-09-19T14:05:00+07:00",
        "by": "nguoi.mau",
        "kind": "edit",
        "path": "children/c0001/name",
        "old": "Trần Thị Mẫu",
        "new": "Trần Thị Mẫu Hai",
        "reason": "gõ nhầm",
    }
    assert found[4]["old"] == {"name": "Lê Văn Mẫu"} and found[4]["new"] is None


@pytest.mark.parametrize(
    ("place", "seqs"),
    [
        ("children", [1, 2, 3, 4, 5]),
        ("children/c0001", [1, 3, 4]),
        ("children/c0001/name", [1, 3, 4]),
        ("children/c0001/sex", [1]),
        ("children/c0001/ethnicity", []),
        ("children/c0002", [2, 5]),
        ("children/c0002/name", [2, 5]),
        ("facility", []),
        ("T4.203", []),
    ],
)
def test_one_place_tells_what_touched_it(nhomtre: Command, small: Path, place: str, seqs: list[int]) -> None:
    run = nhomtre("history", "--json", place)
    assert run.status == 0, run
    assert [entry["seq"] for entry in run.json] == seqs
    if place.count("/") == 2:
        assert all(entry["path"] == place for entry in run.json)


def test_a_cell_tells_its_figures_reasons_and_notes(nhomtre: Command, small: Path) -> None:
    edited(
        small,
        lambda dossier: dossier.set(CELL, 2),
        lambda dossier: dossier.set(("notes", *CELL[1:]), "Hỏi lại chủ nhà"),
        lambda dossier: dossier.set(("cells", "T4", "203", "TU_THUC.semi_permanent"), 1),
        lambda dossier: dossier.set(CELL, 3),
    )
    run = nhomtre("history", "T4.203:TU_THUC.permanent")
    assert [line.rpartition(": ")[2] for line in run.out.splitlines()] == [
        "trống → 2",
        "trống → Hỏi lại chủ nhà",
        "2 → 3",
    ]
    assert "Biểu 4, mã 203" in run.out and "ghi chú" in run.out
    assert len(nhomtre("history", "--json", "T4.203").json) == 4
    assert len(nhomtre("history", "--json", "T4").json) == 4
    assert nhomtre("history", "--json", "T4.204").json == []


@pytest.mark.parametrize(
    "place",
    [
        "T9",
        "T4.999",
        "T4.203:GIA",
        "children/c0001/nothing",
        "children/c0077",
        "children/",
        "issues",
        "",
        "Trẻ 1",
    ],
)
def test_a_place_that_does_not_exist_is_a_wrong_argument(nhomtre: Command, small: Path, place: str) -> None:
    run = nhomtre("history", place)
    assert run.status == 2 and not run.out
    assert place in run.err and "Traceback" not in run.err


@pytest.mark.slow
def test_a_sending_is_told(nhomtre: Command, sent: Path) -> None:
    run = nhomtre("history")
    assert run.status == 0, run
    assert "Trạng thái báo cáo: Nháp → Đã gửi" in run.out
    assert "Bản đã gửi: trống → thêm mới" in run.out
    kinds = {entry["path"]: entry["kind"] for entry in nhomtre("history", "--json").json}
    assert kinds["state"] == "move"


def test_without_a_dossier_there_is_no_history(nhomtre: Command) -> None:
    assert nhomtre("history").status == 3


@pytest.mark.slow
def test_folding_and_rolled_journals_lose_nothing(
    nhomtre: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_writer, "ROTATE_AT", 200)
    for number in range(60):
        edited(folder, phone(f"02{number:08}"))
    assert len(list((folder / "backups").glob("*.journal"))) > 10
    found = nhomtre("history", "--json", "facility/phone").json
    assert [entry["new"] for entry in found] == [f"02{number:08}" for number in range(60)]


def test_what_is_not_there_any_more_is_said(
    nhomtre: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_writer, "ROTATE_AT", 1)
    for number in ("0280000001", "0280000002", "0280000003"):
        edited(folder, phone(number))
    min((folder / "backups").glob("*.journal")).unlink()
    run = nhomtre("history", "--json")
    assert [entry["seq"] for entry in run.json] == [2, 3]
    assert "bắt đầu từ thay đổi số 2" in run.err


def test_fields_of_an_older_version_are_told_by_their_key(nhomtre: Command, small: Path) -> None:
    edited(
        small,
        lambda dossier: dossier.set(("children", "c0001", "nickname"), "Bống"),
        lambda dossier: dossier.set(("cells", "T9", "1", "TONG"), 3),
    )
    run = nhomtre("history")
    assert run.status == 0, run
    lines = run.out.splitlines()[-2:]
    assert lines[0].endswith("Trẻ 1 Trần Thị Mẫu, «nickname» (mục của bản cũ): trống → Bống")
    assert lines[1].endswith("«T9.1.TONG» (mục của bản cũ): trống → 3")


@pytest.mark.slow
def test_a_history_that_is_gone_altogether_is_no_history_without_changes(
    nhomtre: Command, folder: Path, example: dict[str, Any], package_file: Callable[[Any], str]
) -> None:
    assert nhomtre("import", package_file(example)).status == 0
    assert nhomtre("erase", "children/c0003", "--reason", "thử", "--yes").status == 0
    for journal in (folder / "backups").glob("*.journal"):
        journal.unlink()
    run = nhomtre("history")
    assert run.status == 0 and "các thay đổi đến số 2 không có ở đây" in run.err
