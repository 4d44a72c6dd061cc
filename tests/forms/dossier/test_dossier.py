"""The document: edits that fit, their inverses, the difference of two contents, undo and redo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.dossier import content as content_module
from forms.dossier.content import Conflict, Content, Edit, apply, difference, empty_content
from forms.dossier.dossier import Change, Dossier, Kind
from forms.dossier.roster import SchoolYear
from forms.entry.record_edits import delete_records, new_record
from forms.model.errors import StorageError
from forms.sets import UnknownSet
from forms.sets.mn2019.records import CHILD
from tests.builders import example

YEAR = SchoolYear(2019)
PHONE = ("facility", "phone")


class Memory:
    """A journal in memory; *full* refuses to write, as a full disk does."""

    def __init__(self) -> None:
        self.kept: list[Change] = []
        self.full = False

    def append(self, change: Change) -> None:
        if self.full:
            raise StorageError("hết chỗ")
        self.kept.append(change)

    def changes(self) -> list[Change]:
        return list(self.kept)


def dossier(journal: Memory, content: Content | None = None) -> Dossier:
    seq = journal.kept[-1].seq if journal.kept else 0
    return Dossier(content or empty_content(YEAR), journal, seq, lambda: "2019-09-19T08:00:00", "Lan")


def test_the_form_is_the_one_that_the_content_names_after_an_edit() -> None:
    before = empty_content(YEAR)
    assert apply(before, [Edit(PHONE, None, "1")]).form is before.form
    renamed = apply(before, [Edit(("form",), before.form.name, "của năm sau")])
    with pytest.raises(UnknownSet):
        _ = renamed.form


def test_a_list_is_copied_once_however_many_of_it_change(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[int] = []

    def counted(tree: Mapping[str, Any] | Sequence[tuple[str, Any]]) -> dict[str, Any]:
        copied.append(len(tree))
        made: dict[str, Any] = {}
        made.update(tree)
        return made

    monkeypatch.setattr(content_module, "dict", counted, raising=False)
    many = 500
    before = Content({"school_year": str(YEAR), "children": {"c0001": {"name": "Mẫu", "sex": "01"}}})
    added = [
        Edit(("children", f"c{number:04}"), None, {"name": f"Mẫu {number}"}, number - 1)
        for number in range(2, many)
    ]
    changed = [
        Edit(("children", f"c{number:04}", "phone"), None, f"{number:010}") for number in range(1, many)
    ]
    after = apply(before, [*added, *changed])
    assert len(after.records("children")) == many - 1
    assert sum(copied) < many * 3
    assert added[0].new == {"name": "Mẫu 2"}, "a record of an edit is not changed by a later one"
    assert before.records("children") == {"c0001": {"name": "Mẫu", "sex": "01"}}


PUT_IN = st.lists(st.tuples(st.sampled_from([1, 2, 3, 4, 5, 6, 7, 8, 9]), st.integers(0, 9)), max_size=7)


@given(st.integers(0, 5), PUT_IN)
def test_records_put_in_together_stand_where_one_after_another_would(
    there: int, put_in: list[tuple[int, int]]
) -> None:
    known = {f"c{number:04}": {"name": f"Mẫu {number}"} for number in range(1, there + 1)}
    before = Content({"school_year": str(YEAR), **({"children": known} if known else {})})
    edits = [Edit(("children", f"c{number:04}"), None, {"name": "Mới"}, rank) for number, rank in put_in]

    def one_by_one() -> Content:
        content = before
        for edit in edits:
            content = apply(content, [edit])
        return content

    if len({*known, *(edit.path[1] for edit in edits)}) < len(known) + len(edits):
        with pytest.raises(Conflict):
            apply(before, edits)
        with pytest.raises(Conflict):
            one_by_one()
        return
    together, alone = apply(before, edits), one_by_one()
    assert list(together.records("children").items()) == list(alone.records("children").items())
    assert together == alone
    back = apply(together, [edit.inverse() for edit in reversed(edits)])
    assert list(back.records("children").items()) == list(known.items())


# Random contents

VALUES = st.sampled_from([0, 1, "a", "b", True, False])
RECORDS = st.dictionaries(st.sampled_from(["name", "sex", "phone"]), VALUES, max_size=3)
PEOPLE = st.lists(
    st.sampled_from([f"c000{number}" for number in range(1, 7)]), unique=True, max_size=6
).flatmap(
    lambda refs: st.tuples(*[RECORDS] * len(refs)).map(lambda items: dict(zip(refs, items, strict=True)))
)
CELLS = st.dictionaries(
    st.sampled_from(["T4", "T5"]),
    st.dictionaries(
        st.sampled_from(["194", "195"]),
        st.dictionaries(st.sampled_from(["a", "b"]), VALUES, min_size=1, max_size=2),
        min_size=1,
        max_size=2,
    ),
    min_size=1,
    max_size=2,
)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    parts: dict[str, Any] = {
        "facility": draw(RECORDS),
        "children": draw(PEOPLE),
        "cells": draw(st.just({}) | CELLS),
        "state": draw(st.sampled_from([None, "draft", "rejected"])),
        "revision": draw(st.sampled_from([None, 0, 1, 2])),
    }
    return Content(
        {"school_year": "2019-2020"} | {key: part for key, part in parts.items() if part not in (None, {})}
    )


def same_order(one: Content, other: Content) -> bool:
    return list(one.records("children")) == list(other.records("children"))


@pytest.mark.slow
@given(contents(), contents())
def test_the_difference_of_two_contents_makes_the_second_of_the_first(old: Content, new: Content) -> None:
    made = apply(old, difference(old, new))
    assert made.tree == new.tree
    assert same_order(made, new)


@pytest.mark.slow
@given(contents(), contents())
def test_the_inverse_edits_in_reverse_order_take_everything_back(old: Content, new: Content) -> None:
    edits = difference(old, new)
    back = apply(apply(old, edits), [edit.inverse() for edit in reversed(edits)])
    assert back.tree == old.tree
    assert same_order(back, old)


@pytest.mark.slow
@given(contents())
def test_a_content_does_not_differ_from_itself(content: Content) -> None:
    assert difference(content, Content({**content.tree})) == ()


@pytest.mark.slow
@given(contents(), contents())
def test_an_edit_never_alters_the_content_it_is_made_on(old: Content, new: Content) -> None:
    before = repr(old.tree)
    apply(old, difference(old, new))
    assert repr(old.tree) == before


# Edits


def test_an_edit_that_does_not_fit_is_a_conflict_and_changes_nothing() -> None:
    with pytest.raises(Conflict, match=r"facility\.phone"):
        apply(example(), [Edit(PHONE, "0900000000", "0911111111")])
    with pytest.raises(Conflict, match=r"facility\.phone\.area"):
        apply(example(), [Edit((*PHONE, "area"), None, "028")])


def test_a_value_of_a_record_that_is_not_there_is_a_conflict() -> None:
    content = empty_content(YEAR)
    with pytest.raises(Conflict, match=r"children\.c0001"):
        apply(content, [Edit(("children", "c0001", "name"), None, "An")])
    assert apply(content, [Edit(PHONE, None, "1")]).value(PHONE) == "1"


def test_parts_that_become_empty_go_but_an_empty_record_stays() -> None:
    content = apply(empty_content(YEAR), [Edit(("cells", "T4", "194", "a"), None, 1)])
    assert apply(content, [Edit(("cells", "T4", "194", "a"), 1, None)]) == empty_content(YEAR)
    with_child = apply(empty_content(YEAR), [Edit(("children", "c0001"), None, {"name": "An"}, 0)])
    emptied = apply(with_child, [Edit(("children", "c0001", "name"), "An", None)])
    assert emptied.records("children") == {"c0001": {}}


def test_a_removed_record_comes_back_to_its_place() -> None:
    record = example().records("children")["c0003"]
    edit = Edit(("children", "c0003"), record, None, 2)
    gone = apply(example(), [edit])
    assert list(gone.records("children")) == ["c0001", "c0002", "c0004", "c0005", "c0006"]
    assert list(apply(gone, [edit.inverse()]).records("children")) == list(example().records("children"))


def test_what_did_not_change_is_shared() -> None:
    changed = apply(example(), [Edit(PHONE, "02838912345", "02838912346")])
    assert changed.records("children") is example().records("children")
    assert changed.facility is not example().facility


def test_the_records_are_linked_again_only_when_records_change() -> None:
    content = example()
    roster = content.roster
    assert apply(content, [Edit(("cells", "T4", "195", "TU_THUC.permanent"), None, 1)]).roster is roster
    assert apply(content, [Edit(PHONE, "02838912345", None)]).roster is not roster


def test_new_refs_come_after_the_last_ever_given() -> None:
    refs = example().new_refs(CHILD)
    assert [next(refs), next(refs)] == ["c0007", "c0008"]
    assert next(empty_content(YEAR).new_refs(CHILD)) == "c0001"


def test_the_revision_being_made_is_the_last_sent_and_one() -> None:
    assert empty_content(YEAR).revision == 1
    assert Content({"school_year": "2019-2020", "revision": 2}).revision == 3
    assert empty_content(YEAR).state == "draft"


# Commits, undo, redo


def test_a_change_is_numbered_dated_signed_and_written_before_it_is_in_memory() -> None:
    journal = Memory()
    held = dossier(journal)
    change = held.set(PHONE, "0900000001", "số mới")
    edits = (Edit(PHONE, None, "0900000001"),)
    assert change == Change(1, "2019-09-19T08:00:00", "Lan", edits, "số mới", form="mn2019/1")
    assert journal.kept == [change]
    assert held.content.facility["phone"] == "0900000001"


def test_what_could_not_be_written_did_not_happen() -> None:
    journal = Memory()
    held = dossier(journal)
    held.set(PHONE, "1")
    journal.full = True
    with pytest.raises(StorageError):
        held.set(PHONE, "2")
    with pytest.raises(StorageError):
        held.undo()
    assert (held.content.facility["phone"], held.seq) == ("1", 1)
    journal.full = False
    assert held.undo() is not None
    assert held.content.facility == {}


def test_setting_the_same_value_is_no_change() -> None:
    journal = Memory()
    held = dossier(journal)
    assert held.set(PHONE, None) is None
    held.set(PHONE, "1")
    assert held.set(PHONE, "1") is None
    assert len(journal.kept) == 1


def test_undo_and_redo_walk_the_changes_and_are_changes_themselves() -> None:
    journal = Memory()
    held = dossier(journal)
    for value in "123":
        held.set(PHONE, value)
    seen = [held.content.facility.get("phone")]
    for step in (held.undo, held.undo, held.redo, held.undo, held.undo, held.undo, held.redo):
        step()
        seen.append(held.content.facility.get("phone"))
    assert seen == ["3", "2", "1", "2", "1", None, None, "1"]
    assert [change.seq for change in journal.kept] == list(range(1, len(journal.kept) + 1))
    assert {change.kind for change in journal.kept} == {Kind.EDIT, Kind.UNDO, Kind.REDO}


def test_a_new_change_forgets_what_was_undone() -> None:
    held = dossier(Memory())
    held.set(PHONE, "1")
    held.undo()
    held.set(PHONE, "2")
    assert held.redo() is None
    assert held.content.facility["phone"] == "2"


def test_what_a_dossier_begins_with_is_not_undone() -> None:
    journal = Memory()
    held = dossier(journal)
    held.set(PHONE, "0")
    assert held.commit([Edit(PHONE, "0", "1")], kind=Kind.FIRST)
    assert held.undo() is None
    held.set(PHONE, "2")
    again = dossier(journal, held.content)
    for each in (held, again):
        assert each.content.facility["phone"] == "2"
    assert again.undo() is not None
    assert again.undo() is None
    assert again.content.facility["phone"] == "1"


def test_a_record_that_was_undone_keeps_its_number_and_has_it_again_when_redone() -> None:
    journal = Memory()
    held = dossier(journal)
    first, edits = new_record(held.content, CHILD)
    held.commit(edits)
    held.undo()
    second, edits = new_record(held.content, CHILD)
    held.commit(edits)
    assert (first, second) == ("c0001", "c0002")
    held.undo()
    again = dossier(journal, held.content)
    again.redo()
    assert list(again.content.records("children")) == [second]
    assert new_record(again.content, CHILD)[0] == "c0003"


def test_the_undoing_of_an_earlier_version_that_took_numbers_back_is_redone_with_them() -> None:
    journal = Memory()
    held = dossier(journal)
    _, edits = new_record(held.content, CHILD)
    held.commit(edits)
    held._write(tuple(edit.inverse() for edit in reversed(edits)), "", Kind.UNDO)
    assert held.content.part("last_ref") == {}
    again = dossier(journal, held.content)
    again.redo()
    again.commit(delete_records(again.content, CHILD, ["c0001"]))
    assert new_record(again.content, CHILD)[0] == "c0002"


def test_undo_reaches_back_over_a_restart() -> None:
    journal = Memory()
    first = dossier(journal)
    for value in "123":
        first.set(PHONE, value)
    first.undo()
    again = dossier(journal, first.content)
    assert again.redo() is not None
    assert again.content.facility["phone"] == "3"
    for _ in range(3):
        assert again.undo() is not None
    assert again.undo() is None
    assert again.content.facility == {}


@pytest.mark.slow
@given(st.lists(contents(), min_size=1, max_size=4), st.lists(st.sampled_from(["undo", "redo"]), max_size=8))
def test_everything_undone_is_where_it_began_and_redone_where_it_was(
    targets: list[Content], steps: list[str]
) -> None:
    journal = Memory()
    held = dossier(journal)
    for target in targets:
        held.commit(difference(held.content, target))
    for step in steps:
        getattr(held, step)()
    while held.redo():
        pass
    assert held.content.tree == targets[-1].tree
    assert same_order(held.content, targets[-1])
    restarted = dossier(journal, held.content)
    while restarted.undo():
        pass
    assert restarted.content.tree == empty_content(YEAR).tree
