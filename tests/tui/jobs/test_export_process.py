"""An export in a process: paths or an error, and its process can be ended at any moment."""

from __future__ import annotations

from subprocess import Popen

import pytest

from forms.model.errors import NhomtreError, StorageError
from tui.jobs.background import Job
from tui.jobs.export_kinds import ExportKind
from tui.jobs.export_process import export_in_process
from tui.jobs.workspace import Workspace


def carried_out(job: Job[object]) -> None:
    job.carry_out(lambda call: call())


@pytest.mark.slow
def test_paths_come_back_and_a_failure_comes_in_the_words_of_the_process(
    training: Workspace, nothing: Workspace, notices: list[str]
) -> None:
    outcomes: list[object] = []
    for workspace in (training, nothing):
        carried_out(
            Job(
                lambda job, at=workspace: export_in_process(  # type: ignore[misc]
                    at, ExportKind.JSON, job.watch, job.progress, notices.append
                ),
                outcomes.append,
            )
        )
    paths, failure = outcomes
    assert isinstance(paths, list)
    assert [path.suffix for path in paths] == [".json"]
    assert isinstance(failure, StorageError)
    assert "Chưa có hồ sơ" in str(failure)


@pytest.mark.promise("R31")
@pytest.mark.slow
def test_a_job_that_is_stopped_ends_its_process_and_writes_nothing(
    training: Workspace, notices: list[str]
) -> None:
    outcomes: list[object] = []
    errors: list[NhomtreError] = []

    def work(job: Job[object]) -> object:
        def watch(process: Popen[bytes]) -> None:
            job.watch(process)
            job.stop()

        try:
            return export_in_process(training, ExportKind.PDF, watch, job.progress, notices.append)
        except StorageError as error:
            errors.append(error)
            raise

    carried_out(Job(work, outcomes.append))
    assert (len(errors), outcomes) == (1, [])
    assert not (training.folder / "exports").exists()
