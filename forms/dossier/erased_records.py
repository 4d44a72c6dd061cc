"""The records that were erased for good: of each a line in the part ``erasures``, which names nobody.

``0001``, ``0002``... → ``record`` (its place), ``at`` (ISO), ``by``, ``reason``; ``old`` and ``new``, the heads of the history before it
was written anew without the record and after; ``first``, the number of the first change whose sum is another since then, and ``sums``, of it and of those behind
it the beginning of the sum before: enough to know an older print or backup by, too little to guess what was erased; ``files``: number of a
sent revision → the names of its files that went.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

from forms.dossier.content import Content, Edit, Path, is_record
from forms.model.declared import Frozen
from forms.sets.form_set import FormSet

ERASURES_PART: Final = "erasures"
SUM_DIGITS: Final = 4
"""How much of an old sum is kept: one in 65,536 strangers looks like it, and so does as much of what may be guessed."""


IN_ITS_PLACE: Final = "(…)"
"""What stands where a text named who was erased."""


class ErasedRecord(Frozen):
    """A record that was erased, as it is kept."""

    record: str
    at: str
    by: str
    reason: str
    old: str
    new: str
    first: int
    sums: str
    files: Mapping[str, Sequence[str]]

    def went_over(self, seq: int, line: str) -> bool:
        """Whether the history before it went over the change of that number and sum, and the one of now does not."""
        at = (seq - self.first) * SUM_DIGITS
        known = self.sums[at : at + SUM_DIGITS] if at >= 0 else ""
        return bool(known) and line.startswith(known)


def erased_records(content: Content) -> list[ErasedRecord]:
    """What was erased, oldest first."""
    return [ErasedRecord(**stored) for _, stored in sorted(content.part(ERASURES_PART).items())]


def brought_back(wanted: Content, present: Content) -> list[ErasedRecord]:
    """What was erased from *present* and stands in *wanted* again: a ref is never given twice in a facility."""
    if wanted.facility.get("code") != present.facility.get("code"):
        return []
    return [
        erased
        for erased in erased_records(present)
        for part, ref in (erased.record.split("/"),)
        if ref in wanted.records(part) and ref not in present.records(part)
    ]


def noting(content: Content, erased: ErasedRecord) -> Edit:
    """The edit that keeps the line."""
    number = f"{len(content.part(ERASURES_PART)) + 1:04}"
    stored: dict[str, Any] = {key: getattr(erased, key) for key in ErasedRecord._fields}
    return Edit((ERASURES_PART, number), None, stored)


def is_of(path: Path, gone: Collection[str]) -> bool:
    """Whether what stands at *path* is one of the records *gone*, a value of it, or kept of it beside the lists."""
    match path:
        case ("doubts", place, *_) | ("explanations", _, place, *_):
            return _is_at(place, gone)
        case (place, ref, *_):
            return f"{place}/{ref}" in gone
    return False


def _is_at(place: str, gone: Collection[str]) -> bool:
    return any(place == record or place.startswith(f"{record}/") for record in gone)


def rewritten(
    path: Path, value: Any, form: FormSet, gone: Collection[str], leaf: Callable[[Path, Any], Any]
) -> Any:
    """The *value* at *path* without the records *gone*, each of its other values as *leaf* gives it; None when nothing is left."""
    if is_of(path, gone):
        return None
    if not isinstance(value, Mapping):
        return leaf(path, value)
    if "text" in value and _is_at(str(value.get("place", "")), gone):
        # a remark of the office or the national system: that it was made stays, what it says of the person goes
        value = {**value, "text": IN_ITS_PLACE}
    pairs = ((key, rewritten((*path, key), item, form, gone, leaf)) for key, item in value.items())
    kept = {key: item for key, item in pairs if item is not None}
    return None if value and not kept and not is_record(path, form) else kept


def is_taken_out(old: object, new: object) -> bool:
    """Whether *new* is the text *old* but for a name of who was erased."""
    if not (isinstance(old, str) and isinstance(new, str) and IN_ITS_PLACE in new):
        return False
    parts = map(re.escape, new.split(IN_ITS_PLACE))
    return re.fullmatch(".+".join(parts), old, re.DOTALL) is not None
