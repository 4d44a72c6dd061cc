"""Files that facilities send to the office: sent packages of made-up facilities, and what can happen to them."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from exports.workbooks.report.report_book import write_report
from forms.dossier.content import Content, apply
from forms.model.values import dumps, loads
from forms.package.seal import read_sealed
from forms.package.withheld.office_package import write_for_office
from forms.package.writer import package_hash, write
from forms.report.checking.checker import Checker
from forms.report.figures import FiguresOf
from forms.report.report import Report
from forms.report.submission import sending
from tests.builders import AT
from tests.exports.conftest import TODAY, random_report


@cache
def report_of_seed(seed: int) -> Report:
    """A made-up facility before its first sending, with a code and a name of its own."""
    content = random_report(seed).content
    tree = {key: part for key, part in content.tree.items() if key not in ("revision", "state", "sent")}
    facility = {**content.facility, "code": code_of_seed(seed), "name": f"Nhóm trẻ Mẫu {seed}"}
    content = Content({**tree, "facility": facility})
    return Report(content, FiguresOf()(content), (), TODAY)


def code_of_seed(seed: int) -> str:
    return f"7976{seed:04}"


def sent_again(content: Content, times: int = 1) -> Content:
    """*content* sent, and again after each time the office gave it back."""
    for number in range(times):
        if number:
            content = Content({**content.tree, "state": "rejected"})
        edits = sending(content, FiguresOf()(content), "Nguyễn Thị Mẫu", AT)
        content = apply(content, edits)
    return content


@cache
def sent_package(seed: int, times: int = 1, room: int | None = None) -> bytes:
    """The package of that facility, sent; *room* is typed into table 4 first."""
    content = report_of_seed(seed).content
    if room is not None:
        block = report_of_seed(seed).figures.block
        cells = {**content.part("cells"), "T4": {"203": {f"{block}.permanent": room}}}
        content = Content({**content.tree, "cells": cells})
    return write(sent_again(content, times)).encode()


@cache
def figures_package(seed: int, times: int = 1) -> bytes:
    """The package of that facility for the office, sent without its records."""
    content = sent_again(report_of_seed(seed).content, times)
    checker = Checker()
    issues = checker(content, TODAY)
    return write_for_office(Report(content, checker.figures_of(content), issues, TODAY)).encode()


def sealed_again(data: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    """The package with something changed by somebody who knows how to seal it."""
    package = json.loads(edited(data, change))
    package["package_hash"] = package_hash(loads(dumps(package)))
    return json.dumps(package, ensure_ascii=False, indent=1).encode()


@cache
def workbook_of(seed: int) -> bytes:
    """Our report workbook of that facility as it is after its first sending."""
    report = report_of_seed(seed)
    content = sent_again(report.content)
    return write_report(Report(content, report.figures, (), TODAY))


def naive_cells(data: bytes) -> dict[tuple[str, str, str], Any]:
    """The cells of a package by themselves."""
    figures = FiguresOf()(read_sealed(data)[1]).as_json()
    return {
        (table, row, column): value
        for table, rows in figures.items()
        for row, cells in rows.items()
        for column, value in cells.items()
    }


def edited(data: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    """The package with something changed by hand; its hashes stay as they were."""
    package = json.loads(data)
    change(package)
    return json.dumps(package, ensure_ascii=False, indent=1).encode()


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
