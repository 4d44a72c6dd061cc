"""Files, folders and moments that go wrong: plain Vietnamese, nothing lost, no traceback, no child's name in a log."""

from __future__ import annotations

import os
import resource
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from tests.tui.cli.conftest import Command, in_a_process

PackageFile = Callable[[Any], str]


@pytest.mark.promise("R17")
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "JSON"),
        (b"{\xff\xfe}", "UTF-8"),
        (b"[" * 200_000, "sâu"),
        (b'{"format": "nhomtre/1", "school_year": "2019-2020", "children": [' + b" " * 10_000_001, "quá lớn"),
        (b'{"format": "nhomtre/9"}', "format: cần «nhomtre/1»"),
        (b'{"format": "nhomtre/1", "school_year": "2019-2020", "format": "nhomtre/1"}', "hai lần"),
        (b'{"format": "nhomtre/1", "school_year": "2019-2020", "facility": {"sites": NaN}}', "NaN"),
        (b"PK\x03\x04", "cắt cụt"),
        (b"null", "không phải gói dữ liệu nhomtre"),
    ],
    ids=["empty", "latin", "deep", "big", "format", "twice", "nan", "zip", "null"],
)
def test_what_is_not_a_package_is_refused(
    nhomtre: Command, folder: Path, package_file: PackageFile, content: bytes, words: str
) -> None:
    run = nhomtre("import", package_file(content))
    assert run.status == 1
    assert words in run.err
    assert "Traceback" not in run.err
    assert not list(folder.glob("2019*"))


def test_every_offence_is_told_with_its_path(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any]
) -> None:
    example["children"][1]["nickname"] = "x"
    example["children"][2]["name"] = 7
    example["staff"][0]["ref"] = "boss"
    example["classes"][0]["boarding"] = "yes"
    example["cells"]["T4"]["203"]["TONG.total"] = 3
    example["facility"]["school_year"] = 2018
    run = nhomtre("import", package_file(example))
    assert run.status == 1
    for path in (
        "children[1].nickname",
        "children[2].name",
        "staff[0].ref",
        "classes[0].boarding",
        "facility.school_year",
    ):
        assert path in run.err


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("T2", "083", "TU_THUC.total"),
        ("T2", "087", "TONG.total"),
        ("T2", "087", "CONG_LAP.total"),
        ("T4", "203", "TU_THUC.total"),
        ("T5", "015", "settled"),
    ],
)
def test_cells_that_cannot_be_typed_are_refused(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any], table: str, row: str, column: str
) -> None:
    example["cells"] = {table: {row: {column: 1}}}
    run = nhomtre("import", package_file(example))
    assert run.status == 1
    assert f"cells.{table}.{row}.{column}" in run.err


@pytest.mark.promise("R15", "R17")
def test_what_a_rule_can_report_is_imported_and_reported(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any]
) -> None:
    children = example["children"]
    children[0]["name"] = unicodedata.normalize("NFD", "Nguyễn [red]Mẫu[/red]\x1b[2J\u202e")
    children[1]["name"] = "=cmd|'/C calc'!A0"
    children[2]["class_code"] = "KHÔNG"
    children[3]["ethnicity"] = "99"
    children[4]["birth_date"] = "31/02/2016"
    example["facility"]["sites"] = int("9" * 40)
    example["facility"]["room_area_m2"] = 1.23456
    example["facility"]["name"] = "T" * 5000
    example["cells"]["T4"]["203"] = {
        "TU_THUC.permanent": int("1" * 40),
        "TU_THUC.temporary": {"typed": "nhiều"},
    }
    assert nhomtre("import", package_file(example)).status == 0
    run = nhomtre("check", "--json")
    rules = {issue["rule"] for issue in run.json}
    assert {"E01", "E42", "E50", "E52", "E53"} <= rules
    assert all(len(issue["message"]) < 600 for issue in run.json)
    assert "\x1b" not in run.out
    assert nhomtre("export", "json").status == 0


@pytest.mark.promise("R16")
def test_an_nfd_name_is_kept_as_nfc(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any], folder: Path
) -> None:
    example["children"][0]["name"] = unicodedata.normalize("NFD", "Nguyễn Thị Mẫu")
    nhomtre("import", package_file(example))
    with Store(folder).open(SchoolYear(2019), write=False) as session:
        assert session.dossier.content.value(("children", "c0001", "name")) == "Nguyễn Thị Mẫu"


@pytest.mark.parametrize("name", ["nowhere.json", "."])
def test_a_file_that_cannot_be_read_is_told(nhomtre: Command, tmp_path: Path, name: str) -> None:
    run = nhomtre("import", str(tmp_path / name))
    assert run.status == 3
    assert "Không đọc được tệp" in run.err


def test_another_facility_is_refused_without_replace(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any]
) -> None:
    nhomtre("import", package_file(example))
    example["facility"]["code"] = "79761002"
    refused = nhomtre("import", package_file(example))
    assert refused.status == 1
    assert "--replace" in refused.err
    example["school_year"] = "2020-2021"
    example["facility"]["school_year"] = 2020
    assert nhomtre("import", package_file(example)).status == 1
    assert nhomtre("import", package_file(example), "--replace").status == 0


def test_a_package_of_another_year_than_asked_is_refused(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any]
) -> None:
    run = nhomtre("import", package_file(example), "--year", "2020-2021")
    assert run.status == 1
    assert "2020-2021" in run.err


def test_a_package_without_a_facility_keeps_the_profile(
    nhomtre: Command, package_file: PackageFile, example: dict[str, Any]
) -> None:
    nhomtre("import", package_file(example))
    del example["facility"]
    del example["children"][0]
    assert nhomtre("import", package_file(example)).status == 0
    assert nhomtre("tables", "--json").json["T2"]["083"]["TONG.total"] == 4


@pytest.mark.parametrize("command", [["check"], ["tables"], ["derive"], ["export", "json"]])
def test_no_dossier_is_told_with_what_to_do(nhomtre: Command, command: list[str]) -> None:
    run = nhomtre(*command)
    assert run.status == 3
    assert "nhomtre import" in run.err


@pytest.mark.promise("R7")
@pytest.mark.slow
def test_a_second_process_is_told_who_holds_the_dossier(
    nhomtre: Command, folder: Path, package_file: PackageFile, example: dict[str, Any]
) -> None:
    path = package_file(example)
    nhomtre("import", path)
    example["children"].pop()
    with Store(folder).open(SchoolYear(2019), write=True):
        run = in_a_process(folder, "derive")
        assert run.returncode == 3
        assert "đang mở" in run.stderr.decode()
        assert str(os.getpid()) in run.stderr.decode()
        assert in_a_process(folder, "check").returncode == 0


@pytest.mark.promise("R5")
@pytest.mark.slow
def test_a_full_disk_is_told_and_nothing_is_lost(
    nhomtre: Command, folder: Path, package_file: PackageFile, example: dict[str, Any]
) -> None:
    nhomtre("import", package_file(example))
    before = in_a_process(folder, "export", "json", "-o", "-").stdout
    example["children"][0]["address"] = "Đường Mẫu " * 500
    path = package_file(example)

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    run = in_a_process(folder, "import", path, preexec_fn=little_room)
    assert run.returncode == 3
    assert "Traceback" not in run.stderr.decode()
    assert in_a_process(folder, "export", "json", "-o", "-").stdout == before
    assert in_a_process(folder, "import", path).returncode == 0


@pytest.mark.promise("R6")
@pytest.mark.slow
@pytest.mark.parametrize("where", ["file/inside", "/proc/nhomtre", "/dev/null"])
def test_a_folder_that_cannot_be_written_is_told(
    nhomtre: Command, tmp_path: Path, package_file: PackageFile, example: dict[str, Any], where: str
) -> None:
    (tmp_path / "file").write_text("")
    run = in_a_process(tmp_path / where, "import", package_file(example))
    assert run.returncode == 3
    assert run.stderr.decode().strip()
    assert "Traceback" not in run.stderr.decode()


def test_a_damaged_dossier_is_set_aside_and_the_newest_good_state_opened(
    nhomtre: Command, folder: Path, package_file: PackageFile, example: dict[str, Any]
) -> None:
    nhomtre("import", package_file(example))
    before = nhomtre("tables", "--json").out
    main_file = folder / "2019-2020.json"
    main_file.write_bytes(main_file.read_bytes()[:200])
    run = nhomtre("tables", "--json")
    assert (run.status, run.out) == (0, before)
    assert run.err.strip()
    nhomtre("derive")
    assert nhomtre("tables", "--json").err == ""


@pytest.mark.promise("R4")
def test_everything_damaged_is_refused_never_an_empty_dossier(
    nhomtre: Command, folder: Path, package_file: PackageFile, example: dict[str, Any]
) -> None:
    nhomtre("import", package_file(example))
    for path in folder.rglob("*"):
        if path.is_file() and "lock" not in path.name:
            path.write_bytes(b"\0" * 100)
    run = nhomtre("check")
    assert run.status == 3
    assert run.out == ""
    assert "Traceback" not in run.err


@pytest.mark.promise("R13")
@pytest.mark.slow
@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_vietnamese_is_utf8_whatever_the_locale(
    nhomtre: Command, folder: Path, package_file: PackageFile, example: dict[str, Any], locale: str
) -> None:
    nhomtre("import", package_file(example))
    run = in_a_process(folder, "tables", env={"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0"})
    assert "HỌC SINH" in run.stdout.decode()


@pytest.mark.promise("R27")
def test_a_bug_is_logged_without_a_name(
    nhomtre: Command,
    folder: Path,
    package_file: PackageFile,
    example: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = example["children"][0]["name"]

    def broken(*_: object) -> None:
        raise RuntimeError(name)

    nhomtre("import", package_file(example))
    monkeypatch.setattr("tui.cli.commands.check.report_of", broken)
    run = nhomtre("check")
    assert run.status == 3
    assert "Traceback" not in run.err
    log = (folder / "nhomtre.log").read_text("utf-8")
    assert "RuntimeError" in log
    assert "broken" in log
    assert name not in log + run.err


@pytest.mark.promise("R26")
def test_files_are_for_the_owner_only(
    nhomtre: Command, folder: Path, package_file: PackageFile, example: dict[str, Any]
) -> None:
    old = os.umask(0)
    try:
        nhomtre("import", package_file(example))
        nhomtre("derive")
        nhomtre("export", "json")
        nhomtre("export", "missing")
    finally:
        os.umask(old)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    assert {
        path.name: oct(mode) for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)
    } == {}


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_failure(folder: Path) -> None:
    import subprocess
    import sys

    program = f"{sys.executable} -m tui.cli --data {folder} --demo tables --json | head -c 10"
    run = subprocess.run(
        ["bash", "-c", program], capture_output=True, check=False, cwd=Path(__file__).parents[3]
    )
    assert b"Traceback" not in run.stderr
    assert len(run.stdout) == 10
