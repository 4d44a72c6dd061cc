"""The keys on paper: one page, every key with what it does, nothing cut."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from exports.layout.list_sheets import sheet_of_keys
from exports.printing.pdf import write_sheet
from tests.exports.tools import run
from tui.desk.keys import IN_MENU_ONLY, KEYS, MOVES, labels_of


@pytest.mark.slow
def test_every_key_stands_on_the_one_page(tmp_path: Path) -> None:
    keys = [*((labels_of(key), key.long) for key in KEYS), *MOVES]
    path = tmp_path / "keys.pdf"
    sheet = sheet_of_keys(keys, [key.long for key in IN_MENU_ONLY], "F10", date(2019, 9, 19))
    path.write_bytes(write_sheet(sheet))
    pages = run("pdftotext", path, "-").rstrip("\f").split("\f")
    assert len(pages) == 1
    text = " ".join(pages[0].split())
    for name, what in keys:
        assert all(part in text for part in name.split())
        assert what in text
    assert all(key.long in text for key in IN_MENU_ONLY)
