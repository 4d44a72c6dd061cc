"""The floors know only those below them: import-linter carries out the contracts of ``pyproject.toml``."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.house import PACKAGES, ROOT

CONTRACTS = ("layers", "forms", "exports", "tui", "cli", "pages", "circles")


def settings() -> dict[str, object]:
    read: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]
    return read


def lint(folder: Path, contract: str | None = None) -> subprocess.CompletedProcess[str]:
    chosen = ["--contract", contract] if contract else []
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache", *chosen],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_every_contract_is_kept() -> None:
    run = lint(ROOT)
    assert run.returncode == 0, run.stdout


def test_no_contract_was_dropped_and_none_has_an_exception() -> None:
    read = settings()
    contracts = read["contracts"]
    assert isinstance(contracts, list)
    assert tuple(contract["id"] for contract in contracts) == CONTRACTS
    assert tuple(read["root_packages"]) == PACKAGES  # type: ignore[arg-type]
    assert [contract["id"] for contract in contracts if "ignore_imports" in contract] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("contract", "file", "line"),
    [
        ("layers", "forms/model/text.py", "import exports"),
        ("forms", "forms/model/text.py", "from forms.store import journal"),
        ("exports", "exports/layout/__init__.py", "from exports.district import arrivals"),
        ("tui", "tui/jobs/__init__.py", "from tui.desk import desk"),
        ("cli", "tui/cli/main.py", "from tui.pages import registry"),
        ("pages", "tui/pages/help/__init__.py", "from tui.pages import rolling"),
        ("circles", "forms/model/text.py", "from forms.model import values"),
    ],
)
def test_each_contract_breaks_when_its_wall_is_broken(
    contract: str, file: str, line: str, tmp_path: Path
) -> None:
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            copy = tmp_path / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    target = tmp_path / file
    # inside a function: a late import is an import
    target.write_text(f"{target.read_text('utf-8')}\n\ndef _late() -> None:\n    {line}\n", "utf-8")
    assert lint(tmp_path, contract).returncode == 1
