"""The arguments of the command line: argparse speaking Vietnamese.

The options of every command stand before or after the command.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from forms.model.text import shorten
from tui.cli import argument_types
from tui.cli.command_registry import (
    COMMANDS,
)
from tui.texts import command_line_words

WRONG_ARGUMENTS = 2


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, command_line_words.USAGE if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Wrong arguments are told in one Vietnamese line; exit status 2."""

    def __init__(self, **more: Any) -> None:
        more.setdefault("formatter_class", _Formatter)
        super().__init__(add_help=False, allow_abbrev=False, **more)
        self._positionals.title = command_line_words.ARGUMENTS
        self._optionals.title = command_line_words.OPTIONS
        self.add_argument("-h", "--help", action="help", help=command_line_words.HELP_HELP)

    def error(self, message: str) -> NoReturn:
        self.exit(
            WRONG_ARGUMENTS, command_line_words.WRONG_ARGUMENTS.format(what=_vietnamese(message)) + "\n"
        )


def _vietnamese(message: str) -> str:
    for pattern, ours in command_line_words.ARGPARSE:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return ours.format(**{name: shorten(text, 200) for name, text in match.groupdict().items()})
    return message


def _common(parser: argparse.ArgumentParser, *, again: bool) -> None:
    """The options that stand before or after the command; *again* leaves what stood before as it is."""
    default: Any = argparse.SUPPRESS if again else None
    off: Any = argparse.SUPPRESS if again else False
    group = parser.add_argument_group(command_line_words.OPTIONS) if again else parser
    group.add_argument(
        "--data", metavar="DIR", type=argument_types.path, default=default, help=command_line_words.HELP_DATA
    )
    group.add_argument("--demo", action="store_true", default=off, help=command_line_words.HELP_DEMO)
    group.add_argument("--reset", action="store_true", default=off, help=command_line_words.HELP_RESET)
    group.add_argument(
        "--year",
        metavar="YYYY-YYYY",
        type=argument_types.school_year,
        default=default,
        help=command_line_words.HELP_YEAR,
    )
    group.add_argument(
        "--today",
        metavar="YYYY-MM-DD",
        type=argument_types.day,
        default=default,
        help=command_line_words.HELP_TODAY,
    )


def _parser(given: Sequence[str]) -> _Parser:
    """The parser of this run: only commands that are named get their options, the screens start without."""
    parser = _Parser(
        prog=command_line_words.PROGRAM,
        description=command_line_words.DESCRIPTION,
        epilog=command_line_words.EPILOG,
    )
    _common(parser, again=False)
    parser.add_argument("--at", metavar="PLACE", help=command_line_words.HELP_AT)
    parser.add_argument(
        "--office", metavar="FOLDER", type=argument_types.path, help=command_line_words.HELP_OFFICE
    )
    parser.add_argument("--ascii", action="store_true", help=command_line_words.HELP_ASCII)
    commands = parser.add_subparsers(
        title=command_line_words.COMMANDS, dest="command", metavar=command_line_words.COMMAND
    )
    for command in COMMANDS:
        own: _Parser = commands.add_parser(command.name, help=command.help, description=command.help)
        if command.name in given:
            _common(own, again=True)
            command.load().add_arguments(own)
    return parser


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The arguments of this run; exits with status 2 when they are wrong, 0 after help."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = _parser(given)
    options = parser.parse_args(given)
    if options.reset and not options.demo:
        parser.error(command_line_words.RESET_NEEDS_DEMO)
    if options.office is not None and (options.command or options.demo):
        parser.error(command_line_words.OFFICE_ALONE)
    return options
