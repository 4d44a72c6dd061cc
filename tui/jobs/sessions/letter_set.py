"""The letters that a screen shows: whole, without marks, or ASCII alone. What is stored keeps its marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import ClassVar

from forms.model.declared import Names
from forms.model.text import HARMFUL


class LetterSet(Names):
    """Which letters a terminal shows so that they can be read; each shows less than the one before."""

    WHOLE: ClassVar[LetterSet]
    UNMARKED: ClassVar[LetterSet]
    ASCII: ClassVar[LetterSet]


def plainest(letters: Iterable[LetterSet]) -> LetterSet | None:
    """Those that show nothing which one of *letters* cannot; None of none."""
    return max(letters, key=LetterSet.every().index, default=None)


class _Unmarked(dict[int, str]):
    """For ``str.translate``: a letter with marks is drawn without, anything else as it is."""

    def __missing__(self, code: int) -> str:
        self[code] = self.drawn(chr(code))
        return self[code]

    def drawn(self, char: str) -> str:
        """What stands for *char*, as wide as it."""
        return "".join(
            part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part)
        ).translate(_STROKES)


class _Ascii(_Unmarked):
    """The same, and a stand-in for what is no ASCII."""

    def drawn(self, char: str) -> str:
        """What stands for *char*, as wide as it."""
        plain = _STAND_INS.get(char, super().drawn(char))
        return plain if plain.isascii() else "?" * (2 if unicodedata.east_asian_width(char) in "WF" else 1)


_STROKES = str.maketrans("đĐ", "dD")
_STAND_INS = {
    "─": "-",
    "·": "-",
    "…": "~",
    "«": '"',
    "»": '"',
    "→": ">",
    "←": "<",
    "↑": "^",
    "↓": "v",
    "–": "-",
    "≤": "<",
    "≥": ">",
    HARMFUL: "?",
}

_DRAWN: Mapping[LetterSet, Mapping[int, str] | None] = {
    LetterSet.WHOLE: None,
    LetterSet.UNMARKED: _Unmarked(),
    LetterSet.ASCII: _Ascii(),
}


def drawn(text: str, letters: LetterSet) -> str:
    """*text* in those letters, each cell of a screen in one."""
    table = _DRAWN[letters]
    return text if table is None else text.translate(table)
