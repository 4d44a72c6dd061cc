"""What a workbook may be before a word of it is parsed: kind of file, size, parts, unpacked size, ratio.

An honest workbook of a childcare group is far inside: 500 children × 50 columns are 0.2 MB in ten parts,
1.5 MB unpacked, ratio 8 to 12.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from exports.reading.reading_refusals import WorkbookRefused, WorkbookUnreadable
from exports.reading.refusal_words import RefusalCode, UnreadableCode
from forms.store.system import (
    system_calls,
)
from forms.store.system.platform_calls import HELD_ON_WINDOWS

FileKind = Literal["xlsx", "xls", "text"]

MEGABYTE = 1_000_000
MAX_BYTES = 10 * MEGABYTE
"""Of the file."""

MAX_PARTS = 200
"""Members of the zip."""

MAX_UNPACKED = 20 * MEGABYTE
"""Of all parts together: by what they declare, and by what is read of them."""

MAX_RATIO = 100
"""Unpacked ÷ packed of a part; parts under ``RATIO_FROM`` bytes unpacked may be any."""
RATIO_FROM = MEGABYTE // 2

MAX_ROWS, MAX_COLUMNS = 2_000, 120
"""Highest row and column of a sheet that may hold something: cells that only have a format do not count."""

MAX_CELLS = MAX_ROWS * MAX_COLUMNS
"""Cells with content in all sheets; also texts in the table that the sheets share."""

MAX_TEXT = 5_000_000
"""Characters of all cells together."""

CHUNK = 1 << 16

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x10\x00",
    b"\x09\x08\x08\x00",
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_DIRECTORY_ENTRY = b"PK\x01\x02"
_SPARE_ENTRIES = 8
_ENCRYPTED_FLAG = 0x1
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SNIFFED = 4096


def bytes_of_workbook(path: Path) -> bytes:
    """All of a file that may be a workbook. Raises WorkbookRefused."""
    return beginning_of_workbook(path, MAX_BYTES + 1)


def beginning_of_workbook(path: Path, most: int) -> bytes:
    """At most *most* bytes of it. Raises WorkbookRefused, also when there is nothing in it, or too much."""
    try:
        data, size = system_calls.read_beginning(path, most)
    except (OSError, ValueError) as error:
        raise WorkbookUnreadable(_why_unreadable(error)) from error
    if size > MAX_BYTES:
        raise WorkbookRefused("too_large", size=-(-size // MEGABYTE), most=MAX_BYTES // MEGABYTE)
    if not data:
        raise WorkbookRefused(_other_kind(data))
    return data


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


def kind_of(data: bytes) -> FileKind:
    """By the content of a file, whatever its name; ``text`` may be a table. Raises WorkbookRefused for anything else."""
    if data.startswith(_ZIP):
        return "xlsx"
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    if data.startswith(_BARE_BIFF):
        return "xls"
    other = _other_kind(data[:_SNIFFED])
    if other == "plain_text":
        return "text"
    raise WorkbookRefused(other)


def _kind_of_ole(data: bytes) -> FileKind:
    """Of a container of old Office: names of its streams are in UTF-16."""
    if any(name.encode("utf-16-le") in data for name in ("Workbook\0", "Book\0")):
        return "xls"
    encrypted = "EncryptedPackage".encode("utf-16-le") in data
    raise WorkbookRefused("encrypted" if encrypted else "not_excel")


def _other_kind(start: bytes) -> RefusalCode:
    if not start:
        return "empty"
    text = start.removeprefix(b"\xef\xbb\xbf")
    if start.startswith(_UTF_16):
        text = start.decode("utf-16", "ignore").encode()
    if text.lstrip().startswith(b"<"):
        return "web_page"
    if re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", text) or text.startswith((b"%PDF", b"{\\rtf")):
        return "not_excel"
    return "plain_text"


class Parts:
    """The parts of an .xlsx, checked before any is unpacked; names are found whatever their case.

    Raises WorkbookRefused, also later when a part turns out larger than it said, or damaged.
    """

    def __init__(self, data: bytes, *, with_macros: bool = False) -> None:
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
        _check_sizes(infos)
        if len(self._infos) != len(infos):
            raise WorkbookRefused("damaged")
        self._check_kind(with_macros)

    def _check_kind(self, with_macros: bool) -> None:
        names = self._infos
        if "mimetype" in names and "content.xml" in names:
            raise WorkbookRefused("open_document")
        if "xl/workbook.bin" in names:
            raise WorkbookRefused("binary_excel")
        if not any(name.startswith("xl/") for name in names):
            raise WorkbookRefused("not_excel")
        if not with_macros and any(name.endswith("vbaproject.bin") for name in names):
            raise WorkbookRefused("macros")
        if any(name.startswith("xl/externallinks/") for name in names):
            raise WorkbookRefused("external_links")

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
    for info in infos:
        ratio = info.file_size // max(info.compress_size, 1)
        if info.file_size > RATIO_FROM and ratio > MAX_RATIO:
            raise WorkbookRefused("packed_too_tightly", ratio=ratio, most=MAX_RATIO)
