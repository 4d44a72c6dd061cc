"""Where a learner stands: what the goals of a lesson look at."""

from collections.abc import Sequence
from typing import NamedTuple

from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.model.declared import Enum
from forms.model.issue import Issue


class Deed(Enum):
    """What brings a goal nearer: the content is changed, something is opened, a file is made."""

    CHANGE = "change"
    LOOK = "look"
    FILE = "file"


class Standing(NamedTuple):
    """The dossier of a lesson and what was done beside it.

    *made* are the kinds of files that were made of it («pdf»), *opened* the records and the numbers (rows of tables)
    that were opened, as their places are written; *years* the school years that have a dossier.
    """

    content: Content
    issues: Sequence[Issue]
    is_taken: bool
    """Whether figures were taken and are those of the records."""
    made: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()
    years: frozenset[SchoolYear] = frozenset()
