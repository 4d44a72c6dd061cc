"""An export from the screens: made by a process of its own, told with its path, stopped by Esc."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from forms.sets import newest
from forms.store.system import platform_calls
from tests.tui.conftest import Screen
from tui.desk.page_names import PageName
from tui.jobs.export_kinds import ExportKind
from tui.pages.home.home import HomePage
from tui.pages.sending.export_progress import ExportPage
from tui.texts.revisions import export_words


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
    lists = {path: path.read_bytes() for path in folder.iterdir()}
    assert [path.name in first for path in lists] == [True] * len(newest().lists), "a file for each list"
    assert first.endswith("Tệp nằm trong thư mục dữ liệu của chương trình.")
    assert exported(screen, ExportKind.ROSTERS) == first, "an unchanged report is not written again"
    screen.work.put(("classes", "k0001", "name"), "Nhóm Mẫu Một")
    again = exported(screen, ExportKind.ROSTERS)
    new = set(folder.iterdir()) - lists.keys()
    assert {path.name for path in new} < {f"{path.stem} (2).xlsx" for path in lists}
    assert "(2).xlsx" in again
    assert "tệp đó giữ nguyên" in " ".join(screen.text.split())
    assert {path: path.read_bytes() for path in lists} == lists


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


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A memory stick that is plugged in."""
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    monkeypatch.setattr(platform_calls, "removable_folders", lambda: [folder])
    return folder


def made(screen: Screen, path: Path) -> None:
    """An export has made *path*."""
    screen.desk.open(PageName.EXPORT, ExportKind.PDF)
    screen.page.finish([path])


def test_what_was_made_is_copied_to_a_stick_and_read_back(
    screen: Screen, tmp_path: Path, stick: Path
) -> None:
    file = tmp_path / "bao-cao.pdf"
    file.write_bytes(b"%PDF")
    made(screen, file)
    screen.type("⏎")
    assert "USB KINGSTON: /" in screen.text
    screen.type("1⏎")
    assert (stick / "bao-cao.pdf").read_bytes() == b"%PDF"
    assert screen.desk.said == "Đã chép 1 tệp vào USB KINGSTON và đọc lại thấy đúng."
    assert isinstance(screen.page, ExportPage)
    screen.type("‹escape›")
    assert isinstance(screen.page, HomePage)


def test_a_folder_that_is_named_is_offered_first_the_next_time(screen: Screen, tmp_path: Path) -> None:
    file, folder = tmp_path / "bao-cao.pdf", tmp_path / "Bao cao"
    file.write_bytes(b"%PDF")
    folder.mkdir()
    made(screen, file)
    screen.type(f"⏎⏎{folder}x⏎")
    assert screen.desk.said == export_words.NO_FOLDER.format(path=f"{folder}x")
    screen.type(f"⏎⏎{folder}⏎")
    assert (folder / file.name).read_bytes() == b"%PDF"
    screen.type("⏎")
    assert screen.page.items[0].name == f"Nơi chép lần trước: {folder}"


def test_files_of_a_sent_revision_are_copied_from_where_they_are_told(sent: Screen, stick: Path) -> None:
    sent.desk.open(PageName.REPLIES)
    sent.type("‹end›")
    sent.page.cursor.row = max(row for row, line in enumerate(sent.page.lines) if line.revision)
    sent.type("⏎1⏎")
    assert {path.name for path in stick.iterdir()} == {path.name for path in sent.work.files_of(1)}
    assert len(list(stick.iterdir())) == 3


def test_the_name_of_a_file_stands_whole_on_its_line(screen: Screen, tmp_path: Path) -> None:
    name = "bao-cao-dau-nam_79761001_2019-2020_nhap-20190919-0800.pdf"
    made(screen, tmp_path / "mot-thu-muc-ten-dai" / "exports" / "2019-2020" / name)
    assert name in [line.strip("> ") for line in screen.lines]
