"""Ten files as owners download them, made by hand: each with something that a careless filler would break."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from unicodedata import normalize
from xml.sax.saxutils import escape

from exports.layout.cell_address import cell_address
from tests.exports.hostile import MAIN, RELATIONS, number_cell, strings, text_cell
from tests.exports.template_parts import (
    COLUMN_STYLES,
    DAY,
    KEYS,
    PROTECTED,
    TEXT,
    TITLES,
    Template,
    columns_of,
    heading,
    pack,
    package,
    single,
    worksheet,
)


def shuffled() -> Template:
    keys = (*KEYS[7:], *KEYS[:7])
    cols = COLUMN_STYLES.replace('min="4" max="4"', 'min="10" max="10"')
    return single(heading(1, keys), keys, 2, before=cols, after=PROTECTED)


def renamed() -> Template:
    titles = {
        **TITLES,
        "class_code": "Lớp học\n(*)",
        "name": "HỌ  VÀ TÊN\nHỌC SINH",
        "birth_date": "Ngày, tháng,\r\nnăm sinh",
        "phone": "SĐT\nliên hệ",
        "mother_name": " Họ và tên mẹ",
    }
    titles = {key: normalize("NFD", title) for key, title in titles.items()}
    made = single(heading(1, KEYS, titles), KEYS, 2, days=False)
    return replace(made, words={"class_code": {"NT1": "Nhóm Thỏ Mẫu"}})


def extra_columns() -> Template:
    keys = (None, "class_code", "name", None, *KEYS[3:], None, "id")
    formula = '<row r="2"><c r="A2"><f>ROW()-1</f><v>1</v></c><c r="D2" s="1"/></row>'
    row_3 = f'<row r="3">{number_cell("A3", 2)}{text_cell("O3", "việc của người khác")}</row>'
    return single(heading(1, keys) + formula + row_3, keys, 2, days=False, dimension="A1:Q3")


def headings_in_row_5() -> Template:
    keys = (None, *KEYS)
    above = "".join(
        f'<row r="{row}">{text_cell(f"A{row}", text)}</row>'
        for row, text in ((1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (2, "Họ tên, ngày sinh của trẻ"))
    )
    merges = '<mergeCells count="3"><mergeCell ref="A1:N1"/><mergeCell ref="A2:N3"/><mergeCell ref="B6:N6"/></mergeCells>'
    return single(above + heading(5, keys), keys, 7, days=False, after=merges)


def extension_lists() -> Template:
    names = ["01 - Nam", "02 - Nữ"]
    wanted = {"class_code": {"NT1": "Nhóm Thỏ Mẫu "}, "sex": {"Nam": "01 - Nam", "Nữ": "02 - Nữ"}}
    extension = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/'
        'spreadsheetml/2009/9/main"><x14:dataValidations count="2" xmlns:xm="http://schemas.microsoft.com/office/excel/'
        '2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>\'Danh mục\'!$A$1:$A$2</xm:f>'
        '</x14:formula1><xm:sqref>E2:E500</xm:sqref></x14:dataValidation><x14:dataValidation type="list"><x14:formula1>'
        "<xm:f>'Danh mục'!$B:$B</xm:f></x14:formula1><xm:sqref>A2:A500 Z1</xm:sqref></x14:dataValidation>"
        "</x14:dataValidations></ext></extLst>"
    )
    plain = '<dataValidations count="2"><dataValidation type="list" sqref="I2:I500"><formula1>"X"</formula1></dataValidation>'
    coded = '<dataValidation type="list" sqref="F2:F500"><formula1>DM_TT</formula1></dataValidation></dataValidations>'
    lists = "".join(
        f'<row r="{row}">{text_cell(f"A{row}", name)}{text_cell(f"B{row}", group)}{text_cell(f"C{row}", code)}</row>'
        for row, (name, group, code) in enumerate(
            zip(names, ("Nhóm Thỏ Mẫu ", "Lớp khác"), ("01", "1"), strict=True), 1
        )
    )
    made = package(
        {
            "Sheet1": worksheet(heading(1, KEYS), after=plain + coded + extension, before=COLUMN_STYLES),
            "Danh mục": worksheet(lists),
        },
        hidden=["Danh mục"],
    )
    defined = "<definedNames><definedName name=\"DM_TT\">'Danh mục'!$C$1:$C$2</definedName></definedNames>"
    made["xl/workbook.xml"] = str(made["xl/workbook.xml"]).replace("</sheets>", f"</sheets>{defined}")
    words = {**wanted, "boarding": {"Có": "X", "Không": ""}, "status": {"Đang học": "01"}}
    return Template(
        pack(made), "Sheet1", "xl/worksheets/sheet1.xml", columns_of(KEYS), 2, days=True, words=words
    )


def image() -> Template:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    png += chunk(b"IDAT", zlib.compress(b"\0\x7f")) + chunk(b"IEND", b"")
    draw = "http://schemas.openxmlformats.org/drawingml/2006"
    anchor = (
        f'<xdr:wsDr xmlns:xdr="{draw}/spreadsheetDrawing" xmlns:a="{draw}/main"><xdr:oneCellAnchor><xdr:from><xdr:col>14'
        "</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
        '<xdr:ext cx="95250" cy="95250"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="Mẫu"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip xmlns:r="{RELATIONS}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
        '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="95250" cy="95250"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>"
    )
    made = package({"Sheet1": worksheet(heading(1, KEYS), after='<drawing r:id="rId1"/>')})
    made |= {
        "xl/worksheets/_rels/sheet1.xml.rels": relation("drawing", "../drawings/drawing1.xml"),
        "xl/drawings/drawing1.xml": anchor,
        "xl/drawings/_rels/drawing1.xml.rels": relation("image", "../media/image1.png"),
        "xl/media/image1.png": png,
    }
    return Template(pack(made), "Sheet1", "xl/worksheets/sheet1.xml", columns_of(KEYS), 2)


def relation(kind: str, target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/{kind}" Target="{target}"/></Relationships>'
    )


def macro() -> Template:
    made = package({"Sheet1": worksheet(heading(1, KEYS), before=COLUMN_STYLES)})
    link = (
        '<Relationship Id="vba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        'Target="vbaProject.bin"/></Relationships>'
    )
    rels = "xl/_rels/workbook.xml.rels"
    made |= {
        rels: str(made[rels]).replace("</Relationships>", link),
        "xl/vbaProject.bin": bytes(range(256)) * 4,
    }
    data = pack(made, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    return Template(
        data, "Sheet1", "xl/worksheets/sheet1.xml", columns_of(KEYS), 2, days=True, suffix=".xlsm"
    )


def sixteen_lists() -> Template:
    """The sheet to fill comes third; one of the lists looks like a small sheet of classes."""
    lists = {
        f"DM {number}": worksheet(
            f'<row r="1">{text_cell("A1", "Mã lớp")}{text_cell("B1", "Tên lớp")}{text_cell("C1", "Nhóm lớp")}</row>'
            f'<row r="2">{text_cell("A2", "NT1")}{text_cell("B2", "Nhóm Thỏ Mẫu")}{text_cell("C2", "Nhóm trẻ")}</row>'
        )
        for number in range(1, 17)
    }
    titles = list(lists)
    chosen = '<dataValidations><dataValidation type="list" sqref="A2:A9"><formula1>\'DM 1\'!$B$2:$B$2</formula1></dataValidation></dataValidations>'
    target = worksheet(heading(1, KEYS), after=chosen)
    sheets = {titles[0]: lists[titles[0]], titles[1]: lists[titles[1]], "MN_HocSinh": target, **lists}
    made = package(sheets, hidden=titles[3:])
    return Template(
        pack(made),
        "MN_HocSinh",
        "xl/worksheets/sheet3.xml",
        columns_of(KEYS),
        2,
        words={"class_code": {"NT1": "Nhóm Thỏ Mẫu"}},
    )


def prefixed() -> Template:
    """Another spelling of the same: a prefix, single quotes, elements that close themselves, no addresses."""
    cells = "".join(
        f"<x:c t='inlineStr' s='3'><x:is><x:t>{escape(TITLES[key])}</x:t></x:is></x:c>" for key in KEYS
    )
    xml = (
        f"\ufeff<?xml version='1.0' encoding='utf-8'?><!-- <x:row r='9'> > --><x:worksheet xmlns:x='{MAIN}' "
        f"xmlns:r='{RELATIONS}'><x:dimension ref='A1:M4' /><x:cols><x:col min='4' max='4' style='2' width='12'/></x:cols>"
        f"<x:sheetData ><x:row spans='1:13'>{cells}</x:row>\n<x:row r='2' ht='20' /><x:row hidden='0'><x:c r='B3' s='1'/>"
        "<x:c s='1' /><x:c r='M3' s='1'></x:c></x:row></x:sheetData ><x:pageMargins left='1' right='1' top='1' bottom='1'"
        " header='0' footer='0'/></x:worksheet>"
    )
    made = package({"Sheet1": xml})
    return Template(pack(made), "Sheet1", "xl/worksheets/sheet1.xml", columns_of(KEYS), 2, days=True)


def existing_rows() -> Template:
    """Three rows that are ours in other words, one of somebody else, blank rows in between; shared texts."""
    rows: dict[int, dict[str, str | int]] = {
        3: {"id": "7900000002", "name": "Tên cũ", "birth_date": 42000},
        6: {"name": "NGUYỄN MẪU AN", "birth_date": "15/5/2017", "sex": "01", "phone": "0900000009"},
        7: {"id": "7999999999", "name": "Trẻ Mẫu Khác", "birth_date": 42001, "status": "Đang học"},
    }
    texts = list(
        dict.fromkeys(
            [*TITLES.values(), *(v for row in rows.values() for v in row.values() if isinstance(v, str))]
        )
    )
    places = columns_of(KEYS)

    def cell(row: int, key: str, value: object) -> str:
        place = cell_address(row, places[key])
        if isinstance(value, int):
            return number_cell(place, value, DAY)
        return f'<c r="{place}" s="{TEXT}" t="s"><v>{texts.index(str(value))}</v></c>'

    body = f'<row r="1">{"".join(cell(1, key, title) for key, title in TITLES.items())}</row>'
    for number, row in rows.items():
        cells = "".join(cell(number, key, row[key]) for key in KEYS if key in row)
        body += f'<row r="{number}" spans="1:13" ht="18">{cells}</row>'
    shared = strings(*(f"<t>{escape(text)}</t>" for text in texts))
    made = package({"Sheet1": worksheet(body, dimension="A1:M7")}, shared=shared)
    return Template(
        pack(made),
        "Sheet1",
        "xl/worksheets/sheet1.xml",
        places,
        8,
        days=True,
        rows={"c0001": 6, "c0002": 3},
        words={"sex": {"Nam": "01", "Nữ": "02"}},
        keeps={"c0001": {"birth_date": "15/5/2017"}},
    )


TEMPLATES = {
    "shuffled columns": shuffled,
    "renamed headings": renamed,
    "extra columns": extra_columns,
    "headings in row 5": headings_in_row_5,
    "lists in extensions": extension_lists,
    "an image": image,
    "a macro": macro,
    "16 list sheets": sixteen_lists,
    "prefixed names": prefixed,
    "existing rows": existing_rows,
}
