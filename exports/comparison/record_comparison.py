"""Lists of the national system against the records: who stands on one side only, which fields differ, what is unclear.

The rows are read and matched as an import reads them (``forms.entry``); nothing is changed.
"""

from collections.abc import Iterator, Sequence

from exports.comparison.mismatches import Mismatch, MismatchKind, OneSided, Told, with_sent
from forms.dossier.content import Content
from forms.dossier.place_names import subject_title
from forms.dossier.roster import Subject
from forms.entry.meaning import spelled
from forms.entry.row_intake import Batch, ReadRow, RowFate, Source, read_sources
from forms.model.place import Place
from forms.model.record import Field, RecordType
from forms.model.text import fold
from forms.model.values import Value
from forms.report.change_words import IS_THERE
from forms.report.checking.messages import full_value

NO_PEOPLE = ("blank", "heading", "no_record")
"""What is told of rows that are nobody's."""


def compare_lists(sources: Sequence[Source], ours: Content, sent: Content | None) -> list[Mismatch]:
    """What differs, list by list in the order of the form."""
    own = _against(sources, ours)
    return list(with_sent(own, None if sent is None else _against(sources, sent)))


def _against(sources: Sequence[Source], content: Content) -> list[OneSided]:
    batches = read_sources(content, sources)
    found: list[OneSided] = []
    for record in content.form.lists:
        of_record = [(source, rows) for source, rows in batches if source.record is record and _names(source)]
        if of_record:
            found += _List(record, content).compared(of_record)
    return found


class _List:
    """The records of one type, and the rows of all lists of them."""

    def __init__(self, record: RecordType, content: Content) -> None:
        self._record = record
        self._subjects = content.roster.of(record.key)
        self._left: dict[str, list[Subject]] = {}
        """Folded name → the records of that name which no row names."""

    def compared(self, batches: Sequence[Batch]) -> Iterator[OneSided]:
        met = {subject.place for _, rows in batches for row in rows if (subject := self._of(row))}
        for subject in self._subjects:
            if subject.place not in met:
                self._left.setdefault(fold(subject.name), []).append(subject)
        unclear: set[str] = set()
        for source, rows in batches:
            texts = {row.number: row.texts for row in source.rows}
            for row in rows:
                if own := self._of(row):
                    yield from self._fields(source, texts[row.number], row, own)
                elif found := self._alone(source, row, self._alike(row)):
                    unclear.update(subject.place for subject in self._alike(row))
                    yield found
        for subject in self._subjects:
            if subject.place not in met | unclear:
                yield self._only_ours(subject)

    def _of(self, row: ReadRow) -> Subject | None:
        """The record that a row is of: also where a mother or a code differs, not where name or birth date do."""
        is_unclear = row.kind is RowFate.ASK and not row.values.keys().isdisjoint(self._record.named_by[-1])
        return None if is_unclear else row.subject

    def _fields(
        self, source: Source, texts: Sequence[str], row: ReadRow, subject: Subject
    ) -> Iterator[OneSided]:
        for field, theirs in self._differing(source, texts, row, subject):
            ours = subject.record.get(field.key)
            place = Place(record=subject.place, field=field.key)
            mismatch = Mismatch(
                MismatchKind.VALUE,
                place,
                f"{subject_title(subject)}, {field.label}",
                source.title,
                str(row.number),
                _told(subject, field, theirs),
                _told(subject, field, ours),
            )
            yield OneSided((str(place),), mismatch)

    def _differing(
        self, source: Source, texts: Sequence[str], row: ReadRow, subject: Subject
    ) -> Iterator[tuple[Field, Value | None]]:
        """The fields with what the file holds; an empty cell is told where we have something other than a no."""
        for place, field in enumerate(source.fields):
            if field is None or field.computed:
                continue
            text = texts[place] if place < len(texts) else ""
            ours = subject.record.get(field.key)
            if field.key in row.values:
                yield field, row.values[field.key]
            elif not text and ours not in (None, False):
                yield field, None
            elif field.key == "name" and spelled(text) != spelled(str(ours)):
                yield field, text  # written without marks it is the same person, and not the same name

    def _alike(self, row: ReadRow) -> Sequence[Subject]:
        """The records that a row may be of: the one that it is like, else those of its name that no row names."""
        return [row.subject] if row.subject else self._left.get(fold(row.name), [])

    def _alone(self, source: Source, row: ReadRow, alike: Sequence[Subject]) -> OneSided | None:
        """What is told of a row that is surely no record of ours."""
        remark = row.remarks[0] if row.remarks and row.kind is not RowFate.ADD else None
        if remark is not None and remark.code in NO_PEOPLE:
            return None
        kind = MismatchKind.UNCLEAR if alike else MismatchKind.ONLY_THEIRS
        if row.kind is RowFate.REFUSE and not alike:
            kind = MismatchKind.UNREAD
        theirs = Told(dict(row.values) or row.name, IS_THERE)
        label = f"{self._record.word} {row.name}".strip()
        place = Place(record=alike[0].place if alike else self._record.place)
        mismatch = Mismatch(
            kind,
            place,
            label,
            source.title,
            str(row.number),
            theirs,
            Told(),
            remark=remark,
            alike=", ".join(map(subject_title, alike)),
        )
        return OneSided((source.title, str(row.number)), mismatch)

    def _only_ours(self, subject: Subject) -> OneSided:
        ours = Told(dict(subject.record), IS_THERE)
        place = Place(record=subject.place)
        mismatch = Mismatch(MismatchKind.ONLY_OURS, place, subject_title(subject), "", "", Told(), ours)
        return OneSided((subject.place,), mismatch)


def compared_lists(sources: Sequence[Source]) -> list[str]:
    """The places of the lists of which it can be told who is missing."""
    return list(dict.fromkeys(source.record.place for source in sources if _names(source)))


def _names(source: Source) -> bool:
    """Whether a list says who its rows are; without it nobody can tell who is missing."""
    keys = {field.key for field in source.fields if field}
    return any(keys.issuperset(naming) for naming in source.record.named_by)


def _told(subject: Subject, field: Field, value: Value | None) -> Told:
    return Told() if value is None else Told(value, full_value(subject, field, value))
