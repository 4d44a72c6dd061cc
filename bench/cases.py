"""What is measured."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from bench import (
    combining,
    crowds,
    editing,
    exporting,
    growing,
    importing,
    journals,
    reading,
    records,
    rosters,
    screens,
    slow_cpu,
    soaking,
)
from bench.groups import AT, group_of
from bench.results import Result
from bench.wire import against_curses, late_line, peers, slow_line
from forms.dossier.content import Content, Edit, apply
from forms.report.checking.checker import Checker
from forms.report.derivation import Derivation
from forms.report.figures import take

TODAY = date(2019, 9, 19)
EDITED = ("cells", "T4", "203", "TU_THUC.permanent")
BANNED = ("textual", "fpdf", "openpyxl", "PIL", "xlrd", "python_calamine")


def _best(work: Callable[[], object], runs: int = 7) -> float:
    times = []
    for _ in range(runs):
        start = time.process_time_ns()
        work()
        times.append(time.process_time_ns() - start)
    return min(times)


def checking(_folder: Path) -> Iterator[Result]:
    """Deriving and checking: linear in the children, and little after one edited cell."""

    def whole(children: int) -> float:
        tree = group_of(children).tree

        def work() -> None:
            content = Content(tree)
            Derivation(content.roster).take()
            Checker()(content, TODAY)

        return _best(work)

    few, many = whole(50), whole(500)
    yield Result(
        "derive + check, 500 ÷ 50 children (CPU)", many / few, 11, f"{many / 1e6:.1f} ms ÷ {few / 1e6:.1f} ms"
    )
    for children in (50, 500):
        content = group_of(children)
        content = apply(content, take(content, AT))
        full = _best(lambda content=content: Checker()(Content(content.tree), TODAY))  # type: ignore[misc]
        checker = Checker()
        checker(content, TODAY)

        def edited(content: Content = content, checker: Checker = checker) -> None:
            here = content.value(EDITED)
            checker(apply(content, [Edit(EDITED, here, (here or 0) + 1)]), TODAY)

        after = _best(edited)
        what = f"check after one edited cell ÷ whole check, {children} children (CPU)"
        yield Result(what, after / full, 0.25, f"{after / 1e6:.2f} ms ÷ {full / 1e6:.2f} ms")


def modules(folder: Path) -> Iterator[Result]:
    """What ``nhomtre check`` must not load."""
    program = (
        "import sys\nfrom tui.cli.main import main\nmain(['--demo', '--data', sys.argv[1], 'check'])\n"
        f"sys.stdout.write('LOADED ' + ' '.join(m for m in {BANNED!r} if m in sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(folder / "modules")], check=True, capture_output=True, text=True
    )
    loaded = run.stdout.rpartition("LOADED ")[2].split()
    yield Result(f"modules of {', '.join(BANNED)} after `check`", len(loaded), 0, " ".join(loaded))


CASES: tuple[Callable[[Path], Iterator[Result]], ...] = (
    *exporting.CASES,
    checking,
    modules,
    *editing.CASES,
    *growing.CASES,
    *journals.CASES,
    *soaking.CASES,
    *screens.CASES,
    *against_curses.CASES,
    *peers.CASES,
    *slow_line.CASES,
    *late_line.CASES,
    *slow_cpu.CASES,
    *crowds.CASES,
    *records.CASES,
    rosters.uploading,
    *reading.CASES,
    *importing.CASES,
    *combining.CASES,
)
