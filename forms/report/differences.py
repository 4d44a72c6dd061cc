"""What differs between two states of a report: records by person and field, cells by row and column.

A difference is an edit with its words. Applied in their order to the first state, the edits of all differences
give the second (the parts of the report: ``parts_of``); what only keeps account of it is left out.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from forms.dossier.campaign import receiver_of
from forms.dossier.content import Content, Edit, Path, difference, is_record
from forms.dossier.place_names import (
    cell_title,
    exists,
    field_title,
    read_place,
    subject_title,
    title_of,
)
from forms.dossier.roster import Subject
from forms.model.place import Place
from forms.model.record import RecordType
from forms.model.table import Table
from forms.model.text import format_moment
from forms.report import (
    change_words,
)
from forms.report.checking.messages import full_value, shown_cell
from forms.sets.form_set import FormSet

_TABLE_PARTS = ("cells", "taken", "reasons", "notes")
_TAIL = (*_TABLE_PARTS, "reviewed", "explanations")
_CELL_DEPTH = len(("cells", "table", "row", "column"))


class Difference(NamedTuple):
    """One edit and its words: where it is, what stood there and what stands there now; nothing is ''."""

    edit: Edit
    label: str
    old: str
    new: str

    @property
    def path(self) -> str:
        """``facility/head_phone``, ``children/c0003/name``, ``cells/T4/203/TU_THUC.permanent``."""
        return "/".join(self.edit.path)

    def as_json(self) -> dict[str, Any]:
        """The stable form; a whole record that comes or goes has its ``rank`` in the list."""
        parts = {"path": self.path, "label": self.label, "old": self.edit.old, "new": self.edit.new}
        return parts if self.edit.rank is None else {**parts, "rank": self.edit.rank}


def parts_of(form: FormSet) -> tuple[str, ...]:
    """The parts of a report in the order in which its differences are told."""
    return (*form.record_by_place, *_TAIL)


def differences(old: Content, new: Content) -> list[Difference]:
    """Everything that differs, in the order of the parts; empty when the reports are the same."""
    parts = parts_of(new.form)
    edits = sorted(
        (edit for edit in single_edits(old, new) if edit.path[0] in parts),
        key=lambda edit: parts.index(edit.path[0]),
    )
    words = EditWords(old, new)
    return [words.of(edit) for edit in edits]


def single_edits(old: Content, new: Content) -> Iterator[Edit]:
    """What makes *new* of *old* as edits of single values and of records that come or go."""
    for edit in difference(old, new):
        if edit.path[0] in _TABLE_PARTS:
            yield from _leaves(edit.path, edit.old, edit.new, _CELL_DEPTH)
        elif edit.path[0] == "explanations":
            yield from _leaves(edit.path, edit.old, edit.new, len(("explanations", "rule", "place")))
        elif edit.path[0] in (new.form.facility.place, "reviewed"):
            yield from _leaves(edit.path, edit.old, edit.new, len(("reviewed", "field")))
        else:
            yield edit


def _leaves(path: Path, old: Any, new: Any, depth: int) -> Iterator[Edit]:
    """The edit as edits of single values: a whole table or row may have come or gone."""
    if len(path) == depth:
        if old != new:
            yield Edit(path, old, new)
        return
    for key in dict.fromkeys((*(old or {}), *(new or {}))):
        yield from _leaves((*path, key), (old or {}).get(key), (new or {}).get(key), depth)


def place_of_edit(edit: Edit, form: FormSet) -> Place:
    """The place in the report where an edit is seen; what is around it where the form has no such place any more."""
    part, *rest = edit.path
    if part in _TABLE_PARTS:
        return _cell_place(form, *rest)
    if part == "explanations":
        return read_place(rest[1], form) or Place()
    if part == "reviewed":
        return _field_place(form.facility.place, rest[0], form.facility)
    if part == "doubts":
        return read_place("/".join(rest), form) or Place()
    if part in change_words.ACCOUNTS or part == "exports":
        return Place(record=form.facility.place)
    if is_record(edit.path, form):
        return Place(record=part if edit.new is None else "/".join(edit.path))
    return _field_place("/".join(edit.path[:-1]), edit.path[-1], form.entry_by_place[part])


def _field_place(record: str, field: str, kind: RecordType) -> Place:
    return Place(record=record, field=field if field in kind.field_by_key else None)


def _cell_place(form: FormSet, table_id: str, row: str, column: str) -> Place:
    table = form.table_by_id.get(table_id)
    if table is None:
        return Place()
    if row not in table.row_by_key:
        return Place(table_id)
    return Place(table_id, row, column if column in table.column_by_key else None)


class EditWords:
    """Words the edits between two contents; *before* are the records of the old one by place, where it does not hold them."""

    def __init__(self, old: Content, new: Content, before: Mapping[str, Subject] | None = None) -> None:
        self._old, self._new = old, new
        self._before = _by_place(old) if before is None else before
        self._after = _by_place(new)

    def of(self, edit: Edit) -> Difference:
        """An edit with its words."""
        part = edit.path[0]
        if part in _TABLE_PARTS:
            return self._at_cell(edit)
        if part in self._new.form.record_by_place:
            return self._at_record(edit)
        if part == "explanations":
            named = edit.path[2]
            place = read_place(named, self._new.form)
            parts = change_words.EXPLAINED, self._title(place) if place else named
            return Difference(edit, ", ".join(filter(None, parts)), edit.old or "", edit.new or "")
        if part in change_words.ACCOUNTS:
            return self._of_account(edit)
        place = place_of_edit(edit, self._new.form)
        label = f"{change_words.REVIEWED}, {title_of(place, self._new)}"
        days = (format_moment(day) if day else "" for day in (edit.old, edit.new))
        return Difference(edit, label, *days)

    def _of_account(self, edit: Edit) -> Difference:
        part, *rest = edit.path
        form = self._new.form
        label = change_words.ACCOUNTS[part].format(receiver=receiver_of(self._new))
        if part == "state":
            return Difference(edit, label, *(form.states[side or form.draft].title for side in edit[1:3]))
        if part == "erasures":
            part = (edit.new or edit.old)["record"].partition("/")[0]
            whose = form.record_by_place[part].word.lower()
            return Difference(edit, f"{label} {whose}", change_words.IS_THERE, change_words.ERASED)
        place = read_place("/".join(rest), form) if part == "doubts" else None
        return Difference(
            edit, ", ".join(filter(None, (label, place and self._title(place)))), *_coming_or_going(edit)
        )

    def _title(self, place: Place) -> str:
        """The place by its name now; that of a record that is gone as it was."""
        gone = None if exists(place, self._new) else self._before.get(place.record or "")
        return field_title(gone, place.field) if gone else title_of(place, self._new)

    def _at_cell(self, edit: Edit) -> Difference:
        part, table_id, key, column = edit.path
        table = self._new.form.table_by_id.get(table_id)
        place = _cell_place(self._new.form, *edit.path[1:])
        label = _cell_label(table, place, edit.path)
        if part in change_words.TEXTS_ON_A_CELL:
            return Difference(
                edit, f"{label}, {change_words.TEXTS_ON_A_CELL[part]}", edit.old or "", edit.new or ""
            )
        # where nothing is typed over it stands the figure taken, of which a count of 0 is not kept
        row = table.row_by_key.get(key) if table is not None else None
        counts = table is not None and row is not None and table.derives(row)
        sides = []
        for content, value in ((self._old, edit.old), (self._new, edit.new)):
            if value is None and counts and content.taken is not None:
                value = content.taken.get(table_id, {}).get(key, {}).get(column, 0)
            sides.append(_shown(value))
        if sides[0] == sides[1]:
            # typed as it was taken, or no more: the same figure, but records do not change it any more
            typed = (value is not None for value in (edit.old, edit.new))
            sides = [
                change_words.TYPED.format(value=side) if by_hand else side
                for side, by_hand in zip(sides, typed, strict=True)
            ]
        return Difference(edit, label, *sides)

    def _at_record(self, edit: Edit) -> Difference:
        is_profile = edit.path[0] == self._new.form.facility.place
        place = edit.path[0] if is_profile else "/".join(edit.path[:2])
        before, after = self._before.get(place), self._after.get(place)
        subject = after or before
        if is_record(edit.path, self._new.form) or subject is None:
            label = subject_title(subject) if subject else place
            return Difference(edit, label, *_coming_or_going(edit))
        key = edit.path[-1]
        field = subject.type.field_by_key.get(key)
        if field is None:
            label = f"{subject_title(subject)}, {change_words.FORMER.format(key=key)}"
            return Difference(edit, label, *map(_shown, edit[1:3]))
        old, new = (
            "" if value is None or side is None else full_value(side, field, value)
            for side, value in ((before or subject, edit.old), (after or subject, edit.new))
        )
        return Difference(edit, f"{subject_title(subject)}, {field.label}", old, new)


def _cell_label(table: Table | None, place: Place, path: Path) -> str:
    former = change_words.FORMER.format(key=".".join(path[1:]))
    if table is None:
        return former
    row = table.row_by_key[place.row] if place.row else None
    label = cell_title(table, row, place.column)
    return label if place.column else f"{label}, {former}"


def _by_place(content: Content) -> dict[str, Subject]:
    return {subject.place: subject for subject in content.roster.everyone()}


def _coming_or_going(edit: Edit) -> tuple[str, str]:
    if edit.new is None:
        return change_words.IS_THERE, change_words.REMOVED
    return (change_words.IS_THERE, change_words.CHANGED) if edit.old is not None else ("", change_words.ADDED)


def _shown(value: Any) -> str:
    return "" if value is None else shown_cell(value)
