"""The owner's guide speaks of what is there: its keys, words, commands and pictures; it has six pages, made of the text."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from bench.guide import GUIDE, guide_on_paper, pages_of
from bench.shown_screens import SCREENS
from forms.sets.mn2019.form import FORM
from tests.tui.desk.test_keys import words_of_the_screens
from tui.cli.command_registry import COMMAND_BY_NAME
from tui.cli.parser import _options_parser
from tui.desk.kinds.steps_page import SIGNS
from tui.jobs.export_kinds import ExportKind
from tui.texts.help.keys import ALL_KEYS, KEYS, MOVES, OF_THE_SCREEN, label_of

DOCS = GUIDE.parent
TEXT = GUIDE.read_text("utf-8")
KEY_NAMES = {
    *(key.label for key in KEYS),
    *(label_of(name) for key in KEYS for name in key.also),
    *(name for names, _ in (*MOVES, *OF_THE_SCREEN) for name in names.split(", ")),
    *(sign.strip() for sign in SIGNS.values()),
}
OPTIONS = {option for action in _options_parser()._actions for option in action.option_strings}
MOST_PICTURE = 60_000
"""Bytes."""


def names_of_the_screens() -> set[str]:
    """What steps, pages, entries and keys are called: whole words of the screens, or what stands in them before a sign of a sentence."""
    texts = [*words_of_the_screens(), *(text for key in ALL_KEYS for text in (key.short, key.long))]
    texts += [record.title for record in FORM.records] + [table.tab_title for table in FORM.tables]
    texts += [field.label for record in FORM.records for field in record.fields]
    texts += [move.title for move in FORM.answers.values()] + [FORM.training.watermark]
    return {piece.strip().casefold() for text in texts for piece in (text, *re.split(r"[:;.(·,]", text))}


@pytest.mark.parametrize("name", sorted(set(re.findall("`([^`]+)`", TEXT))))
def test_a_key_or_command_of_the_guide_is_there(name: str) -> None:
    program, *words = name.split()
    if program != "nhomtre":
        assert name in KEY_NAMES | OPTIONS
        return
    for word in words:
        is_kind = "export" in words and word in set(ExportKind)
        assert word in OPTIONS or word in COMMAND_BY_NAME or is_kind, name


@pytest.mark.parametrize("name", sorted(set(re.findall("«([^»]+)»", TEXT))))
def test_a_word_of_the_guide_stands_on_the_screens(name: str) -> None:
    assert name.casefold() in names_of_the_screens()


def test_a_word_that_is_there_no_more_would_be_noticed() -> None:
    assert "gửi báo cáo đầu năm" in names_of_the_screens()
    assert "gửi báo cáo cuối năm" not in names_of_the_screens() and "F11" not in KEY_NAMES


def test_its_pictures_are_those_that_one_command_makes() -> None:
    shown = [picture for page in pages_of(TEXT) for picture in page.pictures]
    assert {name.removesuffix(".png") for name in shown} <= SCREENS.keys()
    made = {f"{path.relative_to(DOCS)}".removesuffix(".png") for path in DOCS.glob("huong-dan/*.png")}
    assert made == {name for name in SCREENS if "/" in name} and made <= {
        name.removesuffix(".png") for name in shown
    }
    for name in shown:
        with Image.open(DOCS / name) as picture:
            assert picture.mode == "P" and not getattr(picture, "text", {}) and "exif" not in picture.info
        assert Path(DOCS / name).stat().st_size < MOST_PICTURE


@pytest.mark.slow
def test_on_paper_it_has_at_most_six_pages_and_is_the_one_that_is_kept() -> None:
    data = guide_on_paper(GUIDE)
    pages = PdfReader(BytesIO(data)).pages
    assert len(pages) == len(pages_of(TEXT)) <= 6
    assert data == GUIDE.with_suffix(".pdf").read_bytes(), "python -m bench.pictures"
