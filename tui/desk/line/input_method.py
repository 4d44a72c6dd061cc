"""The input method of a session: what is typed at the end of a line becomes the word that its keys make."""

from __future__ import annotations

from tui.desk.line.buffer import Buffer
from tui.desk.line.spelling import Method, Style, keys_of, word_of

MOST_KEYS = 24
"""Keys after which a word is none."""


class InputMethod:
    """Off until it is turned on. It changes only the word whose keys it has seen, and only right behind the cursor."""

    def __init__(self) -> None:
        self.method = Method.NONE
        self.style = Style.OLD
        self._keys = ""
        self._word = ""
        self._buffer: Buffer | None = None
        self._at = 0
        """Behind the word, in the line that it stands in."""

    @property
    def is_on(self) -> bool:
        """Whether letters with marks are made here."""
        return self.method is not Method.NONE

    def turn(self) -> None:
        """Telex, then VNI, then off again; the word that is being typed stays as it is."""
        order = list(Method)
        self.method = order[(order.index(self.method) + 1) % len(order)]
        self._end()

    def turn_style(self) -> None:
        """The tone of ``hòa`` on the other letter."""
        self.style = Style.NEW if self.style is Style.OLD else Style.OLD
        self._end()

    def type(self, buffer: Buffer, char: str, *, in_words: bool) -> bool:
        """Put a typed letter at the cursor, of words or of what is none; False when the line is full."""
        if not (in_words and self.is_on):
            return buffer.insert(char)
        if not self._goes_on(buffer):
            self._end()
            if _is_inside_a_word(buffer):
                return buffer.insert(char)
        if not (char.isalpha() or (self._word and char.isdigit() and self.method is Method.VNI)):
            self._end()
            return buffer.insert(char)
        if not buffer.insert(char):
            return False
        buffer.press("backspace")
        self._put(buffer, self._keys + char)
        return True

    def press(self, buffer: Buffer, key: str) -> bool:
        """Carry out an editing key; False when it is none. Backspace takes a letter with its marks."""
        goes_on = key == "backspace" and self._goes_on(buffer)
        is_done = buffer.press(key)
        if goes_on:
            self._keys = keys_of(self._word[:-1], self.method)
            self._word = self._word[:-1] if self._keys else ""
            self._at = buffer.at
        return is_done

    def _goes_on(self, buffer: Buffer) -> bool:
        is_there = buffer is self._buffer and buffer.at == self._at
        return bool(self._word) and is_there and buffer.text[: buffer.at].endswith(self._word)

    def _put(self, buffer: Buffer, keys: str) -> None:
        word = word_of(keys, self.method, self.style) if len(keys) <= MOST_KEYS else self._word + keys[-1]
        start = buffer.at - len(self._word)
        buffer.text = buffer.text[:start] + word + buffer.text[buffer.at :]
        buffer.at = start + len(word)
        self._keys, self._word, self._buffer, self._at = keys, word, buffer, buffer.at

    def _end(self) -> None:
        self._keys = self._word = ""


def _is_inside_a_word(buffer: Buffer) -> bool:
    """Behind letters that were not typed here, a digit, or in an address of the net: nothing is made of what comes there."""
    before = buffer.text[: buffer.at]
    token = before.rpartition(" ")[2]
    return before[-1:].isalnum() or "@" in token or "://" in token
