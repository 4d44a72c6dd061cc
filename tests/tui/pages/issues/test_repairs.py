"""What repairs an issue is offered wherever the issue is in focus: as a key, in the menu, and in a line below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms.dossier.content import Edit
from forms.model.issue import Repair
from tests.tui.conftest import Screen
from tests.tui.page_driver import send, sign_off, stale
from tui.pages.help.menu_page import MenuPage
from tui.pages.records.record_form import FormPage
from tui.pages.records.record_list import RecordsPage
from tui.pages.tables.take_preview import TakePage
from tui.texts.help.keys import REPAIRS, Action

EMPTY = "k0099"
OFFER = "Sửa ngay: Xóa (Ctrl+D) · Chuyển trẻ (F10 hoặc Ctrl+O)"


def empty_class(screen: Screen) -> None:
    """A class without children, the figures taken."""
    screen.work.commit([Edit(("classes", EMPTY), None, {"code": "MAU9", "name": "Lớp Mẫu Trống"})])
    screen.press("f5", "enter")
    screen.desk.home()


def on_the_list(screen: Screen) -> None:
    screen.at("classes")
    screen.press("end", "up")


def on_the_form(screen: Screen) -> None:
    screen.at(f"classes/{EMPTY}")


def on_the_issues(screen: Screen) -> None:
    screen.at("issues")
    row = [issue.rule for issue in screen.page.issues].index("W62")
    screen.page.go(row)


def on_the_page_before_sending(screen: Screen) -> None:
    _complete(screen)
    sign_off(screen)
    page = screen.page
    row = next(row for row, line in enumerate(page.lines) if "Lớp Mẫu Trống" in line.text and line.path)
    page.go(row)


def _complete(screen: Screen) -> None:
    """The new class has what another one has: nothing blocks the sending."""
    classes = screen.work.content.records("classes")
    other = next(value for ref, value in classes.items() if ref != EMPTY)
    whole = {**other, "code": "MAU9", "name": "Lớp Mẫu Trống"}
    screen.work.commit([Edit(("classes", EMPTY), classes[EMPTY], whole)])
    screen.press("f5", "enter")
    screen.desk.home()


WHERE = (on_the_list, on_the_form, on_the_issues, on_the_page_before_sending)
where = pytest.mark.parametrize("go", WHERE)


def menu_labels(screen: Screen) -> list[str]:
    screen.press("f10")
    assert isinstance(screen.page, MenuPage)
    return [screen.page.cell(row, 2).text for row in range(screen.page.count())]


def test_every_repair_has_its_action() -> None:
    assert set(REPAIRS) == set(Repair)


@where
def test_an_empty_class_offers_to_remove_it_and_to_move_children(
    screen: Screen, go: Callable[[Screen], None]
) -> None:
    empty_class(screen)
    go(screen)
    assert set(screen.page.repairs()) == {Action.REMOVE, Action.MOVE_IN}
    assert OFFER in screen.said
    labels = [label for label in menu_labels(screen) if not label.startswith("Gửi báo cáo")]
    assert labels[0].startswith("Chuyển trẻ") and labels[1].startswith("Xóa")


def test_what_sends_stays_first_in_the_menu_of_the_page_before_sending(screen: Screen) -> None:
    empty_class(screen)
    on_the_page_before_sending(screen)
    assert menu_labels(screen)[0].startswith("Gửi báo cáo")


@where
def test_removing_an_empty_class_asks_and_can_be_undone(screen: Screen, go: Callable[[Screen], None]) -> None:
    empty_class(screen)
    go(screen)
    screen.type("‹ctrl+d›k⏎")
    assert EMPTY in screen.work.content.records("classes")
    screen.type("‹ctrl+d›c⏎")
    assert EMPTY not in screen.work.content.records("classes")
    assert all(issue.rule != "W62" for issue in screen.work.issues)
    screen.press("ctrl+z")
    assert EMPTY in screen.work.content.records("classes")


@pytest.mark.slow
@where
def test_moving_children_leads_to_their_list_where_it_can_be_done(
    screen: Screen, go: Callable[[Screen], None]
) -> None:
    empty_class(screen)
    go(screen)
    number = next(n for n, label in enumerate(menu_labels(screen), 1) if label.startswith("Chuyển trẻ"))
    screen.type(f"{number}⏎")
    assert isinstance(screen.page, RecordsPage) and screen.page.record.key == "child"
    assert "Ctrl+F" in screen.desk.said and "Lớp Mẫu Trống" in screen.desk.said
    screen.type("  ‹ctrl+f›")
    move = next(
        row for row in range(screen.page.count()) if "Chuyển sang lớp" in screen.page.cell(row, 2).text
    )
    screen.page.go(move)
    screen.type("⏎mau trong⏎")
    moved = [
        child for child in screen.work.content.records("children").values() if child["class_code"] == "MAU9"
    ]
    assert len(moved) == 2
    assert all(issue.rule != "W62" for issue in screen.work.issues)
    screen.press("ctrl+z")
    assert any(issue.rule == "W62" for issue in screen.work.issues)


@pytest.mark.parametrize("place", ["issues", "T1"])
def test_a_stale_report_offers_to_take_in_the_same_way(screen: Screen, place: str) -> None:
    stale(screen)
    screen.at(place)
    assert list(screen.page.repairs()) == [Action.TAKE]
    assert "F5" in screen.said and "Sửa ngay" not in screen.said
    screen.type("‹f10›1⏎")
    assert isinstance(screen.page, TakePage)


def test_a_class_with_children_offers_nothing(screen: Screen) -> None:
    screen.at("classes/k0001")
    assert not screen.page.repairs()
    assert "Sửa ngay" not in screen.said


@pytest.mark.slow
def test_nothing_is_offered_of_a_report_that_was_sent(screen: Screen) -> None:
    empty_class(screen)
    _complete(screen)
    send(screen)
    on_the_form(screen)
    assert isinstance(screen.page, FormPage)
    assert not screen.page.repairs()
    assert "Sửa ngay" not in screen.said
