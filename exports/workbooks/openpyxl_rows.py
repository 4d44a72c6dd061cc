"""The rows of a sheet as text: what openpyxl makes element by element, cell by cell, in a fifth of the work.

The bytes are the same but for one thing that openpyxl leaves out: a formula has its result, since programs that only read, as
on telephones, would show empty totals. Cells hold what workbooks of ours hold: texts, numbers, days, formulas and comments.
Nothing is written aside: what is in a workbook lies in no temporary folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.compat import safe_string
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from exports.layout.cell_address import column_letters

WRITING_NAMES: Mapping[str, str] = {
    "_value": "Cell: the value",
    "_style": "Cell: the look, an array that many cells share",
    "_comment": "Cell: the comment",
    "data_type": "Cell: s text, n number, d day, f formula",
    "_comments": "Worksheet: where the comments that were met are gathered",
    "_rels": "WorksheetWriter, Worksheet: what the sheet links to",
    "_file": "et_xmlfile: writes a text as it stands",
    "_writer": "openpyxl.worksheet: the module of WorksheetWriter",
}

Results = Mapping[str, Mapping[str, str]]
"""Member of the zip → address → result of the formula there."""

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class BookWriter(ExcelWriter):
    """Writes a workbook whose formulas have *results*."""

    def __init__(self, book: Any, archive: Any, results: Results) -> None:
        super().__init__(book, archive)
        self._zip, self._results = archive, results

    def write_worksheet(self, ws: Any) -> None:
        """Write a sheet, in memory."""
        member = ws.path[1:]
        writer: Any = _SheetWriter(ws, self._results.get(member, {}))
        writer.write()
        ws._rels = writer._rels
        self._zip.writestr(member, writer.read())
        self.manifest.append(ws)


class _SheetWriter(WorksheetWriter):
    def __init__(self, sheet: Any, results: Mapping[str, str]) -> None:
        super().__init__(sheet, BytesIO())
        self._sheet, self._results = sheet, results
        self._looks: dict[int, str] = {}

    def write_row(self, xf: Any, row: Any, row_idx: int) -> None:
        """Write the cells of a row."""
        attributes = {"r": str(row_idx)}
        attributes.update(self._sheet.row_dimensions.get(row_idx, {}))
        with xf.element("row", attributes):
            for cell in row:
                if cell._comment is not None:
                    self._sheet._comments.append(CommentRecord.from_cell(cell))
            xf._file("".join([self._cell(cell) for cell in row]))

    def _cell(self, cell: Any) -> str:
        value, kind, look = cell._value, cell.data_type, self._look(cell)
        if value is None and not look and cell._comment is None:
            return ""
        address = f"{column_letters(cell.column)}{cell.row}"
        start = f'<c r="{address}"{look}'
        match kind:
            case "s":
                start += ' t="inlineStr"'
            case "d":
                start, value = start + ' t="n"', to_excel(value, self._sheet.parent.epoch)  # type: ignore[no-untyped-call]
            case "n":
                start += ' t="n"'
        if value is None or value == "":
            return f"{start} />"
        if kind == "s":
            bare = value.strip()
            space = ' xml:space="preserve"' if bare and bare != value else ""
            return f"{start}><is><t{space}>{value.translate(_ESCAPED)}</t></is></c>"
        if kind == "f":
            result = self._results.get(address)
            shown = "<v />" if result is None else f"<v>{result}</v>"
            return f"{start}><f>{value[1:].translate(_ESCAPED)}</f>{shown}</c>"
        return f"{start}><v>{safe_string(value)}</v></c>"

    def _look(self, cell: Any) -> str:
        """Of the cells that share one it is looked up once."""
        style = cell._style
        if style is None:
            return ""
        if id(style) not in self._looks:
            self._looks[id(style)] = f' s="{cell.style_id}"' if any(style) else ""
        return self._looks[id(style)]
