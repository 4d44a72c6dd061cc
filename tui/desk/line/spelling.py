"""One word from the keys it is typed with, by Telex or VNI: ``Nguyeenx``, ``Nguye6n4`` and ``Nguyenex`` are ``Nguyễn``.

Nothing is remembered between keys: the word is made anew of all its keys. A mark or tone is put only where a possible
syllable can come of it; a word that none comes of is the keys as they were, so that ``windows`` stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import normalize

from forms.entry.syllables import ACUTE, DOT, GRAVE, HOOK, ONSETS, RIMES, TILDE, tone_places
from forms.model.declared import StrEnum


class Method(StrEnum):
    """How letters with marks are typed."""

    NONE = "none"
    TELEX = "telex"
    VNI = "vni"


class Style(StrEnum):
    """Where the tone of ``oa``, ``oe``, ``uy`` stands."""

    OLD = "old"
    """``hòa``"""
    NEW = "new"
    """``hoà``"""


_CIRCUMFLEX, _BREVE, _HORN, _STROKE = "\u0302", "\u0306", "\u031b", "stroke"
_NO_TONE = ""


_TELEX_TONES = {"s": ACUTE, "f": GRAVE, "r": HOOK, "x": TILDE, "j": DOT, "z": _NO_TONE}
_TELEX_MARKS = {
    "a": {"a": _CIRCUMFLEX},
    "e": {"e": _CIRCUMFLEX},
    "o": {"o": _CIRCUMFLEX},
    "w": {"a": _BREVE, "o": _HORN, "u": _HORN},
    "d": {"d": _STROKE},
}
_VNI_TONES = {"1": ACUTE, "2": GRAVE, "3": HOOK, "4": TILDE, "5": DOT, "0": _NO_TONE}
_VNI_MARKS = {
    "6": {"a": _CIRCUMFLEX, "e": _CIRCUMFLEX, "o": _CIRCUMFLEX},
    "7": {"o": _HORN, "u": _HORN},
    "8": {"a": _BREVE},
    "9": {"d": _STROKE},
}
Marks = dict[str, str]
"""Letter → the mark that a key puts on it."""
_KEYS: dict[Method, tuple[dict[str, str], dict[str, Marks]]] = {
    Method.NONE: ({}, {}),
    Method.TELEX: (_TELEX_TONES, _TELEX_MARKS),
    Method.VNI: (_VNI_TONES, _VNI_MARKS),
}
_ALONE = {"w": "u"}
"""A key that is a letter with its mark before any vowel."""

_VOWELS = "aeiouy"
_STOPS = ("p", "t", "c", "ch", "k")
_HIGHLAND_ONSETS = frozenset(("đr", "hl", "hm", "hn", "hr", "kb", "kl", "kn", "kp", "kr", "ks"))
"""Of the names of people and places in the Central Highlands: ``Krông``."""
_HIGHLAND_RIMES = frozenset(("ăk", "ôk", "uk"))
"""``Đắk``, ``Búk``."""


def word_of(keys: str, method: Method, style: Style = Style.OLD) -> str:
    """The word that *keys* make, NFC; a letter has the case of its own key. A mark or tone put twice is taken back."""
    word = _Word(method)
    for key in keys:
        word.press(key)
    return word.text(style)


def keys_of(word: str, method: Method) -> str:
    """Keys that make *word*: each letter with its marks, the tone at the end; none where these do not make it."""
    tones, mark_keys = _KEYS[method]
    keys, last = "", ""
    for char in word:
        base = _base(char.lower())
        marks = {_STROKE} if char in "đĐ" else set(normalize("NFD", char)[1:])
        keys += base.upper() if char.isupper() else base
        keys += "".join(key for key, mark in mark_keys.items() if mark.get(base) in marks)
        last = next((key for key, tone in tones.items() if tone in marks), last)
    keys += last
    return keys if any(word_of(keys, method, style) == word for style in Style) else ""


class _Letter:
    def __init__(self, key: str, mark: str = "", base: str = "") -> None:
        self.key = key
        self.base = base or key.lower()
        self.mark = mark

    @property
    def spelling(self) -> str:
        """In lower case, with its mark."""
        if self.mark == _STROKE:
            return "đ"
        return normalize("NFC", self.base + self.mark)


class _Word:
    """The letters so far, and what of their marks was taken back and is not put again."""

    def __init__(self, method: Method) -> None:
        self._tones, self._marks = _KEYS[method]
        self._letters: list[_Letter] = []
        self._tone = _NO_TONE
        self._keys = ""
        self._given_up: set[str] = set()
        """The marks that were taken back; with a tone among them every tone."""
        self._is_raw = False

    def text(self, style: Style) -> str:
        spellings = self._spellings()
        if self._tone:
            place = _tone_place(spellings, style)
            spellings[place] = normalize("NFC", spellings[place] + self._tone)
        pairs = zip(spellings, self._letters, strict=True)
        return "".join(text.upper() if letter.key.isupper() else text for text, letter in pairs)

    def _spellings(self) -> list[str]:
        return [letter.spelling if letter.mark else letter.key.lower() for letter in self._letters]

    def press(self, key: str) -> None:
        self._keys += key
        small = key.lower()
        is_used = not self._is_raw and (
            (small in self._tones and self._put_tone(self._tones[small]))
            or (small in self._marks and self._put_mark(self._marks[small], key))
        )
        if is_used:
            return
        self._letters.append(_Letter(key))
        self._join_horns()
        if not self._is_raw and not self._given_up and self._has_marks and not self._fits():
            self._is_raw = True
            self._tone = _NO_TONE
            self._letters = [_Letter(key) for key in self._keys]

    @property
    def _has_marks(self) -> bool:
        return bool(self._tone) or any(letter.mark for letter in self._letters)

    def _fits(self) -> bool:
        return _can_become(tuple(letter.spelling for letter in self._letters), self._tone)

    def _put_tone(self, tone: str) -> bool:
        if "tone" in self._given_up or not any(letter.base in _VOWELS for letter in self._letters):
            return False
        before = self._tone
        if tone == before:
            # the second time it is a letter
            if tone:
                self._tone = _NO_TONE
                self._given_up.add("tone")
            return False
        self._tone = tone
        if tone and not self._fits():
            self._tone = before
            return False
        return True

    def _put_mark(self, marks: Marks, key: str) -> bool:
        if self._given_up & set(marks.values()):
            return False
        candidates = [letter for letter in reversed(self._letters) if letter.base in marks]
        for letter in candidates:
            mark = marks[letter.base]
            if letter.mark == mark:
                continue
            before = [other.mark for other in self._letters]
            letter.mark = mark
            self._join_horns()
            if self._fits():
                return True
            for other, mark_before in zip(self._letters, before, strict=True):
                other.mark = mark_before
        alone = _ALONE.get(key.lower())
        if alone and not any(letter.base in _VOWELS for letter in self._letters):
            return self._add_marked(_Letter(key, marks[alone], alone))
        return self._take_back(marks, candidates)

    def _add_marked(self, letter: _Letter) -> bool:
        self._letters.append(letter)
        if self._fits():
            return True
        self._letters.pop()
        return False

    def _take_back(self, marks: Marks, candidates: list[_Letter]) -> bool:
        marked = [letter for letter in candidates if letter.mark == marks[letter.base]]
        if not marked:
            return False
        self._given_up |= set(marks.values())
        for letter in marked:
            letter.mark = ""
            if letter.base != letter.key.lower():  # the horned u that was typed as a letter of its own
                letter.base = letter.key.lower()
                return True
        return False

    def _join_horns(self) -> None:
        """With a letter behind it the pair is ``ươ``: one horn stands for both."""
        bases = "".join(letter.base for letter in self._letters)
        place = bases.find("uo")
        if place < 0 or place + 2 >= len(bases) or bases[:place].endswith("q"):
            return
        pair = self._letters[place : place + 2]
        if any(letter.mark == _HORN for letter in pair) and all(
            letter.mark in ("", _HORN) for letter in pair
        ):
            for letter in pair:
                letter.mark = _HORN


def _parts(spellings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Onset and rime: the i of ``gia`` is of the onset, that of ``giêng`` of both."""
    size = next((place for place, one in enumerate(spellings) if _base(one) in _VOWELS), len(spellings))
    onset, rime = "".join(spellings[:size]), "".join(spellings[size:])
    if onset == "q" and rime.startswith("u"):
        yield "qu", rime[1:]
        return
    if onset == "g" and rime.startswith("i") and _base(rime[1:2] or "-") in _VOWELS:
        yield "gi", rime[1:]
    yield onset, rime


def _base(letter: str) -> str:
    return "d" if letter == "đ" else normalize("NFD", letter)[0]


@lru_cache(4096)
def _can_become(spellings: tuple[str, ...], tone: str) -> bool:
    """Whether these letters begin a possible syllable; letters without a mark may still be given one."""
    return any(_begins(onset, rime, tone) for onset, rime in _parts(spellings))


def _begins(onset: str, rime: str, tone: str) -> bool:
    if not rime:
        return any(one.startswith(onset) for one in ONSETS | _HIGHLAND_ONSETS)
    if onset not in ONSETS and onset not in _HIGHLAND_ONSETS:
        return False
    if tone and rime.endswith(_STOPS) and tone not in {ACUTE, DOT}:
        return False
    return rime in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    """How every rime begins, each marked letter with its mark or still without."""
    found: set[str] = set()
    for rime in RIMES | _HIGHLAND_RIMES:
        ways = [""]
        for letter in rime:
            ways = [way + one for way in ways for one in {letter, _base(letter)}]
            found.update(ways)
    return frozenset(found)


def _tone_place(spellings: list[str], style: Style) -> int:
    ways = list(_parts(tuple(spellings)))
    onset, rime = next(((onset, rime) for onset, rime in ways if rime in RIMES), ways[0])
    places = tone_places(rime) if rime in RIMES else _places_so_far(rime)
    return len(onset) + places[0 if style is Style.OLD else -1]


def _places_so_far(rime: str) -> tuple[int, ...]:
    """Where the tone stands for now in a rime that is none yet: on its marked letter, else before its consonants."""
    size = next((place for place, letter in enumerate(rime) if _base(letter) not in _VOWELS), len(rime))
    marked = [place for place in range(size) if rime[place] not in _VOWELS]
    if marked:
        return (marked[-1],)
    return (size - 1,) if size < len(rime) else (size // 2 if size == len("uye") else 0,)
