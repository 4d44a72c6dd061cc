"""Our report workbook is read back: its figures, its facts, its check code; what was changed in it is noticed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.layout.table_page import TableGrid
from exports.reading.reading_refusals import WorkbookRefused
from exports.workbooks.report.printed_zeros import exceptions_of, shown_cells
from exports.workbooks.report.report_book import write_report
from exports.workbooks.report.report_reader import ReportBook, read_report_book
from exports.workbooks.report.sheet_places import SheetPlaces, places_of
from forms.dossier.content import Content, empty_content
from forms.model.values import Typed
from forms.package.adopt import adopt
from forms.package.training import training_package, training_year
from forms.report.figures import FiguresOf
from forms.report.report import Report, code_of
from forms.sets import newest
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.tables import TABLES
from tests.builders import (
    AT,
    empty,
    example,
    facility,
    people_founded,
    public,
    retaken,
    school,
    typed,
)
from tests.exports.conftest import FULL, RANDOM_REPORTS, TODAY, Printed, random_report, report_of
from tests.exports.hostile import HOSTILE
from tests.exports.report_books import (
    read_bytes,
    replaced,
    with_broken_totals,
    with_cell,
)
from tests.exports.sendings import BOOK, sent_example
from tests.exports.tools import recalculated

PRIVATE, PUBLIC = 7, 1
"""Seeds of random reports; the second one has amounts with decimals."""


@cache
def places(table: str) -> SheetPlaces:
    return places_of(TableGrid(FORM.table_by_id[table], ()))


def address(table: str, row: str, column: str) -> str:
    declared = FORM.table_by_id[table]
    return places(table).address(declared.row_by_key[row], declared.column_by_key[column])


@cache
def ours(seed: int) -> bytes:
    return write_report(random_report(seed))


def untaken(content: Content) -> Report:
    content = Content({key: value for key, value in content.tree.items() if key not in ("taken", "taken_at")})
    return Report(content, FiguresOf()(content), (), TODAY)


def check(book: ReportBook, report: Report) -> None:
    assert book.problems == ()
    assert book.cells == report.figures.as_json()
    assert book.computed_code == book.check_code == report.check_code


# Ours


def test_the_code_is_computed_as_the_paper_says() -> None:
    report = report_of(example())
    facts = {
        "form": "01-MN-ĐN",
        "facility": example().facility["code"],
        "school_year": "2019-2020",
        "revision": 1,
        "cells": report.figures.as_json(),
    }
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:10])
    digits = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[number >> shift & 31] for shift in range(75, -1, -5))
    assert report.check_code == "-".join(digits[place : place + 4] for place in range(0, 16, 4))
    assert report.check_code == code_of(newest(), "79761001", "2019-2020", 1, report.figures.as_json())
    assert report.check_code != code_of(newest(), None, "2019-2020", 1, report.figures.as_json())


@pytest.mark.slow
def test_the_training_copy_comes_back(tmp_path: Path) -> None:
    content = retaken(adopt(training_package(), empty_content(training_year()), AT))
    report = Report(content, FiguresOf()(content), (), TODAY, training=True)
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_report(report))
    book = read_report_book(path)
    check(book, report)
    assert (book.name, book.office) == (content.facility["name"], "Phòng Giáo dục và Đào tạo Quận 12")
    assert (book.facility_code, book.school_year) == (content.facility["code"], content.year)
    assert (book.revision, book.draft, book.training, book.block) == (1, True, True, "TU_THUC")


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("seed", RANDOM_REPORTS)
def test_random_reports_come_back(seed: int) -> None:
    report = random_report(seed)
    check(read_bytes(write_report(report)), report)
    assert exceptions_of(report.figures) == ""


CONTENTS: dict[str, Callable[[], Content]] = {
    "public": public,
    "people_founded": people_founded,
    "school": school,
    "empty": empty,
    "no ownership": lambda: facility(ownership=None)(example()),
    "no code": lambda: facility(code=None)(example()),
    "typed facility code": lambda: facility(code=Typed("79"))(example()),
    "zeros of another ownership": lambda: typed("T4", 203, {"DAN_LAP.permanent": 0})(example()),
    "what is no number": lambda: typed("T1", 55, {"TU_THUC": Typed("ba")})(example()),
    "no ownership, zeros": lambda: facility(ownership=None)(
        typed("T4", 204, {"DAN_LAP.temporary": 0})(example())
    ),
    "an empty own room": lambda: typed("T4", 203, {"TU_THUC.permanent": None})(example()),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CONTENTS)
def test_zeros_and_empty_cells_come_back_as_they_were(name: str) -> None:
    content = CONTENTS[name]()
    for report in (
        report_of(content),
        untaken(content),
        untaken(typed("T2", 83, {"TU_THUC.total": 3})(content)),
    ):
        book = read_bytes(write_report(report))
        assert book.cells == report.figures.as_json()
        assert book.computed_code == report.check_code
        if not name.startswith("no ownership"):
            assert book.problems == ()


def test_what_is_empty_follows_from_the_own_block_in_every_usual_report() -> None:
    for report in (report_of(example()), untaken(example()), untaken(empty()), untaken(public())):
        assert exceptions_of(report.figures) == ""
    odd = report_of(typed("T4", 203, {"DAN_LAP.permanent": 0})(example()))
    assert "T4.203.DAN_LAP.permanent" in exceptions_of(odd.figures).split()


@pytest.mark.slow
def test_rooms_of_another_ownership_are_told_because_the_whole_is_no_sum() -> None:
    report = report_of(typed("T4", 203, {"DAN_LAP.permanent": 5})(example()))
    book = read_bytes(write_report(report))
    assert book.computed_code == report.check_code
    assert {problem.cell for problem in book.problems} >= {address("T4", "203", "TONG.permanent")}


@pytest.mark.slow
def test_facts_and_marks(draft: Report, report: Report) -> None:
    marked, plain = read_bytes(write_report(draft)), read_bytes(write_report(report))
    assert (marked.draft, marked.training, marked.problems) == (True, True, ())
    assert (plain.draft, plain.training, plain.problems) == (True, False, ())
    sent = read_bytes(sent_example().files[BOOK])
    assert (sent.draft, sent.training, sent.problems) == (False, False, ())
    nobody = read_bytes(write_report(report_of(empty())))
    assert (nobody.name, nobody.facility_code, nobody.block) == ("", None, None)


@pytest.mark.slow
def test_without_the_property_the_block_follows_from_the_figures() -> None:
    report = random_report(PRIVATE)
    old = replaced(ours(PRIVATE), "docProps/custom.xml", lambda xml: xml.replace('name="block"', 'name="x"'))
    check(read_bytes(old), report)


@pytest.mark.slow
def test_training_data_and_a_draft_are_known_by_their_marks_alone(draft: Report) -> None:
    stripped = replaced(write_report(draft), "docProps/custom.xml", lambda xml: xml.replace("01-MN", "other"))
    book = read_bytes(stripped)
    assert (book.training, book.draft, book.check_code, book.computed_code) == (True, True, None, None)
    assert [str(problem) for problem in book.problems] == [
        "Tệp ghi là biểu «other-ĐN», không phải biểu 01-MN-ĐN."
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("school_year", "2019-2020", "2019-2021"),
        ("revision", "<vt:i4>1<", "<vt:i4>x<"),
        ("draft", 'pid="8"><vt:bool>1', 'pid="8"><vt:bool>yes'),
        ("block", "TU_THUC", "TONG"),
    ],
)
def test_properties_that_do_not_parse_are_told(name: str, old: str, new: str) -> None:
    data = write_report(report_of(example()))
    book = read_bytes(replaced(data, "docProps/custom.xml", lambda xml: xml.replace(old, new)))
    assert [(problem.sheet, name in problem.message) for problem in book.problems] == [("", True)]


@pytest.mark.slow
def test_a_revision_may_be_written_as_a_floating_number() -> None:
    data = write_report(report_of(example()))
    change = "<vt:i4>1</vt:i4>", "<vt:r8>1.0</vt:r8>"
    assert read_bytes(replaced(data, "docProps/custom.xml", lambda xml: xml.replace(*change))).revision == 1


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.tools
@pytest.mark.parametrize("seed", [None, 2, 9] if FULL else [None, 2])
def test_after_libreoffice_has_saved_it(
    seed: int | None, draft: Report, saved: Printed, folder: Path
) -> None:
    report = draft if seed is None else random_report(seed)
    book = read_report_book(recalculated(saved(report), folder))
    check(book, report)
    assert (book.revision, book.training) == (report.content.revision, report.training)


@pytest.mark.slow
@given(st.integers(0, 10**6))
def test_a_changed_digit_is_noticed(seed: int) -> None:
    """In a figure or a mã số: there is a problem, or the code is another."""
    chance = Random(seed)
    whose = chance.choice((PRIVATE, PUBLIC))
    table = chance.choice(TABLES)
    row = chance.choice(table.data_rows)
    column = chance.choice((None, *table.columns))
    where = places(table.id).address(row, column)
    old: Any = row.ma_so
    if column is not None:
        old = shown_cells(random_report(whose).figures)[table.id][row.key].get(column.key)
    digits = list(str(10 if old is None else old))
    place = chance.choice([at for at, sign in enumerate(digits) if sign.isdigit()])
    digits[place] = chance.choice([sign for sign in "0123456789" if sign != digits[place]])
    new = "".join(digits).lstrip("0") or "0"
    book = read_bytes(with_cell(ours(whose), table.sheet.title, where, Decimal(new)))
    assert book.problems or book.computed_code != book.check_code
    if column is None:
        assert [(problem.sheet, problem.cell) for problem in book.problems] == [(table.sheet.title, where)]
        assert row.key not in book.cells[table.id]


@pytest.mark.slow
def test_a_total_that_is_no_sum_is_told() -> None:
    where = address("T4", "203", "TU_THUC.total")
    (problem,) = read_bytes(
        with_cell(write_report(report_of(example())), FORM.table_by_id["T4"].sheet.title, where, 77)
    ).problems[-1:]
    assert (problem.cell, "Ô tổng là 77" in problem.message) == (where, True)


@pytest.mark.slow
def test_totals_that_ended_in_an_error_over_empty_cells_are_added_up_and_told_once() -> None:
    """As in a workbook whose empty cells are empty texts: its formulas end in #VALUE!."""
    table = FORM.table_by_id["T4"]
    whole = write_report(report_of(example()))
    wanted = read_bytes(whole).cells["T4"]

    whole = with_broken_totals(whole, table.sheet.title)
    book = read_bytes(whole)
    assert book.cells["T4"] == wanted
    (problem,) = book.problems
    assert (problem.sheet, problem.cell, problem.is_mended) == (table.sheet.title, "", True)
    broken = with_cell(
        whole,
        table.sheet.title,
        address("T4", "203", "TU_THUC.permanent"),
        "#VALUE!",
    )
    assert address("T4", "203", "TU_THUC.permanent") in [
        problem.cell for problem in read_bytes(broken).problems
    ]


def test_a_hostile_file_is_refused_by_the_reading_of_every_workbook(tmp_path: Path) -> None:
    make, code = HOSTILE["XXE"]
    path = tmp_path / "a.xlsx"
    path.write_bytes(make())
    with pytest.raises(WorkbookRefused) as raised:
        read_report_book(path)
    assert raised.value.code == code
