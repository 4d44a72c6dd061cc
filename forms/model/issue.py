"""What the check finds: an issue at one place, and what it means for sending."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """What an issue means for sending: an error blocks it, a warning asks for a look; a remark is the office's."""

    ERROR = "error"
    WARNING = "warning"
    REMARK = "remark"


class Issue(NamedTuple):
    """Something wrong or worth a look, at one place: a cell (table, row, column) or a record's field.

    *record* is a place such as ``facility`` or ``children/c0003``; what does not apply is None.
    """

    rule: str
    severity: Severity
    message: str
    table: str | None = None
    row: str | None = None
    column: str | None = None
    record: str | None = None
    field: str | None = None
