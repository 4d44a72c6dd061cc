"""The arguments of the command line: argparse speaking Vietnamese.

The options of every command stand before or after the command.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NoReturn

from forms.dossier.roster import SchoolYear
from forms.model.text import parse_date, shorten
from forms.sets.mn2019.states import ANSWERS
from tui import texts

WRONG_ARGUMENTS = 2
EXPORT_KINDS = ("pdf", "xlsx", "rosters", "json", "missing")
ENCODING_CHOICES = ("convert", "keep")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, texts.USAGE if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Wrong arguments are told in one Vietnamese line; exit status 2."""

    def __init__(self, **more: Any) -> None:
        more.setdefault("formatter_class", _Formatter)
        super().__init__(add_help=False, allow_abbrev=False, **more)
        self._positionals.title = texts.ARGUMENTS
        self._optionals.title = texts.OPTIONS
        self.add_argument("-h", "--help", action="help", help=texts.HELP_HELP)

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_ARGUMENTS, texts.WRONG_ARGUMENTS.format(what=_vietnamese(message)) + "\n")


def _vietnamese(message: str) -> str:
    for pattern, ours in texts.ARGPARSE:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return ours.format(**{name: shorten(text, 200) for name, text in match.groupdict().items()})
    return message


def _year(text: str) -> SchoolYear:
    year = SchoolYear.parse(text)
    if year is None:
        raise argparse.ArgumentTypeError(texts.WRONG_YEAR.format(text=shorten(text)))
    return year


def _day(text: str) -> date:
    day = parse_date(text)
    if day is None:
        raise argparse.ArgumentTypeError(texts.WRONG_DAY.format(text=shorten(text)))
    return day


def _path(text: str) -> str:
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError(texts.WRONG_FOLDER.format(text=shorten(text)))
    return text


def _common(parser: argparse.ArgumentParser, *, again: bool) -> None:
    """The options that stand before or after the command; *again* leaves what stood before as it is."""
    default: Any = argparse.SUPPRESS if again else None
    off: Any = argparse.SUPPRESS if again else False
    group = parser.add_argument_group(texts.OPTIONS) if again else parser
    group.add_argument("--data", metavar="DIR", type=_path, default=default, help=texts.HELP_DATA)
    group.add_argument("--demo", action="store_true", default=off, help=texts.HELP_DEMO)
    group.add_argument("--reset", action="store_true", default=off, help=texts.HELP_RESET)
    group.add_argument("--year", metavar="YYYY-YYYY", type=_year, default=default, help=texts.HELP_YEAR)
    group.add_argument("--today", metavar="YYYY-MM-DD", type=_day, default=default, help=texts.HELP_TODAY)


def _fill_import(parser: _Parser) -> None:
    parser.add_argument("file", metavar="FILE", type=_path, help=texts.HELP_IMPORT_FILE)
    parser.add_argument("--dry-run", action="store_true", help=texts.HELP_DRY_RUN)
    parser.add_argument("--replace", action="store_true", help=texts.HELP_REPLACE)
    parser.add_argument("--accept-valid", action="store_true", help=texts.HELP_ACCEPT_VALID)
    parser.add_argument("--encoding", choices=ENCODING_CHOICES, help=texts.HELP_ENCODING)


def _fill_json(parser: _Parser) -> None:
    parser.add_argument("--json", action="store_true", help=texts.HELP_JSON)


def _fill_roll(parser: _Parser) -> None:
    parser.add_argument("--to", metavar="YYYY-YYYY", type=_year, required=True, help=texts.HELP_ROLL_TO)
    parser.add_argument("--dry-run", action="store_true", help=texts.HELP_DRY_RUN)


def _fill_export(parser: _Parser) -> None:
    parser.add_argument("kind", choices=EXPORT_KINDS, help=texts.HELP_EXPORT_KIND)
    parser.add_argument("-o", "--output", metavar="PATH", type=_path, help=texts.HELP_OUTPUT)
    parser.add_argument("--blank", action="store_true", help=texts.HELP_BLANK)


def _fill_fill(parser: _Parser) -> None:
    parser.add_argument("template", metavar="TEMPLATE", type=_path, help=texts.HELP_TEMPLATE)
    parser.add_argument("-o", "--output", metavar="PATH", type=_path, help=texts.HELP_OUTPUT)


def _fill_send(parser: _Parser) -> None:
    parser.add_argument("--by", metavar="HỌ TÊN", required=True, help=texts.HELP_SEND_BY)
    parser.add_argument(
        "--explain", metavar="QUY_TẮC=LỜI", type=_explanation, action="append", help=texts.HELP_SEND_EXPLAIN
    )


def _explanation(text: str) -> tuple[str, str]:
    rule, equals, words = text.partition("=")
    if not (rule.strip() and equals and words.strip()):
        raise argparse.ArgumentTypeError(texts.WRONG_EXPLAIN.format(text=shorten(text)))
    return rule.strip(), words


def _fill_answer(parser: _Parser) -> None:
    parser.add_argument("what", metavar="|".join((*ANSWERS, "FILE")), type=_path, help=texts.HELP_ANSWER_WHAT)
    parser.add_argument("--note", metavar="LỜI", help=texts.HELP_ANSWER_NOTE)
    parser.add_argument("--by", metavar="HỌ TÊN", help=texts.HELP_ANSWER_BY)
    parser.add_argument(
        "--at",
        metavar="CHỖ[=LỜI]",
        dest="remarks",
        type=lambda text: text.partition("=")[::2],
        action="append",
        help=texts.HELP_ANSWER_AT,
    )


def _fill_diff(parser: _Parser) -> None:
    parser.add_argument("first", metavar="A", nargs="?", help=texts.HELP_DIFF_SIDE)
    parser.add_argument("second", metavar="B", nargs="?", help=texts.HELP_DIFF_SIDE)
    _fill_json(parser)


def _fill_verify(parser: _Parser) -> None:
    parser.add_argument("what", metavar="CODE|FILE", type=_path, help=texts.HELP_VERIFY_WHAT)
    _fill_json(parser)


def _fill_combine(parser: _Parser) -> None:
    parser.add_argument("paths", metavar="FOLDER|FILE", nargs="+", type=_path, help=texts.HELP_COMBINE_PATHS)
    _fill_json(parser)
    parser.add_argument("-o", "--output", metavar="PATH", type=_sum_file, help=texts.HELP_COMBINE_OUTPUT)
    parser.add_argument("--progress-list", metavar="PATH", type=_list_file, help=texts.HELP_PROGRESS_LIST)


def _sum_file(text: str) -> str:
    if not _path(text).lower().endswith((".xlsx", ".pdf")):
        raise argparse.ArgumentTypeError(texts.WRONG_SUM_FILE.format(text=shorten(text)))
    return text


def _list_file(text: str) -> str:
    if not _path(text).lower().endswith(".xlsx"):
        raise argparse.ArgumentTypeError(texts.WRONG_LIST_FILE.format(text=shorten(text)))
    return text


_COMMANDS: tuple[tuple[str, str, Callable[[_Parser], None]], ...] = (
    ("import", texts.HELP_IMPORT, _fill_import),
    ("derive", texts.HELP_DERIVE, _fill_json),
    ("tables", texts.HELP_TABLES, _fill_json),
    ("check", texts.HELP_CHECK, _fill_json),
    ("roll", texts.HELP_ROLL, _fill_roll),
    ("export", texts.HELP_EXPORT, _fill_export),
    ("fill", texts.HELP_FILL, _fill_fill),
    ("send", texts.HELP_SEND, _fill_send),
    ("answer", texts.HELP_ANSWER, _fill_answer),
    ("diff", texts.HELP_DIFF, _fill_diff),
    ("verify", texts.HELP_VERIFY, _fill_verify),
    ("combine", texts.HELP_COMBINE, _fill_combine),
)


def _parser(given: Sequence[str]) -> _Parser:
    """The parser of this run: only commands that are named get their options, the screens start without."""
    parser = _Parser(prog=texts.PROGRAM, description=texts.DESCRIPTION, epilog=texts.EPILOG)
    _common(parser, again=False)
    parser.add_argument("--at", metavar="PLACE", help=texts.HELP_AT)
    parser.add_argument("--office", metavar="FOLDER", type=_path, help=texts.HELP_OFFICE)
    parser.add_argument("--ascii", action="store_true", help=texts.HELP_ASCII)
    commands = parser.add_subparsers(title=texts.COMMANDS, dest="command", metavar=texts.COMMAND)
    for name, help_text, fill in _COMMANDS:
        command: _Parser = commands.add_parser(name, help=help_text, description=help_text)
        if name in given:
            _common(command, again=True)
            fill(command)
    return parser


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The arguments of this run; exits with status 2 when they are wrong, 0 after help."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = _parser(given)
    options = parser.parse_args(given)
    if options.reset and not options.demo:
        parser.error(texts.RESET_NEEDS_DEMO)
    if options.office is not None and (options.command or options.demo):
        parser.error(texts.OFFICE_ALONE)
    return options
