"""What files can be made of a report: named by the command line, by keys and by pages."""

from __future__ import annotations

from enum import StrEnum


class ExportKind(StrEnum):
    """What can be made of a report."""

    PDF = "pdf"
    XLSX = "xlsx"
    ROSTERS = "rosters"
    JSON = "json"
    MISSING = "missing"
    PORTAL = "portal"
