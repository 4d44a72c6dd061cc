"""``nhomtre compare``: a file of the national system beside ours; it changes no record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from tests.tui.cli.conftest import Command, stored


def edited(path: Path, title: str, change: Callable[[Any, dict[str, int]], None]) -> Path:
    """The workbook with a sheet changed: *change* gets the sheet, and title → column."""
    book = load_workbook(path)
    sheet = book[title]
    change(sheet, {str(cell.value).partition(" (*")[0]: place for place, cell in enumerate(sheet[1], 1)})
    book.save(path)
    return path


def content_in(folder: Path) -> Content:
    with Store(folder).open(SchoolYear(2019), write=False) as session:
        return session.dossier.content


@pytest.fixture
def rosters(sent: Path, nhomtre: Command, tmp_path: Path) -> Path:
    """The workbook of our own records, as the system would give them back."""
    path = tmp_path / "he-thong.xlsx"
    assert nhomtre("export", "rosters", "-o", str(path)).status == 0
    return path


@pytest.mark.slow
def test_what_differs_is_listed_and_kept_beside_the_report(
    rosters: Path, folder: Path, nhomtre: Command
) -> None:
    run = nhomtre("compare", str(rosters))
    assert (run.status, run.out) == (0, "")
    assert "không khác nhau" in run.err

    def change(sheet: Any, column: dict[str, int]) -> None:
        sheet.cell(2, column["Giới tính"]).value = (
            "Nữ" if sheet.cell(2, column["Giới tính"]).value == "Nam" else "Nam"
        )
        for title, value in (
            ("Họ tên", "Trần Thị Lạ Mẫu"),
            ("Ngày sinh", "09/08/2016"),
            ("Họ tên mẹ", "Mẹ Lạ"),
        ):
            sheet.cell(3, column[title]).value = value

    before = content_in(folder)
    edited(rosters, "Hồ sơ trẻ", change)
    run = nhomtre("compare", str(rosters))
    assert run.status == 0
    first, second, third = run.out.splitlines()
    assert first.startswith("Trẻ 1 ") and "Giới tính: Hệ thống: " in first
    assert "; bản 1: " in first and first.endswith("(trang «Hồ sơ trẻ», dòng 2)")
    assert second.startswith("Trẻ Trần Thị Lạ Mẫu: Hệ thống: có; ở đây: không có; bản 1: không có")
    assert third.startswith("Trẻ 2 ") and third.endswith("Hệ thống: không có; ở đây: có; bản 1: có")
    assert "3 chỗ khác." in run.err
    found = nhomtre("compare", str(rosters), "--json").json["differences"]
    assert [each["kind"] for each in found] == ["value", "only_theirs", "only_ours"]
    assert found[0]["place"] == "children/c0001/sex"
    assert {found[0]["theirs"], found[0]["ours"]} == {"01", "02"}
    now = content_in(folder)
    assert {**now.tree, "compared": before.part("compared")} == before.tree
    assert {place: kept["differing"] for place, kept in now.part("compared").items()} == {
        "classes": 0,
        "children": 3,
        "staff": 0,
    }


@pytest.mark.slow
def test_the_form_is_compared_cell_by_cell(sent: Path, nhomtre: Command) -> None:
    (path,) = sent.glob("*.xlsx")
    assert nhomtre("compare", str(path)).out == ""

    def change(sheet: Any, _: dict[str, int]) -> None:
        sheet["I5"].value = 9

    edited(path, "Phòng học", change)
    run = nhomtre("compare", str(path))
    assert run.status == 0
    assert "Biểu 4, mã 194" in run.out
    assert "(trang «Phòng học», ô I5)" in run.out
    assert len(run.err.splitlines()) < 10, "totals without a result are told once a sheet"


@pytest.mark.slow
@pytest.mark.parametrize("content", [b"xin ch\xc3\xa0o", b"", b"PK\x03\x04 hong"])
def test_what_cannot_be_compared_is_told(
    sent: Path, nhomtre: Command, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "la.xlsx"
    path.write_bytes(content)
    run = nhomtre("compare", str(path))
    assert run.status in (1, 3)
    assert run.out == ""
    assert "Không có gì thay đổi" in run.err
    assert nhomtre("compare").status == 2


def test_without_a_dossier_there_is_nothing_to_compare_with(nhomtre: Command, tmp_path: Path) -> None:
    run = nhomtre("compare", str(tmp_path / "x.xlsx"))
    assert (run.status, run.out) == (3, "")


@pytest.mark.slow
def test_what_the_system_complains_about_is_told_and_kept_once(
    rosters: Path, folder: Path, nhomtre: Command
) -> None:
    def change(sheet: Any, _: dict[str, int]) -> None:
        last = sheet.max_column + 1
        sheet.cell(1, last).value = "MA_LOI"
        sheet.cell(3, last).value = "Ngày sinh không hợp lệ; TRUNG_HO_SO"

    edited(rosters, "Hồ sơ trẻ", change)
    kept = []
    for _ in range(2):
        run = nhomtre("compare", str(rosters))
        assert run.status == 0
        assert [line.startswith("Hệ thống báo lỗi: Trẻ 2 ") for line in run.out.splitlines()] == [True, True]
        assert "Ngày sinh: Ngày sinh không hợp lệ" in run.out
        assert "2 lỗi Hệ thống báo" in run.err
        kept.append(stored(folder))
    assert kept[0] == kept[1]
    found = nhomtre("compare", str(rosters), "--json").json["complaints"]
    assert found == [
        {"place": "children/c0002/birth_date", "text": "Ngày sinh không hợp lệ"},
        {"place": "children/c0002", "text": "TRUNG_HO_SO"},
    ]
    filled = rosters.with_name("da-dien.xlsx")
    run = nhomtre("fill", str(rosters), "-o", str(filled))
    assert "Cột «MA_LOI»: lỗi Hệ thống báo ở 1 dòng: xóa khỏi tệp mới" in run.err
    run = nhomtre("compare", str(filled))
    assert run.out == ""
    assert "lỗi Hệ thống báo thành" not in run.err


@pytest.mark.slow
def test_what_cannot_be_kept_now_is_shown_all_the_same(rosters: Path, folder: Path, nhomtre: Command) -> None:
    """Somebody has the dossier open."""

    def change(sheet: Any, column: dict[str, int]) -> None:
        last = sheet.max_column + 1
        sheet.cell(1, last).value, sheet.cell(3, last).value = "MA_LOI", "TRUNG_HO_SO"
        sheet.cell(2, column["Dân tộc"]).value = "Tày"

    edited(rosters, "Hồ sơ trẻ", change)
    with Store(folder).open(SchoolYear(2019), write=True):
        run = nhomtre("compare", str(rosters))
    assert run.status == 3
    assert "Dân tộc: Hệ thống: Tày" in run.out and "TRUNG_HO_SO" in run.out
    assert "lỗi Hệ thống báo thành" not in run.err


@pytest.mark.slow
def test_a_comparison_that_cannot_be_kept_is_one_all_the_same(
    rosters: Path, folder: Path, nhomtre: Command
) -> None:
    with Store(folder).open(SchoolYear(2019), write=True):
        run = nhomtre("compare", str(rosters))
    assert (run.status, run.out) == (0, "")
    assert "không khác nhau" in run.err and "Kết quả đối chiếu không ghi lại được" in run.err
