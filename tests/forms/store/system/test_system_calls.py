"""What the system refuses: said in words, borne where it does no harm, raised where it does."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from forms.model.errors import StorageError
from forms.store.system import system_words
from forms.store.system.system_calls import (
    NotARegularFile,
    as_storage_error,
    make_folder,
    one_at_a_time,
    read_beginning,
    reason,
)
from tests.forms.store_cases import on_windows


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


@pytest.mark.parametrize(
    ("number", "closed", "told"),
    [
        (errno.EACCES, "/d/backups", "Không đọc được /d: không có quyền truy cập ở «backups»."),
        (errno.EPERM, "/d/x/.2019-2020.head", "Không đọc được /d: không có quyền truy cập ở «x»."),
        (errno.EACCES, "/d", "Không đọc được /d: không có quyền truy cập."),
        (errno.EACCES, None, "Không đọc được /d: không có quyền truy cập."),
        (errno.ENOSPC, "/d/backups", "Không đọc được /d: ổ đĩa đã đầy."),
    ],
)
def test_who_is_closed_is_named_where_the_sentence_names_another(
    number: int, closed: str | None, told: str
) -> None:
    with (
        pytest.raises(StorageError) as refused,
        as_storage_error("Không đọc được {folder}: {why}.", folder="/d"),
    ):
        raise OSError(number, "on purpose", closed)
    assert str(refused.value) == told
