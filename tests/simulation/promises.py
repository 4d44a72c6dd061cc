"""What is promised after every step, asked of the files themselves."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

from forms.dossier.roster import SchoolYear
from forms.dossier.sent_revisions import sent
from forms.model.errors import NhomtreError
from forms.store.handing.handovers import handovers
from forms.store.holding.holder import holder_at
from forms.store.main_file import read_main
from forms.store.store import NoDossier, Session
from tests.simulation.ledger import Ledger, demand, edited, flat, mark_of
from tests.simulation.season import Facility, Season

NEWEST, DAYS = 10, 30


def check(season: Season, facility: Facility, random: Random) -> None:
    """Every promise to that facility; the dear ones now and then."""
    watched = season.disk.new_process()
    with season.disk.under(watched):
        for year, ledger in list(facility.ledgers.items()):
            if year != facility.year and random.random() < 0.7:
                continue
            is_deep = random.random() < 0.15
            _is_there(season, facility, year, ledger, is_deep=is_deep)
            _generations(facility, year, ledger, is_deep=is_deep)
            if is_deep and ledger.is_clean:
                _sent(facility, season, year, ledger)
            if is_deep:
                if facility.is_announced and facility.year == year:
                    _who_writes(facility, year)
                _given_away(facility, year, ledger)
    if random.random() < 0.2:
        _is_private(season.disk.root)
    season.disk.kill(watched)


def _is_there(season: Season, facility: Facility, year: SchoolYear, ledger: Ledger, *, is_deep: bool) -> None:
    writer = facility.session if facility.year == year else None
    if writer is not None:
        demand(
            writer.dossier.seq == ledger.seq,
            "memory holds what was acknowledged",
            writer.dossier.seq,
            ledger.seq,
        )
    season.start_over(facility, year)
    try:
        session = season.store(facility).open(year, write=False)
    except NoDossier:
        demand(ledger.seq == 0, "what was acknowledged is there", year, ledger.seq)
        return
    except NhomtreError as error:
        demand(False, "what was acknowledged can be read", year, error)
        raise
    state, seq = flat(session.dossier.content.tree), session.dossier.seq
    is_maybe = seq == ledger.seq + 1 and any(maybe.state == state for maybe in ledger.maybe)
    if writer is None and not is_maybe:
        ledger.settle(session.dossier.content, seq)
    demand(
        is_maybe or (state == ledger.state and seq == ledger.seq),
        "what was acknowledged is on the disk, and nothing else",
        year,
        f"{seq} for {ledger.seq}",
    )
    if ledger.is_clean and not ledger.maybe:
        demand(not session.notices, "nothing is told where nothing happened", session.notices)
    if is_deep and ledger.is_clean and ledger.done is not None and not is_maybe:
        _history(session, ledger)


def _history(session: Session, ledger: Ledger) -> None:
    changes = list(session.dossier.journal.changes())
    demand(
        [change.seq for change in changes] == list(range(1, ledger.seq + 1)),
        "the history is whole",
        ledger.seq,
    )
    state = flat({part: session.dossier.content.tree[part] for part in ("school_year", "form")})
    for change in changes:
        state = edited(state, change.edits)
    demand(state == ledger.state, "the history leads to what is there", ledger.seq)


def _generations(facility: Facility, year: SchoolYear, ledger: Ledger, *, is_deep: bool) -> None:
    generations = facility.paths(year).generations()
    if is_deep:
        for generation in generations:
            if generation.path.name not in ledger.spoilt and not ledger.is_wounded:
                main = read_main(generation.path)
                demand(
                    main is not None and mark_of(flat(main.content.tree)) in ledger.known,
                    "a kept generation is a state that was",
                    generation.path.name,
                )
    if not ledger.is_clean:
        ledger.forget_generations()
        return
    there = {generation.number: generation.day for generation in generations}
    _file_before(facility, year, ledger, set(there))
    before, ledger.generations = ledger.generations, there
    if before:
        known = sorted((before | there).items(), reverse=True)
        days = list(dict.fromkeys(day for _, day in known))[:DAYS]
        wanted = {n for n, _ in known[:NEWEST]} | {max(n for n, of in known if of == day) for day in days}
        demand(wanted <= there.keys(), "what is to be kept is kept", sorted(wanted - there.keys()))
        demand(
            there == before or there.keys() <= wanted,
            "what need not be kept goes",
            sorted(there.keys() - wanted),
        )


def _file_before(facility: Facility, year: SchoolYear, ledger: Ledger, kept: set[int]) -> None:
    """Since the last look the main file was written anew: what it was before is kept."""
    main = read_main(facility.paths(year).main)
    before, ledger.main = ledger.main, main.header.generation if main else 0
    if 0 < before < ledger.main:
        demand(ledger.main - 1 in kept, "the file before the one in use is kept", ledger.main, sorted(kept))


def _sent(facility: Facility, season: Season, year: SchoolYear, ledger: Ledger) -> None:
    revisions = season.store(facility).revisions(year)
    for number, revision in ledger.sent.items():
        if ledger.is_wounded:
            continue
        if revisions.pin(number).name not in ledger.spoilt:
            pinned = revisions.content(number)
            demand(pinned is not None, "a sent revision is kept", number)
            assert pinned is not None
            demand(flat(pinned.tree) == revision.state, "a sent revision stays as it was sent", number)
            told = sent(pinned, number)
            demand(told is not None and told.code == revision.code, "a sent revision bears its code", number)
        folder = revisions.folder(number)
        files = {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}
        demand(
            files == revision.files,
            "the files of a sent revision are as they were handed in",
            number,
            sorted(files),
        )


def _who_writes(facility: Facility, year: SchoolYear) -> None:
    paths = facility.paths(year)
    holder = holder_at(paths.holder, paths.lock)
    own = str(facility.process.pid)
    demand(holder is None or holder.pid == own, "who is gone is not told as who writes", holder, own)
    if facility.session is not None:
        demand(holder is not None, "who writes is told", own)


def _given_away(facility: Facility, year: SchoolYear, ledger: Ledger) -> None:
    if ledger.given:
        there = {handover.name for handover in handovers(facility.paths(year))}
        lacking = [name for name in ledger.given if name not in there]
        demand(not lacking, "what was given away stands in the history", lacking)
    for path, data in ledger.exported.items():
        demand(path.is_file() and path.read_bytes() == data, "a file that was made is there", path.name)


def _is_private(root: Path) -> None:
    for place, folders, names in os.walk(root):
        for name in (*folders, *names):
            if place == str(root):
                continue
            mode = os.lstat(os.path.join(place, name)).st_mode & 0o777
            demand(
                mode == (0o700 if name in folders else 0o600), "files are the owner's alone", name, oct(mode)
            )
