"""What every page can do: help, menu, the next issue, the list of issues, «Lấy dữ liệu»."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from forms.dossier.content import LIST_PLACES
from forms.model.issue import Issue
from forms.sets.mn2019.records import CAMPAIGN
from forms.sets.mn2019.tables import TABLE_BY_ID
from forms.sets.mn2019.tables.columns import own_block
from tui import texts
from tui.desk.canvas import Role
from tui.desk.frame import told
from tui.desk.grid import Cell, Column
from tui.desk.keys import ALWAYS_IN_MENU, BY_ACTION, IN_MENU_ONLY, KEYS, MOVES, Action
from tui.desk.letter_words import contact_card
from tui.desk.lists import ChangesPage, IssuesPage, ListPage, MissingPage
from tui.desk.numbered import NumberedPage
from tui.desk.page import Host, Page
from tui.pages.records.form import FormPage
from tui.pages.tables.sheet import SheetPage
from tui.pages.tables.table_choice import table_page


def carry_out(host: Host, action: Action) -> None:
    """An action that means the same on every page."""
    match action:
        case Action.HELP:
            if not isinstance(host.page, HelpPage):
                host.push(HelpPage(host, host.page))
        case Action.MENU:
            if not isinstance(host.page, MenuPage):
                host.push(MenuPage(host, host.page))
        case Action.ISSUES:
            host.push(IssuesPage(host))
        case Action.IMPORT | Action.FILL:
            from tui.pages.intake import file_prompt

            file_prompt.ask(host, action)
        case Action.YEAR:
            from tui.pages.home import years

            years.choose(host)
        case Action.CAMPAIGN:
            host.push(FormPage(host, CAMPAIGN.place))
        case Action.MISSING:
            host.push(MissingPage(host))
        case Action.REPLIES:
            from tui.pages.sending.replies import RepliesPage

            host.push(RepliesPage(host))
        case Action.DIFFERENCES:
            from tui.pages.sending import difference_list

            difference_list.start(host)
        case Action.NEXT_ISSUE:
            next_issue(host)
        case Action.TAKE:
            take(host)
        case Action.PRINT | Action.EXCEL:
            from tui.pages.sending import export_progress

            export_progress.start(host, "pdf" if action is Action.PRINT else host.page.workbook)
        case _:
            host.say(texts.NOT_HERE)


def take(host: Host) -> None:
    """Lấy dữ liệu: the first time at once, later after a look at what changes."""
    work = host.work
    if own_block(work.content.roster.facility.get("ownership")) is None:
        host.say(texts.NO_OWN_BLOCK)
    elif work.content.taken_at is None and work.typed_derived and not work.content.roster.is_empty:
        host.ask(
            texts.ASK_DROP_TYPED, lambda answer: _take_first(host, drop=answer.casefold() in texts.YES_WORDS)
        )
    elif work.content.taken_at is None:
        _take_first(host, drop=False)
    elif not work.stale_cells:
        host.say(texts.NOTHING_DERIVED)
    else:
        host.push(ChangesPage(host))


def _take_first(host: Host, *, drop: bool) -> None:
    host.work.take(drop_typed=drop)
    host.say(texts.TAKEN)


def next_issue(host: Host) -> None:
    """The cursor on the issue after the one where it is; the first again after the last."""
    issues = host.work.to_do
    if not issues:
        host.say(texts.NO_ISSUES)
        return
    here = host.issue_in_hand
    place = 0
    if here is not None:
        # one that was put right has made room for the one after it
        place = (issues.index(here) + 1 if here in issues else host.issue_place) % len(issues)
    go_to_issue(host, issues[place])
    host.say(texts.ISSUE_PLACE.format(place=place + 1, total=len(issues)))


def go_to_issue(host: Host, issue: Issue) -> None:
    """Open the page of the issue's place, the cursor there; Esc then leads home, or to the list of issues."""
    from_list = isinstance(host.page, IssuesPage)
    if issue.place.table is not None:
        page = host.page
        if not (isinstance(page, SheetPage) and page.table.id == issue.place.table):
            if not from_list:
                host.home()
            page = table_page(host, TABLE_BY_ID[issue.place.table])
            host.push(page)
        page.go_to(issue.place.row or "", issue.place.column)
    elif issue.place.record in LIST_PLACES:
        from tui.pages.records.dossier_list import DossierListPage

        if not from_list:
            host.home()
        host.push(DossierListPage(host, issue.place.record))
    else:
        front = host.page
        if not (isinstance(front, FormPage) and front.place == issue.place.record):
            if not from_list:
                host.home()
            front = FormPage(host, issue.place.record or "facility")
            host.push(front)
        front.go_to(issue.place.field)
    host.issue_in_hand = issue
    host.issue_place = host.work.to_do.index(issue)


class HelpPage(ListPage):
    """Help: the place where one was, the keys, whom to call."""

    actions = (Action.CAMPAIGN, Action.MENU, Action.BACK)

    def __init__(self, host: Host, about: Page) -> None:
        super().__init__(host)
        self._about = about
        self.settle()

    def title(self) -> str:
        """Trợ giúp."""
        return texts.HELP_TITLE

    def headings(self, width: int) -> list[tuple[tuple[str, Role], ...]]:
        """None."""
        return []

    def columns(self) -> Sequence[Column]:
        """One column of text."""
        return (Column(("",), self.host.width - 1),)

    @property
    def lines(self) -> list[tuple[str, Role]]:
        """The text, wrapped."""
        return self.kept("lines", (self.host.width, self.work.workspace), self._lines)

    def _lines(self) -> list[tuple[str, Role]]:
        width = max(self.host.width - 4, 20)
        found: list[tuple[str, Role]] = []

        def paragraph(text: str, role: Role = Role.TEXT, hang: int = 0) -> None:
            for line in textwrap.wrap(text, width, subsequent_indent=" " * hang) or [""]:
                found.append((line, role))

        about = [*self._about.help(), *(told(message) for message in self._about.messages())]
        if about:
            paragraph(texts.HELP_HERE, Role.HEADING)
            for text in about:
                paragraph(text)
            paragraph("")
        paragraph(texts.HELP_KEYS, Role.HEADING)
        for key in KEYS:
            also = (
                f" ({', '.join(name.replace('ctrl+', 'Ctrl+').title() for name in key.also)})"
                if key.also
                else ""
            )
            paragraph(f"{key.label + also:<15} {key.long}", hang=16)
        for keys, what in MOVES:
            paragraph(f"{keys:<15} {what}", hang=16)
        paragraph("")
        paragraph(texts.HELP_SIGNS, Role.HEADING)
        for text in texts.SIGNS:
            paragraph(text)
        paragraph("")
        paragraph(texts.HELP_CONTACT, Role.HEADING)
        for text in contact_card(self.work):
            paragraph(text)
        paragraph(texts.WELCOME_FOLDER.format(folder=self.work.workspace.folder))
        return found

    def count(self) -> int:
        """Number of lines."""
        return len(self.lines)

    def cell(self, row: int, col: int) -> Cell:
        """A line."""
        text, role = self.lines[row]
        return Cell(text, role=role)

    def open(self, row: int, col: int) -> bool:
        """Enter leads back as well."""
        self.host.back()
        return True

    def why_not(self, row: int, col: int) -> str:
        """Help is read."""
        return texts.HELP_HELP_LINE

    def explain(self) -> str:
        """How to leave."""
        return texts.HELP_HELP_LINE


class MenuPage(NumberedPage):
    """Everything that can be done here, numbered, for keyboards without function keys."""

    actions = (Action.HELP, Action.BACK)

    def __init__(self, host: Host, about: Page) -> None:
        super().__init__(host)
        offered = [*about.actions, Action.UNDO, Action.REDO, *ALWAYS_IN_MENU]
        self._offered = [key.action for key in (*KEYS, *IN_MENU_ONLY) if key.action in offered]
        if Action.MENU in self._offered:
            self._offered.remove(Action.MENU)
        self.settle()

    def title(self) -> str:
        """Menu."""
        return texts.MENU_TITLE

    def headings(self, width: int) -> list[tuple[tuple[str, Role], ...]]:
        """None."""
        return []

    def columns(self) -> Sequence[Column]:
        """Number, key, what it does."""
        return (Column(("",), 5), Column(("",), 9), Column(("",), max(self.host.width - 15, 20)))

    def count(self) -> int:
        """Number of entries."""
        return len(self._offered)

    def cell(self, row: int, col: int) -> Cell:
        """A part of an entry."""
        key = BY_ACTION[self._offered[row]]
        return (Cell(f"{row + 1:>3}"), Cell(key.label), Cell(key.long))[col]

    def number(self, row: int) -> int:
        """1, 2, 3..."""
        return row + 1

    def open(self, row: int, col: int) -> bool:
        """Carry the entry out on the page below."""
        self.host.back()
        action = self._offered[row]
        if action is Action.BACK:
            if not self.host.page.escape():
                self.host.back()
        else:
            self.host.act(action)
        return True

    def why_not(self, row: int, col: int) -> str:
        """Entries are chosen."""
        return texts.MENU_HELP

    def explain(self) -> str:
        """How to choose."""
        return texts.MENU_HELP
