"""``nhomtre forms``: every set with its years, where its parts are from, and its norms."""

from __future__ import annotations

from pathlib import Path

import pytest

import forms.sets
from forms.sets import Registered, in_force
from tests.foreign_sets.boats.form import FORM as BOAT_7
from tests.foreign_sets.boats.form import YEAR
from tests.tui.cli.conftest import Command


def test_the_sets_are_listed_without_a_dossier(nhomtre: Command, folder: Path) -> None:
    run = nhomtre("forms")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("Biểu 01-MN-ĐN (mn2019): BÁO CÁO THỐNG KÊ GIÁO DỤC MẦM NON")
    assert "dùng từ năm học 2019-2020" in run.out
    assert "từ 15/02/2022: tối đa 12, 20, 25, 25, 30, 35 (Thông tư 49/2021/TT-BGDĐT)" in run.out
    assert "từ 15/02/2022: tối đa chưa biết" in run.out
    assert not folder.exists()


def test_the_same_for_programs(nhomtre: Command) -> None:
    (known,) = nhomtre("forms", "--json").json
    assert (known["id"], known["first_year"], known["last_year"]) == ("mn2019", "2019-2020", None)
    assert all(part["source"] and part["certainty"] for part in known["parts"])
    assert len(known["norms"]) == 7
    assert all(norm["certainty"] for norm in known["norms"])


def test_a_set_is_in_force_until_the_next_one(nhomtre: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(forms.sets.SETS, BOAT_7.name, Registered(YEAR, lambda: BOAT_7))
    assert [(since, until, form.id) for since, until, form in in_force()] == [
        (2019, YEAR - 1, "mn2019"),
        (YEAR, None, "boat7"),
    ]
    assert "dùng từ năm học 2019-2020 đến 2030-2031" in nhomtre("forms").out
