"""F9: errors before warnings, this row, this page, then on; Esc back; nothing is typed over unseen."""

from __future__ import annotations

import pytest

from forms.entry.record_edits import delete_records
from forms.model.issue import Issue, Severity
from forms.model.values import Typed
from forms.sets.mn2019.form import FORM
from tests.tui.conftest import Screen
from tests.tui.page_driver import stale
from tui.desk.page import Page
from tui.jobs.inspection import Inspection
from tui.pages.home.home import HomePage
from tui.pages.records.record_form import FormPage
from tui.pages.records.record_list import DossierListPage
from tui.pages.tables.sheet import SheetPage
from tui.texts import issue_words

pytestmark = pytest.mark.slow

T4 = ("T4.203:TU_THUC.permanent", "T4.203:TU_THUC.semi_permanent", "T4.205:TU_THUC.permanent")
CHILD, FIELD = "children/c0003", "birth_date"


@pytest.fixture
def wrong(screen: Screen) -> Screen:
    """Three cells of table 4 in two rows, one child and the profile have an error each; warnings are there as well."""
    for place in T4:
        where, _, column = place.partition(":")
        screen.work.put(("cells", *where.split("."), column), Typed("x"))
    screen.work.put((*CHILD.split("/"), FIELD), Typed("31/02/2016"))
    screen.work.put(("facility", "name"), None)
    assert {issue.severity for issue in screen.work.issues} == {Severity.ERROR, Severity.WARNING}
    return screen


def errors(screen: Screen) -> list[Issue]:
    return [issue for issue in screen.work.issues if issue.severity is Severity.ERROR]


def walk(screen: Screen) -> Issue:
    screen.press("f9")
    issue = screen.desk.issue_in_hand
    assert issue is not None
    return issue


def view(screen: Screen) -> tuple[Page, object, list[str]]:  # type: ignore[type-arg]
    """Page, place of the cursor and what is seen of the body."""
    return screen.page, screen.page.place_here(), screen.lines[:-5]


def test_errors_of_this_row_then_this_page_then_the_next_place_then_warnings(wrong: Screen) -> None:
    wrong.at(T4[1])
    left = errors(wrong)
    walked = [walk(wrong) for _ in wrong.work.issues[1:]]
    places = [str(issue.place) for issue in walked]
    assert places[:2] == [T4[0], T4[2]]
    assert set(walked[: len(left) - 1]) == {issue for issue in left if str(issue.place) != T4[1]}
    assert all(issue.severity is Severity.WARNING for issue in walked[len(left) - 1 :])
    assert len(set(walked)) == len(walked)
    assert walk(wrong) in left


def test_the_number_is_that_of_the_list_and_says_of_what(wrong: Screen) -> None:
    for _ in wrong.work.issues:
        issue = walk(wrong)
        group = [one for one in wrong.work.issues if one.severity is issue.severity]
        word = "lỗi" if issue.severity is Severity.ERROR else "cảnh báo"
        assert f"{word} {group.index(issue) + 1}/{len(group)}" in wrong.said


@pytest.mark.parametrize(
    "start", ["home", "T2.083:TU_THUC.total", "children", "children/c0001/name", T4[1], "facility/phone"]
)
@pytest.mark.parametrize("steps", [1, 2, 5, 9])
def test_escape_leads_back_to_where_it_was_pressed_first(start: str, steps: int, wrong: Screen) -> None:
    if start != "home":
        wrong.at(start)
    wrong.press("down", "down")
    before = view(wrong)
    depth = len(wrong.desk.stack())
    wrong.press(*["f9"] * steps)
    assert len(wrong.desk.stack()) <= depth + 1
    wrong.press("escape")
    assert view(wrong) == before
    wrong.press("escape")
    assert len(wrong.desk.stack()) == max(depth - 1, 1)


def test_after_escape_it_goes_on(wrong: Screen) -> None:
    first = walk(wrong)
    wrong.press("escape")
    assert walk(wrong) != first


@pytest.mark.parametrize(
    "burst", ["‹f9›abc", "‹f9›5⏎", "‹f9›‹delete›", "‹f9›⌫⌫", "‹f9› ", "‹f9›‹f2›x", "‹f9›↓↑x", "‹f9›‹f4›", "‹f9›‹f6›", "‹f9›‹f9›7"]
)  # fmt: skip
def test_nothing_is_typed_over_behind_a_jump_to_another_page(burst: str, wrong: Screen) -> None:
    wrong.at("children/c0001/name")
    before = wrong.work.content
    wrong.type(burst)
    assert wrong.work.content is before
    assert not wrong.page.is_typing
    assert issue_words.WAITING in wrong.said


def test_nothing_is_pasted_over_behind_a_jump(wrong: Screen) -> None:
    before = wrong.work.content
    wrong.press("f9")
    wrong.desk.paste("a\tb\nc\td\n")
    wrong.desk.paste("chữ")
    assert wrong.work.content is before
    assert issue_words.WAITING in wrong.said


def test_one_enter_and_typing_goes_on(wrong: Screen) -> None:
    issue = next(one for one in errors(wrong) if one.place.field == FIELD)
    while walk(wrong) != issue:
        pass
    wrong.type("⏎")
    assert issue_words.WAITING not in wrong.said
    wrong.type("01092016⏎")
    assert wrong.work.content.value((*CHILD.split("/"), FIELD)) == "2016-09-01"
    wrong.press("escape")
    assert isinstance(wrong.page, HomePage)


def test_an_enter_behind_letters_belongs_to_them(wrong: Screen) -> None:
    before = wrong.work.content
    wrong.type("‹f9›5⏎6⏎")
    assert wrong.work.content is before
    wrong.press("enter")
    assert issue_words.WAITING not in wrong.said


def test_what_was_typed_behind_a_jump_is_said_to_be_lost_until_the_enter_that_is_waited_for(
    wrong: Screen,
) -> None:
    wrong.press("f9")
    assert issue_words.NOT_TAKEN not in wrong.said
    for keys in ("5", "⏎", "6⏎"):
        wrong.type(keys)
        assert f"{issue_words.NOT_TAKEN} · {issue_words.WAITING}" in wrong.said
    wrong.type("⏎")
    assert issue_words.NOT_TAKEN not in wrong.said
    wrong.type("‹f9›")
    assert issue_words.NOT_TAKEN not in wrong.said


def test_on_the_same_page_typing_does_not_wait(wrong: Screen) -> None:
    wrong.at(T4[1])
    wrong.type("‹f9›7⏎")
    assert wrong.cell(T4[0]) == 7


def test_what_is_being_typed_is_kept_first(wrong: Screen) -> None:
    wrong.at(T4[0])
    wrong.type("12‹f9›")
    assert wrong.cell(T4[0]) == 12
    assert str(wrong.page.place_here()) == T4[1]


def test_undo_and_redo_between(wrong: Screen) -> None:
    wrong.at(T4[0])
    wrong.type("1⏎")
    assert all(str(issue.place) != T4[0] for issue in errors(wrong))
    wrong.press("ctrl+z")
    wrong.at("T1")
    assert str(walk(wrong).place).startswith("T")
    wrong.press("ctrl+y", "f9", "ctrl+z", "f9", "f9")
    assert wrong.desk.issue_in_hand in wrong.work.issues


def test_an_issue_that_has_gone_is_passed_over(wrong: Screen) -> None:
    wrong.at("facility/phone")
    assert walk(wrong).place.record == "facility"
    wrong.work.commit(delete_records(wrong.work.content, FORM.record_by_place["children"], ["c0003"]))
    walked = {walk(wrong) for _ in wrong.work.issues}
    assert walked <= set(wrong.work.issues)
    assert all(issue.place.record != CHILD for issue in walked)


def test_one_issue_only_and_none(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    one = screen.work.issues[:1]
    monkeypatch.setattr(Inspection, "issues", lambda _inspection, _content: one)
    assert walk(screen) == walk(screen) == one[0]
    assert "1/1" in screen.said
    monkeypatch.setattr(Inspection, "issues", lambda _inspection, _content: [])
    screen.press("f9")
    assert screen.desk.said == issue_words.NOTHING_LEFT


def test_stale_figures_lead_to_a_table_where_f5_takes_them(screen: Screen) -> None:
    stale(screen)
    assert walk(screen).rule == "E60"
    assert isinstance(screen.page, SheetPage)
    assert "F5" in screen.said
    screen.press("f5", "enter")
    assert all(issue.rule != "E60" for issue in screen.work.issues)


@pytest.mark.parametrize(
    ("part", "rule", "page"),
    [("classes", "E61", DossierListPage), ("staff", "E63", DossierListPage), ("T4", "E64", SheetPage)],
)
def test_a_step_left_out_leads_to_where_it_is_done(part: str, rule: str, page: type, screen: Screen) -> None:
    content = screen.work.content
    if part == "T4":
        screen.work.put(("cells", "T4"), None)
    else:
        screen.work.commit(delete_records(content, FORM.record_by_place[part], list(content.records(part))))
    (issue,) = [issue for issue in screen.work.issues if issue.rule == rule]
    while walk(screen) != issue:
        assert screen.desk.issue_in_hand in screen.work.issues
    assert isinstance(screen.page, page)
    assert issue.message.partition("→")[2].strip() in screen.said


def test_an_empty_class_is_told_at_its_form(screen: Screen) -> None:
    from forms.dossier.content import Edit

    screen.work.commit([Edit(("classes", "k0099"), None, {"name": "Lớp Mẫu Trống"})])
    issue = next(issue for issue in screen.work.issues if issue.rule == "W62")
    while walk(screen) != issue:
        assert screen.desk.issue_in_hand in screen.work.issues
    assert isinstance(screen.page, FormPage)
    assert any(text.startswith(issue.message) for _, text in screen.page.all_messages())
