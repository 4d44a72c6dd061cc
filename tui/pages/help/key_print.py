"""The keys on paper, for whoever asks for it on the page of help."""

from __future__ import annotations

from exports.layout.list_sheets import sheet_of_keys
from exports.output.output_files import read_back, write_new
from exports.output.outside_folders import folder_in_words
from tui.desk.page import Host
from tui.desk.shown_report import ShownReport
from tui.jobs.exporting import on_paper
from tui.texts.help import help_words
from tui.texts.help.keys import BY_ACTION, IN_MENU_ONLY, KEYS, MOVES, Action, labels_of


def print_keys(host: Host[ShownReport]) -> None:
    """Make the sheet, say where it is. Raises StorageError."""
    workspace = host.work.workspace
    keys = [*((labels_of(key), key.long) for key in KEYS), *MOVES]
    menu = BY_ACTION[Action.MENU].label
    data = on_paper(sheet_of_keys(keys, [key.long for key in IN_MENU_ONLY], menu, workspace.today))
    path = write_new(workspace.folder / "exports" / help_words.KEY_SHEET_FILE, data).path
    read_back(path, data)
    where = folder_in_words(path.parent, workspace.folder)
    host.say(help_words.KEY_SHEET_KEPT.format(file=path.name, where=where))
