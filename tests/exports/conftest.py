"""Sample reports."""

import os
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from exports.printing.pdf import write_pdf
from exports.workbooks.report.report_book import write_report
from forms.dossier.content import Content, apply
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.model.values import Record
from forms.report.figures import FiguresOf, take
from forms.report.report import Report
from forms.sets.mn2019.form import FORM
from tests.builders import AT, example

FULL = os.environ.get("NHOMTRE_FULL") == "1"
RANDOM_REPORTS = range(60 if FULL else 8)
"""The seeds of the reports that a long run writes and reads back."""
TODAY = date(2019, 9, 19)
ERROR = Issue("E01", Severity.ERROR, "Mã 203", "2 lớn hơn 1", Place("T4", "203", "TU_THUC.permanent"))
WARNING = Issue(
    "W01", Severity.WARNING, "=1+1", "thiếu ngày sinh", Place(record="children/c0001", field="birth_date")
)


def report_of(content: Content, *issues: Issue, training: bool = False, today: date = TODAY) -> Report:
    content = apply(content, take(content, AT))
    return Report(content, FiguresOf()(content), issues, today, training)


def with_facility(content: Content, **fields: Any) -> Content:
    return Content({**content.tree, "facility": {**content.facility, **fields}})


def random_report(seed: int) -> Report:
    """A made-up facility: kind, ownership, name, people, and typed cells, some large, some empty."""
    chance = Random(seed)
    content = example()
    ownership, block = chance.choice((("01", "CONG_LAP"), ("03", "DAN_LAP"), ("09", "TU_THUC")))
    facility = {
        **content.facility,
        "ownership": ownership,
        "kind": chance.choice(("01", "02", "03", "04", "05", "19")),
        "region": chance.choice(("01", "03", "05")),
        "sites": chance.randrange(1, 7),
        "name": " ".join(
            chance.choices(("Nhóm", "trẻ", "Hoa", "Mẫu", "Ngõ", "Khuya"), k=chance.randrange(2, 16))
        ),
    }
    cells = {**content.part("cells"), "T4": _rooms(chance, block), "T5": _budget(chance, ownership)}
    tree = {
        **content.tree,
        "facility": facility,
        "children": _crowd(chance, list(content.records("children").values()), "c", 120),
        "staff": _crowd(chance, list(content.records("staff").values()), "s", 30),
        "cells": {table: rows for table, rows in cells.items() if rows},
        "revision": chance.randrange(5),
    }
    return report_of(Content(tree))


def _crowd(chance: Random, pattern: list[Record], letter: str, most: int) -> dict[str, Record]:
    return {
        f"{letter}{number:04}": {
            **chance.choice(pattern),
            "name": f"Người Mẫu {number}",
            "sex": chance.choice(("01", "02")),
            "ethnicity": chance.choice(("01", "01", "04", "05")),
        }
        for number in range(1, chance.randrange(most) + 1)
    }


def _rooms(chance: Random, block: str) -> dict[str, dict[str, int]]:
    rows = {
        row.key: {
            f"{block}.{measure}": chance.choice((0, 1, 12, 345, 99999))
            for measure in ("permanent", "semi_permanent", "temporary")
            if chance.random() < 0.7
        }
        for row in FORM.table_by_id["T4"].data_rows
        if chance.random() < 0.8
    }
    return {key: row for key, row in rows.items() if row}


def _budget(chance: Random, ownership: str) -> dict[str, dict[str, Decimal]]:
    if ownership != "01":
        return {}
    leaves = [row for row in FORM.table_by_id["T5"].data_rows if not row.sum_of]
    return {
        row.key: {"settled": Decimal(chance.randrange(10**7)) / 1000}
        for row in leaves
        if chance.random() < 0.6
    }


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exports")


@pytest.fixture(scope="session")
def report() -> Report:
    return report_of(example())


@pytest.fixture(scope="session")
def draft() -> Report:
    return report_of(example(), ERROR, WARNING, training=True)


Printed = Callable[[Report], Path]


def _written_once(path_of: Callable[[int], Path], write: Callable[[Report], bytes]) -> Printed:
    known: dict[int, tuple[Report, Path]] = {}

    def written(report: Report) -> Path:
        if id(report) not in known:
            path = path_of(len(known))
            path.write_bytes(write(report))
            known[id(report)] = report, path
        return known[id(report)][1]

    return written


@pytest.fixture(scope="session")
def printed(folder: Path) -> Printed:
    """The print of a report as a file."""
    return _written_once(lambda number: folder / f"print-{number}.pdf", write_pdf)


@pytest.fixture(scope="session")
def saved(folder: Path) -> Printed:
    """The workbook of a report as a file."""
    return _written_once(lambda number: folder / f"workbook-{number}.xlsx", write_report)
