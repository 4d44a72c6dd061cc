"""The official forms as data, a folder each. A new year's form is a new folder here, not new code elsewhere.

This is the one place that knows which sets there are: ``set_named`` as files name it, ``form_of`` a school year for what is
begun in it, ``newest``, ``in_force``. ``form_set`` says what a set is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

from forms.model.errors import Refused
from forms.model.text import clean, shorten
from forms.sets import set_words

if TYPE_CHECKING:
    from forms.sets.form_set import FormSet


def _mn2019() -> FormSet:
    from forms.sets.mn2019.form import FORM  # 30 modules: loaded when a report is first looked at

    return FORM


class Registered:
    """A set that the program knows. *since*: starting year of the first school year in which reports are begun with it; None: none
    is, it opens what was made with it. No tuple of names: making the class of one would cost every start more than all else here."""

    __slots__ = ("load", "since")

    def __init__(self, since: int | None, load: Callable[[], FormSet]) -> None:
        self.since = since
        self.load = load


SETS: dict[str, Registered] = {"mn2019/1": Registered(2019, _mn2019)}
"""``FormSet.name`` → the set."""

UNNAMED = "mn2019/1"
"""What a file is of that names no set: of the one that was the only one before files named theirs."""


class UnknownSet(Refused):
    """A file names a set that this version of the program does not know; the sentence says which, and which it knows."""

    def __init__(self, name: str) -> None:
        known = ", ".join(sorted(SETS))
        super().__init__(set_words.UNKNOWN_SET.format(name=shorten(clean(name), 40), known=known))


def set_named(name: str) -> FormSet:
    """The set that a file names, '' where it names none. Raises UnknownSet."""
    demand_known(name)
    return SETS[name or UNNAMED].load()


def demand_known(name: str) -> None:
    """Raise UnknownSet when ``set_named`` would."""
    if (name or UNNAMED) not in SETS:
        raise UnknownSet(name or UNNAMED)


def name_to_write(form: FormSet) -> str:
    """How a file names its set that versions before sets were named read, too: '' for the set of those that name none."""
    return "" if form.name == UNNAMED else form.name


def form_of(year: int) -> FormSet:
    """The set with which a report is begun in the school year that begins in *year*; before the first one, the first."""
    starts = _starts()
    return starts[max((since for since in starts if since <= year), default=min(starts))]()


def successor_of(form: FormSet, year: int) -> FormSet:
    """The set with which who has a report of *form* goes on in the school year that begins in *year*: the newest one by then that
    declares what of it stands in it; else the same."""
    since = [(known.since, known.load()) for known in SETS.values() if known.since is not None]
    following = [
        (start, one) for start, one in since if start <= year and one.correspondence_with(form) is not None
    ]
    return max(following, key=itemgetter(0), default=(year, form))[1]


def every_set() -> Iterator[FormSet]:
    """Every set that is known."""
    for known in SETS.values():
        yield known.load()


def newest() -> FormSet:
    """The set that came last: for what is asked before there is a report."""
    starts = _starts()
    return starts[max(starts)]()


def in_force() -> Iterator[tuple[int, int | None, FormSet]]:
    """Every set that reports are begun with, and the starting years of the first and the last school year of that; None: to this day."""
    loads = _starts()
    starts = sorted(loads)
    for since, following in zip(starts, [*starts[1:], None], strict=True):
        yield since, None if following is None else following - 1, loads[since]()


def _starts() -> dict[int, Callable[[], FormSet]]:
    return {known.since: known.load for known in SETS.values() if known.since is not None}
