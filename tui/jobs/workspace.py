"""Where the work of one run happens: data folder, school year, day; opening, checking, reporting.

Used by the command line and the screens alike; knows nothing of either.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from forms.dossier.content import Content, difference, empty_content
from forms.dossier.dossier import Kind
from forms.dossier.roster import SchoolYear
from forms.model.declared import Frozen
from forms.model.errors import DamagedFile, NewerSchema, StorageError
from forms.package.training import (
    LESSON_FOLDER,
    TRAINING_FOLDER,
    training_day,
    training_package,
    training_year,
)
from forms.report.checking.table_view import Previous
from forms.report.figures import FiguresOf
from forms.report.succession.other_set import cells_in
from forms.sets import newest
from forms.sets.form_set import FormSet
from forms.store.store import Session, Store
from forms.store.system import named_paths, system_calls
from tui.jobs.recovering.coming_back import told
from tui.texts import command_line_words

Notice = Callable[[str], None]
"""Takes a sentence that is worth saying beside the result."""


def data_folder(chosen: str | None) -> Path:
    """The data folder: as chosen, else ``NHOMTRE_HOME``, else the user's data folder."""
    named = chosen or os.environ.get("NHOMTRE_HOME")
    if named:
        return named_paths.path_of(named).absolute()
    import platformdirs  # start-up: a folder that was named needs none

    return Path(platformdirs.user_data_dir("nhomtre", appauthor=False))


class DatedFolder(Frozen):
    """A folder on one day. *chosen_year* is None when none was asked for; *day* None for the real one."""

    folder: Path
    training: bool = False
    chosen_year: SchoolYear | None = None
    day: date | None = None

    @property
    def is_lesson(self) -> bool:
        """Whether it is the copy that a lesson is learnt on."""
        return self.training and self.folder.name == LESSON_FOLDER

    @property
    def today(self) -> date:
        """The day of the run; in the training copy the day of the training."""
        return self.day or (training_day() if self.training else self._now().date())

    @staticmethod
    def _now() -> datetime:
        return datetime.now().astimezone()

    def clock(self) -> datetime:
        """The time of day on ``today``."""
        return datetime.combine(self.today, self._now().timetz())

    def now(self) -> str:
        """``clock`` as it is stored: ISO, whole seconds."""
        return self.clock().isoformat(timespec="seconds")

    @property
    def year(self) -> SchoolYear:
        """The school year: chosen, else that of today."""
        return self.chosen_year or self.year_of_today

    @property
    def year_of_today(self) -> SchoolYear:
        """The school year of the day; the new one is meant from the month that its form names."""
        today = self.today
        return SchoolYear(today.year if today.month >= newest().new_year_month else today.year - 1)


class Workspace(DatedFolder):
    """The data folder of a facility: a dossier for each school year."""

    @property
    def data_folder(self) -> Path:
        """The folder that was chosen: in the training copy the one around it."""
        return self.folder.parent if self.training else self.folder

    @cached_property
    def leftovers(self) -> list[str]:
        """Sentences about what is not done yet, and loses nothing: to be said after what was done."""
        return []

    @cached_property
    def store(self) -> Store:
        """The dossiers of the folder."""
        return Store(self.folder, clock=self.clock)

    @property
    def year(self) -> SchoolYear:
        """The school year: chosen, else the newest in the folder, else that of today."""
        if self.chosen_year is None and (years := self.store.years()):
            return years[-1]
        return super().year

    @contextmanager
    def open(
        self,
        *,
        write: bool,
        year: SchoolYear | None = None,
        create: bool = False,
        form: FormSet | None = None,
        notice: Notice | None = None,
    ) -> Iterator[Session]:
        """The dossier of *year* (default: the workspace's), made when *create* asks for it, of *form* as ``Store.open``.

        *notice* takes what was noticed on opening. Raises StorageError; says what to do when there is no such
        dossier. What cannot be folded at the end is no failure of the work: see ``leftovers``.
        """
        wanted = year or self.year
        if not create and wanted not in self.store.years():
            raise StorageError(command_line_words.NO_DOSSIER.format(year=wanted, folder=self.folder))
        session = self.store.open(wanted, write=write, form=form)
        try:
            if notice is not None:
                for sentence in session.notices:
                    notice(sentence)
                if session.came_back:
                    notice(told(session.came_back, session.dossier.content))
            yield session
        finally:
            self.close(session)

    def close(self, session: Session) -> None:
        """Fold and let others write; that it cannot be folded is kept for ``leftovers``, all of it is in the journal."""
        try:
            self.leftovers.extend(session.check_kept())
            session.close()
        except StorageError as error:
            self.leftovers.append(str(error))

    def read(self, notice: Notice) -> Content:
        """What the dossier holds now. Raises StorageError."""
        with self.open(write=False, notice=notice) as session:
            return session.dossier.content

    def revision(self, year: SchoolYear, number: int) -> Content | None:
        """A revision as it was sent; None when it is not kept here. Raises StorageError."""
        return self.store.revisions(year).content(number) if number else None

    def figures_before(self, content: Content) -> Previous | None:
        """The figures of the year before at the rows of the set of *content*, when the folder has that dossier and it can be read."""
        before = SchoolYear(content.year.start - 1)
        if before not in self.store.years():
            return None
        try:
            with self.open(write=False, year=before) as session:
                old = session.dossier.content
                return cells_in(content.form, FiguresOf()(old).as_json(), old.form)
        except StorageError as error:
            self.leftovers.append(str(error))  # this year is worked on all the same
            return None

    def present(self, year: SchoolYear, form: FormSet | None = None) -> Content:
        """The dossier of *year* as it is; when there is none an empty one of *form*, as ``Store.open``."""
        if year not in self.store.years():
            return empty_content(year, form)
        with self.open(write=False, year=year) as session:
            return session.dossier.content

    def make_training_copy(self, *, again: bool) -> None:
        """Fill the training folder, the first time or *again*: its dossier becomes the invented group."""
        self.make_copy(self._invented_group, again=again)

    def _invented_group(self) -> Content:
        from forms.package.adopt import adopt  # start-up: only the first time

        return adopt(training_package(), empty_content(training_year(), newest()), self.now())

    def make_copy(self, content_of: Callable[[], Content], *, again: bool) -> None:
        """Fill a folder of invented data, the first time or *again*: what was in it is then in the folder ``.cu`` beside it.

        Raises StorageError: also when somebody is at work there.
        """
        if again:
            self._put_aside()
        elif self.store.years():
            return
        content = content_of()
        with self.open(write=True, year=content.year, create=True, form=content.form) as session:
            session.dossier.commit(difference(session.dossier.content, content), kind=Kind.FIRST)

    def _put_aside(self) -> None:
        for year in self.store.years():
            with suppress(DamagedFile, NewerSchema), self.open(write=True, year=year):
                pass  # nobody else is at work there
        old = self.folder.with_name(f"{self.folder.name}.cu")
        with system_calls.as_storage_error(command_line_words.NOT_SET_ASIDE, folder=self.folder):
            if self.folder.exists():
                system_calls.remove_folder(old)
                system_calls.replace(self.folder, old)


def training_workspace(folder: Path, chosen_year: SchoolYear | None, day: date | None) -> Workspace:
    """The training copy inside *folder*."""
    return Workspace(folder / TRAINING_FOLDER, training=True, chosen_year=chosen_year, day=day)


def lesson_workspace(folder: Path, chosen_year: SchoolYear | None, day: date | None) -> Workspace:
    """The copy of the lesson inside *folder*."""
    return Workspace(folder / LESSON_FOLDER, training=True, chosen_year=chosen_year, day=day)
