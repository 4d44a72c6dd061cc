"""Reads a report workbook of form 01-MN-ĐN: ours, also saved again by others, and the export of the national system.

Texts are compared after trimming and collapsing white space, mã số as numbers. What differs from the
declared layout is told; where figures could land in a wrong place the workbook is refused.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, TypeVar

from exports.layout.document import SHEETS_BESIDE
from exports.layout.document_words import DRAFT, ERRORS_LEFT
from exports.reading.number_formats import number_text
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.workbook_reader import ForeignSheet, ForeignWorkbook, read_workbook
from exports.workbooks.report.book_properties import FORM_PROPERTY
from exports.workbooks.report.book_words import (
    ERRORS,
    REPORTING_PLACEHOLDER,
)
from exports.workbooks.report.printed_zeros import NO_BLOCK, block_of, figures_behind
from exports.workbooks.report.report_problems import Problem, problem_of, quote
from exports.workbooks.report.sheet_reader import read_table
from forms.dossier.roster import SchoolYear
from forms.model.text import clean
from forms.model.values import whole_number
from forms.report.report import ReportCells, code_of
from forms.sets import UnknownSet, set_named
from forms.sets.form_set import FormSet

MOST_PROBLEMS = 200
"""With more the file is another form, or another layout."""

PropertyValue = TypeVar("PropertyValue")


@dataclass(frozen=True)
class ReportBook:
    """A report workbook as it was read.

    *name* is the reporting unit, empty for the placeholder, *office* the receiving one. From our properties,
    None where there are none: *facility_code*, *school_year*, *revision*, *check_code* (as written), *draft*,
    *training*, *block* (own block). *cells* are the figures in the shape of ``Figures.as_json``: of our own
    workbook those the check code is of, of any other the cells as they stand; *unread* are those of which nobody knows
    what they hold (table, row key, column key). *form* is what it is a report of.
    """

    form: FormSet
    name: str
    office: str
    facility_code: str | None
    school_year: SchoolYear | None
    revision: int | None
    check_code: str | None
    draft: bool | None
    training: bool | None
    cells: ReportCells
    problems: tuple[Problem, ...]
    block: str | None = None
    unread: frozenset[tuple[str, str, str]] = frozenset()

    @property
    def computed_code(self) -> str | None:
        """The check code of the figures that were read; None when the file does not say year and revision."""
        if self.school_year is None or self.revision is None:
            return None
        return code_of(self.form, self.facility_code, str(self.school_year), self.revision, self.cells)


def read_report_book(path: Path) -> ReportBook:
    """The report in *path*. Raises WorkbookRefused when it cannot be read safely."""
    return report_book_of(read_workbook(path))


def report_book_of(book: ForeignWorkbook) -> ReportBook:
    """The report that a workbook holds. Raises WorkbookRefused."""
    form = _form(book)
    sheets, foreign = _sheets(book, form)
    watermark = form.training.watermark
    marks = frozenset((watermark, DRAFT, ERRORS_LEFT))
    read = {table.id: read_table(table, sheets[table.sheet.title], marks) for table in form.tables}
    facts = _facts(book.properties, form)
    problems = [
        *facts.problems,
        *(problem for sheet in read.values() for problem in sheet.problems),
        *foreign,
    ]
    if len(problems) > MOST_PROBLEMS:
        first = next((problem for problem in problems if problem.cell), problems[0])
        raise WorkbookRefused(
            "report_different", form=form.code, most=MOST_PROBLEMS, sheet=first.sheet, cell=first.cell
        )
    cells: ReportCells = {table: sheet.rows for table, sheet in read.items()}
    block = facts.block
    if facts.exceptions is not None:
        block = block_of(cells, form) if block is None else block.replace(NO_BLOCK, "") or None
        cells = figures_behind(cells, block, form, facts.exceptions)
    name = "".join(sheet.reporting for sheet in read.values())
    return ReportBook(
        form=form,
        name="" if name == clean(REPORTING_PLACEHOLDER) else name,
        office="".join(sheet.receiving for sheet in read.values()),
        facility_code=facts.facility_code,
        school_year=facts.school_year,
        revision=facts.revision,
        check_code=facts.check_code,
        draft=any(DRAFT in sheet.marks for sheet in read.values()) or facts.draft,
        training=any(watermark in sheet.marks for sheet in read.values()) or facts.training,
        cells=cells,
        problems=tuple(problems),
        block=block,
        unread=frozenset((table, *cell) for table, sheet in read.items() for cell in sheet.unread),
    )


def _form(book: ForeignWorkbook) -> FormSet:
    """The form that the workbook names. Raises WorkbookRefused for one that is not known here."""
    try:
        return set_named(book.properties.get(FORM_PROPERTY, ""))
    except UnknownSet as error:
        raise WorkbookRefused("unknown_set", why=str(error)) from None


def is_report(book: ForeignWorkbook, form: FormSet) -> bool:
    """Whether a workbook has every sheet of the report, not only a list whose sheet is called like one of them."""
    return {table.sheet.title for table in form.tables} <= {clean(sheet.title) for sheet in book.sheets}


def _sheets(book: ForeignWorkbook, form: FormSet) -> tuple[dict[str, ForeignSheet], list[Problem]]:
    """The sheets of the tables by their titles, and what is told of the others."""
    titles = [table.sheet.title for table in form.tables]
    sheets: dict[str, ForeignSheet] = {}
    problems = []
    for sheet in book.sheets:
        title = clean(sheet.title)
        if title in sheets:
            problems.append(problem_of("sheet_twice", title))
        elif title in titles and not sheet.is_unread:
            sheets[title] = sheet
        elif title not in (ERRORS, *SHEETS_BESIDE):
            problems.append(problem_of("sheet", title))
    if not sheets:
        raise WorkbookRefused("not_report", form=form.code)
    if missing := [title for title in titles if title not in sheets]:
        raise WorkbookRefused("report_sheets", form=form.code, count=len(titles), sheets=", ".join(missing))
    return sheets, problems


class _Facts(NamedTuple):
    """What our properties say; *exceptions* is None without them, *block* may be ``NO_BLOCK``."""

    problems: tuple[Problem, ...] = ()
    facility_code: str | None = None
    school_year: SchoolYear | None = None
    revision: int | None = None
    check_code: str | None = None
    draft: bool | None = None
    training: bool | None = None
    block: str | None = None
    exceptions: str | None = None


def _facts(properties: Mapping[str, str], form: FormSet) -> _Facts:
    code = properties.get("form")
    if code is None:
        return _Facts()
    if code != form.code:
        return _Facts((problem_of("form", found=quote(code), wanted=form.code),))
    problems: list[Problem] = []

    def block_named(text: str) -> str | None:
        return text if text in (NO_BLOCK, *form.owned_blocks) else None

    def read(name: str, parse: Callable[[str], PropertyValue | None]) -> PropertyValue | None:
        text = properties.get(name)
        value = None if text is None else parse(text)
        if text is not None and value is None:
            problems.append(problem_of("property", name=name, found=quote(text)))
        return value

    school_year, revision = read("school_year", SchoolYear.parse), read("revision", _revision)
    draft, training, block = read("draft", _flag), read("training", _flag), read("block", block_named)
    return _Facts(
        problems=tuple(problems),
        facility_code=properties.get("facility_code") or None,
        school_year=school_year,
        revision=revision,
        check_code=properties.get("check_code") or None,
        draft=draft,
        training=training,
        block=block,
        exceptions=properties.get("exceptions", ""),
    )


def _revision(text: str) -> int | None:
    """LibreOffice writes the number as a floating one."""
    number = number_text(text)
    return None if number is None else whole_number(Decimal(number))


def _flag(text: str) -> bool | None:
    return {"1": True, "true": True, "0": False, "false": False}.get(text.lower())
