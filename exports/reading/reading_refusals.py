"""A workbook that is not read: the refusal that carries its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from exports.reading.refusal_words import OTHER_KINDS, REFUSALS, UNCHANGED, RefusalCode, UnreadableCode
from forms.model.errors import Refused, StorageError
from forms.model.text import clean, format_number, shorten


class WorkbookRefused(Refused):
    """A workbook was not read, or only its reading was refused; nothing has changed.

    *code* is a key of ``REFUSALS``, *values* fill it; *kind* is a key of ``OTHER_KINDS``.
    """

    def __init__(self, code: RefusalCode, **values: str | int) -> None:
        self.code: str = code
        self.values = values
        shown = {key: _shown(value) for key, value in values.items()}
        if other := OTHER_KINDS.get(values.get("kind")):  # type: ignore[call-overload]
            shown["kind"], shown["way"] = other
        self.reason = REFUSALS[code].format(**shown)
        """The sentence without the assurance that nothing has changed."""
        super().__init__(f"{self.reason} {UNCHANGED}")


class WorkbookUnreadable(WorkbookRefused, StorageError):
    """The file cannot be read at all, whatever stands in it."""


def refusal_of(code: RefusalCode, values: Mapping[str, str | int]) -> WorkbookRefused:
    """The refusal of that *code*, as it was raised in another process."""
    return (WorkbookUnreadable if code in get_args(UnreadableCode) else WorkbookRefused)(code, **values)


def _shown(value: str | int) -> str:
    """A number with thousands points; a text of the file fit for a message."""
    return format_number(value) if isinstance(value, int) else shorten(clean(value))
