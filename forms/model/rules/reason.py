"""Why a rule is there, in words for the owner, and where that was read: told when somebody asks."""

from __future__ import annotations

from collections.abc import Mapping
from json import loads

from forms.model.declared import Frozen


class Reason(Frozen):
    """*why* what a rule asks is asked, and the *source*, which says how certain it is."""

    why: str
    source: str


def reasons_in(data: bytes) -> Mapping[str, Reason]:
    """The reasons of a JSON file, by the id of a rule or the beginning of several ids up to a dot.

    A source is a sentence, or the name of one under ``sources``, where several reasons have it.
    """
    file = loads(data)
    return {
        key: Reason(told["why"], file["sources"].get(told["source"], told["source"]))
        for key, told in file["reasons"].items()
    }
