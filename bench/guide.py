"""The owner's guide on paper, by the print of the program: a heading of the text is a page, its pictures stand beside it.

Of Markdown it knows what the guide needs: headings, paragraphs, numbered and other items, **bold**, `keys`, pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from exports.layout.table_page import TextStyle
from exports.printing.paging import POINT
from exports.printing.paper import Paper

GUIDE = Path(__file__).parents[1] / "docs/huong-dan.md"
MADE = date(2019, 9, 19)
LEFT, TOP, BOTTOM = 15.0, 20.0, 196.0
"""Edges of a page, in millimetres."""
TEXT_WIDTH, PICTURE_LEFT, PICTURE_WIDTH = 134.0, 155.0, 127.0
SIZE, HEADING_SIZE = 16.0, 22.0
LINE, GAP, HANG = SIZE * POINT * 1.25, 2.4, 7.5

Word = list[tuple[str, TextStyle]]
"""The pieces of a word, each in its style."""


class GuidePage(NamedTuple):
    """A page: its heading, its paragraphs as they are written, the files of its pictures."""

    heading: str
    paragraphs: tuple[str, ...]
    pictures: tuple[str, ...]


def pages_of(text: str) -> list[GuidePage]:
    """The pages of a guide; what stands before the first heading of a page is on the first one."""
    title, *rest = re.split(r"^## ", text, flags=re.MULTILINE)
    title, _, greeting = title.removeprefix("# ").partition("\n")
    pages = []
    for number, part in enumerate(rest):
        heading, _, body = part.partition("\n")
        heading = f"{title}. {heading}" if not number else heading
        body = body if number else f"{greeting}\n{body}"
        blocks = [block.strip() for block in re.split(r"\n\s*\n|\n(?=- |\d+\. )", body) if block.strip()]
        shown = [found[1] for block in blocks if (found := re.fullmatch(r"!\[[^]]*\]\(([^)]*)\)", block))]
        told = [" ".join(block.split()) for block in blocks if not block.startswith("![")]
        pages.append(GuidePage(heading, tuple(told), tuple(shown)))
    return pages


def guide_on_paper(path: Path) -> bytes:
    """The guide as a PDF. Raises ValueError when a page has no room for its text or its pictures."""
    pages = pages_of(path.read_text("utf-8"))
    with Paper(pages[0].heading, "", "nhomtre", MADE) as paper:
        for number, page in enumerate(pages, 1):
            paper.add_page()
            _draw(paper, page, path.parent)
            paper.right(PICTURE_LEFT + PICTURE_WIDTH, BOTTOM + 6, f"{number}/{len(pages)}", "", 11)
        return paper.finish()


def _draw(paper: Paper, page: GuidePage, folder: Path) -> None:
    paper.text(LEFT, TOP, page.heading, "B", HEADING_SIZE)
    paper.line(LEFT, TOP + 3, PICTURE_LEFT + PICTURE_WIDTH, TOP + 3)
    y = TOP + 8
    for file in page.pictures:
        with Image.open(folder / file) as picture:
            y += paper.picture(PICTURE_LEFT, y, PICTURE_WIDTH, picture) + 2
    _refuse_overflow(page, y - 2)
    y = TOP + 6 + LINE
    space = paper.width(" ", "") * SIZE
    for paragraph in page.paragraphs:
        sign, text = _item(paragraph)
        left = LEFT + (HANG if sign else 0)
        if sign:
            paper.text(LEFT, y, sign, "", SIZE)
        for line in _lines(paper, _words(text), LEFT + TEXT_WIDTH - left):
            x = left
            for word in line:
                for piece, style in word:
                    paper.text(x, y, piece, style, SIZE)
                    x += paper.width(piece, style) * SIZE
                x += space
            y += LINE
        y += GAP
    _refuse_overflow(page, y - LINE)


def _refuse_overflow(page: GuidePage, bottom: float) -> None:
    if bottom > BOTTOM:
        raise ValueError(f"{page.heading}: {bottom - BOTTOM:.0f} mm too long")


def _item(paragraph: str) -> tuple[str, str]:
    found = re.match(r"(-|\d+\.) (.*)", paragraph)
    return (("–" if found[1] == "-" else found[1]), found[2]) if found else ("", paragraph)


def _words(text: str) -> list[Word]:
    """The words, bold where they stand between two stars, or are a key; a comma behind a key goes with it."""
    words: list[Word] = []
    is_open = False
    for number, part in enumerate(re.split(r"\*\*|`", text)):
        style: TextStyle = "B" if number % 2 else ""
        for place, piece in enumerate(part.split()):
            if is_open and not place and not part[0].isspace():
                words[-1].append((piece, style))
            else:
                words.append([(piece, style)])
        if part:
            is_open = not part[-1].isspace()
    return words


def _width(paper: Paper, word: Word) -> float:
    return sum(paper.width(piece, style) * SIZE for piece, style in word)


def _lines(paper: Paper, words: Sequence[Word], room: float) -> Iterator[list[Word]]:
    """Words in lines."""
    space = paper.width(" ", "") * SIZE
    line: list[Word] = []
    used = 0.0
    for word in words:
        width = _width(paper, word)
        if line and used + width > room:
            yield line
            line, used = [], 0.0
        line.append(word)
        used += width + space
    yield line
