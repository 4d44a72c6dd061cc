"""The chain of the changes: what was cut off, exchanged, replaced or changed is noticed, wherever it stood."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from forms.dossier.content import apply, empty_content
from forms.store import store_writer
from forms.store.chain.head_file import Head, read_head
from forms.store.chain.journal_lines import damage_end, scan, sum_before
from forms.store.main_file import SCHEMA, read_main
from forms.store.store import Store
from tests.faults.editing import YEAR, clock, ordered
from tests.faults.injection import JOURNAL, MAIN, PHONE, copy, crashed_after, edit, generations, store

FULL = os.environ.get("NHOMTRE_FULL") == "1"
DAMAGES = 1000 if FULL else 120
HEAD = ".2019-2020.head"
SCHEMA_1 = Path(__file__).parents[1] / "data" / "schema_1"


class Folders(NamedTuple):
    """Of one history: after a crash, closed, and as it was days before; and of another one."""

    crashed: Path
    closed: Path
    before: Path
    other: Path


@pytest.fixture(scope="module")
def folders(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    root = tmp_path_factory.mktemp("histories")
    before, closed, other = copy(sample, root, "before"), copy(sample, root, "closed"), root / "other"
    with store(before).open(YEAR, write=True):
        pass
    with store(closed).open(YEAR, write=True) as session:
        edit(session, 4, "later")
    with store(other).open(YEAR, write=True) as session:
        edit(session, 60, "other")
        session.fold()
    crashed_after(other, lambda session: edit(session, 9, "tail"))
    crashed = copy(closed, root, "crashed")
    crashed_after(crashed, lambda session: edit(session, 12, "end"))
    return Folders(crashed, closed, before, other)


class Damage(NamedTuple):
    """A file of a folder and what stands there instead."""

    what: str
    folder: Path
    name: str
    data: bytes | None


def damages(folders: Folders, random: Random) -> Iterator[Damage]:
    """Without end; each kind in turn, at another place."""
    here = (folders.crashed, folders.closed)
    while True:
        for folder in here:
            raw, main = (folder / JOURNAL).read_bytes(), (folder / MAIN).read_bytes()
            yield Damage("cut", folder, JOURNAL, raw[: random.randrange(len(raw))])
            ends = [at + 1 for at, byte in enumerate(raw) if byte == 10][:-1]
            yield Damage("cut behind a line", folder, JOURNAL, raw[: random.choice([0, *ends])])
            for _ in range(3):
                at = random.randrange(len(raw))
                flipped = bytes([raw[at] ^ 1 << random.randrange(8)])
                yield Damage(f"flip at {at}", folder, JOURNAL, raw[:at] + flipped + raw[at + 1 :])
            line = random.randrange(len(ends))
            start, end = [0, *ends][line : line + 2]
            yield Damage(f"no line {line}", folder, JOURNAL, raw[:start] + raw[end:])
            yield Damage(f"line {line} twice", folder, JOURNAL, raw[:end] + raw[start:])
            at = random.randrange(len(main))
            flipped = bytes([main[at] ^ 1 << random.randrange(8)])
            yield Damage(f"flip of main at {at}", folder, MAIN, main[:at] + flipped + main[at + 1 :])
            yield Damage("cut main", folder, MAIN, main[:at])
            yield Damage("no main", folder, MAIN, None)
            older = random.choice(generations(folder))
            yield Damage(f"older main {older.name}", folder, MAIN, older.read_bytes())
            yield Damage("no journal", folder, JOURNAL, None)
            for which in (folders.other, folders.before):
                yield Damage(f"{which.name}'s journal", folder, JOURNAL, (which / JOURNAL).read_bytes())
                yield Damage(f"{which.name}'s main", folder, MAIN, (which / MAIN).read_bytes())


@pytest.mark.promise("R3")
@pytest.mark.slow
@pytest.mark.long
def test_every_damage_is_noticed_and_nothing_is_mixed(folders: Folders, tmp_path: Path) -> None:
    states: dict[Path, dict[int, dict[str, object]]] = {}
    for number, damage in enumerate(damages(folders, Random(849)), 1):
        if number > DAMAGES:
            break
        what = (damage.what, damage.folder.name, damage.name)
        known = states.setdefault(damage.folder, states_of(damage.folder))
        folder = copy(damage.folder, tmp_path, number)
        if damage.data is None:
            (folder / damage.name).unlink()
        else:
            (folder / damage.name).write_bytes(damage.data)
        with store(folder).open(YEAR, write=False) as reading:
            is_noticed = bool(reading.notices)
        with store(folder).open(YEAR, write=True) as session:
            assert bool(session.notices) == is_noticed, what
            # a main file of this history from before the last fold is as after a crash: the journal brings all of it back
            assert is_noticed or (damage.name == MAIN and session.dossier.seq == max(known)), what
            assert ordered(session.dossier.content) == known[session.dossier.seq], what
            assert ordered(reading.dossier.content) == known[session.dossier.seq], what
            if session.dossier.seq < max(known):
                assert any(f"đến {max(known)}" in notice for notice in session.notices), what
                assert any("Biết chắc: " in notice for notice in session.notices), what
            session.dossier.set(PHONE, "0911")
            seq = session.dossier.seq
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == [], what
            assert session.dossier.seq == seq, what
            assert session.dossier.undo() is not None, what
        shutil.rmtree(folder)


def states_of(folder: Path) -> dict[int, dict[str, object]]:
    """Number → what the dossier held after that change."""
    content = empty_content(YEAR)
    states = {0: ordered(content)}
    with store(folder).open(YEAR, write=False) as session:
        for change in session.dossier.journal.changes():
            content = apply(content, change.edits)
            states[change.seq] = ordered(content)
        assert ordered(session.dossier.content) == states[session.dossier.seq]
    return states


def test_a_note_that_is_lost_or_damaged_is_no_reason_to_doubt(folders: Folders, tmp_path: Path) -> None:
    for number, raw in enumerate((None, b"", b"99.0123456789abcdef 00000000\n", b"\xff" * 64)):
        folder = copy(folders.crashed, tmp_path, number)
        if raw is None:
            (folder / HEAD).unlink()
        else:
            (folder / HEAD).write_bytes(raw)
        with store(folder).open(YEAR, write=True) as session:
            assert session.notices == []
            session.dossier.set(PHONE, "0911")
            assert (folder / HEAD).read_bytes().startswith(str(session.dossier.seq).encode())


@pytest.mark.parametrize("note", [None, b"", b"not a note"])
def test_a_note_that_is_lost_is_made_again_when_nothing_is_to_be_folded(
    folders: Folders, tmp_path: Path, note: bytes | None
) -> None:
    folder = copy(folders.closed, tmp_path, "folder")
    wanted = (folder / HEAD).read_bytes()
    (folder / HEAD).unlink() if note is None else (folder / HEAD).write_bytes(note)
    with store(folder).open(YEAR, write=True) as session:
        assert not session.notices
    assert (folder / HEAD).read_bytes() == wanted
    for name in (MAIN, JOURNAL):
        shutil.copy(folders.before / name, folder / name)
    with store(folder).open(YEAR, write=False) as session:
        assert session.notices


def test_no_note_is_made_for_a_dossier_that_is_gone(folders: Folders, tmp_path: Path) -> None:
    folder = copy(folders.closed, tmp_path, "folder")
    session = store(folder).open(YEAR, write=True)
    shutil.rmtree(folder)
    folder.mkdir()
    session.close()
    assert not list(folder.iterdir())


def test_a_power_cut_leaves_an_older_note_and_nothing_to_say(folders: Folders, tmp_path: Path) -> None:
    folder = copy(folders.crashed, tmp_path, "data")
    (folder / HEAD).write_bytes((folders.closed / HEAD).read_bytes())
    with store(folder).open(YEAR, write=True) as session:
        assert session.notices == []


@pytest.mark.promise("R10")
def test_a_journal_of_the_version_before_goes_on_chained(tmp_path: Path) -> None:
    """``data/schema_1`` was written by the version before: a rolled journal, two changes that are not folded."""
    folder = copy(SCHEMA_1, tmp_path, "data")
    with Store(folder, clock).open(YEAR, write=False) as session:
        assert session.notices == []
        wanted = ordered(session.dossier.content)
        assert session.dossier.content.value(("children", "c0002", "name")) == "Lê Văn Mẫu"
    with Store(folder, clock).open(YEAR, write=True) as session:
        assert session.notices == []
        assert ordered(session.dossier.content) == wanted
        # from now on the version before refuses it
        main = read_main(folder / MAIN)
        assert main is not None
        assert main.header.is_chained
        assert b'"schema":%d' % SCHEMA in (folder / MAIN).read_bytes()
        session.dossier.set(PHONE, "0211")
        assert [change.seq for change in session.dossier.journal.changes()] == list(range(1, 14))
    raw = (folder / JOURNAL).read_bytes()
    old, new = raw.splitlines(keepends=True)[-2:]
    assert sum_before(old) is None
    assert sum_before(new) == scan(raw).lines[-2].mark.line
    assert damage_end(raw) == 0
    with Store(folder, clock).open(YEAR, write=True) as session:
        for _ in range(13):
            assert session.dossier.undo() is not None
        assert session.dossier.undo() is None
    # a generation of that time leads on as well
    (folder / MAIN).write_bytes(b"")
    for path in generations(folder)[3:]:
        path.unlink()
    with Store(folder, clock).open(YEAR, write=True) as session:
        assert session.dossier.seq == 26


def test_an_old_line_does_not_follow_a_chained_one(tmp_path: Path) -> None:
    folder = copy(SCHEMA_1, tmp_path, "data")
    old = (folder / JOURNAL).read_bytes()
    with Store(folder, clock).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "0211")
    lines = old.splitlines(keepends=True)
    # what a version before would write that does not know of the chain
    body = lines[-1].replace(b'"seq":12', b'"seq":14').replace(b"c0002", b"c0003")
    line = signed(body)
    with (folder / JOURNAL).open("ab") as file:
        file.write(line)
    with Store(folder, clock).open(YEAR, write=True) as session:
        assert session.dossier.seq == 13
        assert "Nhật ký bị hỏng" in session.notices[0]


def signed(line: bytes) -> bytes:
    """The line with the checksum that it should have."""
    body = line[: line.index(b',"sum"')]
    return body + b',"sum":"' + sha256(body + b"}").hexdigest()[:16].encode() + b'"}\n'


def test_a_rotated_journal_is_followed_by_its_own_lines_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_writer, "ROTATE_AT", 1)
    for name in ("one", "two"):
        with store(tmp_path / name).open(YEAR, write=True) as session:
            session.dossier.set(PHONE, name)
            session.fold()
            session.dossier.set(PHONE, "0901")
            assert session.writer is not None
            session.writer.release()
    shutil.copyfile(tmp_path / "two" / JOURNAL, tmp_path / "one" / JOURNAL)
    with store(tmp_path / "one").open(YEAR, write=True) as session:
        assert session.dossier.content.value(PHONE) == "one"
        assert any("Nhật ký bị hỏng" in notice for notice in session.notices)
        assert any("Thiếu thay đổi số 2 đến 2" in notice for notice in session.notices)


@pytest.mark.promise("R3")
@pytest.mark.parametrize("names", [(MAIN, JOURNAL, HEAD), (MAIN, JOURNAL)])
def test_older_files_put_beside_a_journal_that_was_rotated_since_cost_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]
) -> None:
    """Each fits the others, and only the journal that was put away tells that it went on."""
    folder, older = tmp_path / "data", {}
    with store(folder).open(YEAR, write=True) as session:
        edit(session, 4)
        session.fold()
        edit(session, 2, "older")
        older = {name: (folder / name).read_bytes() for name in names}
        edit(session, 3, "newer")
        monkeypatch.setattr(store_writer, "ROTATE_AT", 100)
    newest, seq = ordered(session.dossier.content), session.dossier.seq
    assert not (folder / JOURNAL).exists() and list(folder.glob("backups/*.journal"))
    for name, data in older.items():
        (folder / name).write_bytes(data)
    with store(folder).open(YEAR, write=False) as reading:
        assert (ordered(reading.dossier.content), reading.dossier.seq) == (newest, seq)
    for is_first in (True, False):
        with store(folder).open(YEAR, write=True) as session:
            assert (ordered(session.dossier.content), session.dossier.seq) == (newest, seq)
            assert len(list(session.dossier.journal.changes())) == seq
            assert any(MAIN in notice and "cũ" in notice for notice in session.notices) is is_first
            assert not any("không hoàn tác được" in notice for notice in session.notices)
            assert session.came_back is None


@pytest.mark.promise("R3")
def test_they_cost_nothing_where_the_beginning_of_the_history_was_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No generation, and no journal from the first line on: only from the older main file the newer lines go on."""
    folder = tmp_path / "data"
    with store(folder).open(YEAR, write=True) as session:
        edit(session, 4)
        session.fold()
        older = {name: (folder / name).read_bytes() for name in (MAIN, JOURNAL)}
        edit(session, 5, "newer")
        monkeypatch.setattr(store_writer, "ROTATE_AT", 100)
    newest, seq = ordered(session.dossier.content), session.dossier.seq
    for generation in folder.glob("backups/*.json"):
        generation.unlink()
    (rolled,) = folder.glob("backups/*.journal")
    (folder / "backups" / rolled.name.replace("000001-", "000002-")).write_bytes(
        rolled.read_bytes().partition(b"\n")[2]
    )
    rolled.unlink()
    for name, data in older.items():
        (folder / name).write_bytes(data)
    with store(folder).open(YEAR, write=False) as reading:
        assert (ordered(reading.dossier.content), reading.dossier.seq) == (newest, seq)
        assert [notice for notice in reading.notices if "Thiếu thay đổi" in notice] == []
    for is_first in (True, False):
        with store(folder).open(YEAR, write=True) as session:
            assert (ordered(session.dossier.content), session.dossier.seq) == (newest, seq)
            assert any(MAIN in notice and "cũ" in notice for notice in session.notices) is is_first
            assert session.came_back is None


def test_a_head_is_a_short_text() -> None:
    head = Head(27, "0123456789abcdef")
    assert str(head) == "27.0123456789abcdef"
    assert read_head(str(head)) == head
    for text in ("", "27", "27.", "x.0123456789abcdef", "27.0123456789ABCDEF", "27.0123456789abcdef0"):
        assert read_head(text) in (None, Head(27, ""))
