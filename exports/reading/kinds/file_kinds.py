"""What a file is by its content, whatever its name says: a kind that is read, or what it is instead."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from typing import Literal

from exports.reading.limits import ZipParts
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.refusal_words import OtherKind

FileKind = Literal["xlsx", "xlsb", "ods", "xls", "html", "text"]

SNIFFED = 4096
_RICH_TEXT = b"{\\rtf"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x10\x00",
    b"\x09\x08\x08\x00",
)
_STARTS: tuple[tuple[OtherKind, tuple[bytes, ...]], ...] = (
    ("pdf", (b"%PDF",)),
    ("rich_text", (_RICH_TEXT,)),
    ("picture", (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
    ("archive", (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF")),
    ("access", (b"\0\1\0\0Standard Jet DB", b"\0\1\0\0Standard ACE DB")),
    ("database", (b"SQLite format 3",)),
    (
        "works",
        (
            b"\xff\0\2\0\4\4",
            b"\xff\0\2\0\4\5",
            b"\0\0\2\0\4\4",
            b"\0\0\2\0\6\4",
            b"\0\0\x1a\0",
            b"\0\0\2\0\x20\x51",
        ),
    ),
    ("mail", (b"From ", b"Return-Path:", b"Received:", b"Delivered-To:")),
    ("program", (b"MZ\x90", b"\x7fELF")),
    ("media", (b"OggS", b"\x1aE\xdf\xa3")),
)
_BINARY: tuple[tuple[OtherKind, int, bytes], ...] = (
    ("media", 4, b"ftyp"),
    ("media", 0, b"ID3"),
    ("picture", 0, b"BM"),
    ("picture", 8, b"WEBP"),
)
"""Words in files that are no text: as the beginning of a text they say nothing."""
_IN_OLE: tuple[tuple[OtherKind, str], ...] = (
    ("word", "WordDocument"),
    ("slides", "PowerPoint Document"),
    ("mail", "__properties_version1.0"),
    ("works", "MatOST"),
)
_IN_ZIP: tuple[tuple[OtherKind, str], ...] = (
    ("word", "word/"),
    ("slides", "ppt/"),
    ("numbers", "index/"),
    ("numbers", "index.zip"),
    ("drawing", "visio/"),
)
_OPEN_KINDS: dict[str, OtherKind] = {"text": "word", "presentation": "slides", "graphics": "drawing"}
_OPEN = "application/vnd.oasis.opendocument."
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_WEB_ARCHIVE = re.compile(rb"mime-version:.{0,2000}multipart/related", re.IGNORECASE | re.DOTALL)
_TABLE = re.compile(rb"<\0?t\0?a\0?b\0?l\0?e[\s\0>]", re.IGNORECASE)


def kind_of(data: bytes) -> FileKind:
    """What a file is that may be read; ``text`` may be a table. Raises WorkbookRefused for anything else."""
    if data.startswith(_ZIP):
        return _kind_of_zip(ZipParts(data))
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    if data.startswith(_BARE_BIFF):
        return "xls"
    refuse_other_kinds(data[:SNIFFED])
    return _kind_of_text(data)


def begins_as_json(start: bytes) -> bool:
    """Whether a file that begins so is JSON, or meant as such."""
    text = start.removeprefix(BOM_UTF8).lstrip()
    return text.startswith((b"{", b"[")) and not text.startswith(_RICH_TEXT)


def is_no_text(start: bytes) -> bool:
    """Whether a file that begins so is surely no text that somebody wrote: a zip, a picture, a print, rich text."""
    return bool(_CONTROL.search(start)) or any(start.startswith(starts) for _, starts in _STARTS)


def refuse_other_kinds(start: bytes) -> None:
    """Raises WorkbookRefused when a file that begins so is of a kind that holds no table."""
    if not start:
        raise WorkbookRefused("empty")
    for kind, starts in _STARTS:
        if start.startswith(starts) and (kind != "mail" or b":" in start.partition(b"\n")[2]):
            raise _is(kind)


def _is(kind: OtherKind) -> WorkbookRefused:
    return WorkbookRefused("not_excel", kind=kind)


def _kind_of_zip(parts: ZipParts) -> FileKind:
    names = parts.names
    if "content.xml" in names and "mimetype" in names:
        kind = b"".join(parts.chunks("mimetype"))[:SNIFFED].decode("ascii", "replace").strip()
        other = _OPEN_KINDS.get(kind.removeprefix(_OPEN).split("-")[0])
        if other:
            raise _is(other)
        return "ods"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    for other, start in _IN_ZIP:
        if any(name.startswith(start) for name in names):
            raise _is(other)
    raise _is("archive")


def _kind_of_ole(data: bytes) -> FileKind:
    """Of a container of old Office: names of its streams are in UTF-16."""

    def holds(name: str) -> bool:
        return f"{name}\0".encode("utf-16-le") in data

    if holds("Workbook") or holds("Book"):
        return "xls"
    if holds("EncryptedPackage"):
        raise WorkbookRefused("encrypted")
    raise _is(next((kind for kind, name in _IN_OLE if holds(name)), "other"))


def _kind_of_text(data: bytes) -> FileKind:
    start = data[:SNIFFED]
    text = start.removeprefix(BOM_UTF8)
    if start.startswith(_UTF_16):
        text = start.decode("utf-16", "ignore").encode()
    text = text.lstrip()
    if text.startswith(b"<"):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in text and not _TABLE.search(text):
            raise _is("xml_workbook")
        if _TABLE.search(data):
            return "html"
        raise WorkbookRefused("web_page")
    if _WEB_ARCHIVE.search(text):
        raise _is("web_archive")
    if _CONTROL.search(text):
        raise _is(next((kind for kind, at, word in _BINARY if start.startswith(word, at)), "other"))
    if text.startswith(b"{"):
        raise _is("package")
    return "text"
