"""Who receives the reports comes from the letter: under another one no page says «Phòng», in a year without one neither."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from forms.dossier.campaign import Receiver, receiver_of
from forms.dossier.content import Content, empty_content
from forms.dossier.roster import SchoolYear
from forms.package.letters.letter_file import edits_to
from tests.builders import example
from tests.tui.conftest import Open, Screen
from tests.tui.page_driver import PAGES
from tui.jobs.workspace import Workspace

pytestmark = pytest.mark.slow

LETTER = {"office": "Ủy ban nhân dân phường Mẫu", "office_short": "UBND phường", "review_to": "2019-10-20"}
KNOWN = re.compile(r"[Pp]hòng (Giáo dục|rà|trả|từ|đã|thấy|nhận)|(của|cho|về|nộp|gửi) [Pp]hòng|PHÒNG(?! HỌC)|849|Cao Minh")  # fmt: skip
NAMES = (
    *("home", "campaign", "help", "menu", "privacy", "erase", "sign-off", "sent", "portal", "refused"),
    *("remark", "answer", "answer-form", "differences"),
)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_no_page_names_another_receiver(screen: Screen, name: str) -> None:
    screen.work.commit(edits_to(screen.work.content, LETTER))
    PAGES[name](screen)
    assert KNOWN.findall(screen.text) == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("sent", "Ý KIẾN CỦA UBND PHƯỜNG"),
        ("sent", "UBND phường rà soát đến 20/10"),
        ("sent", "Khi UBND phường trả lời"),
        ("portal", "gửi về UBND phường"),
        ("answer", "TRẢ LỜI CỦA UBND PHƯỜNG"),
        ("answer", "Đọc tệp trả lời của UBND phường"),
        ("sign-off", "Gói cho UBND phường"),
    ],
)
def test_the_pages_name_the_one_of_the_letter(screen: Screen, name: str, wanted: str) -> None:
    screen.work.commit(edits_to(screen.work.content, LETTER))
    PAGES[name](screen)
    screen.desk.resize(132, 70)
    assert wanted in screen.text


def test_a_year_without_a_letter_names_nobody(tmp_path: Path, open_desk: Open) -> None:
    workspace = Workspace(tmp_path / "next", chosen_year=SchoolYear(2020), day=date(2020, 9, 10))
    screen = open_desk(workspace)
    screen.press("enter")
    shown = [screen.text]
    for place in ("facility/region", "facility/area", "facility/province", "facility/email", "campaign"):
        screen.at(place)
        shown.append(screen.text)
    screen.press("escape", "f1")
    shown.append(" ".join(line for line, _ in screen.page.lines))
    text = " ".join(shown)
    assert KNOWN.findall(text) == []
    assert "Quận 12" not in text


@pytest.mark.parametrize(
    ("name", "spoken", "capitals"),
    [
        ("Phòng", "phòng", "PHÒNG"),
        ("Sở", "sở", "SỞ"),
        ("UBND phường", "UBND phường", "UBND PHƯỜNG"),
        ("Nơi nhận", "nơi nhận", "NƠI NHẬN"),
    ],
)
def test_a_name_within_a_sentence(name: str, spoken: str, capitals: str) -> None:
    receiver = Receiver("", name)
    assert (receiver.spoken, receiver.capitals) == (spoken, capitals)


def test_who_it_is() -> None:
    assert receiver_of(example()) == Receiver("Phòng Giáo dục và Đào tạo Quận 12", "Phòng")
    assert receiver_of(empty_content(SchoolYear(2030))) == Receiver("", "Nơi nhận")
    named = Content({"school_year": "2030-2031", "campaign": {"office_short": "Sở"}})
    assert receiver_of(named).name == "Sở"
