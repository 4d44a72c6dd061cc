"""A child is erased on the screen: read first, then the reason and consent in words; the dossier goes on without it."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Screen
from tui.desk.keys import Action
from tui.pages.help.menu_page import MenuPage
from tui.pages.keeping.erasure_page import ErasedPage, ErasurePage

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
    assert NAME in screen.text
    screen.type("⏎phụ huynh yêu cầu⏎xoa han⏎")
    assert isinstance(screen.page, ErasedPage)
    assert f"Đã xóa hẳn {C3}" in screen.text
    assert traces(screen) == []
    assert "c0003" not in screen.work.content.records("children")
    # what is typed now is saved, and nothing is undone behind it
    screen.at("T4.204:TU_THUC.permanent")
    screen.type("7⏎")
    assert screen.cell("T4.204:TU_THUC.permanent") == 7
    assert screen.undo_all() == 1
    screen.press("escape")


@pytest.mark.parametrize(
    "typed", ["⏎lý do⏎xóa⏎", "⏎lý do⏎‹escape›", "⏎⏎", "⏎‹escape›", "‹escape›", "xóa hẳn"]
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
