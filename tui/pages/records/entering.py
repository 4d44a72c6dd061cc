"""What the form and quick entry share: reading what was typed, putting it, telling what the check says of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from forms.dossier.content import Edit, Path, is_record
from forms.dossier.doubts import doubt_of, settling
from forms.dossier.roster import Subject
from forms.entry.field_text import has_options, meaning_of, read_field, vocabulary
from forms.entry.followers import Followed, followed
from forms.entry.record_edits import beginning, new_record, presets, set_fields, subjects
from forms.model.errors import Refused
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.model.record import Field, FieldType, RecordType
from forms.model.values import Value
from forms.report.checking.messages import full_value
from forms.report.checking.on_records import is_required
from forms.report.derivation import counted_in
from tui.desk.field_value import field_value
from tui.desk.page import Message, words_of
from tui.desk.shown_report import ShownReport
from tui.texts import desk_words, issue_words, sheet_words
from tui.texts.records import form_words

MOST_CANDIDATES = 6
MOST_CODES = 20
"""As many codes of a field stand in its help."""


class Entering:
    """The records of one type, being typed. A record that is in no list yet begins with its first value."""

    def __init__(self, work: ShownReport, record: RecordType) -> None:
        self.work = work
        self.record = record
        self._confirmed: frozenset[str] = frozenset()
        """Of the record that is in no list yet: the fields that were confirmed all the same."""
        self._told: frozenset[tuple[str, Place]] = frozenset()
        """What was wrong with the record before the last value was put."""
        self._followed = Followed({})
        """What followed from that value."""
        self._dropped = ""
        """The defaults that went with it, in words."""

    def subjects(self) -> Sequence[Subject]:
        """All of them, in entry order."""
        return subjects(self.work.content, self.record)

    def preset(self, subject: Subject, field: Field) -> str:
        """What holds where nothing is entered, as the owner reads it; empty when that is nothing."""
        value = presets(self.work.content, self.record).get(field.key)
        return "" if value is None else full_value(subject, field, value)

    def is_corrected(self, subject: Subject, field: Field) -> bool:
        """Whether something else was entered over what holds otherwise."""
        value = presets(self.work.content, self.record).get(field.key)
        return value is not None and subject.record.get(field.key) != value

    def beginning(self) -> Subject:
        """What the next new record begins as, with its defaults."""
        return beginning(self.work.content, self.record)

    def is_new(self, subject: Subject) -> bool:
        """Whether the record is in no list yet."""
        return subject.place.endswith("/")

    def newest(self) -> Subject:
        """The last record of the list."""
        return self.subjects()[-1]

    def path(self, subject: Subject, field: Field) -> Path:
        """Where a value is kept."""
        return (*subject.place.split("/"), field.key)

    def read(self, subject: Subject, field: Field, text: str) -> Value | None:
        """What was typed, as it is stored."""
        return read_field(field, subject, self.work.content.roster, text, self.work.workspace.today)

    def put(self, subject: Subject, field: Field, value: Value | None) -> None:
        """Keep a value; what a record begins with makes none alone. Raises Refused, StorageError."""
        self._told = frozenset((issue.rule, issue.place) for issue in self.work.issues_of(subject.place))
        self._followed, self._dropped = Followed({}), ""
        if not self.is_new(subject):
            path = self.path(subject, field)
            if value is not None and value == presets(self.work.content, self.record).get(field.key):
                value = None  # as the letter says: no correction
            if is_record(path[:2], self.work.content.form) and self.work.content.value(path[:2]) is None:
                raise Refused(form_words.RECORD_GONE)
            self._followed = self.followed(subject, {field.key: value})
            self._dropped = " ".join(
                form_words.DROPPED.format(label=one.label, value=self.text(subject, one))
                for one in self._followed.dropped
            )
            self.work.commit(self._edits(subject, self._followed.values))
            self.confirm(subject, field)
        elif value is None or value == subject.record.get(field.key):
            self.confirm(subject, field)
        else:
            self.work.commit(new_record(self.work.content, self.record, {field.key: value})[1])
            self.work.given[self.newest().place] = self.given(subject) - {field.key}
            self._confirmed = frozenset()

    def followed(self, subject: Subject, values: Mapping[str, Value | None]) -> Followed:
        """What follows from putting *values* into a record."""
        return followed(self.work.content.roster, subject, values, self.given(subject))

    def _edits(self, subject: Subject, values: Mapping[str, Value | None]) -> list[Edit]:
        paths = {(*subject.place.split("/"), key): value for key, value in values.items()}
        content = self.work.content
        return [
            *(Edit(path, content.value(path), value) for path, value in paths.items()),
            *(edit for key in values for edit in settling(content, subject.place, key)),
        ]

    def fill(self, subjects: Sequence[Subject], field: Field, value: Value) -> None:
        """Put one value into many records, as one change. Raises as ``put``."""
        filled = [self._edits(one, self.followed(one, {field.key: value}).values) for one in subjects]
        self.work.commit([edit for edits in filled for edit in edits])
        for subject in subjects:
            self.confirm(subject, field)

    def to_ask(self, field: Field) -> Field | None:
        """The first field that the value put last, in *field*, leaves without one that fits; once."""
        asked = [
            one
            for one in (*self._followed.dropped, *self._followed.doubtful)
            if field.key in self._followed.values
        ]
        self._followed = Followed({})
        return min(asked, key=lambda one: self.record.field_order[one.key], default=None)

    # What a record begins with

    def is_stop(self, field: Field) -> bool:
        """Whether Enter stops there while records are typed one after another."""
        return field.key in self.record.stops

    def given(self, subject: Subject) -> frozenset[str]:
        """The fields that hold what the record began with, and that nobody has confirmed."""
        held = self.work.given.get(subject.place, frozenset())
        if self.is_new(subject):
            held = frozenset(subject.record) - self._confirmed
        return held

    def is_given(self, subject: Subject, field: Field) -> bool:
        """Whether a field holds what the record began with, and nobody has confirmed it."""
        return field.key in subject.record and field.key in self.given(subject)

    def confirmed(self) -> object:
        """What tells whether anything was confirmed since, in whatever record."""
        return self._confirmed, dict(self.work.given)

    def confirm(self, subject: Subject, field: Field) -> None:
        """The value is what the owner wants."""
        if self.is_new(subject):
            self._confirmed |= {field.key}
        elif subject.place in self.work.given:
            self.work.given[subject.place] -= {field.key}

    def settle(self, subject: Subject, field: Field) -> bool:
        """Enter at a value that was taken over with a doubt says that it is right; False where nothing is doubtful."""
        content = self.work.content
        is_doubtful = doubt_of(content, subject, field) is not None and self.work.can_edit()
        if is_doubtful:
            self.work.commit(settling(content, subject.place, field.key))
        return is_doubtful

    def take_given(self, subject: Subject, field: Field) -> bool:
        """Enter at a stop, or in the profile, takes what the record began with; False where there is nothing to take or to ask for."""
        is_stop = self.is_stop(field)
        if (is_stop or self.record.single) and self.is_given(subject, field):
            self.confirm(subject, field)
            return True
        return is_stop and field.key not in subject.record and not self.is_missing(subject, field)

    def about_given(self, subject: Subject, field: Field) -> list[Message]:
        """That the value at a stop, or in the profile, was not typed."""
        is_asked = (self.record.single or self.is_stop(field)) and self.is_given(subject, field)
        return [(None, form_words.GIVEN)] if is_asked else []

    def given_out_of_sight(self, subject: Subject, seen: Collection[str]) -> list[Message]:
        """What the record begins with in fields that are not among those *seen*."""
        given = self.given(subject)
        fields = [field for field in self.record.fields if field.key in given and field.key not in seen]
        values = ", ".join(self._in_words(subject, field) for field in fields)
        return [(None, form_words.GIVEN_UNSEEN.format(values=values))] if values else []

    def _in_words(self, subject: Subject, field: Field) -> str:
        """What a field holds; with the name of the field where that alone says nothing."""
        value = full_value(subject, field, subject.record[field.key])
        is_answer = field.type is FieldType.BOOL
        return form_words.GIVEN_ANSWER.format(field=field.label, value=value) if is_answer else value

    # Repeating

    def above(self, subject: Subject, field: Field) -> Value | None:
        """The value of the record above in entry order."""
        number = subject.number - 2
        found = self.subjects()
        return found[number].record.get(field.key) if 0 <= number < len(found) else None

    def repeat(self, subject: Subject, field: Field) -> list[Field]:
        """Put the value above; behind it what siblings have together, where nobody has put anything here.

        The fields that took a value; none where nothing is above. Raises Refused for a record that is in no list
        yet, and as ``put``.
        """
        if self.is_new(subject):
            raise Refused(form_words.NOTHING_TO_REPEAT_FOR)
        keys = self.record.together if field.key in self.record.together else (field.key,)
        fields = [self.record.field_by_key[key] for key in keys[keys.index(field.key) :]]
        values = {
            one: self.above(subject, one)
            for one in fields
            if one is field or one.key not in subject.record or self.is_given(subject, one)
        }
        if values[field] is None:
            del values[field]  # what stands there stays
        taken = [
            one
            for one, value in values.items()
            if value is not None and (one is field or value != subject.record.get(one.key))
        ]
        if taken:
            ref = subject.place.partition("/")[2]
            put = {one.key: value for one, value in values.items()}
            self.work.commit(set_fields(self.work.content, self.record, (ref,), put))
            for one in values:
                self.confirm(subject, one)
        return taken

    def told(self, subject: Subject, repeated: Sequence[Field]) -> str:
        """What was repeated, in words."""
        values = " · ".join(self.text(subject, field) for field in repeated)
        return form_words.REPEATED.format(values=values) if repeated else form_words.NOTHING_ABOVE

    def issues(self, subject: Subject, field: Field) -> list[Issue]:
        """What the check says of a field."""
        return [issue for issue in self.work.issues_of(subject.place) if issue.place.field == field.key]

    def worst(self, subject: Subject, field: Field) -> Severity | None:
        """The severity of the worst of them."""
        return min((issue.severity for issue in self.issues(subject, field)), default=None)

    def verdict(self, subject: Subject, field: Field) -> str:
        """What the check says of the value that was just put, else what that value did to other fields; or whose value it is."""
        own = self.issues(subject, field) if field.key in subject.record else []
        if told := self._worst(own) or " ".join(filter(None, self._of_others(subject))):
            return told
        preset = "" if self.is_corrected(subject, field) else self.preset(subject, field)
        return form_words.AS_LETTER.format(text=preset) if preset else ""

    def _worst(self, issues: Sequence[Issue]) -> str:
        """The worst of the issues of fields, with the name of its field."""
        worst = min(issues, key=lambda issue: issue.severity, default=None)
        if worst is None:
            return ""
        label = self.record.field_by_key[worst.place.field or ""].label
        return f"{issue_words.SEVERITY[worst.severity]}: {label}: {worst.message}"

    def _of_others(self, subject: Subject) -> Iterator[str]:
        """What the value put last did to other fields: a default that went, what is wrong now, what may be."""
        yield self._dropped
        issues = self.work.issues_of(subject.place)
        wrong = {issue.place.field for issue in issues if not issue.is_missing}
        yield self._worst(
            [
                issue
                for issue in issues
                if issue.place.field and not issue.is_missing and (issue.rule, issue.place) not in self._told
            ]
        )
        for field in self._followed.doubtful:
            if field.key not in wrong:
                yield form_words.DOUBTFUL.format(label=field.label, value=self.text(subject, field))

    def messages(self, subject: Subject, field: Field, first: Issue | None) -> list[Message]:
        """The issues of a field and those of the record as a whole, *first* before the others."""
        whole = [issue for issue in self.work.issues_of(subject.place) if issue.place.field is None]
        own = sorted([*self.issues(subject, field), *whole], key=lambda issue: issue is not first)
        return [(issue.severity, words_of(issue)) for issue in own]

    def next_here(self, subject: Subject, field: Field, *, can_edit: bool) -> str:
        """What can be done at a field."""
        if not can_edit:
            return form_words.ONLY_LOOKED_AT
        if field.computed:
            return form_words.NOT_TYPED
        if has_options(field, subject):
            return form_words.ENTER_OPENS_LIST
        return form_words.SPACE_TURNS if field.type is FieldType.BOOL else form_words.TYPE_HERE

    def beside(self, subject: Subject, field: Field) -> list[Issue]:
        """The issues of the other fields of the record."""
        return [
            issue
            for issue in self.work.issues_of(subject.place)
            if issue.place.field not in (None, field.key)
        ]

    def is_missing(self, subject: Subject, field: Field) -> bool:
        """Whether the field is mandatory now and empty."""
        return not field.computed and field.key not in subject.record and is_required(field.required, subject)

    def offers(self, subject: Subject, field: Field, text: str) -> str:
        """The options that fit what is being typed."""
        if not text or not has_options(field, subject):
            return ""
        roster = self.work.content.roster
        found = meaning_of(field, subject, roster, text).items or tuple(
            vocabulary(field, subject, roster).search(text)
        )
        if not found:
            return form_words.NOTHING_FITS
        shown = " · ".join(item.name for item in found[:MOST_CANDIDATES])
        if len(found) == 1:
            return form_words.WILL_TAKE.format(name=shown)
        more = len(found) - MOST_CANDIDATES
        sentence = form_words.TYPE_MORE_OF_MANY if more > 0 else form_words.TYPE_MORE
        return sentence.format(names=shown, count=more)

    def about(self, subject: Subject, field: Field) -> list[str]:
        """What the field means, what it holds, its codes when they are few, where it counts."""
        text = self.text(subject, field) or desk_words.EMPTY_CELL
        items = field.codes.items if field.catalogue and field.type is FieldType.CHOICE else ()
        codes = "; ".join(f"{item.code} {item.name}" for item in items) if len(items) <= MOST_CODES else ""
        return [
            form_words.FIELD_IN_FULL.format(label=field.label, help=field.help),
            sheet_words.VALUE_NOW.format(value=text),
            codes,
            self.counted(subject, field),
            "" if field.computed else form_words.NO_VALUE,
        ]

    def counted(self, subject: Subject, field: Field) -> str:
        """The rows of the form that count the record because of the field."""
        rows = [f"{row.ma_so} {row.label.lstrip('-+ ')}" for _, row in counted_in(subject, field.key)]
        return form_words.COUNTED_IN.format(rows=", ".join(rows)) if rows else ""

    def text(self, subject: Subject, field: Field) -> str:
        """The value as the owner reads it."""
        return field_value(subject, field.key)
