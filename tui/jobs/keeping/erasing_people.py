"""Xóa hẳn: a child's record erased for good, in every school year of the folder that has the child."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from forms.dossier.campaign import receiver_of
from forms.dossier.content import Content
from forms.dossier.erased_records import erased_records
from forms.dossier.mentions.past_records import record_states
from forms.dossier.place_names import nameless_title, read_place
from forms.dossier.roster import SchoolYear
from forms.entry.identity import compared
from forms.model.errors import DamagedFile, Refused
from forms.model.record import RecordType
from forms.model.text import clean, fold, format_date, format_moment, shorten
from forms.sets.form_set import FormSet
from forms.store.erasing.erasure import erase_record, foresee_erasure, need_of
from forms.store.erasing.rewriting import Rewriting
from forms.store.revisions import Revisions
from forms.store.store import Session
from forms.store.year_paths import DAMAGED_ENDING, YearPaths
from tui.jobs.workspace import Workspace
from tui.texts.sessions import erasing_words

if TYPE_CHECKING:
    from exports.output.progress import Progress


class Erasable(NamedTuple):
    """A record of a child in one school year, by its place and by the number under which the list shows it."""

    year: SchoolYear
    place: str
    title: str


class Loss(NamedTuple):
    """What goes with a record of *year*: number of a sent revision → names of its files, names of other exports, of backups, and what cannot be read.

    *pupil* is what somebody is called there. *damaged*: how many set-aside files; *loses_history*: the history cannot be rewritten without the record.
    """

    year: SchoolYear
    sent: Mapping[str, Sequence[str]]
    exports: Sequence[str]
    backups: Sequence[str]
    damaged: int
    loses_history: bool
    pupil: str

    @property
    def foreseen(self) -> Iterator[str]:
        """Items of a list, before."""
        year = self.year
        for number, names in self.sent.items():
            yield erasing_words.SENT_GOES.format(number=number, year=year, names=", ".join(names))
        if self.exports:
            yield erasing_words.EXPORTS_GO.format(
                count=len(self.exports), year=year, names=_few(self.exports)
            )
        if self.backups:
            yield erasing_words.BACKUPS_GO.format(
                count=len(self.backups), year=year, names=_few(self.backups)
            )
        if self.loses_history:
            yield erasing_words.HISTORY_GOES.format(year=year, pupil=self.pupil)
        if self.damaged:
            yield erasing_words.DAMAGED_GOES.format(count=self.damaged, year=year)

    @property
    def told(self) -> Iterator[str]:
        """Sentences, afterwards."""
        if self.loses_history:
            yield erasing_words.HISTORY_GONE.format(year=self.year, pupil=self.pupil)
        if self.damaged:
            yield erasing_words.DAMAGED_GONE.format(count=self.damaged, pupil=self.pupil)
        if self.exports:
            yield erasing_words.EXPORTS_GONE.format(count=len(self.exports), names=_few(self.exports))
        if self.backups:
            yield erasing_words.BACKUPS_GONE.format(count=len(self.backups), names=_few(self.backups))
        for number, names in self.sent.items():
            yield erasing_words.SENT_GONE.format(number=number, names=", ".join(names))


def _few(names: Sequence[str]) -> str:
    most = erasing_words.MOST_NAMES
    told = ", ".join(names[:most])
    if len(names) > most:
        told = erasing_words.AND_MORE.format(names=told, count=len(names) - most)
    return told


def _loss(paths: YearPaths, rewriting: Rewriting, pupil: str) -> Loss:
    sent = rewriting.erased.files
    folders = {str(number): Revisions(paths).folder(int(number)).relative_to(paths.folder) for number in sent}
    of_sent = {(folders[number] / name).as_posix() for number, names in sent.items() for name in names}
    exports = [name.rpartition("/")[2] for name in rewriting.exports if name not in of_sent]
    damaged = sum(name.endswith(DAMAGED_ENDING) for name in rewriting.gone)
    return Loss(paths.year, sent, exports, rewriting.backups, damaged, rewriting.loses_history, pupil)


class ErasurePlan(NamedTuple):
    """The child's *name* and where it is erased: the year that was asked for comes last, so that asking again goes on.

    *left* are records of other years that may be of the same child and are not erased: a person decides. *losses*: of
    each of *records*, what goes with it.
    """

    name: str
    asked: Erasable
    records: tuple[Erasable, ...]
    left: tuple[Erasable, ...]
    losses: tuple[Loss, ...]
    pupil: str

    @property
    def who(self) -> str:
        """Whom, in a line."""
        years = ", ".join(str(each.year) for each in self.records)
        return erasing_words.WHO.format(name=self.name, title=self.asked.title, years=years)

    @property
    def what_is_left(self) -> tuple[str, ...]:
        """A sentence for each record that is left."""
        return tuple(
            erasing_words.LEFT.format(year=each.year, title=each.title, pupil=self.pupil)
            for each in self.left
        )

    @property
    def sections(self) -> tuple[tuple[str, Sequence[str]], ...]:
        """Headings, each with its items: what goes, what is beyond reach, what stays."""
        always = (item.format(pupil=self.pupil) for item in erasing_words.GOES)
        return (
            (erasing_words.HEAD_GOES, (*always, *(item for loss in self.losses for item in loss.foreseen))),
            (erasing_words.HEAD_BEYOND, beyond_reach(self.pupil)),
            (erasing_words.HEAD_STAYS, erasing_words.STAYS),
        )


def beyond_reach(pupil: str) -> tuple[str, ...]:
    """What erasing a *pupil* does not reach."""
    return tuple(item.format(pupil=pupil) for item in erasing_words.CANNOT_REACH)


def plan_erasure(workspace: Workspace, named: str) -> ErasurePlan:
    """What erasing the child *named* (``children/c0003``) comes to. Changes nothing.

    Raises Refused for no child, and where a sent report still needs it; StorageError.
    """
    year = workspace.year
    with workspace.open(write=False, year=year) as session:
        form = session.dossier.content.form
        place, pupils = _place_of_child(named, form), form.pupils
        child = _as_it_was(session, place)
        before = [each for each in erased_records(session.dossier.content) if each.record == place]
        asked = _erasable(session.dossier.content, place)
    if child is None and before:
        at = format_moment(before[-1].at)
        raise Refused(erasing_words.ERASED_BEFORE.format(year=year, place=place, at=at))
    if child is None:
        raise Refused(erasing_words.NEVER_THERE.format(year=year, place=place))
    others, left = list[Erasable](), list[Erasable]()
    for other in workspace.store.years():
        if other != year:
            same, alike = _of_the_child(workspace, other, place, child)
            others += same
            left += alike
    records = (*others, asked)
    for each in records:
        _demand_unneeded(workspace, each)
    losses = tuple(_foreseen(workspace, each) for each in records)
    return ErasurePlan(_name_of(child, pupils), asked, records, tuple(left), losses, pupils.called)


def _foreseen(workspace: Workspace, each: Erasable) -> Loss:
    paths = YearPaths(workspace.folder, each.year)
    with workspace.open(write=False, year=each.year) as session:
        content = session.dossier.content
        rewriting = foresee_erasure(paths, content, session.head, each.place)
        return _loss(paths, rewriting, content.form.pupils.called)


def _place_of_child(named: str, form: FormSet) -> str:
    place = read_place(named, form)
    record = place.record if place is not None and place.field is None else None
    listed, slash, _ = (record or "").partition("/")
    if record is None or not slash or not form.lists_pupils(form.entry_by_place[listed]):
        if not form.rolling.children:
            raise Refused(erasing_words.NOBODY_KEPT.format(form=form.code))
        example = f"{form.pupils.place}/{form.pupils.letter}0003"
        place_told = shorten(clean(named))
        raise Refused(
            erasing_words.NO_CHILD.format(place=place_told, pupil=form.pupils.called, example=example)
        )
    return record


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


def _of_the_child(
    workspace: Workspace, year: SchoolYear, place: str, child: Mapping[str, Any]
) -> tuple[list[Erasable], list[Erasable]]:
    """Where the child stands in another school year, one place at most; else the places of those who may be it.

    It is the record of the same ref when nothing that tells who it is speaks against it, else the only one of the same
    code, or of the same name and birth date with no parent or number apart. Marks tell children apart (An, Ân).
    """
    with workspace.open(write=False, year=year) as session:
        content = session.dossier.content
        record_type = content.form.pupils
        records = {
            f"{record_type.place}/{ref}": record for ref, record in content.records(record_type.place).items()
        }
        there = _as_it_was(session, place)
    if there:
        records[place] = there
    compared_with = {named: compared(record_type, record, child) for named, record in records.items()}
    of_ref = compared_with.get(place)
    if of_ref and of_ref.is_same and of_ref.common:
        return [_erasable(content, place)], []
    named_alike = [
        named
        for named, facts in compared_with.items()
        if any(facts.common and set(keys) <= set(facts.common) for keys in record_type.named_by)
    ]
    sure = [named for named in named_alike if compared_with[named].is_same]
    if len(sure) == 1:
        return [_erasable(content, sure[0])], []
    alike = {*named_alike, *([place] if of_ref and of_ref.common else ())}
    return [], [_erasable(content, each) for each in sorted(alike)]


def _name_of(child: Mapping[str, Any], pupils: RecordType) -> str:
    return clean(str(child.get("name") or "")) or erasing_words.NAMELESS.format(person=pupils.word)


def _erasable(content: Content, place: str) -> Erasable:
    child = content.roster.at(place)
    removed = erasing_words.REMOVED.format(pupil=content.form.pupils.called)
    return Erasable(content.year, place, nameless_title(child) if child else removed)


def _demand_unneeded(workspace: Workspace, each: Erasable) -> None:
    content: Content = workspace.present(each.year)
    need = need_of(YearPaths(workspace.folder, each.year), content, each.place, workspace.today)
    if need is not None:
        raise Refused(
            erasing_words.NEEDED.format(
                number=need.number,
                year=each.year,
                until=format_date(need.until),
                receiver=receiver_of(content),
            )
        )


def erase_for_good(
    workspace: Workspace, plan: ErasurePlan, reason: str, progress: Progress | None = None
) -> Iterator[str]:
    """Do what was planned, a school year after the other; what was done, in sentences. No session may be open here.

    *progress* hears how many of the years are done. Raises Refused without a reason, DossierInUse, StorageError: what was
    not told as erased is still there.
    """
    reason = clean(reason)
    if not reason:
        raise Refused(erasing_words.NO_REASON)
    for number, each in enumerate(plan.records):
        if progress is not None and number:
            progress(number, len(plan.records))
        paths = YearPaths(workspace.folder, each.year)
        rewriting = erase_record(paths, each.place, reason, workspace.clock)
        yield erasing_words.ERASED.format(title=each.title, year=each.year)
        yield from _loss(paths, rewriting, plan.pupil).told


def is_agreed(text: str) -> bool:
    """Whether what was typed agrees; without marks, too."""
    return fold(clean(text)) == fold(erasing_words.TYPED)
