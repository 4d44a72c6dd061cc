"""The fonts of the print: what they hold, what they are called, and that the script makes them."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from exports.printing.fonts import FILES, FOLDER
from exports.printing.fonts.build import FAMILY, SOURCES, STYLES, UNICODES, build_fonts, file_name
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
    assert sorted(path.name for path in FOLDER.iterdir() if path.name.endswith(".ttf")) == sorted(
        map(file_name, STYLES)
    )


@pytest.mark.slow
@pytest.mark.tools
def test_the_script_makes_the_same_fonts(tmp_path: Path) -> None:
    """Glyphs and names; the bytes may differ with the release of fontTools."""
    if not SOURCES.is_dir():
        missing("fonts-liberation2")
    build_fonts(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in FILES.values())
    for path in FILES.values():
        with TTFont(tmp_path / path.name) as new, TTFont(path) as old:
            assert new.getBestCmap() == old.getBestCmap()
            assert new["hmtx"].metrics == old["hmtx"].metrics
            assert list(map(str, new["name"].names)) == list(map(str, old["name"].names))
