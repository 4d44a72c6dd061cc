"""The fonts of the print: what they hold, what they are called, and that the script makes them."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from exports.printing.fonts import FILES, FOLDER
from exports.printing.fonts.build import FAMILY, SOURCES, STYLES, UNICODES, file_name, subset_of
from tests.system_programs import missing


@pytest.mark.parametrize("path", FILES.values(), ids=lambda path: path.stem)
def test_a_font_holds_what_the_form_needs(path: Path) -> None:
    with TTFont(path) as font:
        cmap = font.getBestCmap()
        assert set(cmap) == set(UNICODES)
        assert ".notdef" not in cmap.values()
        for letter in "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA))):
            glyph = font["glyf"][cmap[ord(letter)]]
            assert glyph.numberOfContours != 0, letter
        digits = {font["hmtx"][cmap[ord(digit)]][0] for digit in "0123456789"}
        assert len(digits) == 1, "figures must line up"


@pytest.mark.parametrize("path", FILES.values(), ids=lambda path: path.stem)
def test_a_font_does_not_bear_the_reserved_name(path: Path) -> None:
    with TTFont(path) as font:
        names = {record.nameID: str(record) for record in font["name"].names}
    assert names[1] == FAMILY
    assert all("Liberation" not in text for text in names.values())
    assert "Open Font License" in names[13]


def test_the_licence_goes_with_the_fonts() -> None:
    text = (FOLDER / "LICENSE").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Copyright (c) 2012 Red Hat, Inc. with Reserved Font Name Liberation." in text
    assert "Digitized data copyright (c) 2010 Google Corporation" in text
    assert sorted(path.name for path in FOLDER.glob("*.ttf")) == sorted(map(file_name, STYLES))


@pytest.mark.tools
@pytest.mark.parametrize("style", STYLES)
def test_the_script_makes_the_same_font(style: str) -> None:
    """Glyphs and names; the bytes may differ with the release of fontTools."""
    from io import BytesIO

    if not SOURCES.is_dir():
        missing("fonts-liberation2")

    made = subset_of(SOURCES / f"LiberationSerif-{style}.ttf", style)
    with TTFont(BytesIO(made)) as new, TTFont(FOLDER / file_name(style)) as old:
        assert new.getBestCmap() == old.getBestCmap()
        assert new["hmtx"].metrics == old["hmtx"].metrics
        assert [str(record) for record in new["name"].names] == [str(record) for record in old["name"].names]
