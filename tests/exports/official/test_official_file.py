"""Filling the file that the owner downloaded: ten of them, byte by byte, read back and opened by LibreOffice."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from exports.official.fill_plan import FillPlan, Target
from exports.official.official_file import fill, plan_fill
from exports.reading.workbook_reader import ForeignSheet, read_workbook
from exports.workbooks.rosters.roster_book import write_rosters
from forms.dossier.content import Content
from forms.sets.mn2019.records import LISTS
from tests.builders import example, record, then, without
from tests.exports.conftest import report_of
from tests.exports.template_parts import KEYS, Template
from tests.exports.templates import TEMPLATES
from tests.exports.tools import run

HOSTILE_NAME = "=1+1 <Mẫu> & «hai»  cách\x0b_x0041_"
SHOWN_NAME = "=1+1 <Mẫu> & «hai» cách _x0041_"


@cache
def children() -> Content:
    """Three children: one without an id, one with, one whose texts try to be something else."""
    return then(
        without("children/c0004", "children/c0005", "children/c0006"),
        record("classes/k0001", name="Nhóm Thỏ Mẫu"),
        record("children/c0001", name="Nguyễn Mẫu An", phone="0900000001", mother_name="Mẹ Mẫu"),
        record("children/c0002", id="7900000002", name="Trần Mẫu Bảo", mother_name=HOSTILE_NAME),
        record(
            "children/c0003", name="Lê Mẫu Châu", boarding=False, boarding_kind=None, mother_birth_year=None
        ),
    )(example())


WANTED: dict[str, dict[str, str]] = {
    "c0001": {
        "name": "Nguyễn Mẫu An",
        "birth_date": "2017-05-15",
        "sex": "Nam",
        "ethnicity": "Kinh",
        "boarding": "Có",
        "boarding_kind": "Tự nguyện",
        "mother_name": "Mẹ Mẫu",
        "mother_birth_year": "1990",
        "phone": "0900000001",
    },
    "c0002": {
        "id": "7900000002",
        "name": "Trần Mẫu Bảo",
        "birth_date": "2016-09-30",
        "sex": "Nam",
        "ethnicity": "Kinh",
        "boarding": "Có",
        "boarding_kind": "Tự nguyện",
        "mother_name": SHOWN_NAME,
        "mother_birth_year": "1990",
    },
    "c0003": {
        "name": "Lê Mẫu Châu",
        "birth_date": "2017-01-10",
        "sex": "Nữ",
        "ethnicity": "Hoa",
        "boarding": "Không",
        "mother_name": "Lê Thị Hoa",
    },
}
"""What is to be read in the file afterwards; what all three share is added below."""
for _wanted in WANTED.values():
    _wanted |= {"class_code": "NT1", "status": "Đang học", "province": "Thành phố Hồ Chí Minh"}


@cache
def made(name: str) -> Template:
    return TEMPLATES[name]()


@pytest.fixture(scope="session")
def filled(folder: Path) -> dict[str, tuple[Path, FillPlan, Path]]:
    """Template, plan and filled file of every template."""
    (folder / "filled").mkdir()
    found = {}
    for number, name in enumerate(TEMPLATES):
        template = made(name)
        path = folder / f"template-{number}{template.suffix}"
        path.write_bytes(template.data)
        plan = plan_fill(path, children())
        target = folder / "filled" / path.name
        target.write_bytes(fill(path, plan, children()))
        assert path.read_bytes() == template.data
        found[name] = path, plan, target
    return found


Filled = dict[str, tuple[Path, FillPlan, Path]]
every_template = pytest.mark.parametrize("name", TEMPLATES)


def sheet(path: Path, title: str) -> ForeignSheet:
    return next(sheet for sheet in read_workbook(path).sheets if sheet.title == title)


def only(plan: FillPlan) -> Target:
    (target,) = plan.targets
    return target


def wanted(template: Template) -> dict[int, dict[int, str]]:
    """Row → column → text of the cells that hold our records afterwards."""
    new = iter(range(template.first_new, 99))
    found: dict[int, dict[int, str]] = {}
    for ref, values in WANTED.items():
        texts = {key: template.words.get(key, {}).get(text, text) for key, text in values.items()}
        if not template.days:
            year, month, day = texts["birth_date"].split("-")
            texts["birth_date"] = f"{day}/{month}/{year}"
        if name := template.keeps.get(ref):
            texts |= name
        row = template.rows.get(ref) or next(new)
        found[row] = {template.columns[key]: text for key, text in texts.items() if text}
    return found


# What the file holds afterwards


@pytest.mark.slow
@every_template
def test_every_record_stands_in_its_row_under_its_titles(filled: Filled, name: str) -> None:
    template = made(name)
    _, plan, path = filled[name]
    cells = {row.number: row.cells for row in sheet(path, template.title).rows}
    known = set(template.columns.values())
    for row, texts in wanted(template).items():
        shown = {column: cell.text for column, cell in cells[row].items() if column in known}
        assert shown == texts, row
    assert {column.column: column.field.key for column in only(plan).columns} == {
        column: key for key, column in template.columns.items()
    }


@pytest.mark.slow
@every_template
def test_nothing_that_was_there_is_lost_but_what_the_plan_changes(filled: Filled, name: str) -> None:
    template = made(name)
    path, plan, target = filled[name]
    changed = {(change.row, change.column) for change in only(plan).changes}
    new = {row.number: row.cells for row in sheet(target, template.title).rows}
    old = sheet(path, template.title).rows
    for row in old:
        for column, cell in row.cells.items():
            assert (row.number, column) in changed or new[row.number][column] == cell
    before = {row.number: set(row.cells) for row in old}
    for number, cells in new.items():
        strange = set(cells) - set(template.columns.values())
        assert strange <= before.get(number, set())


@pytest.mark.slow
@every_template
def test_kinds_of_cells(filled: Filled, name: str) -> None:
    """Texts are texts, years are numbers, days are days: in the XML too, and no formula comes of a text."""
    template = made(name)
    path, _, target = filled[name]
    cells = {row.number: row.cells for row in sheet(target, template.title).rows}
    kinds = {
        key: {cells[row][column].kind for row in wanted(template) if column in cells[row]}
        for key, column in template.columns.items()
    }
    assert kinds.pop("mother_birth_year") == {"number"}
    if "existing" not in name:
        assert kinds.pop("birth_date") == {"date" if template.days else "text"}
    else:
        kinds.pop("birth_date")
    assert set.union(*kinds.values()) == {"text"}
    assert part(target, template.part).count(b"<f>") == part(path, template.part).count(b"<f>")


# What does not change


def part(path: Path, name: str) -> bytes:
    with ZipFile(path) as archive:
        return archive.read(name)


def members(data: bytes) -> list[tuple[object, ...]]:
    """Name, what stands beside it in the directory, and the packed bytes, in order."""
    with ZipFile(BytesIO(data)) as archive:
        return [
            (
                info.filename,
                info.date_time,
                info.compress_type,
                info.external_attr,
                info.extra,
                info.comment,
                packed(data, info),
            )
            for info in archive.infolist()
        ]


def packed(data: bytes, info: ZipInfo) -> bytes:
    lengths = data[info.header_offset + 26 : info.header_offset + 30]
    name, extra = int.from_bytes(lengths[:2], "little"), int.from_bytes(lengths[2:], "little")
    start = info.header_offset + 30 + name + extra
    return data[start - extra : start + info.compress_size]


@every_template
def test_every_other_part_stays_byte_for_byte(filled: Filled, name: str) -> None:
    path, plan, target = filled[name]
    before, after = members(path.read_bytes()), members(target.read_bytes())
    assert [item[:6] for item in after] == [item[:6] for item in before]
    differ = [old[0] for old, new in zip(before, after, strict=True) if old != new]
    assert differ == [made(name).part] == [only(plan).part]
    with ZipFile(target) as archive:
        assert archive.testzip() is None
        assert archive.comment == "Mẫu".encode()


_DATA = re.compile(rb"(<(?:x:)?sheetData\s*>).*(</(?:x:)?sheetData\s*>)", re.DOTALL)
_DIMENSION = re.compile(rb"""(<(?:x:)?dimension ref=)["'][A-Z0-9:]+["']""")
_ROW = re.compile(rb"<(?:x:)?row\b[^>]*>")
_CELL = re.compile(rb"""<(?:x:)?c r=["']([A-Z]+[0-9]+)["'](?:[^>]*/>|.*?</(?:x:)?c>)""", re.DOTALL)


@every_template
def test_the_xml_beside_the_cells_stays_byte_for_byte(filled: Filled, name: str) -> None:
    path, plan, target = filled[name]
    old, new = (part(each, made(name).part) for each in (path, target))
    bare = [_DIMENSION.sub(rb"\1", _DATA.sub(rb"\1\2", xml)) for xml in (old, new)]
    assert bare[0] == bare[1]
    assert len(bare[0]) < len(old)
    tags = [
        [tag.replace(b" />", b">").replace(b"/>", b">") for tag in _ROW.findall(xml)] for xml in (old, new)
    ]
    assert [tag for tag in tags[1] if tag in tags[0]] == tags[0]
    written = {address(row, column) for row, column in only(plan).writes}
    kept = [
        {found[1].decode(): found[0] for found in _CELL.finditer(xml) if found[1].decode() not in written}
        for xml in (old, new)
    ]
    assert kept[0] == kept[1]


def address(row: int, column: int) -> str:
    return f"{chr(64 + column)}{row}"


@pytest.mark.slow
@every_template
def test_filling_again_changes_nothing(filled: Filled, name: str) -> None:
    _, _, target = filled[name]
    plan = plan_fill(target, children())
    assert only(plan).writes == {}
    assert only(plan).appended == ()
    assert len(only(plan).matched) == len(WANTED)
    assert fill(target, plan, children()) == target.read_bytes()


@pytest.mark.slow
@pytest.mark.tools
def test_libreoffice_opens_all_and_reads_the_same(filled: Filled, folder: Path) -> None:
    target = folder / "opened"
    run(
        "soffice",
        f"-env:UserInstallation=file://{folder / 'profile'}",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        target,
        *(path for _, _, path in filled.values()),
        timeout=300,
    )
    for name, (_, _, path) in filled.items():
        template = made(name)
        read = {row.number: row.cells for row in sheet(target / f"{path.stem}.xlsx", template.title).rows}
        for row, texts in wanted(template).items():
            for column, text in texts.items():
                assert read[row][column].text == text, (name, row, column)
                assert read[row][column].kind != "formula"


# Our own workbook is filled too: three sheets


@pytest.fixture(scope="module")
def blank(folder: Path) -> Path:
    path = folder / "blank.xlsx"
    path.write_bytes(write_rosters(report_of(example()), blank=True))
    return path


@pytest.mark.slow
def test_our_own_blank_workbook_has_three_targets(blank: Path, folder: Path) -> None:
    plan = plan_fill(blank, example())
    assert [target.record for target in plan.targets] == list(LISTS)
    assert [target.unknown for target in plan.targets] == [()] * 3
    path = folder / "blank-filled.xlsx"
    path.write_bytes(fill(blank, plan, example()))
    written = folder / "written.xlsx"
    written.write_bytes(write_rosters(report_of(example())))
    for kind in LISTS:
        ours, theirs = (sheet(each, kind.upload_sheet or "") for each in (path, written))
        for own, other in zip(ours.rows[1:], theirs.rows[1:], strict=True):
            assert {column: cell[:2] for column, cell in own.cells.items()} == {
                column: cell[:2] for column, cell in other.cells.items()
            }


def test_all_titles_of_the_tests_are_known() -> None:
    assert set(KEYS) <= {field.key for field in LISTS[1].fields}
