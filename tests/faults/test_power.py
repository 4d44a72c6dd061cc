"""What a power cut may not bring back or take away: calls that wait for the disk, each at its place."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

import forms.store.store_writer as store_writer
from forms.model.errors import StorageError
from forms.store.system import system_calls
from tests.faults.editing import YEAR
from tests.faults.injection import JOURNAL, PHONE, calls_of, copy, crashed_after, every_call, newest, store
from tests.faults.sending import begin, made, ready
from tests.simulation.disk import Disk, Ended, Fault


def opened_calls(folder: Path) -> list[str]:
    return calls_of(lambda: store(folder).open(YEAR, write=True))


def test_lines_of_a_process_that_ended_are_on_disk_before_they_are_shown(
    sample: Path, tmp_path: Path
) -> None:
    assert "fdatasync" in opened_calls(copy(sample, tmp_path, "unfolded"))
    folder = copy(sample, tmp_path, "folded")
    store(folder).open(YEAR, write=True).close()
    assert "fdatasync" not in opened_calls(folder)


def test_a_torn_line_is_cut_off_durably(sample: Path, tmp_path: Path) -> None:
    folder = copy(sample, tmp_path, "data")
    store(folder).open(YEAR, write=True).close()
    with (folder / JOURNAL).open("ab") as file:
        file.write(b'{"at":"2019')
    calls = opened_calls(folder)
    assert calls[calls.index("ftruncate") + 1] == "fdatasync"


def test_a_refused_line_is_taken_back_durably(tmp_path: Path) -> None:
    with store(tmp_path).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        calls: list[str] = []

        def fail_once(_number: int, name: str, _args: Any) -> None:
            calls.append(name)
            if calls.count("fdatasync") == 1 and name == "fdatasync":
                raise OSError(errno.EIO, "on purpose")

        with every_call(fail_once), pytest.raises(StorageError, match="Chưa lưu được"):
            session.dossier.set(PHONE, "2")
        assert calls[-3:] == ["fdatasync", "ftruncate", "fdatasync"]


def test_a_commit_looks_then_writes_then_waits_and_only_then_notes_the_line(tmp_path: Path) -> None:
    with store(tmp_path).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        calls = calls_of(lambda: session.dossier.set(PHONE, "2"))
        looks, begins = ["stat", "stat"], ["write", "posix_fadvise"]
        assert calls == [*looks, *begins, "fdatasync", "lseek", "write"]


def test_a_refused_line_does_not_go_into_a_rolled_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_writer, "ROTATE_AT", 100)
    with store(tmp_path).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")

        def no_way_back(_number: int, name: str, _args: Any) -> None:
            if name in ("fdatasync", "ftruncate"):
                raise OSError(errno.EIO, "on purpose")

        with every_call(no_way_back), pytest.raises(StorageError):
            session.dossier.set(PHONE, "2")
        session.fold()
        (rolled,) = (tmp_path / "backups").glob("*.journal")
        assert rolled.read_bytes().count(b"\n") == 1
    assert newest(tmp_path)["facility"] == {"phone": "1"}


def test_the_first_line_is_in_a_folder_that_is_durable_whoever_made_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    crashed_after(folder, lambda session: None)
    synced: list[str] = []

    def watch(_number: int, name: str, args: Any) -> None:
        if name == "fsync":
            synced.append(os.readlink(f"/proc/self/fd/{args[0]}"))

    with every_call(watch):
        session = store(folder).open(YEAR, write=True)
        session.dossier.set(PHONE, "1")
    assert synced == [str(tmp_path), str(folder)]
    session.close()


def test_what_is_put_in_a_folder_stays_whoever_made_the_folder_and_ended(tmp_path: Path) -> None:
    names = set()
    for ended in range(1, 9):
        for seed in range(20):
            with Disk(tmp_path / f"{ended} {seed}") as disk:
                folder = disk.root / "exports" / "2019-2020" / "ban-1"
                with suppress(Ended), disk.under(disk.process, Fault("kill", ended)):
                    system_calls.make_folder(folder)
                names.add(disk.calls)
                with disk.under(disk.new_process()):
                    system_calls.make_folder(folder)
                    system_calls.write_durably(folder / "bieu.pdf", b"pdf", folder / ".bieu.pdf.tmp")
                disk.lose_power(Random(seed))
                assert (folder / "bieu.pdf").is_file(), (ended, seed)
    assert len(names) == 8, "not every folder was left half made"


def test_a_fold_makes_the_note_of_the_last_line_durable_with_its_name(tmp_path: Path) -> None:
    folder, head = tmp_path / "data", f".{YEAR}.head"
    with store(folder).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    (folder / head).unlink()
    with store(folder).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "2")
        calls: list[str] = []

        def watch(_number: int, name: str, args: Any) -> None:
            if name in ("fsync", "fdatasync"):
                calls.append(Path(os.readlink(f"/proc/self/fd/{args[0]}")).name)
            if name in ("replace", "rename", "link"):
                calls.append(name)

        with every_call(watch):
            session.fold()
    assert calls[calls.index(head) + 1] == folder.name
    assert calls.index(head) + 1 < calls.index("replace")


def test_that_it_was_looked_through_today_is_noted_durably(tmp_path: Path) -> None:
    with store(tmp_path).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        session.fold()
        calls = calls_of(session.check_kept)
    assert "fsync" in calls[len(calls) - calls[::-1].index("replace") :]


def test_a_disk_that_keeps_other_bytes_sends_nothing(tmp_path: Path) -> None:
    begin(tmp_path)
    real = os.write
    with store(tmp_path).open(YEAR, write=True) as session:
        files = made(Random(1))
        edits = ready(session.dossier.content, files)

        def alter(_number: int, name: str, args: Any) -> None:
            if name == "write" and bytes(args[1]) == files["bieu.pdf"]:
                real(args[0], b"\0")

        with every_call(alter), pytest.raises(StorageError, match="Báo cáo chưa gửi"):
            session.send(edits, files)
        assert not session.dossier.content.is_frozen
        session.send(edits, files)
        assert session.dossier.content.is_frozen
