"""Asking for a workbook: one to take records from, one to be filled."""

from __future__ import annotations

import os
from pathlib import Path

from forms.errors import NhomtreError
from forms.text import shorten
from tui import texts
from tui.keys import Action
from tui.pages.base import Host, Page


def ask(host: Host, action: Action) -> None:
    """Ask for the name of a file, then show what it offers, or what would become of it."""
    if action is Action.IMPORT and not host.work.writable:
        host.say(texts.READ_ONLY)
        return

    def read(name: str) -> None:
        if not name:
            return
        path = Path(os.path.expanduser(name.strip("'\" ")))  # noqa: PTH111 - "~nobody" stays as it is
        try:
            page = _intake(host, path) if action is Action.IMPORT else _fill(host, path)
        except NhomtreError as error:
            host.say(str(error))
        else:
            host.push(page)

    host.ask(texts.ASK_WORKBOOK if action is Action.IMPORT else texts.ASK_TEMPLATE, read)


def _intake(host: Host, path: Path) -> Page:
    from tui.importing import offer_of
    from tui.pages.intake import IntakePage

    return IntakePage(host, texts.INTAKE_TITLE.format(name=shorten(path.name, 40)), offer_of(path))


def _fill(host: Host, path: Path) -> Page:
    from exports.official import plan_fill
    from tui.pages.filling import FillPage

    return FillPage(host, path, plan_fill(path, host.work.content))
