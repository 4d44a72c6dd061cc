"""What the cells of a workbook hold, and texts of people as a cell can hold them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from unicodedata import is_normalized

from forms.model.text import clean

CellValue = str | int | Decimal | date

LONGEST = 32767
"""So many characters an Excel cell holds."""

_NO_XML = str.maketrans({"\ufffe": None, "\uffff": None})


def shown_text(text: str) -> str:
    """*text* as a cell can hold it: NFC, without control characters, not too long."""
    if not (text.isprintable() and is_normalized("NFC", text)):
        text = clean(text.translate(_NO_XML))
    return text.strip()[:LONGEST]
