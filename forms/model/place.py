"""A place in a report: a table, row or cell; or a list, record or field of one."""

from typing import NamedTuple


class Place(NamedTuple):
    """A table, row or cell; or a list, record or field of one. What does not apply is None."""

    table: str | None = None
    row: str | None = None
    column: str | None = None
    record: str | None = None
    """``facility``, ``children`` (the whole list) or ``children/c0003``."""
    field: str | None = None

    @property
    def whole(self) -> str | None:
        """The table or the list that it is in, ``T4``, ``children``; None for a record that is in no list."""
        if self.table is not None:
            return self.table
        part, _, ref = (self.record or "").partition("/")
        return part if ref else None

    @property
    def around(self) -> tuple["Place", ...]:
        """It and what it lies in, the narrowest first: a cell, its row, its table; a field, its record, its list."""
        if self.table is not None:
            wider = Place(self.table, self.row), Place(self.table)
        else:
            wider = Place(record=self.record), Place(record=self.whole or self.record)
        return tuple(dict.fromkeys((self, *wider)))

    def __str__(self) -> str:
        if self.table is not None:
            row = f".{self.row}" if self.row else ""
            return self.table + row + (f":{self.column}" if self.column else "")
        return "/".join(part for part in (self.record, self.field) if part)
