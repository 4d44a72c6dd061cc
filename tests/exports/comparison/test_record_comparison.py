"""A list of the national system against the records: every difference is told once, with what was sent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exports.comparison.mismatches import Mismatch, MismatchKind
from exports.comparison.record_comparison import compare_lists
from exports.intake.record_sources import sources_of
from forms.dossier.content import Content
from tests.builders import example, record, then, without
from tests.exports.foreign_books import Rows, Value, foreign_book
from tests.exports.official.test_official_file import children

HEADS = ("STT", "Mã học sinh", "Họ tên", "Ngày sinh", "Giới tính", "Số điện thoại liên hệ", "Họ tên mẹ")
AN = ("Nguyễn Mẫu An", "15/05/2017")
Compare = Callable[..., list[Mismatch]]


@pytest.fixture
def ours() -> Content:
    """Four children; two are twins of one name and birth date."""
    twin = {"name": "Phạm Mẫu Em", "birth_date": "2016-05-07", "sex": "02", "id": None}
    return then(
        without("children/c0005", "children/c0006"),
        record("children/c0001", name=AN[0], birth_date="2017-05-15", id=None, sex="01", phone="0900000001"),
        record(
            "children/c0002",
            name="Trần Mẫu Bảo",
            birth_date="2016-02-01",
            id="7900000002",
            sex="01",
            phone=None,
        ),
        record("children/c0003", **twin, mother_name="Mẹ Mẫu"),
        record("children/c0004", **twin, mother_name="Mẹ Mẫu"),
        *(record(f"children/c000{number}", mother_name=None) for number in (1, 2)),
    )(example())


def row(name: str | None, day: str | None, sex: str | None = "Nam", **more: Value) -> tuple[Value, ...]:
    return None, more.get("id"), name, day, sex, more.get("phone"), more.get("mother")


BAO = row("Trần Mẫu Bảo", "01/02/2016", id="7900000002")
SAME_AN = row(*AN, phone="0900000001")
TWINS = [row("Phạm Mẫu Em", "07/05/2016", "Nữ", mother="Mẹ Mẫu")] * 2


def compared(ours: Content, *rows: tuple[Value, ...], sent: Content | None = None) -> list[Mismatch]:
    sheet: Rows = [HEADS, *rows]
    return compare_lists(
        sources_of(foreign_book({"Học sinh": sheet}), ours.form, ours.year).sources, ours, sent
    )


def compared_with(content: Content, sheets: dict[str, Rows]) -> list[Mismatch]:
    return compare_lists(sources_of(foreign_book(sheets), content.form, content.year).sources, content, None)


def told(mismatches: list[Mismatch]) -> list[tuple[str, str, str, str]]:
    return [(each.kind, str(each.place), each.theirs.text, each.ours.text) for each in mismatches]


def test_a_list_that_is_ours_differs_nowhere(ours: Content) -> None:
    assert compared(ours, SAME_AN, BAO, *TWINS) == []


def test_fields_that_differ_are_told_with_row_and_place(ours: Content) -> None:
    rows = row(AN[0].upper(), "15/5/2017", "Nữ", phone="0900 000 009"), BAO, *TWINS
    found = compared(ours, *rows)
    assert told(found) == [
        ("value", "children/c0001/sex", "Nữ", "Nam"),
        ("value", "children/c0001/phone", "0900000009", "0900000001"),
    ]
    assert found[0].label == "Trẻ 1 Nguyễn Mẫu An, Giới tính"
    assert {(each.sheet, each.spot) for each in found} == {("Học sinh", "2")}


def test_what_their_file_has_no_column_for_is_not_compared(ours: Content) -> None:
    found = compared_with(ours, {"Trẻ": [("Họ tên", "Ngày sinh"), AN, ("Trần Mẫu Bảo", "01/02/2016")]})
    assert [each.kind for each in found] == [MismatchKind.ONLY_OURS] * 2


def test_an_empty_cell_is_a_difference_where_we_have_something(ours: Content) -> None:
    assert told(compared(ours, row(*AN), BAO, *TWINS)) == [
        ("value", "children/c0001/phone", "", "0900000001")
    ]


def test_a_code_that_the_system_gave_is_a_difference(ours: Content) -> None:
    rows = row(*AN, id="7900000001", phone="0900000001"), BAO, *TWINS
    assert told(compared(ours, *rows)) == [("value", "children/c0001/id", "7900000001", "")]


def test_a_name_without_its_marks_is_the_same_child_and_another_name(ours: Content) -> None:
    rows = row("Nguyen Mau An", AN[1], phone="0900000001"), BAO, *TWINS
    assert told(compared(ours, *rows)) == [("value", "children/c0001/name", "Nguyen Mau An", "Nguyễn Mẫu An")]


def test_who_stands_on_one_side_only(ours: Content) -> None:
    found = compared(ours, SAME_AN, row("Lê Mẫu Mới", "09/09/2016"), *TWINS)
    assert told(found) == [
        ("only_theirs", "children", "có", ""),
        ("only_ours", "children/c0002", "", "có"),
    ]
    assert found[0].label == "Trẻ Lê Mẫu Mới"
    assert found[0].theirs.value["birth_date"] == "2016-09-09"


def test_one_who_is_nearly_ours_is_told_once_as_perhaps_the_same(ours: Content) -> None:
    """Of the same name and another birth date: nobody can tell a slip from a namesake."""
    found = compared(ours, row(AN[0], "16/05/2017"), BAO, *TWINS)
    assert told(found) == [("unclear", "children/c0001", "có", "")]
    assert found[0].alike == "Trẻ 1 Nguyễn Mẫu An"
    assert found[0].remark is not None
    assert "«15/05/2017» → «16/05/2017»" in found[0].remark.text


def test_a_row_that_may_be_either_twin_is_told_as_unclear(ours: Content) -> None:
    found = compared(
        ours, SAME_AN, BAO, row("Phạm Mẫu Em", "07/05/2016", "Nữ", mother="Mẹ Mẫu", phone="0900000005")
    )
    assert [each.kind for each in found] == [MismatchKind.UNCLEAR]
    assert found[0].alike == "Trẻ 3 Phạm Mẫu Em, Trẻ 4 Phạm Mẫu Em"


def test_a_row_that_cannot_be_read_is_told_and_nobody_of_that_name_is_missing(ours: Content) -> None:
    found = compared(ours, row(AN[0], "31/02/2017"), BAO, *TWINS, row("Lê Mẫu Sai", "30/02/2016"))
    assert told(found) == [
        ("unclear", "children/c0001", "có", ""),
        ("unread", "children", "có", ""),
    ]
    assert [each.remark.code for each in found if each.remark] == ["no_such_day", "no_such_day"]


def test_totals_and_signatures_are_nobody(ours: Content) -> None:
    rows = SAME_AN, BAO, *TWINS, row("Tổng cộng: 4 trẻ", None, None), row("Người lập biểu", None, None)
    assert compared(ours, *rows) == []


def test_lists_that_the_file_does_not_have_are_not_missed(ours: Content) -> None:
    assert all(str(each.place).startswith("children") for each in compared(ours))
    assert len(compared(ours)) == 4, "an empty list has none of them"


def test_a_list_that_names_nobody_is_not_compared(ours: Content) -> None:
    sheet: Rows = [("STT", "Giới tính", "Dân tộc", "Họ tên mẹ"), (1, "Nam", "Kinh", "Mẹ Mẫu")]
    assert compared_with(ours, {"Trẻ": sheet}) == []


def test_what_was_sent_stands_beside_and_is_compared_too(ours: Content) -> None:
    sent = then(record("children/c0001", phone="0900000009", sex="02"), without("children/c0002"))(ours)
    found = compared(ours, row(*AN, phone="0900000009"), BAO, *TWINS, sent=sent)
    assert [
        (str(each.place), each.theirs.text, each.ours.text, each.sent and each.sent.text) for each in found
    ] == [
        ("children/c0001/phone", "0900000009", "0900000001", "0900000009"),
        ("children/c0001/sex", "Nam", "Nam", "Nữ"),
        ("children", "có", "có", ""),
    ]
    assert [each.sent for each in compared(ours, row(*AN), BAO, *TWINS)] == [None]


def test_staff_and_classes_are_compared_in_their_lists() -> None:
    ours = children()
    first = ours.records("staff")["s0001"]
    sheets: dict[str, Rows] = {
        "Lớp học": [("Mã lớp", "Tên lớp"), ("NT1", "Nhóm Thỏ Khác")],
        "Nhân sự": [("Họ tên", "Ngày sinh"), (str(first["name"]), str(first["birth_date"]))],
    }
    found = compared_with(ours, sheets)
    assert told(found)[0] == ("value", "classes/k0001/name", "Nhóm Thỏ Khác", "Nhóm Thỏ Mẫu")
    assert {each.kind for each in found[1:]} <= {MismatchKind.ONLY_OURS}
    assert not any("s0001" in str(each.place) for each in found)
