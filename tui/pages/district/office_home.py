"""The office's desk: what arrived, the sum, and what is made of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from exports.district.breakdown import roles_of_parts
from exports.district.letters.reminder import missing_by_ward
from forms.dossier.campaign import receiver_of
from forms.model.issue import Severity
from tui.desk.kinds.report_steps import add_tables
from tui.desk.kinds.steps_page import STEP_DONE, State, Steps, StepsPage, state_of
from tui.desk.page_names import PageName
from tui.jobs.district.combining import write_sum
from tui.jobs.district.office import SumReport, sums_folder
from tui.jobs.district.sum_kinds import SumFile
from tui.pages.district.line import FileLine
from tui.pages.district.office_jobs import make_file
from tui.texts.district import office_words
from tui.texts.help.keys import Action

TURNED_WIDTHS, ABSENT_WIDTHS = (34, 0), (12, 0, 20, 13)


class OfficeHome(StepsPage[SumReport]):
    """The steps of the office."""

    actions = (Action.HELP, Action.NEXT_ISSUE, Action.CAMPAIGN, Action.MENU, Action.BACK)

    def title(self) -> str:
        """Bàn của phòng."""
        return office_words.OFFICE_TITLE.format(receiver=receiver_of(self.work.content))

    def stamp(self) -> object:
        """What arrived, was answered, is added up."""
        return self.work.stamp, self.work.progress, self._is_first_reading

    @property
    def folder(self) -> Path:
        """The folder of the arrivals."""
        return self.work.workspace.folder

    def add_steps(self, steps: Steps) -> None:
        """What arrived, the sum, what is made of it."""
        arrivals, added, host = self.work.arrivals, self.work.collection, self.host

        def add(
            title: str,
            what: str,
            state: State,
            open_page: Callable[[], None],
            help_text: str = office_words.OFFICE_HELP,
        ) -> None:
            steps.add(title, what, state, help_text, open_page)

        steps.heading(office_words.OFFICE_ARRIVED)
        add(
            office_words.OFFICE_TAKEN,
            office_words.OFFICE_TAKEN_WHAT.format(count=len(arrivals.summands)),
            self._answered(),
            partial(host.open, PageName.FACILITIES),
        )
        turned = len(arrivals.exclusions)
        add(
            office_words.OFFICE_TURNED,
            office_words.OFFICE_TURNED_WHAT.format(count=turned),
            State(office_words.OFFICE_TURNED_STATE, Severity.WARNING)
            if turned
            else State()
            if self._is_first_reading
            else STEP_DONE,
            self._turned,
        )
        absent = len(arrivals.not_arrived)
        no_list = "" if self._is_first_reading or arrivals.part else office_words.OFFICE_NO_LIST
        add(
            office_words.OFFICE_ABSENT,
            office_words.OFFICE_TAKEN_WHAT.format(count=absent) if arrivals.expected else no_list,
            State(),
            self._absent,
            office_words.OFFICE_HELP if arrivals.expected else office_words.OFFICE_LIST_HELP,
        )
        steps.heading(office_words.OFFICE_SUM)
        add(
            office_words.OFFICE_ADDED,
            office_words.OFFICE_TAKEN_WHAT.format(count=len(added.summands)),
            State(office_words.OFFICE_ADDED_STATES[added.is_of_approved], at_edge=True),
            self._turn,
            office_words.OFFICE_ADDED_HELP,
        )
        if others := len(arrivals.beside):
            add(
                office_words.OFFICE_SET,
                arrivals.form.code,
                State(office_words.OFFICE_SETS.format(count=others), at_edge=True),
                self._next_set,
                office_words.OFFICE_SET_HELP,
            )
        add_tables(steps, host)
        count = len(added.issues)
        add(
            office_words.OFFICE_CHECK,
            office_words.OFFICE_CHECK_WHAT.format(errors=count),
            state_of(added.issues),
            partial(host.open, PageName.ISSUES),
        )
        if roles_of_parts(added.form):
            add(
                office_words.OFFICE_PARTS,
                "",
                State(),
                partial(host.open, PageName.SUM_PARTS),
                office_words.OFFICE_PARTS_HELP,
            )
        for title, kind in (
            (office_words.OFFICE_PRINT, SumFile.PRINT),
            (office_words.OFFICE_EXCEL, SumFile.BOOK),
            (office_words.OFFICE_PROGRESS, SumFile.PROGRESS),
        ):
            add(title, "", State(), partial(self._make, title, kind))
        if unread := arrivals.letters.unread:
            add(
                office_words.LETTERS_UNREAD,
                office_words.OFFICE_TURNED_WHAT.format(count=len(unread)),
                State(office_words.OFFICE_TURNED_STATE, Severity.WARNING),
                self._unread_letters,
            )
        progress = self.work.progress
        if self.work.reading is not None:
            add(
                office_words.OFFICE_AGAIN,
                office_words.OFFICE_READING.format(done=progress[0], total=progress[1]) if progress else "",
                State(),
                partial(host.open, PageName.OFFICE_FOLDER),
                office_words.OFFICE_READING_HELP if progress else office_words.OFFICE_AGAIN_HELP,
            )

    @property
    def _is_first_reading(self) -> bool:
        """Whether nobody knows yet what is in the folder."""
        arrivals, reading = self.work.arrivals, self.work.reading
        is_known = arrivals.summands or arrivals.exclusions or arrivals.expected
        return reading is not None and reading.is_under_way and not is_known

    def _answered(self) -> State:
        answers = self.work.answers
        if not answers.can_be_read:
            return State(office_words.OFFICE_ANSWERS_NOT_READ, Severity.WARNING)
        standing = answers.standing
        count = sum(standing.to(arrival) is not None for arrival in self.work.arrivals.summands)
        return State(office_words.OFFICE_ANSWERED.format(count=count), at_edge=True) if count else State()

    def _turn(self) -> None:
        """The sum of what is approved, or of all again."""
        self.work.turn()

    def escape(self) -> bool:
        """Esc stops the reading of the folder first."""
        reading = self.work.reading
        if reading is None or not reading.is_under_way:
            return False
        reading.stop()
        self.host.say(office_words.OFFICE_READING_STOPPED)
        return True

    def _next_set(self) -> None:
        """The sum of the next set."""
        self.work.turn_to_next_set()

    def _turned(self) -> None:
        self.host.open(
            PageName.OFFICE_FILES,
            office_words.OFFICE_TURNED,
            office_words.TURNED_COLUMNS,
            TURNED_WIDTHS,
            partial(self._turned_lines, self.folder),
        )

    def _turned_lines(self, folder: Path) -> list[FileLine]:
        arrivals = self.work.arrivals
        return [
            FileLine(
                (
                    name := _short(folder, turned.file),
                    reason := turned.reason.replace(f"{folder}{os.sep}", ""),
                ),
                office_words.TURNED_LINE.format(file=name, reason=reason),
                turned.arrival,
                is_wrong=True,
                request=arrivals.request_for(turned),
            )
            for turned in arrivals.exclusions
        ]

    def _unread_letters(self) -> None:
        self.host.open(
            PageName.OFFICE_FILES,
            office_words.LETTERS_UNREAD,
            office_words.TURNED_COLUMNS,
            TURNED_WIDTHS,
            lambda: [
                FileLine(
                    (one.path.name, one.reason),
                    office_words.TURNED_LINE.format(file=one.path.name, reason=one.reason),
                    is_wrong=True,
                )
                for one in self.work.arrivals.letters.unread
            ],
        )

    def _absent(self) -> None:
        self.host.open(
            PageName.OFFICE_FILES,
            office_words.OFFICE_ABSENT,
            office_words.ABSENT_COLUMNS,
            ABSENT_WIDTHS,
            self._absent_lines,
            {Action.REMIND: partial(self._make, office_words.OFFICE_REMINDER, SumFile.REMINDER)},
        )

    def _absent_lines(self) -> list[FileLine]:
        return [
            FileLine(
                (one.code, one.name, one.ward, one.phone),
                " · ".join(filter(None, (one.name, one.ward, one.phone))),
            )
            for _, ones in missing_by_ward(self.work.arrivals)
            for one in ones
        ]

    def _make(self, title: str, kind: SumFile) -> None:
        work = self.work
        make = partial(write_sum, work.workspace, work.collection, kind, sums_folder(self.folder))
        make_file(self.host, title, make)


def _short(folder: Path, file: str) -> str:
    path = Path(file)
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)
