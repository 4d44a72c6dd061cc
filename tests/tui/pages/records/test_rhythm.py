"""One rhythm: Enter does the same for every record, no key makes one that was not announced, the keys are counted."""

from __future__ import annotations

import pytest

from tests.messy_group import CHILDREN, MOST, MOST_IN_FORM, Child, control_keys
from tests.tui.conftest import Screen
from tests.whole_group import CLASSES, NEW_REPORT, PROFILE
from tui.desk.canvas import Role

pytestmark = pytest.mark.slow

NEW = "Hồ sơ mới: gõ để thêm"
QUICK, LIST = "‹insert›", "children"


@pytest.fixture
def two_classes(empty_folder: Screen) -> Screen:
    """A group with two classes and no child."""
    for keys in (NEW_REPORT, PROFILE, CLASSES):
        empty_folder.type(keys)
    empty_folder.at(LIST)
    return empty_folder


def children(screen: Screen) -> list[dict[str, object]]:
    return [dict(record) for record in screen.work.content.records("children").values()]


def test_the_keys_of_twenty_messy_children_make_these_twenty_and_no_other(two_classes: Screen) -> None:
    screen = two_classes
    screen.type(QUICK)
    for number, child in enumerate(CHILDREN, 1):
        screen.type(child.keys)
        assert [one.get("name") for one in children(screen)] == [one.name for one in CHILDREN[:number]]
        assert (screen.page.cursor.row, screen.page.cursor.col) == (number, 1)
    for child, stored in zip(CHILDREN, children(screen), strict=True):
        assert {key: stored.get(key) for key in child.wanted} == child.wanted
    at_twins = [
        stored for child, stored in zip(CHILDREN, children(screen), strict=True) if child.kind == "twin"
    ]
    assert [stored["ethnicity"] for stored in at_twins] == ["01", "05", "01"]
    assert at_twins[-1]["province"] == "52"
    assert not [
        issue for issue in screen.work.issues if issue.is_missing and "children/" in str(issue.place.record)
    ]


@pytest.mark.parametrize("child", CHILDREN, ids=lambda child: child.name)
def test_a_child_costs_few_keys_in_quick_entry(child: Child) -> None:
    assert control_keys(child.keys) <= MOST[child.kind]


def test_a_clean_child_costs_few_keys_in_the_form(two_classes: Screen) -> None:
    screen = two_classes
    screen.type("‹insert›Trẻ Mẫu Ánh⏎150517⏎nam⏎nt1⏎Ngô Thị Mẫu Bích⏎1991⏎‹escape›")
    screen.at("children/c0001")
    screen.press("insert")
    keys = "⏎Trẻ Mẫu Cúc⏎200217⏎nữ⏎Hồ Thị Mẫu Duyên⏎1988⏎"
    assert control_keys(keys) <= MOST_IN_FORM
    for number in (2, 3):
        screen.type(keys)
        assert len(children(screen)) == number
        assert f"TRẺ · hồ sơ mới ({number + 1})" in screen.lines[0]
        assert NEW in screen.text
    assert children(screen)[1] == children(screen)[2]
    assert children(screen)[1]["mother_birth_year"] == 1988


@pytest.mark.parametrize(
    "keys",
    (
        *("‹f4›", "⏎", "⏎⏎⏎⏎⏎⏎⏎⏎", " ⏎", "‹delete›", "⇥⇥⇥⏎", "⇥⇥⇥nt1⏎", "⇥⇥⇥‹f4›", "→→→→→→kinh⏎"),
        *("⌫⏎", "‹f2›⏎", "→→→→→→→→→→→→ ", "⇥⇥⇥⇥‹f4›‹f4›‹f4›"),
    ),
)
def test_no_key_makes_a_record_of_what_it_would_begin_with(two_classes: Screen, keys: str) -> None:
    screen = two_classes
    screen.type("‹insert›Trẻ Mẫu Ánh⏎150517⏎nam⏎nt1⏎Ngô Thị Mẫu Bích⏎1991⏎")
    assert NEW in screen.text
    before = screen.work.content
    screen.type(keys)
    assert screen.work.content is before
    assert NEW in screen.text


@pytest.mark.parametrize(
    "keys", ["‹f4›", "⏎", " ⏎", "‹delete›", "nt1⏎⏎⏎⏎⏎⏎", "↓↓↓↓↓↓↓ ", "⏎⏎‹f4›‹insert›", "‹insert›"]
)
def test_nor_in_the_form(two_classes: Screen, keys: str) -> None:
    screen = two_classes
    screen.type("‹insert›Trẻ Mẫu Ánh⏎150517⏎nam⏎nt1⏎Ngô Thị Mẫu Bích⏎1991⏎‹escape›")
    screen.at("children/c0001/mother_birth_year")
    screen.type("1992⏎")
    before = screen.work.content
    assert NEW in screen.text
    screen.type(keys)
    assert screen.work.content is before


def roles(screen: Screen) -> dict[str, Role]:
    """The look of every value in the row of the new record."""
    page = screen.page
    return {field.key: page.cell(page.cursor.row, col).role for col, field in enumerate(page.fields, 1)}


def test_what_a_record_began_with_looks_different_until_it_is_confirmed(two_classes: Screen) -> None:
    screen = two_classes
    screen.type("‹insert›Trẻ Mẫu Ánh⏎150517⏎nam⏎nt1⏎Ngô Thị Mẫu Bích⏎1991⏎")
    assert roles(screen)["class_code"] is Role.GIVEN
    screen.type("Trẻ Mẫu Hai⏎010117⏎nữ⏎")
    assert screen.under_cursor == "NT1"
    assert "chưa xác nhận" in screen.said
    assert roles(screen)["class_code"] is Role.GIVEN
    screen.type("⏎")
    assert roles(screen)["class_code"] is Role.TEXT
    assert roles(screen)["ethnicity"] is Role.GIVEN
    assert screen.page.fields[screen.page.cursor.col - 1].key == "mother_name"
    screen.type("Lê Thị Mẫu⏎1990⇥kinh⏎↑")
    assert roles(screen)["ethnicity"] is Role.TEXT
    assert roles(screen)["boarding"] is Role.GIVEN
    # another visit of the page knows it still
    screen.type("‹escape›‹insert›↑")
    assert roles(screen)["boarding"] is Role.GIVEN


def test_what_is_confirmed_is_drawn_so_though_nothing_is_kept(two_classes: Screen) -> None:
    screen = two_classes
    screen.type("‹insert›Trẻ Mẫu Ánh⏎150517⏎nam⏎nt1⏎Ngô Thị Mẫu Bích⏎1991⏎Trẻ Mẫu Hai⏎010117⏎nữ⏎‹left›")
    assert ("NT1", Role.GIVEN) in screen.page.body(80, 10)[1]
    before = screen.work.content
    screen.type("‹right›⏎")
    assert screen.work.content is before
    assert ("NT1", Role.GIVEN) not in screen.page.body(80, 10)[1]


def test_the_profile_begins_with_what_can_be_only_so(empty_folder: Screen) -> None:
    screen = empty_folder
    screen.type("1⏎")
    profile = screen.work.content.facility
    assert {**profile} == {
        "school_year": 2019,
        "level": "01",
        "region": "03",
        "province": "79",
        "district": "761",
    }
    screen.at("facility/level")
    page = screen.page
    assert page.cell(page.cursor.row, 1).role is Role.GIVEN
    assert "Điền sẵn, chưa xác nhận" in screen.said
    before = screen.work.content
    screen.type("⏎↑")
    assert page.cell(page.cursor.row, 1).role is Role.TEXT
    assert (page.field.key, screen.work.content) == ("level", before)


def test_a_default_is_seen_beside_the_province_that_it_belongs_to(two_classes: Screen) -> None:
    screen = two_classes
    screen.type("‹insert›Trẻ Mẫu Quế⏎040514⏎nữ⏎mg1⏎Đỗ Thị Mẫu Sương⏎1991⏎↑")
    assert roles(screen)["district"] is Role.GIVEN
    assert children(screen)[0]["district"] == "761"
    screen.type("→→→→→→→→→52⇥")
    assert "Quận/Huyện (Theo địa chỉ thường trú): đã bỏ «Quận 12» điền sẵn" in screen.text
    assert screen.page.fields[screen.page.cursor.col - 1].key == "district"
    assert (children(screen)[0]["province"], children(screen)[0].get("district")) == ("52", None)
    # filled into other rows at once, it is the same
    screen.type("↓‹home›Trẻ Mẫu Rạng⏎040514⏎nữ⏎⏎Đỗ Thị Mẫu Sương⏎1991⏎‹home›↑ ↑↑ ↑→→→→→→→→→‹f4›")
    assert [(child["province"], child.get("district")) for child in children(screen)] == [("52", None)] * 2


def test_a_repetition_tells_what_it_put_and_leaves_what_was_typed(two_classes: Screen) -> None:
    screen = two_classes
    screen.type("‹insert›Trẻ Mẫu Ánh⏎150517⏎nam⏎nt1⏎Ngô Thị Mẫu Bích⏎1991⇥tày⏎")
    screen.type("Trẻ Mẫu Hai⏎‹f4›nữ⏎⏎⇥⇥hoa⏎↑⇥⇥⇥⇥‹f4›")
    first, second = children(screen)
    assert (second["mother_name"], second["mother_birth_year"]) == ("Ngô Thị Mẫu Bích", 1991)
    assert (first["ethnicity"], second["ethnicity"]) == ("02", "04")
    assert "Như trên: Ngô Thị Mẫu Bích · 1991" in screen.text
    screen.press("ctrl+z")
    assert "mother_name" not in children(screen)[1]
    assert "mother_birth_year" not in children(screen)[1]
