"""The keys as files: one page and lines of text, of the one table; they ask for no dossier."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.tui.conftest import NOW
from tui.cli.main import main
from tui.jobs.exporting import on_paper
from tui.jobs.help.key_sheet import key_sheet, key_text
from tui.texts.help.keys import IN_MENU_ONLY, KEYS, MOVES, OF_THE_OFFICE, OF_THE_SCREEN, labels_of


def test_the_text_tells_every_key_and_all_that_is_chosen_in_the_menu() -> None:
    lines = key_text().splitlines()
    wanted = [*((labels_of(key), key.long) for key in KEYS), *MOVES, *OF_THE_SCREEN]
    assert [tuple(line.split("  ", 1)) for line in lines[: len(wanted)]] == [
        (name, " " * (len(line) - len(name) - 2 - len(what)) + what)
        for (name, what), line in zip(wanted, lines, strict=False)
    ]
    assert [line.strip() for line in lines[len(wanted) + 2 :]] == [key.long for key in IN_MENU_ONLY]


@pytest.mark.slow
def test_on_paper_it_is_one_page_with_all_that_an_owner_can_do() -> None:
    (page,) = PdfReader(BytesIO(on_paper(key_sheet(NOW.date())))).pages
    text = " ".join(page.extract_text().split())
    for key in (*KEYS, *IN_MENU_ONLY):
        assert (key.long in text) is (key.action not in OF_THE_OFFICE), key.long


@pytest.mark.slow
def test_the_command_writes_both_where_there_is_no_dossier(tmp_path: Path) -> None:
    data, sheet = tmp_path / "data", tmp_path / "phim.txt"
    assert main(["--data", str(data), "export", "keys"]) == 0
    assert sorted(path.name for path in (data / "exports").iterdir()) == ["bang-phim.pdf", "bang-phim.txt"]
    assert main(["--data", str(data), "export", "keys", "-o", str(sheet)]) == 0
    assert sheet.read_text("utf-8") == key_text()
    assert not list(data.glob("*.json")), "nothing was begun"
