"""The training copy on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.cli.conftest import Command, in_a_process


def test_the_training_copy_is_made_when_first_asked_for(folder: Path, nhomtre: Command) -> None:
    run = nhomtre("--demo", "check", "--json")
    assert run.status == 0
    assert [issue["rule"] for issue in run.json] == ["W09.112", "W20.162", "W40"]
    assert (folder / "tap-huan" / "2019-2020.json").exists()
    assert not (folder / "2019-2020.json").exists()


@pytest.mark.slow
def test_its_day_is_the_day_of_the_training(folder: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "tui.cli",
            "--data",
            str(tmp_path / "d"),
            "--demo",
            "export",
            "json",
            "-o",
            "-",
        ],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert b'"taken_at": "2019-09-19T' in run.stdout


def test_reset_makes_it_again(folder: Path, nhomtre: Command, tmp_path: Path) -> None:
    first = nhomtre("--demo", "tables", "--json").out
    emptied = tmp_path / "p.json"
    emptied.write_text(
        '{"format": "nhomtre/1", "school_year": "2019-2020", "facility": {"code": "79761099"}}'
    )
    assert nhomtre("--demo", "import", str(emptied)).status == 0
    assert nhomtre("--demo", "tables", "--json").out != first
    assert nhomtre("--demo", "--reset", "tables", "--json").out == first


def test_reset_helps_when_the_copy_is_damaged(folder: Path, nhomtre: Command) -> None:
    first = nhomtre("--demo", "tables", "--json").out
    for path in (folder / "tap-huan").rglob("*"):
        if path.is_file():
            path.write_bytes(b"x")
    assert nhomtre("--demo", "tables", "--json").status == 3
    run = nhomtre("--demo", "--reset", "tables", "--json")
    assert (run.status, run.out) == (0, first)


@pytest.mark.slow
def test_check_loads_no_heavy_library(folder: Path) -> None:
    import subprocess
    import sys

    program = (
        "import sys; from tui.cli.main import main; main(['--demo', '--data', sys.argv[1], 'check'])\n"
        "print([name for name in ('textual', 'fpdf', 'openpyxl', 'PIL', 'fontTools', 'segno') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert run.stdout.splitlines()[-1] == "[]"


@pytest.mark.slow
def test_a_second_look_needs_no_lock(folder: Path) -> None:
    assert in_a_process(folder, "--demo", "check").returncode == 0
    assert in_a_process(folder, "--demo", "tables").returncode == 0
