"""Vietnamese text: clean form, search without marks, order of names; numbers and dates in and out.

Everything here is pure. Text is NFC wherever it is kept; it is cleaned when a cell is left, pasted
or imported, never while keys arrive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from unicodedata import category, normalize

MAX_DIGITS = 15
"""A number of more digits does not parse: Excel and binary floats keep 15."""

_LOOK_ALIKES = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "\u00a0": " ", "\u3000": " "})
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_SPACES = r"\s+"


def clean(text: str) -> str:
    """*text* as it is kept: NFC, trimmed, one blank between words, no control or invisible characters."""
    if not (text.isascii() and text.isprintable()):
        text = text.translate(_LOOK_ALIKES)
        if not text.isprintable():
            text = "".join(_visible(char) for char in text)
        # last: an invisible character may have stood between a letter and its mark
        text = normalize("NFC", text)
    return re.sub(_SPACES, " ", text).strip()


def _visible(char: str) -> str:
    if category(char) not in _INVISIBLE:
        return char
    return " " if char in "\t\n\r\x0b\x0c\u2028\u2029" else ""


HARMFUL = "\ufffd"
"""Stands for a character that must not reach a terminal."""


def harmless(text: str) -> str:
    """*text* as one line for a terminal: what it would obey, or write from right to left, or not show, is ``HARMFUL``.

    Letters stay as they are: it may be the name of a file.
    """
    if text.isprintable():
        return text
    return "".join(HARMFUL if category(char) in _INVISIBLE else char for char in text)


def shorten(text: str, limit: int = 60) -> str:
    """*text* for a message: at most *limit* characters."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


class _WithoutMarks(dict[int, int | None]):
    """For ``str.translate``: combining marks go, đ is d."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if category(chr(code)) == "Mn" else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks({ord("đ"): ord("d")})


def fold(text: str) -> str:
    """*text* for searching: lower case, without marks, đ as d."""
    folded = normalize("NFD", text.translate(_LOOK_ALIKES).casefold())
    return normalize("NFC", folded.translate(_WITHOUT_MARKS))


def matches(query: str, text: str) -> bool:
    """Whether every word of *query* begins a word of *text*, in any order.

    A query with marks is compared with its marks, one without finds every spelling.
    """
    if _is_plain(query):
        return _begins(fold(query), f" {_one_line(fold(text))}")
    return _begins(_marked(query), f" {_one_line(_marked(text))}")


def _is_plain(query: str) -> bool:
    return fold(query) == _marked(query)


def _marked(text: str) -> str:
    return normalize("NFC", text).casefold()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _begins(query: str, padded: str) -> bool:
    return all(f" {part}" in padded for part in query.split())


class Finder:
    """Searches many short texts again and again: the folded forms are made once, all together."""

    def __init__(self, texts: Iterable[str]) -> None:
        # a newline before each, so that no text is not one empty text
        joined = "".join(f"\n {text}" for text in map(_one_line, texts))
        self._folded = fold(joined).split("\n")[1:]
        self._marked = _marked(joined).split("\n")[1:]

    def find(self, query: str) -> list[int]:
        """Places of the texts that match; marks that nothing bears (``hoà`` for ``hòa``) are let go."""
        if not _is_plain(query):
            places = _places(_marked(query), self._marked)
            if places:
                return places
        return _places(fold(query), self._folded)


def _places(query: str, padded: Sequence[str]) -> list[int]:
    places = list(range(len(padded)))
    for part in query.split():
        begins = f" {part}"
        places = [place for place in places if begins in padded[place]]
    return places


_LETTERS = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

SyllableKey = tuple[tuple[int, ...], tuple[int, ...]]


@lru_cache(8192)
def syllable_key(syllable: str) -> SyllableKey:
    """Sort key of a syllable: all letters first, then all tones (level, grave, hook, tilde, acute, dot)."""
    letters: list[int] = []
    tones: list[int] = []
    for char in normalize("NFC", syllable).lower():
        parts = normalize("NFD", char)
        base = normalize("NFC", "".join(part for part in parts if part not in _TONES))
        letters.append(_LETTERS.get(base, 100 + ord(base[0])) if base else -1)
        tones.append(next((_TONES[part] for part in parts if part in _TONES), 0))
    return tuple(letters), tuple(tones)


@lru_cache(8192)
def name_key(name: str) -> tuple[SyllableKey, tuple[SyllableKey, ...], SyllableKey] | tuple[()]:
    """Sort key of a person's name: given name, middle names, family name."""
    words = name.split()
    if not words:
        return ()
    return syllable_key(words[-1]), tuple(map(syllable_key, words[1:-1])), syllable_key(words[0])


# patterns are compiled when first used: most commands parse nothing that was typed
_PLAIN = r"[0-9]+"
_GROUPED = r"[1-9][0-9]{0,2}(\.[0-9]{3})+"
_DECIMAL = r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<part>[0-9]+))?"
_POINT = r"[0-9]+\.[0-9]+"


def parse_int(text: str) -> int | None:
    """A whole number, 0 or more, as typed: ``1234`` or ``1.234``; None when it is not one."""
    text = text.strip()
    if not (re.fullmatch(_PLAIN, text) or re.fullmatch(_GROUPED, text)):
        return None
    digits = text.replace(".", "")
    return int(digits) if len(digits.lstrip("0")) <= MAX_DIGITS else None


def parse_decimal(text: str) -> Decimal | None:
    """A number, 0 or more, as typed: ``12,5``, ``1.234,5``, or ``12.5`` where the point can't group thousands."""
    text = text.strip()
    if match := re.fullmatch(_DECIMAL, text):
        number = match["whole"].replace(".", "") + ("." + match["part"] if match["part"] else "")
    elif re.fullmatch(_POINT, text):
        number = text
    else:
        return None
    return Decimal(number) if len(number.replace(".", "").lstrip("0")) <= MAX_DIGITS else None


def format_number(number: int | Decimal) -> str:
    """A number as shown: ``1.234`` or ``1.234,5``."""
    sign, digits, part = _split(number)
    groups: list[str] = []
    while len(digits) > 3:
        digits, last = digits[:-3], digits[-3:]
        groups.insert(0, last)
    return sign + ".".join([digits, *groups]) + ("," + part if part else "")


def plain_number(number: int | Decimal) -> str:
    """A number without thousands points, as a field holds it: ``1234,5``."""
    sign, digits, part = _split(number)
    return sign + digits + ("," + part if part else "")


def _split(number: int | Decimal) -> tuple[str, str, str]:
    text = format(number, "f")
    whole, _, part = text.lstrip("-").partition(".")
    return "-" if text.startswith("-") else "", whole, part.rstrip("0")


_DAY = r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})"
_RUN = r"(\d{2})(\d{2})(\d{2}|\d{4})"


def parse_iso(text: str) -> date | None:
    """``2019-09-30`` as a day; None for any other form and for a day that does not exist."""
    year, month, day = text[:4], text[5:7], text[8:]
    if (
        text[4:5] + text[7:8] != "--"
        or len(day) != 2
        or not (year + month + day).isdigit()
        or not text.isascii()
    ):
        return None
    return _day(year, month, day)


def parse_date(text: str, today: date | None = None) -> date | None:
    """A day as typed: ``1/9/2019``, ``1-9-2019``, ``01092019``, ISO; day first, never swapped.

    A two-digit year is completed only with *today*: to the latest year that is not after it.
    """
    text = text.strip()
    if iso_day := parse_iso(text):
        return iso_day
    match = re.fullmatch(_DAY, text, re.ASCII) or re.fullmatch(_RUN, text, re.ASCII)
    if match is None:
        return None
    day, month, year = match.groups()
    if len(year) == 2:
        if today is None:
            return None
        year = full_year(year, today)
    return _day(year, month, day)


def full_year(text: str, today: date) -> str:
    """Two digits as the latest such year that is not after *today*; any other text as it is."""
    if not re.fullmatch("[0-9]{2}", text.strip()):
        return text
    year = today.year // 100 * 100 + int(text)
    return str(year if year <= today.year else year - 100)


YEARS_BACK = 8
"""Between two days of 29 February there are at most so many years."""


def recent_day(text: str, today: date) -> date | None:
    """A day as typed, with its year or without: ``25/9`` is the latest such day that is not after *today*."""
    match = re.fullmatch(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})", text.strip(), re.ASCII)
    if match is None:
        return parse_date(text, today)
    days = (_day(str(year), match[2], match[1]) for year in range(today.year, today.year - YEARS_BACK, -1))
    return next((day for day in days if day and day <= today), None)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def format_moment(at: str) -> str:
    """A moment kept as ISO, as «14:05 ngày 19/09/2019»; a day alone without the time, anything else as it is."""
    day = parse_iso(at[:10])
    if day is None:
        return at
    return f"{at[11:16]} ngày {format_date(day)}" if len(at) > 10 else format_date(day)


def format_date(day: date) -> str:
    """dd/mm/yyyy."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def runs_told(numbers: Sequence[int]) -> str:
    """Numbers as they are told, those that follow each other together: 3, 5–7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
