"""The data of the child where the cursor is, exported for its parent."""

from __future__ import annotations

from forms.model.place import Place
from tui.desk.page import Host
from tui.jobs.export_kinds import ExportKind
from tui.jobs.open_report import OpenReport
from tui.pages.sending.export_progress import export_page
from tui.texts.revisions import export_words


def export_child(host: Host[OpenReport]) -> None:
    """Make its files."""
    here = host.page.place_here() or Place()
    ref = (here.record or "").partition("/")[2]
    if ref and here.record:
        export_page(host, ExportKind.CHILD, here.record)
    else:
        host.say(export_words.NOBODY_HERE)
