"""The bytes of a keyboard as keys, in order: any byte, any sequence, whole or cut; text only ever from a key that types.

An escape sequence is recognised by its grammar (ECMA-48), not by a list: one that means no key is swallowed
whole, and so are the answers of a terminal to questions of other programs. Bytes that are not UTF-8 are dropped
and counted.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category

from forms.model.declared import Frozen


class Stroke(NamedTuple):
    """A key: its name, and the character that it types, if it types one."""

    name: str
    char: str | None = None


class Pasted(Frozen):
    """A block from the clipboard, without escape sequences and control characters but tab and line ends."""

    text: str


class TerminalReply(Frozen):
    """What the terminal answered: the sequence without its ESC, ``]11;rgb:0000/0000/0000``."""

    sequence: str


class Click(Frozen):
    """A button of the mouse went down on a cell, counted from 0."""

    column: int
    line: int


class NotUtf8(Frozen):
    """Bytes were dropped: the keyboard or the terminal is set to another encoding."""

    bytes_dropped: int


Event = Stroke | Pasted | TerminalReply | NotUtf8 | Click

PATIENCE = 1.0
"""Seconds that the rest of a sequence may take once it can be nothing else."""
MOST_SEQUENCE = 4096
"""Bytes after which an unfinished sequence of any kind is given up."""

_ESC, _CR, _LF, _BEL = 0x1B, 0x0D, 0x0A, 0x07
_STRINGS = b"]PX^_"
"""What begins a string after ESC: OSC, DCS, SOS, PM, APC."""
_CLICK = b"\x1b[M"
"""A click told in the oldest way, three bytes follow; F1 of SCO when none do."""
_PASTE_BEGIN, _PASTE_END = "200~", b"\x1b[201~"

_NO_BREAK = "\u00a0"
"""What the space bar gives on many keyboards while another key is held; it means a blank."""

_CONTROL = {
    0x00: "ctrl+space", 0x08: "backspace", 0x09: "tab", 0x0A: "enter", 0x0D: "enter", 0x7F: "backspace",
    0x1C: "ctrl+backslash", 0x1D: "ctrl+right_square_bracket", 0x1E: "ctrl+circumflex_accent", 0x1F: "ctrl+underscore",
}  # fmt: skip
_ALSO_AFTER_ESC = {"enter", "tab"}
"""Controls that are keys of their own when they come right behind an ESC: Esc, then Enter, typed ahead."""

_ARROWS = {"A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end"}
_NUMBERED = {
    1: "home", 2: "insert", 3: "delete", 4: "end", 5: "pageup", 6: "pagedown", 7: "home", 8: "end",
    11: "f1", 12: "f2", 13: "f3", 14: "f4", 15: "f5", 17: "f6", 18: "f7", 19: "f8", 20: "f9", 21: "f10",
    23: "f11", 24: "f12",
}  # fmt: skip
_CONSOLE = {"A": "f1", "B": "f2", "C": "f3", "D": "f4", "E": "f5"}
"""``ESC [ [ A``: the function keys of the Linux console."""
_CSI_PLAIN = {
    **_ARROWS, "Z": "shift+tab", "a": "shift+up", "b": "shift+down", "c": "shift+right", "d": "shift+left",
    "G": "pagedown", "L": "insert", "M": "f1", "N": "f2", "Q": "f5", "T": "f8", "U": "f9", "V": "f10", "W": "f11", "X": "f12",
}  # fmt: skip
"""Without parameters: xterm, rxvt, and what PuTTY calls SCO. ``ESC [ I`` and ``ESC [ O`` also tell of the focus: no keys."""
_SS3 = {
    **_ARROWS, "P": "f1", "Q": "f2", "R": "f3", "S": "f4", "T": "f5", "U": "f6", "V": "f7", "W": "f8", "X": "f9",
    "Y": "f10", "Z": "f11", "[": "f12", "a": "ctrl+up", "b": "ctrl+down", "c": "ctrl+right", "d": "ctrl+left",
    "M": "enter", "I": "tab",
}  # fmt: skip
_KEYPAD = dict(zip("jklmnopqrstuvwxy", "*+,-./0123456789", strict=True))
_MODIFIED = {"P": "f1", "Q": "f2", "R": "f3", "S": "f4", **_ARROWS}
_RXVT = {"$": "shift+", "^": "ctrl+", "@": "ctrl+shift+"}

_CSI = rb"\x1b\[([0-?]*)([ -/]*)([@-~])"
_CSI_OF_RXVT = rb"\x1b\[(\d+)\$"
"""What is held with shift; by the grammar a dollar ends nothing."""
_SEQUENCE_IN_TEXT = r"\x1b(?:\[[0-?]*[ -/]*[@-~]?|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~]?)"


class KeyStream:
    """Takes bytes as they arrive and gives keys. *is_st*: the terminal is st, whose Delete and Insert others read otherwise.

    A sequence may be cut anywhere between two calls of ``feed``. When nothing has come for ``wait`` seconds,
    ``expire`` decides what the unfinished bytes were.
    """

    def __init__(self, escape_delay: float = 0.1, *, is_st: bool = False) -> None:
        self._escape_delay = escape_delay
        self._is_st = is_st
        self._bytes = b""
        self._paste: bytearray | None = None
        """What was pasted so far; None outside a paste."""
        self._late_tail = False
        """Whether a lone Esc was told: the rest of a sequence may still come, over a slow line."""
        self._after_return = False
        self._foreign = 0

    @property
    def wait(self) -> float | None:
        """How long to wait for more before ``expire``; None while nothing is unfinished."""
        if self._paste is not None:
            return PATIENCE
        if not self._bytes:
            return None
        return self._escape_delay if self._bytes == b"\x1b" or self._bytes.startswith(_CLICK) else PATIENCE

    def feed(self, data: bytes) -> list[Event]:
        """The keys that *data* completes."""
        late, self._late_tail = self._late_tail and not self._bytes, False
        if late and (tail := re.match(rb"\[[0-?]*[ -/]*[@-~]|O[A-Za-z\[]", data)):
            data = b"\x1b" + data if tail else data
        self._bytes += data
        return [*self._events(), *self._dropped()]

    def expire(self) -> list[Event]:
        """Nothing more came: a lone ESC was the key, a sequence without an end is dropped."""
        rest, self._bytes = self._bytes, b""
        if self._paste is not None:
            text, self._paste = self._paste, None
            return [_pasted(text)]
        if rest == b"\x1b":
            self._late_tail = True
            return [Stroke("escape")]
        if rest.startswith(_CLICK):
            return [Stroke("f1"), *self.feed(rest[len(_CLICK) :])]
        if rest and rest[0] >= 0x80:
            self._foreign += len(rest)
        return self._dropped()

    def _dropped(self) -> list[Event]:
        count, self._foreign = self._foreign, 0
        return [NotUtf8(count)] if count else []

    def _events(self) -> Iterator[Event]:
        while self._bytes:
            if self._paste is not None:
                looked_at = max(len(self._paste) - len(_PASTE_END), 0)
                self._paste += self._bytes
                self._bytes = b""
                end = self._paste.find(_PASTE_END, looked_at)
                if end < 0:
                    return
                text, self._bytes = self._paste[:end], bytes(self._paste[end + len(_PASTE_END) :])
                self._paste = None
                yield _pasted(text)
                continue
            size, event = self._next(self._bytes)
            if not size:
                if len(self._bytes) > MOST_SEQUENCE:
                    self._bytes = b""
                return
            first, self._bytes = self._bytes[0], self._bytes[size:]
            if not (first == _LF and self._after_return) and event is not None:
                yield event
            self._after_return = first == _CR

    def _next(self, data: bytes) -> tuple[int, Event | None]:
        """How many bytes the first key takes, 0 when more must come, and the key, if they are one."""
        first = data[0]
        if first == _ESC:
            return self._escaped(data)
        if first < 0x20 or first == 0x7F:
            return 1, Stroke(_control(first))
        size, char = _character(data)
        if size and char is None:
            self._foreign += size
        if char == _NO_BREAK:
            char = " "
        if not char or not char.isprintable():  # control characters, and what only turns or hides others
            return size, None
        return size, Stroke("space" if char == " " else char, char)

    def _escaped(self, data: bytes) -> tuple[int, Event | None]:
        if len(data) == 1:
            return 0, None
        second = data[1]
        if second == _ESC:
            return 1, Stroke("escape")
        if second == ord("["):
            return self._control_sequence(data)
        if second == ord("O"):
            return _single_shift(data)
        if second in _STRINGS:
            return _string(data)
        if second < 0x20 or second == 0x7F:
            name = _control(second)
            # Esc and then Enter, typed ahead, are two keys; with any other it is a key held with Alt
            return (1, Stroke("escape")) if name in _ALSO_AFTER_ESC else (2, Stroke(f"alt+{name}"))
        size, char = _character(data[1:])
        if not size:
            return 0, None
        return size + 1, Stroke(f"alt+{char}") if char and char.isprintable() else None

    def _control_sequence(self, data: bytes) -> tuple[int, Event | None]:
        if data[2:3] == b"[":  # the Linux console
            return (0, None) if len(data) < 4 else (4, _stroke(_CONSOLE.get(chr(data[3]))))
        shifted = re.match(_CSI_OF_RXVT, data)
        if shifted and (name := _NUMBERED.get(int(shifted[1]))):
            return shifted.end(), Stroke(f"shift+{name}")
        match = re.match(_CSI, data)
        if match is None:
            return _cut(data)
        parameters, between, final = (part.decode("ascii") for part in match.groups())
        size = match.end()
        if data[:size] == _CLICK and min(data[size : size + 3], default=0x20) >= 0x20:
            if len(data) < size + 3:
                return 0, None
            button, column, line = data[size : size + 3]
            return size + 3, _mouse(button - 0x20, column - 0x20, line - 0x20, is_down=button & 3 != 3)
        if parameters + final == _PASTE_BEGIN:
            self._paste = bytearray()
            return size, None
        if between:
            # rxvt ends with a dollar what is held with shift
            name = (
                _NUMBERED.get(int(parameters)) if between + final == "$" and parameters.isdecimal() else None
            )
            return size, _stroke(name) or TerminalReply(data[1:size].decode("ascii"))
        if parameters[:1] == "<" and final in "Mm" and parameters.count(";") == 2:
            button, column, line = (int(part or 0) for part in parameters[1:].split(";"))
            return size, _mouse(button, column, line, is_down=final == "M")
        if parameters[:1] in ("<", "=", ">", "?"):
            return size, TerminalReply(data[1:size].decode("ascii"))
        return size, self._function_key(parameters, final) or TerminalReply(data[1:size].decode("ascii"))

    def _function_key(self, parameters: str, final: str) -> Stroke | None:
        if not parameters:
            if final == "P":  # F4 of SCO, Delete of st
                return Stroke("delete") if self._is_st else None
            return _stroke(_CSI_PLAIN.get(final))
        numbers = [int(number) if number.isdecimal() else 0 for number in parameters.split(";")]
        held = _held(numbers[1]) if len(numbers) > 1 else ""
        match final:
            case "~" if numbers[0] == 27 and len(numbers) == 3:
                return _typed(numbers[2], numbers[1])
            case "~":
                return _stroke(_NUMBERED.get(numbers[0]), held)
            case "u":
                return _typed(numbers[0], numbers[1] if len(numbers) > 1 else 1)
            case "^" | "@":
                return _stroke(_NUMBERED.get(numbers[0]), _RXVT[final])
            case "h" | "l" if numbers == [4]:
                return Stroke("insert")
        # the place of the cursor, told on request, ends like F3
        return _stroke(_MODIFIED.get(final), held) if numbers[0] == 1 and len(numbers) == 2 else None


def _stroke(name: str | None, held: str = "") -> Stroke | None:
    return Stroke(held + name) if name else None


def _mouse(button: int, column: int, line: int, *, is_down: bool) -> Event | None:
    """*column* and *line* from 1. The wheel goes row by row; moving and letting go mean nothing."""
    if button & 0x40:
        return Stroke("down" if button & 1 else "up") if is_down else None
    return Click(max(column - 1, 0), max(line - 1, 0)) if is_down and not button & 0x20 else None


def _control(byte: int) -> str:
    return _CONTROL.get(byte) or f"ctrl+{chr(byte + 0x60)}"


def _held(number: int) -> str:
    bits = max(number - 1, 0)
    return "".join(name for bit, name in ((4, "ctrl+"), (2, "alt+"), (1, "shift+")) if bits & bit)


def _typed(code: int, modifiers: int) -> Stroke | None:
    """A key that the terminal tells by its code point: shift+space and the like type what they type without."""
    if code > 0x10FFFF:
        return None
    held = _held(modifiers)
    if code < 0x20 or code == 0x7F:
        if code == 0x09 and held == "shift+":
            return Stroke("shift+tab")
        name = "escape" if code == _ESC else _control(code)
        return Stroke(name if held in ("", "shift+") else held + name)
    char = chr(code)
    if held in ("", "shift+") and char.isprintable():
        return Stroke("space" if char == " " else char, char)
    return Stroke(held + char) if char.isprintable() else None


def _single_shift(data: bytes) -> tuple[int, Event | None]:
    match = re.compile(rb"([0-9;]*)([A-Za-z\[])").match(data, 2)
    if match is None:
        return _cut(data)
    parameters, final = (part.decode("ascii") for part in match.groups())
    held = _held(int(number)) if (number := parameters.rpartition(";")[2]) else ""
    if final in _KEYPAD and not held:
        return match.end(), Stroke(_KEYPAD[final], _KEYPAD[final])
    return match.end(), _stroke(_SS3.get(final), held)


def _cut(data: bytes) -> tuple[int, Event | None]:
    """A sequence that goes on, or one into which something else came: that ends it."""
    for size, byte in enumerate(data[2:], start=2):
        if not 0x20 <= byte < 0x7F:
            return size, None
    return 0, None


def _string(data: bytes) -> tuple[int, Event | None]:
    for size, byte in enumerate(data[2:], start=2):
        if byte == _BEL:
            return size + 1, TerminalReply(data[1:size].decode("ascii", "replace"))
        if byte == _ESC:
            if len(data) == size + 1:
                return 0, None
            ended = data[size + 1 : size + 2] == b"\\"
            return (
                (size + 2, TerminalReply(data[1:size].decode("ascii", "replace"))) if ended else (size, None)
            )
        if byte < 0x20:
            return size, None
    return 0, None


def _character(data: bytes) -> tuple[int, str | None]:
    """The first character and its bytes; 0 bytes when more must come, no character when they are not UTF-8."""
    first = data[0]
    if first < 0x80:
        return 1, chr(first)
    size = 2 if 0xC2 <= first <= 0xDF else 3 if 0xE0 <= first <= 0xEF else 4 if 0xF0 <= first <= 0xF4 else 1
    for place in range(1, min(size, len(data))):
        if not 0x80 <= data[place] < 0xC0:
            return place, None
    if len(data) < size:
        return 0, None
    try:
        return size, data[:size].decode("utf-8")
    except UnicodeDecodeError:
        return size, None


def _pasted(data: bytearray) -> Pasted:
    text = re.sub(_SEQUENCE_IN_TEXT, "", data.decode("utf-8", "ignore"))
    return Pasted("".join(char for char in text if char in "\t\r\n" or category(char) != "Cc"))
