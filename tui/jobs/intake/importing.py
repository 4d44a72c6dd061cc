"""Workbooks of records taken in: what a file offers, what becomes of its rows, the rows that are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from exports.intake.record_sources import sources_of
from exports.reading.kinds.file_kinds import begins_as_json, is_no_text
from exports.reading.workbook_reader import read_workbook
from forms.dossier.dossier import refuse_frozen
from forms.dossier.roster import SchoolYear
from forms.entry.row_intake import Batch, RowFate, Source, edits_of, read_sources
from forms.model.errors import Refused
from forms.model.text import shorten
from forms.sets.form_set import FormSet
from forms.store.system.system_calls import read_beginning
from tui.jobs.intake.offers import Offer
from tui.jobs.intake.row_check import read_and_checked
from tui.jobs.workspace import Notice, Workspace
from tui.texts.records import intake_words

if TYPE_CHECKING:
    from exports.reading.workbook_reader import ForeignWorkbook, Watch

PACKAGE = ".json"
PEEKED = 64
"""So many bytes tell a package, which is JSON, from a list, whatever the name of the file says."""
MOST_TITLES = 6


class RowCounts(NamedTuple):
    """How many rows of a workbook make a record, change one, hold nothing new, are refused, wait for a choice."""

    added: int
    changed: int
    same: int
    refused: int
    asked: int = 0

    @property
    def told(self) -> dict[str, int]:
        """For a sentence; what waits for a choice is not taken either."""
        return {**self._asdict(), "refused": self.refused + self.asked}


def is_workbook(path: Path) -> bool:
    """Whether a file is read as a list of records, by how it begins; JSON, and other text that is called so, is a package."""
    is_called_package = path.suffix.lower() == PACKAGE
    try:
        start, _ = read_beginning(path, PEEKED)
    except (OSError, ValueError):
        return path.suffix.lower() not in ("", PACKAGE)  # what cannot be read is told by either
    if begins_as_json(start):
        return False
    return not is_called_package or is_no_text(start)


def offer_of(path: Path, form: FormSet, year: SchoolYear, *, watch: Watch | None = None) -> Offer:
    """What the workbook offers to the report of a form and a school year. Raises Refused: the file cannot be read, or no sheet of it is known.

    *watch* as in ``read_workbook``.
    """
    return offer_in(read_workbook(path, watch=watch), form, year)


def offer_in(book: ForeignWorkbook, form: FormSet, year: SchoolYear) -> Offer:
    """The same of a workbook that was read."""
    found = sources_of(book, form, year)
    if not found.sources and found.hidden_sheets:
        raise Refused(intake_words.INTAKE_ONLY_HIDDEN.format(titles=_listed(found.hidden_sheets)))
    if not found.sources:
        raise Refused(intake_words.INTAKE_NOTHING)
    notes = [note for source in found.sources for note in _notes_of(source)]
    if found.unknown_sheets:
        notes.append(intake_words.INTAKE_UNKNOWN_SHEETS.format(titles=_listed(found.unknown_sheets)))
    if found.hidden_sheets:
        notes.append(intake_words.INTAKE_HIDDEN_SHEETS.format(titles=_listed(found.hidden_sheets)))
    if book.kind == "xlsb":
        notes.append(intake_words.INTAKE_HALF_SEEN)
    if not found.old_columns:
        return Offer(found.sources, notes=tuple(notes))
    return Offer(found.sources, found.converted, found.old_columns[0].text, tuple(notes))


def _notes_of(source: Source) -> Iterator[str]:
    """What is told of a list as a whole: columns whose titles are not the field's own, columns and rows left aside."""
    read_as = [(note.text, note.label) for note in source.notes if note.code == "read_as"]
    if read_as:
        columns = ", ".join(
            intake_words.READ_AS.format(titles=titles, label=label) for titles, label in read_as
        )
        yield intake_words.INTAKE_COLUMNS.format(sheet=source.title, columns=columns)
    if source.unknown:
        yield intake_words.INTAKE_UNKNOWN_COLUMNS.format(sheet=source.title, titles=_listed(source.unknown))
    for note in source.notes:
        if note.code in intake_words.INTAKE_LISTS:
            text = intake_words.INTAKE_LISTS[note.code].format(label=note.label, text=note.text)
            yield intake_words.INTAKE_LIST_NOTE.format(sheet=source.title, text=text)


def _listed(titles: Sequence[str]) -> str:
    shown = ", ".join(f"«{shorten(title, 30)}»" for title in titles[:MOST_TITLES])
    return shown + ("..." if len(titles) > MOST_TITLES else "")


def read_rows(workspace: Workspace, sources: Sequence[Source]) -> Sequence[Batch]:
    """What would become of every row. Changes nothing. Raises Refused when the report is closed, StorageError."""
    present = workspace.present(workspace.year)
    refuse_frozen(present)
    return read_and_checked(present, sources, workspace.today)


def counts_of(batches: Sequence[Batch]) -> RowCounts:
    """How many rows of which kind."""
    kinds = Counter(row.kind for _, rows in batches for row in rows)
    return RowCounts(*(kinds[fate] for fate in RowFate))


def take_rows(workspace: Workspace, sources: Sequence[Source], notice: Notice) -> None:
    """Take in every row that is right, as one undoable change. Raises Refused, StorageError."""
    with workspace.open(write=True, create=True, notice=notice) as session:
        session.fold()  # the state before is kept
        content = session.dossier.content
        session.dossier.commit(edits_of(content, read_sources(content, sources)))
