"""What differs between a file of the national system, what the dossier holds now and the revision sent last."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from forms.entry.row_values import Remark
from forms.model.declared import StrEnum
from forms.model.place import Place


class MismatchKind(StrEnum):
    """What a line of the comparison is about."""

    VALUE = "value"
    """A field or a cell holds something else."""
    ONLY_THEIRS = "only_theirs"
    ONLY_OURS = "only_ours"
    """A record stands on one side only."""
    UNCLEAR = "unclear"
    """A row of the file may be one of several records, or nearly is one."""
    UNREAD = "unread"
    """A row of the file cannot be read, so it is compared with nothing."""


class Told(NamedTuple):
    """A value and how a person reads it; nothing is None and ''."""

    value: Any = None
    text: str = ""


class Mismatch(NamedTuple):
    """One difference: where it is in our report and in the file, and what stands on each side.

    *sent* is what the revision sent last holds, None where there is none. *remark* is what was met in a row that was
    not compared, *alike* the record that a row nearly is.
    """

    kind: MismatchKind
    place: Place
    label: str
    sheet: str
    spot: str
    theirs: Told
    ours: Told
    sent: Told | None = None
    remark: Remark | None = None
    alike: str = ""

    def as_json(self) -> dict[str, Any]:
        """The stable form."""
        return {
            "kind": self.kind,
            "place": str(self.place),
            "label": self.label,
            "sheet": self.sheet,
            "spot": self.spot,
            "theirs": self.theirs.value,
            "ours": self.ours.value,
            "sent": self.sent.value if self.sent else None,
        }


class OneSided(NamedTuple):
    """A difference between the file and one state of the report; *key* names the same one in another state."""

    key: tuple[str, ...]
    mismatch: Mismatch


ROW_ALONE = (MismatchKind.UNCLEAR, MismatchKind.UNREAD)
"""Kinds that say something of a row, whatever it is compared with."""


def with_sent(ours: Iterable[OneSided], sent: Iterable[OneSided] | None) -> Iterator[Mismatch]:
    """What differs from *ours*, each with what was *sent*; then what differs from that alone.

    Where one of the two is not told to differ it holds what the file holds.
    """
    if sent is None:
        yield from (found.mismatch for found in ours)
        return
    left = {found.key: found.mismatch for found in sent if found.mismatch.kind not in ROW_ALONE}
    for key, mismatch in ours:
        if mismatch.kind in ROW_ALONE:
            yield mismatch
        else:
            before = left.pop(key, None)
            yield mismatch._replace(sent=before.ours if before else mismatch.theirs)
    for before in left.values():
        yield before._replace(ours=before.theirs, sent=before.ours)
