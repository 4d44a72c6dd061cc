"""A revision's life as jobs: sent, answered, compared, verified. The files of a revision are small ones here."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms.dossier.content import Edit
from forms.model.errors import Refused
from forms.model.issue import Severity
from tests.tui.sent_copies import use_quick_files
from tui.jobs.revisions.answering import TypedAnswer, take_answer
from tui.jobs.revisions.comparing import NOW, compare
from tui.jobs.revisions.remarks import remark_issues
from tui.jobs.revisions.sending import Blocked, Explanation, SentReport, send
from tui.jobs.verifying.verdicts import verdict_on
from tui.jobs.workspace import Workspace

BY, OFFICE = "Chủ Nhóm Mẫu", "Phòng Mẫu"


@pytest.fixture(autouse=True)
def _quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    use_quick_files(monkeypatch)


@pytest.fixture
def sending(training: Workspace, notices: list[str]) -> SentReport:
    return send(training, BY, [], notices.append)


def put(workspace: Workspace, *path: str, value: object) -> None:
    with workspace.open(write=True) as session:
        session.dossier.set(path, value)


def test_what_was_sent_comes_back(training: Workspace, sending: SentReport) -> None:
    assert (sending.revision.number, sending.revision.by) == (1, BY)
    assert sending.folder.name == "ban-1"
    assert len(list(sending.folder.iterdir())) == 3
    assert sending.unexplained == 3


def test_an_explanation_is_for_every_warning_of_its_rule(training: Workspace, notices: list[str]) -> None:
    with pytest.raises(Refused, match="W99"):
        send(training, BY, [Explanation("W99", "Đã xem.")], notices.append)
    with training.open(write=False) as session:
        before = session.dossier.content
    assert before.last_sent == 0


@pytest.mark.parametrize("by", ["", " \t"])
def test_nobody_sends_without_a_name(training: Workspace, notices: list[str], by: str) -> None:
    with pytest.raises(Refused):
        send(training, by, [], notices.append)
    assert training.read(notices.append).last_sent == 0


def test_errors_block_and_are_handed_back(training: Workspace, notices: list[str]) -> None:
    put(training, "facility", "name", value=None)
    with pytest.raises(Blocked) as blocked:
        send(training, BY, [], notices.append)
    assert any(issue.severity is Severity.ERROR for issue in blocked.value.report.issues)
    assert training.read(notices.append).last_sent == 0


def test_an_answer_moves_the_report_and_its_remarks_are_issues_again(
    training: Workspace, sending: SentReport, notices: list[str]
) -> None:
    content = training.read(notices.append)
    reject = content.form.answers["reject"]
    answer = TypedAnswer(reject, OFFICE, "Xem lại", (("facility/phone", ""),))
    move, after = take_answer(training, answer, notices.append)
    assert (move, after.state) == (reject, "rejected")
    (remark,) = remark_issues(after)
    assert (remark.severity, remark.place.record, remark.place.field) == (
        Severity.REMARK,
        "facility",
        "phone",
    )
    assert "Xem lại" in remark.message


def test_a_file_that_is_no_answer_is_refused_and_changes_nothing(
    training: Workspace, sending: SentReport, notices: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "tra-loi.json"
    path.write_text("{}", "utf-8")
    with pytest.raises(Refused):
        take_answer(training, path, notices.append)
    assert training.read(notices.append).state == "sent"


def test_a_revision_and_now_are_compared(
    training: Workspace, sending: SentReport, notices: list[str]
) -> None:
    assert compare(training, None, None, notices.append) == []
    for name in ("2", "một", "-1"):
        with pytest.raises(Refused):
            compare(training, name, NOW, notices.append)


def test_what_was_never_sent_is_not_compared(training: Workspace, notices: list[str]) -> None:
    with pytest.raises(Refused, match="chưa gửi"):
        compare(training, None, None, notices.append)


def test_a_code_is_known_or_not(training: Workspace, sending: SentReport) -> None:
    verdict = verdict_on(training, sending.revision.code.lower().replace("-", ""))
    assert verdict.revision == 1
    other = verdict_on(training, "0000-0000-0000-0000")
    assert (other.revision, other.agrees) == (None, False)


def test_the_edit_of_an_answer_is_no_edit_of_the_report(training: Workspace, sending: SentReport) -> None:
    with training.open(write=True) as session, pytest.raises(Refused):
        session.dossier.commit([Edit(("facility", "phone"), None, "02800000002")])
