"""The training copy: an invented group, made for the training of 19/9/2019 (letter 849 §5.2).

Its report has no error and three telling warnings: a child outside the age group of its class, a child
not yet weighed and measured, an employee who stands in no line of her own.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from forms.dossier.campaign import CAMPAIGNS
from forms.dossier.roster import SchoolYear

if TYPE_CHECKING:
    from forms.package.reader import Package

TRAINING_YEAR = SchoolYear(2019)
TRAINING_DAY = date.fromisoformat(CAMPAIGNS[TRAINING_YEAR.start].text("training"))
TRAINING_FOLDER = "tap-huan"
WATERMARK = "DỮ LIỆU TẬP HUẤN"


def training_package() -> Package:
    """The invented group."""
    from forms.package.reader import read

    return read((Path(__file__).parent / "training.json").read_bytes())
