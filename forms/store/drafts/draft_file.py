"""The draft beside the journal, for the one writer of a school year: written whole, private, never a change.

What is to be kept is decided where the keys are (``want``) and written where it does not delay them (``save``): what
was wanted last is what the file comes to hold, in whatever order two threads get there.
"""

from __future__ import annotations

import itertools
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from forms.store.drafts import draft_words
from forms.store.drafts.draft import LONGEST_TEXT, BadDraft, Draft, decode_draft, encode_draft
from forms.store.system import platform_calls, system_calls
from forms.store.year_paths import YearPaths

DAYS_ASIDE = 30
"""So long a draft is kept after it was dropped."""
_MOST_BYTES = 8 * LONGEST_TEXT
_ASIDE = r"\.draft\.(\d{4}-\d\d-\d\d)\.\d+"


class DraftFile:
    """The draft file of a school year; its time is that of the machine, whatever day the run has.

    *demand_ours* raises StorageError once the folder is not this writer's any more: nothing is touched there then.

    *offered* is what a session before this one left and nobody has answered yet.
    """

    def __init__(
        self,
        paths: YearPaths,
        demand_ours: Callable[[], None],
        clock: Callable[[], datetime] = system_calls.now,
    ) -> None:
        self._paths = paths
        self._demand_ours = demand_ours
        self._clock = clock
        self._lock = threading.Lock()
        self._wanted: Draft | None = None
        self._held: Draft | None = None
        self.offered: Draft | None = None
        self._is_unread = False
        """Whether a file that could not be read stands where the draft is kept: it may be one."""

    def open(self) -> list[str]:
        """Look at what is there: sentences about it. A file that is no draft is set aside, old drafts are removed."""
        path = self._paths.draft
        notices: list[str] = []
        with suppress(OSError):  # the next writer tries again
            self._remove_old()
        try:
            data = system_calls.read_beginning(path, _MOST_BYTES).data
            self.offered = decode_draft(data)
        except FileNotFoundError:
            pass
        except (BadDraft, system_calls.NotARegularFile, IsADirectoryError):
            notices.append(self._set_damaged_aside(path))
        except OSError as error:
            self._is_unread = True
            notices.append(draft_words.NOT_READ.format(name=path.name, why=system_calls.reason(error)))
        return notices

    def _set_damaged_aside(self, path: Path) -> str:
        target = self._paths.damaged(path.name)
        try:
            system_calls.make_folder(target.parent)
            system_calls.replace(path, target)
        except OSError as error:
            return draft_words.NOT_READ.format(name=path.name, why=system_calls.reason(error))
        return draft_words.DAMAGED.format(name=path.name, copy=target.name)

    def _remove_old(self) -> None:
        first = self._today() - timedelta(days=DAYS_ASIDE)
        for path, day in self._paths_aside():
            if day < first.isoformat():
                system_calls.remove(path)

    def _paths_aside(self) -> Iterator[tuple[Path, str]]:
        for name in system_calls.names(self._paths.folder):
            year = str(self._paths.year)
            if name.startswith(year) and (match := re.fullmatch(_ASIDE, name[len(year) :])):
                yield self._paths.folder / name, match[1]

    def dropped(self) -> list[Draft]:
        """What was dropped in the last ``DAYS_ASIDE`` days, newest first; files that are no drafts left out. Raises StorageError."""
        drafts = []
        with system_calls.as_storage_error(draft_words.DROPPED_NOT_READ):
            for path, _ in self._paths_aside():
                with suppress(BadDraft, system_calls.NotARegularFile, FileNotFoundError):
                    drafts.append(decode_draft(system_calls.read_beginning(path, _MOST_BYTES).data))
        return sorted(drafts, key=lambda draft: draft.at)[::-1]

    def _today(self) -> date:
        return self._clock().date()

    # From the keys

    @property
    def wanted(self) -> Draft | None:
        """The draft that the file holds, or is about to."""
        return self._wanted

    def want(self, path: tuple[str, ...] | None, text: str = "", old: object = None) -> None:
        """From now on this text is to be kept; without a path none."""
        at = system_calls.stamp(self._clock())
        self._wanted = Draft(path, text, old, at) if path is not None else None

    def accept(self) -> None:
        """The offered draft is being typed again."""
        with self._lock:
            self._wanted = self._held = self.offered
            self.offered = None

    # On disk

    def save(self) -> None:
        """Return when the file holds what is wanted. From any thread. Raises StorageError."""
        with self._lock, system_calls.as_storage_error(draft_words.NOT_KEPT):
            wanted = self._wanted
            if wanted is None:
                if self._held is not None:
                    self._remove()
            elif not wanted.says_the_same(self._held):
                self._demand_ours()
                if self.offered is not None or self._is_unread:
                    self._move_aside()
                self._write(wanted)

    def set_aside(self) -> None:
        """Put the draft away for ``DAYS_ASIDE`` days, if there is one. Raises StorageError."""
        with self._lock, system_calls.as_storage_error(draft_words.NOT_KEPT):
            self._wanted = None
            if self._held or self.offered or self._is_unread:
                self._move_aside()

    def _remove(self) -> None:
        self._demand_ours()
        self._held = None
        system_calls.remove(self._paths.draft)

    def _write(self, draft: Draft) -> None:
        path = self._paths.draft
        temporary = self._paths.temporary(path.name)
        with system_calls.temporary_file(temporary, encode_draft(draft)):
            system_calls.replace(temporary, path)
        self._held = draft
        platform_calls.sync_folder(path.parent)

    def _move_aside(self) -> None:
        self._demand_ours()
        path, today = self._paths.draft, self._today()
        names = (f"{path.name}.{today}.{number}" for number in itertools.count(1))
        target = next(place for name in names if not (place := path.with_name(name)).exists())
        with suppress(FileNotFoundError):  # somebody took it away: no reason not to keep the next one
            system_calls.replace(path, target)
        self._held, self.offered, self._is_unread = None, None, False
