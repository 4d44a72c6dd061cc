"""``nhomtre export``: a file of the report, written whole or not at all."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from forms.dossier.content import Content
from forms.report.report import Report
from tui import texts
from tui.cli.output import notices, say, show
from tui.jobs.workspace import Workspace

if TYPE_CHECKING:
    from exports.output_files import Written


def export(workspace: Workspace, options: Namespace) -> int:
    """Write a file of the report, whole or not at all, and tell its path; ``-o -`` is stdout.

    A name that the program chooses is never that of another file.
    """
    from exports.output_files import write_new, write_whole

    with workspace.open(write=False) as session:
        notices(session.notices)
        content = session.dossier.content
    report, said = workspace.compared_report(content)
    notices(said)
    kind = EXPORTS[options.kind]
    outputs = kind(report, options, progress_of_terminal())
    if options.output == "-":
        sys.stdout.buffer.write(outputs[0][1])
        sys.stdout.buffer.flush()
        return 0
    named = _named(options.output)
    folder = Path(options.output).expanduser() if options.output else export_folder(workspace, content)
    for name, data in outputs:
        if named:
            write_whole(named, data)
            show(str(named))
        else:
            tell_written(write_new(folder / name, data))
    return 0


def export_folder(workspace: Workspace, content: Content) -> Path:
    """Where files go whose place is not chosen."""
    return workspace.folder / "exports" / str(content.year)


def tell_written(written: Written) -> None:
    """The path to stdout; to stderr why it is another than was wanted."""
    notices([written.notice] if written.notice else [])
    show(str(written.path))


def _named(chosen: str | None) -> Path | None:
    """The file that was named, not only its folder."""
    path = Path(chosen).expanduser() if chosen else None
    return None if path is None or path.is_dir() or str(chosen).endswith(os.sep) else path


Progress = Callable[[int, int], None]


PROGRESS = "NHOMTRE_PROGRESS"
"""Set in the environment by the screens: tell progress as lines «3/12» on stderr."""


def progress_of_terminal(told: str = texts.EXPORTING) -> Progress | None:
    """How far an export is, told to a terminal as the sentence *told*, or to the screens that wait for it."""
    if os.environ.get(PROGRESS):
        return lambda done, total: say(f"{done}/{total}")
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        end = "\n" if done == total else ""
        sys.stderr.write("\r" + told.format(done=done, total=total) + end)
        sys.stderr.flush()

    return tell


Outputs = list[tuple[str, bytes]]


def _pdf(report: Report, _options: Namespace, progress: Progress | None) -> Outputs:
    from exports.printing.pdf import write_pdf

    return [(_file_name(report, texts.FILE_FORM, "pdf"), write_pdf(report, progress))]


def _xlsx(report: Report, _options: Namespace, progress: Progress | None) -> Outputs:
    from exports.workbooks.report.report_book import write_report

    return [(_file_name(report, texts.FILE_FORM, "xlsx"), write_report(report, progress))]


def _json(report: Report, _options: Namespace, _progress: Progress | None) -> Outputs:
    from forms.package.writer import write

    return [(_file_name(report, texts.FILE_PACKAGE, "json"), write(report.content).encode())]


def _rosters(report: Report, options: Namespace, progress: Progress | None) -> Outputs:
    """One workbook of three sheets; into a folder one for each list, as the national system takes them."""
    from exports.workbooks.rosters.roster_book import write_roster, write_rosters
    from forms.sets.mn2019.records import LISTS

    chosen, blank = options.output, options.blank
    what = [texts.FILE_ROSTERS, *([texts.FILE_BLANK] if blank else [])]
    if not chosen or _named(chosen):
        name = _file_name(report, "-".join(what), "xlsx")
        return [(name, write_rosters(report, progress, blank=blank))]
    return [
        (
            _file_name(report, "-".join([*what, texts.FILE_LISTS[record.place]]), "xlsx"),
            write_roster(report, record, progress, blank=blank),
        )
        for record in LISTS
    ]


def _missing(report: Report, options: Namespace, _progress: Progress | None) -> Outputs:
    from exports.workbooks.missing_list import missing_text

    chosen = options.output
    text = (_file_name(report, texts.FILE_MISSING, "txt"), missing_text(report).encode())
    is_workbook = bool(chosen and chosen.lower().endswith(".xlsx"))
    if _named(chosen) and not is_workbook:
        return [text]
    from exports.workbooks.missing_book import missing_workbook  # openpyxl: the text alone needs none of it

    if is_workbook:
        return [(text[0], missing_workbook(report))]
    return [text, (_file_name(report, texts.FILE_MISSING, "xlsx"), missing_workbook(report))]


EXPORTS: dict[str, Callable[[Report, Namespace, Progress | None], Outputs]] = {
    "pdf": _pdf,
    "xlsx": _xlsx,
    "rosters": _rosters,
    "json": _json,
    "missing": _missing,
}


def _file_name(report: Report, what: str, suffix: str) -> str:
    from exports.output_files import file_slug

    name = str(report.content.facility.get("code") or report.content.facility.get("name") or "")
    parts = [
        what,
        file_slug(name),
        str(report.content.year),
        texts.FILE_REVISION.format(revision=report.content.revision),
    ]
    if report.is_draft:
        parts.append(texts.FILE_DRAFT)
    if report.training:
        parts.append(texts.FILE_TRAINING)
    return "_".join(part for part in parts if part) + f".{suffix}"
