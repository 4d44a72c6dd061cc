"""Whether a code or a file agrees with what was sent: agreement of figures and records, never proof of an author."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from exports.district import verification_words as words
from exports.layout.document_words import DRAFT_CODE, QR_DRAFT_ENDING, UNNAMED
from exports.reading.kinds.file_kinds import SNIFFED, begins_as_json, kind_of
from exports.reading.reading_refusals import WorkbookRefused
from exports.workbooks.report.report_reader import ReportBook, read_report_book
from forms.dossier.content import Content, Edit
from forms.dossier.erased_records import is_of, is_taken_out
from forms.dossier.place_names import (
    cell_title,
)
from forms.dossier.sent_revisions import Sent
from forms.model.text import format_moment, format_number, shorten
from forms.package.parts import PackageRefused
from forms.package.reader import MAX_BYTES
from forms.package.seal import Seal, read_sealed
from forms.package.withheld.office_package import WithoutRecords
from forms.package.withheld.withheld_words import LEFT_OUT
from forms.package.writer import records_hash, write
from forms.report.differences import differences
from forms.report.figures import Figures, FiguresOf, Number
from forms.report.report import ReportCells, check_code
from forms.sets import every_set
from forms.sets.form_set import FormSet
from forms.store.chain.history import Way
from forms.store.system import (
    system_calls,
)

MOST_PLACES = 20
_DIGITS = "0-9A-HJKMNP-TV-Z"
_PRINTED = re.compile(f"[{_DIGITS}]{{4}}(?:-[{_DIGITS}]{{4}}){{3}}")
_SUBJECT = re.compile(rb"/Subject <feff((?:[0-9a-f]{4})+)>")
_READ_AS = str.maketrans("OIL", "011")


class Finding(NamedTuple):
    """One thing that was compared: whether it agrees, in a sentence. *agrees* is None for what is only told."""

    agrees: bool | None
    text: str


class StoredRevision(NamedTuple):
    """A sent revision as the dossier keeps it; *content* is None when it cannot be read."""

    year: str
    sent: Sent
    content: Content | None
    folder: Path
    way: Way | None = None
    """How the history of the dossier stands to the change that it was made of; None: not known."""
    erased: Mapping[str, frozenset[str]] = MappingProxyType({})
    """The records that were erased from it since, each with the files of it that went then."""


class Verdict(NamedTuple):
    """What a code or a file is: the revision that it belongs to, if one is known, and what was compared."""

    revision: int | None
    code: str | None
    findings: tuple[Finding, ...]

    @property
    def agrees(self) -> bool:
        """Whether something was compared and nothing disagrees."""
        compared = [finding.agrees for finding in self.findings if finding.agrees is not None]
        return bool(compared) and all(compared)


def read_code(text: str) -> str | None:
    """A check code as it was typed (any case, O for 0, I and L for 1, with or without hyphens); None for none."""
    signs = re.sub(r"[\s-]", "", text).upper().translate(_READ_AS)
    if not re.fullmatch(f"[{_DIGITS}]{{16}}", signs):
        return None
    return "-".join(signs[start : start + 4] for start in range(0, 16, 4))


class PrintedCode(NamedTuple):
    """What the QR of a print says: its check code, of which change it was made, which set it is of ('' when it does not say)."""

    code: str
    history: str = ""
    mark: str = ""


def read_printed(text: str) -> PrintedCode | None:
    """A check code as it was typed, or the text of the QR of a print; None for neither."""
    mark, *parts = text.strip().split("|")
    code, history = read_code(parts[0] if parts else text), parts[3] if len(parts) > 3 else ""
    return PrintedCode(code, history, mark.removesuffix(QR_DRAFT_ENDING) if parts else "") if code else None


class Present(NamedTuple):
    """A dossier as it is now."""

    content: Content
    figures: Figures


def verify_code(
    printed: PrintedCode, revisions: Iterable[StoredRevision], present: Iterable[Present]
) -> Verdict:
    """What the dossiers say of a code: those of sent revisions, then those of the figures as they are."""
    code, history, mark = printed
    for revision in revisions:
        if revision.sent.code == code:
            findings = [
                Finding(True, _sending(revision)),
                *_own(revision),
                *_way(revision, history),
                *_files(revision),
            ]
            return Verdict(revision.sent.number, code, tuple(findings))
    if finding := _of_now(code, present, words.OF_FIGURES_AS_THEY_ARE):
        return Verdict(None, code, (finding,))
    if mark and mark not in {form.qr_mark or form.name for form in every_set()}:
        return Verdict(
            None, code, (Finding(False, words.UNKNOWN_MARK.format(code=code, mark=shorten(mark))),)
        )
    return Verdict(None, code, (Finding(False, words.UNKNOWN_CODE.format(code=code)),))


def _of_now(code: str, present: Iterable[Present], text: str) -> Finding | None:
    """That the *code* is the one of a dossier as it is now; None when it is of no such."""
    for content, figures in present:
        if check_code(content, figures) == code:
            return Finding(True, text.format(code=code, year=content.year))
    return None


def _of_draft(code: str, present: Iterable[Present]) -> Finding:
    """What is said of a draft, on paper, as a workbook and as a package alike."""
    found = _of_now(code, present, words.DRAFT_OF_FIGURES_AS_THEY_ARE)
    return found or Finding(False, words.DRAFT_OF_OTHER_FIGURES.format(code=code))


def _sending(revision: StoredRevision) -> str:
    sent = revision.sent
    return words.SENT.format(
        code=sent.code,
        number=sent.number,
        year=revision.year,
        moment=format_moment(sent.at),
        person=sent.by or UNNAMED,
    )


def _own(revision: StoredRevision) -> Iterator[Finding]:
    """Whether the frozen content still gives the code."""
    sent = revision.sent
    if revision.content is None:
        if sent.files:
            yield Finding(False, words.RECORDS_LOST.format(number=sent.number))
        else:
            yield Finding(None, words.SENT_ELSEWHERE.format(number=sent.number))
        return
    own = check_code(revision.content, FiguresOf()(revision.content))
    agrees = own == sent.code
    text = words.RECORDS_GIVE_THE_CODE if agrees else words.RECORDS_GIVE_ANOTHER
    yield Finding(agrees, text.format(number=sent.number, code=own))


def _way(revision: StoredRevision, printed: str) -> Iterator[Finding]:
    """Whether the history here goes over the change of which the revision was made, here and on paper."""
    sent = revision.sent
    if printed and printed != sent.head:
        yield Finding(False, words.HISTORY_OTHER_ON_PAPER.format(number=sent.number))
    elif revision.way is not None:
        text = _HISTORY[revision.way].format(number=sent.number, seq=sent.head.partition(".")[0])
        yield Finding(revision.way is not Way.APART, text)


_HISTORY = {
    Way.OVER: words.HISTORY_SAME,
    Way.BEFORE_ERASURE: words.HISTORY_BEFORE_ERASURE,
    Way.APART: words.HISTORY_OTHER,
}


def _files(revision: StoredRevision) -> Iterator[Finding]:
    """Whether the files of the revision are as they were made."""
    erased = frozenset().union(*revision.erased.values())
    for name, wanted in revision.sent.files.items():
        path = revision.folder / name
        if name in erased:
            yield Finding(None, words.SENT_FILE_ERASED.format(name=name))
            continue
        try:
            agrees = hashlib.sha256(system_calls.read_bytes(path)).hexdigest() == wanted
        except OSError:
            yield Finding(False, words.SENT_FILE_UNREADABLE.format(name=name, folder=revision.folder))
            continue
        text = words.SENT_FILE_SAME if agrees else words.SENT_FILE_CHANGED
        yield Finding(agrees, text.format(name=name))


def verify_file(
    path: Path, data: bytes, revisions: Iterable[StoredRevision], present: Iterable[Present] = ()
) -> Verdict:
    """What a package, workbook or print is, and where it differs from the revision that it names.

    What was made of a draft is compared with the dossiers as they are at *present*.
    """
    known_revisions = list(revisions)
    if data[:5] == b"%PDF-":
        return _print(data, known_revisions, present)
    if len(data) > MAX_BYTES or begins_as_json(data[:SNIFFED]):
        return _package(data, known_revisions, present)
    try:
        is_text = not data or kind_of(data) == "text"
    except WorkbookRefused as error:
        return Verdict(None, None, (Finding(False, str(error)),))
    if is_text:
        return Verdict(None, None, (Finding(False, words.NO_FILE_OF_OURS),))
    return _workbook(path, data, known_revisions, present)


_SAVED_AGAIN = Finding(None, words.OTHER_BYTES)


def _bytes(data: bytes, revision: StoredRevision, otherwise: Finding) -> Iterator[Finding]:
    """Whether *data* is a file of the revision, byte for byte; nothing when it was not sent from here."""
    if hashlib.sha256(data).hexdigest() in revision.sent.files.values():
        yield Finding(True, words.SAME_BYTES.format(number=revision.sent.number))
    elif revision.sent.files:
        yield otherwise


def _print(data: bytes, revisions: list[StoredRevision], present: Iterable[Present]) -> Verdict:
    subject = _SUBJECT.search(data)
    text = bytes.fromhex(subject[1].decode()).decode("utf-16-be", "replace") if subject else ""
    match = _PRINTED.search(text)
    code = match[0] if match else None
    if code is None:
        return Verdict(None, None, (Finding(False, words.PRINT_WITHOUT_CODE),))
    if text.endswith(DRAFT_CODE.format(code=code)):
        return Verdict(None, code, (_of_draft(code, present),))
    for revision in revisions:
        if revision.sent.code == code:
            number = revision.sent.number
            other = Finding(False, words.PRINT_OTHER_BYTES.format(number=number))
            return Verdict(number, code, (Finding(True, _sending(revision)), *_bytes(data, revision, other)))
    return Verdict(None, code, (Finding(False, words.PRINT_UNKNOWN_CODE.format(code=code)),))


def _package(data: bytes, revisions: list[StoredRevision], present: Iterable[Present]) -> Verdict:
    try:
        package, content, seal = read_sealed(data)
    except PackageRefused as error:
        return Verdict(None, None, (Finding(False, str(error).replace("\n", "; ")),))
    findings = [
        Finding(seal.whole, _WHOLE[seal.whole]),
        *_records_and_figures(seal, content),
        Finding(seal.layout, _LAYOUT[seal.layout]),
    ]
    code = check_code(content, FiguresOf()(content))
    carried = package.parts.get("check_code")
    number = content.revision if content.is_frozen else None
    if carried is not None:
        agrees = carried == code
        text = words.PACKAGE_CODE_RIGHT if agrees else words.PACKAGE_CODE_WRONG
        findings.append(Finding(agrees, text.format(carried=carried, computed=code)))
    elif not content.is_frozen:
        text = words.PACKAGE_NOT_SENT.format(number=content.revision, code=code)
        findings = [_of_draft(code, present), *findings, Finding(None, text)]
    for revision in _of(revisions, content, number):
        if revision.content is not None:
            changes = [
                change
                for change in differences(_as_packed(revision.content, like=content), content)
                if not (content.withholds_records and change.edit.new == LEFT_OUT)  # words that did not go
            ]
            others = [change.label for change in changes if not _is_erased(change.edit, revision)]
            findings.append(_compared(revision, others))
            of_these_records = _is_of_records(revision.content, content)
            is_older = len(others) < len(changes) or (of_these_records is False and bool(revision.erased))
            if is_older:
                withheld = content.withholds_records
                text = words.FIGURES_BEFORE_ERASURE if withheld else words.MADE_BEFORE_ERASURE
                findings.append(Finding(None, text.format(number=revision.sent.number)))
            elif of_these_records is not None:
                text = words.MADE_OF_THESE_RECORDS if of_these_records else words.MADE_OF_OTHER_RECORDS
                findings.append(Finding(of_these_records, text.format(number=revision.sent.number)))
        if (package.parts.get("sent_at", ""), package.parts.get("sent_by", "")) != (
            revision.sent.at,
            revision.sent.by,
        ):
            text = words.PACKAGE_OTHER_SENDING.format(number=revision.sent.number)
            findings.append(Finding(False, text))
        findings += _bytes(data, revision, _SAVED_AGAIN)
    return Verdict(number, carried or code, tuple(findings))


def _is_erased(edit: Edit, revision: StoredRevision) -> bool:
    """Whether what differs is only that a record was erased from the revision."""
    return is_of(edit.path, revision.erased) or bool(revision.erased and is_taken_out(edit.new, edit.old))


def _as_packed(content: Content, like: Content) -> Content:
    """What a package of *content* carries: not what was typed for another ownership, and records only where *like* has them."""
    if like.withholds_records:
        content = WithoutRecords(content, FiguresOf()(content)).in_its_words
    return read_sealed(write(content).encode())[1]


def _records_and_figures(seal: Seal, content: Content) -> Iterator[Finding]:
    """Of records or, where they were withheld, of the figures that stand instead of them."""
    if not content.withholds_records:
        yield Finding(seal.records, _RECORDS[seal.records])
        return
    records = content.form.counted(content.part("withheld")["records"])
    yield Finding(None, words.RECORDS_WITHHELD.format(records=records))
    yield Finding(seal.figures, words.FIGURES_OF_CELLS if seal.figures else words.FIGURES_OF_OTHER_CELLS)


def _is_of_records(own: Content, content: Content) -> bool | None:
    """Whether a package that came without records says that it was made of those of *own*; None for any other package."""
    if not content.withholds_records:
        return None
    withheld = content.part("withheld")
    return (withheld["hash"], withheld["records"]) == (records_hash(own), own.counts)


_WHOLE = {True: words.PACKAGE_WHOLE, False: words.PACKAGE_CHANGED, None: words.PACKAGE_WITHOUT_SEAL}
_RECORDS = {True: words.RECORDS_WHOLE, False: words.RECORDS_CHANGED, None: words.RECORDS_WITHOUT_SEAL}
_LAYOUT = {True: words.LAYOUT_SAME, False: words.LAYOUT_CHANGED}
"""What a seal of a package says, by whether it holds; None where the package has none."""


def _of(revisions: list[StoredRevision], content: Content, number: int | None) -> Iterator[StoredRevision]:
    """The revision of that number, of the same facility and school year."""
    code = content.facility.get("code")
    for revision in revisions:
        own = code if revision.content is None else revision.content.facility.get("code")
        if (revision.sent.number, revision.year, own) == (number, str(content.year), code):
            yield revision


def _compared(revision: StoredRevision, places: list[str]) -> Finding:
    number, more = revision.sent.number, len(places) - MOST_PLACES
    if not places:
        return Finding(True, words.SAME_AS_REVISION.format(number=number))
    text = words.OTHER_IN_MORE_PLACES if more > 0 else words.OTHER_THAN_REVISION
    return Finding(False, text.format(number=number, places="; ".join(places[:MOST_PLACES]), more=more))


def _workbook(
    path: Path, data: bytes, revisions: list[StoredRevision], present: Iterable[Present]
) -> Verdict:
    try:
        book = read_report_book(path)
    except WorkbookRefused as error:
        return Verdict(None, None, (Finding(False, str(error)),))
    findings = [
        Finding(None if problem.is_mended else False, str(problem))
        for problem in islice(book.problems, MOST_PLACES)
    ]
    findings.append(_code_of_book(book))
    if book.draft and book.check_code is not None:
        return Verdict(None, book.check_code, (_of_draft(book.check_code, present), *findings))
    for revision in revisions:
        if revision.sent.code != book.check_code:
            continue
        findings.append(Finding(True, _sending(revision)))
        if revision.content is not None:
            figures = FiguresOf()(revision.content).as_json()
            findings.append(_compared(revision, list(_different(figures, book.cells, revision.content.form))))
        findings += _bytes(data, revision, _SAVED_AGAIN)
    return Verdict(book.revision, book.check_code, tuple(findings))


def _code_of_book(book: ReportBook) -> Finding:
    if book.check_code is None:
        return Finding(None, words.BOOK_WITHOUT_CODE)
    agrees = book.check_code == book.computed_code
    text = words.BOOK_CODE_RIGHT if agrees else words.BOOK_CODE_WRONG
    return Finding(agrees, text.format(carried=book.check_code, computed=book.computed_code))


def _different(own: ReportCells, other: ReportCells, form: FormSet) -> Iterator[str]:
    for table in form.tables:
        for row in table.data_rows:
            was, now = (cells.get(table.id, {}).get(row.key, {}) for cells in (own, other))
            for column in table.columns:
                before, after = was.get(column.key), now.get(column.key)
                if before != after:
                    cell = cell_title(table, row, column.key)
                    yield words.CELL_DIFFERS.format(cell=cell, old=_shown(before), new=_shown(after))


def _shown(value: Number | None) -> str:
    return words.NO_FIGURE if value is None else format_number(value)
