"""A text without capitals and marks, each of its letters with the place where it stands in the text."""

import re
from functools import cached_property
from typing import NamedTuple
from unicodedata import category, decimal, normalize

from forms.model.text import fold

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LINE_ENDS = "\t\n\r\x0b\x0c\u2028\u2029"


class _Folding(dict[int, str]):
    """For ``str.translate``: digits of any script as ours, what is not seen as nothing, the rest as ``fold`` has it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = category(char)
        if kind == "Nd":
            folded = str(decimal(char))
        elif kind in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
            folded = " " if char in _LINE_ENDS else ""
        else:
            folded = fold(char)
        self[code] = folded
        return folded


_FOLDING = _Folding()


def folded_word(word: str) -> str:
    """*word* as it is looked up: without marks, i and y alike."""
    return fold(word).replace("y", "i")


class Word(NamedTuple):
    """A run of letters or of digits, *folded* as a word, from *start* up to *end* of the folded text."""

    folded: str
    start: int
    end: int


class FoldedText:
    """*text* folded letter by letter, decomposed marks and invisible characters left out."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = text.translate(_FOLDING)

    @property
    def distinct_words(self) -> set[str]:
        """What its words are, wherever they stand: a tenth of the work of ``words``."""
        return set(_WORD.findall(self.folded.replace("y", "i")))

    @cached_property
    def words(self) -> list[Word]:
        """Its words."""
        return [Word(match[0].replace("y", "i"), *match.span()) for match in _WORD.finditer(self.folded)]

    @cached_property
    def _places(self) -> list[int]:
        """Of each folded letter its place in the text; last the length of it."""
        if len(self.folded) == len(self.text) and all(map(_FOLDING.__getitem__, map(ord, set(self.text)))):
            return list(range(len(self.text) + 1))
        places = [place for place, char in enumerate(self.text) for _ in range(len(_FOLDING[ord(char)]))]
        return [*places, len(self.text)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """What is from *start* up to *end* folded, in the text, with the marks behind its last letter."""
        first, last = self._places[start], self._places[end - 1] + 1
        while last < self._places[end] and category(self.text[last]) in ("Mn", "Cf"):
            last += 1
        return first, last

    def original(self, start: int, end: int) -> str:
        """The same, composed and without what is not seen."""
        first, last = self.span(start, end)
        part = self.text[first:last]
        return normalize("NFC", part if part.isprintable() else "".join(filter(_is_seen, part)))


def _is_seen(char: str) -> bool:
    return bool(_FOLDING[ord(char)]) or category(char) == "Mn"
