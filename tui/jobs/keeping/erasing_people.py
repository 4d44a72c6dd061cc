"""Xóa hẳn: a child's record erased for good, in every school year of the folder that has the child."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from forms.dossier.content import Content
from forms.dossier.place_names import read_place
from forms.dossier.roster import SchoolYear
from forms.model.errors import DamagedFile, Refused
from forms.model.record import RecordType
from forms.model.text import clean, fold, format_date, shorten
from forms.store.erasing.erasure import erase_record, need_of
from forms.store.erasing.redaction import record_states
from forms.store.erasing.rewriting import Rewriting
from forms.store.store import Session
from forms.store.year_paths import DAMAGED_ENDING, YearPaths
from tui.jobs.workspace import Workspace
from tui.texts.sessions import erasing_words


class Erasable(NamedTuple):
    """A record of a child in one school year, by its place."""

    year: SchoolYear
    place: str


class ErasurePlan(NamedTuple):
    """The child's *name* and where it is erased: the year that was asked for comes last, so that asking again goes on."""

    name: str
    asked: Erasable
    records: tuple[Erasable, ...]

    @property
    def who(self) -> str:
        """Whom, in a line."""
        years = ", ".join(str(each.year) for each in self.records)
        return erasing_words.WHO.format(name=self.name, place=self.asked.place, years=years)


def plan_erasure(workspace: Workspace, named: str) -> ErasurePlan:
    """What erasing the child *named* (``children/c0003``) comes to. Changes nothing.

    Raises Refused for no child, and where a sent report still needs it; StorageError.
    """
    year = workspace.year
    place = _place_of_child(named, year)
    with workspace.open(write=False, year=year) as session:
        child = _as_it_was(session, place)
    if child is None:
        raise Refused(erasing_words.NEVER_THERE.format(year=year, place=place))
    others = [
        Erasable(other, there)
        for other in workspace.store.years()
        if other != year
        for there in _same_child(workspace, other, place, child)
    ]
    asked = Erasable(year, place)
    plan = ErasurePlan(_name_of(child, place), asked, (*others, asked))
    for each in plan.records:
        _demand_unneeded(workspace, each)
    return plan


def _place_of_child(named: str, year: SchoolYear) -> str:
    place = read_place(named, year.form)
    if (
        place is None
        or place.field is not None
        or not (place.record or "").startswith(year.form.pupils.place + "/")
    ):
        raise Refused(erasing_words.NO_CHILD.format(place=shorten(clean(named))))
    assert place.record is not None
    return place.record


def _as_it_was(session: Session, place: str) -> Mapping[str, Any] | None:
    """The record; as it was last where it is in no list any more; None when there never was one."""
    content = session.dossier.content
    part, ref = place.split("/")
    record = content.records(part).get(ref)
    if record is not None:
        return record
    known: dict[str, Any] = {}
    try:
        for state in record_states(session.dossier.journal.changes(), place, content.form):
            known |= state
    except DamagedFile:
        return None
    return known or None


def _same_child(
    workspace: Workspace, year: SchoolYear, place: str, child: Mapping[str, Any]
) -> Iterator[str]:
    """Where the same child stands in another school year: known by the same facts, or under the same ref by one of them."""
    record_type = year.form.pupils
    with workspace.open(write=False, year=year) as session:
        if (there := _as_it_was(session, place)) and _facts(record_type, there) & _facts(record_type, child):
            yield place
        for ref, record in session.dossier.content.records(record_type.place).items():
            named = f"{record_type.place}/{ref}"
            if named != place and _is_named_alike(record_type, record, child):
                yield named


def _facts(record_type: RecordType, record: Mapping[str, Any]) -> set[tuple[str, str]]:
    keys = {key for keys in record_type.facts[:3] for key in keys}
    return {(key, fold(str(record[key]))) for key in keys if key in record}


def _is_named_alike(record_type: RecordType, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return any(
        all(key in one and key in other and fold(str(one[key])) == fold(str(other[key])) for key in keys)
        for keys in record_type.named_by
    )


def _name_of(child: Mapping[str, Any], place: str) -> str:
    return clean(str(child.get("name") or "")) or place


def _demand_unneeded(workspace: Workspace, each: Erasable) -> None:
    content: Content = workspace.present(each.year)
    need = need_of(YearPaths(workspace.folder, each.year), content, each.place, workspace.today)
    if need is not None:
        raise Refused(
            erasing_words.NEEDED.format(number=need.number, year=each.year, until=format_date(need.until))
        )


def erase_for_good(workspace: Workspace, plan: ErasurePlan, reason: str) -> Iterator[str]:
    """Do what was planned, a school year after the other; what was done, in sentences. No session may be open here.

    Raises Refused without a reason, DossierInUse, StorageError: what was not told as erased is still there.
    """
    reason = clean(reason)
    if not reason:
        raise Refused(erasing_words.NO_REASON)
    for each in plan.records:
        paths = YearPaths(workspace.folder, each.year)
        rewriting = erase_record(paths, each.place, reason, workspace.clock)
        yield erasing_words.ERASED.format(place=each.place, year=each.year)
        if rewriting.loses_history:
            yield erasing_words.HISTORY_GONE.format(year=each.year)
        if damaged := sum(name.endswith(DAMAGED_ENDING) for name in rewriting.gone):
            yield erasing_words.DAMAGED_GONE.format(count=damaged)
        yield from _exports_told(rewriting)


def _exports_told(rewriting: Rewriting) -> Iterator[str]:
    names = [name.rpartition("/")[2] for name in rewriting.exports]
    if not names:
        return
    most = erasing_words.MOST_NAMES
    told = ", ".join(names[:most])
    if len(names) > most:
        told = erasing_words.AND_MORE.format(names=told, count=len(names) - most)
    yield erasing_words.EXPORTS_GONE.format(count=len(names), names=told)
    if rewriting.erased.files:
        yield erasing_words.SENT_GONE.format(numbers=", ".join(rewriting.erased.files))


def is_agreed(text: str) -> bool:
    """Whether what was typed agrees; without marks, too."""
    return fold(clean(text)) == fold(erasing_words.TYPED)
