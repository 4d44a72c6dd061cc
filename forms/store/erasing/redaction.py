"""States and changes of a dossier as they would be had a record never been entered, and without its traces in the words of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from forms.dossier.content import Content, Edit, Path
from forms.dossier.dossier import Change
from forms.dossier.erased_records import ERASURES_PART, is_of, rewritten
from forms.dossier.mentions.past_records import record_states
from forms.dossier.mentions.person_facts import PersonFacts, facts_of, facts_of_everyone
from forms.model.record import Field, RecordType
from forms.model.values import Typed
from forms.sets.form_set import FormSet
from forms.store.erasing.traces import Traces

_SIGNED = {"by", "head", "at"}
"""Who answers for what was sent or answered, and when, is no word about a person."""
_OF_THE_REPORT = {"sent", "reviewed", "taken_at"}
"""Parts that say when, by whom and with which sums."""


def traces_of(states: Iterable[Mapping[str, Any]], record_type: RecordType, others: Content) -> Traces:
    """What the record of those *states* is known by, told apart from what *others* are."""
    facts, sharers = facts_of(record_type, states), PersonFacts()
    for other_type in others.form.lists:
        for record in others.records(other_type.place).values():
            one = facts_of(other_type, [record])
            if facts.shared_with(one):
                sharers = sharers.joined(one)
    return Traces(facts, facts_of_everyone(others, with_profile=True), sharers)


def as_erased(wanted: Content, changes: Sequence[Change], present: Content) -> Content:
    """*wanted*, another state of *present*, which *changes* led to, without what was erased from that, nor its traces, and with its lines."""
    lines, known = present.part(ERASURES_PART), wanted.part(ERASURES_PART)
    for number, line in lines.items():
        part, ref = line["record"].split("/")
        if known.get(number) != line or ref in wanted.records(part):
            wanted = _without_record(wanted, changes, line["record"])
    return wanted.but({**wanted.tree, ERASURES_PART: {**known, **lines}}) if lines else wanted


def _without_record(content: Content, changes: Sequence[Change], place: str) -> Content:
    form = content.form
    part, ref = place.split("/")
    records = content.records(part)
    states = [records.get(ref, {}), *record_states(changes, place, form)]
    others = content.but({**content.tree, part: {key: records[key] for key in records if key != ref}})
    traces = traces_of(states, form.record_by_place[part], others)
    return Redaction(place, traces, form).content(content)


class Redaction:
    """Takes the record at *place* (``children/c0003``) and its *traces* out of states and changes of a report of *form*."""

    def __init__(self, place: str, traces: Traces, form: FormSet) -> None:
        self._gone = (place,)
        self._list, self._ref = place.split("/")
        self._traces = traces
        self._form = form

    def content(self, content: Content) -> Content:
        """A state without it."""
        return Content(self._without((), content.tree))

    def text(self, text: str) -> str:
        """Words without its traces."""
        return self._traces.taken_out(text)

    def changes(self, changes: Iterable[Change]) -> Iterator[Change]:
        """The changes without it, as many, with their numbers; the first of *changes* is that of an empty dossier."""
        order: list[str] = []
        for change in changes:
            edits = tuple(edit for before in change.edits for edit in self._edit(before, order))
            yield change._replace(edits=edits, reason=self.text(change.reason))

    def _edit(self, edit: Edit, order: list[str]) -> Iterator[Edit]:
        """*edit* without it, if anything is left; *order* are the refs of its list, which follow the edit."""
        rank = edit.rank
        if rank is not None and edit.path[0] == self._list and self._ref in order[:rank]:
            rank -= 1
        self._keep_order(edit, order)
        if is_of(edit.path, self._gone):
            return
        old, new = (self._without(edit.path, value) for value in (edit.old, edit.new))
        if old != new or edit.old == edit.new:
            yield Edit(edit.path, old, new, rank)

    def _keep_order(self, edit: Edit, order: list[str]) -> None:
        match edit.path:
            case (part,) if part == self._list:
                order[:] = edit.new or ()
            case (part, ref) if part == self._list:
                if edit.new is None and ref in order:
                    order.remove(ref)
                elif edit.new is not None and ref not in order:
                    at = edit.rank if edit.rank is not None and edit.rank < len(order) else len(order)
                    order.insert(at, ref)

    def _without(self, path: Path, value: Any) -> Any:
        return None if value is None else rewritten(path, value, self._form, self._gone, self._leaf)

    def _leaf(self, path: Path, value: Any) -> Any:
        if path[0] in _OF_THE_REPORT or path[-1] in _SIGNED:
            return value
        match value:
            case str():
                return self._words(path, value, is_read=True)
            case Typed():
                return Typed(self._words(path, value.text, is_read=False))
        return value

    def _words(self, path: Path, text: str, *, is_read: bool) -> str:
        field = self._field_of_another(path)
        if field is None:
            return self.text(text)
        return self._traces.taken_out_of_another(field, text, is_read=is_read)

    def _field_of_another(self, path: Path) -> Field | None:
        """The field that the value at *path* is of; what is doubtful about it is a value of it."""
        match path:
            case ("doubts", place, key, "value" | "text"):
                part = place.partition("/")[0]
            case (part, *_, key):
                pass
            case _:
                return None
        record_type = self._form.record_by_place.get(part)
        return record_type.field_by_key.get(key) if record_type else None
