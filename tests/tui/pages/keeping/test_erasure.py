"""A child is erased on the screen: read first, then the reason and consent in words; the dossier goes on without it."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Screen
from tui.pages.help.menu_page import MenuPage
from tui.pages.keeping.erasure_page import ErasedPage, ErasurePage
from tui.texts.help.keys import Action
from tui.texts.sessions.erasing_words import HEAD_BEYOND, HEAD_GOES, HEAD_STAYS

pytestmark = pytest.mark.slow

C3 = "children/c0003"
NAME = "Phạm Mẫu Phúc"


def begin(screen: Screen) -> None:
    """Opened by the menu, by its number."""
    screen.press("f10")
    menu = screen.page
    assert isinstance(menu, MenuPage)
    screen.type(f"{menu.entries.index(Action.ERASE) + 1}⏎")


def traces(screen: Screen) -> list[str]:
    folder = screen.work.workspace.folder
    return [path.name for path in folder.rglob("*") if path.is_file() and NAME.encode() in path.read_bytes()]


@pytest.mark.parametrize("place", [C3, f"{C3}/name"])
def test_a_burst_erases_the_child_and_the_dossier_goes_on(screen: Screen, place: str) -> None:
    screen.work.put((*C3.split("/"), "phone"), "0900111222")
    screen.work.fold()
    assert traces(screen)
    screen.at(place)
    begin(screen)
    assert isinstance(screen.page, ErasurePage)
    assert f"{NAME} (Trẻ 3)" in screen.text
    assert "c0003" not in screen.text
    screen.type("‹end›⏎phụ huynh yêu cầu⏎xoa han⏎")
    assert isinstance(screen.page, ErasedPage)
    assert "Đã xóa hẳn Trẻ 3 ở năm học" in screen.text
    assert "c0003" not in screen.text
    assert traces(screen) == []
    assert "c0003" not in screen.work.content.records("children")
    # what is typed now is saved, and nothing is undone behind it
    screen.at("T4.204:TU_THUC.permanent")
    screen.type("7⏎")
    assert screen.cell("T4.204:TU_THUC.permanent") == 7
    assert screen.undo_all() == 1
    screen.press("escape")


@pytest.mark.parametrize(
    "typed",
    [
        "‹end›⏎lý do⏎xóa⏎",
        "‹end›⏎lý do⏎‹escape›",
        "‹end›⏎⏎",
        "‹end›⏎‹escape›",
        "‹escape›",
        "xóa hẳn",
        "⏎lý do⏎xóa hẳn⏎",
        "‹pagedown›⏎lý do⏎xóa hẳn⏎",
    ],
)
def test_without_consent_nothing_is_erased(screen: Screen, typed: str) -> None:
    screen.at(C3)
    begin(screen)
    before = screen.work.session
    screen.type(typed)
    assert screen.work.session is before
    assert "c0003" in screen.work.content.records("children")


def test_other_records_have_no_such_entry(screen: Screen) -> None:
    for place in ("staff/s0001", "classes/k0001", "staff", "facility", "T2"):
        screen.at(place)
        assert Action.ERASE not in screen.page.doable()
    screen.at("children")
    assert Action.ERASE in screen.page.doable()


def test_a_session_that_only_looks_is_told(screen: Screen) -> None:
    screen.work.session.writer.release()  # type: ignore[union-attr]
    screen.work.session.writer = None
    screen.at(C3)
    screen.desk.act(Action.ERASE)
    assert not isinstance(screen.page, ErasurePage)
    assert "chỉ để xem" in screen.said


def test_the_deed_stands_below_all_that_is_to_be_read(screen: Screen) -> None:
    screen.at(C3)
    begin(screen)
    page = screen.page
    assert isinstance(page, ErasurePage)
    read = ""
    while page.deed_here is None:
        read += screen.text
        screen.press("enter")
        assert screen.page is page and "dòng cuối" in screen.desk.said
        screen.press("pagedown")
    assert all(heading in read for heading in (HEAD_GOES, HEAD_BEYOND, HEAD_STAYS))


def test_what_it_comes_to_is_looked_up_while_esc_is_answered(screen: Screen) -> None:
    screen.at(C3)
    screen.terminal.holds = True
    before = screen.page
    begin(screen)
    assert "Đang xem các tệp" in screen.text
    screen.press("escape")
    screen.terminal.carry_out()
    assert screen.page is before and screen.desk.said == "Chưa xóa gì."


def test_it_is_erased_away_from_the_keys_and_is_not_stopped_half_way(screen: Screen) -> None:
    screen.at(C3)
    begin(screen)
    screen.terminal.holds = True
    screen.type("‹end›⏎lý do⏎xóa hẳn⏎")
    waiting = screen.page
    assert "Đang xóa hẳn" in screen.text and traces(screen)
    screen.type("abc⏎‹f10›‹ctrl+z›‹escape›")
    assert screen.page is waiting and "Xin chờ" in screen.said
    # nothing else is done with the dossier meanwhile, and nothing is taken for a loss
    assert not screen.work.writable and screen.work.loss == ""
    screen.work.fold()
    screen.terminal.carry_out()
    assert isinstance(screen.page, ErasedPage) and screen.work.writable
    assert traces(screen) == []


def test_where_another_session_takes_the_dossier_meanwhile_nothing_is_erased(screen: Screen) -> None:
    screen.at(C3)
    begin(screen)
    screen.terminal.holds = True
    screen.type("‹end›⏎lý do⏎xóa hẳn⏎")
    workspace = screen.work.workspace
    with workspace.open(write=True, year=screen.work.content.year):
        screen.terminal.carry_out()
    assert isinstance(screen.page, ErasurePage)
    assert "đang mở" in screen.said and not screen.work.writable
    assert "c0003" in screen.work.content.records("children")
