"""A table of figures as lines of text, in the columns of one ownership block."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from forms.model.table import Table
from forms.model.text import format_number
from forms.report.figures import Figures
from tui.texts import command_line_words

SCREEN, CODE_WIDTH, FIGURE_WIDTH, LEAST_LABEL = 80, 6, 8, 24
"""Columns of a terminal, and those of a table's mã số, at least of a figure, and at least of a label."""


def table_lines(table: Table, figures: Figures, block: str | None) -> Iterator[str]:
    """The rows with a figure other than 0 in *block*."""
    yield f"{table.title.upper()}"
    measures = table.measures(block)
    rows = [
        (row, [figures.cell(table, row, column.key) for column in measures.values()])
        for row in table.data_rows
    ]
    shown = [
        (row, ["" if value is None else format_number(value) for value in values])
        for row, values in rows
        if any(values)
    ]
    if not shown:
        yield f"  {command_line_words.TABLE_EMPTY}"
        yield ""
        return
    titles = [column.measure_title for column in measures.values()]
    yield f"  {command_line_words.COLUMNS} " + " · ".join(titles)
    width = max(FIGURE_WIDTH, *(len(text) + 1 for _, values in shown for text in values))
    room = max(SCREEN - CODE_WIDTH - width * len(titles), LEAST_LABEL)
    for row, values in shown:
        first, *rest = textwrap.wrap(row.label, room)
        yield f"  {row.ma_so:>3} {first:<{room}}" + "".join(f"{text:>{width}}" for text in values)
        yield from (f"      {line}" for line in rest)
    yield ""
