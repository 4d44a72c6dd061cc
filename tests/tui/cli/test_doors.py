"""By whatever door a text comes in, no control character and no mark of direction stands in the dossier behind it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from openpyxl import Workbook

from forms.dossier.roster import SchoolYear
from forms.model.place import Place
from forms.package.answer_file import AnswerFile, write_answer
from forms.package.answers import Answer, PlacedRemark
from forms.sets import newest
from forms.sets.mn2019.states import ANSWERS
from forms.store.store import Store
from tests.forms.package.test_control_characters import texts_of
from tests.tui.cli.conftest import Command, code_of
from tests.tui.cli.test_harmless import EVIL

YEAR = SchoolYear(2019)
HARM = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
BIDI = "\u202e\u2066\u200b\u200f\ufeff\u2028\x85\x9b"
HEAD = ("Họ tên", "Ngày sinh", "Giới tính", "Lớp", "Số điện thoại", "Họ tên mẹ")
ESCAPED = "_x001B_[2J_x0007__x0000_"
"""As a workbook writes characters that XML has not."""


def kept(folder: Path) -> list[str]:
    """What is stored, and every text in it and in its history."""
    with Store(folder).open(YEAR, write=False) as session:
        history = [edit.new for change in session.dossier.journal.changes() for edit in change.edits]
        signed = [
            text for change in session.dossier.journal.changes() for text in (change.who, change.reason)
        ]
        return list(texts_of([_plain(session.dossier.content.tree), *map(_plain, history), signed]))


def _plain(value: Any) -> Any:
    if hasattr(value, "items"):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value


def demand_clean(folder: Path, *wanted: str) -> None:
    texts = kept(folder)
    assert [text for text in texts if any(category(char) in HARM for char in text)] == []
    for part in wanted:
        assert any(part in text for text in texts), f"{part} came in"


def rows(evil: str) -> Iterator[tuple[str, ...]]:
    yield HEAD
    yield (f"Phan {evil}Mẫu{evil} Bé", "7/5/2016", "Nữ", "", "", f"{evil}Mẹ Mẫu")
    yield (f"Phan Mẫu{evil}Hai", f"{evil}31/02/2016", f"gái?{evil}", "", "", evil)


@pytest.fixture
def dossier(nhomtre: Command, package_file: Callable[[Any], str], example: dict[str, Any]) -> None:
    """The worked example, imported."""
    assert nhomtre("import", package_file(example)).status == 0


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
@pytest.mark.parametrize("evil", [BIDI, ESCAPED])
def test_a_workbook(nhomtre: Command, folder: Path, tmp_path: Path, evil: str) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Trẻ"
    for row in rows(evil.replace("\x85", "").replace("\x9b", "")):
        sheet.append(row)
    path = tmp_path / "tre.xlsx"
    book.save(path)
    run = nhomtre("import", str(path), "--accept-valid")
    demand_clean(folder, "Phan")
    assert run.status == 0, run


@pytest.mark.usefixtures("dossier")
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_csv_whether_it_is_taken_or_not(
    nhomtre: Command, folder: Path, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "tre.csv"
    with path.open("w", encoding=encoding, newline="", errors="ignore") as file:
        csv.writer(file).writerows(rows(BIDI + "\x1b[2J\x07\x7f\x01"))
    nhomtre("import", str(path), "--accept-valid")
    demand_clean(folder)


@pytest.mark.usefixtures("sent")
def test_arguments_of_an_answer(nhomtre: Command, folder: Path) -> None:
    run = nhomtre(
        "answer",
        "reject",
        "--by",
        f"Bà{EVIL} Mẫu",
        "--note",
        f"Sai{EVIL} chỗ",
        "--at",
        f"T4=Thiếu{EVIL} phòng",
    )
    assert run.status == 0, run
    demand_clean(folder, "Mẫu", "chỗ", "phòng")


def test_the_file_of_an_answer(nhomtre: Command, folder: Path, sent: Path, tmp_path: Path) -> None:
    evil = BIDI + "\x1b[2J\x00"
    remark = PlacedRemark(Place(table="T4"), f"Thiếu{evil} phòng")
    answer = Answer(ANSWERS["reject"], "2019-09-22", f"Bà{evil} Mẫu", f"Sai{evil} chỗ", 1, (remark,))
    path = tmp_path / "tra-loi.json"
    path.write_text(
        write_answer(AnswerFile(newest(), "79761001", "2019-2020", code_of(sent), answer)), "utf-8"
    )
    run = nhomtre("answer", str(path))
    assert run.status == 0, run
    demand_clean(folder, "Mẫu", "chỗ", "phòng")


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
def test_arguments_of_a_sending(nhomtre: Command, folder: Path) -> None:
    issues = nhomtre("check", "--json").json
    explain = [
        part
        for issue in issues
        if issue["severity"] == "warning"
        for part in ("--explain", f"{issue['rule']}=Đúng{EVIL} vậy")
    ]
    run = nhomtre("send", "--by", f"Chủ{EVIL} Nhóm", *explain)
    assert run.status == 0, run
    demand_clean(folder, "Nhóm")
