"""The same screens drawn by other libraries for terminals, beside ours: bytes that each finds them to need.

urwid and prompt_toolkit stand in no other part of the project: ``pip install -e '.[bench]'`` brings them. As a program of its own
(``python -m bench.wire.peers NAME FILE``) it draws the screens of FILE with one of them, each whole, and writes ``MARK`` behind each.
"""

from __future__ import annotations

import importlib.util
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.results import Result
from bench.wire.against_curses import KEYS, TERM, lean_paints
from bench.wire.curses_replay import MARK, Screens, drawn_by
from bench.wire.sessions import Kind, recorded, training_folder
from tui.desk.canvas import Line
from tui.terminal.capabilities import looks

SESSIONS = 2
"""The peers are slow; every kind of key comes dozens of times in each."""
INSTALL = "is not installed: pip install -e '.[bench]'"


def beside_others(_folder: Path) -> Iterator[Result]:
    """Bytes of all screens, ours in parts of theirs."""
    with training_folder() as training:
        shots = [shot for seed in range(SESSIONS) for shot in recorded(training, seed, KEYS)]
    ours = lean_paints(shots, TERM)
    screens = [shot[1:] for shot in shots]
    for name in PEERS:
        if importlib.util.find_spec(name) is None:
            yield Result(f"bytes of all kinds of keys ÷ {name}", None, 1, f"{name} {INSTALL}")
            continue
        theirs = drawn_by([__name__, name], screens, TERM)
        for what, kinds in (("all kinds of keys", {*Kind}), *((f"a {kind}", {kind}) for kind in Kind)):
            picked = [number for number, shot in enumerate(shots) if shot.kind in kinds]
            a, b = sum(len(ours[number]) for number in picked), sum(len(theirs[number]) for number in picked)
            yield Result(f"bytes of {what} ÷ {name}", a / b, 1, f"{a} ÷ {b}, {len(picked)} screens")


def _with_urwid(screens: Screens) -> None:
    import urwid

    names = {"": "default", "reverse": "standout", "underline": "underline"}
    display = urwid.display.raw.Screen()
    display.register_palette([(style, names[style], "default") for style in names])
    styles = looks().styles

    def canvas(line: Line) -> urwid.Canvas:
        markup = [(styles[role], text) for text, role in line if text]
        return urwid.Text(markup, wrap="clip").render((80,))

    with display.start(alternate_buffer=True):
        for lines, (column, row) in screens:
            whole = urwid.CanvasCombine([(canvas(line), None, y == row) for y, line in enumerate(lines)])
            whole = urwid.CompositeCanvas(whole)
            whole.cursor = (column, row)
            display.draw_screen((80, len(lines)), whole)
            display.flush()
            os.write(1, MARK)


def _with_prompt_toolkit(screens: Screens) -> None:
    from prompt_toolkit.application import Application
    from prompt_toolkit.application.current import set_app
    from prompt_toolkit.data_structures import Point
    from prompt_toolkit.layout import FormattedTextControl, Layout, Window

    styles = looks().styles
    now: list[int] = [0]

    def text() -> Any:
        parts = []
        for line in screens[now[0]][0]:
            parts += [(styles[role], text) for text, role in line] + [("", "\n")]
        return parts[:-1]

    def cursor() -> Point:
        return Point(*screens[now[0]][1])

    control = FormattedTextControl(text, show_cursor=True, focusable=True, get_cursor_position=cursor)
    app: Application[None] = Application(Layout(Window(control)), full_screen=True)
    with set_app(app):
        for now[0] in range(len(screens)):
            app.render_counter += 1  # what it remembers of the screen before is forgotten
            app.renderer.render(app, app.layout)
            app.output.flush()
            os.write(1, MARK)
        app.renderer.reset()


PEERS: dict[str, Callable[[Screens], None]] = {"urwid": _with_urwid, "prompt_toolkit": _with_prompt_toolkit}

CASES = (beside_others,)

if __name__ == "__main__":
    PEERS[sys.argv[1]](pickle.loads(Path(sys.argv[2]).read_bytes()))
