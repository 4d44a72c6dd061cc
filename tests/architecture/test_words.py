"""Words have homes: the sets, the modules of words and ``tui/texts``; every text is composed (NFC)."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import is_normalized

import pytest

from tests.architecture.house import ROOT, VIETNAMESE, Module, modules

LETTERS = {
    "forms.entry.old_fonts",
    "forms.entry.syllables",
    "tui.desk.line.spelling",
    "forms.model.text",
    "exports.printing.fonts.build",
    "tui.jobs.sessions.letter_set",
}
"""Modules that hold tables of Vietnamese letters, no words."""


def is_home(module: Module) -> bool:
    return module.name.startswith(("forms.sets", "tui.texts")) or module.name.endswith("_words")


HOMES = [module for module in modules() if is_home(module)]
ROOMS = [module for module in modules() if not is_home(module) and module.name not in LETTERS]


def test_there_are_homes_and_letters() -> None:
    assert len(HOMES) > 20
    assert {module.name for module in modules()} >= LETTERS


@pytest.mark.slow
def test_vietnamese_stands_in_the_homes_of_words() -> None:
    for module in ROOMS:
        lines = [(text.lineno, text.value) for text in module.texts if VIETNAMESE.search(str(text.value))]
        assert lines == [], module.name


LETTER_SAYS_FILE = re.compile(r"«?file thiếu")
"""Letter 849 §3.3 calls one list so."""


def test_a_file_is_called_tep() -> None:
    wrong = [
        (module.name, text.value)
        for module in HOMES
        for text in module.texts
        if VIETNAMESE.search(str(text.value))
        and re.search(r"(?<![{\w./-])file(?![\w}=.])", LETTER_SAYS_FILE.sub("", str(text.value)))
    ]
    assert wrong == []


def test_every_text_in_the_code_is_composed() -> None:
    for module in modules():
        assert is_normalized("NFC", module.path.read_text("utf-8")), module.name


def test_the_data_files_of_the_domain_are_composed_utf_8() -> None:
    paths = [*(ROOT / "forms").rglob("*.json")]
    assert len(paths) >= 52
    assert [name(path) for path in paths if not is_normalized("NFC", path.read_text("utf-8"))] == []


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))
