"""The office's desk on as many files as really arrive, in a terminal."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.builders import example_package
from tests.pty.driver import QUIT, TODAY, Terminal

pytestmark = pytest.mark.slow

COUNTS = (1, 60, 300) if os.environ.get("NHOMTRE_FULL") == "1" else (1, 60)


@pytest.mark.long
@pytest.mark.parametrize("count", COUNTS)
def test_the_desk_opens_on_what_arrived(tmp_path: Path, count: int) -> None:
    folder = tmp_path / "den"
    folder.mkdir()
    for number in range(count):
        package = example_package()
        package["facility"] |= {"code": f"797{number:05}", "name": f"Nhóm Mẫu {number}"}
        (folder / f"{number:03}.json").write_text(json.dumps(package), "utf-8")
    command = [sys.executable, "-m", "tui.cli", "--office", str(folder), "--today", TODAY]
    with Terminal(command, home=tmp_path / "home") as terminal:
        terminal.wait_for(f"{count} cơ sở", " Menu")
        terminal.send(QUIT)
        assert terminal.status() == 0
    assert not (folder / "nhomtre.log").exists()
