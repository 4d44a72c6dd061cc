"""Screens drawn by ncurses in a pseudo terminal: the bytes that it finds each of them to need.

As a program of its own (``python -m bench.wire.curses_replay [1] FILE``) it draws the screens of FILE, each whole, and leaves it to
ncurses what of it has to be sent; behind each it writes ``MARK``.
"""

from __future__ import annotations

import os
import pickle
import pty
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tui.desk.canvas import Line, Role, width_of
from tui.terminal.capabilities import looks

MARK = b"\x1b]777;drawn\x07"
Screens = Sequence[tuple[Sequence[Line], tuple[int, int]]]


def paints(screens: Screens, term: str, *, moves_lines: bool) -> list[bytes]:
    """What ncurses writes for each of *screens*, the first one from an empty terminal; *moves_lines*: ``idlok``."""
    return drawn_by([__name__, "1" * moves_lines], screens, term)


def drawn_by(program: Sequence[str], screens: Screens, term: str) -> list[bytes]:
    """What a *program* (a module and its arguments, to which a file comes) writes for each of *screens*."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "screens"
        path.write_bytes(pickle.dumps([(tuple(lines), cursor) for lines, cursor in screens]))
        written = _output([sys.executable, "-m", *program, str(path)], term)
    parts = written.split(MARK)
    assert len(parts) == len(screens) + 1, written[-500:]
    return parts[:-1]


def _output(command: list[str], term: str) -> bytes:
    program, master = pty.fork()
    if program == 0:
        os.environ.update(TERM=term, LINES="24", COLUMNS="80", LC_ALL="C.UTF-8")
        os.execv(command[0], command)
    written = bytearray()
    with suppress(OSError):  # so Linux tells the end
        while data := os.read(master, 1 << 16):
            written += data
    os.close(master)
    assert os.waitpid(program, 0)[1] == 0, bytes(written[-2000:])
    return bytes(written)


def _draw(screens: Screens, *, moves_lines: bool) -> None:
    import curses

    names = {"reverse": curses.A_REVERSE, "underline": curses.A_UNDERLINE}
    styles = looks().styles
    attributes = {role: sum(names[name] for name in styles[role].split()) for role in Role}
    window = curses.initscr()
    curses.raw()
    curses.noecho()
    window.idlok(moves_lines)
    for lines, (column, row) in screens:
        for y, line in enumerate(lines):
            x = 0
            for text, role in line:
                with suppress(curses.error):  # no cell is left for the cursor behind the last one
                    window.addstr(y, x, text, attributes[role])
                x += width_of(text)
        window.move(row, column)
        window.refresh()
        os.write(1, MARK)
    curses.endwin()


if __name__ == "__main__":
    _draw(pickle.loads(Path(sys.argv[2]).read_bytes()), moves_lines=bool(sys.argv[1]))
