"""Sending a report: the revision is made whole in memory, then kept whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, NamedTuple

from forms.dossier.campaign import Receiver, receiver_of
from forms.dossier.content import Content, Edit, Path, apply
from forms.dossier.mentions.person_facts import UNKNOWN, PersonFacts
from forms.dossier.sent_revisions import Sent, all_sent, sent
from forms.model.errors import Refused, StorageError
from forms.model.issue import Severity
from forms.model.text import clean, format_moment
from forms.package.parts import MAX_TEXT
from forms.package.withheld.nameless_report import nameless
from forms.package.withheld.office_package import write_for_office
from forms.report.report import Report, explanation_path
from forms.report.submission import (
    NameDoubt,
    can_send,
    doubt_about,
    head_of,
    is_clock_back,
    is_name,
    sending,
    with_files,
)
from tui.jobs.current_report import compared_report, report_of
from tui.jobs.exporting import OutputFile, export_name, form_book, form_print, package
from tui.jobs.revisions.errors_left import errors_left
from tui.jobs.revisions.leaving import known_before, leaving_sentences
from tui.jobs.workspace import Notice, Workspace
from tui.texts import command_line_words
from tui.texts.revisions import sending_words

if TYPE_CHECKING:
    from exports.output.progress import (
        Progress,
    )
    from forms.store.chain.head_file import Head


class Blocked(Refused):
    """The report cannot be sent: errors are left; *report* has them."""

    def __init__(self, report: Report) -> None:
        super().__init__(sending_words.SEND_BLOCKED.format(errors=errors_left(report.issues)))
        self.report = report


class NothingToExplain(Refused):
    """Words were given for a rule that no warning has; *report* has the warnings."""

    def __init__(self, report: Report, rule: str) -> None:
        super().__init__(sending_words.NO_SUCH_WARNING.format(rule=clean(rule)))
        self.report = report


class Ready(NamedTuple):
    """A revision made and not sent yet: its report, the edits that send it, its files (name → bytes), what is worth saying, what leaves."""

    report: Report
    edits: tuple[Edit, ...]
    files: dict[str, bytes]
    notices: list[str]
    leaving: list[str]


def prepare(
    workspace: Workspace,
    content: Content,
    by: str,
    head: Head,
    explained: Sequence[Edit] = (),
    progress: Progress | None = None,
    *,
    with_records: bool = False,
) -> Ready:
    """The next revision of *content*, to which *head* led, confirmed by *by*, with the explanations *explained*. Changes nothing.

    Its package holds figures, the records only *with_records*; what is kept here of the revision is whole.

    Raises Blocked with the report, Refused, StorageError.
    """
    if not can_send(content):
        raise Refused(sending_words.SEND_WRONG_STATE.format(state=content.form.states[content.state].title))
    by = clean(by)
    if not is_name(by):
        raise Refused(sending_words.SEND_NO_NAME)
    if max(map(len, (by, *(edit.new or "" for edit in explained)))) > MAX_TEXT:
        raise Refused(sending_words.SEND_TOO_LONG.format(most=MAX_TEXT))
    content = apply(content, explained)
    report = report_of(workspace, content)
    if report.has_errors:
        raise Blocked(report)
    at = workspace.now()
    edits = sending(content, report.figures, by, at, str(head))
    notices: list[str] = []
    final = compared_report(workspace, apply(content, edits), notices.append)
    if is_clock_back(content, at):
        last = all_sent(content)[-1]
        notices.append(sending_words.CLOCK_BACK.format(number=last.number, at=format_moment(last.at)))
    if final.previous is not None and not final.changes:
        notices.append(sending_words.NOTHING_CHANGED.format(number=content.last_sent))
    past = _known_before(workspace, content, head, notices.append)
    own_package = package(final) if with_records else _package_for_office(final, past)
    on_paper = final if with_records else nameless(final, past)
    files = dict((form_print(on_paper, progress), form_book(on_paper, progress), own_package))
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    leaving = list(leaving_sentences(final, lambda: past, with_records=with_records))
    return Ready(final, (*explained, *with_files(content, edits, hashes)), files, notices, leaving)


def _known_before(workspace: Workspace, content: Content, head: Head, notice: Notice) -> PersonFacts:
    """What a history that can be read tells; else *notice* is told, and what is known now must do."""
    try:
        return known_before(workspace, content, head)
    except StorageError as error:
        notice(str(error))
        return UNKNOWN


def _package_for_office(report: Report, past: PersonFacts) -> OutputFile:
    """Figures, while the records stay here."""
    name = export_name(report, command_line_words.FILE_OFFICE_PACKAGE, "json")
    return OutputFile(name, write_for_office(report, past).encode())


def doubt_in_words(by: str, content: Content) -> str:
    """Why the name *by* is asked about once more before *content* is sent; '' when it is not."""
    match doubt_about(clean(by), content):
        case NameDoubt.ONE_WORD:
            return sending_words.NAME_OF_ONE_WORD.format(name=clean(by))
        case NameDoubt.NOT_THE_HEAD:
            return sending_words.NAME_NOT_OF_THE_HEAD.format(head=head_of(content))
        case None:
            return ""


class SentReport(NamedTuple):
    """What was sent: the revision, the folder of its files, how many of its warnings have no explanation, to whom."""

    revision: Sent
    folder: FilePath
    unexplained: int
    receiver: Receiver


class Explanation(NamedTuple):
    """Words for every warning of a rule."""

    rule: str
    words: str


def send(
    workspace: Workspace,
    by: str,
    explanations: Sequence[Explanation],
    notice: Notice,
    progress: Progress | None = None,
    *,
    with_records: bool = False,
) -> SentReport:
    """Send the report of the dossier as the next revision. *with_records* and errors as in ``prepare``; nothing is sent then."""
    with workspace.open(write=True, notice=notice) as session:
        content = session.dossier.content
        explained = _explained(report_of(workspace, content), explanations) if explanations else []
        ready = prepare(workspace, content, by, session.head, explained, progress, with_records=with_records)
        for sentence in filter(None, (doubt_in_words(by, content), *ready.notices, *ready.leaving)):
            notice(sentence)
        known = len(session.notices)
        folder = session.send(ready.edits, ready.files)
        for sentence in session.notices[known:]:
            notice(sentence)
        content = session.dossier.content
    last = sent(content, content.last_sent)
    assert last is not None
    unexplained = sum(not explanation for _, explanation in ready.report.warnings)
    return SentReport(last, folder, unexplained, receiver_of(content))


def _explained(report: Report, given: Iterable[Explanation]) -> list[Edit]:
    """The edits that keep explanations (rule id, words), each for every warning of its rule. Raises NothingToExplain."""
    edits: dict[Path, Edit] = {}
    for rule, words in given:
        paths = [
            explanation_path(issue)
            for issue in report.issues
            if issue.rule == rule and issue.severity is Severity.WARNING
        ]
        if not paths:
            raise NothingToExplain(report, rule)
        # said twice, the last word counts
        edits |= {path: Edit(path, report.content.value(path), clean(words) or None) for path in paths}
    return list(edits.values())
