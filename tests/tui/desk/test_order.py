"""What work in a thread tells comes after the keys that were pressed before it."""

from __future__ import annotations

import asyncio

import pytest
from textual import events

from tui.desk.page_names import PageName
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.workspace import Workspace
from tui.terminal import capabilities
from tui.terminal.app import NhomtreApp

KEYS = 50


@pytest.mark.slow
def test_an_enter_pressed_before_a_file_was_read_is_not_for_the_page_of_what_was_read(
    training: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, notices = open_session(training)
    app = NhomtreApp(OpenReport(training, session, notices), capabilities.looks())
    app.desk.begin(app.desk.work, PageName.HOME)
    seen: list[str] = []

    async def main() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            monkeypatch.setattr(app.desk, "key", lambda name, _char: seen.append(name))
            for _ in range(KEYS):
                app.post_message(events.Key("enter", "\r"))
            app._tell(lambda: seen.append("told"))
            app.post_message(events.Key("down", None))
            await pilot.pause()

    with session:
        asyncio.run(main())
    assert seen == ["enter"] * KEYS + ["told", "down"]


@pytest.mark.slow
def test_no_rest_begins_once_the_app_has_ended(training: Workspace) -> None:
    session, notices = open_session(training)
    app = NhomtreApp(OpenReport(training, session, notices), capabilities.looks())
    app.desk.begin(app.desk.work, PageName.HOME)

    async def main() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            app.post_message(events.Key("down", None))
            await pilot.pause()
            assert app._rest is not None
            assert not app._rest.cancelled()
        assert app._rest.cancelled()

    with session:
        asyncio.run(main())
