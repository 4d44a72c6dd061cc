"""The desk in lines: a script that reads lines only finishes the worked example."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.roster import SchoolYear
from forms.sets.mn2019.form import FORM
from forms.store.store import Store
from tests.builders import example_package, package_bytes
from tests.tui.cli.conftest import in_a_process
from tui.jobs.workspace import Workspace
from tui.terminal.linear.linear_desk import LONGEST_LINE, run

pytestmark = pytest.mark.slow

YEAR = SchoolYear(2019)
ROOMS = example_package()["cells"]["T4"]


def unfinished() -> dict[str, Any]:
    """The worked example before its rooms, two names, a day and a class were typed."""
    package = example_package()
    del package["cells"]
    del package["facility"]["head_name"]
    package["children"][2].pop("class_code")
    package["children"][4]["birth_date"] = {"typed": "31/02/2016"}
    del package["staff"][1]["name"]
    return package


class Reader:
    """Somebody who reads lines and knows what stands on paper."""

    def __init__(self) -> None:
        whole = example_package()
        self.paper = {
            "Họ và tên hiệu trưởng (chủ nhóm, lớp)": whole["facility"]["head_name"],
            "Mã lớp": whole["children"][2]["class_code"],
            "Ngày sinh": "-".join(reversed(whole["children"][4]["birth_date"].split("-"))),
            "Họ tên": whole["staff"][1]["name"],
        }
        table = FORM.table_by_id["T4"]
        self.rooms = {
            (row, table.column_by_key[column].measure_title): figure
            for row, cells in ROOMS.items()
            for column, figure in cells.items()
        }
        self.has_taken = self.is_through = False

    def answer(self, told: list[str]) -> str:
        """The line to type after what was told."""
        question = told[-1]
        assert question.startswith("? ")
        self.is_through = self.is_through or any("Đã qua mọi ô" in line for line in told)
        if self.is_through:
            return self.after_all(told)
        parts = question.removeprefix("? ").split(" · ")
        wrong = any(line.startswith("LỖI") for line in told)
        if wrong and parts[0] in self.paper:
            return str(self.paper[parts[0]])
        row = re.match(r"mã (\d+) ", parts[0])
        if row and (figure := self.rooms.get((row[1], parts[1]))) is not None and parts[-1] == "trống":
            return str(figure)
        return ""

    def after_all(self, told: list[str]) -> str:
        if "Thoát?" in told[-1]:
            return "c"
        if not self.has_taken:
            self.has_taken = True
            return "/lay du lieu"
        return "" if any("Enter: lấy dữ liệu" in line for line in told) else "/thoat"


def conversation(folder: Path, lines: list[str], place: str | None = None) -> tuple[int, list[str]]:
    """What a session on *folder* tells when those lines are typed."""
    rest, told = iter(lines), list[str]()
    workspace = Workspace(folder, chosen_year=YEAR)
    status = run(workspace, place, lambda: next(rest, None), told.extend)
    return status, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def fill(folder: Path, package: dict[str, Any]) -> None:
    path = folder.parent / "a.json"
    path.write_bytes(package_bytes(package))
    done = in_a_process(folder, "import", str(path))
    assert done.returncode == 0, done.stderr.decode()


@contextmanager
def linear_process(folder: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    command = [
        sys.executable,
        "-m",
        "tui.cli",
        "--data",
        str(folder),
        "--today",
        "2019-09-19",
        "--linear",
        *more,
    ]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=Path(__file__).parents[4],
    ) as process:
        yield process


def until_question(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    told: list[str] = []
    while not told or not told[-1].startswith("? "):
        line = process.stdout.readline()
        assert line, told
        told.append(line.rstrip("\n"))
    return told


@pytest.mark.slow
def test_a_script_that_reads_lines_finishes_the_worked_example(folder: Path) -> None:
    fill(folder, unfinished())
    assert in_a_process(folder, "check").returncode == 1
    reader = Reader()
    with linear_process(folder) as process:
        assert process.stdin is not None
        for _ in range(2000):
            line = reader.answer(until_question(process))
            process.stdin.write(line + "\n")
            process.stdin.flush()
            if line == "c":
                break
        assert process.wait(30) == 0
    checked = in_a_process(folder, "check", "--json")
    assert [issue for issue in json.loads(checked.stdout) if issue["severity"] == "error"] == []
    tables = json.loads(in_a_process(folder, "tables", "--json").stdout)
    expected = folder.parent / "whole"
    fill(expected, example_package())
    assert tables == json.loads(in_a_process(expected, "tables", "--json").stdout)


def started(folder: Path) -> None:
    fill(folder, example_package())


def test_nothing_but_questions_wait(folder: Path) -> None:
    started(folder)
    lines = [
        "/?",
        "/xem",
        "/lai",
        "/menu",
        "/esc",
        "/ve",
        "/tim",
        "Mẫu",
        "/children",
        "",
        "",
        "/tiep",
        "/f9",
        "4",
        "/esc",
    ]
    rest = iter(lines)
    told: list[list[str]] = []
    asked: list[int] = []

    def read() -> str | None:
        asked.append(len(told))
        return next(rest, None)

    workspace = Workspace(folder, chosen_year=YEAR)
    assert run(workspace, None, read, lambda some: told.append(list(some))) == 0
    assert len(asked) == len(lines) + 1
    for answer in told[1:]:
        assert answer[-1].startswith("? "), answer
        assert sum(line.startswith("? ") for line in answer) == 1
        assert all("\n" not in line for line in answer)


def test_a_value_is_kept_told_and_taken_back(folder: Path) -> None:
    started(folder)
    status, told = conversation(folder, ["31/02/2016", "/len"], "children/c0003/birth_date")
    assert status == 0
    assert any("không phải ngày hợp lệ" in line for line in told)
    status, told = conversation(folder, ["/hoan tac", "/lai"], "children/c0003/birth_date")
    assert "? Ngày sinh · 10/01/2017" in told[-1]


def test_a_code_is_chosen_from_its_list(folder: Path) -> None:
    started(folder)
    _, told = conversation(folder, ["/mo", "tày"], "children/c0003/ethnicity")
    assert any(line.startswith("  01 · Kinh") for line in told)
    _, told = conversation(folder, [], "children/c0003/ethnicity")
    assert "Tày" in told[-1]


def test_a_line_looks_for_itself_whatever_was_looked_for_before(folder: Path) -> None:
    started(folder)
    _, told = conversation(folder, ["/mo", "zzz", "tày"], "children/c0003/ethnicity")
    assert any("zzz" in line for line in told)
    _, told = conversation(folder, [], "children/c0003/ethnicity")
    assert "Tày" in told[-1]
    _, told = conversation(folder, ["zzz", "thach"], "staff")
    assert told[-1].startswith("? ")
    assert "zzzthach" not in "".join(told)


def test_a_line_takes_the_place_of_what_a_question_proposes(folder: Path) -> None:
    started(folder)
    place = "T4.203:TU_THUC.permanent"
    for line, left in (("một", "một"), ("hai", "hai"), ("", "hai")):
        conversation(folder, ["/ctrl+t", line], place)
        _, told = conversation(folder, ["/ctrl+t"], place)
        assert told[-1].endswith(f": {left}"), told[-1]
    _, told = conversation(folder, ["/ctrl+t", "/bo", "", "/ctrl+t"], place)
    assert told[-1].endswith(":")


@pytest.mark.parametrize("line", ["abc", "99", "0", "1 2", "../1"])
@pytest.mark.parametrize("order", ["/esc", "/menu"])
def test_what_is_no_number_of_a_line_opens_none(folder: Path, line: str, order: str) -> None:
    started(folder)
    _, before = conversation(folder, [order])
    _, told = conversation(folder, [order, line])
    assert told[: len(before)] == before
    assert told[-1] == before[-1]
    _, told = conversation(folder, ["/esc", "4"])
    assert any(said.startswith("HỒ SƠ NHÂN SỰ") for said in told)


def test_a_question_mark_alone_asks_for_help(folder: Path) -> None:
    started(folder)
    _, told = conversation(folder, [" ? "], "children/c0003/name")
    assert any("/tiep" in line for line in told)
    _, told = conversation(folder, [], "children/c0003/name")
    assert not told[-1].endswith("?")


def test_lines_of_a_file_of_windows_are_the_same_lines(folder: Path) -> None:
    started(folder)
    with linear_process(folder, "--at", "T4.203:TU_THUC.permanent") as process:
        told, _ = process.communicate("\ufeff/menu\r\n/esc\r\n4\r\n")
    assert "MENU" in told.splitlines()
    assert "Không có lệnh" not in told
    assert (
        Store(folder)
        .open(YEAR, write=False)
        .dossier.content.value(("cells", "T4", "203", "TU_THUC.permanent"))
        == 4
    )


def test_an_answer_may_begin_with_a_stroke(folder: Path) -> None:
    started(folder)
    conversation(folder, ["//12 Đường Mẫu"], "facility/address")
    _, told = conversation(folder, [], "facility/address")
    assert "/12 Đường Mẫu" in told[-1]


@pytest.mark.parametrize(
    "line",
    ["\x1b[2J", "\x00\x07", "x" * (LONGEST_LINE + 1), "/", "/zz", "/\x1b", "\u202eabc", "/ctrl+q", "‹f10›"],
)
def test_a_hostile_line_is_at_most_a_wrong_value(folder: Path, line: str) -> None:
    started(folder)
    before = Store(folder).open(YEAR, write=False).dossier.content
    status, told = conversation(folder, [line], "T4.203:TU_THUC.permanent")
    assert status == 0
    assert told[-1].startswith("? ")
    after = Store(folder).open(YEAR, write=False).dossier.content
    assert after.records("children") == before.records("children")
    typed = after.value(("cells", "T4", "203", "TU_THUC.permanent"))
    assert typed is None or str(typed).isprintable()


def test_a_new_report_is_begun_in_lines(folder: Path) -> None:
    _, told = conversation(folder, ["", "/thoat", "c"])
    assert told[0].startswith("Chế độ từng dòng")
    assert told[-1].startswith("? ")


def test_a_second_session_only_looks(folder: Path) -> None:
    started(folder)
    with Store(folder).open(YEAR, write=True):
        status, told = conversation(folder, ["5"], "T4.203:TU_THUC.permanent")
    assert status == 0
    assert any("đang mở" in line for line in told)


def test_it_goes_with_no_command(folder: Path) -> None:
    done = in_a_process(folder, "--linear", "check")
    assert done.returncode == 2
    assert "--linear" in done.stderr.decode()
