"""What a grid is made of: columns, cells, and what it asks of the page that has them."""

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import NamedTuple, Protocol, TypeVar

from tui.desk.canvas import Role

Remembered = TypeVar("Remembered")


class Column(NamedTuple):
    """A column on screen: heading lines, width in cells; figures stand right, *frozen* ones never scroll.

    The cursor goes to no frozen column, but to one that *stays* in view beside them. *over* stands above the
    heading: what the column belongs to. Without any titles there are no heading lines.
    """

    titles: tuple[str, ...]
    width: int
    right: bool = False
    frozen: bool = False
    over: str = ""
    stays: bool = False


def heading_of(title: str, width: int) -> tuple[str, ...]:
    """A heading above the texts of a column of *width* cells, whole, on as many lines as it needs."""
    return tuple(" " + line for line in wrap(title, width - 1, break_on_hyphens=False))


class Cell(NamedTuple):
    """What a cell shows: text, a sign before it (``!`` error, ``?`` warning, ``*`` typed over, ``~`` changed)."""

    text: str = ""
    sign: str = ""
    role: Role = Role.TEXT


class Rows(Protocol):
    """What has rows and columns: a page, as its cursor and its view see it."""

    steady: bool
    """The rows depend on the content and on ``look`` alone: they are drawn once for all keys that change neither."""

    def columns(self) -> Sequence[Column]:
        """The columns, frozen ones first."""

    def count(self) -> int:
        """Number of rows."""

    def has(self, row: int) -> bool:
        """Whether there is such a row."""

    def cells_of(self, row: int, cols: Sequence[int]) -> list[Cell]:
        """What stands at several places of a row; *cols* count all columns."""

    def can_stop(self, row: int) -> bool:
        """Whether the cursor may rest on a row."""

    def look(self) -> object:
        """What a steady page shows otherwise than before though the content is the same."""

    def once(self, name: str, state: object, make: Callable[[], Remembered]) -> Remembered:
        """What *make* gives, made once for the content and *state*."""


class Room(Protocol):
    """How much room there is on the screen."""

    @property
    def width(self) -> int:
        """Columns of the screen."""

    def size(self) -> tuple[int, int]:
        """Columns and rows of the body."""
