"""Training copies that were sent, refused, sent again: made once, then copied for each test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from forms.package.training import TRAINING_FOLDER
from tests.tui.conftest import Open, Screen, screen_on
from tests.tui.page_driver import SENDER, refuse, send
from tui.jobs.exporting import OutputFile
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.workspace import Workspace, training_workspace

FREE_CHANGES = (
    (("cells", "T4", "203", "TU_THUC.permanent"), 2),
    (("children", "c0003", "name"), "Trẻ Mẫu Ba"),
)
"""What is corrected before the second sending."""


def _again(screen: Screen) -> None:
    refuse(screen)
    for path, value in FREE_CHANGES:
        screen.work.put(path, value)
    screen.desk.home()
    screen.type(f"14⏎‹f10›⏎‹f10›⏎{SENDER}⏎")


WAYS: Mapping[str, Callable[[Screen], None]] = {"sent": send, "refused": refuse, "sent again": _again}


@cache
def _made(name: str) -> Mapping[str, bytes]:
    with TemporaryDirectory() as folder:
        workspace = training_workspace(Path(folder), None, None)
        workspace.make_training_copy(again=False)
        session, notices = open_session(workspace)
        WAYS[name](screen_on(OpenReport(workspace, session, notices)))
        session.close()
        files = (path for path in Path(folder).rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def reopened(name: str, folder: Path, open_desk: Open) -> Screen:
    """The first page of a copy, in a new session."""
    for path, data in _made(name).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return open_desk(Workspace(folder / TRAINING_FOLDER, training=True))


def use_quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent goes without the slow files: a print and a workbook of a few bytes."""
    for name, suffix in (("form_print", "pdf"), ("form_book", "xlsx")):
        small = OutputFile(f"mau.{suffix}", suffix.encode())
        monkeypatch.setattr(f"tui.jobs.revisions.sending.{name}", lambda _report, _progress, file=small: file)
