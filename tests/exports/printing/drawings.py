"""What is drawn on the pages of a PDF, read back: texts, lines and frames at their places, in millimetres from the top."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from exports.printing.fonts import FILES

POINT = 25.4 / 72


class DrawnText(NamedTuple):
    text: str
    left: float
    base: float
    size: float


class DrawnLine(NamedTuple):
    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def length(self) -> float:
        return abs(self.x2 - self.x1) + abs(self.y2 - self.y1)


class DrawnBox(NamedTuple):
    left: float
    top: float
    width: float
    height: float


class Drawing(NamedTuple):
    texts: list[DrawnText]
    lines: list[DrawnLine]
    boxes: list[DrawnBox]

    def text(self, text: str) -> DrawnText:
        return next(drawn for drawn in self.texts if drawn.text == text)

    def under(self, text: DrawnText) -> DrawnLine:
        """The first line across the page below a text that begins no further left."""
        lines = [line for line in self.lines if line.y1 == line.y2 > text.base and line.x1 > text.left - 0.1]
        return min(lines, key=lambda line: line.y1)


def drawings(pdf: bytes) -> list[Drawing]:
    reader = PdfReader(BytesIO(pdf))
    return [_drawing(reader, page) for page in reader.pages]


def _drawing(reader: PdfReader, page: PageObject) -> Drawing:
    height = float(page.mediabox.height)
    texts: list[DrawnText] = []

    def note(text: str, _cm: Any, tm: Any, _font: Any, size: float) -> None:
        if text.strip():
            texts.append(DrawnText(text.strip(), tm[4] * POINT, (height - tm[5]) * POINT, size))

    page.extract_text(visitor_text=note)
    lines: list[DrawnLine] = []
    boxes: list[DrawnBox] = []
    at = (0.0, 0.0)
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        numbers = [float(number) for number in operands] if operator in (b"m", b"l", b"re") else []
        if operator == b"m":
            at = numbers[0], numbers[1]
        elif operator == b"l":
            x1, y1, x2, y2 = (*at, *numbers)
            lines.append(DrawnLine(x1 * POINT, (height - y1) * POINT, x2 * POINT, (height - y2) * POINT))
        elif operator == b"re":
            left, bottom, width, tall = numbers
            top = height - max(bottom, bottom + tall)
            boxes.append(DrawnBox(left * POINT, top * POINT, width * POINT, abs(tall) * POINT))
    return Drawing(texts, lines, boxes)


@cache
def _font(style: str) -> TTFont:
    return TTFont(FILES[style])


def text_width(text: str, style: str, size: float) -> float:
    """Width by the font's own table."""
    font = _font(style)
    names, advances = font.getBestCmap(), font["hmtx"].metrics
    units = sum(advances[names[ord(char)]][0] for char in text)
    return float(units / font["head"].unitsPerEm * size * POINT)
