"""Many files changed as one: what is not as it was written is never put in a place, and nothing goes for its sake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forms.model.errors import DamagedFile
from forms.store.system import system_calls
from forms.store.system.many_files import ManyFiles

NEW = {"a.json": b"new a", "inner/b.json": b"new b"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.json").write_bytes(b"old a")
    (tmp_path / "old.json").write_bytes(b"goes")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def decided(folder: Path) -> ManyFiles:
    change = ManyFiles(folder, "change")
    change.decide(NEW, ["old.json"])
    assert change.is_decided
    return change


def test_all_of_them_take_their_places_and_nothing_is_left_beside(folder: Path) -> None:
    decided(folder).settle()
    assert contents(folder) == NEW
    assert sorted(path.name for path in folder.iterdir()) == ["a.json", "inner"]


def test_what_was_placed_before_an_end_is_known_by_its_sum(folder: Path) -> None:
    change = decided(folder)
    (folder / ".change" / "0001").replace(folder / "a.json")
    (folder / "old.json").unlink()
    change.settle()
    assert contents(folder) == NEW


def test_what_lies_beside_by_chance_goes_too(folder: Path) -> None:
    change = decided(folder)
    (folder / ".change" / "0009").write_bytes(b"of an earlier one")
    change.settle()
    assert contents(folder) == NEW


@pytest.mark.parametrize(
    "harm",
    [
        lambda folder: (folder / ".change" / "0002").write_bytes(b"new c"),
        lambda folder: (folder / ".change" / "0002").unlink(),
        lambda folder: (folder / ".change" / "0001").unlink(),
        lambda folder: (folder / ".change.json").write_bytes(b'{"files":{},"gone":["old.json"]}\nabc\n'),
    ],
    ids=["another file beside", "none beside nor there", "none beside, the old one there", "another note"],
)
def test_on_doubt_nothing_is_touched(folder: Path, harm: Callable[[Path], Any]) -> None:
    change = decided(folder)
    harm(folder)
    before = contents(folder)
    for _ in range(2):
        with pytest.raises(DamagedFile, match="Không có gì bị thay đổi"):
            change.settle()
        assert contents(folder) == before


def test_a_disk_that_keeps_other_bytes_decides_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest, before = system_calls.write_all, contents(folder)
    for kept in (b"new b", b'"gone"'):

        def forgetful(fd: int, data: Any, kept: bytes = kept) -> None:
            honest(fd, bytes(data).replace(kept, kept.upper()))

        monkeypatch.setattr(system_calls, "write_all", forgetful)
        change = ManyFiles(folder, "change")
        with pytest.raises(OSError, match="read back"):
            change.decide(NEW, ["old.json"])
        assert not change.is_decided
        assert contents(folder) == before


def test_what_cannot_be_done_is_set_aside_with_its_note(folder: Path) -> None:
    change, before = decided(folder), contents(folder)
    moved = change.set_aside(lambda name: folder / "aside" / name)
    assert [path.name for path in moved] == ["change.0001", "change.0002", "change.json"]
    assert not change.is_decided
    assert sorted(contents(folder).values()) == sorted(before.values())
    change.settle()
    assert contents(folder)["a.json"] == b"old a"
