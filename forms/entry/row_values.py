"""The values that a row of texts brings: codes for names, zeros that were lost, and what is to be said of them."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from forms.dossier.content import Content
from forms.dossier.roster import Subject
from forms.entry import row_words
from forms.entry.digits import digits_of
from forms.entry.field_text import depends_on_others, has_options, meaning_of, read_field, vocabulary
from forms.entry.meaning import Vocabulary
from forms.entry.record_edits import beginning
from forms.entry.written_days import DayOrder, day_first, may_be_two_days, plain_day
from forms.model.code_list import Item
from forms.model.record import Field, FieldType, RecordType
from forms.model.text import fold, parse_date
from forms.model.values import Typed, Value, typed

MOST_NAMES = 4
"""Names that are told of what a text may mean."""

ONCE = ("guess", "several")
"""What is told once of a column."""

Pairs = Sequence[tuple[Field, str]]


class Remark(NamedTuple):
    """What is to be said of a row, by code; *label* of a field, *text* that was met."""

    code: str
    label: str = ""
    text: str = ""


def several(text: str, items: Sequence[Item]) -> str:
    """*text* and what it may mean."""
    names = row_words.BETWEEN_NAMES.join(item.name for item in items[:MOST_NAMES])
    more = row_words.AND_MORE if len(items) > MOST_NAMES else ""
    return row_words.MAY_BE.format(text=text, names=names + more)


class RowValues:
    """Reads the rows of one source. *about*, *strict* and *today* are those of ``Source``.

    *orders* are the columns of days where one has the month first, and what was answered of them; in those *swapped* only
    days that a spreadsheet may have turned round are in question.
    """

    def __init__(
        self,
        content: Content,
        record: RecordType,
        fields: Sequence[Field | None],
        about: Sequence[str],
        today: date | None,
        *,
        strict: bool,
        orders: Mapping[Field, DayOrder | None] | None = None,
        swapped: Collection[Field] = (),
    ) -> None:
        self._orders = orders or {}
        self._swapped = swapped
        self._roster, self._record, self._today, self._strict = content.roster, record, today, strict
        self._blank = beginning(content, record)
        self._empty = content.roster.stranger(record, self._blank.place, 1, {})
        self._told: set[Remark] = set()
        self._guesses: dict[tuple[str, str, Value], Remark | None] = {}
        self._owner: dict[str, str] = {}
        self._facility = fold(str(content.facility.get("name", "")))
        self._owners = [
            field
            for membership in (content.form.membership if strict else ())
            if membership.member == record.key
            and membership.field is not None
            and (field := record.field_by_key[membership.field]) not in fields
        ]
        for text in about:
            # a list of its own for each class names it in the title of the sheet, or above
            if self._named_in(text):
                break

    def below_line(self, text: str, *, is_title: bool = False) -> bool:
        """Whether *text* names the owner of the rows below it: ``Lớp Mầm``; also one that there is not, never the one before.

        A line that *is_title* of further headings may name it anywhere.
        """
        if self._named_in(text):
            return True
        if self._facility and self._facility in fold(text):
            return False
        unknown = {
            field.key: named
            for field in self._owners
            if (named := self._unknown_in(text, self._words_of(field), is_title))
        }
        self._owner |= unknown
        return bool(unknown)

    @staticmethod
    def _unknown_in(text: str, words: Vocabulary, is_title: bool) -> str:
        if words.begins_with_lead(text):
            return text
        is_below = re.fullmatch(row_words.BELOW_A_LIST, normalize("NFC", text).casefold())
        return words.from_lead(text) if is_title and not is_below else ""

    def _named_in(self, text: str) -> bool:
        found = {
            field.key: code for field in self._owners if (code := self._words_of(field).within(text).code)
        }
        self._owner |= found
        return bool(found)

    def _words_of(self, field: Field) -> Vocabulary:
        return vocabulary(field, self._empty, self._roster)

    def of(
        self,
        pairs: Pairs,
        over: Subject | None,
        remarks: list[Remark],
        all_remarks: list[Remark] | None = None,
    ) -> dict[str, Value]:
        """The values of one row, *over* a record or not; remarks are added, *all_remarks* with those that were told before."""
        found: list[Remark] = []
        values = self._values(pairs, over, found)
        # once is enough: a column says the same again and again
        remarks += [remark for remark in found if remark.code not in ONCE or remark not in self._told]
        self._told.update(found)
        if all_remarks is not None:
            all_remarks += found
        return values

    def _values(self, pairs: Pairs, over: Subject | None, remarks: list[Remark]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        dependent = []
        subject = over or (self._empty if self._strict else self._blank)
        for field, text in pairs:
            if depends_on_others(field):
                dependent.append((field, text))
            elif field.refers and self._strict:
                meant = meaning_of(field, subject, self._roster, text)
                values[field.key] = meant.code if meant.is_sure and meant.code else text
            else:
                self._read(values, field, text, subject, remarks)
        for field, text in sorted(dependent, key=lambda pair: self._record.field_order[pair[0].key]):
            # a ward is looked for in the district that was read before it
            given = {**subject.record, **values}
            other = self._roster.stranger(self._record, self._blank.place, 1, given)
            self._read(values, field, text, other, remarks)
        if not over:
            values |= self._owner
        return values

    def _read(
        self, values: dict[str, Value], field: Field, text: str, subject: Subject, remarks: list[Remark]
    ) -> None:
        if field.type is FieldType.DATE:
            values[field.key] = self._day(field, text)
            return
        mended = self._mended(field, text, remarks)
        value = read_field(field, subject, self._roster, mended, self._today)
        if mended == text and isinstance(value, str) and self._is_changed(field, value, text):
            value = Typed(text)
        if value is None:
            return
        values[field.key] = value
        if has_options(field, subject):
            read = (field.key, text, value)
            if read not in self._guesses:
                self._guesses[read] = self._guess(field, text, mended, subject)
            remarks += filter(None, [self._guesses[read]])

    def _guess(self, field: Field, text: str, mended: str, subject: Subject) -> Remark | None:
        """That a text was not surely understood, or not at all since it may mean several things."""
        meant = meaning_of(field, subject, self._roster, mended)
        if meant.code is not None and not meant.is_sure:
            told = row_words.IS_TAKEN_FOR.format(text=text, name=meant.items[0].name)
            return Remark("guess", field.label, told)
        if meant.items and not meant.is_sure:
            return Remark("several", field.label, several(text, meant.items))
        return None

    def is_asked(self, field: Field, text: str) -> bool:
        """Whether it has to be said first whether day or month stands first in *text*."""
        return field in self._orders and self._orders[field] is None and may_be_two_days(text)

    def _day(self, field: Field, text: str) -> Value:
        """A day as it is written, in the order that was answered for its column."""
        plain = plain_day(text)
        if self._orders.get(field) is DayOrder.MONTH and (
            field not in self._swapped or may_be_two_days(text)
        ):
            plain = day_first(plain)
        day = None if self.is_asked(field, text) else parse_date(plain, self._today)
        return day.isoformat() if day else typed(text)

    def _mended(self, field: Field, text: str, remarks: list[Remark]) -> str:
        """A number with the digits that a spreadsheet has changed; told."""
        form = field.format
        if not _is_of_digits(field) or form is None:
            return text
        digits = digits_of(form, text)
        if digits is None:
            return text
        if digits.zero:
            remarks.append(Remark("zero", field.label, digits.text))
        elif digits.is_mended:
            told = row_words.IS_TAKEN_FOR.format(text=text, name=digits.text)
            remarks.append(Remark("digits", field.label, told))
        if digits.more:
            remarks.append(Remark("more", field.label, row_words.BETWEEN_NAMES.join(digits.more)))
        return digits.text

    @staticmethod
    def _is_changed(field: Field, value: str, text: str) -> bool:
        """Whether bringing *text* to the form of the field changed it, and for nothing: it has not the form."""
        return _is_of_digits(field) and value != text and not (field.format and field.format.fits(value))


def _is_of_digits(field: Field) -> bool:
    return field.type is FieldType.TEXT and field.format is not None and bool(field.format.normalise)
