"""What is recorded for the measurements leaves the program as it was."""

from __future__ import annotations

from bench.wire.sessions import NOW, training_folder
from tui.jobs.workspace import DatedFolder


def test_the_clock_goes_again_for_the_measurements_that_follow() -> None:
    before = vars(DatedFolder)["_now"]
    with training_folder():
        assert DatedFolder._now() == NOW
    assert vars(DatedFolder)["_now"] is before
