"""Single cells changed in the XML of a sheet, and single members of a zip, however they are spelt."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from exports.official.fill_plan import CellWrite
from exports.official.sheet_patch import patch_sheet
from exports.official.sheet_scan import scan_sheet
from exports.official.zip_patch import with_members
from tests.exports.hostile import MAIN


def scanned(data: str, before: str = "") -> tuple[bytes, bytes]:
    whole = f'<worksheet xmlns="{MAIN}">{before}{data}</worksheet>'.encode()
    writes = {
        (2, 2): CellWrite("b"),
        (1, 3): CellWrite("5", True, "7"),
        (2, 1): CellWrite(" a"),
        (4, 1): CellWrite("<"),
    }
    return whole, patch_sheet(whole, scan_sheet(whole, "Sheet1"), writes)


@pytest.mark.parametrize("data", ["<sheetData/>", "<sheetData></sheetData>", "<sheetData />"])
def test_an_empty_sheet_takes_rows_in_order(data: str) -> None:
    _, new = scanned(data, '<dimension ref="A1"/>')
    assert new.decode() == (
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1:C4"/><sheetData>'
        '<row r="1"><c r="C1" s="7"><v>5</v></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>'
        '<c r="B2" t="inlineStr"><is><t>b</t></is></c></row>'
        '<row r="4"><c r="A4" t="inlineStr"><is><t>&lt;</t></is></c></row></sheetData></worksheet>'
    )


def test_rows_and_cells_without_addresses() -> None:
    old, new = scanned(
        "<sheetData><row><c/><c/></row><row><c/><c s='4'/><c><v>9</v></c></row><row r='6'/></sheetData>"
    )
    start = f'<worksheet xmlns="{MAIN}">'
    assert old.decode().startswith(start)
    assert new.decode() == (
        f'{start}<sheetData><row><c/><c/><c r="C1" s="7"><v>5</v></c></row><row>'
        '<c r="A2" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>'
        '<c r="B2" s="4" t="inlineStr"><is><t>b</t></is></c><c><v>9</v></c></row>'
        '<row r="4"><c r="A4" t="inlineStr"><is><t>&lt;</t></is></c></row><row r=\'6\'/></sheetData></worksheet>'
    )


def test_what_looks_like_a_cell_and_is_none_stays() -> None:
    decoys = "<!-- <c r='A2'/> --><?x <row r='2'>?><x xmlns='urn:x'><sheetData><row r='2'><c r='B2'/></row></sheetData></x>"
    old, new = scanned(
        f"<sheetData><row r='2' a:b='>' xmlns:a='urn:a'><c r='B2'><v>1</v></c></row></sheetData>{decoys}"
    )
    assert new.endswith(decoys.encode() + b"</worksheet>")
    assert b"<row r='2' a:b='>' xmlns:a='urn:a'><c r=\"A2\"" in new
    assert new.count(b"B2") == old.count(b"B2")


# Spellings of the zip


class Stream(io.RawIOBase):
    """Cannot be wound back: sizes then stand behind the members."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def test_a_zip_with_sizes_behind_and_wide_numbers() -> None:
    stream = Stream()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name in ("a", "Xl\\B.xml", "c"):
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(name.encode() * 100)
    for prefix in (b"", b"junk before"):
        data = with_members(prefix + bytes(stream.data), {"xl/b.xml": b"new"})
        assert data.startswith(prefix)
        with ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            names = archive.namelist()
            assert [archive.read(name) for name in names] == [b"a" * 100, b"new", b"c" * 100]
            infos = archive.infolist()
        first, second, _ = (info.header_offset for info in infos)
        local = data[second : infos[2].header_offset]
        assert local[6:8] == b"\0\0"
        assert int.from_bytes(local[14:18], "little") == infos[1].CRC
        assert len(local) == 30 + len("Xl\\B.xml") + infos[1].compress_size
        assert data[first:second] == bytes(stream.data)[: second - first]
