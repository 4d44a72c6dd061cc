"""Telex and VNI on the screen: where they work, what Backspace takes, what they leave alone."""

from __future__ import annotations

import pytest

from forms.model.record import FieldType
from forms.sets import newest
from tests.tui.conftest import Screen
from tui.desk.line.buffer import Buffer
from tui.desk.line.input_method import MOST_KEYS, InputMethod
from tui.desk.line.spelling import Method
from tui.texts.help.keys import Action


def line(keys: str, method: Method = Method.TELEX, text: str = "") -> str:
    """What stands in a line of words that began as *text*; «<» is Backspace."""
    way, buffer = InputMethod(), Buffer.of(text)
    way.method = method
    for key in keys:
        if key == "<":
            way.press(buffer, "backspace")
        else:
            way.type(buffer, key, in_words=True)
    return buffer.text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("Nguyeenx Vawn AAn", "Nguyễn Văn Ân"),
        ("Nguyeenx<n", "Nguyễn"),
        ("Nguyeen<<eenx", "Nguyễn"),
        ("toans<n<<as", "tóa"),
        ("P.Beens Nghes", "P.Bến Nghé"),
        ("Lows 1s 12a", "Lớ 1s 12a"),
        ("an@gmail.coms", "an@gmail.coms"),
        ("(Maamf)", "(Mầm)"),
    ],
)
def test_telex_in_a_line(keys: str, text: str) -> None:
    assert line(keys) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("Nguye6n4 Va8n A6n", "Nguyễn Văn Ân"),
        ("so61 12/3 D9u7o7ng2 3/2", "số 12/3 Đường 3/2"),
        ("Lo7p1 1", "Lớp 1"),
    ],
)
def test_vni_in_a_line(keys: str, text: str) -> None:
    assert line(keys, Method.VNI) == text


def test_letters_that_were_there_are_left_alone() -> None:
    assert line("s", text="hoa") == "hoas"
    assert line(" hoas", text="hoa") == "hoa hóa"


def test_a_word_of_another_line_is_not_gone_on_with(screen: Screen) -> None:
    screen.at("children/c0004/name")
    screen.type("Trần Thị Na⏎")
    screen.press("f12")
    screen.at("children/c0003/name")
    screen.type("Na⏎")
    screen.at("children/c0004/name")
    screen.type("‹f2›s")
    assert screen.page.grid.edit.text == "Trần Thị Nas"


def test_nor_one_elsewhere_in_the_line_or_of_a_paste() -> None:
    way, buffer = InputMethod(), Buffer.of("Lá ")
    way.turn()
    way.type(buffer, "L", in_words=True)
    way.type(buffer, "a", in_words=True)
    buffer.insert(" La")
    way.type(buffer, "s", in_words=True)
    assert buffer.text == "Lá La Las"


def test_what_f12_says_stands_whole_below_a_question(screen: Screen) -> None:
    screen.at("T4.203:TU_THUC.permanent")
    screen.press("ctrl+t", "f12")
    text = " ".join(screen.text.split())
    assert "F12: VNI." in text and "z bỏ dấu" in text


def test_a_word_longer_than_any_is_none() -> None:
    keys = "n" * MOST_KEYS + "as"
    assert line(keys) == keys


def test_the_cursor_inside_a_line_makes_a_word_there() -> None:
    way, buffer = InputMethod(), Buffer.of("Lá ")
    way.turn()
    buffer.press("home")
    for key in "Lowps ":
        way.type(buffer, key, in_words=True)
    assert (buffer.text, buffer.at) == ("Lớp Lá ", 4)


def test_it_is_off_until_f12_and_shown_in_the_title(screen: Screen) -> None:
    place = ("children", "c0003", "name")
    screen.at("children/c0003/name")
    screen.type("Nguyeenx Thij Maaux⏎")
    assert screen.work.content.value(place) == "Nguyeenx Thij Maaux"
    screen.at("children/c0003/name")
    screen.press("f12")
    assert "gõ Telex" in screen.lines[0]
    screen.type("Nguyeenx Thij Maaux⏎")
    assert screen.work.content.value(place) == "Nguyễn Thị Mẫu"
    screen.press("f12")
    assert "gõ VNI" in screen.lines[0]
    screen.press("f12")
    assert "gõ" not in screen.lines[0]


def test_f12_amid_a_line_commits_nothing(screen: Screen) -> None:
    screen.at("children/c0003/name")
    before = screen.work.content
    screen.type("Trer ‹f12›Maauf")
    assert screen.page.grid.edit.text == "Trer Mầu"
    assert screen.work.content is before


def test_digits_codes_and_addresses_come_as_typed(screen: Screen) -> None:
    screen.press("f12", "f12")
    screen.at("T4.203:TU_THUC.permanent")
    screen.type("11")
    assert screen.page.grid.edit.text == "11"
    screen.press("escape", "f12", "f12")
    screen.at("facility/email")
    screen.type("boos@maus.vn")
    assert screen.page.grid.edit.text == "boos@maus.vn"


def test_the_fields_of_words() -> None:
    fields = {f"{record.place}/{field.key}": field for record in newest().records for field in record.fields}
    words = {place for place, field in fields.items() if field.in_words}
    assert {"facility/name", "facility/address", "children/name", "children/ethnicity"} <= words
    plain = {"facility/code", "facility/website", "facility/email", "classes/code", "children/class_code"}
    assert not plain & words
    numbers = (FieldType.INT, FieldType.DECIMAL, FieldType.DATE)
    assert not any(fields[place].type in numbers for place in words)


def test_what_is_looked_for_in_a_list(screen: Screen) -> None:
    screen.at("children")
    screen.press("f12")
    screen.type("Maaux")
    assert screen.page.query.text == "Mẫu"
    screen.press("backspace")
    assert screen.page.query.text == "Mẫ"


def test_an_answer_in_words(screen: Screen) -> None:
    screen.press("f12")
    screen.at("T4.203:TU_THUC.permanent")
    screen.type("‹ctrl+t›Phongf muwowjn⏎")
    assert screen.work.content.value(("notes", "T4", "203", "TU_THUC.permanent")) == "Phòng mượn"


def test_the_style_of_tones_is_in_the_menu_while_it_is_on(screen: Screen) -> None:
    assert Action.TONE_STYLE not in screen.page.doable()
    screen.press("f12")
    assert Action.TONE_STYLE in screen.page.doable()
    screen.desk.act(Action.TONE_STYLE)
    screen.at("children/c0003/name")
    screen.type("Hoaf")
    assert screen.page.grid.edit.text == "Hoà"
