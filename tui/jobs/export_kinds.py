"""What files can be made of a report: named by the command line, by keys and by pages."""

from __future__ import annotations

from forms.model.declared import StrEnum


class ExportKind(StrEnum):
    """What can be made of a report."""

    PDF = "pdf"
    XLSX = "xlsx"
    ROSTERS = "rosters"
    JSON = "json"
    MISSING = "missing"
    PORTAL = "portal"
    CHILD = "child"
    NOTICE = "notice"
    KEYS = "keys"

    @property
    def is_of_dossier(self) -> bool:
        """Whether a report is asked for; the keys are those of the program."""
        return self is not ExportKind.KEYS

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What the name of such a file may end in."""
        return _SUFFIXES[self]


_SUFFIXES = {
    ExportKind.PDF: (".pdf",),
    ExportKind.XLSX: (".xlsx",),
    ExportKind.ROSTERS: (".xlsx",),
    ExportKind.JSON: (".json",),
    ExportKind.MISSING: (".txt", ".xlsx"),
    ExportKind.PORTAL: (".pdf",),
    ExportKind.CHILD: (".pdf", ".json"),
    ExportKind.NOTICE: (".pdf",),
    ExportKind.KEYS: (".pdf", ".txt"),
}
