"""The open dossier: what is refused, what undo gives back, what a second session may do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from forms.dossier.content import Edit, Scope
from forms.model.errors import Refused, StorageError
from forms.model.values import Typed
from tests.unprivileged import as_everyone_reads
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.workspace import Workspace
from tui.texts import report_words

PHONE = ("facility", "phone")


@pytest.fixture
def report(training: Workspace) -> Iterator[OpenReport]:
    session, notices = open_session(training)
    yield OpenReport(training, session, notices)
    session.close()


def test_a_change_is_saved_and_taken_back(report: OpenReport) -> None:
    before = report.content.value(PHONE)
    assert report.saved_at == ""
    report.put(PHONE, "02800000002")
    assert (report.content.value(PHONE), report.saved_at) == ("02800000002", "14:05")
    assert report.undo()
    assert report.content.value(PHONE) == before
    assert report.redo()
    assert not report.redo()
    assert report.export_refusal is None


@pytest.mark.parametrize("name", [None, Typed("không có")])
def test_a_report_whose_facility_has_no_name_says_so_in_its_title(
    report: OpenReport, name: Typed | None
) -> None:
    report.put(("facility", "name"), name)
    assert report.names[0] == report_words.NO_NAME


def test_files_of_a_revision_that_cannot_be_looked_at_are_told(report: OpenReport) -> None:
    folder = report.session.revisions.folder(1)
    assert report.files_of(1) == []
    folder.mkdir(parents=True)
    (folder / "bieu.pdf").write_bytes(b"%PDF")
    assert report.files_of(1) == [folder / "bieu.pdf"]
    folder.chmod(0)
    with as_everyone_reads(), pytest.raises(StorageError, match="không có quyền truy cập"):
        report.files_of(1)
    folder.chmod(0o700)


def test_while_the_office_has_it_only_what_stands_beside_it_is_open(report: OpenReport) -> None:
    report.session.dossier.commit([Edit(("state",), report.content.value(("state",)), "sent")])
    refusal = report.refusal()
    assert isinstance(refusal, Refused)
    assert report.refusal(Scope.BESIDE) is None
    assert (report.can_edit(), report.can_edit(Scope.BESIDE)) == (False, True)
    with pytest.raises(Refused):
        report.put(PHONE, "02800000002")


def test_a_second_session_looks_and_says_who_holds_it(report: OpenReport, training: Workspace) -> None:
    assert report.writable
    session, notices = open_session(Workspace(training.folder, training=True))
    other = OpenReport(training, session, notices)
    assert not other.writable
    assert "đang mở" in notices[0]
    for change in (other.undo, other.redo, lambda: other.put(PHONE, "1")):
        with pytest.raises(Refused):
            change()
    session.close()
