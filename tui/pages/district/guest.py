"""One facility's report on the office's desk: its records and tables to look at, and the answer to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from exports.district.answers_folder import AnswersFolder
from exports.district.arriving.arrivals import (
    Arrival,
)
from forms.dossier.campaign import receiver_of
from forms.model.code_list import Item
from forms.model.errors import NhomtreError
from forms.model.text import format_moment
from forms.package.answers import Answer
from forms.sets.form_set import FormSet
from forms.sets.workflow import Move
from tui.desk.kinds.report_steps import add_check, add_profile, add_records, add_tables
from tui.desk.kinds.steps_page import State, Steps, StepsPage
from tui.desk.page import Deed, Host
from tui.desk.page_names import PageName
from tui.desk.shown_report import ShownReport
from tui.jobs.district import approving
from tui.jobs.district.approving import is_open
from tui.jobs.district.office import SumReport, guest_of
from tui.texts import desk_words
from tui.texts.district import office_words
from tui.texts.help.keys import Action

GUEST_MOVES = ("approve", "reject")


def open_arrival(host: Host[SumReport], arrival: Arrival, answers: AnswersFolder) -> None:
    """Go into the report of a facility."""
    office = host.work
    try:
        work = guest_of(office.workspace, arrival, office.arrivals.letters)
    except NhomtreError as error:
        host.say(office_words.TURNED_NOT_OPENED.format(why=error))
        return
    work.last_used = office.last_used
    host.enter(work, PageName.GUEST, arrival, answers, office.arrivals.summands)


class GuestHome(StepsPage[ShownReport]):
    """What came: records and tables of a package, tables of a workbook; then the answer."""

    actions = (Action.HELP, Action.NEXT_ISSUE, Action.NEXT_REPORT, Action.MENU, Action.BACK)

    def __init__(
        self,
        host: Host[ShownReport],
        arrival: Arrival,
        answers: AnswersFolder,
        beside: Sequence[Arrival],
    ) -> None:
        self._arrival, self._answers = arrival, answers
        self._beside = beside
        """The reports among which the next one is looked for."""
        super().__init__(host)

    def deeds(self) -> Mapping[Action, Deed]:
        return {**super().deeds(), Action.NEXT_REPORT: self._next}

    @property
    def _left(self) -> list[Arrival]:
        """Those to be answered, from behind this one to it."""
        places = [place for place, one in enumerate(self._beside) if one.file == self._arrival.file]
        behind = places[0] + 1 if places else 0
        in_turn = [*self._beside[behind:], *self._beside[:behind]]
        standing = self._answers.standing
        return [one for one in in_turn if one.file != self._arrival.file and is_open(one, standing)]

    def _next(self) -> None:
        """Go on to the next report that is to be answered."""
        if left := self._left:
            self.host.back()
            self.host.open(PageName.ARRIVAL, left[0], self._answers)
        else:
            self.host.say(office_words.ALL_ANSWERED)

    def title(self) -> str:
        return office_words.OFFICE_TITLE.format(receiver=receiver_of(self.work.content))

    def stamp(self) -> object:
        """The answers that were given."""
        return self._answers.stamp()

    def add_steps(self, steps: Steps) -> None:
        host = self.host
        steps.heading(office_words.GUEST_REPORT)
        if self.work.has_records:
            add_records(steps, host)
        elif not self.work.is_sum:
            add_profile(steps, host)
            _add_counts(steps, host)
        add_tables(steps, host)
        add_check(steps, host)
        steps.heading(office_words.GUEST_ANSWER_HEADING.format(receiver=receiver_of(self.work.content)))
        if _moves(self.work.content.form):
            steps.add(
                office_words.GUEST_ANSWER,
                office_words.GUEST_ANSWER_WHAT,
                State(self._answers.title_of(self._arrival, office_words.STATE_UNTOLD), at_edge=True),
                office_words.GUEST_ANSWER_HELP,
                partial(_ask_answer, host, self._arrival, self._answers),
            )
        steps.add(
            office_words.GUEST_NEXT,
            office_words.GUEST_NEXT_WHAT.format(count=len(self._left)),
            State(),
            office_words.GUEST_NEXT_HELP,
            self._next,
        )


def _add_counts(steps: Steps, host: Host[ShownReport]) -> None:
    """How many records the facility has; they did not come."""
    counts = host.work.content.part("withheld")["records"]
    for record in host.work.content.form.lists:
        steps.add(
            record.title,
            record.counted.format(count=counts[record.place]),
            State(office_words.RECORDS_WITHHELD),
            office_words.GUEST_WITHOUT_RECORDS,
            partial(host.say, office_words.GUEST_WITHOUT_RECORDS),
        )


def _moves(form: FormSet) -> list[Move]:
    """The answers that the office gives to a report of *form*."""
    return [form.answers[name] for name in GUEST_MOVES if name in form.answers]


def _ask_answer(host: Host[ShownReport], arrival: Arrival, answers: AnswersFolder) -> None:
    content, folder = host.work.content, host.work.workspace.folder
    moves = _moves(content.form)

    def write(known: Answer | None, answer: Answer) -> None:
        def give() -> None:
            path = approving.give(host.work.workspace, answers, arrival, answer, content)
            host.say(
                office_words.GUEST_ANSWERED.format(move=answer.move.title, path=path.relative_to(folder))
            )

        standing = answers.to(arrival)
        if standing == known:
            give()
        else:  # somebody else has answered meanwhile
            ask_to_supersede(host, standing, answer.move, give)

    def take(item: Item) -> None:
        move, known = moves[int(item.code) - 1], answers.to(arrival)

        def fill() -> None:
            host.open(PageName.ANSWER_FORM, content, moves, move, arrival.revision, partial(write, known))

        ask_to_supersede(host, known, move, fill)

    items = [Item(str(number), move.title, {}) for number, move in enumerate(moves, 1)]
    host.choose(office_words.GUEST_ANSWER.upper(), items, take)


def ask_to_supersede(
    host: Host[ShownReport], standing: Answer | None, move: Move, go_on: Callable[[], None]
) -> None:
    """Go on at once where nothing was answered yet, else after a question; the answer before stays as a file."""
    if standing is None:
        go_on()
        return

    def answer(text: str) -> None:
        if text.casefold() in desk_words.YES_WORDS:
            go_on()
        else:
            host.say(office_words.ANSWER_STANDS.format(old=standing.move.title))

    day = format_moment(standing.at[:10])
    by = standing.by or office_words.SOME_OFFICE
    question = office_words.ASK_SUPERSEDE.format(old=standing.move.title, by=by, day=day, new=move.title)
    host.ask(question, answer)
