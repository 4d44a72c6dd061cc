"""What the arguments of several commands may be; the text of an error is the end of «Gõ sai lệnh: ...»."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Sequence
from datetime import date

from forms.dossier.roster import SchoolYear
from forms.model.text import parse_date, shorten
from tui.texts import command_line_words

OUTPUT = ("-o", "--output")
STANDARD = "-"
"""Standard input where a file is read, standard output where one is written."""


def school_year(text: str) -> SchoolYear:
    """A school year."""
    year = SchoolYear.parse(text)
    if year is None:
        raise ArgumentTypeError(command_line_words.WRONG_YEAR.format(text=shorten(text)))
    return year


def day(text: str) -> date:
    """A day."""
    parsed = parse_date(text)
    if parsed is None:
        raise ArgumentTypeError(command_line_words.WRONG_DAY.format(text=shorten(text)))
    return parsed


def number(text: str) -> int:
    """A number of a list."""
    if not (text.isascii() and text.isdecimal()):
        raise ArgumentTypeError(command_line_words.WRONG_NUMBER.format(text=shorten(text)))
    return int(text)


def path(text: str) -> str:
    """A path; what it means is told by the command."""
    if not text or "\0" in text:
        raise ArgumentTypeError(command_line_words.WRONG_FOLDER.format(text=shorten(text)))
    return text


def file_ending_in(*endings: str) -> Callable[[str], str]:
    """The name of a file to be written that says what is in it: no other file is overwritten by a slip."""

    def named(text: str) -> str:
        if not path(text).lower().endswith(endings):
            wanted = command_line_words.OR.join(endings)
            raise ArgumentTypeError(
                command_line_words.WRONG_ENDING.format(text=shorten(text), endings=wanted)
            )
        return text

    return named


def one_of(choices: Sequence[str]) -> Callable[[str], str]:
    """One of *choices*; to be given as ``type`` beside them, which the help shows."""

    def choice(text: str) -> str:
        if text not in choices:
            listed = ", ".join(map(repr, choices))
            raise ArgumentTypeError(
                command_line_words.NO_CHOICE.format(what=repr(shorten(text)), choices=listed)
            )
        return text

    return choice


def add_output(parser: ArgumentParser, named: Callable[[str], str] = path, words: str = "") -> None:
    """``-o``."""
    parser.add_argument(
        *OUTPUT, metavar=command_line_words.FILE, type=named, help=words or command_line_words.HELP_OUTPUT
    )


def demand_ending(output: str, *endings: str) -> None:
    """What ``-o`` named ends in one of them. Raises ArgumentTypeError; for endings that depend on other arguments."""
    try:
        file_ending_in(*endings)(output)
    except ArgumentTypeError as error:
        wrong = command_line_words.WRONG_VALUE.format(name="/".join(OUTPUT), what=error)
        raise ArgumentTypeError(wrong) from None


def add_json(parser: ArgumentParser) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help=command_line_words.HELP_JSON)
