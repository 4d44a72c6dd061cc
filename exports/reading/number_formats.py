"""What a number in a cell looks like: a day, a time, a code with leading zeros, or the number itself."""

import re
from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple


class NumberFormat(NamedTuple):
    """How numbers are shown: as a day (with its time of day), or with at least *digits* digits."""

    is_date: bool = False
    has_time: bool = False
    digits: int = 0


PLAIN = NumberFormat()

_DAYS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_TIMES = frozenset((18, 19, 20, 21, 22, 45, 46, 47))

# quoted text, escaped, filling and skipped characters, conditions, colours and languages; [h] is elapsed time
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|general|am/pm|a/p')
_LONGEST_CODE = 255
"""Characters that Excel takes."""
_ZEROS = re.compile(r"0{2,}")


def builtin_format(number: int) -> NumberFormat:
    """The format that *number* means without being declared."""
    return NumberFormat(number in _DAYS, number in _TIMES) if number in _DAYS else PLAIN


@lru_cache(1024)
def number_format_of(code: str) -> NumberFormat:
    """The format that a declared *code* describes, as ``dd/mm/yyyy`` or ``0000``; its first section counts."""
    if len(code) > _LONGEST_CODE:
        return PLAIN
    rest = _LITERAL.sub("", code.lower()).split(";")[0]
    has_time = "h" in rest or "s" in rest
    if has_time or any(letter in rest for letter in "dmy"):
        return NumberFormat(True, has_time)
    digits = rest.replace(" ", "")
    return NumberFormat(digits=len(digits)) if _ZEROS.fullmatch(digits) else PLAIN


_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_LONGEST = 400
_WIDEST = 30
"""Digits: numbers further from 1 than that stay in scientific form."""
_EXACT_DIGITS = 15
"""Excel keeps and shows so many, and writes 8.2 as 8.1999999999999993 into the file."""


def number_text(raw: str) -> str | None:
    """A number of the XML as it is seen: ``5.0`` is ``5``, ``1.5E-2`` is ``0.015``; None when it is none."""
    if raw.isdigit() and raw.isascii():
        return raw
    if len(raw) > _LONGEST or not _NUMBER.fullmatch(raw):
        return None
    value = Decimal(raw)
    if not value:
        return "0"
    if abs(value.adjusted()) > _WIDEST:
        return raw
    if value == value.to_integral_value():
        return str(int(value))
    if len(value.as_tuple().digits) > _EXACT_DIGITS:
        value = Context(prec=_EXACT_DIGITS).plus(value).normalize()
    return format(value, "f")


def padded(text: str, digits: int) -> str:
    """A whole number with the leading zeros that its format shows."""
    return text.zfill(digits) if text.isdigit() else text


DAY_SECONDS = 86_400
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_SERIAL = 2_958_465
"""31/12/9999."""
_FALSE_LEAP_DAY = 60
"""Excel's 29/2/1900, which never was; serials before it count from one day later."""


def day_text(text: str, *, has_time: bool, from_1904: bool) -> str | None:
    """The day ``2016-09-01`` of a serial number, with its time after a blank if there is one and it is shown.

    A serial under 1 is a time alone. None when Excel would show no day.
    """
    if text.isdigit() and len(text) <= len(str(_LAST_SERIAL)):
        return _day(int(text), from_1904=from_1904)
    try:
        serial = Decimal(text)
    except InvalidOperation:
        return None
    if not 0 <= serial <= _LAST_SERIAL:
        return None
    days, seconds = divmod(int((serial * DAY_SECONDS).to_integral_value()), DAY_SECONDS)
    time = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if not days and not from_1904 and seconds:
        return time
    day = _day(days, from_1904=from_1904)
    return f"{day} {time}" if day and seconds and has_time else day


@lru_cache(4096)
def _day(serial: int, *, from_1904: bool) -> str | None:
    if from_1904:
        return (_EPOCH_1904 + timedelta(serial)).isoformat() if serial <= _LAST_SERIAL - 1462 else None
    if serial in (0, _FALSE_LEAP_DAY):
        return "1900-01-00" if serial == 0 else "1900-02-29"
    if serial > _LAST_SERIAL:
        return None
    return (_EPOCH_1900 + timedelta(serial + (serial < _FALSE_LEAP_DAY))).isoformat()
