"""A row that is like a record in all but one fact: offered as the same, never added or put over it silently."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

import pytest

from forms.dossier.content import Content, apply
from forms.entry.row_intake import Batch, ReadRow, RowFate, Source, SourceRow, Who, edits_of, read_sources
from forms.model.record import RecordType
from forms.model.text import format_date, parse_iso
from forms.model.values import Record
from forms.sets.mn2019.records import CHILD, STAFF
from tests.builders import example

TIMES = 1000 if os.environ.get("NHOMTRE_FULL") == "1" else 60
ASK, ADD, CHANGE, SAME, REFUSE = RowFate.ASK, RowFate.ADD, RowFate.CHANGE, RowFate.SAME, RowFate.REFUSE
AN = {
    "name": "Nguyễn Mẫu An",
    "birth_date": "2016-02-01",
    "mother_name": "Lê Thị Mẫu",
    "id": "7900000901",
    "phone": "0900000901",
}
BINH = {"name": "Trần Mẫu Bình", "birth_date": "2016-03-04", "mother_name": "Vũ Thị Thử"}
TEACHER = {"name": "Phạm Thị Mẫu", "birth_date": "1990-02-01", "code": "CB901", "id_number": "079190000901"}


def holding(*people: Record, of: RecordType = CHILD) -> Content:
    """The worked example with these people instead of its own."""
    records = {f"{of.letter}{number:04}": dict(person) for number, person in enumerate(people, 1)}
    content = example()
    return content.but({**content.tree, of.place: records})


def rows_of(
    content: Content, *rows: Record, of: RecordType = CHILD, who: Mapping[int, Who] | None = None
) -> list[ReadRow]:
    """What becomes of rows 2, 3, ... of a file."""
    ((_, read),) = batches(content, *rows, of=of, who=who)
    return read


def batches(
    content: Content, *rows: Record, of: RecordType = CHILD, who: Mapping[int, Who] | None = None
) -> list[Batch]:
    """The same, with its source."""
    keys = list(dict.fromkeys(key for row in rows for key in row))
    source_rows = tuple(
        SourceRow(number, tuple(written(row.get(key)) for key in keys)) for number, row in enumerate(rows, 2)
    )
    fields = tuple(of.field_by_key[key] for key in keys)
    return read_sources(content, [Source("Trang", of, fields, source_rows, strict=True, who=who or {})])


def written(value: Any) -> str:
    day = parse_iso(str(value))
    return format_date(day) if day else str(value or "")


@pytest.mark.parametrize(
    ("changes", "differs"),
    [
        ({"birth_date": "2016-02-02"}, "Ngày sinh «01/02/2016» → «02/02/2016»"),
        ({"birth_date": "2015-02-01", "id": None}, "Ngày sinh «01/02/2016» → «01/02/2015»"),
        ({"mother_name": "Hoàng Thị Khác", "id": None}, "Họ tên mẹ «Lê Thị Mẫu» → «Hoàng Thị Khác»"),
        ({"id": "7900000902"}, "«7900000901» → «7900000902»"),
        ({"name": "Nguyễn Mẫu Ân", "id": None}, "«Nguyễn Mẫu An» → «Nguyễn Mẫu Ân»"),
        ({"name": "Nguyễn Mẫu Anh", "id": None, "mother_name": None}, "→ «Nguyễn Mẫu Anh»"),
        ({"name": "Nguyễn Thị An", "id": None, "mother_name": None}, "→ «Nguyễn Thị An»"),
        ({"name": "Đỗ Khác Hẳn", "id": None}, "→ «Đỗ Khác Hẳn»"),
        ({"name": "Đỗ Khác Hẳn", "birth_date": "2014-09-09"}, "→ «09/09/2014»"),
    ],
)
def test_one_fact_that_differs_is_asked_about(changes: dict[str, Any], differs: str) -> None:
    row = {**AN, **changes}
    if row["id"] == AN["id"] and "birth_date" in changes and "name" not in changes:
        row["id"] = None  # its code and its name are enough
    (read,) = rows_of(holding(AN, BINH), row)
    assert read.kind is ASK
    (told,) = [remark for remark in read.remarks if remark.code == "like"]
    assert differs in told.text
    assert told.label == "Trẻ 1 Nguyễn Mẫu An"


@pytest.mark.parametrize(
    "row",
    [
        {**AN, "name": "nguyễn mẫu an"},
        {**AN, "name": "NGUYỄN MẪU AN", "id": None},
        {**AN, "mother_name": "le thi mau"},
        {**AN, "mother_name": "LÊ THỊ MẪU"},
        {"name": AN["name"], "birth_date": AN["birth_date"]},
    ],
)
def test_another_spelling_is_no_doubt_and_changes_no_name(row: dict[str, Any]) -> None:
    (read,) = rows_of(holding(AN, BINH), row)
    assert (read.kind, read.values) == (SAME, {})


@pytest.mark.parametrize(
    "row",
    [
        {"name": "Nguyễn Mẫu An", "birth_date": "2016-09-09", "mother_name": "Hoàng Thị Khác"},
        {
            "name": "Nguyễn Mẫu An",
            "birth_date": "2016-02-01",
            "mother_name": "Hoàng Thị Khác",
            "id": "7900000902",
        },
        {"name": "Nguyễn Mẫu Bé", "birth_date": "2016-02-01"},
        {"name": "Lê Thử Mới", "birth_date": "2016-02-01"},
    ],
)
def test_two_facts_that_differ_make_another_child(row: dict[str, Any]) -> None:
    (read,) = rows_of(holding(AN, BINH), row)
    assert read.kind is ADD


def test_a_code_and_one_fact_more_are_enough() -> None:
    (read,) = rows_of(holding(AN), {**AN, "birth_date": "2016-02-02"})
    assert (read.kind, read.values) == (CHANGE, {"birth_date": "2016-02-02"})


def test_a_person_says_whose_the_row_is() -> None:
    content = holding(AN, BINH)
    moved = {"name": AN["name"], "birth_date": "2016-02-02", "phone": "0900000999"}

    def after(who: Who | None) -> list[Any]:
        read = batches(content, moved, who={2: who} if who else {})
        return list(apply(content, edits_of(content, read)).records("children").values())

    assert after(None) == [AN, BINH]
    assert after(Who.SAME) == [{**AN, "birth_date": "2016-02-02", "phone": "0900000999"}, BINH]
    assert after(Who.NEW) == [AN, BINH, moved]


def test_among_many_of_one_name_the_mother_tells_who_it_is() -> None:
    people = [
        {
            "name": AN["name"],
            "birth_date": f"2016-{number // 28 + 1:02}-{number % 28 + 1:02}",
            "mother_name": f"Mẹ Mẫu {number}",
        }
        for number in range(60)
    ]
    for number in (0, 30, 59):
        (read,) = rows_of(holding(*people), {**people[number], "birth_date": "2015-05-05"})
        assert read.kind is ASK
        assert read.subject is not None
        assert read.subject.record == people[number]


def test_two_rows_cannot_correct_one_record() -> None:
    moved = [{"name": AN["name"], "birth_date": f"2016-02-{day:02}"} for day in (2, 3)]
    assert [row.kind for row in rows_of(holding(AN), *moved)] == [ASK, ASK]
    read = rows_of(holding(AN), *moved, who={2: Who.SAME, 3: Who.SAME})
    assert [row.kind for row in read] == [CHANGE, REFUSE]
    assert read[1].remarks[0].code == "twice"


def test_a_record_that_a_row_names_is_asked_of_no_other() -> None:
    twin = {"name": "Nguyễn Mẫu Ý", "birth_date": AN["birth_date"], "mother_name": AN["mother_name"]}
    read = rows_of(holding(AN, twin), AN, twin)
    assert [row.kind for row in read] == [SAME, SAME]
    assert [row.kind for row in rows_of(holding(AN), twin, AN)] == [ADD, SAME]
    beside = {"name": AN["name"], "birth_date": "2016-02-02"}
    first, second = rows_of(holding(AN), AN, beside)
    assert (first.kind, second.kind) == (SAME, ADD)
    assert [remark.code for remark in second.remarks] == ["beside"]


def test_two_children_of_one_name_and_birth_date_are_told_apart_by_their_mothers() -> None:
    other = {"name": AN["name"], "birth_date": AN["birth_date"], "mother_name": "Phạm Thị Thử"}
    content = holding(AN, other)
    (read,) = rows_of(content, {**other, "phone": "0900000777"})
    assert (read.kind, read.values) == (CHANGE, {"phone": "0900000777"})
    assert read.subject is not None
    assert read.subject.place == "children/c0002"


@pytest.mark.parametrize(
    ("changes", "fate"),
    [
        ({"birth_date": "1990-02-02", "code": None, "id_number": None}, ASK),
        ({"code": "CB902", "id_number": None}, ASK),
        ({"name": "Phạm Thị Mẩu", "code": None, "id_number": None}, ASK),
        ({"name": "Hoàng Văn Khác", "birth_date": "1985-01-01", "code": None}, ASK),
        ({"name": "Hoàng Văn Khác", "birth_date": "1985-01-01", "code": None, "id_number": None}, ADD),
        ({"phone": "0900000555"}, CHANGE),
    ],
)
def test_staff_alike(changes: dict[str, Any], fate: RowFate) -> None:
    (read,) = rows_of(holding(TEACHER, of=STAFF), {**TEACHER, **changes}, of=STAFF)
    assert read.kind is fate


FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ")
MIDDLES = ("Mẫu", "Thị Mẫu", "Văn Thử", "Thử")
GIVEN = ("An", "Ân", "Bình", "Chi", "Dũng", "Giang", "Hòa", "Khánh", "Lan", "Minh", "Ngọc", "Oanh")


def invented(random: Random, number: int) -> dict[str, str]:
    person = {
        "name": " ".join(map(random.choice, (FAMILIES, MIDDLES, GIVEN))),
        "birth_date": f"201{random.randint(4, 7)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
        "phone": f"09000{number:05}",
    }
    if random.random() < 0.7:
        person["mother_name"] = f"{random.choice(FAMILIES)} Thị Mẹ {random.choice(GIVEN)}"
    if random.random() < 0.4:
        person["id"] = f"79{number:08}"
    return person


def another_day(random: Random, day: str) -> str:
    year, month, rest = day.split("-")
    if random.random() < 0.3 and int(rest) <= 12 and rest != month:
        return f"{year}-{rest}-{month}"
    moved = int(rest) % 28 + 1
    return f"{year}-{month}-{moved:02}"


CORRECTIONS: Mapping[str, Callable[[Random, dict[str, str]], dict[str, str]]] = {
    "birth_date": lambda random, row: {"birth_date": another_day(random, row["birth_date"])},
    "mother_name": lambda random, _: {"mother_name": f"Hoàng Thị Mới {random.randint(1, 9)}"},
    "id": lambda random, _: {"id": f"78{random.randint(0, 10**8 - 1):08}"},
    "small": lambda _, row: {"name": row["name"].lower()},
    "large": lambda _, row: {"name": row["name"].upper()},
    "letter": lambda _, row: {"name": row["name"] + "h"},
    "phone": lambda random, _: {"phone": f"0911{random.randint(0, 999999):06}"},
}


SPELLINGS = ("small", "large")


@pytest.mark.slow
def test_a_corrected_list_makes_no_second_child_and_puts_nothing_over_one_silently() -> None:
    for seed in range(TIMES):
        random = Random(seed)
        people = [invented(random, number) for number in range(1, random.randint(4, 14))]
        content = holding()
        content = apply(content, edits_of(content, batches(content, *people)))
        kept = list(content.records("children").values())
        assert len(kept) == len(people), seed
        again = rows_of(content, *people)
        assert {row.kind for row in again} == {SAME}, seed
        rows = [dict(person) for person in people]
        corrected = {}
        for place in random.sample(range(len(rows)), random.randint(1, 3)):
            what = random.choice([*CORRECTIONS])
            if what in rows[place] or what not in ("mother_name", "id"):
                rows[place] |= CORRECTIONS[what](random, rows[place])
                corrected[place] = what
        read = batches(content, *rows)
        fates = {place: row.kind for place, row in enumerate(read[0][1])}
        after = list(apply(content, edits_of(content, read)).records("children").values())
        assert len(after) == len(people), (seed, corrected)
        for place, (old, new) in enumerate(zip(kept, after, strict=True)):
            changed = {key for key in new if new[key] != old.get(key)}
            what = corrected.get(place, "")
            by_code = {"birth_date", "mother_name", "letter"} if "id" in people[place] else set()
            if what == "phone" or what in by_code:
                field = "name" if what == "letter" else what
                assert (fates[place], changed) == (CHANGE, {field}), (seed, place)
            else:
                assert not changed, (seed, place, what)
                assert fates[place] is (ASK if what in CORRECTIONS and what not in SPELLINGS else SAME), seed
