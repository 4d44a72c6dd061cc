"""What the arguments of several commands may be; the text of an error is the end of «Gõ sai lệnh: ...»."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Sequence
from datetime import date

from forms.dossier.roster import SchoolYear
from forms.model.text import parse_date, shorten
from tui.texts import command_line_words


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


def path(text: str) -> str:
    """A path; what it means is told by the command."""
    if not text or "\0" in text:
        raise ArgumentTypeError(command_line_words.WRONG_FOLDER.format(text=shorten(text)))
    return text


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


def add_json(parser: ArgumentParser) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help=command_line_words.HELP_JSON)
