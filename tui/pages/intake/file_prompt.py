"""Asking for a file: a workbook to take records from, to be filled, to be compared; the letter."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from exports.official.official_file import plan_fill
from forms.dossier.content import Scope
from forms.model.errors import Refused
from forms.model.text import shorten
from forms.package.parts import PackageRefused
from tui.desk.kinds.file_choice import choose_file
from tui.desk.kinds.wait_page import WaitWords, wait_for
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.jobs.intake.importing import offer_of
from tui.jobs.intake.new_letter import plan_letter
from tui.jobs.official.kept_comparison import edits_keeping
from tui.jobs.official.system_file import SystemFile, read_system_file
from tui.jobs.open_report import OpenReport
from tui.texts import desk_words
from tui.texts.records import fill_words, intake_words, letter_words
from tui.texts.revisions import compare_words

MOST_NAME = 40


def ask_workbook(host: Host[OpenReport]) -> None:
    """Ask for a workbook, then show the records that it offers."""
    choose_file(host, intake_words.ASK_WORKBOOK, partial(_intake, host))


def ask_template(host: Host[OpenReport]) -> None:
    """Ask for the official file, then show what would become of it."""
    choose_file(host, fill_words.ASK_TEMPLATE, partial(_fill, host))


def ask_system_file(host: Host[OpenReport]) -> None:
    """Ask for a file of the national system, then show where it differs."""
    choose_file(host, compare_words.ASK_SYSTEM_FILE, partial(_compare, host))


def ask_letter(host: Host[OpenReport]) -> None:
    """Ask for the file of a letter, then show what it would change."""
    if refusal := host.work.refusal(Scope.BESIDE):
        raise refusal
    choose_file(host, letter_words.ASK_LETTER, partial(_letter, host))


def _intake(host: Host[OpenReport], path: Path) -> None:
    title = intake_words.INTAKE_TITLE.format(name=shorten(path.name, MOST_NAME))
    form, year = host.work.content.form, host.work.content.year
    wait_for(
        host,
        _words(title),
        lambda job: offer_of(path, form, year, watch=job.watch),
        lambda offer: host.open(PageName.INTAKE, title, offer),
    )


def _fill(host: Host[OpenReport], path: Path) -> None:
    title, content = fill_words.FILL_TITLE.format(name=shorten(path.name, MOST_NAME)), host.work.content
    wait_for(
        host,
        _words(title),
        lambda job: plan_fill(path, content, watch=job.watch),
        lambda plan: host.open(PageName.FILL_PLAN, path, plan),
    )


def _compare(host: Host[OpenReport], path: Path) -> None:
    form, year = host.work.content.form, host.work.content.year
    wait_for(
        host,
        _words(compare_words.READ_TITLE.format(name=shorten(path.name, MOST_NAME))),
        lambda job: read_system_file(path, form, year, watch=job.watch),
        partial(_compared, host),
    )


def _compared(host: Host[OpenReport], file: SystemFile) -> None:
    """What the file says of the system is kept first; it is shown all the same where nothing can be kept."""
    work = host.work
    edits = edits_keeping(file, work.content, work.workspace.now())
    if edits and work.writable:
        work.commit(edits)
    work.system_files.append(file)
    host.open(PageName.COMPARISON, file)


def _letter(host: Host[OpenReport], path: Path) -> None:
    try:
        plan = plan_letter(host.work.content, path)
    except PackageRefused as error:
        why = "; ".join(map(str, error.offences))
        raise Refused(letter_words.REFUSED_BECAUSE.format(why=why)) from None
    if plan.edits:
        host.open(PageName.LETTER_PREVIEW, plan)
    else:
        host.say(letter_words.SAME)


def _words(title: str) -> WaitWords:
    return WaitWords(title, desk_words.READING, desk_words.READING_HELP, desk_words.READING_STOPPED)
