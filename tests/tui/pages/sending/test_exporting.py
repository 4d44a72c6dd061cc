"""An export from the screens: made by a process of its own, told with its path, stopped by Esc."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.tui.conftest import Screen
from tui.desk.page_names import PageName
from tui.jobs.export_kinds import ExportKind
from tui.pages.home.home import HomePage


def exported(screen: Screen, kind: ExportKind) -> str:
    """What the page says in the end, its lines joined."""
    screen.desk.home()
    screen.terminal.holds_exports = True
    screen.desk.open(PageName.EXPORT, kind)
    screen.terminal.carry_out()
    assert not screen.page.is_running
    return "".join(line.strip("> ") for line in screen.lines[2:-5])


@pytest.mark.slow
def test_an_earlier_file_stays_and_the_page_tells_which_is_the_new_one(screen: Screen) -> None:
    folder = screen.work.workspace.folder / "exports" / "2019-2020"
    first = exported(screen, ExportKind.ROSTERS)
    (path,) = folder.iterdir()
    assert first == f"Đã xuất xong:{path}"
    before = path.read_bytes()
    assert exported(screen, ExportKind.ROSTERS) == first, "an unchanged report is not written again"
    screen.work.put(("classes", "k0001", "name"), "Nhóm Mẫu Một")
    again = exported(screen, ExportKind.ROSTERS)
    (second,) = set(folder.iterdir()) - {path}
    assert second.name == f"{path.stem} (2).xlsx"
    assert "(2).xlsx" in again
    assert "tệp đó giữ nguyên" in " ".join(screen.text.split())
    assert path.read_bytes() == before


def test_escape_stops_it_and_no_file_is_written(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    screen.terminal.holds_exports = True
    screen.desk.open(PageName.EXPORT, ExportKind.PDF)
    ended: list[int] = []
    real = subprocess.Popen

    class Stopped(real):  # type: ignore[misc,valid-type]
        """Esc comes as soon as it runs."""

        def __init__(self, *arguments: Any, **more: Any) -> None:
            super().__init__(*arguments, **more)
            screen.press("escape")

        def __exit__(self, *arguments: Any) -> None:
            super().__exit__(*arguments)
            ended.append(self.returncode)

    monkeypatch.setattr(subprocess, "Popen", Stopped)
    screen.terminal.carry_out()
    assert ended and ended[0] != 0
    assert "Đã dừng. Không có tệp nào được ghi." in screen.text
    assert not (screen.work.workspace.folder / "exports").exists()
    screen.press("escape")
    assert isinstance(screen.page, HomePage)


def test_a_process_that_cannot_be_started_is_told(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "none"))
    assert "Không xuất được tệp." in exported(screen, ExportKind.PDF)
