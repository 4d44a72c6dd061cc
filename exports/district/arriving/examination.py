"""Examines many files, with several processes where that is worth their start."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import islice
from multiprocessing.connection import wait as wait_for
from pathlib import Path

from exports.district.arriving import (
    arrival_words as words,
)
from exports.district.arriving.arrivals import (
    WORKBOOK_SUFFIX,
    Arrival,
    Exclusion,
    examine,
)
from exports.output.progress import (
    Progress,
)
from forms.model.errors import Refused, StorageError

PACKAGES_A_CHUNK = 8
"""Packages that a process is handed at a time; workbooks one by one."""
MOST_WORKERS = 4
WORTH = 60
"""Packages from which several processes are quicker; a workbook is read as long as some packages."""
PACKAGES_A_WORKBOOK = 15
WAITING = 3
"""Chunks that wait for each process."""
PATIENCE = 0.2
"""Seconds until it is asked again whether to stop."""


class Stopped(Refused):
    """The user stopped it."""


Examination = Arrival | Exclusion


def default_workers() -> int:
    """As many processes as this one has processors, few at most."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(count, MOST_WORKERS)


def examine_all(
    files: Sequence[Path],
    today: date,
    workers: int,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Examination]:
    """What each file is, in any order. Raises Stopped when *cancelled*, StorageError when a process dies."""
    workbooks = sum(path.suffix.lower() == WORKBOOK_SUFFIX for path in files)
    work = len(files) + PACKAGES_A_WORKBOOK * workbooks
    many = workers > 1 and len(files) > 1 and work >= WORTH
    done = 0
    for part in _by_several(files, today, workers, cancelled) if many else _alone(files, today, cancelled):
        yield from part
        done += len(part)
        if progress:
            progress(done, len(files))


def _alone(
    files: Sequence[Path], today: date, cancelled: Callable[[], bool] | None
) -> Iterator[list[Examination]]:
    for path in files:
        _stop_if(cancelled)
        yield [examine(path, today)]


def _by_several(
    files: Sequence[Path], today: date, workers: int, cancelled: Callable[[], bool] | None
) -> Iterator[list[Examination]]:
    chunks = _chunks(files)
    context = multiprocessing.get_context("spawn")  # a fork would copy the threads of the screens
    with ProcessPoolExecutor(workers, context, initializer=_begin) as pool:
        waiting: set[Future[list[Examination]]] = set()
        try:
            while True:
                for chunk in islice(chunks, workers * WAITING - len(waiting)):
                    waiting.add(pool.submit(_examine_all, chunk, today))
                if not waiting:
                    return
                ready, waiting = wait(waiting, timeout=PATIENCE, return_when=FIRST_COMPLETED)
                _stop_if(cancelled)
                for future in ready:
                    yield future.result()
        except BrokenProcessPool:
            raise StorageError(words.BROKEN) from None
        finally:
            for future in waiting:
                future.cancel()


def _chunks(files: Iterable[Path]) -> Iterator[list[str]]:
    chunk: list[str] = []
    for path in files:
        if path.suffix.lower() == WORKBOOK_SUFFIX:
            yield [str(path)]
            continue
        chunk.append(str(path))
        if len(chunk) == PACKAGES_A_CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _stop_if(cancelled: Callable[[], bool] | None) -> None:
    if cancelled and cancelled():
        raise Stopped(words.STOPPED)


def _begin() -> None:
    """A process that examines: it is stopped by the one that started it, and never outlives it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)


def _examine_all(paths: Sequence[str], today: date) -> list[Examination]:
    return [examine(Path(path), today) for path in paths]
