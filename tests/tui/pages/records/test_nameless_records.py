"""Records of a form that have no name: they are listed, typed in, filtered by what they belong to, imported, rolled."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from forms.dossier.roster import SchoolYear
from forms.model.record import GridColumn
from forms.sets import SETS, Registered
from forms.store.store import Store
from tests.foreign_sets.boats.form import BOAT, FORM, PIER, YEAR
from tests.tui.conftest import FakeTerminal, Screen
from tui.cli.main import main
from tui.desk.desk import Desk
from tui.desk.page_names import PageName
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.workspace import Workspace
from tui.pages import registry

PLANKS = PIER.but(
    fields=(PIER.fields[0], PIER.fields[1]._replace(key="side", label="Side", upload=(2, "Side"))),
    list_columns=(GridColumn("code", 9), GridColumn("side", 22)),
    quick_columns=(GridColumn("code", 9), GridColumn("side", 22)),
    stops=("code", "side"),
    search_fields=("side",),
)
NAMELESS = FORM.but(id="boat9", lists=(PLANKS, BOAT))
TODAY = date(YEAR, 4, 3)


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A harbour whose piers have no name."""
    monkeypatch.setitem(SETS, NAMELESS.name, Registered(YEAR, lambda: NAMELESS))
    with Store(tmp_path / "data").open(SchoolYear(YEAR), write=True, form=NAMELESS) as session:
        session.dossier.set(("harbour",), {"code": "H1", "name": "South Harbour", "ownership": "A"})
        session.dossier.set(("boats", "b0001"), {"name": "Ada", "colour": "A", "leaks": False, "berth": "P1"})
    workspace = Workspace(tmp_path / "data", day=TODAY)
    session, notices = open_session(workspace)
    terminal = FakeTerminal()
    shown = Screen(
        Desk(OpenReport(workspace, session, notices), terminal, registry.page_of, 80, 24), terminal
    )
    shown.desk.begin(shown.work, PageName.HOME)
    return shown


def test_they_are_listed_and_typed_in(screen: Screen) -> None:
    screen.at("piers")
    screen.press("insert")
    screen.type("P1⇥North⏎")
    assert screen.work.content.records("piers") == {"q0001": {"code": "P1", "side": "North"}}
    screen.at("piers")
    assert "North" in screen.text
    screen.press("ctrl+f")
    assert "Theo thứ tự nhập" in screen.text and "lớp" not in screen.text
    screen.at("piers/q0001/side")
    assert "North" in screen.text


def test_others_are_filtered_and_moved_by_them(screen: Screen) -> None:
    screen.work.put(("piers", "q0001"), {"code": "P1", "side": "North"})
    screen.at("boats")
    screen.press("ctrl+f")
    assert "Pier P1" in screen.text
    assert "Theo pier, rồi theo tên" in screen.text
    assert "Chuyển sang pier khác" in screen.text


def test_they_are_imported_and_rolled(screen: Screen, tmp_path: Path) -> None:
    screen.work.put(("piers", "q0001"), {"code": "P1", "side": "North"})
    screen.work.put(("piers", "q0002"), {"code": "P2", "side": "South"})
    screen.desk.open(PageName.ROLL)
    screen.type("x⏎")
    screen.work.session.close()
    book = str(tmp_path / "lists.xlsx")
    common = ["--data", str(tmp_path / "data"), "--today", TODAY.isoformat()]
    assert main([*common, "export", "rosters", "-o", book]) == 0
    assert main([*common, "import", book]) == 0
    assert main([*common, "roll", "--to", f"{YEAR + 1}-{YEAR + 2}"]) == 0
    with Store(tmp_path / "data").open(SchoolYear(YEAR + 1), write=False) as session:
        assert session.dossier.content.records("piers") == {
            "q0001": {"code": "P1", "side": "North"},
            "q0002": {"code": "P2", "side": "South"},
        }
