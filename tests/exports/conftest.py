"""Sample reports."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from exports.pdf import write_pdf
from exports.workbook import write_report
from forms.dossier import Content, apply
from forms.figures import FiguresOf, take
from forms.report import Report
from forms.spec import Issue, Severity
from forms.tables import TABLE_BY_ID
from tests.builders import AT, example, public

TODAY = date(2019, 9, 19)
ERROR = Issue("E01", Severity.ERROR, "Mã 203: 2 lớn hơn 1", "T4", "203", "TU_THUC.permanent")
WARNING = Issue("W01", Severity.WARNING, "=1+1 thiếu ngày sinh", record="children/c0001", field="birth_date")


def report_of(content: Content, *issues: Issue, training: bool = False, today: date = TODAY) -> Report:
    content = apply(content, take(content, AT))
    return Report(content, FiguresOf()(content), issues, today, training)


def with_facility(content: Content, **fields: Any) -> Content:
    return Content({**content.tree, "facility": {**content.facility, **fields}})


def random_report(seed: int) -> Report:
    """A group whose typed cells are made up, some of them large, some empty."""
    chance = Random(seed)
    content = public() if seed % 3 == 0 else example()
    block = "CONG_LAP" if seed % 3 == 0 else "TU_THUC"
    rooms = {
        row.key: {
            f"{block}.{measure}": chance.choice((0, 1, 12, 345, 99999))
            for measure in ("permanent", "semi_permanent", "temporary")
            if chance.random() < 0.7
        }
        for row in TABLE_BY_ID["T4"].data_rows
        if chance.random() < 0.8
    }
    cells = {**content.part("cells"), "T4": {key: row for key, row in rooms.items() if row}}
    return report_of(Content({**content.tree, "cells": cells, "revision": chance.randrange(5)}))


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


@pytest.fixture(scope="session")
def printed(folder: Path) -> Printed:
    """The print of a report as a file."""
    known: dict[int, tuple[Report, Path]] = {}

    def print_it(report: Report) -> Path:
        if id(report) not in known:
            path = folder / f"print-{len(known)}.pdf"
            path.write_bytes(write_pdf(report))
            known[id(report)] = report, path
        return known[id(report)][1]

    return print_it


@pytest.fixture(scope="session")
def saved(folder: Path) -> Printed:
    """The workbook of a report as a file."""
    known: dict[int, tuple[Report, Path]] = {}

    def save_it(report: Report) -> Path:
        if id(report) not in known:
            path = folder / f"workbook-{len(known)}.xlsx"
            path.write_bytes(write_report(report))
            known[id(report)] = report, path
        return known[id(report)][1]

    return save_it
