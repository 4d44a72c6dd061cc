"""What the system refuses: said in words, borne where it does no harm, raised where it does."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from forms.store.system import system_words
from forms.store.system.system_calls import (
    NotARegularFile,
    make_folder,
    one_at_a_time,
    read_beginning,
    reason,
    while_held,
)


def on_windows(code: int, target: str | None = None) -> OSError:
    """What Windows answers."""
    error = OSError(errno.EACCES, "denied", "a", None, target)
    error.winerror = code  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "full"), "ổ đĩa đã đầy"),
        (OSError(errno.EACCES, "denied"), "không có quyền truy cập"),
        (OSError(errno.EPIPE, "pipe"), "máy báo lỗi EPIPE"),
        (OSError(99_999, "?"), "máy báo lỗi không rõ"),
        (OSError("nothing known"), "máy báo lỗi không rõ"),
        (ValueError("embedded null byte"), "tên tệp có ký tự không dùng được"),
        (on_windows(32), system_words.HELD_ELSEWHERE),
        (on_windows(5, "b"), system_words.HELD_ELSEWHERE),
        (on_windows(5), "không có quyền truy cập"),
        (on_windows(2), "không có quyền truy cập"),
    ],
    ids=repr,
)
def test_the_reason_is_said_in_words(error: OSError | ValueError, words: str) -> None:
    assert reason(error) == words


def test_the_beginning_of_a_file_knows_the_size_of_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    assert read_beginning(path, 4) == (b"0123", 10)
    assert read_beginning(path, 10) == (b"0123456789", 10)
    assert read_beginning(path, 99) == (b"0123456789", 10)
    with pytest.raises(IsADirectoryError):
        read_beginning(tmp_path, 4)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotARegularFile):
        read_beginning(tmp_path / "pipe", 4)


def test_a_folder_is_made_with_all_above_it_but_not_below_a_file(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/b")] == [0o700, 0o700]
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        make_folder(tmp_path / "file")
    with pytest.raises(NotADirectoryError):
        make_folder(tmp_path / "file" / "b")


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


def test_what_was_done_one_at_a_time_is_done_though_the_lock_is_not_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, done = os.close, list[bool]()

    def close(fd: int) -> None:
        real(fd)
        raise OSError(errno.EIO, "on purpose")

    for _ in range(2):
        with monkeypatch.context() as patch:
            patch.setattr(os, "close", close)
            with one_at_a_time(tmp_path / "list.lock"):
                done.append(True)
    assert len(done) == 2
