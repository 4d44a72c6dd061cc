"""Reads a workbook that someone filled in: the cells as an honest person sees them, or a plain reason why not.

The file is parsed by another process within limits of memory and time (``exports.reading.reading_process``), so
that no file can hurt this one. Nothing is calculated, followed or run; a workbook is read whole or not at all.
"""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from exports.reading.limits import beginning_of_workbook
from exports.reading.reading_refusals import WorkbookRefused, refusal_of

if TYPE_CHECKING:
    from subprocess import Popen

    from exports.reading.kinds.file_kinds import FileKind

    Watch = Callable[[Popen[bytes]], None]
    """Is handed the reading process once it runs; may end it early, from any thread."""

TIMEOUT = 30
"""Seconds by the clock for the reading process; more than its CPU time, for a machine that is busy."""

CPU_SECONDS = 15
"""Of the reading process. 500 children take a third of a second, the largest sheet that is read three seconds."""

END, KIND, PROPERTIES = "end", "kind", "properties"
"""Keys of the last line of its answer."""

READING_PROCESS = "exports.reading.reading_process"

CellKind = Literal["text", "number", "date", "bool", "formula", "error"]

_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 1 << 16)
_OUT_OF_MEMORY = -signal.SIGABRT
"""How a library ends that gets no more."""


class ForeignCell(NamedTuple):
    """A cell with content.

    *text* is as it is seen: a date is ``2016-09-01``, with a time of day ``2016-09-01 07:30:00``; a number
    has no thousands points and a decimal point; a yes or no is 1 or 0; text is as it came, not cleaned.
    *kind* is of the value, for a formula of its result; ``formula`` is one without a result, its text is
    empty. *font* is the font of most of the text, None when the file names none.
    """

    text: str
    kind: CellKind
    font: str | None = None


class ForeignRow(NamedTuple):
    """A row with content: its number on the sheet, and its cells by column number, both from 1, ascending.

    *is_hidden*: nobody sees it, by hand or by a filter.
    """

    number: int
    cells: Mapping[int, ForeignCell]
    is_hidden: bool = False


class MergedArea(NamedTuple):
    """Cells merged into one: its first and last row, its first and last column, from 1."""

    top: int
    bottom: int
    left: int
    right: int


class ForeignSheet(NamedTuple):
    """A sheet. One that is hidden and larger than the limits is not read: *is_unread*, and no rows.

    *merged* are its merged areas; only the first cell of one holds something.
    """

    title: str
    rows: tuple[ForeignRow, ...]
    is_hidden: bool = False
    is_unread: bool = False
    merged: tuple[MergedArea, ...] = ()


class ForeignWorkbook(NamedTuple):
    """A workbook read whole: the name of its file, its sheets in order, charts left out, its custom properties.

    What *kind* of file it is decides what is known of it: of an .xlsb neither hidden rows nor merged areas are.
    """

    name: str
    sheets: tuple[ForeignSheet, ...]
    properties: Mapping[str, str] = MappingProxyType({})
    kind: FileKind = "xlsx"


def read_workbook(path: Path, *, watch: Watch | None = None) -> ForeignWorkbook:
    """The workbook in *path*, by its content: .xlsx, .xlsm, .xlsb, .xls, .ods, a table of a web page or of plain text.

    Macros are never run. Raises WorkbookRefused, also when *watch* has ended the process that reads.
    """
    beginning_of_workbook(path, 1)
    return _workbook(path.name, _output(path, watch))


def _output(path: Path, watch: Watch | None) -> bytes:
    """What the reading process answers; nothing is handed to it but the path."""
    # subprocess: 5 modules that a command without a workbook does not need
    from exports.processes.launching import running, whole_answer

    try:
        with running(READING_PROCESS, str(path.absolute())) as process:
            if watch:
                watch(process)
            output = whole_answer(process, TIMEOUT)
    except TimeoutError:
        raise WorkbookRefused("too_slow", seconds=TIMEOUT) from None
    except OSError as error:
        raise WorkbookRefused("not_started") from error
    if process.returncode == _OUT_OF_TIME:
        raise WorkbookRefused("too_slow", seconds=CPU_SECONDS)
    if process.returncode == _OUT_OF_MEMORY:
        raise WorkbookRefused("too_heavy")
    if process.returncode:
        raise WorkbookRefused("failed")
    return output


def _workbook(name: str, output: bytes) -> ForeignWorkbook:
    try:
        lines = [json.loads(line) for line in BytesIO(output)]
    except ValueError:
        raise WorkbookRefused("failed") from None
    last = lines.pop() if lines and isinstance(lines[-1], dict) else {}
    if "refused" in last:
        raise refusal_of(last["refused"], last["values"])
    if END not in last:
        raise WorkbookRefused("failed")
    return ForeignWorkbook(name, _built(lines, last[END]), MappingProxyType(last[PROPERTIES]), last[KIND])


def _built(lines: list[list[Any]], fonts: list[str | None]) -> tuple[ForeignSheet, ...]:
    heads: list[tuple[str, bool, bool, tuple[MergedArea, ...]]] = []
    bodies: list[list[ForeignRow]] = []
    for line in lines:
        if isinstance(line[0], str):
            title, hidden, unread, merged = line
            heads.append((title, hidden, unread, tuple(MergedArea(*area) for area in merged)))
            bodies.append([])
        else:
            number, cells, is_hidden = line
            row = {column: ForeignCell(text, kind, fonts[font]) for column, text, kind, font in cells}
            bodies[-1].append(ForeignRow(number, MappingProxyType(row), is_hidden))
    return tuple(
        ForeignSheet(title, tuple(rows), hidden, unread, merged)
        for (title, hidden, unread, merged), rows in zip(heads, bodies, strict=True)
    )
