"""The folder of the arrivals, read away from the keys: what is read can be used at once."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from exports.district.arriving.known_files import KnownFiles
from exports.district.inbox import Inbox
from exports.district.report_sum import Collection
from forms.model.errors import NhomtreError
from tui.jobs.background import Job
from tui.jobs.workspace import DatedFolder

KNOWN_FILE = ".da-doc-{folder}"
"""In the user's data folder: what was read of one folder of arrivals."""
SHOWN_EVERY = 0.25
"""Seconds between two looks at how far it is."""
REST = 20
"""A look that found nothing new is followed by this many times the time that it took: a large or slow folder is left in peace."""


class FolderReading:
    """Looks at the folder of *workspace*, again and again; what is known of its files lies in *data_folder*, where that is one."""

    def __init__(
        self,
        workspace: DatedFolder,
        data_folder: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        file = None
        if data_folder is not None:
            name = hashlib.sha256(str(workspace.folder).encode("utf-8", "surrogateescape")).hexdigest()[:16]
            file = data_folder / KNOWN_FILE.format(folder=name)
        self._workspace, self._file, self._clock = workspace, file, clock
        self._inbox: Inbox | None = None
        self._job: Job[Any] | None = None
        self._one_look = Lock()
        """Held by a look: one that was stopped may not have ended when the next begins."""
        self._rest_until = 0.0
        self.progress: tuple[int, int] | None = None
        """How many files of how many are read; None while none is."""
        self.is_stopped = False
        """Whether the user stopped it: then it goes on only when that is asked for."""
        self.trouble = ""
        """Why the last look came to nothing."""

    @property
    def is_under_way(self) -> bool:
        """Whether it is looking at the folder now."""
        return self._job is not None

    @property
    def is_resting(self) -> bool:
        """Whether nobody needs to look at the folder yet."""
        return self.is_stopped or self.is_under_way or self._clock() < self._rest_until

    def begin(
        self,
        start: Callable[[Job[Any]], None],
        take: Callable[[Collection], None],
        ended: Callable[[NhomtreError | None], None],
    ) -> None:
        """Look at the folder, by *start*; *take* is handed what is read, more and more of it, then *ended* why it came to nothing.

        Nothing happens while it is under way.
        """
        if self._job is not None:
            return

        def end(outcome: object) -> None:
            self._job, self.progress = None, None
            ended(outcome if isinstance(outcome, NhomtreError) else None)

        self.is_stopped = False
        self._job = Job(partial(self._look, take), end, self._tell)
        start(self._job)

    def stop(self) -> None:
        """Give it up; what is read by now stays."""
        if self._job is not None:
            self._job.stop()
            self._job, self.progress, self.is_stopped = None, None, True

    def _tell(self, done: int, total: int) -> None:
        self.progress = done, total

    def _look(self, take: Callable[[Collection], None], job: Job[Any]) -> None:
        """In the thread."""
        with self._one_look:
            self._look_alone(take, job)

    def _look_alone(self, take: Callable[[Collection], None], job: Job[Any]) -> None:
        if self._inbox is None:
            known = KnownFiles(self._file, self._workspace.today)
            workspace = self._workspace
            self._inbox = Inbox([workspace.folder], workspace.today, workspace.chosen_year, known, apart=True)
        begun = self._clock()
        told = begun - SHOWN_EVERY

        def progress(done: int, total: int) -> None:
            nonlocal told
            if self._clock() >= told + SHOWN_EVERY:
                told = self._clock()
                job.progress(done, total)

        is_news = False
        for collection in self._inbox.look(progress, cancelled=lambda: job.is_stopped):
            is_news = True
            collection.prepare()
            job.tell(partial(take, collection))
        ended = self._clock()
        self._rest_until = ended if is_news else ended + REST * (ended - begun)
