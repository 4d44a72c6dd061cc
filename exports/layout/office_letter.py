"""A letter of the office to a facility: what stands in it, and the same as plain text to be pasted into a message."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from exports.layout.document_words import LETTER_POINT
from exports.layout.report_facts import date_line


class Letter(NamedTuple):
    """A letter of *office*, which is below *parent*, to *receiver*.

    *opening*, the numbered *points* and *closing* are whole paragraphs. *writer* wrote it, *signer_title* is the title of
    who signs it.
    """

    parent: str
    office: str
    place: str
    day: date
    subject: str
    receiver: str
    opening: tuple[str, ...]
    points: tuple[str, ...]
    closing: tuple[str, ...]
    signer_title: str
    writer: str = ""
    training_mark: str = ""

    @property
    def date_line(self) -> str:
        """«Quận 12, ngày 09 tháng 01 năm 2020»."""
        return date_line(self.place, self.day)

    @property
    def numbered(self) -> tuple[str, ...]:
        """The points with their numbers."""
        return tuple(
            LETTER_POINT.format(number=number, text=text) for number, text in enumerate(self.points, 1)
        )

    def every_text(self) -> Iterator[str]:
        """Each text of it."""
        yield from (self.parent, self.office, self.place, self.subject, self.receiver, self.writer)
        yield from (*self.opening, *self.points, *self.closing)


def as_text(letter: Letter) -> str:
    """The letter without its frame, as it is pasted into a message."""
    parts = [letter.training_mark, letter.office.upper(), letter.receiver, *letter.opening, *letter.numbered]
    return "\n".join(filter(None, (*parts, *letter.closing, letter.writer, letter.date_line))) + "\n"
