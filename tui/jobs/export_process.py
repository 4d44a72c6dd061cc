"""An export in a process of its own: the screens answer keys while it runs, and Esc ends it at any moment.

The process carries out one order and tells JSON lines on stdout: ``progress`` (done and total), ``notice``, ``path``
of each file, ``failure`` as the last one when the rest could not be made.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exports.output.progress import (
    Progress,
)
from exports.processes.launching import running
from exports.processes.life_line import next_order
from forms.dossier.roster import SchoolYear
from forms.model.errors import NhomtreError, StorageError
from tui.jobs import bug_log
from tui.jobs.export_kinds import ExportKind
from tui.jobs.exporting import Destination, export
from tui.jobs.workspace import Notice, Workspace
from tui.texts.revisions import export_words

if TYPE_CHECKING:
    from subprocess import Popen

    Watch = Callable[[Popen[bytes]], None]


def export_in_process(
    workspace: Workspace,
    kind: ExportKind,
    watch: Watch,
    progress: Progress,
    notice: Notice,
    place: str = "",
) -> list[Path]:
    """Make the files of *kind* among the exports (of the record at *place*, where it is about one); their paths. *watch* gets the process, to end it.

    Raises StorageError: what was refused or failed, in the words of the process.
    """
    order = {
        "folder": str(workspace.folder),
        "training": workspace.training,
        "year": workspace.year.start,
        "today": workspace.today.isoformat(),
        "kind": kind,
        "place": place,
    }
    paths: list[Path] = []
    failure = export_words.EXPORT_FAILED
    try:
        with running("tui.jobs.export_process", order) as process:
            assert process.stdout is not None
            watch(process)
            for line in process.stdout:
                if not line.endswith(b"\n"):
                    break  # it was ended within a line
                match json.loads(line):
                    case {"progress": [done, total]}:
                        progress(done, total)
                    case {"notice": sentence}:
                        notice(sentence)
                    case {"path": path}:
                        paths.append(Path(path))
                    case {"failure": sentence}:
                        failure = sentence
    except OSError as error:
        raise StorageError(export_words.EXPORT_FAILED) from error
    if process.returncode:
        raise StorageError(failure)
    return paths


def main() -> int:
    """Carry the order out; 0 when all files are there."""
    wanted = next_order()
    workspace = Workspace(
        Path(wanted["folder"]),
        training=wanted["training"],
        chosen_year=SchoolYear(wanted["year"]),
        day=date.fromisoformat(wanted["today"]),
    )
    try:
        files = export(
            workspace,
            ExportKind(wanted["kind"]),
            Destination(),
            lambda sentence: _tell(notice=sentence),
            lambda done, total: _tell(progress=[done, total]),
            place=wanted["place"],
        )
        for written in files:
            if written.notice:
                _tell(notice=written.notice)
            _tell(path=str(written.path))
    except NhomtreError as error:
        _tell(failure=str(error))
        return 1
    except Exception as error:
        _tell(failure=bug_log.record(error, workspace.data_folder))
        return 1
    return 0


def _tell(**event: Any) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()
