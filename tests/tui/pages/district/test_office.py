"""The office's desk: the lists, one facility, the answer to it, the summed tables."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exports.district.inbox import collect
from exports.district.report_sum import Changes, Collection, combine
from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.model.text import clean
from forms.package.adopt import carried
from forms.package.answers import Answer
from forms.package.reader import read
from forms.sets.mn2019.form import FORM
from tests.exports.arriving import code_of_seed, naive_cells, put, sealed_again, sent_package
from tests.office_folder import SENDER, content_of, fill, package_of
from tests.tui.conftest import FULL, NOW, FakeTerminal, Screen
from tui.desk.desk import Desk
from tui.desk.page_names import PageName
from tui.jobs.district.arrivals_folder import nothing_yet, office_folder
from tui.jobs.district.folder_reading import FolderReading
from tui.jobs.district.office import SumReport
from tui.jobs.revisions.answering import reply_in_file
from tui.pages import registry
from tui.pages.district.facilities import FacilitiesPage
from tui.pages.district.guest import GuestHome
from tui.pages.district.office_home import OfficeHome
from tui.pages.district.office_jobs import look_again
from tui.pages.issues.issue_list import IssuesPage
from tui.pages.tables.sheet import SheetPage
from tui.texts.help.keys import CHANGING, Action

pytestmark = pytest.mark.slow


def desk_on(folder: Path, data_folder: Path | None = None, *, holds: bool = False) -> Screen:
    """The office's first page, as the program begins it; *holds*: nothing is read yet."""
    workspace = office_folder(str(folder), None, NOW.date())
    terminal = FakeTerminal()
    terminal.holds = holds
    reading = FolderReading(workspace, data_folder, clock=lambda: 0.0)
    work = SumReport(workspace, nothing_yet(workspace), reading=reading)
    screen = Screen(Desk(work, terminal, registry.page_of, 80, 24), terminal)
    screen.desk.begin(work, PageName.OFFICE)
    screen.desk.open(PageName.OFFICE_FOLDER)
    return screen


@pytest.fixture
def office(tmp_path: Path) -> Screen:
    """The desk on a folder of what facilities sent."""
    return desk_on(fill(tmp_path / "phong"))


def folder_of(screen: Screen) -> Path:
    return screen.work.workspace.folder


def names(screen: Screen) -> list[str]:
    return [line.cells[0] for line in screen.page.lines]


def test_every_file_is_counted_somewhere_and_none_is_changed(office: Screen) -> None:
    before = {path: path.read_bytes() for path in folder_of(office).iterdir()}
    steps = {step.title: step.what for step in office.page.steps}
    assert steps["Cơ sở đã gửi"] == "3 cơ sở"
    assert steps["Tệp chưa cộng"] == "2 tệp"
    assert steps["Cơ sở chưa gửi"] == "1 cơ sở"
    for number in range(1, 15):
        office.desk.home()
        office.type(f"{number}⏎⏎‹escape›‹escape›")
    assert {path: path.read_bytes() for path in before} == before


def test_letters_narrow_the_list_and_ctrl_f_orders_it(office: Screen) -> None:
    office.type("1⏎")
    assert names(office) == ["Nhóm trẻ Mẫu 0", "Nhóm trẻ Mẫu 1", "Nhóm trẻ Mẫu 2"]
    office.type("mau 1")
    assert names(office) == ["Nhóm trẻ Mẫu 1"]
    office.press("escape")
    office.type("‹ctrl+f›12⏎")
    assert isinstance(office.page, FacilitiesPage)
    assert names(office) == ["Nhóm trẻ Mẫu 2", "Nhóm trẻ Mẫu 1", "Nhóm trẻ Mẫu 0"]
    office.press("escape")
    assert isinstance(office.page, OfficeHome)


def test_the_reasons_of_files_that_are_not_added_stand_in_their_list(office: Screen) -> None:
    office.type("2⏎")
    reasons = {line.cells[0]: line.cells[1] for line in office.page.lines}
    assert reasons["nhom-mau-3.json"] == "chưa gửi (bản nháp)"
    assert "đã bị sửa sau khi ghi" in reasons["nhom-mau-4.json"]
    office.press("down")
    told = " ".join(office.lines[-7:-1])
    assert f"nhom-mau-4.json: {reasons['nhom-mau-4.json']}" in " ".join(told.split()), "whole, below the list"
    assert "Nhắn cơ sở: Tệp «nhom-mau-4.json» bị hỏng hoặc đã bị sửa" in " ".join(office.text.split())


@pytest.mark.parametrize("keys", ["", "1⏎", "2⏎", "3⏎", "6⏎", "1⏎⏎", "1⏎⏎3⏎", "1⏎⏎3⏎⏎", "1⏎⏎6⏎", "1⏎⏎10⏎"])
def test_the_desk_shows_its_own_keys_only(office: Screen, keys: str) -> None:
    office.type(keys)
    owners = CHANGING | {Action.UNDO, Action.REDO, Action.MISSING, Action.PRINT, Action.EXCEL, Action.HISTORY}
    assert owners.isdisjoint({*office.page.doable(), *office.page.in_key_line})
    office.press("ctrl+z")
    assert "không có tác dụng" in office.said


def test_a_facility_opens_to_look_at_and_nothing_of_it_can_be_typed(office: Screen) -> None:
    office.type("1⏎↓⏎")
    assert isinstance(office.page, GuestHome)
    assert "Nhóm trẻ Mẫu 1" in office.lines[0] and "CHỈ XEM" in office.lines[0]
    content = office.work.content
    for place in ("T4.203:TU_THUC.permanent", "children/c0005/name", "facility/phone"):
        office.at(place)
        office.type("9")
        assert "ở đây chỉ xem" in office.said, place
        office.type("‹f2›‹f4›‹f5›‹f6›‹insert›‹ctrl+d›‹ctrl+t›⌫‹delete›‹ctrl+z›")
        assert office.work.content is content
        while office.desk._question is not None:
            office.press("escape")
    office.at("T2.083:TU_THUC.total")
    office.type("⏎⏎")
    assert "TRẺ ·" in office.lines[0]
    office.desk.home()
    office.press("escape")
    assert isinstance(office.page, FacilitiesPage) and not office.work.has_records


def test_a_facility_that_sent_no_records_shows_figures_and_how_many_people_there_are(office: Screen) -> None:
    office.type("1⏎↓↓⏎")
    assert isinstance(office.page, GuestHome)
    assert "Nhóm trẻ Mẫu 2" in office.lines[0] and "CHỈ XEM" in office.lines[0]
    steps = {step.title: step for step in office.page.steps}
    assert [steps[title].what for title in ("Hồ sơ nhóm, lớp", "Hồ sơ trẻ", "Hồ sơ nhân sự")] == [
        "4 nhóm, lớp",
        "44 trẻ",
        "8 người",
    ]
    office.type("3⏎")
    assert isinstance(office.page, GuestHome) and "hồ sơ ở lại cơ sở" in office.said
    office.at("T2.083:TU_THUC.total")
    assert office.under_cursor == "44"
    office.type("⏎")
    assert isinstance(office.page, SheetPage) and office.work.stale_cells == {}
    for keys in ("9", "‹f5›‹f7›‹f8›‹ctrl+t›⌫‹delete›‹ctrl+z›"):
        office.type(keys)
        assert isinstance(office.page, SheetPage), keys
        while office.desk._question is not None:
            office.press("escape")
    office.at("facility/phone")
    office.type("9")
    assert "hồ sơ ở lại cơ sở" in office.said


@pytest.mark.slow
def test_it_is_refused_with_words_at_a_table_and_at_a_whole_list(office: Screen) -> None:
    office.type("1⏎↓↓⏎11⏎↓⏎⏎Cán Bộ Mẫu⏎Sai hai chỗ⏎biểu 4⏎Thiếu bếp⏎trẻ 3⏎")
    assert "trẻ 3" in office.said, "no such child came"
    office.press("escape")
    office.type("children⏎Thiếu một trẻ⏎↓⏎")
    (path,) = (folder_of(office) / "tra-loi").glob("*.json")
    assert [remark["place"] for remark in json.loads(path.read_bytes())["remarks"]] == ["T4", "children"]
    own = sent_content(2)
    assert [edit.path[0] for edit in reply_in_file(office.work.workspace, own, path).edits] == [
        "state",
        "answers",
    ]


def sent_content(number: int) -> Content:
    """What the facility itself keeps of what it sent."""
    return carried(read(package_of(number)))


def refused(office: Screen) -> Path:
    """The first facility is refused with words at a table, a row and a child; the answer file."""
    office.type("1⏎⏎11⏎↓⏎⏎Cán Bộ Mẫu⏎Sai ba chỗ⏎biểu 4⏎Thiếu bếp⏎mã 83⏎Đếm lại⏎trẻ 3⏎Sai họ tên⏎↓⏎")
    (path,) = (folder_of(office) / "tra-loi").glob("*.json")
    return path


@pytest.mark.slow
def test_a_refusal_becomes_a_file_that_the_facility_takes_in(office: Screen) -> None:
    path = refused(office)
    assert "Bị từ chối" in office.text and f"tra-loi/{path.name}" in office.text
    data = json.loads(path.read_bytes())
    assert [remark["place"] for remark in data["remarks"]] == ["T4", "T2.083", "children/c0003"]
    assert (data["facility"], data["revision"], data["by"], data["at"][:10]) == (
        "79761200",
        1,
        "Cán Bộ Mẫu",
        "2019-09-19",
    )
    sent = collect([folder_of(office)], NOW.date()).summands[0]
    content = Content(
        {
            **content_of(0).tree,
            "state": "sent",
            "revision": 1,
            "sent": {"1": {"at": sent.sent_at, "by": SENDER, "code": sent.check_code}},
        }
    )
    edits = reply_in_file(office.work.workspace, content, path).edits
    assert [edit.path[0] for edit in edits] == ["state", "answers"]
    office.press("escape")
    assert [line.cells[1] for line in office.page.lines] == ["Bị từ chối", "Đã gửi", "Đã gửi"]
    office.press("escape")
    assert "đã trả lời 1" in office.text


def test_a_letter_to_the_facility_lies_beside_each_answer(office: Screen) -> None:
    path = refused(office)
    text = path.with_suffix(".txt").read_text("utf-8")
    assert "Sai ba chỗ" in text and "1. Biểu 4: Thiếu bếp" in text and path.name in text
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    office.type("‹escape›‹end›‹ctrl+f›20⏎⏎")
    assert len(answers_in(office)) == 2
    assert len(list((folder_of(office) / "tra-loi").iterdir())) == 6


def test_the_later_of_two_answers_holds_and_both_files_stay(office: Screen) -> None:
    refused(office)
    office.type("11⏎⏎‹escape›11⏎⏎k⏎")
    assert "vẫn đứng" in office.text and len(list((folder_of(office) / "tra-loi").glob("*.json"))) == 1
    office.type("11⏎⏎c⏎⏎Cán Bộ Mẫu⏎⏎⏎")
    assert "Đã duyệt" in office.text
    assert len(list((folder_of(office) / "tra-loi").glob("*.json"))) == 2


def test_an_answer_that_came_while_one_was_written_is_asked_about(office: Screen) -> None:
    theirs = collect([folder_of(office)], NOW.date())
    office.type("1⏎⏎11⏎↓⏎⏎Cán Bộ Mẫu⏎Sai một chỗ⏎↓")
    arrival = theirs.summands[0]
    move = arrival.form.answers["approve"]
    theirs.answers.give(
        arrival, Answer(move, "2019-09-22T09:00:00+07:00", "Cán Bộ Khác", "", arrival.revision)
    )
    office.type("⏎")
    assert "Cán Bộ Khác" in office.text and len(list((folder_of(office) / "tra-loi").glob("*.json"))) == 1
    office.type("c⏎")
    assert "Bị từ chối" in office.text and len(list((folder_of(office) / "tra-loi").glob("*.json"))) == 2


def test_the_sum_is_of_all_or_of_what_is_approved(office: Screen) -> None:
    office.type("4⏎")
    assert "chỉ đã duyệt" in office.lines[7] and office.work.figures != office.work.arrivals.total  # type: ignore[attr-defined]
    office.type("1⏎⏎11⏎⏎⏎Cán Bộ Mẫu⏎⏎⏎‹escape›‹escape›")
    assert len(office.work.collection.summands) == 1  # type: ignore[attr-defined]
    office.type("6⏎")
    assert office.under_cursor == "46"
    office.type("‹escape›4⏎6⏎")
    assert office.under_cursor == "135"


def test_esc_at_any_question_of_an_answer_writes_nothing(office: Screen) -> None:
    office.type("1⏎⏎")
    for typed in ("", "⏎", "⏎x⏎", "⏎x⏎lời⏎", "⏎x⏎lời⏎biểu 4⏎", "⏎x⏎lời⏎biểu 4⏎a⏎"):
        office.type("11⏎↓⏎" + typed)
        office.press("escape")
        if office.desk._question is not None:
            office.type("c⏎")
        assert isinstance(office.page, GuestHome)
        assert not (folder_of(office) / "tra-loi").exists()


def test_the_summed_tables_show_all_blocks_and_lead_to_the_facilities(office: Screen) -> None:
    assert isinstance(office.work, SumReport)
    total = office.work.collection.total
    office.type("6⏎")
    assert isinstance(office.page, SheetPage)
    table = FORM.table_by_id["T2"]
    row = table.row_by_key["083"]
    assert total.cell(table, row, "TONG.total") == sum(46 - number for number in range(3))
    assert office.under_cursor == "135"
    office.type("⏎")
    assert [office.page.cell(number, 2).text for number in range(3)] == ["46", "45", "44"]
    office.type("↓⏎")
    assert isinstance(office.page, GuestHome) and "Nhóm trẻ Mẫu 1" in office.lines[0]


@pytest.mark.slow
def test_the_folder_is_read_again(office: Screen) -> None:
    (folder_of(office) / "nhom-mau-5.json").write_bytes(package_of(5))
    office.type("15⏎")
    assert len(office.work.collection.summands) == 4  # type: ignore[attr-defined]


@pytest.mark.slow
def test_reading_can_be_stopped(tmp_path: Path) -> None:
    folder = fill(tmp_path / "phong")
    screen = desk_on(folder)
    (folder / "nhom-mau-5.json").write_bytes(package_of(5))
    screen.terminal.holds = True
    screen.type("15⏎‹escape›")
    assert isinstance(screen.page, OfficeHome) and "Đã dừng đọc" in screen.said
    screen.terminal.carry_out()
    assert len(screen.work.arrivals.summands) == 3  # type: ignore[attr-defined]
    look_again(screen.desk, screen.desk.work)
    assert not screen.terminal.held, "it goes on when that is asked for"
    screen.type("15⏎")
    screen.terminal.carry_out()
    assert len(screen.work.arrivals.summands) == 4  # type: ignore[attr-defined]


def test_the_list_can_be_used_while_the_folder_is_read(tmp_path: Path) -> None:
    folder = fill(tmp_path / "phong")
    screen = desk_on(folder)
    work = screen.desk.work
    assert isinstance(work, SumReport) and work.reading is not None
    (folder / "nhom-mau-5.json").write_bytes(package_of(5))
    screen.type("1⏎ ")
    screen.terminal.holds = True
    look_again(screen.desk, work)
    assert work.reading.is_under_way
    (job,) = screen.terminal.held
    looks: list[tuple[str, int]] = []

    def tell(call: Callable[[], None]) -> None:
        call()
        looks.append((screen.lines[0], screen.page.cursor.row))

    job.carry_out(tell)
    assert ("CƠ SỞ ĐÃ GỬI (4) ", 1) in [(line[1:18], row) for line, row in looks]
    assert "đã đánh dấu 1" in screen.lines[0], "marks stay"


def test_before_anything_is_read_nothing_is_said_to_be_missing_or_done(tmp_path: Path) -> None:
    screen = desk_on(fill(tmp_path), holds=True)
    turned, absent = (
        next(line for line in screen.lines if title in line) for title in ("Tệp chưa cộng", "Cơ sở chưa gửi")
    )
    assert "xong" not in turned and "chưa có" not in absent
    screen.terminal.carry_out()
    assert "2 tệp" in screen.text and "xem lý do" in screen.text
    (tmp_path / "danh-sach.txt").unlink()
    screen.type("15⏎")
    screen.terminal.carry_out()
    assert "chưa có danh sách" in screen.text


def test_the_desk_of_a_ward_knows_who_of_it_has_not_sent(office: Screen) -> None:
    listed = "Mã;Tên;Phường\n79761298;Nhóm Vắng;Phường Hiệp Thành\n79761299;Nhóm Xa;Phường Xa\n"
    (folder_of(office) / "danh-sach.txt").write_text(listed, "utf-8")
    office.type("15⏎11⏎⏎")
    steps = {step.title: step.what for step in office.page.steps}
    assert (steps["Cơ sở đã gửi"], steps["Cơ sở chưa gửi"]) == ("3 cơ sở", "1 cơ sở")
    assert "Đọc lại thư mục" not in steps


def test_a_reason_names_another_file_as_the_list_does(office: Screen) -> None:
    shutil.copy(folder_of(office) / "nhom-mau-0.json", folder_of(office) / "nhom-mau-0b.json")
    office.type("15⏎2⏎")
    (reason,) = [line.cells[1] for line in office.page.lines if line.cells[0] == "nhom-mau-0b.json"]
    assert reason == "gửi hai lần, giống hệt nhom-mau-0.json"


@pytest.mark.slow
def test_print_workbook_and_progress_list_go_beside_the_arrivals_and_are_not_read_as_such(
    office: Screen,
) -> None:
    for number in (12, 13, 14):
        office.desk.home()
        office.type(f"{number}⏎")
        assert "Đã ghi" in office.text, number
    made = sorted(path.name for path in (folder_of(office) / "tong-hop").iterdir())
    assert made == ["tien-do_2019-2020.xlsx", "tong-hop_2019-2020.pdf", "tong-hop_2019-2020.xlsx"]
    office.type("15⏎")
    assert len(office.work.collection.exclusions) == 2  # type: ignore[attr-defined]


def test_an_empty_folder_has_nothing_to_add_up(tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    screen = desk_on(tmp_path / "trong")
    screen.type("12⏎")
    assert "Chưa có báo cáo nào để cộng" in screen.text
    for number in range(1, 16):
        screen.desk.home()
        screen.type(f"{number}⏎⏎‹escape›")
        assert clean(screen.lines[0])


def test_a_file_that_has_gone_meanwhile_is_said(office: Screen) -> None:
    shutil.move(folder_of(office) / "nhom-mau-0.json", folder_of(office).parent / "x.json")
    office.type("1⏎⏎")
    assert "Không mở được tệp này" in office.text
    assert isinstance(office.page, FacilitiesPage)


# Triage


def many(folder: Path, count: int) -> Screen:
    """The desk where so many facilities sent; every fifth with an error, every seventh with a warning not explained."""
    screen = desk_on(fill(folder))
    first = collect([folder], NOW.date()).summands[0]
    summands = tuple(
        first._replace(
            file=str(folder / f"{number:04}.json"),
            facility_code=f"797{number:05}",
            name=f"Nhóm Mẫu {number:04}",
            check_code=f"{number:016}",
            errors=int(not number % 5),
            warnings=1,
            unexplained=int(not number % 7),
        )
        for number in range(count)
    )
    answers = screen.work.arrivals.answers  # type: ignore[attr-defined]
    found = Collection(summands, (), first.school_year, answers=answers)
    screen.desk.begin(SumReport(screen.work.workspace, found), PageName.OFFICE)
    return screen


def test_of_many_reports_those_in_view_alone_are_worked_out(tmp_path: Path) -> None:
    screen = many(tmp_path / "phong", 200)
    screen.type("1⏎nhom mau 01‹escape›‹ctrl+f›13⏎")
    assert "(200)" in screen.lines[0]
    assert sum("cells" in vars(line) for line in screen.page.lines) <= screen.desk.height


def test_help_tells_what_stands_in_each_column(tmp_path: Path) -> None:
    screen = many(tmp_path / "phong", 2)
    screen.type("1⏎‹f1›")
    told = " ".join(text for text, _ in screen.page.lines)
    assert (
        "Lỗi: 1 (số lỗi của báo cáo)" in told
        and "Khác năm trước: - (số ô khác" in told
        and "«-»: không biết" in told
    )


def test_what_a_report_does_not_tell_is_not_shown_as_a_dash(tmp_path: Path) -> None:
    put(tmp_path, "khong-ma.json", sealed_again(sent_package(1), lambda package: package.pop("check_code")))
    screen = desk_on(tmp_path)
    screen.type("1⏎")
    assert screen.page.lines[0].in_words.endswith(code_of_seed(1))


def answers_in(screen: Screen) -> list[dict[str, Any]]:
    folder = folder_of(screen) / "tra-loi"
    return [json.loads(path.read_bytes()) for path in sorted(folder.glob("*.json"))]


@pytest.mark.slow
@pytest.mark.long
def test_two_hundred_reports_are_approved_with_sixty_keys(tmp_path: Path) -> None:
    count = 300 if FULL else 30
    screen = many(tmp_path / "phong", count)
    keys = "1⏎‹ctrl+f›3⏎‹ctrl+f›19⏎‹ctrl+f›20⏎Cán Bộ Mẫu⏎"
    assert len(re.sub("‹[^›]*›", "k", keys)) <= 60
    screen.type(keys)
    clean_ones = [number for number in range(count) if number % 5 and number % 7]
    assert len(clean_ones) >= count * 2 // 3
    assert f"Đã duyệt {len(clean_ones)} báo cáo" in screen.said
    given = answers_in(screen)
    assert {answer["facility"] for answer in given} == {f"797{number:05}" for number in clean_ones}
    assert {(answer["move"], answer["by"]) for answer in given} == {("approve", "Cán Bộ Mẫu")}
    assert f"(0/{count})" in screen.lines[0], "none of them is left in the part that was shown"


def test_the_name_is_asked_once_and_what_is_answered_is_not_answered_again(office: Screen) -> None:
    office.type("1⏎ ‹ctrl+f›20⏎‹escape›")
    assert not answers_in(office) and "đã đánh dấu 1" in office.lines[0]
    office.type("‹ctrl+f›20⏎Cán Bộ Mẫu⏎")
    assert [answer["facility"] for answer in answers_in(office)] == ["79761200"]
    assert "đã đánh dấu" not in office.lines[0]
    office.type("‹home›  ‹ctrl+f›20⏎⏎")
    assert [(answer["facility"], answer["by"]) for answer in answers_in(office)] == [
        ("79761200", "Cán Bộ Mẫu"),
        ("79761201", "Cán Bộ Mẫu"),
    ]
    office.type("‹home› ‹ctrl+f›20⏎")
    assert "Không có báo cáo nào chưa trả lời" in office.said and len(answers_in(office)) == 2


def test_the_next_report_without_an_answer_is_one_choice_away(office: Screen) -> None:
    office.type("1⏎")
    office.desk.act(Action.NEXT_REPORT)
    assert office.page.cursor.row == 1
    office.type("‹home›⏎11⏎⏎⏎Cán Bộ Mẫu⏎⏎⏎12⏎")
    assert "Nhóm trẻ Mẫu 1" in office.lines[0] and "Đã gửi" in office.text
    office.type("11⏎⏎⏎⏎⏎⏎12⏎")
    assert "Nhóm trẻ Mẫu 2" in office.lines[0]
    office.type("11⏎⏎⏎⏎⏎⏎12⏎")
    assert "Không còn báo cáo nào chưa trả lời" in office.said
    assert [answer["by"] for answer in answers_in(office)] == ["Cán Bộ Mẫu"] * 3


def test_space_in_the_list_of_issues_puts_one_into_the_refusal(office: Screen) -> None:
    office.type("1⏎⏎10⏎ ")
    issues: object = office.page
    assert isinstance(issues, IssuesPage)
    assert "1 chỗ phải sửa" in office.said and office.lines[2].startswith("  x CẢNH BÁO")
    office.type(" ‹end› ‹escape›11⏎↓⏎")
    places = [line.remark for line in office.page.lines if line.part.value == "place"]
    office.type("⏎Cán Bộ Mẫu⏎⏎↓Đếm lại⏎‹pagedown›⏎")
    (answer,) = answers_in(office)
    first, *rest = answer["remarks"]
    assert first["text"] == "Đếm lại" and len(rest) == len(places) - 1
    assert all(remark["text"] and remark["place"] for remark in rest)
    office.type("10⏎")
    assert "x CẢNH BÁO" not in office.text, "what was said is not said again"


def test_a_remark_is_put_to_any_cell_and_record_in_prepared_words_or_own_ones(office: Screen) -> None:
    office.type("1⏎⏎")
    office.at("T4.203:TU_THUC.permanent")
    office.type("‹f10›⏎⏎Thiếu phòng⏎")
    assert "1 chỗ phải sửa" in office.said
    office.at("children/c0003/name")
    office.type("‹f10›⏎⏎Sai họ tên⏎")
    office.type("‹f10›⏎⏎" + "⌫" * 20 + "⏎")
    assert "Đã bỏ" in office.said
    office.type("‹f10›⏎⏎Xem lại họ tên⏎")
    issue = next(issue for issue in office.work.issues if issue.place.row)
    office.at(str(issue.place))
    row_or_cell = issue.place.around.index(issue.place) + (issue.place.column is None)
    office.type("‹f10›⏎" + "↓" * row_or_cell + "⏎⏎")
    assert "3 chỗ phải sửa" in office.said
    office.desk.home()
    assert Action.REMARK not in office.page.doable()
    office.type("11⏎↓⏎⏎Cán Bộ Mẫu⏎⏎‹pagedown›⏎")
    (answer,) = answers_in(office)
    asked = {remark["place"]: remark["text"] for remark in answer["remarks"]}
    assert asked == {
        "T4.203:TU_THUC.permanent": "Thiếu phòng",
        "children/c0003/name": "Xem lại họ tên",
        str(issue.place): asked[str(issue.place)],
    }
    assert asked[str(issue.place)] in issue.message


def test_a_remark_is_put_to_what_the_cell_lies_in(office: Screen) -> None:
    """Its row, its table; the record of a field, the whole list: each is one more line below the cell."""
    office.type("1⏎⏎")
    office.at("T4.203:TU_THUC.permanent")
    office.type("‹f10›⏎↓⏎Đếm lại phòng⏎‹f10›⏎↓↓⏎Thiếu bếp⏎")
    office.at("children/c0003/name")
    office.type("‹f10›⏎↓⏎Trẻ này đã chuyển⏎‹f10›⏎↓↓⏎Thiếu một trẻ⏎‹f10›⏎")
    assert "Thiếu một trẻ" in office.text, "what is asked already stands beside its place"
    office.press("escape")
    office.desk.home()
    office.type("11⏎↓⏎⏎Cán Bộ Mẫu⏎⏎‹pagedown›⏎")
    (answer,) = answers_in(office)
    assert {remark["place"]: remark["text"] for remark in answer["remarks"]} == {
        "T4.203": "Đếm lại phòng",
        "T4": "Thiếu bếp",
        "children/c0003": "Trẻ này đã chuyển",
        "children": "Thiếu một trẻ",
    }


def test_nobody_is_asked_where_nobody_is_answered(office: Screen) -> None:
    office.type("6⏎")
    assert Action.REMARK not in office.page.doable()


@pytest.mark.slow
def test_it_is_shown_how_far_a_report_is_from_the_sending_before_and_from_last_year(tmp_path: Path) -> None:
    put(tmp_path, "moi.json", sent_package(1, 2, room=3))
    put(tmp_path, "cu.json", sent_package(1))
    put(tmp_path, "khac.json", sent_package(2))
    found = collect([tmp_path], NOW.date())
    own, other = sorted(found.summands, key=lambda arrival: arrival.name)
    older = naive_cells(sent_package(1))
    newer = naive_cells(sent_package(1, 2, room=3))
    wanted = sum((older.get(place) or 0) != (newer.get(place) or 0) for place in {*older, *newer})
    assert wanted and found.changes_of(own) == Changes(wanted, None)
    assert found.changes_of(other) == Changes(None, None)
    assert own.school_year is not None
    before = own._replace(school_year=SchoolYear(own.school_year.start - 1), file="nam-truoc.json")
    again = combine([*found.summands, before], own.school_year)
    assert again.changes_of(own) == Changes(None, 0)
