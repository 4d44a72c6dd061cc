"""The syllables of Vietnamese: which onsets, rimes and tones go together, and on which letter the tone stands.

All that is possible, by the sounds of the language; nothing says that such a word exists.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

GRAVE, HOOK, TILDE, ACUTE, DOT = TONES = tuple(map(chr, (0x0300, 0x0309, 0x0303, 0x0301, 0x0323)))
"""The tones as combining marks."""

_CONSONANTS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
ONSETS = frozenset({"", *_CONSONANTS.split()})
"""The consonants before the vowels; the u of ``qu`` and the i of ``gia`` count among them."""

_ENDINGS = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- ch m n nh p t u",
    "i": "- a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": "- c i m n ng p t",
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": "- n o t",
    "oo": "c ng",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- a c i m n ng p t",
    "uâ": "n ng t y",
    "uê": "- ch nh u",
    "uô": "c i m n ng t",
    "uơ": "-",
    "uy": "- a ch n nh p t u",
    "uyê": "n t",
    "ư": "- a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": "- ch nh t",
    "yê": "m n ng t u",
}
RIMES = frozenset(
    vowels + ending.strip("-") for vowels, endings in _ENDINGS.items() for ending in endings.split()
)
"""Vowels with the consonants behind them, without a tone."""

_FRONT = "eêiy"


@lru_cache(16384)
def is_syllable(word: str) -> bool:
    """Whether *word* (NFC, any case) is a possible Vietnamese syllable, with its tone where it may stand.

    Both styles of tones are possible, ``hòa`` and ``hoà``. Nothing says that such a word exists.
    """
    letters, tone, place = "", "", -1
    for char in word.lower():
        parts = normalize("NFD", char)
        mark = next((part for part in parts if part in TONES), "")
        if mark and tone:
            return False
        if mark:
            tone, place = mark, len(letters)
        letters += normalize("NFC", parts.replace(mark, "")) or char
    return any(_is_made(letters[:size], letters[size:], tone, place - size) for size in range(4))


def _is_made(onset: str, rime: str, tone: str, place: int) -> bool:
    """Whether *onset* and *rime* make a syllable, *tone* (or none) being on the letter *place* of the rime."""
    if onset not in ONSETS or rime not in RIMES or not _go_together(onset, rime):
        return False
    if rime.endswith(("p", "t", "c", "ch")) and tone not in {ACUTE, DOT}:
        return False
    return not tone or place in tone_places(rime)


def _go_together(onset: str, rime: str) -> bool:
    first = rime[0]
    if onset in {"c", "ng"}:
        return first not in _FRONT
    if onset in {"gh", "ngh"}:
        return first in "eêi"
    if onset == "g":  # gì, giếng: the i belongs to both; gia and giu are gi-a and gi-u
        return first not in _FRONT or (first == "i" and rime not in {"ia", "iu"})
    if onset == "gi":
        return first not in "iy"
    if onset == "qu":
        return first not in "uưo"
    return not (onset and rime.startswith("yê"))


def tone_places(rime: str) -> tuple[int, ...]:
    """The letters of a rime on which its tone may stand: one, or that of the old style and that of the new one."""
    vowels = rime.rstrip("cghmnpt")
    marked = [place for place, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if marked:
        return (marked[-1],)
    if vowels != rime:
        return (len(vowels) - 1,)
    if vowels in {"oa", "oe", "uy"}:
        return (0, 1)
    return (1,) if len(vowels) == 3 else (0,)
