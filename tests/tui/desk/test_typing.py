"""Typing: a burst of keys gives what the same keys give one at a time, and nothing typed is lost."""

from __future__ import annotations

from unicodedata import is_normalized, normalize

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key

from forms.dossier.content import Edit
from forms.model.values import Typed
from tests.tui.conftest import Screen
from tui.desk.line.buffer import MAX_TYPED

pytestmark = pytest.mark.slow

T4 = ("T4.203:TU_THUC.permanent", "T4.203:TU_THUC.semi_permanent", "T4.203:TU_THUC.temporary")
NAME = "facility/name"


def typed_cells(screen: Screen) -> dict[str, dict[str, object]]:
    return {row: dict(cells) for row, cells in screen.work.content.part("cells").get("T4", {}).items()}


def start_empty(screen: Screen, place: str) -> None:
    """The cursor in table 4 with every typed cell emptied, in one change."""
    screen.at(place)
    content = screen.work.content
    edits = [Edit(("cells", "T4"), content.value(("cells", "T4")), None)]
    screen.work.commit(edits)


@pytest.mark.parametrize(
    ("burst", "wanted"),
    [
        ("12⏎34⏎", [12, 34]),
        ("12⇥34⇥5⌫6⇥", [12, 34, 6]),
        ("3⇥4⇥5⇥", [3, 4, 5]),
        ("7‹escape›8⏎", [8]),
        ("1←2⏎", [21]),
        ("123‹home›4⏎", [4123]),
        ("123‹home›‹delete›⏎", [23]),
        ("123‹home›‹end›4⏎", [1234]),
        ("12‹f2›⌫3⏎", [123]),
        ("5⌫⌫⌫⌫6⏎", [6]),
        ("1⇥2‹shift+tab›3⏎", [3, 2]),
        ("1.234⏎", [1234]),
    ],
)
def test_a_burst_in_table_4_fills_the_cells_one_after_another(
    screen: Screen, burst: str, wanted: list[int]
) -> None:
    start_empty(screen, T4[0])
    screen.type(burst)
    assert [screen.cell(place) for place in T4[: len(wanted)]] == wanted
    assert not screen.page.is_typing


def test_arrow_keys_up_and_down_commit_and_move(screen: Screen) -> None:
    start_empty(screen, "T4.203:TU_THUC.permanent")
    screen.type("4↓5↑6⏎")
    assert screen.cell("T4.203:TU_THUC.permanent") == 6
    assert screen.cell("T4.204:TU_THUC.permanent") == 5


def field(screen: Screen, key: str = "name") -> object:
    return screen.work.content.facility.get(key)


def empty_profile(screen: Screen, *keys: str) -> None:
    for key in keys:
        screen.work.put(("facility", key), None)


@pytest.mark.promise("R16")
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("burst", "wanted"),
    [
        ("Nguye⌫ê⌫ễn⏎", "Nguyễn"),
        ("ab←x⏎", "axb"),
        ("abc‹home›z⏎", "zabc"),
        ("abc‹home›‹delete›⏎", "bc"),
        ("abc‹f2›def⏎", "def"),
        ("Nhóm trẻ Hoa Hồng⏎", "Nhóm trẻ Hoa Hồng"),
        ("  hai   chữ  ⏎", "hai chữ"),
    ],
)
def test_a_burst_in_a_text_field_gives_what_was_meant_in_nfc(
    screen: Screen, burst: str, wanted: str, form: str
) -> None:
    empty_profile(screen, "name")
    screen.at(NAME)
    screen.type(_as_an_input_method(burst, form))
    assert field(screen) == wanted
    assert is_normalized("NFC", str(field(screen)))


def _as_an_input_method(burst: str, form: str) -> str:
    """Decomposed letters take as many backspaces as they have code points."""
    if form == "NFC":
        return burst
    sent: list[str] = []
    taken: list[str] = []
    for char in burst:
        if char == "⌫":
            last = normalize("NFD", taken.pop()) if taken else ""
            sent.append("⌫" * max(len(last), 1))
        else:
            taken.append(char)
            sent.append(char if char in "←→⏎⇥‹›" else normalize("NFD", char))
    return "".join(sent)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("backspace", ["\x7f", "\x08"])
def test_the_bytes_of_an_input_method_give_the_name_in_one_write(
    screen: Screen, backspace: str, form: str
) -> None:
    empty_profile(screen, "name")
    screen.at(NAME)
    burst = _as_an_input_method("Nguye⌫ê⌫ễn Thi⌫ị⏎", form)
    for event in XTermParser().feed(burst.replace("⌫", backspace).replace("⏎", "\r")):
        assert isinstance(event, Key)
        screen.desk.key(event.key, event.character)
    assert field(screen) == "Nguyễn Thị"


def test_the_text_that_escape_dropped_comes_back_with_undo_until_something_else_is_done(
    screen: Screen,
) -> None:
    screen.at(T4[0])
    before = screen.work.content
    screen.type("99‹escape›‹ctrl+z›")
    assert screen.page.grid.edit.text == "99"
    assert screen.work.content is before
    screen.type("‹escape›↓↑‹ctrl+z›")
    assert not screen.page.is_typing


def test_f2_saves_exactly_what_was_typed_before_it(screen: Screen) -> None:
    empty_profile(screen, "name")
    screen.at(NAME)
    screen.type("abc‹f2›")
    assert field(screen) == "abc"
    assert screen.said.endswith("Đã lưu lúc 14:05.")
    screen.type("def⏎")
    assert field(screen) == "def"
    screen.press("ctrl+z")
    assert field(screen) == "abc"


def test_tab_goes_from_field_to_field_in_one_burst(screen: Screen) -> None:
    screen.at("facility/head_name")
    keys = [line.field.key for line in screen.page.rows if line.field]
    following = keys[keys.index("head_name") :][:3]
    empty_profile(screen, *following)
    screen.type("An⇥Bình⇥C⏎")
    kept = [field(screen, key) for key in following]
    assert [value.text if isinstance(value, Typed) else value for value in kept] == ["An", "Bình", "C"]


def test_the_long_burst_of_figures_and_words(screen: Screen) -> None:
    start_empty(screen, T4[0])
    screen.type("12⏎34⏎")
    empty_profile(screen, "name")
    screen.at(NAME)
    screen.type("Nguye⌫ê⌫ễn⇥‹shift+tab›abc‹f2›def⏎")
    assert [screen.cell(place) for place in T4[:2]] == [12, 34]
    names = []
    for _ in range(3):
        names.append(field(screen))
        screen.press("ctrl+z")
    assert names == ["def", "abc", "Nguyễn"]


def test_a_function_key_commits_first_then_acts(screen: Screen) -> None:
    start_empty(screen, T4[0])
    screen.type("7‹f9›")
    assert screen.cell(T4[0]) == 7
    assert "/" in screen.desk.said


def test_the_last_cell_says_that_it_is_the_last(screen: Screen) -> None:
    screen.at("T4.203:TU_THUC.permanent")
    screen.press(*["tab"] * 200)
    here = (screen.page.cursor.row, screen.page.cursor.col)
    screen.type("2⇥")
    assert (screen.page.cursor.row, screen.page.cursor.col) == here
    assert screen.page.cell(*here).text == "2"
    assert screen.desk.said == "Đây là ô nhập được cuối cùng."
    screen.press(*["shift+tab"] * 200)
    assert screen.desk.said == "Đây là ô nhập được đầu tiên."


def test_pasting_then_typing_goes_on_in_the_same_line(screen: Screen) -> None:
    empty_profile(screen, "name")
    screen.at(NAME)
    screen.desk.paste("Lê Thị")
    screen.type(" A⌫Ân⏎")
    assert field(screen) == "Lê Thị Ân"


def test_nothing_is_normalised_while_keys_arrive(screen: Screen) -> None:
    empty_profile(screen, "name")
    screen.at(NAME)
    screen.type(normalize("NFD", "ễ"))
    assert screen.page.grid.edit.text == normalize("NFD", "ễ")
    screen.type("⌫")
    assert screen.page.grid.edit.text == normalize("NFD", "ễ")[:-1]


def test_escape_brings_the_old_value_back(screen: Screen) -> None:
    screen.at(T4[0])
    before = screen.work.content
    screen.type("99‹escape›")
    assert screen.work.content is before
    assert not screen.page.is_typing
    assert screen.under_cursor == str(screen.cell(T4[0]))


def test_a_line_does_not_grow_without_end(screen: Screen) -> None:
    screen.at(NAME)
    screen.type("a" * (MAX_TYPED + 5))
    assert len(screen.page.grid.edit.text) == MAX_TYPED
    assert screen.desk.said == "Dòng đã quá dài, không gõ thêm được."
