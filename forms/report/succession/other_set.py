"""What was made with one set, as another set has it: by the correspondences that the other one declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from forms.dossier.content import Content
from forms.model.declared import Frozen
from forms.model.record import RecordType
from forms.model.values import Record
from forms.report.report import ReportCells
from forms.report.succession import other_set_words as words
from forms.sets import successor_of
from forms.sets.correspondence import Correspondence
from forms.sets.form_set import FormSet


def cells_in(form: FormSet, cells: ReportCells, of: FormSet) -> ReportCells:
    """The *cells* of a report of the set *of*, at the rows and columns that *form* declares for them; the others are left out."""
    if form is of:
        return cells
    known = form.correspondence_with(of)
    if known is None:
        return {}
    here: dict[str, dict[str, dict[str, Any]]] = {}
    for table, rows in cells.items():
        for row, values in rows.items():
            at = known.rows.get((table, row))
            for column, value in values.items() if at else ():
                key = known.columns.get((table, column))
                if at and key:
                    here.setdefault(at[0], {}).setdefault(at[1], {})[key] = value
    return here


class CarriedOver(Frozen):
    """A content as another set has it; *without* tells, a line each, what has no counterpart there."""

    content: Content
    without: tuple[str, ...] = ()


def carried_over(content: Content) -> CarriedOver:
    """What begins a school year, as the set has it that follows its own in that year; as it is where none does."""
    old, new = content.form, successor_of(content.form, content.year.start)
    known = new.correspondence_with(old)
    if known is None:
        return CarriedOver(content)
    return _Crossing(content, new, known).result()


class _Crossing:
    """One content on its way into the set *new*."""

    def __init__(self, content: Content, new: FormSet, known: Correspondence) -> None:
        self._old, self._new, self._known = content.form, new, known
        self._content = content
        self._lost: dict[str, set[str]] = {}
        """Key of a record type there → its fields that held something and have no counterpart."""

    def result(self) -> CarriedOver:
        """The content, and what has no counterpart."""
        content, new = self._content, self._new
        tree: dict[str, Any] = {"school_year": str(content.year), "form": new.name}
        refs: dict[str, int] = {}
        profile = self._record(self._old.facility, content.facility)
        if profile and self._type_here(self._old.facility) is new.facility:
            tree[new.facility.place] = profile
        for record in self._old.lists:
            here = self._type_here(record)
            if here is None:
                continue
            records = {
                _ref_in(here, ref): self._record(record, item)
                for ref, item in content.records(record.place).items()
            }
            if records:
                tree[here.place] = records
            if number := content.part("last_ref").get(record.letter):
                refs[here.letter] = number
        tree |= {"doubts": self._doubts(), "last_ref": refs}
        return CarriedOver(Content({key: part for key, part in tree.items() if part}), tuple(self._without()))

    def _type_here(self, record: RecordType) -> RecordType | None:
        return self._new.record_by_key.get(self._known.records.get(record.key, ""))

    def _record(self, record: RecordType, item: Record) -> Record:
        named = {key: self._known.fields.get((record.key, key)) for key in item}
        lost = {key for key, here in named.items() if here is None and key in record.field_by_key}
        self._lost.setdefault(record.key, set()).update(lost)
        return {here: item[key] for key, here in named.items() if here is not None}

    def _doubts(self) -> dict[str, Any]:
        doubts: dict[str, Any] = {}
        for place, by_field in self._content.part("doubts").items():
            part, _, ref = place.partition("/")
            record = self._old.record_by_place[part]
            here = self._type_here(record)
            kept = {
                named: doubt
                for key, doubt in by_field.items()
                if (named := self._known.fields.get((record.key, key)))
            }
            if here is not None and kept:
                doubts[f"{here.place}/{_ref_in(here, ref)}" if ref else here.place] = kept
        return doubts

    def _without(self) -> Iterator[str]:
        for record in self._old.records:
            count = 1 if record.single else len(self._content.records(record.place))
            if count and self._type_here(record) is None:
                yield words.LIST.format(title=record.title, count=count)
            elif lost := self._lost.get(record.key):
                labels = [field.label for field in record.fields if field.key in lost]
                yield words.FIELDS.format(title=record.title, labels=", ".join(labels))
        for table in self._old.tables:
            rows = [row.key for row in table.data_rows if (table.id, row.key) not in self._known.rows]
            if rows:
                yield words.ROWS.format(table=table.tab_title, rows=", ".join(rows))


def _ref_in(record: RecordType, ref: str) -> str:
    """A ref as records of that type bear it: the same number."""
    return record.letter + ref[1:]
