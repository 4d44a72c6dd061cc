"""Spreadsheets that are no .xlsx, made by hand: .ods and .xlsb part by part, and files of other kinds by how they begin."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from tests.exports.hostile import ole, zipped

URN = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{prefix}="{URN}{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "svg": "svg-compatible",
        "draw": "drawing",
    }.items()
)
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


def ods(body: str, styles: str = "", **more: str | bytes) -> bytes:
    """An .ods whose content has these tables."""
    content = (
        f'<office:document-content {_SPACES} office:version="1.3">'
        f'<office:font-face-decls><style:font-face style:name="old" svg:font-family="&apos;.VnTime&apos;"/></office:font-face-decls>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": SPREADSHEET, "content.xml": content, **more})


def ods_table(title: str, *rows: str, style: str = "") -> str:
    return (
        f'<table:table table:name="{escape(title)}" table:style-name="{style}">{"".join(rows)}</table:table>'
    )


def ods_row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def ods_text(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{escape(text)}</text:p></table:table-cell>'


def ods_value(kind: str, value: str, seen: str = "", more: str = "") -> str:
    name = {"date": "date-value", "boolean": "boolean-value", "time": "time-value"}.get(kind, "value")
    return (
        f'<table:table-cell office:value-type="{kind}" office:{name}="{value}" {more}>'
        f"<text:p>{seen}</text:p></table:table-cell>"
    )


def _record(number: int, data: bytes = b"") -> bytes:
    """A record of BIFF12: number and size in groups of seven bits."""
    head = bytes([number]) if number < 0x80 else bytes([number & 0xFF | 0x80, number >> 7])
    size, left = b"", len(data)
    while True:
        left, low = left >> 7, left & 0x7F
        size += bytes([low | (0x80 if left else 0)])
        if not left:
            return head + size + data


def _wide(text: str) -> bytes:
    encoded = text.encode("utf-16-le")
    return struct.pack("<I", len(encoded) // 2) + encoded


def xlsb_cell(column: int, value: str | float | bool, style: int = 0) -> bytes:
    head = struct.pack("<II", column, style)
    if isinstance(value, bool):
        return _record(4, head + bytes([value]))
    if isinstance(value, str):
        return _record(6, head + _wide(value))
    return _record(5, head + struct.pack("<d", value))


def xlsb_error(column: int, code: int) -> bytes:
    return _record(3, struct.pack("<II", column, 0) + bytes([code]))


def xlsb_row(number: int, *cells: bytes) -> bytes:
    return _record(0, struct.pack("<I", number) + bytes(21)) + b"".join(cells)


def xlsb(
    sheets: Mapping[str, Iterable[bytes]], hidden: Iterable[str] = (), dates: Iterable[int] = (14,)
) -> bytes:
    """An .xlsb with these rows in its sheets; style 0 is plain, 1 and so on are of the built-in formats *dates*."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    listed, links, made = b"", "", {}
    for number, (title, rows) in enumerate(sheets.items(), 1):
        state = struct.pack("<II", title in hidden, number)
        listed += _record(0x9C, state + _wide(f"rId{number}") + _wide(title))
        links += f'<Relationship Id="rId{number}" Type="{relations}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        extent = struct.pack("<IIII", 0, 9, 0, 9)
        body = (
            _record(0x81)
            + _record(0x94, extent)
            + _record(0x91)
            + b"".join(rows)
            + _record(0x92)
            + _record(0x82)
        )
        made[f"xl/worksheets/sheet{number}.bin"] = body
    formats = [0, *dates]
    cells = b"".join(_record(0x2F, struct.pack("<HH", 0xFFFF, number) + bytes(12)) for number in formats)
    styles = _record(0x269, struct.pack("<I", len(formats))) + cells + _record(0x26A)
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.bin": _record(0x83) + _record(0x8F) + listed + _record(0x90) + _record(0x84),
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{package}">{links}</Relationships>',
            "xl/styles.bin": styles,
            **made,
        }
    )


OTHERS: dict[str, tuple[bytes, str]] = {
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "a letter of Word": (zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), "Word"),
    "an old letter of Word": (ole("Root Entry", "WordDocument\0"), "Word"),
    "a letter of LibreOffice": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        "Word",
    ),
    "rich text": (b"{\\rtf1\\ansi Danh s\\'e1ch}", "RTF"),
    "slides": (zipped({"ppt/presentation.xml": "<x/>"}), "trình chiếu"),
    "a photo": (b"\xff\xd8\xff\xe0\0\x10JFIF", "ảnh"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "ảnh"),
    "a picture of the web": (b"RIFF\x24\0\0\0WEBPVP8 ", "ảnh"),
    "a drawing of Windows": (b"BM\x36\0\x0c\0\0\0\0\0\x36\0", "ảnh"),
    "a song": (b"ID3\x03\0\0\0\0", "âm thanh"),
    "a zip": (zipped({"danh sach.xlsx": b"PK"}), "giải nén"),
    "a rar": (b"Rar!\x1a\x07\x01\0", "giải nén"),
    "an Access database": (b"\0\1\0\0Standard ACE DB\0", "Access"),
    "an old Access database": (b"\0\1\0\0Standard Jet DB\0", "Access"),
    "a database": (b"SQLite format 3\0", "SQLite"),
    "a list of Numbers": (zipped({"Index/Document.iwa": b"x", "Metadata/Properties.plist": b"x"}), "Numbers"),
    "a sheet of Works": (b"\xff\0\2\0\4\4\5\x54", "Works"),
    "a sheet of Lotus": (b"\0\0\2\0\6\4\6\0", "Lotus"),
    "XML of Excel 2003": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "Excel 2003",
    ),
    "a page in one file": (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", ".mht"),
    "a letter": (b"Received: by example.org\nFrom: a@example.org\nSubject: ds\n\nkinh gui", "thư"),
    "a program": (b"MZ\x90\0\3\0\0\0", "chương trình"),
    "a film": (b"\0\0\0\x18ftypmp42\0\0\0\0", "phim"),
    "a page without a table": (b"<!DOCTYPE html><html><body>Xin chao</body></html>", "trang web"),
    "a file with a password": (ole("Root Entry", "EncryptionInfo\0", "EncryptedPackage\0"), "mật khẩu"),
    "prose": ("Kính gửi phụ huynh,\nNhà trường thông báo.\n".encode(), "tệp chữ thường"),
    "rubbish": (bytes(range(256)) * 4, "không đọc được"),
}
"""Files that are no list, and a word with which each is told."""
