"""A process that edits without pause until it is killed: ``worker.py FOLDER SEED [slow|stock]``."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from tinydb import TinyDB

import forms.store.store_writer as module
from forms.store.store import Store
from tests.faults.editing import YEAR, clock, step


def acknowledge(number: int) -> None:
    os.write(1, f"{number}\n".encode())


def product(folder: Path, seed: str) -> None:
    module.ROTATE_AT = 30_000
    with Store(folder, clock, "thử").open(YEAR, write=True) as session:
        original = session.dossier.journal.append

        def append(change: object) -> None:
            original(change)  # type: ignore[arg-type]
            acknowledge(session.dossier.seq + 1)

        session.dossier.journal.append = append  # type: ignore[method-assign]
        acknowledge(session.dossier.seq)
        for turn in count():
            if step(session.dossier, f"{seed}:{turn}"):
                session.fold()


def on_a_hard_disk() -> None:
    """Let each call that waits for the disk wait as long as there."""
    for name in ("fsync", "fdatasync"):
        real = getattr(os, name)

        def slow(fd: Any, real: Callable[[Any], None] = real) -> None:
            real(fd)
            time.sleep(0.03)

        setattr(os, name, slow)


def stock(folder: Path) -> None:
    database = TinyDB(folder / "stock.json")
    if not len(database):
        database.insert_multiple({"name": "Nguyễn Văn A" * 20} for _ in range(50))
    for turn in count():
        database.update({"note": "x" * (turn % 2 * 40)})
        acknowledge(turn)


if __name__ == "__main__":
    if sys.argv[3:]:
        on_a_hard_disk()
    if sys.argv[3:] == ["stock"]:
        stock(Path(sys.argv[1]))
    else:
        product(Path(sys.argv[1]), sys.argv[2])
