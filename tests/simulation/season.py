"""The season of an office: its facilities on one computer, what they opened, and how a step is carried out under a fault."""

from __future__ import annotations

import errno
import os
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from enum import Enum
from pathlib import Path
from random import Random
from typing import ClassVar, NamedTuple, TypeVar

from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.model.errors import DamagedFile, NhomtreError
from forms.store import store_words
from forms.store.store import NoDossier, Session, Store
from forms.store.system.system_calls import stamp
from forms.store.year_paths import YearPaths
from tests.simulation.disk import NO_FAULT, Disk, Ended, Fault, Process
from tests.simulation.ledger import Broken, Ledger, Outcome, Sent, demand, flat
from tui.jobs.workspace import Workspace

ResultT = TypeVar("ResultT")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)
FIRST_YEAR = SchoolYear(2019)
OLD_MAIN = store_words.MAIN_OLD.partition("{name}")[2].partition("{number}")[0]
CLOCK_WENT_BACK, LOW_DISK = "Đồng hồ máy lùi", "chỉ còn"
ENOUGH_ROOM = 50 << 20


def told(error: Exception) -> str:
    """What an error is and where it comes from."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    where = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__}: {error} ({where})"


class Step(NamedTuple):
    """What is done, and the seed of everything that is drawn while it is done."""

    kind: str
    seed: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.seed}"


def unexpected(session: Session) -> list[str]:
    """What is told at an opening beside the time and the room that there are."""
    return [note for note in session.notices if CLOCK_WENT_BACK not in note and LOW_DISK not in note]


class Died:
    """The process ended during the act."""


DIED = Died()


class Placed(Enum):
    """What came of a backup in an empty folder."""

    NOT = "nothing"
    IN_PART = "a history without its beginning, told as damage"
    PERHAPS = "the dossier, by a restoring that was not answered"
    WHOLE = "the dossier"


class Carried(NamedTuple):
    """A backup that was told as read back, and the dossier that it holds."""

    path: Path
    code: str
    year: SchoolYear
    ledger: Ledger


class SeasonWorkspace(Workspace):
    """A workspace whose clock is that of the season."""

    moments: ClassVar[dict[Path, datetime]] = {}

    def clock(self) -> datetime:
        return next(iter(self.moments.values()))


class Facility:
    """A facility: its folder, what its dossiers must hold, the session that writes."""

    def __init__(self, folder: Path, code: str, process: Process) -> None:
        self.folder = folder
        self.code = code
        self.process = process
        self.ledgers: dict[SchoolYear, Ledger] = {}
        self.session: Session | None = None
        self.year = FIRST_YEAR
        self.is_announced = False
        """Whether nothing kept the session that was opened last from telling others who writes: such a note has no sum."""

    def ledger(self, year: SchoolYear | None = None) -> Ledger:
        """The ledger of a year; of the year in use."""
        wanted = year or self.year
        return self.ledgers.setdefault(wanted, Ledger(str(wanted)))

    def paths(self, year: SchoolYear | None = None) -> YearPaths:
        """Its files."""
        return YearPaths(self.folder, year or self.year)


class Season:
    """Everything that there is."""

    def __init__(self, root: Path, seed: int) -> None:
        self.random = Random(seed)
        self.disk = Disk(root)
        self.disk.has_links = seed % 3 > 0
        self.stick = root / "stick"
        self.stick.mkdir()
        self.office = root / "office"
        self.office.mkdir()
        self.disk.settle()
        self.moment = datetime(2019, 9, 19, 8, 0, tzinfo=timezone(timedelta(hours=7)))
        self.facilities = [
            Facility(root / f"facility-{number}", f"7976100{number}", self.disk.new_process())
            for number in range(self.random.randrange(1, 4))
        ]
        self.carried: list[Carried] = []
        self.handed_in: dict[tuple[str, SchoolYear], Sent] = {}
        self.photos: list[tuple[str, dict[str, bytes], set[int]]] = []
        """Files of which year, by their names, and the states that they may hold."""
        self.step = Step("", 0)

    # Time and places

    def clock(self) -> datetime:
        """The time on the computer."""
        return self.moment

    def now(self) -> str:
        """The same, as it is stored."""
        return stamp(self.moment)

    def store(self, facility: Facility) -> Store:
        """The store of a facility."""
        return Store(facility.folder, self.clock, "thử")

    def workspace(self, facility: Facility, year: SchoolYear | None = None) -> Workspace:
        """Where its jobs work."""
        SeasonWorkspace.moments = {facility.folder: self.moment}
        return SeasonWorkspace(facility.folder, chosen_year=year)

    # Acts

    def fault(self, random: Random, rate: float = 0.4) -> Fault:
        """What goes wrong, if anything does."""
        if random.random() > rate:
            return NO_FAULT
        kind = random.choices(("error", "short", "altered", "kill", "power"), (8, 3, 2, 5, 4))[0]
        at = 1 + int(random.random() ** 2 * 70)
        return Fault(kind, at, random.choice(ERRORS), random.random() < 0.3)

    def act(
        self, facility: Facility, work: Callable[[], ResultT], fault: Fault = NO_FAULT
    ) -> ResultT | NhomtreError | Died:
        """Carry out *work* in the process of a facility under a *fault*; an expected refusal is an answer."""
        if fault.kind != "none":
            for ledger in facility.ledgers.values():
                ledger.is_clean = False
        try:
            with self.disk.under(facility.process, fault):
                result: ResultT | NhomtreError = work()
        except Ended:
            self._ended(facility)
            if fault.kind == "power":
                self.lose_power()
            return DIED
        except NhomtreError as error:
            demand(bool(str(error).strip()), "a refusal says why", type(error).__name__)
            demand("[Errno" not in str(error) and "Traceback" not in str(error), "a refusal is plain", error)
            result = error
        except Broken:
            raise
        except Exception as error:
            raise Broken(f"a traceback reached the user: {told(error)}") from error
        if fault.kind == "power":
            self.lose_power()
        return result

    def lose_power(self) -> None:
        """The computer goes off and on again."""
        self.disk.lose_power(Random(self.step.seed + 1))
        for facility in self.facilities:
            for ledger in facility.ledgers.values():
                ledger.maybe += ledger.lingering
                ledger.maybe_drafts += ledger.lingering_drafts
                ledger.put_away = []  # that they were moved is not waited for
                ledger.is_noted = ledger.is_noted and ledger.is_note_durable
                ledger.is_clean = False
                ledger.forget_generations()
            self._ended(facility)

    def end(self, facility: Facility) -> None:
        """Its process is killed while it does nothing."""
        self.disk.kill(facility.process)
        self._ended(facility)

    def _ended(self, facility: Facility) -> None:
        if facility.session is not None:
            facility.ledger().was_closed = facility.ledger().is_clean = False
        facility.session = None
        facility.process = self.disk.new_process()

    # Opening and closing

    def writer(self, facility: Facility, random: Random, fault: Fault = NO_FAULT) -> Session | None:
        """The session that writes, opened if none is open; None when the fault prevented it."""
        if facility.session is not None:
            return facility.session
        years = sorted(facility.ledgers, key=lambda year: year.start) or [FIRST_YEAR]
        return self.open(facility, years[-1] if random.random() < 0.8 else random.choice(years), fault)

    def open(self, facility: Facility, year: SchoolYear, fault: Fault = NO_FAULT) -> Session | None:
        """Open the dossier of a year for writing; None when the fault prevented it."""
        facility.year = year
        ledger = facility.ledger()
        is_clean = ledger.is_clean
        store, main = self.store(facility), facility.paths().main
        self.start_over(facility, year)
        facility.is_announced = False
        before = main.read_bytes() if main.is_file() else b""
        result = self.act(facility, lambda: store.open(year, write=True), fault)
        ledger.times.append(self.now())
        if fault.kind != "none":
            ledger.note(is_sure=False)  # what is odd is folded at once
        if not isinstance(result, Session):
            if fault.kind == "none":
                raise Broken(f"a dossier does not open: {result}")
            if result is DIED:
                ledger.was_closed = False
            return None
        if fault.kind == "power":
            return None
        facility.session, facility.is_announced = result, fault.kind == "none"
        self._opened(facility, ledger, result, is_clean=is_clean, is_faultless=fault.kind == "none")
        if before and is_clean and not result.notices:
            demand(main.read_bytes() == before, "to open a dossier changes nothing", year)
        return result

    def start_over(self, facility: Facility, year: SchoolYear) -> None:
        """A first line of which a power cut left no more than holes is told as damage: somebody takes it away."""
        ledger = facility.ledger(year)
        if not ledger.seq and ledger.maybe and not ledger.is_clean:
            try:
                self.present(facility, year)
            except DamagedFile:
                self.disk.put(facility.paths(year).journal, None)
                ledger.maybe = []
            except NhomtreError:
                pass

    def _opened(
        self, facility: Facility, ledger: Ledger, session: Session, *, is_clean: bool, is_faultless: bool
    ) -> None:
        ledger.settle(session.dossier.content, session.dossier.seq)
        demand(session.is_writable, "who opened it to write may write", facility.year)
        notices = session.notices
        is_back = [notice for notice in notices if CLOCK_WENT_BACK in notice]
        if ledger.is_timed and ledger.seq and ledger.times[:-1]:
            limit = self.moment + timedelta(minutes=1)
            times = [datetime.fromisoformat(time) for time in ledger.times[:-1]]
            demand(bool(is_back) or limit >= min(times), "a clock that went back is told", self.now(), times)
            demand(not is_back or limit < max(times), "a clock that went on is not told", self.now(), times)
        has_low = any(LOW_DISK in notice for notice in notices)
        demand(has_low == (self.disk.free < ENOUGH_ROOM), "little room is told", notices)
        is_old = any(OLD_MAIN in notice for notice in notices)
        demand(not is_old or ledger.is_wounded, "a file that nobody put there is not told as older", notices)
        if is_clean and is_faultless:
            others = unexpected(session)
            demand(not others, "nothing is told where nothing happened", others)
            demand(
                not (session.came_back and ledger.was_closed),
                "nothing comes back that was folded",
                ledger.seq,
            )
        if session.came_back:
            demand(session.came_back.changes[-1].seq == ledger.seq, "what came back is the end", ledger.seq)
        if is_faultless:
            self._draft_offered(ledger, session)
            self._nothing_left_over(facility)
            ledger.is_clean = True
        ledger.was_closed = False

    @staticmethod
    def _draft_offered(ledger: Ledger, session: Session) -> None:
        assert session.draft_file is not None
        offered = session.draft_file.offered
        found = (offered.path, offered.text) if offered else None
        demand(
            found in (ledger.draft, *ledger.maybe_drafts),
            "what was being typed is offered",
            found,
            ledger.draft,
        )
        ledger.draft, ledger.maybe_drafts = found, []
        ledger.demand_put_away(session.draft_file.dropped())

    @staticmethod
    def _nothing_left_over(facility: Facility) -> None:
        """Whatever those who are gone left unfinished is gone."""
        year = str(facility.year)
        names = [
            str(Path(place, name).relative_to(facility.folder))
            for place, folders, files in os.walk(facility.folder)
            for name in (*folders, *files)
            if name.endswith(".tmp")
        ]
        # an export of this very process may not be able to take away its own yet
        own = [name for name in names if year in name and f"-{facility.process.pid}-" not in name]
        demand(not own, "what is unfinished is swept", own)

    def close(self, facility: Facility, fault: Fault = NO_FAULT) -> None:
        """The writer closes."""
        session, ledger = facility.session, facility.ledger()
        if session is None:
            return
        facility.session = None
        ledger.times.append(self.now())
        result = self.act(facility, session.close, fault)
        if fault.kind == "none":
            demand(result is None, "a dossier closes", result)
        ledger.note(is_sure=fault.kind == "none")
        ledger.was_closed = fault.kind == "none"

    def settle(
        self, facility: Facility, session: Session, outcome: Outcome, result: object, fault: Fault
    ) -> bool:
        """What the ledger holds after an act that makes one change; whether it was acknowledged."""
        ledger = facility.ledger()
        if result is DIED:
            ledger.maybe.append(outcome)
            return False
        is_done = session.dossier.seq == ledger.seq + 1
        if is_done:
            ledger.advance(outcome)
            ledger.is_noted = fault.kind == "none"
        elif isinstance(result, NhomtreError):
            demand(fault.kind != "none", "an act without a fault is done", result)
            ledger.lingering.append(outcome)
            writer = session.writer
            if (writer is not None and writer.is_broken) or facility.session is None:
                ledger.maybe.append(outcome)
        else:
            demand(outcome.state == ledger.state, "an act that is answered is done", self.step)
        demand(
            flat(session.dossier.content.tree) == ledger.state,
            "memory holds what was acknowledged",
            self.step,
        )
        return is_done

    def job(self, facility: Facility, work: Callable[[], object], outcome: Outcome, fault: Fault) -> object:
        """Carry out a job that opens and closes the dossier of the year in use itself, and makes one change."""
        ledger = facility.ledger()
        if ledger.maybe:
            self.open(facility, facility.year)
            self.close(facility)
        ledger.times.append(self.now())
        result = self.act(facility, work, fault)
        # it looks through what is kept as well
        ledger.checked, ledger.rotten = "", set()
        ledger.forget_generations()
        if result is DIED or isinstance(result, NhomtreError):
            ledger.maybe.append(outcome)
            ledger.was_closed = False
            ledger.note(is_sure=False)
            if fault.kind == "none":
                raise Broken(f"a job without a fault is done: {result}")
            return result
        if outcome.state != ledger.state:
            ledger.advance(outcome)
        ledger.was_closed = ledger.is_clean = fault.kind == "none"
        ledger.note(is_sure=fault.kind == "none")
        return result

    def present(self, facility: Facility, year: SchoolYear) -> Content:
        """What is there, as a reader sees it."""
        with self.store(facility).open(year, write=False) as session:
            return session.dossier.content

    @staticmethod
    def ignore(_: str) -> None:
        """A notice that nobody reads."""

    def placed(self, facility: Facility, carried: Carried, fault: Fault, *, is_sure: bool) -> Placed:
        """How far a backup became the dossier of an empty folder: what opens is all of it."""
        year = facility.year = carried.year
        if not is_sure:
            try:
                content = self.present(facility, year)
            except NoDossier:
                return Placed.NOT
            except DamagedFile:
                demand(carried.ledger.done is None, "with its whole history a backup is there or not", year)
                return Placed.IN_PART
            demand(flat(content.tree) == carried.ledger.state, "a backup is brought back whole or not at all")
        facility.ledgers[year] = carried.ledger.copy()
        facility.ledgers[year].is_timed = False
        facility.ledgers[year].is_clean, facility.ledgers[year].was_closed = is_sure, False
        facility.ledgers[year].note(is_sure=is_sure and fault.kind == "none")
        return Placed.WHOLE if is_sure else Placed.PERHAPS
