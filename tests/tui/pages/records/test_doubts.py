"""A value that was taken over with a doubt: marked until it is typed or confirmed, one by one or many at once."""

from __future__ import annotations

from typing import Any

import pytest

from forms.dossier.doubts import Doubt, doubting, standing_doubts
from forms.model.place import Place
from tests.tui.conftest import Screen
from tui.desk.page_names import PageName
from tui.pages.records.many import ManyPage
from tui.pages.records.quick_entry import QuickPage
from tui.pages.records.record_form import FormPage

FIRST, SECOND = "children/c0001", "children/c0002"


@pytest.fixture
def doubtful(screen: Screen) -> Screen:
    """Two children of whom three values are doubtful."""
    content = screen.work.content
    screen.work.commit(
        [
            doubting(
                content, place, field, content.value((*place.split("/"), field)), Doubt("guess", "«?» là «!»")
            )
            for place, field in ((FIRST, "name"), (FIRST, "sex"), (SECOND, "sex"))
        ]
    )
    return screen


def left(screen: Screen) -> list[tuple[str, str]]:
    return [(subject.place, field.key) for subject, field, _ in standing_doubts(screen.work.content)]


def at_field(screen: Screen, place: str, key: str) -> Any:
    screen.at(place)
    assert isinstance(screen.page, FormPage)
    screen.page.go_to(Place(record=place, field=key))
    return screen.page


@pytest.mark.slow
def test_enter_confirms_a_doubtful_value_and_goes_on(doubtful: Screen) -> None:
    page = at_field(doubtful, FIRST, "sex")
    assert page.cell(page.cursor.row, 1).sign == "?"
    assert "hiểu «?» là «!»" in doubtful.said
    before = doubtful.work.content.value((*FIRST.split("/"),))
    row = page.cursor.row
    doubtful.press("enter")
    assert left(doubtful) == [(FIRST, "name"), (SECOND, "sex")]
    assert isinstance(doubtful.page, FormPage)
    assert page.cursor.row == row + 1
    assert doubtful.work.content.value((*FIRST.split("/"),)) is before
    doubtful.press("ctrl+z")
    assert (FIRST, "sex") in left(doubtful)


@pytest.mark.slow
def test_what_is_typed_settles_it_be_it_the_same_or_another(doubtful: Screen) -> None:
    at_field(doubtful, FIRST, "name")
    doubtful.press("f2", "enter")
    assert left(doubtful) == [(FIRST, "sex"), (SECOND, "sex")]
    at_field(doubtful, FIRST, "sex")
    code = doubtful.work.content.value((*FIRST.split("/"), "sex"))
    doubtful.press("n", "ữ" if code == "01" else "a", *([] if code == "01" else ["m"]), "enter")
    assert doubtful.work.content.value((*FIRST.split("/"), "sex")) != code
    assert left(doubtful) == [(SECOND, "sex")]


@pytest.mark.slow
def test_f9_walks_them(doubtful: Screen) -> None:
    doubtful.at("children")
    stops = set()
    for _ in range(40):
        doubtful.press("f9")
        issue = doubtful.desk.issue_in_hand
        if issue and issue.rule == "W75":
            stops.add((issue.place.record, issue.place.field))
    assert stops == {(FIRST, "name"), (FIRST, "sex"), (SECOND, "sex")}


@pytest.mark.slow
def test_quick_entry_confirms_with_enter(doubtful: Screen) -> None:
    doubtful.at("children")
    doubtful.desk.open(PageName.QUICK_ENTRY, "children")
    page = doubtful.page
    assert isinstance(page, QuickPage)
    page.go_to(Place(record=FIRST, field="sex"))
    doubtful.press("enter")
    assert left(doubtful) == [(FIRST, "name"), (SECOND, "sex")]
    assert doubtful.page is page


@pytest.mark.slow
def test_many_are_settled_at_once(doubtful: Screen) -> None:
    doubtful.at("children")
    doubtful.press(*["space"] * len(doubtful.work.content.records("children")), "ctrl+f")
    assert isinstance(doubtful.page, ManyPage)
    labels = [doubtful.page.cell(row, 2).text for row in range(doubtful.page.count())]
    line = next(row for row, text in enumerate(labels) if "nghi ngờ" in text)
    assert doubtful.page.cell(line, 3).text.strip() == "3"
    doubtful.page.go(line)
    doubtful.press("enter")
    assert left(doubtful) == []
    doubtful.press("ctrl+z")
    assert len(left(doubtful)) == 3
