"""Sending a report: the revision is made whole in memory, then kept whole or not at all."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from forms.dossier.content import Content, Edit, Path, apply
from forms.dossier.sent_revisions import all_sent, sent
from forms.model.errors import Refused
from forms.model.issue import Severity
from forms.model.text import clean, format_moment
from forms.package.parts import MAX_TEXT
from forms.report.report import Report, explanation_path
from forms.report.submission import blocking, can_send, is_clock_back, sending, with_files
from forms.sets.mn2019.states import STATES
from forms.store.store import Session
from tui import texts
from tui.cli.output import notices, say, show
from tui.jobs.exporting import EXPORTS, Progress, progress_of_terminal
from tui.jobs.workspace import Workspace

FILES = ("pdf", "xlsx", "json")
"""The files of a revision, by the names of their exports."""


class Blocked(Refused):
    """The report cannot be sent: errors are left; *report* has them."""

    def __init__(self, report: Report) -> None:
        errors = blocking(report.issues)
        missing = sum(issue.is_missing for issue in errors)
        super().__init__(texts.SEND_BLOCKED.format(missing=missing, wrong=len(errors) - missing))
        self.report = report


class Ready(NamedTuple):
    """A revision made and not sent yet: the edits that send it, its files (name → bytes), what is worth saying."""

    edits: tuple[Edit, ...]
    files: dict[str, bytes]
    notices: list[str]


def prepare(
    workspace: Workspace,
    content: Content,
    by: str,
    explained: Sequence[Edit] = (),
    progress: Progress | None = None,
) -> Ready:
    """The next revision of *content*, confirmed by *by*, with the explanations *explained*. Changes nothing.

    Raises Blocked with the report, Refused, StorageError.
    """
    if not can_send(content):
        raise Refused(texts.SEND_WRONG_STATE.format(state=STATES[content.state].title))
    by = clean(by)
    if not by:
        raise Refused(texts.SEND_NO_NAME)
    if max(map(len, (by, *(edit.new or "" for edit in explained)))) > MAX_TEXT:
        raise Refused(texts.SEND_TOO_LONG.format(most=MAX_TEXT))
    content = apply(content, explained)
    report = workspace.report(content)
    if report.is_draft:
        raise Blocked(report)
    at = workspace.now()
    edits = sending(content, report.figures, by, at)
    made, said = workspace.compared_report(apply(content, edits))
    if is_clock_back(content, at):
        last = all_sent(content)[-1]
        said.append(texts.CLOCK_BACK.format(number=last.number, at=format_moment(last.at)))
    if made.previous is not None and not made.changes:
        said.append(texts.NOTHING_CHANGED.format(number=content.last_sent))
    files = dict(output for kind in FILES for output in EXPORTS[kind](made, Namespace(), progress))
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return Ready((*explained, *with_files(content, edits, hashes)), files, said)


def send(workspace: Workspace, options: Namespace) -> int:
    """Send the report as the next revision; its folder to stdout."""
    with workspace.open(write=True) as session:
        notices(session.notices)
        content = session.dossier.content
        explained = _explained(workspace.report(content), options.explain or ())
        try:
            ready = prepare(workspace, content, options.by, explained, progress_of_terminal())
        except Blocked as error:
            for issue in blocking(error.report.issues):
                say(f"  {issue.sentence}")
            raise
        notices(ready.notices)
        known = len(session.notices)
        folder = session.send(ready.edits, ready.files)
        notices(session.notices[known:])
        content = session.dossier.content
    for line in told(session, content):
        say(line)
    left = sum(not explanation for _, explanation in workspace.report(content).warnings)
    if left:
        say(texts.UNEXPLAINED.format(count=left))
    show(str(folder))
    return 0


def told(session: Session, content: Content) -> list[str]:
    """What was sent, and what comes next."""
    last = sent(content, content.last_sent)
    assert last is not None
    return [
        texts.SENT_DONE.format(number=last.number, code=last.code),
        texts.SENT_FOLDER.format(folder=session.revisions.folder(last.number)),
        texts.SENT_NEXT,
    ]


def _explained(report: Report, given: Iterable[tuple[str, str]]) -> list[Edit]:
    """The edits that keep explanations (rule id, words), each for every warning of its rule. Raises Refused."""
    edits: dict[Path, Edit] = {}
    for rule, words in given:
        paths = [
            explanation_path(issue)
            for issue in report.issues
            if issue.rule == rule and issue.severity is Severity.WARNING
        ]
        if not paths:
            raise Refused(texts.NO_SUCH_WARNING.format(rule=clean(rule)))
        # said twice, the last word counts
        edits |= {path: Edit(path, report.content.value(path), clean(words) or None) for path in paths}
    return list(edits.values())
