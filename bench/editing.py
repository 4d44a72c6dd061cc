"""A commit of one edited child, whatever else is in the dossier: the check, the figures that it changes, the roster."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from bench.groups import AT, group_of
from bench.results import Result
from forms.dossier.content import apply, difference
from forms.package.training import training_year
from forms.report.figures import take
from forms.store.store import Store
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.workspace import Workspace

SIZES = (46, 500, 5000)
EDITED = {
    "the name": ("name", ("Trẻ Mẫu X", "Trẻ Mẫu Y")),
    "the status": ("status", ("01", "04")),
    "the class": ("class_code", ("L1", "L2")),
}
RUNS = 40
GOAL = 1.5


def editing(folder: Path) -> Iterator[Result]:
    """CPU of saving it and of what a page asks then; the disk is not waited for."""
    with patch.object(os, "fdatasync", lambda _: None):
        reports = {children: opened(folder / f"edit{children}", children) for children in SIZES}
        for what, (field, values) in EDITED.items():
            spent = dict.fromkeys(SIZES, float("inf"))
            for _ in range(RUNS):
                for children, report in reports.items():
                    spent[children] = min(spent[children], _edit(report, field, values))
            few = spent[SIZES[0]]
            for children in SIZES[1:]:
                yield Result(
                    f"{what} of a child edited: {children:,} children ÷ {SIZES[0]} (CPU)",
                    spent[children] / few,
                    GOAL,
                    f"{spent[children] * 1e3:.2f} ms ÷ {few * 1e3:.2f} ms",
                )
        for report in reports.values():
            report.session.close()


def opened(folder: Path, children: int) -> OpenReport:
    """A group of that many children, saved, opened and looked at."""
    content = group_of(children)
    content = apply(content, take(content, AT))
    with Store(folder).open(training_year(), write=True) as session:
        session.dossier.commit(difference(session.dossier.content, content))
    workspace = Workspace(folder, training=True)
    report = OpenReport(workspace, *open_session(workspace))
    look(report)
    return report


def look(report: OpenReport) -> None:
    """What the pages ask of a content: its issues, its figures, the cells that are stale, the issues of a record."""
    _ = report.issues, report.figures, report.stale_cells
    report.issues_of(report.content.roster.of("child")[0].place)


def _edit(report: OpenReport, field: str, values: tuple[str, str]) -> float:
    children = [*report.content.records("children")]
    path = ("children", children[len(children) // 2], field)
    value = values[report.content.value(path) == values[0]]
    start = time.process_time()
    report.put(path, value)
    look(report)
    return time.process_time() - start


CASES = (editing,)
