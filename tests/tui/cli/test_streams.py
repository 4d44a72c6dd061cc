"""Standard streams that are closed or full: a plain sentence or a quiet end, and no file of ours in their place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from tests.tui.cli.conftest import EXAMPLE

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")]
CLOSED = ["<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"]


def run(folder: Path, command: str, redirection: str) -> subprocess.CompletedProcess[bytes]:
    line = f'exec "$0" -m tui.cli --data "$1" --today 2019-09-19 {command} {redirection}'
    return subprocess.run(
        ["/bin/sh", "-c", line, sys.executable, str(folder)],
        capture_output=True,
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
        cwd=EXAMPLE.parents[2],
    )


@pytest.mark.parametrize("redirection", CLOSED)
@pytest.mark.parametrize("command", ["", "check", "derive", "tables --json"])
def test_closed_streams_are_no_bug_and_nothing_is_printed_into_a_file_of_ours(
    folder: Path, command: str, redirection: str
) -> None:
    done = run(folder, f"--demo {command}", redirection)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert not list(folder.rglob("*.log"))
    with Store(folder / "tap-huan").open(SchoolYear(2019), write=True) as session:
        assert session.notices == []


@pytest.mark.parametrize("command", ["", "check", "tables --json", "export json -o -"])
def test_a_full_output_is_told_plainly(folder: Path, command: str) -> None:
    done = run(folder, f"--demo {command}", ">/dev/full")
    assert done.returncode == 3
    assert "Không ghi được kết quả ra đầu ra chuẩn" in done.stderr.decode()
    assert len(done.stderr.splitlines()) <= 2, done.stderr.decode()
    assert not list(folder.rglob("*.log"))


def test_messages_that_nobody_takes_change_no_status(folder: Path) -> None:
    assert run(folder, "--demo check", "2>/dev/full").returncode in (0, 1)
    assert run(folder, "--demo derive", "2>/dev/full").returncode == 0
