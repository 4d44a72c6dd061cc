"""Texts that come from people into the cells of a workbook: text, whatever they begin with."""

from __future__ import annotations

import re
from typing import Any
from unicodedata import is_normalized

from forms.model.text import clean

RISKY = ("=", "+", "-", "@")
"""What a text begins with that Excel would take for a formula once the cell is edited; tabs are cleaned away."""

LONGEST = 32767
"""So many characters an Excel cell holds."""

_ESCAPE = "_(?=x[0-9A-Fa-f]{4}_)"
"""An underscore that would begin a character by its number, ``_x000D_``."""

_NO_XML = str.maketrans({"\ufffe": None, "\uffff": None})


def put_text(cell: Any, text: str) -> bool:
    """Make *text* the text of *cell*; gives whether the cell needs the style ``quotePrefix``.

    An empty text leaves the cell empty. The style is left to the caller, who shares it between cells.
    """
    text = shown_text(text)
    if text:
        # the setter of value would take "=1+1" for a formula and "#N/A" for an error
        cell._value = re.sub(_ESCAPE, "_x005F_", text)
        cell.data_type = "s"
    return text.startswith(RISKY)


def shown_text(text: str) -> str:
    """*text* as a cell can hold it: NFC, without control characters, not too long."""
    if not (text.isprintable() and is_normalized("NFC", text)):
        text = clean(text.translate(_NO_XML))
    return text.strip()[:LONGEST]
