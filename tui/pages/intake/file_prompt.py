"""Asking for a workbook: one to take records from, one to be filled."""

from __future__ import annotations

import os
from pathlib import Path

from forms.model.text import shorten
from tui import texts
from tui.desk.keys import Action
from tui.desk.page import Host


def ask(host: Host, action: Action) -> None:
    """Ask for the name of a file, then show what it offers, or what would become of it."""

    def read(name: str) -> None:
        if not name:
            return
        path = Path(os.path.expanduser(name.strip("'\" ")))  # noqa: PTH111 - "~nobody" stays as it is
        if action is Action.IMPORT:
            _intake(host, path)
        else:
            _fill(host, path)

    host.ask(texts.ASK_WORKBOOK if action is Action.IMPORT else texts.ASK_TEMPLATE, read)


def _intake(host: Host, path: Path) -> None:
    from tui.desk.waiting import Reading
    from tui.jobs.importing import offer_of
    from tui.pages.intake.intake_preview import IntakePage

    title = texts.INTAKE_TITLE.format(name=shorten(path.name, 40))
    Reading(
        host, title, lambda watch: offer_of(path, watch=watch), lambda offer: IntakePage(host, title, offer)
    ).begin()


def _fill(host: Host, path: Path) -> None:
    from exports.official.official_file import plan_fill
    from tui.desk.waiting import Reading
    from tui.pages.intake.fill_preview import FillPage

    title, content = texts.FILL_TITLE.format(name=shorten(path.name, 40)), host.work.content
    Reading(
        host,
        title,
        lambda watch: plan_fill(path, content, watch=watch),
        lambda plan: FillPage(host, path, plan),
    ).begin()
