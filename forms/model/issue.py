"""What the check finds: an issue at one place, and what it means for sending."""

from collections.abc import Iterable
from typing import NamedTuple

from forms.model.declared import StrEnum
from forms.model.place import Place


class Severity(StrEnum):
    """What an issue means for sending: an error blocks it, a warning asks for a look; a remark is the office's, a complaint the national system's."""

    ERROR = "error"
    WARNING = "warning"
    REMARK = "remark"
    COMPLAINT = "complaint"


class Repair(StrEnum):
    """What puts an issue right by itself: data of its rule, offered wherever the issue is in focus."""

    TAKE = "take"
    """Take the figures from the records."""
    REMOVE = "remove"
    """Remove the record."""
    MOVE_IN = "move_in"
    """Move other records into it."""


class Issue(NamedTuple):
    """Something wrong or worth a look, at one *place*: a cell or a record's field.

    *where* is that place in words and *message* what is wrong there and how to repair it, without the where: a face
    puts it before or, where the place is in view, leaves it out. *is_missing*: a mandatory field is empty (E34).
    *repairs*: what can be offered on the spot.
    """

    rule: str
    severity: Severity
    where: str
    message: str
    place: Place
    is_missing: bool = False
    repairs: tuple[Repair, ...] = ()

    @property
    def sentence(self) -> str:
        """The whole sentence: where → what → how to repair."""
        return f"{self.where}: {self.message}"


def blocking(issues: Iterable[Issue]) -> list[Issue]:
    """What must be put right before sending: errors, mandatory fields without a value among them (E34)."""
    return [issue for issue in issues if issue.severity is Severity.ERROR]


ISSUE_COUNTS = ("errors", "warnings", "missing")
"""What ``issue_counts`` counts."""


def issue_counts(issues: Iterable[Issue]) -> dict[str, int]:
    """How many errors and warnings there are, and how many of the errors are fields that are only missing."""
    counts = dict.fromkeys(ISSUE_COUNTS, 0)
    for issue in issues:
        counts["errors"] += issue.severity is Severity.ERROR
        counts["warnings"] += issue.severity is Severity.WARNING
        counts["missing"] += issue.is_missing
    return counts
