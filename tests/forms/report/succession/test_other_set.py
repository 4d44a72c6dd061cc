"""A dossier that goes on with another set: what is declared comes along, what has no counterpart is told."""

from __future__ import annotations

import pytest

from forms.dossier.content import Content, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.record import GridColumn
from forms.package.package_keys import FORMAT
from forms.report.figures import FiguresOf
from forms.report.roll_forward import roll
from forms.report.succession.other_set import carried_over, cells_in
from forms.sets import SETS, Registered, successor_of
from forms.sets.correspondence import Correspondence
from forms.sets.form_set import FormSet, Membership
from tests.foreign_sets.boats.form import BOAT, BOATS, YEAR
from tests.foreign_sets.boats.form import FORM as BOAT_7

VESSEL = BOAT.but(
    key="vessel",
    place="vessels",
    letter="v",
    fields=tuple(field for field in BOAT.fields if field.key != "leaks"),
    quick_columns=(GridColumn("name", 22), GridColumn("colour", 9)),
    defaults={},
)
FLEET = BOATS.but(id="FLEET")
NEXT: FormSet = BOAT_7.but(
    id="fleet8",
    tables=(FLEET,),
    lists=(BOAT_7.lists[0], VESSEL),
    computed={
        **{key: value for key, value in BOAT_7.computed.items() if key[0] != "boat"},
        ("vessel", "counted"): lambda record: True,
    },
    membership=(Membership("pier", None, "harbour"), Membership("vessel", "berth", "pier")),
    rolling=BOAT_7.rolling.but(children="vessel", cleared={"vessel": ()}, told_by={}),
    correspondences=(
        Correspondence(
            BOAT_7.name,
            {"harbour": "harbour", "pier": "pier", "boat": "vessel"},
            {
                **{("harbour", key): key for key in ("code", "name", "ownership")},
                **{("pier", key): key for key in ("code", "name")},
                **{("boat", key): key for key in ("name", "colour", "berth")},
            },
            {("BOATS", "901"): ("FLEET", "901"), ("BOATS", "903"): ("FLEET", "903")},
            {("BOATS", column.key): column.key for column in BOATS.columns},
        ),
    ),
)


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SETS, BOAT_7.name, Registered(YEAR, lambda: BOAT_7))
    monkeypatch.setitem(SETS, NEXT.name, Registered(YEAR + 1, lambda: NEXT))


def boats() -> Content:
    assert FORMAT == "nhomtre/1"
    return Content(
        {
            **empty_content(SchoolYear(YEAR)).tree,
            "harbour": {"code": "H1", "name": "South Harbour", "ownership": "A"},
            "piers": {"q0001": {"code": "P1", "name": "Long Pier"}},
            "boats": {
                "b0001": {"name": "Ada", "colour": "A", "leaks": True, "berth": "P1"},
                "b0003": {"name": "Cleo", "colour": "C"},
            },
            "doubts": {"boats/b0003": {"colour": {"code": "x"}, "leaks": {"code": "y"}}},
            "last_ref": {"b": 7, "q": 1},
        }
    )


def test_what_is_declared_comes_along_and_the_rest_is_told() -> None:
    rolled = roll(boats()).content
    assert rolled.form is BOAT_7
    begun = carried_over(rolled)
    content = begun.content
    assert (content.form, content.year) == (NEXT, SchoolYear(YEAR + 1))
    assert content.records("vessels") == {
        "v0001": {"name": "Ada", "colour": "A", "berth": "P1"},
        "v0003": {"name": "Cleo", "colour": "C"},
    }
    assert content.part("last_ref") == {"v": 7, "q": 1}
    assert content.part("doubts") == {"vessels/v0003": {"colour": {"code": "x"}}}
    assert "boats" not in content.tree
    assert [subject.related("pier") is not None for subject in content.roster.of("vessel")] == [True, False]
    fields, fleet, paint = begun.without
    assert fields == "«Boats»: biểu mẫu mới không có Leaks"
    assert fleet.startswith("Boats: không có dòng tương ứng với mã số 902;")
    assert "950, 951, 952" in paint


def test_the_year_before_is_compared_where_both_declare_the_row() -> None:
    content = Content({**boats().tree, "taken_at": "2031-05-01T08:00:00"})
    cells = {"BOATS": {"901": {"HERE.all": 2}, "902": {"HERE.all": 1}}, "PAINT": {"950": {"spent": 3}}}
    assert cells_in(NEXT, cells, BOAT_7) == {"FLEET": {"901": {"HERE.all": 2}}}
    assert cells_in(BOAT_7, cells, BOAT_7) is cells
    assert cells_in(BOAT_7, cells, NEXT) == {}
    assert FiguresOf()(content).form is BOAT_7


def test_nobody_goes_on_with_a_set_that_declares_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SETS, NEXT.name, Registered(YEAR + 1, lambda: NEXT.but(correspondences=())))
    assert successor_of(BOAT_7, YEAR + 1) is BOAT_7
    rolled = roll(boats()).content
    assert carried_over(rolled).content is rolled
