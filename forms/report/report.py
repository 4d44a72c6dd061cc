"""The report as the exporters and the screens take it: content, figures, issues, revision, check code."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from unicodedata import normalize

from forms.dossier.content import Content, Path
from forms.dossier.sent_revisions import Sent, sent
from forms.model.declared import Frozen
from forms.model.issue import Issue, Severity, blocking
from forms.model.values import dumps, dumps_object
from forms.report.differences import Difference, differences
from forms.report.figures import Figures, Number
from forms.sets import name_to_write
from forms.sets.form_set import FormSet

ReportCells = Mapping[str, Mapping[str, Mapping[str, Number]]]
"""Table → row key → column key → figure, as ``Figures.as_json`` gives them: an empty cell is absent."""

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_BITS = 80


def check_code(content: Content, figures: Figures) -> str:
    """The check code of the figures of a dossier."""
    year = str(content.year)
    return code_of(content.form, facility_code(content), year, content.revision, figures.as_json())


def facility_code(content: Content) -> str | None:
    """The code of the facility; None without one."""
    code: str | None = content.roster.facility.get("code")
    return code


def code_of(
    form: FormSet, facility_code: str | None, school_year: str, revision: int, cells: ReportCells
) -> str:
    """The check code of figures, ``XXXX-XXXX-XXXX-XXXX``: 80 bits of SHA-256 in Crockford's base32.

    Over canonical JSON (NFC, sorted keys, no spaces) of form, facility code, school year, revision and
    every cell that is not empty. It ties paper to figures; it proves nothing against a forger.
    """
    return code_of_text(form, facility_code, school_year, revision, dumps(cells))


def code_of_text(
    form: FormSet, facility_code: str | None, school_year: str, revision: int, cells: str
) -> str:
    """The same of cells that are canonical JSON already."""
    facts = {
        "form": name_to_write(form) or form.code,
        "facility": facility_code,
        "school_year": school_year,
        "revision": revision,
    }
    text = dumps_object({"cells": cells, **{name: dumps(fact) for name, fact in facts.items()}})
    digest = hashlib.sha256(normalize("NFC", text).encode()).digest()
    number = int.from_bytes(digest[: _CODE_BITS // 8])
    signs = [_CROCKFORD[number >> shift & 31] for shift in range(_CODE_BITS - 5, -1, -5)]
    return "-".join("".join(signs[start : start + 4]) for start in range(0, 16, 4))


def explanation_path(issue: Issue) -> Path:
    """Where the explanation of a warning is kept in a dossier."""
    return ("explanations", issue.rule, str(issue.place))


class Report(Frozen):
    """One state of the report on one day; *training* marks made-up data, which is watermarked everywhere.

    *previous* is the content of the revision sent before this one, when there is one. *made_at* (ISO) is when files
    are made of it.
    """

    content: Content
    figures: Figures
    issues: Sequence[Issue]
    today: date
    training: bool = False
    previous: Content | None = None
    made_at: str = ""

    @property
    def sent(self) -> Sent | None:
        """The sending of this very revision; None for one that is still being made."""
        return sent(self.content, self.content.revision) if self.content.is_frozen else None

    @cached_property
    def changes(self) -> Sequence[Difference]:
        """What differs from the revision before; nothing when there is none."""
        return () if self.previous is None else differences(self.previous, self.content)

    @cached_property
    def warnings(self) -> Sequence[tuple[Issue, str]]:
        """The warnings that are left, each with its explanation or ''."""
        return [
            (issue, self.content.value(explanation_path(issue)) or "")
            for issue in self.issues
            if issue.severity is Severity.WARNING
        ]

    @property
    def is_draft(self) -> bool:
        """Whether it is not with the office: everything made of it says so."""
        return not self.content.is_frozen

    @cached_property
    def has_errors(self) -> bool:
        """Whether an error remains: it cannot be sent."""
        return bool(self.errors)

    @cached_property
    def errors(self) -> int:
        """How many errors remain."""
        return len(blocking(self.issues))

    @property
    def facility_code(self) -> str | None:
        """The code of the facility; None without one."""
        return facility_code(self.content)

    @cached_property
    def check_code(self) -> str:
        """The check code of its figures."""
        return check_code(self.content, self.figures)
