"""Rows of text from elsewhere, read as records: a block copied from a spreadsheet, the sheets of a workbook.

Nothing is changed here: each row tells what would become of it, and ``edits_of`` makes one change of those that
are taken. Days are read day first, never swapped. A row over a record, or one that names a record by its code or
by name and birth date, changes it; an empty cell changes nothing. A row that is like a record in all but one of the
facts that tell who it is waits for a person to choose. Any other row begins a new record.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import normalize

from forms.dossier.content import Content, Edit, apply
from forms.dossier.doubts import Doubt, doubting
from forms.dossier.place_names import subject_title
from forms.dossier.roster import Subject
from forms.entry import row_words
from forms.entry.field_text import vocabulary
from forms.entry.identity import (
    Kin,
    Known,
    Like,
    Likeness,
    Met,
    compared,
    has_small_initial,
    is_poorer,
    names_of,
    same_value,
)
from forms.entry.old_fonts import may_be_either
from forms.entry.record_edits import new_records
from forms.entry.row_values import Remark, RowValues
from forms.entry.written_days import DayOrder, has_month_first, is_of_no_calendar, may_be_two_days
from forms.model.declared import StrEnum
from forms.model.record import Field, FieldRole, FieldType, RecordType
from forms.model.text import fold, format_date, parse_iso, runs_told, shorten
from forms.model.values import Record, Typed, Value, absence_of

MOST_OF_ROWS = 60
"""So many letters of the numbers of rows are told."""
FIRST_YEAR = "1900"
"""Days before it are no days of a person in a list."""
LIKE_EARLIER = {
    Likeness.SAME: "twice",
    Likeness.NEARLY: "nearly_twice",
    Likeness.NAMESAKE: "namesake",
    Likeness.OTHER_DAY: "other_day",
}
"""What is told of a row that is like an earlier one; by the last two it is of somebody else."""


class RowFate(StrEnum):
    """What would become of a row."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    REFUSE = "refuse"
    ASK = "ask"
    """It is like a record that is there: nothing before a person has chosen."""


class Who(StrEnum):
    """What a person says of a row that is like a record."""

    SAME = "same"
    """It is of that record and corrects it."""
    NEW = "new"
    """It is of another one."""


OF_THE_LIST = ("one_sided",)
"""What is told of the list as a whole."""
DOUBTFUL = ("zero", "digits", "more", "guess", "one_sided", "lines", "day", "order", "old", "converted")
"""What is told of a value that is taken, and is kept with it."""
LIKE_RECORD = {None: "like", Who.SAME: "like_same", Who.NEW: "like_new"}
"""What is told of a row that is like a record."""


class SourceRow(NamedTuple):
    """A row as it came: its number where it stands, a text a column, why it cannot be read at all, what to tell of it.

    *line* is its only text, where it has no other: it may say of what class the rows below are. It *is_title* where the
    headings of the list come again below it.
    """

    number: int
    texts: tuple[str, ...]
    flaws: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    line: str = ""
    is_title: bool = False


class Source(NamedTuple):
    """Rows of one record type. *fields* are the columns from the left, None where nobody knows the title.

    *over* are the records that the first rows stand on. *today* completes two-digit years. *strict*: from a
    file, where nobody watches: a day that does not parse and a new record that cannot be named are refused, and
    nothing is filled in that does not stand there. *about* are the words over the list, which may name the class of
    all its rows, *swapped* are the columns of days that a spreadsheet may have turned round, with one of them, *month_titles* those whose title says that the month is first, with it, *day_order* was answered where *order_asked* asks, *who* of rows that are like a record, by number, *notes* what is to be told of it as a whole, *unknown* the titles of the columns left aside.
    """

    title: str
    record: RecordType
    fields: tuple[Field | None, ...]
    rows: tuple[SourceRow, ...]
    over: tuple[Subject, ...] = ()
    today: date | None = None
    strict: bool = False
    unknown: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    notes: tuple[Remark, ...] = ()
    swapped: Mapping[Field, str] = MappingProxyType({})
    month_titles: Mapping[Field, str] = MappingProxyType({})
    day_order: DayOrder | None = None
    who: Mapping[int, Who] = MappingProxyType({})

    @property
    def month_first(self) -> Mapping[Field, str]:
        """The columns of days where the month stands first in one of them, each with that one, or with a title that says so."""
        found: dict[Field, str] = {}
        for place, field in enumerate(self.fields):
            if field is not None and field.type is FieldType.DATE:
                texts = [row.texts[place] for row in self.rows if place < len(row.texts)]
                if first := next(filter(has_month_first, texts), ""):
                    found[field] = first
                elif field in self.month_titles and any(map(may_be_two_days, texts)):
                    found[field] = self.month_titles[field]
        return found

    @property
    def order_asked(self) -> Mapping[Field, str]:
        """The columns of days of which it has to be said first in what order they stand, each with a day that asks."""
        return {**self.swapped, **self.month_first}


class ReadRow(NamedTuple):
    """A row as read: its number, the record that it changes, the values that it brings, what is to be said of it."""

    number: int
    kind: RowFate
    name: str
    values: Record
    subject: Subject | None = None
    remarks: tuple[Remark, ...] = ()
    doubts: Mapping[str, Doubt] = MappingProxyType({})
    """Field → what is doubtful about its value."""


Batch = tuple[Source, list[ReadRow]]


def read_sources(content: Content, sources: Sequence[Source]) -> list[Batch]:
    """Every source read; the records that come along are there for those that refer to them: staff, classes, children."""
    batches: list[Batch] = []
    order = content.form.lists_after_what_they_name
    for record in order:
        met = Met()
        readings = [_Reading(content, source, met) for source in sources if source.record is record]
        # what is surely named is taken before anything is compared with what is left
        begun = [(reading, _with_rows(list(reading.begun()))) for reading in readings]
        kin = _Kinship(content, record, met)
        of_record = [(reading.source, [reading.read(row, kin) for row in rows]) for reading, rows in begun]
        batches += of_record
        if record is not order[-1]:
            content = apply(content, edits_of(content, of_record))
    return sorted(batches, key=lambda batch: content.form.lists.index(batch[0].record))


def edits_of(
    content: Content, batches: Iterable[Batch], left_out: Iterable[tuple[str, int]] = ()
) -> list[Edit]:
    """The edits that take the rows in, as one change; *left_out* are (title of the source, number of the row)."""
    out = set(left_out)
    edits: list[Edit] = []
    added: dict[tuple[RecordType, bool], list[ReadRow]] = {}
    for source, rows in batches:
        for row in rows:
            if (source.title, row.number) in out:
                continue
            if row.kind is RowFate.CHANGE and row.subject is not None:
                path = row.subject.place.split("/")
                edits += [
                    Edit((*path, key), row.subject.record.get(key), value)
                    for key, value in row.values.items()
                ]
                edits += _doubting(content, row.subject.place, row)
            elif row.kind is RowFate.ADD:
                added.setdefault((source.record, source.strict), []).append(row)
    for (record, strict), new_rows in added.items():
        refs, made = new_records(content, record, [row.values for row in new_rows], filled=not strict)
        edits += made
        for ref, row in zip(refs, new_rows, strict=True):
            edits += _doubting(content, f"{record.place}/{ref}", row)
    return edits


def _doubting(content: Content, place: str, row: ReadRow) -> list[Edit]:
    """What is doubtful about the values that a row brings stays with them."""
    return [
        doubting(content, place, key, row.values[key], doubt)
        for key, doubt in row.doubts.items()
        if key in row.values
    ]


class OwnerLine(NamedTuple):
    """A text that says of what owner the rows below it are: the owner's name, the text, the row where it stands, 0 above the list."""

    owner: str
    text: str
    row: int = 0


def owner_lines(content: Content, source: Source, field: Field) -> Iterator[OwnerLine]:
    """What stands over the rows of a list, and between them, and names the owner that *field* takes from it."""
    empty = content.roster.stranger(source.record, f"{source.record.place}/", 1, {})
    words = vocabulary(field, empty, content.roster)
    names = {item.code: item.name for item in words.items}
    lines = [
        OwnerLine(names[code], row.line, row.number)
        for row in source.rows
        if row.line and (code := words.within(row.line).code)
    ]
    first = next((row.number for row in source.rows if any(row.texts)), 0)
    if not lines or first < lines[0].row:
        above = ((text, words.within(text).code) for text in source.about)
        yield from (
            OwnerLine(names[code], text) for text, code in [*filter(lambda pair: pair[1], above)][:1] if code
        )
    yield from lines


def unknown_owner(content: Content, source: Source, field: Field) -> str:
    """The words over a list that name an owner which there is not, and not the facility itself: «Danh sách lớp Hoa Sen»."""
    empty = content.roster.stranger(source.record, f"{source.record.place}/", 1, {})
    words = vocabulary(field, empty, content.roster)
    own = fold(str(content.facility.get("name", "")))
    return next(
        (text for text in source.about if words.has_lead(text) and not (own and own in fold(text))), ""
    )


class _Begun(NamedTuple):
    """A row as far as it can be read by itself; *refused* says why it is not taken."""

    number: int
    name: str
    values: Record = MappingProxyType({})
    subject: Subject | None = None
    remarks: tuple[Remark, ...] = ()
    refused: tuple[Remark, ...] = ()
    pairs: Sequence[tuple[Field, str]] = ()
    is_over: bool = False
    doubts: Mapping[str, Doubt] = MappingProxyType({})
    again: Sequence[Remark] = ()
    """What was told of an earlier row already."""


def _with_rows(rows: list[_Begun]) -> list[_Begun]:
    """The rows; what is told once names the others of which it holds, too."""
    others: dict[Remark, list[int]] = {}
    for row in rows:
        for remark in row.again:
            others.setdefault(remark, []).append(row.number)

    def told(remark: Remark) -> Remark:
        if remark not in others:
            return remark
        numbers = shorten(runs_told(others[remark]), MOST_OF_ROWS)
        return remark._replace(text=row_words.ALSO_IN.format(text=remark.text, rows=numbers))

    return [row._replace(remarks=tuple(map(told, row.remarks))) for row in rows] if others else rows


class _Reading:
    """One source being read."""

    def __init__(self, content: Content, source: Source, met: Met) -> None:
        self.content = content
        self.source = source
        self.record = source.record
        self.known = Known(self.record, content.roster.of(self.record.key))
        self.met = met
        self.key_by_label = {field.label: field.key for field in source.fields if field}
        self.values = RowValues(
            content,
            self.record,
            source.fields,
            source.about,
            source.today,
            strict=source.strict,
            orders=dict.fromkeys(source.order_asked, source.day_order),
            swapped=source.swapped.keys() - source.month_first.keys(),
        )

    def begun(self) -> Iterator[_Begun]:
        """The rows with their values; those that surely name a record have it."""
        for place, row in enumerate(self.source.rows):
            over = self.source.over[place] if place < len(self.source.over) else None
            if row.line and self.values.below_line(row.line, is_title=row.is_title):
                continue
            if any(row.texts) or row.flaws:
                yield self._begun(row, over)

    def _begun(self, row: SourceRow, over: Subject | None) -> _Begun:
        pairs = [
            (field, text)
            for field, text in zip(self.source.fields, row.texts, strict=False)
            if field is not None and text and not field.computed
        ]
        name = next((text for field, text in pairs if field.key == "name"), pairs[0][1] if pairs else "")
        blank = _Begun(row.number, name)
        if row.flaws:
            return blank._replace(refused=row.flaws)
        if not pairs:
            return blank._replace(refused=(Remark("blank"),))
        if any(fold(text) == fold(field.label) for field, text in pairs[:2]):
            return blank._replace(refused=(Remark("heading"),))
        remarks: list[Remark] = []
        found: list[Remark] = []
        values = self.values.of(pairs, over, remarks, found)
        again = [remark for remark in found if remark not in remarks]
        notes = list(self._notes(row, values))
        remarks = [*(note for note in notes if note.code not in OF_THE_LIST), *remarks]
        told = {remark.label for remark in remarks if remark.code == "several"}
        unread = [
            Remark("order_asked" if self.values.is_asked(field, text) else "unread", field.label, text)
            for field, text in pairs
            if isinstance(value := values.get(field.key), Typed)
            and not absence_of(value)
            and field.label not in told
        ]
        if odd := self._odd_age(values):
            remarks.append(odd)
        extra = len(row.texts) - len(self.source.fields)
        if extra > 0:
            remarks.append(Remark("extra", text=str(extra)))
        begun = blank._replace(
            values=values,
            remarks=(*unread, *remarks),
            pairs=pairs,
            doubts=self._doubts([*notes, *found]),
            again=again,
        )
        if over:
            return begun._replace(subject=over, is_over=True)
        return self._named(begun)

    def _notes(self, row: SourceRow, values: Record) -> Iterator[Remark]:
        """What is noted of its cells; a day that may have been turned round as it was read, where it was."""
        for note in row.notes:
            if note.code != "order":
                yield note
            elif day := parse_iso(str(values.get(self.key_by_label[note.label], ""))):
                yield note._replace(text=format_date(day))

    def _doubts(self, remarks: Sequence[Remark]) -> Mapping[str, Doubt]:
        return {
            self.key_by_label[remark.label]: Doubt(remark.code, remark.text)
            for remark in remarks
            if remark.code in DOUBTFUL and remark.label in self.key_by_label
        }

    def _named(self, row: _Begun) -> _Begun:
        """The same row with the record that it surely names, or why it cannot be told."""
        name, subjects, is_exact = self.known.find(row.values)
        same = [subject for subject in subjects if self._is_of(subject, row.values)]
        if name is None or (not same and len(subjects) < 2):
            return row
        if len(same) > 1:
            # twins of one name: only a row that is one of them as it stands is clear
            same = [
                candidate
                for candidate in same
                if self.met.is_free(candidate) and not self._changed(row.values, candidate)
            ][:1]
        if not same:
            return row._replace(refused=(Remark("many"),))
        (subject,) = same
        if first := self.met.claim(subject, (self.source.title, row.number)):
            return row._replace(refused=(self._twice(first),))
        if self.source.strict and not is_exact:
            field = self.record.field_by_key[self.record.named_by[name.level][0]]
            text, old = row.values[field.key], subject.record[field.key]
            guess = Remark("guess", field.label, row_words.IS_TAKEN_FOR.format(text=text, name=old))
            row = row._replace(remarks=(*row.remarks, guess))
        return row._replace(subject=subject)

    def _is_of(self, subject: Subject, values: Record) -> bool:
        """Whether nothing speaks against a row being of a record that it names, or so little that its code outweighs it."""
        comparison = compared(self.record, subject.record, values)
        *codes, name = self.record.named_by
        return comparison.is_same or (
            any(set(code) <= set(comparison.common) for code in codes)
            and not set(name).isdisjoint(comparison.common)
        )

    def read(self, row: _Begun, kin: "_Kinship") -> ReadRow:
        """What becomes of a row, now that every row of all sources has what it surely names."""
        refused = row.refused or tuple(self._no_days(row.pairs, row.values, row.subject))
        if refused:
            return self._refused(row, *refused)
        if row.subject:
            return self._judged(row, row.subject, row.remarks)
        if why := self._unnamed(row.values):
            return self._refused(row, why)
        like = kin.free.like(row.values)
        if like:
            who = self.source.who.get(row.number)
            remarks = (self._likeness(like, row.values, LIKE_RECORD[who]), *row.remarks)
            if who is None:
                return self._judged(row, like.subject, remarks)._replace(kind=RowFate.ASK)
            if who is Who.SAME:
                first = self.met.correct(like.subject, (self.source.title, row.number))
                return (
                    self._refused(row, self._twice(first))
                    if first
                    else self._judged(row, like.subject, remarks)
                )
        else:
            row = self._beside(row, kin)
            remarks = row.remarks
        again = self._met_before(row.values, row.number)
        if again and again.code in (LIKE_EARLIER[Likeness.SAME], LIKE_EARLIER[Likeness.NEARLY]):
            return self._refused(row, again)
        if again:
            doubt = {self.key_by_label[again.label]: Doubt(again.code, again.text)}
            row = row._replace(doubts={**row.doubts, **doubt})
        return self._taken(row, RowFate.ADD, row.values, None, (*remarks, *filter(None, [again])))

    @staticmethod
    def _refused(row: _Begun, *why: Remark) -> ReadRow:
        return ReadRow(row.number, RowFate.REFUSE, row.name, {}, None, why)

    def _judged(self, row: _Begun, subject: Subject, remarks: tuple[Remark, ...]) -> ReadRow:
        changed = self._changed(row.values, subject, is_over=row.is_over)
        kind = RowFate.CHANGE if changed else RowFate.SAME
        return self._taken(row, kind, changed, subject, remarks)

    def _taken(
        self,
        row: _Begun,
        kind: RowFate,
        values: Record,
        subject: Subject | None,
        remarks: tuple[Remark, ...],
    ) -> ReadRow:
        """A row with the values that it brings, and what is doubtful about them."""
        name = row.name or (subject.name if subject else "")
        doubts = dict(row.doubts)
        if why := self._why_odd(written := str(values.get("name", ""))):
            doubts["name"] = Doubt(why, written)
            remarks = (*remarks, Remark(why, self.record.field_by_key["name"].label, written))
        return ReadRow(row.number, kind, name, values, subject, remarks, doubts)

    def _why_odd(self, name: str) -> str:
        """What is to be looked at in how the name of a person is written; empty where nothing is."""
        if not self.record.facts:
            return ""
        return "small" if has_small_initial(name) else "either" if may_be_either(name) else ""

    def _likeness(self, like: Like, values: Record, code: str) -> Remark:
        """What a row is like, and where it differs from it."""
        before = like.subject.record
        parts = (
            row_words.INSTEAD.format(
                label=self.record.field_by_key[key].label, old=_shown(before[key]), new=_shown(values[key])
            )
            for key in like.comparison.differing
        )
        text = row_words.BETWEEN_NAMES.join(parts) or row_words.NOTHING_AGAINST
        return Remark(code, subject_title(like.subject), text)

    def _beside(self, row: _Begun, kin: "_Kinship") -> _Begun:
        """The same row; where it is like a record which another row names, it is of another person, mostly."""
        like = kin.taken.like(row.values)
        if like is None or "name" not in like.comparison.common:
            return row
        told = self._likeness(like, row.values, "beside")
        doubts = {key: Doubt(told.code, told.text) for key in like.comparison.differing[:1]}
        remark = told._replace(label=self._place(self.met.taken_by(like.subject)))
        return row._replace(remarks=(remark, *row.remarks), doubts={**row.doubts, **doubts})

    def _changed(self, values: Record, subject: Subject, *, is_over: bool = False) -> Record:
        return {
            key: value
            for key, value in values.items()
            if not same_value(subject.record.get(key), value)
            and (is_over or not self._is_only_spelling(key, subject.record.get(key), value))
        }

    def _is_only_spelling(self, key: str, old: Value | None, new: Value) -> bool:
        """A code by which others refer to the record, or a name of it or of a parent, written in another way: no change."""
        if key == "code":
            return fold(str(old)) == fold(str(new))
        is_name = key == "name" or any(key in fact for fact in self.record.facts)
        return is_name and is_poorer(old, new)

    def _no_days(
        self, pairs: Sequence[tuple[Field, str]], values: Record, subject: Subject | None
    ) -> Iterator[Remark]:
        """Days of a file that do not parse or cannot be; what stands in the record already may stay."""
        for field, text in pairs:
            if not self.source.strict or field.type is not FieldType.DATE:
                continue
            value = values[field.key]
            wrong = isinstance(value, Typed) or str(value) < FIRST_YEAR
            if wrong and not (subject and same_value(subject.record.get(field.key), value)):
                yield Remark(self._why_no_day(field, text), field.label, text)

    def _why_no_day(self, field: Field, text: str) -> str:
        if self.values.is_asked(field, text):
            return "order_asked"
        return "no_such_day" if is_of_no_calendar(text) else "no_day"

    def _odd_age(self, values: Record) -> Remark | None:
        """A child too old for a list of children, a teacher too young for one of staff."""
        ages, born = self.record.ages, self.record.told(values, FieldRole.BORN)
        day = parse_iso(born) if isinstance(born, str) else None
        if ages is None or day is None or ages[0] <= self.content.year.start - day.year <= ages[1]:
            return None
        return Remark("age", self.record.field_by_role[FieldRole.BORN].label, format_date(day))

    def _unnamed(self, values: Record) -> Remark | None:
        """Why a new record cannot be told from others: what names it is missing, or it is no record at all."""
        columns = {field.key for field in self.source.fields if field}
        if "name" in columns and "name" not in values:
            return Remark("no_name", self.record.field_by_key["name"].label)
        if not self.source.strict:
            return None
        if not names_of(self.record, values):
            missing = next(
                key for key in self.record.named_by[-1] if key not in values or isinstance(values[key], Typed)
            )
            return Remark("no_name", self.record.field_by_key[missing].label)
        text = str(next(iter(values.values())))
        if len(values) == 1 or re.fullmatch(row_words.BELOW_A_LIST, normalize("NFC", text).casefold()):
            return Remark("no_record", text=text)
        return None

    def _met_before(self, values: Record, number: int) -> Remark | None:
        """That a new record came before, or one that is like it."""
        if not self.source.strict:
            return None
        apart = {key: str(values[key]) for key in self.record.apart_by if isinstance(values.get(key), str)}
        earlier = self.met.add(names_of(self.record, values), (self.source.title, number), apart)
        if earlier is None:
            return None
        remark = self._twice(earlier.where, LIKE_EARLIER[earlier.likeness])
        if earlier.likeness > Likeness.NEARLY:
            born = (
                None
                if earlier.likeness is Likeness.NAMESAKE
                else self.record.field_by_role.get(FieldRole.BORN)
            )
            first = self.record.field_by_key.get("name", self.record.fields[0])
            return remark._replace(label=(born or first).label)
        return remark

    def _twice(self, first: tuple[str, int], code: str = "twice") -> Remark:
        return Remark(code, text=self._place(first))

    def _place(self, first: tuple[str, int]) -> str:
        """A row as it is told: its number, with its sheet where that is another one."""
        title, number = first
        return str(number) if title == self.source.title else f"{number} («{title}»)"


def _shown(value: Value) -> str:
    """A fact that tells who it is, as people write it."""
    day = parse_iso(str(value))
    return format_date(day) if day else str(value)


class _Kinship:
    """The records of one type that rows may be like: those that no row surely names, and those that one does."""

    def __init__(self, content: Content, record: RecordType, met: Met) -> None:
        subjects = content.roster.of(record.key)
        self.free = Kin(record, [subject for subject in subjects if met.is_free(subject)])
        self.taken = Kin(record, [subject for subject in subjects if not met.is_free(subject)])
