"""The command line's exports against bare programs of the same libraries that put the same words, lines and cells."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.results import Result

TODAY = "2019-09-19"
RECORDED = (
    "add_page", "add_font", "set_font", "set_line_width", "set_fill_color", "text", "line", "rect",
)  # fmt: skip
"""What the print asks of fpdf2; the watermark of the training copy, a picture, is left out."""

RECORD = f"""
import json, sys
from fpdf import FPDF
from tui.cli.main import main
calls, inside = [], []
def recorded(name, call):
    def method(pdf, *given):
        if not inside:
            calls.append((name, [str(one) if hasattr(one, "joinpath") else one for one in given]))
        inside.append(name)
        try:
            return call(pdf, *given)
        finally:
            inside.pop()
    return method
for name in {RECORDED!r}:
    setattr(FPDF, name, recorded(name, getattr(FPDF, name)))
try:
    main(sys.argv[2:])
finally:
    json.dump(calls, open(sys.argv[1], "w"))
"""
BARE_PDF = """
import json, sys
from fpdf import FPDF
pdf = FPDF("L", "mm", "A4")
pdf.set_auto_page_break(auto=False)
for name, given in json.load(open(sys.argv[1])):
    getattr(pdf, name)(*given)
pdf.output(sys.argv[2])
"""
BARE_BOOK = """
import json, sys
from openpyxl import Workbook
book = Workbook()
book.remove(book.active)
for title, rows in json.load(open(sys.argv[1])):
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
book.save(sys.argv[2])
"""


def instructions(arguments: list[str], folder: Path) -> int | None:
    """Instructions of a Python program from start to exit; None without valgrind."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        return None
    command = [valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, *arguments]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "NHOMTRE_HOME": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)  # compiles
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    line = next(line for line in run.stderr.splitlines() if "Collected" in line)
    return int(line.split(":")[1].split()[0])


def exporting(folder: Path) -> Iterator[Result]:
    """Instructions from start to exit, imports and the check of the report included."""
    options = ["--data", str(folder / "exports"), "--demo", "--today", TODAY]
    cli = ["-m", "tui.cli", *options]
    subprocess.run([sys.executable, *cli, "tables"], check=True, capture_output=True)
    ours = {kind: str(folder / f"ours-{kind}{end}") for kind, end in _ENDS.items()}
    drawn, bare = str(folder / "drawn.json"), str(folder / "bare")
    first = ["-c", RECORD, drawn, *options, "export", "pdf", "-o", ours["pdf"]]
    subprocess.run([sys.executable, *first], check=True, capture_output=True)
    programs = {"pdf": ["-c", BARE_PDF, drawn, f"{bare}.pdf"]}
    for kind in ("xlsx", "rosters"):
        export = [sys.executable, *cli, "export", kind, "-o", ours[kind]]
        subprocess.run(export, check=True, capture_output=True)
        cells = folder / f"{kind}.json"
        cells.write_text(json.dumps(_cells_of(Path(ours[kind]))))
        programs[kind] = ["-c", BARE_BOOK, str(cells), f"{bare}-{kind}.xlsx"]
    for kind, (what, goal) in _GOALS.items():
        arguments = [*cli, "export", kind, "-o", ours[kind]]
        yield _ratio(f"export {kind} ÷ {what}", goal, arguments, programs[kind], folder)
    yield _ratio("check ÷ an empty Python program", 8, [*cli, "check"], ["-c", "pass"], folder)


_ENDS = {"pdf": ".pdf", "xlsx": ".xlsx", "rosters": ".xlsx"}
_GOALS = {
    "pdf": ("bare fpdf2, the same words and lines", 1.25),
    "xlsx": ("bare openpyxl, the same values without looks", 1.4),
    "rosters": ("bare openpyxl, the same values without looks", 1.2),
}


def _ratio(what: str, goal: float, arguments: list[str], bare: list[str], folder: Path) -> Result:
    ours, theirs = instructions(arguments, folder), instructions(bare, folder)
    what = f"{what} (instructions)"
    if ours is None or theirs is None:
        return Result(what, None, goal, "valgrind is not installed")
    return Result(what, ours / theirs, goal, f"{ours / 1e6:.0f} M ÷ {theirs / 1e6:.0f} M")


def _cells_of(path: Path) -> list[tuple[str, list[list[object]]]]:
    from openpyxl import load_workbook

    return [
        (
            sheet.title,
            [
                [str(value) if hasattr(value, "isoformat") else value for value in row]
                for row in sheet.iter_rows(values_only=True)
            ],
        )
        for sheet in load_workbook(path)
    ]


CASES = (exporting,)
