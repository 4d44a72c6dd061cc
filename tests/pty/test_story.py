"""From the first sending to the request to unlock, by keys in a terminal of 80×24; the commands give the same dossier."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from forms.dossier.content import Content
from forms.package.training import TRAINING_FOLDER
from tests.pty.driver import Terminal, nhomtre
from tests.pty.stored import content_of
from tests.pty.test_whole_group import pieces
from tests.story import (
    EXPLANATION,
    NAME,
    OFFICER,
    REASON,
    REFUSAL,
    REMARKS,
    ROOMS,
    SENDER,
    SEX,
    STEPS,
    tell,
    without_times,
)
from tests.tui.cli.conftest import in_a_process
from tests.tui.cli.test_story import ByCommands

pytestmark = pytest.mark.slow

_TOLD = re.compile(r"Đã gửi bản (\d+), mã kiểm tra ([0-9A-Z-]{19})\.")
_REMARKS = "".join(f"{spoken}⏎{words}⏎" for _, spoken, words in REMARKS)
_ROOMS, _SEX, _NAME = ROOMS[-1], SEX[-1], NAME[-1]
CHILD = "Bùi Mẫu Vinh"
KEYS = {
    "sent": f"14⏎{EXPLANATION}⏎‹f10›⏎{SENDER}⏎",
    "refused": f"‹f10›⏎↓⏎⏎{OFFICER}⏎{REFUSAL}⏎{_REMARKS}↓⏎",
    "corrected": (
        f"⏎‹f3›203⏎→{_ROOMS}⏎‹escape›"
        # behind the figure the child, found by name, in the child the sex; then the figures are taken
        f"↓⏎⏎{CHILD}⏎‹f3›gioi tinh⏎{_SEX}⏎‹escape›‹escape›‹escape›‹f5›⏎‹escape›"
        f"↓⏎‹f3›ho ten⏎{_NAME}⏎‹escape›"
    ),
    "ticked": "↑↑ ↓ ↓ ",
    "sent again": f"‹f10›⏎‹f10›⏎{SENDER}⏎",
    "approved": f"‹f10›⏎⏎⏎{OFFICER}⏎⏎⏎",
    "locked": f"‹f10›⏎⏎⏎{OFFICER}⏎⏎⏎",
    "unlocking asked": f"‹f10›⏎↓⏎⏎{REASON}⏎⏎",
}
SHOWN = {
    "sent": ("Đã gửi bản 1, mã kiểm tra",),
    "refused": ("Đã ghi «Từ chối»", REMARKS[0][2], REMARKS[1][2], REMARKS[2][2]),
    "corrected": ("BẢN ĐÃ GỬI", f"{NAME[-1]}: {REMARKS[2][2]}"),
    "ticked": ("Còn 0.",),
    "sent again": ("Đã gửi bản 2, mã kiểm tra",),
    "approved": ("Đã ghi «Duyệt»",),
    "locked": ("Đã ghi «Khóa»",),
    "unlocking asked": ("Đã ghi «Gửi yêu cầu mở khóa»",),
}
"""What the screen shows at the end of a step."""


class ByKeys:
    """The steps of the story as bursts of keys."""

    def __init__(self, terminal: Terminal, folder: Path) -> None:
        self._terminal = terminal
        self._folder = folder
        self.codes: dict[int, str] = {}

    @property
    def content(self) -> Content:
        """What is on disk now."""
        return content_of(self._folder)

    def do(self, step: str) -> None:
        """Carry out one step."""
        for piece in pieces(KEYS[step]):
            self._terminal.send(piece)
            self._terminal.rest(0.15)
        shown = self._terminal.wait_for(*SHOWN[step])
        for number, code in _TOLD.findall(shown):
            self.codes[int(number)] = code


def test_the_story_by_keys_and_by_commands_gives_the_same_dossier(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    assert KEYS.keys() == SHOWN.keys() == STEPS.keys()

    def way_of(name: str) -> Path:
        return tmp_path / name / "data"

    def out(*arguments: str, name: str = "commands") -> tuple[str, str]:
        done = in_a_process(way_of(name), "--demo", *arguments, env={"LC_ALL": "C.UTF-8"})
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode(), done.stderr.decode()

    by_keys, by_commands = (way_of(name) / TRAINING_FOLDER for name in ("keys", "commands"))
    with nhomtre(way_of("keys")) as terminal:
        terminal.wait_for("Hạn nộp", " Menu")
        way = ByKeys(terminal, by_keys)
        story = tell(way, by_keys, lambda: json.loads(out("diff", "1", "2", "--json", name="keys")[0]))
        assert terminal.leave() == 0
    commands = ByCommands(by_commands, out, tmp_path)
    for step in STEPS:
        commands.do(step)
    assert commands.codes == way.codes
    assert without_times(commands.content) == without_times(way.content)
    for number, code in way.codes.items():
        story.qr(number, code, tmp_path)
