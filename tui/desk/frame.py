"""The lines around the body of every page: title, explanation, messages and keys."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from functools import lru_cache

from forms.model.issue import Severity
from forms.model.text import shorten
from tui.desk.canvas import Line, Role, Span, line_of, place_of, width_of
from tui.desk.keys import BY_ACTION, KEYS, Action
from tui.desk.page import Focus, Message
from tui.texts import issue_words

FOOT_LINES, MESSAGE_LINES = 3, 2
BETWEEN = " · "
LEAST_NAME, GOOD_NAME, MOST_NAME = 14, 24, 44
SHORT = 12
"""A sentence as short as «3/7» stands before the message instead of on a line of its own."""


@lru_cache(16)
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


def cursor_place(lines: Sequence[Line]) -> tuple[int, int]:
    """Column and line of the terminal's own cursor: the caret, else the first letter in focus, else the line that explains."""
    if caret := place_of(Role.CARET, lines):
        return caret[:2]
    if focus := place_of(Role.CURSOR, lines):
        x, y, text = focus
        inside = text[1:]  # behind the mark of a row, the bracket of a cell
        return x + 1 + (len(inside) - len(inside.lstrip()) if inside.strip(" ]") else 0), y
    return 0, max(len(lines) - FOOT_LINES - 1, 0)


def foot_lines(
    focus: Focus | None, explanation: str, said: str, messages: Iterable[Message], width: int
) -> list[Line]:
    """What is in focus and the explanation, on as many lines as the messages below it leave."""
    below = message_lines(said, messages, width)
    room = FOOT_LINES - len(below)
    above = explaining_lines(focus, explanation, width, room) if room else []
    lines = [*(line_of([(text, Role.TEXT)], width) for text in above), *below]
    return lines + [line_of([], width)] * (FOOT_LINES - len(lines))


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
    return _wrapped(text, width, lines) or [""]


def message_lines(said: str, messages: Iterable[Message], width: int) -> list[Line]:
    """What was said last, whole; then what is wrong at the cursor, each with its severity in words.

    A sentence that needs more than the lines of messages takes that of the explanation until the next key.
    """
    labelled = [(message[0], in_words(message)) for message in messages]
    labelled = [message for message in labelled if message[1] != said]
    if said and labelled and len(said) < SHORT:
        labelled[0] = (labelled[0][0], f"{said} {labelled[0][1]}")
        said = ""
    lines: list[Message] = [(None, text) for text in _wrapped(said, width, FOOT_LINES)]
    room = max(MESSAGE_LINES - len(lines), 0)
    if len(labelled) == 1 and room == MESSAGE_LINES:
        severity, text = labelled[0]
        labelled = [(severity, part) for part in _wrapped(text, width, room)]
    return [line_of([_span(message)], width) for message in [*lines, *labelled[:room]]]


def in_words(message: Message) -> str:
    """A message with its severity in words."""
    severity, text = message
    return f"{issue_words.SEVERITY[severity]}: {text}" if severity else text


ROLES = {Severity.ERROR: Role.ERROR, Severity.WARNING: Role.WARNING, Severity.REMARK: Role.NOTICE}
"""How a message of a severity looks."""


def _span(message: Message) -> Span:
    severity, text = message
    return text, ROLES[severity] if severity else Role.NOTICE


def _wrapped(text: str, width: int, most: int) -> list[str]:
    """*text* in at most so many lines; none when it is empty."""
    return textwrap.wrap(text, width, max_lines=most, placeholder="…")


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
