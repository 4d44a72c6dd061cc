"""The file and the process that reads it: what cannot be opened, does not answer, or takes too much."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from exports.reading import workbook_reader
from exports.reading.limits import MAX_ROWS
from exports.reading.refusal_words import REFUSALS
from exports.reading.workbook_reader import read_workbook
from tests.exports import hostile
from tests.exports.hostile import book, number_cell, one_row, parts, sheet, text_cell, zipped
from tests.exports.reading.conftest import Write
from tests.exports.reading_answers import refused, texts

ROOT = Path(__file__).parents[3]


def test_files_that_cannot_be_read_at_all(tmp_path: Path, write: Write) -> None:
    missing = refused(tmp_path / "không có.xlsx")
    assert missing.code == "missing"
    assert "«không có.xlsx»" in str(missing)
    assert refused(tmp_path / "a\0b").code == "missing"
    assert refused(tmp_path).code == "folder"
    assert refused(write(b"")).code == "empty"
    assert refused(write(b"\0" * 10_000_001)).code == "too_large"
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe.xlsx")
        assert refused(tmp_path / "pipe.xlsx").code == "not_a_file"


def test_a_file_that_may_not_be_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(book(""))
    path.chmod(0)
    if os.access(path, os.R_OK):  # the tests run as root

        def denied(*_arguments: object, **_more: object) -> None:
            raise PermissionError(13, "made to fail")

        monkeypatch.setattr(os, "open", denied)
    assert refused(path).code == "no_permission"
    monkeypatch.undo()
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_the_folder_of_the_file_cannot_put_its_own_code_in_the_way(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(book(one_row(text_cell("A1", "x"))))
    (path.parent / "exports").mkdir()
    for name in ("exports/__init__.py", "json.py", "zipfile.py"):
        (path.parent / name).write_text("raise SystemExit('caught')")
    monkeypatch.chdir(path.parent)
    monkeypatch.setenv("PYTHONPATH", str(path.parent))
    assert texts(read_workbook(Path(path.name)).sheets[0]) == {1: {1: "x"}}


def fake_python(tmp_path: Path, script: str) -> str:
    program = tmp_path / "python"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    return str(program)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the process")
@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("exit 1", "failed"),
        ("kill -9 $$", "failed"),
        ("kill -XCPU $$", "too_slow"),
        ("exec /bin/sleep 30", "too_slow"),
        ("true", "failed"),
        ("echo '[\"Trẻ\",false,false]'", "failed"),
        ("echo '[\"Trẻ\",fal'", "failed"),
        ("printf 'x\\377'", "failed"),
    ],
)
def test_a_process_that_does_not_answer(
    script: str, code: str, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(book(""))
    monkeypatch.setattr(workbook_reader, "TIMEOUT", 1)
    monkeypatch.setattr(sys, "executable", fake_python(tmp_path, script))
    assert refused(path).code == code


def test_a_process_that_cannot_be_started(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(book(""))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    assert refused(path).code == "not_started"


def limited(path: Path, change: str) -> "subprocess.CompletedProcess[bytes]":
    code = (
        "import sys\nfrom exports.reading import reading_process as process\n"
        f"process.next_order = lambda: sys.argv[1]\n{change}\nprocess.main()"
    )
    return subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, check=False)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_memory_is_limited(write: Write) -> None:
    path = write(hostile.many_rows(MAX_ROWS, 26))
    done = limited(path, "process.MEMORY = 8_000_000")
    assert json.loads(done.stdout) == {"refused": "too_heavy", "values": {}}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has the clock only")
def test_time_is_limited_and_nothing_can_be_written(write: Write) -> None:
    import signal

    endless = "def read(*_, **__):\n    while True: pass\nprocess.read = read\nprocess.CPU_SECONDS = 1"
    assert limited(write(book("")), endless).returncode == -signal.SIGXCPU
    writing = "def read(*_, **__): open(sys.argv[1], 'r+b', 0).write(b'x')\nprocess.read = read"
    assert b"File too large" in limited(write(book("")), writing).stderr


@pytest.mark.promise("R27")
def test_no_name_of_a_person_is_in_a_message(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    name = "Nguyễn Thị Mẫu"
    data = book(one_row(text_cell("A1", name), text_cell("A1", name)))
    assert name not in str(refused(write(data)))
    assert capfd.readouterr() == ("", "")


def test_a_title_cannot_write_to_the_terminal(write: Write) -> None:
    made = parts({"a\u009b31m" + "b" * 500: sheet(one_row(number_cell("XFD1", 1)))})
    message = str(refused(write(zipped(made))))
    assert "\u009b" not in message
    assert "b" * 100 not in message


def test_every_sentence_says_what_to_do() -> None:
    assert all(" → " in sentence and sentence.endswith(".") for sentence in REFUSALS.values())
