"""The subcommands: each takes the workspace and its options, writes data to stdout and messages to stderr."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from forms.dossier.content import Edit, difference
from forms.model.errors import Refused
from forms.model.issue import Issue, Severity
from forms.model.text import format_number
from forms.model.values import dumps
from forms.package.parts import PackageRefused
from forms.package.reader import read
from forms.report.figures import Figures, FiguresOf, take
from forms.sets.mn2019.records import LISTS
from forms.sets.mn2019.tables import TABLE_BY_ID, TABLES
from forms.sets.mn2019.tables.columns import column_title, own_block
from tui import texts
from tui.cli.output import notices, say, show
from tui.cli.table_lines import table_lines
from tui.jobs.answering import answer
from tui.jobs.combining import combine
from tui.jobs.comparing import diff
from tui.jobs.exporting import export
from tui.jobs.filling import fill_template
from tui.jobs.rolling import roll
from tui.jobs.sending import send
from tui.jobs.user_files import bytes_of
from tui.jobs.verifying import verify
from tui.jobs.workspace import Workspace

DONE, FOUND_ERRORS = 0, 1


def import_file(workspace: Workspace, options: Namespace) -> int:
    """Make the dossier of the package's school year equal to it and take the figures, as one undoable change.

    A workbook of records is taken in row by row instead.
    """
    from tui.jobs.importing import import_workbook, is_workbook

    if is_workbook(Path(options.file)):
        return import_workbook(workspace, options)
    try:
        package = read(bytes_of(Path(options.file)))
        year = package.year
        present = workspace.present(year)
        wanted = workspace.adopted(package, present, replace=options.replace)
    except PackageRefused as error:
        for offence in error.offences:
            say(f"  {offence}")
        raise Refused(texts.IMPORT_REFUSED.format(count=len(error.offences))) from None
    edits = difference(present, wanted)
    counts = {place: len(wanted.records(place)) for place in texts.PLACES}
    if options.dry_run:
        show(texts.WOULD_CHANGE.format(year=year, count=len(edits), **counts))
        for line in _list_changes(edits):
            show(line)
    elif not edits:
        say(texts.UNCHANGED.format(year=year))
    else:
        with workspace.open(write=True, year=year, create=True) as session:
            notices(session.notices)
            session.dossier.commit(difference(session.dossier.content, wanted))
        say(texts.IMPORTED.format(year=year, **counts))
    _say_issue_count(workspace.report(wanted).issues)
    return DONE


def _list_changes(edits: tuple[Edit, ...]) -> Iterator[str]:
    for record in LISTS:
        whole = [edit for edit in edits if edit.path[0] == record.place and len(edit.path) == 2]
        fields = {edit.path[1] for edit in edits if edit.path[0] == record.place and len(edit.path) > 2}
        added, removed = ({edit.path[1] for edit in whole if side(edit) is None} for side in (_old, _new))
        moved = added & removed
        if whole or fields:
            yield texts.LIST_CHANGES.format(
                place=texts.PLACES[record.place],
                added=len(added - moved),
                removed=len(removed - moved),
                changed=len(fields | moved),
            )


def _old(edit: Edit) -> Any:
    return edit.old


def _new(edit: Edit) -> Any:
    return edit.new


def derive(workspace: Workspace, options: Namespace) -> int:
    """Lấy dữ liệu: take the figures of tables 1-3 again and tell every cell that changed."""
    figures_of = FiguresOf()
    with workspace.open(write=True) as session:
        notices(session.notices)
        before = session.dossier.content
        old = figures_of(before)
        session.dossier.commit(take(before, workspace.now()))
        after = session.dossier.content
        changes = list(cell_changes(old, figures_of(after)))
    if options.json:
        show(dumps(changes, indent=1, sort=False))
    else:
        for change in changes:
            show(_changed_cell(change))
    if own_block(after.roster.facility.get("ownership")) is None:
        say(texts.NO_OWN_BLOCK)
    else:
        say(texts.DERIVED.format(count=len(changes)) if changes else texts.NOTHING_DERIVED)
    return DONE


def cell_changes(old: Figures, new: Figures) -> Iterator[dict[str, Any]]:
    """The cells that differ: table, row, column, old, new."""
    for table in TABLES:
        for key, row in new.tables[table.id].items():
            before = old.tables[table.id][key]
            for column, was, now in zip(table.columns, before, row, strict=True):
                if was != now:
                    yield {"table": table.id, "row": key, "column": column.key, "old": was, "new": now}


def _changed_cell(change: Mapping[str, Any]) -> str:
    table = TABLE_BY_ID[change["table"]]
    was, now = (
        texts.EMPTY if change[side] is None else format_number(change[side]) for side in ("old", "new")
    )
    return texts.CELL_CHANGED.format(
        table=table.title,
        row=table.row_by_key[change["row"]].ma_so,
        column=column_title(table.column_by_key[change["column"]]),
        old=was,
        new=now,
    )


def tables(workspace: Workspace, options: Namespace) -> int:
    """The figures of the five tables."""
    with workspace.open(write=False) as session:
        notices(session.notices)
        figures = FiguresOf()(session.dossier.content)
    if options.json:
        show(dumps(figures.as_json(), indent=1, sort=False))
    else:
        for table in TABLES:
            show("\n".join(table_lines(table, figures, figures.block)))
    return DONE


def check(workspace: Workspace, options: Namespace) -> int:
    """Every issue; 1 when one of them is an error."""
    with workspace.open(write=False) as session:
        notices(session.notices)
        issues = workspace.report(session.dossier.content).issues
    if options.json:
        show(dumps([_issue(issue) for issue in issues], indent=1, sort=False))
    else:
        for issue in issues:
            show(f"{texts.SEVERITY[issue.severity]} {issue.rule}: {issue.sentence}")
        _say_issue_count(issues)
    return FOUND_ERRORS if any(issue.severity is Severity.ERROR for issue in issues) else DONE


def _issue(issue: Issue) -> dict[str, Any]:
    return {
        "rule": issue.rule,
        "severity": issue.severity,
        "table": issue.place.table,
        "row": issue.place.row,
        "column": issue.place.column,
        "record": issue.place.record,
        "field": issue.place.field,
        "message": issue.sentence,
    }


def _say_issue_count(issues: Any) -> None:
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    if issues:
        say(texts.ISSUE_COUNT.format(errors=errors, warnings=len(issues) - errors))
    else:
        say(texts.NO_ISSUES)


COMMANDS: dict[str, Callable[[Workspace, Namespace], int]] = {
    "import": import_file,
    "derive": derive,
    "tables": tables,
    "check": check,
    "roll": roll,
    "export": export,
    "fill": fill_template,
    "send": send,
    "answer": answer,
    "diff": diff,
    "verify": verify,
    "combine": combine,
}
