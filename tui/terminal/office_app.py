"""The app on the office's desk."""

from __future__ import annotations

from exports.district.report_sum import Collection
from tui.desk.page_names import PageName
from tui.jobs.district.office import SumReport
from tui.jobs.workspace import DatedFolder
from tui.terminal.app import NhomtreApp
from tui.terminal.capabilities import Looks


def run_office(workspace: DatedFolder, looks: Looks, *, has_mouse: bool) -> int:
    """Show the desk until it is left; the exit status. *workspace* is the folder of the arrivals."""
    work = SumReport(workspace, Collection((), (), workspace.chosen_year))
    app = NhomtreApp(work, looks, has_mouse=has_mouse)
    app.desk.begin(work, PageName.OFFICE)
    app.first = lambda: app.desk.open(PageName.OFFICE_FOLDER)
    return app.show_until_left()
