"""Report workbooks of others: the official export is read, a changed layout is refused or told cell by cell."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import coordinate_to_tuple

from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.refusal_words import UNCHANGED
from exports.workbooks.report.printed_zeros import shown_cells
from exports.workbooks.report.report_book import write_report
from exports.workbooks.report.report_reader import MOST_PROBLEMS, read_report_book
from tests.builders import example, public
from tests.exports.conftest import random_report, report_of
from tests.exports.report_books import (
    TITLES,
    Grids,
    made,
    moved,
    official_grids,
    part_of,
    read_bytes,
    replaced,
)

T1, T2, T3, T4, T5 = TITLES


# The official export


def as_text(value: Any) -> Any:
    """Decimals as text with a comma, and every third number as text."""
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return str(value) if value % 3 == 0 else value


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 5])
def test_the_official_export_is_read(seed: int, tmp_path: Path) -> None:
    report = random_report(seed)
    path = tmp_path / "a.xlsx"
    path.write_bytes(made(official_grids(report, as_text)))
    book = read_report_book(path)
    assert book.problems == ()
    # no cell of it is taken for empty
    assert book.cells == {
        table: {key: row for key, row in rows.items() if row}
        for table, rows in shown_cells(report.figures).items()
    }
    assert (book.name, book.office) == ("", "Bộ Giáo dục và Đào tạo")
    assert (
        book[2:]
        if False
        else (book.facility_code, book.school_year, book.revision, book.check_code) == (None,) * 4
    )
    assert (book.draft, book.training, book.block, book.computed_code) == (None, None, None, None)


def test_the_seeds_hold_decimals() -> None:
    decimals = [
        value
        for seed in (1, 2, 5)
        for row in random_report(seed).figures.as_json()["T5"].values()
        for value in row.values()
        if isinstance(value, Decimal)
    ]
    assert decimals


@pytest.mark.slow
def test_the_same_figures_have_the_same_cells_in_both() -> None:
    """A district may add them up together."""
    report = report_of(public())
    theirs, own = read_bytes(made(official_grids(report))), read_bytes(write_report(report))
    for table, rows in own.cells.items():
        for key, row in rows.items():
            assert row.items() <= theirs.cells[table][key].items()


# Another layout


def changed(title: str, to: Any) -> dict[str, Any]:
    grids = official_grids(random_report(7))
    return {**grids, title: moved(grids[title], to)}


def code_of_refusal(data: bytes) -> str:
    with pytest.raises(WorkbookRefused) as raised:
        read_bytes(data)
    assert str(raised.value).endswith(UNCHANGED)
    return raised.value.code


@pytest.mark.slow
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("column", [2, 4, 6, 7])
def test_a_column_that_was_put_in_or_taken_away(title: str, column: int) -> None:
    put_in = changed(title, lambda row, at: (row, at + (at >= column)))
    taken_away = changed(title, lambda row, at: None if at == column else (row, at - (at > column)))
    for grids in (put_in, taken_away):
        assert code_of_refusal(made(grids, {"none": ()})) in ("report_columns", "report_rows")


@pytest.mark.slow
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("line", [2, 9, 20])
def test_a_row_that_was_put_in_or_taken_away(title: str, line: int) -> None:
    put_in = changed(title, lambda row, at: (row + (row >= line), at))
    taken_away = changed(title, lambda row, at: None if row == line else (row - (row > line), at))
    for grids in (put_in, taken_away):
        assert code_of_refusal(made(grids, {"none": ()})) in ("report_columns", "report_rows")


@pytest.mark.slow
def test_rows_and_columns_that_changed_places() -> None:
    rows = changed(T1, lambda row, at: ({13: 16, 16: 13}.get(row, row), at))
    assert code_of_refusal(made(rows)) == "report_rows"
    columns = changed(T1, lambda row, at: (row, {6: 7, 7: 6}.get(at, at) if row > 6 else at))
    assert code_of_refusal(made(columns)) == "report_columns"


@pytest.mark.slow
def test_columns_of_one_heading_that_changed_places_are_not_read() -> None:
    """«Nữ» of the whole and of Công lập: only their numbers tell."""
    grids = changed(T2, lambda row, at: (row, {6: 10, 10: 6}.get(at, at) if row > 1 else at))
    book = read_bytes(made(grids))
    assert [problem.cell for problem in book.problems] == ["F4", "J4"]
    shown = shown_cells(random_report(7).figures)["T2"]
    assert book.cells["T2"]["083"] == {
        key: value for key, value in shown["083"].items() if key not in ("TONG.female", "CONG_LAP.female")
    }


@pytest.mark.slow
def test_sheets_that_are_missing_or_foreign() -> None:
    grids = official_grids(random_report(7))
    missing = {title: grid for title, grid in grids.items() if title != T3}
    assert code_of_refusal(made(missing)) == "report_sheets"
    assert code_of_refusal(made({"Trẻ": {(1, 1): "Họ và tên"}})) == "not_report"
    renamed = {{T3: "Cán bộ 2"}.get(title, title): grid for title, grid in grids.items()}
    assert code_of_refusal(made(renamed)) == "report_sheets"
    more: Grids = {**grids, "Sheet7": {(1, 1): "x"}, "Errors": {(1, 1): "Sheet"}, f"{T1} ": grids[T1]}
    assert [str(problem) for problem in read_bytes(made(more)).problems] == [
        "Trang «Sheet7»: Mẫu báo cáo không có trang này; trang không được đọc.",
        "Trang «Trường-Lớp»: Trang này có hai lần; chỉ trang đầu được đọc.",
    ]


def test_a_file_with_too_many_differences_is_refused() -> None:
    grids = official_grids(random_report(7))
    grids[T1] |= {(200 + number, 2): "Ghi chú" for number in range(MOST_PROBLEMS + 1)}
    assert code_of_refusal(made(grids)) == "report_different"


# One cell


TEXTS = [
    (T1, "D13", 33, "Mã số của mẫu là 3, trong tệp là «33»; số liệu của dòng này không được đọc."),
    (T1, "B13", "- Miền núi", "«- Trung du, đồng bằng, thành phố», trong tệp là «- Miền núi»"),
    (T1, "B13", None, "trong tệp là ô trống"),
    (T1, "B12", "x", "Mẫu có chữ «Chia ra theo vùng:», trong tệp là «x»."),
    (T1, "C13", "lớp", "Mẫu có chữ «trường»"),
    (T1, "A11", "1.2.", "Mẫu có chữ «1.1.»"),
    (T1, "B2", "Kỳ cuối năm học", "Mẫu có chữ «Kỳ đầu năm học»"),
    (T1, "F7", "Dân lập", "số liệu dưới tiêu đề này không được đọc."),
    (T1, "B7", "Tên", "Mẫu có chữ «Chỉ tiêu»"),
    (T1, "F8", 3, "Số của cột trong mẫu là 2, trong tệp là «3»"),
    (T2, "I1", "Tư thục", "Tiêu đề cột của mẫu là «Công lập»"),
    (T1, "E12", 5, "Chỗ này của mẫu để trống, trong tệp là «5»."),
    (T1, "D12", 5, "Chỗ này của mẫu để trống"),
    (T1, "J20", "x", "Chỗ này của mẫu để trống"),
    (T5, "B40", "x", "Chỗ này của mẫu để trống"),
    (T5, "A1", "x", "Chỗ này của mẫu để trống"),
]
FIGURES = [
    (T1, "E13", -1, "Số liệu phải là số nguyên từ 0 trở lên, trong tệp là «-1»"),
    (T1, "E13", 1.5, "trong tệp là «1.5»"),
    (T1, "E13", "hai", "trong tệp là «hai»"),
    (T1, "E13", 10**15, "số nguyên"),
    (T5, "F7", 1.0625, "tối đa 3 số thập phân"),
    (T5, "F7", "36.125", "Chữ «36.125» có thể là số lẻ"),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("title", "where", "value", "said"), TEXTS + FIGURES)
def test_what_is_not_as_declared_is_told_with_its_cell(title: str, where: str, value: Any, said: str) -> None:
    grids = official_grids(report_of(example()))
    grids[title][coordinate_to_tuple(where)] = value
    if value is None:
        del grids[title][coordinate_to_tuple(where)]
    data = made(grids)
    (problem,) = read_bytes(data).problems
    assert (problem.sheet, problem.cell) == (title, where)
    assert said in problem.message
    assert str(problem).startswith(f"Trang «{title}», ô {where}: ")


@pytest.mark.slow
def test_totals_without_a_result_are_added_up_and_told_of_the_sheet() -> None:
    report = report_of(example())
    without = replaced(
        made(official_grids(report)),
        part_of(T4),
        lambda xml: re.sub(r"(<f>[^<]*</f>)<v>[0-9]+</v>", r"\1", xml),
    )
    read, as_saved = read_bytes(without), read_bytes(made(official_grids(report)))
    for row, cells in as_saved.cells["T4"].items():
        assert {key: value for key, value in read.cells["T4"][row].items() if value} == {
            key: value for key, value in cells.items() if value
        }
    (problem,) = read.problems
    assert (problem.sheet, problem.cell) == (T4, "")
    assert "đã cộng lại từ các ô thành phần" in problem.message


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["b", "e", "d"])
def test_what_is_no_number_is_told(kind: str) -> None:
    value = {"b": "1", "e": "#REF!", "d": "2019-09-30"}[kind]
    data = made(official_grids(report_of(example())))
    bad = replaced(
        data,
        part_of(T1),
        lambda xml: re.sub(r'<c r="E13">.*?</c>', f'<c r="E13" t="{kind}"><v>{value}</v></c>', xml),
    )
    assert [problem.cell for problem in read_bytes(bad).problems] == ["E13"]
