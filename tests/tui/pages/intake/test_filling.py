"""The file that was downloaded, filled on screen: told first, then written beside it, never over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.reading.workbook_reader import read_workbook
from exports.workbooks.rosters.roster_book import write_rosters
from tests.tui.conftest import Screen
from tui.jobs.current_report import report_of
from tui.pages.home.home import HomePage
from tui.pages.intake.fill_preview import FillPage


def menu(screen: Screen, label: str) -> None:
    screen.press("f10")
    page = screen.page
    page.go(next(row for row in range(page.count()) if page.cell(row, 2).text.startswith(label)))
    screen.press("enter")


def opened(screen: Screen, path: Path) -> FillPage:
    screen.desk.home()
    menu(screen, "Điền hồ sơ vào tệp mẫu")
    screen.desk.paste(str(path))
    screen.press("enter")
    assert isinstance(screen.page, FillPage), screen.text
    return screen.page


@pytest.fixture
def template(screen: Screen, tmp_path: Path) -> Path:
    """An empty workbook with the titles of the upload."""
    report = report_of(screen.work.workspace, screen.work.content)
    path = tmp_path / "mau.xlsx"
    path.write_bytes(write_rosters(report, blank=True))
    return path


@pytest.mark.slow
def test_the_plan_is_told_and_the_file_written_into_the_exports(screen: Screen, template: Path) -> None:
    before = template.read_bytes()
    opened(screen, template)
    assert "ĐIỀN VÀO TỆP: mau.xlsx" in screen.lines[0]
    assert "Trang «Lớp học» ← Hồ sơ nhóm, lớp" in screen.text
    assert "← Tên lớp" in screen.text
    screen.press("down", "enter")
    assert isinstance(screen.page, FillPage), "Enter below the first line only leads to it"
    screen.press("enter")
    assert isinstance(screen.page, HomePage)
    (written,) = (screen.work.workspace.folder / "exports" / "2019-2020").glob("mau*")
    assert f"Đã điền xong: {written}"[:70] in screen.desk.said
    assert template.read_bytes() == before
    children = next(sheet for sheet in read_workbook(written).sheets if sheet.title == "Hồ sơ trẻ")
    names = {cell.text for row in children.rows for cell in row.cells.values()}
    assert {child.name for child in screen.work.content.roster.of("child")} <= names
    first = written.read_bytes()
    for name, files in (("", 1), ("Nhóm Mẫu Một", 2)):
        if name:
            screen.work.put(("classes", "k0001", "name"), name)
        opened(screen, template)
        screen.press("enter")
        assert len(list(written.parent.glob("mau*"))) == files
    assert written.read_bytes() == first, "an existing file is never overwritten"


@pytest.mark.slow
def test_a_change_may_be_left_as_the_file_has_it(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "cu.xlsx"
    path.write_bytes(write_rosters(report_of(screen.work.workspace, screen.work.content)))
    for ref, name in (("k0001", "Nhóm Mẫu Một"), ("k0002", "Nhóm Mẫu Hai")):
        screen.work.put(("classes", ref, "name"), name)
    page = opened(screen, path)
    assert [change.new for change in page.plan.changes] == ["Nhóm Mẫu Một", "Nhóm Mẫu Hai"]
    page.go(next(row for row, line in enumerate(page.lines) if line.change))
    screen.press("space", "home", "enter")
    (written,) = (screen.work.workspace.folder / "exports" / "2019-2020").glob("cu*")
    texts = {
        cell.text
        for sheet in read_workbook(written).sheets
        for row in sheet.rows
        for cell in row.cells.values()
    }
    assert {"Nhóm Thỏ Con", "Nhóm Mẫu Hai"} <= texts
    assert "Nhóm Mẫu Một" not in texts


def test_a_file_that_cannot_be_filled_says_why(screen: Screen, tmp_path: Path) -> None:
    wrong = tmp_path / "chu.xlsx"
    wrong.write_text("xin chào")
    for path in (wrong, tmp_path, tmp_path / "khong-co.xlsx"):
        screen.desk.home()
        menu(screen, "Điền hồ sơ vào tệp mẫu")
        screen.desk.paste(str(path))
        screen.press("enter")
        assert isinstance(screen.page, HomePage)
        assert "Không có gì thay đổi" in screen.desk.said
