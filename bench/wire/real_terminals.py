"""What real terminals show after random keys, and after Ctrl+L, which paints all of it: ``python -m bench.wire.real_terminals [ROUNDS]``.

pyte is one reading of the sequences; these are others. The terminals of ``bench.terminal_pictures`` that are installed are
compared as pictures, tmux as cells with their looks and the place of the cursor. Exit status 1 when something differs; somebody has to look
then: pterm draws a letter of a scaled font a dot further right now and then.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.terminal_pictures import PATIENCE, PLACE, ROOT, TERMINALS, Window, comes_true, display
from tests.tui.terminal.lean.seen import Eye

KEYS = (
    *("Up", "Down", "Down", "Left", "Right", "Page_Down", "Page_Up", "Home", "End", "Tab", "Return"),
    *("F1", "F9", "F10", "Escape", "Escape", "1", "2", "7", "n", "a", "BackSpace", "ctrl+z"),
)
"""As X calls them."""
IN_TMUX = {
    "Page_Down": "PageDown",
    "Page_Up": "PageUp",
    "Return": "Enter",
    "BackSpace": "BSpace",
    "ctrl+z": "C-z",
    "ctrl+l": "C-l",
}
"""The same as tmux calls them, where it has other names."""
EACH = 4
"""Keys of a round."""

Press = Callable[[str], object]
Look = Callable[[], object]


def differences(press: Press, look: Look, rounds: int) -> list[str]:
    """The keys of the rounds after which Ctrl+L changed the picture."""
    rng = random.Random(rounds)
    found = []
    for _ in range(rounds):
        keys = rng.choices(KEYS, k=EACH)
        for key in keys:
            press(key)
            if key == "Escape":
                time.sleep(0.3)  # together with the next one it would be another key
        before = look()
        press("ctrl+l")
        if look() != before:
            found.append(" ".join(keys))
    return found


@contextmanager
def in_window(terminal: str) -> Iterator[tuple[Press, Look]]:
    """The program in a window of *terminal*."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    with display() as (name, _), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        window = Window(terminal, "black", Path(folder), environment | {"DISPLAY": name})
        try:
            assert comes_true(window.holder, PATIENCE), terminal
            window.focus()
            window.picture()

            def look() -> object:
                # covered and shown again, it is painted from its cells: pterm shifts what it paints in pieces by a dot
                window.tool(
                    "xdotool", "search", "--onlyvisible", "--class", terminal, "windowunmap", "windowmap"
                )
                window.focus()
                return window.picture()

            yield window.press, look
        finally:
            window.process.kill()
            window.process.wait()


@contextmanager
def in_tmux(term: str) -> Iterator[tuple[Press, Look]]:
    """The program in a pane of tmux that calls itself *term*."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:

        def tmux(*arguments: str) -> bytes:
            command = ["tmux", "-S", f"{folder}/socket", "-f", "/dev/null", *arguments]
            environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": folder, "TERM": "xterm"}
            return subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment).stdout

        def shown() -> str:
            lines = tmux("capture-pane", "-peN").decode()
            x, y = tmux("display", "-p", "#{cursor_x};#{cursor_y}").decode().split(";")
            return f"{lines}\x1b[{int(y) + 1};{int(x) + 1}H"

        def look() -> object:
            before, now = "", shown()
            while now != before:
                time.sleep(0.2)
                before, now = now, shown()
            # of an erased cell and of a blank it says different things
            return Eye(80, 25).fed(now.replace("\n", "\r\n"))

        program = [
            sys.executable,
            "-m",
            "tui.cli",
            "--data",
            f"{folder}/data",
            "--demo",
            "--today",
            "2019-09-19",
        ]
        tmux("new-session", "-d", "-x", "80", "-y", "24", "env", f"TERM={term}", *program, "--at", PLACE)
        try:
            assert comes_true(lambda: "Menu" in shown(), PATIENCE)
            yield lambda key: tmux("send-keys", IN_TMUX.get(key, key)), look
        finally:
            tmux("kill-server")


def main(rounds: int) -> int:
    """Look at all that are here."""
    ways = {name: in_window(name) for name in TERMINALS if shutil.which(name)}
    if shutil.which("tmux"):
        ways |= {f"tmux as {term}": in_tmux(term) for term in ("tmux-256color", "screen", "vt100")}
    all_alike = True
    for name, way in ways.items():
        with way as (press, look):
            found = differences(press, look, rounds)
        all_alike = all_alike and not found
        verdict = "; ".join(found) or "alike"
        print(f"{name}: {rounds} rounds of {EACH} random keys, then Ctrl+L: {verdict}", flush=True)
    return 0 if all_alike else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 25))
