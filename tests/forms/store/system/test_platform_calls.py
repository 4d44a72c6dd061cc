"""What a platform or a drive cannot do is borne where it does no harm, and raised otherwise."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from forms.store.system import platform_calls
from forms.store.system.platform_calls import make_private, removable_folders, sync_folder, while_held
from tests.forms.store_cases import on_windows


@pytest.mark.parametrize("code", [errno.EINVAL, errno.EACCES, errno.EIO, errno.ENOSPC], ids=os.strerror)
def test_only_a_drive_that_cannot_sync_folders_is_borne(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(_fd: int) -> NoReturn:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    if code in (errno.EINVAL, errno.EACCES):
        sync_folder(tmp_path)
    else:
        with pytest.raises(OSError, match=os.strerror(code)):
            sync_folder(tmp_path)


@pytest.mark.parametrize("code", [errno.EPERM, errno.EIO], ids=os.strerror)
def test_only_a_file_system_without_modes_is_borne(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(_fd: int, _mode: int) -> NoReturn:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fchmod", refuse)
    with (tmp_path / "file").open("wb") as file:
        if code == errno.EPERM:
            make_private(file.fileno())
        else:
            with pytest.raises(OSError, match=os.strerror(code)):
                make_private(file.fileno())


def test_sticks_are_the_mounted_folders_of_any_user_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted = [tmp_path / "media/lan/KINGSTON", tmp_path / "run/media/lan/USB 2", tmp_path / "media/old"]
    for folder in (*mounted, tmp_path / "media/lan/left behind", tmp_path / "home/lan/KINGSTON"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(platform_calls, "MOUNTED_BELOW", tmp_path)
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) in (*mounted, tmp_path / "home"))
    assert set(removable_folders()) == set(mounted)
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != mounted[0])
    assert set(removable_folders()) == set(mounted[1:])


class Scanner:
    """Holds a file until its clock, moved on by pauses alone, says so many seconds."""

    def __init__(self, seconds: float, error: OSError) -> None:
        self.now = 0.0
        self._seconds = seconds
        self._error = error
        self.is_renamed = False

    def rename(self) -> None:
        if self.now < self._seconds:
            raise self._error
        self.is_renamed = True

    def pause(self, seconds: float) -> None:
        self.now += seconds


@pytest.mark.slow
@pytest.mark.parametrize("error", [on_windows(32), on_windows(33), on_windows(5, "b")], ids=repr)
def test_a_file_that_a_scanner_holds_is_renamed_when_it_lets_go(error: OSError) -> None:
    scanner = Scanner(1.5, error)
    while_held(scanner.rename, lambda: scanner.now, scanner.pause)
    assert scanner.is_renamed
    assert scanner.now < 2


def test_a_file_that_is_held_for_long_is_given_up() -> None:
    scanner = Scanner(60, on_windows(32))
    with pytest.raises(OSError, match="denied"):
        while_held(scanner.rename, lambda: scanner.now, scanner.pause)
    assert 2 <= scanner.now < 3


@pytest.mark.parametrize(
    "error",
    [on_windows(2), on_windows(5), PermissionError(errno.EACCES, "no"), OSError(errno.ENOSPC, "full")],
    ids=repr,
)
def test_what_is_not_held_is_told_at_once(error: OSError) -> None:
    scanner = Scanner(60, error)
    with pytest.raises(OSError):
        while_held(scanner.rename, lambda: scanner.now, scanner.pause)
    assert scanner.now == 0
