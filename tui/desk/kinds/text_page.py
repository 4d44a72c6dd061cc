"""A page to be read: paragraphs under headings, wrapped to the screen."""

from __future__ import annotations

from collections.abc import Sequence

from forms.model.declared import Frozen
from tui.desk.canvas import Role, width_of, wrapped
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Report_co
from tui.texts import desk_words

NARROWEST = 20


class Paragraph(Frozen):
    """A text, and whether it heads those after it; an item of a list begins with a dash."""

    text: str
    is_heading: bool = False
    is_item: bool = False


class TextPage(ListPage[Report_co]):
    """A page of paragraphs. The subclass says which."""

    steady = True

    def paragraphs(self) -> Sequence[Paragraph]:
        """What is to be read."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column]:
        return (Column((), self.host.width - 1),)

    @property
    def lines(self) -> list[Cell]:
        """The text, wrapped; a line is free before a heading."""
        return self.once("lines", (self.host.width, self.look()), self._lines)

    def _lines(self) -> list[Cell]:
        width = max(self.host.width - 4, NARROWEST)
        lines: list[Cell] = []
        for paragraph in self.paragraphs():
            if paragraph.is_heading and lines:
                lines.append(Cell())
            role = Role.HEADING if paragraph.is_heading else Role.TEXT
            mark = desk_words.ITEM_MARK if paragraph.is_item else ""
            texts = wrapped(mark + paragraph.text, width, hang=width_of(mark))
            lines += [Cell(text, role=role) for text in texts or [""]]
        return lines

    def count(self) -> int:
        return len(self.lines)

    def cell(self, row: int, col: int) -> Cell:
        return self.lines[row]


def section(heading: str, items: Sequence[str]) -> list[Paragraph]:
    """A heading, and under it the items of a list."""
    return [Paragraph(heading, is_heading=True), *(Paragraph(item, is_item=True) for item in items)]
