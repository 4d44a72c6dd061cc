"""The desk in lines: reads one, carries it out, tells what that has brought."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from forms.package.writer import write
from tui.desk.desk import Desk
from tui.desk.kinds.grid_page import GridPage
from tui.desk.kinds.list_page import ListPage
from tui.desk.page_names import PageName
from tui.jobs.background import Job
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.sessions.exit_status import ExitStatus
from tui.jobs.sessions.sharing import News, Sharing
from tui.jobs.workspace import Workspace
from tui.pages import registry
from tui.terminal.linear.orders import answer_of, name_of, obey, order_of
from tui.terminal.linear.question_walk import QuestionWalk
from tui.terminal.linear.speech import Speech
from tui.texts.help.keys import BY_ACTION
from tui.texts.sessions import linear_words

WIDTH, HEIGHT = 240, 24
"""Of the screen that nobody sees: what is told is cut at no edge."""
LONGEST_LINE = 4096
"""Characters."""

Read = Callable[[], str | None]
"""The next line without its end; None when no more comes."""
Write = Callable[[Iterable[str]], None]
"""Takes lines."""


class LinearDesk:
    """One session: the terminal side of the desk, without a terminal."""

    def __init__(self, work: OpenReport) -> None:
        self.desk = Desk(work, self, registry.page_of, WIDTH, HEIGHT, companion_of=registry.companion_of)
        self.has_ended = False
        self.walk = QuestionWalk(self.desk)
        self.speech = Speech(self.desk)

    def quit(self) -> None:
        """No more lines are read."""
        self.has_ended = True

    def start(self, job: Job[Any]) -> None:
        """Carry *job* out now: nobody types meanwhile."""
        job.carry_out(self.desk.carry_out)

    def take(self, line: str) -> Iterable[str]:
        """Carry a line out; what it has brought."""
        desk = self.desk
        order = order_of(line)
        if len(line) > LONGEST_LINE:
            desk.said = linear_words.LINE_TOO_LONG
        elif order is None:
            self._answer(answer_of(line))
        elif order in linear_words.READ:
            return self.speech.whole_page()
        elif order in linear_words.AGAIN:
            return self.speech.again()
        elif order in linear_words.HELP_NAMES:
            return [*self._help(), *self.speech.again()]
        elif order in linear_words.GO_ON:
            desk.said = ""
            self.walk.begin()
        elif order in linear_words.EMPTY and desk.question:
            desk.type_anew()
        elif not obey(desk, order):
            desk.said = linear_words.UNKNOWN.format(name=order)
        return self.speech.news()

    def _help(self) -> list[str]:
        deeds = [
            linear_words.DEED.format(name=name_of(action).replace("+", " "), what=BY_ACTION[action].long)
            for action in self.desk.page.doable()
        ]
        return [line.format(deeds=", ".join(deeds)) for line in linear_words.HELP]

    def _answer(self, text: str) -> None:
        """Type a line in the place of what was proposed or looked for, Enter behind it; without letters go on to the next question, or open the row of a list."""
        desk, page = self.desk, self.desk.page
        is_cell = isinstance(page, GridPage) and not desk.question
        if not text and is_cell and self.walk.is_here and not desk.waits_for_enter:
            desk.said = ""
            self.walk.next()
            return
        if text and not desk.question and isinstance(page, ListPage) and not page.takes(text):
            desk.said = page.hint()  # no Enter behind what leads nowhere
            return
        if text:
            desk.type_anew()
        for char in text:
            desk.key("space" if char == " " else char, char)
        desk.key("enter", None)
        if text and is_cell and desk.page is page:
            self.walk.after_answer()


def run(workspace: Workspace, place: str | None, read: Read, write_lines: Write) -> int:
    """Answer lines until they end or it is left; the exit status. Raises NhomtreError when nothing can be opened."""
    is_new = workspace.year not in workspace.store.years()
    session, notices = open_session(workspace)
    work = OpenReport(workspace, session, notices)
    linear = LinearDesk(work)
    desk, sharing = linear.desk, Sharing(work, write)
    desk.share(sharing)
    try:
        desk.begin(work, PageName.FIRST_START if is_new else PageName.HOME)
        write_lines((linear_words.WELCOME, *notices))
        if place and not is_new:
            registry.go(desk, place)
        elif not is_new:
            linear.walk.begin()
        desk.drafts.offer()
        write_lines(linear.speech.news())
        while not linear.has_ended and (line := read()) is not None:
            if desk.look() is News.TIME_UP:
                write_lines([sharing.farewell])
                return ExitStatus.GAVE_WAY
            write_lines(linear.take(line))
        return 0
    finally:
        desk.drafts.note()
        desk.drafts.save()
        sharing.withdraw()
        workspace.close(work.session)
