"""``nhomtre privacy``: what is kept of people, where, why, for how long, and what to do when a stick is lost."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.cli.output import show
from tui.jobs.keeping.what_is_kept import what_is_kept
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace
from tui.texts.sessions import erasing_words, privacy_words


def add_arguments(parser: ArgumentParser) -> None:
    """None of its own."""


def run(workspace: Workspace, options: Namespace) -> int:
    """Show it; also where there is no dossier yet."""
    for heading, items in what_is_kept(workspace.folder, workspace.present(workspace.year)):
        show(privacy_words.HEADING.format(text=heading))
        for item in items:
            show(erasing_words.LINE.format(text=item))
    return ExitStatus.DONE
