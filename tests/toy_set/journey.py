"""A report of the made-up form on its way: dossier, figures, check, files, screens. Run in a process of its own.

``python -m tests.toy_set.journey FOLDER``: one JSON object with the status and the output of every command, the lines
of every page, and the modules that were loaded.
"""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

from forms import sets
from tests.toy_set.form import TOY, YEAR

sets.SETS.clear()
sets.SETS[TOY.name] = sets.Registered(YEAR, lambda: TOY)

# the made-up form is the only one before anything asks for one
from forms.dossier.content import Edit  # noqa: E402
from forms.dossier.roster import SchoolYear  # noqa: E402
from forms.store.store import Store  # noqa: E402
from tui.cli.main import main  # noqa: E402
from tui.desk.canvas import plain  # noqa: E402
from tui.desk.desk import Desk  # noqa: E402
from tui.desk.page_names import PageName  # noqa: E402
from tui.jobs.background import Job  # noqa: E402
from tui.jobs.open_report import OpenReport, open_session  # noqa: E402
from tui.jobs.workspace import Workspace  # noqa: E402
from tui.pages import registry  # noqa: E402

TODAY = date(YEAR, 4, 3)
PLACES = (
    "BOATS", "BOATS.902", "PAINT", "PAINT.951:spent", "harbour", "harbour/name", "piers", "boats", "boats/b0001",
    "order", "issues", "missing",
)  # fmt: skip
PAGES = (
    PageName.HOME,
    PageName.TAKE,
    PageName.REPLIES,
    PageName.DIFFERENCES,
    PageName.SIGN_OFF,
    PageName.HELP,
)


def fill(folder: Path) -> None:
    """A dossier of three boats, two of them at a pier, made change by change."""
    boats = {
        "b0001": {"name": "Ada", "colour": "A", "leaks": True, "pier_code": "P1"},
        "b0002": {"name": "Bea", "colour": "A", "leaks": False, "pier_code": "P1"},
        "b0003": {"name": "Cleo", "colour": "C", "leaks": False},
    }
    with Store(folder).open(SchoolYear(YEAR), write=True) as session:
        session.dossier.commit([Edit(("boats",), None, boats)])
        session.dossier.set(("piers", "q0001"), {"code": "P1", "name": "Long Pier"})
        session.dossier.set(("harbour",), {"code": "H1", "name": "South Harbour", "ownership": "A"})
        session.dossier.set(("cells", "PAINT", "951", "spent"), 12)


def command(folder: Path, *words: str) -> dict[str, Any]:
    """What a command answers."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(["--data", str(folder), "--today", TODAY.isoformat(), *words])
    return {"status": status, "out": out.getvalue(), "err": err.getvalue()}


class _NoTerminal:
    """Jobs are carried out at once."""

    desk: Desk

    def quit(self) -> None:
        """Nothing ends."""

    def start(self, job: Job[Any]) -> None:
        """Carry it out."""
        job.carry_out(self.desk.carry_out)


def screens(folder: Path) -> dict[str, list[str]]:
    """The lines of pages and places, by their names; on PAINT a figure is typed."""
    workspace = Workspace(folder, day=TODAY)
    session, notices = open_session(workspace)
    work, terminal = OpenReport(workspace, session, notices), _NoTerminal()
    terminal.desk = desk = Desk(work, terminal, registry.page_of, 100, 30)
    desk.begin(work, PageName.HOME)
    lines: dict[str, list[str]] = {}
    for page in PAGES:
        desk.home()
        desk.open(page)
        lines[page] = [plain(line) for line in desk.lines()]
    for place in PLACES:
        desk.home()
        registry.go(desk, place)
        if place == "PAINT.951:spent":
            for key in ("3", "4", "enter"):
                desk.key(key, key if len(key) == 1 else None)
        lines[place] = [plain(line) for line in desk.lines()]
    session.close()
    return lines


def journey(folder: Path) -> dict[str, Any]:
    """All of it, in order."""
    data, files = folder / "data", folder / "files"
    files.mkdir(parents=True)
    fill(data)
    commands = {
        " ".join(words).replace(str(folder), "FOLDER"): command(data, *words)
        for words in (
            ("derive",),
            ("tables", "--json"),
            ("tables",),
            ("check", "--json"),
            ("export", "pdf", "-o", str(files / "report.pdf")),
            ("export", "xlsx", "-o", str(files / "report.xlsx")),
            ("export", "json", "-o", str(files / "report.json")),
            ("export", "missing", "-o", str(files / "missing.xlsx")),
            ("export", "rosters", "-o", str(files / "rosters.xlsx")),
            ("import", "--dry-run", str(files / "rosters.xlsx")),
            ("verify", str(files / "report.json")),
            ("verify", str(files / "report.xlsx")),
            ("roll", "--to", f"{YEAR + 1}-{YEAR + 2}", "--dry-run"),
            ("send", "--by", "Harbour Master"),
            ("diff",),
            ("--demo", "tables", "--json"),
            ("lesson", "--json"),
        )
    }
    (package,) = (data / "exports").rglob("*.json")
    commands["combine to print"] = command(
        data, "combine", str(package), "--json", "-o", str(files / "sum.pdf")
    )
    commands["combine to workbook"] = command(data, "combine", str(package), "-o", str(files / "sum.xlsx"))
    again = folder / "again"
    commands["import FOLDER/files/report.json"] = command(again, "import", str(files / "report.json"))
    commands["tables again"] = command(again, "tables", "--json")
    return {"commands": commands, "screens": screens(again)}


if __name__ == "__main__":
    told = journey(Path(sys.argv[1]))
    print(json.dumps({**told, "modules": sorted(sys.modules)}))
