"""The private names of openpyxl that the adapters touch: they are there, they do what we need, nobody else uses them."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side

import exports
from exports.workbooks import openpyxl_rows
from exports.workbooks.openpyxl_cells import (
    PRIVATE_NAMES,
    look_of,
    merge_alike,
    put_text,
    put_value,
    set_look,
)

ADAPTERS = {"openpyxl_cells": PRIVATE_NAMES, "openpyxl_rows": openpyxl_rows.WRITING_NAMES}
PRIVATE = re.compile(r"\b(?!self\b|cls\b)\w+(?:\([^)]*\))?\.(_[a-z]\w*|data_type)\b")
SOURCES = sorted(Path(next(iter(exports.__path__))).rglob("*.py"))


def test_every_private_name_is_there_under_its_name() -> None:
    sheet = Workbook().worksheets[0]
    cell = sheet.cell(1, 1, "a")
    assert set(PRIVATE_NAMES) == {"_style", "_value", "data_type"}
    assert all(hasattr(cell, name) for name in PRIVATE_NAMES)
    assert hasattr(sheet.column_dimensions["A"], "_style")
    sheet.merge_cells("B1:C1")
    assert hasattr(sheet["C1"], "_style")
    assert cell.data_type == "s"


@pytest.mark.parametrize("adapter", ADAPTERS)
def test_an_adapter_touches_what_it_says(adapter: str) -> None:
    source = next(path for path in SOURCES if path.stem == adapter).read_text("utf-8")
    assert set(PRIVATE.findall(source)) == set(ADAPTERS[adapter])


def test_only_the_adapters_touch_private_names() -> None:
    for path in SOURCES:
        if path.stem not in ADAPTERS and "openpyxl" in (text := path.read_text("utf-8")):
            assert set(PRIVATE.findall(text)) <= {"_asdict", "_replace"}, path  # names of NamedTuple


@pytest.mark.parametrize("only_written", [False, True])
def test_a_shared_look_is_the_look_that_the_public_names_give(only_written: bool) -> None:
    book = Workbook(write_only=only_written)
    sheet = book.create_sheet()
    side = Side(style="thin")
    font, border = Font(name="Arial", bold=True), Border(left=side)
    look = look_of(
        sheet, font=font, border=border, alignment=Alignment(indent=2), number_format="0", quotePrefix=True
    )
    shared, public = WriteOnlyCell(sheet, 1), WriteOnlyCell(sheet, 2)
    set_look(shared, look)
    public.font, public.border, public.alignment = font, border, Alignment(indent=2)
    public.number_format, public.quotePrefix = "0", True
    assert shared.style_id == public.style_id


@pytest.mark.parametrize("text", ["=1+1", "#N/A", "-5", "@x", "1/2/2019", "true"])
def test_texts_stay_texts(text: str) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    assert put_text(sheet.cell(1, 1), text) == text.startswith(("=", "-", "@", "+"))
    saved = BytesIO()
    book.save(saved)
    cell = load_workbook(saved).worksheets[0]["A1"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_an_underscore_that_would_begin_a_character_is_escaped() -> None:
    cell = Workbook().worksheets[0].cell(1, 1)
    put_text(cell, "_x000D_ a_x")
    assert cell.value == "_x005F_x000D_ a_x"


def test_numbers_and_days_are_written_as_such() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    day = look_of(sheet, number_format="dd/mm/yyyy")
    put_value(sheet.cell(1, 1), 3)
    put_value(sheet.cell(1, 2), date(2019, 9, 30))
    set_look(sheet.cell(1, 2), day)
    saved = BytesIO()
    book.save(saved)
    first, second = next(load_workbook(saved).worksheets[0].iter_rows(values_only=True))
    assert first == 3
    assert str(second) == "2019-09-30 00:00:00"


def test_merged_cells_all_look_as_the_first() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    side = Side(style="thin")
    set_look(sheet.cell(2, 2), look_of(sheet, border=Border(left=side, top=side)))
    merge_alike(sheet, 2, 2, 3, 4)
    assert [str(area) for area in sheet.merged_cells.ranges] == ["B2:D3"]
    assert {sheet.cell(row, column).style_id for row in (2, 3) for column in (2, 3, 4)} == {
        sheet["B2"].style_id
    }
