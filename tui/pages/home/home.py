"""The first page of a dossier: the steps of the letter, each with its state."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from forms.dossier.campaign import receiver_of
from forms.dossier.roster import SchoolYear
from forms.dossier.sent_revisions import sent
from forms.entry.record_edits import is_untouched
from forms.model.errors import Refused
from forms.model.issue import Repair, Severity, blocking
from forms.model.text import format_moment
from forms.package.answers import open_answer
from forms.report.marks import marks
from forms.report.portal.portal_lines import lines_left, portal_lines
from forms.store.year_paths import YearPaths
from tui.desk.kinds.report_steps import add_check, add_records, add_tables
from tui.desk.kinds.steps_page import NOT_YET, STEP_DONE, Stage, State, Steps, StepsPage, state_of
from tui.desk.page import Deed, Host, Message
from tui.desk.page_names import PageName
from tui.jobs.keeping.reminding import reminder
from tui.jobs.keeping.taking_back_a_year import NotRolled, year_to_return_to
from tui.jobs.open_report import OpenReport
from tui.texts import desk_words, home_words, rolling_words
from tui.texts.help.keys import Action
from tui.texts.records import mark_words
from tui.texts.revisions import portal_words
from tui.texts.sessions import lesson_words

ROLL_NOW = State(home_words.ROLL_NOW, at_edge=True, stage=Stage.TO_DO)


class HomePage(StepsPage[OpenReport]):
    """The steps: Hồ sơ → Lấy dữ liệu → Kiểm tra → In → Xuất → Gửi."""

    actions: tuple[Action, ...] = (
        Action.HELP,
        Action.TAKE,
        Action.PRINT,
        Action.EXCEL,
        Action.NEXT_ISSUE,
        Action.IMPORT,
        Action.FILL,
        Action.COMPARE,
        Action.YEAR,
        Action.CAMPAIGN,
        Action.REPLIES,
        Action.DIFFERENCES,
        Action.HISTORY,
        Action.DROPPED,
        Action.BACK_UP,
        Action.PRIVACY,
        Action.LETTERS,
        Action.RESTORE,
        Action.MARKS,
        Action.MENU,
        Action.BACK,
    )

    def __init__(self, host: Host[OpenReport]) -> None:
        super().__init__(host)
        if self.work.workspace.training:
            self.actions = (*self.actions, Action.RESET)
        self._visits = 0
        """How often one has come back here: a backup may have been carried away meanwhile."""
        self._in_hand = ""
        """The title of the step that was opened last, where it was to do."""
        if not host.is_starting:
            self.look_again()

    def come_to_front(self) -> None:
        """Behind a step that is done by now the next one waits."""
        super().come_to_front()
        self._visits += 1
        if any(step.title == self._in_hand and not step.state.is_to_do for step in self.steps):
            self.look_again()

    def open(self, row: int) -> None:
        step = self.steps[row]
        self._in_hand = step.title if step.state.is_to_do else ""
        super().open(row)

    def look_again(self) -> None:
        """The cursor on the first step that is to do; once the report was sent, on what comes after that."""
        self._in_hand = ""
        sending = [step.title for step in self.steps].index(self.work.content.form.send.title)
        is_beyond = self.work.content.is_frozen or bool(self.work.remarks)
        found = self.first_to_do(sending if is_beyond else 0)
        self.go(sending if found is None else found)

    def title(self) -> str:
        return home_words.HOME_TITLE

    def stamp(self) -> object:
        """How far one has come in the lesson."""
        return len(self.host.learning.done) if self.host.learning is not None else None

    def add_steps(self, steps: Steps) -> None:
        """Preparing, making the report, sending it."""
        content, host = self.work.content, self.host
        steps.heading(home_words.PREPARE)
        has_begun = self._following_has_begun
        if has_begun:
            self._add_rolling(steps, home_words.HOME_ROLL_NOW, home_words.ROLL_WHAT, ROLL_NOW)
        add_records(steps, host)
        steps.heading(home_words.MAKE_REPORT)
        if derived := content.form.derived_tables:
            steps.add_checked(
                home_words.TAKE_TITLE,
                self._taken_at,
                lambda: (self._taken(), self._taking()),
                home_words.HOME_TAKE.format(numbers=home_words.listed(table.number for table in derived)),
                partial(host.act, Action.TAKE),
            )
        add_tables(steps, host)
        add_check(steps, host)
        tables = {"count": home_words.in_words(len(content.form.tables))}
        for title, told, action in (
            (home_words.PRINT_TITLE, home_words.HOME_PRINT, Action.PRINT),
            (home_words.EXCEL_TITLE, home_words.HOME_EXCEL, Action.EXCEL),
        ):
            steps.add(title, "", State(), told.format(**tables), partial(host.act, action))
        self._add_sending(steps)
        if content.form.portal and content.last_sent:
            self._add_portal(steps)
        if found := marks(content):
            steps.add(
                mark_words.STEP,
                mark_words.counts(found),
                State(),
                mark_words.HOME,
                partial(host.act, Action.MARKS),
            )
        if not has_begun:
            came = self.work.previous is not None
            to_come = home_words.NOTHING_TO_ROLL if content.is_blank else home_words.ROLL_WHAT
            what, state = (home_words.ROLL_FROM, STEP_DONE) if came else (to_come, State())
            self._add_rolling(steps, home_words.HOME_ROLL, what, state)
        self._add_learning(steps)

    @property
    def _following_has_begun(self) -> bool:
        """Whether the records are to be moved up: it is the next school year by now, and nobody has begun it here."""
        content, workspace = self.work.content, self.work.workspace
        following = SchoolYear(content.year.start + 1)
        if workspace.year_of_today.start < following.start or content.is_blank:
            return False
        return following not in workspace.store.years()

    def _add_rolling(self, steps: Steps, help_text: str, what: str, state: State) -> None:
        start = self.work.content.year.start
        years = {"old": SchoolYear(start - 1), "year": SchoolYear(start + 1)}
        opens = partial(self.host.open, PageName.ROLL)
        steps.add(home_words.ROLL_STEP, what.format(**years), state, help_text.format(**years), opens)

    def _add_learning(self, steps: Steps) -> None:
        """The lesson, or its tasks; from a copy of invented data the way back."""
        host, workspace, learning = self.host, self.work.workspace, self.host.learning
        if learning is None:
            opens = partial(host.open, PageName.LEARN)
            steps.add(lesson_words.STEP, "", State(), lesson_words.HOME_LESSON, opens)
        else:
            what = lesson_words.STEP_WHAT.format(done=len(learning.done), total=len(learning.lesson.tasks))
            opens = partial(host.open, PageName.LESSON)
            steps.add(lesson_words.STEP, what, State(), lesson_words.HOME_TASKS, opens)
        if workspace.training:
            leaves = partial(host.open, PageName.LEAVE_COPY)
            steps.add(lesson_words.STEP_LEAVE, "", State(), lesson_words.HOME_LEAVE, leaves)

    def _add_sending(self, steps: Steps) -> None:
        content = self.work.content
        last = sent(content, content.last_sent)
        what = (
            home_words.LAST_SENT.format(number=last.number, at=f"{last.at[8:10]}/{last.at[5:7]}")
            if last
            else ""
        )
        help_text = home_words.HOME_REPLIES.format(receiver=receiver_of(content))
        if not content.is_frozen and not self.work.remarks:
            help_text = home_words.HOME_SEND.format(number=content.revision, receiver=receiver_of(content))
        opens = partial(self.host.open, PageName.SENDING)
        steps.add_checked(content.form.send.title, what, lambda: (what, self._sending()), help_text, opens)

    def _sending(self) -> State:
        content, left = self.work.content, len(self.work.remarks)
        if content.is_frozen:
            return State(content.form.states[content.state].title, at_edge=True)
        if left:
            return State(home_words.REMARKS_LEFT.format(count=left), Severity.ERROR)
        if is_untouched(content):
            return State()
        return state_of(
            blocking(self.work.issues), State(home_words.SEND_READY, at_edge=True, stage=Stage.TO_DO)
        )

    def _add_portal(self, steps: Steps) -> None:
        left = lines_left(portal_lines(self.work.content, self.work.figures, {}))
        steps.add(
            portal_words.HOME_PORTAL_STEP,
            "",
            State(portal_words.HOME_PORTAL_LEFT.format(count=left), at_edge=True, stage=Stage.TO_DO)
            if left
            else STEP_DONE,
            portal_words.HOME_PORTAL,
            partial(self.host.open, PageName.PORTAL),
        )

    def deeds(self) -> Mapping[Action, Deed]:
        """Undo reaches further than on other pages: to before the year was begun."""
        return {**super().deeds(), Action.UNDO: self._undo}

    def _undo(self) -> None:
        """Take the last change back; where there is none and the year was rolled just now, the year, after a question."""
        work = self.work
        if work.undo():
            self.host.say(desk_words.UNDONE)
            return
        year = work.content.year
        try:
            before = year_to_return_to(work.workspace, work.session)
        except NotRolled:
            self.host.say(desk_words.NOTHING_TO_UNDO)
            return
        except Refused as refusal:
            self.host.say(f"{desk_words.NOTHING_TO_UNDO} {refusal}")
            return
        question = rolling_words.ROLL_ASK_TAKE_BACK.format(year=year, old=before)
        self.host.ask(question, partial(self._answer_take_back, before))

    def _answer_take_back(self, before: SchoolYear, text: str) -> None:
        if text.casefold() not in desk_words.YES_WORDS:
            return
        work, year = self.work, self.work.content.year
        work.withdraw(work.workspace.but(chosen_year=before))
        self.host.home()
        self.host.say(rolling_words.ROLL_TAKEN_BACK.format(year=year, old=before))

    def messages(self) -> list[Message]:
        """The office's words on a report that it refused; that it is time for a backup; what is to be come back to."""
        reminders = ((Severity.WARNING, self._reminder), (None, self._marks))
        return [*self._refusal(), *((severity, text) for severity, text in reminders if text)]

    @property
    def _marks(self) -> str:
        """How much it is, and the step that opens it, which may stand below the screen."""
        step = next((step for step in self.steps if step.title == mark_words.STEP), None)
        return mark_words.ON_HOME.format(counts=step.what, number=step.number) if step else ""

    @property
    def _reminder(self) -> str:
        workspace = self.work.workspace
        paths = YearPaths(workspace.folder, self.work.content.year)
        return self.once("reminder", self._visits, lambda: reminder(workspace, paths))

    def _refusal(self) -> list[Message]:
        if not self.work.content.part("answers"):
            return []
        answer = open_answer(self.work.content)
        if answer is None or not (answer.note or answer.remarks):
            return []
        sentence = home_words.REJECTED_BANNER_WITH_NOTE if answer.note else home_words.REJECTED_BANNER
        text = sentence.format(
            move=answer.move.title,
            revision=answer.revision,
            day=format_moment(answer.at[:10]),
            note=answer.note,
        )
        return [(Severity.REMARK, text)]

    @property
    def _taken_at(self) -> str:
        return (self.work.content.taken_at or "")[11:16]

    def _taken(self) -> str:
        """When, and how many figures are others by now."""
        at = self._taken_at
        stale = sum(map(len, self.work.stale_cells.values()))
        return home_words.TAKEN_STALE.format(at=at, count=stale) if at and stale else at

    def _taking(self) -> State:
        found = [issue for issue in self.work.issues if Repair.TAKE in issue.repairs]
        return state_of(found, STEP_DONE if self.work.content.taken_at else NOT_YET)
