"""A list whose lines are chosen by their numbers, for keyboards without function keys."""

from __future__ import annotations

from tui.desk.lists import ListPage
from tui.desk.page import Host


class NumberedPage(ListPage):
    """Digits go to the line of that number; two digits to those from 10 on."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._typed = ""

    def number(self, row: int) -> int:
        """The number of a line; 0 when it has none."""
        raise NotImplementedError

    def key(self, name: str, char: str | None) -> bool:
        """A digit, or any other key."""
        if char is None or not (char.isascii() and char.isdecimal()):
            self._typed = ""
            return super().key(name, char)
        rows = {self.number(row): row for row in range(self.count()) if self.number(row)}
        for typed in (self._typed + char, char):
            if int(typed) in rows:
                self._typed = typed
                self.go(rows[int(typed)])
                return True
        self._typed = ""
        return True

    def leave(self) -> bool:
        """Another action: the digits before it are forgotten."""
        self._typed = ""
        return super().leave()
