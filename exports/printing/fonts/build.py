"""Makes the fonts of the print from Liberation Serif 2.1.5; run by a developer: ``python -m exports.printing.fonts.build``.

Liberation is a reserved name and a subset is a modified version, so the subset bears another name. The output
depends on nothing but the four source files.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset

FAMILY = "Bieu Mau Serif"
SOURCES = Path("/usr/share/fonts/truetype/liberation2")
VERSION = "Version 2.1.5"
STYLES = {"Regular": "Regular", "Bold": "Bold", "Italic": "Italic", "BoldItalic": "Bold Italic"}

UNICODES = frozenset(
    {
        *range(0x20, 0x7F),
        *range(0xA0, 0x100),
        *map(ord, "ĂăĐđĨĩŨũƠơƯư"),
        *(0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323),
        *range(0x1EA0, 0x1EFA),
        *map(ord, "–—‘’“”•…‰₫№←↑→↓−≠≤≥"),
    }
)
"""What the fonts hold: ASCII, Latin-1, every Vietnamese letter, the marks, punctuation and signs of the form."""

# trademark, manufacturer, designer, description, vendor URL...: they speak of the original
_KEPT_NAMES = {0, 1, 2, 3, 4, 5, 6, 13, 14}


def subset_of(source: Path, style: str) -> bytes:
    """The font file of *style* made of *source*."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    # without names fontTools works them out again at every print
    options.glyph_names = True
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB"]
    out = BytesIO()
    with subset.load_font(str(source), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=UNICODES)
        subsetter.subset(font)
        _rename(font["name"], STYLES[style])
        font.save(out)
    return out.getvalue()


def _rename(names: Any, style: str) -> None:
    if not str(names.getDebugName(5)).startswith(VERSION):
        raise SystemExit(f"{names.getDebugName(4)}: {names.getDebugName(5)} is not {VERSION}")
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    texts = {
        1: FAMILY,
        2: style,
        3: f"{full}; subset of 2.1.5",
        4: full,
        6: f"{FAMILY}-{style}".replace(" ", ""),
    }
    names.names = [record for record in names.names if record.nameID in _KEPT_NAMES]
    for record in names.names:
        if record.nameID in texts:
            record.string = texts[record.nameID]


def build_fonts(folder: Path) -> None:
    """Write the four files into *folder*."""
    for style in STYLES:
        data = subset_of(SOURCES / f"LiberationSerif-{style}.ttf", style)
        (folder / file_name(style)).write_bytes(data)
        sys.stdout.write(f"{file_name(style)} {len(data)}\n")


def file_name(style: str) -> str:
    """Name of the file of a style, a key of ``STYLES``."""
    return f"BieuMauSerif-{style}.ttf"


if __name__ == "__main__":
    build_fonts(Path(__file__).parent)
