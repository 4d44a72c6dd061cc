"""The list of issues, and the list of what blocks sending; Enter goes to the place of one."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from forms.dossier.place_names import exists
from forms.model.issue import Issue, Severity
from tui.desk.frame import ROLES
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host, Message, sentence_of, words_of
from tui.desk.shown_report import ShownReport
from tui.jobs.revisions.errors_left import errors_left
from tui.texts import issue_words
from tui.texts.help.keys import ASKING, ROW_MARK, Action

WORD, MARKED = 10, 2
"""Cells of the word for an issue, and of the mark before it."""


class Subject(NamedTuple):
    """What a list of issues is about: which they are, its title, the word for one, what is said when there are none."""

    issues: Callable[[ShownReport], Sequence[Issue]]
    title: Callable[[Sequence[Issue]], str]
    word: Callable[[Issue], str]
    none_left: str


class IssuesPage(ListPage[ShownReport]):
    """Issues; Enter goes to the place of one."""

    steady = True
    actions = (*ListPage.actions, Action.TAKE)

    def __init__(self, host: Host[ShownReport], about: Subject) -> None:
        super().__init__(host)
        self._about = about

    @property
    def issues(self) -> Sequence[Issue]:
        """The issues shown."""
        return self.once("issues", None, lambda: self._about.issues(self.work))

    def title(self) -> str:
        return self._about.title(self.issues)

    def columns(self) -> Sequence[Column]:
        word = WORD if self.work.asked is None else WORD + MARKED
        return (Column((), word), Column((), max(self.host.width - word - 1, 20)))

    def look(self) -> object:
        return tuple(self.work.asked or ())

    def moves(self) -> Sequence[tuple[str, str]]:
        return super().moves() if self.work.asked is None else (*super().moves(), ASKING)

    def count(self) -> int:
        return len(self.issues)

    def cell(self, row: int, col: int) -> Cell:
        """The word for it, then the message."""
        issue = self.issues[row]
        text = self._about.word(issue) if col == 0 else sentence_of(issue)
        if col == 0 and self.work.asked is not None:
            text = f"{ROW_MARK if issue.place in self.work.asked else ' '} {text}"
        return Cell(text, role=ROLES[issue.severity])

    def own_key(self, name: str, char: str | None) -> bool:
        """The space bar: the facility is to be asked about the issue, in its words; or not any more."""
        asked = self.work.asked
        if char != " " or asked is None or not self.count():
            return False
        issue = self.issues[self.cursor.row]
        if issue.place in asked:
            del asked[issue.place]
            self.host.say(issue_words.NOT_ASKED)
        elif exists(issue.place, self.work.content):
            asked[issue.place] = words_of(issue)
            self.host.say(issue_words.ASKED.format(count=len(asked)))
            self.cursor.step(1)
        else:
            self.host.say(issue_words.NOT_ASKABLE)
        return True

    def issues_here(self) -> Sequence[Issue]:
        return self.issues[self.cursor.row : self.cursor.row + 1]

    def open(self, row: int) -> None:
        """Go to the place of the issue."""
        self.host.go_to_issue(self.issues[row])

    def hint(self) -> str:
        return issue_words.ISSUES_HELP

    def explain(self) -> str:
        if not self.count():
            return self._about.none_left
        return issue_words.ISSUES_HELP if self.work.asked is None else issue_words.ISSUES_ASKING

    def messages(self) -> list[Message]:
        if not self.count():
            return []
        issue = self.issues[self.cursor.row]
        return [(issue.severity, sentence_of(issue))]


def every_issue(host: Host[ShownReport]) -> IssuesPage:
    """The remarks of the office, then all that the check found."""
    return IssuesPage(
        host, Subject(lambda report: report.to_do, _counts, _severity_word, issue_words.NO_ISSUES)
    )


def _counts(issues: Sequence[Issue]) -> str:
    counts = Counter(issue.severity for issue in issues)
    title = issue_words.ISSUES_TITLE.format(errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING])
    for severity, words in (
        (Severity.REMARK, issue_words.AND_REMARKS),
        (Severity.COMPLAINT, issue_words.AND_COMPLAINTS),
    ):
        if counts[severity]:
            title += words.format(count=counts[severity])
    return title


def _severity_word(issue: Issue) -> str:
    return issue_words.SEVERITY[issue.severity]


def missing(host: Host[ShownReport]) -> IssuesPage:
    """What blocks sending: mandatory fields that are empty, and errors (letter 849 §3.3, «file thiếu thông tin»)."""
    return IssuesPage(host, Subject(_errors, _gaps, _gap_word, issue_words.NOTHING_MISSING))


def _errors(report: ShownReport) -> Sequence[Issue]:
    return [issue for issue in report.issues if issue.severity is Severity.ERROR]


def _gaps(issues: Sequence[Issue]) -> str:
    if not issues:
        return issue_words.NO_ERRORS
    return issue_words.MISSING_TITLE.format(errors=errors_left(issues).upper())


def _gap_word(issue: Issue) -> str:
    return issue_words.MISSING_WORD if issue.is_missing else _severity_word(issue)
