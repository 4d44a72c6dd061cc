"""What the tests build on: the copies of the official facts, the worked example, and small changes of a dossier."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import forms
from forms.dossier.content import NUMBERS_GIVEN, Content, apply, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.values import Typed, dumps
from forms.package.adopt import adopt
from forms.package.reader import read
from forms.report.figures import Figures, take
from forms.sets.mn2019.form import FORM

DATA = Path(__file__).parent / "data"
FORM_FOLDER = Path(forms.__file__).parent / "sets" / "mn2019"
AT = "2019-09-19T14:05:00"
"""When the figures of the tests are taken."""

Change = Callable[[Content], Content]


def undoable(content: Content) -> Mapping[str, Any]:
    """What undo takes back: all but the numbers of records, which stay given."""
    return {part: value for part, value in content.tree.items() if part != NUMBERS_GIVEN}


@cache
def official(name: str) -> Any:
    """The official facts: a second copy of ``tables``, ``rules``, ``records``, ``identifiers``; the lists themselves (``catalogues/sexes``)."""
    folder = FORM_FOLDER if name.startswith("catalogues/") else DATA
    return json.loads((folder / f"{name}.json").read_text("utf-8"))


@cache
def rule_facts() -> dict[str, dict[str, Any]]:
    """Rule id → its official entry, the four cross checks included."""
    rules = [*official("rules")["rules"], *official("identifiers")["cross_checks"]]
    return {rule["id"]: rule for rule in rules}


def code_name(catalogue: str, code: str) -> str:
    """The official name of a code."""
    items = official(f"catalogues/{catalogue}")["items"]
    return next(str(item["name"]) for item in items if item["code"] == code)


def package_bytes(package: Mapping[str, Any]) -> bytes:
    """A package as a file holds it; ``Decimal`` and ``Typed`` are written as the format asks."""
    return dumps(package).encode()


def imported(package: Mapping[str, Any], before: Content | None = None, at: str = AT) -> Content:
    """The dossier made of a package."""
    read_package = read(package_bytes(package))
    return adopt(read_package, before or empty_content(read_package.year), at)


def example_package() -> dict[str, Any]:
    """A fresh copy of the package of the worked example."""
    package: dict[str, Any] = json.loads((DATA / "example.json").read_text("utf-8"))["package"]
    return package


@cache
def example() -> Content:
    """The worked example: tư thục, kind 19, free of issues."""
    return imported(example_package())


def _owned_by(ownership: str, block: str, **facility: Any) -> dict[str, Any]:
    package = example_package()
    package["facility"] |= {"ownership": ownership, **facility}
    rooms = package["cells"]["T4"]
    for row, cells in rooms.items():
        rooms[row] = {f"{block}.{key.partition('.')[2]}": value for key, value in cells.items()}
    return package


@cache
def public() -> Content:
    """The example as a public group, which fills table 5: free of issues."""
    package = _owned_by("01", "CONG_LAP")
    package["cells"]["T5"] = {"017": {"settled": 100}, "020": {"settled": 100}}
    return imported(package)


@cache
def people_founded() -> Content:
    """The example as a group of ownership dân lập: free of issues."""
    return imported(_owned_by("03", "DAN_LAP"))


@cache
def school() -> Content:
    """The example as a private school of kind 01: free of issues."""
    return imported(_owned_by("09", "TU_THUC", kind="01"))


@cache
def empty() -> Content:
    """A dossier with nothing in it."""
    return empty_content(SchoolYear(2019))


# Changes


def then(*changes: Change) -> Change:
    """One change after another."""

    def all_of_them(content: Content) -> Content:
        for change in changes:
            content = change(content)
        return content

    return all_of_them


def same(content: Content) -> Content:
    """No change: the content stands at the limit already."""
    return content


def _with(content: Content, part: str, value: Any) -> Content:
    return Content({**content.tree, part: value})


def figures(*wanted: str) -> Change:
    """Set figures that were taken, in the own block: ``"T2.99=4"``, ``"T2.99.female=1"``, ``"T2.87=0/0/0/0"``.

    Without a measure the total; with slashes the four measures of people.
    """

    def change(content: Content) -> Content:
        block = FORM.own_block(content.facility.get("ownership"))
        taken = {
            table: {row: dict(cells) for row, cells in rows.items()}
            for table, rows in content.part("taken").items()
        }
        for item in wanted:
            place, _, number = item.partition("=")
            table, row, *measure = place.split(".")
            values = number.split("/")
            measures = measure or (
                ["total"] if len(values) == 1 else ["total", "female", "minority", "minority_female"]
            )
            for name, value in zip(measures, values, strict=True):
                column = str(block) if table == "T1" else f"{block}.{name}"
                taken.setdefault(table, {}).setdefault(row.zfill(3), {})[column] = int(value)
        return _with(content, "taken", taken)

    return change


def cells(table: str, row: int, /, **values: Any) -> Change:
    """Type into the own block of a row (table 5: into its columns); None empties the cell."""

    def change(content: Content) -> Content:
        block = FORM.own_block(content.facility.get("ownership"))
        prefix = "" if table == "T5" else f"{block}."
        columns = {
            (f"{prefix}{key}" if table != "T1" else str(block)): value for key, value in values.items()
        }
        return typed(table, row, columns)(content)

    return change


def typed(table: str, row: int, columns: Mapping[str, Any]) -> Change:
    """Type into any cells of a row, by the keys of the columns; None empties a cell."""

    def change(content: Content) -> Content:
        tree = {
            name: {key: dict(row) for key, row in rows.items()}
            for name, rows in content.part("cells").items()
        }
        here = tree.setdefault(table, {}).setdefault(f"{row:03}", {})
        here.update(columns)
        for column in [column for column, value in here.items() if value is None]:
            del here[column]
        return _with(content, "cells", tree)

    return change


def facility(**values: Any) -> Change:
    """Fill in fields of the profile; None empties a field. The figures stay as they were taken."""

    def change(content: Content) -> Content:
        return _with(content, "facility", _merged(content.facility, values))

    return change


def record(place: str, **values: Any) -> Change:
    """Fill in fields of ``children/c0001``; None empties a field. The figures stay as they were taken."""
    return copy_of(place, place.partition("/")[2], **values)


def copy_of(place: str, ref: str, **values: Any) -> Change:
    """One more record under *ref*: like that at *place*, but for *values*."""

    def change(content: Content) -> Content:
        kind, _, source = place.partition("/")
        records = dict(content.records(kind))
        records[ref] = _merged(records[source], values)
        return _with(content, kind, records)

    return change


def without(*places: str) -> Change:
    """Take records away."""

    def change(content: Content) -> Content:
        for place in places:
            kind, _, ref = place.partition("/")
            content = _with(
                content, kind, {key: item for key, item in content.records(kind).items() if key != ref}
            )
        return content

    return change


def retaken(content: Content) -> Content:
    """Lấy dữ liệu."""
    return apply(content, take(content, AT))


def _merged(old: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**old, **values}.items() if value is not None}


def patched(found: Figures, *wanted: str) -> Figures:
    """Figures with some cells set by hand, whatever their totals: ``"T2.099.TONG.total=4"``; empty after = is no figure."""
    tables: dict[str, dict[str, tuple[Any, ...]]] = {name: dict(rows) for name, rows in found.tables.items()}
    for item in wanted:
        place, _, number = item.partition("=")
        table, row, column = place.split(".", 2)
        index = FORM.table_by_id[table].index[column]
        line = list(tables[table][row])
        line[index] = _number(number) if number else None
        tables[table][row] = tuple(line)
    return Figures(tables, found.block, found.form)


def _number(text: str) -> int | Decimal:
    return Decimal(text) if "." in text else int(text)


def summed(parts: Iterable[Figures]) -> Figures:
    """The figures of several reports added up cell by cell."""
    all_parts = list(parts)
    tables = {
        table: {
            key: tuple(
                None if all(one is None for one in column) else sum(one or 0 for one in column)
                for column in zip(*(part.tables[table][key] for part in all_parts), strict=True)
            )
            for key in rows
        }
        for table, rows in all_parts[0].tables.items()
    }
    return Figures(tables, None, all_parts[0].form)


def unread(text: str) -> Typed:
    """What was typed and does not parse."""
    return Typed(text)


def lesson_file() -> bytes:
    """The lesson that comes with the form, as its file."""
    lesson = FORM.training.lesson
    assert lesson is not None
    return lesson()
