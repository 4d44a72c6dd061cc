"""``nhomtre import`` of a corrected list: a row that is like a child we have waits for ``--same`` or ``--new``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.tui.cli.conftest import Command
from tests.tui.cli.test_import_workbook import tree

HEAD = ("Họ tên", "Ngày sinh", "Giới tính", "Họ tên mẹ", "Điện thoại")
FIRST = (
    ("Nguyễn Mẫu An", "01/02/2016", "Nam", "Lê Thị Mẫu", "0900000901"),
    ("Trần Mẫu Bình", "03/04/2016", "Nam", "Vũ Thị Thử", "0900000902"),
    ("Lê Mẫu Chi", "05/06/2016", "Nữ", "Đỗ Thị Thử", "0900000903"),
)
CORRECTED = (
    ("nguyễn mẫu an", "01/02/2016", "Nam", "Lê Thị Mẫu", "0900000904"),
    ("Trần Mẫu Bình", "04/04/2016", "Nam", "Vũ Thị Thử", "0900000902"),
    ("Lê Mẫu Chi", "05/06/2016", "Nữ", "Hoàng Thị Khác", "0900000903"),
)
Write = Callable[..., str]
Rows = Sequence[Sequence[Any]]


@pytest.fixture
def lists(tmp_path: Path) -> Write:
    """Writes lists of children, a sheet each, and tells the path."""

    def write(**sheets: Rows) -> str:
        book = Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in (HEAD, *rows):
                sheet.append(list(row))
        path = tmp_path / "danh sách.xlsx"
        book.save(path)
        return str(path)

    return write


@pytest.fixture
def three(nhomtre: Command, lists: Write, folder: Path) -> list[Any]:
    """Three children, imported."""
    assert nhomtre("import", lists(Trẻ=FIRST)).status == 0
    return children(folder)


def children(folder: Path) -> list[Any]:
    return list(tree(folder)["children"].values())


@pytest.mark.slow
def test_what_is_asked_is_told_with_the_way_to_decide(
    nhomtre: Command, lists: Write, folder: Path, three: list[Any]
) -> None:
    run = nhomtre("import", lists(Trẻ=CORRECTED))
    assert run.status == 1
    assert children(folder) == three
    assert (
        "dòng 3: phải chọn: Giống Trẻ 2 Trần Mẫu Bình đã có (Ngày sinh «03/04/2016» → «04/04/2016»)"
        in run.out
    )
    assert "dòng 4: phải chọn: Giống Trẻ 3 Lê Mẫu Chi đã có (Họ tên mẹ" in run.out
    assert "--same 3" in run.err
    assert "--new 3" in run.err
    dry = nhomtre("import", lists(Trẻ=CORRECTED), "--dry-run")
    assert (dry.status, dry.err) == (run.status, run.err)


@pytest.mark.slow
def test_each_row_is_decided_and_what_changes_is_told(
    nhomtre: Command, lists: Write, folder: Path, three: list[Any]
) -> None:
    run = nhomtre("import", lists(Trẻ=CORRECTED), "--same", "3", "--new", "4")
    assert run.status == 0
    assert "dòng 2: sửa: Số điện thoại liên hệ: 0900000901 → 0900000904" in run.out
    assert "dòng 3: sửa: Ngày sinh: 03/04/2016 → 04/04/2016" in run.out
    first, second, third, fourth = children(folder)
    assert first == {**three[0], "phone": "0900000904"}
    assert second == {**three[1], "birth_date": "2016-04-04"}
    assert (third, fourth["mother_name"]) == (three[2], "Hoàng Thị Khác")
    again = nhomtre("import", lists(Trẻ=CORRECTED))
    assert (again.status, "phải chọn" in again.out) == (0, False)
    assert children(folder) == [first, second, third, fourth]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("more", "count"),
    [(("--accept-valid",), 3), (("--same", "all"), 3), (("--new", "all"), 5), (("--same", "3,4"), 3)],
)
def test_many_rows_are_decided_at_once_or_left_out(
    nhomtre: Command, lists: Write, folder: Path, three: list[Any], more: Sequence[str], count: int
) -> None:
    run = nhomtre("import", lists(Trẻ=CORRECTED), *more)
    assert run.status == 0
    assert ("không nhận 2" in run.err) is ("--accept-valid" in more)
    found = children(folder)
    assert len(found) == count
    assert found[0]["phone"] == "0900000904"
    assert (found[1] == three[1]) is ("--same" not in more)


@pytest.mark.slow
@pytest.mark.usefixtures("three")
def test_a_row_that_is_not_asked_or_is_of_several_sheets_is_refused(nhomtre: Command, lists: Write) -> None:
    run = nhomtre("import", lists(Trẻ=CORRECTED), "--same", "2")
    assert (run.status, "Dòng 2: không có gì phải chọn." in run.err) == (1, True)
    both = {"Lớp A": [CORRECTED[1]], "Lớp B": [CORRECTED[2]]}
    run = nhomtre("import", lists(**both), "--same", "2")
    assert (run.status, "Lớp A!2, Lớp B!2" in run.err) == (1, True)
    assert nhomtre("import", lists(**both), "--same", "Lớp A!2", "--new", "Lớp B!2").status == 0


@pytest.mark.slow
@pytest.mark.parametrize("text", ["x", "0", "3-5", "", "Trẻ!"])
def test_what_is_no_number_of_a_row_is_a_wrong_argument(nhomtre: Command, lists: Write, text: str) -> None:
    run = nhomtre("import", lists(Trẻ=FIRST), "--same", text)
    assert (run.status, "không phải số dòng" in run.err) == (2, True)
