"""Codes and numbers of telephones whose digits a spreadsheet has changed: put right only where that is exact."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple
from unicodedata import normalize

from forms.entry import row_words
from forms.model.text import clean
from forms.model.value_format import Format

_QUOTES = "'\"’‘`“”"
_FLOAT = r"([0-9]+)[.,]0"
_GROUPED = r"[0-9]{1,3}(?:,[0-9]{3})+"
_SCIENTIFIC = r"([0-9])(?:[.,]([0-9]+))?[eE]\+?([0-9]{1,2})"
_BETWEEN = rf" *(?:[,;/|&]| [-–] |\b(?:{row_words.BETWEEN_NUMBERS})\b) *"


class Digits(NamedTuple):
    """*text* as it is to be stored; *zero*: only a zero before it was put back; *more* numbers that stood beside it."""

    text: str
    is_mended: bool = False
    zero: bool = False
    more: tuple[str, ...] = ()


def digits_of(form: Format, text: str) -> Digits | None:
    """The one number of *form* that *text* surely is, or the first of several; None where it is none."""
    plain = normalize("NFKC", clean(text)).strip(_QUOTES).strip()
    if not re.search("[0-9]", plain):
        return None
    if whole := _whole(form, plain):
        return whole
    for parts in (re.split(_BETWEEN, plain), *_cut_at_a_blank(plain)):
        first, *more = (_whole(form, part) for part in parts)
        if first and more and all(more):
            return first._replace(more=tuple(part.text for part in more if part))
    return None


def _cut_at_a_blank(text: str) -> Iterator[tuple[str, str]]:
    """*text* cut in two at each of its blanks: a line may have ended there."""
    for blank in re.finditer(" ", text):
        yield text[: blank.start()], text[blank.end() :]


def _whole(form: Format, text: str) -> Digits | None:
    stored = form.stored(text)
    if form.fits(stored):
        return Digits(stored)
    exact = _without_point(text)
    stored = form.stored(exact)
    if form.fits(stored):
        return Digits(stored, is_mended=True)
    if not (stored.isascii() and stored.isdecimal()) or stored[0] == "0":
        return None
    mended = next((zero + stored for zero in form.lost_zeros if form.fits(zero + stored)), None)
    return Digits(mended, is_mended=True, zero=exact == text) if mended else None


def _without_point(text: str) -> str:
    """A number as a spreadsheet writes a whole one, without its point, groups and power of ten where no digit is lost."""
    if match := re.fullmatch(_FLOAT, text):
        return match[1]
    if re.fullmatch(_GROUPED, text):
        return text.replace(",", "")
    match = re.fullmatch(_SCIENTIFIC, text)
    if match and len(match[2] or "") >= int(match[3]):
        number = Decimal(f"{match[1]}.{match[2] or 0}").scaleb(int(match[3]))
        return str(int(number)) if number == number.to_integral_value() else text
    return text
