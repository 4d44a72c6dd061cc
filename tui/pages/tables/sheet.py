"""A table of the form on screen: rows, columns and signs, typing into it, opening what stands behind a figure."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from forms.dossier.content import Edit, Path
from forms.model.declared import Frozen
from forms.model.errors import NhomtreError
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.model.record import FieldRole
from forms.model.table import Column as TableColumn
from forms.model.table import Figure, Row, Table
from forms.model.text import clean, fold, format_number, parse_decimal, parse_int
from forms.model.values import Typed, as_number
from tui.desk.canvas import Line, Role, left, line_of
from tui.desk.grid.cells import Cell, Column
from tui.desk.kinds.grid_page import GridPage
from tui.desk.page import BETWEEN, Deed, Focus, Host, Message, words_of
from tui.desk.page_names import PageName
from tui.desk.shown_report import ShownReport
from tui.texts import desk_words, sheet_words
from tui.texts.help import help_words
from tui.texts.help.keys import Action

CODE, FIGURE = 5, 10
LEAST_LABEL, MOST_LABEL = 30, 70
LEFT_COLUMNS = 2
QUESTIONS = {"reasons": sheet_words.ASK_REASON, "notes": sheet_words.ASK_NOTE}
"""The question for a text beside a cell; that for a reason names the cell, since Enter has gone on from it."""
"""What is asked for beside a figure, by the part of the dossier that it becomes."""


class Use(Frozen):
    """What a table is on screen for: its keys, whether all of it is shown at once, what stands behind a figure."""

    actions: tuple[Action, ...]
    behind: PageName
    has_behind: Callable[[Table, Row], bool]
    opens: str = sheet_words.OPENS_RECORDS
    shows_all: bool = False
    tells_state: bool = True
    """Whether a line above the rows tells that figures are not taken or stale."""


OF_A_REPORT = Use(
    (
        Action.MENU,
        Action.HELP,
        Action.NEXT_ISSUE,
        Action.TAKE,
        Action.PRINT,
        Action.EXCEL,
        Action.FIND,
        Action.BACK,
        Action.COLUMNS,
        Action.NOTE,
        Action.SAVE,
        Action.HISTORY,
    ),
    PageName.RECORDS_BEHIND,
    lambda table, row: table.derived and row.query is not None,
)
OF_FIGURES = OF_A_REPORT.but(has_behind=lambda table, row: False)
"""Of a report whose records did not come: nothing stands behind a figure here."""
OF_A_SUM = Use(
    (Action.HELP, Action.FIND, Action.NEXT_ISSUE, Action.MENU, Action.BACK),
    PageName.FACILITIES_BEHIND,
    lambda table, row: True,
    opens=sheet_words.OPENS_FACILITIES,
    shows_all=True,
    tells_state=False,
)


def table_of_place(host: Host[ShownReport], place: Place) -> SheetPage:
    """The page of the table where a place is."""
    table = host.work.content.form.table_by_id[place.table or ""]
    if host.work.is_sum:
        return SheetPage(host, table, OF_A_SUM)
    return SheetPage(host, table, OF_A_REPORT if host.work.has_records else OF_FIGURES)


class _Here(Frozen):
    """The cell in focus, and what does not depend on what is typed into it."""

    row: Row
    column: TableColumn
    place: Place
    focus: Focus
    about: tuple[str, ...]


class SheetPage(GridPage[ShownReport]):
    """One official table: of a report to type into, of a sum to look at."""

    steady = True

    def __init__(self, host: Host[ShownReport], table: Table, use: Use) -> None:
        super().__init__(host)
        self.table = table
        self.actions = use.actions
        self._use = use
        self.whole = use.shows_all and table.has_blocks
        self.unfolded = use.shows_all

    @property
    def _rows(self) -> list[Row | None]:
        """The rows on screen; None stands for the school rows that are folded away."""
        return self.once("rows", self.unfolded, self._rows_now)

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
        content = self.work.content
        kind = content.roster.facility.told(FieldRole.KIND)
        return kind is None or bool(content.form.is_independent(kind))

    @property
    def _figures(self) -> tuple[TableColumn, ...]:
        return self.once("figures", self.whole, self._figures_now)

    def _figures_now(self) -> tuple[TableColumn, ...]:
        block = self.work.figures.block
        if self.whole or (self.table.has_blocks and block is None):
            return self.table.columns
        return tuple(self.table.measures(block).values())

    def columns(self) -> Sequence[Column]:
        """Mã, Chỉ tiêu, then a column a figure."""
        return self.once("columns", (self.whole, self.host.width), self._columns_now)

    def _columns_now(self) -> Sequence[Column]:
        figures = self._figures
        return (
            Column((desk_words.CODE,), CODE, frozen=True),
            Column((sheet_words.LABEL,), self._label_width, frozen=True),
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
        measure = column.title if column.key == column.block else column.measure_title
        return tuple(textwrap.wrap(measure.replace(":", ""), FIGURE - 1))

    def _over(self, column: TableColumn) -> str:
        """The block, where all blocks are shown and each has several columns."""
        if not self.whole or column.block in (None, column.key):
            return ""
        return self.table.block_by_key[column.block].label

    def look(self) -> object:
        """Folds and columns."""
        return self.whole, self.unfolded

    def count(self) -> int:
        return len(self._rows)

    def can_stop(self, row: int) -> bool:
        """Rows with figures, and the fold."""
        here = self._rows[row]
        return here is None or here.ma_so is not None

    def _place(self, row: int, col: int) -> tuple[Row, TableColumn] | None:
        rows, figures = self._rows, self._figures
        here = rows[row] if row < len(rows) else None
        place = col - LEFT_COLUMNS
        if here is None or here.ma_so is None or not 0 <= place < len(figures):
            return None
        return here, figures[place]

    @property
    def _here(self) -> _Here | None:
        """The cell of the cursor; None on the fold."""
        return self.once("here", (self.cursor.wish, self.whole, self.unfolded), self._here_now)

    def _here_now(self) -> _Here | None:
        at, col = self.cursor.row, self.cursor.col
        place = self._place(at, col)
        if place is None:
            return None
        row, column = place
        text = self._text(row, column) or desk_words.EMPTY_CELL
        return _Here(
            row,
            column,
            Place(self.table.id, row.key, column.key),
            Focus(text, self.row_heading(at), self.column_heading(col)),
            tuple(self._about(row, column)),
        )

    # Cells

    def cell(self, row: int, col: int) -> Cell:
        """Mã số, label or figure."""
        (cell,) = self.cells_of(row, (col,))
        return cell

    def cells_of(self, row: int, cols: Sequence[int]) -> list[Cell]:
        """Mã số, label and figures."""
        here = self._rows[row]
        if here is None:
            return [Cell(sheet_words.FOLDED if col == 1 else "", role=Role.DIM) for col in cols]
        figures = self._figures
        return [
            self._left_of(here, col)
            if col < LEFT_COLUMNS
            else self._figure(here, figures[col - LEFT_COLUMNS])
            for col in cols
        ]

    def _left_of(self, row: Row, col: int) -> Cell:
        if col == 0:
            return Cell(f"{row.ma_so:>4}" if row.ma_so else "")
        return Cell("  " * max(row.level - 2, 0) + row.label, role=Role.TEXT if row.ma_so else Role.HEADING)

    def _text(self, row: Row, column: TableColumn) -> str:
        typed = self._typed_value(row, column)
        if isinstance(typed, Typed):
            return typed.text
        value = self.work.figures.cell(self.table, row, column.key)
        return "" if value is None else format_number(value)

    def _figure(self, row: Row, column: TableColumn) -> Cell:
        if row.ma_so is None:
            return Cell()
        text = self._text(row, column)
        issues = self._issues_at(row, column)
        worst = min((issue.severity for issue in issues), default=None)
        if worst is Severity.ERROR:
            return Cell(text, "!", Role.ERROR)
        if worst is Severity.WARNING:
            return Cell(text, "?", Role.WARNING)
        derived = self.table.derives(row)
        if derived and self._typed_value(row, column) is not None:
            return Cell(text, "*")
        if derived and column.key in self.work.stale_cells.get((self.table.id, row.key), ()):
            return Cell(text, "~")
        return Cell(text)

    @property
    def _issues(self) -> dict[tuple[str, str], list[Issue]]:
        """Row and column → the issues placed there."""
        return self.once("issues", None, self._issues_by_cell)

    def _issues_by_cell(self) -> dict[tuple[str, str], list[Issue]]:
        placed: dict[tuple[str, str], list[Issue]] = {}
        for issue in self.work.issues:
            if issue.place.table == self.table.id and issue.place.row and issue.place.column:
                placed.setdefault((issue.place.row, issue.place.column), []).append(issue)
        return placed

    def _issues_at(self, row: Row, column: TableColumn) -> list[Issue]:
        """Those placed at the cell; in the own block also those placed at Tổng số."""
        placed = self._issues
        issues = list(placed.get((row.key, column.key), ()))
        if not self.whole and column.block not in (None, self.table.total_block):
            total = self.table.by_block[self.table.total_block].get(column.measure)
            if total:
                issues += placed.get((row.key, total.key), ())
        return issues

    def _kept_at(self, row: Row, column: TableColumn, part: str = "cells") -> Path:
        return (part, self.table.id, row.key, column.key)

    def _typed_value(self, row: Row, column: TableColumn) -> Any:
        return self.work.content.value(self._kept_at(row, column))

    def title(self) -> str:
        """BIỂU 4 · PHÒNG HỌC."""
        return f"{sheet_words.TABLE.format(number=self.table.number)} · {self.table.tab_title}".upper()

    def headings(self, width: int) -> list[Line]:
        """Heading lines; the rule below them."""
        lines = super().headings(width)
        note = self._state_line() if self._use.tells_state else ""
        return [*lines, line_of([(left(note, width), Role.DIM)], width)] if note else lines

    def _state_line(self) -> str:
        content = self.work.content
        if self.table.has_blocks and self.work.figures.block is None:
            return sheet_words.NO_BLOCK_YET
        if not self.table.derived:
            return ""
        if content.taken_at is None:
            return sheet_words.NEVER_TAKEN
        stale = self.work.stale_cells
        count = sum(len(columns) for (table, _), columns in stale.items() if table == self.table.id)
        return sheet_words.STALE.format(count=count) if count else ""

    def in_focus(self) -> Focus | None:
        """A figure; the fold says all itself."""
        return here.focus if (here := self._here) else None

    def row_heading(self, row: int) -> str:
        """Mã số and label."""
        here = self._rows[row]
        return (
            sheet_words.ROW_HEADING.format(number=here.ma_so, label=here.label.lstrip("-+ ")) if here else ""
        )

    def column_heading(self, col: int) -> str:
        """The block where there are several, and the measure."""
        column = self._figures[col - LEFT_COLUMNS]
        block = self.table.block_by_key[column.block].label if self.whole and column.block else ""
        measure = "" if column.key == column.block else column.measure_title
        return " ".join(dict.fromkeys(part for part in (block, measure) if part))

    def explain(self) -> str:
        """What can be done there, what it counts, last year's figure; what was typed and why."""
        if here := self._here:
            return BETWEEN.join([self._next_here(here.row, here.column), *here.about])
        row = self._rows[self.cursor.row] if self.count() else None
        return row.label if row else sheet_words.FOLD_HELP

    def _next_here(self, row: Row, column: TableColumn) -> str:
        if self._use.has_behind(self.table, row):
            return self._use.opens
        if not self.work.can_edit():
            return sheet_words.ONLY_LOOKED_AT
        is_typed = self.table.can_type(row, column, self.work.figures.block)
        return sheet_words.TYPE_HERE if is_typed else sheet_words.TYPE_ELSEWHERE

    def _about(self, row: Row, column: TableColumn) -> list[str]:
        parts = [
            self._last_year(row, column),
            row.explanation,
            self.table.years_of(self.work.content.year.start),
        ]
        note = self.work.content.value(self._kept_at(row, column, "notes"))
        reason = self.work.content.value(self._kept_at(row, column, "reasons"))
        if reason:
            parts.append(sheet_words.REASON.format(text=reason))
        if note:
            parts.append(sheet_words.NOTE.format(text=note))
        return list(dict.fromkeys(part for part in parts if part))

    def _last_year(self, row: Row, column: TableColumn) -> str:
        value = self.work.last_year(self.table, row, column)
        return "" if value is None else sheet_words.LAST_YEAR.format(value=format_number(value))

    def issues_in_focus(self) -> Sequence[Issue]:
        """Those of the cell, then those of the whole table."""
        return [*self._issues_in_cell, *super().issues_in_focus()]

    @property
    def _issues_in_cell(self) -> list[Issue]:
        """The issues of the cell in focus, that in hand first."""
        here = self._here
        issues = self._issues_at(here.row, here.column) if here else []
        return sorted(issues, key=lambda issue: issue is not self.host.issue_in_hand)

    def messages(self) -> list[Message]:
        """The issues of the cell, without the place that the cursor shows."""
        return [(issue.severity, words_of(issue)) for issue in self._issues_in_cell]

    def place_here(self) -> Place | None:
        """The cell, or the table."""
        return here.place if (here := self._here) else Place(self.table.id)

    def signs(self) -> Mapping[str, str]:
        return {
            **help_words.ISSUE_SIGNS,
            **(help_words.TAKEN_SIGNS if self.table.derived and self._use.tells_state else {}),
        }

    def help(self) -> list[str]:
        """The official meaning of the cell, where its figure comes from and goes to, last year's."""
        here = self._here
        if here is None:
            return super().help()
        row, column = here.row, here.column
        unit = f" ({row.unit})" if row.unit else ""
        totals = [
            other
            for other in self.table.data_rows
            if any(row.ma_so in parts for parts in (other.sum_of, *other.also_sum_of))
        ]
        return [
            sheet_words.ROW_IN_FULL.format(table=self.table.title, number=row.ma_so, label=row.label + unit),
            f"{sheet_words.COLUMN_WORD}: {column.title}",
            sheet_words.VALUE_NOW.format(value=here.focus.text),
            self._source(row, column),
            sheet_words.GOES_INTO.format(rows=_numbers(total.ma_so for total in totals)) if totals else "",
            *here.about,
        ]

    def _source(self, row: Row, column: TableColumn) -> str:
        figures = self.work.figures
        if not self._use.tells_state:
            return ""
        if column.block not in (None, self.table.total_block, figures.block):
            return sheet_words.SUM_OF_COLUMNS
        if row.sum_of:
            return sheet_words.SUM_OF_ROWS.format(rows=_numbers(row.sum_of))
        if self.table.derives(row) and self._typed_value(row, column) is not None:
            return sheet_words.TYPED_OVER
        if row.query is not None:
            what = self.work.content.form.record_by_key[row.query.record].title.lower()
            sentence = sheet_words.ADDED_FROM if row.query.total else sheet_words.COUNTED_FROM
            return sentence.format(what=what)
        is_typed = self.table.can_type(row, column, figures.block)
        return sheet_words.TYPED_HERE if is_typed else sheet_words.SUM_OF_COLUMNS

    # Typing

    def can_type(self, row: int, col: int) -> bool:
        """Leaf rows of the own block."""
        place = self._place(row, col)
        return (
            place is not None
            and self.work.can_edit()
            and self.table.can_type(*place, self.work.figures.block)
        )

    def why_not(self, row: int, col: int) -> str:
        """Total rows are added up, other blocks belong to other ownerships."""
        place = self._place(row, col)
        if refusal := self.work.refusal():
            return str(refusal)
        if place and self.table.has_blocks and self.work.figures.block is None:
            return sheet_words.NO_BLOCK_YET
        return sheet_words.ADDED_UP if place else desk_words.NOT_TYPABLE

    def typed(self, row: int, col: int) -> str:
        """The figure without thousands points, or what was typed."""
        return self.cell(row, col).text

    def _parse(self, text: str) -> Any:
        if not text:
            return None
        if self.table.figure is Figure.COUNT:
            number: Any = parse_int(text)
        else:
            decimal = parse_decimal(text)
            number = None if decimal is None else as_number(decimal)
        return Typed(text) if number is None else number

    def commit(self, row: int, col: int, text: str) -> None:
        """Keep the figure; a text that is no number stays as typed, marked."""
        place = self._place(row, col)
        if place:
            self.work.commit(self._edits(place, text))

    def _edits(self, place: tuple[Row, TableColumn], text: str) -> list[Edit]:
        content = self.work.content
        path = self._kept_at(*place)
        value = self._parse(text)
        edits = [Edit(path, content.value(path), value)]
        reason = self._kept_at(*place, "reasons")
        if value is None and content.value(reason) is not None:
            edits.append(Edit(reason, content.value(reason), None))
        return edits

    def clear(self, row: int, col: int) -> None:
        """Empty a typed cell; a cell typed over gives the derived figure back, and one that is not says so."""
        place = self._place(row, col)
        is_typed = place is not None and self._typed_value(*place) is not None
        if is_typed:
            self.commit(row, col, "")
        if place is not None and self.table.derives(place[0]) and self.work.content.taken is not None:
            self.host.say(sheet_words.GIVEN_BACK if is_typed else sheet_words.NOTHING_TYPED_OVER)

    def after_enter(self, row: int, col: int) -> None:
        """A figure typed over a derived one asks for its reason."""
        place = self._place(row, col)
        if (
            place
            and self.table.derives(place[0])
            and self._typed_value(*place) is not None
            and not self.work.content.is_empty
        ):
            path = self._kept_at(*place, "reasons")
            self._ask(path, self.work.content.value(path) or "")

    def _ask(self, path: Path, known: str) -> None:
        """Ask for a text beside the figure; asked again when it could not be written."""

        def keep(text: str) -> None:
            try:
                self.work.put(path, text or None)
            except NhomtreError:
                self._ask(path, text)
                raise

        part, _, row, key = path
        column = self.table.column_by_key[key]
        cell = {"row": self.table.row_by_key[row].ma_so, "column": column.measure_title or column.title}
        self.host.ask(QUESTIONS[part].format(**cell), keep, known, path, in_words=True)

    def paste_block(self, block: list[list[str]]) -> None:
        """Figures from a spreadsheet into the typed cells from the cursor on, as one change."""
        edits: list[Edit] = []
        refused = 0
        row = self.cursor.row
        for texts_of_row in block:
            while row < self.count() and not self.can_stop(row):
                row += 1
            for offset, text in enumerate(texts_of_row):
                place = self._place(row, self.cursor.col + offset)
                if place and self.can_type(row, self.cursor.col + offset):
                    edits += self._edits(place, clean(text))
                elif text.strip():
                    refused += 1
            row += 1
        self.work.commit(edits)
        self.host.say(sheet_words.PASTED.format(count=len(edits), refused=refused))

    # Opening and actions

    def open(self, row: int, col: int) -> bool:
        """What stands behind a figure; the fold opens."""
        if self._rows[row] is None:
            self.unfolded = True
            return True
        place = self._place(row, col)
        if place is None or not self._use.has_behind(self.table, place[0]):
            return False
        self.host.open(self._use.behind, self.table, *place)
        return True

    def deeds(self) -> Mapping[Action, Deed]:
        return {**super().deeds(), Action.COLUMNS: self._turn_columns, Action.NOTE: self._ask_note}

    def _turn_columns(self) -> None:
        """All columns, or those of the own block."""
        if not self.table.has_blocks:
            self.host.say(sheet_words.ALL_COLUMNS)
            return
        self.whole = not self.whole
        self.grid.view.first, self.cursor.col = 0, LEFT_COLUMNS

    def _ask_note(self) -> None:
        here = self._here
        if here is None:
            self.host.say(sheet_words.NOTE_NEEDS_CELL)
        else:
            path = self._kept_at(here.row, here.column, "notes")
            self._ask(path, self.work.content.value(path) or "")

    def path(self, row: int, col: int) -> Path | None:
        place = self._place(row, col)
        return self._kept_at(*place) if place else None

    def seek(self, path: Path) -> bool:
        """A note stands at its cell; a reason as well, while the cell is typed over."""
        cell = ("cells", *path[1:])
        is_of_cell = path[0] != "reasons" or self.work.content.value(cell) is not None
        return is_of_cell and super().seek(cell)

    def take_up(self, path: Path, text: str) -> None:
        if path[0] in QUESTIONS:
            self._ask(path, text)
        else:
            super().take_up(path, text)

    def has_text(self, row: int, text: str) -> bool:
        """A row is found by its label or its mã số."""
        here = self._rows[row]
        if here is None or not here.ma_so:
            return False
        return fold(text) in fold(here.label) or text.strip() == str(here.ma_so)

    def bookmark(self) -> Deed:
        """With folds and columns."""
        shown, back = (self.whole, self.unfolded), super().bookmark()

        def back_to_all() -> None:
            self.whole, self.unfolded = shown
            back()

        return back_to_all

    def shows(self, place: Place) -> bool:
        return place.table == self.table.id

    def go_to(self, place: Place) -> None:
        """The cursor on a cell of the form; unfolds and widens what hides it."""
        if not place.row:
            return
        row = self.table.row_by_key[place.row]
        if row not in self._rows:
            self.unfolded = True
        column = self.table.column_by_key.get(place.column or "")
        figures = self._figures
        if column and column not in figures:
            own = self.table.by_block.get(self.work.figures.block, {}).get(column.measure)
            if column.block == self.table.total_block and own in figures:
                column = own
            else:
                self.whole = True
                figures = self._figures
        at = figures.index(column) if column in figures else 0
        self.go(self._rows.index(row), LEFT_COLUMNS + at)


def _numbers(rows: Iterable[int | None]) -> str:
    return ", ".join(map(str, rows))
