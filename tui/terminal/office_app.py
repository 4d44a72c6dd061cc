"""The app on the office's desk."""

from __future__ import annotations

from exports.district.report_sum import Collection
from tui.jobs.office import OfficeWorkspace, SumWork
from tui.jobs.workspace import Workspace
from tui.pages.district.office_home import OfficeHome, read_folder
from tui.terminal.app import NhomtreApp
from tui.terminal.capabilities import Looks


def run_office(workspace: Workspace, looks: Looks) -> int:
    """Show the desk until it is left; the exit status."""
    assert isinstance(workspace, OfficeWorkspace)
    work = SumWork(workspace, Collection((), (), workspace.chosen_year))
    app = NhomtreApp(work, looks)
    app.desk.begin(OfficeHome(app.desk))
    app.first = lambda: read_folder(app.desk, workspace)
    return app.run(mouse=False) or 0
