"""The arguments of the command line: argparse speaking Vietnamese.

The options of every command stand before or after the command.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from forms.model.text import harmless, shorten
from tui.cli import argument_types, console
from tui.cli.command_registry import (
    COMMANDS,
    LESSON,
)
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.sessions.letter_set import LetterSet, plainest
from tui.texts import command_line_words
from tui.texts.sessions import lesson_words

LONGEST_ARGUMENT = 200
"""Characters of what was given."""
NO_MARKS, ASCII = "--no-marks", "--ascii"
"""The options about letters."""


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        # argparse makes one for each argument, and to know the width by itself it loads whatever copies files
        super().__init__(prog, width=console.printed_width() - 2)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, command_line_words.USAGE if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Wrong arguments are told in one Vietnamese line; exit status 2.

    What argparse says of them is English and is not read: which argument it is about, and what was given, tell.
    """

    def __init__(self, **more: Any) -> None:
        more.setdefault("formatter_class", _Formatter)
        super().__init__(add_help=False, allow_abbrev=False, exit_on_error=False, **more)
        self._positionals.title = command_line_words.ARGUMENTS
        self._optionals.title = command_line_words.OPTIONS
        self.add_argument("-h", "--help", action="help", help=command_line_words.HELP_HELP)
        self._options = argparse.Namespace()

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str], namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does; exits when an argument is wrong."""
        self._options = namespace or argparse.Namespace()
        try:
            return super().parse_known_args(args, self._options)
        except argparse.ArgumentError as error:
            self.fail(self._what_is_wrong(error, args))

    def _what_is_wrong(self, error: argparse.ArgumentError, given: Sequence[str]) -> str:
        name = error.argument_name or ""
        if isinstance(error.__context__, argparse.ArgumentTypeError):
            return command_line_words.WRONG_VALUE.format(name=name, what=_short(str(error.__context__)))
        if name == command_line_words.COMMAND:
            return command_line_words.NO_COMMAND.format(what=_short(repr(_first_word(given))))
        action = next(action for action in self._actions if _name_of(action) == name)
        if action.nargs != 0:
            return command_line_words.NO_VALUE.format(name=name)
        values = (_value_in(argument, action.option_strings) for argument in given)
        value = next(value for value in values if value is not None)
        return command_line_words.TAKES_NO_VALUE.format(name=name, what=_short(repr(value)))

    def error(self, message: str) -> NoReturn:
        """An argument is missing: the one thing that argparse tells here, once all others are read."""
        absent = [
            _name_of(action)
            for action in self._actions
            if action.required and getattr(self._options, action.dest, None) is None
        ]
        self.fail(command_line_words.ABSENT.format(what=_short(", ".join(absent))))

    def fail(self, what: str) -> NoReturn:
        """Say what is wrong, and exit."""
        self.exit(
            ExitStatus.WRONG_ARGUMENTS, command_line_words.WRONG_ARGUMENTS.format(what=harmless(what)) + "\n"
        )


class _CommandParser(_Parser):
    """The arguments of a command. Of one that is not named only the name and the help are read: it is never begun."""

    def __init__(self, **more: Any) -> None:
        self._more = more

    def begin(self) -> None:
        """Be ready for arguments."""
        super().__init__(**self._more)


def _short(text: str) -> str:
    return shorten(text, LONGEST_ARGUMENT)


def _name_of(action: argparse.Action) -> str:
    """As the help calls it, and ``ArgumentError.argument_name``."""
    return "/".join(action.option_strings) or str(action.metavar or action.dest)


def _value_in(argument: str, options: Sequence[str]) -> str | None:
    """«1» of ``--demo=1``, «x» of ``-hx``; None when it is none of the options with a value."""
    for option in options:
        if argument.startswith(option) and argument != option:
            value = argument.removeprefix(option)
            if not option.startswith("--"):
                return value.removeprefix("=")
            if value.startswith("="):
                return value[1:]
    return None


def _first_word(given: Sequence[str]) -> str:
    """What stands where a command is meant: the first argument that is neither an option nor the value of one."""
    _, rest = _options_parser().parse_known_args(given)
    return next((word for word in rest if not word.startswith("-")), rest[0])


def _common(parser: argparse.ArgumentParser, *, again: bool) -> None:
    """The options that stand before or after the command; *again* leaves what stood before as it is."""
    default: Any = argparse.SUPPRESS if again else None
    off: Any = argparse.SUPPRESS if again else False
    group = parser.add_argument_group(command_line_words.OPTIONS) if again else parser
    group.add_argument(
        "--data",
        metavar=command_line_words.FOLDER,
        type=argument_types.path,
        default=default,
        help=command_line_words.HELP_DATA,
    )
    group.add_argument("--demo", action="store_true", default=off, help=command_line_words.HELP_DEMO)
    group.add_argument("--reset", action="store_true", default=off, help=command_line_words.HELP_RESET)
    group.add_argument(
        "--year",
        metavar=command_line_words.SCHOOL_YEAR,
        type=argument_types.school_year,
        default=default,
        help=command_line_words.HELP_YEAR,
    )
    group.add_argument(
        "--today",
        metavar=command_line_words.DAY,
        type=argument_types.day,
        default=default,
        help=command_line_words.HELP_TODAY,
    )
    group.add_argument(NO_MARKS, action="store_true", default=off, help=command_line_words.HELP_NO_MARKS)
    group.add_argument(ASCII, action="store_true", default=off, help=command_line_words.HELP_ASCII)


def _options_parser() -> _Parser:
    """The options that stand before a command."""
    parser = _Parser(
        prog=command_line_words.PROGRAM,
        description=command_line_words.DESCRIPTION,
        epilog=command_line_words.EPILOG,
    )
    _common(parser, again=False)
    parser.add_argument("--at", metavar=command_line_words.PLACE, help=command_line_words.HELP_AT)
    parser.add_argument(
        "--office",
        metavar=command_line_words.FOLDER,
        type=argument_types.path,
        help=command_line_words.HELP_OFFICE,
    )
    parser.add_argument("--linear", action="store_true", help=command_line_words.HELP_LINEAR)
    parser.add_argument(
        "--restricted",
        metavar=command_line_words.FOLDER,
        type=argument_types.path,
        help=command_line_words.HELP_RESTRICTED,
    )
    parser.add_argument("--mouse", action="store_true", help=command_line_words.HELP_MOUSE)
    parser.add_argument("--present", action="store_true", help=lesson_words.HELP_PRESENT)
    return parser


def _parser(given: Sequence[str]) -> _Parser:
    """The parser of this run: only commands that are named get their options, the screens start without."""
    parser = _options_parser()
    commands = parser.add_subparsers(
        title=command_line_words.COMMANDS,
        dest="command",
        metavar=command_line_words.COMMAND,
        prog=parser.prog,  # else a usage is laid out to begin those of the commands
        parser_class=_CommandParser,
    )
    for command in COMMANDS:
        own: _CommandParser = commands.add_parser(command.name, help=command.help, description=command.help)
        if command.name in given:
            own.begin()
            _common(own, again=True)
            command.load().add_arguments(own)
    return parser


def asks_for_plain_letters(given: Sequence[str]) -> bool:
    """Whether one of the options about letters is among the arguments: before anything is read of them, or said."""
    return NO_MARKS in given or ASCII in given


def parse(given: Sequence[str]) -> argparse.Namespace:
    """The arguments of this run; exits with status 2 when they are wrong, 0 after help."""
    parser = _parser(given)
    options, unknown = parser.parse_known_args(given)
    if unknown:
        parser.fail(command_line_words.UNKNOWN.format(what=_short(" ".join(unknown))))
    if options.present and options.command is None and not options.demo:
        # nobody shows a hall the records of her own children
        options.command, options.file, options.json = LESSON.name, None, False
    is_lesson = options.command == LESSON.name
    if options.present and (options.linear or options.office is not None):
        parser.fail(lesson_words.PRESENT_ON_SCREENS)
    if options.reset and not (options.demo or is_lesson):
        parser.fail(command_line_words.RESET_NEEDS_DEMO)
    if options.demo and is_lesson:
        parser.fail(command_line_words.LESSON_WITHOUT_DEMO)
    if options.office is not None and (options.command or options.demo or options.linear):
        parser.fail(command_line_words.OFFICE_ALONE)
    if options.linear and options.command and not is_lesson:
        parser.fail(command_line_words.LINEAR_ALONE)
    if options.restricted is not None:
        if options.command or options.data is not None or options.office is not None:
            parser.fail(command_line_words.RESTRICTED_ALONE)
        options.data = os.path.realpath(options.restricted)
    asked = ((options.no_marks, LetterSet.UNMARKED), (options.ascii, LetterSet.ASCII))
    options.letters = plainest(letters for is_asked, letters in asked if is_asked)
    options.has_screen = not options.linear and (options.command is None or (is_lesson and not options.json))
    return options
