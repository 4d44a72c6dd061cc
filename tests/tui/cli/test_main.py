"""What the start leaves behind gives its room back before the screens come, and is found without looking through the rest."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

import pytest

from tui.cli import dispatch, parser
from tui.cli.main import main


@pytest.fixture
def _starting() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.usefixtures("_starting")
def test_the_parser_is_gone_before_the_screens_come(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[ArgumentParser]] = []
    make, collect = parser._parser, gc.collect
    looked_through: list[int] = []

    def noted(given: list[str]) -> ArgumentParser:
        made.append(weakref.ref(own := make(given)))
        return own

    def counted() -> int:
        looked_through.append(len(gc.get_objects()))
        return collect()

    def perform(options: Namespace) -> int:
        assert options.has_screen and made[0]() is None
        return 0

    monkeypatch.setattr(parser, "_parser", noted)
    monkeypatch.setattr(gc, "collect", counted)
    monkeypatch.setattr(dispatch, "perform", perform)
    assert main(["--demo"]) == 0
    assert len(looked_through) == 1 and looked_through[0] < 2000


@pytest.mark.slow
def test_what_the_first_modules_leave_behind_is_gone() -> None:
    program = "import gc, tui.cli.__main__\nassert not gc.isenabled() and gc.collect() < 50"
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.slow
def test_what_argparse_says_in_english_needs_no_catalogue_and_stays_as_it_is() -> None:
    program = (
        "import sys, tui.cli.__main__ as start\n"
        "assert 'argparse' in sys.modules and 'gettext' not in sys.modules\n"
        "import argparse, gettext\n"
        "assert argparse._('usage: ') == gettext.gettext('usage: ') == 'usage: '\n"
        "assert argparse._(None) is gettext.gettext(None) is None\n"
        "for count in range(3):\n"
        "    words = 'one', 'many', count\n"
        "    assert argparse.ngettext(*words) == gettext.ngettext(*words)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.slow
def test_the_help_of_a_started_program_has_no_word_of_python() -> None:
    program = [sys.executable, "-m", "tui.cli", "-h"]
    started = subprocess.run(program, check=True, capture_output=True, text=True, encoding="utf-8")
    assert "nhomtre" in started.stdout and "None" not in started.stdout
