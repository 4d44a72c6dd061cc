"""From the first sending to the request to unlock, by commands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from forms.dossier.content import Content
from forms.package.answers import remarks_left
from forms.package.training import TRAINING_FOLDER, training_year
from forms.store.store import Store
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
    WARNING,
    tell,
)
from tests.tui.cli.conftest import Command

Out = Callable[..., tuple[str, str]]
"""Runs a command on the training copy, which succeeds: stdout, stderr."""
_CODE = re.compile(r"Đã gửi bản (\d+), mã kiểm tra ([0-9A-Z-]{19})\.")


class ByCommands:
    """The steps of the story as commands. *codes*: revision → the code that its sending told."""

    def __init__(self, folder: Path, out: Out, scratch: Path) -> None:
        self._out = out
        self._folder = folder
        self._scratch = scratch
        self.codes: dict[int, str] = {}

    @property
    def content(self) -> Content:
        """What is on disk now."""
        with Store(self._folder).open(training_year(), write=False) as session:
            return session.dossier.content

    def _send(self, *explained: str) -> None:
        match = _CODE.search(self._out("send", "--by", SENDER, *explained)[1])
        assert match
        self.codes[int(match[1])] = match[2]

    def _answer(self, what: str, *more: str) -> None:
        self._out("answer", what, "--by", OFFICER, *more)

    def _correct(self) -> None:
        """The package goes out, is corrected by another program, and comes in again."""
        package = json.loads(self._out("export", "json", "-o", "-")[0])
        children = {child["ref"]: child for child in package["children"]}
        for ref, field, old, new in (SEX, NAME):
            assert children[ref][field] == old
            children[ref][field] = new
        table, row, column, before, after = ROOMS
        assert package["cells"][table][row][column] == before
        package["cells"][table][row][column] = after
        file = self._scratch / "sua.json"
        file.write_text(json.dumps(package), "utf-8")
        self._out("import", str(file))

    def _tick(self) -> None:
        # the command line has no word for it
        with Store(self._folder).open(training_year(), write=True) as session:
            for remark in remarks_left(session.dossier.content):
                session.dossier.set((*remark.path, "done"), True)

    def do(self, step: str) -> None:
        """Carry out one step."""
        match step:
            case "sent":
                self._send("--explain", f"{WARNING}={EXPLANATION}")
            case "refused":
                at = [part for place, _, words in REMARKS for part in ("--at", f"{place}={words}")]
                self._answer("reject", "--note", REFUSAL, *at)
            case "corrected":
                self._correct()
            case "ticked":
                self._tick()
            case "sent again":
                self._send()
            case "approved":
                self._answer("approve")
            case "locked":
                self._answer("lock")
            case "unlocking asked":
                self._out("answer", "request-unlock", "--note", REASON)


@pytest.mark.slow
def test_a_report_is_sent_refused_corrected_sent_again_and_locked(
    folder: Path, nhomtre: Command, tmp_path: Path
) -> None:
    def out(*arguments: str) -> tuple[str, str]:
        done = nhomtre("--demo", *arguments)
        assert done.status == 0, done.err
        return done.out, done.err

    way = ByCommands(folder / TRAINING_FOLDER, out, tmp_path)
    story = tell(way, folder / TRAINING_FOLDER, lambda: json.loads(out("diff", "1", "2", "--json")[0]))
    for number, code in way.codes.items():
        assert out("verify", code)[0]
        story.qr(number, code, tmp_path)
