"""SIGKILL at random moments while a store saves without pause."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections import Counter
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from bench.faults.contestants import Contestant, Seen

GOOD, LOST, MIXED, DEAD = "all there", "saves lost", "saves mixed", "does not open"
OUTCOMES = (GOOD, LOST, MIXED, DEAD)
MOST_SAVES = 40
HARD_DISK = 0.03
"""Seconds."""


def text_of(number: int) -> str:
    """Longer and shorter in turn, as a note that is typed and emptied."""
    return f"{number}:" + "x" * (number % 2 * 40)


def kill_often(contestant: Contestant, root: Path, kills: int, *, is_slow: bool) -> Counter[str]:
    """What a start found after each kill."""
    random = Random(849)
    told: Counter[str] = Counter()
    for number in range(kills):
        folder = root / f"{contestant.name}-{number}"
        wanted = random.randrange(1, MOST_SAVES // (4 if is_slow else 1))
        acknowledged = _killed(contestant, folder, wanted, random.random() * 0.02, is_slow=is_slow)
        told[_outcome(contestant.read(folder), acknowledged)] += 1
        shutil.rmtree(folder)
    return told


def _outcome(seen: Seen, acknowledged: int) -> str:
    if seen.texts is None:
        return DEAD
    if len(seen.texts) != 1:
        return MIXED
    (text,) = seen.texts
    number = int(text.partition(":")[0] or -1)
    if text and text != text_of(number):
        return MIXED
    return GOOD if acknowledged <= number <= acknowledged + 1 else LOST


def _killed(contestant: Contestant, folder: Path, wanted: int, spin: float, *, is_slow: bool) -> int:
    """The last save that was acknowledged before the kill; -1 when none was."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            _save_for_ever(contestant, folder, writing, is_slow=is_slow)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as acknowledgements:
        lines = [acknowledgements.readline() for _ in range(wanted)]
        until = time.perf_counter() + spin
        while time.perf_counter() < until:
            pass
        os.kill(pid, signal.SIGKILL)
        lines += acknowledgements.read().splitlines(keepends=True)
    os.waitpid(pid, 0)
    whole = [line for line in lines if line.endswith(b"\n")]
    return int(whole[-1]) if whole else -1


def _save_for_ever(contestant: Contestant, folder: Path, writing: int, *, is_slow: bool) -> None:
    if is_slow:
        for name in ("fsync", "fdatasync"):
            _slow_down(name)
    save = contestant.open(folder)
    for number in count():
        save(text_of(number))
        os.write(writing, f"{number}\n".encode())


def _slow_down(name: str) -> None:
    real = getattr(os, name)

    def slow(fd: Any) -> None:
        real(fd)
        time.sleep(HARD_DISK)

    setattr(os, name, slow)
