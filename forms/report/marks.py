"""What is to be come back to: notes at cells, values taken over that a person has not looked at yet, what was not known."""

from collections.abc import Iterator

from forms.dossier.content import Content
from forms.dossier.doubts import standing_doubts
from forms.model.declared import Enum, Frozen
from forms.model.place import Place
from forms.model.values import Absence, Typed, absence_of
from forms.report.checking.messages import shown_value, words_of_doubt


class MarkKind(Enum):
    """Why one comes back."""

    NOTE = "note"
    DOUBT = "doubt"
    UNKNOWN = "unknown"


class MarkedPlace(Frozen):
    """Where, why and what it says: the note, or the value and what is doubtful about it."""

    kind: MarkKind
    place: Place
    text: str


def marks(content: Content) -> list[MarkedPlace]:
    """The notes in the order of the form, then the doubts record by record, then what was not known."""
    return [*_notes(content), *_doubts(content), *_unknown(content)]


def _notes(content: Content) -> Iterator[MarkedPlace]:
    kept = content.part("notes")
    for table in content.form.tables if kept else ():
        of_table = kept.get(table.id, {})
        for row in table.rows if of_table else ():
            of_row = of_table.get(row.key, {})
            for column in table.columns:
                if column.key in of_row:
                    yield MarkedPlace(MarkKind.NOTE, Place(table.id, row.key, column.key), of_row[column.key])


def _doubts(content: Content) -> Iterator[MarkedPlace]:
    for subject, field, doubt in standing_doubts(content):
        text = f"«{shown_value(subject, field)}», {words_of_doubt(doubt)}"
        yield MarkedPlace(MarkKind.DOUBT, Place(record=subject.place, field=field.key), text)


def _unknown(content: Content) -> Iterator[MarkedPlace]:
    for record_type in content.form.records:
        for place, record in content.entries(record_type):
            if Typed not in map(type, record.values()):  # as nearly everywhere
                continue
            for key, value in record.items():
                if absence_of(value) is Absence.UNKNOWN:
                    field = record_type.field_by_key.get(key)
                    if field is not None:
                        yield MarkedPlace(MarkKind.UNKNOWN, Place(record=place, field=key), field.label)
