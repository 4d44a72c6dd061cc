"""The one list of commands. The module of a command is imported when the command is named, not before."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from tui import texts
from tui.jobs.workspace import Workspace


class CommandModule(Protocol):
    """What a module of ``tui.cli.commands`` holds."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Its arguments."""

    def run(self, workspace: Workspace, options: Namespace) -> int:
        """Carry it out, data to stdout, messages to stderr; the exit status. Raises NhomtreError."""


class Command(NamedTuple):
    """A command: its name, what it does, its module."""

    name: str
    help: str
    module: str

    def load(self) -> CommandModule:
        """Its module. Only what is asked for is imported: a start of the screens pays for no command."""
        return cast(CommandModule, import_module(f"tui.cli.commands.{self.module}"))


COMMANDS = (
    Command("import", texts.HELP_IMPORT, "import_file"),
    Command("derive", texts.HELP_DERIVE, "derive"),
    Command("tables", texts.HELP_TABLES, "tables"),
    Command("check", texts.HELP_CHECK, "check"),
    Command("roll", texts.HELP_ROLL, "roll"),
    Command("export", texts.HELP_EXPORT, "export"),
    Command("fill", texts.HELP_FILL, "fill"),
    Command("send", texts.HELP_SEND, "send"),
    Command("answer", texts.HELP_ANSWER, "answer"),
    Command("diff", texts.HELP_DIFF, "diff"),
    Command("verify", texts.HELP_VERIFY, "verify"),
    Command("combine", texts.HELP_COMBINE, "combine"),
)
COMMAND_BY_NAME = {command.name: command for command in COMMANDS}
