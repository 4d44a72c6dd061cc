"""A workbook taken in through the screens: asked for by name, looked through, taken as one change, undone."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from openpyxl import Workbook

from forms.model.values import Typed
from tests.builders import undoable
from tests.tui.conftest import DISK_FULL, Screen
from tui.pages.help.menu_page import MenuPage
from tui.pages.home.home import HomePage
from tui.pages.intake.intake_preview import IntakePage

HEAD = ("Họ tên", "Ngày sinh", "Giới tính")
GOOD = ("Phan Mẫu Bé", "7/5/2016", "Nữ")
OTHER = ("Phan Mẫu Em", "8/5/2016", "Nam")
BAD = ("Phan Mẫu Lớn", "31/02/2016", "Nam")
STRANGE = ("Phan Mẫu Lạ", "9/5/2016", "Z")
OLD = ("NguyÔn ThÞ Thïy Tr©m", "8/5/2016", "N÷")

Write = Callable[..., Path]


@pytest.fixture
def workbook(tmp_path: Path) -> Write:
    def write(*rows: Sequence[Any], name: str = "danh sách.xlsx") -> Path:
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.title = "Trẻ"
        for row in (HEAD, *rows):
            sheet.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return write


def ask(screen: Screen, name: str | Path) -> None:
    """Through the menu, as a person does."""
    screen.press("f10")
    assert isinstance(screen.page, MenuPage)
    lines = [screen.page.cell(row, 2).text for row in range(screen.page.count())]
    place = next(row for row, text in enumerate(lines) if "Nhập hồ sơ từ tệp Excel" in text)
    screen.page.go(place)
    screen.press("enter")
    assert "Tên tệp Excel" in screen.text
    screen.desk.paste(str(name))
    screen.press("enter")


def children(screen: Screen) -> list[Any]:
    return list(screen.work.content.records("children").values())


def names(screen: Screen) -> list[Any]:
    return [child["name"] for child in children(screen)]


@pytest.mark.slow
def test_one_row_is_refused_the_rest_is_taken_and_undone(screen: Screen, workbook: Write) -> None:
    before = screen.work.content
    ask(screen, workbook(GOOD, BAD, OTHER))
    assert isinstance(screen.page, IntakePage)
    assert screen.lines[0].startswith("NHẬP TỪ TỆP: danh sách.xlsx") or "danh sách.xlsx" in screen.text
    assert "thêm 2 hồ sơ; sửa 0, giữ nguyên 0, không nhận 1" in screen.text
    assert "Trang «Trẻ» → Hồ sơ trẻ: 3 dòng" in screen.text
    screen.press("f9")
    assert "31/02/2016" in screen.said
    assert screen.work.content is before
    screen.press("enter")
    assert isinstance(screen.page, IntakePage)
    screen.press("enter")
    assert not isinstance(screen.page, IntakePage)
    assert screen.desk.said == "Đã nhận: thêm 2 hồ sơ, sửa 0. Ctrl+Z để hoàn tác."
    assert names(screen)[-2:] == ["Phan Mẫu Bé", "Phan Mẫu Em"]
    screen.press("ctrl+z")
    assert undoable(screen.work.content) == undoable(before)
    screen.press("ctrl+y")
    assert names(screen)[-2:] == ["Phan Mẫu Bé", "Phan Mẫu Em"]


@pytest.mark.slow
def test_the_space_bar_leaves_a_row_out_and_takes_it_again(screen: Screen, workbook: Write) -> None:
    before = len(children(screen))
    ask(screen, workbook(GOOD, OTHER))
    first = next(row for row, line in enumerate(screen.page.lines) if line.row)
    screen.page.go(first)
    screen.press("space")
    assert "thêm 1 hồ sơ; sửa 0, giữ nguyên 0, không nhận 1" in screen.text
    assert "bỏ" in screen.page.cell(first, 1).text
    screen.page.go(first)
    screen.press("space")
    assert "thêm 2" in screen.text
    screen.page.go(first)
    screen.press("space")
    screen.page.go(0)
    screen.press("enter")
    assert names(screen)[before:] == ["Phan Mẫu Em"]


@pytest.mark.slow
def test_f9_walks_the_rows_that_want_a_look_and_begins_again(screen: Screen, workbook: Write) -> None:
    ask(screen, workbook(GOOD, BAD, OTHER, STRANGE))
    stops = []
    for _ in range(3):
        screen.press("f9")
        line = screen.page.lines[screen.page.cursor.row]
        stops.append((line.row.number, line.row.kind.value))
    assert stops == [(3, "refuse"), (5, "add"), (3, "refuse")]


@pytest.mark.slow
def test_f9_says_when_every_row_can_be_read(screen: Screen, workbook: Write) -> None:
    ask(screen, workbook(GOOD))
    screen.press("f9")
    assert screen.desk.said == "Dòng nào cũng đọc được."


@pytest.mark.slow
def test_what_cannot_be_read_is_taken_as_it_was_typed(screen: Screen, workbook: Write) -> None:
    ask(screen, workbook(STRANGE))
    screen.press("enter")
    assert children(screen)[-1]["sex"] == Typed("Z")
    assert children(screen)[-1] == {"name": "Phan Mẫu Lạ", "birth_date": "2016-05-09", "sex": Typed("Z")}


@pytest.mark.slow
def test_escape_takes_nothing(screen: Screen, workbook: Write) -> None:
    before = screen.work.content
    ask(screen, workbook(GOOD))
    screen.press("escape")
    assert not isinstance(screen.page, IntakePage)
    assert screen.work.content is before


@pytest.mark.slow
def test_where_nothing_can_be_taken_it_is_said(screen: Screen, workbook: Write) -> None:
    before = screen.work.content
    ask(screen, workbook(BAD))
    screen.press("enter")
    assert screen.desk.said == "Không có dòng nào được nhận. Không có gì thay đổi."
    assert screen.work.content is before


@pytest.mark.slow
def test_old_text_is_converted_when_asked_for(screen: Screen, workbook: Write) -> None:
    ask(screen, workbook(OLD))
    assert "NguyÔn ThÞ Thïy Tr©m» → «Nguyễn Thị Thùy" in screen.text
    switch = next(row for row, line in enumerate(screen.page.lines) if line.switches)
    assert screen.page.cell(switch, 1).text == "để nguyên"
    screen.page.go(switch)
    screen.press("space")
    assert screen.page.cell(switch, 1).text == "chuyển"
    screen.press("enter", "enter")
    assert children(screen)[-1]["name"] == "Nguyễn Thị Thùy Trâm"
    assert children(screen)[-1]["sex"] == "02"


@pytest.mark.slow
def test_old_text_stays_when_it_is_not_asked_for(screen: Screen, workbook: Write) -> None:
    ask(screen, workbook(OLD))
    screen.press("enter")
    assert children(screen)[-1]["name"] == "NguyÔn ThÞ Thïy Tr©m"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("khong-co.xlsx", "Không tìm thấy"),
        (".", "thư mục"),
        ("hỏng.xlsx", ""),
        ("~khong-ai/a.xlsx", ""),
        ("a\u0000b.xlsx", ""),
    ],
)
def test_a_wrong_name_says_why(screen: Screen, tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "hỏng.xlsx").write_bytes(b"PK\x03\x04")
    before = screen.work.content
    ask(screen, tmp_path / name if not name.startswith("~") else name)
    assert isinstance(screen.page, HomePage)
    assert screen.desk.said
    assert why.lower() in screen.desk.said.lower()
    assert screen.work.content is before


@pytest.mark.slow
def test_a_name_in_quotes_and_from_the_home_folder(
    screen: Screen, workbook: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(GOOD)
    monkeypatch.setenv("HOME", str(path.parent))
    for typed in (f'"{path}"', f"'{path}' ", f"~{os.sep}{path.name}"):
        ask(screen, typed)
        assert isinstance(screen.page, IntakePage), typed
        screen.press("escape")


def test_a_session_that_only_looks_is_not_even_asked(looking: Screen) -> None:
    looking.press("f10")
    lines = [looking.page.cell(row, 2).text for row in range(looking.page.count())]
    looking.page.go(next(row for row, text in enumerate(lines) if "Nhập hồ sơ từ tệp Excel" in text))
    looking.press("enter")
    assert "chỉ để xem" in looking.desk.said
    assert "Tên tệp Excel" not in looking.text


@pytest.mark.slow
def test_a_full_disk_keeps_the_preview(
    screen: Screen, workbook: Write, full_disk: Callable[[], Callable[[], None]]
) -> None:
    before = screen.work.content
    ask(screen, workbook(GOOD))
    empty = full_disk()
    screen.press("enter")
    assert DISK_FULL in screen.said
    assert isinstance(screen.page, IntakePage)
    assert screen.work.content is before
    empty()
    screen.press("enter")
    assert names(screen)[-1] == "Phan Mẫu Bé"


@pytest.mark.slow
@pytest.mark.long
def test_two_thousand_rows_do_not_slow_the_keys(screen: Screen, workbook: Write) -> None:
    rows = [(f"Phan Mẫu Số {number}", "7/5/2016", "Nam") for number in range(1998)]
    ask(screen, workbook(*rows, BAD))
    assert "thêm 1.998" in screen.text or "thêm 1998" in screen.text
    assert screen.lines
    start = process_time()
    for key in ("end", "home", "pagedown", "down", "space", "f9", "pageup"):
        screen.press(key)
        assert all(len(line) <= 80 for line in screen.lines)
    assert process_time() - start < 2
    screen.page.go(0)
    screen.press("enter")
    assert len(children(screen)) == 46 + 1997
    screen.press("ctrl+z")
    assert len(children(screen)) == 46


@pytest.mark.parametrize("place", ["classes", "children", "staff"])
def test_f8_in_a_list_exports_the_lists(screen: Screen, place: str) -> None:
    screen.at(place)
    screen.press("f8")
    assert screen.terminal.exports == ["rosters"]


def test_a_long_row_is_seen_to_its_end_and_the_name_stays(screen: Screen) -> None:
    screen.at("children")
    screen.press("insert")
    heads = ("Họ tên", "Ngày sinh", "Giới tính", "Họ tên mẹ", "Họ tên cha", "Mã lớp")
    row = ("Phan Mẫu Bé", "07/05/2016", "Nữ", "Trần Thị Mẹ Mẫu Rất Dài", "Phan Văn Cha Mẫu", "MG2")
    screen.desk.paste("\t".join(heads) + "\n" + "\t".join(row) + "\n")
    assert isinstance(screen.page, IntakePage)
    screen.press("end")
    before = screen.text
    assert "MG2" not in before
    assert "· Họ tên cha · Mã lớp" in " ".join(before.split()), "which columns were read is told whole"
    screen.press("right", "right", "right")
    assert "Phan Mẫu Bé · … · " in screen.text
    assert " · MG2" in screen.text
    screen.press("right", "right", "right")
    assert "Phan Văn Cha Mẫu · MG2" in screen.text, "no further than the last value"
    screen.press(*["left"] * 6)
    assert screen.text == before


@pytest.mark.slow
def test_a_row_that_is_like_a_child_is_left_out_until_it_is_said_whose_it_is(
    screen: Screen, workbook: Write
) -> None:
    known = next(child for child in children(screen) if child["birth_date"] == "2016-05-07")
    before = children(screen)
    ask(screen, workbook((known["name"], "8/5/2016", "Nam")))
    assert "thêm 0 hồ sơ; sửa 0, giữ nguyên 0, không nhận 0" in screen.text
    assert "Dòng giống hồ sơ đã có: còn 1 phải chọn" in screen.text
    screen.press("f9")
    row = screen.page.cursor.row
    assert "phải chọn" in screen.page.cell(row, 1).text
    assert f"{known['name']} đã có (Ngày sinh «07/05/2016» → «08/05/2016»)" in screen.said
    for key, kind in (("space", "sửa"), ("enter", "thêm"), ("space", "phải chọn"), ("enter", "sửa")):
        screen.press(key)
        assert screen.page.cursor.row == row
        assert screen.page.cell(row, 1).text.strip() == kind
    assert "Ngày sinh: 07/05/2016 → 08/05/2016" in screen.said
    screen.page.go(0)
    screen.press("enter")
    after = children(screen)
    assert [child for child in after if child not in before] == [{**known, "birth_date": "2016-05-08"}]
    screen.press("ctrl+z")
    assert children(screen) == before


@pytest.mark.slow
def test_nothing_is_taken_of_a_row_of_which_nothing_was_said(screen: Screen, workbook: Write) -> None:
    known = next(child for child in children(screen) if child["birth_date"] == "2016-05-07")
    before = children(screen)
    ask(screen, workbook((known["name"], "8/5/2016", "Nam"), OTHER))
    screen.press("enter")
    assert "thêm 1 hồ sơ, sửa 0" in screen.desk.said
    assert "Còn 1 dòng giống hồ sơ đã có, chưa chọn nên đã bỏ." in screen.desk.said
    assert [child["name"] for child in children(screen)[len(before) :]] == [OTHER[0]]
    assert children(screen)[: len(before)] == before
