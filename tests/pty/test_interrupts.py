"""Ctrl+C at any moment of a command: a sentence or the result, never a traceback, and nothing begun is left in pieces."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from openpyxl import Workbook

from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from tests.pty.driver import TODAY, Terminal
from tui.cli.main import main
from tui.jobs.sessions.exit_status import ExitStatus
from tui.texts.command_line_words import INTERRUPTED

pytestmark = pytest.mark.slow

FULL = os.environ.get("NHOMTRE_FULL") == "1"
PRESSES = 200 if FULL else 4
"""Of each command."""
CHILDREN, LISTED = 46, 100
"""In the group, and in a list of others."""
LATEST = 0.6
"""Seconds after the start: behind that most commands have ended."""
READY = "ready to be interrupted"
STARTED = f"""
import runpy, sys
from tui.cli import console
console.hold_interrupts()  # as the first line of the program
print({READY!r}, flush=True)
runpy.run_module("tui.cli", run_name="__main__")
"""
AT_AN_IMPORT = """
import os, runpy, signal, sys
from tui.cli import console
console.hold_interrupts()
left = int(sys.argv.pop(1))
class Finder:
    def find_spec(self, name, path, target=None):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
runpy.run_module("tui.cli", run_name="__main__")
"""
MOST_IMPORTS = 330
COMMANDS = {
    "check": ["check"],
    "a list": ["import", "--accept-valid", "{list}"],
    "a print": ["export", "pdf"],
    "a sum": ["combine", "{folder}"],
    "the help": ["-h"],
}
ENDINGS = {ExitStatus.DONE, ExitStatus.REFUSED, ExitStatus.INTERRUPTED, -signal.SIGINT}
"""-SIGINT: Python itself has begun to end, and the key does what the system does."""


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented group."""
    folder = tmp_path_factory.mktemp("interrupted")
    assert main(["--data", str(folder / "data"), "--demo", "--today", TODAY, "export", "json"]) == 0
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Họ và tên", "Ngày sinh", "Giới tính"])
    for number in range(LISTED):
        sheet.append([f"Trần Thị Mẫu {number}", f"{number % 28 + 1}/5/2016", "Nữ"])
    book.save(folder / "list.xlsx")
    return folder


def run(folder: Path, program: str, *words: str, after: float | None = None) -> tuple[int, str]:
    """How *program* ended and what it wrote; *after* so many seconds, or its end, the key is pressed."""
    with Terminal([sys.executable, "-c", program, *words], home=folder / "home") as terminal:
        if after is not None:
            terminal.wait_for(READY)
            with suppress(subprocess.TimeoutExpired):
                terminal.process.wait(after)
            with suppress(OSError):  # the terminal went with it
                terminal.send(b"\x03")
        return terminal.status(), terminal.output.decode("utf-8", "replace")


def arguments(group: Path, data: Path, command: str) -> list[str]:
    words = [word.format(list=group / "list.xlsx", folder=data / "tap-huan") for word in COMMANDS[command]]
    return ["--data", str(data), "--demo", "--today", TODAY, *words]


def demand_quiet(status: int, output: str, when: object) -> None:
    assert "Traceback" not in output, (when, output)
    assert "Exception ignored" not in output, (when, output)
    assert status in ENDINGS, (when, output)
    if status == ExitStatus.INTERRUPTED:
        assert INTERRUPTED in output, (when, output)


def demand_whole(data: Path) -> None:
    with Store(data / "tap-huan").open(SchoolYear(2019), write=True) as session:
        assert len(session.dossier.content.records("children")) in (CHILDREN, CHILDREN + LISTED)
    left = [path.name for path in data.rglob("*") if path.name.endswith(".tmp")]
    assert left == []


@pytest.mark.parametrize("command", COMMANDS)
def test_at_a_random_moment(group: Path, tmp_path: Path, command: str) -> None:
    moments = random.Random(command)
    for _ in range(PRESSES):
        after = moments.uniform(0, LATEST)
        data = tmp_path / "data"
        shutil.copytree(group / "data", data)
        demand_quiet(*run(tmp_path, STARTED, *arguments(group, data, command), after=after), after)
        demand_whole(data)
        shutil.rmtree(data)


def test_while_a_module_is_being_read(group: Path) -> None:
    numbers = range(1, MOST_IMPORTS) if FULL else random.Random(7).sample(range(1, MOST_IMPORTS), PRESSES)
    told = 0
    for number in numbers:
        words = arguments(group, group / "data", "check")
        status, output = run(group, AT_AN_IMPORT, str(number), *words)
        demand_quiet(status, output, number)
        told += status == ExitStatus.INTERRUPTED
    assert told, "the key is not forgotten"
