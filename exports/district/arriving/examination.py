"""Examines many files, with several processes where that is worth their start."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING

from exports.district.arriving import (
    arrival_words as words,
)
from exports.district.arriving.arrivals import (
    WORKBOOK_SUFFIXES,
    Arrival,
    Exclusion,
    examine,
)
from exports.output.progress import (
    Progress,
)
from exports.processes.launching import give, running
from forms.model.errors import Refused, StorageError
from forms.store.system import platform_calls

if TYPE_CHECKING:
    from subprocess import Popen

PROCESS = "exports.district.arriving.examining_process"

PACKAGES_A_CHUNK = 8
"""Packages that a process is handed at a time; workbooks one by one."""
MOST_WORKERS = 4
WORTH = 500
"""Packages of figures from which two processes are done after three fifths of the time of one; a workbook is read as long as some packages."""
PACKAGES_A_WORKBOOK = 15
FEW = 8
"""Packages that hold up nobody who waits for this process meanwhile."""
PATIENCE = 0.2
"""Seconds until it is asked again whether to stop."""


class Stopped(Refused):
    """The user stopped it."""


Examination = Arrival | Exclusion


def default_workers() -> int:
    """As many processes as this one has processors, few at most."""
    return min(platform_calls.processors(), MOST_WORKERS)


def examine_all(
    files: Sequence[Path],
    today: date,
    workers: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    apart: bool = False,
) -> Iterator[Examination]:
    """What each file is, in any order. Raises Stopped when *cancelled*, StorageError when a process dies.

    *workers* None is as many processes as are worth their start, 1 none but this one; *apart*: this one has others to
    answer, so that at least one reads for it.
    """
    processes = _worth(files, apart=apart) if workers is None else workers if workers > 1 else 0
    done = 0
    parts = _by_several(files, today, processes, cancelled) if processes else _alone(files, today, cancelled)
    for part in parts:
        yield from part
        done += len(part)
        if progress:
            progress(done, len(files))


def _worth(files: Sequence[Path], *, apart: bool) -> int:
    """How many processes beside this one."""
    workbooks = sum(path.suffix.lower() in WORKBOOK_SUFFIXES for path in files)
    work = len(files) + PACKAGES_A_WORKBOOK * workbooks
    processes = default_workers() if work >= WORTH else 1
    return processes if processes > 1 or (apart and work > FEW) else 0


def _alone(
    files: Sequence[Path], today: date, cancelled: Callable[[], bool] | None
) -> Iterator[list[Examination]]:
    for path in files:
        _stop_if(cancelled)
        yield [examine(path, today)]


def _by_several(
    files: Sequence[Path], today: date, workers: int, cancelled: Callable[[], bool] | None
) -> Iterator[list[Examination]]:
    """Each process has a thread here that hands it chunks and waits for what they are."""
    crew = _Crew(_chunks(files), today)
    threads = [Thread(target=crew.work, daemon=True) for _ in range(workers)]
    try:
        for thread in threads:
            thread.start()
        at_work = workers
        while at_work:
            with suppress(Empty):
                part = crew.answers.get(timeout=PATIENCE)
                if isinstance(part, list):
                    yield part
                elif part is None:
                    at_work -= 1
                else:
                    raise part
            _stop_if(cancelled)
    finally:
        crew.stop()
        for thread in threads:
            thread.join()


class _Crew:
    """Processes that examine: what is left to do, what they answer (None: one has done all)."""

    def __init__(self, chunks: Iterator[list[Path]], today: date) -> None:
        self._chunks = chunks
        self._today = today
        self._lock = Lock()
        self._processes: list[Popen[bytes]] = []
        self._is_stopped = False
        self.answers: SimpleQueue[list[Examination] | Exception | None] = SimpleQueue()

    def work(self) -> None:
        """All that one process does, in a thread."""
        try:
            with running(PROCESS) as process:
                self._watch(process)
                while chunk := self._next_chunk():
                    self.answers.put(_answer(process, chunk, self._today))
        except (OSError, EOFError, pickle.UnpicklingError):
            self.answers.put(StorageError(words.BROKEN))
        except Exception as error:  # raised again where the answers are taken
            self.answers.put(error)
        else:
            self.answers.put(None)

    def stop(self) -> None:
        """End what still runs."""
        with self._lock:
            self._is_stopped = True
            for process in self._processes:
                process.kill()

    def _watch(self, process: Popen[bytes]) -> None:
        with self._lock:
            self._processes.append(process)
            if self._is_stopped:
                process.kill()

    def _next_chunk(self) -> list[Path]:
        with self._lock:
            return [] if self._is_stopped else next(self._chunks, [])


def _answer(process: Popen[bytes], chunk: Sequence[Path], today: date) -> list[Examination]:
    """What one process says of *chunk*: by the names that they have here. Raises EOFError, UnpicklingError."""
    give(process, (today.isoformat(), [str(path.absolute()) for path in chunk]))
    assert process.stdout is not None
    answer: list[Examination] = pickle.load(process.stdout)
    return [examined._replace(file=str(path)) for examined, path in zip(answer, chunk, strict=True)]


def _chunks(files: Iterable[Path]) -> Iterator[list[Path]]:
    chunk: list[Path] = []
    for path in files:
        if path.suffix.lower() in WORKBOOK_SUFFIXES:
            yield [path]
            continue
        chunk.append(path)
        if len(chunk) == PACKAGES_A_CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _stop_if(cancelled: Callable[[], bool] | None) -> None:
    if cancelled and cancelled():
        raise Stopped(words.STOPPED)
