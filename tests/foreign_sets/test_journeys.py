"""Every form of the tests goes all the way: what each step shows follows from the form's own data, and from nothing else."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from forms.model.record import FieldRole
from forms.model.table import Row, Table
from forms.sets.form_set import FormSet
from tests.architecture.house import ROOT
from tests.foreign_sets.in_force import NAMES

pytestmark = pytest.mark.slow
FOLDER = Path(__file__).parent


class Journey:
    """What ``tests.foreign_sets.journey`` told of a form; it ran in a process of its own."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.files = name, folder / "files"
        self.form: FormSet = import_module(f"tests.foreign_sets.{name}.form").FORM
        self.package: dict[str, Any] = json.loads(self.form.training.package())
        self.package[self.form.facility.place]["name"] += " 1"
        self.figures: dict[str, Any] = json.loads((FOLDER / name / "figures.json").read_text("utf-8"))
        run = subprocess.run(
            [sys.executable, "-m", "tests.foreign_sets.journey", name, str(folder)],
            cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        self.told: dict[str, Any] = json.loads(run.stdout)

    def json(self, command: str) -> Any:
        """What a command answered in JSON."""
        return json.loads(self.told[command]["out"])

    def text(self, screen: str) -> str:
        """What a screen showed, in one line."""
        return " ".join(" ".join(self.told[screen]).split())

    def records(self, place: str) -> list[dict[str, Any]]:
        """The records of a list as they were typed."""
        return list(self.told["content"].get(place, {}).values())

    @property
    def own_block(self) -> str | None:
        """The block of the ownership."""
        return self.form.own_block(self.package[self.form.facility.place]["ownership"])

    def whole(self, figures: dict[str, Any], times: int = 1) -> dict[str, Any]:
        """Figures of the own block with those of the block of all beside them, without what is 0."""
        cells: dict[str, Any] = {}
        for table, row, column, value in self._cells(figures):
            shape = self.form.table_by_id[table]
            own = shape.column_by_key[column]
            for key in {column, shape.by_block[shape.total_block if own.block else None][own.measure].key}:
                cells.setdefault(table, {}).setdefault(row, {})[key] = value * times
        return cells

    @staticmethod
    def _cells(figures: dict[str, Any]) -> Iterator[tuple[str, str, str, int]]:
        for table, rows in figures.items():
            for row, columns in rows.items():
                for column, value in columns.items():
                    yield table, row, column, value


def without_zeros(figures: dict[str, Any]) -> dict[str, Any]:
    """The cells that hold something."""
    found: dict[str, Any] = {}
    for table, rows in figures.items():
        for row, cells in rows.items():
            if left := {key: value for key, value in cells.items() if value}:
                found.setdefault(table, {})[row] = left
    return found


@pytest.fixture(scope="module", params=NAMES)
def journey(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """Each form in turn."""
    return Journey(request.param, tmp_path_factory.mktemp(request.param))


def test_no_form_is_loaded_that_it_does_not_name(journey: Journey) -> None:
    borrowed = {
        path.read_text("utf-8").count("forms.sets.mn2019") for path in (FOLDER / journey.name).glob("*.py")
    }
    known = {name for name in journey.told["modules"] if name.startswith("forms.sets.mn2019")}
    assert bool(known) == (borrowed != {0})


def test_what_is_typed_is_what_the_dossier_holds(journey: Journey) -> None:
    content, form = journey.told["content"], journey.form
    assert content[form.facility.place].items() >= journey.package[form.facility.place].items()
    for record in form.lists:
        assert journey.records(record.place) == journey.package[record.place]
    assert content["cells"] == journey.package["cells"]


def test_every_command_does_its_work(journey: Journey) -> None:
    commands = {
        name: step for name, step in journey.told.items() if isinstance(step, dict) and "status" in step
    }
    assert len(commands) > 20
    failed = {name: step["err"] for name, step in commands.items() if step["status"]}
    assert failed.keys() == {"export nobody", "erase nobody"}
    pupils = journey.form.rolling.children and journey.form.pupils
    wanted = f"{pupils.called} nào" if pupils else "không giữ hồ sơ của ai"
    assert wanted in failed["export nobody"]
    assert (f"một {pupils.called}" if pupils else "không giữ hồ sơ của ai") in failed["erase nobody"]


def test_the_first_page_has_its_tables_and_lists(journey: Journey) -> None:
    form = journey.form
    steps = [
        *(record.title for record in form.records),
        *(f"Biểu {table.number} · {table.tab_title}" for table in form.tables),
    ]
    for page in ("empty", "filled", "home"):
        assert [step for step in steps if step not in journey.text(page)] == []
    assert ("Lấy dữ liệu" in journey.text("home")) == bool(form.derived_tables)
    assert "lỗi" not in journey.text("home").replace("F9 Lỗi", "")


def test_figures_follow_from_the_records_and_from_what_is_typed(journey: Journey) -> None:
    wanted = journey.whole(journey.figures)
    assert without_zeros(journey.json("tables --json")) == wanted
    assert journey.json("tables again") == journey.json("tables --json")
    assert without_zeros(journey.json("demo")) == wanted


def shown(screen: list[str], row: Row) -> list[str]:
    """What the line of a row shows after its number, without the cursor."""
    line = next(line for line in screen if line.split()[:1] == [str(row.ma_so)])
    return line.translate(str.maketrans("[]*", "   ")).split()


def test_the_tables_show_their_figures(journey: Journey) -> None:
    for table in journey.form.tables:
        rows = journey.figures[table.id]
        visible = [line.split()[0] for line in journey.told[table.id] if line.split()[:1]]
        for key, cells in rows.items():
            if key in table.row_by_key and str(table.row_by_key[key].ma_so) in visible:
                line = shown(journey.told[table.id], table.row_by_key[key])
                values = [
                    str(cells[column.key]) for column in own_columns(journey, table) if cells.get(column.key)
                ]
                assert [text for text in line if text in values][-len(values) :] == values


def own_columns(journey: Journey, table: Table) -> list[Any]:
    """The columns of the own block."""
    return list(table.measures(journey.own_block).values())


def test_what_its_letter_and_profile_tell_is_told_whatever_the_fields_are_called(journey: Journey) -> None:
    form = journey.form
    known = form.letters.get(journey.form.training.year, {})
    if office := form.letter.told(known, FieldRole.OFFICE):
        assert office in journey.text("office")
        assert office in journey.text("contacts")
    if head := form.facility.told(journey.package[form.facility.place], FieldRole.HEAD):
        assert head in journey.told["send"]["err"]


OF_NURSERIES = re.compile(
    r"(?<!\w)(trẻ|lớp|mầm non|chủ nhóm|giáo viên|nhân sự|báo cáo(?: thống kê)? đầu năm|849|biểu [1-4](?:, \d)+|(?:ba|bốn|năm) biểu)(?!\w)",
    re.IGNORECASE,
)


def test_no_page_speaks_of_what_another_form_has(journey: Journey) -> None:
    """Where the form itself does not."""
    own = json.dumps(journey.package, ensure_ascii=False) + repr(
        [record.title for record in journey.form.records]
    )
    if OF_NURSERIES.search(own):
        return
    found = {
        name: {match[0] for line in step for match in OF_NURSERIES.finditer(line)}
        for name, step in journey.told.items()
        if isinstance(step, list) and name != "modules"
    }
    assert {name: sorted(words) for name, words in found.items() if words} == {}


def test_behind_a_figure_stand_as_many_records(journey: Journey) -> None:
    for name, screen in journey.told.items():
        if name.startswith("behind "):
            table_id, _, key = name.removeprefix("behind ").partition(".")
            table = journey.form.table_by_id[table_id]
            total = own_columns(journey, table)[0].key
            count = journey.figures[table_id].get(key, {}).get(total, 0)
            assert f"({count})" in screen[0], name


def test_only_rules_of_the_form_speak(journey: Journey) -> None:
    assert [issue for issue in journey.json("check --json") if issue["severity"] == "error"] == []
    assert {issue["rule"] for issue in journey.json("check --json")} <= journey.form.rules.by_id.keys()


def test_the_print_is_of_the_form(journey: Journey) -> None:
    for name in ("report.pdf", "sum.pdf"):
        pages = [page.extract_text() for page in PdfReader(journey.files / name).pages]
        text = " ".join(" ".join(pages).split())
        wanted = [
            journey.form.code,
            journey.form.title,
            *(row.label for table in journey.form.tables for row in table.rows),
        ]
        missing = [part for part in wanted if "".join(part.split()) not in "".join(text.split())]
        assert missing == [], name


def test_the_workbook_has_its_sheets_rows_and_formulas(journey: Journey) -> None:
    book: Any = load_workbook(journey.files / "report.xlsx")
    for table in journey.form.tables:
        cells = [[cell.value for cell in row] for row in book[table.sheet.title].iter_rows()]
        numbers = {str(value) for row in cells for value in row[:6] if value is not None}
        assert {str(row.ma_so) for row in table.data_rows} <= numbers
        formulas = [value for row in cells for value in row if str(value).startswith("=")]
        computed = [column for column in table.columns if column.measure not in (table.typed_measures or ())]
        wanted = len(table.data_rows) * (
            len(table.columns) - len(table.typed_measures or ()) * len(table.owned_blocks)
        )
        assert len(formulas) == (wanted if table.sheet.live_totals and computed else 0)


def test_the_lists_make_the_journey_in_a_workbook(journey: Journey) -> None:
    if not journey.form.lists:
        assert not (journey.files / "rosters.xlsx").exists()
        return
    book: Any = load_workbook(journey.files / "rosters.xlsx", read_only=True)
    assert {record.upload_sheet for record in journey.form.lists} <= set(book.sheetnames)
    again = json.loads((journey.files / "of-rosters.json").read_text("utf-8"))
    for record in journey.form.lists:
        uploaded = {field.key for field in record.fields if field.upload}
        there, here = (
            [{key: value for key, value in each.items() if key in uploaded} for each in part[record.place]]
            for part in (again, journey.package)
        )
        assert there == here


def test_the_package_holds_what_was_typed(journey: Journey) -> None:
    package = json.loads((journey.files / "report.json").read_text("utf-8"))
    for record in journey.form.lists:
        kept = [{key: value for key, value in each.items() if key != "ref"} for each in package[record.place]]
        assert kept == journey.package[record.place]
    assert package["cells"] == journey.package["cells"]


def test_its_lesson_is_learnt_on_its_own_records(journey: Journey, tmp_path: Path) -> None:
    if journey.form.training.lesson is None:
        run = subprocess.run(
            [sys.executable, "-m", "tests.foreign_sets.in_force", journey.name, "--data", str(tmp_path), "lesson", "--json"],
            cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert run.returncode == 1
        assert journey.form.code in run.stderr and "chưa có bài học" in run.stderr
        return
    tasks = json.loads(journey.form.training.lesson())["tasks"]
    assert [task["task"] for task in journey.json("lesson")] == [task["key"] for task in tasks]
    assert not any(task["done"] for task in journey.json("lesson"))


def test_two_facilities_are_added_up(journey: Journey) -> None:
    combined = journey.json("sum")
    assert len(combined["facilities"]) == 2
    assert without_zeros(combined["tables"]) == journey.whole(journey.figures, times=2)


def test_it_is_signed_off_and_sent_by_keys(journey: Journey) -> None:
    form = journey.form
    assert all(total.title in journey.text("sign-off") for total in form.totals)
    (package,) = (journey.files / "by-keys" / "exports").rglob("ban-1/*.json")
    sent = json.loads(package.read_text("utf-8"))
    assert sent["check_code"] in journey.text("sent on screen")
    assert form.send.title in journey.text("sign-off") or "Gửi báo cáo" in journey.text("sign-off")
    assert sent["state"] == form.send.target
    assert ("Đưa lên Hệ thống" in journey.text("sent menu")) == bool(form.portal)
    for move in form.moves_from(form.send.target):
        assert move.title in journey.text("sent answer")


def test_the_office_looks_answers_and_adds_up_on_its_desk(journey: Journey) -> None:
    form, office = journey.form, journey.files / "office"
    names = [f"{journey.package[form.facility.place]['name']}{end}" for end in ("", " 2")]
    for number, name in enumerate(names):
        assert name[:30] in journey.text("office list 0")
        assert name[:30] in journey.text(f"office guest {number}")
        for table in form.tables:
            assert table.rows[0].label.lstrip("-+ ")[:12] in journey.text(f"office guest {number} {table.id}")
    moves = [form.answers[name] for name in ("approve", "reject") if name in form.answers]
    answers = [json.loads(path.read_text("utf-8")) for path in sorted((office / "tra-loi").glob("*.json"))]
    assert sorted(answer["move"] for answer in answers) == sorted(move.id for move in moves)
    for move in moves:
        assert move.title in journey.text(f"office {move.id}")
    assert len(list((office / "tra-loi").glob("*.pdf"))) == len(moves)
    approved = sum(move.target == "approved" for move in moves)
    assert f"{approved} cơ sở" in journey.text("office approved")
    assert without_zeros(journey.told["office figures"]) == journey.whole(journey.figures, times=2)
    assert {path.suffix for path in (office / "tong-hop").iterdir()} == {".pdf", ".xlsx"}
    assert len(list((office / "tong-hop").iterdir())) == 3


def test_nothing_that_the_office_writes_is_of_another_letter(journey: Journey) -> None:
    office = journey.files / "office"
    written = [
        *(path.read_text("utf-8") for path in (office / "tra-loi").glob("*.txt")),
        *(page.extract_text() for path in office.rglob("*.pdf") for page in PdfReader(path).pages),
    ]
    assert written
    for text in written:
        assert re.findall(r"849|quận 12|ủy ban|(?:phòng|sở) giáo dục và", text.casefold()) == []


def test_what_the_system_has_otherwise_is_told(journey: Journey) -> None:
    told = {difference["place"] for difference in journey.json("compare")["differences"]}
    place = journey.told["corrected"]
    assert place in told
    assert {each.partition(":")[0] for each in told} == {place.partition(":")[0]}


def test_the_screen_makes_the_files_of_the_form(journey: Journey) -> None:
    for key, suffix in (("f7", "pdf"), ("f8", "xlsx")):
        assert f".{suffix}" in journey.text(key), journey.told[key]


def test_the_next_year_begins_with_its_records(journey: Journey) -> None:
    rolled = json.loads((journey.files / "rolled.json").read_text("utf-8"))
    year = journey.form.training.year
    assert rolled["school_year"] == f"{year + 1}-{year + 2}"
    rolling = journey.form.rolling
    for key in {rolling.classes, rolling.children, rolling.staff} - {""}:
        place = journey.form.record_by_key[key].place
        assert len(rolled[place]) == len(journey.package[place])
    assert "cells" not in rolled or not rolled["cells"]


def test_a_command_in_a_process_of_its_own_knows_the_form(journey: Journey) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.foreign_sets.in_force", journey.name, "forms", "--json"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    (form,) = json.loads(run.stdout)
    assert (form["id"], form["code"]) == (journey.form.id, journey.form.code)
