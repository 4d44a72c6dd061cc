"""What the national system was last seen to hold: what was found when a file of it was compared, kept beside the report.

Kept in the part ``compared``: the place of a list, or ``report`` → ``file`` (its name), ``digest`` (of its bytes), ``at`` (ISO), ``stamp``
(of what it was compared with), ``differing`` (in how many places) and, of the report, ``figures``: place of a cell → what the system has.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from forms.dossier.content import Content, Edit
from forms.model.declared import Frozen
from forms.model.values import dumps
from forms.report.figures import Figures

COMPARED_PART: Final = "compared"
WHOLE_REPORT: Final = "report"
"""The name under which the figures of the form stand beside the lists."""


class LastComparison(Frozen):
    """A *file* of the system that was compared as to *of*, a list or the report; *figures* are those that the system has."""

    of: str
    file: str
    digest: str
    at: str
    stamp: str
    differing: int
    figures: Mapping[str, int | Decimal]

    @property
    def stored(self) -> dict[str, Any]:
        """As it is kept."""
        kept = {key: getattr(self, key) for key in ("file", "digest", "at", "stamp", "differing")}
        return {**kept, "figures": self.figures} if self.figures else kept


def last_comparisons(content: Content) -> dict[str, LastComparison]:
    """The last ones, by what was compared."""
    return {
        of: LastComparison(**{"figures": {}, **stored}, of=of)
        for of, stored in content.part(COMPARED_PART).items()
    }


def remembering(content: Content, found: Iterable[LastComparison]) -> Iterator[Edit]:
    """The edits that keep what was *found*; none for a file that is compared again with the same outcome."""
    kept = content.part(COMPARED_PART)
    for each in found:
        old, new = kept.get(each.of), each.stored
        if old is None or {**old, "at": each.at} != new:
            yield Edit((COMPARED_PART, each.of), old, new)


def stamp_of(content: Content, figures: Figures, of: str) -> str:
    """What the records of a list, or the *figures*, are recognised by: it changes with them."""
    held = figures.as_json() if of == WHOLE_REPORT else content.tree.get(of, {})
    return hashlib.sha256(dumps(held).encode()).hexdigest()[:16]
