"""Pictures of the training copy in the terminals installed here: ``python -m bench.terminal_pictures FOLDER``.

Needs Xvfb, xdotool, ImageMagick and any of the programs in ``TERMINALS``; each is started with 80×24 on black and on
white, without a window manager. For each, one sheet: a cell being typed, after F1, after F10, black left and white
right. What a picture cannot tell is printed: whether the end of the display ended the program in time and kept what was
being typed. The matrix in ``docs/terminals.md`` is written by whoever has looked at the sheets.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from forms.package.training import TRAINING_FOLDER, training_year
from forms.store.holding.holder import fields_at

ROOT = Path(__file__).parents[1]
FONT = "DejaVu Sans Mono"
PLACE = "T4.203:TU_THUC.permanent"
TERMINALS: dict[str, tuple[str, ...]] = {
    "xterm": ("-geometry", "80x24+0+0", "-fa", FONT, "-fs", "11", "-bg", "{back}", "-fg", "{fore}", "-e"),
    "urxvt": ("-geometry", "80x24+0+0", "-fn", f"xft:{FONT}:size=11", "-bg", "{back}", "-fg", "{fore}", "-e"),
    "pterm": (
        *("-geometry", "80x24+0+0", "-fn", f"client:{FONT} 11"),
        *("-bg", "{back}", "-fg", "{fore}", "-bfg", "{fore}", "-e"),
    ),
    "xfce4-terminal": (
        *("--disable-server", "--geometry=80x24+0+0", f"--font={FONT} 11"),
        *("--color-bg={back}", "--color-text={fore}", "-x"),
    ),
    "lxterminal": ("--no-remote", "--geometry=80x24", "-e"),
    "konsole": (
        *("--separate", "--nofork", "-p", "TerminalColumns=80", "-p", "TerminalRows=24"),
        *("-p", f"Font={FONT},11", "-p", "ColorScheme={scheme}", "-e"),
    ),
}
"""Program → its arguments; behind them stands what it is to run."""
COLOURS = {
    "black": {"back": "black", "fore": "white", "scheme": "WhiteOnBlack"},
    "white": {"back": "white", "fore": "black", "scheme": "BlackOnWhite"},
}
LXTERMINAL = "[general]\nfontname={font} 11\nbgcolor={back}\nfgcolor={fore}\n"
"""lxterminal takes its colours from a file only."""
SHOTS: dict[str, tuple[str, ...]] = {"typed": ("1", "2"), "f1": ("F1",), "f10": ("Escape", "F10")}
"""Picture → the keys pressed before it."""
PATIENCE = 30.0
MOST_SECONDS = 2.0


@contextlib.contextmanager
def display() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A screen that nobody sees."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1000x640x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as line:
            number = line.readline().strip()
        try:
            yield f":{number}", server
        finally:
            server.terminate()


class Window:
    """The program in a terminal on a display."""

    def __init__(self, terminal: str, colour: str, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self._environment = environment
        colours = COLOURS[colour]
        settings = folder / ".config/lxterminal/lxterminal.conf"
        settings.parent.mkdir(parents=True)
        settings.write_text(LXTERMINAL.format(font=FONT, **colours))
        program = [sys.executable, "-m", "tui.cli", "--data", str(folder), "--demo", "--today", "2019-09-19"]
        program += ["--at", PLACE]
        arguments = [part.format(**colours) for part in TERMINALS[terminal]]
        command = [shlex.join(program)] if terminal == "lxterminal" else program
        self.process = subprocess.Popen(
            [terminal, *arguments, *command],
            cwd=ROOT, env=environment | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def holder(self) -> int | None:
        """The process that writes the dossier."""
        fields = fields_at(self.folder / TRAINING_FOLDER / f".{training_year()}.holder")
        return int(fields["pid"]) if fields else None

    def tool(self, *command: str) -> bytes:
        """What a program for X says."""
        return subprocess.run(command, env=self._environment, check=True, capture_output=True).stdout

    def press(self, *keys: str) -> None:
        """Keys of the keyboard."""
        for key in keys:
            self.tool("xdotool", "key", key)

    def focus(self) -> None:
        """Keys go to the window, as the pointer says where there is no window manager."""
        self.tool("xdotool", "mousemove", "300", "200")

    def picture(self) -> bytes:
        """The screen as PNG, once it stands still."""
        before, now = b"", self._shot()
        while now != before:
            before, now = now, self._shot()
        return now

    def _shot(self) -> bytes:
        time.sleep(0.4)
        return self.tool("import", "-window", "root", "-define", "png:exclude-chunks=date,time", "png:-")

    def lose(self, desktop: subprocess.Popen[bytes]) -> str:
        """End the display, and with it the window of the terminal; what became of the program."""
        pid = self.holder()
        begin = time.monotonic()
        desktop.terminate()
        ended = comes_true(lambda: not Path(f"/proc/{pid}").exists(), MOST_SECONDS * 2)
        seconds = time.monotonic() - begin
        draft = (self.folder / TRAINING_FOLDER / f"{training_year()}.draft").exists()
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait()
        return (
            f"ended in {seconds:.1f} s, draft {'kept' if draft else 'MISSING'}"
            if ended
            else "asks first, or stays"
        )


def comes_true(what: Callable[[], object], seconds: float) -> bool:
    """Whether *what* holds within so long."""
    until = time.monotonic() + seconds
    while not what():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def show(terminal: str, colour: str, target: Path) -> tuple[list[Path], str]:
    """The pictures of one terminal on one background, and what became of the program when its display went."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    with display() as (name, desktop), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        window = Window(terminal, colour, Path(folder), environment | {"DISPLAY": name})
        try:
            if not comes_true(window.holder, PATIENCE):
                return [], "does not open"
            window.focus()
            window.picture()
            pictures = []
            for shot, keys in SHOTS.items():
                window.press(*keys)
                pictures.append(target / f"{terminal}-{colour}-{shot}.png")
                pictures[-1].write_bytes(window.picture())
            for key in ("Escape", "3"):  # together they would be Alt+3
                window.press(key)
                window.picture()
            return pictures, window.lose(desktop)
        finally:
            window.process.kill()
            window.process.wait()


def main(target: Path) -> None:
    """Make the sheets in *target*."""
    target.mkdir(parents=True, exist_ok=True)
    for terminal in TERMINALS:
        if shutil.which(terminal) is None:
            print(f"{terminal}: not installed")
            continue
        sides = []
        for colour in COLOURS:
            pictures, end = show(terminal, colour, target)
            print(f"{terminal} on {colour}: {end}", flush=True)
            sides.append(pictures)
        sheet = [str(picture) for both in zip(*sides, strict=False) for picture in both]
        if sheet:
            options = ["-tile", "2x", "-geometry", "+4+4"]
            subprocess.run(["montage", *sheet, *options, str(target / f"{terminal}.png")], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
