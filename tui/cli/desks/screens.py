"""The one place where the command line opens the screens, the owner's and the office's."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from tui.cli import console
from tui.cli.desks.lean_imports import lean_imports
from tui.cli.output import show, show_lines
from tui.jobs.sessions.letter_set import plainest
from tui.jobs.sessions.readable_letters import ReadableLetters
from tui.jobs.workspace import Workspace, data_folder
from tui.texts import command_line_words, report_words

with lean_imports():
    from tui.terminal import capabilities  # the canvas below it wraps lines by patterns of textwrap


def run(workspace: Workspace, options: Namespace) -> int:
    """The office's desk when its folder is named, else the owner's screens. Raises UnfitTerminal, StorageError."""
    return _open_app(workspace, options) if options.office is None else _open_office(options)


def _open_app(workspace: Workspace, options: Namespace) -> int:
    """The owner's screens; what can be done without where no terminal is. Raises UnfitTerminal, StorageError."""
    if not capabilities.is_interactive():
        return _welcome(workspace)
    _prepare_terminal()
    with lean_imports():
        # Textual reads the environment that was just prepared when it is imported
        from tui.terminal.app import run as run_app

    letters = _letters(options, workspace.data_folder)
    return run_app(
        workspace,
        capabilities.looks(),
        letters,
        options.at,
        has_mouse=options.mouse,
        presents=options.present,
    )


def _open_office(options: Namespace) -> int:
    """The office's desk on a folder of arrivals. Raises UnfitTerminal, StorageError."""
    if not capabilities.is_interactive():
        raise capabilities.UnfitTerminal(command_line_words.OFFICE_NEEDS_SCREEN)
    _prepare_terminal()
    with lean_imports():
        from tui.terminal.office_app import run_office  # as above; an owner's screens do without the district

    return run_office(
        options.office,
        options.year,
        options.today,
        capabilities.looks(),
        _letters(options, None),
        data_folder(options.data),
        has_mouse=options.mouse,
    )


def _letters(options: Namespace, folder: Path | None) -> ReadableLetters:
    """Those of this terminal; in *folder* stands what was said about others of its kind."""
    known = plainest(filter(None, (options.letters, console.letters_of_locale())))
    return ReadableLetters(known, folder=folder, term=os.environ.get("TERM", ""))


def _prepare_terminal() -> None:
    """For the screens that come now. Raises UnfitTerminal."""
    capabilities.demand_fit()
    capabilities.prepare_environment()


def _welcome(workspace: Workspace) -> int:
    show_lines(command_line_words.WELCOME.split("\n"))
    show(report_words.WELCOME_FOLDER.format(folder=workspace.folder))
    years = ", ".join(map(str, workspace.store.years()))
    show(command_line_words.WELCOME_YEARS.format(years=years) if years else command_line_words.WELCOME_EMPTY)
    return 0
