"""A column gives what each record gives by itself; who answers alike is asked once."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from forms.dossier.content import Content
from forms.dossier.roster import Subject
from forms.dossier.value_columns import Columns, Question, told
from tests.builders import example
from tests.forms.damaged_records import damaged

OWNERS = ("class", "facility")


def _paths(content: Content, record: str) -> list[str]:
    """All that a record of that type can be asked."""
    form = content.form
    fields = [field.key for field in form.record_by_key[record].fields]
    computed = [path for owner, path in form.computed if owner == record]
    beyond = [
        f"{owner}.{path}"
        for owner in OWNERS
        if record not in OWNERS
        for path in [field.key for field in form.record_by_key[owner].fields]
        + [path for of, path in form.computed if of == owner]
    ]
    return [*fields, *computed, *beyond, "no_such_field", "class.no_such_field", "no_owner.name"]


@pytest.mark.parametrize("seed", range(12))
def test_a_column_gives_what_each_record_gives_by_itself(seed: int) -> None:
    content, alone = damaged(seed, children=60), damaged(seed, children=60)
    for record in content.form.record_by_key:
        paths = _paths(content, record)
        if seed % 2:
            paths.reverse()
        columns = content.roster.columns(record)
        for path in paths:
            values = [subject.get(path) for subject in alone.roster.of(record)]
            assert [*map(repr, columns.values(path))] == [*map(repr, values)], (record, path)


def test_of_those_who_answer_alike_one_is_asked() -> None:
    content = damaged(0, children=300)
    columns = content.roster.columns("child")
    asked: list[Subject] = []

    def name_of_sex(subject: Subject) -> tuple[str, Iterable[Question]]:
        asked.append(subject)
        if subject.get("sex") != "01":
            return "girl", [(told, "sex")]
        return f"boy {subject.get('boarding')}", [(told, "sex"), (told, "boarding")]

    said, questions = columns.said_of_each(name_of_sex)
    assert said == [name_of_sex(subject)[0] for subject in columns.subjects]
    assert {path for _, path in questions} == {"sex", "boarding"}
    different = {(subject.get("sex"), subject.get("boarding")) for subject in columns.subjects}
    assert len(asked) - len(columns.subjects) <= 2 * len(different) + 6


def test_the_columns_of_a_roster_are_made_once() -> None:
    roster = example().roster
    assert roster.columns("child") is roster.columns("child")


def test_no_records_have_empty_columns() -> None:
    assert Columns(()).values("sex") == []
