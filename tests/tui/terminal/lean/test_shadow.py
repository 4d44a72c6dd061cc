"""Whatever was shown before: what is sent for a new screen makes it of the old one, in every family of terminals."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.terminal.lean.seen import COLOURED, EVERY, STYLES, Eye, whole
from tui.desk.canvas import Line, Role, blank, line_of
from tui.jobs.sessions.letter_set import LetterSet
from tui.terminal.lean.families import Family, family_of
from tui.terminal.lean.shadow import Shadow, renditions_of

WIDTH, HEIGHT = 24, 9
LETTERS = "abcê       ─"
ODD = "漢한e\u0302\u0323é"
ROLES = tuple(COLOURED)

Shown = tuple[list[Line], tuple[int, int]]


@st.composite
def screens(draw: st.DrawFn, most: int = 5) -> list[Shown]:
    """Screens that follow one another: lines anew, changed in a cell, moved, taken out, emptied, or all other ones."""
    rng = draw(st.randoms(use_true_random=False))
    lines = [_line(rng) for _ in range(HEIGHT)]
    shown = [(lines, _place(rng))]
    for _ in range(rng.randint(1, most - 1)):
        lines = _after(lines, rng)
        shown.append((lines, _place(rng)))
    return shown


def _place(rng: random.Random) -> tuple[int, int]:
    return rng.randrange(WIDTH), rng.randrange(HEIGHT)


def _line(rng: random.Random) -> Line:
    if rng.random() < 0.15:
        return blank(WIDTH)
    letters = LETTERS + ODD if rng.random() < 0.1 else LETTERS
    parts = [  # a mark stands behind a letter: at the start of a line there is none
        (rng.choice(LETTERS) + "".join(rng.choices(letters, k=rng.randint(0, 11))), rng.choice(ROLES))
        for _ in range(rng.randint(1, 4))
    ]
    return line_of([*parts, (" ", Role.TEXT)], WIDTH)


def _after(lines: list[Line], rng: random.Random) -> list[Line]:
    lines = list(lines)
    match rng.randrange(6):
        case 0:
            return [_line(rng) for _ in lines]
        case 1:  # a body that moves, inside others that stay
            top, bottom = sorted(rng.sample(range(HEIGHT + 1), 2))
            by = rng.choice((-3, -2, -1, 1, 2, 3))
            moved = [lines[y + by] if top <= y + by < bottom else _line(rng) for y in range(top, bottom)]
            return [*lines[:top], *moved, *lines[bottom:]]
        case 2:  # a line more, a line less
            lines.insert(rng.randrange(HEIGHT), _line(rng))
            del lines[rng.randrange(HEIGHT)]
            return lines[:HEIGHT]
        case 3:
            return [blank(WIDTH) if rng.random() < 0.5 else line for line in lines]
        case _:
            for _ in range(rng.randint(1, 3)):
                y = rng.randrange(HEIGHT)
                lines[y] = _edited(lines[y], rng)
            return lines


def _edited(line: Line, rng: random.Random) -> Line:
    spans = list(line)
    number = rng.randrange(len(spans))
    text, role = spans[number]
    at = rng.randrange(len(text))
    match rng.randrange(3):
        case 0:
            spans[number] = (text, rng.choice(ROLES))
        case 1:
            spans[number] = (text[:at] + rng.choice(LETTERS) + text[at + 1 :], role)
        case _:
            spans[number] = (text[:at] + rng.choice(LETTERS) + text[at:], role)
    return line_of(spans, WIDTH)


def shown_alike(family: Family, shown: Sequence[Shown]) -> None:
    """After each screen the terminal shows what it shows when that alone is sent, whole."""
    shadow = Shadow(family, renditions_of(COLOURED))
    eye = Eye(WIDTH, HEIGHT)
    eye.fed("\x1b[1;7mrubbish of another program\r\nmore of it")
    for lines, cursor in shown:
        sent = shadow.sent(lines, WIDTH, cursor)
        assert eye.fed(sent) == Eye(WIDTH, HEIGHT).fed(whole(lines, cursor, COLOURED)), repr(sent)
        assert shadow.sent(lines, WIDTH, cursor) == ""


@pytest.mark.slow
@pytest.mark.parametrize("family", EVERY.values(), ids=EVERY)
@given(shown=screens())
def test_what_is_sent_makes_the_new_screen_of_the_old_one(family: Family, shown: list[Shown]) -> None:
    shown_alike(family, shown)


def _lines(*texts: str) -> list[Line]:
    return [line_of([(text, Role.TEXT)], WIDTH) for text in texts]


LIST = [f"{number} a name of some letters" for number in range(100)]


def _sent(before: list[Line], after: list[Line], term: str = "xterm") -> str:
    shadow = Shadow(family_of(term), renditions_of(STYLES))
    shadow.sent(before, WIDTH, (0, 0))
    return shadow.sent(after, WIDTH, (0, 0))


@pytest.mark.parametrize("up", [1, 2, -1, -2])
@pytest.mark.parametrize("term", ["xterm", "linux", "screen", "vt100"])
def test_lines_that_move_together_are_moved_by_the_terminal(term: str, up: int) -> None:
    rows = [f"{number:2} {'abcdefghijklmnopqrst'[number:]}" for number in range(20)]
    before = _lines("title", *rows[5:12], "keys")
    after = _lines("title", *rows[5 + up : 12 + up], "keys")
    shown_alike(family_of(term), [(before, (0, 0)), (after, (3, 3))])
    assert len(_sent(before, after, term)) < 30 + abs(up) * WIDTH


def test_an_unheard_of_terminal_gets_places_and_letters_and_no_more() -> None:
    sent = _sent(_lines(*LIST[:9]), _lines(*LIST[1:10]), "unheard-of")
    assert "r" not in sent.replace("letters", "").replace("of some", "") or "\x1b[r" not in sent
    assert not {"\n", "\r", "\b"} & set(sent)


def test_a_letter_where_the_cursor_stands_costs_a_byte() -> None:
    shadow = Shadow(family_of("xterm"), renditions_of(STYLES))
    shadow.sent(_lines("12", *[""] * 8), WIDTH, (2, 0))
    assert shadow.sent(_lines("123", *[""] * 8), WIDTH, (3, 0)) == "3"


def test_what_is_not_known_is_sent_whole() -> None:
    lines = _lines(*LIST[:9])
    shadow = Shadow(family_of("xterm"), renditions_of(STYLES))
    first = shadow.sent(lines, WIDTH, (0, 0))
    shadow.forget()
    assert shadow.sent(lines, WIDTH, (0, 0)) == first
    eye = Eye(WIDTH, HEIGHT)
    eye.fed("what\nanother program left")
    assert eye.fed(first) == Eye(WIDTH, HEIGHT).fed(whole(lines, (0, 0)))


def test_another_size_is_sent_whole() -> None:
    shadow = Shadow(family_of("xterm"), renditions_of(STYLES))
    shadow.sent(_lines(*LIST[:9]), WIDTH, (0, 0))
    fewer = _lines(*LIST[:7])
    assert Eye(WIDTH, 7).fed(shadow.sent(fewer, WIDTH, (1, 1))) == Eye(WIDTH, 7).fed(whole(fewer, (1, 1)))


def test_other_looks_change_only_what_looks_otherwise() -> None:
    lines = [line_of([("title", Role.TITLE)], WIDTH), *_lines(*LIST[:7]), line_of([("x", Role.DIM)], WIDTH)]
    shadow = Shadow(family_of("xterm"), renditions_of(STYLES))
    eye = Eye(WIDTH, HEIGHT)
    eye.fed(shadow.sent(lines, WIDTH, (0, 0)))
    shadow.show_with(renditions_of(COLOURED))
    sent = shadow.sent(lines, WIDTH, (0, 0))
    assert eye.fed(sent) == Eye(WIDTH, HEIGHT).fed(whole(lines, (0, 0), COLOURED))
    assert "a name" not in sent


def test_other_letters_are_drawn_at_once() -> None:
    lines = _lines("──── Nhóm trẻ", *[""] * 8)
    shadow = Shadow(family_of("xterm"), renditions_of(STYLES))
    eye = Eye(WIDTH, HEIGHT)
    eye.fed(shadow.sent(lines, WIDTH, (0, 0)))
    sent = shadow.sent(lines, WIDTH, (0, 0), LetterSet.ASCII)
    assert sent.isascii()
    assert eye.fed(sent) == Eye(WIDTH, HEIGHT).fed(whole(_lines("---- Nhom tre", *[""] * 8), (0, 0)))
