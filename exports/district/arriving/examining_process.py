"""The process that examines files for another one; an order is the day and some paths, the answer is pickled."""

from __future__ import annotations

import pickle
import sys
from datetime import date
from pathlib import Path

from exports.district.arriving.arrivals import (
    examine,
)
from exports.processes.life_line import (
    next_order,
)


def main() -> int:
    """Examine what is ordered, until the line breaks off."""
    answers = sys.stdout.buffer
    while True:
        today, paths = next_order()
        pickle.dump([examine(Path(path), date.fromisoformat(today)) for path in paths], answers)
        answers.flush()
