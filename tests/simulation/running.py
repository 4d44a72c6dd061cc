"""Seasons from seeds: the steps are drawn, carried out, and made fewer when a promise is broken."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import forms.store.store_writer as store_writer
from tests.conftest import MEMORY
from tests.simulation import copy_steps, fate_steps, office_steps, owner_steps, promises
from tests.simulation.ledger import Broken
from tests.simulation.season import Facility, Season, Step, told

Act = Callable[[Season, Facility, Random], None]

ACTS: dict[str, tuple[int, Act]] = {
    "edit": (30, owner_steps.edit),
    "undo": (10, owner_steps.undo),
    "fold": (9, owner_steps.fold),
    "close": (6, owner_steps.close),
    "reopen": (6, owner_steps.reopen),
    "typing": (5, owner_steps.typing),
    "another": (2, owner_steps.another),
    "export": (2, owner_steps.export),
    "bring in": (3, owner_steps.bring_in),
    "begin next": (1, owner_steps.begin_next),
    "send": (6, office_steps.send),
    "answer": (5, office_steps.answer),
    "hand in": (1, office_steps.hand_in),
    "carry": (3, office_steps.carry),
    "bring back": (3, office_steps.bring_back),
    "clock": (4, fate_steps.clock),
    "room": (1, fate_steps.room),
    "power": (2, fate_steps.power),
    "daily": (3, fate_steps.daily),
    "spoil": (3, fate_steps.spoil),
    "ruin": (2, fate_steps.ruin),
    "photo": (2, fate_steps.photo),
    "paste": (2, fate_steps.paste),
    "move": (1, fate_steps.move),
    "displace": (1, copy_steps.displace),
    "erase": (2, copy_steps.erase),
    "start": (1, copy_steps.start),
}
"""Step → how often it comes, and what is done."""
FAVOUR = 30
ROTATE_AT = 6_000
MINUTE = timedelta(minutes=1)


class Failure(NamedTuple):
    """A promise that was broken: the seed of the season, the steps up to it, the promise."""

    seed: int
    steps: tuple[Step, ...]
    promise: str

    def __str__(self) -> str:
        steps = ", ".join(map(str, self.steps))
        return f"seed {self.seed}, {len(self.steps)} steps: {steps}\n{self.promise}"


def drawn(seed: int, count: int, favoured: Sequence[str] = ()) -> tuple[Step, ...]:
    """The steps of a season; those that are *favoured* come more often than they do otherwise."""
    random = Random(seed)
    kinds = list(ACTS)
    weights = [weight + FAVOUR * (kind in favoured) for kind, (weight, _) in ACTS.items()]
    return tuple(Step(random.choices(kinds, weights)[0], random.randrange(10**6)) for _ in range(count))


def failing(seed: int, steps: Sequence[Step], watch: Callable[[int], object] = id) -> Failure | None:
    """Carry out the steps of a season; what was broken first, if anything. *watch* takes the calls to the system so far."""
    folder = Path(tempfile.mkdtemp(prefix="season-", dir=MEMORY if MEMORY.is_dir() else None))
    before, store_writer.ROTATE_AT = store_writer.ROTATE_AT, ROTATE_AT
    try:
        season = Season(folder / "disk", seed)
        with season.disk:
            for number, step in enumerate(steps, 1):
                try:
                    _carry_out(season, step)
                except Broken as broken:
                    return Failure(seed, tuple(steps[:number]), str(broken))
                watch(season.disk.all_calls)
            for facility in season.facilities:
                facility.session = None
    finally:
        store_writer.ROTATE_AT = before
        shutil.rmtree(folder, ignore_errors=True)
    return None


def _carry_out(season: Season, step: Step) -> None:
    random = Random(step.seed)
    season.step = step
    season.moment += MINUTE * random.randrange(1, 40)
    facility = random.choice(season.facilities)
    try:
        ACTS[step.kind][1](season, facility, random)
        promises.check(season, facility, random)
    except Broken:
        raise
    except Exception as error:
        raise Broken(f"{step} ends with {told(error)}") from error


def shrunk(failure: Failure, tries: int = 300) -> Failure:
    """The same promise broken in fewer steps: larger and smaller pieces are left out as long as it stays broken."""
    best, size = failure, max(1, len(failure.steps) // 2)
    title = failure.promise[:30]
    while size and tries:
        place = 0
        while place < len(best.steps) and tries:
            tries -= 1
            fewer = best.steps[:place] + best.steps[place + size :]
            again = failing(best.seed, fewer)
            if again is not None and again.promise[:30] == title:
                best = again
            else:
                place += size
        size //= 2
    return best


def counted(steps: Sequence[Step]) -> Counter[str]:
    """How often each step came."""
    return Counter(step.kind for step in steps)
