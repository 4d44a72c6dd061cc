"""What fpdf2 does not document and the print uses: it is there, it means what we take it for, nobody else uses it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from fpdf import FPDF

import exports
from exports.layout.table_page import TextStyle
from exports.printing.fonts import FILES
from exports.printing.paper import UNDOCUMENTED_NAMES, Paper
from tests.exports.printing.drawings import text_width

TEXT = "Trẻ em nhà trẻ, 3.250 đồng - Nguyễn Ngọc Quỳnh Như"


@pytest.mark.parametrize("style", list(FILES))
def test_the_names_are_there_and_mean_what_we_take_them_for(style: str) -> None:
    pdf = FPDF("L", "mm", "A4")
    pdf.add_font("name", style, str(FILES[style]))
    font: Any = pdf.fonts["name" + style]
    assert all(hasattr(font, name) for name in ("get_text_width", "cmap", "ttfont"))
    assert set(UNDOCUMENTED_NAMES) == {"fonts", "get_text_width", "cmap", "ttfont", "recalcBBoxes"}
    assert isinstance(font.ttfont, TTFont)
    assert font.ttfont.recalcBBoxes is True
    characters, width = font.get_text_width(TEXT, 1.0, None)
    assert characters == len(TEXT)
    assert width * 25.4 / 72 == pytest.approx(text_width(TEXT, style, 1.0), rel=0.001)
    assert all(ord(char) in font.cmap for char in TEXT)
    font.ttfont.close()


@pytest.mark.parametrize("style", ["", "B", "I"])
def test_widths_are_those_of_the_font(style: TextStyle) -> None:
    with Paper("", "", "", date(2019, 9, 19)) as paper:
        assert paper.width(TEXT, style) == pytest.approx(text_width(TEXT, style, 1.0), rel=0.001)


def test_only_the_paper_knows_the_library() -> None:
    root = Path(next(iter(exports.__path__)))
    users = {
        path.name for path in root.rglob("*.py") if "fpdf" in path.read_text("utf-8").replace("fpdf2", "")
    }
    assert users == {"paper.py"}
