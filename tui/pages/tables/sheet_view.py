"""A table of the form as it looks on screen: rows, columns, cells with their signs, and the words about them."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from forms.dossier.content import Path
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.model.table import Column as TableColumn
from forms.model.table import Row, Table
from forms.model.text import format_number
from forms.model.values import Typed
from forms.sets.mn2019.tables.columns import BLOCK_BY_KEY, MEASURES, TOTAL_BLOCK, column_title
from tui import texts
from tui.desk.canvas import Line, Role, left, line_of
from tui.desk.grid import Cell, Column, GridPage
from tui.desk.page import Host, Message

CODE, FIGURE = 5, 10
LEAST_LABEL, MOST_LABEL = 30, 70
LEFT_COLUMNS = 2


class SheetView(GridPage):
    """One official table to look at."""

    steady = True

    def __init__(self, host: Host, table: Table) -> None:
        super().__init__(host)
        self.table = table
        self.whole = False
        self.unfolded = False
        self._known: tuple[Any, ...] = ()
        self._signs: dict[tuple[str, str], list[Issue]] = {}
        self.settle()

    @property
    def _rows(self) -> list[Row | None]:
        """The rows on screen; None stands for the school rows that are folded away."""
        return self.kept("rows", self.unfolded, self._rows_now)

    def _rows_now(self) -> list[Row | None]:
        rows = list(self.table.rows)
        if self.unfolded or not self._independent:
            return list(rows)
        first = next((place for place, row in enumerate(rows) if row.independent_zero), None)
        if first is None:
            return list(rows)
        last = max(place for place, row in enumerate(rows) if row.independent_zero)
        return [*rows[:first], None, *rows[last + 1 :]]

    @property
    def _independent(self) -> bool:
        kind = self.work.content.roster.facility.get("kind")
        return kind is None or kind in texts.INDEPENDENT_KINDS

    @property
    def _figures(self) -> tuple[TableColumn, ...]:
        return self.kept("figures", self.whole, self._figures_now)

    def _figures_now(self) -> tuple[TableColumn, ...]:
        block = self.work.figures.block
        if self.whole or (self.table.has_blocks and block is None):
            return self.table.columns
        return tuple(self.table.by_block[block if self.table.has_blocks else None].values())

    def columns(self) -> Sequence[Column]:
        """Mã, Chỉ tiêu, then a column a figure."""
        return self.kept("columns", (self.whole, self.host.width), self._columns_now)

    def _columns_now(self) -> Sequence[Column]:
        figures = self._figures
        return (
            Column((texts.CODE,), CODE, frozen=True),
            Column((texts.LABEL,), self._label_width, frozen=True),
            *(
                Column(self._titles(column), FIGURE, right=True, over=self._over(column))
                for column in figures
            ),
        )

    @property
    def _label_width(self) -> int:
        room = self.host.width - CODE - FIGURE * len(self._figures)
        return min(max(room, LEAST_LABEL), MOST_LABEL)

    def _titles(self, column: TableColumn) -> tuple[str, ...]:
        """The measure in lines."""
        measure = column_title(column) if column.key == column.block else MEASURES[column.measure].label
        return tuple(textwrap.wrap(measure.replace(":", ""), FIGURE - 1))

    def _over(self, column: TableColumn) -> str:
        """The block, where all blocks are shown and each has several columns."""
        if not self.whole or column.block in (None, column.key):
            return ""
        return BLOCK_BY_KEY[column.block].label

    def look(self) -> object:
        """Folds and columns."""
        return self.whole, self.unfolded

    def count(self) -> int:
        """Number of rows on screen."""
        return len(self._rows)

    def can_stop(self, row: int) -> bool:
        """Rows with figures, and the fold."""
        here = self._rows[row]
        return here is None or here.ma_so is not None

    def _place(self, row: int, col: int) -> tuple[Row, TableColumn] | None:
        here = self._rows[row] if row < self.count() else None
        figures = self._figures
        place = col - LEFT_COLUMNS
        if here is None or here.ma_so is None or not 0 <= place < len(figures):
            return None
        return here, figures[place]

    # Cells

    def cell(self, row: int, col: int) -> Cell:
        """Mã số, label or figure."""
        here = self._rows[row]
        if here is None:
            return Cell(texts.FOLDED if col == 1 else "", role=Role.DIM)
        if col == 0:
            return Cell(f"{here.ma_so:>4}" if here.ma_so else "")
        if col == 1:
            return Cell(
                "  " * max(here.level - 2, 0) + here.label, role=Role.TEXT if here.ma_so else Role.HEADING
            )
        place = self._place(row, col)
        return self._figure(*place) if place else Cell()

    def _figure(self, row: Row, column: TableColumn) -> Cell:
        self._refresh()
        typed = self._typed_value(row, column)
        if isinstance(typed, Typed):
            text = typed.text
        else:
            value = self.work.figures.cell(self.table, row, column.key)
            text = "" if value is None else format_number(value)
        issues = self._issues_at(row, column)
        worst = min((issue.severity for issue in issues), default=None)
        if worst is Severity.ERROR:
            return Cell(text, "!", Role.ERROR)
        if worst is Severity.WARNING:
            return Cell(text, "?", Role.WARNING)
        if typed is not None and self.table.derived:
            return Cell(text, "*")
        if self.table.derived and column.key in self.work.stale_cells.get((self.table.id, row.key), ()):
            return Cell(text, "~")
        return Cell(text)

    def _refresh(self) -> None:
        known = (self.work.content,)
        if self._known and self._known[0] is known[0]:
            return
        self._known = known
        self._signs = {}
        for issue in self.work.issues:
            place = issue.place
            if place.table == self.table.id and place.row and place.column:
                self._signs.setdefault((place.row, place.column), []).append(issue)

    def _issues_at(self, row: Row, column: TableColumn) -> list[Issue]:
        """Those placed at the cell; in the own block also those placed at Tổng số."""
        self._refresh()
        found = list(self._signs.get((row.key, column.key), ()))
        if not self.whole and column.block not in (None, TOTAL_BLOCK):
            total = self.table.by_block[TOTAL_BLOCK].get(column.measure)
            if total:
                found += self._signs.get((row.key, total.key), ())
        return found

    def _path(self, row: Row, column: TableColumn, part: str = "cells") -> Path:
        return (part, self.table.id, row.key, column.key)

    def _typed_value(self, row: Row, column: TableColumn) -> Any:
        return self.work.content.value(self._path(row, column))

    def title(self) -> str:
        """BIỂU 4 · PHÒNG HỌC."""
        return f"{texts.TABLE.format(number=self.table.number)} · {self.table.tab_title}".upper()

    def headings(self, width: int) -> list[Line]:
        """Heading lines; the rule below them."""
        lines = super().headings(width)
        note = self._state_line()
        return [*lines, line_of([(left(note, width), Role.DIM)], width)] if note else lines

    def _state_line(self) -> str:
        content = self.work.content
        if self.table.has_blocks and self.work.figures.block is None:
            return texts.NO_BLOCK_YET
        if not self.table.derived:
            return ""
        if content.taken_at is None:
            return texts.NEVER_TAKEN
        stale = self.work.stale_cells
        count = sum(len(columns) for (table, _), columns in stale.items() if table == self.table.id)
        return texts.STALE.format(count=count) if count else ""

    def explain(self) -> str:
        """Column, mã, what it counts; what was typed and why."""
        here = self._rows[self.row] if self.count() else None
        if here is None:
            return texts.FOLD_HELP
        place = self._place(self.row, self.col)
        if place is None:
            return here.label
        row, column = place
        parts = [
            BLOCK_BY_KEY[column.block].label if self.whole and column.block else "",
            "" if column.key == column.block else MEASURES[column.measure].label,
            f"mã {row.ma_so}",
            self._last_year(row, column),
        ]
        cut = len(row.label) + 2 * max(row.level - 2, 0) > self._label_width
        parts += [row.label.lstrip("-+ ") if cut else "", self.table.explanation(row)]
        note = self.work.content.value(self._path(*place, "notes"))
        reason = self.work.content.value(self._path(*place, "reasons"))
        if reason:
            parts.append(texts.REASON.format(text=reason))
        if note:
            parts.append(texts.NOTE.format(text=note))
        return " · ".join(dict.fromkeys(part for part in parts if part))

    def _last_year(self, row: Row, column: TableColumn) -> str:
        value = self.work.last_year(self.table, row, column)
        return "" if value is None else texts.LAST_YEAR.format(value=format_number(value))

    def messages(self) -> list[Message]:
        """The issues of the cell, without the place that the cursor shows."""
        place = self._place(self.row, self.col) if self.count() else None
        if place is None:
            return []
        found = sorted(self._issues_at(*place), key=lambda issue: issue is not self.host.issue_in_hand)
        return [(issue.severity, issue.message) for issue in found]

    def place_here(self) -> Place | None:
        """The cell, or the table."""
        place = self._place(self.row, self.col) if self.count() else None
        return Place(self.table.id, place[0].key, place[1].key) if place else Place(self.table.id)

    def help(self) -> list[str]:
        """The official meaning of the cell."""
        place = self._place(self.row, self.col) if self.count() else None
        if place is None:
            return []
        row, column = place
        unit = f" ({row.unit})" if row.unit else ""
        return [
            f"{self.table.title}, mã {row.ma_so}: {row.label}{unit}",
            f"{texts.COLUMN_WORD}: {column_title(column)}",
            self.table.explanation(row),
        ]
