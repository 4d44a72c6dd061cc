"""Dates and people: the end of the title line, the contact card, the form in which the letter is corrected."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.campaign import Campaign, Receiver, campaign_of
from forms.dossier.content import Edit
from forms.dossier.roster import SchoolYear
from forms.model.values import Typed
from forms.report.deadlines import next_date
from forms.sets import form_of
from forms.sets.mn2019.states import STATES
from tests.tui.conftest import Open, Screen
from tui.desk.title_end import date_parts
from tui.jobs.workspace import Workspace
from tui.pages.help.help_page import HelpPage
from tui.pages.home.home import HomePage
from tui.pages.records.record_form import (
    FormPage,
)
from tui.texts import deadline_words, desk_words, report_words
from tui.texts.help.keys import BY_ACTION, Action, label_of
from tui.texts.records import form_words

pytestmark = pytest.mark.slow


def entered(screen: Screen) -> Any:
    return dict(screen.work.content.tree.get("campaign", {}))


def title(screen: Screen) -> str:
    return screen.lines[0]


def the_help(screen: Screen) -> str:
    screen.press("f1")
    text = " ".join(line for line, _ in screen.page.lines)
    screen.press("escape")
    return text


def choose(screen: Screen, action: Action) -> None:
    """The entry of the menu."""
    screen.press("f10")
    rows = range(screen.page.count())
    number = next(row for row in rows if screen.page.cell(row, 2).text == BY_ACTION[action].long)
    screen.type(f"{number + 1}⏎")


@pytest.fixture
def without_letter(tmp_path: Path, open_desk: Open) -> Screen:
    """A new report of a year without a letter."""
    workspace = Workspace(tmp_path / "next", chosen_year=SchoolYear(2020), day=date(2020, 9, 10))
    found = open_desk(workspace)
    found.press("enter")
    assert isinstance(found.page, HomePage)
    return found


# The form


def test_the_menu_of_the_first_page_opens_the_letter(screen: Screen) -> None:
    choose(screen, Action.CAMPAIGN)
    assert isinstance(screen.page, FormPage)
    assert "[24/09/2019]" in screen.text
    for key in ("contact_name", "checker", "training_place"):
        assert str(form_of(2019).letters[2019][key]) in screen.text
    screen.press("escape")
    assert isinstance(screen.page, HomePage)


def test_a_burst_of_keys_corrects_the_letter(screen: Screen) -> None:
    choose(screen, Action.CAMPAIGN)
    screen.type("300919⏎25/9/2019⏎5-10-2019⏎12102019⏎")
    assert entered(screen) == {
        "last_day": "2019-09-30",
        "review_from": "2019-09-25",
        "review_to": "2019-10-05",
        "resend": "2019-10-12",
    }
    assert screen.page.field.key == "training"
    assert "Hạn nộp 30/9 · còn 11 ngày" in title(screen)
    screen.press(*["ctrl+z"] * 4)
    assert entered(screen) == {}
    assert "Hạn nộp 24/9 · còn 5 ngày" in title(screen)
    screen.press("ctrl+y")
    assert "Hạn nộp 30/9" in title(screen)


def test_keys_one_at_a_time_and_in_a_burst_give_the_same(screen: Screen) -> None:
    burst = "300919⏎‹delete›⇥x⌫‹escape›⏎02/10/2019‹f2›"
    screen.at("campaign/last_day")
    screen.type(burst)
    first = entered(screen)
    screen.work.put(("campaign",), None)
    screen.at("campaign/last_day")
    for key in ("3", "0", "0", "9", "1", "9", "enter", "delete", "tab", "x", "backspace", "escape", "enter"):
        screen.press(key)
        assert screen.lines
    for key in (*"02/10/2019", "f2"):
        screen.press(key)
        assert screen.lines
    assert entered(screen) == first
    assert "last_day" in first


def test_delete_gives_the_value_of_the_letter_back(screen: Screen) -> None:
    screen.at("campaign/contact_phone")
    screen.type("02800000001⏎↑")
    assert screen.under_cursor == "*02800000001"
    assert "Công văn ghi «0968484791»" in screen.said
    screen.press("delete")
    assert screen.under_cursor == "0968484791"
    assert "Theo công văn: 0968484791." in screen.said
    assert entered(screen) == {}
    screen.press("delete")
    assert screen.under_cursor == "0968484791"
    screen.press("ctrl+z")
    assert screen.under_cursor == "*02800000001"


def test_what_the_letter_says_is_no_correction(screen: Screen) -> None:
    screen.at("campaign/last_day")
    before = screen.work.content
    screen.type("24/9/2019⏎")
    assert screen.work.content is before
    screen.type("↑300919⏎↑240919⏎")
    assert entered(screen) == {}


def test_a_wrong_day_stays_marked_and_changes_no_deadline(screen: Screen) -> None:
    screen.at("campaign/last_day")
    screen.type("31/9/2019⏎")
    assert "LỖI: Ngày cuối nộp báo cáo: «31/9/2019» không phải ngày hợp lệ" in screen.said
    screen.press("up")
    assert screen.under_cursor == "!31/9/2019"
    assert "Công văn «" not in screen.said
    assert entered(screen) == {"last_day": Typed("31/9/2019")}
    assert "Hạn nộp 24/9 · còn 5 ngày" in title(screen)
    assert "sai" not in title(screen)
    assert not [issue for issue in screen.work.issues if issue.place.record == "campaign"]
    assert len(screen.work.issues) == 3


def test_the_letter_can_be_corrected_while_the_report_is_with_the_office(screen: Screen) -> None:
    screen.work.put(("state",), "sent")
    screen.at("campaign/review_to")
    screen.type("02/10/2019⏎")
    assert entered(screen) == {"review_to": "2019-10-02"}
    assert "Phòng rà soát 21/9–2/10" in title(screen)


def test_a_session_that_only_looks_shows_the_letter_and_keeps_it(looking: Screen) -> None:
    looking.at("campaign/last_day")
    looking.press("x")
    assert looking.desk.said == report_words.READ_ONLY
    assert entered(looking) == {}
    assert "CHỈ XEM · Hạn nộp 24/9 · còn 5 ngày" in title(looking)


@pytest.mark.parametrize("place", ["campaign", "campaign/last_day", "campaign/news_url"])
def test_the_letter_is_a_place(screen: Screen, place: str) -> None:
    screen.at(place)
    assert isinstance(screen.page, FormPage)
    field = screen.page.field
    assert field is not None
    assert field.key == (place.partition("/")[2] or "last_day")


@pytest.mark.parametrize("place", ["campaign/khac", "campaign/last_day/x", "campaign/k0001/last_day"])
def test_there_are_no_other_places_in_it(screen: Screen, place: str) -> None:
    screen.at(place)
    assert isinstance(screen.page, HomePage)
    assert f"«{place}»" in screen.desk.said


def test_there_is_one_letter_and_nothing_of_it_is_reviewed(screen: Screen) -> None:
    screen.at("campaign/news_url")
    before = screen.work.content
    for key in ("f4", "f6", "insert", "ctrl+d", "ctrl+t", "ctrl+f"):
        screen.press(key)
        assert screen.desk.said == desk_words.NOT_HERE.format(key=label_of(key))
    screen.type("http://mau.example/⏎")
    assert screen.desk.said == desk_words.LAST_CELL
    screen.press("ctrl+z")
    assert screen.work.content.tree == before.tree


# The contact card


def test_help_tells_dates_and_people_of_the_letter(screen: Screen) -> None:
    shown = the_help(screen)
    for text in (
        "Tiếp theo: Hạn nộp 24/9 · còn 5 ngày.",
        "Phụ trách chung, liên hệ khi có vướng mắc: Ông Cao Minh Nghĩa, điện thoại 0968484791, Zalo 0968484791",
        "Kiểm tra báo cáo mầm non: Bà Nguyễn Thị Thùy Trang",
        "Tập huấn: ngày 19/09/2019, lúc 08 giờ, tại Trường THCS Nguyễn Chí Thanh, mang theo laptop và 01",
        "Nộp báo cáo: chậm nhất ngày 24/09/2019",
        "từ ngày 21/09/2019, đến ngày 30/09/2019",
        "gửi lại chậm nhất ngày 05/10/2019",
        "Công văn số 849/GDĐT-CSVC, ngày 13/09/2019, Phòng Giáo dục và Đào tạo Quận 12",
        "người ký Khưu Mạnh Hùng",
        "http://csdl.moet.gov.vn/",
        "http://hcm.edu.vn/",
    ):
        assert text in shown


def test_help_shows_the_corrected_telephone_and_not_the_old_one(screen: Screen) -> None:
    screen.at("campaign/contact_phone")
    screen.type("02800000001⏎02800000002⏎")
    shown = the_help(screen)
    assert "điện thoại 02800000001, Zalo 02800000002" in shown
    assert "0968484791" not in shown


def test_the_card_ends_the_help_and_leads_to_the_letter(screen: Screen) -> None:
    screen.press("f1", "end")
    assert "GẶP VƯỚNG MẮC" in screen.text
    assert "Ông Cao Minh Nghĩa" in screen.text
    choose(screen, Action.CAMPAIGN)
    screen.type("300919⏎‹escape›")
    assert isinstance(screen.page, HelpPage)
    assert "chậm nhất ngày 30/09/2019" in screen.text


def test_a_deadline_that_is_over_is_told_calmly(screen: Screen) -> None:
    screen.work.workspace = screen.work.workspace.but(day=date(2019, 9, 26))
    assert title(screen).endswith("Hạn nộp 24/9 đã qua")
    assert deadline_words.CARD_PASSED in the_help(screen)
    assert "!" not in title(screen)


# A year without a letter


def test_a_year_without_a_letter_shows_no_date_and_lets_them_be_entered(without_letter: Screen) -> None:
    assert "Hạn nộp" not in title(without_letter)
    without_letter.work.put(("facility", "name"), "Nhóm Mẫu")
    assert title(without_letter).endswith("thiếu 9 mục")
    shown = the_help(without_letter)
    assert deadline_words.NO_CAMPAIGN in shown
    assert "0968484791" not in shown
    choose(without_letter, Action.CAMPAIGN)
    assert without_letter.under_cursor == ""
    without_letter.type("25/9/20⏎")
    assert entered(without_letter) == {"last_day": "2020-09-25"}
    assert "Hạn nộp 25/9 · còn 15 ngày" in title(without_letter)
    assert form_words.LETTER_SAYS.partition("{")[0] not in without_letter.said
    without_letter.at("campaign/contact_name")
    without_letter.type("Người Mẫu 1⏎")
    shown = the_help(without_letter)
    assert "Người Mẫu 1" in shown
    assert "Zalo" not in shown
    assert "http" not in shown
    without_letter.press("up", "delete")
    assert "contact_name" not in entered(without_letter)
    assert without_letter.undo_all() >= 3
    assert campaign_of(without_letter.work.content) is None


def test_every_field_can_be_entered_with_enter_alone(without_letter: Screen) -> None:
    without_letter.at("campaign")
    fields = without_letter.page.record.fields
    for field in fields:
        assert without_letter.page.field is field
        without_letter.type(("25/9/2020" if field.type == "date" else f"Mẫu {field.key}") + "⏎")
    assert set(entered(without_letter)) == {field.key for field in fields}
    assert without_letter.desk.said == desk_words.LAST_CELL


# The end of the title line


@pytest.mark.parametrize(
    ("state", "day", "wanted"),
    [
        ("draft", "2019-09-13", "Tập huấn 19/9 · 08 giờ · còn 6 ngày"),
        ("draft", "2019-09-19", "Hạn nộp 24/9 · còn 5 ngày"),
        ("draft", "2019-09-24", "Hạn nộp 24/9 · hôm nay"),
        ("draft", "2019-09-25", "Hạn nộp 24/9 đã qua"),
        ("sent", "2019-09-25", "Phòng rà soát 21/9–30/9"),
        ("sent", "2019-10-01", "Xem ý kiến của Phòng"),
        ("rejected", "2019-10-01", "Gửi lại 5/10 · còn 4 ngày"),
        ("unlocked", "2019-10-05", "Gửi lại 5/10 · hôm nay"),
        ("rejected", "2019-10-06", "Ngày gửi lại 5/10 đã qua"),
        ("approved", "2019-10-01", "Đã duyệt"),
        ("locked", "2019-10-01", "Đã khóa"),
        ("unlock_requested", "2019-10-01", "Đã gửi yêu cầu mở khóa"),
    ],
)
def test_the_title_line_tells_what_comes_next(screen: Screen, state: str, day: str, wanted: str) -> None:
    screen.work.workspace = screen.work.workspace.but(day=date.fromisoformat(day))
    screen.work.put(("state",), state)
    assert title(screen).endswith(wanted)


def test_the_review_without_a_first_day_is_told_by_its_last() -> None:
    letter = Campaign(form_of(2019).letters[2019], form_of(2019).letter).but(
        record={"review_to": "2019-09-30"}
    )
    found = next_date(letter, "sent", date(2019, 9, 25))
    assert found is not None
    assert date_parts(found, STATES["sent"].title, Receiver("", "Sở")) == ("Sở rà soát đến 30/9",)


def test_what_is_missing_and_wrong_is_counted_while_it_can_be_put_right(screen: Screen) -> None:
    for path, value in (
        (("children", "c0003", "sex"), None),
        (("children", "c0004", "birth_date"), Typed("31/02/2016")),
        (("staff", "s0001", "role"), None),
    ):
        screen.work.put(path, value)
    assert title(screen).endswith(
        "Hạn nộp 24/9 · còn 5 ngày · 4 lỗi (thiếu 2 mục)"
    )  # a date, and figures to take
    assert "TẬP HUẤN · 2019-2020" in title(screen)
    screen.at("missing")
    assert "CÒN 4 LỖI (THIẾU 2 MỤC)" in title(screen)
    screen.work.put(("state",), "sent")
    assert "thiếu" not in title(screen)
    assert "sai" not in title(screen)


@pytest.mark.parametrize(
    ("width", "wanted"),
    [
        (60, "Hạn nộp 24/9"),
        (66, "Hạn nộp 24/9 · còn 5 ngày"),
        (76, "Hạn nộp 24/9 · còn 5 ngày"),
        (80, "Hạn nộp 24/9 · còn 5 ngày · thiếu 1 mục"),
        (132, "Hạn nộp 24/9 · còn 5 ngày · thiếu 1 mục"),
    ],
)
def test_a_narrow_line_lets_go_from_the_right(screen: Screen, width: int, wanted: str) -> None:
    screen.work.put(("children", "c0003", "sex"), None)
    screen.at("children")
    screen.desk.resize(width, 24)
    assert title(screen).endswith(wanted)
    assert len(title(screen)) <= width
    assert "TẬP HUẤN · " in title(screen)
    assert " · 2019-2020" in title(screen)


def test_before_anything_is_entered_nothing_is_missing(empty_folder: Screen) -> None:
    assert title(empty_folder).endswith("Hạn nộp 24/9 · còn 5 ngày")
    empty_folder.press("enter")
    assert title(empty_folder).endswith("Hạn nộp 24/9 · còn 5 ngày")
    empty_folder.work.put(("facility", "name"), "Nhóm Mẫu")
    assert "thiếu 6 mục" in title(empty_folder)


def test_the_title_line_is_worked_out_once_for_each_content(screen: Screen) -> None:
    parts = screen.desk._title_end.parts(screen.work)
    screen.at("children")
    screen.press("down", "down", "f1", "escape")
    assert screen.lines
    assert screen.desk._title_end.parts(screen.work) is parts
    screen.work.commit([Edit(("campaign", "last_day"), None, "2019-09-30")])
    assert screen.desk._title_end.parts(screen.work) is not parts


def test_records_stay_as_they_were_sent_while_the_letter_can_be_corrected(screen: Screen) -> None:
    screen.work.put(("state",), "sent")
    before = screen.work.content
    screen.at("facility/phone")
    screen.type("1")
    assert not screen.page.is_typing
    assert "đã gửi" in screen.desk.said
    assert screen.work.content is before
