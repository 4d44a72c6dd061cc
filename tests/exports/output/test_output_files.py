"""A file is written whole or not at all."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from exports.output.output_files import (
    MAX_SLUG,
    MOST_OF_A_NAME,
    file_slug,
    write_new,
    write_whole,
)
from forms.model.errors import StorageError
from forms.store.system import system_calls


def test_a_new_file_in_new_folders(tmp_path: Path) -> None:
    path = tmp_path / "exports" / "2019-2020" / "bản in.pdf"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="là một thư mục"):
        write_whole(tmp_path, b"new")


CALLS = ("open", "write", "fsync", "close", "replace")


@pytest.mark.promise("R31")
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize("call", CALLS)
def test_a_failing_call_leaves_the_old_file(
    call: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    real = getattr(os, call)

    def fail(*arguments: Any, **more: Any) -> Any:
        if os.path.isdir(arguments[0]):  # that its name is on disk is asked before
            return real(*arguments, **more)
        monkeypatch.setattr(os, call, real)
        if call == "close":
            real(*arguments)
        raise OSError(number, "made to fail")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(StorageError, match="Không ghi được") as raised:
        write_whole(path, b"new")
    assert "made to fail" not in str(raised.value)
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.pdf"]


def test_a_short_write_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data[:3])))
    write_whole(tmp_path / "a", b"0123456789")
    assert (tmp_path / "a").read_bytes() == b"0123456789"


@pytest.mark.promise("R5", "R31")
def test_a_disk_that_fills_up_halfway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    written: list[int] = []

    def write(descriptor: int, data: memoryview) -> int:
        if written:
            raise OSError(errno.ENOSPC, "full")
        written.append(real(descriptor, bytes(data[:3])))
        return written[0]

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(StorageError, match="đã đầy"):
        write_whole(tmp_path / "a", b"0123456789")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_synced_holds_the_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "a", os.fsync

    def fsync(descriptor: int) -> None:
        if path.exists():
            raise OSError(errno.EIO, "made to fail")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(StorageError, match="chưa xác nhận"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", b"new")
    assert not list(tmp_path.iterdir())


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(StorageError, match="đi qua một tệp"):
        write_whole(tmp_path / "a" / "b.pdf", b"new")
    with pytest.raises(StorageError):
        write_whole(tmp_path / "a\0b", b"new")


# A file that was not named by a person never takes the place of another


def names(folder: Path) -> dict[str, bytes]:
    return {found.name: found.read_bytes() for found in folder.iterdir()}


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    path = tmp_path / "exports" / "bản in.pdf"
    assert write_new(path, b"1") == (path, "")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    second = write_new(path, b"2")
    assert second.path.name == "bản in (2).pdf"
    assert "tệp khác tên bản in.pdf" in second.notice
    assert write_new(path, b"3").path.name == "bản in (3).pdf"
    assert names(path.parent) == {"bản in.pdf": b"1", "bản in (2).pdf": b"2", "bản in (3).pdf": b"3"}


def test_the_same_bytes_are_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    for data in (b"1", b"2"):
        write_new(path, data)

    def fail(*_arguments: Any, **_more: Any) -> Any:
        raise AssertionError

    monkeypatch.setattr(os, "open", fail)
    assert write_new(path, b"1") == (path, "")
    second = write_new(path, b"2")
    assert second.path.name == "a (2).pdf"
    assert second.notice


@pytest.mark.promise("R25")
def test_folders_and_links_that_lead_nowhere_keep_their_names(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    (tmp_path / "a (2).pdf").symlink_to(tmp_path / "gone")
    assert write_new(tmp_path / "a.pdf", b"new").path.name == "a (3).pdf"
    assert not (tmp_path / "gone").exists()


@pytest.mark.promise("R31")
def test_a_file_that_another_program_holds_open_is_left_alone_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "a.xlsx", Path.read_bytes
    path.write_bytes(b"new")

    def read_bytes(self: Path) -> bytes:
        if self == path:
            raise PermissionError(errno.EACCES, "made to fail")
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    for _ in range(2):
        written = write_new(path, b"new")
        assert written.path.name == "a (2).xlsx"
        assert "đang mở trong chương trình khác" in written.notice
    monkeypatch.undo()
    assert names(tmp_path) == {"a.xlsx": b"new", "a (2).xlsx": b"new"}


def test_a_name_taken_at_the_last_moment_is_not_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "a.pdf", os.fsync

    def fsync(descriptor: int) -> None:
        path.write_bytes(b"of another")
        monkeypatch.setattr(os, "fsync", real)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    assert write_new(path, b"new").path.name == "a (2).pdf"
    assert names(tmp_path) == {"a.pdf": b"of another", "a (2).pdf": b"new"}


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_arguments: Any, **_more: Any) -> None:
        raise OSError(errno.EPERM, "made to fail")

    monkeypatch.setattr(os, "link", link)
    write_new(tmp_path / "a", b"1")
    write_new(tmp_path / "a", b"2")
    assert names(tmp_path) == {"a": b"1", "a (2)": b"2"}


@pytest.mark.parametrize("call", ["open", "write", "fsync", "close", "link"])
def test_a_failing_call_leaves_no_new_file(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "a.pdf", getattr(os, call)
    path.write_bytes(b"old")

    def fail(*arguments: Any, **_more: Any) -> Any:
        if call == "close":
            real(*arguments)
        raise OSError(errno.ENOSPC, "made to fail")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(StorageError, match="Không ghi được"):
        write_new(path, b"new")
    monkeypatch.undo()
    assert names(tmp_path) == {"a.pdf": b"old"}


def test_a_path_through_a_file_and_a_name_used_up_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(StorageError, match="đi qua một tệp"):
        write_new(path / "b.pdf", b"new")
    for number in range(2, MOST_OF_A_NAME):
        (tmp_path / f"a ({number})").touch()
    with pytest.raises(StorageError, match="quá nhiều tệp cùng tên"):
        write_new(path, b"new")


@pytest.mark.promise("R25")
@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Nhóm trẻ, lớp mẫu giáo Hoa Hồng", "nhom-tre-lop-mau-giao-hoa-hong"),
        ("Đội ngũ: 2019/2020", "doi-ngu-2019-2020"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "tep-con"),
        ("nul", "tep-nul"),
        ("Lpt1", "tep-lpt1"),
        ("中☑", "tep"),
        ("", "tep"),
    ],
)
def test_file_slug(title: str, slug: str) -> None:
    assert file_slug(title) == slug


def test_a_slug_is_short() -> None:
    slug = file_slug("Lớp " * 60)
    assert len(slug) <= MAX_SLUG
    assert not slug.endswith("-")


@pytest.mark.promise("R25")
@pytest.mark.parametrize(
    "name", ["CON.pdf", "nul", "com1.tar.gz", "Lpt9 .xlsx", "báo cáo.", "a.pdf ", "CONIN$"]
)
def test_a_name_that_windows_takes_for_something_else_is_refused(tmp_path: Path, name: str) -> None:
    for write in (write_new, write_whole):
        with pytest.raises(StorageError, match="Hãy chọn tên khác"):
            write(tmp_path / name, b"new")
    assert names(tmp_path) == {}


@pytest.mark.parametrize("name", ["console.pdf", "a.con", "clock.pdf", "com.pdf", ".nul"])
def test_a_name_that_only_looks_like_one_is_taken(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, b"new")
    assert names(tmp_path) == {name: b"new"}


@pytest.mark.promise("R31")
def test_what_an_ended_export_left_in_a_folder_goes_with_the_next_one_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That of another computer stays: only there it can be known whether its process is gone."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass

    def name_while_written_by(pid: int) -> str:
        return system_calls.unfinished_name(0).replace(str(os.getpid()), str(pid))

    here = [name_while_written_by(pid) for pid in (process.pid, os.getppid())]
    with monkeypatch.context() as patch:
        patch.setattr(system_calls, "host_name", lambda: "may-khac")
        there = name_while_written_by(process.pid)
    paths = [tmp_path / name for name in (*here, there, "other.tmp")]
    for path in paths:
        path.write_bytes(b"half")
    write_whole(tmp_path / "a.pdf", b"whole")
    assert [path.exists() for path in paths] == [False, True, True, True]
