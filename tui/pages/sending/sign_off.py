"""Signing off: the warnings that are left, each with room for an explanation, then the owner's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from forms.dossier.content import Content, Path
from forms.dossier.sent_revisions import sent
from forms.model.errors import NhomtreError, Refused
from forms.model.issue import Issue, Severity
from forms.report.differences import differences
from forms.report.report import explanation_path
from forms.report.submission import blocking
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.keys import Action
from tui.desk.kinds.grid_page import GridPage
from tui.desk.kinds.wait_page import WaitWords, wait_for
from tui.desk.page import Deed, Host, Message
from tui.desk.page_names import PageName
from tui.jobs.open_report import OpenReport
from tui.jobs.revisions.sending import Ready, prepare
from tui.texts.revisions import sending_words

NUMBER, LEAST = 5, 20
WORDS = 1
"""The column of the explanations."""


def next_sending(host: Host[OpenReport]) -> None:
    """What comes next of sending: the office's words while some are open or it has the report, else signing off."""
    work = host.work
    host.open(PageName.REPLIES if work.content.is_frozen or work.remarks else PageName.SIGN_OFF)


def sign_off(host: Host[OpenReport]) -> SignOffPage | None:
    """The page of the next sending; the list of what blocks it when something does."""
    errors = blocking(host.work.issues)
    if errors:
        host.open(PageName.MISSING)
        host.say(_blocked(errors))
        return None
    if host.work.remarks:
        host.say(sending_words.REMARKS_STILL_OPEN.format(count=len(host.work.remarks)))
    return SignOffPage(host)


def _blocked(errors: Sequence[Issue]) -> str:
    missing = sum(issue.is_missing for issue in errors)
    return sending_words.SEND_BLOCKED.format(missing=missing, wrong=len(errors) - missing)


class SignOffPage(GridPage[OpenReport]):
    """The warnings and their explanations. F5 sends after the name was typed."""

    actions = (
        Action.HELP,
        Action.SEND,
        Action.DIFFERENCES,
        Action.REPLIES,
        Action.NEXT_ISSUE,
        Action.MENU,
        Action.BACK,
        Action.SAVE,
    )

    def __init__(self, host: Host[OpenReport]) -> None:
        super().__init__(host)
        self.cursor.col = WORDS

    @property
    def warnings(self) -> Sequence[Issue]:
        """What is left."""
        return self.once(
            "warnings", None, lambda: [i for i in self.work.issues if i.severity is Severity.WARNING]
        )

    def title(self) -> str:
        return sending_words.SIGN_OFF_TITLE.format(number=self.work.content.revision)

    def columns(self) -> Sequence[Column]:
        """The warning, then its explanation."""
        half = max((self.host.width - 2) // 2, LEAST)
        return (
            Column((sending_words.SIGN_OFF_WARNING,), half, frozen=True),
            Column((sending_words.SIGN_OFF_WORDS,), max(self.host.width - half, LEAST)),
        )

    def count(self) -> int:
        return len(self.warnings)

    def cell(self, row: int, col: int) -> Cell:
        """A warning, or what was said to it."""
        issue = self.warnings[row]
        if col == WORDS:
            return Cell(self.work.content.value(explanation_path(issue)) or "")
        return Cell(issue.sentence, "? ", Role.WARNING)

    def can_type(self, row: int, col: int) -> bool:
        """The explanations."""
        return col == WORDS and self.work.can_edit()

    def path(self, row: int, col: int) -> Path | None:
        return explanation_path(self.warnings[row]) if col == WORDS else None

    def commit(self, row: int, col: int, text: str) -> None:
        """Keep an explanation."""
        self.work.put(explanation_path(self.warnings[row]), text or None)

    def why_not(self, row: int, col: int) -> str:
        """Warnings are explained, in the column beside them."""
        return str(self.work.refusal() or sending_words.SIGN_OFF_HELP)

    def row_heading(self, row: int) -> str:
        """Which warning; all of it stands in the message."""
        return sending_words.WARNING_NUMBER.format(number=row + 1)

    def explain(self) -> str:
        """What comes next."""
        if not self.count():
            return sending_words.SIGN_OFF_READY.format(number=self.work.content.revision)
        return sending_words.SIGN_OFF_HELP

    def messages(self) -> list[Message]:
        return [(Severity.WARNING, self.warnings[self.cursor.row].sentence)] if self.count() else []

    def deeds(self) -> Mapping[Action, Deed]:
        return {**super().deeds(), Action.SEND: self._ask_name}

    def _ask_name(self) -> None:
        """Ask for the name, then send."""
        work = self.work
        if refusal := work.refusal():
            raise refusal
        errors = blocking(work.issues)
        if errors:
            raise Refused(_blocked(errors))
        question = sending_words.ASK_SENDER.format(number=work.content.revision)
        if self._is_same():
            question = sending_words.ASK_SENDER_SAME
        self.host.ask(question, self._send)

    def _is_same(self) -> bool:
        """Whether nothing differs from the last revision; one that cannot be read differs."""
        content = self.work.content
        try:
            last = self.work.workspace.revision(content.year, content.last_sent)
        except NhomtreError:
            return False
        return last is not None and not differences(last, content)

    def _send(self, by: str) -> None:
        if not by:
            self.host.say(sending_words.SEND_NO_NAME)
            return
        make_revision(self.host, by)


def make_revision(host: Host[OpenReport], by: str) -> None:
    """Make the next revision, confirmed by *by*; it is sent when its files are there and the dossier is the same."""
    content, number = host.work.content, host.work.content.revision
    words = WaitWords(
        sending_words.SIGN_OFF_TITLE.format(number=number),
        sending_words.SEND_STARTED.format(number=number),
        sending_words.SEND_WAIT,
        sending_words.SEND_STOPPED,
    )
    workspace = host.work.workspace
    wait_for(host, words, lambda job: prepare(workspace, content, by), partial(_send, host, content))


def _send(host: Host[OpenReport], content: Content, ready: Ready) -> None:
    """Send, and show what was sent."""
    work = host.work
    if work.content is not content:
        host.say(sending_words.SEND_CHANGED)
        return
    work.send(ready.edits, ready.files)
    last = sent(work.content, work.content.last_sent)
    assert last is not None
    folder = work.folder_of(last.number)
    said = sending_words.SENT_NOW.format(number=last.number, code=last.code, folder=folder)
    host.home()
    host.open(PageName.REPLIES)
    host.say(" ".join([*ready.notices, said]))
