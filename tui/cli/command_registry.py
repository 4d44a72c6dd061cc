"""The one list of commands. The module of a command is imported when the command is named, not before."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from tui.jobs.workspace import Workspace
from tui.texts import command_line_words


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
    Command("import", command_line_words.HELP_IMPORT, "import_file"),
    Command("derive", command_line_words.HELP_DERIVE, "derive"),
    Command("tables", command_line_words.HELP_TABLES, "tables"),
    Command("check", command_line_words.HELP_CHECK, "check"),
    Command("roll", command_line_words.HELP_ROLL, "roll"),
    Command("export", command_line_words.HELP_EXPORT, "export"),
    Command("fill", command_line_words.HELP_FILL, "fill"),
    Command("send", command_line_words.HELP_SEND, "send"),
    Command("answer", command_line_words.HELP_ANSWER, "answer"),
    Command("diff", command_line_words.HELP_DIFF, "diff"),
    Command("verify", command_line_words.HELP_VERIFY, "verify"),
    Command("combine", command_line_words.HELP_COMBINE, "combine"),
)
COMMAND_BY_NAME = {command.name: command for command in COMMANDS}
