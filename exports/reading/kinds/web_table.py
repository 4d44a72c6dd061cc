"""Reads the tables of a web page: what many systems give out under the name .xls."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from html import unescape

from exports.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_PARTS, MAX_ROWS
from exports.reading.plain_table import decoded
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.sheet_parts import TEXT, Cells, Extent, FoundSheet, Room, SheetContent

LEAST_ROWS = LEAST_COLUMNS = 2
"""Of a table that is no frame around a page."""
MAX_NESTED = 20
MOST_TAGS = 5 * MAX_CELLS // 2
"""Of tables, cells, and lines in them: two for each cell, and more."""
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE)
_TAG = re.compile(
    r"<(?:!--|(?P<closing>/?)(?P<name>table|tr|td|th|br|p|div|li|script|style|title)(?=[\s/>])(?P<attributes>[^<>]*+)>)",
    re.IGNORECASE,
)
"""What makes a table, or hides text; each start is looked at once, so that no page can take long."""
_OTHER_TAG = re.compile(r"</?[a-z!?][^<>]*+>", re.IGNORECASE)
_COMMENT_END = re.compile("-->")
_SILENT = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "title")}
_SPANS = {
    name: re.compile(rf"""\b{name}\s*=\s*["']?\s*(\d{{1,5}})\b""", re.IGNORECASE)
    for name in ("rowspan", "colspan")
}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BREAK = "\0"
"""Where a page ends a line within a cell."""


def read_web_tables(data: bytes, room: Room, title: str) -> list[FoundSheet]:
    """The tables of a page as sheets, those within each other apart. Raises WorkbookRefused when there is none."""
    page = _Page()
    page.read(_decoded(data))
    tables = [table for table in page.tables if table.is_a_list]
    if not tables:
        raise WorkbookRefused("web_page")
    titles = [title, *(f"{title} ({number})" for number in range(2, len(tables) + 1))]
    return [(name, False, table.content(room)) for name, table in zip(titles, tables, strict=True)]


def _decoded(data: bytes) -> str:
    """As the page says; its mark and UTF-8 come first, since many pages say it wrongly."""
    named = _CHARSET.search(data[:4096])
    if data.startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)) or not named:
        return decoded(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(named[1].decode("ascii"))
    except (LookupError, UnicodeError):
        return decoded(data)


class _Table:
    """One table while it is read; cells that reach over several rows and columns are merged areas."""

    def __init__(self) -> None:
        self.rows: Cells = {}
        self.pieces: list[str] | None = None
        """Of the cell that is open."""
        self._merged: list[tuple[int, int, int, int]] = []
        self._hidden: set[int] = set()
        self._taken: dict[int, int] = {}
        """Last row that a cell above reaches down to, by column."""
        self._row = self._column = self._filled = self._far_row = self._far_column = self._area = 0

    @property
    def is_a_list(self) -> bool:
        """Whether it has rows and columns enough to be one."""
        return self._filled >= LEAST_ROWS and self._far_column >= LEAST_COLUMNS

    def start_row(self, *, hidden: bool) -> None:
        """A row begins."""
        self.end_cell()
        self._row, self._column = self._row + 1, 0
        if hidden:
            self._hidden.add(self._row)

    def start_cell(self, rows: int, columns: int) -> None:
        """A cell begins, in the next column that none from above reaches into."""
        self.end_cell()
        if not self._row:
            self.start_row(hidden=False)
        self._column += 1
        while self._taken.get(self._column, 0) >= self._row:
            self._column += 1
        rows, columns = min(rows, MAX_ROWS), min(columns, MAX_COLUMNS)
        self.pieces = []
        if rows * columns == 1:
            return
        last_row, last_column = self._row + rows - 1, self._column + columns - 1
        self._area += rows * columns
        if self._area > MAX_CELLS:
            raise WorkbookRefused("damaged")
        if last_row <= MAX_ROWS and last_column <= MAX_COLUMNS:
            self._merged.append((self._row, last_row, self._column, last_column))
        for column in range(self._column, last_column + 1):
            self._taken[column] = last_row

    def end_cell(self) -> None:
        """The cell that is open, if any, has ended."""
        if self.pieces is None:
            return
        text, self.pieces = _seen(self.pieces), None
        if text:
            self._filled += self._row != self._far_row
            self._far_row, self._far_column = self._row, max(self._far_column, self._column)
            if self._row <= MAX_ROWS and self._column <= MAX_COLUMNS:
                self.rows.setdefault(self._row, {})[self._column] = (text, TEXT, None)

    def content(self, room: Room) -> SheetContent | Extent:
        """What it holds, or how far it goes."""
        if self._far_row > MAX_ROWS or self._far_column > MAX_COLUMNS:
            return Extent(self._filled, self._far_row, self._far_column)
        for cells in self.rows.values():
            for text, _kind, _font in cells.values():
                room.take(text)
        return SheetContent(self.rows, self._merged, self._hidden)


class _Page:
    """The tables of a page in the order of their beginnings."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self._open: list[_Table] = []

    def read(self, text: str) -> None:
        """All of the page, in one pass: what is not closed goes on up to its end."""
        at = tags = 0
        while tag := _TAG.search(text, at):
            tags += 1
            if tags > MOST_TAGS:
                raise WorkbookRefused("too_many_cells", most=MAX_CELLS)
            self._add(text[at : tag.start()])
            at = tag.end()
            name = (tag["name"] or "").lower()
            if not name:
                at = _behind(text, at, _COMMENT_END)
            elif tag["closing"]:
                self._end(name)
            elif name in _SILENT:
                at = _behind(text, at, _SILENT[name])
            else:
                self._start(name, tag["attributes"])
        self._add(text[at:])
        while self._open:
            self._open.pop().end_cell()

    def _start(self, name: str, attributes: str) -> None:
        if name == "table":
            if len(self._open) >= MAX_NESTED or len(self.tables) >= MAX_PARTS:
                raise WorkbookRefused("damaged")
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif not self._open:
            return
        elif name == "tr":
            self._open[-1].start_row(hidden=bool(_HIDDEN.search(attributes)))
        elif name in ("td", "th"):
            self._open[-1].start_cell(_span("rowspan", attributes), _span("colspan", attributes))
        else:
            self._add(_BREAK)

    def _end(self, name: str) -> None:
        if not self._open:
            return
        if name == "table":
            self._open.pop().end_cell()
        elif name in ("td", "th", "tr"):
            self._open[-1].end_cell()

    def _add(self, text: str) -> None:
        if self._open and self._open[-1].pieces is not None:
            self._open[-1].pieces.append(text)


def _behind(text: str, at: int, end: re.Pattern[str]) -> int:
    found = end.search(text, at)
    return found.end() if found else len(text)


def _span(name: str, attributes: str) -> int:
    found = _SPANS[name].search(attributes)
    return max(int(found[1]), 1) if found else 1


def _seen(pieces: list[str]) -> str:
    """The text of a cell as a browser shows it: blanks are one, a line ends where the page says so."""
    text = "".join(pieces)
    if "<" in text:
        text = _OTHER_TAG.sub("", text)
    if "&" in text:
        text = unescape(text)
    return "\n".join(" ".join(line.split()) for line in text.split(_BREAK)).strip()
