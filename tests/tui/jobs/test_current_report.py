"""The report that a dossier gives now, beside the revision before it."""

from __future__ import annotations

from datetime import date

import pytest

from forms.model.errors import StorageError
from tests.tui.sent_copies import use_quick_files
from tui.jobs.current_report import compared_report, current_report, report_of
from tui.jobs.revisions.sending import send
from tui.jobs.workspace import Workspace


def test_a_report_that_was_sent_is_that_of_the_day_of_its_sending(
    training: Workspace, notices: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    use_quick_files(monkeypatch)
    send(training, "Chủ Nhóm Mẫu", [], notices.append)
    later = Workspace(training.folder, training=True, day=date(2019, 12, 24))
    report = current_report(later, notices.append)
    assert report.today == training.today != later.today
    assert report.issues == report_of(training, report.content).issues
    assert report.previous is None, "there is no revision before the first"


def test_a_revision_that_cannot_be_read_is_told_and_hinders_nothing(
    training: Workspace, notices: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        raise StorageError("Bản 1 không đọc được.")

    monkeypatch.setattr(Workspace, "revision", damaged)
    content = training.read(notices.append)
    report = compared_report(training, content, notices.append)
    assert (report.content, report.previous) == (content, None)
    assert notices == ["Bản 1 không đọc được."]


def test_without_a_dossier_there_is_no_report(nothing: Workspace, notices: list[str]) -> None:
    with pytest.raises(StorageError):
        current_report(nothing, notices.append)
