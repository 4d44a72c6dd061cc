"""The files of the store: rotation, generations, leftovers, the TinyDB file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

import forms.store.store_writer as module
from forms.dossier.content import Edit, empty_content
from forms.dossier.dossier import Change
from forms.dossier.roster import SchoolYear
from forms.model.errors import DamagedFile, StorageError
from forms.model.values import loads
from forms.sets.mn2019.form import FORM
from forms.store.chain.head_file import Head
from forms.store.chain.history import history
from forms.store.chain.journal_lines import Mark, encode_change, scan
from forms.store.main_file import Header, encode_main, read_main
from forms.store.store import Store
from forms.store.system import platform_calls, system_calls
from forms.store.year_paths import Generation, YearPaths, superfluous
from tests.forms.store_cases import JOURNAL, MAIN, PHONE, START_DAY, YEAR, Clock


def journals(store: Store) -> list[str]:
    return sorted(path.name for path in (store.folder / "backups").glob("*.journal"))


@pytest.fixture
def rotated(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(module, "ROTATE_AT", 500)
    with store.open(YEAR, write=True) as session:
        for number in range(1, 13):
            session.dossier.set(PHONE, str(number))
            if number % 4 == 0:
                session.fold()
        session.dossier.set(PHONE, "13")
        session.dossier.set(PHONE, "14")
        assert session.writer is not None
        session.writer.release()  # as a crash leaves it: not folded
    return store


def test_rotation_keeps_every_change(rotated: Store) -> None:
    assert journals(rotated) == [f"2019-2020.{a:06}-{b:06}.journal" for a, b in ((1, 4), (5, 8), (9, 12))]
    with rotated.open(YEAR, write=False) as session:
        assert [change.seq for change in session.dossier.journal.changes()] == list(range(1, 15))
    with rotated.open(YEAR, write=True) as session:
        for number in range(13, 0, -1):
            session.dossier.undo()
            assert session.dossier.content.value(PHONE) == str(number)
    assert session.notices == []


def test_an_old_generation_and_rolled_journals_give_the_newest_state(rotated: Store) -> None:
    (rotated.folder / MAIN).write_bytes(b"")
    newest = sorted((rotated.folder / "backups").glob("*.json"))[-1]
    newest.write_bytes(b"{}")
    with rotated.open(YEAR, write=True) as session:
        assert session.dossier.content.value(PHONE) == "14"
        assert "bản lưu số 1 " in session.notices[0]


def test_rolled_journals_alone_give_the_newest_state(rotated: Store) -> None:
    for path in (rotated.folder / MAIN, *(rotated.folder / "backups").glob("*.json")):
        path.unlink()
    with rotated.open(YEAR, write=True) as session:
        assert session.dossier.content.value(PHONE) == "14"


def test_a_damaged_rolled_journal_is_set_aside_when_it_is_needed(rotated: Store) -> None:
    (rotated.folder / MAIN).write_bytes(b"")
    backups = rotated.folder / "backups"
    newest = sorted(backups.glob("*.json"))[-1]
    newest.write_bytes(b"{}")
    rolled = backups / journals(rotated)[1]
    rolled.write_bytes(rolled.read_bytes().replace(b'"7"', b'"x"'))
    with rotated.open(YEAR, write=True) as session:
        # changes 5 and 6 follow generation 1; number 7 does not hold what was written
        assert session.dossier.content.value(PHONE) == "6"
        assert any("Nhật ký bị hỏng" in notice for notice in session.notices)
        session.dossier.set(PHONE, "x")
        session.dossier.undo()
    with rotated.open(YEAR, write=True) as session:
        assert session.notices == []
        assert session.dossier.content.value(PHONE) == "6"
    # main file, rolled journals, journal in use
    assert len(list(backups.glob("*.hong"))) == 4


def test_a_crash_between_rotation_and_the_next_change_does_no_harm(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    os.replace(store.folder / JOURNAL, store.folder / "backups" / "2019-2020.000001-000001.journal")
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "2")
        session.dossier.undo()
        session.dossier.undo()
    assert session.notices == []
    with store.open(YEAR, write=False) as session:
        assert session.dossier.content == empty_content(YEAR)


def test_an_offset_of_another_journal_is_noticed(store: Store) -> None:
    # the new journal happens to be as long as the old one was at its fold
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    os.replace(store.folder / JOURNAL, store.folder / "backups" / "2019-2020.000001-000001.journal")
    head = json.loads((store.folder / MAIN).read_bytes().partition(b"\n")[0])
    line = encode_change(
        Change(2, "2019-09-19T08:12:00", "thử@máy", (Edit(PHONE, "1", "22"),)), FORM, head["line"]
    )
    (store.folder / JOURNAL).write_bytes(line)
    tables = loads((store.folder / MAIN).read_bytes().partition(b"\n")[2])
    moved = Header(head["gen"], 1, Mark(len(line), head["line"]), head["at"])
    (store.folder / MAIN).write_bytes(encode_main(moved, tables))
    with store.open(YEAR, write=False) as session:
        assert session.dossier.content.value(PHONE) == "22"


@pytest.mark.promise("R30")
@pytest.mark.slow
def test_generations_newest_ten_and_one_a_day_for_thirty_days(store: Store, clock: Clock) -> None:
    with store.open(YEAR, write=True) as session:
        for day in range(45):
            for hour in range(3):
                clock.now = START_DAY + timedelta(days=day, hours=hour)
                session.dossier.set(PHONE, f"{day} {hour}")
                session.fold()
    kept = sorted(path.name for path in (store.folder / "backups").glob("*.json"))
    numbers = [int(name.split(".")[1]) for name in kept]
    assert numbers[-10:] == list(range(125, 135))
    # the day of the main file counts too: its newest generation is the one before
    assert len({name.split(".")[2] for name in kept}) == 30
    assert all(number % 3 == 0 for number in numbers[:-10])


@pytest.mark.promise("R9")
def test_a_clock_that_jumps_removes_no_generation() -> None:
    days = ["2019-09-19"] * 5 + ["2036-01-01"] * 3 + ["1970-01-01"] * 3
    newest_first = [Generation(20 - i, day, Path(str(i))) for i, day in enumerate(days)]
    assert [each.number for each in superfluous(newest_first)] == [10]
    assert superfluous([]) == []


def test_leftovers_of_dead_writers_are_removed_by_the_next(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    left = store.folder / f".{MAIN}.99999.1.tmp"
    other = store.folder / ".2020-2021.json.99999.1.tmp"
    left.write_bytes(b"half")
    other.write_bytes(b"half")
    with store.open(YEAR, write=False):
        assert left.exists()
    with store.open(SchoolYear(2020), write=True), store.open(YEAR, write=True):
        assert not left.exists()
        other.write_bytes(b"half")
        with store.open(SchoolYear(2021), write=True):
            assert other.exists(), "somebody writes there"
    # a year that was never finished is not opened again
    with store.open(YEAR, write=True):
        assert not other.exists()


@pytest.mark.promise("R31")
def test_leftovers_of_ended_exports_are_removed_by_the_next_writer(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    folder = store.folder / "exports" / "2019-2020"
    folder.mkdir(parents=True)
    gone, living, mine = (
        folder / name_while_written_by(which) for which in (ended_process(), os.getppid(), "minh")
    )
    above = folder.parent / name_while_written_by(ended_process())
    for path in (gone, living, mine, above):
        path.write_bytes(b"half")
    with store.open(YEAR, write=False):
        assert gone.exists()
    with store.open(YEAR, write=True):
        assert [path.exists() for path in (gone, living, mine, above)] == [False, True, True, False]


def name_while_written_by(process: object) -> str:
    return system_calls.unfinished_name(0).replace(str(os.getpid()), str(process))


def ended_process() -> int:
    """The number of a process that is gone."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    return process.pid


@pytest.mark.promise("R5")
def test_little_room_is_said_before_the_disk_is_full(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        assert session.notices == []
    monkeypatch.setattr(platform_calls, "free_space", lambda _: 7 << 20)
    before = (store.folder / MAIN).read_bytes()
    with store.open(YEAR, write=True) as session:
        assert session.notices == [
            "Ổ đĩa chứa hồ sơ chỉ còn 7 MB trống. Hồ sơ vẫn ghi được; hãy xóa bớt tệp không cần trên ổ đĩa trước khi đầy."
        ]
    assert (store.folder / MAIN).read_bytes() == before
    with store.open(YEAR, write=False) as session:
        assert session.notices == []


NAMED = {
    ("backups", "file"): "backups là một tệp, không phải thư mục",
    ("backups", "pipe"): "backups là thứ khác trong máy",
    (MAIN, "folder"): f"{MAIN} là một thư mục, không phải tệp",
    (MAIN, "pipe"): f"{MAIN} là thứ khác trong máy",
    (JOURNAL, "folder"): f"{JOURNAL} là một thư mục, không phải tệp",
    (JOURNAL, "pipe"): f"{JOURNAL} là thứ khác trong máy",
}


def of_another_kind(path: Path, kind: str) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    match kind:
        case "file":
            path.write_bytes(b"x")
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)


@pytest.mark.parametrize(("name", "kind"), NAMED)
def test_what_is_no_file_or_no_folder_is_named(store: Store, name: str, kind: str) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        session.fold()
        session.dossier.set(PHONE, "2")
    of_another_kind(store.folder / name, kind)
    for write in (False, True):
        with pytest.raises(StorageError, match=NAMED[name, kind]) as caught:
            store.open(YEAR, write=write)
        assert "Không có gì bị thay đổi" in str(caught.value)


@pytest.mark.promise("R25")
@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
def test_a_lock_that_is_no_file_is_named_and_keeps_nobody_from_looking(
    store: Store, tmp_path: Path, kind: str
) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    lock = store.folder / ".2019-2020.lock"
    if kind == "link":
        lock.unlink()
        lock.symlink_to(tmp_path / "elsewhere")
    else:
        of_another_kind(lock, kind)
    with pytest.raises(
        StorageError, match=r"\.2019-2020\.lock không phải tệp.*Hãy đổi tên \.2019-2020\.lock"
    ):
        store.open(YEAR, write=True)
    with store.open(YEAR, write=False) as session:
        assert session.dossier.content.value(PHONE) == "1"
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.promise("R25")
@pytest.mark.parametrize("name", ["exports", "exports/2019-2020"])
@pytest.mark.parametrize("kind", ["file", "pipe", "link"])
def test_what_stands_where_the_exports_are_is_named_and_work_goes_on(
    store: Store, tmp_path: Path, name: str, kind: str
) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    path = store.folder / name
    path.parent.mkdir(exist_ok=True)
    if kind == "link":
        path.symlink_to(tmp_path / "nowhere" / "at all")
    else:
        of_another_kind(path, kind)
    with store.open(YEAR, write=True) as session:
        (told,) = session.notices
        assert told.startswith(f"Chưa xuất, chưa gửi được báo cáo: {name} là ")
        session.dossier.set(PHONE, "2")
        with pytest.raises(StorageError, match=f"{name} là "):
            session.send([Edit(("revision",), None, 1), Edit(("sent", "1"), None, {})], {"a.txt": b"a"})
        assert session.dossier.content.value(PHONE) == "2"


def test_a_pipe_where_the_last_change_is_noted_is_not_waited_for(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    of_another_kind(store.folder / ".2019-2020.head", "pipe")
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "2")
        session.dossier.set(PHONE, "3")
    assert (store.folder / ".2019-2020.head").is_file()


@pytest.mark.promise("R25")
@pytest.mark.parametrize("name", [MAIN, JOURNAL, "backups"])
def test_a_link_is_followed_to_look_and_never_replaced(store: Store, tmp_path: Path, name: str) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        session.fold()
        session.dossier.set(PHONE, "2")
    real = tmp_path / "elsewhere"
    shutil.move(store.folder / name, real)
    (store.folder / name).symlink_to(real)
    with store.open(YEAR, write=False) as session:
        assert session.notices == []
        assert session.dossier.content.value(PHONE) == "2"
    with pytest.raises(StorageError, match=f"{name} là lối tắt đến {real}"):
        store.open(YEAR, write=True)
    assert (store.folder / name).is_symlink()


def test_years_are_found_by_any_of_their_files(store: Store) -> None:
    for start in (2021, 2019, 2020):
        with store.open(SchoolYear(start), write=True) as session:
            session.dossier.set(PHONE, "1")
            session.fold()
            session.dossier.set(PHONE, "2")
    (store.folder / "2021-2022.json").unlink()
    (store.folder / "2021-2022.journal").unlink()
    (store.folder / "2020-2021.json").unlink()
    (store.folder / "notes.json").write_text("")
    (store.folder / "2019-2023.json").write_text("")
    (store.folder / "2022-2023.journal").write_text("")
    assert store.years() == [SchoolYear(2019), SchoolYear(2020), SchoolYear(2021)]
    assert Store(store.folder / "none").years() == []


@pytest.mark.promise("R11")
def test_where_links_fail_generations_are_copied(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    with store.open(YEAR, write=True) as session:
        for text in "123":
            session.dossier.set(PHONE, text)
            session.fold()
    assert len(list((store.folder / "backups").glob("*.json"))) == 2
    (store.folder / MAIN).write_bytes(b"")
    with store.open(YEAR, write=True) as session:
        assert session.dossier.content.value(PHONE) == "3"
        assert "bản lưu số 2" in session.notices[0]


def keeping_other_bytes(patch: pytest.MonkeyPatch, of: bytes) -> None:
    """A disk that keeps other bytes where it is given just those."""
    honest = system_calls.write_all

    def write(fd: int, data: bytes) -> None:
        honest(fd, data[:-2] + b"?\n" if bytes(data) == of else data)

    patch.setattr(system_calls, "write_all", write)


@pytest.mark.promise("R11")
def test_a_generation_is_read_back_before_the_file_it_was_copied_from_goes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "no links here")

    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        session.fold()
        before = (store.folder / MAIN).read_bytes()
        session.dossier.set(PHONE, "2")
        with monkeypatch.context() as patch:
            patch.setattr(os, "link", no_links)
            keeping_other_bytes(patch, before)
            with pytest.raises(StorageError, match="an toàn trong nhật ký"):
                session.fold()
        assert (store.folder / MAIN).read_bytes() == before
        assert list((store.folder / "backups").iterdir()) == []


def test_a_generation_of_the_same_number_is_kept_beside(store: Store) -> None:
    """Files of another day, or of another computer, were copied into the backups."""
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        session.fold()
        header = read_main(store.folder / MAIN)
        assert header is not None
        other = YearPaths(store.folder, YEAR).generation(1, header.header.at[:10])
        other.write_bytes(b"other")
        session.dossier.set(PHONE, "2")
        session.fold()
        assert read_main(other) == header
    (beside,) = (store.folder / "backups").glob("*.hong")
    assert beside.read_bytes() == b"other"


def test_a_damaged_journal_is_read_back_before_lines_are_cut_off(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.open(YEAR, write=True) as session:
        for text in "123":
            session.dossier.set(PHONE, text)
    path = store.folder / JOURNAL
    raw = path.read_bytes()[:20] + b"!" + path.read_bytes()[21:]
    path.write_bytes(raw)
    for lost in (raw, raw[raw.index(b"\n") + 1 :]):
        with monkeypatch.context() as patch, pytest.raises(StorageError, match="Không cất được tệp hỏng"):
            keeping_other_bytes(patch, lost)
            store.open(YEAR, write=True)
        assert path.read_bytes() == raw
    with store.open(YEAR, write=True) as session:
        assert session.dossier.content.value(PHONE) == "3"


@pytest.mark.parametrize("torn", ["older", "in use"])
def test_only_the_journal_in_use_may_end_in_a_torn_line(rotated: Store, torn: str) -> None:
    older = rotated.folder / "backups" / journals(rotated)[1]
    path = older if torn == "older" else rotated.folder / JOURNAL
    path.write_bytes(path.read_bytes()[:-5])
    paths = YearPaths(rotated.folder, YEAR)
    last = scan((rotated.folder / JOURNAL).read_bytes()).lines[-1]
    head = Head(last.change.seq, last.mark.line)
    if torn == "older":
        with pytest.raises(DamagedFile, match=f"Nhật ký {path.name} bị hỏng"):
            history(paths, head)
    else:
        assert [change.seq for change in history(paths, head)] == list(range(1, 14))


@pytest.mark.parametrize(
    ("name", "is_counted"),
    [
        ("2019-2020.json", True),
        ("2019-2020.journal", True),
        ("backups/2019-2020.000012.2019-09-19.json", True),
        ("backups/2019-2020.000001-000345.journal", True),
        ("backups/2019-2020.json.1.hong", False),
        ("backups/2019-2020.000012.2019-09-19.json.2.hong", False),
        ("backups/2019-2020.000001-000345.journal.1.hong", False),
        ("backups/2019-2020.ban-1.json", False),
        ("2019-2020.draft", False),
        (".2019-2020.head", True),
        (".2019-2020.lock", False),
    ],
)
def test_a_year_of_which_only_damaged_files_are_left_is_none(
    tmp_path: Path, name: str, *, is_counted: bool
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")
    assert Store(tmp_path).years() == [YEAR] * is_counted


@pytest.mark.promise("R4")
def test_of_what_only_the_last_number_is_left_it_is_said_that_it_was_there(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        for text in "123":
            session.dossier.set(PHONE, text)
    noted = YearPaths(store.folder, YEAR).head.read_bytes()
    for path in [*store.folder.glob("2019-2020.*"), *(store.folder / "backups").iterdir()]:
        path.unlink()
    assert store.years() == [YEAR]
    for write in (False, True, True):
        with pytest.raises(DamagedFile, match="từng có hồ sơ 2019-2020, đến thay đổi số 3") as told:
            store.open(YEAR, write=write)
        assert "backups/" not in str(told.value)
    assert YearPaths(store.folder, YEAR).head.read_bytes() == noted
    (store.folder / "backups" / "2019-2020.ban-1.json").write_bytes(b"")
    with pytest.raises(DamagedFile, match=r"backups/2019-2020\.ban-1\.json"):
        store.open(YEAR, write=True)
