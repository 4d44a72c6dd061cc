"""Files of other kinds that would hurt: each ends in cells or in a sentence, within the memory, whatever is done to it."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from exports.reading import reading_process
from exports.reading.limits import MEGABYTE
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.workbook_reader import read_workbook
from tests.exports.hostile import zipped
from tests.exports.other_books import (
    SPREADSHEET,
    ods,
    ods_row,
    ods_table,
    ods_text,
    xlsb,
    xlsb_cell,
    xlsb_row,
)
from tests.exports.reading.test_hostile_files import MEMORY, measured
from tests.exports.tools import run

pytestmark = pytest.mark.slow

FULL = os.environ.get("NHOMTRE_FULL") == "1"
TURNS = 2_000 if FULL else 40
PAGE = b"<table><tr><td>x"


def many(cells: str, rows: int) -> bytes:
    """A table of so many equal rows, packed well."""
    return ods(ods_table("Trẻ", *[ods_row(cells)] * rows))


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "one row of an ods a million times": (
        lambda: ods(
            ods_table(
                "Trẻ",
                ods_row(
                    ods_text("x", 'table:number-columns-repeated="16384"'),
                    more='table:number-rows-repeated="1048576"',
                ),
            )
        ),
        "sheet_too_large",
    ),
    "long texts of an ods repeated": (
        lambda: ods(
            ods_table(
                "Trẻ",
                ods_row(
                    ods_text("x" * 9_000, 'table:number-columns-repeated="120"'),
                    more='table:number-rows-repeated="2000"',
                ),
            )
        ),
        "too_much_text",
    ),
    "rows of an ods without end": (
        lambda: ods(ods_table("Trẻ", *[ods_row(more='table:number-rows-repeated="9999999"')] * 300)),
        "damaged",
    ),
    "an ods that unpacks to 30 MB": (
        lambda: zipped({"mimetype": SPREADSHEET, "content.xml": b" " * 30 * MEGABYTE}),
        "too_much_inside",
    ),
    "200,000 rows of an ods": (lambda: many(ods_text("x"), 200_000), "too_much_inside"),
    "100,000 rows of an ods": (lambda: many(ods_text("x"), 100_000), "sheet_too_large"),
    "500,000 columns of an ods": (
        lambda: ods(ods_table("Trẻ", "<table:table-column/>" * 500_000, ods_row(ods_text("x")))),
        "",
    ),
    "elements of an ods in each other": (lambda: ods("<table:x>" * 100_000), "damaged"),
    "a cell of an xlsb far away": (
        lambda: xlsb({"Trẻ": [xlsb_row(0, xlsb_cell(0, "x")), xlsb_row(1_048_575, xlsb_cell(16_383, "x"))]}),
        "too_heavy",
    ),
    "200,000 rows of an xlsb": (
        lambda: xlsb({"Trẻ": [xlsb_row(number, xlsb_cell(0, "x")) for number in range(200_000)]}),
        "sheet_too_large",
    ),
    "cells of a page over each other": (
        lambda: b"<table>" + b"<tr><td rowspan=2000 colspan=120>x" * 99,
        "damaged",
    ),
    "tables of a page in each other": (lambda: b"<table>" * 1_000_000, "damaged"),
    "a page of a million rows": (lambda: b"<table>" + b"<tr><td>x" * 1_000_000, "too_many_cells"),
    "comments that never end": (lambda: PAGE + b"<!--" * 2_000_000, "web_page"),
    "tags that never end": (lambda: PAGE + b"<a " * 1_000_000, "web_page"),
    "declarations that never end": (lambda: PAGE + b"<![if " * 1_000_000, "web_page"),
    "attributes without end": (lambda: b"<table><tr><td " + b"a=b " * 2_000_000 + b">x", "web_page"),
    "a text of commas": (lambda: b'"",' * 3_000_000, "too_heavy"),
    "a text of two million rows": (lambda: b"a,b\n" * 2_000_000, "sheet_too_large"),
    "a quote that never ends": (lambda: b'"' + b"a,b\n" * 2_000_000, "plain_text"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="measured with resource")
@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_hurt(name: str, tmp_path: Path) -> None:
    make, code = HOSTILE[name]
    path = tmp_path / "a.xlsx"
    path.write_bytes(make())
    found = measured(path)
    print(f"{name}: {found['seconds']:.3f} s, {found['peak'] / MEGABYTE:.0f} MB")
    assert found["code"] == code or (code != "" and found["code"] == "too_heavy")
    if sys.platform == "linux":
        assert found["peak"] < MEMORY


HONEST: dict[str, Callable[[], bytes]] = {
    "ods": lambda: ods(
        ods_table(
            "Trẻ", *(ods_row(ods_text(f"Trần Mẫu {number}"), ods_text("7/5/2016")) for number in range(40))
        )
    ),
    "xlsb": lambda: xlsb(
        {
            "Trẻ": [
                xlsb_row(number, xlsb_cell(0, f"Trần Mẫu {number}"), xlsb_cell(1, 42497.0, style=1))
                for number in range(40)
            ]
        }
    ),
    "html": lambda: (
        "<table>" + "<tr><td>Trần <b>Mẫu</b><td rowspan=2>7/5&nbsp;2016" * 40 + "</table>"
    ).encode(),
    "csv": lambda: ('"Trần\nMẫu";7/5/2016;"Cô ""Bi"""\n' * 40).encode(),
}


@pytest.mark.tools
def test_an_xls_cut_or_spoilt_anywhere(tmp_path: Path) -> None:
    book = Workbook()
    for number in range(40):
        book.worksheets[0].append([f"Trần Mẫu {number}", "7/5/2016", number])
    book.save(tmp_path / "a.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    run("soffice", profile, "--headless", "--convert-to", "xls", "--outdir", tmp_path, tmp_path / "a.xlsx")
    honest, chance = (tmp_path / "a.xls").read_bytes(), random.Random(6)
    for _ in range(TURNS):
        try:
            reading_process.read(_spoilt(honest, chance))
        except WorkbookRefused as refused:
            assert " → " in str(refused)


@pytest.mark.parametrize("kind", [kind for kind in HONEST if kind != "xlsb"])
def test_cut_or_spoilt_anywhere(kind: str) -> None:
    honest, chance = HONEST[kind](), random.Random(kind)
    for _ in range(TURNS):
        data = _spoilt(honest, chance)
        try:
            reading_process.read(data)
        except WorkbookRefused as refused:
            assert " → " in str(refused)


def test_an_xlsb_cut_or_spoilt_anywhere(tmp_path: Path) -> None:
    """By the limited process: a library may end it."""
    honest, chance = HONEST["xlsb"](), random.Random(8)
    path = tmp_path / "a.xlsb"
    for _ in range(TURNS // 6):
        path.write_bytes(_spoilt(honest, chance))
        try:
            read_workbook(path)
        except WorkbookRefused as refused:
            assert refused.code in ("damaged", "failed", "too_heavy", "no_sheets", "not_excel"), refused


def test_parts_of_an_xlsb_that_are_noise(tmp_path: Path) -> None:
    from io import BytesIO
    from zipfile import ZipFile

    chance = random.Random(9)
    path = tmp_path / "a.xlsb"
    with ZipFile(BytesIO(HONEST["xlsb"]())) as honest:
        parts = {name: honest.read(name) for name in honest.namelist()}
    for name in [name for name in parts if name.endswith(".bin")]:
        for _ in range(TURNS // 20):
            noise = bytearray(parts[name])
            for _ in range(chance.randrange(1, 9)):
                noise[chance.randrange(len(noise))] = chance.randrange(256)
            path.write_bytes(zipped({**parts, name: bytes(noise)}))
            try:
                read_workbook(path)
            except WorkbookRefused as refused:
                assert " → " in str(refused)


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.4:
        return data[: chance.randrange(len(data))]
    spoilt = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        spoilt[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(spoilt)
