"""Vietnamese text in the encodings of old fonts, TCVN3 (ABC) and VNI-Windows: recognised cell by cell, converted.

Such text comes from old Excel and Word files as Latin-1 (cp1252) look-alikes: ``NguyÔn ThÞ`` is TCVN3
and ``Nguyeãn Thò`` VNI for ``Nguyễn Thị``. Everything here is pure and wants the text as it came, NOT
cleaned: cleaning drops the soft hyphen, which is the ư of TCVN3, and turns Ð, its é, into Đ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from unicodedata import normalize

from forms.entry import row_words
from forms.entry.syllables import TONES, is_syllable
from forms.model.declared import Frozen, StrEnum
from forms.model.text import clean, shorten


class Encoding(StrEnum):
    """A legacy encoding of Vietnamese text."""

    TCVN3 = "tcvn3"
    VNI = "vni"

    @property
    def called(self) -> str:
        """As people call it."""
        return row_words.ENCODINGS[self]


# from U+00A1; a dot is no letter. Toned capitals do not exist: the font .VnTimeH draws them.
_TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"

_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"

_VNI_SINGLE = dict(zip("ñôöìæóíòî", "đơưìỉĩíịỵ", strict=True))
_VNI_TONES = dict(zip("øûõùï", TONES, strict=True))
_VNI_CIRCUMFLEX = {"â": _CIRCUMFLEX} | {m: _CIRCUMFLEX + t for m, t in zip("àåãáä", TONES, strict=True)}
_VNI_BREVE = {"ê": _BREVE} | {m: _BREVE + t for m, t in zip("èúüéë", TONES, strict=True)}
_VNI_MARKS = (("aeouyôö", _VNI_TONES), ("aeo", _VNI_CIRCUMFLEX), ("a", _VNI_BREVE))


class OldText(Frozen):
    """A text in an old encoding, as it stands and as it is meant, both clean."""

    encoding: Encoding
    before: str
    after: str

    @property
    def told(self) -> str:
        """Both, in a message."""
        return row_words.IN_OLD_ENCODING.format(
            encoding=self.encoding.called, before=shorten(self.before), after=shorten(self.after)
        )


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


def convert(text: str, encoding: Encoding, *, in_capitals: bool = False) -> str:
    """*text*, as it came from the old file, in Unicode (NFC); what *encoding* does not have stays.

    TCVN3 has no toned capitals: its other letters tell of each word, then of the whole text, whether it is in
    capitals (``Hµ NéI`` is ``HÀ NỘI``); *in_capitals* says so where they do not.
    """
    text = normalize("NFC", text)
    if encoding is Encoding.TCVN3:
        capitals = _in_capitals(text)
        words = re.split(r"(\s+)", text)
        converted = "".join(_word(word, in_capitals if capitals is None else capitals) for word in words)
    else:
        converted = _converted(text, encoding)
    return normalize("NFC", converted)


def _converted(text: str, encoding: Encoding) -> str:
    letters = _letters(encoding)
    return _spellings(encoding).sub(lambda match: letters[match[0]], text)


def _word(word: str, in_capitals: bool) -> str:
    """A word of TCVN3; *in_capitals* where its own letters do not tell."""
    own = None if word.isascii() else _word_in_capitals(word)
    converted = _converted(word, Encoding.TCVN3)
    return converted.upper() if (in_capitals if own is None else own) else converted


def _in_capitals(text: str) -> bool | None:
    """Whether a text in TCVN3 is in capitals; None where no word of old letters tells, or they differ."""
    found = {_word_in_capitals(word) for word in text.split() if not word.isascii()} - {None}
    return found.pop() if len(found) == 1 else None


def _word_in_capitals(word: str) -> bool | None:
    """A capital after the first letter tells, or a small letter of ASCII."""
    capital = any("A" <= char <= "Z" or "\xa1" <= char <= "\xa7" for char in word[1:])
    small = any("a" <= char <= "z" for char in word)
    return None if capital is small else capital


_MIN_GAIN = 0.2
"""Share of the words that must become possible syllables: one ``Thaï`` among plain names is not enough."""

# many letters of TCVN3 look like signs (§, µ, ¸): all of Latin-1 may be in a word
_WORD = r"(?:[^\W\d_]|[¡-ÿ]){2,}"


def detect(texts: Sequence[str]) -> Encoding | None:
    """The encoding of most of a column, *texts* as they came; None when they are best left as they are.

    Decided by the share of possible syllables among the different words: as they are, as TCVN3 and as
    VNI; a tie leaves them.
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
    return _can_be(word, encoding) and is_syllable(convert(word, encoding))


def _can_be(text: str, encoding: Encoding) -> bool:
    """Whether all of *text* can be *encoding*, ASCII too: a cell of other letters among legacy ones is left alone."""
    text = normalize("NFC", text)
    return text.isascii() or (
        max(text) <= _LAST
        and all(char.isascii() or char.isspace() for char in _spellings(encoding).sub("", text))
    )


_LAST = "ÿ"
"""No letter of an old encoding looks like one behind it."""


_IN_NO_OTHER_WORD = {
    # signs (but µm is a length), a capital behind or before a small letter within a word, a small letter between capitals
    Encoding.TCVN3: re.compile(
        r"[¡-´¶-¸º-¿×÷Þþ]|[A-Za-z]µ|¹[A-Za-z]|[a-z][À-Þ]|[A-Z][À-Þ][a-z]|[A-Z][ß-þ][A-Z]"
    ),
    # a vowel and a mark that is a letter itself, but for those of Loïc and Raphaël
    Encoding.VNI: re.compile(r"(?i)[aeouyôö][øûõù]|[aeo][âàåãä]|a[úüê]|\bñ[aeiouöô]"),
}
"""What stands in a word of an old encoding and in none of a living language."""

_CAPITAL_WITHIN = r"[A-Za-z][À-Þ][a-z]"
"""So no word is written: ``BÕn`` is Bến."""

_FEW_WORDS = 3
"""A name with a word that may be of another language (``Loïc``) is Vietnamese from so many words on."""


def detect_cell(text: str) -> Encoding | None:
    """The encoding of one text by itself, where it surely is in an old one; ``Vò Lan`` may be ``Vũ Lan`` and stays."""
    (best, most), (_, second) = _ranked(text)
    return best if most > second else None


def may_be_either(text: str) -> bool:
    """Whether *text* is surely in an old encoding, and as well in the one as in the other: ``Thö`` is ``Thử`` or ``Thư``."""
    (_, most), (_, second) = _ranked(text)
    return most == second > 0


def _ranked(text: str) -> Sequence[tuple[Encoding, int]]:
    """The encodings and how many words speak for each, the likelier first."""
    text = normalize("NFC", text)
    if text.isascii() or max(text) > _LAST:
        return [(encoding, 0) for encoding in Encoding]
    words = list(dict.fromkeys(_words(text)))
    evidence = [(encoding, _evidence(text, words, encoding)) for encoding in Encoding]
    return sorted(evidence, key=lambda pair: pair[1], reverse=True)


def _evidence(text: str, words: Sequence[str], encoding: Encoding) -> int:
    """How many words are none as they stand and possible in *encoding*; 0 where something speaks against it."""
    if not _can_be(text, encoding):
        return 0
    marked = [word for word in words if not word.isascii()]
    read = [word for word in marked if is_syllable(convert(word, encoding))]
    if any(word not in read and _has_vowel(convert(word, encoding)) for word in marked):
        return 0
    found = [word for word in read if not is_syllable(word) or re.search(_CAPITAL_WITHIN, word)]
    foreign = [
        word
        for word in words
        if word.isascii() and _has_vowel(word) and not (is_syllable(word) or word.isupper())
    ]
    if len(found) <= len(foreign):
        return 0
    is_sure = any(_IN_NO_OTHER_WORD[encoding].search(word) for word in found)
    return len(found) if is_sure or len(found) > 1 or len(words) >= _FEW_WORDS else 0


def _has_vowel(word: str) -> bool:
    """Whether *word* is more than a short form: ĐT, tp."""
    return re.search(r"[aeiouy]", normalize("NFD", word.lower())) is not None


def old_text(text: str, otherwise: Encoding | None = None) -> OldText | None:
    """What one text is meant to be, where it surely is in an old encoding, or can be in the one that all around it is in."""
    encoding = detect_cell(text) or otherwise
    if encoding is None or not _can_be(text, encoding):
        return None
    return _old(text, convert(text, encoding), encoding)


def _old(text: str, converted: str, encoding: Encoding) -> OldText | None:
    before, after = clean(text), clean(converted)
    return OldText(encoding, before, after) if before != after else None


def _has_old_letters(text: str) -> bool:
    """Whether letters of an old encoding may be in *text* (NFC), and none of Unicode beyond them."""
    return not text.isascii() and max(text) <= _LAST


class OldCells(Frozen):
    """What each cell of a column is meant to be, None for those that stay; *encoding* is that of most of the column."""

    encoding: Encoding | None
    cells: tuple[OldText | None, ...]


def old_cells(cells: Sequence[tuple[str, str | None]], beside: Encoding | None = None) -> OldCells:
    """Decide for each cell of a column, its text as it came and its font: by the font, by itself, then by the column.

    Where words do not tell themselves whether they are in capitals, most of the column does. A column that does not
    tell itself, and whose cells can all be so, is in the encoding of those *beside* it: ``Tõ Dò`` is ``Từ Dũ``.
    """
    texts = [normalize("NFC", text) for text, _ in cells]
    if not any(font and detect_font(font) for _, font in cells) and not any(map(_has_old_letters, texts)):
        return OldCells(None, (None,) * len(cells))
    fonts = [detect_font(font) if font else None for _, font in cells]
    named = [encoding for encoding in fonts if encoding]
    most = max(set(named), key=named.count) if len(named) * 2 > len(cells) else _most(texts)
    if most is None and beside and all(text.isascii() or _is_all_read(text, beside) for text in texts):
        most = beside
    capitals = [_in_capitals(text) for text in texts]
    in_capitals = capitals.count(True) > capitals.count(False)

    def meant(text: str, font: str | None) -> OldText | None:
        if not (_has_old_letters(text) or (font and draws_capitals(font))):
            return None
        by_font = detect_font(font) if font else None
        encoding = by_font or detect_cell(text) or most
        if encoding is None or not _can_be(text, encoding):
            return None
        converted = convert(text, encoding, in_capitals=in_capitals)
        return _old(text, converted.upper() if font and draws_capitals(font) else converted, encoding)

    return OldCells(most, tuple(meant(text, font) for text, font in cells))


def _is_all_read(text: str, encoding: Encoding) -> bool:
    """Whether all words of *text* are possible in *encoding*."""
    marked = [word for word in _words(text) if not word.isascii()]
    return _can_be(text, encoding) and all(_is_read(word, encoding) for word in marked)


def _most(texts: Sequence[str]) -> Encoding | None:
    """The encoding that most cells of a column can be in, those apart that can be in any."""
    encoding = detect(texts)
    if encoding is None:
        return None
    able = [_can_be(text, encoding) for text in texts if not text.isascii()]
    return encoding if able.count(True) > able.count(False) else None


def detect_font(name: str) -> Encoding | None:
    """The encoding that a font is made for, by its name: ``.VnTime`` TCVN3, ``VNI-Times`` VNI."""
    name = name.strip().lower()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni-") else None


def draws_capitals(font: str) -> bool:
    """Whether a font for TCVN3 draws every letter as a capital, by its name: ``.VnTimeH``."""
    return detect_font(font) is Encoding.TCVN3 and font.strip().lower().endswith("h")
