"""What a person says of rows that are like a record that is there: the same one, or another."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from forms.entry.row_intake import Batch, RowFate, Source, Who
from forms.model.errors import Refused
from forms.model.text import shorten
from tui.texts.records import intake_words


class RowName(NamedTuple):
    """A row as a person names it: its number, with its sheet where several have such a row; number 0 are all of them."""

    number: int
    sheet: str = ""

    def __str__(self) -> str:
        number = str(self.number) if self.number else intake_words.ALL_ROWS
        return f"{self.sheet}!{number}" if self.sheet else number


RowPlace = tuple[str, int]
"""Title of the source, number of the row."""


def asked_rows(batches: Iterable[Batch]) -> list[RowPlace]:
    """The rows of which it has to be said whose they are."""
    return [(source.title, row.number) for source, rows in batches for row in rows if row.kind is RowFate.ASK]


def choices_of(batches: Sequence[Batch], given: Iterable[tuple[RowName, Who]]) -> dict[RowPlace, Who]:
    """What is said of each row. Raises Refused for a row that nothing is asked of, and for one of several sheets."""
    asked = asked_rows(batches)
    chosen: dict[RowPlace, Who] = {}
    for name, who in given:
        meant = [
            place
            for place in asked
            if name.sheet in ("", place[0])
            and name.number in (0, place[1])
            and (name.number or place not in chosen)
        ]
        if not meant and name.number:
            raise Refused(intake_words.ROW_NOT_ASKED.format(row=shorten(str(name))))
        if name.number and len(meant) > 1:
            rows = ", ".join(str(RowName(number, sheet)) for sheet, number in meant)
            raise Refused(intake_words.ROW_OF_SEVERAL.format(row=name, rows=rows))
        chosen |= dict.fromkeys(meant, who)
    return chosen


def with_choices(sources: Sequence[Source], chosen: Mapping[RowPlace, Who]) -> list[Source]:
    """The sources with what was said of their rows."""
    return [
        source._replace(who={number: who for (title, number), who in chosen.items() if title == source.title})
        for source in sources
    ]
