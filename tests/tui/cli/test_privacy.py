"""What the program leaves behind: every file for its owner only; no name of a person in logs and messages of failures."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.tui.cli.conftest import Command
from tui.cli.command_registry import COMMANDS as REGISTRY
from tui.jobs.export_kinds import ExportKind

pytestmark = pytest.mark.slow

PackageFile = Callable[[Any], str]
MARK = "Dấuriêngxyz"
"""In every name of a person."""
ARGUMENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "import": (("../package.json",),),
    "campaign": (("export", "../letter.json"),),
    "derive": ((),),
    "tables": ((),),
    "check": ((),),
    "roll": (("--to", "2020-2021"), ("--undo",)),
    "export": (
        *((kind.value,) for kind in ExportKind if kind.is_of_dossier and kind is not ExportKind.CHILD),
        ("child", "children/c0001"),
        ("rosters", "--blank", "-o", "../rosters.xlsx"),
    ),
    "fill": (("../rosters.xlsx",),),
    "compare": (("../rosters.xlsx",),),
    "send": (("--by", f"Người {MARK}"),),
    "answer": (("reject", "--by", f"Phòng {MARK}", "--note", "Sửa"),),
    "diff": ((),),
    "history": ((),),
    "verify": (("0000-0000-0000-0000",),),
    "backup": (("stick",),),
    "restore": (("--yes", "../package.json"),),
    "privacy": ((),),
    "erase": (("children/c0002", "--reason", f"Con của {MARK}", "--yes"),),
    "forms": (),  # looks at no dossier
    "kit": (),  # looks at no dossier
    "lesson": ((), ("--json",)),
    "combine": (("exports", "-o", "../sum.xlsx"),),
}
COMMANDS = [(command.name, *words) for command in REGISTRY for words in ARGUMENTS[command.name]]


@pytest.fixture
def marked(example: dict[str, Any], package_file: PackageFile) -> str:
    for record in (*example["children"], *example["staff"]):
        record["name"] = f"{record['name']} {MARK}"
    return package_file(example)


@pytest.fixture
def no_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.promise("R26", "R27")
@pytest.mark.usefixtures("no_umask")
def test_every_command_leaves_files_for_the_owner_only_and_named_after_nobody(
    nhomtre: Command, folder: Path, marked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(0o700)
    monkeypatch.chdir(folder)
    (folder / "stick").mkdir(0o700)
    assert nhomtre("import", marked).status == 0
    for words in COMMANDS:
        assert nhomtre(*words).status in (0, 1), words
    with monkeypatch.context() as patch:
        patch.setattr("tui.cli.commands.check.report_of", lambda *_: 1 / 0)
        nhomtre("check")
    modes = {
        path: stat.S_IMODE(path.stat().st_mode)
        for path in (*folder.rglob("*"), *folder.parent.glob("*.xlsx"))
    }
    kinds = {path.suffix for path in modes if path.is_file()}
    assert {".pdf", ".xlsx", ".json", ".journal", ".zip", ".log", ".head", ".lock"} <= kinds
    assert {
        str(path): oct(mode) for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)
    } == {}
    assert not [path for path in modes if MARK.casefold() in path.name.casefold()]
    hidden = [path for path in folder.rglob(".*") if path.is_file()]
    assert hidden and not [path for path in hidden if MARK.encode() in path.read_bytes()]


@pytest.mark.promise("R27")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_bug_in_any_command_names_nobody(
    nhomtre: Command, folder: Path, marked: str, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """The bug carries the name, as the text of a real one may."""
    assert nhomtre("import", marked).status == 0
    monkeypatch.chdir(folder)
    (folder / "stick").mkdir()

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(MARK, {"name": MARK})

    for called in ("forms.store.store.Store.open", "tui.cli.commands.combine.combine"):
        monkeypatch.setattr(called, broken)
    run = nhomtre(*words)
    assert run.status == 3
    assert "Traceback" not in run.err
    assert MARK not in run.err + run.out
    log = (folder / "nhomtre.log").read_text("utf-8")
    assert "RuntimeError" in log and "broken" in log
    assert MARK not in log
