"""The shortest way from one line to another: changed cells written, equal ones stepped over or written again, blanks erased."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.terminal.lean.drawn_line import SAME, DrawnLine, differing, standing
from tui.terminal.lean.pen import Pen, columns
from tui.terminal.lean.renditions import PLAIN

ERASE_TO_END = "\x1b[K"
WIDEST_GAP = 4
"""Equal cells that may be written again instead of being stepped over, which costs three or four bytes."""
LONGEST_WAY = 8
"""Cells at the start of a line, or behind the cursor, that may be written again instead of a move."""
MANY_BLANKS = 5
"""No fewer blanks are worth a sequence that erases them."""
_CELLS = re.compile(rb"[^\0]+")
_SAME = re.compile(r"(.)\1*", re.DOTALL)
_BLANKS = re.compile(" " * MANY_BLANKS + "+")
_SAMES = re.compile(SAME * MANY_BLANKS + b"+")

Run = tuple[int, int]
"""The first column, and the one behind the last."""


def size(sent: str) -> int:
    """Bytes on the line."""
    return len(sent) if sent.isascii() else len(sent.encode())


def changed_line(pen: Pen, old: DrawnLine, new: DrawnLine, y: int) -> str:
    """What makes *new* of *old* on line *y*."""
    if not new.text or not old.text:
        return _whole(pen, new, y)
    mask = differing(old, new)
    there = mask.lstrip(SAME)
    if not there:
        return ""
    first, length = len(mask) - len(there), new.length
    if _is_better_erased(new.text[first:length], mask[first:length].rstrip(SAME)):
        return _erased_from(pen, new, first, y)
    return _written(pen, new, mask, first, length, y)


def _is_better_erased(text: str, mask: bytes) -> bool:
    """Whether it is shorter to write *text* on an erased line than the cells of *mask* alone, blanks among them.

    What stands there costs a byte a letter at least; long gaps are stepped over, so that they cost less than their cells.
    """
    if len(ERASE_TO_END) + len(text) - text.count(" ") >= len(mask):
        return False
    gap = " " * (MANY_BLANKS - 1)
    written, changed = _BLANKS.sub(gap, text), _SAMES.sub(gap.encode(), mask)
    return len(ERASE_TO_END) + len(written) < len(changed)


def _whole(pen: Pen, new: DrawnLine, y: int) -> str:
    """Nothing is known of the columns of wide and composed letters: the line is erased and written in one go."""
    sent = pen.moved_to(0, y) + pen.plain() + ERASE_TO_END
    for text, look in new.spans:
        sent += pen.dipped(look) + text
    pen.x = None
    return sent


def _erased_from(pen: Pen, new: DrawnLine, x: int, y: int) -> str:
    """All from *x* on erased, then what stands there written."""
    sent = approach(pen, new, x, y) + pen.plain() + ERASE_TO_END
    return sent + _runs(pen, new, _merged(new, standing(new), x, len(new.text)), y)


def _written(pen: Pen, new: DrawnLine, mask: bytes, first: int, length: int, y: int) -> str:
    """The cells of *mask* from the *first* on; those behind *length* columns, where only blanks are, erased."""
    end = len(mask.rstrip(SAME))
    behind = end - len(mask[length:end].lstrip(SAME))
    if end - behind <= len(ERASE_TO_END):
        return _runs(pen, new, _merged(new, mask, first, end), y)
    sent = _runs(pen, new, _merged(new, mask, first, length), y)
    return sent + approach(pen, new, behind, y) + pen.plain() + ERASE_TO_END


def _merged(line: DrawnLine, mask: bytes, start: int, end: int) -> list[Run]:
    """The cells of *mask* between two columns as runs; over a gap that is as cheap to write as to step over, one run."""
    if SAME not in mask[start:end]:
        return [(start, end)] * (start < end)
    runs = [found.span() for found in _CELLS.finditer(mask, start, end)]
    if len(runs) < 2:
        return runs
    text, looks = line.text, line.looks
    merged = []
    start, end = runs[0]
    for a, b in runs[1:]:
        gap = a - end
        if (
            gap <= WIDEST_GAP
            and looks[end - 1 : a] == looks[end - 1] * (gap + 1)
            and size(text[end:a]) <= (3 if gap == 1 else 4)
        ):
            end = b
        else:
            merged.append((start, end))
            start, end = a, b
    merged.append((start, end))
    return merged


def _runs(pen: Pen, new: DrawnLine, runs: Sequence[Run], y: int) -> str:
    sent = []
    for start, end in runs:
        if pen.x is None or pen.y != y or start < pen.x:
            sent.append(approach(pen, new, start, y))
        elif start > pen.x:
            sent.append(columns(start - pen.x) if pen.family.steps else pen.moved_to(start, y))
            pen.x = start
        sent.append(_stretch(pen, new, start, end))
    return "".join(sent)


def approach(pen: Pen, line: DrawnLine, x: int, y: int) -> str:
    """What leads the pen to column *x* of *line*, which stands on line *y*: a move, or the cells before it written again."""
    way = pen.way_to(x, y)
    if len(way) > 2 and line.text and pen.y is not None and pen.family.steps:
        look, least = pen.look, len(way) + pen.price(line.looks[x])
        for start in {0, pen.x}:
            if start is not None and 0 < x - start <= LONGEST_WAY and x - start < least:
                there = pen.copy()
                again = there.moved_to(start, y) + _again(there, line, start, x)
                # what the letter at *x* needs belongs to the price of either way
                if (price := size(again) + there.price(line.looks[x])) < least:
                    way, look, least = again, there.look, price
        pen.look = look
    pen.x, pen.y = x, y
    return way


def _again(pen: Pen, line: DrawnLine, start: int, end: int) -> str:
    sames = _SAME.finditer(line.looks, start, end)
    return "".join([pen.dipped(same[1]) + line.text[same.start() : same.end()] for same in sames])


def _stretch(pen: Pen, line: DrawnLine, start: int, end: int) -> str:
    """Cells written one after another; where the terminal can, many blanks are erased."""
    text, looks = line.text, line.looks
    if end - start == 1 or looks[start:end] == looks[start] * (end - start):
        sent = pen.dipped(looks[start])
        if looks[start] == PLAIN and pen.family.erases_cells and end - start > MANY_BLANKS:
            return sent + _sparing_blanks(pen, text, start, end, is_end=True)
        pen.wrote_up_to(end)
        return sent + text[start:end]
    parts = []
    for same in _SAME.finditer(looks, start, end):
        first, last = same.span()
        parts.append(pen.dipped(same[1]))
        if same[1] == PLAIN and pen.family.erases_cells and last - first > MANY_BLANKS:
            parts.append(_sparing_blanks(pen, text, first, last, is_end=last == end))
        else:
            parts.append(text[first:last])
            pen.wrote_up_to(last)
    return "".join(parts)


def _sparing_blanks(pen: Pen, text: str, start: int, end: int, *, is_end: bool) -> str:
    """Plain letters; *is_end*: it need not stand behind blanks at the end."""
    sent, done = "", start
    for blanks in _BLANKS.finditer(text, start, end):
        first, last = blanks.span()
        erased = f"\x1b[{last - first}X"
        if is_end and last == end:
            if len(erased) < last - first:
                pen.wrote_up_to(first)
                return sent + text[done:first] + erased
        elif len(erased) * 2 < last - first:
            sent += text[done:first] + erased + columns(last - first)
            done = last
    pen.wrote_up_to(end)
    return sent + text[done:end]
