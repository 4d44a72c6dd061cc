"""The form of an identifier, a phone number, an e-mail: what fits it, and how a typed value is brought to its stored form."""

from __future__ import annotations

import re
from functools import cache

from forms.model.declared import Frozen
from forms.model.issue import Severity
from forms.model.text import clean


class Format(Frozen):
    """The form of a value: one of *regex* matches it whole.

    What matches none has *severity*; with *loose_regex*, what does not match that either has
    *loose_severity*. A match that *warn_regex* matches too is still worth a look. *normalise* are
    (pattern, replacement) pairs, applied in order when a cell is left and on import. *lost_zeros* are what a
    spreadsheet may have dropped before a number. *is_year*: two digits of it are completed as those of a day.
    *in_words*: it is made of words, a name, and no code.
    """

    name: str
    severity: Severity
    regex: tuple[str, ...]
    repair: str
    normalise: tuple[tuple[str, str], ...] = ()
    loose_regex: str | None = None
    loose_severity: Severity = Severity.ERROR
    warn_regex: str | None = None
    lost_zeros: tuple[str, ...] = ()
    is_year: bool = False
    in_words: bool = False

    def fits(self, text: str) -> bool:
        """Whether *text* has the form."""
        for pattern in self.regex:  # noqa: SIM110 - asked of every name and number of a dossier
            if _matches(pattern, text):
                return True
        return False

    def complaint(self, text: str) -> Severity | None:
        """How bad *text* is; None when nothing is wrong with it."""
        if self.fits(text):
            return Severity.WARNING if self.warn_regex and _matches(self.warn_regex, text) else None
        if self.loose_regex and not _matches(self.loose_regex, text):
            return self.loose_severity
        return self.severity

    def stored(self, text: str) -> str:
        """*text* as it is stored."""
        text = clean(text)
        for pattern, replacement in self.normalise:
            text = re.sub(pattern, replacement, text)
        return text


def _matches(pattern: str, text: str) -> bool:
    return _compiled(pattern).fullmatch(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)
