"""The one widget fills the terminal in the terminal's own colours, and no style sheet is read for that."""

from __future__ import annotations

import asyncio

import pytest
from textual.color import Color
from textual.geometry import Region

from tui.desk.page_names import PageName
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.workspace import Workspace
from tui.terminal import capabilities
from tui.terminal.app import NhomtreApp

OWN = Color.parse("ansi_default")


@pytest.mark.slow
def test_it_fills_the_terminal_without_a_style_sheet(training: Workspace) -> None:
    session, notices = open_session(training)
    app = NhomtreApp(OpenReport(training, session, notices), capabilities.looks())
    app.desk.begin(app.desk.work, PageName.HOME)

    async def main() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            assert not app.stylesheet.source
            for size in ((80, 24), (100, 30)):
                await pilot.resize_terminal(*size)
                assert app.grid.region == app.screen.region == Region(0, 0, *size)
            for node in (app, app.screen, app.grid):
                assert (node.styles.background, node.styles.color) == (OWN, OWN)
            assert (app.screen.styles.overflow_x, app.screen.styles.overflow_y) == ("hidden", "hidden")
            assert app.screen.layout.name == "vertical"

    with session:
        asyncio.run(main())
