"""The process that parses a workbook, alone; its order is the path.

It gives the file up to memory and time that it sets itself, writes JSON lines to standard output and
nothing else anywhere: each sheet and its rows, then ``END`` with the fonts and the properties; or one
line with why the file is refused. Whatever is not ended by ``END`` or a refusal is no answer.
"""

import gc
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from exports.layout.cell_address import column_letters
from exports.processes.life_line import next_order
from exports.reading.book_parts import read_book, read_properties
from exports.reading.kinds.file_kinds import SNIFFED, FileKind, kind_of, refuse_other_kinds
from exports.reading.limits import (
    MAX_COLUMNS,
    MAX_ROWS,
    MEGABYTE,
    Parts,
    beginning_of_workbook,
    bytes_of_workbook,
)
from exports.reading.plain_table import read_plain_table
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.shared_parts import read_strings, read_styles
from exports.reading.sheet_parts import (
    Extent,
    FoundSheet,
    Room,
    Shared,
    SheetContent,
    TooLarge,
    extent_of,
    read_sheet,
)
from exports.reading.workbook_reader import CPU_SECONDS, END, KIND, PROPERTIES

if sys.platform != "win32":
    import resource

MEMORY = 120 * MEGABYTE
"""Address space beyond what the process has at its start; together less than 150 MB are in use."""

_READERS: dict[FileKind, tuple[str, str]] = {
    "xls": ("exports.reading.old_workbook", "read_old_workbook"),
    "xlsb": ("exports.reading.kinds.binary_workbook", "read_binary_workbook"),
    "ods": ("exports.reading.kinds.open_document", "read_open_document"),
    "html": ("exports.reading.kinds.web_table", "read_web_tables"),
}
"""Module and function; each takes the bytes, the room and a title for a sheet that has none."""

KeptSheet = tuple[str, bool, SheetContent | None]
"""Title, whether it is hidden, and what it holds; None when it is hidden and too large."""


class ReadBook(NamedTuple):
    """The kind of a file, its sheets in order, and the custom properties of an .xlsx."""

    kind: FileKind
    sheets: list[KeptSheet]
    properties: dict[str, str]


def main() -> int:
    """Read the file of the order and answer on standard output."""
    limit_resources()
    gc.disable()  # nothing here is cyclic, and the cells are many
    _write(_answer(Path(next_order())))
    return 0


def _answer(path: Path) -> list[object]:
    try:
        refuse_other_kinds(beginning_of_workbook(path, SNIFFED).data)  # a photo is told as one, however large
        return _answer_lines(read(bytes_of_workbook(path), title=path.stem))
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


def read(data: bytes, *, title: str = "") -> ReadBook:
    """What stands in a file; *title* is that of the sheet where the file has none. Raises WorkbookRefused."""
    room = Room()
    kind = kind_of(data)
    if kind == "xlsx":
        parts = Parts(data)
        return ReadBook(kind, list(_read_parts(parts, room)), read_properties(parts, room))
    return ReadBook(kind, [_checked(*sheet) for sheet in _read_other(kind, data, room, title)], {})


def _read_other(kind: FileKind, data: bytes, room: Room, title: str) -> list[FoundSheet]:
    """Only the reader that is needed is loaded, and the library behind it."""
    if kind == "text":
        return [(title, False, read_plain_table(data, room))]
    module, name = _READERS[kind]
    found: list[FoundSheet] = getattr(import_module(module), name)(data, room, title)
    return found


def _read_parts(parts: Parts, room: Room) -> Iterator[KeptSheet]:
    book = read_book(parts)
    shared = Shared(read_strings(parts, book.strings), read_styles(parts, book.styles), book.from_1904)
    for title, part, hidden in book.sheets:
        try:
            yield title, hidden, read_sheet(parts, part, shared, room)
        except TooLarge:
            yield _checked(title, hidden, None if hidden else extent_of(parts, part))


def _checked(title: str, hidden: bool, cells: SheetContent | Extent | None) -> KeptSheet:
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
    lines.append({END: list(fonts), KIND: book.kind, PROPERTIES: book.properties})
    return lines


def _write(lines: list[object]) -> None:
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for line in lines:
        sys.stdout.buffer.write(encode(line).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()
