"""``nhomtre combine``: the packages and report workbooks of many facilities, checked and added up."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from exports.district.arriving.arrivals import (
    Arrival,
)
from exports.district.report_sum import Collection
from exports.output.output_files import (
    write_whole,
)
from forms.model.text import shorten
from forms.store.system import named_paths
from tui.cli import argument_types
from tui.cli.output import progress_line, say, show_json, show_lines
from tui.cli.table_lines import table_lines
from tui.jobs.district.combining import combine, sum_file
from tui.jobs.district.sum_kinds import SumFile
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.user_files import refuse_own_file
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words
from tui.texts.district import combining_words

NAME_WIDTH = 30
MOST_ISSUES = 20
"""Of the sum, told one by one."""


def add_arguments(parser: ArgumentParser) -> None:
    """Folders and files; where the sum and the list of who has sent go."""
    parser.add_argument(
        "paths",
        metavar=command_line_words.FOLDER_OR_FILE,
        nargs="+",
        type=argument_types.path,
        help=combining_words.HELP_COMBINE_PATHS,
    )
    argument_types.add_json(parser)
    argument_types.add_output(
        parser,
        argument_types.file_ending_in(SumFile.BOOK.suffix, SumFile.PRINT.suffix),
        combining_words.HELP_COMBINE_OUTPUT,
    )
    parser.add_argument(
        "--progress-list",
        metavar=command_line_words.FILE,
        type=argument_types.file_ending_in(SumFile.PROGRESS.suffix),
        help=combining_words.HELP_PROGRESS_LIST,
    )
    parser.add_argument("--approved", action="store_true", help=combining_words.HELP_APPROVED)


def run(workspace: Workspace, options: Namespace) -> int:
    """Add up what was sent; 1 when a file is not added. Needs no dossier."""
    paths = [named_paths.path_of(path) for path in options.paths]
    collection = combine(
        workspace,
        paths,
        options.year,
        progress_line(combining_words.COMBINING),
        only_approved=options.approved,
    )
    if options.json:
        show_json(_as_json(collection))
        for arrival in collection.added:
            for remark in arrival.remarks:
                say(combining_words.FILE_LINE.format(file=arrival.file, reason=remark))
    else:
        show_lines(_lines(collection))
    if options.progress_list:
        _write(workspace, collection, SumFile.PROGRESS, options.progress_list)
    for one in collection.all_sets:
        if options.output and one.summands:  # that there is no sum is told below
            is_print = options.output.lower().endswith(SumFile.PRINT.suffix)
            path = options.output if one is collection else _beside(options.output, one)
            _write(workspace, one, SumFile.PRINT if is_print else SumFile.BOOK, path)
            if one is not collection:
                say(combining_words.WRITTEN_BESIDE.format(form=one.form.code, path=path))
    for one in collection.all_sets:
        _say_issues(one)
        say(_outcome(one))
        if collection.beside:
            say(combining_words.OF_SET.format(form=one.form.code, name=one.form.name))
    return _status(paths, collection)


def _status(paths: Sequence[Path], collection: Collection) -> ExitStatus:
    """3 when a path is not there that was named, or nothing is added up since a file cannot be read."""
    is_unread = any(turned.is_unread for turned in collection.exclusions) and not collection.summands
    if is_unread or not all(map(os.path.lexists, paths)):
        return ExitStatus.NOT_READ_OR_WRITTEN
    return ExitStatus.REFUSED if collection.exclusions else ExitStatus.DONE


def _outcome(collection: Collection) -> str:
    taken, turned = len(collection.summands), len(collection.exclusions)
    if not taken:
        return combining_words.COMBINED_NOTHING.format(turned=turned)
    year = collection.school_year
    text = combining_words.COMBINED if year else combining_words.COMBINED_WITHOUT_YEAR
    return text.format(year=year, taken=taken, turned=turned)


def _beside(path: str, collection: Collection) -> str:
    """Where the sum of another set goes: ``tong-hop_boat7.pdf`` beside ``tong-hop.pdf``."""
    stem, ending = os.path.splitext(path)  # noqa: PTH122
    return f"{stem}_{collection.form.id}{ending}"


def _write(workspace: Workspace, collection: Collection, kind: SumFile, path: str) -> None:
    goal = named_paths.path_of(path)
    refuse_own_file(workspace, goal)
    write_whole(goal, sum_file(workspace, collection, kind))


def _say_issues(collection: Collection) -> None:
    if not collection.summands or not collection.issues:
        return
    for issue in collection.issues[:MOST_ISSUES]:
        say(combining_words.SUM_ISSUE.format(message=issue.sentence))
    if len(collection.issues) > MOST_ISSUES:
        say(combining_words.SUM_MORE_ISSUES.format(count=len(collection.issues) - MOST_ISSUES))
    say(combining_words.SUM_ISSUES.format(count=len(collection.issues)))


def _as_json(collection: Collection) -> dict[str, Any]:
    beside = [{"form": one.form.name, **_sum_as_json(one)} for one in collection.beside]
    return {
        "school_year": str(collection.school_year) if collection.school_year else None,
        **_sum_as_json(collection),
        **({"other_forms": beside} if beside else {}),
        "refused": [
            {
                "file": turned.file,
                "reason": turned.reason,
                "request": collection.request_for(turned) or None,
            }
            for turned in collection.exclusions
        ],
    }


def _sum_as_json(collection: Collection) -> dict[str, Any]:
    return {
        "tables": collection.total.as_json(),
        "facilities": [_facility(arrival, collection) for arrival in collection.summands],
    }


def _facility(arrival: Arrival, collection: Collection) -> dict[str, Any]:
    return {
        "file": arrival.file,
        "code": arrival.facility_code,
        "name": arrival.name,
        "revision": arrival.revision,
        "state": collection.answers.state_of(arrival),
        "sent_at": arrival.sent_at or None,
        "check_code": arrival.check_code,
        "code_right": arrival.code_right,
        "errors": arrival.errors,
        "warnings": arrival.warnings,
        "missing": arrival.missing,
    }


def _lines(collection: Collection) -> Iterator[str]:
    for one in collection.all_sets:
        if collection.beside:
            yield combining_words.SET_HEAD.format(form=one.form.code, name=one.form.name)
        yield from _sum_lines(one)
    if collection.not_arrived:
        yield from ("", combining_words.NOT_ARRIVED_HEAD)
    for facility in collection.not_arrived:
        yield combining_words.NOT_ARRIVED_LINE.format(code=facility.code, name=facility.name)
    if collection.exclusions:
        yield from ("", combining_words.REFUSED_HEAD)
    for turned in collection.exclusions:
        yield combining_words.FILE_LINE.format(file=turned.file, reason=turned.reason)
        if request := collection.request_for(turned):
            yield combining_words.REQUEST_LINE.format(request=request)


def _sum_lines(collection: Collection) -> Iterator[str]:
    for table in collection.form.tables if collection.summands else ():
        yield from table_lines(table, collection.total, table.total_block)
    if collection.summands:
        yield combining_words.SUM_HEAD
        yield _columns(*combining_words.COMBINED_HEAD)
    for arrival in collection.summands:
        missing = combining_words.NO_STATE if arrival.missing is None else str(arrival.missing)
        yield _columns(
            arrival.facility_code or combining_words.NO_STATE,
            str(arrival.revision or combining_words.NO_STATE),
            collection.answers.title_of(arrival, combining_words.NO_STATE),
            str(arrival.errors),
            str(arrival.warnings),
            missing,
            combining_words.COMBINED_CODES[arrival.code_right],
            shorten(arrival.name, NAME_WIDTH),
        )
        for remark in arrival.remarks:
            yield combining_words.REMARK_LINE.format(remark=remark)


def _columns(*values: str) -> str:
    code, revision, state, *counts, right, name = values
    shown = "".join(f"{count:>6}" for count in counts)
    return f"  {code:<10}{revision:>4}  {shorten(state, 12):<12}{shown}  {right:<5} {name}"
