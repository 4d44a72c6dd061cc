"""Forms and their code lists."""

from __future__ import annotations

from typing import Any

import pytest

from forms.model.place import Place
from forms.model.record import FieldType
from forms.model.text import fold
from forms.model.values import Typed
from forms.sets.mn2019.catalogues import catalogue
from forms.sets.mn2019.form import FORM
from tests.tui.conftest import Screen
from tui.pages.help.choice_page import ChoicePage
from tui.pages.records.record_form import (
    FormPage,
)

pytestmark = pytest.mark.slow


def a_field(kind: FieldType) -> str:
    """A place of a field of that kind that can be typed, in the training copy."""
    for record, ref in zip(FORM.records, ("", "k0001", "c0001", "s0001"), strict=False):
        for field in record.fields:
            if field.type is kind and not field.computed:
                return "/".join(part for part in (record.place, ref, field.key) if part)
    raise LookupError(kind)


def value(screen: Screen, place: str) -> Any:
    return screen.work.content.value(tuple(place.split("/")))


# Forms


@pytest.mark.parametrize("text", ["01092016", "1/9/2016", "1-9-16", "01/09/2016", "1.9.2016"])
def test_a_date_is_taken_as_people_write_it(screen: Screen, text: str) -> None:
    screen.at("children/c0001/birth_date")
    screen.type(text + "⏎")
    assert value(screen, "children/c0001/birth_date") == "2016-09-01"
    screen.at("children/c0001/birth_date")
    assert screen.under_cursor.lstrip("?") == "01/09/2016"


@pytest.mark.parametrize("text", ["31/02/2016", "hôm qua", "1/13/2016", "000"])
def test_a_wrong_date_stays_as_typed_and_is_marked(screen: Screen, text: str) -> None:
    screen.at("children/c0001/birth_date")
    screen.type(text + "⏎")
    assert value(screen, "children/c0001/birth_date") == Typed(text)
    screen.at("children/c0001/birth_date")
    assert screen.under_cursor == f"!{text}"
    assert "LỖI: " in screen.said


def test_the_space_bar_switches_yes_and_no(screen: Screen) -> None:
    place = a_field(FieldType.BOOL)
    screen.at(place)
    first = value(screen, place)
    screen.press("space")
    assert value(screen, place) is (not first)
    screen.press("space")
    assert value(screen, place) is bool(first)


@pytest.mark.parametrize(
    ("text", "wanted"), [("c", True), ("có", True), ("CO", True), ("k", False), ("không", False), ("x", True)]
)
def test_yes_and_no_can_be_typed(screen: Screen, text: str, wanted: bool) -> None:
    place = a_field(FieldType.BOOL)
    screen.at(place)
    screen.type(text + "⏎")
    assert value(screen, place) is wanted


def test_a_code_list_is_narrowed_by_letters_without_marks(screen: Screen) -> None:
    screen.at("children/c0001/ethnicity")
    screen.press("enter")
    assert isinstance(screen.page, ChoicePage)
    assert screen.page.items[screen.page.cursor.row].name == "Kinh"
    everything = screen.page.count()
    screen.type("kho me")
    assert 1 <= screen.page.count() < everything
    assert "tìm «kho me»" in screen.lines[0]
    screen.type("⌫⌫⌫⌫⌫⌫")
    assert screen.page.count() == everything
    screen.type("hoa⏎")
    assert isinstance(screen.page, FormPage)
    chosen = value(screen, "children/c0001/ethnicity")
    assert fold(catalogue("ethnicities").name(chosen)) == "hoa"


@pytest.mark.slow
def test_what_is_pasted_into_a_code_list_is_cleaned_and_looks_for_a_code(screen: Screen) -> None:
    screen.at("children/c0001/ethnicity")
    screen.press("enter")
    screen.desk.paste("\x1b[2J\x1b]0;x\x07" + "a" * 500)
    assert all(char.isprintable() for line in screen.lines for char in line)
    assert len(screen.page.query.text) <= 40
    screen.type("b" * 100)
    assert len(screen.page.query.text) <= 40
    screen.desk.paste("hoa\r\n")
    assert screen.page.items[0].name == "Hoa"


def test_a_code_list_with_nothing_left_says_so_and_enter_does_nothing(screen: Screen) -> None:
    screen.at("children/c0001/ethnicity")
    before = screen.work.content
    screen.press("enter")
    screen.type("qqqq")
    assert "Không tìm thấy trong danh mục" in screen.said
    screen.press("enter", "down", "pagedown", "end", "tab")
    assert screen.work.content is before
    screen.press("escape")
    assert isinstance(screen.page, FormPage)
    assert screen.work.content is before


def test_districts_are_those_of_the_province(screen: Screen) -> None:
    screen.at("children/c0001/district" if "district" in _keys("child") else "facility/district")
    screen.press("enter")
    assert isinstance(screen.page, ChoicePage)
    owner = screen.page.items
    provinces = {item.attributes.get("province") for item in owner}
    assert len(provinces) == 1


def _keys(record: str) -> set[str]:
    return next({field.key for field in each.fields} for each in FORM.records if each.key == record)


def test_a_province_asks_again_for_what_lies_in_it(screen: Screen) -> None:
    screen.at("children/c0001/province")
    child = screen.work.content.records("children")["c0001"]
    assert (child["district"], child["ward"]) == ("761", "26764")
    screen.type("binh dinh⏎")
    assert screen.page.field.key == "district"
    child = screen.work.content.records("children")["c0001"]
    assert (child["province"], child["district"]) == ("52", "761"), "what was entered stays"
    assert child["ward"] == "Phường Thạnh Xuân", "and what it says stays readable where words stand"
    assert "quận, huyện Quận 12 không thuộc Tỉnh Bình Định" in screen.said
    assert (
        "Xã/Phường (Theo địa chỉ thường trú): vẫn ghi «Phường Thạnh Xuân» → xem lại mục này." in screen.said
    )
    screen.press("ctrl+z")
    assert screen.work.content.records("children")["c0001"]["ward"] == "26764"


def test_a_default_goes_with_the_province_that_it_lies_in(screen: Screen) -> None:
    screen.at("children")
    screen.type("‹insert›Trẻ Mẫu Mới⏎")
    child = screen.work.content.records("children")["c0047"]
    assert (child["province"], child["district"]) == ("79", "761")
    screen.at("children/c0047/province")
    screen.type("52⏎")
    child = screen.work.content.records("children")["c0047"]
    assert child["province"] == "52"
    assert "district" not in child
    assert "đã bỏ «Quận 12» điền sẵn" in screen.text
    assert screen.page.field.key == "district"
    screen.type("phu my⏎")
    assert screen.work.content.records("children")["c0047"]["district"] == "545"


def test_a_name_typed_into_a_code_field_becomes_its_code(screen: Screen) -> None:
    screen.at("children/c0001/ethnicity")
    screen.type("khơ-me⏎")
    assert value(screen, "children/c0001/ethnicity") in {item.code for item in catalogue("ethnicities").items}
    screen.at("children/c0001/ethnicity")
    screen.type("người sao hỏa⏎")
    assert value(screen, "children/c0001/ethnicity") == Typed("người sao hỏa")


def test_numbers_of_identity_and_telephone_are_kept_in_their_usual_form(screen: Screen) -> None:
    screen.at("facility/head_phone")
    screen.type("0900 000 003⏎")
    assert value(screen, "facility/head_phone") == "0900000003"
    screen.at("facility/head_email")
    screen.type("  Chu.Nhom@Example.VN ⏎")
    assert " " not in str(value(screen, "facility/head_email"))


def test_computed_fields_say_that_they_fill_themselves_in(screen: Screen) -> None:
    screen.at("classes/k0001/has_disabled")
    for key in ("x", "space", "delete", "backspace", "f2"):
        screen.press(key)
        assert screen.desk.said == "Mục này tự điền."
    assert not screen.page.is_typing


def test_mandatory_fields_have_their_star_even_when_the_label_is_cut(screen: Screen) -> None:
    for width in (60, 80, 132):
        screen.desk.resize(width, 24)
        for place in ("facility", "classes/k0001", "children/c0001", "staff/s0001"):
            screen.at(place)
            page = screen.page
            for row in range(page.count()):
                label = page.cell(row, 0).text
                assert len(label) <= page.columns()[0].width - 1
                assert ("(*)" in label) == label.endswith("(*)")


def test_a_value_too_long_for_its_column_is_told_whole_below(screen: Screen) -> None:
    screen.at("facility/name")
    assert "Nhóm trẻ, lớp mẫu giáo Hướng Dương (tập huấn)" in screen.said


def test_a_record_that_an_undo_took_away_is_told_as_gone(screen: Screen) -> None:
    from forms.dossier.content import Edit

    record = screen.work.content.records("children")["c0001"]
    before = screen.work.content.tree
    screen.work.commit([Edit(("children", "c9999"), None, record)])
    screen.at("children/c9999/ethnicity")
    screen.press("enter")
    assert isinstance(screen.page, ChoicePage)
    screen.press("ctrl+z")
    assert "rồi mới hoàn tác" in screen.desk.said
    assert isinstance(screen.page, ChoicePage)
    screen.press("escape", "ctrl+z")
    assert screen.work.content.tree == before
    assert "không còn" in screen.text
    for key in (
        "x",
        "delete",
        "space",
        "enter",
        "down",
        "f2",
        "f3",
        "escape",
        "escape",
        "f4",
        "ctrl+d",
        "f1",
    ):
        screen.press(key)
    assert screen.work.content.tree == before


# Entering one record after another


def form_value(screen: Screen, key: str) -> str:
    row = next(row for row, line in enumerate(screen.page.rows) if line.field and line.field.key == key)
    return str(screen.page.cell(row, 1).text)


def shown_fields(screen: Screen) -> list[str]:
    return [line.field.key for line in screen.page.rows if line.field]


def test_what_is_mandatory_comes_first_and_the_rest_is_folded(screen: Screen) -> None:
    screen.at("children/c0001")
    rows = screen.page.rows
    first_group = next(row for row, line in enumerate(rows) if line.field is None)
    assert all(line.field for line in rows[:first_group])
    assert all(line.field is None for line in rows[first_group:])
    screen.page.go(first_group)
    screen.press("enter")
    assert len(screen.page.rows) > len(rows)
    assert screen.page.cell(first_group, 0).text.startswith("- ")
    screen.press("enter")
    assert screen.page.rows == rows
    screen.type("x")
    assert "Enter để mở hoặc gập" in screen.desk.said


def test_a_field_appears_when_its_condition_holds_and_goes_with_it(screen: Screen) -> None:
    screen.at("children/c0001/status")
    assert "status_date" not in shown_fields(screen)
    screen.type("09⏎")
    assert screen.page.field.key == "status_date"
    assert {"status_date", "leave_reason"} <= set(shown_fields(screen))
    assert "LỖI" in screen.said
    screen.at("children/c0001/status")
    screen.type("01⏎")
    assert not {"status_date", "leave_reason"} & set(shown_fields(screen))
    screen.at("children/c0001/boarding")
    screen.type("k⏎")
    assert "boarding_kind" not in shown_fields(screen)


def test_enter_in_the_last_field_goes_on_with_the_next_new_child(screen: Screen) -> None:
    screen.at("children/c0046/mother_birth_year")
    screen.type("1988⏎")
    assert "TRẺ · hồ sơ mới (47)" in screen.lines[0]
    assert form_value(screen, "class_code") == "MG2"
    assert form_value(screen, "status") == "Đang học"
    assert form_value(screen, "province") == "Thành phố Hồ Chí Minh"
    before = screen.work.content
    screen.press("escape")
    assert screen.work.content is before, "nothing is kept of a record without a value"
    screen.at("children/c0046")
    screen.press("insert")
    screen.type("nt1⏎Trẻ Mẫu Mới⏎010917⏎1⏎Người Mẹ Mẫu⏎1990⏎")
    assert "TRẺ · hồ sơ mới (48)" in screen.lines[0]
    child = screen.work.content.records("children")["c0047"]
    assert (child["class_code"], child["name"], child["birth_date"]) == ("NT1", "Trẻ Mẫu Mới", "2017-09-01")
    assert (child["mother_name"], child["mother_birth_year"]) == ("Người Mẹ Mẫu", 1990)
    assert not [issue for issue in screen.work.issues if issue.place.record == "children/c0047"]
    screen.type("Trẻ Mẫu Nữa")
    assert screen.page.is_typing, "the first field is the class"


def test_one_key_repeats_the_value_of_the_record_before(screen: Screen) -> None:
    screen.at("children/c0046")
    screen.press("insert", "down")
    screen.type("Trẻ Mẫu Mới⏎")
    screen.press("f4", "f4")
    before, new = (screen.work.content.records("children")[ref] for ref in ("c0046", "c0047"))
    assert (new["birth_date"], new["sex"]) == (before["birth_date"], before["sex"])
    screen.at("children/c0001/name")
    screen.press("f4")
    assert "Không có giá trị nào" in screen.desk.said


def test_the_code_used_last_is_where_the_list_opens(screen: Screen) -> None:
    screen.at("children/c0046")
    screen.press("insert")
    screen.page.go_to(Place(field="ethnicity"))
    screen.type("‹enter›khơ⏎")
    chosen = screen.work.content.records("children")["c0047"]["ethnicity"]
    screen.work.put(("children", "c0047", "ethnicity"), None)
    screen.page.go_to(Place(field="ethnicity"))
    screen.press("enter")
    assert isinstance(screen.page, ChoicePage)
    assert screen.page.items[screen.page.cursor.row].code == chosen


def test_classes_are_chosen_from_the_classes_there_are(screen: Screen) -> None:
    screen.at("children/c0001/class_code")
    screen.press("enter")
    assert [item.code for item in screen.page.items] == ["NT1", "NT2", "MG1", "MG2"]
    screen.type("mam⏎")
    assert value(screen, "children/c0001/class_code") == "MG1"
    screen.at("children/c0001/class_code")
    screen.type("gấu bông⏎")
    assert value(screen, "children/c0001/class_code") == "NT2"
    screen.type("‹up›không có⏎")
    assert value(screen, "children/c0001/class_code") == "không có"
    assert any(issue.rule == "E42" for issue in screen.work.issues_of("children/c0001"))


def test_a_field_tells_where_it_counts(screen: Screen) -> None:
    screen.at("children/c0001/birth_date")
    assert "Đếm ở mã 98 Trẻ từ 13 đến 24 tháng" in " ".join(screen.page.explain().split())


@pytest.mark.parametrize("text", ["9" * 45, "x" * 300, "👩‍🏫", "a\u0302\u0323", "-1", "=1+1", "[red]"])
@pytest.mark.parametrize(
    "key", ["name", "personal_id", "birth_date", "mother_birth_year", "ethnicity", "class_code"]
)
def test_any_text_in_any_field_stays_and_is_told(screen: Screen, key: str, text: str) -> None:
    screen.at(f"children/c0001/{key}")
    before = screen.work.content
    screen.type(text + "⏎")
    kept = value(screen, f"children/c0001/{key}")
    assert (kept.text if isinstance(kept, Typed) else kept) is not None
    assert screen.work.content is not before
    assert all(len(line) <= 80 for line in screen.lines)
    screen.press("ctrl+z")
    assert screen.work.content.tree == before.tree


# The review of the profile


def test_the_space_bar_ticks_a_field_and_goes_to_the_next_that_wants_a_review(screen: Screen) -> None:
    screen.at("facility")
    screen.page.go(0, 2)
    screen.press("space")
    assert screen.page.field.key == "name"
    assert "đã đến mục cần rà soát" in screen.desk.said
    for left in range(13, -1, -1):
        screen.press("space")
        assert (f"Còn {left} mục" if left else "Đã rà soát đủ") in screen.desk.said
    assert len(screen.work.content.part("reviewed")) == 14
    assert set(screen.work.content.part("reviewed").values()) == {"2019-09-19"}
    screen.at("facility/name")
    assert "19/09/2019" in screen.text
    screen.press("right")
    screen.press("space")
    assert "name" not in screen.work.content.part("reviewed")
    screen.desk.home()
    assert "đã rà soát 13/14 mục" in screen.text
    assert "? còn 1" in screen.text


# From a number to a person and back


def test_a_child_changed_behind_a_number_shows_in_the_table_as_changed(screen: Screen) -> None:
    screen.at("T2.083:TU_THUC.female")
    before = screen.figure("T2.083:TU_THUC.female")
    screen.press("enter")
    count = screen.page.count()
    screen.press("enter")
    name = screen.page.subject.name
    screen.page.go_to(Place(field="sex"))
    screen.type("1⏎‹escape›")
    assert screen.page.count() == count - 1
    assert name not in [subject.name for subject in screen.page.subjects]
    screen.press("escape")
    assert "Hồ sơ đã đổi: " in screen.text
    assert f"~{before}" in screen.text
    screen.press("f5")
    assert "Ô SẼ ĐỔI" in screen.lines[0]
    screen.press("enter")
    assert screen.figure("T2.083:TU_THUC.female") == before - 1
