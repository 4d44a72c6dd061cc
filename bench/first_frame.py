"""The bare app or nhomtre with instruments, in a terminal: ``OPTIONS bare`` or ``OPTIONS nhomtre ARGUMENTS``.

``--until-frame`` ends when the first frame stands; ``--cost FILE`` then writes the seconds of processor time so far; ``--modules FILE`` then writes the names of all loaded
modules; ``--ticks FILE`` exports once and writes the longest time in which the loop did nothing else.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

# Textual and what is ours are imported by the program named, in its own order: how that is done is measured, too.

TICK = 0.002


def end_at_frame(cost: Path | None) -> Callable[[Any], None]:
    """A handler that ends when the first frame stands."""

    def end(app: Any) -> None:
        if hasattr(app, "go_on"):  # it begins to check what it shows
            app.go_on = gc.freeze  # as it ends: else the end of the process looks through everything
        app.call_after_refresh(leave, app)

    def leave(app: App[Any]) -> None:
        if cost:
            cost.write_text(str(time.process_time()))
        app.exit()

    return end


def tick_while_exporting(out: Path) -> Any:
    """A handler that starts an export and notes the longest pause between two ticks."""
    import asyncio

    from tui.texts.help.keys import Action

    async def ticking(app: Any) -> None:
        for _ in range(100):  # the start is over
            await asyncio.sleep(TICK)
        app.desk.act(Action.PRINT)
        longest, last = 0.0, time.perf_counter()
        while app._jobs:
            await asyncio.sleep(TICK)
            now = time.perf_counter()
            longest, last = max(longest, now - last - TICK), now
        out.write_text(str(longest * 1e3))
        app.exit()

    def start(app: Any) -> None:
        app._ticking = asyncio.get_running_loop().create_task(ticking(app))

    return start


def bare(on_ready: Callable[[Any], None]) -> Callable[[], object]:
    """The bare app, imported as anybody would."""
    from bench.bare import Bare

    Bare.on_ready = on_ready  # type: ignore[attr-defined]
    return partial(Bare().run, mouse=False)


def nhomtre(arguments: list[str], on_ready: Callable[[Any], None]) -> Callable[[], object]:
    """The program as it is installed: what it sets and clears away before it imports Textual counts."""
    import tui.cli.__main__  # noqa: F401
    from tui.cli.desks import lean_imports as spared
    from tui.cli.main import main as command

    whole = spared.lean_imports

    @contextmanager
    def with_instruments() -> Iterator[None]:
        with whole():
            yield
            from textual.app import App

            App.on_ready = on_ready  # type: ignore[attr-defined]

    spared.lean_imports = with_instruments
    return partial(command, arguments)


def main(arguments: list[str]) -> None:
    """Run the program named."""
    files: dict[str, Path] = {}
    while arguments[0].startswith("--"):
        option = arguments.pop(0)
        if option != "--until-frame":
            files[option] = Path(arguments.pop(0))
    ticks = files.get("--ticks")
    on_ready = tick_while_exporting(ticks) if ticks else end_at_frame(files.get("--cost"))
    run = bare(on_ready) if arguments.pop(0) == "bare" else nhomtre(arguments, on_ready)
    run()
    if modules := files.get("--modules"):
        modules.write_text("\n".join(sys.modules))


if __name__ == "__main__":
    main(sys.argv[1:])
