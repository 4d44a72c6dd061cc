"""The five tables on screen: columns, the fold, finding, notes, the records behind a figure."""

from __future__ import annotations

from typing import Any

import pytest

from forms.dossier.content import Edit
from forms.report.derivation import Derivation
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.tables import TABLES
from tests.tui.conftest import Screen
from tui.pages.home.home import HomePage
from tui.pages.records.record_form import (
    FormPage,
)
from tui.pages.records.record_list import BehindPage
from tui.pages.tables.sheet import SheetPage

pytestmark = pytest.mark.slow

T4 = "T4.203:TU_THUC.permanent"


# Columns, the fold, finding, notes


@pytest.mark.parametrize("width", [80, 132])
@pytest.mark.parametrize("table", [table.id for table in TABLES])
def test_the_whole_table_shows_every_column_by_moving(screen: Screen, table: str, width: int) -> None:
    screen.desk.resize(width, 24)
    screen.at(table)
    own = len(screen.page.columns())
    screen.press("f6")
    columns = screen.page.columns()
    assert len(columns) == 2 + len(FORM.table_by_id[table].columns)
    assert len(columns) > own or not FORM.table_by_id[table].has_blocks
    screen.press("home")
    seen: set[int] = set()
    for col in range(2, len(columns)):
        assert screen.page.cursor.col == col
        drawn = screen.page.grid.view.drawn(width)
        assert col in drawn
        assert drawn[:2] == [0, 1]
        seen.update(drawn)
        screen.press("right")
    assert seen == set(range(len(columns)))
    screen.press("f6")
    assert len(screen.page.columns()) == own


def test_over_each_column_of_the_whole_table_stands_its_block(screen: Screen) -> None:
    screen.desk.resize(132, 43)
    screen.at("T3")
    screen.press("f6")
    assert screen.lines[2].split()[:4] == ["Tổng", "số", "Tổng", "số"]
    assert "Công lập" in screen.lines[2]
    screen.press("end")
    assert "Dân lập" in screen.lines[2]


@pytest.mark.slow
@pytest.mark.parametrize("height", [16, 17, 20, 24, 43])
def test_the_cursor_is_always_in_view(screen: Screen, height: int) -> None:
    screen.desk.resize(80, height)
    for table in TABLES:
        screen.at(table.id)
        screen.press("f6")
        for key in (
            *["right"] * 22,
            *["down"] * 90,
            *["left"] * 22,
            *["pageup"] * 9,
            "end",
            *["pagedown"] * 9,
        ):
            screen.press(key)
            page = screen.page
            body = screen.desk.size()[1]
            assert sum("[" in line and "]" in line for line in screen.lines[2:-5]) >= 1
            assert page.grid.view.top <= page.cursor.row < page.grid.view.top + body
            assert page.cursor.col in page.grid.view.drawn(80)


def test_the_rows_about_schools_are_folded_for_an_independent_group(screen: Screen) -> None:
    screen.at("T1")
    assert "(các dòng về trường)" in screen.text
    folded = screen.page.count()
    assert "luôn bằng 0" in screen.said
    screen.press("5")
    assert not screen.page.is_typing
    screen.press("enter")
    assert screen.page.count() > folded
    assert screen.page.count() == len(FORM.table_by_id["T1"].rows)
    assert "(các dòng về trường)" not in screen.text


def test_a_school_has_nothing_folded_away(screen: Screen) -> None:
    screen.work.put(("facility", "kind"), "01")
    screen.at("T1")
    assert screen.page.count() == len(FORM.table_by_id["T1"].rows)


def test_f3_finds_rows_by_words_without_marks_by_number_and_says_when_there_is_none(screen: Screen) -> None:
    screen.at("T4")
    for text, row in (("nha bep", 201), ("nha bep", 211), ("205", 205), ("nhà bếp", 211), ("NHÀ BẾP", 201)):
        screen.press("f3")
        screen.type(text + "⏎")
        assert screen.page._rows[screen.page.cursor.row].ma_so == row
    before = screen.page.cursor.row
    screen.press("f3")
    screen.type("không có dòng này⏎")
    assert screen.desk.said == "Không tìm thấy «không có dòng này»."
    assert screen.page.cursor.row == before


def test_f4_keeps_a_note_of_the_cell(screen: Screen) -> None:
    screen.at(T4)
    screen.press("ctrl+t")
    assert "Ghi chú ô:" in screen.text
    screen.type("xây năm 2018⏎")
    path = ("notes", "T4", "203", "TU_THUC.permanent")
    assert screen.work.content.value(path) == "xây năm 2018"
    assert "Ghi chú: xây năm 2018" in screen.said
    screen.press("ctrl+t")
    screen.type("⌫" * 20 + "⏎")
    assert screen.work.content.value(path) is None
    screen.press("ctrl+z")
    assert screen.work.content.value(path) == "xây năm 2018"


# The records behind a figure


@pytest.mark.parametrize("row", ["083", "084", "098", "107"])
@pytest.mark.parametrize("measure", ["total", "female"])
def test_enter_on_a_figure_lists_exactly_the_records_that_it_counts(
    screen: Screen, row: str, measure: str
) -> None:
    place = f"T2.{row}:TU_THUC.{measure}"
    screen.at(place)
    screen.press("enter")
    page: Any = screen.page
    assert isinstance(page, BehindPage)
    table = FORM.table_by_id["T2"]
    counted = Derivation(screen.work.content.roster).behind(
        table, table.row_by_key[row], table.column_by_key[f"TU_THUC.{measure}"]
    )
    assert sorted(subject.place for subject in page.subjects) == [subject.place for subject in counted]
    assert page.count() == screen.figure(place)
    names = {str(subject.name) for subject in counted}
    seen: set[str] = set()
    for _ in range(0, page.count(), 10):
        text = screen.text
        seen.update(name for name in names if name in text)
        screen.press("pagedown")
    assert seen == names


def test_enter_in_the_list_opens_the_record_and_escape_leads_back_step_by_step(screen: Screen) -> None:
    screen.at("T2.083:TU_THUC.total")
    screen.press("enter", "down")
    second = screen.page.subjects[1].place
    screen.press("enter")
    assert isinstance(screen.page, FormPage)
    assert screen.page.place == second
    screen.press("escape")
    assert isinstance(screen.page, BehindPage)
    assert screen.page.cursor.row == 1
    screen.press("escape")
    assert isinstance(screen.page, SheetPage)
    screen.press("escape")
    assert isinstance(screen.page, HomePage)


def test_nobody_behind_a_figure_of_nothing(screen: Screen) -> None:
    screen.at("T2.086:TU_THUC.total")
    screen.press("enter")
    assert screen.page.count() == 0
    assert "Không có hồ sơ nào được đếm vào con số này." in screen.said
    for key in ("down", "up", "enter", "end", "home", "pagedown", "tab", "x", "delete", "f2", "f9"):
        screen.press(key)
        assert screen.lines


@pytest.mark.parametrize("table", ["T1", "T2", "T3"])
def test_every_derived_row_of_the_own_block_opens_as_many_records_as_it_says(
    screen: Screen, table: str
) -> None:
    spec = FORM.table_by_id[table]
    checked = 0
    for row in spec.data_rows:
        if row.query is None or row.query.record == "facility":
            continue
        column = spec.by_block["TU_THUC"][next(iter(spec.by_block["TU_THUC"]))]
        value = screen.figure(f"{table}.{row.key}:{column.key}")
        screen.at(f"{table}.{row.key}:{column.key}")
        if (
            not isinstance(screen.page, SheetPage)
            or screen.page._place(screen.page.cursor.row, screen.page.cursor.col) is None
        ):
            continue
        screen.press("enter")
        if not isinstance(screen.page, BehindPage):
            continue
        checked += 1
        assert screen.page.count() == value, row.key
    assert checked > 10


def test_undoing_the_ownership_while_the_table_is_open_keeps_the_cursor_on_the_screen(screen: Screen) -> None:
    content = screen.work.content
    kind = screen.work.content.facility["ownership"]
    screen.work.commit([Edit(("facility", "ownership"), kind, "01")])
    screen.at("T4.203:CONG_LAP.permanent")
    screen.press("f6", "end", "ctrl+z")
    assert screen.work.content.facility == content.facility
    assert screen.page.cursor.col in screen.page.grid.view.drawn(80)
    screen.press("f6", "5", "enter")
    assert len(screen.lines) == 24
