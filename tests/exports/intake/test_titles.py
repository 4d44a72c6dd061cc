"""Titles by their words: hints, whose they are, marks, one title over another."""

from __future__ import annotations

import pytest

from exports.intake.title_words import Half
from exports.intake.titles import use_of
from forms.sets.mn2019.records import CHILD, STAFF


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (("Họ và tên cháu (viết chữ in hoa)",), "name"),
        (("Dân tộc của bé",), "ethnicity"),
        (("ĐT liên lạc",), "phone"),
        (("DT",), None),
        (("Họ tên ba",), "father_name"),
        (("Họ tên bà",), None),
        (("Ba mẹ",), None),
        (("NS mẹ",), "mother_birth_year"),
        (("Nghề nghiệp (bố)",), "father_job"),
        (("SĐT của mẹ",), "mother_phone"),
        (("SĐT phụ huynh",), "phone"),
        (("SĐT người đưa đón",), None),
        (("Mã HS (phần mềm vnEdu)",), "id"),
        (("Mã định danh Bộ GD",), "id"),
        (("Mã định danh học sinh",), "personal_id"),
        (("Nơi ở hiện tại",), "address"),
        (("Địa chỉ thường trú",), None),
        (("Tên ở nhà",), None),
        (("Thường trú", "Ấp"), "hamlet"),
        (("Thông tin gia đình", "Cha", "Sinh năm"), "father_birth_year"),
        (("Phụ huynh", "Họ tên mẹ"), "mother_name"),
        (("Người đưa đón", "Họ tên"), None),
        (("Naêm sinh cuûa meï",), "mother_birth_year"),
        (("Ng­êi gi¸m hé",), "guardian_name"),
    ],
)
def test_what_a_title_of_a_list_of_children_means(path: tuple[str, ...], key: str | None) -> None:
    use = use_of(CHILD, path)
    assert (use and use.field.key) == key


def test_parts_of_a_field_go_before_titles_that_are_joined() -> None:
    family, given = (use_of(CHILD, ("Họ tên", title)) for title in ("Họ", "Tên"))
    assert family is not None
    assert given is not None
    assert (family.half, given.half) == (Half.FAMILY, Half.GIVEN)


def test_whom_a_list_is_of_is_left_out_of_a_title_of_it_alone() -> None:
    assert (use := use_of(STAFF, ("Họ và tên GV",)))
    assert use.field.key == "name"
    assert use_of(CHILD, ("Họ và tên GV",)) is None
