"""``nhomtre combine``: packages and workbooks of many facilities added up, from the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exports.district.arriving.examination import WORTH, default_workers
from exports.district.inbox import collect
from forms.model.values import loads
from forms.package.answers import Answer
from forms.sets.mn2019.tables import TABLES
from tests.builders import example_package, package_bytes
from tests.exports.arriving import naive_cells, put, sent_package, workbook_of
from tests.exports.conftest import TODAY
from tests.exports.processes.test_launching import is_gone
from tests.exports.report_books import with_broken_totals
from tests.tui.cli.conftest import Command, in_a_process


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """Four reports: three sent packages and a workbook."""
    folder = tmp_path / "gửi đến"
    for seed in (1, 2, 3):
        put(folder, f"{seed}.json", sent_package(seed))
    put(folder, "4.xlsx", workbook_of(4))
    return folder


@pytest.mark.slow
def test_the_json_tells_tables_facilities_and_what_was_refused(nhomtre: Command, sent: Path) -> None:
    run = nhomtre("combine", str(sent), "--json")
    assert run.status == 0
    assert list(run.json) == ["school_year", "tables", "facilities", "refused"]
    assert (run.json["school_year"], run.json["refused"]) == ("2019-2020", [])
    wanted: dict[tuple[str, str, str], Any] = {}
    for seed in (1, 2, 3, 4):
        for place, value in naive_cells(sent_package(seed)).items():
            wanted[place] = wanted.get(place, 0) + value
    found = {
        (table, row, column): value
        for table, rows in loads(run.out)["tables"].items()
        for row, cells in rows.items()
        for column, value in cells.items()
    }
    assert found == wanted
    first, last = run.json["facilities"][0], run.json["facilities"][-1]
    assert first == {
        "file": str(sent / "1.json"),
        "code": "79760001",
        "name": "Nhóm trẻ Mẫu 1",
        "revision": 1,
        "state": "sent",
        "sent_at": "2019-09-19T14:05:00",
        "check_code": first["check_code"],
        "code_right": True,
        "errors": first["errors"],
        "warnings": first["warnings"],
        "missing": first["missing"],
    }
    assert (last["file"], last["state"], last["missing"]) == (str(sent / "4.xlsx"), None, None)


def test_one_file_of_the_documentation_is_its_own_sum(nhomtre: Command, tmp_path: Path) -> None:
    path = put(tmp_path, "a.json", package_bytes(example_package()))
    run = nhomtre("combine", str(path), "--json")
    assert run.status == 0
    assert nhomtre("import", str(path)).status == 0
    assert nhomtre("tables", "--json").json == run.json["tables"]


@pytest.mark.slow
def test_a_workbook_whose_totals_ended_in_errors_is_added_up_and_told_once(
    nhomtre: Command, tmp_path: Path
) -> None:
    whole = put(tmp_path / "một", "4.xlsx", workbook_of(4))
    broken = put(tmp_path / "hai", "4.xlsx", with_broken_totals(whole.read_bytes(), "Phòng học"))
    first, second = (nhomtre("combine", str(path), "--json") for path in (whole, broken))
    assert second.status == 0
    assert json.loads(second.out)["tables"] == json.loads(first.out)["tables"]
    assert nhomtre("combine", str(broken)).out.count("đã cộng lại từ các ô thành phần") == 1


@pytest.mark.slow
def test_what_is_refused_is_told_and_the_status_is_1(nhomtre: Command, sent: Path) -> None:
    put(sent, "5.json", sent_package(5)[:1000])
    run = nhomtre("combine", str(sent), "--json")
    assert run.status == 1
    assert [each["file"] for each in run.json["refused"]] == [str(sent / "5.json")]
    assert "JSON" in run.json["refused"][0]["reason"]
    assert "cộng 4 cơ sở; 1 tệp không cộng" in run.err


@pytest.mark.slow
def test_people_read_tables_and_a_list(nhomtre: Command, sent: Path) -> None:
    put(sent, "danh-sach.txt", b"79760001 A\n79761234 Vang\n")
    os.truncate(put(sent, "6.json", b""), 2_000_000_000)
    run = nhomtre("combine", str(sent))
    assert run.status == 1
    assert all(table.title.upper() in run.out for table in TABLES)
    assert f"  {sent / '6.json'}: tệp nặng 2000 MB, nhiều nhất là 10 MB\n" in run.out
    assert "  79761234 Vang\n" in run.out
    line = next(line for line in run.out.splitlines() if "Nhóm trẻ Mẫu 2" in line)
    assert line.split()[:5] == ["79760002", "1", "Đã", "gửi", line.split()[4]]
    assert "Kiểm tra số tổng hợp" in run.err


@pytest.mark.slow
def test_the_office_s_answers_give_the_state_and_what_is_approved(nhomtre: Command, sent: Path) -> None:
    found = collect([sent], TODAY)
    first = found.summands[0]
    answer = Answer(
        first.form.answers["approve"], "2019-09-22T09:00:00+07:00", "Phòng Mẫu", "", first.revision
    )
    found.answers.give(first, answer)
    states = [each["state"] for each in nhomtre("combine", str(sent), "--json").json["facilities"]]
    assert states == ["approved", "sent", "sent", None]
    run = nhomtre("combine", str(sent / "1.json"), str(sent / "2.json"), "--json", "--approved")
    assert run.status == 1
    assert [each["code"] for each in run.json["facilities"]] == ["79760001"]
    assert [each["reason"] for each in run.json["refused"]] == ["Đã gửi: chỉ cộng báo cáo đã duyệt"]


@pytest.mark.slow
def test_it_needs_no_dossier_and_makes_none(nhomtre: Command, sent: Path, folder: Path) -> None:
    assert nhomtre("combine", str(sent)).status == 0
    assert not folder.exists()


@pytest.mark.slow
def test_the_year_that_is_asked_is_meant(nhomtre: Command, sent: Path) -> None:
    run = nhomtre("combine", str(sent), "--json", "--year", "2020-2021")
    assert run.status == 1
    assert (run.json["facilities"], run.json["tables"]["T1"]) == ([], {})
    assert {each["reason"] for each in run.json["refused"]} == {
        "của năm học 2019-2020, không phải năm học 2020-2021"
    }
    assert "Không có báo cáo nào để cộng" in run.err


@pytest.mark.slow
def test_the_progress_list_and_the_sum_are_written(nhomtre: Command, sent: Path, tmp_path: Path) -> None:
    out = {name: str(tmp_path / name) for name in ("ds.xlsx", "tong.xlsx", "tong.PDF")}
    run = nhomtre("combine", str(sent), "--json", "-o", out["tong.xlsx"], "--progress-list", out["ds.xlsx"])
    assert run.status == 0
    assert json.loads(run.out)
    assert nhomtre("combine", str(sent), "-o", out["tong.PDF"]).status == 0
    assert load_workbook(out["ds.xlsx"]).worksheets[0].max_row == 6
    assert [table.sheet.title for table in TABLES] == load_workbook(out["tong.xlsx"]).sheetnames[
        : len(TABLES)
    ]
    assert Path(out["tong.PDF"]).read_bytes().startswith(b"%PDF-")
    again = nhomtre("combine", str(sent), out["tong.xlsx"], out["ds.xlsx"], "--json")
    assert [Path(each["file"]).name for each in again.json["refused"]] == ["ds.xlsx", "tong.xlsx"]


@pytest.mark.parametrize(
    "arguments", [(), ("a", "-o", "b.txt"), ("a", "-o", "-"), ("a", "--progress-list", "b.pdf"), ("",)]
)
def test_wrong_arguments_are_told(nhomtre: Command, arguments: tuple[str, ...]) -> None:
    run = nhomtre("combine", *arguments)
    assert run.status == 2
    assert run.err.startswith("Gõ sai lệnh: ")


@pytest.mark.slow
def test_a_place_that_cannot_be_written_is_told_after_the_sum(nhomtre: Command, sent: Path) -> None:
    run = nhomtre("combine", str(sent), "--json", "-o", str(sent / "1.json" / "x.xlsx"))
    assert run.status == 3
    assert run.json["school_year"] == "2019-2020"
    assert "Không ghi được" in run.err


def test_a_sum_of_nothing_is_not_written(nhomtre: Command, tmp_path: Path) -> None:
    run = nhomtre("combine", str(tmp_path / "none"), "--json", "-o", str(tmp_path / "x.xlsx"))
    assert run.status == 3
    assert run.json["school_year"] is None
    assert "không tìm thấy tệp hoặc thư mục này" in run.json["refused"][0]["reason"]
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.slow
def test_many_files_in_a_process_of_its_own(tmp_path: Path, folder: Path) -> None:
    for seed in range(20):
        put(tmp_path / "in", f"{seed}.json", sent_package(seed))
    run = in_a_process(folder, "combine", str(tmp_path / "in"), "--json")
    assert run.returncode == 0
    assert len(json.loads(run.stdout)["facilities"]) == 20
    assert b"Traceback" not in run.stderr


@pytest.mark.slow
def test_no_process_is_left_when_it_is_killed(tmp_path: Path, folder: Path) -> None:
    for number in range(WORTH):
        put(tmp_path / "in", f"{number}.json", sent_package(1))
    command = [
        sys.executable,
        "-m",
        "tui.cli",
        "--data",
        str(folder),
        "combine",
        str(tmp_path / "in"),
        "--json",
    ]
    read, write = os.openpty()  # progress is told to a terminal only
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=write, cwd=Path(__file__).parents[3]
    ) as process:
        os.close(write)
        progress = b""
        while f"/{WORTH}".encode() not in progress:
            progress += os.read(read, 100)
        started = [
            int(pid)
            for listed in Path(f"/proc/{process.pid}/task").glob("*/children")
            for pid in listed.read_text().split()
        ]
        process.kill()
        process.wait()
        os.close(read)
    assert len(started) == default_workers() or default_workers() == 1
    assert all(map(is_gone, started))
