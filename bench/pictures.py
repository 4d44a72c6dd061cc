"""The pictures of the README and of the guide, and the guide on paper: ``python -m bench.pictures`` (resvg-py, poppler, Noto Sans Mono).

All are made of the training copy by its own screens and its own print.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from bench.guide import GUIDE, guide_on_paper
from bench.shown_screens import SCREENS, Go
from tui.jobs.workspace import DatedFolder, training_workspace
from tui.terminal import capabilities

capabilities.prepare_environment()

import resvg_py  # noqa: E402

from tui.desk.desk import Desk  # noqa: E402
from tui.desk.page_names import PageName  # noqa: E402
from tui.jobs.background import Job  # noqa: E402
from tui.jobs.open_report import OpenReport, open_session  # noqa: E402
from tui.terminal.app import NhomtreApp  # noqa: E402

DOCS = Path(__file__).parents[1] / "docs"
FONT = "Noto Sans Mono"
WIDEST = 1000
NOW = datetime(2019, 9, 19, 14, 5, tzinfo=timezone(timedelta(hours=7)))
HIGHER = 3
COLOURS = 16
"""Of a picture: a screen has fewer."""


class AtOnce:
    """The terminal side of a desk whose work is done before the next key."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def quit(self) -> None:
        """Nobody leaves."""

    def start(self, job: Job[Any]) -> None:
        """Carry it out."""
        job.carry_out(self._desk.carry_out)


async def screen(folder: Path, go: Go) -> str:
    """What stands on the screen then, as SVG; it is always the same time of day."""
    DatedFolder._now = staticmethod(lambda: NOW)  # type: ignore[method-assign]
    workspace = training_workspace(folder, None, None)
    workspace.make_training_copy(again=True)
    session, notices = open_session(workspace)
    app = NhomtreApp(OpenReport(workspace, session, notices), capabilities.looks())
    app.desk.terminal = AtOnce(app.desk)
    app.desk.begin(app.desk.work, PageName.HOME)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        go(app.desk)
        app.desk.said = ""
        app.grid.repaint()
        await pilot.pause()
        svg = app.export_screenshot(title="nhomtre", simplify=True)
    session.close()
    return svg


def _taller(found: re.Match[str]) -> str:
    return f'y="{float(found[1]) - HIGHER:g}" width="{found[2]}" height="{24.65 + HIGHER:g}"'


def picture(svg: str, path: Path) -> None:
    """The SVG as PNG, in a font that has every Vietnamese letter and is installed."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL).replace("Fira Code", FONT)
    # capitals with two marks stand higher than a line: no clipping, and taller backgrounds
    svg = re.sub(r' clip-path="[^"]*"', "", svg)
    svg = re.sub(r'y="([\d.]+)" width="([\d.]+)" height="24.65"', _taller, svg)
    drawn = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=WIDEST, skip_system_fonts=False))
    path.parent.mkdir(exist_ok=True)
    Image.open(BytesIO(drawn)).convert("RGB").quantize(COLOURS).save(path, optimize=True)


def printed(folder: Path) -> None:
    """The first page of the print."""
    pdf = folder / "print.pdf"
    command = [
        sys.executable,
        "-m",
        "tui.cli",
        "--data",
        str(folder / "data"),
        "--demo",
        "--reset",
        "export",
        "pdf",
    ]
    subprocess.run([*command, "-o", str(pdf)], check=True, capture_output=True)
    page = [
        "pdftoppm",
        "-png",
        "-singlefile",
        "-f",
        "1",
        "-l",
        "1",
        "-scale-to-x",
        str(WIDEST),
        "-scale-to-y",
        "-1",
    ]
    subprocess.run([*page, str(pdf), str(DOCS / "print")], check=True)


def main() -> None:
    """Make them all, then the guide that shows them."""
    for title, go in SCREENS.items():
        with tempfile.TemporaryDirectory() as name:
            picture(asyncio.run(screen(Path(name), go)), DOCS / f"{title}.png")
    with tempfile.TemporaryDirectory() as name:
        printed(Path(name))
    GUIDE.with_suffix(".pdf").write_bytes(guide_on_paper(GUIDE))


if __name__ == "__main__":
    main()
