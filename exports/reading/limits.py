"""What a workbook may be before a word of it is parsed: size, parts, unpacked size.

An honest workbook of a childcare group is far inside: 500 children × 50 columns are 0.2 MB in ten parts,
1.5 MB unpacked.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from exports.reading.reading_refusals import WorkbookRefused, WorkbookUnreadable
from exports.reading.refusal_words import UnreadableCode
from forms.store.system import (
    system_calls,
)
from forms.store.system.platform_calls import HELD_ON_WINDOWS

MEGABYTE = 1_000_000
MAX_BYTES = 10 * MEGABYTE
"""Of the file."""

MAX_PARTS = 200
"""Members of the zip."""

MAX_UNPACKED = 20 * MEGABYTE
"""Of all parts together: by what they declare, and by what is read of them."""

MAX_ROWS, MAX_COLUMNS = 2_000, 120
"""Highest row and column of a sheet that may hold something: cells that only have a format do not count."""

MAX_CELLS = MAX_ROWS * MAX_COLUMNS
"""Cells with content in all sheets; also texts in the table that the sheets share."""

MAX_TEXT = 5_000_000
"""Characters of all cells together."""

CHUNK = 1 << 16

_DIRECTORY_ENTRY = b"PK\x01\x02"
_SPARE_ENTRIES = 8
_ENCRYPTED_FLAG = 0x1


def bytes_of_workbook(path: Path) -> bytes:
    """All of a file that may be a workbook. Raises WorkbookRefused, also when there is too much of it."""
    data, size = beginning_of_workbook(path, MAX_BYTES + 1)
    if size > MAX_BYTES:
        raise WorkbookRefused("too_large", size=-(-size // MEGABYTE), most=MAX_BYTES // MEGABYTE)
    return data


def beginning_of_workbook(path: Path, most: int) -> system_calls.Beginning:
    """At most *most* bytes of it. Raises WorkbookRefused, also when there is nothing in it."""
    try:
        beginning = system_calls.read_beginning(path, most)
    except (OSError, ValueError) as error:
        raise WorkbookUnreadable(_why_unreadable(error), name=path.name or str(path)) from error
    if not beginning.data:
        raise WorkbookRefused("empty")
    return beginning


def _why_unreadable(error: OSError | ValueError) -> UnreadableCode:
    match error:
        case FileNotFoundError() | NotADirectoryError() | ValueError():
            return "missing"
        case IsADirectoryError():
            return "folder"
        case system_calls.NotARegularFile():
            return "not_a_file"
    if getattr(error, "winerror", None) in HELD_ON_WINDOWS:
        return "open_elsewhere"
    return "no_permission" if isinstance(error, PermissionError) else "unreadable"


class ZipParts:
    """The parts of a zip, to be checked before any is unpacked; names are found whatever their case.

    Raises WorkbookRefused, also later when a part turns out larger than it said, or damaged.
    """

    def __init__(self, data: bytes) -> None:
        # counted before ZipFile makes an object of every entry
        entries = data.count(_DIRECTORY_ENTRY)
        if entries > MAX_PARTS + _SPARE_ENTRIES:
            raise WorkbookRefused("too_many_parts", parts=entries, most=MAX_PARTS)
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
            raise WorkbookRefused("damaged") from error
        infos = self._zip.infolist()
        self._infos = {info.filename.replace("\\", "/").lower(): info for info in infos}
        self._left = MAX_UNPACKED

    def check(self) -> None:
        """See that all of it may be unpacked. Raises WorkbookRefused."""
        infos = self._zip.infolist()
        _check_sizes(infos)
        if len(self._infos) != len(infos):
            raise WorkbookRefused("damaged")

    @property
    def names(self) -> Collection[str]:
        """Their names, in small letters."""
        return self._infos.keys()

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._infos

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, which must be there, piece by piece; all parts together up to the limit."""
        try:
            with self._open(name) as stream:
                while chunk := stream.read(CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise WorkbookRefused(
                            "too_much_inside",
                            size=-(-(MAX_UNPACKED - self._left) // MEGABYTE),
                            most=MAX_UNPACKED // MEGABYTE,
                        )
                    yield chunk
        except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error) as error:
            raise WorkbookRefused("damaged") from error

    def whole(self, name: str) -> bytes:
        """A part again, in one piece: it has been read before and counts no more."""
        left, self._left = self._left, MAX_UNPACKED
        data = b"".join(self.chunks(name))
        self._left = left
        return data

    def _open(self, name: str) -> IO[bytes]:
        return self._zip.open(self._infos[name.lower()])


class Parts(ZipParts):
    """The parts of an .xlsx, with or without macros, which are never run. Raises WorkbookRefused for another kind."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.check()
        names = self.names
        if "mimetype" in names and "content.xml" in names:
            raise WorkbookRefused("open_document")
        if "xl/workbook.bin" in names:
            raise WorkbookRefused("binary_excel")
        if not any(name.startswith("xl/") for name in names):
            raise WorkbookRefused("not_excel", kind="archive")
        if any(name.startswith("xl/externallinks/") for name in names):
            raise WorkbookRefused("external_links")


def _check_sizes(infos: list[ZipInfo]) -> None:
    if len(infos) > MAX_PARTS:
        raise WorkbookRefused("too_many_parts", parts=len(infos), most=MAX_PARTS)
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
        raise WorkbookRefused("encrypted")
    if any(info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in infos):
        raise WorkbookRefused("damaged")
    unpacked = sum(info.file_size for info in infos)
    if unpacked > MAX_UNPACKED:
        raise WorkbookRefused("too_much_inside", size=-(-unpacked // MEGABYTE), most=MAX_UNPACKED // MEGABYTE)
