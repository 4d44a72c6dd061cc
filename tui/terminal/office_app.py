"""The app on the office's desk."""

from __future__ import annotations

from datetime import date

from exports.district.report_sum import Collection
from forms.dossier.roster import SchoolYear
from tui.desk.page_names import PageName
from tui.jobs.district.arrivals_folder import office_folder
from tui.jobs.district.office import SumReport
from tui.jobs.sessions.readable_letters import ReadableLetters
from tui.terminal.app import NhomtreApp
from tui.terminal.capabilities import Looks


def run_office(
    folder: str,
    year: SchoolYear | None,
    day: date | None,
    looks: Looks,
    letters: ReadableLetters,
    *,
    has_mouse: bool,
) -> int:
    """Show the desk on the *folder* of the arrivals until it is left; the exit status. Raises StorageError when there is none."""
    workspace = office_folder(folder, year, day)
    work = SumReport(workspace, Collection((), (), workspace.chosen_year))
    app = NhomtreApp(work, looks, letters, has_mouse=has_mouse)
    app.desk.begin(work, PageName.OFFICE)
    app.first = lambda: app.desk.open(PageName.OFFICE_FOLDER)
    return app.show_until_left()
