"""From an empty folder to the printed form at a terminal of 80×24, with the keyboard alone."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.messy_group import CHILDREN
from tests.pty.driver import KEYS, QUIT, ROOT, TODAY, nhomtre
from tests.pty.stored import content_of
from tests.tui.pages.home.test_whole_group import EXAMPLE
from tests.whole_group import BEFORE_PRINT, CLASSES, NEW_REPORT, PRINT, PROFILE

pytestmark = pytest.mark.slow

BEFORE_CHILDREN = (NEW_REPORT, PROFILE, CLASSES)
SYMBOLS = {"⏎": "Enter", "⇥": "Tab", "←": "Left", "→": "Right", "↑": "Up", "↓": "Down"}


def as_bytes(keys: str) -> bytes:
    """The script as the terminal sends it."""
    parts = []
    for name, char in re.findall("‹(.+?)›|(.)", keys):
        if name:
            parts.append(KEYS["Esc" if name == "escape" else name.title()])
        else:
            parts.append(KEYS[SYMBOLS[char]] if char in SYMBOLS else char.encode())
    return b"".join(parts)


def pieces(keys: str) -> list[bytes]:
    """The script cut behind each Esc: a byte of escape with others close behind it begins another key."""
    return [as_bytes(piece) for piece in re.findall(".*?‹escape›|.+", keys)]


def test_a_small_group_is_entered_checked_and_printed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    (tmp_path / "home").mkdir()
    with nhomtre(folder, demo=False) as terminal:
        terminal.wait_for("Chào mừng", " Menu")
        for part in BEFORE_PRINT:
            for piece in pieces(part):
                terminal.send(piece)
                terminal.rest(0.15)
        terminal.wait_for("14/14", "gửi được")
        terminal.send(as_bytes(PRINT))
        terminal.wait_for("Đã xuất xong", ".pdf")
        terminal.send(KEYS["Esc"])
        terminal.wait_for("Lập báo cáo")
        terminal.send(QUIT)
        assert terminal.status() == 0
    (printed,) = (folder / "exports" / "2019-2020").glob("*.pdf")
    assert printed.read_bytes().startswith(b"%PDF")
    assert "_nhap-2019" in printed.name
    told = run(folder, "tables", "--json")
    assert told.returncode == 0
    tables = json.loads(told.stdout)
    for table, rows in EXAMPLE["expected"].items():
        for row, columns in rows.items():
            for column, figure in columns.items():
                assert tables[table][row][column] == figure, (table, row, column)
    assert json.loads(run(folder, "check", "--json").stdout) == []


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tui.cli", "--data", str(folder), "--today", TODAY, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def test_twenty_messy_children_typed_in_one_write_are_these_twenty(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    (tmp_path / "home").mkdir()
    with nhomtre(folder, demo=False) as terminal:
        terminal.wait_for("Chào mừng", " Menu")
        for piece in pieces("".join(BEFORE_CHILDREN)):
            terminal.send(piece)
            terminal.rest(0.15)
        terminal.send(as_bytes("3⏎‹insert›" + "".join(child.keys for child in CHILDREN)))
        terminal.wait_for(f"({len(CHILDREN)})", "Hồ sơ mới: gõ để thêm")
        assert terminal.leave() == 0
    stored = content_of(folder).records("children").values()
    assert [child["name"] for child in stored] == [child.name for child in CHILDREN]
    for child, record in zip(CHILDREN, stored, strict=True):
        assert {key: record.get(key) for key in child.wanted} == child.wanted
