"""What is copied outside is noted file by file."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms.model.errors import StorageError
from forms.store.handing.handovers import handovers
from forms.store.year_paths import YearPaths
from tui.jobs.handing.copies import copied_out
from tui.jobs.workspace import Workspace


def test_what_was_copied_before_one_failed_is_noted(training: Workspace, tmp_path: Path) -> None:
    stick, files = tmp_path / "stick", [tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf")]
    stick.mkdir()
    for file in (files[0], files[2]):
        file.write_bytes(b"%PDF")
    year = training.year
    with pytest.raises(StorageError, match=r"b\.pdf"):
        copied_out(training, year, files, stick, pytest.fail)
    noted = handovers(YearPaths(training.folder, year))
    assert [(one.kind.value, one.what, one.name) for one in noted] == [("handover", "copies", "a.pdf")]
    assert [path.name for path in stick.iterdir()] == ["a.pdf"]
