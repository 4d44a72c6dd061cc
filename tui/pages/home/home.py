"""The first page: the steps of the letter, each with its state; and the start in an empty folder."""

from __future__ import annotations

from forms.dossier.roster import SchoolYear
from forms.dossier.sent_revisions import sent
from forms.report.submission import blocking
from forms.sets.mn2019.records import FACILITY
from forms.sets.mn2019.states import STATES
from tui import texts
from tui.desk.keys import Action
from tui.desk.page import Host, Message
from tui.pages.home.steps import Steps, StepsPage


class HomePage(StepsPage):
    """The steps: Hồ sơ → Lấy dữ liệu → Kiểm tra → In → Xuất → Gửi."""

    actions: tuple[Action, ...] = (
        Action.HELP,
        Action.TAKE,
        Action.PRINT,
        Action.EXCEL,
        Action.NEXT_ISSUE,
        Action.IMPORT,
        Action.FILL,
        Action.YEAR,
        Action.CAMPAIGN,
        Action.REPLIES,
        Action.DIFFERENCES,
        Action.MENU,
        Action.BACK,
    )

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        if self.work.content.roster.is_empty:  # nothing to move up yet: the profile comes first
            self.row = [step.title for step in self.steps].index(FACILITY.title)
        self.settle()

    def title(self) -> str:
        """The name of the program."""
        return texts.HOME_TITLE

    def add_steps(self, steps: Steps) -> None:
        """Preparing, making the report, sending it."""
        content = self.work.content
        steps.heading(texts.PREPARE)
        before, following = SchoolYear(content.year.start - 1), SchoolYear(content.year.start + 1)
        came = self.work.checker.previous is not None
        steps.add(
            texts.ROLL_STEP,
            texts.ROLL_FROM.format(year=before) if came else texts.ROLL_WHAT.format(year=following),
            texts.DONE if came else "",
            texts.HOME_ROLL,
            self._roll,
        )
        self.add_records(steps)
        steps.heading(texts.MAKE_REPORT)
        steps.add(
            texts.TAKE_TITLE,
            content.taken_at[11:16] if content.taken_at else "",
            self._taking(),
            texts.HOME_TAKE,
            lambda: self.host.act(Action.TAKE),
        )
        self.add_tables(steps)
        self.add_check(steps)
        steps.add(texts.PRINT_TITLE, "", "", texts.HOME_PRINT, lambda: self.host.act(Action.PRINT))
        steps.add(texts.EXCEL_TITLE, "", "", texts.HOME_EXCEL, lambda: self.host.act(Action.EXCEL))
        self._add_sending(steps)

    def _add_sending(self, steps: Steps) -> None:
        content, errors = self.work.content, len(blocking(self.work.issues))
        last = sent(content, content.last_sent)
        what = (
            texts.LAST_SENT.format(number=last.number, at=f"{last.at[8:10]}/{last.at[5:7]}") if last else ""
        )
        left = len(self.work.remarks)
        if content.is_frozen:
            state, help_text = STATES[content.state].title, texts.HOME_REPLIES
        else:
            state = texts.ERRORS_LEFT.format(count=errors) if errors else texts.SEND_READY
            state = texts.REMARKS_LEFT.format(count=left) if left else state
            help_text = texts.HOME_REPLIES if left else texts.HOME_SEND.format(number=content.revision)
        steps.add(texts.SEND_STEP, what, state, help_text, self._send)

    def _send(self) -> None:
        from tui.pages.sending import sign_off

        sign_off.start(self.host)

    def messages(self) -> list[Message]:
        """The office's words on a report that it refused."""
        if not self.work.content.part("answers"):
            return []
        from tui.pages.sending.replies import banner

        return banner(self.host)

    def _roll(self) -> None:
        from tui.pages.rolling import roll_preview

        roll_preview.start(self.host)

    def _taking(self) -> str:
        if self.work.content.taken_at is None:
            return texts.NOT_YET
        stale = sum(map(len, self.work.stale_cells.values()))
        return texts.STALE_SHORT.format(count=stale) if stale else texts.DONE
