"""The command line is one contract: every command answers the same mistake with the same exit status, in Vietnamese."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from exports.reading.workbook_reader import read_workbook
from tests.tui.cli.conftest import Command, in_a_process, on_disk
from tests.unprivileged import as_everyone_reads
from tui.cli.command_registry import COMMANDS
from tui.cli.parser import _parser
from tui.jobs.sessions.exit_status import ExitStatus

pytestmark = pytest.mark.slow

READING = {
    "import": ["import", "{file}"],
    "import to look": ["import", "--dry-run", "{file}"],
    "fill": ["fill", "{file}"],
    "compare": ["compare", "{file}"],
    "answer": ["answer", "{file}"],
    "restore": ["restore", "--yes", "{file}"],
    "verify": ["verify", "{file}"],
    "verify for a program": ["verify", "--json", "{file}"],
    "combine": ["combine", "{file}"],
    "combine for a program": ["combine", "--json", "{file}"],
}
"""Commands that read a file."""
WRITING = {
    "pdf": (["export", "pdf"], {".pdf"}),
    "xlsx": (["export", "xlsx"], {".xlsx"}),
    "rosters": (["export", "rosters"], {".xlsx"}),
    "blank rosters": (["export", "rosters", "--blank"], {".xlsx"}),
    "json": (["export", "json"], {".json"}),
    "missing": (["export", "missing"], {".txt", ".xlsx"}),
    "portal": (["export", "portal"], {".pdf"}),
    "fill": (["fill", "{template}"], {".xlsx"}),
    "combine": (["combine", "{package}"], {".xlsx", ".pdf"}),
}
"""Commands that write one, and what its name may end in."""
ENDINGS = (".json", ".xlsx", ".pdf", ".txt", ".csv", ".docx", "")
ENGLISH = re.compile(
    r"\b(kind|file|missing|error|invalid|argument|usage|expected|required|choose|None|Errno)\b"
)


def _unreadable(path: Path) -> None:
    path.write_bytes(b"{}")
    path.chmod(0)


NOT_READ: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: None,
    "below a file": lambda path: path.parent.rmdir() or path.parent.write_bytes(b"{}"),  # type: ignore[func-returns-value]
    "unreadable": _unreadable,
    "a name too long": lambda path: None,
}


@pytest.mark.parametrize("ending", [".json", ".xlsx", ".csv", ""])
@pytest.mark.parametrize("kind", NOT_READ)
@pytest.mark.parametrize("command", READING)
def test_what_cannot_be_read_is_3_everywhere(
    nhomtre: Command, sent: Path, folder: Path, tmp_path: Path, command: str, kind: str, ending: str
) -> None:
    name = ("n" * 300 if kind == "a name too long" else "given") + ending
    path = tmp_path / "in" / name
    path.parent.mkdir()
    NOT_READ[kind](path)
    before = on_disk(folder).keys()
    with as_everyone_reads():
        run = nhomtre(*(word.format(file=path) for word in READING[command]))
    expected = ExitStatus.NOT_READ_OR_WRITTEN
    if kind == "unreadable" and command.startswith("combine") and ending not in (".json", ".xlsx"):
        expected = ExitStatus.REFUSED  # by its name it is nothing that would be read
    assert run.status == expected, run
    assert run.err
    assert not ENGLISH.search(run.err), run.err
    assert on_disk(folder).keys() == before


def test_a_file_that_is_not_there_among_many_is_3_and_the_others_are_added(
    nhomtre: Command, sent: Path, tmp_path: Path
) -> None:
    run = nhomtre("combine", str(sent), str(tmp_path / "missing.json"), "--json")
    assert run.status == ExitStatus.NOT_READ_OR_WRITTEN
    assert len(run.json["facilities"]) == 1


@pytest.mark.parametrize("command", [name for name in READING if not name.startswith("combine")])
def test_a_folder_instead_of_a_file_is_3(nhomtre: Command, sent: Path, tmp_path: Path, command: str) -> None:
    assert nhomtre(*(word.format(file=tmp_path) for word in READING[command])).status == 3


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", "Kính gửi phụ huynh\n".encode()])
@pytest.mark.parametrize("ending", [".json", ".xlsx", ""])
@pytest.mark.parametrize("command", READING)
def test_what_stands_in_a_file_is_refused_with_1(
    nhomtre: Command, sent: Path, tmp_path: Path, command: str, ending: str, content: bytes
) -> None:
    path = tmp_path / f"given{ending}"
    path.write_bytes(content)
    run = nhomtre(*(word.format(file=path) for word in READING[command]))
    assert run.status == ExitStatus.REFUSED, run
    assert run.err
    assert not ENGLISH.search(run.err), run.err


@pytest.fixture
def given(nhomtre: Command, sent: Path, tmp_path: Path) -> dict[str, str]:
    """What commands that write a file read."""
    template = tmp_path / "template.xlsx"
    assert nhomtre("export", "rosters", "--blank", "-o", str(template)).status == 0
    return {"template": str(template), "package": str(next(sent.glob("*.json")))}


@pytest.mark.parametrize("command", WRITING)
def test_a_name_that_would_not_say_what_is_in_the_file_is_2_and_nothing_is_written(
    nhomtre: Command, given: dict[str, str], tmp_path: Path, command: str
) -> None:
    words, right = WRITING[command]
    words = [word.format(**given) for word in words]
    for ending in ENDINGS:
        path = tmp_path / f"someone-elses{ending}"
        path.write_bytes(b"theirs")
        if ending in right:
            continue
        run = nhomtre(*words, "-o", str(path))
        assert (run.status, run.out) == (ExitStatus.WRONG_ARGUMENTS, ""), run
        assert "phải kết thúc bằng" in run.err
        assert len(run.err.splitlines()) == 1
        assert path.read_bytes() == b"theirs"


@pytest.mark.parametrize("command", WRITING)
def test_a_right_name_is_written_whatever_its_case(
    nhomtre: Command, given: dict[str, str], tmp_path: Path, command: str
) -> None:
    words, right = WRITING[command]
    path = tmp_path / f"ours{max(right).upper()}"
    assert nhomtre(*(word.format(**given) for word in words), "-o", str(path)).status == 0
    assert path.stat().st_size > 100


@pytest.mark.parametrize(
    "place",
    ["2019-2020.json", "backups/2019-2020.001.json", "exports/2019-2020/ban-1/x.json", "../data/moi.json"],
)
def test_what_the_program_keeps_is_never_written_over(
    nhomtre: Command, sent: Path, folder: Path, place: str
) -> None:
    before = on_disk(folder)
    run = nhomtre("export", "json", "-o", str(folder / place))
    assert run.status == ExitStatus.REFUSED, run
    assert "chỗ giữ hồ sơ" in run.err
    assert on_disk(folder) == before
    assert nhomtre("export", "json", "-o", str(folder / "exports" / "goi.json")).status == ExitStatus.DONE


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Makes bytes what comes by standard input."""

    def pipe(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return pipe


def test_a_package_and_a_list_come_by_standard_input(
    nhomtre: Command, folder: Path, example: dict[str, Any], piped: Callable[[bytes], None]
) -> None:
    piped(json.dumps(example).encode())
    assert nhomtre("import", "-").status == 0
    piped("Họ và tên;Ngày sinh;Giới tính\nTrần Thị Mẫu;7/5/2016;Nữ\n".encode())
    run = nhomtre("import", "-")
    assert run.status == 0, run
    piped(b"")
    assert nhomtre("import", "-").status == ExitStatus.REFUSED
    assert any(child["name"] == "Trần Thị Mẫu" for child in json.loads(_exported(nhomtre))["children"])


def _exported(nhomtre: Command) -> bytes:
    return Path(nhomtre("export", "json").out.strip()).read_bytes()


def test_a_workbook_comes_by_standard_input_and_nothing_of_it_stays(
    nhomtre: Command,
    given: dict[str, str],
    piped: Callable[[bytes], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    book = Workbook()
    book.worksheets[0].append(["Họ và tên", "Ngày sinh"])
    file = io.BytesIO()
    book.save(file)
    piped(file.getvalue())
    assert nhomtre("import", "-").status == ExitStatus.REFUSED, "no row in it"
    piped(Path(given["template"]).read_bytes())
    path = Path(nhomtre("fill", "-").out.strip())
    assert path.suffix == ".xlsx"
    piped(Path(given["package"]).read_bytes())
    assert nhomtre("verify", "-").status == 0
    piped(b"{}")
    assert nhomtre("answer", "-").status == ExitStatus.REFUSED
    assert list(scratch.iterdir()) == []


def test_fill_gives_the_file_itself_to_standard_output(
    nhomtre: Command, given: dict[str, str], tmp_path: Path, folder: Path
) -> None:
    run = in_a_process(folder, "fill", given["template"], "-o", "-")
    assert run.returncode == 0
    (tmp_path / "out.xlsx").write_bytes(run.stdout)
    assert read_workbook(tmp_path / "out.xlsx").sheets


def test_blank_rosters_need_no_dossier(nhomtre: Command, folder: Path, tmp_path: Path) -> None:
    assert nhomtre("export", "rosters").status == 3
    path = tmp_path / "trong.xlsx"
    assert nhomtre("export", "rosters", "--blank", "-o", str(path)).status == 0
    assert len(read_workbook(path).sheets) >= 3
    assert len(nhomtre("export", "rosters", "--blank").out.splitlines()) == 3
    assert not list(folder.glob("2019*"))


@pytest.mark.parametrize("kind", ["pdf", "json", "missing"])
def test_blank_goes_with_rosters_only(nhomtre: Command, kind: str) -> None:
    run = nhomtre("export", kind, "--blank")
    assert (run.status, run.out) == (ExitStatus.WRONG_ARGUMENTS, "")
    assert "rosters" in run.err


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_no_word_of_argparse_is_said(
    nhomtre: Command, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # «--data=zz» is a folder here
    own = _parser([command])._subparsers._group_actions[0].choices[command]  # type: ignore[union-attr,index]
    options = [option for action in own._actions for option in action.option_strings]
    tries: list[list[str]] = [[], ["--zz"], ["x"] * 9, *([option] for option in options)]
    tries += [[f"{option}=zz"] for option in options if option.startswith("--")]
    for words in tries:
        run = nhomtre(command, *words)
        if run.status == ExitStatus.WRONG_ARGUMENTS:
            told = re.sub(r"'[^']*'|--?\w[\w-]*", "", run.err)
            assert not ENGLISH.search(told), (words, run.err)
            assert run.err.startswith(("Gõ sai lệnh: ", "Go sai lenh: "))
