"""Another state of a dossier, without whom was erased from it: the records, what tells of them elsewhere, and the lines that stay."""

from __future__ import annotations

import pytest

from forms.dossier.content import Content, Edit, apply
from forms.dossier.erased_records import ERASURES_PART
from forms.dossier.restored import restored
from forms.store.erasing.redaction import as_erased
from tests.builders import example

NAME = "Lê Ngọc Châu"
LINE = {"record": "children/c0003", "at": "2019-09-19T08:12:00", "reason": "thử"}
OTHER = {**LINE, "record": "children/c0005"}


@pytest.fixture
def whole() -> Content:
    """With a word about the child in a note beside it."""
    content = example()
    assert content.records("children")["c0003"]["name"] == NAME
    return apply(
        content, [Edit(("notes", "T2", "083"), content.value(("notes", "T2", "083")), f"hỏi {NAME}")]
    )


def erased(content: Content, *lines: dict[str, str]) -> Content:
    """*content* after those erasures."""
    tree = dict(content.tree)
    gone = {line["record"].split("/")[1] for line in lines}
    tree["children"] = {ref: child for ref, child in content.records("children").items() if ref not in gone}
    tree[ERASURES_PART] = {f"{number:04}": line for number, line in enumerate(lines, 1)}
    return Content(tree)


def test_whom_an_older_state_still_holds_goes_with_what_tells_of_it(whole: Content) -> None:
    present = erased(whole, LINE)
    wanted = restored(present, as_erased(whole, [], present))
    assert "c0003" not in wanted.records("children") and "c0005" in wanted.records("children")
    assert NAME not in str(wanted.value(("notes", "T2", "083")))
    assert wanted.part(ERASURES_PART) == present.part(ERASURES_PART)


def test_whom_a_package_brings_back_under_the_same_ref_goes_too(whole: Content) -> None:
    present = erased(whole, LINE)
    brought = Content({**whole.tree, ERASURES_PART: present.part(ERASURES_PART)})
    assert "c0003" not in as_erased(brought, [], present).records("children")


def test_a_newer_state_keeps_the_lines_that_this_one_has_not(whole: Content) -> None:
    newer = erased(whole, LINE, OTHER)
    assert as_erased(newer, [], erased(whole, LINE)) == newer


def test_a_line_of_the_same_number_is_not_taken_for_the_same_erasure(whole: Content) -> None:
    wanted = as_erased(erased(whole, OTHER), [], erased(whole, LINE))
    assert not {"c0003", "c0005"} & set(wanted.records("children"))
    assert NAME not in str(wanted.value(("notes", "T2", "083")))


def test_where_nobody_was_erased_it_stays_as_it_is(whole: Content) -> None:
    assert as_erased(whole, [], example()) is whole
