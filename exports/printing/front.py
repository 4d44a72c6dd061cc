"""The blocks around the tables of the print: motto and titles, signature with check code and QR, footer, watermark."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

import segno

from exports.layout.document_words import (
    BLANK,
    CODE_CAPTION,
    DRAFT,
    FOOTER_CODE,
    FOOTER_FORM,
    MOTTO,
    NATION,
    NOT_LEGAL,
    QR_DRAFT_ENDING,
    REPORTING_UNIT,
    REVISION_AND_DAY,
    SIGN_HERE,
)
from exports.layout.report_facts import ReportFacts
from exports.layout.table_page import TextStyle
from exports.layout.wrapping import wrap_breaking_words, wrap_evenly
from exports.printing import print_words as words
from exports.printing.paging import BOTTOM, LEADING, LEFT, POINT, RIGHT, TOP
from exports.printing.paper import Paper

MIDDLE = (LEFT + RIGHT) / 2
HEAD_SPLIT = LEFT + 0.42 * (RIGHT - LEFT)
STAMP_HEIGHT = 33.0
SIGNATURE_HEIGHT = 62.0
QR_SIZE = 20.0
FOOTER = BOTTOM + 6.5
_BASE = 0.8
"""Part of a line's height above its base line."""


class CentredText:
    """Writes lines of text one under another, each centred at one place."""

    def __init__(self, paper: Paper, middle: float, top: float, room: float, *, draws: bool = True) -> None:
        self.paper = paper
        self.middle = middle
        self.y = top
        self.room = room
        self._draws = draws

    def write(self, text: str, style: TextStyle, size: float) -> None:
        """A text, wrapped."""
        for line in wrap_evenly(text, self.room, lambda part: self.paper.width(part, style) * size):
            height = size * POINT * LEADING
            if self._draws:
                # a word wider than the room is set smaller, never broken or cut
                fitted = min(size, self.room / max(self.paper.width(line, style), 0.01))
                self.paper.centred(self.middle, self.y + height * _BASE, line, style, fitted)
            self.y += height

    def rule(self, length: float) -> None:
        """A line under what was written."""
        if self._draws:
            self.paper.line(self.middle - length / 2, self.y + 0.8, self.middle + length / 2, self.y + 0.8)
        self.y += 1.4

    def skip(self, height: float) -> None:
        """Leave room."""
        self.y += height


def title_block(paper: Paper, facts: ReportFacts, *, draws: bool = True) -> float:
    """The head of the first page; gives where it ends."""
    left = CentredText(paper, (LEFT + HEAD_SPLIT) / 2, TOP, HEAD_SPLIT - LEFT - 4, draws=draws)
    left.write(facts.parent.upper(), "", 12)
    left.write(facts.name.upper() or BLANK, "B", 12)
    left.rule(min(left.room, paper.width(facts.name.upper(), "B") * 12 or left.room) * 0.4)
    right = CentredText(paper, (HEAD_SPLIT + RIGHT) / 2, TOP, RIGHT - HEAD_SPLIT - 4, draws=draws)
    right.write(NATION, "B", 12)
    right.write(MOTTO, "B", 13)
    right.rule(paper.width(MOTTO, "B") * 13)
    if facts.draft:
        _mark_draft(paper, right, draws=draws)
    title = CentredText(paper, MIDDLE, max(left.y, right.y) + 4, RIGHT - LEFT, draws=draws)
    title.write(facts.form.title, "B", 14)
    title.write(facts.period, "B", 14)
    title.rule(paper.width(facts.period, "B") * 14 * 0.35)
    title.skip(0.8)
    edition = words.EDITION_LINE.format(
        revision=facts.revision_text, form=facts.form_name, year=facts.school_year
    )
    title.write(facts.form.as_of, "I", 12)
    title.write(edition, "", 12)
    title.write(REPORTING_UNIT.format(name=facts.name or BLANK), "", 12)
    receiver = words.CODE_AND_RECEIVING_UNIT if facts.code else words.RECEIVING_UNIT
    title.write(receiver.format(code=facts.code, office=facts.office), "", 12)
    title.skip(1)
    title.write(NOT_LEGAL, "I", 10)
    return title.y + 4


def _mark_draft(paper: Paper, right: CentredText, *, draws: bool) -> None:
    right.skip(2.5)
    width = paper.width(DRAFT, "B") * 14 + 8
    if draws:
        paper.box(right.middle - width / 2, right.y - 1, width, 7.5)
    right.write(DRAFT, "B", 14)
    right.skip(1)


SIGNATURE_MIDDLE = RIGHT - 52.0
SIGNATURE_ROOM = 104.0


def _signature(paper: Paper, facts: ReportFacts, top: float, *, draws: bool) -> CentredText:
    block = CentredText(paper, SIGNATURE_MIDDLE, top + 5, SIGNATURE_ROOM, draws=draws)
    block.write(facts.date_line, "I", 13)
    block.write(facts.head_title, "B", 13)
    block.write(SIGN_HERE, "I", 12)
    block.skip(STAMP_HEIGHT)
    block.write(facts.head or " ", "B", 13)
    return block


def signature_height(paper: Paper, facts: ReportFacts) -> float:
    """Height of the signature block: more than usual when a name takes several lines."""
    ends = _signature(paper, facts, 0, draws=False).y, _code_block(paper, facts, 0, draws=False)
    return max(SIGNATURE_HEIGHT, *(end + 1 for end in ends))


def signature_block(paper: Paper, facts: ReportFacts, top: float) -> None:
    """Date, title, room for the stamp and name at the right; check code and QR at the left."""
    _signature(paper, facts, top, draws=True)
    module, bars = qr_bars(qr_text(facts))
    paper.bars(LEFT, top + 6, module, bars)
    _code_block(paper, facts, top, draws=True)


def _code_block(paper: Paper, facts: ReportFacts, top: float, *, draws: bool) -> float:
    """The check code and of what it is, beside the QR; gives where it ends."""
    x, y = LEFT + QR_SIZE + 4, top + 6
    room = SIGNATURE_MIDDLE - SIGNATURE_ROOM / 2 - 4 - x
    texts: tuple[tuple[str, TextStyle, float], ...] = (
        (CODE_CAPTION.format(code_title=facts.code_title), "", 11.0),
        (facts.marked_code, "B", 13.0),
        (REVISION_AND_DAY.format(revision=facts.revision_text, day=facts.day), "", 11.0),
        (facts.sending, "", 11.0),
    )
    for text, style, size in filter(itemgetter(0), texts):
        for line in wrap_breaking_words(text, room, lambda part: paper.width(part, style) * size):  # noqa: B023
            y += size * POINT * LEADING + 0.6
            if draws:
                paper.text(x, y - 1.2, line, style, size)
    return y


def qr_text(facts: ReportFacts) -> str:
    """What the QR says: the set, no names, no numbers of persons. A draft's begins otherwise: no reader takes it for a sent one.

    A sent one's also says of which change it was made: a history that was cut or exchanged does not lead there.
    """
    kind = facts.form.qr_mark or facts.form.name
    parts = (
        kind + QR_DRAFT_ENDING * facts.draft,
        facts.check_code,
        facts.today.isoformat(),
        "v1",
        facts.history,
    )
    return "|".join(filter(None, parts))


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


def footer(paper: Paper, facts: ReportFacts, page: int, pages: int) -> None:
    """The line in the bottom margin."""
    form = FOOTER_FORM.format(form=facts.form_name, year=facts.school_year, revision=facts.revision_text)
    paper.text(LEFT, FOOTER, words.MADE_WITH.format(form=form, program=facts.program), "", 9)
    code = FOOTER_CODE.format(code_word=facts.code_word, code=facts.marked_code)
    paper.centred(MIDDLE, FOOTER, code, "", 9)
    paper.right(RIGHT, FOOTER, words.PAGE.format(page=page, pages=pages), "", 9)


def watermark(paper: Paper, mark: str) -> None:
    """The *mark* of a training copy in grey across the page, under everything else."""
    paper.slanted(MIDDLE, (TOP + BOTTOM) / 2, mark, 76, 27, 222)
