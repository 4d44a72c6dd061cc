"""Running the command line in this process or in one of its own, on a folder of the test's own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from tui.cli.main import main

EXAMPLE = Path(__file__).parents[2] / "data" / "example.json"


@dataclass(frozen=True)
class Run:
    """What a run printed and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Run]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NHOMTRE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def nhomtre(folder: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """``nhomtre --data <folder> --today 2019-09-19 ...`` in this process."""

    def run(*arguments: str, today: str = "2019-09-19") -> Run:
        capsys.readouterr()
        try:
            status = main(["--data", str(folder), "--today", today, *arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        printed = capsys.readouterr()
        return Run(status, printed.out, printed.err)

    return run


def in_a_process(folder: Path, *arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """The same in a process of its own."""
    environment = {**os.environ, **more.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "tui.cli", "--data", str(folder), "--today", "2019-09-19", *arguments],
        capture_output=True,
        check=False,
        timeout=60,
        cwd=Path(__file__).parents[3],
        env=environment,
        **more,
    )


@pytest.fixture
def example() -> dict[str, Any]:
    """The package of the worked example, to be changed at will."""
    package: dict[str, Any] = json.loads(EXAMPLE.read_text("utf-8"))["package"]
    return package


@pytest.fixture
def package_file(tmp_path: Path) -> Callable[[Any], str]:
    """Writes a package, or raw bytes, and tells its path."""

    def write(package: Any) -> str:
        path = tmp_path / "package.json"
        path.write_bytes(package if isinstance(package, bytes) else json.dumps(package).encode())
        return str(path)

    return write


def _send_once(tmp_path_factory: pytest.TempPathFactory, *arguments: str) -> Path:
    """A folder in which the worked example was sent as revision 1."""
    folder = tmp_path_factory.mktemp("sent") / "data"
    package = tmp_path_factory.mktemp("package") / "package.json"
    package.write_text(json.dumps(json.loads(EXAMPLE.read_text("utf-8"))["package"]), "utf-8")
    for command in (["import", str(package)], ["send", "--by", "Người Mẫu Gửi", *arguments]):
        assert main(["--data", str(folder), "--today", "2019-09-19", *command]) == 0
    return folder


@pytest.fixture(scope="session")
def _sent_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _send_once(tmp_path_factory)


@pytest.fixture(scope="session")
def _sent_whole_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _send_once(tmp_path_factory, "--with-records")


@pytest.fixture
def sent(_sent_once: Path, folder: Path) -> Path:
    """The folder of ``nhomtre``, with the worked example sent as revision 1; the folder of its files."""
    shutil.copytree(_sent_once, folder)
    return folder / "exports" / "2019-2020" / "ban-1"


@pytest.fixture
def sent_whole(_sent_whole_once: Path, folder: Path) -> Path:
    """The same, sent with its records."""
    shutil.copytree(_sent_whole_once, folder)
    return folder / "exports" / "2019-2020" / "ban-1"


def on_disk(folder: Path) -> dict[str, bytes]:
    """Every file below *folder* with its bytes; folders with none."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }


def stored(folder: Path) -> dict[str, bytes]:
    """What is kept, but for lock and notes of a writer that is gone and main files folded meanwhile."""
    return {
        name: data
        for name, data in on_disk(folder).items()
        if not name.endswith((".lock", ".head", ".checked", ".handovers", "2019-2020.json"))
        and "backups/2019-2020.0" not in name
    }


def state(folder: Path) -> tuple[str, int]:
    with Store(folder).open(SchoolYear(2019), write=False) as session:
        return session.dossier.content.state, session.dossier.content.last_sent


def code_of(files: Path) -> str:
    code: str = json.loads(next(files.glob("*.json")).read_text("utf-8"))["check_code"]
    return code
