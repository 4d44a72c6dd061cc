"""A file of the national system beside ours on screen: each line goes to its place, what is put right is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from forms.package.complaints import keeping
from tests.builders import AT
from tests.tui.conftest import Screen
from tests.tui.page_driver import COMPLAINED, THERE, complained, system_file
from tui.desk.page_names import PageName
from tui.jobs.official.system_file import SystemFile, complaints_of
from tui.pages.home.home import HomePage
from tui.pages.records.record_form import FormPage
from tui.pages.records.record_list import DossierListPage
from tui.pages.sending.replies import RepliesPage
from tui.pages.sending.system_comparison import SystemComparisonPage
from tui.texts.help.keys import Action
from tui.texts.revisions import compare_words, reply_words

pytestmark = pytest.mark.slow


def look(screen: Screen, file: SystemFile | None = None) -> SystemComparisonPage:
    screen.desk.open(PageName.COMPARISON, file or system_file(screen.work.content))
    assert isinstance(screen.page, SystemComparisonPage)
    return screen.page


def places(page: SystemComparisonPage) -> list[str]:
    return [str(each.place) for each in page.mismatches]


DIFFERING = [
    "children/c0001/id",
    "children/c0002",
    "children/c0003/mother_name",
    "children",
    "children/c0005",
    "children/c0004",
]
"""The places of ``THERE``."""


def test_each_line_goes_to_its_place_and_back(screen: Screen) -> None:
    page = look(screen)
    assert places(page) == DIFFERING
    assert "6 CHỖ KHÁC" in screen.lines[0]
    assert compare_words.COLUMN_SENT.format(number=1) not in screen.text
    for row, place in enumerate(DIFFERING):
        page.go(row)
        screen.press("enter")
        assert isinstance(screen.page, DossierListPage if place == "children" else FormPage), place
        screen.press("escape")
        assert screen.desk.page is page
        assert page.cursor.row == row


def test_what_is_put_right_is_gone_and_comes_back_with_undo(screen: Screen) -> None:
    page = look(screen)
    screen.type("⏎7900000001⏎‹escape›")
    assert screen.page is page
    assert places(page) == DIFFERING[1:]
    screen.press("ctrl+z")
    assert places(page) == DIFFERING


def test_a_row_that_is_unclear_says_why_below(screen: Screen) -> None:
    page = look(screen)
    screen.type("↓")
    assert "có thể là Trẻ 2 Trần Thị Mẫu Ánh" in screen.said
    assert compare_words.UNKNOWN in screen.lines[4]
    screen.type("↓↓↓")
    assert page.mismatches[4].remark is not None
    assert "không có ngày này" in screen.said


def test_what_was_sent_has_a_column_of_its_own(refused: Screen) -> None:
    file = system_file(refused.work.content)
    refused.work.put(("children", "c0006", "sex"), "01")
    page = look(refused, file)
    assert compare_words.COLUMN_SENT.format(number=1) in refused.lines[2]
    (found,) = [each for each in page.mismatches if str(each.place) == "children/c0006/sex"]
    assert (found.theirs.text, found.ours.text, found.sent and found.sent.text) == ("Nữ", "Nam", "Nữ")


@pytest.mark.parametrize(
    "keys", ["x", "5", " ", "‹delete›", "⌫", "‹f2›", "⇥", "‹f3›mẫu⏎", "↓↑‹end›‹home›‹pagedown›←→"]
)
def test_nothing_is_typed_here(screen: Screen, keys: str) -> None:
    before = screen.work.content
    page = look(screen)
    screen.type(keys * 5)
    screen.desk.paste("1\t2\n3\t4")
    assert screen.page is page
    assert screen.work.content is before
    assert len(screen.lines) == 24
    assert max(map(len, screen.lines)) <= 80


def test_a_file_that_is_the_same_says_so(screen: Screen) -> None:
    file = system_file(screen.work.content)
    (source,) = file.sources
    ours = [row for number, row in enumerate(source.rows) if number >= len(THERE)]
    look(screen, file._replace(sources=(source._replace(rows=tuple(ours)),)))
    assert f"{len(THERE)} CHỖ KHÁC" in screen.lines[0]
    assert isinstance(screen.page, SystemComparisonPage)
    assert {each.kind for each in screen.page.mismatches} == {"only_ours"}
    screen.desk.back()
    look(screen, SystemFile("trong.xlsx"))
    assert compare_words.SAME in screen.said
    screen.type("⏎ x‹home›‹end›")
    assert len(screen.lines) == 24


@pytest.mark.slow
def test_the_file_is_asked_for_from_the_list_of_what_is_done_there(refused: Screen, tmp_path: Path) -> None:
    path = tmp_path / "la.xlsx"
    path.write_text("xin chào")
    for page in (PageName.PORTAL, PageName.HOME):
        refused.desk.home() if page is PageName.HOME else refused.desk.open(page)
        assert Action.COMPARE in refused.page.actions
        refused.desk.act(Action.COMPARE)
        refused.type(f"{path}⏎")
        assert "Không có gì thay đổi" in refused.desk.said
    assert isinstance(refused.page, HomePage)
    (book,) = (refused.work.workspace.folder / "exports" / "2019-2020" / "ban-1").glob("*.json")
    refused.desk.act(Action.COMPARE)
    refused.desk.paste(str(book))
    refused.press("enter")
    assert isinstance(refused.page, HomePage), "a package is no file of the system"
    assert refused.desk.said


# What the system complains about


def test_f9_walks_to_every_complaint_and_space_ticks_it_off(screen: Screen) -> None:
    file = system_file(screen.work.content, **COMPLAINED)
    screen.work.commit(keeping(screen.work.content, complaints_of(file, screen.work.content, AT)))
    seen = []
    for _ in range(3):
        screen.press("f9")
        assert isinstance(screen.page, FormPage)
        seen.append(screen.said.partition("HỆ THỐNG: ")[2])
    assert [text.rpartition(": ")[2] for text in seen] == [
        "Ngày sinh không hợp lệ",
        "Thiếu dân tộc",
        "TRUNG_MA_HOC_SINH",
    ]
    screen.desk.home()
    screen.desk.open(PageName.REPLIES)
    assert isinstance(screen.page, RepliesPage)
    screen.type(" ↓ ↓ ")
    assert screen.work.remarks == []
    assert screen.text.count("[x]") == 3
    screen.type("‹ctrl+z›")
    assert len(screen.work.remarks) == 1
    screen.type("⏎")
    assert isinstance(screen.page, FormPage)


def test_a_complaint_shows_where_its_record_is_open(screen: Screen) -> None:
    file = system_file(screen.work.content, **COMPLAINED)
    screen.work.commit(keeping(screen.work.content, complaints_of(file, screen.work.content, AT)))
    screen.at("children/c0002/birth_date")
    assert "HỆ THỐNG: Trẻ 2 Trần Thị Mẫu Ánh, Ngày sinh: Ngày sinh không hợp lệ" in screen.said
    screen.at("children/c0003/birth_date")
    assert "HỆ THỐNG" not in screen.text


def test_complaints_are_ticked_off_while_the_office_has_the_report(sent: Screen) -> None:
    file = system_file(sent.work.content, **COMPLAINED)
    sent.work.commit(keeping(sent.work.content, complaints_of(file, sent.work.content, AT)))
    assert len(sent.work.remarks) == 3
    sent.desk.open(PageName.REPLIES)
    assert reply_words.REPLIES_COMPLAINED in sent.said
    sent.type(" ")
    assert len(sent.work.remarks) == 2


def test_the_comparison_leads_to_the_complaints_of_its_file(screen: Screen) -> None:
    file = complained(screen)
    page = look(screen, file)
    assert page.lines[0].leads
    assert "còn 3" in screen.lines[3]
    screen.type("‹home›⏎")
    assert isinstance(screen.page, RepliesPage)
    screen.desk.back()
    look(screen, file._replace(digest="khac"))
    assert compare_words.COMPLAINTS not in screen.text


@pytest.mark.slow
def test_opening_a_file_keeps_what_it_complains_about_once(screen: Screen, tmp_path: Path) -> None:
    book, path = Workbook(), tmp_path / "tra-lai.xlsx"
    sheet = book.worksheets[0]
    sheet.title = "Học sinh"
    sheet.append(["Họ tên", "Ngày sinh", "MA_LOI"])
    child = screen.work.content.records("children")["c0002"]
    sheet.append([child["name"], child["birth_date"], "Ngày sinh không hợp lệ"])
    book.save(path)
    for _ in range(2):
        screen.desk.home()
        screen.desk.act(Action.COMPARE)
        screen.type(f"{path}⏎")
        assert isinstance(screen.page, SystemComparisonPage)
        assert [str(issue.place) for issue in screen.work.remarks] == ["children/c0002/birth_date"]
    screen.type("‹ctrl+z›")
    assert screen.work.remarks == []
