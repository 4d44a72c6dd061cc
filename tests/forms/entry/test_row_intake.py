"""What becomes of rows from elsewhere: a day that is none, what stands in the record already."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms.dossier.content import Content, apply
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
