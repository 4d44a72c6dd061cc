"""One file that a facility sent to the office: a package or a report workbook, read and checked.

Whatever the file is, the answer is an ``Arrival`` or why there is none; both are small and can be sent
between processes. Agreement of codes and hashes tells of changes and proves no author.
"""

import hashlib
import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from exports.district.arriving import (
    arrival_words as words,
)
from exports.district.arriving.arriving_files import (
    NotRead,
    bytes_of,
)
from exports.district.packed_figures import PackedFigures, figures_of_cells, pack
from exports.layout.report_facts import profile_text
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.workbook_reader import read_workbook
from exports.workbooks.report.printed_zeros import block_of
from exports.workbooks.report.report_reader import report_book_of
from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.dossier.sent_revisions import sent
from forms.model.declared import StrEnum
from forms.model.issue import issue_counts
from forms.model.record import FieldRole
from forms.model.text import clean, fold, parse_iso, shorten
from forms.model.values import dumps
from forms.package.adopt import carried
from forms.package.parts import PackageRefused
from forms.package.reader import Package, package_of, parsed
from forms.package.withheld.taken_figures import is_of_its_cells
from forms.package.writer import package_hash, records_hash
from forms.report.checking.checker import Checker, check_sum
from forms.report.report import ReportCells, code_of_text, facility_code
from forms.sets import newest, set_named
from forms.sets.form_set import FormSet
from forms.sets.workflow import StateId
from forms.store.system import (
    system_words,
)

PACKAGE_SUFFIX = ".json"
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
MOST_REMARKS = 3


class Arrival(NamedTuple):
    """A report that arrived.

    *file* is its path, *set_name* how files name its form. *revision* is the last sent one, of a workbook the one that it bears; 0 for none.
    *state* is None where the file tells none, *sent_at* ISO. *code_right*: whether the figures give the
    *check_code* that it carries, *sealed* whether a package is as it was written; None when that cannot be
    told. *stale*: its records now give other figures. *missing* counts the empty mandatory fields, None for
    a workbook, which has no records; a package without them says itself how many issues they have. *unexplained* counts the
    warnings without words of the facility, None for a workbook. *is_draft*: it was never sent.
    *ward* and *facility_kind* are codes of the catalogues of the profile, *phone* is as it was typed; '' where nothing is told.
    *is_marked*: only words on its sheets say that it is training data, no property of ours.
    *digest* is of the whole file, *block* the own ownership block. *named_by_file*: it tells neither code nor
    name, *name* is then that of the file.
    """

    file: str
    kind: Literal["package", "workbook"]
    set_name: str
    facility_code: str | None
    name: str
    school_year: SchoolYear | None
    revision: int
    state: StateId | None
    sent_at: str
    sent_by: str
    check_code: str | None
    code_right: bool | None
    sealed: bool | None
    stale: bool
    errors: int
    warnings: int
    missing: int | None
    training: bool
    is_draft: bool
    block: str | None
    digest: bytes
    figures: PackedFigures
    remarks: tuple[str, ...] = ()
    named_by_file: bool = False
    is_marked: bool = False
    unexplained: int | None = None
    ward: str = ""
    facility_kind: str = ""
    phone: str = ""

    @property
    def form(self) -> FormSet:
        """The form that it is a report of."""
        return set_named(self.set_name)


class Request(StrEnum):
    """What a facility is asked for instead of a file."""

    NOTHING = "nothing"
    ANOTHER_FILE = "another file"
    SAME_FILE = "same file"
    SENT_REPORT = "sent report"
    OWN_REPORT = "own report"
    THIS_YEAR = "this year"
    RIGHT_FILE = "right file"
    RIGHT_CODE = "right code"
    CODE = "code"
    FORM = "form"


class Exclusion(NamedTuple):
    """A file that is not added up, and why; *arrival* is what is known of it when it could be read.

    *is_unread*: it is not there, or the system did not let us read it. *request* is what its facility is asked for.
    """

    file: str
    reason: str
    facility_code: str | None = None
    arrival: Arrival | None = None
    is_unread: bool = False
    request: Request = Request.NOTHING

    @property
    def request_in_words(self) -> str:
        """One sentence that can be sent to the facility; empty where there is nothing to ask."""
        if self.request is Request.NOTHING:
            return ""
        form = self.arrival.form if self.arrival else newest()
        return words.REQUESTS[self.request].format(file=Path(self.file).name, step=form.send.title)


def examine(path: Path, today: date) -> Arrival | Exclusion:
    """What *path* is. Never raises for what stands in a file; a sent package is checked on the day of its sending."""
    read = _READERS.get(path.suffix.lower())
    if read is None:
        if os.path.lexists(path):
            return Exclusion(str(path), words.WRONG_SUFFIX, request=Request.ANOTHER_FILE)
        return Exclusion(str(path), system_words.NOT_FOUND, is_unread=True)
    try:
        arrival = read(path, today)
    except NotRead as error:
        request = Request.NOTHING if error.is_unread else Request.SAME_FILE
        return Exclusion(str(path), str(error), is_unread=error.is_unread, request=request)
    except Exception as error:  # a file that nobody has thought of must not stop all the others
        return Exclusion(str(path), words.FAILED.format(kind=type(error).__name__), request=Request.SAME_FILE)
    if isinstance(arrival, Exclusion) or arrival.facility_code or arrival.name:
        return arrival
    return arrival._replace(
        name=clean(path.stem), named_by_file=True, remarks=(*arrival.remarks, words.NAMED_BY_FILE)
    )


def _package(path: Path, today: date) -> Arrival | Exclusion:
    data = bytes_of(path)
    try:
        raw = parsed(data)
        package = package_of(raw)
        content = carried(package)
    except PackageRefused as error:
        offences = [str(offence) for offence in error.offences]
        reason = _first(offences, words.NOT_PACKAGE, words.NOT_PACKAGE_IN_MORE_PLACES)
        return Exclusion(str(path), reason, request=Request.SAME_FILE)
    code = facility_code(content)
    has_records = not content.is_empty
    checker = Checker(asks_readiness=has_records)
    figures = checker.figures_of(content)
    cells = figures.as_json()
    canonical = dumps(cells)
    if broken := _broken_seal(raw, package, content, cells, canonical):
        return Exclusion(str(path), broken, code, request=Request.SAME_FILE)
    known = sent(content, content.revision)
    counts = issue_counts(checker(content, (parse_iso(known.at[:10]) if known else None) or today))
    # of records that were withheld only the facility knew the issues
    for name, count in content.part("withheld").get("issues", {}).items():
        counts[name] = max(counts[name], count)
    carried_code = package.parts.get("check_code")
    number = content.last_sent or content.revision
    computed = code_of_text(content.form, code, str(content.year), number, canonical)
    if carried_code not in (None, computed):
        text = words.OTHER_CODE.format(carried=shorten(carried_code), computed=computed)
        return Exclusion(str(path), text, code, request=Request.SAME_FILE)
    # without a time of taking the figures have just been taken from the records
    stale = has_records and "taken_at" in package.parts and bool(checker.stale_cells_of(content))
    explained = sum(map(len, content.part("explanations").values()))
    name = content.facility.get("name")
    state = package.parts.get("state")
    sealed = True if "package_hash" in package.parts else None
    return Arrival(
        file=str(path),
        kind="package",
        set_name=content.form.name,
        facility_code=code,
        name=clean(name) if isinstance(name, str) else "",
        school_year=content.year,
        revision=content.last_sent,
        state=state,
        sent_at=known.at if known else "",
        sent_by=known.by if known else "",
        check_code=carried_code,
        code_right=None if carried_code is None else True,
        sealed=sealed,
        stale=stale,
        errors=counts["errors"],
        warnings=counts["warnings"],
        missing=counts["missing"],
        training=_is_training(content),
        is_draft=_is_draft(state, content, sealed=bool(sealed)),
        block=figures.block,
        digest=digest_of(data),
        figures=pack(figures),
        remarks=(words.STALE,) if stale else (),
        unexplained=max(counts["warnings"] - explained, 0),
        ward=profile_text(content.form.facility.told(content.facility, FieldRole.WARD)),
        facility_kind=profile_text(content.form.facility.told(content.facility, FieldRole.KIND)),
        phone=_phone(content),
    )


def _phone(content: Content) -> str:
    told = (
        content.form.facility.told(content.facility, role) for role in (FieldRole.PHONE, FieldRole.HEAD_PHONE)
    )
    numbers = map(profile_text, told)
    return next(filter(None, numbers), "")


def _is_draft(state: StateId | None, content: Content, *, sealed: bool) -> bool:
    if state is None:
        return sealed  # the app writes a dossier that was never sent without a state, and with its hash
    return state == content.form.draft or (content.is_frozen and not content.last_sent)


def _broken_seal(
    raw: Mapping[str, object], package: Package, content: Content, cells: ReportCells, canonical: str
) -> str | None:
    """*cells* are the figures that the content gives, *canonical* as JSON: most of what a package without records holds."""
    known = {"figures": canonical} if raw.get("figures") == cells else {}
    whole, records = package.parts.get("package_hash"), package.parts.get("records_hash")
    if records and records != records_hash(content):
        return words.RECORDS_SEAL_BROKEN
    if whole and whole != package_hash(raw, known):
        return words.PACKAGE_SEAL_BROKEN
    if content.withholds_records and not is_of_its_cells(package.parts.get("figures", {}), cells):
        return words.FIGURES_BROKEN
    return None


def _workbook(path: Path, today: date) -> Arrival | Exclusion:
    data = bytes_of(path)
    try:
        workbook = read_workbook(path)
        book = report_book_of(workbook)
    except WorkbookRefused as error:
        reason = error.reason[:1].lower() + error.reason[1:]
        return Exclusion(str(path), reason, request=Request.ANOTHER_FILE)
    properties = workbook.properties
    if "facilities" in properties:
        return Exclusion(str(path), words.IS_SUM)
    right = None if book.check_code is None else book.check_code == book.computed_code
    if right is False:
        text = words.OTHER_CODE.format(carried=shorten(book.check_code or ""), computed=book.computed_code)
        return Exclusion(str(path), text, book.facility_code, request=Request.SAME_FILE)
    # a sheet that somebody added holds no figure of the form
    serious = [problem for problem in book.problems if problem.cell or not problem.sheet]
    if serious and not right:
        texts = [str(problem) for problem in serious]
        reason = _first(texts, words.NOT_AS_THE_FORM, words.NOT_AS_THE_FORM_IN_MORE_PLACES)
        return Exclusion(str(path), reason, book.facility_code, request=Request.FORM)
    block = book.block or block_of(book.cells, book.form)
    figures = figures_of_cells(book.cells, block, book.form)
    is_ours = "form" in properties
    return Arrival(
        file=str(path),
        kind="workbook",
        set_name=book.form.name,
        facility_code=book.facility_code,
        name=clean(book.name),
        school_year=book.school_year,
        revision=book.revision or 0,
        state=None,
        sent_at=properties.get("sent_at", ""),
        sent_by=clean(properties.get("sent_by", "")),
        check_code=book.check_code,
        code_right=right,
        sealed=None,
        stale=False,
        # of a workbook only the comparisons between its own cells can be checked
        errors=issue_counts(check_sum(figures, {}))["errors"],
        warnings=len(book.problems),
        missing=None,
        training=bool(book.training) and is_ours,
        # ours says when it was sent; the official export tells nothing
        is_draft=bool(book.draft or (book.check_code and not properties.get("sent_at"))),
        block=block,
        digest=digest_of(data),
        figures=pack(figures),
        remarks=tuple(map(str, book.problems[:MOST_REMARKS])),
        is_marked=bool(book.training) and not is_ours,
    )


_READERS = {PACKAGE_SUFFIX: _package, **dict.fromkeys(WORKBOOK_SUFFIXES, _workbook)}
SUFFIXES = tuple(_READERS)
"""Of the files that are read."""


def _first(texts: Sequence[str], alone: str, with_more: str) -> str:
    more = len(texts) - 1
    return (with_more if more else alone).format(first=shorten(clean(texts[0]), 200), more=more)


def digest_of(data: bytes) -> bytes:
    """What tells a file from any other one."""
    return hashlib.sha256(data).digest()[:16]


def _is_training(content: Content) -> bool:
    """Whether it is the invented group of the training copy: a package has no watermark."""
    return (content.facility.get("code"), fold(str(content.facility.get("name", "")))) == _training_group(
        content.form
    )


@cache
def _training_group(form: FormSet) -> tuple[object, str]:
    facility = package_of(parsed(form.training.package()), form).parts[form.facility.place]
    return facility["code"], fold(facility["name"])
