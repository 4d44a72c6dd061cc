"""Which record a row names: the surest name decides, marks tell children apart."""

from __future__ import annotations

import pytest

from forms.entry.identity import Known, Likeness, Met, is_poorer, names_of, same_value
from forms.entry.meaning import spelled
from forms.model.values import Record, Typed, Value
from forms.sets.mn2019.records import CHILD, STAFF
from tests.builders import copy_of, example, record, then

TWINS = then(
    record("children/c0001", name="Trẻ Mẫu An", birth_date="2016-05-07", id="7900000001"),
    copy_of("children/c0001", "c0091", name="Trẻ Mẫu Ân", id=None),
    copy_of("children/c0001", "c0092", name="Trẻ Mẫu Ân", id="7900000092"),
)(example())
AN = {"name": "Trẻ Mẫu An", "birth_date": "2016-05-07"}
AN_WITH_MARK = {**AN, "name": "Trẻ Mẫu Ân"}


def test_what_names_a_record_is_complete_and_parses() -> None:
    whole = {"id": "7900000001", "name": "Trẻ Mẫu", "birth_date": "2016-05-07"}
    assert [name.level for name in names_of(CHILD, whole)] == [
        CHILD.named_by.index(keys) for keys in CHILD.named_by
    ]
    assert names_of(CHILD, {"name": "Trẻ Mẫu"}) == []
    assert names_of(CHILD, {"name": "Trẻ Mẫu", "birth_date": Typed("31/02/2016")}) == []


def refs(values: Record) -> list[str]:
    _, subjects, _ = Known(CHILD, TWINS.roster.of(CHILD.key)).find(values)
    return [subject.place.partition("/")[2] for subject in subjects]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (AN, ["c0001"]),
        (AN_WITH_MARK, ["c0091", "c0092"]),
        ({**AN_WITH_MARK, "id": "7900000092"}, ["c0092"]),
        ({**AN, "id": "7900000092"}, ["c0092"]),
        ({**AN, "name": "tre mau an"}, ["c0001", "c0091", "c0092"]),
        ({**AN, "birth_date": "2016-05-08"}, []),
        ({**AN, "name": "Trẻ Mẫu Ẩn"}, []),
    ],
)
def test_the_surest_name_and_its_marks_find_the_record(values: Record, found: list[str]) -> None:
    assert refs(values) == found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({**AN, "id": "7900000092"}, ["c0092", "c0093"]),
        ({**AN_WITH_MARK, "id": "7900000092"}, ["c0092"]),
        ({**AN, "name": "Trẻ Mẫu Bình", "id": "7900000092"}, ["c0093"]),
        ({"id": "7900000092"}, ["c0092", "c0093"]),
    ],
)
def test_where_several_bear_the_surest_name_the_next_one_decides(values: Record, found: list[str]) -> None:
    content = copy_of("children/c0092", "c0093", name="Trẻ Mẫu Bình")(TWINS)
    name, subjects, _ = Known(CHILD, content.roster.of(CHILD.key)).find(values)
    assert [subject.place.partition("/")[2] for subject in subjects] == found
    assert name is not None and name.level == 0


def test_whether_all_is_spelled_alike_is_told() -> None:
    known = Known(CHILD, TWINS.roster.of(CHILD.key))
    plain = {**AN, "name": "tre mau an"}
    assert [known.find(values)[2] for values in (AN, plain)] == [True, False]
    assert known.find({**plain, "id": "7900000001"})[2]


def test_a_record_is_claimed_by_the_first_row_only() -> None:
    met = Met()
    subject = TWINS.roster.of(CHILD.key)[0]
    assert met.is_free(subject)
    assert met.claim(subject, ("Trẻ", 2)) is None
    assert not met.is_free(subject)
    assert met.claim(subject, ("Trẻ", 2)) is None
    assert met.claim(subject, ("Trẻ", 3)) == ("Trẻ", 2)


STAFF_MEMBER = {"code": "GV1", "name": "Cô Mẫu", "birth_date": "1990-01-01"}


@pytest.mark.parametrize(
    ("values", "earlier"),
    [
        (STAFF_MEMBER, ("Nhân sự", 2)),
        ({**STAFF_MEMBER, "code": "GV2"}, None),
        ({key: value for key, value in STAFF_MEMBER.items() if key != "code"}, ("Nhân sự", 2)),
        ({**STAFF_MEMBER, "birth_date": "1990-01-02"}, ("Nhân sự", 2)),
        ({**STAFF_MEMBER, "code": "GV2", "name": "Cô Khác"}, None),
    ],
)
def test_a_new_record_comes_twice_unless_a_surer_name_differs(
    values: Record, earlier: tuple[str, int] | None
) -> None:
    met = Met()
    assert met.add(names_of(STAFF, STAFF_MEMBER), ("Nhân sự", 2)) is None
    found = met.add(names_of(STAFF, values), ("Nhân sự", 3))
    assert (found and found.where) == earlier


@pytest.mark.parametrize(
    ("name", "apart", "likeness"),
    [
        ("TRẺ MẪU ÂN", {}, Likeness.SAME),
        ("tre mau an", {}, Likeness.NEARLY),
        ("Trẻ Mẫu Án", {}, None),
        ("Trẻ Mẫu Ân", {"mother_name": "le thi mau"}, Likeness.SAME),
        ("Trẻ Mẫu Ân", {"father_name": "Trần Mẫu"}, Likeness.SAME),
        ("Trẻ Mẫu Ân", {"mother_name": "Phạm Thị Mẫu"}, Likeness.NAMESAKE),
        ("tre mau an", {"mother_name": "Phạm Thị Mẫu"}, Likeness.NAMESAKE),
    ],
)
def test_a_new_record_is_like_an_earlier_one_or_bears_its_name(
    name: str, apart: dict[str, str], likeness: Likeness | None
) -> None:
    met = Met()
    assert met.add(names_of(CHILD, AN_WITH_MARK), ("Trẻ", 2), {"mother_name": "Lê Thị Mẫu"}) is None
    found = met.add(names_of(CHILD, {**AN, "name": name}), ("Trẻ", 3), apart)
    assert (found and found.likeness) == likeness


@pytest.mark.parametrize(("one", "other"), [("Hòa", "hoà"), ("THÚY", "thuý"), ("An", "an")])
def test_where_in_the_word_the_tone_stands_does_not_matter(one: str, other: str) -> None:
    assert spelled(one) == spelled(other)
    assert spelled("Hòa") != spelled("Hóa")


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("A", "A", True), ("A", "B", False), (None, "A", False), (1, 1, True), (1, True, False), (False, 0, False),
        ("31/02/2016", Typed("31/02/2016"), True), ("31/02/2016", Typed("30/02/2016"), False),
        (Typed("x"), Typed("x"), True), (Typed("x"), "x", False),
    ],
)  # fmt: skip
def test_what_stands_there_already_is_no_change(old: Value | None, new: Value, same: bool) -> None:
    assert same_value(old, new) is same


@pytest.mark.parametrize(
    ("old", "new", "poorer"),
    [
        ("Nguyễn Mẫu", "Nguyen Mau", True),
        ("Nguyễn Mẫu", "NGUYỄN MẪU", True),
        ("NGUYỄN MẪU", "Nguyễn Mẫu", False),
        ("Nguyen Mau", "Nguyễn Mẫu", False),
        ("Nguyễn Mẫu", "Nguyễn Mầu", False),
        ("Nguyễn Mẫu", "Trần Mẫu", False),
        ("Lan", "lan", True),
        ("Nguyễn Mẫu An", "nguyễn mẫu an", True),
        ("nguyễn mẫu an", "Nguyễn Mẫu An", False),
        ("NguyễN Mẫu An", "Nguyễn Mẫu An", False),
        ("Nguyễn Mẫu Hoà", "Nguyễn Mẫu Hòa", False),
        (None, "Lan", False),
    ],
)
def test_a_name_without_its_marks_or_small_letters_is_poorer(old: str | None, new: str, poorer: bool) -> None:
    assert is_poorer(old, new) is poorer
