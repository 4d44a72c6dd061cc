"""The report that a dossier gives: its figures and every issue, today or on the day of its sending."""

from __future__ import annotations

from forms.dossier.content import Content
from forms.dossier.sent_revisions import sent
from forms.model.errors import StorageError
from forms.model.text import parse_iso
from forms.report.checking.checker import Checker
from forms.report.report import Report
from tui.jobs.workspace import Notice, Workspace


def report_of(workspace: Workspace, content: Content) -> Report:
    """The report of *content* today, a sent one on the day of its sending. Raises StorageError."""
    known = sent(content, content.revision) if content.is_frozen else None
    today = (parse_iso(known.at[:10]) if known else None) or workspace.today
    checker = Checker(workspace.figures_before(content))
    issues = checker(content, today)
    return Report(
        content, checker.figures_of(content), issues, today, workspace.training, made_at=workspace.now()
    )


def compared_report(workspace: Workspace, content: Content, notice: Notice) -> Report:
    """``report_of`` beside the revision before it; *notice* is told when that one cannot be read."""
    report = report_of(workspace, content)
    try:
        return report.but(previous=workspace.revision(content.year, content.revision - 1))
    except StorageError as error:
        notice(str(error))
        return report


def current_report(workspace: Workspace, notice: Notice) -> Report:
    """The report as the dossier gives it now, beside the revision before it. Raises StorageError."""
    return compared_report(workspace, workspace.read(notice), notice)
