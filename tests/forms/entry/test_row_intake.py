"""What becomes of rows from elsewhere: a day that is none, what stands in the record already."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms.dossier.content import Content, apply
from forms.dossier.doubts import settling, standing_doubts
from forms.entry.row_intake import ReadRow, RowFate, Source, SourceRow, edits_of, read_sources
from forms.entry.row_values import Remark
from forms.model.values import Typed
from forms.sets.mn2019.records import CHILD
from tests.builders import Change, example, record

BIRTH = CHILD.field_by_key["birth_date"]


@pytest.fixture
def read_day() -> Callable[..., ReadRow]:
    """A row of name and birth date over the child ``c0001``, or of a new one."""

    def read(content: Content, text: str, *, over: bool, strict: bool = True) -> ReadRow:
        fields = (CHILD.field_by_key["name"], BIRTH)
        child = content.roster.of(CHILD.key)[0]
        name = str(child.record["name"]) if over else "Trẻ Mẫu Mới"
        rows = (SourceRow(2, (name, text)),)
        source = Source("Trẻ", CHILD, fields, rows, (child,) if over else (), strict=strict)
        ((_, (row,)),) = read_sources(content, [source])
        return row

    return read


UNREAD = record("children/c0001", birth_date=Typed("31/02/2016"))
LONG_AGO = record("children/c0001", birth_date="1899-12-31")


@pytest.mark.parametrize(
    ("before", "text", "over", "fate"),
    [
        (UNREAD, "31/02/2016", True, RowFate.SAME),
        (UNREAD, "30/02/2016", True, RowFate.REFUSE),
        (UNREAD, "31/02/2016", False, RowFate.REFUSE),
        (UNREAD, "28/02/2016", True, RowFate.CHANGE),
        (LONG_AGO, "31/12/1899", True, RowFate.SAME),
        (LONG_AGO, "30/12/1899", True, RowFate.REFUSE),
        (LONG_AGO, "31/12/1899", False, RowFate.REFUSE),
        (LONG_AGO, "01/01/1900", True, RowFate.CHANGE),
    ],
)
def test_a_day_that_is_none_is_refused_unless_it_stands_there_already(
    read_day: Callable[..., ReadRow], before: Change, text: str, over: bool, fate: RowFate
) -> None:
    row = read_day(before(example()), text, over=over)
    assert row.kind is fate
    if fate is RowFate.REFUSE:
        code = "no_such_day" if text.endswith("/02/2016") else "no_day"
        assert row.remarks == (Remark(code, BIRTH.label, text),)


def test_where_someone_watches_the_day_comes_in_as_it_was_typed(read_day: Callable[..., ReadRow]) -> None:
    row = read_day(example(), "31/02/2016", over=True, strict=False)
    assert (row.kind, row.values) == (RowFate.CHANGE, {"birth_date": Typed("31/02/2016")})
    assert row.remarks == (Remark("unread", BIRTH.label, "31/02/2016"),)


def test_rows_that_are_taken_become_one_change_and_no_others() -> None:
    content = example()
    fields = (CHILD.field_by_key["name"], BIRTH, CHILD.field_by_key["phone"])
    child = content.roster.of(CHILD.key)[0].record
    known = (str(child["name"]), "/".join(reversed(str(child["birth_date"]).split("-"))))
    texts = [
        (*known, "0900000001"),
        ("Trẻ Mẫu Mới", "01/09/2016", ""),
        ("Trẻ Mẫu Sai", "31/02/2016", ""),
        ("Trẻ Mẫu Thừa", "02/09/2016", ""),
    ]
    rows = tuple(SourceRow(number, row) for number, row in enumerate(texts, 2))
    batches = read_sources(content, [Source("Trẻ", CHILD, fields, rows, strict=True)])
    after = apply(content, edits_of(content, batches, [("Trẻ", 5), ("Lớp", 3)])).records("children")
    before = content.records("children")
    assert {**after["c0001"], "phone": None} == {**before["c0001"], "phone": None}
    assert after["c0001"]["phone"] == "0900000001"
    assert [child["name"] for ref, child in after.items() if ref not in before] == ["Trẻ Mẫu Mới"]


KEYS = ("name", "birth_date", "sex", "phone")


def taken(content: Content, *rows: tuple[str, ...], notes: tuple[Remark, ...] = ()) -> Content:
    """*content* with the rows of a file."""
    fields = tuple(CHILD.field_by_key[key] for key in KEYS)
    lines = tuple(SourceRow(number, row, notes=notes) for number, row in enumerate(rows, 2))
    source = Source("Trẻ", CHILD, fields, lines, strict=True)
    return apply(content, edits_of(content, read_sources(content, [source])))


def doubts(content: Content) -> dict[str, dict[str, tuple[str, str]]]:
    """Name → field → what is doubtful."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for subject, field, doubt in standing_doubts(content):
        found.setdefault(subject.name, {})[field.key] = (doubt.code, doubt.text)
    return found


def test_what_is_told_of_a_value_to_be_looked_at_stays_with_it() -> None:
    rows = (
        ("Mẫu Thử Một", "01/02/2016", "M", "903000001"),
        ("Mẫu Thử Hai", "02/02/2016", "M", "0903000002.0"),
        ("mẫu thử ba", "03/02/2016", "Nam", "0903000003; 0903000004"),
        ("Mẫu Thử Bốn", "04/02/2016", "Nữ", "0903000005"),
    )
    content = taken(example(), *rows)
    guess = ("guess", "«M» là «Nam»")
    assert doubts(content) == {
        "Mẫu Thử Một": {"sex": guess, "phone": ("zero", "0903000001")},
        "Mẫu Thử Hai": {"sex": guess, "phone": ("digits", "«0903000002.0» là «0903000002»")},
        "mẫu thử ba": {"name": ("small", "mẫu thử ba"), "phone": ("more", "0903000004")},
    }
    again = taken(content, *rows)
    assert again.tree == content.tree


def test_what_was_settled_does_not_come_back_with_the_same_list() -> None:
    row = ("Mẫu Thử Một", "01/02/2016", "M", "903000001")
    content = taken(example(), row)
    places = [(subject.place, field.key) for subject, field, _ in standing_doubts(content)]
    settled = apply(content, [edit for place, key in places for edit in settling(content, place, key)])
    assert doubts(settled) == {}
    assert taken(settled, row).tree == settled.tree
    changed = taken(settled, (*row[:3], "904000001"))
    assert doubts(changed) == {"Mẫu Thử Một": {"phone": ("zero", "0904000001")}}


def test_what_is_noted_of_a_cell_stays_with_the_value_of_that_cell() -> None:
    for code in ("lines", "converted", "old"):
        notes = (Remark(code, CHILD.field_by_key["name"].label, "Mẫu Thử Một"),)
        content = taken(example(), ("Mẫu Thử Một", "01/02/2016", "Nam", ""), notes=notes)
        assert doubts(content) == {"Mẫu Thử Một": {"name": (code, "Mẫu Thử Một")}}
    told = (Remark("one_sided", CHILD.field_by_key["sex"].label, "Nam"),)
    content = taken(example(), ("Mẫu Thử Một", "01/02/2016", "Nam", ""), notes=told)
    assert doubts(content) == {"Mẫu Thử Một": {"sex": ("one_sided", "Nam")}}
