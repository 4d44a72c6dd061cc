"""A session that nobody touches for hours writes nothing and shows the same."""

from __future__ import annotations

import pytest

from tests.faults.sending import snapshot
from tests.tui.conftest import FULL, Screen
from tui.jobs.sessions.sharing import Sharing

pytestmark = pytest.mark.slow

HOURS = 8 if FULL else 0.1


@pytest.mark.long
@pytest.mark.promise("R30")
def test_hours_without_a_key_write_nothing(screen: Screen) -> None:
    """Every second of a session that waits sees what others want; every rest folds what there is to fold."""
    work = screen.work
    screen.desk.share(Sharing(work, lambda _: ""))
    work.fold()
    work.check_kept()
    before = snapshot(work.workspace.folder)
    lines = screen.lines
    for second in range(int(HOURS * 3600)):
        assert screen.desk.look() is None
        if second % 60 == 0:
            screen.desk.drafts.note()
            screen.desk.drafts.save()
            work.fold()
            assert work.check_kept() == []
    assert snapshot(work.workspace.folder) == before
    assert screen.lines == lines
