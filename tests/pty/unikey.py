"""What UniKey sends for a Vietnamese text: the letters of Telex as they come, each correction as backspaces and letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Literal

TONES = "\u0300\u0301\u0303\u0309\u0323"
BASE = dict(zip("ăâđêôơưĂÂĐÊÔƠƯ", "aadeoouAADEOOU", strict=True))


def stages(word: str) -> list[str]:
    """What stands on the screen after each key: «ê» comes as e, then ê; the tone at the end of the word."""
    shown: list[str] = []
    whole, tones = "", []
    for letter in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in TONES)
        plain = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES))
        base = BASE.get(plain, plain)
        shown += [whole + base] if base == plain else [whole + base, whole + plain]
        whole += plain
        tones.append(tone)
    if any(tones):
        toned = "".join(letter + tone for letter, tone in zip(whole, tones, strict=True))
        shown.append(unicodedata.normalize("NFC", toned))
    return shown


def keystrokes(
    text: str, *, backspace: bytes = b"\x7f", form: Literal["NFC", "NFD"] = "NFC"
) -> Iterator[bytes]:
    """The bytes of each key, in the order in which they reach the program.

    A correction goes back to the first letter that changes, one backspace a code point, and types anew.
    """
    for number, word in enumerate(text.split(" ")):
        if number:
            yield b" "
        old = ""
        for new in stages(word):
            same = 0
            while same < min(len(old), len(new)) and old[same] == new[same]:
                same += 1
            gone, typed = (unicodedata.normalize(form, part[same:]) for part in (old, new))
            yield backspace * len(gone) + typed.encode()
            old = new
