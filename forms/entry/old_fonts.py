"""Vietnamese text in the encodings of old fonts, TCVN3 (ABC) and VNI-Windows: recognised, converted.

Such text comes from old Excel and Word files as Latin-1 (cp1252) look-alikes: ``NguyÔn ThÞ`` is TCVN3
and ``Nguyeãn Thò`` VNI for ``Nguyễn Thị``. Everything here is pure and wants the text as it came, NOT
cleaned: cleaning drops the soft hyphen, which is the ư of TCVN3, and turns Ð, its é, into Đ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from unicodedata import normalize

from forms.model.declared import Frozen


class Encoding(StrEnum):
    """A legacy encoding of Vietnamese text."""

    TCVN3 = "tcvn3"
    VNI = "vni"


# from U+00A1; a dot is no letter. Toned capitals do not exist: the font .VnTimeH draws them.
_TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = _TONES = tuple(map(chr, (0x0300, 0x0309, 0x0303, 0x0301, 0x0323)))
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"

_VNI_SINGLE = dict(zip("ñôöìæóíòî", "đơưìỉĩíịỵ", strict=True))
_VNI_TONES = dict(zip("øûõùï", _TONES, strict=True))
_VNI_CIRCUMFLEX = {"â": _CIRCUMFLEX} | {m: _CIRCUMFLEX + t for m, t in zip("àåãáä", _TONES, strict=True)}
_VNI_BREVE = {"ê": _BREVE} | {m: _BREVE + t for m, t in zip("èúüéë", _TONES, strict=True)}
_VNI_MARKS = (("aeouyôö", _VNI_TONES), ("aeo", _VNI_CIRCUMFLEX), ("a", _VNI_BREVE))


class OldText(Frozen):
    """A text in an old encoding, as it stands and as it is meant."""

    encoding: Encoding
    before: str
    after: str


@cache
def _letters(encoding: Encoding) -> dict[str, str]:
    """Every spelling in *encoding*, one or two characters, and its letter."""
    if encoding is Encoding.TCVN3:
        return {chr(0xA1 + place): letter for place, letter in enumerate(_TCVN3) if letter != "."}
    small = dict(_VNI_SINGLE)
    for bases, marks in _VNI_MARKS:
        for base in bases:
            for mark, combining in marks.items():
                small[base + mark] = normalize("NFC", _VNI_SINGLE.get(base, base) + combining)
    letters = {}
    for spelling, letter in small.items():
        base, mark = spelling[0], spelling[1:]
        for either in (mark, mark.upper()):  # the base has the case; its mark is often left small
            letters[base + either] = letter
            letters[base.upper() + either] = letter.upper()
    return letters


@cache
def _spellings(encoding: Encoding) -> re.Pattern[str]:
    """Finds the spellings of *encoding*, the longest first."""
    return re.compile("|".join(sorted(_letters(encoding), key=len, reverse=True)))


def convert(text: str, encoding: Encoding) -> str:
    """*text*, as it came from the old file, in Unicode (NFC); what *encoding* does not have stays.

    Toned capitals of TCVN3 come out small, as they are in the text: ``Hµ NéI`` is ``Hà NộI``.
    """
    letters = _letters(encoding)
    return normalize("NFC", _spellings(encoding).sub(lambda match: letters[match[0]], normalize("NFC", text)))


_MIN_GAIN = 0.2
"""Share of the words that must become possible syllables: one ``Thaï`` among plain names is not enough."""

# many letters of TCVN3 look like signs (§, µ, ¸): all of Latin-1 may be in a word
_WORD = r"(?:[^\W\d_]|[¡-ÿ]){2,}"


def detect(texts: Sequence[str]) -> Encoding | None:
    """The encoding of a column of cells, *texts* as they came; None when they are best left as they are.

    Decided by the share of possible syllables among the different words: as they are, as TCVN3 and as
    VNI; a tie leaves them. Single cells can't be told (``Vò`` may be ``Vị``): give a whole column, and
    show the result before it is kept.
    """
    words = {word for text in texts for word in _words(normalize("NFC", text))}
    as_is = sum(map(is_syllable, words))
    gains = {encoding: sum(_is_read(word, encoding) for word in words) - as_is for encoding in Encoding}
    best, second = sorted(Encoding, key=lambda encoding: gains[encoding], reverse=True)
    if gains[best] == gains[second] or gains[best] < _MIN_GAIN * len(words):
        return None
    return best


def _words(text: str) -> list[str]:
    # a sign next to a digit, as in 5µm, is no letter
    chunks = [chunk for chunk in text.split() if not re.search("[0-9]", chunk)]
    return re.findall(_WORD, " ".join(chunks))


def _is_read(word: str, encoding: Encoding) -> bool:
    return can_be(word, encoding) and is_syllable(convert(word, encoding))


def can_be(text: str, encoding: Encoding) -> bool:
    """Whether all of *text* can be *encoding*, ASCII too: a cell of other letters among legacy ones is left alone."""
    return _spellings(encoding).sub("", normalize("NFC", text)).isascii()


def detect_font(name: str) -> Encoding | None:
    """The encoding that a font is made for, by its name: ``.VnTime`` TCVN3, ``VNI-Times`` VNI."""
    name = name.strip().lower()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni-") else None


_CONSONANTS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_ONSETS = frozenset({"", *_CONSONANTS.split()})

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
_RIMES = frozenset(
    vowels + ending.strip("-") for vowels, endings in _ENDINGS.items() for ending in endings.split()
)

_FRONT = "eêiy"


def is_syllable(word: str) -> bool:
    """Whether *word* (NFC, any case) is a possible Vietnamese syllable, with its tone where it may stand.

    Both styles of tones are possible, ``hòa`` and ``hoà``. Nothing says that such a word exists.
    """
    letters, tone, place = "", "", -1
    for char in word.lower():
        parts = normalize("NFD", char)
        mark = next((part for part in parts if part in _TONES), "")
        if mark and tone:
            return False
        if mark:
            tone, place = mark, len(letters)
        letters += normalize("NFC", parts.replace(mark, "")) or char
    return any(_is_made(letters[:size], letters[size:], tone, place - size) for size in range(4))


def _is_made(onset: str, rime: str, tone: str, place: int) -> bool:
    """Whether *onset* and *rime* make a syllable, *tone* (or none) being on the letter *place* of the rime."""
    if onset not in _ONSETS or rime not in _RIMES or not _go_together(onset, rime):
        return False
    if rime.endswith(("p", "t", "c", "ch")) and tone not in {_ACUTE, _DOT}:
        return False
    return not tone or place in _tone_places(rime)


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


def _tone_places(rime: str) -> tuple[int, ...]:
    vowels = rime.rstrip("cghmnpt")
    marked = [place for place, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if marked:
        return (marked[-1],)
    if vowels != rime:
        return (len(vowels) - 1,)
    if vowels in {"oa", "oe", "uy"}:
        return (0, 1)
    return (1,) if len(vowels) == 3 else (0,)
