"""``nhomtre campaign``: a letter carried from one folder to another, refused, looked at, undone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from forms.sets import newest
from forms.store.store import Store
from tests.tui.cli.conftest import Command
from tui.cli.main import main

OTHER = {
    "office": "Ủy ban nhân dân phường Mẫu",
    "office_short": "UBND phường",
    "place": "Phường Mẫu",
    "last_day": "2019-10-10",
}

pytestmark = pytest.mark.slow


@pytest.fixture
def letter(tmp_path: Path) -> Any:
    def write(year: str = "2019-2020", **fields: Any) -> str:
        path = tmp_path / "cong-van.json"
        raw = {"format": "nhomtre-campaign/1", "school_year": year, "campaign": {**OTHER, **fields}}
        path.write_text(json.dumps(raw), "utf-8")
        return str(path)

    return write


@pytest.fixture(autouse=True)
def _dossier(nhomtre: Command, package_file: Any, example: dict[str, Any]) -> None:
    assert nhomtre("import", package_file(example)).status == 0


def test_a_letter_is_carried_to_another_folder(nhomtre: Command, letter: Any, tmp_path: Path, package_file: Any, example: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    assert nhomtre("campaign", "import", letter()).status == 0
    path = tmp_path / "mang-di.json"
    run = nhomtre("campaign", "export", str(path))
    assert (run.status, run.out.strip()) == (0, str(path))
    assert path.stat().st_mode & 0o777 == 0o600
    assert json.loads(path.read_text("utf-8"))["campaign"] == OTHER
    other = ["--data", str(tmp_path / "other"), "--today", "2019-09-19"]
    assert main([*other, "import", package_file(example)]) == 0
    assert main([*other, "campaign", "import", str(path)]) == 0
    capsys.readouterr()
    assert main([*other, "campaign", "export", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["campaign"] == OTHER


def test_a_dry_run_tells_every_change_and_writes_nothing(nhomtre: Command, letter: Any, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    run = nhomtre("campaign", "import", letter(), "--dry-run")
    assert run.status == 0
    assert "Ngày cuối nộp báo cáo: 24/09/2019 → 10/10/2019" in run.out
    assert "Gọi tắt nơi nhận: Phòng → UBND phường" in run.out
    assert "Người ký: Khưu Mạnh Hùng → (không có)" in run.out
    assert run.err.startswith("Chưa ghi gì.")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_it_is_one_change_and_a_second_time_none(nhomtre: Command, letter: Any, folder: Path) -> None:
    assert nhomtre("campaign", "import", letter()).status == 0
    again = nhomtre("campaign", "import", letter())
    assert (again.status, again.out) == (0, "")
    assert "Không có gì thay đổi" in again.err
    (year,) = Store(folder).years()
    session = Store(folder).open(year, write=True)
    assert session.dossier.undo() is not None
    assert session.dossier.content.entry(newest().letter) == {}
    session.close()


def test_every_offence_is_told_and_nothing_changes(nhomtre: Command, letter: Any) -> None:
    run = nhomtre("campaign", "import", letter(last_day="2019-02-30", colour="đỏ"))
    assert run.status == 1
    assert "campaign.last_day: «2019-02-30»" in run.err
    assert "campaign.colour: " in run.err
    assert "2 chỗ" in run.err
    assert json.loads(nhomtre("campaign", "export", "-").out)["campaign"]["last_day"] == "2019-09-24"


@pytest.mark.parametrize(("year", "options"), [("2020-2021", ()), ("2019-2020", ("--year", "2020-2021"))])
def test_another_year_is_refused(nhomtre: Command, letter: Any, year: str, options: tuple[str, ...]) -> None:
    run = nhomtre("campaign", "import", letter(year), *options)
    assert run.status == 1
    assert "2020-2021" in run.err and "Không có gì thay đổi" in run.err


def test_a_rolled_year_has_no_letter_until_one_comes(nhomtre: Command, letter: Any) -> None:
    assert nhomtre("roll", "--to", "2020-2021").status == 0
    run = nhomtre("campaign", "export", "-")
    assert (run.status, run.out) == (1, "")
    assert nhomtre("campaign", "import", letter("2020-2021")).status == 0
    assert json.loads(nhomtre("campaign", "export", "-").out)["campaign"] == OTHER


@pytest.mark.parametrize(
    "words", [("export", "x.xlsx"), ("export", "x.json", "--dry-run"), ("import",), ("send", "x.json")]
)
def test_wrong_arguments(nhomtre: Command, words: tuple[str, ...]) -> None:
    assert nhomtre("campaign", *words).status == 2


def test_it_writes_over_no_dossier(nhomtre: Command, folder: Path) -> None:
    own = folder / "2019-2020.json"
    before = own.read_bytes()
    assert nhomtre("campaign", "export", str(own)).status == 1
    assert own.read_bytes() == before
