"""What is made with a set names it, opens with it in whatever year, and is refused by its name where it is not known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exports.district.arriving.arrivals import Exclusion, examine
from exports.district.verification import PrintedCode, read_printed, verify_code
from exports.layout.document import document_of
from exports.layout.report_facts import facts_of
from exports.printing.front import qr_text
from exports.reading.reading_refusals import WorkbookRefused
from exports.workbooks.report.report_book import write_workbook
from exports.workbooks.report.report_reader import read_report_book
from forms.dossier.content import Content, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.errors import NewerSchema, Refused
from forms.package.adopt import adopt
from forms.package.answer_file import AnswerFile, read_answer, write_answer
from forms.package.answers import Answer
from forms.package.letters.letter_file import LetterFile, read_letter, write_letter
from forms.package.parts import PackageRefused
from forms.package.reader import Package, read
from forms.package.writer import write
from forms.report.checking.checker import Checker
from forms.report.figures import FiguresOf
from forms.report.report import Report
from forms.sets import SETS, Registered, newest
from forms.store.backups.backup_file import decode_backup
from forms.store.store import Store
from tests.builders import example
from tests.foreign_sets.boats.form import FORM as BOAT_7
from tui.cli.main import main

pytestmark = pytest.mark.slow

YEAR = SchoolYear(2019)
"""One in which another form is begun."""
BOATS = {"b0001": {"name": "Ada", "colour": "A", "leaks": True}}


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SETS, BOAT_7.name, Registered(None, lambda: BOAT_7))


def boats() -> Content:
    """A report of the made-up form in a year of the other one."""
    harbour = {"code": "H1", "name": "South Harbour", "ownership": "A"}
    return Content({**empty_content(YEAR, BOAT_7).tree, "harbour": harbour, "boats": BOATS})


def report() -> Report:
    content = boats()
    return Report(content, FiguresOf()(content), (), YEAR_DAY)


YEAR_DAY = BOAT_7.reference_date(2019)


def refused(data: bytes) -> str:
    with pytest.raises(PackageRefused) as told:
        read(data)
    return str(told.value)


def test_a_package_names_its_set_and_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    data = write(boats()).encode()
    assert json.loads(data)["form"] == "boat7/1"
    package: Package = read(data)
    assert package.form is BOAT_7
    assert adopt(package, empty_content(YEAR), "").form is BOAT_7
    monkeypatch.delitem(SETS, BOAT_7.name)
    assert refused(data) == "form: biểu mẫu «boat7/1» không có trong phiên bản nhomtre này (có: mn2019/1)"
    evil = json.dumps({"format": "nhomtre/1", "form": "\x1b[2J" + "x" * 500}).encode()
    assert "\x1b" not in refused(evil) and len(refused(evil)) < 200
    assert refused(json.dumps({"format": "nhomtre/1", "form": 7}).encode()).startswith("form: ")


def test_what_names_no_set_is_of_the_first_one_and_so_is_what_it_writes() -> None:
    data = write(example()).encode()
    assert "form" not in json.loads(data)
    assert read(data).form is newest()


def test_a_package_of_another_set_is_not_put_over_a_report() -> None:
    with pytest.raises(Refused, match="«mn2019/1», gói dữ liệu theo «boat7/1»"):
        adopt(read(write(boats()).encode()), example(), "")


def test_a_dossier_opens_with_the_set_that_it_was_made_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store(tmp_path)
    session = store.open(YEAR, write=True, form=BOAT_7)
    session.dossier.set(("boats", "b0001"), BOATS["b0001"])
    # nothing is folded yet: the journal alone names it
    with store.open(YEAR, write=False) as other:
        assert other.dossier.content.form is BOAT_7
        assert list(other.dossier.content.records("boats")) == ["b0001"]
    assert session.dossier.undo() is not None
    session.close()
    with store.open(YEAR, write=True) as again:
        assert again.dossier.content == empty_content(YEAR, BOAT_7)
    first = json.loads((tmp_path / "2019-2020.journal").read_text("utf-8").splitlines()[0])
    assert first["form"] == "boat7/1"
    (tmp_path / "stick").mkdir()
    assert main(["--data", str(tmp_path), "backup", str(tmp_path / "stick")]) == 0
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.suffix in (".json", ".journal")}
    (backup,) = (tmp_path / "stick").iterdir()
    monkeypatch.delitem(SETS, BOAT_7.name)
    for write_it in (True, False):
        with pytest.raises(NewerSchema, match="«boat7/1»"):
            store.open(YEAR, write=write_it)
    with pytest.raises(Refused, match="«boat7/1»"):
        decode_backup(backup.read_bytes(), backup.name)
    capsys.readouterr()
    assert main(["--data", str(tmp_path / "new"), "restore", str(backup)]) == 1
    assert main(["--data", str(tmp_path), "tables"]) == 3
    assert capsys.readouterr().err.count("«boat7/1»") == 2
    assert before == {path: path.read_bytes() for path in before}


def test_an_unknown_set_in_a_journal_alone_is_refused_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Store(tmp_path).open(YEAR, write=True, form=BOAT_7)
    session.dossier.set(("boats", "b0001"), BOATS["b0001"])
    monkeypatch.delitem(SETS, BOAT_7.name)
    with pytest.raises(NewerSchema, match="«boat7/1»"):
        Store(tmp_path).open(YEAR, write=False)


def test_an_answer_and_a_letter_name_it(monkeypatch: pytest.MonkeyPatch) -> None:
    move = newest().answers["reject"]
    answers = BOAT_7.but(answers={"reject": move})
    monkeypatch.setitem(SETS, BOAT_7.name, Registered(None, lambda: answers))
    answer = write_answer(AnswerFile(answers, "H1", "2019-2020", "", Answer(move, "", "A", "b", 1))).encode()
    letter = write_letter(LetterFile(BOAT_7, YEAR, {"board": "Harbour Board"})).encode()
    assert read_answer(answer).form is answers
    assert read_letter(letter).form is answers
    monkeypatch.delitem(SETS, BOAT_7.name)
    for data, reading in ((answer, read_answer), (letter, read_letter)):
        with pytest.raises(PackageRefused, match="«boat7/1»"):
            reading(data)


def test_print_qr_and_workbook_name_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = facts_of(report())
    assert facts.form_name == "BOAT-7 (boat7/1)"
    printed = read_printed(qr_text(facts))
    assert printed == PrintedCode(facts.check_code, "", "boat7/1")
    path = tmp_path / "boats.xlsx"
    path.write_bytes(write_workbook(document_of(report())))
    assert read_report_book(path).form is BOAT_7
    monkeypatch.delitem(SETS, BOAT_7.name)
    (found,) = verify_code(printed, (), ()).findings
    assert "«boat7/1»" in found.text
    with pytest.raises(WorkbookRefused, match="«boat7/1»"):
        read_report_book(path)


def test_its_own_rules_are_asked_in_its_own_words() -> None:
    content = boats()
    berths = {"b0001": {**BOATS["b0001"], "berth": "P1"}}
    piers = {"q0001": {"code": "P1", "name": "Long Pier"}}
    (issue,) = Checker()(Content({**content.tree, "boats": berths, "piers": piers}), YEAR_DAY)
    assert (issue.rule, str(issue.place)) == ("B12", "boats/b0001/leaks")
    assert issue.sentence == "Boat «Ada»: a leaking boat at Long Pier."


def test_the_desk_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "boats.json"
    package.write_text(write(boats()), "utf-8")
    monkeypatch.delitem(SETS, BOAT_7.name)
    turned = examine(package, YEAR_DAY)
    assert isinstance(turned, Exclusion)
    assert "«boat7/1»" in turned.reason
