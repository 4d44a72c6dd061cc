"""What the sheets of an .xlsx share: texts, and what the styles of cells show."""

import re
from collections import Counter
from typing import NamedTuple

from exports.reading.limits import MAX_CELLS, MAX_TEXT, Parts
from exports.reading.number_formats import PLAIN, NumberFormat, builtin_format, number_format_of
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.xml_events import Attributes, Events, OnStart


class Style(NamedTuple):
    """What a style of cells shows."""

    font: str | None = None
    format: NumberFormat = PLAIN


NO_STYLE = Style()


class Runs:
    """Collects one text made of runs in different fonts; readings above the letters are left out."""

    def __init__(self) -> None:
        self.starts = {"t": self._t, "r": self._r, "rFont": self._font, "rPh": self._skip}
        self.ends = {"t": self._t_end, "r": self._r_end, "rPh": self._unskip}
        self.clear()

    def clear(self) -> None:
        """Begin a text."""
        self._pieces: list[str] = []
        self._weights: Counter[str | None] | None = None
        self._run_font: str | None = None
        self._is_open = self._is_skipped = False

    def text(self, data: str) -> None:
        """Characters of the part; those outside ``<t>`` are dropped."""
        if self._is_open:
            self._pieces.append(data)
            if self._weights is not None:
                self._weights[self._run_font] += len(data)

    @property
    def result(self) -> tuple[str, str | None]:
        """The text, and the font of most of it when runs name one."""
        font = self._weights.most_common(1)[0][0] if self._weights else None
        return unescaped("".join(self._pieces)), font

    def _t(self, _attributes: Attributes) -> None:
        self._is_open = not self._is_skipped

    def _t_end(self) -> None:
        self._is_open = False

    def _r(self, _attributes: Attributes) -> None:
        if self._weights is None:
            self._weights = Counter()

    def _r_end(self) -> None:
        self._run_font = None

    def _font(self, attributes: Attributes) -> None:
        self._run_font = attributes.get("val")

    def _skip(self, _attributes: Attributes) -> None:
        self._is_skipped = True

    def _unskip(self) -> None:
        self._is_skipped = False


def unescaped(text: str) -> str:
    """*text* with ``_x000A_``, the spelling of characters that XML cannot hold, as the character."""
    if "_x" not in text:
        return text
    return re.sub("_x([0-9A-Fa-f]{4})_", _character, text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    # half a character of UTF-16 is none
    return match[0] if 0xD800 <= code < 0xE000 else chr(code)


def read_strings(parts: Parts, name: str | None) -> list[tuple[str, str | None]]:
    """The texts that the sheets share, each with the font of its runs (None: the cell's)."""
    strings: list[tuple[str, str | None]] = []
    if name is None or name not in parts:
        return strings
    runs = Runs()
    length = 0

    def start(_attributes: Attributes) -> None:
        runs.clear()

    def end() -> None:
        nonlocal length
        strings.append(runs.result)
        length += len(strings[-1][0])
        if length > MAX_TEXT:
            raise WorkbookRefused("too_much_text", most=MAX_TEXT)
        if len(strings) > MAX_CELLS:
            raise WorkbookRefused("too_many_cells", most=MAX_CELLS)

    Events({**runs.starts, "si": start}, {**runs.ends, "si": end}, runs.text).parse(parts.chunks(name))
    return strings


def read_styles(parts: Parts, name: str | None) -> list[Style]:
    """What the styles of cells show, in their order."""
    if name is None or name not in parts:
        return []
    reader = _Styles()
    Events(reader.starts, reader.ends).parse(parts.chunks(name))
    return [
        Style(
            reader.fonts[font] if font < len(reader.fonts) else None,
            reader.formats.get(number) or builtin_format(number),
        )
        for number, font in reader.styles
    ]


_PARTS = ("fonts", "numFmts", "cellXfs")


class _Styles:
    """Collects fonts, formats and styles; what differential and named styles say is passed by."""

    def __init__(self) -> None:
        self.fonts: list[str | None] = []
        self.formats: dict[int, NumberFormat] = {}
        self.styles: list[tuple[int, int]] = []
        self._part = ""
        self.starts = {
            **{part: self._enter(part) for part in _PARTS},
            "font": self._font,
            "name": self._name,
            "numFmt": self._format,
            "xf": self._style,
        }
        self.ends = dict.fromkeys(_PARTS, self._leave)

    def _enter(self, part: str) -> OnStart:
        def enter(_attributes: Attributes) -> None:
            self._part = part

        return enter

    def _leave(self) -> None:
        self._part = ""

    def _font(self, _attributes: Attributes) -> None:
        if self._part == "fonts":
            self.fonts.append(None)

    def _name(self, attributes: Attributes) -> None:
        if self._part == "fonts" and self.fonts:
            self.fonts[-1] = attributes.get("val")

    def _format(self, attributes: Attributes) -> None:
        if self._part == "numFmts":
            self.formats.setdefault(
                _whole(attributes, "numFmtId"), number_format_of(attributes.get("formatCode", ""))
            )

    def _style(self, attributes: Attributes) -> None:
        if self._part == "cellXfs":
            self.styles.append((_whole(attributes, "numFmtId"), _whole(attributes, "fontId")))


def _whole(attributes: Attributes, key: str) -> int:
    text = attributes.get(key, "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else 0
