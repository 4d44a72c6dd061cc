"""The code lists of the data description of 26/10/2020, one JSON file a list, read when first asked for.

Ours, for reading what people write: *synonyms* of an item, *leads* of a list (words before its names and their short
forms), and *other_names* but for those of peoples, which are official.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from forms.model.code_list import Catalogue
from forms.sets.packaged_file import PackagedFile

INDICES = PackagedFile("forms.sets.mn2019", "code_indices.json")
"""``index_of`` every list by its name: a check asks thirty of them for their codes alone. Their test writes it: ``python -m tests.forms.sets.test_code_indices``."""


@cache
def catalogue(identifier: str) -> Catalogue:
    """The list of that name, for example ``sexes``."""
    return Catalogue(PackagedFile(__name__, f"{identifier}.json"), _indices)


@cache
def _indices() -> Mapping[str, Mapping[str, Any]]:
    indices: Mapping[str, Mapping[str, Any]] = json.loads(INDICES.read_bytes())
    return indices
