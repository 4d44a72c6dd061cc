"""A workbook that is not read: the refusal that carries its reason."""

from __future__ import annotations

from exports.reading.refusal_words import REFUSALS, UNCHANGED, RefusalCode
from forms.model.errors import Refused
from forms.model.text import clean, format_number, shorten


class WorkbookRefused(Refused):
    """A workbook was not read, or only its reading was refused; nothing has changed.

    *code* is a key of ``REFUSALS``, *values* fill it.
    """

    def __init__(self, code: RefusalCode, **values: str | int) -> None:
        self.code: str = code
        self.values = values
        shown = {key: _shown(value) for key, value in values.items()}
        self.reason = REFUSALS[code].format(**shown)
        """The sentence without the assurance that nothing has changed."""
        super().__init__(f"{self.reason} {UNCHANGED}")


def _shown(value: str | int) -> str:
    """A number with thousands points; a text of the file fit for a message."""
    return format_number(value) if isinstance(value, int) else shorten(clean(value))
