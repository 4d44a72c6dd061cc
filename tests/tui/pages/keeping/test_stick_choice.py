"""The backup to a stick from the first page: sticks first, told with place and time, a stick that goes is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms.store.backups.backup_file import decode_backup
from forms.store.system import platform_calls
from tests.tui.conftest import Screen
from tui.texts.help.keys import Action


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "USB-MAU"
    folder.mkdir()
    monkeypatch.setattr(platform_calls, "removable_folders", lambda: [folder])
    return folder


def test_it_is_chosen_written_and_told(screen: Screen, stick: Path) -> None:
    screen.desk.home()
    screen.work.put(("facility", "phone"), "0909")
    screen.desk.act(Action.BACK_UP)
    assert "USB-MAU" in screen.text
    screen.type("⏎")
    (path,) = stick.iterdir()
    assert decode_backup(path.read_bytes(), path.name).content == screen.work.content
    assert "đã kiểm tra đọc lại được" in screen.desk.said and "USB" in screen.desk.said


@pytest.mark.promise("R6")
def test_a_stick_that_went_away_is_told(screen: Screen, stick: Path) -> None:
    screen.desk.home()
    screen.desk.act(Action.BACK_UP)
    stick.rmdir()
    screen.type("⏎")
    assert str(stick) in screen.desk.said and "đã kiểm tra" not in screen.desk.said
