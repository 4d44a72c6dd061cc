"""What grows with the records and the changes grows no faster than they do: opening home, an import taken, the first undo."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

from bench.editing import look, opened
from bench.groups import CHILD, group_of
from bench.records import desk_of
from bench.results import Result
from forms.entry.record_edits import new_records
from forms.package.training import training_year
from forms.store import store_writer
from forms.store.store import Store
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.workspace import Workspace

RUNS = 3


def growing(folder: Path) -> Iterator[Result]:
    """CPU; the disk is not waited for."""
    with patch.object(os, "fdatasync", lambda _: None):
        yield _ratio("home opened", "children", 500, 5_000, _home, folder)
        yield _ratio("an import taken", "children", 4_000, 8_000, _import, folder)
        yield _ratio("the first undo", "lines in the journal", 10_000, 20_000, _undo, folder)


def _ratio(
    what: str,
    of_what: str,
    few: int,
    many: int,
    measure: Callable[[Path], Callable[[int], float]],
    folder: Path,
) -> Result:
    spend = measure(folder)
    a, b = spend(many), spend(few)
    return Result(
        f"{what}: {many:,} {of_what} ÷ {few:,} (CPU)",
        a / b,
        many / few * 1.2,
        f"{a * 1e3:.0f} ms ÷ {b * 1e3:.0f} ms",
    )


def _home(folder: Path) -> Callable[[int], float]:
    def spend(children: int) -> float:
        place = folder / f"home{children}"
        opened(place, children).session.close()
        spent = []
        for _ in range(RUNS):
            start = time.process_time()
            workspace = Workspace(place, training=True)
            work = OpenReport(workspace, *open_session(workspace))
            desk_of(work).lines()
            spent.append(time.process_time() - start)
            work.session.close()
        return min(spent)

    return spend


def _import(folder: Path) -> Callable[[int], float]:
    def spend(children: int) -> float:
        work = opened(folder / f"import{children}", 46)
        brought = [*group_of(children).records(CHILD.place).values()]
        start = time.process_time()
        _, edits = new_records(work.content, CHILD, brought, filled=False)
        work.commit(edits)
        look(work)
        spent = time.process_time() - start
        work.session.close()
        return spent

    return spend


def _undo(folder: Path) -> Callable[[int], float]:
    def spend(lines: int) -> float:
        place = folder / f"undo{lines}"
        with (
            patch.object(store_writer, "ROTATE_AT", 1 << 30),
            Store(place).open(training_year(), write=True) as session,
        ):
            for number in range(lines):
                session.dossier.set(("facility", "phone"), f"09000{number:05}")
        spent = []
        for _ in range(RUNS):
            with Store(place).open(training_year(), write=True) as session:
                start = time.process_time()
                session.dossier.undo()
                spent.append(time.process_time() - start)
        return min(spent)

    return spend


CASES = (growing,)
