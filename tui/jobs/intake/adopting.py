"""A package taken in: the dossier of its school year becomes what it holds, as one undoable change."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from forms.dossier.content import Content, Edit, difference
from forms.dossier.dossier import refuse_frozen
from forms.dossier.erased_records import brought_back
from forms.dossier.place_names import nameless_title
from forms.model.errors import Refused, StorageError
from forms.model.text import format_moment
from forms.package.adopt import adopt
from forms.package.reader import Package, read
from tui.jobs.open_report import OpenReport
from tui.jobs.user_files import bytes_of
from tui.jobs.workspace import Notice, Workspace
from tui.texts import command_line_words, home_words
from tui.texts.sessions import erasing_words


class Adoption(NamedTuple):
    """A package that is for this folder: the content that it makes, and the edits that lead there from now.

    *brought_back* is a sentence for each record that was erased for good and is in it again.
    """

    content: Content
    edits: tuple[Edit, ...]
    brought_back: tuple[str, ...]


def plan_adoption(workspace: Workspace, path: Path, *, replacing: bool) -> Adoption:
    """What the package at *path* makes of the dossier of its school year. Changes nothing.

    Raises PackageRefused with every offence, Refused, StorageError.
    """
    package = read(bytes_of(path))
    present = workspace.present(package.year, package.form)
    wanted = content_of(workspace, package, present, replacing=replacing)
    told = (*_brought_back(wanted, present), *erased_in_other_years(workspace, wanted, present))
    return Adoption(wanted, difference(present, wanted), told)


def _brought_back(wanted: Content, present: Content) -> Iterator[str]:
    subjects = {subject.place: subject for subject in wanted.roster.everyone()}
    for erased in brought_back(wanted, present):
        title = nameless_title(subjects[erased.record])
        pupil = wanted.form.pupils.called
        yield erasing_words.COMES_BACK.format(title=title, at=format_moment(erased.at[:10]), pupil=pupil)


def erased_in_other_years(workspace: Workspace, wanted: Content, present: Content) -> Iterator[str]:
    """Of each record that *wanted* has beyond *present* and that was erased from another year, a sentence: a person decides."""
    subjects = {subject.place: subject for subject in wanted.roster.everyone()}
    for year in workspace.store.years():
        if year == wanted.year:
            continue
        with suppress(StorageError):
            for erased in brought_back(wanted, workspace.present(year)):
                part, ref = erased.record.split("/")
                if ref not in present.records(part):
                    yield erasing_words.ERASED_IN_ANOTHER_YEAR.format(
                        title=nameless_title(subjects[erased.record]),
                        record=erased.record,
                        pupil=wanted.form.pupils.called,
                        year=year,
                        at=format_moment(erased.at[:10]),
                        here=wanted.year,
                    )


def carry_out(workspace: Workspace, adoption: Adoption, notice: Notice) -> None:
    """Make the dossier equal to it and take the figures, as one change. Raises Refused, StorageError."""
    wanted = adoption.content
    opened = workspace.open(write=True, year=wanted.year, create=True, form=wanted.form, notice=notice)
    with opened as session:
        session.fold()  # the state before is kept
        session.dossier.commit(difference(session.dossier.content, wanted))


def adopt_on_screen(work: OpenReport, path: Path) -> None:
    """Make the open report equal to the package at *path*, going on with the package's school year.

    Raises PackageRefused, Refused, StorageError.
    """
    data = bytes_of(path)
    if data and not data.removeprefix(BOM_UTF8).lstrip().startswith((b"{", b"[")):
        raise Refused(home_words.NO_PACKAGE.format(name=path.name))
    package = read(data)
    if package.year != work.content.year:
        work.move_to(work.workspace.but(chosen_year=package.year), package.form)
    elif not work.session.dossier.seq and package.form is not work.content.form:
        work.begin_anew(package.form)
    wanted = content_of(work.workspace, package, work.content, replacing=False)
    work.fold()  # the state before is kept
    work.commit(difference(work.content, wanted))


def content_of(workspace: Workspace, package: Package, present: Content, *, replacing: bool) -> Content:
    """*present* as the package makes it; *replacing* allows another facility's.

    Raises Refused when the package is not for this folder.
    """
    if workspace.chosen_year and workspace.chosen_year != package.year:
        raise Refused(
            command_line_words.YEAR_DIFFERS.format(package=package.year, asked=workspace.chosen_year)
        )
    refuse_frozen(present)
    codes = {str(code) for code in _facility_codes(workspace) if code}
    code = package.parts.get(package.form.facility.place, {}).get("code")
    if code and codes and str(code) not in codes and not replacing:
        raise Refused(
            command_line_words.OTHER_FACILITY.format(package=code, present=", ".join(sorted(codes)))
        )
    return adopt(package, present, workspace.now())


def _facility_codes(workspace: Workspace) -> Iterator[object]:
    for year in workspace.store.years():
        yield workspace.present(year).facility.get("code")
