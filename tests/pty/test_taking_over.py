"""Two sessions in two terminals on one dossier: one asks, the other answers or gives way; nobody is ended by another."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.content import Content
from tests.pty.driver import KEYS, TODAY, Terminal
from tests.pty.stored import cells, in_training
from tests.pty.test_endings import PLACE, next_session_can_write
from tui.jobs.sessions.exit_status import ExitStatus

pytestmark = pytest.mark.slow

IMPATIENT = """
import sys
import tui.jobs.sessions.sharing as sharing
sharing.ANSWER_WITHIN, sharing.LOOK_EVERY, sharing.GRACE = float(sys.argv.pop(1)), 0.1, 0.5
from tui.cli.main import main
sys.exit(main())
"""
"""The program with less patience: seconds to answer."""
LONG, SHORT = "600", "1"
ALTERNATE_SCREEN = b"\x1b[?1049h"
CTRL_S = b"\x13"
ASK = KEYS["F10"] + KEYS["Enter"]


def session(folder: Path, patience: str) -> Terminal:
    command: list[str | Path] = [sys.executable, "-c", IMPATIENT, patience, "--data", folder]
    return Terminal([*command, "--today", TODAY, "--demo", "--at", PLACE], home=folder.parent / "home")


def writing(folder: Path, patience: str) -> Terminal:
    terminal = session(folder, patience)
    terminal.wait_for("BIỂU 4", "[1]")
    return terminal


def looking(folder: Path, patience: str) -> Terminal:
    terminal = session(folder, patience)
    terminal.wait_for("BIỂU 4", "CHỈ XEM", "đang mở ở máy", "F10, Enter: xin sửa")
    return terminal


def test_unanswered_the_one_who_writes_goes_and_the_other_goes_on(
    folder: Path, stored: Callable[[], Content]
) -> None:
    with writing(folder, SHORT) as writer, looking(folder, SHORT) as looker:
        writer.send(b"12\r5")
        writer.wait_for("[5")
        looker.send(ASK)
        looker.wait_for("Đã xin sửa hồ sơ")
        writer.wait_for("xin sửa hồ sơ này", "nhường.")
        assert writer.status() == ExitStatus.GAVE_WAY
        assert "Đã nhường hồ sơ 2019-2020 cho" in writer.output.decode()
        assert writer.modes_after() == writer.modes_before
        looker.wait_for("Sửa tiếp ở đây?")
        looker.send(b"\r")
        looker.wait_for("Từ bây giờ sửa được ở đây", " 12 ", "Đang gõ dở")
        looker.send(b"\r4\r")
        looker.wait_for(" 54 ")
        assert looker.leave() == 0
    found = cells(stored(), "T4")
    assert (found["203", "TU_THUC.permanent"], found["203", "TU_THUC.semi_permanent"]) == (12, 54)
    assert left_over(folder) == [".2019-2020.lock"]


def left_over(folder: Path) -> list[str]:
    """The notes beside the dossier, but for those that always stand there: where the journal ends, when all was looked through."""
    names = {name for name in os.listdir(in_training(folder)) if name.startswith(".")}
    return sorted(names - {".2019-2020.head", ".2019-2020.checked"})


def test_an_answer_keeps_the_dossier_and_no_key_is_lost(folder: Path, stored: Callable[[], Content]) -> None:
    with writing(folder, LONG) as writer, looking(folder, LONG) as looker:
        looker.send(ASK)
        writer.wait_for("xin sửa hồ sơ này")
        writer.send(b"56\r" + ASK)
        writer.wait_for("hồ sơ vẫn sửa ở đây", " 56 ")
        looker.wait_for("trả lời: «Tôi còn làm»")
        assert looker.leave() == 0
        writer.send(b"78\r")
        writer.wait_for(" 78 ")
        assert writer.leave() == 0
    found = cells(stored(), "T4")
    assert (found["203", "TU_THUC.permanent"], found["203", "TU_THUC.semi_permanent"]) == (56, 78)
    assert left_over(folder) == [".2019-2020.lock"]


@pytest.mark.parametrize("end", ["leave", "kill"])
def test_the_other_goes_on_when_the_one_who_writes_has_ended(folder: Path, end: str) -> None:
    with writing(folder, LONG) as writer, looking(folder, LONG) as looker:
        getattr(writer, end)()
        looker.wait_for("Sửa tiếp ở đây?")
        looker.send(b"\r")
        looker.wait_for("Từ bây giờ sửa được ở đây")
        assert looker.leave() == 0
    assert left_over(folder) == [".2019-2020.lock"]


@pytest.mark.promise("R7")
def test_one_who_hangs_is_not_ended(folder: Path) -> None:
    with writing(folder, SHORT) as writer, looking(folder, SHORT) as looker:
        writer.process.send_signal(signal.SIGSTOP)
        looker.send(ASK)
        looker.wait_for("không trả lời", "đóng nó ở nơi đó")
        assert writer.process.poll() is None
        assert looker.leave() == 0
        assert left_over(folder) == [".2019-2020.holder", ".2019-2020.lock"]
        writer.process.send_signal(signal.SIGCONT)
        writer.wait(lambda _: writer.output.count(ALTERNATE_SCREEN) > 1, "the screen drawn again")
        writer.send(b"12\r")
        writer.wait_for(" 12 ")
        assert writer.leave() == 0


def remove(path: Path) -> None:
    path.unlink()


def move_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("moved"))


@pytest.mark.promise("R7")
@pytest.mark.parametrize("name", [".2019-2020.lock", "2019-2020.journal"])
@pytest.mark.parametrize("go", [remove, move_folder])
def test_nothing_is_told_saved_into_a_dossier_that_went_away(
    folder: Path, go: Callable[[Path], Any], name: str, tmp_path: Path
) -> None:
    with writing(folder, LONG) as writer:
        writer.send(b"12\r")
        writer.wait_for(" 12 ")
        writer.send(b"34")
        writer.wait_for("[34")
        go(in_training(folder) / name)
        writer.wait_for("KHÔNG lưu")
        writer.send(b"\r")
        writer.wait_for("KHÔNG lưu", "[34")
        assert "Đã lưu" not in writer.text
        writer.send(KEYS["Esc"])
        writer.wait_gone("[34")
        writer.send(CTRL_S)
        writer.wait_for("Chưa lưu được")
        writer.send(ASK)
        writer.wait_for("Ghi ra tệp:")
        writer.send(b"\x7f" * 300 + f"{tmp_path}/giu.json\r".encode())
        writer.wait_for("Đã ghi hồ sơ ra")
        assert b'"TU_THUC.permanent": 12' in (tmp_path / "giu.json").read_bytes()
        assert writer.leave() in (0, 3)
    assert [*folder.rglob("*.draft*")] == []
    if go is remove:
        next_session_can_write(folder)
