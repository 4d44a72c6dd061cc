"""A block pasted into quick entry, shown before anything is taken: what is added, changed, refused, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from forms.legacy import Encoding, can_be, convert, detect
from forms.pasting import Kind, PastedRow, edits_of, read_block
from forms.roster import Subject
from forms.spec import Field, RecordType
from forms.text import clean
from tui import texts
from tui.canvas import Role
from tui.keys import Action
from tui.pages.base import Host, Message
from tui.pages.grid import Cell, Column
from tui.pages.lists import ListPage

TAKE_LINES = 1
ROW_WIDTH, KIND_WIDTH = 6, 12


class PastePage(ListPage):
    """The rows of the block below a line that takes them, and a line for text in an old encoding."""

    actions = (Action.HELP, Action.MENU, Action.BACK)

    def __init__(
        self,
        host: Host,
        record: RecordType,
        fields: Sequence[Field],
        block: list[list[str]],
        over: Sequence[Subject],
    ) -> None:
        super().__init__(host)
        self.record = record
        self.fields = fields
        self._block = block
        self._over = over
        self.encoding = _encoding(block)
        self.is_converted = False
        self._left_out: set[int] = set()
        self.settle()

    @property
    def rows(self) -> list[PastedRow]:
        """The rows as read."""
        return self.kept("rows", self.is_converted, self._read)

    def _read(self) -> list[PastedRow]:
        block = [[self._shown(text) for text in cells] for cells in self._block]
        work = self.work
        return read_block(work.content, self.record, self.fields, block, self._over, work.workspace.today)

    def _shown(self, text: str) -> str:
        encoding = self.encoding if self.is_converted else None
        return clean(convert(text, encoding) if encoding and can_be(text, encoding) else text)

    @property
    def taken(self) -> list[PastedRow]:
        """The rows that would be taken."""
        return [
            row
            for row in self.rows
            if row.kind in (Kind.ADD, Kind.CHANGE) and row.number not in self._left_out
        ]

    def title(self) -> str:
        """How many rows."""
        return texts.PASTE_TITLE.format(count=len(self.rows))

    def headings(self, width: int) -> list[tuple[tuple[str, Role], ...]]:
        """None."""
        return []

    def columns(self) -> Sequence[Column]:
        """Row number, what becomes of it, its values."""
        return (
            Column(("",), ROW_WIDTH),
            Column(("",), KIND_WIDTH),
            Column(("",), max(self.host.width - ROW_WIDTH - KIND_WIDTH - 1, 20)),
        )

    @property
    def _before(self) -> int:
        return TAKE_LINES + (self.encoding is not None)

    def count(self) -> int:
        """The lines before, then a line a row."""
        return self._before + len(self.rows)

    def _row(self, row: int) -> PastedRow | None:
        place = row - self._before
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def cell(self, row: int, col: int) -> Cell:
        """The line that takes, the line of the encoding, or a part of a row."""
        found = self._row(row)
        if found is None:
            shown = ("", "", self._take_line()) if row == 0 else self._encoding_line()
            return Cell(shown[col], role=Role.HEADING)
        out = found.number in self._left_out and found.kind in (Kind.ADD, Kind.CHANGE)
        if col == 0:
            return Cell(f"{found.number:>4}")
        if col == 1:
            sign = "!" if found.kind is Kind.REFUSE else "?" if found.remarks else ""
            role = Role.ERROR if found.kind is Kind.REFUSE else Role.WARNING if found.remarks else Role.TEXT
            return Cell(texts.PASTE_KIND["skip" if out else found.kind], sign, role)
        cells = (self._shown(text) or texts.PASTE_EMPTY for text in self._block[found.number - 1])
        return Cell(" · ".join(cells), role=Role.DIM if out else Role.TEXT)

    def _take_line(self) -> str:
        kinds = Counter(row.kind for row in self.taken)
        every = Counter(row.kind for row in self.rows)
        return texts.PASTE_TAKE.format(
            added=kinds[Kind.ADD],
            changed=kinds[Kind.CHANGE],
            same=every[Kind.SAME],
            refused=len(self.rows) - len(self.taken) - every[Kind.SAME],
        )

    def _encoding_line(self) -> tuple[str, str, str]:
        assert self.encoding is not None
        before = next(
            text
            for cells in self._block
            for text in cells
            if can_be(text, self.encoding) and convert(text, self.encoding) != text
        )
        shown = texts.PASTE_ENCODED.format(
            encoding=texts.ENCODINGS[self.encoding],
            before=clean(before),
            after=clean(convert(before, self.encoding)),
        )
        return "", texts.PASTE_CONVERT[self.is_converted], shown

    def key(self, name: str, char: str | None) -> bool:
        """The space bar leaves a row out or takes it, and switches the conversion."""
        if char != " ":
            return super().key(name, char)
        found = self._row(self.row)
        if found is not None:
            self._left_out ^= {found.number}
            self._step_row(1)
        elif self.row and self.encoding:
            self.is_converted = not self.is_converted
        self.settle()
        return True

    def open(self, row: int, col: int) -> bool:
        """Take the rows, as one change; on another line Enter leads to the first."""
        if row:
            self.go(0)
            return True
        taken = self.taken
        wrong = self.work.commit(edits_of(self.work.content, self.record, taken))
        self.host.back()
        kinds = Counter(each.kind for each in taken)
        done = texts.PASTED_ROWS.format(added=kinds[Kind.ADD], changed=kinds[Kind.CHANGE])
        self.host.say(wrong or (done if taken else texts.PASTED_NONE))
        return True

    def why_not(self, row: int, col: int) -> str:
        """Nothing is typed here."""
        return texts.PASTE_HELP

    def explain(self) -> str:
        """What the keys do."""
        if self.row and self._row(self.row) is None and self.encoding:
            return texts.PASTE_CONVERT_HELP.format(encoding=texts.ENCODINGS[self.encoding])
        return texts.PASTE_HELP

    def messages(self) -> list[Message]:
        """Why a row is refused, what of it cannot be read."""
        found = self._row(self.row)
        if found is None:
            return []
        return [
            (None, texts.PASTE_REMARKS[remark.code].format(label=remark.label, text=remark.text))
            for remark in found.remarks
        ]


def _encoding(block: Sequence[Sequence[str]]) -> Encoding | None:
    """The old encoding of a column of the block, when there is one."""
    width = max(map(len, block), default=0)
    columns = ([cells[place] for cells in block if place < len(cells)] for place in range(width))
    return next((found for found in map(detect, columns) if found), None)
