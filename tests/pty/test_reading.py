"""A workbook that takes long to read: the screen goes on, Esc and leaving end only the process that reads."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from exports.reading.workbook_reader import TIMEOUT
from forms.dossier.content import Content
from tests.pty.driver import DEADLINE, KEYS, TODAY, Terminal

pytestmark = pytest.mark.slow

Stored = Callable[[], Content]
PROGRAM = "import sys\nsys.executable = {python!r}\nfrom tui.cli.main import main\nsys.exit(main())"


class Slow:
    """nhomtre, whose reading process waits for a word before it begins."""

    def __init__(self, folder: Path) -> None:
        self.begun, self.go = folder.parent / "begun", folder.parent / "go"
        os.mkfifo(self.go)
        python = folder.parent / "python"
        python.write_text(
            f'#!/bin/sh\necho $$ > "{self.begun}"\nread word < "{self.go}"\nexec "{sys.executable}" "$@"\n'
        )
        python.chmod(0o700)
        program = PROGRAM.format(python=str(python))
        arguments: list[str | Path] = ["--data", folder, "--today", TODAY, "--demo", "--at", "children"]
        self.terminal = Terminal([sys.executable, "-c", program, *arguments], home=folder.parent / "home")

    def reads(self) -> int:
        """The process that reads, once there is one."""
        self.terminal.wait_for("Đang đọc tệp")
        self.terminal.wait(lambda _: self.begun.exists() and self.begun.read_text().endswith("\n"))
        return int(self.begun.read_text())

    def let_go(self) -> None:
        """The word."""
        self.go.write_text("go\n")


def is_gone(pid: int) -> bool:
    """Whether the process ends soon."""
    until = time.monotonic() + DEADLINE
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        os.sched_yield()
    return False


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    for row in (("Họ tên", "Ngày sinh"), ("Trẻ Mẫu 1", "7/5/2016")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "ds.xlsx")
    return tmp_path / "ds.xlsx"


def ask(terminal: Terminal, path: Path, more: bytes = b"") -> None:
    """Through the menu; the name, Enter and whatever comes after it in one write."""
    screen = terminal.wait_for("HỒ SƠ TRẺ", " Menu")
    terminal.press("F10")
    screen = terminal.wait_for("MENU", "Nhập hồ sơ từ tệp Excel")
    line = next(line for line in screen.splitlines() if "Nhập hồ sơ từ tệp Excel" in line)
    terminal.send(f"{line.strip(' >').split()[0]}\r")
    terminal.wait_for("Tên tệp Excel")
    terminal.send(str(path).encode() + b"\r" + more)


def test_keys_pressed_while_a_file_is_read_go_nowhere_and_the_preview_opens(
    folder: Path, stored: Stored, workbook: Path
) -> None:
    before = stored()
    slow = Slow(folder)
    with slow.terminal as terminal:
        ask(terminal, workbook, b"\r\rabc" + KEYS["Ctrl+Z"] + KEYS["Ctrl+D"] + b"c\r")
        slow.reads()
        terminal.press("F9")
        terminal.wait_for("Phím F9 không có tác dụng ở đây")
        terminal.resize(40, 120)
        terminal.wait_for("Đang đọc tệp", "Esc Về")
        slow.let_go()
        terminal.wait_for("Sẽ thêm 1 hồ sơ; sửa 0")
        assert stored().tree == before.tree
        terminal.send(b"\r")
        terminal.wait_for("Đã nhận: thêm 1")
        assert terminal.leave() == 0
    assert len(stored().records("children")) == len(before.records("children")) + 1


def test_escape_ends_the_process_that_reads_and_nothing_else(
    folder: Path, stored: Stored, workbook: Path
) -> None:
    before = stored()
    slow = Slow(folder)
    with slow.terminal as terminal:
        ask(terminal, workbook)
        pid = slow.reads()
        terminal.press("Esc")
        terminal.wait_for("Đã thôi đọc tệp", "HỒ SƠ TRẺ")
        assert is_gone(pid)
        ask(terminal, workbook)
        terminal.wait_for("Đang đọc tệp")
        slow.let_go()
        terminal.wait_for("Sẽ thêm 1 hồ sơ; sửa 0")
        terminal.press("Esc")
        terminal.wait_for("HỒ SƠ TRẺ")
        assert terminal.leave() == 0
        assert b"Traceback" not in terminal.output
    assert stored().tree == before.tree


def test_leaving_does_not_wait_for_the_file(folder: Path, workbook: Path) -> None:
    slow = Slow(folder)
    with slow.terminal as terminal:
        ask(terminal, workbook)
        pid = slow.reads()
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.status(seconds=TIMEOUT / 3) == 128 + signal.SIGTERM
        assert is_gone(pid)
        assert terminal.modes_after() == terminal.modes_before
