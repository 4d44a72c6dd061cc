"""The pictures of the README, made from the training copy: ``python -m bench.pictures`` (resvg-py, poppler, Noto Sans Mono)."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tui.jobs.workspace import training_workspace
from tui.pages import registry
from tui.terminal import capabilities

capabilities.prepare_environment()

import resvg_py  # noqa: E402

from tui.desk.page_names import PageName  # noqa: E402
from tui.jobs.open_report import OpenReport, open_session  # noqa: E402
from tui.terminal.app import NhomtreApp  # noqa: E402

DOCS = Path(__file__).parents[1] / "docs"
FONT = "Noto Sans Mono"
WIDEST = 1000
HIGHER = 3
SCREENS: dict[str, tuple[str, tuple[tuple[str, str | None], ...]]] = {
    "home": ("", (("down", None),) * 6),
    "table": (
        "T4.196:TU_THUC.permanent",
        (("1", "1"), ("down", None), ("2", "2"), ("f2", None)),
    ),
}
"""Name → the place to open, the keys to press there."""


async def screen(folder: Path, place: str, keys: tuple[tuple[str, str | None], ...]) -> str:
    """The screen after the keys, as SVG."""
    workspace = training_workspace(folder, None, None)
    workspace.make_training_copy(again=True)
    session, notices = open_session(workspace)
    app = NhomtreApp(OpenReport(workspace, session, notices), capabilities.looks())
    app.desk.begin(app.desk.work, PageName.HOME)
    if place:
        registry.go(app.desk, place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in keys:
            app.desk.key(*key)
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
    path.write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=WIDEST, skip_system_fonts=False)))


def printed(folder: Path) -> None:
    """The first page of the print."""
    pdf = folder / "print.pdf"
    command = [sys.executable, "-m", "tui.cli", "--data", str(folder), "--demo", "--reset", "export", "pdf"]
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
    """Make them all."""
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for title, (place, keys) in SCREENS.items():
            picture(asyncio.run(screen(folder, place, keys)), DOCS / f"{title}.png")
        printed(folder)


if __name__ == "__main__":
    main()
