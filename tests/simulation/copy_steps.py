"""What is done in a copy of a folder, where it costs the dossier nothing: a child is erased, something else stands under a name, the program starts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from forms.dossier.content import Edit
from forms.dossier.erased_records import ERASURES_PART
from forms.model.errors import NhomtreError, StorageError
from forms.store import store_words
from forms.store.erasing.erasure import erase_record
from forms.store.store import Session
from tests.simulation.disk import NO_FAULT
from tests.simulation.ledger import State, demand, edited, flat
from tests.simulation.season import Facility, Season, unexpected

TOP = Path(__file__).parents[2]
STARTS = 0.2
"""A start costs as much as twenty steps: so often one is made of those that are drawn."""
ERASED = "Đỗ Bịa Quỵch"
"""In no other word of a season."""
NEVER_GIVEN = 9000
"""The number of a child before whom no other one, added and taken back, had it: what tells of that one would go as well."""
MOST_CALLS = 500
"""More than an erasure makes."""


@contextmanager
def in_a_copy(season: Season, facility: Facility) -> Iterator[Facility]:
    """A copy of its folder, in which nothing happens to the dossier itself."""
    copied = Facility(season.disk.root / "copy", facility.code, season.disk.new_process())
    copied.year = facility.year
    shutil.copytree(facility.folder, copied.folder)
    season.disk.settle()
    try:
        yield copied
    finally:
        shutil.rmtree(copied.folder)
        season.disk.settle()


def _is_settled(facility: Facility) -> bool:
    ledger = facility.ledger()
    is_odd = ledger.maybe or ledger.lingering or ledger.is_wounded or ledger.spoilt or ledger.done is None
    return bool(ledger.seq) and not is_odd


def displace(season: Season, facility: Facility, random: Random) -> None:
    """A folder stands where a file belongs, a file where the backups do, or a link: that is named, and nothing is touched."""
    if not _is_settled(facility):
        return
    season.close(facility)
    with in_a_copy(season, facility) as copied:
        paths, aside = copied.paths(), copied.folder / "aside"
        path = random.choice([path for path in (paths.main, paths.journal, paths.backups) if path.exists()])
        is_file, is_link = path.is_file(), random.random() < 0.3
        os.rename(path, aside)
        if is_link:
            path.symlink_to(aside)
        elif is_file:
            path.mkdir()
        else:
            path.write_bytes(b"")
        season.disk.settle()
        _displaced(season, facility, copied, path, aside if is_link else None)
        path.rmdir() if is_file and not is_link else path.unlink()
        os.rename(aside, path)
        season.disk.settle()
        _opens(season, facility, copied)


def _displaced(season: Season, facility: Facility, copied: Facility, path: Path, target: Path | None) -> None:
    year, store = copied.year, season.store(copied)
    looked = season.act(copied, lambda: store.open(year, write=False))
    opened = season.act(copied, lambda: store.open(year, write=True))
    facts = {"year": year, "folder": copied.folder, "name": path.name}
    if target is not None:
        demand(isinstance(looked, Session), "who looks follows a link", looked)
        assert isinstance(looked, Session)
        demand(flat(looked.dossier.content.tree) == facility.ledger().state, "who looks follows a link")
        wanted = store_words.LINKED.format(**facts, target=target.resolve())
        answers = [opened]
    else:
        kind = store_words.KINDS[path.stat().st_mode & 0o170000]
        sentence = store_words.NO_FILE if path.is_dir() else store_words.NO_FOLDER
        wanted = sentence.format(**facts, kind=kind)
        answers = [looked, opened]
    for answer in answers:
        demand(
            isinstance(answer, StorageError) and str(answer) == wanted, "what stands there is named", answer
        )


def _opens(season: Season, facility: Facility, copied: Facility) -> None:
    store = season.store(copied)
    session = season.act(copied, lambda: store.open(copied.year, write=True))
    demand(isinstance(session, Session), "what stands in its place again opens", session)
    assert isinstance(session, Session)
    demand(flat(session.dossier.content.tree) == facility.ledger().state, "nothing was touched", copied.year)
    season.act(copied, session.close)


def erase(season: Season, facility: Facility, random: Random) -> None:
    """A child is erased for good, and it is ended anywhere: the child is there as it was, or no byte tells of it."""
    if not _is_settled(facility) or not facility.ledger().is_editable:
        return
    season.close(facility)
    with in_a_copy(season, facility) as copied:
        ref, state = _entered(season, copied, random)
        fault = season.fault(random, 0.8)
        fault = fault._replace(at=random.randrange(1, MOST_CALLS))
        for chosen in (fault, NO_FAULT):
            result = season.act(copied, lambda: _erase(season, copied, ref), chosen)
            demand(result is None or chosen.kind != "none", "a child without a fault is erased", result)
            found = flat(season.present(copied, copied.year).tree)
            is_there = any(path[:2] == ("children", ref) for path in found)
            demand(result is not None or not is_there, "what was told as erased is", ref)
            if not is_there:
                break
            demand(found == state, "what is not erased is there as it was", ref)
        _is_gone(season, copied, ref, state)


def _entered(season: Season, copied: Facility, random: Random) -> tuple[str, State]:
    """A child is entered and told of in a note, a reason and a name that it had before; its ref and the state."""
    store = season.store(copied)
    session = season.act(copied, lambda: store.open(copied.year, write=True))
    assert isinstance(session, Session), session
    dossier, content = session.dossier, session.dossier.content
    last = content.part("last_ref").get("c", 0)
    ref, note = f"c{NEVER_GIVEN:04}", ("notes", "T4", "203", "TU_THUC.permanent")
    changes = [
        [
            Edit(("children", ref), None, {"name": f"{ERASED} Anh"}, len(content.records("children"))),
            Edit(("last_ref", "c"), last or None, NEVER_GIVEN),
        ],
        [Edit(("children", ref, "name"), f"{ERASED} Anh", ERASED)],
        [Edit(note, content.value(note), f"hỏi {ERASED}")],
    ]
    state = flat(content.tree)
    for change in changes:
        done = season.act(copied, lambda change=change: dossier.commit(change, f"xem {ERASED}"))  # type: ignore[misc]
        demand(not isinstance(done, NhomtreError), "what is in a copy goes on", done)
        state = edited(state, change)
        if random.random() < 0.5:
            season.act(copied, session.fold)
    season.act(copied, session.close)
    return ref, state


def _erase(season: Season, copied: Facility, ref: str) -> None:
    erase_record(copied.paths(), f"children/{ref}", f"gia đình {ERASED}", season.clock, "thử")


def _is_gone(season: Season, copied: Facility, ref: str, before: State) -> None:
    store = season.store(copied)
    session = season.act(copied, lambda: store.open(copied.year, write=True))
    demand(isinstance(session, Session), "what is left of an erasure opens", session)
    assert isinstance(session, Session)
    demand(not unexpected(session), "nothing is told where nothing happened", session.notices)
    found = flat(session.dossier.content.tree)
    demand(any(path[0] == ERASURES_PART for path in found), "a line says that somebody was erased", ref)
    kept = {path: value for path, value in found.items() if path[0] != ERASURES_PART}
    wanted = edited(before, [Edit(("children", ref), {}, None)])
    wanted = {path: value.replace(ERASED, "(…)") for path, value in wanted.items()}
    demand(kept == wanted, "nothing else goes with who is erased", ref)
    state = flat({part: session.dossier.content.tree[part] for part in ("school_year", "form")})
    for change in session.dossier.journal.changes():
        state = edited(state, change.edits)
    demand(state == found, "the history leads to what is there", ref)
    season.act(copied, session.close)
    for place, folders, names in os.walk(copied.folder):
        for name in (*folders, *names):
            path = Path(place, name)
            left = path.is_file() and ERASED.encode() in path.read_bytes()
            demand(not left and "Quỵch" not in name, "no byte tells of who was erased", name)


def start(season: Season, facility: Facility, random: Random) -> None:
    """The program itself is started on it, as an owner does, and makes the workbook."""
    if not _is_settled(facility) or random.random() > STARTS:
        return
    season.close(facility)
    with in_a_copy(season, facility) as copied:
        command = [sys.executable, "-m", "tui.cli", "--data", str(copied.folder), "--year", str(copied.year)]
        run = subprocess.run(
            [*command, "export", "xlsx"], cwd=TOP, capture_output=True, text=True, check=False
        )
        demand(run.returncode == 0, "a workbook is made", run.returncode, run.stderr[-300:])
        made = Path(run.stdout.strip())
        demand(made.read_bytes()[:2] == b"PK", "the workbook that is told is there", made)
        season.disk.settle()
        _opens(season, facility, copied)
