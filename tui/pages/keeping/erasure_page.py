"""A child's record erased for good: what goes and what cannot be reached is read first, then the reason is asked, and consent in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from forms.dossier.content import Scope
from forms.model.errors import NhomtreError, StorageError
from forms.model.text import clean
from tui.desk.kinds.text_page import Paragraph, TextPage, section
from tui.desk.kinds.wait_page import WaitWords, wait_for
from tui.desk.page import Deed, Host
from tui.desk.page_names import PageName
from tui.jobs.keeping.erasing_people import ErasurePlan, beyond_reach, erase_for_good, is_agreed, plan_erasure
from tui.jobs.open_report import OpenReport
from tui.texts.help.keys import Action
from tui.texts.revisions import export_words
from tui.texts.sessions import erasing_words

if TYPE_CHECKING:
    from tui.jobs.background import Job


class Erased(NamedTuple):
    """What was done, in sentences, and why it was not all."""

    told: list[str]
    failure: str = ""


def erase_here(host: Host[OpenReport]) -> None:
    """Of the child where the cursor is, what erasing comes to is looked up behind a page that waits, then shown. Raises Refused."""
    if refusal := host.work.refusal(Scope.BESIDE):
        raise refusal
    work, record = host.work, host.page.record_here
    if record is None:
        host.say(erasing_words.NOBODY_HERE.format(pupil=host.work.content.form.pupils.called))
        return
    workspace = work.workspace.but(chosen_year=work.content.year)
    looking = erasing_words.LOOKING.format(pupil=work.content.form.pupils.called)
    words = WaitWords(erasing_words.TITLE, looking, export_words.COPY_KEYS, erasing_words.NOT_AGREED)
    wait_for(
        host, words, lambda job: plan_erasure(workspace, record), partial(host.open, PageName.ERASURE_PLAN)
    )


class ErasurePage(TextPage[OpenReport]):
    """What erasing comes to; the last row, below all that is to be read, goes on."""

    is_asking = True
    actions = (Action.HELP, Action.ERASE, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport], plan: ErasurePlan) -> None:
        super().__init__(host)
        self._plan = plan

    def title(self) -> str:
        return erasing_words.TITLE

    def paragraphs(self) -> Sequence[Paragraph]:
        """Whom; what goes, what is beyond reach, what stays."""
        plan = self._plan
        return [
            Paragraph(plan.who),
            *map(Paragraph, plan.what_is_left),
            *(paragraph for heading, items in plan.sections for paragraph in section(heading, items)),
            Paragraph(""),
        ]

    def deeds_below(self) -> Sequence[Action]:
        """Erasing."""
        return (Action.ERASE,)

    def deeds(self) -> Mapping[Action, Deed]:
        return {**super().deeds(), Action.ERASE: self._ask}

    def open(self, row: int) -> None:
        """Nothing is done in the middle of the text."""
        self.host.say(erasing_words.PAGE_HINT)

    def _ask(self) -> None:
        """Ask why, then for consent."""
        self.host.ask(
            erasing_words.ASK_REASON.format(pupil=self._plan.pupil), self._take_reason, in_words=True
        )

    def _take_reason(self, text: str) -> None:
        if not clean(text):
            self.host.say(erasing_words.NO_REASON)
            return
        question = erasing_words.ASK_TYPED.format(title=self._plan.asked.title)
        self.host.ask(question, partial(self._take_consent, clean(text)), in_words=True)

    def _take_consent(self, reason: str, text: str) -> None:
        if not is_agreed(text):
            self.host.say(erasing_words.NOT_AGREED)
            return
        self.work.let_go()
        words = WaitWords(
            erasing_words.TITLE,
            erasing_words.ERASING.format(pupil=self._plan.pupil),
            erasing_words.ERASING_KEYS,
            progress=erasing_words.ERASING_YEAR,
        )
        wait_for(self.host, words, partial(self._erase, reason), self._go_on, can_stop=False)

    def _erase(self, reason: str, job: Job[Any]) -> Erased:
        told = list[str]()
        try:
            told.extend(erase_for_good(self.work.workspace, self._plan, reason, job.progress))
        except NhomtreError as error:
            return Erased(told, str(error))
        return Erased(told)

    def _go_on(self, erased: Erased) -> None:
        told, failure = erased
        try:
            self.work.take_up_again()
        except StorageError as error:
            failure = f"{failure} {error}".lstrip()
        if not told:
            self.host.say(failure)
            return
        self.host.home()
        self.host.open(PageName.ERASED, [*told, *filter(None, (failure,)), *self._plan.what_is_left])

    def explain(self) -> str:
        return erasing_words.PAGE_HELP

    def hint(self) -> str:
        return erasing_words.PAGE_HINT


class ErasedPage(TextPage[OpenReport]):
    """What was done, in the sentences *told*."""

    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport], told: Sequence[str]) -> None:
        super().__init__(host)
        self._told = told

    def title(self) -> str:
        return erasing_words.TITLE_DONE

    def paragraphs(self) -> Sequence[Paragraph]:
        """A paragraph a sentence; what is beyond reach as a list."""
        return [
            *map(Paragraph, self._told),
            *section(erasing_words.HEAD_BEYOND, beyond_reach(self.work.content.form.pupils.called)),
        ]

    def open(self, row: int) -> None:
        """Enter leads back as well."""
        self.host.back()

    def explain(self) -> str:
        return erasing_words.DONE_HELP

    def hint(self) -> str:
        return erasing_words.DONE_HINT
