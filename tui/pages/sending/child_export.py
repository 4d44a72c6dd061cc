"""The data of the child where the cursor is, exported for its parent."""

from __future__ import annotations

from tui.desk.page import Host
from tui.desk.page_names import PageName
from tui.jobs.export_kinds import ExportKind
from tui.jobs.open_report import OpenReport
from tui.texts.revisions import export_words


def export_child(host: Host[OpenReport]) -> None:
    """Make its files."""
    record = host.page.record_here
    if record is None:
        host.say(export_words.NOBODY_HERE.format(pupil=host.work.content.form.pupils.called))
    else:
        host.open(PageName.EXPORT, ExportKind.CHILD, record)
