"""The values that rows of texts bring: zeros that were lost, names for codes, the class that a sheet is named after."""

from __future__ import annotations

import pytest

from forms.dossier.content import Content, empty_content
from forms.entry.row_values import Remark, RowValues
from forms.model.record import RecordType
from forms.model.values import Value
from forms.package.adopt import adopt
from forms.package.training import training_package, training_year
from forms.sets.mn2019.records import CHILD, CLASS, STAFF


@pytest.fixture(scope="module")
def content() -> Content:
    return adopt(training_package(), empty_content(training_year()), "2019-09-19T08:00:00+07:00")


def read(
    content: Content, record: RecordType, texts: dict[str, str], *, title: str = "", strict: bool = True
) -> tuple[dict[str, Value], list[Remark]]:
    """The values of a row with these texts by key of the field, and what is said of it."""
    remarks: list[Remark] = []
    pairs = [(record.field_by_key[key], text) for key, text in texts.items()]
    rows = RowValues(content, record, [field for field, _ in pairs], [title], None, strict=strict)
    return rows.of(pairs, None, remarks), remarks


@pytest.mark.parametrize(
    ("record", "key", "text", "kept"),
    [
        (CHILD, "phone", "901234567", "0901234567"),
        (STAFF, "id_number", "79090001234", "079090001234"),
        (STAFF, "id_number", "1090001234", "001090001234"),
    ],
)
def test_zeros_that_a_spreadsheet_dropped_are_put_back_and_told(
    content: Content, record: RecordType, key: str, text: str, kept: str
) -> None:
    values, remarks = read(content, record, {key: text})
    assert values[key] == kept
    assert remarks == [Remark("zero", record.field_by_key[key].label, kept)]


@pytest.mark.parametrize(
    ("record", "key", "text"),
    [
        (STAFF, "id_number", "234567890"),  # fits as it is
        (STAFF, "id_number", "012345"),  # begins with its zero
        (STAFF, "id_number", "12345"),  # no zeros make it fit
        (STAFF, "id_number", "1234567x01"),
        (STAFF, "id_number", "٩٠١٢٣٤٥٦٧٠"),
        (STAFF, "social_insurance", "123456789"),  # a format that loses no zeros
        (STAFF, "name", "901234567"),
    ],
)
def test_nothing_else_gets_zeros(content: Content, record: RecordType, key: str, text: str) -> None:
    assert read(content, record, {key: text}) == ({key: text}, [])


def test_a_code_that_was_guessed_is_told_once(content: Content) -> None:
    field = CHILD.field_by_key["province"]
    remarks: list[Remark] = []
    rows = RowValues(content, CHILD, [field], "", None, strict=True)
    assert rows.of([(field, "kon")], None, remarks) == rows.of([(field, "kon")], None, remarks)
    assert remarks == [
        Remark("guess", field.label, "«kon» là «Tỉnh Kon Tum»"),
    ]
    assert read(content, CHILD, {"province": "kon"}, strict=False)[1] == remarks, "of a pasted block as well"
    assert read(content, CHILD, {"province": "hồ chí minh"}) == ({"province": "79"}, []), "a name is no guess"


def test_a_ward_is_looked_for_in_the_district_that_stands_behind_it(content: Content) -> None:
    facility = content.facility
    home = {"home_ward": facility["ward"], "home_district": facility["district"], "home_province": "79"}
    assert read(content, CHILD, {key: str(code) for key, code in home.items()})[0] == home


@pytest.mark.parametrize(("text", "code"), [("Lớp MG1", "MG1"), ("MG1", "MG1"), ("MG9", "MG9")])
def test_the_class_of_a_child_is_found_by_what_it_is_called(content: Content, text: str, code: str) -> None:
    assert read(content, CHILD, {"class_code": text})[0] == {"class_code": code}


@pytest.mark.parametrize(("title", "code"), [("NT1", "NT1"), ("Lớp NT1", "NT1"), ("Trẻ", None)])
def test_a_sheet_named_after_a_class_is_the_list_of_that_class(
    content: Content, title: str, code: str | None
) -> None:
    assert read(content, CHILD, {"name": "Trẻ Mẫu"}, title=title)[0].get("class_code") == code
    assert "class_code" not in read(content, CHILD, {"name": "Trẻ Mẫu"}, title=title, strict=False)[0]
    assert "class_code" not in read(content, CLASS, {"name": "Lớp Mẫu"}, title=title)[0]
    own = read(content, CHILD, {"name": "Trẻ Mẫu", "class_code": "MG1"}, title=title)[0]
    assert own["class_code"] == "MG1"
