"""What differs between two revisions on screen, or one and now: each line goes to its place, F4 chooses the sides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from forms.dossier.content import Edit
from forms.entry.record_edits import delete_records, new_record
from forms.model.issue import Severity
from forms.report.differences import differences
from forms.report.report import explanation_path
from forms.sets.mn2019.records import CHILD, FACILITY
from tests.tui.conftest import Open, Screen
from tests.tui.sent_copies import FREE_CHANGES, reopened
from tui.pages.home.home import HomePage
from tui.pages.records.record_form import (
    FormPage,
)
from tui.pages.records.record_list import DossierListPage
from tui.pages.sending.difference_list import DifferencesPage
from tui.pages.tables.sheet import SheetPage
from tui.texts import desk_words
from tui.texts.help.keys import Action
from tui.texts.revisions import difference_words

pytestmark = pytest.mark.slow


@pytest.fixture
def again(tmp_path: Path, open_desk: Open) -> Screen:
    """The first page of a report that was corrected and sent again."""
    return reopened("sent again", tmp_path / "data", open_desk)


def look(screen: Screen) -> DifferencesPage:
    screen.desk.act(Action.DIFFERENCES)
    assert isinstance(screen.page, DifferencesPage)
    return screen.page


def paths(page: DifferencesPage) -> list[str]:
    return [each.path for each in page.differences]


# Where Enter goes

ADDED = "c0047"


def _add(screen: Screen) -> list[Edit]:
    return list(new_record(screen.work.content, CHILD, {"name": "Trẻ Mẫu Mới"})[1])


def _remove(screen: Screen) -> list[Edit]:
    return list(delete_records(screen.work.content, CHILD, ["c0003"]))


def _set(*path: str, to: object) -> Callable[[Screen], list[Edit]]:
    return lambda screen: [Edit(path, screen.work.content.value(path), to)]


def _explain(screen: Screen) -> list[Edit]:
    issue = [each for each in screen.work.issues if each.severity is Severity.WARNING][1]
    return [Edit(explanation_path(issue), None, "Giải trình mới")]


ROOM = ("T4", "203", "TU_THUC.permanent")
KINDS: dict[str, tuple[Callable[[Screen], list[Edit]], str, type, str, str]] = {
    "record added": (_add, f"children/{ADDED}", FormPage, "Trẻ Mẫu Mới", "thêm mới"),
    "record removed": (_remove, "children/c0003", DossierListPage, "HỒ SƠ TRẺ", "bỏ"),
    "field": (
        _set("children", "c0003", "name", to="Trẻ Mẫu Ba"),
        "children/c0003/name",
        FormPage,
        "[Trẻ Mẫu Ba",
        "Trẻ Mẫu Ba",
    ),
    "field emptied": (
        _set("children", "c0003", "mother_name", to=None),
        "children/c0003/mother_name",
        FormPage,
        "Họ tên mẹ",
        "",
    ),
    "profile": (_set("facility", "phone", to="02800000009"), "facility/phone", FormPage, "[02800000009", "0"),
    "cell": (_set("cells", *ROOM, to=9), "cells/T4/203/TU_THUC.permanent", SheetPage, "[9]", "9"),
    "note": (
        _set("notes", *ROOM, to="Ghi lại"),
        "notes/T4/203/TU_THUC.permanent",
        SheetPage,
        "Ghi lại",
        "Ghi",
    ),
    "explanation": (_explain, "explanations/", SheetPage, "[", "Giải trình mới"),
    "reviewed": (
        _set("reviewed", "phone", to="2019-09-20"),
        "reviewed/phone",
        FormPage,
        FACILITY.field_by_key["phone"].label,
        "20/09/2019",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_enter_goes_to_the_place_of_a_difference(refused: Screen, kind: str) -> None:
    make, path, page_type, seen, word = KINDS[kind]
    refused.work.commit(make(refused))
    page = look(refused)
    (found,) = [each for each in page.differences if each.path.startswith(path)]
    page.go(page.differences.index(found))
    assert word in found.old + found.new
    assert found.label[:20] in refused.said
    refused.press("enter")
    assert isinstance(refused.page, page_type)
    assert seen in refused.text
    refused.press("escape")
    assert refused.page is page


def test_the_last_revision_is_compared_with_now(refused: Screen) -> None:
    assert paths(look(refused)) == []
    assert difference_words.DIFF_SAME in refused.text
    refused.type("⏎ ‹home›‹end›‹f3›x⏎")
    assert isinstance(refused.page, DifferencesPage)
    assert len(refused.lines) == 24
    for path, value in FREE_CHANGES:
        refused.work.put(path, value)
    assert paths(refused.page) == ["children/c0003/name", "cells/T4/203/TU_THUC.permanent"]
    refused.press("ctrl+z")
    assert paths(refused.page) == ["cells/T4/203/TU_THUC.permanent"]


def test_while_it_is_with_the_office_it_is_compared_with_the_one_before(again: Screen) -> None:
    page = look(again)
    assert "BẢN 1 → 2" in again.lines[0]
    assert paths(page) == ["children/c0003/name", "cells/T4/203/TU_THUC.permanent"]
    old, new = (again.work.workspace.revision(again.work.content.year, number) for number in (1, 2))
    assert old is not None and new is not None
    assert paths(page) == [each.path for each in differences(old, new)]


def test_now_is_now_on_either_side(refused: Screen) -> None:
    look(refused)
    refused.type("‹f10›⏎now 1⏎")
    assert refused.page.count() == 0
    for path, value in FREE_CHANGES:
        refused.work.put(path, value)
    assert refused.page.count() == 2


SIDES = {
    "1 2": ("BẢN 1 → 2", 2),
    " 1   2 ": ("BẢN 1 → 2", 2),
    "2 1": ("BẢN 2 → 1", 2),
    "1": ("BẢN 1 → NAY", 2),
    "2": ("BẢN 2 → NAY", 0),
    "1 nay": ("BẢN 1 → NAY", 2),
    "1 now": ("BẢN 1 → NAY", 2),
    "now 1": ("BẢN NAY → 1", 2),
    "1 1": ("BẢN 1 → 1", 0),
}


@pytest.mark.parametrize("text", SIDES)
def test_the_first_entry_of_the_menu_chooses_the_sides(again: Screen, text: str) -> None:
    look(again)
    again.type(f"‹f10›⏎{text}⏎")
    title, count = SIDES[text]
    assert title in again.lines[0]
    assert again.page.count() == count
    again.press("escape")
    assert isinstance(again.page, HomePage)


@pytest.mark.parametrize("text", ["x", "9", "0", "-1", "1 x", "x 1", "1 9", "²", "1" * 30, "1 2 3", "1.5"])
def test_sides_that_there_are_not_are_told_and_the_page_stays(again: Screen, text: str) -> None:
    page = look(again)
    again.type(f"‹f10›⏎{text}⏎")
    assert again.page is page
    assert again.desk.said
    assert len(again.lines) == 24


@pytest.mark.parametrize("keys", ["‹f10›⏎⏎", "‹f10›⏎‹escape›", "‹f10›⏎1 2‹escape›"])
def test_no_sides_are_chosen(again: Screen, keys: str) -> None:
    page = look(again)
    again.type(keys)
    assert again.page is page
    assert again.desk.said == ""


def test_before_the_first_sending_there_is_nothing_to_compare(screen: Screen) -> None:
    screen.desk.act(Action.DIFFERENCES)
    assert isinstance(screen.page, HomePage)
    assert screen.desk.said == difference_words.NEVER_SENT.format(year="2019-2020")


def test_a_revision_that_cannot_be_read_is_told(again: Screen) -> None:
    pin = again.work.workspace.folder / "backups" / f"{again.work.content.year}.ban-1.json"
    pin.write_bytes(b"{}")
    again.desk.act(Action.DIFFERENCES)
    assert isinstance(again.page, HomePage)
    assert pin.name in again.desk.said
    pin.unlink()
    again.desk.act(Action.DIFFERENCES)
    assert "bản 1" in again.desk.said


@pytest.mark.parametrize("keys", ["x", "5", " ", "‹delete›", "⌫", "‹f2›", "‹f5›", "‹f6›", "⇥"])
def test_nothing_is_typed_among_the_differences(refused: Screen, keys: str) -> None:
    for path, value in FREE_CHANGES:
        refused.work.put(path, value)
    before = refused.work.content
    look(refused)
    refused.type(keys)
    assert refused.work.content is before
    assert not refused.page.is_typing
    refused.desk.paste("1\t2\n3\t4")
    refused.desk.paste("x")
    assert refused.work.content is before
    assert not refused.page.is_typing


def test_a_difference_of_a_record_that_is_gone_now(again: Screen) -> None:
    from forms.dossier.dossier import Kind

    again.work.commit([Edit(("state",), "sent", "unlocked")], kind=Kind.MOVE)
    again.work.commit(delete_records(again.work.content, CHILD, ["c0003"]))
    look(again)
    again.type("‹f10›⏎1 2⏎‹enter›")
    assert isinstance(again.page, DifferencesPage)
    assert desk_words.WRONG_PLACE.format(place="children/c0003/name") in again.desk.said


def test_help_and_menu(again: Screen) -> None:
    look(again)
    again.press("f1")
    assert "Trẻ 3 Trẻ Mẫu Ba" in again.text
    again.press("escape", "f10")
    assert "Chọn hai bản" in again.text
