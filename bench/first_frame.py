"""The bare app or nhomtre with instruments, in a terminal: ``OPTIONS bare`` or ``OPTIONS nhomtre ARGUMENTS``.

``--until-frame`` ends when the first frame stands; ``--modules FILE`` then writes the names of all loaded
modules; ``--ticks FILE`` exports once and writes the longest time in which the loop did nothing else.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from tui.terminal import capabilities

capabilities.prepare_environment()

with capabilities.without_tls():  # as the program does it
    import asyncio

    from textual.app import App

from tui.desk.keys import Action  # noqa: E402

TICK = 0.002


def end(app: App[Any]) -> None:
    """The first frame stands."""
    app.call_after_refresh(app.exit)


def tick_while_exporting(out: Path) -> Any:
    """A handler that starts an export and notes the longest pause between two ticks."""

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


def main(arguments: list[str]) -> None:
    """Run the program named."""
    modules: Path | None = None
    while arguments[0].startswith("--"):
        option = arguments.pop(0)
        if option == "--until-frame":
            App.on_ready = end  # type: ignore[attr-defined]
        elif option == "--modules":
            modules = Path(arguments.pop(0))
        else:
            App.on_ready = tick_while_exporting(Path(arguments.pop(0)))  # type: ignore[attr-defined]
    if arguments.pop(0) == "bare":
        from bench.bare import Bare

        Bare().run(mouse=False)
    else:
        import tui.cli.__main__  # noqa: F401  as installed: what it sets first counts
        from tui.cli.main import main as nhomtre

        nhomtre(arguments)
    if modules:
        modules.write_text("\n".join(sys.modules))


if __name__ == "__main__":
    main(sys.argv[1:])
