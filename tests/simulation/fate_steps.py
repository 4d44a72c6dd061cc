"""What nobody wants: files that are spoilt or taken from elsewhere, clocks that jump, a full disk, a new computer, the power cut."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from random import Random

from forms.model.errors import DamagedFile, DossierGone, NhomtreError, Refused
from forms.store import store_words
from forms.store.main_file import read_main
from forms.store.store import NoDossier, Session
from tests.simulation.copy_steps import in_a_copy
from tests.simulation.disk import Fault
from tests.simulation.ledger import demand, flat, mark_of
from tests.simulation.office_steps import bring_to_another, carry_one
from tests.simulation.season import Facility, Placed, Season

KNOWN = store_words.KNOWN_FOLDED.partition("{seq}")[0]


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
    # one that was dropped before as older than enough others is nothing to tell of
    rotten = {name for name in ledger.rotten if (facility.paths().backups / name).exists()}
    ledger.forget_generations()
    told = season.act(facility, session.check_kept, fault)
    if not isinstance(told, list) or fault.kind != "none":
        ledger.note(is_sure=False)
        ledger.checked = ""
        ledger.rotten = set()
        return
    names = " ".join(told)
    if ledger.checked and ledger.checked != day:
        for name in rotten:
            demand(name in names, "what is spoilt in the backups is told within a day", name, told)
    if not ledger.is_wounded:
        for number in ledger.sent:
            pin = session.revisions.pin(number).name
            demand(pin in ledger.spoilt or pin not in names, "what is whole is not told as spoilt", pin, told)
        for name in {name for revision in ledger.sent.values() for name in revision.files}:
            demand(name not in names, "what is whole is not told as spoilt", name, told)
    if ledger.checked == day:
        demand(not told, "once a day is enough", told)
    elif ledger.checked and ledger.done is not None and not ledger.is_wounded:
        for number, revision in ledger.sent.items():
            pinned = session.revisions.content(number)
            demand(
                pinned is not None and flat(pinned.tree) == revision.state,
                "a sent revision that is spoilt is made again within a day",
                number,
            )
            ledger.spoilt.discard(session.revisions.pin(number).name)
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
    paths, there = facility.paths(), files_of(facility)
    if not there:
        return
    kind = random.choice(sorted(set(there.values())))
    path = random.choice([path for path, other in there.items() if other == kind])
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


def files_of(facility: Facility) -> dict[Path, str]:
    """The files of the dossier in use that hold anything: path → kind."""
    paths = facility.paths()
    pins = [
        path for path in sorted(paths.backups.glob(f"{paths.year}.ban-*.json")) if "-cu-" not in path.name
    ]
    kinds: dict[str, list[Path]] = {
        "main": [paths.main],
        "journal": [paths.journal],
        "rolled": [journal.path for journal in paths.old_journals()],
        "generation": [generation.path for generation in paths.generations()],
        "pin": pins,
        "head": [paths.head],
    }
    return {
        path: kind for kind, some in kinds.items() for path in some if path.is_file() and path.stat().st_size
    }


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


def _tells_what_is_known(session: Session) -> bool:
    return any(KNOWN in notice for notice in session.notices)


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
        demand(_tells_what_is_known(looked), "what is certain is told where something is missing", kind)
        ledger.rebase(content, seq)
    elif kind in ("journal", "rolled"):
        ledger.rebase(content, seq)
        ledger.checked = ""  # the daily look tells of old journals, too
    elif kind in ("generation", "pin"):
        ledger.rotten.add(path.name)
        ledger.spoilt.add(path.name)
    if path == facility.paths().head:
        ledger.note(is_sure=False)  # until it is made again
    ledger.forget_generations()
    ledger.is_timed = False
    opened = season.act(facility, lambda: store.open(year, write=True))
    demand(isinstance(opened, Session), "what is spoilt in one file opens all the same", kind, opened)
    assert isinstance(opened, Session)
    demand(opened.dossier.content == content, "who writes opens what who looks sees", kind)
    is_of_generation = path == facility.paths().main and any(
        generation.path.name not in ledger.spoilt for generation in facility.paths().generations()
    )
    if kind == "main" or is_of_generation:
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
    with in_a_copy(season, facility) as copied:
        for kind in chosen:
            data = photo.get(names[kind].replace(str(year), of))
            if data is not None:
                season.disk.put(copied.folder / names[kind], data)
        _pasted(season, facility, copied, chosen, known | ledger.known, is_of_other_year=of != str(year))


def _pasted(
    season: Season,
    facility: Facility,
    copied: Facility,
    chosen: tuple[str, ...],
    known: set[int],
    *,
    is_of_other_year: bool,
) -> None:
    ledger, year = facility.ledger(), facility.year
    is_old = _is_older_than_kept(copied)
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
            is_newest or _tells_what_is_known(opened),
            "a wrong copy is told, and what is certain",
            chosen,
            opened.dossier.seq,
            ledger.seq,
        )
    if is_old:
        demand(opened.came_back is None, "what an old main file lacks does not come back from a sudden end")
    if chosen == ("main",) and ledger.is_noted and not ledger.is_wounded:
        demand(is_newest, "an old main file costs nothing", opened.dossier.seq, ledger.seq)
    for number in range(2):
        opened = _goes_on(season, copied, opened, number)
    season.act(copied, opened.close)


def _is_older_than_kept(facility: Facility) -> bool:
    """Whether a generation is kept that is newer than the main file of the year."""
    paths = facility.paths()
    try:
        main = read_main(paths.main)
    except DamagedFile:
        return False
    kept = [generation.number for generation in paths.generations()]
    return main is not None and bool(kept) and max(kept) > main.header.generation


def ruin(season: Season, facility: Facility, random: Random) -> None:
    """Many files of a dossier are spoilt or gone at once: what is left is opened, or told as damage. Done in a copy."""
    ledger = facility.ledger()
    if not ledger.seq or ledger.maybe or ledger.lingering:
        return
    season.close(facility)
    with in_a_copy(season, facility) as copied:
        there = sorted(files_of(copied))
        count = random.choice((2, len(there), len(there), random.randrange(len(there) + 1)))
        chosen = random.sample(there, min(count, len(there)))
        gone = random.choice((0.0, 0.4, 1.0))
        for number, path in enumerate(chosen):
            is_gone = number > 0 and random.random() < gone
            season.disk.put(path, None if is_gone else spoilt(path.read_bytes(), random, may_vanish=True))
        _ruined(season, facility, copied, set(there) - set(chosen))


def _ruined(season: Season, facility: Facility, copied: Facility, whole: set[Path]) -> None:
    ledger, year, paths, store = facility.ledger(), facility.year, copied.paths(), season.store(copied)
    left = files_of(copied)
    looked = season.act(copied, lambda: store.open(year, write=False))
    is_sure = any(
        left[path] == "main" or (left[path] == "generation" and path.name not in ledger.spoilt)
        for path in whole
    )
    if isinstance(looked, NoDossier):
        # a first line that was being written is no dossier yet
        own = [path.name for path in left if left[path] in ("main", "generation", "rolled")]
        demand(not own, "what is left of a dossier is not taken for none", own)
        return
    demand(isinstance(looked, Session if is_sure else (Session, DamagedFile)), "what is whole opens", looked)
    again = season.act(copied, lambda: store.open(year, write=True))
    demand(type(again) is type(looked), "who writes opens what who looks sees", again)
    if not isinstance(looked, Session):
        return
    assert isinstance(again, Session)
    state = flat(looked.dossier.content.tree)
    demand(mark_of(state) in ledger.known, "no mixture is opened", sorted(left.values()))
    demand(again.dossier.content == looked.dossier.content, "who writes opens what who looks sees")
    if paths.head in whole and ledger.is_noted:
        demand(state == ledger.state or bool(again.notices), "what is missing is told", sorted(left.values()))
    _meddled(season, copied, _goes_on(season, copied, again, 0))


def _meddled(season: Season, copied: Facility, session: Session) -> None:
    """Somebody else writes to the journal of an open session, replaces it, takes it or the lock away: nothing more is saved, and that is told."""
    season.act(copied, lambda: session.dossier.set(("facility", "email"), "trước"))
    journal, what = copied.paths().journal, season.step.seed % 4
    if journal.is_file() and not session.dossier.content.is_frozen:
        if what == 0:
            with journal.open("ab") as file:
                file.write(b"x")
        elif what == 3:
            season.disk.put(copied.paths().lock, None)
        else:
            season.disk.put(journal, journal.read_bytes() if what == 1 else None)
        change = season.act(copied, lambda: session.dossier.set(("facility", "email"), "sau"))
        demand(isinstance(change, DossierGone), "what is not ours any more is not written to", what, change)
        demand(not session.is_writable, "what is lost is not told as being written", what)
    season.act(copied, session.close)


def _goes_on(season: Season, copied: Facility, session: Session, number: int) -> Session:
    """A change, a closing and an opening."""
    year, store = copied.year, season.store(copied)
    change = season.act(copied, lambda: session.dossier.set(("facility", "email"), f"sau {number}"))
    demand(
        not isinstance(change, NhomtreError)
        or (session.dossier.content.is_frozen and type(change) is Refused),
        "what was made good goes on",
        change,
    )
    closed = season.act(copied, session.close)
    demand(closed is None, "what was made good closes", closed)
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
        if bring_to_another(season, facility, carried, fault) is Placed.WHOLE:
            return
    demand(False, "a backup is brought back in the end", carried.path.name)
