"""Packages of many facilities added up, against the same work on one package times their number.

1,000 packages; 31,000 with NHOMTRE_FULL=1: as many facilities as there are in the country, one gigabyte on disk.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.groups import AT, group_of
from bench.results import Result
from forms.dossier.content import Content, apply
from forms.package.writer import write
from forms.report.figures import FiguresOf, take
from forms.report.submission import sending

SMALL = 1_000
COUNT = 31_000 if os.environ.get("NHOMTRE_FULL") == "1" else SMALL
DISTINCT = 200
"""Packages with other people; the others are the same with another code and name."""
SAMPLE = 100
"""Of them, taken evenly, the time of one package is measured."""
BUSY = 1.0
"""Load of the machine from which the clock says nothing."""
ONE_CORE_GOAL, TWO_CORES_GOAL = 1.2, 0.65
MEMORY_GOAL = 250
"""Megabytes of all processes together."""
GROWTH_GOAL = 1.1
"""Time of a package when there are many ÷ few."""

_ALONE = """
import gc
from pathlib import Path
from forms.report.checking.checker import Checker
from forms.report.derivation import Derivation
from forms.package.adopt import carried
from forms.package.reader import package_of, parsed
from forms.package.writer import package_hash, records_hash
from forms.report.report import check_code
from datetime import date
TODAY = date(2019, 9, 19)
def one(data):
    raw = parsed(data)
    package = package_of(raw)
    content = carried(package)
    package_hash(raw); records_hash(content)
    Derivation(content.roster).take()
    checker = Checker()
    checker(content, TODAY)
    check_code(content, checker.figures_of(content))
files = sorted(Path(sys.argv[1]).iterdir())
files = files[:: len(files) // SAMPLE]
from exports.district.arriving.arrivals import examine
import time
def timed(work, what):
    start, cpu = time.perf_counter(), time.process_time()
    work(what)
    return time.perf_counter() - start, time.process_time() - cpu
runs, pairs = [], []
for path in [files[0], *files]:
    data = path.read_bytes()
    runs.append(timed(one, data))
    pairs.append(timed(lambda path: examine(path, TODAY), path)[1] / runs[-1][1])
wall, cpu = (sum(each) / len(files) for each in zip(*runs[1:]))
print(json.dumps({"wall": wall, "cpu": cpu, "pair": sorted(pairs[1:])[len(files) // 2]}))
"""
_COMBINED = """
from pathlib import Path
from datetime import date
import resource, threading, time
def used():  # megabytes of this process and its children now, what they share counted once
    total = 0
    for pid in [os.getpid(), *children(os.getpid())]:
        try:
            lines = open(f"/proc/{pid}/smaps_rollup").read().splitlines()
            total += int(next(line for line in lines if line.startswith("Pss:")).split()[1])
        except (OSError, StopIteration, ValueError):
            pass
    return total * 1024 / 1e6
def children(pid):
    found = []
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            found += map(int, open(f"/proc/{pid}/task/{task}/children").read().split())
        except OSError:
            pass
    return found
def watch():
    global peak
    while not done.wait(0.5):
        peak = max(peak, used())
if __name__ == "__main__":
    from exports.district.inbox import collect
    done, peak = threading.Event(), 0.0
    threading.Thread(target=watch, daemon=True).start()
    start, cpu = time.perf_counter(), time.process_time()
    found = collect([Path(sys.argv[1])], date(2019, 9, 19), workers=int(sys.argv[2]))
    figures, issues = found.total, found.issues
    wall, own = time.perf_counter() - start, time.process_time() - cpu
    peak = max(peak, used())
    done.set()
    of = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(json.dumps({"wall": wall, "own": own, "others": of.ru_utime + of.ru_stime, "taken": len(found.summands),
                      "turned": len(found.exclusions), "peak": peak}))
"""


def combining(folder: Path) -> Iterator[Result]:
    """One core is judged by CPU time; two by the clock where the machine has nothing else to do, and by CPU time."""
    source = folder / "facilities"
    few, many = source / "few", source / "many"
    _write(few, SMALL)
    if COUNT > SMALL:
        _write(many, COUNT)
    alone = [_run(_ALONE, few)]
    small = _combined(few, SMALL, 1)
    alone.append(_run(_ALONE, few))
    # a package costs two processes at once more than one alone: the many are compared with as many processes
    beside = _combined(few, SMALL, 2)
    is_idle = os.getloadavg()[0] < BUSY
    # adding by two processes costs some CPU more than by one, and half the time: the many are added once
    whole = _combined(few if COUNT == SMALL else many, COUNT, 2)
    alone.append(_run(_ALONE, few))
    cpu, wall = (statistics.median(run[kind] for run in alone) for kind in ("cpu", "wall"))
    pair = statistics.median(run["pair"] for run in alone)
    yield Result(
        "a package examined ÷ parsed, hashed, derived, checked, one after the other (CPU)",
        pair,
        ONE_CORE_GOAL,
    )
    for run, count, name in ((small, SMALL, "one process"), (whole, COUNT, "two processes")):
        spent = run["own"] + run["others"]
        what = f"{count:,} packages added up by {name} ÷ one package × {count:,} (CPU)"
        yield Result(what, spent / (cpu * count), ONE_CORE_GOAL, _detail(spent, cpu, count))
    # what the first process does while the others wait cannot be shared
    spent = whole["own"] + whole["others"] / 2
    what = f"{COUNT:,} packages, CPU of the first process + half of the two others' ÷ one package × {COUNT:,}"
    yield Result(what, spent / (cpu * COUNT), TWO_CORES_GOAL, _detail(spent, cpu, COUNT))
    what = f"{COUNT:,} packages added up by two processes ÷ one package × {COUNT:,} (clock)"
    ratio = whole["wall"] / (wall * COUNT)
    if is_idle:
        yield Result(what, ratio, TWO_CORES_GOAL, _detail(whole["wall"], wall, COUNT))
    else:
        yield Result(what, None, TWO_CORES_GOAL, f"the machine is busy: {ratio:.2f}")
    for run, count, name in ((small, SMALL, "one process"), (whole, COUNT, "three processes together")):
        yield Result(f"peak memory of adding {count:,} packages, {name} (MB)", run["peak"], MEMORY_GOAL)
    each = (whole["own"] + whole["others"]) / COUNT, (beside["own"] + beside["others"]) / SMALL
    detail = f"{each[0] * 1e3:.2f} ms ÷ {each[1] * 1e3:.2f} ms"
    yield Result(
        f"time of a package among {COUNT:,} ÷ among {SMALL:,}, two processes (CPU)",
        each[0] / each[1],
        GROWTH_GOAL,
        detail,
    )


def _detail(whole: float, one: float, count: int) -> str:
    return f"{whole:.1f} s ÷ ({one * 1e3:.2f} ms × {count:,})"


def _run(work: str, *arguments: Path | str) -> dict[str, Any]:
    command = [
        sys.executable,
        "-c",
        "import json, os, sys" + work.replace("SAMPLE", str(SAMPLE)),
        *map(str, arguments),
    ]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def _combined(folder: Path, count: int, workers: int) -> dict[str, Any]:
    found = _run(_COMBINED, folder, str(workers))
    if (found["taken"], found["turned"]) != (count, 0):
        raise ValueError("not every package was added up")
    return found


def _write(folder: Path, count: int) -> None:
    """So many sent packages, each of a facility of its own, with 12 to 40 children."""
    folder.mkdir(parents=True)
    figures_of = FiguresOf()
    patterns = []
    for number in range(min(DISTINCT, count)):
        content = group_of(12 + number * 28 // DISTINCT)
        patterns.append(apply(content, take(content, AT)))
    for number in range(count):
        content = patterns[number % len(patterns)]
        facility = {**content.facility, "code": f"79{number:06}", "name": f"Nhóm trẻ Mẫu {number}"}
        content = Content({**content.tree, "facility": facility})
        content = apply(content, sending(content, figures_of(content), "Nguyễn Thị Mẫu", AT))
        (folder / f"{number:05}.json").write_text(write(content), "utf-8")


CASES = (combining,)
