"""Words typed by Telex and VNI: every syllable of the language, in each order of the keys; what is no word stays."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

import pytest

from forms.entry.syllables import ACUTE, DOT, GRAVE, HOOK, ONSETS, RIMES, TILDE, is_syllable
from tests.system_programs import missing
from tui.desk.line.spelling import Method, Style, keys_of, word_of

DICTIONARY = Path("/usr/share/hunspell/vi_VN.dic")
"""The word list of the Debian package hunspell-vi: its syllables have the tone in the new style."""
TONE_KEYS = {ACUTE: "s1", GRAVE: "f2", HOOK: "r3", TILDE: "x4", DOT: "j5"}
MARK_KEYS = {"\u0306": "w8", "\u031b": "w7"}
in_each_way = pytest.mark.parametrize(
    ("method", "at_end"),
    [(method, at_end) for method in (Method.TELEX, Method.VNI) for at_end in (False, True)],
)
SAMPLE = None if os.environ.get("NHOMTRE_FULL") == "1" else 1000


def typed(word: str, method: Method, *, at_end: bool) -> str:
    """How somebody types *word*: each mark behind its letter, or all of them at the end, one for a ``ươ``; the tone last."""
    way = 0 if method is Method.TELEX else 1
    letters, marks, tone = "", "", ""
    for char in word:
        base, *own = list("dđ" if char == "đ" else normalize("NFD", char))
        letters += base
        for mark in own:
            if mark in TONE_KEYS:
                tone = TONE_KEYS[mark][way]
                continue
            # the circumflex of Telex is the letter again
            key = ("d9" if mark == "đ" else MARK_KEYS.get(mark, f"{base}6"))[way]
            if not at_end:
                letters += key
            elif not (marks.endswith(key) and key in "w7"):
                marks += key
    if method is Method.TELEX and _has_double_o(word):  # the third o takes the mark back
        letters = letters.replace("oo", "ooo")
    return letters + marks + tone


def _has_double_o(word: str) -> bool:
    """As ``xoong``."""
    return "oo" in "".join(normalize("NFD", char)[0] for char in word)


def wrong(words: Iterable[str], method: Method, *, at_end: bool) -> list[str]:
    return [word for word in words if word_of(typed(word, method, at_end=at_end), method, Style.NEW) != word]


@pytest.mark.slow
@in_each_way
def test_the_syllables_of_the_dictionary(method: Method, *, at_end: bool) -> None:
    """All but the one entry that is two syllables in one word."""
    if not DICTIONARY.is_file():
        missing("hunspell-vi")
    lines = DICTIONARY.read_text("utf-8").split("\n")[1:]
    words = [word for line in lines if (word := line.partition("/")[0]).isalpha() and word.islower()]
    assert len(words) > 6000
    assert wrong(words, method, at_end=at_end) == ["palăng"]


def syllables() -> list[str]:
    """Possible ones, made of onsets, rimes and tones, those alone whose tone stands in the new style."""
    spelled = {
        normalize("NFC", onset + rime[: place + 1] + tone + rime[place + 1 :])
        for onset in ONSETS
        for rime in RIMES
        for tone in ("", *TONE_KEYS)
        for place in range(len(rime))
    }
    words = [word for word in sorted(spelled) if is_syllable(word) and not _in_old_style(word)]
    return words if SAMPLE is None else random.Random(849).sample(words, SAMPLE)


def _in_old_style(word: str) -> bool:
    open_rimes = (f"{first}{tone}{last}" for first, last in ("oa", "oe", "uy") for tone in TONE_KEYS)
    return word[:2] != "qu" and normalize("NFD", word).endswith(tuple(open_rimes))


@pytest.mark.slow
@in_each_way
def test_every_possible_syllable_in_every_case(method: Method, *, at_end: bool) -> None:
    words = syllables()
    assert wrong(words, method, at_end=at_end) == []
    for word in words[::7]:
        keys = typed(word, method, at_end=at_end)
        assert word_of(keys.upper(), method, Style.NEW) == word.upper()
        assert word_of(keys[0].upper() + keys[1:], method, Style.NEW) == word[0].upper() + word[1:]


@pytest.mark.slow
@pytest.mark.parametrize("method", [Method.TELEX, Method.VNI])
def test_the_keys_of_a_word_make_it(method: Method) -> None:
    for word in syllables()[::3]:
        keys = keys_of(word, method)
        if keys or not _has_double_o(word):
            assert word_of(keys, method, Style.NEW) == word


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("Nguyeenx", "Nguyễn"),
        ("Nguyenex", "Nguyễn"),
        ("NGUYEENX", "NGUYỄN"),
        ("DDoongf", "Đồng"),
        ("Ddoongf", "Đồng"),
        ("nguowif", "người"),
        ("nguwowif", "người"),
        ("thuowr", "thuở"),
        ("quowr", "quở"),
        ("gif", "gì"),
        ("giaf", "già"),
        ("gieesng", "giếng"),
        ("huwu", "hưu"),
        ("huuw", "hưu"),
        ("w", "ư"),
        ("nhw", "như"),
        ("hoaf", "hòa"),
        ("thuys", "thúy"),
        ("quys", "quý"),
        ("DDawsk", "Đắk"),
        ("Kroong", "Krông"),
        ("xooong", "xoong"),
        ("tooongf", "toòng"),
    ],
)
def test_telex(keys: str, word: str) -> None:
    assert word_of(keys, Method.TELEX) == word


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("aaa", "aa"),
        ("ddd", "dd"),
        ("asss", "ass"),
        ("ww", "w"),
        ("tesst", "test"),
        ("hoaff", "hoaf"),
        ("asz", "a"),
    ],
)
def test_a_key_pressed_twice_is_the_letter(keys: str, word: str) -> None:
    assert word_of(keys, Method.TELEX) == word


@pytest.mark.parametrize(
    ("keys", "word"), [("a66", "a6"), ("d99", "d9"), ("a11", "a1"), ("a10", "a"), ("o77", "o7")]
)
def test_a_digit_pressed_twice_is_the_digit(keys: str, word: str) -> None:
    assert word_of(keys, Method.VNI) == word


@pytest.mark.parametrize(
    "word",
    [
        "windows",
        "email",
        "class",
        "facebook",
        "desk",
        "gmail",
        "zalo",
        "happy",
        "blue",
        "Sky",
        "kids",
        "Excel",
    ],
)
def test_what_can_be_no_syllable_stays(word: str) -> None:
    assert word_of(word, Method.TELEX) == word


def test_the_other_style_moves_the_tone() -> None:
    words = [word_of(keys, Method.TELEX, style) for keys in ("hoaf", "khoer", "thuys") for style in Style]
    assert words == ["hòa", "hoà", "khỏe", "khoẻ", "thúy", "thuý"]
