"""What a cell of an official file receives: words of its own drop-down list, or as its column writes them already."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import NamedTuple, Protocol

from exports.intake.field_parts import taken_apart
from exports.intake.source_cells import holds_mark
from exports.intake.title_words import Half
from exports.intake.titles import ColumnUse, normal
from exports.reading.workbook_reader import ForeignCell
from exports.workbooks.cell_text import shown_text
from exports.workbooks.rosters.roster_values import CodeNames, roster_cell_value
from forms.dossier.roster import Roster, Subject
from forms.entry.field_text import has_options, meaning_of, read_field, yes_or_no
from forms.model.record import Field, FieldType
from forms.model.text import clean, format_date, parse_iso
from forms.model.values import Typed, absence_of, is_coded

CODE_WORD = "ma"
"""A column of records whose title has this word holds codes, where nothing else tells; one titled otherwise than officially names."""
_CROSS = "x"


class Wanted(NamedTuple):
    """A value for a cell, an empty one to empty it; *is_listed* is False for a text that the list of the cell lacks.

    *has_parts* is False where the cell is for a part of a value that cannot be taken apart.
    """

    value: str | int | Decimal | date
    is_listed: bool = True
    has_parts: bool = True


class Writing(Protocol):
    """How one column writes its field, or its part of it."""

    @property
    def field(self) -> Field:
        """The field that it tells, alone or with other columns."""

    def value(self, subject: Subject, names: CodeNames, roster: Roster, *, is_filled: bool) -> Wanted | None:
        """What the cell of *subject* receives, where *is_filled* if it holds something; None for nothing."""

    def agrees(self, wanted: Wanted, subject: Subject, roster: Roster, cell: ForeignCell, whole: str) -> bool:
        """Whether *cell* says what is *wanted*, or its row with *whole*, what all columns of the field say together."""


def writing_of(
    use: ColumnUse,
    title: str,
    items: tuple[str, ...] | None,
    seen: Sequence[ForeignCell],
    beside: Sequence[ForeignCell],
    uses: Collection[ColumnUse] = (),
) -> Writing:
    """How a column of that *title* writes that holds *use*, *uses* being those of all columns.

    *beside* are for a part of a field the cells with given names in the same list, for a mark all with marks.
    """
    if use.half:
        has_middle = any(other.half is Half.MIDDLE for other in uses)
        several = [cell for cell in beside if " " in clean(cell.text)]
        return PartWriting(
            use.field,
            use.half,
            items,
            seen,
            family_alone=len(several) * 2 > len(beside),
            has_middle=has_middle,
        )
    whole = Wording(use.field, title, items, [cell.text for cell in seen])
    if use.marks and use.also:
        return WritingOfSome(whole, use.also, use.marks)
    return MarkWriting(use.field, use.marks, items, beside) if use.marks else whole


class Wording:
    """How one column writes: by the *items* of its list, else by the texts *seen* in it."""

    def __init__(self, field: Field, title: str, items: tuple[str, ...] | None, seen: Iterable[str]) -> None:
        self.field = field
        self._title = normal(title)
        self._items = items
        self._seen = {clean(text) for text in seen}
        self._by_text = {clean(item): item for item in reversed(items or ())}
        self._by_words: dict[str, set[str]] = {}
        for item in items or ():
            self._by_words.setdefault(normal(item), set()).add(item)

    def value(self, subject: Subject, names: CodeNames, roster: Roster, *, is_filled: bool) -> Wanted | None:
        """What the cell of *subject* receives, where *is_filled* if it holds something; None for nothing."""
        stored = stored_value(self.field, subject)
        if isinstance(stored, bool):
            return self._answer(stored, is_filled)
        shown = roster_cell_value(self.field, subject, names)
        if isinstance(shown, str):
            shown = shown_text(shown)
        if shown is None or shown == "":
            return None
        if not isinstance(stored, str) or not isinstance(shown, str) or self.field.type is FieldType.DATE:
            return Wanted(shown)
        if self.field.refers:
            return self._referred(stored, roster)
        if is_coded(self.field, subject.entered):
            name = self.field.codes.name(stored)
            return self._named(stored, name, shown)
        return self._of_list((shown,), shown)

    def agrees(self, wanted: Wanted, subject: Subject, roster: Roster, cell: ForeignCell, whole: str) -> bool:
        """Also in other words."""
        return wanted.value == cell.text or means_the_same(self.field, subject, roster, cell)

    def _answer(self, answer: bool, is_filled: bool) -> Wanted | None:
        words = self._items if self._items is not None else sorted(self._seen)
        answers = self._answers(words)
        if answer in answers:
            return Wanted(answers[answer])
        blank_means_no = True in answers and (self._items is not None or answers[True].casefold() == _CROSS)
        if not answer and blank_means_no and not is_filled:
            return None
        return Wanted(self.field.answer(yes=answer).name, self._items is None)

    def _answers(self, words: Iterable[str]) -> dict[bool, str]:
        """Yes and no → the first word that means it."""
        answers: dict[bool, str] = {}
        for word in words:
            answer = yes_or_no(self.field, clean(word))
            if answer is not None:
                answers.setdefault(answer, word)
        return answers

    def _named(self, code: str, name: str, shown: str) -> Wanted:
        if self._items is None:
            return Wanted(code if self._has_codes else shown)
        spelt = (name, shown, f"{code} {name}", f"{name} {code}", *_spellings(code))
        return self._of_list(spelt, shown)

    @cached_property
    def _has_codes(self) -> bool:
        """Whether all texts in the column are codes."""
        items = self.field.codes.items
        return self._all_seen({code for item in items for code in _spellings(item.code)})

    def _referred(self, code: str, roster: Roster) -> Wanted:
        others = roster.of(self.field.refers or "")
        named = {str(other.get("code")): str(other.get("name") or other.get("code")) for other in others}
        name = named.get(code, code)
        if self._items is not None:
            return self._of_list((code, name, f"{code} {name}", f"{name} {code}"), code)
        if self._seen & set(named):
            return Wanted(code)
        by_name = self._all_seen(set(named.values())) or not self._is_of_codes
        return Wanted(shown_text(name) if by_name else code)

    @cached_property
    def _is_of_codes(self) -> bool:
        official = self.field.upload[1] if self.field.upload else self.field.label
        return CODE_WORD in self._title.split() or self._title in (
            normal(official),
            normal(self.field.exchange or official),
        )

    def _of_list(self, spelt: tuple[str, ...], default: str) -> Wanted:
        """The item that is one of *spelt*, the first that there is; *default* where the list lacks all."""
        if self._items is None:
            return Wanted(default)
        for text in spelt:
            if (item := self._by_text.get(clean(text))) is not None:
                return Wanted(item)
        for text in spelt:
            alike = self._by_words.get(normal(text), set()) if normal(text) else set()
            if len(alike) == 1:
                return Wanted(next(iter(alike)))
        return Wanted(default, is_listed=False)

    def _all_seen(self, known: set[str]) -> bool:
        return bool(self._seen) and self._seen <= known


class PartWriting:
    """How a column writes that holds a part of a field: the words of a name, the numbers of a day."""

    def __init__(
        self,
        field: Field,
        half: Half,
        items: tuple[str, ...] | None,
        seen: Sequence[ForeignCell],
        *,
        family_alone: bool,
        has_middle: bool,
    ) -> None:
        self.field = field
        self._half, self._items = half, items
        self._family_alone, self._has_middle = family_alone, has_middle
        texts = [clean(cell.text) for cell in seen if cell.kind == "text"]
        self._are_texts = len(texts) * 2 > len(seen)
        self._width = max((len(text) for text in texts if text.startswith("0")), default=0)

    def value(self, subject: Subject, names: CodeNames, roster: Roster, *, is_filled: bool) -> Wanted | None:
        """The part of the value; an empty one where there is none, to empty a cell that *is_filled*."""
        shown = roster_cell_value(self.field, subject, names)
        text = shown.isoformat() if isinstance(shown, date) else str(shown or "")
        if not text:
            return None
        parts = taken_apart(self.field, text, family_alone=self._family_alone, has_middle=self._has_middle)
        if not parts:
            return Wanted(text, has_parts=False)
        part = parts.get(self._half, "")
        if self._items is not None:
            item = next((item for item in self._items if _is_number(item, part)), None)
            return Wanted(part if item is None else item, item is not None)
        if self.field.type is FieldType.DATE and part.isdecimal():
            return Wanted(part.zfill(self._width) if self._are_texts else int(part))
        return Wanted(part) if part or is_filled else None

    def agrees(self, wanted: Wanted, subject: Subject, roster: Roster, cell: ForeignCell, whole: str) -> bool:
        """Also where its row divides the same value in another way."""
        text, part = clean(cell.text), str(wanted.value)
        is_same = text == part or _is_number(text, part)
        return is_same or means_the_same(self.field, subject, roster, ForeignCell(whole, "text"))


class MarkWriting:
    """How a column writes that marks those with one code: with the sign that is *seen* in it, else with a cross."""

    def __init__(
        self, field: Field, code: str, items: tuple[str, ...] | None, seen: Sequence[ForeignCell]
    ) -> None:
        self.field, self._code = field, code
        signs = [*(items or ()), *(cell.text for cell in seen if holds_mark(cell)), _CROSS]
        self._sign = signs[0]

    def value(self, subject: Subject, names: CodeNames, roster: Roster, *, is_filled: bool) -> Wanted | None:
        """The sign, or an empty text where a sign of the file is wrong."""
        stored = stored_value(self.field, subject)
        if stored == self._code:
            return Wanted(self._sign)
        if isinstance(stored, Typed):
            return Wanted(stored.text, has_parts=False)
        return Wanted("") if stored and is_filled else None

    def agrees(self, wanted: Wanted, subject: Subject, roster: Roster, cell: ForeignCell, whole: str) -> bool:
        """Any sign is as good as another."""
        return holds_mark(cell) is bool(wanted.value)


class WritingOfSome:
    """How a column writes for those alone whose field *also* has the code *code*: the birth dates of girls."""

    def __init__(self, whole: Wording, also: Field, code: str) -> None:
        self.field = whole.field
        self._whole, self._also, self._code = whole, also, code

    def value(self, subject: Subject, names: CodeNames, roster: Roster, *, is_filled: bool) -> Wanted | None:
        """The value of those, an empty text where the file has one of others."""
        wanted = self._whole.value(subject, names, roster, is_filled=is_filled)
        whose = stored_value(self._also, subject)
        if whose == self._code or wanted is None:
            return wanted
        if not isinstance(whose, str):
            return wanted._replace(has_parts=False)
        return Wanted("") if is_filled else None

    def agrees(self, wanted: Wanted, subject: Subject, roster: Roster, cell: ForeignCell, whole: str) -> bool:
        """As the whole value does."""
        return wanted.value != "" and self._whole.agrees(wanted, subject, roster, cell, whole)


def _is_number(text: str, part: str) -> bool:
    """Whether the only number in a text is *part*: «Tháng 05» is 5."""
    return part.isdecimal() and [int(part)] == [int(digits) for digits in re.findall("[0-9]+", text)]


def stored_value(field: Field, subject: Subject) -> object:
    """The value of a field as it is stored, of a computed one as it is worked out; None where there is nothing."""
    value = subject.get(field.key) if field.computed else subject.record.get(field.key)
    return None if absence_of(value) else value


def _spellings(code: str) -> tuple[str, ...]:
    return code, code.lstrip("0") or "0"


def means_the_same(field: Field, subject: Subject, roster: Roster, cell: ForeignCell) -> bool:
    """Whether what the file holds is our value in other words: a code for a name, a text for a day."""
    stored = stored_value(field, subject)
    text = clean(cell.text)
    if isinstance(stored, Typed):
        return clean(stored.text) == text
    if isinstance(stored, bool):
        return yes_or_no(field, text) is stored
    if isinstance(stored, int | Decimal) and cell.kind == "number":
        return _number(text) == stored
    if field.computed:
        return str(stored) == text
    if isinstance(stored, str) and has_options(field, subject):
        meant = meaning_of(field, subject, roster, text)
        return meant.is_sure and meant.code == stored
    return read_field(field, subject, roster, text, None) == stored


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def seen_text(cell: ForeignCell | None) -> str:
    """What a person sees in a cell of the file: days as dd/mm/yyyy, a decimal comma."""
    if cell is None:
        return ""
    if cell.kind == "number":
        return cell.text.replace(".", ",")
    day = parse_iso(cell.text) if cell.kind == "date" else None
    return format_date(day) if day else clean(cell.text)
