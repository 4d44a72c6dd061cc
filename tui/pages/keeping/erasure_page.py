"""A child's record erased for good: what goes and what cannot be reached is read first, then the reason is asked, and consent in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from forms.dossier.content import Scope
from forms.model.errors import NhomtreError
from forms.model.text import clean
from tui.desk.keys import Action
from tui.desk.kinds.text_page import Paragraph, TextPage, section
from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.jobs.keeping.erasing_people import ErasurePlan, erase_for_good, is_agreed, plan_erasure
from tui.jobs.open_report import OpenReport
from tui.texts.sessions import erasing_words


def erase_here(host: Host[OpenReport]) -> ErasurePage | None:
    """Of the child where the cursor is; None where it is on none. Raises Refused, StorageError."""
    if refusal := host.work.refusal(Scope.BESIDE):
        raise refusal
    work, record = host.work, host.page.record_here
    if record is None:
        host.say(erasing_words.NOBODY_HERE)
        return None
    workspace = work.workspace.but(chosen_year=work.content.year)
    return ErasurePage(host, plan_erasure(workspace, record))


class ErasurePage(TextPage[OpenReport]):
    """What erasing comes to; Enter goes on."""

    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(self, host: Host[OpenReport], plan: ErasurePlan) -> None:
        super().__init__(host)
        self._plan = plan

    def title(self) -> str:
        return erasing_words.TITLE

    def paragraphs(self) -> Sequence[Paragraph]:
        """Whom; what goes, stays, is beyond reach."""
        return [
            Paragraph(self._plan.who),
            *map(Paragraph, self._plan.what_is_left),
            *section(erasing_words.HEAD_GOES, erasing_words.GOES),
            *section(erasing_words.HEAD_STAYS, erasing_words.STAYS),
            *section(erasing_words.HEAD_BEYOND, erasing_words.CANNOT_REACH),
        ]

    def open(self, row: int) -> None:
        """Ask why, then for consent."""
        self.host.ask(erasing_words.ASK_REASON, self._take_reason, in_words=True)

    def _take_reason(self, text: str) -> None:
        if not clean(text):
            self.host.say(erasing_words.NO_REASON)
            return
        question = erasing_words.ASK_TYPED.format(place=self._plan.asked.place)
        self.host.ask(question, partial(self._take_consent, clean(text)), in_words=True)

    def _take_consent(self, reason: str, text: str) -> None:
        if not is_agreed(text):
            self.host.say(erasing_words.NOT_AGREED)
            return
        work, told = self.work, list[str]()
        try:
            work.without_session(lambda: told.extend(erase_for_good(work.workspace, self._plan, reason)))
        except NhomtreError as error:
            if not told:
                raise
            # of the years before it is erased
            told.append(str(error))
        self.host.home()
        self.host.open(PageName.ERASED, [*told, *self._plan.what_is_left])

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
            *section(erasing_words.HEAD_BEYOND, erasing_words.CANNOT_REACH),
        ]

    def open(self, row: int) -> None:
        """Enter leads back as well."""
        self.host.back()

    def explain(self) -> str:
        return erasing_words.DONE_HELP

    def hint(self) -> str:
        return erasing_words.DONE_HINT
