"""What nobody wants: files that are spoilt or taken from elsewhere, clocks that jump, a full disk, a new computer, the power cut."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from random import Random

from forms.model.errors import DamagedFile, NhomtreError
from forms.store.store import NoDossier, Session
from tests.simulation.disk import Fault
from tests.simulation.ledger import demand, flat, mark_of
from tests.simulation.office_steps import carry_one
from tests.simulation.season import DIED, Carried, Facility, Season
from tui.jobs.keeping.restoring import Restoration, plan_restoration, restore


def clock(season: Season, facility: Facility, random: Random) -> None:
    """The clock jumps; most often the night goes by."""
    jump = random.choice((1, 1, 1, 1, 2, 30, -1, -30, 365))
    season.moment += timedelta(days=jump, hours=random.randrange(-3, 4))


def room(season: Season, facility: Facility, random: Random) -> None:
    """The disk fills up, or is emptied."""
    season.disk.free = random.choice((1 << 40, 1 << 40, 51 << 20, (50 << 20) - 1, 3 << 20))


def power(season: Season, facility: Facility, random: Random) -> None:
    """The power goes while nobody does anything."""
    season.lose_power()


def daily(season: Season, facility: Facility, random: Random) -> None:
    """Once a day what is kept is looked through; what is spoilt there is told."""
    session = season.writer(facility, random)
    if session is None:
        return
    ledger, fault, day = facility.ledger(), season.fault(random, 0.2), season.now()[:10]
    ledger.times.append(season.now())
    rotten, ledger.generations = set(ledger.rotten), {}
    told = season.act(facility, session.check_kept, fault)
    if not isinstance(told, list) or fault.kind != "none":
        ledger.checked = ""
        ledger.rotten = set()
        return
    names = " ".join(told)
    if ledger.checked and ledger.checked != day:
        for name in rotten:
            demand(name in names, "what is spoilt in the backups is told within a day", name, told)
    if ledger.checked == day:
        demand(not told, "once a day is enough", told)
    ledger.checked, ledger.rotten = day, set()


def spoil(season: Season, facility: Facility, random: Random) -> None:
    """A file of a dossier is spoilt: it is noticed, and the newest good state is opened."""
    year, ledger = facility.year, facility.ledger()
    if random.random() < 0.5:
        season.close(facility)
    elif facility.session is not None:
        season.end(facility)
    session = season.writer(facility, random)
    if session is None or facility.year != year or not ledger.seq or ledger.is_wounded:
        return
    if random.random() < 0.7:
        season.close(facility)
    else:
        season.end(facility)
    paths = facility.paths()
    pins = [path for path in sorted(paths.backups.glob(f"{year}.ban-*.json")) if "-cu-" not in path.name]
    kinds: dict[str, list[Path]] = {
        "main": [paths.main],
        "journal": [paths.journal],
        "rolled": [journal.path for journal in paths.old_journals()],
        "generation": [generation.path for generation in paths.generations()],
        "pin": pins,
        "head": [paths.head],
    }
    there = [
        (kind, path)
        for kind, some in kinds.items()
        for path in some
        if path.is_file() and path.stat().st_size
    ]
    if not there:
        return
    kind = random.choice(sorted({kind for kind, _ in there}))
    path = random.choice([path for other, path in there if other == kind])
    before, there_was_main = path.read_bytes(), paths.main.is_file()
    raw = spoilt(before, random, may_vanish=kind in ("main", "head"))
    season.disk.put(path, raw)
    store = season.store(facility)
    looked = season.act(facility, lambda: store.open(year, write=False))
    refused = DamagedFile if ledger.is_noted else (DamagedFile, NoDossier)
    if isinstance(looked, refused) and kind == "journal" and not there_was_main:
        season.disk.put(path, before)  # all that there was
        return
    demand(isinstance(looked, Session), "what is spoilt in one file opens all the same", kind, looked)
    assert isinstance(looked, Session)
    _opened_after(season, facility, "gone" if raw is None else kind, path, looked)


def spoilt(raw: bytes, random: Random, *, may_vanish: bool = False) -> bytes | None:
    """Other bytes: a bit, an end that is missing, a page of nothing, or no file."""
    what = random.choice(("bit", "bit", "cut", "page", *(["gone"] * may_vanish)))
    at = random.randrange(len(raw))
    if what == "gone":
        return None
    if what == "cut":
        return raw[:at]
    page = raw[:at] + bytes(len(raw[at : at + 512])) + raw[at + 512 :]
    if what == "page" and page != raw:
        return page
    return raw[:at] + bytes([raw[at] ^ 1 << random.randrange(8)]) + raw[at + 1 :]


def _opened_after(season: Season, facility: Facility, kind: str, path: Path, looked: Session) -> None:
    ledger, year = facility.ledger(), facility.year
    is_noted = ledger.is_noted
    ledger.is_clean = False
    store = season.store(facility)
    content, seq = looked.dossier.content, looked.dossier.seq
    is_newest = flat(content.tree) == ledger.state and seq == ledger.seq
    if kind != "journal":
        demand(
            is_newest,
            "one spoilt file costs nothing that was acknowledged",
            kind,
            path.name,
            f"{seq} for {ledger.seq}",
        )
    if kind == "main" or (kind == "journal" and (not is_newest or is_noted)):
        demand(bool(looked.notices), "what is spoilt is told", kind, path.name)
    demand(mark_of(flat(content.tree)) in ledger.known, "no mixture is opened", kind, path.name)
    if not is_newest:
        demand(bool(looked.notices), "what is missing is told", kind, path.name)
        ledger.rebase(content, seq)
    elif kind in ("journal", "rolled"):
        ledger.rebase(content, seq)
        ledger.checked = ""  # the daily look tells of old journals, too
    elif kind in ("generation", "pin"):
        ledger.rotten.add(path.name)
        ledger.spoilt.add(path.name)
    ledger.generations = {}
    ledger.is_timed = False
    opened = season.act(facility, lambda: store.open(year, write=True))
    demand(isinstance(opened, Session), "what is spoilt in one file opens all the same", kind, opened)
    assert isinstance(opened, Session)
    demand(opened.dossier.content == content, "who writes opens what who looks sees", kind)
    if kind == "main":
        demand(opened.came_back is None, "what a spoilt file cost does not come back from a sudden end", kind)
    facility.session = opened
    assert opened.draft_file is not None
    ledger.draft = None
    ledger.maybe_drafts = []
    offered = opened.draft_file.offered
    ledger.draft = (offered.path, offered.text) if offered else None
    ledger.was_closed = False


def paste(season: Season, facility: Facility, random: Random) -> None:
    """Files of another day, facility or year are copied over a dossier: named or made good, never mixed. Done in a copy."""
    ledger, year = facility.ledger(), facility.year
    if not ledger.seq or ledger.maybe or ledger.lingering or not season.photos:
        return
    season.close(facility)
    of, photo, known = random.choice(season.photos)
    paths = facility.paths()
    names = {"main": paths.main.name, "journal": paths.journal.name, "head": paths.head.name}
    chosen = random.choice((("main",), ("journal",), ("main", "journal"), ("main", "journal", "head")))
    folder = season.disk.root / "copy"
    shutil.copytree(facility.folder, folder)
    season.disk.settle()
    try:
        for kind in chosen:
            data = photo.get(names[kind].replace(str(year), of))
            if data is not None:
                season.disk.put(folder / names[kind], data)
        _pasted(season, facility, folder, chosen, known | ledger.known, is_of_other_year=of != str(year))
    finally:
        shutil.rmtree(folder)
        season.disk.settle()


def _pasted(
    season: Season,
    facility: Facility,
    folder: Path,
    chosen: tuple[str, ...],
    known: set[int],
    *,
    is_of_other_year: bool,
) -> None:
    ledger, year = facility.ledger(), facility.year
    copied = Facility(folder, facility.code, season.disk.new_process())
    copied.year = year
    store = season.store(copied)
    opened = season.act(copied, lambda: store.open(year, write=True))
    if isinstance(opened, DamagedFile) and (ledger.is_wounded or is_of_other_year):
        return
    demand(isinstance(opened, Session), "copied files open", chosen, opened)
    assert isinstance(opened, Session)
    state = flat(opened.dossier.content.tree)
    demand(mark_of(state) in known, "files of different days are not mixed", chosen, opened.dossier.seq)
    demand(state[("school_year",)] == repr(str(year)), "a year stays what it is", state[("school_year",)])
    is_newest = state == ledger.state
    if "head" not in chosen and ledger.is_noted:
        demand(
            is_newest or bool(opened.notices), "a wrong copy is told", chosen, opened.dossier.seq, ledger.seq
        )
    if chosen == ("main",) and ledger.is_noted and not ledger.is_wounded:
        demand(is_newest, "an old main file costs nothing", opened.dossier.seq, ledger.seq)
    for number in range(2):
        opened = _goes_on(season, copied, opened, number)
    season.act(copied, opened.close)


def _goes_on(season: Season, copied: Facility, session: Session, number: int) -> Session:
    """A change, a closing and an opening."""
    year, store = copied.year, season.store(copied)
    season.act(copied, lambda: session.dossier.set(("facility", "email"), f"sau {number}"))
    season.act(copied, session.close)
    again = season.act(copied, lambda: store.open(year, write=True))
    demand(isinstance(again, Session), "what was made good opens again", again)
    assert isinstance(again, Session)
    demand(again.dossier.content == session.dossier.content, "what was made good stays", number)
    return again


def photo(season: Season, facility: Facility, random: Random) -> None:
    """Somebody copies the files of a dossier away, as they are."""
    ledger, year = facility.ledger(), facility.year
    if not ledger.seq or ledger.maybe:
        return
    if random.random() < 0.7:
        season.close(facility)
    paths = facility.paths()
    files = {
        path.name: path.read_bytes() for path in (paths.main, paths.journal, paths.head) if path.is_file()
    }
    season.photos.append((str(year), files, set(ledger.known)))
    del season.photos[:-4]


def move(season: Season, facility: Facility, random: Random) -> None:
    """Another computer: a backup, an empty folder, a restoring that may fail and is done again."""
    ledger, year = facility.ledger(), facility.year
    if not ledger.seq or ledger.maybe or not ledger.is_clean:
        return
    season.close(facility)
    carried = carry_one(season, facility)
    if carried is None:
        return
    shutil.rmtree(facility.folder)
    season.disk.settle()
    season.lose_power()
    facility.ledgers, facility.session, facility.year = {}, None, year
    for attempt in range(4):
        fault = season.fault(random, 0.8) if attempt < 3 else Fault()
        if _placed(season, facility, carried, fault):
            return
    demand(False, "a backup is brought back in the end", carried.path.name)


def _placed(season: Season, facility: Facility, carried: Carried, fault: Fault) -> bool:
    workspace = season.workspace(facility)

    def work() -> None:
        planned = plan_restoration(workspace, carried.path)
        assert isinstance(planned, Restoration)
        if not planned.is_same:
            restore(workspace, planned, season.ignore)

    result = season.act(facility, work, fault)
    is_done = not isinstance(result, NhomtreError) and result is not DIED
    return season.placed(facility, carried, is_sure=is_done)
