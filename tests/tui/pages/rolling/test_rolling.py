"""Chuyển hồ sơ lên năm học mới on screen: shown and decided first, written by one Enter, the old year untouched."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

import pytest

from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.model.place import Place
from forms.package.training import training_year
from forms.report.roll_forward import AS_RULED, Choices, roll
from tests.tui.conftest import Open, Screen
from tests.tui.sent_copies import reopened
from tui.desk.page_names import PageName
from tui.jobs.rolling import begin_year
from tui.pages.home.home import HomePage
from tui.pages.rolling.roll_preview import RollPage

pytestmark = pytest.mark.slow

NEXT = SchoolYear(2020)
COUNT = "T2.083:TU_THUC.total"


@pytest.fixture
def preview(screen: Screen) -> Screen:
    """The preview, opened from the first step of the first page."""
    screen.type("15⏎")
    assert isinstance(screen.page, RollPage)
    return screen


def old_files(screen: Screen) -> Mapping[str, bytes]:
    """The files of the old year: main file, journal, backups; not the lock, which names its holder."""
    folder = screen.work.workspace.folder
    found = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("2019-2020*"))
        if path.is_file()
    }
    assert {"2019-2020.json", "2019-2020.journal"} <= set(found)
    return found


def whole(screen: Screen) -> list[str]:
    """Every row of the preview as drawn."""
    screen.desk.resize(80, 200)
    lines = screen.lines[2:-5]
    screen.desk.resize(80, 24)
    return lines


def line_of(screen: Screen, text: str) -> str:
    """The one row with that text."""
    (found,) = [line for line in whole(screen) if text in line]
    return " ".join(found.replace("[", "").replace("]", "").split())


def name_in(line: str) -> str:
    """What stands in the column of names."""
    return line[14:43].strip(" []")


def to(screen: Screen, text: str) -> None:
    """The cursor on the row with that text, by F3."""
    screen.type(f"‹home›‹f3›{text}⏎")
    assert screen.under_cursor == text


def new_records(screen: Screen, place: str) -> Mapping[str, Mapping[str, object]]:
    return screen.work.content.records(place)


# What is shown


def test_enter_makes_the_next_year_as_the_rules_say_after_a_question_while_this_one_is_not_sent(
    screen: Screen,
) -> None:
    wanted = roll(screen.work.content).content
    screen.type("15⏎⏎c⏎")
    assert screen.work.content.year == NEXT
    assert screen.work.content.tree == wanted.tree
    assert isinstance(screen.page, HomePage)
    assert screen.desk.said == "Đã lập hồ sơ năm học 2020-2021; năm học 2019-2020 giữ nguyên. Ctrl+Z: thôi."


def test_the_first_row_tells_what_enter_does_and_what_is_copied_and_emptied(preview: Screen) -> None:
    assert preview.under_cursor == "Lập hồ sơ năm học 2020-2021"
    assert "Enter: lập hồ sơ năm học 2020-2021 như dưới đây" in preview.said
    assert "năm học 2019-2020 giữ nguyên" in preview.said
    told = " ".join(" ".join(preview.lines[2:11]).split())
    for part in (
        "Chép sang 4 nhóm, lớp · 38 trẻ 8 nhân sự",
        "Để trống ở hồ sơ trẻ tuyển mới",
        "khám sức khỏe, dinh dưỡng, miễn giảm học phí, hỗ trợ",
        "ở hồ sơ nhân sự tuyển mới, giáo viên giỏi",
        "Không chép báo cáo năm học 2019-2020",
        "Xem lại 6 trẻ có dấu ?",
    ):
        assert part in told


def test_every_section_names_everyone_once(screen: Screen) -> None:
    for path in (("children", "c0002", "status"), ("staff", "s0008", "status")):
        code = {"children": "05", "staff": "03"}[path[0]]
        screen.work.put(path, code)
    screen.type("15⏎")
    lines = whole(screen)
    headings = ("NHÓM, LỚP (4)", "TRẺ RA TRƯỜNG (8)", "TRẺ LÊN LỚP (37)", "KHÔNG CÒN Ở CƠ SỞ (2)")
    places = [next(row for row, line in enumerate(lines) if heading in line) for heading in headings]
    places.append(next(row for row, line in enumerate(lines) if "NHÂN SỰ LÀM TIẾP (7)" in line))
    assert places == sorted(places)
    for record in (*new_records(screen, "children").values(), *new_records(screen, "staff").values()):
        assert [name_in(line) for line in lines].count(str(record["name"])) == 1
    assert (
        line_of(screen, "Trần Thị Mẫu Ánh")
        == "không chép Trần Thị Mẫu Ánh Thôi học kỳ 1 · 08/11/2017 · Nhóm T…"
    )
    assert line_of(screen, "Bùi Thị Thử Bảy") == "không chép Bùi Thị Thử Bảy Đã điều động · Nhân viên bảo mẫu"
    assert line_of(screen, "Ngô Mẫu Khoa") == "ra trường Ngô Mẫu Khoa 24/02/2014 · Lớp Chồi Lá"
    assert line_of(screen, "Vũ Mẫu Hân") == "lên lớp Vũ Mẫu Hân 22/01/2018 · Nhóm Thỏ Con"
    assert line_of(screen, "Võ Thị Thử Năm") == "làm tiếp Võ Thị Thử Năm Nấu ăn"


def test_classes_are_shown_with_their_step_and_their_children(preview: Screen) -> None:
    assert line_of(preview, "NT1") == "NT1 Nhóm Thỏ Con 13-24 Tháng → 25-36 Tháng · 9 trẻ"
    assert line_of(preview, "MG1") == "MG1 Lớp Mầm 3-4 Tuổi → 4-5 Tuổi · 12 trẻ"
    assert line_of(preview, "MG2") == "MG2 Lớp Chồi Lá 5-6 Tuổi, giữ nguyên · 6 trẻ"
    to(preview, "Lớp Chồi Lá")
    assert "Lớp ghép giữ nhóm tuổi" in preview.said


def test_an_unmixed_class_of_the_oldest_is_there_for_the_owner_to_use_again(screen: Screen) -> None:
    screen.work.put(("classes", "k0004", "mixed_ages"), "0")
    screen.type("15⏎")
    assert line_of(screen, "MG2") == "MG2 Lớp Chồi Lá 5-6 Tuổi, giữ nguyên · 0 trẻ"
    to(screen, "Lớp Chồi Lá")
    assert "dùng lại cho trẻ mới, hoặc xóa" in screen.said


def test_what_wants_a_look_is_marked_and_says_why(preview: Screen) -> None:
    marked = [name_in(line) for line in whole(preview) if line.startswith("?")]
    content = preview.work.content
    rolled = roll(content)
    wanted = [*rolled.misfits, *rolled.kept_facts]
    assert sorted(marked) == sorted(str(content.records("children")[ref]["name"]) for ref in wanted)
    to(preview, "Phan Thị Mẫu Thảo")
    assert "CẢNH BÁO" in preview.said
    assert "(4 tuổi): không đúng nhóm tuổi «3-4 Tuổi»" in preview.said
    to(preview, "Lê Mẫu Long")
    assert "Giữ đối tượng chính sách: " in preview.said


def test_f9_goes_from_one_to_the_next_and_begins_again(preview: Screen) -> None:
    seen = []
    for place in range(1, 8):
        preview.press("f9")
        assert f"{(place - 1) % 6 + 1}/6" in preview.said
        seen.append(preview.under_cursor)
    assert seen[6] == seen[0]
    assert len(set(seen)) == 6


def test_the_preview_stands_on_a_narrow_and_on_a_wide_screen(preview: Screen) -> None:
    for size in ((60, 16), (200, 60)):
        preview.desk.resize(*size)
        assert "Lập hồ sơ năm học 2020-2021" in preview.text
        preview.press("end")
        assert preview.under_cursor == "Bùi Thị Thử Bảy"
        preview.press("home")


# Names


@pytest.mark.parametrize(
    ("burst", "name"),
    [
        ("Lớp Nguye⌫ê⌫ễn⏎", "Lớp Nguyễn"),
        ("Lop⌫⌫ơ⌫ớp Chooi⌫⌫⌫ồi 2⇥", "Lớp Chồi 2"),
        ("Ho\u0323c tro\u0300⏎", "Học trò"),
        ("⌫⌫⌫⌫Mới‹down›", "Nhóm Thỏ Mới"),
        ("A   B ⏎", "A B"),
    ],
)
def test_a_name_typed_in_a_burst_is_exactly_that(preview: Screen, burst: str, name: str) -> None:
    preview.press("down")
    assert preview.under_cursor == "Nhóm Thỏ Con"
    preview.type(burst)
    assert preview.page.choices == Choices(names={"k0001": normalize("NFC", name)})
    assert preview.under_cursor == "Nhóm Gấu Bông"
    preview.type("‹home›⏎c⏎")
    assert new_records(preview, "classes")["k0001"]["name"] == name
    assert new_records(preview, "classes")["k0002"]["name"] == "Nhóm Gấu Bông"


def test_a_burst_goes_through_all_names_and_on_to_the_new_year(preview: Screen) -> None:
    preview.type("↓Một⏎Hai⏎Ba⏎Bốn⏎")
    assert "Hết tên nhóm, lớp" in preview.desk.said
    preview.type("‹home›⏎c⏎")
    assert [group["name"] for group in new_records(preview, "classes").values()] == [
        "Một",
        "Hai",
        "Ba",
        "Bốn",
    ]


def test_children_are_shown_with_the_new_name_those_who_leave_with_the_old(preview: Screen) -> None:
    preview.type("↓Nhóm Mới⏎⏎⏎Lớp Mới⏎")
    assert line_of(preview, "Vũ Mẫu Hân").endswith("Nhóm Mới")
    assert line_of(preview, "Ngô Mẫu Khoa").endswith("Lớp Chồi Lá")
    preview.type("‹home›↓")
    assert "Tên năm cũ: Nhóm Thỏ Con." in preview.said


@pytest.mark.parametrize("keys", ["‹delete›", "x⌫⏎", "Nhóm Thỏ Con⏎"])
def test_without_another_name_the_old_one_stays(preview: Screen, keys: str) -> None:
    preview.type("↓Nhóm Mới⏎↑" + keys)
    assert preview.page.choices == AS_RULED
    assert "Nhóm Thỏ Con" in preview.text


def test_escape_while_typing_brings_the_name_back(preview: Screen) -> None:
    preview.type("↓Nhóm‹escape›")
    assert preview.under_cursor == "Nhóm Thỏ Con"
    assert preview.page.choices == AS_RULED
    preview.type("‹ctrl+z› Mới⏎")
    assert preview.page.choices == Choices(names={"k0001": "Nhóm Mới"})


# Who comes along


def test_the_space_bar_keeps_a_child_and_lets_it_go_again(preview: Screen) -> None:
    to(preview, "Ngô Mẫu Khoa")
    preview.press("space")
    assert preview.desk.said == "Ngô Mẫu Khoa: giữ lại."
    assert preview.under_cursor == "Phan Mẫu Yến"
    assert line_of(preview, "Ngô Mẫu Khoa").startswith("giữ lại")
    assert line_of(preview, "MG2").endswith("7 trẻ")
    assert "39 trẻ" in line_of(preview, "Chép sang")
    preview.press("up", "space")
    assert preview.desk.said == "Ngô Mẫu Khoa: ra trường."
    assert preview.page.choices == AS_RULED


def test_ten_that_the_rules_do_not_know_leave_with_a_key_each(preview: Screen) -> None:
    old = preview.work.content
    to(preview, "Bùi Mẫu Vinh")
    preview.press(*["space"] * 10)
    left = list(roll(old).content.records("children"))[:10]
    assert line_of(preview, "Bùi Mẫu Vinh").startswith("không chuyển")
    preview.type("‹home›⏎c⏎")
    assert not set(left) & set(new_records(preview, "children"))
    assert len(new_records(preview, "children")) == 28


def test_kept_children_and_left_out_staff_are_in_the_new_year_as_chosen(preview: Screen) -> None:
    to(preview, "Ngô Mẫu Khoa")
    preview.press("space")
    to(preview, "Trần Thị Thử Một")
    preview.press("space")
    assert line_of(preview, "Trần Thị Thử Một").startswith("không chuyển")
    to(preview, "Nhóm Thỏ Con")
    assert "Giáo viên chủ nhiệm không chuyển sang" in preview.said
    preview.type("‹home›⏎c⏎")
    kept = [child for child in new_records(preview, "children").values() if child["name"] == "Ngô Mẫu Khoa"]
    assert [(child["class_code"], child["status"]) for child in kept] == [("MG2", "01")]
    assert "s0002" not in new_records(preview, "staff")
    assert "teacher" not in new_records(preview, "classes")["k0001"]


def test_a_child_kept_in_an_unmixed_class_of_the_oldest_stays_in_it_and_wants_a_look(screen: Screen) -> None:
    screen.work.put(("classes", "k0004", "mixed_ages"), "0")
    screen.type("15⏎")
    to(screen, "Ngô Mẫu Khoa")
    screen.type(" ↑")
    assert line_of(screen, "Ngô Mẫu Khoa").startswith("?giữ lại")
    assert "(6 tuổi): không đúng nhóm tuổi «5-6 Tuổi»" in screen.said


@pytest.mark.parametrize("row", ["Lập hồ sơ năm học 2020-2021", "Nhóm Thỏ Con", "Trần Thị Mẫu Ánh"])
def test_the_space_bar_changes_nothing_elsewhere_and_says_so(screen: Screen, row: str) -> None:
    screen.work.put(("children", "c0002", "status"), "05")
    screen.type("15⏎")
    if row != screen.under_cursor:
        to(screen, row)
    screen.press("space")
    assert screen.page.choices == AS_RULED
    assert not screen.page.is_typing
    assert screen.desk.said


def test_undo_and_redo_concern_the_preview_only(screen: Screen) -> None:
    screen.work.put(("facility", "phone"), "02800000009")
    before = screen.work.content
    screen.type("15⏎")
    screen.type("↓Nhóm Mới⏎")
    to(screen, "Ngô Mẫu Khoa")
    screen.press("space")
    both = screen.page.choices
    screen.press("ctrl+z")
    assert screen.page.choices == Choices(names={"k0001": "Nhóm Mới"})
    screen.press("ctrl+z")
    assert screen.page.choices == AS_RULED
    screen.press("ctrl+z")
    assert "chưa đổi gì" in screen.desk.said
    screen.press("ctrl+y", "ctrl+y")
    assert screen.page.choices == both
    screen.type("‹ctrl+z›‹home›↓Khác⏎‹ctrl+y›")
    assert screen.page.choices == Choices(names={"k0001": "Khác"})
    assert screen.work.content is before


# Leaving and writing


def test_escape_leaves_without_a_trace(preview: Screen) -> None:
    before, files = preview.work.content, old_files(preview)
    preview.type("↓↓‹end›‹escape›")
    assert isinstance(preview.page, HomePage)
    assert preview.work.content is before
    assert old_files(preview) == files
    assert preview.work.workspace.store.years() == [training_year()]


def test_escape_asks_before_decisions_are_given_up(preview: Screen) -> None:
    to(preview, "Ngô Mẫu Khoa")
    preview.press("space", "escape")
    assert "Bỏ các chỗ đã đổi ở đây?" in preview.text
    preview.type("k⏎")
    assert isinstance(preview.page, RollPage)
    assert preview.page.choices != AS_RULED
    preview.type("‹escape›c⏎")
    assert isinstance(preview.page, HomePage)
    assert preview.work.workspace.store.years() == [training_year()]


def test_enter_below_the_first_row_never_writes(preview: Screen) -> None:
    for _ in range(60):
        preview.press("down", "enter")
        assert preview.work.workspace.store.years() == [training_year()]
    assert isinstance(preview.page, RollPage)
    assert preview.under_cursor == "Bùi Thị Thử Bảy"
    preview.press("enter")
    assert "Home về dòng đầu rồi Enter" in preview.said


def test_the_files_of_the_old_year_stay_byte_for_byte(screen: Screen) -> None:
    before, tree = old_files(screen), screen.work.content.tree
    screen.type("15⏎")
    screen.type("↓Nhóm Mới⏎")
    to(screen, "Ngô Mẫu Khoa")
    screen.type(" ‹home›⏎c⏎")
    assert screen.work.content.year == NEXT
    assert old_files(screen) == before
    assert screen.work.workspace.present(training_year()).tree == tree


def test_undo_in_the_old_year_is_as_it_was(screen: Screen) -> None:
    phone = screen.work.content.facility["phone"]
    screen.work.put(("facility", "phone"), "02800000009")
    screen.type("15⏎⏎c⏎")
    assert screen.work.content.facility["phone"] == "02800000009"
    screen.type("‹ctrl+z›⏎")
    assert screen.work.workspace.present(training_year()).facility["phone"] == "02800000009"
    screen.work.move_to(screen.work.workspace.but(chosen_year=training_year()))
    screen.press("ctrl+z")
    assert screen.work.content.facility["phone"] == phone


def test_a_year_that_is_there_is_refused_with_the_reason(screen: Screen) -> None:
    screen.type("15⏎⏎c⏎")
    made = screen.work.content.tree
    screen.work.move_to(screen.work.workspace.but(chosen_year=training_year()))
    screen.type("15⏎")
    assert isinstance(screen.page, HomePage)
    assert screen.said.endswith("Năm học 2020-2021 đã có hồ sơ nên không chuyển nữa. Không có gì thay đổi.")
    assert screen.work.workspace.present(NEXT).tree == made


def test_a_year_that_comes_to_be_meanwhile_is_not_written_over(preview: Screen) -> None:
    other = Content({"school_year": str(NEXT), "facility": {"name": "Nhóm của máy khác"}})
    begin_year(preview.work.workspace, other)
    preview.type("⏎c⏎")
    assert "đã có hồ sơ nên không chuyển nữa" in preview.desk.said
    assert isinstance(preview.page, RollPage)
    assert preview.work.workspace.present(NEXT).tree == other.tree


@pytest.mark.parametrize("keys", ["⏎", "⏎⏎", "⏎k⏎", "⏎‹escape›", "c⏎", "14⏎"])
def test_the_next_year_is_not_begun_by_a_stray_enter_before_this_one_is_sent(
    preview: Screen, keys: str
) -> None:
    preview.type(keys)
    assert preview.work.workspace.store.years() == [training_year()]
    assert isinstance(preview.page, RollPage)


def test_the_question_names_both_years(preview: Screen) -> None:
    preview.type("⏎")
    assert "Báo cáo năm học 2019-2020 chưa gửi. Vẫn lập hồ sơ năm học 2020-2021?" in preview.text


def test_behind_a_report_that_was_sent_one_enter_makes_the_next_year(tmp_path: Path, open_desk: Open) -> None:
    screen = reopened("sent", tmp_path / "data", open_desk)
    screen.type("‹end›↑↑⏎⏎")
    assert screen.work.content.year == NEXT


def test_a_session_that_only_looks_writes_no_year(looking: Screen) -> None:
    looking.type("15⏎⏎")
    assert "chỉ để xem" in looking.desk.said
    assert looking.work.workspace.store.years() == [training_year()]


def test_a_year_without_records_is_not_rolled_and_the_first_page_begins_at_the_profile(
    empty_folder: Screen,
) -> None:
    empty_folder.press("enter")
    assert isinstance(empty_folder.page, HomePage)
    assert empty_folder.page.steps[empty_folder.page.cursor.row].title == "Hồ sơ cơ sở"
    empty_folder.type("15⏎")
    assert isinstance(empty_folder.page, HomePage)
    assert "chưa có nhóm, lớp, trẻ hay nhân sự nào để chuyển" in empty_folder.text
    assert len(empty_folder.work.workspace.store.years()) == 1


def test_undo_alone_does_not_empty_the_new_year_and_the_old_one_is_opened_from_the_menu(
    preview: Screen,
) -> None:
    preview.type("⏎c⏎")
    assert str(preview.work.content.year) == "2020-2021"
    made = preview.work.content
    preview.press("ctrl+z")
    preview.type("⏎")
    assert preview.work.content is made
    preview.work.put(("facility", "phone"), "02838912345")
    preview.press("ctrl+z")
    assert preview.work.content.tree == made.tree
    preview.press("f10")
    menu = preview.page
    menu.go(next(row for row in range(menu.count()) if "năm học khác" in menu.cell(row, 2).text))
    preview.press("enter", "enter")
    assert preview.work.content.year == training_year()
    assert isinstance(preview.page, HomePage)


def rolled_and_taken(screen: Screen, leavers: int = 0) -> None:
    """The new year with its figures."""
    screen.type("15⏎")
    if leavers:
        to(screen, "Bùi Mẫu Vinh")
        screen.press(*["space"] * leavers)
    screen.type("‹home›⏎c⏎")
    assert screen.work.content.year == NEXT
    screen.press("f5", "enter")
    assert screen.work.content.taken_at
    screen.press("down")


@pytest.mark.parametrize("whole_table", [False, True])
def test_last_years_figure_stands_beside_the_cell(screen: Screen, whole_table: bool) -> None:
    places = (
        COUNT,
        "T2.084:TU_THUC.total",
        "T1.055:TU_THUC",
        "T3.123:TU_THUC.female",
        "T4.203:TU_THUC.permanent",
    )
    before = {place: screen.figure(place) for place in places}
    assert before[COUNT] == 46
    rolled_and_taken(screen)
    screen.press("up")  # what was said of the take is read
    for place in places:
        screen.at(place)
        if whole_table:
            screen.press("f6")
            row, _, column = place.partition(".")[2].partition(":")
            screen.page.go_to(Place("T2", row, column))
        assert f"Năm trước: {before[place]} " in screen.said + " ", place
    assert screen.figure(COUNT) == 38


def test_a_zero_of_last_year_is_told_too(screen: Screen) -> None:
    place = "T2.097:TU_THUC.total"
    assert screen.figure(place) == 0
    rolled_and_taken(screen)
    screen.at(place)
    assert "Năm trước: 0 " in screen.said + " "


def test_without_the_year_before_nothing_is_told_of_it(screen: Screen) -> None:
    screen.at(COUNT)
    assert "mã 83" in screen.said
    assert "Năm trước" not in screen.text


@pytest.mark.parametrize(("leavers", "warned"), [(5, False), (6, True)])
def test_a_change_of_more_than_thirty_percent_is_warned_of(
    screen: Screen, leavers: int, warned: bool
) -> None:
    rolled_and_taken(screen, leavers)
    assert screen.figure(COUNT) == 38 - leavers
    rules = [
        issue.rule for issue in screen.work.issues if (issue.place.table, issue.place.row) == ("T2", "083")
    ]
    assert ("W26" in rules) is warned
    screen.at(COUNT)
    assert ("năm trước 46, năm nay 32" in screen.said) is warned
    assert "Năm trước: 46" in screen.said


def test_f2_in_a_name_does_not_say_that_anything_was_saved(preview: Screen) -> None:
    to(preview, "Nhóm Thỏ Con")
    preview.type("Nhóm Mẫu‹f2›")
    assert "xem trước" in preview.desk.said
    assert "đã lưu" not in preview.desk.said.casefold()


def test_the_menu_leads_back_only_after_the_question(preview: Screen) -> None:
    page = preview.page
    to(preview, "Phan Mẫu An")
    preview.press("space", "f10")
    menu = preview.page
    menu.go(next(row for row in range(menu.count()) if menu.cell(row, 1).text == "Esc"))
    preview.press("enter")
    assert preview.page is page
    preview.type("k⏎")
    assert preview.page is page
    preview.press("escape")
    preview.type("c⏎")
    assert isinstance(preview.page, HomePage)


# Taking it back


def test_ctrl_z_on_the_first_page_takes_the_new_year_back_after_a_question(preview: Screen) -> None:
    old, before = preview.work.content, old_files(preview)
    preview.type("⏎c⏎")
    preview.type("‹ctrl+z›")
    assert "Bỏ hồ sơ 2020-2021 vừa lập, chưa sửa gì, về năm học 2019-2020?" in preview.text
    preview.type("k⏎")
    assert preview.work.content.year == NEXT
    preview.type("‹ctrl+z›c⏎")
    assert preview.work.content == old
    assert (
        preview.desk.said == "Đã bỏ hồ sơ năm học 2020-2021 vừa lập; năm học 2019-2020 vẫn nguyên như trước."
    )
    assert preview.work.workspace.store.years() == [old.year]
    assert old_files(preview) == before
    preview.type("15⏎")
    assert isinstance(preview.page, RollPage)


def test_after_a_change_in_the_new_year_ctrl_z_takes_that_back_and_says_that_the_year_stays(
    preview: Screen,
) -> None:
    preview.type("⏎c⏎")
    preview.work.put(("facility", "phone"), "0909")
    preview.type("‹ctrl+z›")
    assert preview.desk.said == "Đã hoàn tác và lưu."
    preview.type("‹ctrl+z›")
    assert "không thôi chuyển năm được" in preview.said
    assert preview.work.content.year == NEXT


def test_in_a_year_that_was_not_rolled_ctrl_z_says_that_there_is_nothing_to_undo(screen: Screen) -> None:
    beside = screen.work.workspace.but(chosen_year=NEXT)
    with beside.open(write=True, year=NEXT, create=True) as session:
        session.dossier.set(("facility", "phone"), "0909")
    screen.work.move_to(beside)
    screen.desk.begin(screen.work, PageName.HOME)
    screen.type("‹ctrl+z›‹ctrl+z›")
    assert screen.desk.said == "Không còn gì để hoàn tác."


def test_where_the_old_year_does_not_open_the_new_one_stays(preview: Screen) -> None:
    preview.type("⏎c⏎")
    folder = preview.work.workspace.folder
    for path in folder.rglob("2019-2020*.j*"):
        path.write_bytes(b"")
    preview.type("‹ctrl+z›c⏎")
    assert preview.work.content.year == NEXT
    assert "không còn bản lưu nào đọc được" in preview.said
    preview.work.put(("facility", "phone"), "0909")
