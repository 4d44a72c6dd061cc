"""``--restricted``: the folder is the one that is named, only the desk runs in it, and whatever else is asked is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from forms.store.system import named_paths
from tui.cli.main import main
from tui.jobs.sessions.exit_status import ExitStatus
from tui.texts import command_line_words

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _free(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shut in is so until the end of its process: here, of the test."""
    monkeypatch.setattr(named_paths, "_walls", [])
    monkeypatch.delenv("SSH_ORIGINAL_COMMAND", raising=False)


@pytest.mark.parametrize(
    "more",
    [
        ["check"],
        ["export", "pdf", "-o", "/tmp/a.pdf"],
        ["kit", "/tmp"],
        ["--data", "/tmp"],
        ["--office", "/tmp"],
        ["--data", "/tmp", "--linear"],
    ],
)
def test_it_goes_with_no_command_and_no_other_folder(
    more: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--restricted", str(folder), *more])
    assert left.value.code == ExitStatus.WRONG_ARGUMENTS
    assert command_line_words.RESTRICTED_ALONE in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize("order", ["before", "after"])
def test_it_is_no_option_of_a_command(order: str, folder: Path) -> None:
    given = ["--restricted", str(folder)]
    with pytest.raises(SystemExit) as left:
        main([*given, "check"] if order == "before" else ["check", *given])
    assert left.value.code == ExitStatus.WRONG_ARGUMENTS


@pytest.mark.parametrize("line", [[], ["--linear"]])
@pytest.mark.parametrize("command", ["sh", "internal-sftp", "scp -t /", "nhomtre --data /tmp check"])
def test_a_command_of_the_client_is_refused_in_a_sentence(
    command: str,
    line: list[str],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", command)
    assert main(["--restricted", str(folder), *line]) == ExitStatus.REFUSED
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", command_line_words.RESTRICTED_COMMAND + "\n")
    assert not folder.exists()


def test_without_a_terminal_it_says_how_to_come_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--restricted", str(folder)]) == ExitStatus.REFUSED
    assert capsys.readouterr().err == command_line_words.RESTRICTED_NEEDS_SCREEN + "\n"


def test_a_folder_that_cannot_be_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert main(["--restricted", str(tmp_path / "file" / "x"), "--linear"]) == ExitStatus.NOT_READ_OR_WRITTEN
    assert "người quản trị" in capsys.readouterr().err


@pytest.mark.slow
def test_in_lines_it_works_in_its_folder_whatever_the_environment_says(tmp_path: Path) -> None:
    link, folder, other = tmp_path / "link", tmp_path / "account", tmp_path / "other"
    link.symlink_to(folder)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tui.cli",
            "--restricted",
            link,
            "--demo",
            "--linear",
            "--today",
            "2019-09-19",
        ],
        input="/f10\n/esc\n/thoat\n",
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NHOMTRE_HOME": str(other)},
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert {path.name for path in folder.iterdir()} >= {"exports", named_paths.ARRIVALS, "tap-huan"}
    assert not other.exists()
