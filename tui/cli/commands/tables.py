"""``nhomtre tables``: the figures of the five tables."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from forms.report.figures import FiguresOf
from tui.cli import argument_types
from tui.cli.output import say, show_json, show_lines
from tui.cli.table_lines import table_lines
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace


def add_arguments(parser: ArgumentParser) -> None:
    """``--json``."""
    argument_types.add_json(parser)


def run(workspace: Workspace, options: Namespace) -> int:
    """Show them."""
    figures = FiguresOf()(workspace.read(say))
    if options.json:
        show_json(figures.as_json())
    else:
        for table in figures.form.tables:
            show_lines(table_lines(table, figures, figures.block))
    return ExitStatus.DONE
