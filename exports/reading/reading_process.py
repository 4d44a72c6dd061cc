"""The process that parses a workbook, alone; its order is the path, and whether macros are passed over.

It gives the file up to memory and time that it sets itself, writes JSON lines to standard output and
nothing else anywhere: each sheet and its rows, then ``END`` with the fonts and the properties; or one
line with why the file is refused. Whatever is not ended by ``END`` or a refusal is no answer.
"""

import gc
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from exports.layout.cell_address import column_letters
from exports.processes.life_line import next_order
from exports.reading.book_parts import read_book, read_properties
from exports.reading.limits import MAX_COLUMNS, MAX_ROWS, MEGABYTE, Parts, bytes_of_workbook, kind_of
from exports.reading.old_workbook import read_old_workbook
from exports.reading.plain_table import read_plain_table
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.shared_parts import read_strings, read_styles
from exports.reading.sheet_parts import Extent, Room, Shared, SheetContent, TooLarge, extent_of, read_sheet
from exports.reading.workbook_reader import CPU_SECONDS, END, PROPERTIES

if sys.platform != "win32":
    import resource

MEMORY = 120 * MEGABYTE
"""Address space beyond what the process has at its start; together less than 150 MB are in use."""

FoundSheet = tuple[str, bool, SheetContent | None]
"""Title, whether it is hidden, and what it holds; None when it is hidden and too large."""


class ReadBook(NamedTuple):
    """The sheets of a workbook in order, and its custom properties."""

    sheets: list[FoundSheet]
    properties: dict[str, str]


def main() -> int:
    """Read the file of the order and answer on standard output."""
    limit_resources()
    gc.disable()  # nothing here is cyclic, and the cells are many
    path, with_macros = next_order()
    _write(_answer(Path(path), with_macros=with_macros))
    return 0


def _answer(path: Path, *, with_macros: bool) -> list[object]:
    try:
        return _answer_lines(read(bytes_of_workbook(path), with_macros=with_macros, title=path.stem))
    except WorkbookRefused as refused:
        return [{"refused": refused.code, "values": refused.values}]
    except (MemoryError, RecursionError):
        return [{"refused": "too_heavy", "values": {}}]


def limit_resources() -> None:
    """Memory, time and writing of this process; Windows has no such limits, there only the clock of the parent."""
    if sys.platform != "win32":
        limits = {
            # the first second is a signal that the parent knows, the second one ends whatever is left
            resource.RLIMIT_CPU: (CPU_SECONDS, CPU_SECONDS + 1),
            resource.RLIMIT_CORE: (0, 0),
            resource.RLIMIT_FSIZE: (0, 0),
        }
        with suppress(OSError, ValueError):
            pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
            space = pages * resource.getpagesize() + MEMORY
            limits[resource.RLIMIT_AS] = (space, space)
        for limit, most in limits.items():
            with suppress(OSError, ValueError):
                resource.setrlimit(limit, most)


def read(data: bytes, *, with_macros: bool = False, title: str = "") -> ReadBook:
    """What stands in a file; *title* is that of the sheet where the file has none. Raises WorkbookRefused."""
    room = Room()
    kind = kind_of(data)
    if kind == "text":
        return ReadBook([_checked(title, False, read_plain_table(data, room))], {})
    if kind == "xls":
        return ReadBook([_checked(*sheet) for sheet in read_old_workbook(data, room)], {})
    parts = Parts(data, with_macros=with_macros)
    sheets = list(_read_parts(parts, room, with_macros=with_macros))
    return ReadBook(sheets, read_properties(parts, room))


def _read_parts(parts: Parts, room: Room, *, with_macros: bool) -> Iterator[FoundSheet]:
    book = read_book(parts, with_macros=with_macros)
    shared = Shared(read_strings(parts, book.strings), read_styles(parts, book.styles), book.from_1904)
    for title, part, hidden in book.sheets:
        try:
            yield title, hidden, read_sheet(parts, part, shared, room)
        except TooLarge:
            yield _checked(title, hidden, None if hidden else extent_of(parts, part))


def _checked(title: str, hidden: bool, cells: SheetContent | Extent | None) -> FoundSheet:
    """A sheet that is too large is passed by when it is hidden, else the workbook is refused."""
    if isinstance(cells, Extent) and not hidden:
        raise _too_large(title, cells)
    return title, hidden, None if isinstance(cells, Extent) else cells


def _too_large(title: str, extent: Extent) -> WorkbookRefused:
    return WorkbookRefused(
        "sheet_too_large",
        sheet=title,
        rows=extent.rows,
        row=extent.row,
        column=column_letters(extent.column),
        most_rows=MAX_ROWS,
        most_columns=MAX_COLUMNS,
    )


def _answer_lines(book: ReadBook) -> list[object]:
    """Lines of the answer; a font is told once and named by its place."""
    fonts: dict[str | None, int] = {}
    lines: list[object] = []
    for title, hidden, cells in book.sheets:
        lines.append([title, hidden, cells is None, cells.merged if cells else []])
        for row, filled in sorted(cells.rows.items() if cells else ()):
            if cells and filled:
                texts = [
                    (column, text, kind, fonts.setdefault(font, len(fonts)))
                    for column, (text, kind, font) in sorted(filled.items())
                ]
                lines.append([row, texts, row in cells.hidden])
    lines.append({END: list(fonts), PROPERTIES: book.properties})
    return lines


def _write(lines: list[object]) -> None:
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for line in lines:
        sys.stdout.buffer.write(encode(line).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()
