"""The code lists of the data description of 26/10/2020, one JSON file a list, read when first asked for.

Ours, for reading what people write: *synonyms* of an item, *leads* of a list (words before its names and their short
forms), and *other_names* but for those of peoples, which are official.
"""

from functools import cache

from forms.model.code_list import Catalogue
from forms.sets.packaged_file import PackagedFile


@cache
def catalogue(identifier: str) -> Catalogue:
    """The list of that name, for example ``sexes``."""
    return Catalogue(PackagedFile(__name__, f"{identifier}.json"))
