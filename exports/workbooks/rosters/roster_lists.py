"""The drop-down lists of the upload workbooks: names on a hidden sheet, a column and a defined name a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from exports.layout.cell_address import column_letters
from exports.workbooks.openpyxl_cells import put_text
from exports.workbooks.rosters.roster_columns import FIRST_RECORD_ROW, RosterColumn
from exports.workbooks.rosters.roster_values import shared_names, with_code
from exports.workbooks.rosters.roster_words import CHOOSE, LIST_SHEET, MAYBE, NOT_IN_LIST_TITLE
from forms.dossier.roster import Roster
from forms.model.code_list import Item
from forms.model.record import RecordType
from forms.model.text import fold

CODE_LIST, RECORD_LIST = "DM_{}", "DS_{}"
"""Defined names of the lists."""


class DropDownLists:
    """The lists of one workbook. The hidden sheet is made with the first of them."""

    def __init__(self, book: Workbook, sheets: Sequence[tuple[RecordType, int]], roster: Roster) -> None:
        """*sheets* are the records that the workbook has a sheet of, with the last input row there."""
        self._book = book
        self._sheets = {record.key: (record, last_row) for record, last_row in sheets}
        self._roster = roster
        self._names: dict[str, str | None] = {}
        self._sheet: Worksheet | None = None

    def validate(self, sheet: Worksheet, column: RosterColumn, last_row: int) -> None:
        """Give the input cells of *column* their list, if they have one."""
        name = self._name(column)
        if name is None:
            return
        free = column.field.refers is not None or column.field.coded_when is not None
        validation = DataValidation(
            type="list",
            formula1=name,
            allow_blank=True,
            sqref=column.cells(last_row),
            showErrorMessage=True,
            errorStyle="warning" if free else "stop",
            errorTitle=NOT_IN_LIST_TITLE,
            error=MAYBE if free else CHOOSE,
        )
        sheet.add_data_validation(validation)

    def _name(self, column: RosterColumn) -> str | None:
        """The defined name of the list of *column*; made when first asked for."""
        field = column.field
        if field.refers:
            form, key = RECORD_LIST, field.refers
        elif field.catalogue:
            form, key = CODE_LIST, field.catalogue.id
        else:
            return None
        name = form.format(key.upper())
        if name not in self._names:
            place = self._records(key) if field.refers else self._codes(column)
            self._names[name] = name if place else None
            if place:
                define_name(self._book, name, place)
        return self._names[name]

    def _codes(self, column: RosterColumn) -> str:
        codes = column.field.codes
        offered = [item for item in codes.items if item.attributes.get("selectable") is not False]
        twins = shared_names(codes)
        told_apart = _narrowing(offered, column.record)
        names = [
            item.name if told_apart or fold(item.name) not in twins else with_code(item) for item in offered
        ]
        return self._listed(codes.title, list(dict.fromkeys(names)))

    def _records(self, key: str) -> str | None:
        """The codes of the records of a kind: those on their sheet, else those of the roster."""
        if key in self._sheets:
            record, last_row = self._sheets[key]
            place = next(field.upload[0] for field in record.fields if field.key == "code" and field.upload)
            return _filled_cells(record.upload_sheet or "", column_letters(place), last_row)
        codes = [str(subject.get("code")) for subject in self._roster.of(key) if subject.get("code")]
        return self._listed(key, list(dict.fromkeys(codes))) if codes else None

    def _listed(self, title: str, names: Sequence[str]) -> str:
        """Write a list into a column of its own; gives its cells."""
        if self._sheet is None:
            self._sheet = self._book.create_sheet(LIST_SHEET)
            self._sheet.sheet_state = "hidden"
        sheet: Any = self._sheet
        column = sheet.max_column + 1 if sheet["A1"].value else 1
        put_text(sheet.cell(1, column), title)
        for row, name in enumerate(names, 2):
            cell = sheet.cell(row, column)
            if put_text(cell, name):
                cell.quotePrefix = True
        letter = column_letters(column)
        return f"'{LIST_SHEET}'!${letter}$2:${letter}${len(names) + 1}"


def _narrowing(items: Sequence[Item], record: RecordType) -> bool:
    """Whether other fields of the record tell codes of one name apart, as the district does for wards."""
    typed = {field.key for field in record.fields if not field.computed}
    return any(not typed.isdisjoint(item.attributes) for item in items[:1])


def _filled_cells(sheet: str, letter: str, last_row: int) -> str:
    """The cells of a column down to the last that is filled, so that the list ends there."""
    first, every = (
        f"'{sheet}'!${letter}${FIRST_RECORD_ROW}",
        f"'{sheet}'!${letter}${FIRST_RECORD_ROW}:${letter}${last_row}",
    )
    return f"{first}:INDEX({every},MAX(1,COUNTA({every})))"


def define_name(book: Workbook, name: str, text: str) -> None:
    """Give the workbook a defined name."""
    book.defined_names[name] = DefinedName(name, attr_text=text)
