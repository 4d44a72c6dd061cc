"""Carries out what was asked for, a command or the screens; tells failures plainly."""

from __future__ import annotations

import gc
from argparse import ArgumentTypeError, Namespace

from forms.model.errors import NhomtreError, Refused, StorageError
from tui.cli import console
from tui.cli.command_registry import COMMAND_BY_NAME, LESSON, LINEAR, RESTRICTED, SCREENS, Command
from tui.cli.output import flush, say
from tui.jobs import bug_log
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.workspace import Workspace, data_folder, lesson_workspace, training_workspace
from tui.texts import command_line_words


def perform(options: Namespace) -> int:
    """Do what *options* name; the exit status of ``main``. What is left over is said after what was done."""
    workspace = _workspace(options)
    status = _status(workspace, options)
    for sentence in workspace.leftovers:
        say(sentence)
    return status


def _status(workspace: Workspace, options: Namespace) -> int:
    try:
        if options.has_screen:
            return _run(workspace, options)
        with console.interruptible():
            return _run(workspace, options)
    except ArgumentTypeError as error:  # an argument that does not go with another one
        say(command_line_words.WRONG_ARGUMENTS.format(what=error))
        return ExitStatus.WRONG_ARGUMENTS
    except NhomtreError as error:
        say(str(error))
        # a workbook that could not be read is both kinds
        is_refusal = isinstance(error, Refused) and not isinstance(error, StorageError)
        return ExitStatus.REFUSED if is_refusal else ExitStatus.NOT_READ_OR_WRITTEN
    except BrokenPipeError:
        # the reader of our output has gone: nothing is left to tell it
        return ExitStatus.NOT_READ_OR_WRITTEN
    except KeyboardInterrupt:
        say(command_line_words.INTERRUPTED)
        return ExitStatus.INTERRUPTED
    except Exception as error:
        say(bug_log.record(error, data_folder(options.data)))
        return ExitStatus.NOT_READ_OR_WRITTEN


def _run(workspace: Workspace, options: Namespace) -> int:
    if options.demo:
        workspace.make_training_copy(again=options.reset)
    run = _command(options).load().run
    if not options.has_screen and not gc.isenabled():  # a command has started; the screens have not
        gc.freeze()
        gc.enable()
    status = run(workspace, options)
    flush()
    return status


def _command(options: Namespace) -> Command:
    if options.command is not None:
        return COMMAND_BY_NAME[options.command]
    if options.restricted is not None:
        return RESTRICTED
    return SCREENS if options.has_screen else LINEAR


def _workspace(options: Namespace) -> Workspace:
    folder = data_folder(options.data)
    if options.command == LESSON.name:
        return lesson_workspace(folder, options.year, options.today)
    if not options.demo:
        return Workspace(folder, chosen_year=options.year, day=options.today)
    return training_workspace(folder, options.year, options.today)
