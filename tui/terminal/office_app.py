"""The app on the office's desk."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from forms.dossier.roster import SchoolYear
from tui.desk.page_names import PageName
from tui.jobs.district.arrivals_folder import nothing_yet, office_folder
from tui.jobs.district.folder_reading import FolderReading
from tui.jobs.district.office import SumReport
from tui.jobs.sessions.readable_letters import ReadableLetters
from tui.pages.district.office_jobs import look_again
from tui.terminal.app import NhomtreApp
from tui.terminal.capabilities import Looks

KEYS_FIRST = 0.001
"""Seconds after which the thread that reads lets the keys go first."""
LOOK_EVERY = 3.0
"""Seconds until the folder is looked at again, for files that came meanwhile."""


def run_office(
    folder: str,
    year: SchoolYear | None,
    day: date | None,
    looks: Looks,
    letters: ReadableLetters,
    data_folder: Path,
    *,
    has_mouse: bool,
) -> int:
    """Show the desk on the *folder* of the arrivals until it is left; the exit status. Raises StorageError when there is none.

    What was read of it is kept in the *data_folder* of the user.
    """
    workspace = office_folder(folder, year, day)
    reading = FolderReading(workspace, data_folder)
    work = SumReport(workspace, nothing_yet(workspace), reading=reading)
    sys.setswitchinterval(KEYS_FIRST)
    app = NhomtreApp(work, looks, letters, has_mouse=has_mouse)
    app.desk.begin(work, PageName.OFFICE)

    def begin() -> None:
        app.desk.open(PageName.OFFICE_FOLDER)
        app.set_interval(LOOK_EVERY, lambda: look_again(app.desk, work))

    app.first = begin
    return app.show_until_left()
