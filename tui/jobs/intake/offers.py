"""What a pasted block or a workbook offers, before anything is taken."""

from collections.abc import Sequence
from typing import NamedTuple

from forms.entry.old_fonts import (
    OldText,
)
from forms.entry.row_intake import Source
from tui.texts.records import intake_words


class Offer(NamedTuple):
    """What is offered: sources as they came; with an old encoding also as converted, and an example of it."""

    sources: Sequence[Source]
    converted: Sequence[Source] = ()
    example: OldText | None = None
    notes: tuple[str, ...] = ()


def remark_text(code: str, label: str, text: str) -> str:
    """What is to be said of a row, in a sentence."""
    return intake_words.INTAKE_REMARKS[code].format(label=label, text=text)
