"""A bug, wherever it comes up, ends the program in order: a sentence, a log without names, the terminal as it was, a draft."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from forms.store.drafts.draft import decode_draft
from tests.pty.driver import TODAY, Terminal
from tests.pty.faulty import KINDS, READY, SECRET
from tests.pty.stored import in_training
from tests.pty.test_endings import PLACE, next_session_can_write
from tui.terminal.ending import MOST_SECONDS

pytestmark = pytest.mark.slow

SENTENCE = "Chương trình gặp lỗi ngoài dự kiến."
WITHOUT_DRAFT = ("drafts", "start")


def faulty(kind: str, folder: Path) -> Terminal:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "tests.pty.faulty",
        kind,
        "--data",
        folder,
        "--demo",
        "--today",
        TODAY,
    ]
    return Terminal([*command, "--at", PLACE], home=folder.parent / "home")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGTERM])
def test_a_program_that_is_stuck_ends_in_time_with_its_draft(folder: Path, number: int) -> None:
    with faulty("stuck", folder) as terminal:
        terminal.wait_for("BIỂU 4", "[1]")
        terminal.send(b"12")
        terminal.wait_for("[12")
        terminal.send(b"\x18")
        terminal.wait_for(READY)
        begin = time.monotonic()
        assert terminal.kill(number) == 128 + number
        assert time.monotonic() - begin < MOST_SECONDS + 1.0  # of a busy machine
        assert terminal.modes_after() == terminal.modes_before
        assert b"\x1b[?1049l" in terminal.output
    assert decode_draft((in_training(folder) / "2019-2020.draft").read_bytes()).text == "12"
    next_session_can_write(folder)


@pytest.mark.promise("R27")
@pytest.mark.parametrize("kind", KINDS)
def test_a_bug_ends_the_program_in_order(kind: str, folder: Path) -> None:
    data = in_training(folder)
    with faulty(kind, folder) as terminal:
        if kind != "start":
            terminal.wait_for("BIỂU 4", "[1]")
            terminal.send(b"12")
            terminal.wait_for("[12")
            terminal.send(b"\x18")
        if kind == "input":
            terminal.wait_for(READY)
            terminal.send(b"x")
        assert terminal.status() == 1
        assert terminal.modes_after() == terminal.modes_before
        output = terminal.output.decode("utf-8", "replace")
    after = output.rpartition("\x1b[?1049l")[2]
    assert "".join(after.split()).count("".join(SENTENCE.split())) == 1, after
    assert "\x1b[?25h" in after
    for trace in ("Traceback", "Bug", "Error", SECRET, SECRET.split()[-1], "textual"):
        assert trace not in output
    (log,) = [path for path in (data / "nhomtre.log", folder / "nhomtre.log") if path.exists()]
    written = log.read_text("utf-8")
    assert "Bug" in written
    assert SECRET not in written
    assert log.stat().st_mode & 0o777 == 0o600
    if kind not in WITHOUT_DRAFT:
        assert decode_draft((data / "2019-2020.draft").read_bytes()).text == "12"
    next_session_can_write(folder)
