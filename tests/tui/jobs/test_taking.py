"""Lấy dữ liệu as a job: which figures are others now, as one change."""

from __future__ import annotations

import pytest

from forms.dossier.content import Edit
from forms.model.errors import StorageError
from forms.report.figures import FiguresOf, take
from tui.jobs.taking import changes_of_take, take_again
from tui.jobs.workspace import Workspace


def test_the_changes_are_those_that_were_planned(training: Workspace, notices: list[str]) -> None:
    assert take_again(training, notices.append)[1] == []
    with training.open(write=True) as session:
        child = session.dossier.content.records("children")["c0001"]
        session.dossier.commit([Edit(("children", "c0001"), child, None)])
        content = session.dossier.content
    planned = list(changes_of_take(content, FiguresOf()(content), take(content, training.now())))
    figures, changes = take_again(training, notices.append)
    assert changes == planned != []
    for change in changes:
        assert change.old == (change.new or 0) + 1
        assert figures.cell(change.table, change.row, change.column.key) == change.new
    assert notices == []


def test_without_a_dossier_nothing_is_taken(nothing: Workspace, notices: list[str]) -> None:
    with pytest.raises(StorageError):
        take_again(nothing, notices.append)
    assert not nothing.folder.exists()
