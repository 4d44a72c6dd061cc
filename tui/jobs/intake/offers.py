"""What a pasted block or a workbook offers, before anything is taken."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forms.dossier.content import Content
from forms.entry.old_fonts import (
    OldText,
)
from forms.entry.row_intake import LIKE_RECORD, Batch, ReadRow, RowFate, Source, owner_lines, unknown_owner
from forms.model.text import runs_told, shorten
from forms.report.checking.messages import full_value
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


def unplaced_text(batch: Batch, content: Content) -> str:
    """That records of a list are in no class although it tells classes: of other rows, or above them one that is not there."""
    source, rows = batch
    field = content.form.owner_field(source.record)
    if field is None or not source.strict:
        return ""
    new = [row for row in rows if row.kind is RowFate.ADD and not is_asked(row)]
    without = [row.number for row in new if field.key not in row.values]
    if field in source.fields:
        tells = any(field.key in row.values for row in rows)
        words = intake_words.INTAKE_UNPLACED if tells else ""
        return words.format(label=field.label, rows=runs_told(without)) if without else ""
    named = unknown_owner(content, source, field) if without and len(without) == len(new) else ""
    return intake_words.INTAKE_NO_OWNER.format(label=field.label, text=shorten(named)) if named else ""


def placed_texts(batch: Batch, content: Content) -> Iterator[str]:
    """From what the records of a list have their class where no column tells it: the title of its sheet, lines above or within."""
    source, rows = batch
    field = content.form.owner_field(source.record)
    if field is None or not source.strict or field in source.fields or not rows:
        return
    lines = list(owner_lines(content, source, field))
    above = [line for line in lines if not line.row]
    for owner, text, _ in above:
        is_sheet = text == source.about[0]
        words = intake_words.INTAKE_OWNER_OF_SHEET if is_sheet else intake_words.INTAKE_OWNER_ABOVE
        yield words.format(label=field.label, owner=owner, text=shorten(text))
    if within := lines[len(above) :]:
        told = [intake_words.INTAKE_OWNER_LINE.format(row=row, owner=owner) for owner, _, row in within]
        yield intake_words.INTAKE_OWNER_LINES.format(
            label=field.label, lines=intake_words.BETWEEN_LINES.join(told)
        )


def is_asked(row: ReadRow) -> bool:
    """Whether a row is like a record, whatever was said of it."""
    return any(remark.code in LIKE_RECORD.values() for remark in row.remarks)


def order_question(source: Source, month_first: str, swapped: str) -> str:
    """What is asked of the first column of days whose order has to be said: in the words for its kind."""
    words = month_first if source.month_first else swapped
    field, text = next(iter((source.month_first or source.swapped).items()))
    return words.format(label=field.label, text=text)


def changes_text(row: ReadRow) -> str:
    """What a row that changes a record puts where; empty for any other row."""
    subject = row.subject
    if subject is None or row.kind is not RowFate.CHANGE:
        return ""
    fields = [(subject.type.field_by_key[key], value) for key, value in row.values.items()]
    return intake_words.BETWEEN_CHANGES.join(
        intake_words.INTAKE_CHANGE.format(
            label=field.label,
            old=shorten(full_value(subject, field, old))
            if (old := subject.record.get(field.key)) is not None
            else intake_words.INTAKE_EMPTY,
            new=shorten(full_value(subject, field, value)),
        )
        for field, value in fields
    )
