"""What is stored comes back as it was: tables, lines of the journal, whole dossiers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.dossier.content import Content, Edit, difference
from forms.dossier.dossier import Change, Kind
from forms.model.values import Typed, dumps, loads
from forms.sets.mn2019.form import FORM
from forms.store.chain.journal_lines import (
    BadLine,
    End,
    damage_end,
    decode_change,
    encode_change,
    scan,
    sum_before,
    sum_of,
)
from forms.store.documents import content_of, tables_of
from forms.store.store import Store
from tests.forms.store_cases import PHONE, START_DAY, YEAR

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
keys = st.text("abcdefgh_0123456789.", min_size=1, max_size=8)
numbers = st.integers(-(10**14), 10**14) | st.integers(0, 10**9).map(lambda number: Decimal(number) / 1000)
values = texts | numbers | st.booleans() | texts.map(Typed)
records = st.dictionaries(keys, values, max_size=5)
refs = st.dictionaries(st.from_regex(r"[cks][0-9]{4}", fullmatch=True), records, max_size=6)
contents = st.fixed_dictionaries(
    {"school_year": st.just(str(YEAR))},
    optional={
        "facility": records,
        "classes": refs,
        "children": refs,
        "staff": refs,
        "cells": st.dictionaries(keys, st.dictionaries(keys, records, max_size=2), max_size=3),
        "last_ref": st.dictionaries(keys, st.integers(0, 9999), max_size=3),
        "taken_at": texts,
        "revision": st.integers(0, 9),
    },
).map(Content)


def ordered(content: Content) -> list[Any]:
    return [content.tree, *(list(content.records(place)) for place in FORM.list_places)]


@pytest.mark.slow
@given(contents)
def test_content_comes_back_from_the_tables_as_it_was(content: Content) -> None:
    read = content_of(loads(dumps(tables_of(content))))
    assert ordered(read) == ordered(content)
    assert type(read.tree) is dict


@pytest.mark.slow
@given(st.integers(1, 10**9), texts, st.sampled_from(list(Kind)), st.lists(st.tuples(values, values)))
def test_a_change_comes_back_from_its_line(seq: int, reason: str, kind: Kind, pairs: list[Any]) -> None:
    edits = tuple(Edit(("children", f"c{i}", "name"), old, new) for i, (old, new) in enumerate(pairs))
    change = Change(seq, "2019-09-19T08:12:00", "thử", (*edits, Edit(PHONE, None, {}, 3)), reason, kind)
    line = encode_change(change, FORM, "0123456789abcdef")
    assert line.count(b"\n") == 1
    assert decode_change(line) == change


@pytest.mark.slow
@given(st.data())
def test_a_line_with_one_other_byte_is_bad(data: st.DataObject) -> None:
    line = encode_change(Change(7, "2019-09-19T08:12:00", "thử", (Edit(PHONE, None, "0901"),)), FORM, "")
    at = data.draw(st.integers(0, len(line) - 1))
    bit = data.draw(st.integers(0, 7))
    with pytest.raises(BadLine):
        decode_change(line[:at] + bytes([line[at] ^ 1 << bit]) + line[at + 1 :])


def test_a_whole_list_in_one_edit_keeps_its_order() -> None:
    edit = Edit(("children",), {"c0002": {}, "c0001": {}}, {"c0003": {}, "c0001": {"name": "A"}})
    read = decode_change(encode_change(Change(1, "", "", (edit,)), FORM, "")).edits[0]
    assert list(read.old) == ["c0002", "c0001"]
    assert list(read.new.items()) == list(edit.new.items())


def chained(*numbers: int) -> list[bytes]:
    lines: list[bytes] = []
    for number in numbers:
        change = Change(number, "", "", (Edit(PHONE, None, str(number)),))
        lines.append(encode_change(change, FORM, sum_of(lines[-1]) if lines else ""))
    return lines


def test_a_scan_ends_at_a_gap() -> None:
    lines = chained(4, 5, 7)
    found = scan(b"".join(lines), 100)
    assert [line.change.seq for line in found.lines] == [4, 5]
    assert found.end is End.DAMAGED
    assert found.lines[-1].mark.offset == 100 + len(lines[0] + lines[1])


def test_a_scan_ends_at_a_line_of_another_chain() -> None:
    ours = chained(4, 5, 6)
    theirs = chained(3, 4, 5, 6)[1:]
    found = scan(b"".join([*ours[:2], theirs[2]]))
    assert [line.change.seq for line in found.lines] == [4, 5]
    assert found.end is End.DAMAGED


def test_what_is_typed_is_no_member_of_a_line() -> None:
    text = '","prev":"0123456789abcdef'
    change = Change(1, "", text, (Edit(PHONE, None, text),), text)
    line = encode_change(change, FORM, "")
    assert sum_before(line) == ""
    assert decode_change(line) == change


def test_damage_is_found_by_the_sums_alone() -> None:
    lines = chained(*range(1, 8))
    whole = b"".join(lines)
    ends = [len(b"".join(lines[: number + 1])) for number in range(7)]
    assert damage_end(whole) == 0
    for at in range(len(whole)):
        damaged = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        line = next(number for number, end in enumerate(ends) if at < end)
        # a newline that is none any more makes two lines one
        assert damage_end(damaged) == ends[min(line + (whole[at] == 10), 6)]
    # a line that is missing, or stands twice, or in another place
    assert damage_end(b"".join([*lines[:3], *lines[4:]])) == ends[2]
    assert damage_end(b"".join([*lines[:4], *lines[3:]])) == ends[3]
    assert damage_end(b"".join([lines[0], lines[2], lines[1], *lines[3:]])) == ends[2]


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(contents, min_size=1, max_size=4), st.booleans())
def test_what_was_committed_is_there_after_reopening(
    tmp_path_factory: pytest.TempPathFactory, states: list[Content], with_folds: bool
) -> None:
    store = Store(tmp_path_factory.mktemp("data"), lambda: START_DAY, "thử")
    with store.open(YEAR, write=True) as session:
        for state in states:
            session.dossier.commit(difference(session.dossier.content, state))
            wanted = ordered(session.dossier.content)
            with Reader(store, session.dossier.seq) as content:
                assert content is None or ordered(content) == wanted
            if with_folds:
                session.fold()
    with Reader(store, session.dossier.seq) as content:
        assert content is None or ordered(content) == wanted
    assert session.dossier.seq == 0 or content is not None


class Reader:
    """The content as a reader sees it; None when there is nothing yet."""

    def __init__(self, store: Store, seq: int) -> None:
        self.store, self.seq = store, seq

    def __enter__(self) -> Content | None:
        if not self.seq:
            return None
        return self.store.open(YEAR, write=False).dossier.content

    def __exit__(self, *_: object) -> None:
        pass
