"""A text in lines that are no wider than the room they have; how wide a text is, the caller says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

BREAKS = "-_/.,;:"
"""Signs after which a word may be broken."""


def wrap(text: str, room: float, width: Callable[[str], float]) -> tuple[str, ...]:
    """*text* in lines no wider than *room*; a word is never broken, even when it is wider."""
    if width(text) <= room:
        return (text,)
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def wrap_breaking_words(text: str, room: float, width: Callable[[str], float]) -> tuple[str, ...]:
    """*text* in lines no wider than *room*; a wider word is broken after one of its signs, else with a hyphen."""
    if width(text) <= room:
        return (text,)
    pieces = (piece for word in text.split() for piece in _pieces(word, room, width))
    return wrap(" ".join(pieces), room, width)


def _pieces(word: str, room: float, width: Callable[[str], float]) -> Iterator[str]:
    if width(word) <= room:
        yield word
        return
    room -= width("-")
    piece, used = "", 0.0
    for char in word:
        if piece and used + width(char) > room:
            after = max(map(piece.rfind, BREAKS)) + 1
            yield piece[:after] if after else f"{piece}-"
            piece = piece[after:] if after else ""
            used = sum(map(width, piece))
        piece += char
        used += width(char)
    yield piece


def wrap_evenly(text: str, room: float, width: Callable[[str], float]) -> tuple[str, ...]:
    """*text* in as few lines as ``wrap`` needs, all of them about as long."""
    lines = wrap(text, room, width)
    while len(lines) > 1:
        narrower = wrap(text, max(map(width, lines)) - 0.01, width)
        if len(narrower) > len(lines) or max(map(width, narrower)) >= max(map(width, lines)):
            break
        lines = narrower
    return lines
