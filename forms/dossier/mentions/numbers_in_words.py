"""Numbers and codes of people in words: with signs between the digits, with +84, without the zero before, codes as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from forms.dossier.mentions.folded_text import FoldedText
from forms.dossier.mentions.mention import Mention, Sureness
from forms.dossier.mentions.person_facts import LEAST_DIGITS
from forms.model.text import fold

_RUN = re.compile(r"\d(?:[\s.,()/+\-]{0,9}\d)*")
_BEFORE = re.compile(r"(?<!\d)(?:(?:\+|00)\s*84|84)?[\s.()\-]*0*[\s.()\-]*$")
_COUNTRY = re.compile(r"(?:(?:00)?84)?0*")
_PARTS = re.compile(r"\d+|[^\W\d_]+|[^\w]|_")
_LEAST_SIGNS = 4
"""Of a code with letters and digits that is nothing else."""


class NumbersInWords:
    """Finds *numbers* (digits without zeros before them), *codes* with a digit or an @, and *bare_codes* of letters alone."""

    def __init__(self, numbers: Iterable[str], codes: Iterable[str], bare_codes: Iterable[str]) -> None:
        self._numbers = sorted(numbers)
        self._codes = [(fold(code), _pattern(fold(code))) for code in sorted(codes)]
        self._bare_codes = [(code, _pattern(fold(code))) for code in sorted(bare_codes)]

    def mentions(self, text: FoldedText) -> Iterator[Mention]:
        """Every mention in *text*."""
        yield from self._of_numbers(text)
        yield from self._of_codes(text)

    def _of_numbers(self, text: FoldedText) -> Iterator[Mention]:
        for run in _RUN.finditer(text.folded) if self._numbers else ():
            places = [run.start() + at for at, char in enumerate(run[0]) if char.isdigit()]
            digits = "".join(text.folded[place] for place in places)
            for number in self._numbers:
                at = digits.find(number)
                while at >= 0:
                    yield self._number(text, places[at], places[at + len(number) - 1] + 1)
                    at = digits.find(number, at + 1)

    def _number(self, text: FoldedText, start: int, end: int) -> Mention:
        folded = text.folded
        attached = re.search(r"\d*$", folded[:start])
        assert attached is not None
        is_whole = _COUNTRY.fullmatch(attached[0]) is not None and not folded[end : end + 1].isdigit()
        before = _BEFORE.search(folded, max(0, start - 20), start)
        if before is not None and (digit := re.search(r"[+\d]", before[0])):
            start = before.start() + digit.start()
        sureness = Sureness.EXACT if folded[start:end].isdigit() else Sureness.WRITTEN
        return Mention(*text.span(start, end), sureness if is_whole else Sureness.ALIKE)

    def _of_codes(self, text: FoldedText) -> Iterator[Mention]:
        for code, pattern in self._codes:
            for match in pattern.finditer(text.folded):
                sureness = Sureness.EXACT if match[0] == code else Sureness.WRITTEN
                yield Mention(*text.span(*match.span()), sureness if _is_telling(code) else Sureness.ALIKE)
        for code, pattern in self._bare_codes:
            for match in pattern.finditer(text.folded):
                # in its very spelling: it may be a word
                if text.original(*match.span()) == code:
                    yield Mention(*text.span(*match.span()), Sureness.ALIKE)


def _is_telling(code: str) -> bool:
    """Whether nothing else is written so: an address of mail, a long number with signs, letters and digits together."""
    if "@" in code or sum(map(str.isdigit, code)) >= LEAST_DIGITS:
        return True
    return len(code) >= _LEAST_SIGNS and any(map(str.isalpha, code))


def _pattern(code: str) -> re.Pattern[str]:
    """A code as it is, with signs or without where letters and digits meet."""
    first, *parts = _PARTS.findall(code.replace(" ", "")) or [code]
    spelled = re.escape(first)
    for before, part in pairwise([first, *parts]):
        sign = r"\s*" if {before, part} & {"@", "."} else r"[\s._/\-]*"
        spelled += sign + re.escape(part)
    return re.compile(rf"(?<!\w){spelled}(?!\w)")
