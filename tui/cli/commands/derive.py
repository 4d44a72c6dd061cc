"""``nhomtre derive``: Lấy dữ liệu, and every cell that changed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from forms.model.text import format_number
from forms.report.figures import Number
from tui.cli import argument_types
from tui.cli.output import say, show, show_json
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.taking import FigureChange, take_again
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words, sheet_words


def add_arguments(parser: ArgumentParser) -> None:
    """``--json``."""
    argument_types.add_json(parser)


def run(workspace: Workspace, options: Namespace) -> int:
    """Take the figures of tables 1-3 again."""
    figures, changes = take_again(workspace, say)
    if options.json:
        show_json([_as_json(change) for change in changes])
    else:
        for change in changes:
            show(_line(change))
    if figures.block is None:
        say(sheet_words.NO_OWN_BLOCK)
    else:
        say(sheet_words.DERIVED.format(count=len(changes)) if changes else sheet_words.NOTHING_DERIVED)
    return ExitStatus.DONE


def _as_json(change: FigureChange) -> dict[str, object]:
    table, row, column, old, new = change
    return {"table": table.id, "row": row.key, "column": column.key, "old": old, "new": new}


def _line(change: FigureChange) -> str:
    return command_line_words.CELL_CHANGED.format(
        table=change.table.title,
        row=change.row.ma_so,
        column=change.column.title,
        old=_figure(change.old),
        new=_figure(change.new),
    )


def _figure(number: Number | None) -> str:
    return command_line_words.EMPTY if number is None else format_number(number)
