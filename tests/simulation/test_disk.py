"""The disk of the seasons: what a power cut leaves of what was synced and of what was not."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from forms.store.system import platform_calls, system_calls
from tests.simulation.disk import Disk, Ended, Fault

TRIES = 60


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with Disk(tmp_path / "disk") as disk:
        yield disk


def write(path: Path, data: bytes, *, synced: bool) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(fd, data)
    if synced:
        os.fsync(fd)
    os.close(fd)


def left(disk: Disk, seed: int) -> dict[str, bytes]:
    disk.lose_power(Random(seed))
    return {
        str(path.relative_to(disk.root)): path.read_bytes() for path in disk.root.rglob("*") if path.is_file()
    }


def test_what_was_synced_with_its_folder_survives(disk: Disk) -> None:
    write(disk.root / "a", b"one", synced=True)
    platform_calls.sync_folder(disk.root)
    write(disk.root / "a", b"two", synced=False)
    outcomes = set()
    for seed in range(TRIES):
        found = left(disk, seed)
        assert found["a"].startswith(b"one")
        outcomes.add(found["a"])
        disk.put(disk.root / "a", b"one")
        write(disk.root / "a", b"two", synced=False)
    assert {b"one", b"onetwo"} < outcomes
    assert any(b"\0" in outcome for outcome in outcomes)


def test_a_name_survives_only_with_its_folder(disk: Disk) -> None:
    outcomes = set()
    for seed in range(TRIES):
        disk.put(disk.root / "old", b"old")
        disk.put(disk.root / "new", b"new")
        os.replace(disk.root / "new", disk.root / "old")
        outcomes.add(tuple(sorted(left(disk, seed).items())))
        for path in disk.root.iterdir():
            disk.put(path, None)
    assert outcomes == {
        (("new", b"new"), ("old", b"old")),
        (("new", b"new"), ("old", b"new")),
        (("old", b"new"),),
    }


def test_a_folder_that_is_renamed_has_one_name(disk: Disk) -> None:
    for seed in range(TRIES):
        (disk.root / "a").mkdir()
        platform_calls.sync_folder(disk.root)
        write(disk.root / "a" / "file", b"x", synced=True)
        platform_calls.sync_folder(disk.root / "a")
        os.replace(disk.root / "a", disk.root / "b")
        (name,) = left(disk, seed)
        assert name in ("a/file", "b/file")
        for folder in ("a", "b"):
            if (disk.root / folder).is_dir():
                disk.put(disk.root / folder / "file", None)
                os.rmdir(disk.root / folder)


def test_a_process_ends_at_a_call_and_lets_go_of_its_locks(disk: Disk) -> None:
    path = disk.root / "lock"

    def hold() -> None:
        fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        try:
            os.write(fd, b"1")
        finally:
            system_calls.remove(path)

    with pytest.raises(Ended), disk.under(disk.new_process(), Fault("kill", 2)):
        hold()
    assert path.read_bytes() == b""
    hold()


def test_a_call_fails_once_or_from_then_on(disk: Disk) -> None:
    for is_lasting, failed in ((False, 1), (True, 3)):
        count = 0
        with disk.under(disk.new_process(), Fault("error", 2, errno.EROFS, is_lasting)):
            for number in range(4):
                try:
                    (disk.root / f"{is_lasting}{number}").mkdir()
                except OSError as error:
                    assert error.errno == errno.EROFS
                    count += 1
        assert count == failed


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_folder_is_synced_whichever_call_is_denied(disk: Disk, at: int) -> None:
    write(disk.root / "a", b"one", synced=True)
    with disk.under(disk.new_process(), Fault("error", at, errno.EACCES)), suppress(OSError):
        platform_calls.sync_folder(disk.root)
    assert left(disk, 1) == {"a": b"one"}


def test_a_write_is_done_in_part(disk: Disk) -> None:
    with disk.under(disk.new_process(), Fault("short", 5)):
        fd = os.open(disk.root / "a", os.O_WRONLY | os.O_CREAT, 0o600)
        assert os.write(fd, bytes(10)) < 10
        system_calls.write_all(fd, bytes(10))
        os.close(fd)
    assert (disk.root / "a").stat().st_size > 10
