"""Asking for a workbook: one to take records from, one to be filled."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from exports.official.official_file import plan_fill
from forms.model.text import shorten
from tui.desk.kinds.wait_page import Reading
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.jobs.intake.importing import offer_of
from tui.jobs.open_report import Work
from tui.texts.records import fill_words, intake_words

MOST_NAME = 40


def ask_workbook(host: Host[Work]) -> None:
    """Ask for a workbook, then show the records that it offers."""
    _ask(host, intake_words.ASK_WORKBOOK, partial(_intake, host))


def ask_template(host: Host[Work]) -> None:
    """Ask for the official file, then show what would become of it."""
    _ask(host, fill_words.ASK_TEMPLATE, partial(_fill, host))


def _ask(host: Host[Work], question: str, read: Callable[[Path], None]) -> None:
    def answer(name: str) -> None:
        if name:
            read(Path(os.path.expanduser(name.strip("'\" "))))  # noqa: PTH111 - "~nobody" stays as it is

    host.ask(question, answer)


def _intake(host: Host[Work], path: Path) -> None:
    title = intake_words.INTAKE_TITLE.format(name=shorten(path.name, MOST_NAME))
    Reading(
        host,
        title,
        lambda watch: offer_of(path, watch=watch),
        lambda offer: host.open(PageName.INTAKE, title, offer),
    ).begin()


def _fill(host: Host[Work], path: Path) -> None:
    title, content = fill_words.FILL_TITLE.format(name=shorten(path.name, MOST_NAME)), host.work.content
    Reading(
        host,
        title,
        lambda watch: plan_fill(path, content, watch=watch),
        lambda plan: host.open(PageName.FILL_PLAN, path, plan),
    ).begin()
