"""What openpyxl imports for workbooks that are read, pictures and charts: none of ours has them, and they are two fifths of its start."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager

from forms.store.system.stand_ins import Exported, on_call, stand_ins

UNUSED: Mapping[str, Exported | None] = {
    "openpyxl.reader.excel": on_call("openpyxl.reader.excel", "load_workbook"),
    "openpyxl.drawing.spreadsheet_drawing": {"SpreadsheetDrawing": type("SpreadsheetDrawing", (), {})},
    "openpyxl.chartsheet": {"Chartsheet": type("Chartsheet", (), {})},
    "numpy": None,
    "lxml": None,  # where it is installed, other bytes would be written
}


def lean_openpyxl() -> AbstractContextManager[None]:
    """Inside, openpyxl is imported without ``UNUSED``."""
    return stand_ins(UNUSED)
