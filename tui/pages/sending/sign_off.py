"""Signing off: what is about to be sent, explanations of the warnings that are left, then the owner's name."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from forms.dossier.campaign import receiver_of
from forms.dossier.content import Content, Path
from forms.dossier.mentions.person_facts import UNKNOWN, PersonFacts
from forms.dossier.place_names import (
    title_of,
)
from forms.dossier.sent_revisions import sent
from forms.model.errors import NhomtreError, Refused, StorageError
from forms.model.issue import Issue, Severity, blocking
from forms.model.place import Place
from forms.model.text import format_number
from forms.package.answers import open_answer
from forms.report.differences import differences, place_of_edit
from forms.report.overrides import overrides
from forms.report.report import explanation_path
from forms.report.submission import is_name
from forms.report.totals import totals
from tui.desk.canvas import Role
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.grid_page import GridPage
from tui.desk.kinds.wait_page import WaitWords, wait_for
from tui.desk.page import Deed, Host, Message
from tui.desk.page_names import PageName
from tui.jobs.open_report import OpenReport
from tui.jobs.revisions.errors_left import errors_left
from tui.jobs.revisions.leaving import known_before, places_left_out
from tui.jobs.revisions.sending import Ready, doubt_in_words, prepare
from tui.texts import desk_words
from tui.texts.help.keys import BY_ACTION, Action
from tui.texts.revisions import leaving_words, reply_words, sending_words

NUMBER, LEAST = 5, 20
WORDS = 1
"""The column of the explanations."""
FIRST_CHANGES = 5
"""So many changes are shown here, the others on the page of the differences."""


def next_sending(host: Host[OpenReport]) -> None:
    """What comes next of sending: the office's words while some are open or it has the report, else signing off."""
    work = host.work
    host.open(PageName.REPLIES if work.content.is_frozen or work.remarks else PageName.SIGN_OFF)


def sign_off(host: Host[OpenReport]) -> "SignOffPage | None":
    """The page of the next sending; the list of what blocks it when something does."""
    errors = blocking(host.work.issues)
    if errors:
        host.open(PageName.MISSING)
        host.say(sending_words.SEND_BLOCKED.format(errors=errors_left(errors)))
        return None
    if host.work.remarks:
        host.say(
            sending_words.REMARKS_STILL_OPEN.format(
                count=len(host.work.remarks), receiver=receiver_of(host.work.content)
            )
        )
    return SignOffPage(host)


class _Line(NamedTuple):
    """A row: what it says, then the figure, the values or the explanation beside it; *leads* where Enter goes."""

    text: str
    beside: str = ""
    path: Path | None = None
    leads: Callable[[], None] | None = None
    role: Role = Role.TEXT
    sign: str = ""
    issue: Issue | None = None


class SignOffPage(GridPage[OpenReport]):
    """What is about to be sent: totals, changes, the office's remarks, the warnings with their explanations, what leaves."""

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
        explained = (row for row, line in enumerate(self.lines) if line.path is not None)
        self.cursor.row = next(explained, 0)

    @property
    def lines(self) -> Sequence[_Line]:
        """The rows."""
        return self.once("lines", None, self._lines)

    def _lines(self) -> list[_Line]:
        return [
            *self._totals(),
            *self._overrides(),
            *self._changes(),
            *self._remarks(),
            *self._warnings(),
            *self._leaving(),
            self._sending(),
        ]

    def _totals(self) -> Iterator[_Line]:
        yield _Line(sending_words.TOTALS, role=Role.HEADING)
        for total in totals(self.work.figures, self.work.previous):
            now, before = (
                sending_words.TOTAL_UNKNOWN if number is None else format_number(number)
                for number in (total.now, total.before)
            )
            sentence = sending_words.TOTAL_BESIDE_LAST_YEAR if self.work.previous else sending_words.TOTAL_NOW
            yield _Line(total.title, sentence.format(now=now, before=before))

    def _overrides(self) -> Iterator[_Line]:
        content = self.work.content
        typed_over = list(overrides(content))
        if typed_over:
            yield _Line(sending_words.OVERRIDES.format(count=len(typed_over)), role=Role.HEADING)
        for over in typed_over:
            numbers = sending_words.OVERRIDE.format(
                typed=format_number(over.typed), derived=format_number(over.derived)
            )
            place = Place(over.table.id, over.row.key, over.column.key)
            yield _Line(
                title_of(place, content),
                "; ".join(filter(None, (numbers, over.reason))),
                leads=partial(self.host.open, place),
            )

    def _changes(self) -> Iterator[_Line]:
        number = self.work.content.last_sent
        if not number:
            return
        all_of_them = partial(self.host.open, PageName.DIFFERENCES)
        if self._last is None:
            yield _Line(sending_words.CHANGES_UNKNOWN.format(number=number), role=Role.HEADING)
            return
        # explanations stand below, beside their warnings
        changes = [
            change
            for change in differences(self._last, self.work.content)
            if change.edit.path[0] != "explanations"
        ]
        heading = sending_words.CHANGES.format(number=number, count=len(changes))
        yield _Line(heading, role=Role.HEADING)
        for change in changes[:FIRST_CHANGES]:
            old, new = (text or sending_words.NOTHING for text in (change.old, change.new))
            place = place_of_edit(change.edit, self.work.content.form)
            beside = sending_words.CHANGE.format(old=old, new=new)
            yield _Line(change.label, beside, leads=partial(self.host.open, place))
        if left := len(changes[FIRST_CHANGES:]):
            text = sending_words.CHANGES_LEFT.format(count=left)
            yield _Line(text, sending_words.OPEN_TO_SEE_ALL, leads=all_of_them)

    def _remarks(self) -> Iterator[_Line]:
        content = self.work.content
        answer = open_answer(content)
        if answer is None or not answer.remarks:
            return
        done = sum(remark.done for remark in answer.remarks)
        heading = sending_words.REMARKS.format(
            done=done, count=len(answer.remarks), receiver=receiver_of(content)
        )
        yield _Line(heading, role=Role.HEADING)
        for remark in answer.remarks:
            tick = reply_words.REMARK_DONE if remark.done else reply_words.REMARK_OPEN
            yield _Line(
                title_of(remark.place, content),
                remark.text,
                leads=partial(self.host.open, remark.place),
                role=Role.TEXT if remark.done else Role.NOTICE,
                sign=f"{tick} ",
            )

    def _warnings(self) -> Iterator[_Line]:
        warnings = [issue for issue in self.work.issues if issue.severity is Severity.WARNING]
        if not warnings:
            return
        heading = sending_words.WARNINGS.format(count=len(warnings))
        yield _Line(heading, sending_words.EXPLAIN_BESIDE, role=Role.HEADING)
        for issue in warnings:
            path = explanation_path(issue)
            words = self.work.content.value(path) or ""
            yield _Line(issue.sentence, words, path, role=Role.WARNING, sign="? ", issue=issue)

    def _leaving(self) -> Iterator[_Line]:
        """What goes to the office: figures, and no words that tell who somebody is."""
        content = self.work.content
        if content.is_empty:
            return
        yield _Line(
            leaving_words.OFFICE_PACKAGE.format(receiver=receiver_of(content)),
            leaving_words.FIGURES_ONLY,
            role=Role.HEADING,
        )
        for place in places_left_out(content, self.work.figures, lambda: self._known_before):
            leads = partial(self.host.open, place)
            title = title_of(place, content)
            yield _Line(title, leaving_words.WORDS_WITH_NAMES, leads=leads, role=Role.NOTICE)

    @cached_property
    def _known_before(self) -> PersonFacts:
        work = self.work
        try:
            return known_before(work.workspace, work.content, work.session.head)
        except StorageError:  # told where it is sent
            return UNKNOWN

    def _sending(self) -> _Line:
        words = desk_words.DEED_ROW.format(what=BY_ACTION[Action.SEND].short)
        return _Line(words, sending_words.SEND_BESIDE, leads=partial(self.host.act, Action.SEND))

    def issues_here(self) -> Sequence[Issue]:
        issue = self.lines[self.cursor.row].issue
        return (issue,) if issue else ()

    def title(self) -> str:
        return sending_words.SIGN_OFF_TITLE.format(number=self.work.content.revision)

    def columns(self) -> Sequence[Column]:
        """What it is, then its figure, its values or its explanation."""
        half = max((self.host.width - 2) // 2, LEAST)
        return (
            Column((sending_words.SIGN_OFF_WHAT,), half, frozen=True),
            Column((sending_words.SIGN_OFF_WORDS,), max(self.host.width - half, LEAST)),
        )

    def count(self) -> int:
        return len(self.lines)

    def can_stop(self, row: int) -> bool:
        """Headings lead nowhere and tell nothing more."""
        return self.lines[row].role is not Role.HEADING

    def cell(self, row: int, col: int) -> Cell:
        line = self.lines[row]
        return Cell(line.beside) if col == WORDS else Cell(line.text, line.sign, line.role)

    def can_type(self, row: int, col: int) -> bool:
        """The explanations."""
        return self.path(row, col) is not None and self.work.can_edit()

    def path(self, row: int, col: int) -> Path | None:
        return self.lines[row].path if col == WORDS else None

    def commit(self, row: int, col: int, text: str) -> None:
        """Keep an explanation."""
        path = self.path(row, col)
        assert path is not None
        self.work.put(path, text or None)

    def why_not(self, row: int, col: int) -> str:
        """Warnings are explained, in the column beside them."""
        return str(self.work.refusal() or sending_words.SIGN_OFF_HELP)

    def open(self, row: int, col: int) -> bool:
        """Enter leads to the place of a change or of a remark."""
        leads = self.lines[row].leads
        if leads is not None:
            leads()
        return leads is not None

    def at_the_end(self) -> None:
        """After the last explanation comes the sending."""
        if self.work.can_edit():
            self.go(self.count() - 1)
        else:
            super().at_the_end()

    def row_heading(self, row: int) -> str:
        """Which warning, all of it stands in the message; else what the row is."""
        line = self.lines[row]
        if line.path is None:
            return line.text
        first = next(place for place, other in enumerate(self.lines) if other.path is not None)
        return sending_words.WARNING_NUMBER.format(number=row - first + 1)

    def explain(self) -> str:
        """What comes next."""
        if not any(line.path for line in self.lines):
            return sending_words.SIGN_OFF_READY.format(number=self.work.content.revision)
        return sending_words.SIGN_OFF_HELP

    def messages(self) -> list[Message]:
        """The whole line: it may be long."""
        line = self.lines[self.cursor.row]
        if line.path is not None:
            return [(Severity.WARNING, line.text)]
        return [(None, sending_words.LINE.format(text=line.text, beside=line.beside))]

    def deeds(self) -> Mapping[Action, Deed]:
        return {**super().deeds(), Action.SEND: self._ask_name}

    def _ask_name(self) -> None:
        """Ask for the name, then send."""
        work = self.work
        if refusal := work.refusal():
            raise refusal
        errors = blocking(work.issues)
        if errors:
            raise Refused(sending_words.SEND_BLOCKED.format(errors=errors_left(errors)))
        question = sending_words.ASK_SENDER.format(number=work.content.revision)
        if self._last is not None and not differences(self._last, work.content):
            question = sending_words.ASK_SENDER_SAME
        self.host.ask(question, self._confirm, in_words=True)

    @cached_property
    def _last(self) -> Content | None:
        """The last revision; None when there is none, or it cannot be read."""
        content = self.work.content
        try:
            return self.work.workspace.revision(content.year, content.last_sent)
        except NhomtreError:
            return None

    def _confirm(self, by: str, known: str = "") -> None:
        """Send, confirmed by *by*; a doubtful name that is not the *known* one is asked about once more."""
        if not is_name(by):
            self.host.say(sending_words.SEND_NO_NAME)
            return
        doubt = doubt_in_words(by, self.work.content)
        if doubt and by != known:
            self.host.ask(
                sending_words.ASK_NAME_AGAIN, lambda again: self._confirm(again, by), by, in_words=True
            )
            self.host.say(doubt)
            return
        make_revision(self.host, by)


def make_revision(host: Host[OpenReport], by: str) -> None:
    """Make the next revision, confirmed by *by*; it is sent when its files are there and the dossier is the same."""
    content, number = host.work.content, host.work.content.revision
    words = WaitWords(
        sending_words.SIGN_OFF_TITLE.format(number=number),
        sending_words.SEND_STARTED.format(number=number, receiver=receiver_of(content)),
        sending_words.SEND_WAIT,
        sending_words.SEND_STOPPED,
    )
    workspace, head = host.work.workspace, host.work.session.head
    wait_for(host, words, lambda job: prepare(workspace, content, by, head), partial(_send, host, content))


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
