"""The letter in a file: what it would change of the one that is there, then taken in; and the one that is there as a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from exports.output.output_files import write_whole
from forms.dossier.campaign import campaign_of, said_in
from forms.dossier.content import Content, Edit, apply
from forms.dossier.roster import SchoolYear, Subject
from forms.model.errors import Refused
from forms.package.letters.letter_file import LetterFile, edits_to, read_letter, write_letter
from forms.report.checking.messages import full_value
from tui.jobs.user_files import bytes_of, refuse_own_file
from tui.jobs.workspace import Notice, Workspace
from tui.texts.records import letter_words


class LetterChange(NamedTuple):
    """A field of the letter that changes: its label, what holds now and what would hold; nothing is ''."""

    label: str
    old: str
    new: str


class LetterPlan(NamedTuple):
    """What a file makes of the letter of a dossier: the edits, and what they change for whoever reads it."""

    year: SchoolYear
    edits: tuple[Edit, ...]
    changes: tuple[LetterChange, ...]


def plan_letter(content: Content, path: Path) -> LetterPlan:
    """What the file at *path* makes of the letter of *content*. Changes nothing.

    Raises PackageRefused with every offence, Refused for another school year, StorageError.
    """
    return _plan(content, read_letter(bytes_of(path)))


def plan_letter_in(workspace: Workspace, path: Path) -> LetterPlan:
    """The same of the dossier of the school year that the file names. Raises as ``plan_letter``."""
    file = read_letter(bytes_of(path))
    asked = workspace.chosen_year or file.year
    if asked in workspace.store.years():
        return _plan(workspace.present(asked), file)
    raise Refused(letter_words.NO_SUCH_YEAR.format(year=asked))


def _plan(content: Content, file: LetterFile) -> LetterPlan:
    if file.form is not content.form:
        raise Refused(letter_words.OTHER_FORM.format(theirs=file.form.name, own=content.form.name))
    if file.year != content.year:
        raise Refused(letter_words.OTHER_YEAR.format(theirs=file.year, own=content.year))
    edits = edits_to(content, file.record)
    return LetterPlan(file.year, edits, tuple(_changes(content, apply(content, edits))))


def _changes(before: Content, after: Content) -> Iterator[LetterChange]:
    letter, year, form = before.form.letter, before.year, before.form
    old, new = (Subject(letter, letter.place, 1, said_in(one).record, year, form) for one in (before, after))
    for field in letter.fields:
        texts = [
            full_value(one, field, one.record[field.key]) if field.key in one.record else ""
            for one in (old, new)
        ]
        if texts[0] != texts[1]:
            yield LetterChange(field.label, *texts)


def change_line(change: LetterChange) -> str:
    """«label: now → then»."""
    old, new = (text or letter_words.NOTHING for text in (change.old, change.new))
    return letter_words.CHANGE.format(label=change.label, old=old, new=new)


def take_letter(workspace: Workspace, plan: LetterPlan, notice: Notice) -> None:
    """Make it the letter of that dossier, as one change. Raises Refused, StorageError."""
    with workspace.open(write=True, year=plan.year, notice=notice) as session:
        session.dossier.commit(plan.edits)


def letter_bytes(content: Content) -> bytes:
    """The letter of *content* as a file. Raises Refused when nothing is known of it."""
    campaign = campaign_of(content)
    if campaign is None:
        raise Refused(letter_words.NO_LETTER.format(year=content.year))
    return write_letter(LetterFile(content.form, content.year, campaign.record)).encode()


def write_letter_file(workspace: Workspace, path: Path, notice: Notice) -> None:
    """Write it, over what was there. Raises Refused, StorageError."""
    data = letter_bytes(workspace.read(notice))
    refuse_own_file(workspace, path)
    write_whole(path, data)
