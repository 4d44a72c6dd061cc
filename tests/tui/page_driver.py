"""A way to every page of the screens, for tests of what holds on all of them."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp

from openpyxl import Workbook

from exports.district.arriving.arriving_files import ANSWERS_FOLDER, SUMS_FOLDER
from exports.district.inbox import collect
from exports.district.report_sum import Collection
from exports.official.fill_plan import FillPlan
from exports.official.official_file import plan_fill
from exports.workbooks.report.report_reader import ReportBook
from exports.workbooks.rosters.roster_book import write_rosters
from forms.dossier.content import Content, Edit, empty_content
from forms.dossier.doubts import Doubt, doubting
from forms.model.values import Record, dumps
from forms.package.adopt import adopt
from forms.package.complaints import keeping
from forms.package.letters.letter_file import LetterFile, write_letter
from forms.package.training import training_day, training_package, training_year
from forms.report.figures import FiguresOf
from forms.report.report import Report
from forms.sets import newest
from forms.sets.mn2019.catalogues import catalogue
from forms.store.chain.came_back import CameBack
from forms.store.drafts.draft import Draft, encode_draft
from tests.builders import AT
from tests.exports.foreign_books import foreign_book
from tests.office_folder import fill
from tests.tui.conftest import Screen
from tui.desk.kinds.folder_choice import remember_folder
from tui.desk.page_names import PageName
from tui.jobs.district.arrivals_folder import office_folder
from tui.jobs.district.folder_reading import FolderReading
from tui.jobs.district.office import SumReport
from tui.jobs.export_kinds import ExportKind
from tui.jobs.intake.importing import offer_in, offer_of
from tui.jobs.intake.new_letter import plan_letter
from tui.jobs.intake.offers import Offer
from tui.jobs.keeping.backing_up import back_up
from tui.jobs.official.kept_comparison import edits_keeping
from tui.jobs.official.system_file import SystemFile, complaints_of, system_file_of
from tui.texts.help.keys import Action
from tui.texts.records import intake_words

T4 = "T4.203:TU_THUC.permanent"


def stale(screen: Screen) -> None:
    """A child becomes a girl or a boy, so that derived figures are stale."""
    now = screen.work.content.records("children")["c0001"]["sex"]
    other = next(item.code for item in catalogue("sexes").items if item.code != now)
    screen.work.put(("children", "c0001", "sex"), other)


def _changes(screen: Screen) -> None:
    stale(screen)
    screen.press("f5")


def _opened(place: str, *keys: str) -> Callable[[Screen], None]:
    def go(screen: Screen) -> None:
        screen.at(place)
        screen.press(*keys)

    return go


def _letter(screen: Screen) -> None:
    record = {"office": "Ủy ban nhân dân phường Mẫu", "office_short": "UBND phường", "last_day": "2019-10-16"}
    with TemporaryDirectory() as folder:
        path = Path(folder, "cong-van.json")
        path.write_text(
            write_letter(LetterFile(screen.work.content.form, screen.work.content.year, record)), "utf-8"
        )
        plan = plan_letter(screen.work.content, path)
    screen.desk.open(PageName.LETTER_PREVIEW, plan)


def _first(screen: Screen) -> None:
    screen.desk.begin(screen.work, PageName.FIRST_START)


def _export(screen: Screen) -> None:
    screen.terminal.holds_exports = True
    screen.desk.open(PageName.EXPORT, ExportKind.PDF)


def _found(screen: Screen) -> None:
    screen.at("children")
    screen.press("space")
    screen.type("nguyen")


def _pasted(screen: Screen) -> None:
    screen.at("children")
    screen.press("insert")
    screen.desk.paste(
        "Họ tên\tNgày sinh\tGiới tính\n"
        "NguyÔn ThÞ Thö\t1/9/2016\tN÷\n"
        "TrÇn V¨n MÉu\t31/02/2016\tNam\n"
        "Phan Mẫu An\t7/5/2016\tNữ\n"
    )


WORKBOOK, TEMPLATE = "danh-sach-tre.xlsx", "mau-tai-len.xlsx"
ROWS = (
    ("Họ tên", "Ngày sinh", "Giới tính", "Ghi chú"),
    ("Phan Mẫu Mới", "7/5/2016", "gái?", None),
    ("Phan Mẫu Sai", "31/02/2016", "Nam", "hỏi lại gia đình"),
    ("Phan Mẫu An", "7/5/2016", "Nữ", None),
)
"""A new child whose sex wants a look, a day that is none, a child of the training copy with another sex."""


@cache
def _offer() -> Offer:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Trẻ"
    for row in ROWS:
        sheet.append(row)
    with TemporaryDirectory() as folder:
        book.save(Path(folder) / WORKBOOK)
        return offer_of(Path(folder) / WORKBOOK, newest(), training_year())


def _imported(screen: Screen) -> None:
    screen.desk.open(PageName.INTAKE, intake_words.INTAKE_TITLE.format(name=WORKBOOK), _offer())
    screen.press("f9", "f9")


CSV = "danh-sach.csv"


@cache
def _csv_offer() -> Offer:
    """The same rows as Vietnamese Excel saves them as text: semicolons, a mark of UTF-8 before, a quoted cell."""
    lines = (
        ";".join(f'"{cell}"' if cell and ";" in cell else cell or "" for cell in row) for row in CSV_ROWS
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / CSV
        path.write_bytes("\r\n".join(lines).encode("utf-8-sig"))
        return offer_of(path, newest(), training_year())


CSV_ROWS = (
    ("DANH SÁCH TRẺ", None, None, None, None),
    ("Họ tên", "Ngày sinh", "Giới tính", "Số điện thoại liên hệ", "Chỗ ở hiện nay"),
    ("Phan Mẫu Mới", "7/5/2016", "Nữ", "903123456", "Số 1; ngõ 2"),
    ("Phan Mẫu Sai", "31/02/2016", "Nam", None, None),
    ("Phan Mẫu An", "7/5/2016", "Nữ", None, None),
)


def _csv(screen: Screen) -> None:
    screen.desk.open(PageName.INTAKE, intake_words.INTAKE_TITLE.format(name=CSV), _csv_offer())
    screen.press("f9")


ASKED = "danh-sach-lop.xlsx"
ASKED_ROWS = (
    ("DANH SÁCH TRẺ LỚP HOA SEN",),
    ("Họ tên", "Ngày sinh (mm/dd/yyyy)", "Giới tính", "Họ tên mẹ"),
    ("Trần Thị Mẫu Ánh", "9/11/2017", "Nữ", "Vũ Thị Mẹ Mẫu 2"),
    ("Phạm Mẫu Phúk", None, "Nam", "Võ Thị Mẹ Mẫu 3"),
    ("Phan Mẫu Mới", "8/5/2017", "Nữ", "Lý Thị Mẹ Mới"),
    ("Phan Mẫu Mới", "9/5/2017", "Nữ", None),
)
"""A child of the training copy with another birth date; the same new child twice, with two birth dates."""


@cache
def _asked_offer() -> Offer:
    return offer_in(foreign_book({"Danh sách": ASKED_ROWS}, ASKED), newest(), training_year())


def _asked(screen: Screen) -> None:
    """The order of the days was chosen; it is to be said whose a row is."""
    screen.desk.open(PageName.INTAKE, intake_words.INTAKE_TITLE.format(name=ASKED), _asked_offer())
    screen.press("down", "space", "f9")


def _filled(screen: Screen) -> None:
    data, plan = _plan()
    path = screen.work.workspace.folder / TEMPLATE
    path.write_bytes(data)
    screen.desk.open(PageName.FILL_PLAN, path, plan)


@cache
def _plan() -> tuple[bytes, FillPlan]:
    """The empty workbook of the upload, and what filling it with the records of the training copy does."""
    content = adopt(training_package(), empty_content(training_year()), "2019-09-19T14:05:00+07:00")
    data = write_rosters(Report(content, FiguresOf()(content), (), training_day()), blank=True)
    with TemporaryDirectory() as folder:
        path = Path(folder) / TEMPLATE
        path.write_bytes(data)
        return data, plan_fill(path, content)


SYSTEM_FILE = "hoc-sinh-he-thong.xlsx"
FIELDS_THERE = ("id", "name", "birth_date", "sex", "mother_name", "phone")
THERE: Mapping[str, Record] = {
    "c0001": {"id": "7900000001"},
    "c0002": {"birth_date": "2017-11-09"},
    "c0003": {"mother_name": "Vũ Thị Mẹ Khác"},
    "c0004": {"name": "Phan Mẫu Lạ", "birth_date": "2016-08-09", "mother_name": "Lý Thị Mẹ Lạ"},
    "c0005": {"birth_date": "31/02/2016"},
}
"""What the system has otherwise of the children of the training copy: a code, a day, a mother, somebody else, a wrong day."""


def system_file(content: Content, **complaints: str) -> SystemFile:
    """The children as the system lists them; *complaints* are ref → what stands under MA_LOI."""
    heads = [content.form.record_by_key["child"].field_by_key[key].label for key in FIELDS_THERE]
    children = {ref: {**child, **THERE.get(ref, {})} for ref, child in content.records("children").items()}
    rows = [
        [*(str(child[key]) if key in child else None for key in FIELDS_THERE), complaints.get(ref)]
        for ref, child in children.items()
    ]
    book = foreign_book({"Học sinh": [[*heads, "MA_LOI" if complaints else None], *rows]}, SYSTEM_FILE)
    return system_file_of(book, content.form, content.year, dumps(complaints))


def system_report(content: Content, digest: str = "r", **cells: int) -> SystemFile:
    """The form as the system has it: our figures, but *cells*: ``r203`` the permanent rooms, ``r017`` what was settled."""
    figures = FiguresOf()(content).as_json()
    for row, value in cells.items():
        table, column = ("T5", "settled") if row.startswith("r0") else ("T4", "TU_THUC.permanent")
        figures[table].setdefault(row[1:], {})[column] = value
    book = ReportBook(content.form, "", "", None, None, None, None, None, None, figures, ())
    return SystemFile("bieu-he-thong.xlsx", report=book, digest=digest)


def keep_comparison(screen: Screen, file: SystemFile) -> None:
    """As the page does that asks for a file."""
    screen.work.commit(edits_keeping(file, screen.work.content, AT))
    screen.work.system_files.append(file)


COMPLAINED = {"c0002": "Ngày sinh không hợp lệ", "c0006": "Thiếu dân tộc; TRUNG_MA_HOC_SINH"}


def complained(screen: Screen) -> SystemFile:
    """It is refused, and the system gives a file back with complaints."""
    refuse(screen)
    screen.desk.home()
    file = system_file(screen.work.content, **COMPLAINED)
    screen.work.commit(keeping(screen.work.content, complaints_of(file, screen.work.content, AT)))
    return file


def _compared(screen: Screen) -> None:
    file = complained(screen)
    screen.work.put(("children", "c0006", "sex"), "01")
    screen.desk.open(PageName.COMPARISON, file)
    screen.press("down", "down")


def _complaint(screen: Screen) -> None:
    """F9 walks from the remarks of the office to what the system complains about."""
    complained(screen)
    screen.press("f9", "escape", "f9", "f9", "f9")


def _complaints(screen: Screen) -> None:
    complained(screen)
    screen.desk.open(PageName.REPLIES)
    screen.press("end", "up", "up", "space")
    assert "[x]" in screen.text


LEFT = Draft(("cells", "T4", "203", "TU_THUC.permanent"), "12", 1, "2019-09-19T14:05:00+07:00")


def _offered(screen: Screen) -> None:
    assert screen.work.draft_file is not None
    screen.work.draft_file.offered = LEFT
    screen.desk.drafts.offer()


def _draft(screen: Screen) -> None:
    screen.desk.open(PageName.DRAFT, LEFT, lambda: "2019-2020.draft.2019-09-19.1")


def _dropped(screen: Screen) -> None:
    file = screen.work.draft_file
    assert file is not None
    file.offered = None
    path = screen.work.workspace.folder / "2019-2020.draft.2019-09-19.1"
    path.write_bytes(encode_draft(LEFT))
    screen.desk.open(PageName.DROPPED)


def came_back(screen: Screen) -> None:
    """The next start after a sudden end: two changes were not folded."""
    session = screen.work.session
    before = session.dossier.content
    screen.work.put(("facility", "phone"), "02800000002")
    screen.work.put(("children", "c0003", "name"), "Trẻ Mẫu Ba")
    changes = list(session.dossier.journal.changes())[-2:]
    session.came_back = CameBack(before, tuple(changes))
    screen.desk.drafts.offer()


def _set_aside(screen: Screen) -> None:
    """What came back was set aside, one place of it was entered otherwise since, and is being got back."""
    came_back(screen)
    screen.desk.act(Action.SET_ASIDE)
    screen.work.commit([Edit(("facility", "phone"), _phone(screen), "02800000009")])
    screen.desk.act(Action.RESTORE)


def _aside_preview(screen: Screen) -> None:
    _set_aside(screen)
    screen.press("enter")


def _outside(screen: Screen) -> Path:
    """A folder that was written into last, with a backup of the dossier as it was before a change."""
    workspace = screen.work.workspace
    folder = workspace.folder / "USB"
    folder.mkdir(exist_ok=True)
    list(back_up(workspace, folder, screen.desk.say))
    remember_folder(screen.desk, folder)
    screen.work.commit([Edit(("facility", "phone"), _phone(screen), "02800000002")])
    screen.work.fold()
    return folder


def _restore(screen: Screen) -> None:
    _outside(screen)
    screen.desk.act(Action.RESTORE)


def restore_preview(screen: Screen) -> None:
    _restore(screen)
    screen.press("enter")


def _restored(screen: Screen) -> None:
    restore_preview(screen)
    screen.press("end", "enter")


def _marked(screen: Screen) -> None:
    """A note and a name that was taken over with a doubt."""
    content = screen.work.content
    path = ("notes", "T4", "203", "TU_THUC.permanent")
    name = content.value(("children", "c0002", "name"))
    doubt = doubting(content, "children/c0002", "name", name, Doubt("guess", "«Lê  Mẫu» là «Lê Mẫu»"))
    screen.work.commit([Edit(path, content.value(path), "Hỏi lại chủ nhà"), doubt])


def _marks(screen: Screen) -> None:
    _marked(screen)
    screen.desk.act(Action.MARKS)


def _reminded(screen: Screen) -> None:
    """Five days later nothing was carried away yet."""
    work = screen.work
    work.workspace = work.workspace.but(day=training_day() + timedelta(days=5))
    assert screen.page.messages()


def _backed_up(screen: Screen) -> None:
    _outside(screen)
    screen.desk.act(Action.BACK_UP)
    screen.press("enter")


def _missing(screen: Screen) -> None:
    for path in (("children", "c0003", "sex"), ("staff", "s0001", "role")):
        screen.work.put(path, None)
    screen.at("missing")


def _roll(screen: Screen) -> None:
    screen.desk.open(PageName.ROLL)


SENDER = "Nguyễn Thị Mẫu"
REFUSED = "⏎Cán Bộ Mẫu⏎Sai ba chỗ⏎biểu 4⏎Thiếu bếp⏎mã 83⏎Đếm lại⏎trẻ 3⏎Sai họ tên⏎↓⏎"
"""A refusal as it is typed into its form: day, who, words, three places with their words; the line that keeps it."""


def sign_off(screen: Screen) -> None:
    """The page of the next sending."""
    screen.desk.home()
    screen.type("14⏎")


def send(screen: Screen) -> None:
    """The training copy is sent, the first warning explained."""
    sign_off(screen)
    screen.type(f"Cân lại sau⏎‹f10›⏎{SENDER}⏎")


def _portal(screen: Screen) -> None:
    send(screen)
    screen.desk.open(PageName.PORTAL)


def _portal_compared(screen: Screen) -> None:
    """Children and the form were compared; a figure is another one there, one is there alone."""
    send(screen)
    keep_comparison(screen, system_file(screen.work.content))
    keep_comparison(screen, system_report(screen.work.content, r203=2, r195=1))
    screen.desk.open(PageName.PORTAL)
    screen.press(*["down"] * 10)


def refuse(screen: Screen) -> None:
    """It is sent, and refused with three remarks."""
    send(screen)
    screen.type("‹f10›⏎↓⏎" + REFUSED)


def _answer(screen: Screen) -> None:
    send(screen)
    screen.press("f10", "enter")


def _answer_form(screen: Screen) -> None:
    """The form of a refusal."""
    send(screen)
    screen.type("‹f10›⏎↓⏎")


def _differences(screen: Screen) -> None:
    refuse(screen)
    screen.at("children/c0003/name")
    screen.type("Trẻ Mẫu Ba⏎")
    screen.at("T4.203:TU_THUC.permanent")
    screen.type("2⏎")
    screen.desk.home()
    screen.type("‹f10›19⏎")


def _history(screen: Screen) -> None:
    """A cell that was typed, typed again and undone, and given a note, by people of the test."""
    path = ("cells", "T4", "204", "TU_THUC.permanent")
    dossier = screen.work.session.dossier
    dossier.who = "chu.mau"
    for value in (2, 3):
        dossier.set(path, value, "đếm lại phòng")
    dossier.undo()
    dossier.who = "ke.toan.mau"
    dossier.set(("notes", *path[1:]), "Hỏi lại chủ nhà")
    screen.at("T4.204:TU_THUC.permanent")
    screen.desk.act(Action.HISTORY)


def _erase(screen: Screen) -> None:
    screen.at("children/c0003")
    screen.desk.act(Action.ERASE)


def _erased(screen: Screen) -> None:
    """Erased by the keys: the reason, then consent in words."""
    _erase(screen)
    screen.type("‹end›⏎Phụ huynh yêu cầu⏎xóa hẳn⏎")


def _remark(screen: Screen) -> None:
    refuse(screen)
    screen.press("f9")


@cache
def _arrived(today: date) -> tuple[Path, Collection]:
    """A folder of what facilities sent and what is in it, read once: all desks share it."""
    folder = Path(mkdtemp()) / "phong"
    atexit.register(rmtree, folder.parent)
    return folder, collect([fill(folder)], today)


def office(screen: Screen) -> None:
    """The office's desk over a folder of what facilities sent; nothing is answered yet."""
    today = screen.work.workspace.today
    folder, found = _arrived(today)
    for made in (ANSWERS_FOLDER, SUMS_FOLDER):
        rmtree(folder / made, ignore_errors=True)
    workspace = office_folder(str(folder), None, today)
    screen.desk.enter(SumReport(workspace, found, reading=FolderReading(workspace)), PageName.OFFICE)


def _in_the_office(keys: str) -> Callable[[Screen], None]:
    def go(screen: Screen) -> None:
        office(screen)
        screen.type(keys)

    return go


def _lesson(*keys: str) -> Callable[[Screen], None]:
    def go(screen: Screen) -> None:
        screen.desk.open(PageName.LEARN)
        screen.desk.carry_out(lambda: screen.at("children/c0021"))
        screen.press(*keys)

    return go


def _tasks(screen: Screen) -> None:
    _lesson("4")(screen)
    assert screen.desk.learning is not None
    screen.desk.learning.go_to_task("paste")
    screen.desk.open(PageName.LESSON)


def _presented(screen: Screen) -> None:
    screen.desk.presents = True
    _lesson("escape")(screen)
    screen.at(T4)
    screen.type("‹up›‹down›")


OF_THE_LESSON = ("lesson", "lesson-hint", "lesson-tasks", "presented")
"""Pages that lead out of the dossier, into the copy of the lesson."""
PAGES: Mapping[str, Callable[[Screen], None]] = {
    "home": lambda screen: None,
    "first": _first,
    **{f"table-{number}": _opened(f"T{number}") for number in range(1, 6)},
    **{f"table-{number}-whole": _opened(f"T{number}", "f6") for number in range(1, 5)},
    "facility": _opened("facility"),
    "campaign": _opened("campaign"),
    "letter": _letter,
    "child": _opened("children/c0001"),
    "class": _opened("classes/k0001"),
    "staff-member": _opened("staff/s0001"),
    "classes": _opened("classes"),
    "children": _opened("children"),
    "staff": _opened("staff"),
    "quick-classes": _opened("classes", "insert"),
    "quick-children": _opened("children", "insert"),
    "quick-staff": _opened("staff", "insert", "up"),
    "roll": _roll,
    "codes": _opened("children/c0001/ethnicity", "enter"),
    "many": _opened("children", "space", "space", "ctrl+f"),
    "found": _found,
    "draft": _draft,
    "dropped": _dropped,
    "offered": _offered,
    "came-back": came_back,
    "restore": _restore,
    "restore-preview": restore_preview,
    "restored": _restored,
    "set-aside": _set_aside,
    "set-aside-preview": _aside_preview,
    "backed-up": _backed_up,
    "reminded": _reminded,
    "home-marked": _marked,
    "marks": _marks,
    "new-child": _opened("children/c0046", "insert"),
    "paste": _pasted,
    "intake": _imported,
    "intake-csv": _csv,
    "intake-asked": _asked,
    "fill-plan": _filled,
    "missing": _missing,
    "behind": _opened("T2.083:TU_THUC.total", "enter"),
    "issues": _opened("issues"),
    "changes": _changes,
    "help": _opened(T4, "f1"),
    "menu": _opened(T4, "f10"),
    "export": _export,
    "sign-off": sign_off,
    "sent": send,
    "portal": _portal,
    "portal-compared": _portal_compared,
    "comparison": _compared,
    "complaint": _complaint,
    "complaints": _complaints,
    "answer": _answer,
    "answer-form": _answer_form,
    "refused": refuse,
    "remark": _remark,
    "differences": _differences,
    "history": _history,
    "erase": _erase,
    "privacy": lambda screen: screen.desk.open(PageName.PRIVACY),
    "erased": _erased,
    "lesson": _lesson(),
    "lesson-hint": _lesson("f1", "escape"),
    "lesson-tasks": _tasks,
    "presented": _presented,
    "office": office,
    "facilities": _in_the_office("1⏎"),
    "facility-choice": _in_the_office("1⏎ ‹ctrl+f›"),
    "turned": _in_the_office("2⏎"),
    "absent": _in_the_office("3⏎"),
    "guest": _in_the_office("1⏎⏎"),
    "guest-figures": _in_the_office("1⏎↓↓⏎↓"),
    "guest-issues": _in_the_office("1⏎⏎10⏎ "),
    "guest-refusal": _in_the_office("1⏎⏎10⏎ ‹escape›11⏎↓⏎"),
    "guest-answer": _in_the_office("1⏎⏎11⏎"),
    "sum-table": _in_the_office("6⏎"),
    "sum-parts": _in_the_office("11⏎"),
    "sum-behind": _in_the_office("6⏎⏎"),
}


def with_something_to_undo(screen: Screen) -> None:
    """A change that can be undone and one that can be redone."""
    for phone in ("02800000002", "02800000003"):
        screen.work.commit([Edit(("facility", "phone"), _phone(screen), phone)])
    screen.work.undo()


def _phone(screen: Screen) -> object:
    return screen.work.content.facility.get("phone")
