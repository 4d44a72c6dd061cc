"""A letter of the office on paper: A4 upright, set as the rule for official letters wants (decree 30/2020, annex I)."""

from __future__ import annotations

from exports.layout.document_words import MOTTO, NATION
from exports.layout.office_letter import Letter
from exports.layout.table_page import TextStyle
from exports.layout.wrapping import wrap_breaking_words
from exports.printing import print_words as words
from exports.printing.front import CentredText
from exports.printing.paging import ASCENT, POINT
from exports.printing.paper import Paper

LEFT, TOP, RIGHT, BOTTOM = 30.0, 20.0, 195.0, 277.0
"""Edges of the text in millimetres: margins 20 above and below, 30 left, 15 right."""
SPLIT = LEFT + 0.42 * (RIGHT - LEFT)
SIZE, LEADING, BETWEEN, INDENT = 13, 1.25, 2.0, 10.0
"""Points, lines apart in sizes, millimetres between paragraphs and before their first line."""
NUMBER_AT = 12.0
"""Millimetres from the upper edge to the number of a page."""
STAMP = 30.0


def write_letter(letter: Letter) -> bytes:
    """The letter as a PDF. Raises Refused when a text has a character that cannot be printed."""
    with Paper(letter.subject, letter.office, letter.receiver, letter.day, upright=True) as paper:
        for text in letter.every_text():
            paper.refuse_unprintable(letter.subject, text)
        page = _Page(paper, letter)
        page.head()
        for text in (*letter.opening, *letter.numbered, *letter.closing):
            page.paragraph(text)
        page.signature()
        return paper.finish()


class _Page:
    """The page that is written on; a full one is followed by the next."""

    def __init__(self, paper: Paper, letter: Letter) -> None:
        self._paper, self._letter = paper, letter
        self._number = 0
        self._y = TOP
        self._turn()

    def _turn(self) -> None:
        self._paper.add_page()
        self._number += 1
        self._y = TOP
        if self._letter.training_mark:
            middle, height = (LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2
            self._paper.slanted(middle, height, self._letter.training_mark, 48, 55, 222)
        if self._number > 1:
            self._paper.centred((LEFT + RIGHT) / 2, NUMBER_AT, str(self._number), "", SIZE)

    def head(self) -> None:
        """Who writes, the motto, the subject, the day, to whom."""
        paper, letter = self._paper, self._letter
        left = CentredText(paper, (LEFT + SPLIT) / 2, TOP, SPLIT - LEFT - 4)
        left.write(letter.parent.upper(), "", 12)
        left.write(letter.office.upper(), "B", 12)
        left.rule(25)
        left.skip(3)
        left.write(words.LETTER_NUMBER, "", 13)
        left.write(letter.subject, "", 12)
        right = CentredText(paper, (SPLIT + RIGHT) / 2, TOP, RIGHT - SPLIT - 2)
        right.write(NATION, "B", 12)
        right.write(MOTTO, "B", 13)
        right.rule(paper.width(MOTTO, "B") * 13)
        right.skip(3)
        right.write(letter.date_line, "I", 13)
        to = CentredText(paper, (LEFT + RIGHT) / 2, max(left.y, right.y) + 8, RIGHT - LEFT)
        to.write(letter.receiver, "", 14)
        self._y = to.y + 5

    def paragraph(self, text: str) -> None:
        """A paragraph, its first line set in."""
        room = RIGHT - LEFT
        first, *rest = self._lines(text, room - INDENT)
        # the first line alone is shorter
        more = self._lines(" ".join(rest), room) if rest else []
        for number, line in enumerate((first, *more)):
            self._line(LEFT if number else LEFT + INDENT, line)
        self._y += BETWEEN

    def signature(self) -> None:
        """The title of who signs, room for the stamp."""
        height = 3 * SIZE * POINT * LEADING + STAMP
        if self._y + height > BOTTOM:
            self._turn()
        block = CentredText(self._paper, RIGHT - 40, self._y + 4, 80)
        block.write(self._letter.signer_title, "B", 13)
        if self._letter.writer:
            self._paper.text(LEFT, self._y + 4 + STAMP, self._letter.writer, "I", 11)

    def _line(self, x: float, text: str, style: TextStyle = "") -> None:
        height = SIZE * POINT * LEADING
        if self._y + height > BOTTOM:
            self._turn()
        self._paper.text(x, self._y + SIZE * POINT * ASCENT, text, style, SIZE)
        self._y += height

    def _lines(self, text: str, room: float) -> tuple[str, ...]:
        return wrap_breaking_words(text, room, lambda part: self._paper.width(part, "") * SIZE)
