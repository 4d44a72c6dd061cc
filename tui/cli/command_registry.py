"""The one list of commands. The module of a command is imported when the command is named, not before."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from forms.model.declared import Frozen
from tui.texts import command_line_words
from tui.texts.revisions import history_words
from tui.texts.sessions import keeping_words, kit_words, lesson_words

if TYPE_CHECKING:
    from tui.jobs.workspace import Workspace


class CommandModule(Protocol):
    """What the module of a command holds."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Its arguments."""

    def run(self, workspace: Workspace, options: Namespace) -> int:
        """Carry it out, data to stdout, messages to stderr; the exit status. Raises NhomtreError."""


class Command(Frozen):
    """A command: its name, what it does, its module."""

    name: str
    help: str
    module: str

    def load(self) -> CommandModule:
        """Its module. Only what is asked for is imported: the screens pay for no command, and help for none."""
        return cast(CommandModule, import_module(f"tui.cli.{self.module}"))


LESSON = Command("lesson", lesson_words.HELP_LESSON, "commands.lesson")
"""The one command that opens the screens."""
COMMANDS = (
    Command("import", command_line_words.HELP_IMPORT, "commands.import_file"),
    Command("campaign", command_line_words.HELP_CAMPAIGN, "commands.official.given_letter"),
    Command("forms", command_line_words.HELP_FORMS, "commands.official.form_sets"),
    Command("derive", command_line_words.HELP_DERIVE, "commands.derive"),
    Command("tables", command_line_words.HELP_TABLES, "commands.tables"),
    Command("check", command_line_words.HELP_CHECK, "commands.check"),
    Command("roll", command_line_words.HELP_ROLL, "commands.roll"),
    Command("export", command_line_words.HELP_EXPORT, "commands.export"),
    Command("fill", command_line_words.HELP_FILL, "commands.official.fill"),
    Command("compare", command_line_words.HELP_COMPARE, "commands.official.compare"),
    Command("send", command_line_words.HELP_SEND, "commands.send"),
    Command("answer", command_line_words.HELP_ANSWER, "commands.answer"),
    Command("diff", command_line_words.HELP_DIFF, "commands.diff"),
    Command("history", history_words.HELP_HISTORY, "commands.keeping.past_changes"),
    Command("verify", command_line_words.HELP_VERIFY, "commands.verify"),
    Command("backup", keeping_words.HELP_BACKUP, "commands.keeping.backup"),
    Command("restore", keeping_words.HELP_RESTORE, "commands.keeping.restore"),
    Command("privacy", keeping_words.HELP_PRIVACY, "commands.keeping.privacy"),
    Command("erase", keeping_words.HELP_ERASE, "commands.keeping.erase"),
    Command("kit", kit_words.HELP_KIT, "commands.installing.offline_kit"),
    LESSON,
    Command("combine", command_line_words.HELP_COMBINE, "commands.combine"),
)
COMMAND_BY_NAME = {command.name: command for command in COMMANDS}
SCREENS = Command("", "", "desks.screens")
"""What a run without a command is."""
LINEAR = Command("", "", "desks.linear")
"""The same in lines."""
RESTRICTED = Command("", "", "desks.restricted")
"""One of these, shut in a folder."""
