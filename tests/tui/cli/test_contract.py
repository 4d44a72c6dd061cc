"""The command line as scripts rely on it: JSON shapes, exit status, streams, places of options."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tui.cli.conftest import EXAMPLE, Command, in_a_process

PackageFile = Callable[[Any], str]


@pytest.fixture
def imported(nhomtre: Command, package_file: PackageFile, example: dict[str, Any]) -> Command:
    assert nhomtre("import", package_file(example)).status == 0
    return nhomtre


def test_the_example_gives_its_expected_cells(imported: Command) -> None:
    expected = json.loads(EXAMPLE.read_text("utf-8"))["expected"]
    tables = imported("tables", "--json").json
    found = {
        table: {key: nonzero for key, row in rows.items() if (nonzero := {c: n for c, n in row.items() if n})}
        for table, rows in tables.items()
        if table in expected
    }
    assert found == expected
    assert tables["T2"]["083"]["DAN_LAP.total"] == 0
    assert tables["T4"]["203"] == {
        "TONG.total": 1,
        "TONG.semi_permanent": 1,
        "TU_THUC.total": 1,
        "TU_THUC.semi_permanent": 1,
    }
    assert tables["T5"] == {}


def test_without_an_ownership_the_tables_are_told_to_be_empty(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any]
) -> None:
    del example["facility"]["ownership"]
    del example["cells"]
    nhomtre("import", package_file(example))
    run = nhomtre("tables")
    assert run.status == 0
    assert run.out.count("(chưa có số liệu)") == 5


def test_the_example_has_no_issue(imported: Command) -> None:
    run = imported("check", "--json")
    assert (run.status, run.json) == (0, [])


def test_an_issue_of_a_cell_and_one_of_a_record_have_their_places(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any]
) -> None:
    example["cells"]["T4"]["203"] = {"TU_THUC.permanent": -2}
    example["children"][2]["birth_date"] = "2016-02-31"
    nhomtre("import", package_file(example))
    run = nhomtre("check", "--json")
    assert run.status == 1
    cell = next(issue for issue in run.json if issue["rule"] == "E01")
    assert cell["message"].startswith("Biểu 4 (Phòng học), mã 203")
    assert {key: cell[key] for key in cell if key != "message"} == {
        "rule": "E01",
        "severity": "error",
        "table": "T4",
        "row": "203",
        "column": "TU_THUC.permanent",
        "record": None,
        "field": None,
    }
    record = next(issue for issue in run.json if issue["rule"] == "E52")
    assert (record["record"], record["field"], record["table"]) == ("children/c0003", "birth_date", None)
    assert "2016-02-31" in record["message"]


def test_derive_tells_nothing_after_an_import(imported: Command) -> None:
    run = imported("derive", "--json")
    assert (run.status, run.json) == (0, [])


def test_derive_tells_the_cells_that_change(imported: Command, folder: Path) -> None:
    from forms.dossier.roster import SchoolYear
    from forms.store.store import Store

    with Store(folder).open(SchoolYear(2019), write=True) as session:
        session.dossier.set(("children", "c0001", "sex"), "02")
    cells = imported("derive", "--json").json
    assert {"table": "T2", "row": "083", "column": "TU_THUC.female", "old": 2, "new": 3} in cells
    assert all(set(cell) == {"table", "row", "column", "old", "new"} for cell in cells)
    assert imported("derive", "--json").json == []


def test_before_the_first_take_tables_1_to_3_are_empty(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any]
) -> None:
    del example["facility"]["ownership"]
    nhomtre("import", package_file(example))
    tables = nhomtre("tables", "--json").json
    assert (tables["T1"], tables["T2"], tables["T3"]) == ({}, {}, {})
    run = nhomtre("derive", "--json")
    assert (run.status, run.json) == (0, [])
    assert "Loại hình" in run.err


@pytest.mark.slow
def test_options_stand_before_or_after_the_command(imported: Command, folder: Path) -> None:
    before = in_a_process(folder, "--year", "2019-2020", "tables", "--json")
    after = in_a_process(folder, "tables", "--json", "--year", "2019-2020", "--today", "2019-10-01")
    assert before.returncode == after.returncode == 0
    assert before.stdout == after.stdout


def test_the_folder_comes_from_the_option_then_the_environment(
    imported: Command, folder: Path, tmp_path: Path
) -> None:
    from tui.jobs.workspace import data_folder

    assert data_folder(str(folder)) == folder
    import os

    os.environ["NHOMTRE_HOME"] = str(tmp_path / "elsewhere")
    assert data_folder(None) == tmp_path / "elsewhere"
    assert data_folder(str(folder)) == folder


def test_data_goes_to_stdout_and_messages_to_stderr(imported: Command) -> None:
    run = imported("check")
    assert run.out == ""
    assert "không có lỗi" in run.err


def test_an_export_tells_the_path_that_it_wrote(imported: Command, folder: Path) -> None:
    run = imported("export", "json")
    path = Path(run.out.strip())
    assert path.parent == folder / "exports" / "2019-2020"
    assert json.loads(path.read_text("utf-8"))["format"] == "nhomtre/1"


@pytest.mark.slow
def test_an_export_to_stdout_is_the_file_alone(imported: Command, folder: Path) -> None:
    run = in_a_process(folder, "export", "json", "-o", "-")
    assert json.loads(run.stdout)["school_year"] == "2019-2020"


@pytest.mark.slow
def test_export_import_export_is_identical(imported: Command, folder: Path, tmp_path: Path) -> None:
    first = in_a_process(folder, "export", "json", "-o", "-").stdout
    path = tmp_path / "again.json"
    path.write_bytes(first)
    assert in_a_process(tmp_path / "other", "import", str(path)).returncode == 0
    assert in_a_process(tmp_path / "other", "export", "json", "-o", "-").stdout == first


def test_an_export_of_a_report_with_errors_is_done(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any]
) -> None:
    example["children"][0]["sex"] = "77"
    nhomtre("import", package_file(example))
    assert nhomtre("check").status == 1
    assert nhomtre("export", "json").status == 0


def test_importing_the_same_package_again_changes_nothing(
    imported: Command, folder: Path, package_file: PackageFile, example: dict[str, Any]
) -> None:
    journal = folder / "2019-2020.journal"
    before = journal.read_bytes()
    run = imported("import", package_file(example))
    assert run.status == 0
    assert journal.read_bytes() == before


def test_a_dry_run_writes_nothing(
    nhomtre: Command, folder: Path, package_file: PackageFile, example: dict[str, Any]
) -> None:
    run = nhomtre("import", package_file(example), "--dry-run")
    assert run.status == 0
    assert "6 trẻ" in run.out
    assert not folder.exists() or not list(folder.glob("2019*"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], "không có lệnh"),
        (["export"], "thiếu"),
        (["export", "doc"], "chọn một trong"),
        (["check", "--year", "2019-2021"], "không phải năm học"),
        (["check", "--today", "31/02/2019"], "không phải ngày"),
        (["check", "--today"], "thiếu giá trị"),
        (["check", "extra"], "không hiểu"),
        (["--reset", "check"], "--demo"),
        (["check", "--json=1"], "không kèm giá trị"),
        (["check", "--data", ""], "không phải tên thư mục"),
    ],
)
def test_wrong_arguments_are_told_in_vietnamese(nhomtre: Command, arguments: list[str], words: str) -> None:
    run = nhomtre(*arguments)
    assert run.status == 2
    assert words in run.err
    assert not [word for word in ("usage", "argument", "invalid", "required", "expected") if word in run.err]


@pytest.mark.parametrize("command", [[], ["import"], ["derive"], ["tables"], ["check"], ["export"]])
def test_help_is_vietnamese(nhomtre: Command, command: list[str]) -> None:
    run = nhomtre(*command, "-h")
    assert run.status == 0
    assert "cách dùng" in run.out
    assert not [word for word in ("usage:", "options:", "positional", "show this help") if word in run.out]


def test_nhomtre_alone_says_what_can_be_done(nhomtre: Command) -> None:
    run = nhomtre()
    assert run.status == 0
    assert "--demo" in run.out
    assert "import" in run.out
    assert "Chưa có hồ sơ" in run.out


def test_last_years_figures_are_compared(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any]
) -> None:
    nhomtre("import", package_file(example))
    example["school_year"] = "2020-2021"
    example["facility"]["school_year"] = 2020
    example["children"] = example["children"][:2]
    nhomtre("import", package_file(example))
    rules = {issue["rule"]: issue for issue in nhomtre("check", "--json").json}
    assert rules["W26"]["row"] == "083"
    assert "năm trước 5, năm nay 2" in rules["W26"]["message"]


def test_the_newest_year_is_meant_without_the_option(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any]
) -> None:
    for start in (2020, 2019):
        example["school_year"] = f"{start}-{start + 1}"
        example["facility"]["school_year"] = start
        nhomtre("import", package_file(example))
    exported = Path(nhomtre("export", "json").out.strip())
    assert exported.parent.name == "2020-2021"


def test_the_readme_names_every_command_and_option() -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
    from tui.cli.command_registry import (
        COMMAND_BY_NAME,
    )

    for name in (
        *COMMAND_BY_NAME,
        "--data",
        "--demo",
        "--year",
        "--today",
        "--reset",
        "--dry-run",
        "--replace",
        "--json",
    ):
        assert name in readme
