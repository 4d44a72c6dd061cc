"""What is named instead of a file: nothing waits for it, reads it without end, or calls it a failure of the program."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from forms.model.errors import StorageError
from tests.faults.injection import VIETNAMESE
from tests.tui.cli.conftest import Command, on_disk
from tests.unprivileged import as_everyone_reads
from tui.jobs.user_files import bytes_of

CANNOT_READ = 3
COMMANDS = {
    "import": ["import", "{path}.json"],
    "import a workbook": ["import", "{path}.xlsx"],
    "campaign": ["campaign", "import", "{path}.json"],
    "answer": ["answer", "{path}.json"],
    "verify": ["verify", "{path}.json"],
    "fill": ["fill", "{path}.xlsx"],
}
Make = Callable[[Path], object]
WORDS = {
    "a pipe": "tệp thường",
    "a socket": "tệp thường",
    "a device without content": "tệp thường",
    "a device without end": "tệp thường",
    "a folder": "thư mục",
    "a broken link": "hông tìm thấy tệp",
    "a link to itself": "",
    "no permission": "",
}


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(path.parent)  # the whole path may be too long for one
        made.bind(path.name)


KINDS: dict[str, Make] = {
    "a pipe": os.mkfifo,
    "a socket": _socket,
    "a device without content": lambda path: path.symlink_to("/dev/null"),
    "a device without end": lambda path: path.symlink_to("/dev/zero"),
    "a folder": lambda path: path.mkdir(),
    "a broken link": lambda path: path.symlink_to(path.with_name("nowhere")),
    "a link to itself": lambda path: path.symlink_to(path),
    "no permission": lambda path: os.close(os.open(path, os.O_CREAT, 0)),
}


@pytest.fixture(autouse=True)
def _in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A call that waits ends the test; the folder is left again."""

    def late(*_: object) -> None:
        raise AssertionError("it waits for ever")

    monkeypatch.chdir(tmp_path)
    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_no_file_is_told_at_once(
    nhomtre: Command, sent: Path, folder: Path, tmp_path: Path, command: str, kind: str
) -> None:
    words = [word.format(path=tmp_path / "given") for word in COMMANDS[command]]
    KINDS[kind](Path(words[-1]))
    before = on_disk(folder)
    with as_everyone_reads():
        run = nhomtre(*words)
    assert run.status == CANNOT_READ, run.err
    (sentence,) = run.err.splitlines()
    assert WORDS[kind] in sentence
    assert VIETNAMESE & set(sentence)
    assert run.out == ""
    assert on_disk(folder).keys() == before.keys()


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".json", ".xlsx"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_turned_away_among_many(
    nhomtre: Command, sent: Path, tmp_path: Path, kind: str, suffix: str
) -> None:
    path = tmp_path / f"given{suffix}"
    KINDS[kind](path)
    run = nhomtre("combine", str(sent), str(path), "--json")
    assert run.status == 1
    assert {turned["file"] for turned in run.json["refused"]} >= {str(path)} or kind == "a folder"
    assert len(run.json["facilities"]) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_file_is_refused(nhomtre: Command, sent: Path, tmp_path: Path, command: str) -> None:
    words = [word.format(path=tmp_path / "given") for word in COMMANDS[command]]
    Path(words[-1]).write_bytes(b"")
    run = nhomtre(*words)
    assert run.status == 1
    assert run.err


def test_standard_input_that_is_a_pipe_is_no_file(nhomtre: Command, sent: Path) -> None:
    read, write = os.pipe()
    try:
        assert nhomtre("import", f"/dev/fd/{read}").status == CANNOT_READ
    finally:
        os.close(read)
        os.close(write)


def test_a_file_that_grows_while_it_is_read_is_read_up_to_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "grows.json"
    path.write_bytes(b"{}")
    real = os.read

    def growing(fd: int, most: int) -> bytes:
        with path.open("ab") as file:
            file.write(b" " * 1_000_000)
        return real(fd, most)

    monkeypatch.setattr(os, "read", growing)
    monkeypatch.setattr("tui.jobs.user_files.MAX_BYTES", 5_000_000)
    assert len(bytes_of(path)) == 5_000_001


def test_a_file_that_goes_while_it_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "goes.json"
    path.write_bytes(b"{}")

    def gone(*_: Any) -> bytes:
        raise OSError(5, "the stick was pulled out")

    monkeypatch.setattr(os, "read", gone)
    with pytest.raises(StorageError, match="đọc, ghi"):
        bytes_of(path)


def test_a_dossier_whose_file_is_a_pipe_is_told(nhomtre: Command, sent: Path, folder: Path) -> None:
    (folder / "2019-2020.json").unlink()
    os.mkfifo(folder / "2019-2020.json")
    run = nhomtre("check")
    assert run.status in (0, 1, CANNOT_READ)
    assert run.err
