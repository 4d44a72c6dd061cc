"""What a cell of an official file receives: words of its own drop-down list, or as its column writes them already."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import NamedTuple

from exports.intake.titles import normal
from exports.reading.workbook_reader import ForeignCell
from exports.workbooks.cell_text import shown_text
from exports.workbooks.rosters.roster_values import CodeNames, roster_cell_value
from forms.dossier.roster import Roster, Subject
from forms.entry.field_text import has_options, meaning_of, read_field, yes_or_no
from forms.model.record import Field, FieldType
from forms.model.text import clean, format_date, parse_iso
from forms.model.values import Typed, is_coded

CODE_WORD = "ma"
"""A column of records whose title has this word holds codes, where nothing else tells; one titled otherwise than officially names."""
_CROSS = "x"


class Wanted(NamedTuple):
    """A value for a cell; *is_listed* is False for a text that the list of the cell lacks."""

    value: str | int | Decimal | date
    is_listed: bool = True


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

    def _answer(self, answer: bool, is_filled: bool) -> Wanted | None:
        words = self._items if self._items is not None else sorted(self._seen)
        answers = self._answers(words)
        if answer in answers:
            return Wanted(answers[answer])
        blank_means_no = True in answers and (self._items is not None or answers[True].casefold() == _CROSS)
        if not answer and blank_means_no and not is_filled:
            return None
        return Wanted(self.field.codes.name(str(int(answer))), self._items is None)

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


def stored_value(field: Field, subject: Subject) -> object:
    """The value of a field as it is stored, of a computed one as it is worked out."""
    return subject.get(field.key) if field.computed else subject.record.get(field.key)


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
