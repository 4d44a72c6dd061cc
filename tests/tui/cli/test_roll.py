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


def test_a_year_just_made_is_taken_back_as_if_it_had_never_been(nhomtre: Command, folder: Path) -> None:
    nhomtre("--demo", "tables")
    data = folder / "tap-huan"
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    nhomtre("--demo", "roll", "--to", "2020-2021")
    told = nhomtre("--demo", "roll", "--undo", "--dry-run")
    assert (told.status, told.out) == (
        0,
        "Hồ sơ năm học 2020-2021 chưa sửa gì: bỏ được, rồi về năm học 2019-2020.\n",
    )
    assert (data / "2020-2021.json").exists()
    done = nhomtre("--demo", "roll", "--undo")
    assert (done.status, done.out) == (0, "")
    assert "Đã bỏ hồ sơ năm học 2020-2021" in done.err
    left = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    assert set(left) - set(before) == {data / ".2020-2021.lock"}
    assert {path: left[path] for path in before} == before
    assert nhomtre("--demo", "roll", "--to", "2020-2021").status == 0


def test_a_year_with_a_change_of_its_own_stays(nhomtre: Command, folder: Path) -> None:
    nhomtre("--demo", "roll", "--to", "2020-2021")
    nhomtre("--demo", "derive")
    refused = nhomtre("--demo", "roll", "--undo")
    assert (refused.status, refused.out) == (1, "")
    assert "đã có thay đổi" in refused.err and "Không có gì thay đổi." in refused.err
    assert (folder / "tap-huan" / "2020-2021.json").exists()


def test_what_to_do_is_named_once(nhomtre: Command) -> None:
    assert nhomtre("--demo", "roll").status == 2
    assert nhomtre("--demo", "roll", "--undo", "--to", "2020-2021").status == 2
