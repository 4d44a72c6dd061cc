"""The keys of a package that its reader and its writer share."""

from __future__ import annotations

from forms.dossier.content import CellPart

FORMAT = "nhomtre/1"
OFFICE_FORMAT = "nhomtre/2"
"""Of a package with figures and without records."""
SENT_KEYS = {"sent_at": "at", "sent_by": "by", "check_code": "code", "journal_head": "head"}
"""What a sent package says of its sending: key → key in the dossier's part ``sent``."""
CELL_TEXTS: tuple[CellPart, ...] = ("reasons", "notes")
