"""The training copy: an invented group, made for the training that the letter calls to (849 §5.2).

Its report has no error and three telling warnings: a child outside the age group of its class, a child
not yet weighed and measured, an employee who stands in no line of her own.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from forms.dossier.roster import SchoolYear
from forms.sets import newest

if TYPE_CHECKING:
    from forms.package.reader import Package

TRAINING_YEAR = SchoolYear(newest().training.year)
TRAINING_DAY = date.fromisoformat(str(newest().letters[TRAINING_YEAR.start]["training"]))
TRAINING_FOLDER = "tap-huan"
WATERMARK = newest().training.watermark


def training_package() -> Package:
    """The invented group."""
    from forms.package.reader import read  # start-up: most want only the watermark

    return read(newest().training.package())
