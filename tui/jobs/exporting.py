"""The files of a report: which there are, how they are called, where they go. Each is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from exports.layout.document import Document, document_of
from exports.layout.list_sheets import (
    ListSheet,
    child_lines,
    sheet_for_parents,
    sheet_of_child,
    sheet_of_steps,
)
from exports.layout.office_letter import Letter
from exports.output.output_files import Written, file_slug, read_back, whose_file, write_new, write_whole
from exports.workbooks.missing_list import missing_text
from exports.workbooks.openpyxl_imports import lean_openpyxl
from forms.dossier.content import Content
from forms.dossier.roster import Subject
from forms.model.errors import Refused
from forms.model.record import RecordType
from forms.model.text import clean, shorten
from forms.model.values import dumps
from forms.package.writer import write
from forms.report.portal.portal_lines import PortalLine, portal_lines
from forms.report.report import Report
from forms.store.revisions import EXPORTS
from forms.store.system import named_paths
from tui.jobs.current_report import current_report, report_of
from tui.jobs.export_kinds import ExportKind
from tui.jobs.handing.handing_over import note_given
from tui.jobs.help.key_sheet import key_sheet, key_text
from tui.jobs.user_files import refuse_own_file
from tui.jobs.workspace import DatedFolder, Notice, Workspace
from tui.texts import command_line_words, file_words
from tui.texts.help import help_words
from tui.texts.revisions import export_words

if TYPE_CHECKING:
    from exports.output.progress import (
        Progress,
    )

FORM_BOOK = "exports.workbooks.report.report_book.write_report"
ROSTERS_BOOK = "exports.workbooks.rosters.roster_book.write_rosters"
ROSTER_BOOK = "exports.workbooks.rosters.roster_book.write_roster"
MISSING_BOOK = "exports.workbooks.missing_book.missing_workbook"
DOCUMENT_PRINT = "exports.printing.pdf.write_document"
SHEET_PRINT = "exports.printing.pdf.write_sheet"
LETTER_PRINT = "exports.printing.letter_print.write_letter"
MAKERS = (FORM_BOOK, ROSTERS_BOOK, ROSTER_BOOK, MISSING_BOOK, DOCUMENT_PRINT, SHEET_PRINT, LETTER_PRINT)
"""What writes files with openpyxl or fpdf, each a module and a name in it, imported when such a file is made: a start, a
check and a PDF do without workbooks."""


class OutputFile(NamedTuple):
    """A file that was made and not written yet; *name* is the one that the program chooses."""

    name: str
    data: bytes


class Destination(NamedTuple):
    """Where files go: under a name that was chosen, into a folder that was chosen, else among the exports."""

    folder: Path | None = None
    file: Path | None = None


NOWHERE_ELSE = Destination()
_NOT_WRITTEN = Destination(file=Path())
"""One file, under no name."""


def destination(chosen: str | None) -> Destination:
    """What a person means by *chosen*: a folder that is there or ends like one, else a file."""
    if not chosen:
        return NOWHERE_ELSE
    path = named_paths.path_of(chosen)
    if path.is_dir() or chosen.endswith(os.sep):
        return Destination(folder=path)
    return Destination(file=path)


def export(
    workspace: Workspace,
    kind: ExportKind,
    goal: Destination,
    notice: Notice,
    progress: Progress | None = None,
    *,
    blank: bool = False,
    place: str = "",
) -> Iterator[Written]:
    """Make files of the dossier, write them one after another and read each back. Raises Refused, StorageError.

    A name that the program chooses is never that of another file. *blank* and *place* as in ``output_files``.
    """
    if goal.file is not None:
        refuse_own_file(workspace, goal.file)
    if not kind.is_of_dossier:
        yield from _write(key_files(workspace.today, goal.file), goal, workspace.folder / EXPORTS)
        return
    report = _report_to_export(workspace, kind, notice, blank=blank)
    files = output_files(report, kind, goal, progress, blank=blank, place=place)
    for written in _write(files, goal, export_folder(workspace, report.content)):
        note_given(workspace, report.content.year, kind, written.path, notice, place=place)
        yield written


def _write(files: Iterable[OutputFile], goal: Destination, folder: Path) -> Iterator[Written]:
    """Write *files* one after another where they go, else into *folder*, and read each back."""
    for file in files:
        if goal.file is None:
            written = write_new((goal.folder or folder) / file.name, file.data)
        else:
            write_whole(goal.file, file.data)
            written = Written(goal.file)
        read_back(written.path, file.data)
        yield written


def export_to(
    take: Callable[[bytes], None],
    workspace: Workspace,
    kind: ExportKind,
    notice: Notice,
    progress: Progress | None = None,
    *,
    blank: bool = False,
    place: str = "",
) -> None:
    """Make one file of the dossier and hand it to *take* instead of writing it. Raises as ``export``, and what *take* raises."""
    if not kind.is_of_dossier:
        take(key_files(workspace.today, _NOT_WRITTEN.file)[0].data)
        return
    report = _report_to_export(workspace, kind, notice, blank=blank)
    file, *_ = output_files(report, kind, _NOT_WRITTEN, progress, blank=blank, place=place)
    take(file.data)
    note_given(workspace, report.content.year, kind, file.name, notice, place=place)


def _report_to_export(workspace: Workspace, kind: ExportKind, notice: Notice, *, blank: bool) -> Report:
    """The report as it is now; for *blank* rosters there may be no dossier yet. Raises StorageError."""
    if blank:
        return report_of(workspace, workspace.present(workspace.year))
    report = current_report(workspace, notice)
    if report.has_errors and kind in (ExportKind.PDF, ExportKind.XLSX):
        notice(export_words.ERRORS_IN_IT.format(count=report.errors))
    return report


def export_folder(workspace: Workspace, content: Content) -> Path:
    """Where files go whose place is not chosen."""
    return workspace.folder / EXPORTS / str(content.year)


def output_files(
    report: Report,
    kind: ExportKind,
    goal: Destination,
    progress: Progress | None = None,
    *,
    blank: bool = False,
    place: str = "",
) -> list[OutputFile]:
    """The files of *kind*; *blank* rosters have headings and no records; *place* names the child whose data it is.

    Raises Refused for a place that is no child.
    """
    match kind:
        case ExportKind.PDF:
            return [form_print(report, progress)]
        case ExportKind.XLSX:
            return [form_book(report, progress)]
        case ExportKind.JSON:
            return [package(report)]
        case ExportKind.ROSTERS:
            return rosters(report, progress, blank=blank, apart=goal.file is None)
        case ExportKind.MISSING:
            return missing_files(report, goal.file)
        case ExportKind.PORTAL:
            return [portal_sheet(report)]
        case ExportKind.CHILD:
            return child_files(report, place, goal.file)
        case ExportKind.NOTICE:
            name = export_name(report, command_line_words.FILE_NOTICE, "pdf")
            return [OutputFile(name, on_paper(sheet_for_parents(report)))]
        case ExportKind.KEYS:
            return key_files(report.today, goal.file)


def key_files(day: date, file: Path | None) -> list[OutputFile]:
    """The keys, on paper and as text; for one *file* what its name asks for."""
    is_text = file is not None and file.name.lower().endswith(".txt")
    files = []
    if not is_text:
        files.append(OutputFile(f"{help_words.FILE_KEYS}.pdf", on_paper(key_sheet(day))))
    if is_text or file is None:
        files.append(OutputFile(f"{help_words.FILE_KEYS}.txt", key_text().encode()))
    return files


def write_key_sheet(workspace: DatedFolder) -> Path:
    """The keys on paper among the exports; where. Raises StorageError."""
    sheet, *_ = key_files(workspace.today, _NOT_WRITTEN.file)
    (written,) = _write([sheet], NOWHERE_ELSE, workspace.folder / EXPORTS)
    return written.path


def form_print(report: Report, progress: Progress | None = None) -> OutputFile:
    """The form as a PDF."""
    return OutputFile(
        export_name(report, _form_in_names(report), "pdf"), on_paper(document_of(report), progress)
    )


def form_book(report: Report, progress: Progress | None = None) -> OutputFile:
    """The form as a workbook."""
    name = export_name(report, _form_in_names(report), "xlsx")
    return OutputFile(name, _maker(FORM_BOOK)(report, progress))


def _form_in_names(report: Report) -> str:
    """The form as the name of a file tells it: ``01-MN-DN``."""
    return file_slug(report.content.form.code).upper()


def package(report: Report) -> OutputFile:
    """The dossier as a package."""
    return OutputFile(
        export_name(report, command_line_words.FILE_PACKAGE, "json"), write(report.content).encode()
    )


def rosters(report: Report, progress: Progress | None, *, blank: bool, apart: bool) -> list[OutputFile]:
    """One workbook of three sheets; *apart* one for each list, as the national system takes them."""
    if not apart:
        name = _roster_name(report, blank=blank)
        return [OutputFile(name, _maker(ROSTERS_BOOK)(report, progress, blank=blank))]
    write_roster = _maker(ROSTER_BOOK)
    return [
        OutputFile(
            _roster_name(report, record, blank=blank), write_roster(report, record, progress, blank=blank)
        )
        for record in report.content.form.lists
    ]


def _roster_name(report: Report, record: RecordType | None = None, *, blank: bool = False) -> str:
    title = [command_line_words.FILE_ROSTERS]
    if blank:
        title.append(command_line_words.FILE_BLANK)
    if record is not None:
        title.append(record.file_word)
    return export_name(report, "-".join(title), "xlsx")


def portal_list(report: Report) -> list[PortalLine]:
    """What is to be done on the national system; the files to upload have their names once the report was sent.

    Raises Refused for a form of which nobody knows what is done there.
    """
    if not report.content.form.portal:
        raise Refused(export_words.NO_PORTAL.format(form=report.content.form.code))
    lists = () if report.is_draft else report.content.form.lists
    files = {record.place: _roster_name(report, record) for record in lists}
    return portal_lines(report.content, report.figures, files)


def portal_sheet(report: Report) -> OutputFile:
    """``portal_list`` as a PDF."""
    lines = portal_list(report)
    name = export_name(report, command_line_words.FILE_PORTAL, "pdf")
    return OutputFile(name, on_paper(sheet_of_steps(report, lines)))


def child_files(report: Report, place: str, file: Path | None) -> list[OutputFile]:
    """What is kept of a child, for its parent, on paper and for other programs; for one *file* the one that its name asks for.

    The child is called by its ref in the names: they stand in the history. Raises Refused for a *place* that is no child.
    """
    child = report.content.roster.at(place)
    if child is None or not report.content.form.lists_pupils(child.type):
        form = report.content.form
        if not form.rolling.children:
            raise Refused(export_words.NOBODY_KEPT.format(form=form.code))
        pupils, told = form.pupils, shorten(clean(place))
        example = f"{pupils.place}/{pupils.letter}0003"
        raise Refused(export_words.NO_CHILD.format(pupil=pupils.called, place=told, example=example))
    what = f"{child.type.file_word}-{child.place.rpartition('/')[2]}"
    is_json = file is not None and file.name.lower().endswith(".json")
    files = []
    if not is_json:
        name = export_name(report, what, "pdf")
        files.append(OutputFile(name, on_paper(sheet_of_child(report, child))))
    if is_json or file is None:
        files.append(OutputFile(export_name(report, what, "json"), _child_as_json(report, child)))
    return files


def _child_as_json(report: Report, child: Subject) -> bytes:
    facility = report.content.facility
    fields = {
        "format": "nhomtre-child/1",
        "school_year": str(report.content.year),
        "facility": {key: facility[key] for key in ("code", "name") if key in facility},
        "place": child.place,
        "record": child.record,
        "fields": [{"label": label, "text": text} for label, text in child_lines(child)],
    }
    return (dumps(fields, indent=1, sort=False) + "\n").encode()


def missing_files(report: Report, file: Path | None) -> list[OutputFile]:
    """What is missing, as text and as a workbook; for one *file* the one that its name asks for."""
    is_book = file is not None and file.name.lower().endswith(".xlsx")
    files = []
    if not is_book:
        files.append(
            OutputFile(
                export_name(report, command_line_words.FILE_MISSING, "txt"), missing_text(report).encode()
            )
        )
    if is_book or file is None:
        name = export_name(report, command_line_words.FILE_MISSING, "xlsx")
        files.append(OutputFile(name, _maker(MISSING_BOOK)(report)))
    return files


def on_paper(what: Document | ListSheet | Letter, progress: Progress | None = None) -> bytes:
    """A report, a sum, a list or a letter as a PDF. Raises Refused when a text has a character that cannot be printed."""
    if isinstance(what, Document):
        return _maker(DOCUMENT_PRINT)(what, progress)
    return _maker(SHEET_PRINT if isinstance(what, ListSheet) else LETTER_PRINT)(what)


def _maker(name: str) -> Callable[..., bytes]:
    module, _, function = name.rpartition(".")
    with lean_openpyxl():
        maker: Callable[..., bytes] = getattr(import_module(module), function)
    return maker


def export_name(report: Report, what: str, suffix: str) -> str:
    """What the program calls a file with *what* of a report: whose it is, which year, whether it was sent."""
    if report.is_draft:
        made = datetime.fromisoformat(report.made_at) if report.made_at else report.today
        state = file_words.FILE_DRAFT.format(made=made)
    else:
        state = file_words.FILE_REVISION.format(revision=report.content.revision)
    parts = [what, whose_file(report.content), str(report.content.year), state]
    if report.training:
        parts.append(command_line_words.FILE_TRAINING)
    return "_".join(part for part in parts if part) + f".{suffix}"
