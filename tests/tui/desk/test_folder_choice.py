"""One list of folders for whatever is written outside: the last one first, what is not there is said and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms.store.system import platform_calls
from tests.tui.conftest import Screen
from tui.desk.kinds.folder_choice import choose_folder, remember_folder


@pytest.fixture
def chosen(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    stick = tmp_path / "USB-MAU"
    stick.mkdir()
    monkeypatch.setattr(platform_calls, "removable_folders", lambda: [stick])
    folders: list[Path] = []
    choose_folder(screen.desk, "Ra đâu?", "Thư mục:", folders.append)
    return folders


def test_the_stick_is_first_and_enter_takes_it(screen: Screen, chosen: list[Path], tmp_path: Path) -> None:
    screen.type("⏎")
    assert chosen == [tmp_path / "USB-MAU"]


def test_the_last_one_is_offered_before_all(screen: Screen, chosen: list[Path], tmp_path: Path) -> None:
    screen.press("escape")
    remember_folder(screen.desk, tmp_path)
    choose_folder(screen.desk, "Ra đâu?", "Thư mục:", chosen.append)
    screen.type("⏎")
    assert chosen == [tmp_path]


def test_a_named_folder_is_taken_when_it_is_there(screen: Screen, chosen: list[Path], tmp_path: Path) -> None:
    screen.press("end")
    screen.type(f"⏎{tmp_path / 'khong-co'}⏎")
    assert chosen == [] and "Chưa ghi gì" in screen.said
    choose_folder(screen.desk, "Ra đâu?", "Thư mục:", chosen.append)
    screen.press("end")
    screen.type(f"⏎{tmp_path}⏎")
    assert chosen == [tmp_path]


def test_where_no_folder_is_seen_a_stick_is_asked_for(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform_calls, "removable_folders", list[Path])
    choose_folder(screen.desk, "Ra đâu?", "Thư mục:", print)
    assert "cắm USB" in screen.said
    screen.press("down")
    assert "cắm USB" not in screen.said
