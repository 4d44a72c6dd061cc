"""The edits of all changes, one value each, with the words of their place as it is called now; those of one place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from forms.dossier.content import Content, Edit, Path, is_record
from forms.dossier.dossier import Change
from forms.dossier.place_names import BESIDE_CELLS, exists
from forms.dossier.roster import Subject
from forms.model.place import Place
from forms.report import change_words
from forms.report.differences import Difference, EditWords, parts_of, single_edits
from forms.sets.form_set import FormSet

_AT_CELLS = (*BESIDE_CELLS, "taken")


class PastEdit(NamedTuple):
    """One value that a change changed."""

    change: Change
    difference: Difference

    def as_json(self) -> dict[str, Any]:
        """The stable form."""
        change, edit = self.change, self.difference.edit
        return {
            "seq": change.seq or None,
            "at": change.at,
            "by": change.who,
            "kind": change.kind.value,
            "path": self.difference.path,
            "old": edit.old,
            "new": edit.new,
            "reason": change.reason,
        }


class Past:
    """What *changes* (oldest first) made of a report until it was *now*."""

    def __init__(self, now: Content, changes: Iterable[Change]) -> None:
        self._now = now
        changes = tuple(changes)
        self.first = changes[0].seq if changes else 0
        """Number of the oldest change that is known; 0 when none is."""
        told = {*parts_of(now.form), *change_words.ACCOUNTS}
        self._edits: Sequence[tuple[Change, Edit]] = [
            (change, edit)
            for change in changes
            for whole in change.edits
            if whole.path[0] in told
            for edit in _singly(whole, now)
        ]
        self._gone = _gone(now, self._edits)

    def knows(self, place: Place) -> bool:
        """Whether there is or was such a place."""
        return exists(place, self._now) or place.record in self._gone

    def edits(self, place: Place | None = None) -> list[PastEdit]:
        """Those at *place* and in it, oldest first; without one all."""
        # a figure that was taken since says nothing about what stood in a cell then
        bare = self._now.but({part: value for part, value in self._now.tree.items() if part != "taken_at"})
        words = EditWords(bare, bare, self._gone)
        form = self._now.form
        return [
            PastEdit(change, words.of(edit))
            for change, whole in self._edits
            if (edit := whole if place is None else _at(place, whole, form)) is not None
        ]


def _singly(edit: Edit, now: Content) -> Iterator[Edit]:
    if is_record(edit.path, now.form):
        yield edit
    else:
        year = {"school_year": str(now.year), "form": now.form.name}
        before, after = (Content({**year, **_alone(edit.path, value)}) for value in (edit.old, edit.new))
        yield from single_edits(before, after)


def _alone(path: Path, value: Any) -> dict[str, Any]:
    """A tree that holds nothing but *value* at *path*."""
    tree = {} if value is None else {path[-1]: value}
    for step in reversed(path[:-1]):
        tree = {step: tree}
    return tree


def _gone(now: Content, edits: Sequence[tuple[Change, Edit]]) -> Mapping[str, Subject]:
    """The records that are in no list now, as they were when they were removed last."""
    form = now.form
    sizes = Counter({place: len(now.records(place)) for place in form.list_places})
    gone: dict[str, Subject] = {}
    for _, edit in reversed(edits):
        if not is_record(edit.path, form):
            continue
        part, ref = edit.path
        if edit.new is not None:
            sizes[part] -= edit.old is None
            continue
        sizes[part] += 1
        place = "/".join(edit.path)
        if ref not in now.records(part) and place not in gone:
            number = sizes[part] if edit.rank is None else edit.rank + 1
            gone[place] = now.roster.stranger(form.entry_by_place[part], place, number, edit.old)
    return gone


def _at(place: Place, edit: Edit, form: FormSet) -> Edit | None:
    """*edit*, or what it does, at *place*; None when that is nothing."""
    part, *rest = edit.path
    if part in _AT_CELLS:
        wanted = (place.table, place.row, place.column)
        return (
            edit
            if all(step in (None, here) for step, here in zip(wanted, rest, strict=True)) and place.table
            else None
        )
    named = str(place)
    match part:
        case "explanations":
            return edit if _is_in(rest[1], named) else None
        case "reviewed":
            return edit if _is_in("/".join((form.facility.place, *rest)), named) else None
        case "doubts":
            return edit if _is_in("/".join(rest), named) else None
    path = "/".join(edit.path)
    if _is_in(path, named):
        return edit
    if place.field is None or not named.startswith(path + "/"):
        return None
    old, new = ((side or {}).get(place.field) for side in (edit.old, edit.new))
    return Edit((*edit.path, place.field), old, new) if old != new else None


def _is_in(path: str, place: str) -> bool:
    """Whether a path, or a place as it is named, is *place* or in it."""
    return path.startswith(place) and path[len(place) :][:1] in ("", "/", ".", ":")
