"""Letters drawn without marks, in ASCII; what was said of a kind of terminal."""

import os
from pathlib import Path
from unicodedata import normalize

import pytest

from forms.model.text import fold
from tests.tui.conftest import Screen
from tui.desk.canvas import width_of
from tui.jobs.sessions.letter_set import LetterSet, drawn
from tui.jobs.sessions.readable_letters import FILE, ReadableLetters

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = [normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]


@pytest.mark.parametrize("letters", [LetterSet.UNMARKED, LetterSet.ASCII])
def test_each_vietnamese_letter_is_drawn_as_the_one_below_its_marks(letters: LetterSet) -> None:
    for char in (*VIETNAMESE, *map(str.upper, VIETNAMESE)):
        for spelled in (char, normalize("NFD", char)):
            plain = drawn(spelled, letters)
            assert plain.isascii()
            assert plain.lower() == fold(char), spelled
            assert plain.isupper() == char.isupper()


def test_what_is_no_letter_stays_unless_only_ascii_can_be_shown() -> None:
    text = "─ «Mục» → 3 · 2019–2020 …"
    assert drawn(text, LetterSet.WHOLE) == text
    assert drawn(text, LetterSet.UNMARKED) == "─ «Muc» → 3 · 2019–2020 …"
    assert drawn(text, LetterSet.ASCII) == '- "Muc" > 3 - 2019-2020 ~'


def test_a_cell_stays_a_cell() -> None:
    for code in [*range(0x20, 0x7F), *range(0xA0, 0x2300), 0x4E2D, 0xAC00, 0xFF21, 0x1F600, 0xFFFD]:
        char = chr(code)
        plain = drawn(char, LetterSet.ASCII)
        assert plain.isascii()
        if char.isprintable() and normalize("NFD", char) == char and width_of(char):
            assert width_of(plain) == width_of(char), hex(code)


def test_a_terminal_of_a_kind_that_nobody_knows_is_asked_once(tmp_path: Path) -> None:
    first = ReadableLetters(folder=tmp_path, term="linux")
    assert first.is_to_be_asked
    assert first.drawn is LetterSet.WHOLE
    first.choose(LetterSet.UNMARKED)
    again = ReadableLetters(folder=tmp_path, term="linux")
    assert (again.drawn, again.is_to_be_asked) == (LetterSet.UNMARKED, False)
    assert ReadableLetters(folder=tmp_path, term="xterm").drawn is LetterSet.WHOLE
    assert ReadableLetters(LetterSet.ASCII, folder=tmp_path, term="linux").drawn is LetterSet.ASCII
    again.turn()
    assert ReadableLetters(folder=tmp_path, term="linux").drawn is LetterSet.WHOLE
    assert os.stat(tmp_path / FILE).st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"linux", b"linux gone\n", b"[" * 5000])
def test_what_cannot_be_understood_was_not_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    letters = ReadableLetters(folder=tmp_path, term="linux")
    assert letters.is_to_be_asked
    letters.choose(LetterSet.UNMARKED)
    assert ReadableLetters(folder=tmp_path, term="linux").drawn is LetterSet.UNMARKED


def test_a_folder_that_takes_no_file_is_asked_again(tmp_path: Path) -> None:
    letters = ReadableLetters(folder=tmp_path / "gone", term="linux")
    letters.choose(LetterSet.UNMARKED)
    assert letters.drawn is LetterSet.UNMARKED
    assert ReadableLetters(folder=tmp_path / "gone", term="linux").is_to_be_asked


def test_where_only_ascii_can_be_shown_it_stays() -> None:
    letters = ReadableLetters(LetterSet.ASCII)
    letters.turn()
    assert letters.drawn is LetterSet.ASCII


def test_the_menu_of_home_turns_marks_off_and_on(screen: Screen) -> None:
    screen.desk.turn_letters()
    assert screen.desk.letters.drawn is LetterSet.UNMARKED
    assert "không dấu" in screen.desk.said
    screen.desk.turn_letters()
    assert screen.desk.letters.drawn is LetterSet.WHOLE
