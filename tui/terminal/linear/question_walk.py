"""From question to question: every issue once, then the cells of the tables that are typed and asked of this group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from forms.model.place import Place
from forms.model.table import Table
from tui.desk.desk import Desk
from tui.desk.kinds.grid_page import GridPage
from tui.desk.page import Page
from tui.texts.sessions import linear_words


class QuestionWalk:
    """It lasts while the page where it led is in front; begun anew it starts with the issues again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: Page[Any] | None = None
        self._asked: set[tuple[str, Place]] = set()
        """The issues that were asked about: rule and place."""
        self._tables: Iterator[Table] | None = None
        """The tables whose cells are still to come, once the issues are through."""

    @property
    def is_here(self) -> bool:
        """Whether the page in front is where it led."""
        return self._page is not None and self._desk.page is self._page

    def begin(self) -> None:
        """From the first issue on."""
        self._asked.clear()
        self._tables = None
        self._desk.home()
        self.next()

    def next(self) -> None:
        """The cursor on the next question; home after the last."""
        if self._tables is None:
            if self._next_issue():
                self._page = self._desk.page
                return
            content = self._desk.work.content
            ownership = content.roster.facility.get("ownership")
            self._tables = iter(
                [one for one in content.form.tables if not one.derived and ownership not in one.optional_for]
            )
        elif self._next_cell():
            return
        self._next_table(self._tables)

    def after_answer(self) -> None:
        """An answer was kept: of an issue the next one follows; among the cells the cursor has gone on by itself."""
        if self.is_here and self._tables is None and not self._desk.question:
            said = self._desk.said
            self.next()
            self._desk.said = " ".join(filter(None, (said, self._desk.said)))

    def _next_issue(self) -> bool:
        desk = self._desk
        left = [issue for issue in desk.work.to_do if (issue.rule, issue.place) not in self._asked]
        if not left:
            return False
        if not self.is_here:
            desk.home()
        desk.next_issue()
        issue = desk.issue_in_hand
        if issue is None or (issue.rule, issue.place) in self._asked:
            return False
        self._asked.add((issue.rule, issue.place))
        if desk.waits_for_enter:  # nothing is typed over unseen: the place is told before the answer is read
            desk.key("enter", None)
            desk.said = ""
        return True

    def _next_cell(self) -> bool:
        page = self._desk.page
        return self.is_here and isinstance(page, GridPage) and page.cursor.next_cell(1, page.can_type)

    def _next_table(self, tables: Iterator[Table]) -> None:
        desk = self._desk
        for table in tables:
            desk.home()
            desk.open(Place(table=table.id))
            page = desk.page
            if not isinstance(page, GridPage):
                continue
            places = ((row, col) for row in range(page.count()) for col in page.cursor.cells())
            first = next((place for place in places if page.can_type(*place)), None)
            if first is not None:
                page.go(*first)
                self._page = page
                desk.say(linear_words.TABLES_NOW.format(table=table.tab_title))
                return
        self._page = None
        desk.home()
        desk.say(linear_words.ALL_DONE)
