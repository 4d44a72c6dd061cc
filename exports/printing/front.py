"""The blocks around the tables of the print: motto and titles, signature with check code and QR, footer, watermark."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

import segno

from exports.layout.document_words import DRAFT, FOOTER_CODE, FOOTER_FORM, NOT_LEGAL
from exports.layout.report_facts import Facts
from exports.layout.wrapping import balanced, broken
from exports.printing import print_words as words
from exports.printing.paging import BOTTOM, LEADING, LEFT, POINT, RIGHT, TOP
from exports.printing.paper import Canvas
from forms.package.training import WATERMARK
from forms.sets.mn2019.tables import FORM

MIDDLE = (LEFT + RIGHT) / 2
HEAD_SPLIT = LEFT + 0.42 * (RIGHT - LEFT)
STAMP_HEIGHT = 33.0
SIGNATURE_HEIGHT = 62.0
QR_SIZE = 20.0
FOOTER = BOTTOM + 6.5
_BASE = 0.8
"""Part of a line's height above its base line."""


class Writer:
    """Writes lines of text one under another, each centred at one place."""

    def __init__(self, canvas: Canvas, middle: float, top: float, room: float, *, draws: bool = True) -> None:
        self.canvas = canvas
        self.middle = middle
        self.y = top
        self.room = room
        self._draws = draws

    def write(self, text: str, style: str, size: float) -> None:
        """A text, wrapped."""
        for line in balanced(text, self.room, lambda part: self.canvas.width(part, style) * size):
            height = size * POINT * LEADING
            if self._draws:
                # a word wider than the room is set smaller, never broken or cut
                fitted = min(size, self.room / max(self.canvas.width(line, style), 0.01))
                self.canvas.centred(self.middle, self.y + height * _BASE, line, style, fitted)
            self.y += height

    def rule(self, length: float) -> None:
        """A line under what was written."""
        if self._draws:
            self.canvas.line(self.middle - length / 2, self.y + 0.8, self.middle + length / 2, self.y + 0.8)
        self.y += 1.4

    def skip(self, height: float) -> None:
        """Leave room."""
        self.y += height


def title_block(canvas: Canvas, facts: Facts, *, draws: bool = True) -> float:
    """The head of the first page; gives where it ends."""
    left = Writer(canvas, (LEFT + HEAD_SPLIT) / 2, TOP, HEAD_SPLIT - LEFT - 4, draws=draws)
    left.write(facts.parent.upper(), "", 12)
    left.write(facts.name.upper() or words.BLANK, "B", 12)
    left.rule(min(left.room, canvas.width(facts.name.upper(), "B") * 12 or left.room) * 0.4)
    right = Writer(canvas, (HEAD_SPLIT + RIGHT) / 2, TOP, RIGHT - HEAD_SPLIT - 4, draws=draws)
    right.write(words.NATION, "B", 12)
    right.write(words.MOTTO, "B", 13)
    right.rule(canvas.width(words.MOTTO, "B") * 13)
    if facts.draft:
        _mark_draft(canvas, right, draws=draws)
    title = Writer(canvas, MIDDLE, max(left.y, right.y) + 4, RIGHT - LEFT, draws=draws)
    title.write(FORM.title, "B", 14)
    subject = f"{FORM.period} {facts.school_year}"
    title.write(subject, "B", 14)
    title.rule(canvas.width(subject, "B") * 14 * 0.35)
    title.skip(0.8)
    edition = words.EDITION.format(revision=facts.revision_text, form=FORM.code, year=facts.school_year)
    title.write(FORM.as_of, "I", 12)
    title.write(edition, "", 12)
    title.write(words.REPORTING_UNIT.format(name=facts.name or words.BLANK), "", 12)
    receiver = words.CODE_AND_RECEIVING_UNIT if facts.code else words.RECEIVING_UNIT
    title.write(receiver.format(code=facts.code, office=facts.office), "", 12)
    title.skip(1)
    title.write(NOT_LEGAL, "I", 10)
    return title.y + 4


def _mark_draft(canvas: Canvas, right: Writer, *, draws: bool) -> None:
    right.skip(2.5)
    width = canvas.width(DRAFT, "B") * 14 + 8
    if draws:
        canvas.box(right.middle - width / 2, right.y - 1, width, 7.5)
    right.write(DRAFT, "B", 14)
    right.skip(1)


SIGNATURE_MIDDLE = RIGHT - 52.0
SIGNATURE_ROOM = 104.0


def _signature(canvas: Canvas, facts: Facts, top: float, *, draws: bool) -> Writer:
    block = Writer(canvas, SIGNATURE_MIDDLE, top + 5, SIGNATURE_ROOM, draws=draws)
    block.write(facts.date_line, "I", 13)
    block.write(facts.head_title, "B", 13)
    block.write(words.SIGN_HERE, "I", 12)
    block.skip(STAMP_HEIGHT)
    block.write(facts.head or " ", "B", 13)
    return block


def signature_height(canvas: Canvas, facts: Facts) -> float:
    """Height of the signature block: more than usual when a name takes several lines."""
    ends = _signature(canvas, facts, 0, draws=False).y, _code_block(canvas, facts, 0, draws=False)
    return max(SIGNATURE_HEIGHT, *(end + 1 for end in ends))


def signature_block(canvas: Canvas, facts: Facts, top: float) -> None:
    """Date, title, room for the stamp and name at the right; check code and QR at the left."""
    _signature(canvas, facts, top, draws=True)
    module, bars = qr_bars(qr_text(facts))
    canvas.bars(LEFT, top + 6, module, bars)
    _code_block(canvas, facts, top, draws=True)


def _code_block(canvas: Canvas, facts: Facts, top: float, *, draws: bool) -> float:
    """The check code and of what it is, beside the QR; gives where it ends."""
    x, y = LEFT + QR_SIZE + 4, top + 6
    room = SIGNATURE_MIDDLE - SIGNATURE_ROOM / 2 - 4 - x
    texts = (
        (words.CODE_TITLE.format(code_title=facts.code_title), "", 11.0),
        (facts.marked_code, "B", 13.0),
        (words.REVISION_AND_DAY.format(revision=facts.revision_text, day=facts.day), "", 11.0),
        (facts.sending, "", 11.0),
    )
    for text, style, size in filter(itemgetter(0), texts):
        for line in broken(text, room, lambda part: canvas.width(part, style) * size):  # noqa: B023
            y += size * POINT * LEADING + 0.6
            if draws:
                canvas.text(x, y - 1.2, line, style, size)
    return y


def qr_text(facts: Facts) -> str:
    """What the QR says: no names, no numbers of persons."""
    return f"BC1MN|{facts.check_code}|{facts.today.isoformat()}|v1"


def qr_bars(text: str) -> tuple[float, list[tuple[int, int, int]]]:
    """The QR of *text*: size of a square in millimetres and its black bars."""
    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    return QR_SIZE / len(matrix), [
        (row, *bar) for row, squares in enumerate(matrix) for bar in _runs(list(squares))
    ]


def _runs(squares: list[int]) -> Iterator[tuple[int, int]]:
    """(first, number) of the black squares beside one another."""
    first = None
    for place, black in enumerate([*squares, 0]):
        if black and first is None:
            first = place
        elif not black and first is not None:
            yield first, place - first
            first = None


def footer(canvas: Canvas, facts: Facts, page: int, pages: int) -> None:
    """The line in the bottom margin."""
    form = FOOTER_FORM.format(form=FORM.code, year=facts.school_year, revision=facts.revision_text)
    canvas.text(LEFT, FOOTER, form, "", 9)
    code = FOOTER_CODE.format(code_word=facts.code_word, code=facts.marked_code)
    canvas.centred(MIDDLE, FOOTER, code, "", 9)
    canvas.right(RIGHT, FOOTER, words.PAGE.format(page=page, pages=pages), "", 9)


def watermark(canvas: Canvas) -> None:
    """The grey text across the page of a training copy, under everything else."""
    canvas.slanted(MIDDLE, (TOP + BOTTOM) / 2, WATERMARK, 76, 27, 222)
