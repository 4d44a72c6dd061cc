"""An office to which reports of two forms came: each is added up apart, and that is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from exports.district.inbox import collect
from exports.district.packed_figures import figures_of_cells, pack
from exports.district.report_sum import Collection, combine, of_approved
from forms.dossier.roster import SchoolYear
from forms.sets import SETS, Registered
from forms.store.store import Store
from tests.builders import example_package
from tests.foreign_sets.boats.form import FORM as BOAT_7
from tests.forms.report.succession.test_other_set import NEXT
from tests.tui.cli.conftest import Command
from tui.jobs.district.office import SumReport
from tui.jobs.workspace import DatedFolder

pytestmark = pytest.mark.slow

YEAR, TODAY = SchoolYear(2019), date(2019, 9, 20)


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SETS, BOAT_7.name, Registered(None, lambda: BOAT_7))


@pytest.fixture
def arrived(tmp_path: Path, nhomtre: Command) -> Path:
    """A folder with the package of a nursery and those of two harbours."""
    office = tmp_path / "office"
    office.mkdir()
    for code in ("H1", "H2"):
        folder = tmp_path / code
        with Store(folder).open(YEAR, write=True, form=BOAT_7) as session:
            session.dossier.set(("harbour",), {"code": code, "name": f"Harbour {code}", "ownership": "A"})
            session.dossier.set(("boats", "b0001"), {"name": "Ada", "colour": "A", "leaks": False})
        for words in (("derive",), ("send", "--by", "Harbour Master")):
            assert nhomtre("--data", str(folder), "--today", "2019-09-19", *words).status == 0
        (package,) = folder.rglob("exports/**/*.json")
        (office / f"{code}.json").write_bytes(package.read_bytes())
    made = tmp_path / "made.json"
    made.write_text(json.dumps(example_package(), default=str), "utf-8")
    nursery = tmp_path / "nursery"
    for own in (("import", str(made)), ("send", "--by", "Trần Mẫu Lan")):
        assert nhomtre("--data", str(nursery), "--today", "2019-09-19", *own).status == 0
    (package,) = nursery.rglob("exports/**/*.json")
    (office / "nursery.json").write_bytes(package.read_bytes())
    return office


def test_each_set_is_added_up_apart(arrived: Path) -> None:
    found = collect([arrived], TODAY, workers=1)
    assert [(one.form.name, len(one.summands)) for one in found.all_sets] == [("boat7/1", 2), ("mn2019/1", 1)]
    assert found.exclusions == ()
    assert found.total.as_json()["BOATS"]["901"]["HERE.all"] == 2
    assert found.of_next_set.total.as_json()["T2"]["083"]["TONG.total"] == 5
    assert found.of_next_set.of_next_set == found
    assert [one.form.name for one in of_approved(found).all_sets] == ["boat7/1", "mn2019/1"]


def test_the_command_tells_and_writes_each(arrived: Path, tmp_path: Path, nhomtre: Command) -> None:
    goal = tmp_path / "sum.xlsx"
    run = nhomtre("combine", str(arrived), "-o", str(goal))
    assert run.status == 0
    assert "BIỂU MẪU BOAT-7 (boat7/1), CỘNG RIÊNG:" in run.out
    assert "BIỂU MẪU 01-MN-ĐN (mn2019/1), CỘNG RIÊNG:" in run.out
    assert "mỗi biểu mẫu được cộng riêng" in run.err
    assert goal.is_file() and goal.with_name("sum_mn2019.xlsx").is_file()
    told = nhomtre("combine", str(arrived), "--json").json
    assert set(told["tables"]) == {"BOATS", "PAINT"}
    (other,) = told["other_forms"]
    assert other["form"] == "mn2019/1"
    assert len(other["facilities"]) == 1


def test_the_desk_goes_from_one_to_the_other(arrived: Path) -> None:
    found = collect([arrived], TODAY, workers=1)
    work = SumReport(DatedFolder(arrived, day=TODAY), found)
    assert work.content.form is BOAT_7
    assert work.figures.form is BOAT_7
    work.turn_to_next_set()
    work.turn()
    assert work.content.form.name == "mn2019/1"
    assert work.figures.form.name == "mn2019/1", "also where none of it is approved"
    work.take_in(found)
    assert work.content.form.name == "mn2019/1", "what arrives later leaves it there"


def test_last_year_of_another_set_is_compared_where_both_declare_the_row(
    arrived: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SETS, NEXT.name, Registered(None, lambda: NEXT))
    before = collect([arrived], TODAY, workers=1).summands[0]
    cells = {"FLEET": {row: {"HERE.all": number} for row, number in (("901", 4), ("902", 9), ("903", 0))}}
    now = before._replace(
        file="now", set_name=NEXT.name, school_year=SchoolYear(2020),
        figures=pack(figures_of_cells(cells, "HERE", NEXT)),
    )  # fmt: skip
    found: Collection = combine([before, now], SchoolYear(2020))
    # 901; 902 has no counterpart
    assert found.changes_of(now).since_year == 1
