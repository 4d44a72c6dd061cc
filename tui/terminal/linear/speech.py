"""What stands on a page, in sentences: where one is, what was said, what is wrong there, and the question that waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tui.desk.desk import Desk
from tui.desk.frame import in_words
from tui.desk.kinds.grid_page import GridPage
from tui.desk.kinds.list_page import ListPage
from tui.desk.page import BETWEEN
from tui.texts.sessions import linear_words

ROWS_UNASKED = 20
"""Rows of a list that are told unasked."""


class Speech:
    """Tells what is new; what was told of the place before is not told again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._title = ""
        self._last: frozenset[str] = frozenset()
        """The explanation and the messages that were told last."""
        self._lesson: tuple[str, ...] = ()
        """What the lesson asks, as it was told last."""

    def news(self) -> Iterator[str]:
        """What the last line has brought, the question that waits last."""
        desk, page = self._desk, self._desk.page
        title = page.title()
        is_new, self._title = title != self._title, title
        if is_new:
            yield title
        if desk.said:
            yield desk.said
        if is_new and isinstance(page, ListPage):
            yield from self._rows(page, ROWS_UNASKED)
        companion = desk.companion
        lesson = tuple(companion.sentences()) if companion is not None else ()
        if lesson != self._lesson:
            yield from lesson
        self._lesson = lesson
        if not desk.question:
            about = [page.explain(), *(in_words(one) for one in desk.messages() if one[1] not in desk.said)]
            yield from (text for text in about if text and text not in self._last)
            self._last = frozenset(about)
        yield self._question()

    def again(self) -> Iterator[str]:
        """Everything about the place of the cursor."""
        self._title, self._last, self._lesson = "", frozenset(), ()
        return self.news()

    def whole_page(self) -> Iterator[str]:
        """Every row of the page, then the place of the cursor."""
        page = self._desk.page
        if isinstance(page, ListPage | GridPage):
            yield page.title()
            yield from self._rows(page, None)
        yield self._question()

    def _question(self) -> str:
        """What is asked, with what is proposed for an answer; else where one is."""
        desk = self._desk
        asked = " ".join(filter(None, (desk.question, desk.typed_answer)))
        return linear_words.QUESTION.format(what=asked or self._focus())

    def _focus(self) -> str:
        """The cell of the cursor with its headings, or its row."""
        page = self._desk.page
        focus = page.in_focus()
        if focus is not None:
            return BETWEEN.join(filter(None, (focus.row, focus.column, focus.text)))
        if isinstance(page, ListPage) and page.all_rows.count():
            return self._row(page, page.cursor.row)
        return page.title()

    def _rows(self, page: ListPage[Any] | GridPage[Any], most: int | None) -> Iterable[str]:
        cells = page.all_rows if isinstance(page, ListPage) else page
        for row in range(cells.count())[:most]:
            is_here = row == page.cursor.row
            yield (linear_words.ROW_HERE if is_here else linear_words.ROW).format(row=self._row(page, row))
        if most is not None and cells.count() > most:
            yield linear_words.MORE_ROWS.format(count=cells.count() - most)

    def _row(self, page: ListPage[Any] | GridPage[Any], row: int) -> str:
        cells = page.all_rows if isinstance(page, ListPage) else page
        columns = range(len(cells.columns()))
        texts = (f"{cell.sign.strip()}{cell.text.strip()}" for cell in cells.cells_of(row, columns))
        return BETWEEN.join(filter(None, texts))
