"""What the files to fill are made of."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from exports.layout.cell_address import cell_address
from tests.exports.hostile import MAIN, RELATIONS, parts, styles, text_cell

GENERAL, TEXT, DAY, PLAIN_BOLD = 0, 1, 2, 3
"""Styles of the files."""

TITLES = {
    "class_code": "Mã lớp",
    "id": "Mã học sinh",
    "name": "Họ tên",
    "birth_date": "Ngày sinh",
    "sex": "Giới tính",
    "status": "Trạng thái HS",
    "ethnicity": "Dân tộc",
    "province": "Tỉnh/Thành phố (Theo địa chỉ thường trú)",
    "boarding": "Trẻ lớp bán trú",
    "boarding_kind": "Học bán trú",
    "mother_name": "Họ tên mẹ",
    "mother_birth_year": "Năm sinh mẹ",
    "phone": "Số điện thoại liên hệ",
}
KEYS = tuple(TITLES)
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@dataclass(frozen=True)
class Template:
    """A file to fill: which part is its sheet of children, where the fields stand, where a first new row goes.

    *days* tells whether days are written as real days; *rows* is ref → row of the records that it holds, *words*
    how it writes the values of a field, *keeps* what it holds of a record already, in its own words.
    """

    data: bytes
    title: str
    part: str
    columns: Mapping[str, int]
    first_new: int
    days: bool = False
    suffix: str = ".xlsx"
    rows: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    keeps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def heading(
    row: int, keys: Iterable[str | None], titles: Mapping[str, str] = TITLES, extra: str = "Cột lạ"
) -> str:
    """A heading row; None is a column that nobody knows."""
    cells = (
        text_cell(cell_address(row, column), titles[key] if key else f"{extra} {column}", PLAIN_BOLD)
        for column, key in enumerate(keys, 1)
    )
    return f'<row r="{row}" ht="30" customHeight="1">{"".join(cells)}</row>'


def worksheet(data: str, *, before: str = "", after: str = "", dimension: str = "A1:M1") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        f'<dimension ref="{dimension}"/>{before}<sheetData>{data}</sheetData>{after}</worksheet>'
    )


def columns_of(keys: Iterable[str | None]) -> dict[str, int]:
    return {key: column for column, key in enumerate(keys, 1) if key}


STYLE = styles(("General", "@", "dd/mm/yyyy", "General"))
COLUMN_STYLES = (
    '<cols><col min="1" max="3" width="20" style="1"/><col min="4" max="4" width="12" style="2"/></cols>'
)
PROTECTED = (
    '<sheetProtection sheet="1" objects="1"/><conditionalFormatting sqref="A2:M9"><cfRule type="expression" '
    'priority="1"><formula>LEN($A2)=0</formula></cfRule></conditionalFormatting>'
)


def pack(made: Mapping[str, str | bytes], main_type: str = f"{BOOK_TYPE}.sheet.main+xml") -> bytes:
    """A package as real programs write it: content types, times, some parts stored, an extra field."""
    kinds = {"worksheets/": "worksheet+xml", "styles": "styles+xml", "sharedStrings": "sharedStrings+xml"}
    overrides = [f'<Override PartName="/xl/workbook.xml" ContentType="{main_type}"/>']
    for name in made:
        kind = next((kind for start, kind in kinds.items() if name.startswith(f"xl/{start}")), None)
        if kind and name.endswith(".xml"):
            overrides.append(f'<Override PartName="/{name}" ContentType="{BOOK_TYPE}.{kind}"/>')
        if name.startswith("xl/drawings/drawing"):
            drawing = "application/vnd.openxmlformats-officedocument.drawing+xml"
            overrides.append(f'<Override PartName="/{name}" ContentType="{drawing}"/>')
    types = (
        f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" '
        'ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        f"{''.join(overrides)}</Types>"
    )
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.comment = "Mẫu".encode()
        for number, (name, content) in enumerate({**made, "[Content_Types].xml": types}.items()):
            info = ZipInfo(name, (2019, 9, 1 + number % 28, 7, 30, 2 * (number % 30)))
            info.compress_type = ZIP_STORED if name.endswith((".png", ".bin")) else ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.extra = struct.pack("<HHH", 0xCAFE, 2, number)
            archive.writestr(info, content)
    return file.getvalue()


def package(
    sheets: Mapping[str, str], *, shared: str = "", hidden: Iterable[str] = ()
) -> dict[str, str | bytes]:
    return parts(sheets, shared=shared, style=STYLE, hidden=hidden)


def single(
    data: str, keys: Iterable[str | None], first_new: int, *, days: bool = True, **more: str
) -> Template:
    made = package({"Sheet1": worksheet(data, **more)})
    return Template(pack(made), "Sheet1", "xl/worksheets/sheet1.xml", columns_of(keys), first_new, days)
