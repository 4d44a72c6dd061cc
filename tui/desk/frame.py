"""The lines around the body of every page: title, explanation, messages and keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from forms.model.declared import Frozen
from forms.model.issue import Severity
from forms.model.text import shorten
from tui.desk.canvas import Line, Role, Span, blank, left, line_of, place_of, width_of, wrapped
from tui.desk.page import BETWEEN, Focus, Message
from tui.texts import issue_words
from tui.texts.help.keys import BY_ACTION, KEYS, Action

FOOT_LINES, MOST_FOOT_LINES = 3, 6
EXPLAINING_LINES = 2
"""Lines below the body: the explanation and two of messages, up to five where the message at the cursor needs them."""
LEAST_NAME, GOOD_NAME, MOST_NAME = 14, 24, 44
SHORT = 17
"""A sentence as short as «lỗi 3/7» stands before the message instead of on a line of its own."""


def title_text(page: str, training: str, name: str, year: str, revision: str, room: int) -> str:
    """What fits: the page and the year always; then the name, shortened; then the revision."""

    def joined(*parts: str) -> str:
        return " " + " · ".join(part for part in parts if part)

    for last, least in ((revision, GOOD_NAME), ("", LEAST_NAME)):
        left_over = room - width_of(joined(page, training, year, last)) - len(" · ")
        if left_over >= min(least, len(name)):
            return joined(page, training, shorten(name, min(left_over, MOST_NAME)), year, last)
    whole = joined(page, training, year, revision)
    return whole if width_of(whole) <= room else joined(page, training, year)


@lru_cache(16)
def title_line(
    page: str, training: str, name: str, year: str, revision: str, ends: tuple[str, ...], width: int
) -> Line:
    """The title and, at the right, of the *ends* those that it leaves room for; the first of them always."""
    for count in range(len(ends), 0, -1) or (0,):
        end = BETWEEN.join(ends[:count])
        room = width - len(end) - 2
        title = title_text(page, training, name, year, revision, room)
        if len(title) <= room:
            break
    return line_of([(left(title, room) + " " + end + " ", Role.TITLE)], width)


class Foot(Frozen):
    """The lines below the body, and in how many parts the messages are shown: one after another."""

    lines: Sequence[Line]
    parts: int = 1


def cursor_place(lines: Sequence[Line], explaining: int) -> tuple[int, int]:
    """Column and line of the terminal's own cursor: the caret, else the first letter in focus, else the line *explaining*."""
    if place := place_of((Role.CARET, Role.CURSOR), lines):
        x, y, (text, role) = place
        if role is Role.CARET:
            return x, y
        inside = text[1:]  # behind the mark of a row, the bracket of a cell
        return x + 1 + (len(inside) - len(inside.lstrip()) if inside.strip(" ]") else 0), y
    return 0, explaining


@lru_cache(16)
def foot_of(
    focus: Focus | None,
    explanation: str,
    said: str,
    messages: tuple[Message, ...],
    width: int,
    most: int = MOST_FOOT_LINES,
    part: int = 0,
    explaining: int = EXPLAINING_LINES,
) -> Foot:
    """What is in focus and the explanation, then what was said and every message, whole, on at most so many lines.

    What has no room in them is shown in parts. What was said takes the line of the explanation where it can, so that
    the body keeps its lines until the next key.
    """
    below = message_lines(said, messages, width)
    least = 0 if said else max(min(explaining, most - len(below)), 1)
    room = max(FOOT_LINES - len(below), least)
    above = [
        line_of([(text, Role.TEXT)], width)
        for text in (explaining_lines(focus, explanation, width, room) if room else ())
    ]
    if len(above) + len(below) <= most:
        lines = [*above, *below]
        return Foot(lines + [blank(width)] * (FOOT_LINES - len(lines)))
    size = most - len(above) - 1
    parts = [below[first : first + size] for first in range(0, len(below), size)]
    shown = parts[part % len(parts)]
    more = issue_words.READ_ON.format(
        key=BY_ACTION[Action.READ_ON].label, part=part % len(parts) + 1, total=len(parts)
    )
    lines = [*above, *shown, *[blank(width)] * (size - len(shown)), line_of([(more, Role.DIM)], width)]
    return Foot(lines, len(parts))


@lru_cache(64)
def explaining_lines(focus: Focus | None, explanation: str, width: int, lines: int) -> list[str]:
    """The cell in focus with its headings on one line, for whoever has that line read out; then the explanation."""
    parts = [explanation]
    if focus:
        column = shorten(focus.column, width // 3)
        text = shorten(focus.text, width * lines - width * 5 // 8)
        row = shorten(focus.row, width - len(BETWEEN) * 2 - len(column) - min(len(text), width * 3 // 8))
        parts = [text, row, column, explanation]
    text = BETWEEN.join(part for part in parts if part)
    return wrapped(text, width, lines) or [""]


def message_lines(said: str, messages: Iterable[Message], width: int) -> list[Line]:
    """What was said last; then what else is wrong at the cursor, each with its severity in words; all of it whole."""
    labelled = [(message[0], in_words(message)) for message in messages if message[1] not in said]
    if said and labelled and len(said) < SHORT:
        labelled[0] = (labelled[0][0], BETWEEN.join((said, labelled[0][1])))
        said = ""
    return [
        line_of([_span((severity, line))], width)
        for severity, text in ((None, said), *labelled)
        for line in wrapped(text, width)
    ]


def in_words(message: Message) -> str:
    """A message with its severity in words."""
    severity, text = message
    return f"{issue_words.SEVERITY[severity]}: {text}" if severity else text


ROLES = {
    Severity.ERROR: Role.ERROR,
    Severity.WARNING: Role.WARNING,
    Severity.REMARK: Role.NOTICE,
    Severity.COMPLAINT: Role.NOTICE,
}
"""How a message of a severity looks."""


def _span(message: Message) -> Span:
    severity, text = message
    return text, ROLES[severity] if severity else Role.NOTICE


@lru_cache(64)
def key_line(actions: tuple[Action, ...], width: int, *, at_first: bool) -> Line:
    """The keys of a page in the order of the keyboard, the menu always; what has no room is in the menu.

    *at_first*: no function key has come yet, some terminals keep them.
    """
    wanted = [action for action in actions if BY_ACTION[action].name]
    chosen = [Action.MENU] if Action.MENU in wanted else []
    for action in wanted:
        if action not in chosen and len(_keys_text([*chosen, action], at_first)) < width:
            chosen.append(action)
    return line_of([(_keys_text(chosen, at_first), Role.DIM)], width)


def _keys_text(actions: Sequence[Action], at_first: bool) -> str:
    return " " + "  ".join(
        f"{(at_first and key.label_at_first) or key.label} {key.short}"
        for key in KEYS
        if key.action in actions
    )
