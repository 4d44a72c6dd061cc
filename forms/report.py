"""The report as the exporters and the screens take it: content, figures, issues, revision, check code."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from unicodedata import normalize

from forms.dossier import Content
from forms.figures import Figures
from forms.spec import Issue, Severity
from forms.tables import FORM
from forms.values import dumps

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_BITS = 80


def check_code(content: Content, figures: Figures) -> str:
    """The check code of the figures, ``XXXX-XXXX-XXXX-XXXX``: 80 bits of SHA-256 in Crockford's base32.

    Over canonical JSON (NFC, sorted keys, no spaces) of form, facility code, school year, revision and
    every cell of tables 1-5 that is not empty. It ties paper to figures; it proves nothing against a forger.
    """
    facts = {
        "form": FORM.code,
        "facility": content.roster.facility.get("code"),
        "school_year": str(content.year),
        "revision": content.revision,
        "cells": figures.as_json(),
    }
    digest = hashlib.sha256(normalize("NFC", dumps(facts)).encode()).digest()
    number = int.from_bytes(digest[: _CODE_BITS // 8])
    signs = [_CROCKFORD[number >> shift & 31] for shift in range(_CODE_BITS - 5, -1, -5)]
    return "-".join("".join(signs[start : start + 4]) for start in range(0, 16, 4))


@dataclass(frozen=True)
class Report:
    """One state of the report on one day; *training* marks made-up data, which is watermarked everywhere."""

    content: Content
    figures: Figures
    issues: Sequence[Issue]
    today: date
    training: bool = False

    @cached_property
    def is_draft(self) -> bool:
        """Whether an error remains."""
        return any(issue.severity is Severity.ERROR for issue in self.issues)

    @cached_property
    def check_code(self) -> str:
        """The check code of its figures."""
        return check_code(self.content, self.figures)
