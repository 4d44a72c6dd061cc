"""The code lists of the data description of 26/10/2020, one JSON file a list, read when first asked for."""

from functools import cache
from pathlib import Path

from forms.model.code_list import Catalogue

_FOLDER = Path(__file__).parent


@cache
def catalogue(identifier: str) -> Catalogue:
    """The list of that name, for example ``sexes``."""
    return Catalogue(_FOLDER / f"{identifier}.json")
