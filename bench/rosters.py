"""The upload workbook of 500 children against openpyxl writing as many texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench.groups import CHILD, group_of
from bench.results import Result
from forms.dossier.content import Content
from forms.model.record import Field, FieldType
from forms.model.values import Value
from forms.report.figures import FiguresOf
from forms.report.report import Report

TODAY = date(2019, 9, 19)
CHILDREN = 500
GOAL = 1.5

MAKE = "from bench.rosters import filled_report; report = filled_report()"
WRITE = f"""{MAKE}
from exports.workbooks.rosters.roster_book import write_roster
from bench.groups import CHILD
open(OUT, "wb").write(write_roster(report, CHILD))
"""
PLAIN = """
from openpyxl import Workbook
book = Workbook(); sheet = book.active
for row in range(ROWS): sheet.append([f"Trẻ Mẫu {row * COLUMNS + column}" for column in range(COLUMNS)])
book.save(OUT)
"""


def filled_report() -> Report:
    """500 children with a value in every field of the upload workbook."""
    content = group_of(CHILDREN)
    children = {
        ref: {**{field.key: _value(field, place) for field in CHILD.fields}, **child}
        for place, (ref, child) in enumerate(content.records(CHILD.place).items())
    }
    content = Content({**content.tree, CHILD.place: children})
    return Report(content, FiguresOf()(content), (), TODAY)


def _value(field: Field, place: int) -> Value:
    match field.type:
        case FieldType.CHOICE:
            items = field.codes.items
            return items[place % len(items)].code
        case FieldType.BOOL:
            return place % 2 == 0
        case FieldType.DATE:
            return "2019-09-05"
        case FieldType.INT:
            return 1980 + place % 20
    return f"{field.label} mẫu {place}"[: field.max_length]


def uploading(folder: Path) -> Iterator[Result]:
    """Instructions of writing the workbook, openpyxl's import included, the making of the report left out."""
    from bench.exporting import instructions

    rows, columns = CHILDREN + 1, len([field for field in CHILD.fields if field.upload]) + 1

    def counted(program: str, name: str) -> int | None:
        words = {"OUT": repr(str(folder / name)), "ROWS": str(rows), "COLUMNS": str(columns)}
        for word, text in words.items():
            program = program.replace(word, text)
        return instructions(["-c", program], folder)

    written, made = counted(WRITE, "roster.xlsx"), counted(MAKE, "")
    plain, nothing = counted(PLAIN, "plain.xlsx"), counted("pass", "")
    what = f"upload workbook of {CHILDREN} children ÷ plain openpyxl, as many cells (instructions)"
    if written is None or made is None or plain is None or nothing is None:
        yield Result(what, None, GOAL, "valgrind is not installed")
        return
    ours, theirs = written - made, plain - nothing
    yield Result(what, ours / theirs, GOAL, f"{ours / 1e6:.0f} M ÷ {theirs / 1e6:.0f} M")
