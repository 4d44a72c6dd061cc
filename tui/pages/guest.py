"""One facility's report on the office's desk: its records and tables to look at, and the answer to it."""

from __future__ import annotations

from functools import partial

from exports.arrivals import Arrival
from forms.answers import Answer
from forms.catalogues import Item
from forms.errors import NhomtreError
from forms.states import ANSWERS
from tui import texts
from tui.desk import Desk
from tui.keys import Action
from tui.office import GuestWork, SumWork, give, guest_of
from tui.pages.answering import AskAnswer
from tui.pages.base import Host
from tui.pages.choices import ChoicePage
from tui.pages.home import HomePage, Step

GUEST_MOVES = ("approve", "reject")


class GuestHome(HomePage):
    """One facility's report: its records and tables to look at, and the answer to it."""

    actions = (Action.HELP, Action.NEXT_ISSUE, Action.MENU, Action.BACK)

    def title(self) -> str:
        """Bàn của phòng."""
        return texts.OFFICE_TITLE

    def stamp(self) -> object:
        """The answers that were given."""
        assert isinstance(self.work, GuestWork | SumWork)
        return self.work.answers.stamp()

    def _steps(self) -> list[Step]:
        work = self.work
        assert isinstance(work, GuestWork | SumWork) and work.arrival is not None
        kept: list[Step] = []
        number = 0
        for step in super()._steps():
            if step.title in _NOT_FOR_GUESTS or (isinstance(work, SumWork) and not _is_of_figures(step)):
                continue
            number += bool(step.number)
            kept.append(step._replace(number=number if step.number else 0))
        kept.append(
            Step(
                texts.GUEST_ANSWER,
                number + 1,
                texts.GUEST_ANSWER_WHAT,
                work.answers.state_of(work.arrival),
                texts.GUEST_ANSWER_HELP,
                partial(_ask_answer, self.host, work.arrival),
            )
        )
        return kept


_NOT_FOR_GUESTS = (texts.ROLL_STEP, texts.TAKE_TITLE, texts.PRINT_TITLE, texts.EXCEL_TITLE, texts.SEND_STEP)


def _is_of_figures(step: Step) -> bool:
    return not step.number or step.title == texts.CHECK_TITLE or step.title.startswith(texts.TABLE[:4])


def _ask_answer(host: Host, arrival: Arrival) -> None:
    content, folder = host.work.content, host.work.workspace.folder

    def done(answer: Answer) -> None:
        try:
            path = give(folder, arrival, answer)
        except NhomtreError as error:
            host.say(str(error))
            return
        host.say(texts.GUEST_ANSWERED.format(move=answer.move.title, path=path.relative_to(folder)))

    def choose(item: Item) -> str:
        move = ANSWERS[GUEST_MOVES[int(item.code) - 1]]
        AskAnswer(host, content, move, arrival.revision, done).ask_day()
        return ""

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
