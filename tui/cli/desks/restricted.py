"""The desk behind a forced command of sshd: shut in one folder before anybody is asked for anything."""

from __future__ import annotations

import os
from argparse import Namespace

from forms.model.errors import Refused
from forms.store.revisions import EXPORTS
from forms.store.system import named_paths, system_calls
from tui.cli.desks import linear, screens
from tui.jobs.workspace import Workspace
from tui.terminal import capabilities
from tui.texts import command_line_words


def run(workspace: Workspace, options: Namespace) -> int:
    """The screens, or the desk in lines, inside the folder of *workspace*. Raises Refused, UnfitTerminal, StorageError."""
    if os.environ.get("SSH_ORIGINAL_COMMAND"):
        raise Refused(command_line_words.RESTRICTED_COMMAND)
    if options.has_screen and not capabilities.is_interactive():
        raise Refused(command_line_words.RESTRICTED_NEEDS_SCREEN)
    folder = workspace.data_folder
    with system_calls.as_storage_error(command_line_words.RESTRICTED_NO_FOLDER, folder=folder):
        named_paths.shut_in(folder)
        system_calls.make_folder(folder / EXPORTS)
    return screens.run(workspace, options) if options.has_screen else linear.run(workspace, options)
