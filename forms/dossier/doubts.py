"""What was doubtful when a value was taken over from a list of others, kept until a person has settled it.

In the part ``doubts``: record → field → ``code``, ``text`` and the ``value`` that it is about. It holds while that value
stands there: whatever puts another one settles it, and taking that back brings it back.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from forms.dossier.content import Content, Edit, Path
from forms.dossier.roster import Subject
from forms.model.record import Field
from forms.model.values import Value


class Doubt(NamedTuple):
    """What is doubtful about the value of a field: a code, and the text that its words need."""

    code: str
    text: str


def path_of_doubt(place: str, field: str) -> Path:
    """Where the doubt about a field of the record at *place* is kept."""
    return ("doubts", place, field)


def doubt_of(content: Content, subject: Subject, field: Field) -> Doubt | None:
    """What is doubtful about a value that stands there now."""
    kept = content.value(path_of_doubt(subject.place, field.key))
    return _standing(kept, subject.record.get(field.key))


def standing_doubts(content: Content) -> Iterator[tuple[Subject, Field, Doubt]]:
    """All of them, record by record."""
    kept = content.part("doubts")
    order = [record.key for record in content.form.records]
    doubtful = [subject for place in kept if (subject := content.roster.at(place))]
    for subject in sorted(doubtful, key=lambda one: (order.index(one.type.key), one.number)):
        for key, one in kept[subject.place].items():
            field = subject.type.field_by_key.get(key)
            doubt = _standing(one, subject.record.get(key))
            if field and doubt:
                yield subject, field, doubt


def _standing(kept: Mapping[str, Value] | None, value: Value | None) -> Doubt | None:
    if kept is None or value is None or kept["value"] != value:
        return None
    return Doubt(str(kept["code"]), str(kept["text"]))


def doubting(content: Content, place: str, field: str, value: Value, doubt: Doubt) -> Edit:
    """The edit that keeps a doubt about *value*, which is put there in the same change."""
    path = path_of_doubt(place, field)
    return Edit(path, content.value(path), {**doubt._asdict(), "value": value})


def settling(content: Content, place: str, field: str) -> tuple[Edit, ...]:
    """The edits by which a field is no longer doubtful."""
    path = path_of_doubt(place, field)
    kept = content.value(path)
    return () if kept is None else (Edit(path, kept, None),)
