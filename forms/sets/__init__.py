"""The official forms as data, a folder each. A new year's form is a new folder here, not new code elsewhere.

This is the one place that knows which sets there are: ``form_of`` a school year, ``newest``, ``in_force``. ``form_set`` says what
a set is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forms.sets.form_set import FormSet


def _mn2019() -> FormSet:
    from forms.sets.mn2019.form import FORM  # 30 modules: loaded when a report is first looked at

    return FORM


SETS: dict[int, Callable[[], FormSet]] = {2019: _mn2019}
"""Starting year of the first school year in which a set is in force → the set; before the first, the first."""


@cache
def form_of(year: int) -> FormSet:
    """The set in force in the school year that begins in *year*."""
    return SETS[max((since for since in SETS if since <= year), default=min(SETS))]()


def newest() -> FormSet:
    """The set that came last: for what is asked before there is a report."""
    return SETS[max(SETS)]()


def in_force() -> Iterator[tuple[int, int | None, FormSet]]:
    """Every set with the starting years of the first and the last school year that it is for; None: to this day."""
    starts = sorted(SETS)
    for since, following in zip(starts, [*starts[1:], None], strict=True):
        yield since, None if following is None else following - 1, SETS[since]()
