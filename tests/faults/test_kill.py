"""SIGKILL at random moments: no acknowledged change is missing, none is mixed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path
from random import Random
from time import perf_counter

import pytest

from forms.store.store import Store
from tests.faults.editing import YEAR, clock, in_memory, ordered, replay, step

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
FULL = os.environ.get("NHOMTRE_FULL") == "1"
KILLS = {
    "fast": int(os.environ.get("NHOMTRE_KILLS", "2000" if FULL else "20")),
    "slow": int(os.environ.get("NHOMTRE_KILLS", "500" if FULL else "5")),
}
"""On the disk as it is, and on one that takes 30 ms for each fsync."""
LIFE = 20 if FULL else 10
"""Kills in one folder, one after the other."""
SEED = int(os.environ.get("NHOMTRE_SEED", "849"))


def kill_one(folder: Path, seed: str, random: Random, *more: str) -> int:
    """Let a worker run, kill it at a random moment; the last number that it acknowledged."""
    wanted = random.randrange(1, 80)
    spin = random.random() * 0.03
    with subprocess.Popen(
        [sys.executable, str(HERE / "worker.py"), str(folder), seed, *more],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
    ) as worker:
        assert worker.stdout is not None
        for _ in range(wanted if not more else wanted // 4 + 1):
            line = worker.stdout.readline()
            assert line, "the worker ended by itself"
        until = perf_counter() + spin
        while perf_counter() < until:
            pass
        worker.send_signal(signal.SIGKILL)
        rest = worker.stdout.read()
    assert worker.returncode == -signal.SIGKILL
    return int((line + rest[: rest.rfind(b"\n") + 1]).split()[-1])


@pytest.mark.promise("R1")
@pytest.mark.kills
@pytest.mark.long
@pytest.mark.parametrize("disk", KILLS)
def test_no_acknowledged_change_is_lost_or_mixed(tmp_path: Path, disk: str) -> None:
    random = Random(SEED)
    more = ["slow"] if disk == "slow" else []
    changes_made = torn = rolled = 0
    for number in range(KILLS[disk]):
        if number % LIFE == 0:
            folder = tmp_path / str(number)
            store = Store(folder, clock, "thử")
            before = in_memory(replay(()), (), 0)
        acknowledged = kill_one(folder, f"{SEED}.{number}", random, *more)
        before_seq = before.seq
        with store.open(YEAR, write=True) as session:
            reopened = session.dossier
            torn += bool(session.notices)
            assert not any("hỏng" in notice for notice in session.notices)
            changes = list(reopened.journal.changes())
        assert acknowledged <= reopened.seq <= acknowledged + 1
        assert [change.seq for change in changes] == list(range(1, reopened.seq + 1))
        assert ordered(replay(changes)) == ordered(reopened.content)
        # what the worker must have done, done again in memory
        for turn in count():
            if before.seq >= reopened.seq:
                break
            step(before, f"{SEED}.{number}:{turn}")
        wanted = [change for change in before.journal.changes() if change.seq <= reopened.seq]
        assert [change.edits for change in wanted] == [change.edits for change in changes]
        changes_made += reopened.seq - before_seq
        before = in_memory(reopened.content, changes, reopened.seq)
        rolled = max(rolled, len(list((folder / "backups").glob("*.journal"))))
        if number % LIFE == LIFE - 1:
            shutil.rmtree(folder)
    print(f"{KILLS[disk]} kills, {disk}: {changes_made} changes, {torn} openings with a notice")
    assert rolled or KILLS[disk] < LIFE, "the worker never came to a rotation"


@pytest.mark.promise("R1")
@pytest.mark.kills
@pytest.mark.long
def test_the_same_kills_break_a_stock_tinydb(tmp_path: Path) -> None:
    random = Random(SEED)
    for number in range(60):
        folder = tmp_path / str(number)
        folder.mkdir()
        kill_one(folder, "", random, "stock")
        try:
            json.loads((folder / "stock.json").read_bytes())
        except ValueError:
            return
    pytest.fail("60 kills broke nothing: the harness is blind")
