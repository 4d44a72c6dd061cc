"""A letter taken from a file on the screen: asked for by name, looked at, taken as one change, undone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.campaign import campaign_of
from tests.tui.conftest import Screen
from tests.tui.pages.home.test_campaign import choose
from tui.pages.intake.letter_preview import LetterPreviewPage
from tui.pages.records.record_form import FormPage
from tui.texts.help.keys import Action
from tui.texts.records import letter_words

FIELDS = {"office": "Sở Mẫu", "office_short": "Sở", "last_day": "2019-10-16"}


@pytest.fixture
def letter(tmp_path: Path) -> Any:
    def write(year: str = "2019-2020", **fields: Any) -> Path:
        path = tmp_path / "công văn.json"
        raw = {"format": "nhomtre-campaign/1", "school_year": year, "campaign": {**FIELDS, **fields}}
        path.write_text(json.dumps(raw), "utf-8")
        return path

    return write


def ask(screen: Screen, path: Path) -> None:
    """Through the menus, as a person does."""
    if not isinstance(screen.page, FormPage):
        choose(screen, Action.CAMPAIGN)
    choose(screen, Action.NEW_LETTER)
    assert letter_words.ASK_LETTER in screen.text
    screen.desk.paste(str(path))
    screen.press("enter")


def test_it_is_shown_then_taken_then_undone(screen: Screen, letter: Any) -> None:
    ask(screen, letter())
    page = screen.page
    assert isinstance(page, LetterPreviewPage)
    assert "24/09/2019" in screen.text and "16/10/2019" in screen.text
    assert "Hạn nộp 24/9" in screen.lines[0]
    screen.press("enter")
    assert isinstance(screen.page, FormPage)
    assert "Hạn nộp 16/10 · còn 27 ngày" in screen.lines[0]
    assert "Đã nhận công văn năm học 2019-2020" in screen.desk.said
    campaign = campaign_of(screen.work.content)
    assert campaign is not None and campaign.record == FIELDS
    screen.press("ctrl+z")
    assert "Hạn nộp 24/9" in screen.lines[0]


def test_the_form_shows_what_the_file_said_over_the_known_letter(screen: Screen, letter: Any) -> None:
    ask(screen, letter())
    screen.press("enter")
    assert "*16/10/2019" in screen.text
    assert "*không có" in screen.text


def test_esc_takes_nothing(screen: Screen, letter: Any) -> None:
    before = screen.work.content
    ask(screen, letter())
    screen.press("down", "escape")
    assert isinstance(screen.page, FormPage)
    assert screen.work.content is before


@pytest.mark.parametrize(
    ("year", "fields", "said"),
    [
        ("2020-2021", {}, "năm học 2020-2021"),
        ("2019-2020", {"last_day": "2019-02-30"}, "campaign.last_day: «2019-02-30»"),
        ("2019-2020", {"colour": "đỏ"}, "campaign.colour"),
    ],
)
def test_what_is_wrong_is_said(screen: Screen, letter: Any, year: str, fields: dict[str, Any], said: str) -> None:  # fmt: skip
    before = screen.work.content
    ask(screen, letter(year, **fields))
    assert isinstance(screen.page, FormPage)
    assert said in screen.desk.said
    assert "Không có gì thay đổi" in screen.desk.said
    assert screen.work.content is before


def test_the_letter_that_is_there_changes_nothing(screen: Screen, letter: Any) -> None:
    ask(screen, letter())
    screen.press("enter")
    ask(screen, letter())
    assert screen.desk.said == letter_words.SAME


def test_no_file(screen: Screen, tmp_path: Path) -> None:
    ask(screen, tmp_path / "không có.json")
    assert "Không đọc được tệp" in screen.desk.said


def test_it_can_be_taken_while_the_report_is_with_the_office(screen: Screen, letter: Any) -> None:
    screen.work.put(("state",), "sent")
    ask(screen, letter())
    screen.press("enter")
    assert campaign_of(screen.work.content).record == FIELDS  # type: ignore[union-attr]
