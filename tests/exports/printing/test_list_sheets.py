"""The keys on paper: one page, every key with what it does, nothing cut."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from exports.layout.list_sheets import sheet_of_keys
from exports.printing.pdf import write_sheet
from tests.exports.tools import run
from tui.texts.help.keys import IN_MENU_ONLY, KEYS, MOVES, OF_THE_OFFICE, labels_of

MENU = "F10"


@pytest.mark.slow
def test_every_key_stands_on_the_one_page(tmp_path: Path) -> None:
    keys = [*((labels_of(key), key.long) for key in KEYS), *MOVES]
    path = tmp_path / "keys.pdf"
    chosen = [key.long for key in IN_MENU_ONLY if key.action not in OF_THE_OFFICE]
    sheet = sheet_of_keys(keys, chosen, MENU, date(2019, 9, 19))
    path.write_bytes(write_sheet(sheet))
    pages = run("pdftotext", path, "-").rstrip("\f").split("\f")
    assert len(pages) == 1
    # the menu's key stands beside: between the lines of a text that is wrapped
    text = " ".join(word for word in pages[0].split() if word != MENU)
    for name, what in keys:
        assert all(part in text or part == MENU for part in name.split())
        assert what in text
    assert all(what in text for what in chosen)
