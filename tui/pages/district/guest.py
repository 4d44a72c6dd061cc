"""One facility's report on the office's desk: its records and tables to look at, and the answer to it."""

from __future__ import annotations

from functools import partial

from exports.district.arrivals import Arrival
from forms.model.errors import NhomtreError
from forms.package.answers import Answer
from forms.sets.mn2019.catalogues import Item
from forms.sets.mn2019.states import ANSWERS
from tui import texts
from tui.desk.desk import Desk
from tui.desk.keys import Action
from tui.desk.page import Host
from tui.jobs.office import GuestWork, SumWork, give, guest_of
from tui.pages.home.steps import Steps, StepsPage
from tui.pages.records.choices import ChoicePage
from tui.pages.sending.answer_entry import AskAnswer

GUEST_MOVES = ("approve", "reject")


class GuestHome(StepsPage):
    """One facility's report: its records and tables to look at, and the answer to it."""

    actions = (Action.HELP, Action.NEXT_ISSUE, Action.MENU, Action.BACK)

    def title(self) -> str:
        """Bàn của phòng."""
        return texts.OFFICE_TITLE

    def stamp(self) -> object:
        """The answers that were given."""
        assert isinstance(self.work, GuestWork | SumWork)
        return self.work.answers.stamp()

    def add_steps(self, steps: Steps) -> None:
        """What came: records and tables of a package, tables of a workbook; then the answer."""
        work = self.work
        assert isinstance(work, GuestWork | SumWork) and work.arrival is not None
        steps.heading(texts.GUEST_REPORT)
        if isinstance(work, GuestWork):
            self.add_records(steps)
        self.add_tables(steps)
        self.add_check(steps)
        steps.heading(texts.OFFICE_TITLE.capitalize())
        steps.add(
            texts.GUEST_ANSWER,
            texts.GUEST_ANSWER_WHAT,
            work.answers.state_of(work.arrival),
            texts.GUEST_ANSWER_HELP,
            partial(_ask_answer, self.host, work.arrival),
        )


def _ask_answer(host: Host, arrival: Arrival) -> None:
    content, folder = host.work.content, host.work.workspace.folder

    def done(answer: Answer) -> None:
        path = give(folder, arrival, answer)
        host.say(texts.GUEST_ANSWERED.format(move=answer.move.title, path=path.relative_to(folder)))

    def choose(item: Item) -> None:
        move = ANSWERS[GUEST_MOVES[int(item.code) - 1]]
        AskAnswer(host, content, move, arrival.revision, done).ask_day()

    items = [Item(str(n), ANSWERS[name].title, {}) for n, name in enumerate(GUEST_MOVES, 1)]
    host.push(ChoicePage(host, texts.GUEST_ANSWER.upper(), items, choose))


def open_arrival(host: Host, arrival: Arrival) -> None:
    """Go into the report of a facility."""
    desk = host
    assert isinstance(desk, Desk)
    try:
        work = guest_of(host.work.workspace, arrival)
    except NhomtreError as error:
        host.say(texts.TURNED_NOT_OPENED.format(why=error))
        return
    desk.enter(work, GuestHome)
