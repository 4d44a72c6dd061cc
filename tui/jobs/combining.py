"""``nhomtre combine``: the packages and report workbooks of many facilities, checked and added up."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forms.dossier.campaign import Campaign, campaign_of
from forms.dossier.content import empty_content
from forms.model.errors import Refused
from forms.model.text import shorten
from forms.model.values import dumps
from forms.sets.mn2019.states import STATES
from forms.sets.mn2019.tables import TABLES
from forms.sets.mn2019.tables.columns import TOTAL_BLOCK
from tui import texts
from tui.cli.output import say, show
from tui.cli.table_lines import table_lines
from tui.jobs.exporting import progress_of_terminal
from tui.jobs.workspace import Workspace

if TYPE_CHECKING:
    from exports.district.arrivals import Arrival
    from exports.district.report_sum import Collection
    from exports.layout.document import Document

DONE, REFUSED_SOME = 0, 1
NAME_WIDTH = 30
MOST_ISSUES = 20
"""Of the sum, told one by one."""


def combine(workspace: Workspace, options: Namespace) -> int:
    """Add up what was sent; 1 when a file is not added. Needs no dossier."""
    from exports.district.report_sum import collect
    from exports.output_files import write_whole

    paths = [Path(path).expanduser() for path in options.paths]
    found = collect(paths, workspace.today, options.year, progress_of_terminal(texts.COMBINING))
    if options.json:
        show(dumps(_as_json(found), indent=1, sort=False))
    else:
        for line in _lines(found):
            show(line)
    if options.progress_list:
        write_whole(Path(options.progress_list).expanduser(), _progress(workspace, found))
    if options.output:
        path = Path(options.output).expanduser()
        write_whole(path, _SUMS[path.suffix.lower()](workspace, found))
    _say_issues(found)
    say(
        (texts.COMBINED if found.taken else texts.COMBINED_NOTHING).format(
            year=found.school_year, taken=len(found.taken), turned=len(found.turned)
        )
    )
    return REFUSED_SOME if found.turned else DONE


def sum_print(workspace: Workspace, found: Collection, folder: Path) -> Path:
    """The sum as a PDF in *folder*; its path. Raises Refused, StorageError."""
    return _into(folder, texts.FILE_SUM, ".pdf", found, _pdf(workspace, found))


def sum_book(workspace: Workspace, found: Collection, folder: Path) -> Path:
    """The sum as a workbook in *folder*; its path. Raises Refused, StorageError."""
    return _into(folder, texts.FILE_SUM, ".xlsx", found, _xlsx(workspace, found))


def progress_book(workspace: Workspace, found: Collection, folder: Path) -> Path:
    """Who has sent, as a workbook in *folder*; its path. Raises StorageError."""
    return _into(folder, texts.FILE_PROGRESS, ".xlsx", found, _progress(workspace, found))


def _into(folder: Path, what: str, suffix: str, found: Collection, data: bytes) -> Path:
    from exports.output_files import write_new

    year = [str(found.school_year)] if found.school_year else []
    return write_new(folder / ("_".join([what, *year]) + suffix), data).path


def _progress(workspace: Workspace, found: Collection) -> bytes:
    from exports.district.progress_list import progress_workbook

    return progress_workbook(found, workspace.today)


def _pdf(workspace: Workspace, found: Collection) -> bytes:
    from exports.printing.pdf import write_document

    return write_document(_document(workspace, found))


def _xlsx(workspace: Workspace, found: Collection) -> bytes:
    from exports.workbooks.report.report_book import write_workbook

    return write_workbook(_document(workspace, found))


_SUMS = {".pdf": _pdf, ".xlsx": _xlsx}


def _document(workspace: Workspace, found: Collection) -> Document:
    from exports.district.sum_document import IncludedFacility, MissingFacility, sum_document
    from exports.layout.document_words import DEFAULT_OFFICE

    if not found.taken:
        raise Refused(texts.NO_SUM)
    year = found.school_year or workspace.year
    campaign = campaign_of(empty_content(year)) or Campaign({})
    included = [
        IncludedFacility(
            each.facility_code or "", each.name, each.revision, _state(each, ""), each.check_code or ""
        )
        for each in found.taken
    ]
    missing = [MissingFacility(each.code, each.name, texts.NOT_ARRIVED) for each in found.not_arrived]
    missing += [
        MissingFacility(Path(each.file).name, each.arrival.name if each.arrival else "", each.reason)
        for each in found.turned
    ]
    return sum_document(
        found.total,
        campaign.text("office") or DEFAULT_OFFICE,
        campaign.text("place"),
        str(year),
        workspace.today,
        included,
        missing,
        workspace.training,
        found.issues,
    )


def _state(arrival: Arrival, unknown: str) -> str:
    return STATES[arrival.state].title if arrival.state else unknown


def _say_issues(found: Collection) -> None:
    if not found.taken or not found.issues:
        return
    for issue in found.issues[:MOST_ISSUES]:
        say(texts.SUM_ISSUE.format(rule=issue.rule, message=issue.sentence))
    if len(found.issues) > MOST_ISSUES:
        say(texts.SUM_MORE_ISSUES.format(count=len(found.issues) - MOST_ISSUES))
    say(texts.SUM_ISSUES.format(count=len(found.issues)))


def _as_json(found: Collection) -> dict[str, Any]:
    return {
        "school_year": str(found.school_year) if found.school_year else None,
        "tables": found.total.as_json(),
        "facilities": [_facility(arrival) for arrival in found.taken],
        "refused": [{"file": turned.file, "reason": turned.reason} for turned in found.turned],
    }


def _facility(arrival: Arrival) -> dict[str, Any]:
    return {
        "file": arrival.file,
        "code": arrival.facility_code,
        "name": arrival.name,
        "revision": arrival.revision,
        "state": arrival.state,
        "sent_at": arrival.sent_at or None,
        "check_code": arrival.check_code,
        "code_right": arrival.code_right,
        "errors": arrival.errors,
        "warnings": arrival.warnings,
        "missing": arrival.missing,
    }


def _lines(found: Collection) -> Iterator[str]:
    for table in TABLES if found.taken else ():
        yield "\n".join(table_lines(table, found.total, TOTAL_BLOCK))
    if found.taken:
        yield texts.SUM_HEAD
        yield _columns(*texts.COMBINED_HEAD)
    for arrival in found.taken:
        missing = texts.NO_STATE if arrival.missing is None else str(arrival.missing)
        yield _columns(
            arrival.facility_code or texts.NO_STATE,
            str(arrival.revision or texts.NO_STATE),
            _state(arrival, texts.NO_STATE),
            str(arrival.errors),
            str(arrival.warnings),
            missing,
            texts.COMBINED_CODES[arrival.code_right],
            shorten(arrival.name, NAME_WIDTH),
        )
    if found.not_arrived:
        yield f"\n{texts.NOT_ARRIVED_HEAD}"
    for facility in found.not_arrived:
        yield texts.NOT_ARRIVED_LINE.format(code=facility.code, name=facility.name)
    if found.turned:
        yield f"\n{texts.REFUSED_HEAD}"
    for turned in found.turned:
        yield texts.REFUSED_LINE.format(file=turned.file, reason=turned.reason)


def _columns(*values: str) -> str:
    code, revision, state, *counts, right, name = values
    shown = "".join(f"{count:>6}" for count in counts)
    return f"  {code:<10}{revision:>4}  {shorten(state, 12):<12}{shown}  {right:<5} {name}"
