"""The code lists of the data description of 26/10/2020, one JSON file a list, read when first asked for."""

from functools import cache

from forms.model.code_list import Catalogue
from forms.sets.packaged_file import PackagedFile


@cache
def catalogue(identifier: str) -> Catalogue:
    """The list of that name, for example ``sexes``."""
    return Catalogue(PackagedFile(__name__, f"{identifier}.json"))
