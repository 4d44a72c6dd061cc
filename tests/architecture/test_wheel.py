"""What is installed is what is here: the wheel holds every module, list, font and licence, and no test."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PARTS = ("forms", "exports", "tui")
KEPT = (".py", ".json", ".ttf")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source)
    for part in PARTS:
        shutil.copytree(ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_module_list_and_font(names: set[str]) -> None:
    wanted = {
        path.relative_to(ROOT).as_posix()
        for part in PARTS
        for path in (ROOT / part).rglob("*")
        if path.suffix in KEPT or path.name == "LICENSE"
    }
    assert wanted - names == set()
    assert len([name for name in names if name.endswith(".ttf")]) == 4


def test_the_wheel_holds_nothing_else(names: set[str]) -> None:
    assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == set(PARTS)
