"""The first start in an empty folder: a new report, a package, a backup of another computer, or the training copy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from forms.dossier.content import Edit
from forms.entry.record_edits import begun_profile, new_profile
from forms.model.declared import StrEnum
from forms.model.errors import NhomtreError
from tui.desk.canvas import Line, Role, line_of, width_of, wrapped
from tui.desk.grid.cells import Cell, Column
from tui.desk.grid.line_numbers import LineNumbers
from tui.desk.kinds.file_choice import choose_file
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import Host, Message
from tui.desk.page_names import PageName
from tui.jobs.intake.adopting import adopt_on_screen
from tui.jobs.open_report import OpenReport
from tui.jobs.workspace import training_workspace
from tui.texts import desk_words, home_words
from tui.texts.help.keys import Action

NUMBER_WIDTH, BEFORE_TEXT, NARROWEST = 5, 7, 20


class Beginning(StrEnum):
    """What one may begin with, in the order of the page."""

    NEW = "new"
    PACKAGE = "package"
    RESTORE = "restore"
    TRAINING = "training"
    LESSON = "lesson"


class FirstPage(ListPage[OpenReport]):
    """A greeting, then the choices."""

    actions = (Action.MENU, Action.HELP)

    def __init__(self, host: Host[OpenReport]) -> None:
        super().__init__(host)
        self.letters = LineNumbers(self)
        self._choices = tuple(Beginning)

    def title(self) -> str:
        return home_words.HOME_TITLE

    def headings(self, width: int) -> list[Line]:
        """The greeting."""
        room = max(width - BEFORE_TEXT, NARROWEST)
        texts = (
            "",
            *wrapped(home_words.WELCOME.format(form=self.work.content.form.code), room),
            *wrapped(home_words.HOW_TO_BEGIN, room),
            "",
        )
        return [line_of([(" " * BEFORE_TEXT + text, Role.TEXT)], width) for text in texts]

    def columns(self) -> Sequence[Column]:
        return (Column((), NUMBER_WIDTH), Column((), max(self.host.width - NUMBER_WIDTH - 1, NARROWEST)))

    def count(self) -> int:
        return len(self._choices)

    def cell(self, row: int, col: int) -> Cell:
        return Cell(home_words.FIRST_CHOICES[self._choices[row]] if col else f"{self.number(row):>3}")

    def number(self, row: int) -> int:
        """From one on."""
        return row + 1

    def messages(self) -> list[Message]:
        """The whole choice, where its line is too narrow for it."""
        text = home_words.FIRST_CHOICES[self._choices[self.cursor.row]]
        return [(None, text)] if width_of(text) > self.host.width - BEFORE_TEXT else []

    def open(self, row: int) -> None:
        match self._choices[row]:
            case Beginning.NEW:
                self._new_report()
                self._go_home()
            case Beginning.PACKAGE:
                choose_file(self.host, home_words.ASK_PACKAGE, self._read)
            case Beginning.RESTORE:
                self.host.open(PageName.RESTORE)
            case Beginning.LESSON:
                self.host.open(PageName.LEARN)
            case Beginning.TRAINING:
                self._training()

    def _new_report(self) -> None:
        """The profile with what can be only so, to be confirmed."""
        content = self.work.content
        place = content.form.facility.place
        self.work.commit([Edit((place, key), None, value) for key, value in begun_profile(content).items()])
        self.work.given[place] = frozenset(new_profile(content))

    def _read(self, path: Path) -> None:
        try:
            adopt_on_screen(self.work, path)
        except NhomtreError as error:
            self.host.say(str(error).splitlines()[0])
            return
        self.host.say(desk_words.ALL_SAVED)
        self._go_home()

    def _training(self) -> None:
        workspace = training_workspace(self.work.workspace.folder, None, self.work.workspace.day)
        workspace.make_training_copy(again=False)
        self.work.move_to(workspace.but())
        self._go_home()

    def _go_home(self) -> None:
        self.host.begin(self.work, PageName.HOME)

    def explain(self) -> str:
        return home_words.FIRST_HELP
