"""The lines below the body: the message at the cursor is whole, the body gives only the lines that it needs."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest

from forms.model.issue import Severity
from tests.tui.conftest import Screen
from tui.desk.desk import LEAST_BODY
from tui.desk.page import Message, Page
from tui.pages import registry
from tui.texts import desk_words

pytestmark = pytest.mark.slow

SIZES = [(80, 24), (60, 20), (132, 43), (60, 16)]
MOST_PARTS = 40
PLACE = "T4.203:TU_THUC.permanent"
NAME = "children/c0046/name"


def sentence(words: int) -> str:
    return " ".join(f"lời{number}" for number in range(words)) + " → sửa ở đây."


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Message]]:
    """What every page tells at the cursor."""
    messages: list[Message] = []
    for page in registry.PAGES.values():
        import_module(f"tui.pages.{page.rpartition('.')[0]}")
    for kind in (Page, *_below(Page)):
        if "messages" in vars(kind):
            monkeypatch.setattr(kind, "messages", lambda page: list(messages))
    yield messages


def _below(kind: type[Page]) -> Iterator[type[Page]]:  # type: ignore[type-arg]
    for below in kind.__subclasses__():
        yield below
        yield from _below(below)


def shown(screen: Screen) -> str:
    """The foot, as one text."""
    lines = screen.lines
    last_rule = max(y for y, line in enumerate(lines) if line.startswith("───"))
    return " ".join(" ".join(lines[last_rule + 1 : -1]).split())


def read_all(screen: Screen) -> str:
    """The messages, part by part."""
    read: list[str] = []
    for _ in range(MOST_PARTS):
        lines = screen.lines[screen.desk.explaining_line + 1 : -1]
        more = next((line for line in lines if line.startswith("Ctrl+E")), "")
        read += lines[: lines.index(more)] if more else lines
        if not more:
            break
        screen.press("ctrl+e")
        if more.split()[-3] == more.split()[-1].rstrip(")"):
            break
    return " ".join(" ".join(read).split())


def body_of(screen: Screen) -> list[str]:
    lines = screen.lines
    rules = [y for y, line in enumerate(lines) if line.startswith("───")]
    return lines[rules[0] + 1 : rules[-1]]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", [PLACE, NAME, "children/c0001", "T2.083:TU_THUC.total"])
@pytest.mark.parametrize("words", [3, 20, 40])
def test_the_message_at_the_cursor_is_whole_and_the_cursor_in_view(
    size: tuple[int, int], place: str, words: int, screen: Screen, told: list[Message]
) -> None:
    screen.desk.resize(*size)
    screen.at(place)
    told.append((Severity.ERROR, sentence(words)))
    for key in ("down", "down", "up", "end", "pagedown", "pagedown", "pagedown", "up"):
        screen.press(key)
        lines = screen.lines
        assert len(lines) == size[1] and max(map(len, lines)) <= size[0]
        assert any("[" in line and "]" in line for line in body_of(screen))
        assert sentence(words) in read_all(screen)
    assert len(body_of(screen)) >= LEAST_BODY


@pytest.mark.parametrize("size", SIZES)
def test_what_has_no_room_is_read_on_with_a_key_or_in_the_menu(
    size: tuple[int, int], screen: Screen, told: list[Message]
) -> None:
    screen.desk.resize(*size)
    screen.at(PLACE)
    told.append((Severity.WARNING, sentence(200)))
    first = shown(screen)
    assert read_all(screen) == "CẢNH BÁO: " + sentence(200)
    assert shown(screen) == first
    screen.press("ctrl+e", "down", "up")
    assert shown(screen) == first
    screen.press("f10")
    assert any("Xem tiếp" in line for line in screen.lines)
    screen.press("enter")
    assert shown(screen) != first


def test_reading_on_leaves_what_is_being_typed(screen: Screen, told: list[Message]) -> None:
    told.append((Severity.ERROR, sentence(200)))
    screen.at(PLACE)
    screen.type("12‹ctrl+e›3⏎")
    assert screen.cell(PLACE) == 123


def test_where_all_is_shown_the_key_says_so(screen: Screen) -> None:
    screen.at(PLACE)
    screen.press("ctrl+e")
    assert screen.desk.said == desk_words.ALL_READ


def test_a_message_that_comes_and_goes_moves_the_rows_once(screen: Screen, told: list[Message]) -> None:
    screen.at("children")
    screen.press("insert", "end")
    bodies = []
    for number in range(8):
        told[:] = [(Severity.ERROR, sentence(40))] if number % 2 else []
        bodies.append(body_of(screen))
    assert len({len(body) for body in bodies}) == 2
    firsts = [next(line for line in body if line[:4].strip().isdigit()) for body in bodies]
    assert len(set(firsts[1:])) == 1


@pytest.mark.parametrize("size", SIZES)
def test_a_key_changes_few_lines_where_the_message_keeps_its_length(
    size: tuple[int, int], screen: Screen, told: list[Message]
) -> None:
    screen.desk.resize(*size)
    told.append((Severity.ERROR, sentence(30)))
    screen.at(PLACE)
    before = screen.lines
    for key in ("1", "2", "3", "backspace", "escape"):
        screen.press(key)
        now = screen.lines
        assert sum(one != other for one, other in zip(before, now, strict=True)) <= 3, key
        before = now
