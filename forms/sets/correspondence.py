"""What of one set stands in another: declared by the newer one, never guessed from equal names."""

from __future__ import annotations

from collections.abc import Mapping

from forms.model.declared import Frozen


class Correspondence(Frozen):
    """What of the set *of* (as files name it) has its counterpart in the set that declares it.

    *records*: key of a record type there → here; *fields*: type and field there → field here, whose values mean the same;
    *rows*: table and row there → here; *columns*: table and column there → column here.
    """

    of: str
    records: Mapping[str, str]
    fields: Mapping[tuple[str, str], str]
    rows: Mapping[tuple[str, str], tuple[str, str]]
    columns: Mapping[tuple[str, str], str]
