"""Every command that writes, with each of its calls to the system failing once with each error: before or after, told, and done by a second try."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.roster import SchoolYear
from forms.model.errors import StorageError
from forms.model.values import dumps
from forms.store.store import NoDossier
from tests.builders import example_package
from tests.faults.editing import ordered
from tests.faults.injection import ENDED, ERRORS, VIETNAMESE, end_at, every_call, fail_at, in_a_child, store
from tui.cli.main import main

pytestmark = pytest.mark.slow

FULL = os.environ.get("NHOMTRE_FULL") == "1"
STEP = 1 if FULL else 20
"""Every so many calls one fails."""
COMMANDS = {
    "import": ("import", "../other.json", "--replace"),
    "derive": ("derive",),
    "send": ("send", "--by", "Người Mẫu Gửi"),
    "roll": ("roll", "--to", "2020-2021"),
    "roll back": ("roll", "--undo"),
    "backup": ("backup", "../stick"),
    "restore": ("restore", "--yes", "../backup.zip"),
    "restore into nothing": ("restore", "--yes", "../backup.zip"),
}


def nhomtre(folder: Path, *words: str) -> int:
    return main(["--data", str(folder), "--today", "2019-09-19", *words])


class Place:
    """A folder for each start and what the commands need beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        package = example_package()
        (folder / "p.json").write_text(dumps(package), "utf-8")
        package["facility"]["phone"] = "0909"
        (folder / "other.json").write_text(dumps(package), "utf-8")
        (folder / "stick").mkdir()
        assert nhomtre(self.data, "import", str(folder / "p.json")) == 0
        assert nhomtre(self.data, "backup", str(folder / "stick")) == 0
        next((folder / "stick").iterdir()).rename(folder / "backup.zip")
        self.rolled = folder / "rolled"
        shutil.copytree(self.data, self.rolled)
        assert nhomtre(self.rolled, "roll", "--to", "2020-2021") == 0
        self.changed = folder / "changed"
        shutil.copytree(self.data, self.changed)
        assert nhomtre(self.changed, "import", str(folder / "other.json")) == 0

    def start(self, name: str, folder: Path) -> Path:
        """A fresh folder to carry out that command in."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(self.folder / "stick")
        (self.folder / "stick").mkdir()
        source = {"roll back": self.rolled, "restore": self.changed}.get(name, self.data)
        if name != "restore into nothing":
            shutil.copytree(source, folder)
        return folder

    def words(self, name: str) -> list[str]:
        return [str(self.folder / word[3:]) if word.startswith("../") else word for word in COMMANDS[name]]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("place"))


def states(folder: Path) -> dict[int, object]:
    """School year → what its dossier holds, whatever its times are."""
    found: dict[int, object] = {}
    for start in (2019, 2020):
        try:
            with store(folder).open(SchoolYear(start), write=False) as session:
                content = ordered(session.dossier.content)
                found[start] = {
                    part: value for part, value in content.items() if part not in ("sent", "taken_at")
                }
        except NoDossier:
            pass
    return found


def counted(work: Callable[[], int], act: Callable[[int, str, Any], None]) -> tuple[int, int]:
    """The exit status of *work*, and how many calls it made."""
    made = 0

    def counting(number: int, name: str, args: Any) -> None:
        nonlocal made
        made = number
        act(number, name, args)

    with every_call(counting):
        status = work()
    return status, made


@pytest.mark.promise("R2")
@pytest.mark.long
@pytest.mark.parametrize("code", ERRORS, ids=lambda code: errno.errorcode[code])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_call_of_a_command_may_fail(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, code: int
) -> None:
    words, folder = place.words(name), tmp_path / "data"
    before = states(place.start(name, folder))
    status, calls = counted(lambda: nhomtre(folder, *words), lambda *_: None)
    assert status == 0
    after = states(folder)
    failures = 0
    for number in range(1 + (0 if FULL else ERRORS.index(code) * STEP // len(ERRORS)), calls + 1, STEP):
        place.start(name, folder)
        capsys.readouterr()
        status, _ = counted(lambda: nhomtre(folder, *words), fail_at(number, code))
        told = capsys.readouterr().err
        what = (name, errno.errorcode[code], number, status, told)
        assert status in (0, 1, 3), what
        assert "ngoài dự kiến" not in told, what
        found = states(folder)
        assert found == after if status == 0 else found in (before, after), what
        if status:
            failures += 1
            assert VIETNAMESE & set(told), what
        if status and found == before:
            assert nhomtre(folder, *words) == 0, what
            assert states(folder) == after, what
    assert failures or not FULL
    for start in after:
        try:
            with store(folder).open(SchoolYear(start), write=True) as session:
                assert not any("hỏng" in notice for notice in session.notices)
        except StorageError:
            pytest.fail("the last one does not open")


@pytest.mark.long
@pytest.mark.promise("R31", "R2")
@pytest.mark.parametrize("kind", ["xlsx", "json"])
def test_an_export_that_ends_at_any_call_leaves_the_old_file_or_the_whole_new_one(
    place: Place, tmp_path: Path, kind: str
) -> None:
    folder = place.start("derive", tmp_path / "data")
    out = folder / "exports" / f"a.{kind}"
    words = ("export", kind, "-o", str(out))
    assert nhomtre(folder, *words) == 0
    whole, old = out.read_bytes(), b"old"
    seen = set()
    for number in range(1, 500, 1 if FULL else 11):
        out.write_bytes(old)
        status = in_a_child(partial(nhomtre, folder, *words), end_at(number))
        assert out.read_bytes() in (old, whole), number
        seen.add(out.read_bytes() == whole)
        if status != ENDED:
            break
    assert (status, seen) == (0, {False, True})
    with store(folder).open(SchoolYear(2019), write=True):
        assert [path.name for path in out.parent.iterdir()] == [out.name]
