"""Whether a report is ready to be sent: figures that are no longer those of its records, steps that were left out."""

from __future__ import annotations

import pytest

from forms.dossier.content import Content, apply
from forms.dossier.doubts import Doubt, doubting, settling
from forms.model.issue import Issue, Severity, blocking
from forms.model.place import Place
from forms.report.checking.checker import Checker
from forms.report.staleness import stale_cells
from tests.builders import (
    Change,
    cells,
    copy_of,
    empty,
    example,
    facility,
    record,
    retaken,
    same,
    then,
    typed,
    unread,
    without,
)
from tests.forms.rule_cases import TODAY

READINESS = ("E60", "E61", "W62", "E63", "E64", "W65", "E66", "W67", "W75")


def checked(content: Content) -> list[Issue]:
    return Checker()(content, TODAY)


def readiness(content: Content) -> list[str]:
    return [issue.rule for issue in checked(content) if issue.rule in READINESS]


def one(content: Content, rule: str) -> Issue:
    (issue,) = (issue for issue in checked(content) if issue.rule == rule)
    return issue


def everyone_gone(*lists: str) -> Change:
    return lambda content: without(*(f"{name}/{ref}" for name in lists for ref in content.records(name)))(
        content
    )


def no_rooms(content: Content) -> Content:
    return Content({**content.tree, "cells": {}})


def not_taken(content: Content) -> Content:
    return Content({key: value for key, value in content.tree.items() if key not in ("taken", "taken_at")})


def test_the_example_is_ready() -> None:
    assert checked(example()) == []


# E60


def test_records_that_changed_after_the_take_are_one_error_that_counts_the_cells() -> None:
    girl = record("children/c0001", sex="02")(example())
    issue = one(girl, "E60")
    count = sum(map(len, stale_cells(girl).values()))
    assert count > 0 and f"{count} ô khác" in issue.sentence and "F5" in issue.message
    assert issue.place == Place("T1") and issue.where == "Biểu 1, 2, 3"
    assert blocking([issue]) == [issue]
    assert readiness(retaken(girl)) == []


def test_records_before_the_first_take_are_asked_for_once() -> None:
    content = not_taken(example())
    assert readiness(content) == ["E60"]
    assert "chưa lấy dữ liệu" in one(content, "E60").message


@pytest.mark.parametrize("begin", [same, not_taken])
def test_no_rule_on_derived_tables_speaks_while_they_are_stale(begin: Change) -> None:
    """A figure typed too high, a class without children of its age: nothing but «bấm F5»."""
    wrong = then(cells("T2", 87, total=999), cells("T4", 194, permanent=-1))(example())
    assert {issue.place.table for issue in checked(wrong)} == {"T2", "T4"}
    stale = then(begin, record("children/c0001", sex="02"))(wrong)
    issues = [issue for issue in checked(stale) if issue.place.table]
    assert [issue.rule for issue in issues if issue.place.table != "T4"] == ["E60"]
    assert any(issue.place.table == "T4" for issue in issues)


def test_what_compares_rooms_with_classes_waits_for_the_take_too() -> None:
    few = cells("T4", 194, permanent=0, semi_permanent=0, temporary=0)(
        cells("T4", 195, permanent=0)(example())
    )
    assert "W13.56" in {issue.rule for issue in checked(few)}
    assert "W13.56" not in {issue.rule for issue in checked(record("children/c0001", sex="02")(few))}


def test_a_figure_typed_over_the_derived_one_is_not_stale() -> None:
    """Only the sex of one child changes, and every cell that this would change is overridden."""
    changed = record("children/c0001", sex="02")(example())
    for (table, row), columns in stale_cells(changed).items():
        changed = typed(table, int(row), dict.fromkeys(columns, 1))(changed)
    assert not stale_cells(changed)
    assert "E60" not in readiness(changed)


def test_a_change_that_moves_no_figure_asks_for_no_take() -> None:
    assert readiness(record("children/c0001", phone="0901234567")(example())) == []


def test_records_that_are_all_gone_leave_stale_figures() -> None:
    gone = everyone_gone("children", "staff", "classes")(example())
    assert "E60" in readiness(gone)
    assert readiness(retaken(gone)) == ["E66"]


# E61, E63


def test_children_without_a_class_and_without_staff() -> None:
    content = everyone_gone("classes", "staff")(example())
    assert {"E61", "E63"} <= set(readiness(content))
    assert one(content, "E61").place == Place(record="classes")
    assert one(content, "E63").place == Place(record="staff")


def test_staff_alone_asks_for_a_class_and_not_for_staff() -> None:
    found = readiness(everyone_gone("classes", "children")(example()))
    assert "E61" in found and "E63" not in found


def test_a_class_alone_asks_for_staff_and_not_for_a_class() -> None:
    found = readiness(everyone_gone("staff", "children")(example()))
    assert "E63" in found and "E61" not in found


# W62


def test_a_class_without_children_is_asked_about() -> None:
    content = retaken(copy_of("classes/k0001", "k0009", code="MOI", name="Lớp Thử Mới")(example()))
    issue = one(content, "W62")
    assert issue.place == Place(record="classes/k0009")
    assert issue.severity is Severity.WARNING and "Lớp Thử Mới" in issue.where


def test_a_class_whose_children_have_all_left_is_empty_and_one_counted_child_is_enough() -> None:
    content = example()
    code = content.records("classes")["k0001"]["code"]
    members = [ref for ref, child in content.records("children").items() if child["class_code"] == code]
    for ref in members[1:]:
        content = record(f"children/{ref}", status="04")(content)
    assert "W62" not in readiness(content)
    assert "W62" in readiness(record(f"children/{members[0]}", status="04")(content))


# E64


@pytest.mark.parametrize(
    "rooms",
    [cells("T4", 194, permanent=0), cells("T4", 195, semi_permanent=1), cells("T4", 204, temporary=2)],
    ids=["zero", "borrowed", "borrowed-kindergarten"],
)
def test_a_zero_and_borrowed_rooms_count_as_typed(rooms: Change) -> None:
    assert "E64" in readiness(no_rooms(example()))
    assert "E64" not in readiness(rooms(no_rooms(example())))


def test_rooms_of_another_ownership_and_text_are_no_rooms() -> None:
    bare = no_rooms(example())
    assert "E64" in readiness(typed("T4", 194, {"CONG_LAP.permanent": 3})(bare))
    assert "E64" in readiness(typed("T4", 194, {"TU_THUC.permanent": unread("ba")})(bare))
    assert one(bare, "E64").place == Place("T4")


# W65, E66


def test_figures_typed_without_any_record_may_be_sent_with_a_warning() -> None:
    content = then(
        everyone_gone("children", "staff", "classes"),
        not_taken,
        cells("T2", 84, total=12),
        cells("T1", 56, total=1),
    )(example())
    assert readiness(content) == ["W65"]
    assert "E66" in readiness(no_rooms(content))


def test_a_report_of_nothing_is_not_ready() -> None:
    content = facility(name="Nhóm Thử", ownership="09", kind="19")(empty())
    assert readiness(content) == ["E64", "E66"]
    assert {issue.place.table for issue in checked(content) if issue.place.table} == {"T4"}
    assert readiness(empty()) == []  # its profile is asked for first: E34


# W67


def reason(text: str) -> Change:
    """Why mã 87 of table 2 was typed over."""
    kept = {"T2": {"087": {"TU_THUC.total": text}}}
    return lambda content: Content({**content.tree, "reasons": kept})


def test_a_figure_typed_over_the_derived_one_without_a_reason_is_told_with_both_figures() -> None:
    over = cells("T2", 87, total=2)(example())
    issue = one(over, "W67")
    assert issue.place == Place("T2", "087", "TU_THUC.total")
    assert issue.where == "Biểu 2 (Học sinh), mã 87, cột Tư thục, Tổng số"
    assert issue.message.startswith("gõ 2, hồ sơ cho 3, chưa ghi lý do")
    assert not blocking([issue])


@pytest.mark.parametrize(
    "change",
    [
        then(cells("T2", 87, total=2), reason("một trẻ học một buổi")),
        cells("T2", 87, total=3),
        cells("T2", 87, total=unread("hai")),
        cells("T4", 203, permanent=9),
        then(cells("T2", 87, total=2), not_taken),
        then(cells("T2", 87, total=2), record("children/c0001", sex="02")),
    ],
    ids=["with a reason", "the same figure", "no figure", "typed table", "not taken", "stale"],
)
def test_nothing_is_told_of_a_figure_that_needs_no_reason(change: Change) -> None:
    assert "W67" not in readiness(change(example()))


# W75


def doubtful(place: str, field: str, code: str = "guess", text: str = "«M» là «Nam»") -> Change:
    """The value that stands there was taken over with a doubt."""

    def change(content: Content) -> Content:
        value = content.value((*place.split("/"), field))
        return apply(content, [doubting(content, place, field, value, Doubt(code, text))])

    return change


def test_a_value_that_was_taken_over_with_a_doubt_is_told_with_what_was_doubtful() -> None:
    content = doubtful("children/c0001", "sex")(example())
    issue = one(content, "W75")
    assert issue.place == Place(record="children/c0001", field="sex")
    assert issue.where == "Trẻ «Trẻ Mẫu 1», mục Giới tính" or issue.where.endswith("mục Giới tính")
    assert issue.message == "hiểu «M» là «Nam» → gõ lại nếu sai; đúng thì bấm Enter ở mục này."
    assert not blocking([issue])
    other = one(doubtful("staff/s0001", "phone", "zero", "0900000001")(example()), "W75")
    assert other.message.startswith("đã thêm số 0 ở đầu bị mất: 0900000001 →")
    unknown = one(doubtful("staff/s0001", "phone", "later", "điều mới")(example()), "W75")
    assert unknown.message.startswith("cần xem lại: điều mới →")


@pytest.mark.parametrize(
    "change",
    [
        record("children/c0001", phone="0900000009"),
        record("children/c0001", phone=None),
        without("children/c0001"),
        lambda content: apply(content, settling(content, "children/c0001", "phone")),
    ],
    ids=["another value", "no value", "no record", "settled"],
)
def test_a_doubt_holds_while_its_value_stands_there(change: Change) -> None:
    content = doubtful("children/c0001", "phone")(record("children/c0001", phone="0900000001")(example()))
    assert "W75" in readiness(content)
    assert "W75" not in readiness(change(content))


def test_at_the_desk_a_package_without_records_is_not_asked_whether_it_is_ready() -> None:
    content = no_rooms(everyone_gone("children", "staff", "classes")(example()))
    found = {issue.rule for issue in Checker(asks_readiness=False)(content, TODAY)}
    assert found.isdisjoint(READINESS)
