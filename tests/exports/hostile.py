"""Workbooks made by hand, part by part: honest ones of every spelling, and those that would hurt."""

import io
import random
import struct
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET_PART = "xl/worksheets/sheet1.xml"


def sheet(rows: str, after: str = "", dimension: str = "A1") -> str:
    """XML of a sheet with *rows* in its data."""
    return f'<worksheet xmlns="{MAIN}"><dimension ref="{dimension}"/><sheetData>{rows}</sheetData>{after}</worksheet>'


def text_cell(place: str, text: str, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def number_cell(place: str, number: object, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}"><v>{number}</v></c>'


def styles(formats: Iterable[str | int], fonts: Iterable[str] = ("Calibri",)) -> str:
    """XML of styles 0, 1, ...: each a number format (a code, or the number of a built-in one) and a font."""
    fonts = list(fonts)
    declared, used = [], []
    for number, code in enumerate(formats):
        if isinstance(code, str):
            declared.append(f'<numFmt numFmtId="{164 + number}" formatCode={quoteattr(code)}/>')
        font = min(number, len(fonts) - 1)
        used.append(f'<xf numFmtId="{164 + number if isinstance(code, str) else code}" fontId="{font}"/>')
    names = "".join(f'<font><sz val="11"/><name val="{font}"/></font>' for font in fonts)
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{"".join(declared)}</numFmts><fonts>{names}</fonts>'
        f'<cellStyleXfs><xf numFmtId="14" fontId="0"/></cellStyleXfs><cellXfs>{"".join(used)}</cellXfs>'
        f'<dxfs><dxf><font><name val="Other"/></font><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs></styleSheet>'
    )


def strings(*items: str) -> str:
    """XML of shared texts; each the inside of an ``<si>``."""
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def parts(
    sheets: Mapping[str, str],
    *,
    shared: str = "",
    style: str = "",
    properties: str = "",
    hidden: Iterable[str] = (),
    links: str = "",
) -> dict[str, str | bytes]:
    """The parts of a workbook with these *sheets*: title and XML."""
    listed, linked, made = [], [], {}
    for number, (title, xml) in enumerate(sheets.items(), 1):
        state = ' state="hidden"' if title in hidden else ""
        listed.append(f'<sheet name={quoteattr(title)} sheetId="{number}"{state} r:id="rId{number}"/>')
        linked.append(
            f'<Relationship Id="rId{number}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        )
        made[f"xl/worksheets/sheet{number}.xml"] = xml
    for kind, xml in (("sharedStrings", shared), ("styles", style)):
        if xml:
            linked.append(f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="/xl/{kind}.xml"/>')
            made[f"xl/{kind}.xml"] = xml
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}'
        f"<sheets>{''.join(listed)}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{"".join(linked)}{links}</Relationships>',
        **made,
    }


def zipped(made: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return file.getvalue()


def book(rows: str, after: str = "", **more: str) -> bytes:
    """A workbook of one sheet, «Trẻ»."""
    return zipped(parts({"Trẻ": sheet(rows, after)}, **more))


def one_row(*cells: str) -> str:
    return f'<row r="1">{"".join(cells)}</row>'


HONEST = one_row(text_cell("A1", "Họ và tên"))


def with_part(name: str, content: str | bytes = b"x") -> bytes:
    return zipped({**parts({"Trẻ": sheet(HONEST)}), name: content})


CUSTOM = (
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
)
PROPERTY_LINKS = (
    f"{RELATIONS}/custom-properties",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties",
)


def custom(inside: str, space: str = CUSTOM[0], before: str = "") -> str:
    """XML of custom properties."""
    return f'{before}<Properties xmlns="{space}" xmlns:vt="urn:vt">{inside}</Properties>'


def custom_property(name: str, value: str, kind: str = "lpwstr") -> str:
    return (
        f'<property fmtid="{{D5}}" pid="2" name={quoteattr(name)}><vt:{kind}>{value}</vt:{kind}></property>'
    )


def with_properties(xml: str, link: str = PROPERTY_LINKS[0]) -> bytes:
    """An honest workbook with this part of custom properties."""
    made = parts({"Trẻ": sheet(HONEST)})
    linked = f'<Relationship Id="rId4" Type="{link}" Target="docProps/custom.xml"/></Relationships>'
    root = str(made["_rels/.rels"]).replace("</Relationships>", linked)
    return zipped({**made, "_rels/.rels": root, "docProps/custom.xml": xml})


def big(blocks: Iterable[bytes], level: int = 1) -> bytes:
    """A workbook whose sheet is these *blocks*, written one by one."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in parts({"Trẻ": ""}).items():
            if name != SHEET_PART:
                archive.writestr(name, content)
        start, end = sheet("|").encode().split(b"|")
        with archive.open(SHEET_PART, "w", force_zip64=False) as stream:
            for block in chain([start], blocks, [end]):
                stream.write(block)
    return file.getvalue()


def many_rows(rows: int, columns: int = 1) -> bytes:
    """Honest XML, only too much of it, behind a dimension that tells of one cell."""
    letters = [chr(65 + column) for column in range(columns)]

    def blocks() -> Iterable[bytes]:
        for row in range(1, rows + 1):
            cells = "".join(f'<c r="{letter}{row}"><v>{row * 7919 % 1009}</v></c>' for letter in letters)
            yield f'<row r="{row}">{cells}</row>'.encode()

    return big(blocks())


def unpacking_to(megabytes: int) -> bytes:
    return big(b" " * 1_000_000 for _ in range(megabytes))


def zip_bomb() -> bytes:
    return unpacking_to(15)


def lying_zip() -> bytes:
    """Declares a sheet of 100 bytes that unpacks to 15 MB."""
    data = bytearray(zip_bomb())
    for signature, name_at, size_at in ((b"PK\x01\x02", 46, 24), (b"PK\x03\x04", 30, 22)):
        place = data.find(SHEET_PART.encode()) - 30 if name_at == 30 else data.rfind(SHEET_PART.encode()) - 46
        assert data[place : place + 4] == signature
        data[place + size_at : place + size_at + 4] = struct.pack("<I", 100)
    return bytes(data)


def billion_laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10)
    )
    xml = f"<!DOCTYPE x [{entities}]>" + sheet(one_row('<c r="A1" t="str"><v>&a9;</v></c>'))
    return zipped(parts({"Trẻ": xml}))


def outer_entity() -> bytes:
    xml = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + sheet(
        one_row('<c r="A1" t="str"><v>&e;</v></c>')
    )
    return zipped(parts({"Trẻ": xml}))


def far_cell() -> bytes:
    last = f'<row r="1048576">{number_cell("XFD1048576", 2)}</row>'
    return book(one_row(number_cell("A1", 1)) + last)


def external_link() -> bytes:
    return with_part("xl/externalLinks/externalLink1.xml", f'<externalLink xmlns="{MAIN}"/>')


def hidden_external_link() -> bytes:
    """Under another name: only its relationship tells."""
    link = f'<Relationship Id="x" Type="{RELATIONS}/externalLink" Target="other.xml"/>'
    return zipped({**parts({"Trẻ": sheet(HONEST)}, links=link), "xl/other.xml": "<x/>"})


def macro() -> bytes:
    return with_part("xl/vbaProject.bin")


def ole(*names: str) -> bytes:
    """A container of old Office with streams of these names, as far as a sniffer looks."""
    directory = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)
    return (OLE.ljust(512, b"\0") + directory).ljust(4096, b"\0")


def encrypted() -> bytes:
    return ole("Root Entry", "EncryptionInfo", "EncryptedPackage")


def old_excel() -> bytes:
    return ole("Root Entry", "Workbook")


def truncated() -> bytes:
    return many_rows(200, 5)[:-400]


def empty_cells() -> bytes:
    """One row of 700,000 cells that have a format only: nothing to see, much to parse."""
    chance = random.Random(1)
    return big(
        (
            b"<row>",
            *(
                "".join(f'<c s="{chance.randrange(10**6)}"/>' for _ in range(1000)).encode()
                for _ in range(900)
            ),
            b"</row>",
        )
    )


def one_long_text_everywhere() -> bytes:
    cells = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{chr(65 + column)}{row}" t="s"><v>0</v></c>' for column in range(20))
        + "</row>"
        for row in range(1, 1000)
    )
    text = "".join(map(chr, random.Random(2).choices(range(0x1EA0, 0x1EF9), k=30_000)))
    return book(cells, shared=strings(f"<t>{text}</t>"))


def many_strings() -> bytes:
    chance = random.Random(3)
    items = (f"<t>{chance.randrange(10**5)}ệ</t>" for _ in range(500_000))
    return book(one_row('<c r="A1" t="s"><v>1</v></c>'), shared=strings(*items))


def many_merges() -> bytes:
    merges = "".join(f'<mergeCell ref="A{row}:XFD1048576"/>' for row in range(1, 100_000))
    return book(HONEST, f"<mergeCells>{merges}</mergeCells>")


def one_part_many_times() -> bytes:
    made = parts({"Trẻ": sheet(HONEST)})
    book_xml = str(made["xl/workbook.xml"])
    more = "".join(f'<sheet name="S{number}" sheetId="{number}" r:id="rId1"/>' for number in range(2, 150))
    return zipped({**made, "xl/workbook.xml": book_xml.replace("</sheets>", more + "</sheets>")})


def deep_elements() -> bytes:
    chance = random.Random(4)
    return big(f'<a b="{chance.randrange(10**6)}">'.encode() for _ in range(100_000))


def many_names() -> bytes:
    chance = random.Random(5)
    return big(f"<a{chance.randrange(10**7)}/>".encode() for _ in range(200_000))


def one_tag() -> bytes:
    chance = random.Random(6)
    blocks = (
        "".join(f' a{block}b{place}="{chance.randrange(10**6)}"' for place in range(100))
        for block in range(1000)
    )
    return big((b"<row", *(block.encode() for block in blocks), b"/>"))


def many_parts() -> bytes:
    return zipped(
        {**parts({"Trẻ": sheet(HONEST)}), **{f"xl/media/{number}.png": b"" for number in range(40_000)}}
    )


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip that lies about sizes": (lying_zip, "damaged"),
    "400 MB unpacked": (lambda: unpacking_to(400), "too_much_inside"),
    "billion laughs": (billion_laughs, "entities"),
    "XXE": (outer_entity, "entities"),
    "A1 + XFD1048576": (far_cell, "sheet_too_large"),
    "a million rows, wrong dimension": (lambda: many_rows(1_048_570), "too_much_inside"),
    "50,000 rows, wrong dimension": (lambda: many_rows(50_000, 7), "sheet_too_large"),
    "external link": (external_link, "external_links"),
    "external link under another name": (hidden_external_link, "external_links"),
    "encrypted": (encrypted, "encrypted"),
    "truncated zip": (truncated, "damaged"),
    "40,000 parts": (many_parts, "too_many_parts"),
    "a text of 30,000 letters in 20,000 cells": (one_long_text_everywhere, "too_much_text"),
    "500,000 shared texts": (many_strings, "too_many_cells"),
    "100,000 merges over each other": (many_merges, "damaged"),
    "one sheet 150 times": (one_part_many_times, "sheet_missing"),
    "100,000 elements in each other": (deep_elements, "damaged"),
    "200,000 names of elements": (many_names, "damaged"),
    "one tag of 2 MB": (one_tag, "damaged"),
}
"""What would hurt, and the code it must be refused with."""
