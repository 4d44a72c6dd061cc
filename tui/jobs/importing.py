"""Workbooks of records taken in: what a file offers, and ``nhomtre import FILE.xlsx``."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from forms.dossier.dossier import refuse_frozen
from forms.entry.row_intake import Batch, Kind, edits_of, read_sources
from forms.model.errors import Refused
from forms.model.text import shorten
from tui import texts
from tui.cli.output import notices, say, show
from tui.jobs.offers import Offer, remark_text
from tui.jobs.workspace import Workspace

if TYPE_CHECKING:
    from exports.reading.workbook_reader import Watch

WORKBOOKS = (".xlsx", ".xlsm", ".xls")
MOST_TITLES = 6


def is_workbook(path: Path) -> bool:
    """Whether the name is that of a workbook."""
    return path.suffix.lower() in WORKBOOKS


def offer_of(path: Path, *, watch: Watch | None = None) -> Offer:
    """What the workbook offers. Raises Refused: the file cannot be read, or no sheet of it is known.

    *watch* as in ``read_workbook``.
    """
    from exports.intake.record_sources import sources_of
    from exports.reading.workbook_reader import read_workbook

    found = sources_of(read_workbook(path, watch=watch))
    if not found.sources:
        raise Refused(texts.INTAKE_NOTHING)
    notes = [
        texts.INTAKE_UNKNOWN_COLUMNS.format(sheet=source.title, titles=_listed(source.unknown))
        for source in found.sources
        if source.unknown
    ]
    if found.unknown_sheets:
        notes.append(texts.INTAKE_UNKNOWN_SHEETS.format(titles=_listed(found.unknown_sheets)))
    if not found.old_columns:
        return Offer(found.sources, notes=tuple(notes))
    return Offer(found.sources, found.converted, found.old_columns[0].text, tuple(notes))


def _listed(titles: Sequence[str]) -> str:
    shown = ", ".join(f"«{shorten(title, 30)}»" for title in titles[:MOST_TITLES])
    return shown + ("..." if len(titles) > MOST_TITLES else "")


def import_workbook(workspace: Workspace, options: Namespace) -> int:
    """Take in all rows of a workbook that are right, as one undoable change; nothing when one is not, unless asked to.

    A dry run ends as the real one would. Raises Refused when nothing is taken, StorageError.
    """
    offer = offer_of(Path(options.file))
    for note in offer.notes:
        say(note)
    if offer.example and options.encoding is None:
        example = offer.example
        encoding = texts.ENCODINGS[example.encoding]
        show(texts.INTAKE_ENCODED.format(encoding=encoding, before=example.before, after=example.after))
        raise Refused(texts.ENCODING_ASKED.format(encoding=encoding))
    sources = offer.converted if offer.example and options.encoding == "convert" else offer.sources
    present = workspace.present(workspace.year)
    refuse_frozen(present)
    batches = read_sources(present, sources)
    for line in _told(batches):
        show(line)
    kinds = Counter(row.kind for _, rows in batches for row in rows)
    counts = {
        "added": kinds[Kind.ADD],
        "changed": kinds[Kind.CHANGE],
        "same": kinds[Kind.SAME],
        "refused": kinds[Kind.REFUSE],
    }
    if counts["refused"] and not options.accept_valid:
        raise Refused(texts.ROWS_REFUSED.format(**counts))
    if options.dry_run:
        show(texts.WOULD_TAKE.format(**counts))
    elif counts["added"] or counts["changed"]:
        with workspace.open(write=True, create=True) as session:
            notices(session.notices)
            content = session.dossier.content
            session.dossier.commit(edits_of(content, read_sources(content, sources)))
        say(texts.ROWS_TAKEN.format(**counts))
    elif counts["same"]:
        say(texts.NO_ROW_NEW)
    else:
        raise Refused(texts.NO_ROW_TAKEN)
    return 0


def _told(batches: Sequence[Batch]) -> Iterator[str]:
    """Every row that is refused or wants a look, by sheet and row number."""
    for source, rows in batches:
        yield texts.INTAKE_SHEET.format(sheet=source.title, what=source.record.title, count=len(rows))
        for row in rows:
            for remark in row.remarks:
                word = texts.INTAKE_KIND[row.kind]
                text = remark_text(remark.code, remark.label, remark.text)
                yield texts.ROW_TOLD.format(number=row.number, word=word, text=text)
