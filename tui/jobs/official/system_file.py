"""A file of the national system beside ours: its lists against the records, its form against the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from exports.comparison.complaint_places import placed_complaints
from exports.comparison.figure_comparison import compare_figures
from exports.comparison.mismatches import Mismatch, MismatchKind, Told
from exports.comparison.record_comparison import compare_lists
from exports.intake.system_complaints import sheets_of_complaints
from exports.reading.workbook_reader import read_workbook
from exports.workbooks.report.report_reader import ReportBook, is_report, report_book_of
from forms.dossier.content import Content
from forms.dossier.place_names import title_of
from forms.dossier.roster import SchoolYear
from forms.entry.row_intake import Source
from forms.model.errors import Refused, StorageError
from forms.package.answers import PlacedRemark
from forms.package.complaints import Complaints
from forms.sets.form_set import FormSet
from tui.jobs.intake.importing import offer_in
from tui.jobs.intake.offers import Offer
from tui.jobs.user_files import bytes_of
from tui.jobs.workspace import Notice, Workspace
from tui.texts import issue_words
from tui.texts.records import intake_words
from tui.texts.revisions import compare_words

if TYPE_CHECKING:
    from exports.reading.workbook_reader import ForeignWorkbook, Watch


MOST_NOTES = 20


class SystemFile(NamedTuple):
    """What was read of a file: lists of records, or the form; *notes* are what is to be told of it.

    *book* is all that stands in it, *digest* that of its bytes.
    """

    name: str
    sources: Sequence[Source] = ()
    report: ReportBook | None = None
    notes: tuple[str, ...] = ()
    book: ForeignWorkbook | None = None
    digest: str = ""


def read_system_file(
    path: Path, form: FormSet, year: SchoolYear, *, watch: Watch | None = None
) -> SystemFile:
    """The file at *path* as one for the report of *form* and *year*. Raises Refused, StorageError. *watch* as in ``read_workbook``."""
    book = read_workbook(path, watch=watch)
    return system_file_of(book, form, year, sha256(bytes_of(path)).hexdigest())


def system_file_of(book: ForeignWorkbook, form: FormSet, year: SchoolYear, digest: str) -> SystemFile:
    """The same of a workbook that was read."""
    if is_report(book, form):
        report = report_book_of(book)
        return SystemFile(book.name, (), report, tuple(_notes_of(report)), book, digest)
    try:
        offer = offer_in(book, form, year)
    except Refused:
        if not sheets_of_complaints(book, form, year):
            raise
        offer = Offer(())  # nothing but complaints
    return SystemFile(book.name, offer.converted or offer.sources, None, offer.notes, book, digest)


def _notes_of(report: ReportBook) -> Iterator[str]:
    yield from map(str, report.problems[:MOST_NOTES])
    if (more := len(report.problems) - MOST_NOTES) > 0:
        yield compare_words.MORE_NOTES.format(count=more)


def mismatches_of(file: SystemFile, ours: Content, sent: Content | None) -> list[Mismatch]:
    """What differs between the file, what we have now and what was *sent* last."""
    if file.report is not None:
        return compare_figures(file.report, ours, sent)
    return compare_lists(file.sources, ours, sent)


def complaints_of(file: SystemFile, content: Content, at: str) -> Complaints:
    """What the file complains about, each at its place in *content*, as it is kept at the time *at*."""
    found = placed_complaints(file.book, file.sources, content) if file.book else ()
    remarks = tuple(PlacedRemark(complaint.place, complaint.text) for complaint in found)
    return Complaints(file.name, file.digest, at, remarks)


def complaint_in_words(remark: PlacedRemark, content: Content) -> str:
    """A complaint behind its place."""
    return issue_words.AT_A_PLACE.format(where=title_of(remark.place, content), what=remark.text)


def sent_before(workspace: Workspace, content: Content, notice: Notice) -> Content | None:
    """The revision sent last; None where there is none, or none that can be read: *notice* is told then."""
    try:
        return workspace.revision(content.year, content.last_sent)
    except StorageError as error:
        notice(str(error))
        return None


def mismatch_in_words(mismatch: Mismatch, revision: int) -> str:
    """A difference as one sentence; *revision* is the number of what was sent last."""
    return compare_words.LINE.format(
        label=mismatch.label,
        what=what_differs_in_words(mismatch, revision),
        where=where_in_file(mismatch),
    ).rstrip()


def where_in_file(mismatch: Mismatch) -> str:
    """The sheet and the row or cell of the file; nothing for what is not in it."""
    if not mismatch.sheet:
        return ""
    words = compare_words.ROW_SPOT if mismatch.spot.isdecimal() else compare_words.CELL_SPOT
    return compare_words.ON_SHEET.format(sheet=mismatch.sheet, spot=words.format(spot=mismatch.spot))


def what_differs_in_words(mismatch: Mismatch, revision: int) -> str:
    """What stands on each side of a difference, or why a row was not compared."""
    remark = mismatch.remark
    if remark is not None:
        words = compare_words.LIKE if remark.code == "like" else intake_words.INTAKE_REMARKS[remark.code]
        return words.format(label=remark.label, text=remark.text)
    if mismatch.kind is MismatchKind.UNCLEAR:
        return compare_words.MAY_BE.format(names=mismatch.alike)
    sides = [
        compare_words.THEIRS.format(text=side_in_words(mismatch, mismatch.theirs)),
        compare_words.OURS.format(text=side_in_words(mismatch, mismatch.ours)),
    ]
    if mismatch.sent is not None:
        text = side_in_words(mismatch, mismatch.sent)
        sides.append(compare_words.SENT.format(number=revision, text=text))
    return compare_words.BETWEEN.join(sides)


def side_in_words(mismatch: Mismatch, side: Told | None) -> str:
    """What stands on one side of a difference; nothing where nobody knows."""
    if side is None:
        return ""
    return side.text or _NOTHING[mismatch.kind]


_NOTHING = {
    MismatchKind.VALUE: compare_words.NOTHING,
    MismatchKind.ONLY_THEIRS: compare_words.NOBODY,
    MismatchKind.ONLY_OURS: compare_words.NOBODY,
    MismatchKind.UNCLEAR: compare_words.UNKNOWN,
    MismatchKind.UNREAD: compare_words.UNKNOWN,
}
