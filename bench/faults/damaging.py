"""Each file of a store damaged anywhere, after a sudden end; what the next start finds and says."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from pathlib import Path
from random import Random

from bench.faults.contestants import Contestant, Seen
from bench.faults.killing import text_of
from tests.faults.damages import damaged

SAVES = 41
WHOLE, PART, REFUSED, UNNOTICED, MISSED = (
    "told, all there",
    "told, older",
    "told, refused",
    "untold, no harm",
    "untold, WRONG",
)
OUTCOMES = (WHOLE, PART, REFUSED, UNNOTICED, MISSED)


def damage_often(contestant: Contestant, kind: str, root: Path, damages: int) -> Counter[str]:
    """What a start found after each damage of that kind of file."""
    random = Random(kind)
    source = root / f"{contestant.name}-{kind}-whole"
    if not source.exists():
        _make(contestant, source, kind)
    told: Counter[str] = Counter()
    for number in range(damages):
        folder = root / f"{contestant.name}-{number}"
        shutil.copytree(source, folder)
        path = random.choice(sorted(path for path in folder.glob(contestant.files[kind]) if path.is_file()))
        _, raw = damaged(path.read_bytes(), random)
        path.unlink()
        path.write_bytes(raw)
        told[_outcome(contestant.read(folder))] += 1
        shutil.rmtree(folder)
    return told


def _make(contestant: Contestant, folder: Path, kind: str) -> None:
    """A store that ended suddenly after its last save."""
    pid = os.fork()
    if not pid:
        try:
            save = contestant.open(folder)
            for number in range(SAVES):
                save(text_of(number))
            os._exit(0)
        finally:
            os._exit(1)
    if os.waitpid(pid, 0)[1]:
        raise RuntimeError(contestant.name)
    contestant.finish(folder, kind)


def _outcome(seen: Seen) -> str:
    is_whole = seen.texts == frozenset({text_of(SAVES - 1)})
    if seen.is_told:
        return REFUSED if seen.texts is None else WHOLE if is_whole else PART
    return UNNOTICED if is_whole else MISSED
