"""Lists that letters narrow down as they are typed."""

from __future__ import annotations

from tui.desk.lists import ListPage


class NarrowedPage(ListPage):
    """Letters are looked for, Backspace takes the last one back. The subclass says what is shown then."""

    query = ""

    def look_for(self, query: str) -> None:
        """Show what fits *query*."""
        raise NotImplementedError

    def key(self, name: str, char: str | None) -> bool:
        """Letters narrow the list down."""
        if name == "backspace":
            self.look_for(self.query[:-1])
        elif char is not None and char.isprintable():
            self.look_for(self.query + char)
        else:
            return super().key(name, char)
        return True
