"""Packages for the office beside those with records: the same reports, the same sum, and what somebody changed in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from exports.district.arriving.arrivals import Arrival, Exclusion, examine
from exports.district.inbox import collect
from exports.district.verification import verify_file
from forms.model.values import loads
from forms.package.writer import package_hash
from tests.exports.arriving import (
    code_of_seed,
    edited,
    figures_package,
    put,
    report_of_seed,
    sealed_again,
    sent_package,
)
from tests.exports.conftest import FULL, TODAY

pytestmark = pytest.mark.slow

SEEDS = range(60 if FULL else 8)
Change = Callable[[dict[str, Any]], Any]
BETWEEN_FILES = {"file", "digest"}


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_the_office_learns_the_same_of_a_report(tmp_path: Path, seed: int) -> None:
    whole = examine(put(tmp_path, "a.json", sent_package(seed)), TODAY)
    figures = examine(put(tmp_path, "b.json", figures_package(seed)), TODAY)
    assert isinstance(whole, Arrival) and isinstance(figures, Arrival)
    assert {key for key in Arrival._fields if getattr(whole, key) != getattr(figures, key)} == BETWEEN_FILES


@pytest.mark.long
def test_the_sum_is_the_same_from_either_and_from_both_mixed(tmp_path: Path) -> None:
    chance = Random(1)
    for seed in SEEDS:
        put(tmp_path / "whole", f"{seed}.json", sent_package(seed))
        put(tmp_path / "figures", f"{seed}.json", figures_package(seed))
        make = chance.choice((sent_package, figures_package))
        put(tmp_path / "mixed", f"{seed}.json", make(seed))
    whole, figures, mixed = (
        collect([tmp_path / name], TODAY, workers=1) for name in ("whole", "figures", "mixed")
    )
    assert not (whole.exclusions or figures.exclusions or mixed.exclusions)
    assert whole.total == figures.total == mixed.total
    assert whole.issues == figures.issues == mixed.issues


def test_of_one_report_in_both_formats_one_is_added(tmp_path: Path) -> None:
    put(tmp_path, "a.json", sent_package(1))
    put(tmp_path, "b.json", figures_package(1))
    found = collect([tmp_path], TODAY, workers=1)
    assert [Path(each.file).name for each in found.summands] == ["a.json"]
    assert [each.reason for each in found.exclusions] == [
        f"gửi hai lần, cùng số liệu với {tmp_path / 'a.json'}"
    ]


@pytest.mark.parametrize("newer", [sent_package, figures_package])
def test_the_newer_revision_counts_whatever_its_format(tmp_path: Path, newer: Callable[..., bytes]) -> None:
    older = figures_package if newer is sent_package else sent_package
    put(tmp_path, "a.json", older(1, 1))
    put(tmp_path, "b.json", newer(1, 2))
    found = collect([tmp_path], TODAY, workers=1)
    assert [(Path(each.file).name, each.revision) for each in found.summands] == [("b.json", 2)]
    assert [each.reason for each in found.exclusions] == [f"cũ hơn {tmp_path / 'b.json'} (bản 2)"]


def test_two_packages_of_one_revision_with_other_figures_are_both_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.json", sent_package(1, 1, 7))
    put(tmp_path, "b.json", figures_package(1))
    found = collect([tmp_path], TODAY, workers=1)
    assert not found.summands
    assert {each.reason for each in found.exclusions} == {
        f"hai tệp khác nhau cùng bản 1: {tmp_path / name}" for name in ("a.json", "b.json")
    }


def _own(package: dict[str, Any]) -> dict[str, Any]:
    """The figures of some row of table 2 in which somebody is counted."""
    return next(row for row in package["figures"]["T2"].values() if any(row.values()))


def _figure(package: dict[str, Any]) -> None:
    row = _own(package)
    row[next(key for key, value in row.items() if value)] += 1


def _other_block(package: dict[str, Any]) -> None:
    row = _own(package)
    row[next(key for key, value in row.items() if not value)] = 3


def _all_of_a_row(package: dict[str, Any]) -> None:
    row = _own(package)
    row.update({key: value + 5 for key, value in row.items() if value})


CHANGES: dict[str, Change] = {
    "a figure": _figure,
    "of another ownership": _other_block,
    "a whole row": _all_of_a_row,
    "a row less": lambda package: package["figures"]["T2"].pop("083"),
    "a cell": lambda package: package["cells"].setdefault("T4", {}).update({"203": {}}),
    "revision": lambda package: package.update(revision=9),
    "facility": lambda package: package["facility"].update(code="79769999"),
    "state": lambda package: package.update(state="approved"),
    "counts": lambda package: package["counts"]["issues"].update(errors=0, warnings=0),
    "hash": lambda package: package["records"].update(hash="0" * 64),
    "explanation": lambda package: package.update(explanations={"W01": {"T2": "lời"}}),
    "code": lambda package: package.update(check_code="0000-0000-0000-0000"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_was_changed_is_not_added(tmp_path: Path, change: Change) -> None:
    found = examine(put(tmp_path, "a.json", edited(figures_package(1), change)), TODAY)
    assert isinstance(found, Exclusion)
    assert found.reason.startswith("mã kiểm tra không khớp: gói dữ liệu đã bị sửa")


@pytest.mark.parametrize(
    "name", ["a figure", "of another ownership", "a whole row", "a row less", "revision", "facility", "code"]
)
def test_what_was_changed_and_sealed_again_is_not_added(tmp_path: Path, name: str) -> None:
    found = examine(put(tmp_path, "a.json", sealed_again(figures_package(1), CHANGES[name])), TODAY)
    assert isinstance(found, Exclusion)
    assert found.reason.startswith("mã kiểm tra không khớp: ")
    assert found.facility_code in (code_of_seed(1), "79769999")


@pytest.mark.parametrize(
    "part", ["state", "revision", "check_code", "sent_at", "package_hash", "records", "counts", "figures"]
)
def test_a_part_that_is_missing_never_makes_it_a_sent_report_of_other_figures(
    tmp_path: Path, part: str
) -> None:
    path = put(tmp_path, "a.json", sealed_again(figures_package(1), lambda package: package.pop(part)))
    found = examine(path, TODAY)
    if part in ("check_code", "sent_at"):
        assert isinstance(found, Arrival)
        assert found.figures == examine(put(tmp_path, "b.json", figures_package(1)), TODAY).figures  # type: ignore[union-attr]
        assert found.code_right is (None if part == "check_code" else True)
    elif part in ("state", "revision"):
        assert isinstance(found, Exclusion) or found.is_draft or found.code_right is not True
        assert not collect([path], TODAY, workers=1).summands
    elif part == "package_hash":
        assert isinstance(found, Arrival), "it was put back by whoever sealed it again"
    else:
        assert isinstance(found, Exclusion) and part in found.reason


def test_the_facility_says_how_many_issues_its_records_have(tmp_path: Path) -> None:
    def more(package: dict[str, Any]) -> None:
        package["counts"]["issues"] = {"errors": 90, "warnings": 91, "missing": 92}

    found = examine(put(tmp_path, "a.json", sealed_again(figures_package(1), more)), TODAY)
    assert isinstance(found, Arrival)
    assert (found.errors, found.warnings, found.missing) == (90, 91, 92)
    none = sealed_again(
        figures_package(1),
        lambda package: package["counts"]["issues"].update(errors=0, warnings=0, missing=0),
    )
    found = examine(put(tmp_path, "a.json", none), TODAY)
    assert isinstance(found, Arrival)
    assert found.errors > 0, "what its own figures show is seen here"


def test_every_cut_and_every_flipped_byte_of_it_is_an_answer(tmp_path: Path) -> None:
    data = figures_package(2)
    fine = examine(put(tmp_path, "fine.json", data), TODAY)
    assert isinstance(fine, Arrival)
    for place in range(0, len(data), len(data) // 40):
        assert isinstance(examine(put(tmp_path, "a.json", data[:place]), TODAY), Exclusion)
        flipped = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        found = examine(put(tmp_path, "a.json", flipped), TODAY)
        assert isinstance(found, Exclusion) or found.figures == fine.figures


def test_its_figures_are_those_of_the_report(tmp_path: Path) -> None:
    found = collect([put(tmp_path, "a.json", figures_package(4))], TODAY, workers=1)
    assert found.total.tables == report_of_seed(4).figures.tables


JUNK: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 10**20, "", "x", "0" * 64, [], [1], {}, {"typed": "x"}, {"a": {}}, "2019-2020", {"T2": {"083": 5}},
)  # fmt: skip


def _spoilt(package: dict[str, Any], chance: Random) -> dict[str, Any]:
    """The package with up to three of its parts taken out, replaced by something else, or with more in them."""
    spoilt: dict[str, Any] = json.loads(json.dumps(package))
    for _ in range(chance.choice((1, 1, 2, 3))):
        here = spoilt
        while chance.random() < 0.5 and (below := [part for part in here.values() if isinstance(part, dict)]):
            here = chance.choice(below)
        key = chance.choice([*here, "T9", "083", "children", "withheld"])
        if chance.random() < 0.4:
            here.pop(key, None)
        else:
            here[key] = chance.choice(JUNK)
    return spoilt


@pytest.mark.long
def test_whatever_stands_in_it_is_an_answer_and_never_other_figures(tmp_path: Path) -> None:
    fine = examine(put(tmp_path, "fine.json", figures_package(1)), TODAY)
    assert isinstance(fine, Arrival)
    accepted = 0
    for seed in range(20_000 if FULL else 150):
        chance = Random(seed)
        package = _spoilt(json.loads(figures_package(1)), chance)
        if chance.random() < 0.8:
            package["package_hash"] = package_hash(loads(json.dumps(package)))
        path = put(tmp_path, "a.json", json.dumps(package, ensure_ascii=False, indent=1).encode())
        found = examine(path, TODAY)
        if isinstance(found, Exclusion):
            assert "có thể tệp đã hỏng" not in found.reason, (seed, found)
        else:
            accepted += 1
            assert found.figures == fine.figures, seed
        verify_file(path, path.read_bytes(), ())
    assert accepted, "what is no figure may be changed by who can seal it"
