"""Lines of the screen as plain data: spans of (text, role). Colours belong to the terminal side."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from rich.cells import cell_len, set_cell_size

from forms.model.declared import StrEnum
from forms.model.text import harmless


class Role(StrEnum):
    """What a piece of text is; a theme says how it looks."""

    TEXT = "text"
    DIM = "dim"
    GIVEN = "given"
    TITLE = "title"
    HEADING = "heading"
    CURSOR = "cursor"
    EDIT = "edit"
    CARET = "caret"
    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


one_cell_each = re.compile("[ -~¡-¬®-ɏḀ-ỿ–—…‘’“”→─]*").fullmatch
"""Whether a text is of letters that take one cell in every terminal; quick, not all of them."""
_PART = r"[^/\\_]+[/\\_]*|[/\\_]+"


def width_of(text: str) -> int:
    """Cells that *text* takes; quick for Latin letters, Vietnamese ones among them."""
    return len(text) if one_cell_each(text) else cell_len(text)


Span = tuple[str, Role]
Line = tuple[Span, ...]


def _measured(text: str) -> tuple[str, int]:
    """*text* without what a terminal would obey or turn round, and its cells: one place, whatever is drawn comes here."""
    if one_cell_each(text):
        return text, len(text)
    text = harmless(text)
    return text, width_of(text)


def left(text: str, width: int) -> str:
    """*text* in exactly *width* cells, cut with … when it is longer."""
    text, size = _measured(text)
    if size <= width:
        return text + " " * (width - size)
    return set_cell_size(text, width - 1) + "…" if width > 0 else ""


def right(text: str, width: int) -> str:
    """*text* at the right of *width* cells."""
    text, size = _measured(text)
    return " " * (width - size) + text if size <= width else left(text, width)


class _Wrapper(textwrap.TextWrapper):
    """A word that is longer than a line, as a path or a file's name may be, is broken between its parts."""

    def _split(self, text: str) -> list[str]:
        parts = (
            re.findall(_PART, word) if len(word) > self.width else [word] for word in super()._split(text)
        )
        return list(chain.from_iterable(parts))


def wrapped(text: str, width: int, most: int | None = None, hang: int = 0) -> list[str]:
    """*text* on lines of that width, on *most* of them at the most, those behind the first *hang* cells further in.

    No word is broken at a hyphen of its own.
    """
    if len(text) <= width and text.isprintable() and text[-1:].strip():
        return [text]
    indent = " " * hang
    wrapper = _Wrapper(
        width, subsequent_indent=indent, max_lines=most, placeholder="…", break_on_hyphens=False
    )
    return wrapper.wrap(text)


def line_of(spans: Iterable[Span], width: int) -> Line:
    """One line of *width* cells: equal neighbours merged, cut or filled at the end."""
    spans = list(spans)
    is_plain = one_cell_each("".join([text for text, _ in spans]))
    merged: list[Span] = []
    room = width
    for text, role in spans:
        if not room:
            break
        if is_plain:
            size = len(text)
        else:
            text = harmless(text) if room < width else _without_first_marks(harmless(text))
            size = width_of(text)
        if size > room:
            text, size = left(text, room), room
        room -= size
        if merged and merged[-1][1] is role:
            merged[-1] = (merged[-1][0] + text, role)
        elif text:
            merged.append((text, role))
    if room:
        blank = " " * room
        if merged and merged[-1][1] is Role.TEXT:
            merged[-1] = (merged[-1][0] + blank, Role.TEXT)
        else:
            merged.append((blank, Role.TEXT))
    return tuple(merged)


def _without_first_marks(text: str) -> str:
    """*text* without marks that no letter stands before: a terminal puts them on a letter of the line above."""
    while text and not one_cell_each(text[0]) and not cell_len(text[0]):
        text = text[1:]
    return text


@lru_cache(16)
def filled(text: str, role: Role, width: int) -> Line:
    """One line of *width* cells: *text* again and again."""
    return line_of([(text * width, role)], width)


def blank(width: int) -> Line:
    """An empty line."""
    return filled(" ", Role.TEXT, width)


def plain(line: Line) -> str:
    """The text of a line."""
    return "".join(text for text, _ in line).rstrip()


def place_of(roles: Sequence[Role], lines: Sequence[Line]) -> tuple[int, int, Span] | None:
    """Column and line where the first text stands of the first of *roles* that is there, and that text; None where none is."""
    there = [
        (roles.index(role), y, number)
        for y, line in enumerate(lines)
        for number, (_, role) in enumerate(line)
        if role in roles
    ]
    if not there:
        return None
    _, y, number = min(there)
    return sum(width_of(before) for before, _ in lines[y][:number]), y, lines[y][number]
