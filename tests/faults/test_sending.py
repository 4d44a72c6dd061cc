"""SIGKILL at random moments while a report is sent: a revision is there whole, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import perf_counter

import pytest

from tests.faults.editing import ordered
from tests.faults.sending import (
    CUT,
    FINISHED,
    YEAR,
    begin,
    check_revisions,
    snapshot,
    staged,
    store,
)

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
FULL = os.environ.get("NHOMTRE_FULL") == "1"
KILLS = int(os.environ.get("NHOMTRE_KILLS", "500" if FULL else "15"))
REAL_IN = 10
"""Every so many kills with the real files."""
LIFE = 10
"""Kills in one folder, one after the other."""
SEED = int(os.environ.get("NHOMTRE_SEED", "849"))


def kill_one(folder: Path, seed: str, random: Random, *, real: bool) -> list[str]:
    """Let a sender run, kill it at a random moment, mostly while it sends; the lines that it wrote."""
    wanted = random.randrange(1, 40)
    after = (
        random.choice(["begin", "begin", "begin", ""])
        if not real
        else random.choice(["begin", "ready", "ready"])
    )
    spin = random.random() * (0.6 if after == "begin" and real else 0.02)
    lines: list[str] = []
    with subprocess.Popen(
        [sys.executable, str(HERE / "sender.py"), str(folder), seed, *(["real"] if real else [])],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
    ) as sender:
        assert sender.stdout is not None
        while len(lines) < (1 if real else wanted) or not lines[-1].startswith(after):
            line = sender.stdout.readline().decode()
            assert line, "the sender ended by itself"
            lines.append(line)
        until = perf_counter() + spin
        while perf_counter() < until:
            pass
        sender.send_signal(signal.SIGKILL)
        rest = sender.stdout.read().decode()
    assert sender.returncode == -signal.SIGKILL
    return ("".join(lines) + rest[: rest.rfind("\n") + 1]).splitlines()


@pytest.mark.promise("R1")
@pytest.mark.kills
@pytest.mark.long
def test_a_killed_sending_is_whole_or_not_at_all(tmp_path: Path) -> None:
    random = Random(SEED)
    cut = finished = sendings = real = 0
    for number in range(KILLS):
        if number % LIFE == 0:
            folder = tmp_path / str(number)
            begin(folder)
            last = 0
        is_real = number % REAL_IN == REAL_IN - 1
        lines = kill_one(folder, f"{SEED}.{number}", random, real=is_real)
        acknowledged = int([line for line in lines if line.isdigit()][-1])
        told = max((int(line.split()[1]) for line in lines if line.startswith("sent")), default=last)
        unfinished = staged(folder)
        # whoever only looks repairs nothing
        before = snapshot(folder)
        with store(folder).open(YEAR, write=False) as reading:
            seen = ordered(reading.dossier.content)
        assert snapshot(folder) == before
        with store(folder).open(YEAR, write=True) as session:
            content = session.dossier.content
            assert ordered(content) == seen
            assert acknowledged <= session.dossier.seq <= acknowledged + 1
            assert content.last_sent in (told, told + 1)
            said = [notice for notice in session.notices if "Lần gửi" in notice]
            assert not any("hỏng" in notice for notice in session.notices)
            assert len(said) == bool(unfinished), (unfinished, session.notices)
            cut += any(CUT in notice for notice in said)
            finished += any(FINISHED in notice for notice in said)
            if said:
                is_sent = FINISHED in said[0]
                assert content.state == ("sent" if is_sent else content.state)
                assert f"bản {content.last_sent if is_sent else content.last_sent + 1} " in said[0]
            check_revisions(folder, session, since=last + 1 if number % LIFE < LIFE - 1 else 1)
            for change in session.dossier.journal.changes():
                for each in change.edits:
                    assert each.path != ("facility", "phone") or each.new == f"09{change.seq:08}"
            sendings += content.last_sent - last
            last, real = content.last_sent, real + is_real
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == []
    print(
        f"{KILLS} kills ({real} with real files), {sendings} sendings, {cut} cut, {finished} finished afterwards"
    )
    assert cut, "no kill came while a revision was written"
    assert finished or KILLS < 100, "no kill came between the line of the journal and the names"
