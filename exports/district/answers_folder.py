"""What the office answered: the files in ``tra-loi``, one an answer; which of several to one report stands."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from os import stat_result
from pathlib import Path
from typing import NamedTuple

from exports.district.arriving.arrivals import (
    Arrival,
)
from exports.district.arriving.arriving_files import (
    ANSWERS_FOLDER,
    NotRead,
    bytes_of,
)
from exports.output.output_files import (
    file_slug,
    write_new,
)
from forms.model.declared import Frozen
from forms.package.answer_file import AnswerFile, read_answer, write_answer
from forms.package.answers import Answer
from forms.package.parts import PackageRefused
from forms.sets.workflow import StateId
from forms.store.system import (
    system_calls,
)

ReportKey = tuple[str, int, str]
"""Facility code, revision, check code: what an answer names of a report."""

ANSWER_SUFFIX = ".json"
_NUMBERED = re.compile(r" \((\d+)\)$")
"""How names end that ``write_new`` gives to a further answer."""


def key_of(arrival: Arrival) -> ReportKey:
    """What an answer names of it; a file without a check code is named by its digest."""
    return arrival.facility_code or "", arrival.revision, arrival.check_code or arrival.digest.hex()


class _Known(NamedTuple):
    """An answer file as it was read; *file* None where it is none."""

    stamp: tuple[int, int]
    file: AnswerFile | None


class StandingAnswers(Frozen):
    """The answers that stood at one moment, of each report that was answered."""

    by_report: Mapping[ReportKey, Answer]

    def to(self, arrival: Arrival) -> Answer | None:
        """The answer to a report."""
        return self.by_report.get(key_of(arrival))

    def state_of(self, arrival: Arrival) -> StateId | None:
        """The state of a report: as it was answered, else as it came; None where it tells none."""
        answer = self.to(arrival)
        return answer.move.target if answer else arrival.state

    def title_of(self, arrival: Arrival, untold: str) -> str:
        """That state in words; *untold* for none."""
        state = self.state_of(arrival)
        return arrival.form.states[state].title if state else untold


class AnswersFolder:
    """The answers beside the arrivals in *folders*; a file is read once, and again when it has changed.

    A report's last answer stands, by the numbers in the files' names: clocks differ, and a day may be typed. Files of
    one number go by the time that they tell, then by that of the file.
    """

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._folders = tuple(dict.fromkeys(folder / ANSWERS_FOLDER for folder in folders))
        self._files: dict[Path, _Known] = {}
        self._known: tuple[object, Mapping[ReportKey, Answer]] | None = None
        self._written = 0

    def give(self, arrival: Arrival, answer: Answer) -> Path:
        """Write the answer to a report, in the first folder; the path of its file. No other answer is touched. Raises StorageError."""
        code, revision, figures = key_of(arrival)
        year = str(arrival.school_year or "")
        file = AnswerFile(arrival.form, code, year, figures, answer)
        known = (ANSWERS_FOLDER, file_slug(code or arrival.name), year, f"ban-{revision}" if revision else "")
        name = "_".join(filter(None, known)) + ANSWER_SUFFIX
        path = write_new(self._folders[0] / name, write_answer(file).encode()).path
        self._written += 1  # two within one tick of the folder's clock
        return path

    @property
    def standing(self) -> StandingAnswers:
        """The answers that stand; files that cannot be read are passed by. Whoever asks about many reports asks this once."""
        with suppress(OSError):
            return StandingAnswers(self._read())
        return StandingAnswers({})

    @property
    def can_be_read(self) -> bool:
        """Whether the answers can be looked through, or there are none yet."""
        with suppress(OSError):
            self._read()
            return True
        return False

    def stamp(self) -> object:
        """Another value as soon as an answer was written."""
        return self._written, [_changed(folder) for folder in self._folders]

    def to(self, arrival: Arrival) -> Answer | None:
        """The answer that stands to a report."""
        return self.standing.to(arrival)

    def state_of(self, arrival: Arrival) -> StateId | None:
        """The state of a report, as ``StandingAnswers`` has it."""
        return self.standing.state_of(arrival)

    def title_of(self, arrival: Arrival, untold: str) -> str:
        """That state in words; *untold* for none."""
        return self.standing.title_of(arrival, untold)

    def _read(self) -> Mapping[ReportKey, Answer]:
        """Raises OSError."""
        stamp = self.stamp()
        if self._known is None or self._known[0] != stamp:
            self._known = stamp, self._look_through()
        return self._known[1]

    def _look_through(self) -> Mapping[ReportKey, Answer]:
        """Raises OSError: a folder that cannot be looked through is none without answers."""
        files: dict[Path, _Known] = {}
        standing: dict[ReportKey, tuple[tuple[int, str, int], Answer]] = {}
        for path in (
            folder / name
            for folder in self._folders
            for name in system_calls.names(folder)
            if name.endswith(ANSWER_SUFFIX)
        ):
            stat = path.stat()
            known = files[path] = self._of(path, stat)
            if known.file is None:
                continue
            file = known.file
            key = file.facility, file.answer.revision, file.check_code
            order = _number(path), file.answer.at, stat.st_mtime_ns
            if key not in standing or standing[key][0] <= order:
                standing[key] = order, file.answer
        self._files = files
        return {key: answer for key, (_, answer) in standing.items()}

    def _of(self, path: Path, stat: stat_result) -> _Known:
        stamp = stat.st_mtime_ns, stat.st_size
        known = self._files.get(path)
        if known is not None and known.stamp == stamp:
            return known
        try:
            return _Known(stamp, read_answer(bytes_of(path)))
        except (NotRead, PackageRefused):
            return _Known(stamp, None)


def _changed(folder: Path) -> int | None:
    with suppress(OSError):
        return folder.stat().st_mtime_ns
    return None


def _number(path: Path) -> int:
    match = _NUMBERED.search(path.stem)
    return int(match[1]) if match else 1
