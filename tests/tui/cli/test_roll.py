"""``nhomtre roll`` on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.conftest import Command


def test_the_next_year_is_made_once(nhomtre: Command, folder: Path) -> None:
    told = nhomtre("--demo", "roll", "--to", "2020-2021", "--dry-run")
    assert told.status == 0
    assert "Ra trường" in told.out
    assert not (folder / "tap-huan" / "2020-2021.json").exists()
    made = nhomtre("--demo", "roll", "--to", "2020-2021")
    assert (made.status, made.out) == (0, told.out)
    assert (folder / "tap-huan" / "2020-2021.json").exists()
    again = nhomtre("--demo", "roll", "--to", "2020-2021", "--year", "2019-2020")
    assert again.status == 1
    assert "đã có hồ sơ" in again.err


def test_only_the_next_year_is_made(nhomtre: Command) -> None:
    refused = nhomtre("--demo", "roll", "--to", "2021-2022")
    assert refused.status == 1
    assert "2020-2021" in refused.err


def test_last_years_figures_stand_beside_the_new_ones(nhomtre: Command) -> None:
    nhomtre("--demo", "roll", "--to", "2020-2021")
    nhomtre("--demo", "derive", "--year", "2020-2021")
    run = nhomtre("--demo", "check", "--json", "--year", "2020-2021", today="2020-09-19")
    assert not [issue for issue in run.json if issue["rule"] == "W26"]
    assert nhomtre("--demo", "tables", "--json", "--year", "2020-2021").json["T2"]["083"]["TONG.total"] == 38
