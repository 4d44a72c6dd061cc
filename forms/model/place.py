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

    def __str__(self) -> str:
        if self.table is not None:
            row = f".{self.row}" if self.row else ""
            return self.table + row + (f":{self.column}" if self.column else "")
        return "/".join(part for part in (self.record, self.field) if part)
