"""The training copy: an invented group, made for the training that the letter calls to (849 §5.2).

Its report has no error and three telling warnings: a child outside the age group of its class, a child
not yet weighed and measured, an employee who stands in no line of her own.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from forms.dossier.roster import SchoolYear
from forms.sets import newest

if TYPE_CHECKING:
    from forms.package.reader import Package

TRAINING_FOLDER = "tap-huan"
LESSON_FOLDER = "bai-hoc"
"""Of the unfinished copy that a lesson is learnt on."""


def training_year() -> SchoolYear:
    """The school year of the training copy."""
    return SchoolYear(newest().training.year)


@cache
def training_day() -> date:
    """The day of its copy, for 01-MN-ĐN that of the training."""
    return newest().training_day


def training_package() -> Package:
    """The invented group."""
    from forms.package.reader import read  # start-up: most want only the year

    form = newest()
    return read(form.training.package(), form)
