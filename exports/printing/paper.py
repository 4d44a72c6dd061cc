"""What the print draws with: texts, lines and filled boxes at known places, in millimetres, through fpdf2.

``text()`` and lines only: tables and cells of fpdf2 lay each text out twice and move the margins. fpdf2 is known to
this module alone; what it does not document and is used all the same stands in ``UNDOCUMENTED_NAMES``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import UTC, date, datetime
from importlib.resources import as_file
from io import BytesIO
from typing import Any, Self

from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

from exports.layout.table_page import TextStyle
from exports.printing.fonts import FILES
from exports.printing.paging import POINT
from exports.printing.print_words import FONT_NOT_READ, UNPRINTABLE
from forms.model.errors import Refused
from forms.store.system import system_calls

UNDOCUMENTED_NAMES: Mapping[str, str] = {
    "fonts": "FPDF: family and style in one word → the font that was added",
    "get_text_width": "of such a font: how many characters a text has and how wide it is at a size, in points",
    "cmap": "of such a font: the numbers of the characters that it has",
    "ttfont": "of such a font: the font of fontTools, open until it is closed",
    "recalcBBoxes": "of the font of fontTools: whether the boxes of the outlines are worked out when it is written",
}

FONT_FAMILY = "bieumau"
LINE_WIDTH = 0.2
HEADING_GREY = 235
PIXELS = 4
"""Of a millimetre of the watermark."""


class Paper:
    """An A4 document in the making, landscape if not *upright*; a font style is loaded when first used, closed at the end."""

    def __init__(self, title: str, author: str, subject: str, day: date, *, upright: bool = False) -> None:
        # Any: the types of fpdf2 allow every kind of font everywhere
        self._pdf: Any = FPDF("P" if upright else "L", "mm", "A4")
        pdf = self._pdf
        pdf.set_auto_page_break(auto=False)
        pdf.set_title(title)
        pdf.set_author(author)
        pdf.set_subject(subject)
        pdf.set_creator("nhomtre")
        pdf.set_lang("vi")
        # a fixed time makes two prints of the same report the same bytes
        pdf.set_creation_date(datetime(day.year, day.month, day.day, tzinfo=UTC))
        self._widths: dict[tuple[str, TextStyle], float] = {}
        self._loaded: set[TextStyle] = set()
        self._font_files = ExitStack()
        self._set: tuple[TextStyle, float] | None = None
        self._slanted: Image.Image | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for font in self._pdf.fonts.values():
            font.ttfont.close()
        self._font_files.close()

    def _font(self, style: TextStyle) -> None:
        if style not in self._loaded:
            with system_calls.as_storage_error(FONT_NOT_READ):
                path = self._font_files.enter_context(as_file(FILES[style]))
                self._pdf.add_font(FONT_FAMILY, style, path)
            # the outlines are taken as they are: their boxes need not be worked out again at every print
            self._pdf.fonts[FONT_FAMILY + style].ttfont.recalcBBoxes = False
            self._loaded.add(style)

    def width(self, text: str, style: TextStyle) -> float:
        """Width of *text* at a size of one point."""
        key = (text, style)
        width = self._widths.get(key)
        if width is None:
            self._font(style)
            font = self._pdf.fonts[FONT_FAMILY + style]
            width = self._widths[key] = font.get_text_width(text, 1.0, None)[1] * POINT
        return width

    def refuse_unprintable(self, what: str, text: str) -> None:
        """Raise Refused when *text* has a character that a style in use lacks."""
        self._font("")
        known = self._pdf.fonts[FONT_FAMILY].cmap
        missing = dict.fromkeys(char for char in text if ord(char) not in known)
        if missing:
            signs = ", ".join(f"«{char}» (U+{ord(char):04X})" for char in missing)
            raise Refused(UNPRINTABLE.format(what=what, signs=signs))

    def add_page(self) -> None:
        """Begin a page."""
        self._pdf.add_page()
        self._pdf.set_line_width(LINE_WIDTH)
        self._set = None

    def text(self, x: float, y: float, text: str, style: TextStyle, size: float) -> None:
        """*text* with its left end at *x* on the base line *y*."""
        if self._set != (style, size):
            self._font(style)
            self._pdf.set_font(FONT_FAMILY, style, size)
            self._set = (style, size)
        self._pdf.text(x, y, text)

    def centred(self, x: float, y: float, text: str, style: TextStyle, size: float) -> None:
        """*text* with its middle at *x*."""
        self.text(x - self.width(text, style) * size / 2, y, text, style, size)

    def right(self, x: float, y: float, text: str, style: TextStyle, size: float) -> None:
        """*text* with its right end at *x*."""
        self.text(x - self.width(text, style) * size, y, text, style, size)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A thin black line."""
        self._pdf.line(x1, y1, x2, y2)

    def box(self, x: float, y: float, width: float, height: float, grey: int | None = None) -> None:
        """A frame; filled when *grey* is given."""
        if grey is not None:
            self._pdf.set_fill_color(grey)
        self._pdf.rect(x, y, width, height, "D" if grey is None else "DF")
        if grey is not None:
            # text() wraps every text in colours when fill and text colour differ
            self._pdf.set_fill_color(0)

    def bars(self, x: float, y: float, size: float, bars: Iterable[tuple[int, int, int]]) -> None:
        """Black bars (row, first column, number of columns) of squares of *size*."""
        for row, first, count in bars:
            self._pdf.rect(x + first * size, y + row * size, count * size, size, "F")

    def slanted(self, x: float, y: float, text: str, size: float, angle: float, grey: int) -> None:
        """A large bold grey *text* with its middle at (*x*, *y*): a picture, so that it never mixes with the text."""
        if self._slanted is None:
            self._slanted = picture_of(text, size, grey)
        width, height = (pixels / PIXELS for pixels in self._slanted.size)
        with self._pdf.rotation(angle, x, y):
            self.picture(x - width / 2, y - height / 2, width, self._slanted)

    def picture(self, x: float, y: float, width: float, picture: Image.Image) -> float:
        """The *picture* with its left upper corner there; its height."""
        height = width * picture.height / picture.width
        self._pdf.image(picture, x, y, width, height)
        self._set = None
        return height

    def finish(self) -> bytes:
        """The document."""
        return bytes(self._pdf.output())


def picture_of(text: str, size: float, grey: int) -> Image.Image:
    """The bold grey *text* on white."""
    file = BytesIO(FILES["B"].read_bytes())
    font = ImageFont.truetype(file, size * POINT * PIXELS, layout_engine=ImageFont.Layout.BASIC)
    left, top, right, bottom = font.getbbox(text)
    picture = Image.new("L", (int(right - left), int(bottom - top)), 255)
    ImageDraw.Draw(picture).text((-left, -top), text, fill=grey, font=font)
    return picture
