"""A report of a form of the tests on its way, from the first key to the district's sum: ``python -m tests.foreign_sets.journey NAME FOLDER``.

What is typed is what the training package of the form holds. One JSON object comes out: what each step showed or
said, for ``test_journeys``, which compares it with the form.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from tests.foreign_sets.in_force import put_in_force, running_with

NAME, FOLDER = sys.argv[1:] if __name__ == "__main__" else ("", "")
FORM = put_in_force(NAME)

# the form is the only one before anything asks for one
from openpyxl import load_workbook  # noqa: E402

from exports.district.breakdown import roles_of_parts  # noqa: E402
from forms.dossier.place_names import title_of  # noqa: E402
from forms.model.place import Place  # noqa: E402
from forms.model.record import Field, FieldType  # noqa: E402
from tests.tui.conftest import FakeTerminal, Screen  # noqa: E402
from tui.cli.main import main  # noqa: E402
from tui.desk.desk import Desk  # noqa: E402
from tui.desk.page_names import PageName  # noqa: E402
from tui.jobs import export_process  # noqa: E402
from tui.jobs.background import Job  # noqa: E402
from tui.jobs.district.arrivals_folder import nothing_yet, office_folder  # noqa: E402
from tui.jobs.district.folder_reading import FolderReading  # noqa: E402
from tui.jobs.district.office import SumReport  # noqa: E402
from tui.jobs.open_report import OpenReport, open_session  # noqa: E402
from tui.jobs.workspace import Workspace  # noqa: E402
from tui.pages import registry  # noqa: E402
from tui.texts.district import office_words  # noqa: E402

YEAR = FORM.training.year
TODAY = date(YEAR, 9, 19)
PACKAGE: dict[str, Any] = json.loads(FORM.training.package())
PACKAGE[FORM.facility.place]["name"] += " 1"
"""The facility of the training copy itself is not added up."""
SENDER = "Người Mẫu Gửi"


class Terminal(FakeTerminal):
    """Work is done when the key that began it has been; exports are made."""

    def start(self, job: Job[Any]) -> None:
        job.carry_out(self.desk.carry_out)


def ran(*words: str) -> dict[str, Any]:
    """A command, what it said and how it ended."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main([*words])
    return {"status": status, "out": out.getvalue(), "err": err.getvalue()}


class Told(dict[str, Any]):
    """What the steps told, by their names."""

    def command(self, name: str, folder: Path, *words: str | Path) -> None:
        """What a command answers."""
        self[name] = ran("--data", str(folder), "--today", TODAY.isoformat(), *map(str, words))

    def on_its_own_day(self, name: str, folder: Path, *words: str) -> None:
        """What a command answers when no day is given."""
        self[name] = ran("--data", str(folder), *words)

    def look(self, name: str, screen: Screen) -> None:
        """What the screen shows."""
        self[name] = screen.lines


def keys(field: Field, value: Any) -> str:
    """What somebody types for a value."""
    match field.type:
        case FieldType.DATE:
            return datetime.fromisoformat(value).strftime("%d%m%Y")
        case FieldType.BOOL:
            return field.answer(yes=value).name
        case _:
            return str(value)


def fill(screen: Screen) -> None:
    """The profile, every record and the cells of the package, key by key; each list by its first cell, then field by field."""
    for key, value in PACKAGE[FORM.facility.place].items():
        screen.at(f"{FORM.facility.place}/{key}")
        screen.type(f"{keys(FORM.facility.field_by_key[key], value)}⏎")
    for record in FORM.lists_after_what_they_name:
        first = record.quick_columns[0].field
        for number, values in enumerate(PACKAGE[record.place], 1):
            screen.at(record.place)
            screen.press("insert")
            screen.type(f"{keys(record.field_by_key[first], values[first])}⇥")
            for key, value in values.items():
                if key != first:
                    screen.at(f"{record.place}/{record.letter}{number:04}/{key}")
                    screen.type(f"{keys(record.field_by_key[key], value)}⏎")
    for table, rows in PACKAGE["cells"].items():
        for row, cells in rows.items():
            for column, value in cells.items():
                screen.at(f"{table}.{row}:{column}")
                screen.type(f"{value}⏎")


def opened(work: OpenReport | SumReport, page: PageName) -> Screen:
    """A screen that shows *work*."""
    terminal = Terminal()
    screen = Screen(Desk(work, terminal, registry.page_of, 120, 40), terminal)
    screen.desk.begin(work, page)
    return screen


def opened_dossier(folder: Path) -> Screen:
    """A screen on the dossier in *folder*."""
    workspace = Workspace(folder, day=TODAY)
    session, notices = open_session(workspace)
    return opened(OpenReport(workspace, session, notices), PageName.HOME)


def on_screen(told: Told, folder: Path) -> None:
    """Filled in, taken, looked at, printed and exported by keys."""
    setattr(export_process, "running", partial(running_with, NAME))  # noqa: B010
    screen = opened_dossier(folder)
    desk, work = screen.desk, screen.work
    told.look("empty", screen)
    fill(screen)
    desk.home()
    told.look("filled", screen)
    if FORM.derived_tables:
        screen.press("f5")
        told.look("figures to take", screen)
        screen.press("enter")
    for table in FORM.tables:
        screen.at(table.id)
        told.look(table.id, screen)
    for counted, row, column in behind():
        screen.at(f"{counted}.{row}:{column}")
        screen.press("enter")
        told.look(f"behind {counted}.{row}", screen)
    for record in FORM.records:
        screen.at(record.place)
        told.look(record.place, screen)
    for place in ("issues", "missing", FORM.letter.place):
        screen.at(place)
        told.look(place, screen)
    for page in (PageName.HELP, PageName.MENU, PageName.ROLL, PageName.PRIVACY, PageName.HISTORY):
        desk.home()
        desk.open(page)
        told.look(f"page {page}", screen)
        if page is PageName.HELP:
            screen.press("end")
            told.look("contacts", screen)
    for key in ("f7", "f8"):
        desk.home()
        screen.press(key)
        told.look(key, screen)
    desk.home()
    told.look("home", screen)
    told["content"] = json.loads(json.dumps(work.content.tree, default=float))
    work.session.close()


def sent_by_keys(told: Told, folder: Path) -> None:
    """The report signed off and sent on the screen; what was answered is written down where the form knows answers."""
    screen = opened_dossier(folder)
    screen.desk.open(PageName.SENDING)
    told.look("sign-off", screen)
    screen.type(f"‹f10›⏎{SENDER}⏎")
    if screen.desk._question is not None:  # somebody else heads the facility
        screen.press("enter")
    told.look("sent on screen", screen)
    portal = (PageName.PORTAL,) if FORM.portal else ()
    for page in (PageName.HOME, PageName.MENU, PageName.DIFFERENCES, *portal, PageName.ANSWER):
        screen.desk.home()
        if page is not PageName.HOME:
            screen.desk.open(page)
        told.look(f"sent {page}", screen)
    screen.work.session.close()


def at_office(told: Told, folder: Path, packages: list[Path]) -> None:
    """What two facilities sent is read, looked at, answered, summed, printed on the office's desk."""
    folder.mkdir()
    for number, package in enumerate(packages):
        (folder / f"{number}.json").write_bytes(package.read_bytes())
    workspace = office_folder(str(folder), None, TODAY)
    reading = FolderReading(workspace, None, clock=lambda: 0.0)
    screen = opened(SumReport(workspace, nothing_yet(workspace), reading=reading), PageName.OFFICE)
    desk = screen.desk
    desk.open(PageName.OFFICE_FOLDER)
    told.look("office", screen)
    for number, move in enumerate(("approve", "reject")):
        desk.home()
        desk.open(PageName.FACILITIES)
        told.look(f"office list {number}", screen)
        screen.type(f"{'↓' * number}⏎")
        told.look(f"office guest {number}", screen)
        for table in FORM.tables:
            screen.at(table.id)
            told.look(f"office guest {number} {table.id}", screen)
        desk.home()
        if move in FORM.answers:
            answer(screen, move)
            told.look(f"office {move}", screen)
        desk.home()
        while desk._outer:
            screen.press("escape")
        desk.home()
    step(screen, office_words.OFFICE_ADDED)
    told.look("office approved", screen)
    step(screen, office_words.OFFICE_ADDED)
    for table in FORM.tables:
        screen.at(table.id)
        told.look(f"office sum {table.id}", screen)
    parts = (PageName.SUM_PARTS,) if roles_of_parts(FORM) else ()
    for page in (*parts, PageName.ISSUES, PageName.HELP, PageName.MENU):
        desk.home()
        desk.open(page)
        told.look(f"office {page}", screen)
    desk.home()
    for title in (office_words.OFFICE_PRINT, office_words.OFFICE_EXCEL, office_words.OFFICE_PROGRESS):
        step(screen, title)
        told.look(f"office {title}", screen)
    told["office figures"] = desk.work.figures.as_json()


def step(screen: Screen, title: str) -> None:
    """The step of that title is carried out."""
    screen.type(f"{next(one.number for one in screen.page.steps if one.title == title)}⏎")


def answer(screen: Screen, move: str) -> None:
    """The report in front is answered; a refusal names the first table."""
    step(screen, office_words.GUEST_ANSWER)
    first = move == next(iter(name for name in ("approve", "reject") if name in FORM.answers))
    screen.type("⏎" if first else "↓⏎")
    screen.type("⏎Cán Bộ Mẫu⏎Lời ghi⏎")
    if FORM.answers[move].target == "rejected":
        screen.type(f"{title_of(Place(FORM.tables[0].id), screen.work.content)}⏎Xem lại⏎↓")
    screen.press("enter")


def behind() -> Iterator[tuple[str, str, str]]:
    """The derived rows that count people, with the column of the own block."""
    block = FORM.own_block(PACKAGE[FORM.facility.place]["ownership"])
    for table in FORM.derived_tables:
        for row in table.data_rows:
            if row.query and row.query.record != FORM.facility.key:
                yield table.id, row.key, table.measures(block)[table.total_measure].key


def second_facility(file: Path) -> Path:
    """The package *file* once more, of another facility."""
    package = json.loads(file.read_text("utf-8"))
    profile = package[FORM.facility.place]
    profile["code"], profile["name"] = f"{profile['code'][:-1]}7", f"{profile['name']} 2"
    other = file.with_name("of-another.json")
    other.write_text(json.dumps({key: part for key, part in package.items() if key in PACKAGE}), "utf-8")
    return other


def corrected(book: Path) -> tuple[Path, str]:
    """The workbook with 7 in the first cell that people type, and where that is."""
    block = FORM.own_block(PACKAGE[FORM.facility.place]["ownership"])
    table, row, column = next(
        (table, row, column)
        for table in FORM.tables
        for row in table.data_rows
        if not table.derives(row)
        for column in table.measures(block).values()
        if table.can_type(row, column, block)
    )
    workbook: Any = load_workbook(book)
    sheet = workbook[table.sheet.title]
    at = next(
        line for line in sheet.iter_rows() if any(str(cell.value) == str(row.ma_so) for cell in line[:6])
    )
    lead = next(place for place, cell in enumerate(at) if str(cell.value) == str(row.ma_so))
    at[lead + 1 + table.index[column.key]].value = 7
    workbook.save(book.with_name("of-the-system.xlsx"))
    return book.with_name("of-the-system.xlsx"), f"{table.id}.{row.key}:{column.key}"


def by_command(told: Told, data: Path, files: Path) -> None:
    """The same report by commands: read, checked, made into files, sent, summed, compared, rolled, made again elsewhere."""
    files.mkdir()
    for words in (("tables", "--json"), ("tables",), ("check", "--json"), ("forms", "--json")):
        told.command(" ".join(words), data, *words)
    if FORM.training.lesson:
        told.command("lesson", files / "learning", "lesson", "--json")
    told.command("demo", data, "--demo", "tables", "--json")
    told.on_its_own_day("demo on its day", data, "--demo", "check", "--json")
    for kind, name in (
        ("pdf", "report.pdf"),
        ("xlsx", "report.xlsx"),
        ("json", "report.json"),
        ("missing", "missing.xlsx"),
        *((("rosters", "rosters.xlsx"),) if FORM.lists else ()),
    ):
        told.command(f"export {kind}", data, "export", kind, "-o", files / name)
    told.command("export nobody", data, "export", "child", "nowhere/x0001")
    told.command("erase nobody", data, "erase", "nowhere/x0001", "--reason", "none")
    for name in ("report.json", "report.xlsx"):
        told.command(f"verify {name}", data, "verify", files / name)
    again, rows = files / "again", files / "rows"
    told.command("import package", again, "import", files / "report.json")
    told.command("tables again", again, "tables", "--json")
    if FORM.lists:
        told.command("import rosters", rows, "import", files / "rosters.xlsx")
        told.command("package of rosters", rows, "export", "json", "-o", files / "of-rosters.json")
    other, place = corrected(files / "report.xlsx")
    told["corrected"] = place
    told.command("compare", data, "compare", other, "--json")
    by_keys = files / "by-keys"
    told.command("import to be sent by keys", by_keys, "import", files / "report.json")
    sent_by_keys(told, by_keys)
    told.command("send", data, "send", "--by", SENDER)
    told.command("verify sent", data, "verify", next((data / "exports").rglob("ban-1/*.json")))
    told.command("import another", files / "another", "import", second_facility(files / "report.json"))
    told.command("send another", files / "another", "send", "--by", SENDER)
    sums = [next((folder / "exports").rglob("ban-1/*.json")) for folder in (data, files / "another")]
    told.command("sum", data, "combine", *sums, "--json", "-o", files / "sum.pdf")
    told.command("sum in a workbook", data, "combine", *sums, "-o", files / "sum.xlsx")
    at_office(told, files / "office", [next((by_keys / "exports").rglob("ban-1/*.json")), sums[1]])
    told.command("roll", data, "roll", "--to", f"{YEAR + 1}-{YEAR + 2}")
    told.command("rolled", data, "export", "json", "-o", files / "rolled.json")
    told.command("backup", data, "backup", files)


if __name__ == "__main__":
    steps = Told()
    folder = Path(FOLDER)
    on_screen(steps, folder / "data")
    by_command(steps, folder / "data", folder / "files")
    print(json.dumps({**steps, "modules": sorted(sys.modules)}))
