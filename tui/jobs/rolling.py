"""Chuyển hồ sơ lên năm học mới: the next school year's dossier, looked at first, then made."""

from __future__ import annotations

from forms.dossier.content import Content, difference
from forms.dossier.dossier import Kind
from forms.dossier.roster import SchoolYear
from forms.model.errors import Refused
from forms.report.roll_forward import Roll, roll
from forms.report.succession.other_set import carried_over
from tui.jobs.workspace import Workspace
from tui.texts import command_line_words


def next_year(workspace: Workspace, content: Content, year: SchoolYear) -> Roll:
    """What the dossier of *year* would be. Raises Refused when it is not the next year, exists or would be empty."""
    following = SchoolYear(content.year.start + 1)
    if year != following:
        raise Refused(command_line_words.ROLL_NOT_NEXT.format(year=following))
    if year in workspace.store.years():
        raise Refused(command_line_words.ROLL_EXISTS.format(year=year))
    if content.is_blank:
        raise Refused(content.form.rolling.words.nothing.format(year=content.year))
    return roll(content)


def begin_year(workspace: Workspace, content: Content) -> None:
    """Write the first content of a school year that has no dossier yet, by the set of that year. Raises StorageError."""
    content = carried_over(content).content
    with workspace.open(write=True, year=content.year, create=True, form=content.form) as session:
        session.dossier.commit(difference(session.dossier.content, content), kind=Kind.FIRST)
