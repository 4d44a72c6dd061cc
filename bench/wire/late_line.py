"""The app at the end of a line on which everything comes a fifth of a second late: what is typed ahead all arrives."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.results import Result
from tests.pty.driver import KEYS, TODAY, Terminal

EACH_WAY = 0.1
"""Seconds."""
NAMES = [f"Nguyễn Thị Mẫu {number}" for number in range(40)]


class LateLine(Terminal):
    """A terminal far away."""

    def _pass_on(self, size: int) -> None:
        time.sleep(EACH_WAY)

    def send(self, data: bytes | str) -> None:
        """Every byte at once, later."""
        time.sleep(EACH_WAY)
        super().send(data)


def typing_ahead(folder: Path) -> Iterator[Result]:
    """Children entered without a look at the screen, in one write each and in one write together."""
    for what, joined in (("one by one", False), ("in one write", True)):
        options = ["-m", "tui.cli", "--data", str(folder / f"late {what}"), "--demo", "--today", TODAY]
        rows = [name.encode() + b"\r" + KEYS["Down"] + KEYS["Home"] for name in NAMES]
        with LateLine(
            [sys.executable, *options, "--at", "children"], home=folder, env={"SSH_TTY": "/dev/pts/0"}
        ) as terminal:
            terminal.wait_for(" Menu")
            for keys in [KEYS["Insert"] + b"".join(rows)] if joined else [KEYS["Insert"], *rows]:
                terminal.send(keys)
            terminal.leave()
        export = [sys.executable, *options, "export", "json", "-o", "-"]
        package = json.loads(subprocess.run(export, check=True, capture_output=True).stdout)
        stored = [child.get("name") for child in package["children"]][-len(NAMES) :]
        lost = sum(a != b for a, b in zip(stored, NAMES, strict=True))
        yield Result(f"names typed ahead {what} that are lost at 200 ms", lost, 0, f"{len(NAMES)} typed")


CASES = (typing_ahead,)
