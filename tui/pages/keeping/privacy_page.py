"""What is kept of people, where, why, for how long; F7 prints what parents are told."""

from __future__ import annotations

from collections.abc import Sequence

from tui.desk.kinds.text_page import Paragraph, TextPage, section
from tui.jobs.export_kinds import ExportKind
from tui.jobs.keeping.what_is_kept import pupil_of, what_is_kept
from tui.jobs.open_report import OpenReport
from tui.texts.help.keys import Action
from tui.texts.sessions import privacy_words


class PrivacyPage(TextPage[OpenReport]):
    """To be read."""

    actions = (Action.HELP, Action.PRINT, Action.HISTORY, Action.MENU, Action.BACK)
    paper = ExportKind.NOTICE

    def title(self) -> str:
        return privacy_words.TITLE

    def look(self) -> object:
        """Where it is kept."""
        return self.work.workspace.folder

    def paragraphs(self) -> Sequence[Paragraph]:
        """A heading and its items, one after another."""
        kept = what_is_kept(self.work.workspace.folder, self.work.content)
        return [paragraph for heading, items in kept for paragraph in section(heading, items)]

    def open(self, row: int) -> None:
        """Enter leads back as well."""
        self.host.back()

    def explain(self) -> str:
        pupil = pupil_of(self.work.content.form)
        return privacy_words.PAGE_HELP.format(pupil=pupil) if pupil else privacy_words.PAGE_HELP_OF_NOBODY

    def hint(self) -> str:
        return privacy_words.PAGE_HINT
