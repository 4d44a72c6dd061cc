"""Files as people have them: each record that is stored, with its fields and no other, and all that is told."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from tests.tui.cli.conftest import Command
from tests.tui.cli.lists_of_others import CASES, Case
from tui.cli.main import main

CASES_FOLDER = Path(__file__).parents[2] / "data" / "cases"
A_ROW = "  dòng "

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def _dossiers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each of the dossiers that lists are taken into, made once."""
    folder = tmp_path_factory.mktemp("dossiers")
    for name in ("three-classes", "three-classes-and-people"):
        arguments = ["--data", str(folder / name), "import", str(CASES_FOLDER / f"{name}.json")]
        assert main(arguments) == 0
    return folder


@pytest.fixture
def classes(_dossiers: Path, folder: Path) -> Path:
    """Three classes, nobody in them; the folder of ``nhomtre``."""
    shutil.copytree(_dossiers / "three-classes", folder)
    return folder


@pytest.fixture
def people(_dossiers: Path, folder: Path) -> Path:
    """Three classes, three children, two of the staff."""
    shutil.copytree(_dossiers / "three-classes-and-people", folder)
    return folder


def stored(nhomtre: Command, path: Path) -> dict[str, list[dict[str, Any]]]:
    """The children and the staff, without what the app names them by."""
    assert nhomtre("export", "json", "-o", str(path)).status == 0
    package = json.loads(path.read_text("utf-8"))
    return {
        place: [{key: value for key, value in record.items() if key != "ref"} for record in package[place]]
        for place in ("children", "staff")
    }


def is_told(wanted: str, lines: list[str]) -> bool:
    """Whether a line says all parts of *wanted*, in their order."""
    pattern = ".*".join(re.escape(part) for part in wanted.split(" … "))
    return any(re.search(pattern, line) for line in lines)


@pytest.mark.usefixtures("classes")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_a_list_is_taken_in_as_it_is_meant(nhomtre: Command, tmp_path: Path, case: Case) -> None:
    path = str(CASES_FOLDER / case.file)
    if case.is_asked:
        run = nhomtre("import", path)
        assert run.status == 1
        assert "--encoding convert" in run.err
        assert stored(nhomtre, tmp_path / "before.json") == {"children": [], "staff": []}
    refused = [line for line in case.told if ": không nhận" in line]
    if refused:
        assert nhomtre("import", path).status == 1
        assert stored(nhomtre, tmp_path / "before.json") == {"children": [], "staff": []}
    run = nhomtre("import", path, "--accept-valid", *(["--encoding", "convert"] if case.is_asked else []))
    assert run.status == (0 if case.children or case.staff else 1)
    told = (run.out + run.err).splitlines()
    assert [line for line in case.told if not is_told(line, told)] == []
    if case.rows_told:
        assert set(re.findall(r"^  dòng ([0-9]+): ", run.out, re.M)) == set(
            re.findall(r"^dòng ([0-9]+)(?: …|:)", "\n".join(case.told), re.M)
        )
    assert stored(nhomtre, tmp_path / "after.json") == {
        "children": list(case.children),
        "staff": list(case.staff),
    }


@pytest.mark.usefixtures("classes")
def test_a_sheet_without_names_is_told_in_one_sentence(nhomtre: Command) -> None:
    run = nhomtre("import", str(CASES_FOLDER / "no-column-of-names.xlsx"))
    assert run.status == 1
    assert (run.out + run.err).count("cột họ tên") == 1
    assert A_ROW not in run.out


@pytest.mark.usefixtures("classes")
def test_the_same_list_composed_or_in_capitals_adds_nobody(nhomtre: Command, tmp_path: Path) -> None:
    path = CASES_FOLDER / "decomposed-letters.xlsx"
    nhomtre("import", str(path))
    before = stored(nhomtre, tmp_path / "before.json")
    rows = [[*row] for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)]
    for number, change in enumerate((lambda text: text, str.upper)):
        book = Workbook()
        for row in rows:
            book.worksheets[0].append([change(cell) if isinstance(cell, str) else cell for cell in row])
        book.save(tmp_path / f"{number}.xlsx")
        run = nhomtre("import", str(tmp_path / f"{number}.xlsx"))
        assert run.status == 0
        assert stored(nhomtre, tmp_path / "after.json") == before


@pytest.mark.usefixtures("people")
def test_empty_cells_change_nothing_of_a_child_that_is_there(nhomtre: Command, tmp_path: Path) -> None:
    before = stored(nhomtre, tmp_path / "before.json")
    run = nhomtre("import", str(CASES_FOLDER / "empty-cells-of-a-known-child.xlsx"))
    assert run.status == 0
    assert A_ROW not in run.out
    assert stored(nhomtre, tmp_path / "after.json") == before


@pytest.mark.usefixtures("classes")
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_in_plain_text_is_a_list(
    nhomtre: Command, tmp_path: Path, separator: str, encoding: str
) -> None:
    path = tmp_path / "danh-sach.csv"
    path.write_text(f"Họ tên{separator}Ngày sinh\nTrần Văn Mẫu{separator}01/02/2016\n", encoding)
    assert nhomtre("import", str(path)).status == 0
    assert stored(nhomtre, tmp_path / "after.json")["children"] == [
        {"name": "Trần Văn Mẫu", "birth_date": "2016-02-01"}
    ]


# The files of a system


@pytest.mark.usefixtures("people")
def test_examples_in_a_template_are_named_before_writing(nhomtre: Command, tmp_path: Path) -> None:
    template, out = CASES_FOLDER / "template-with-examples.xlsx", tmp_path / "out.xlsx"
    run = nhomtre("fill", str(template), "-o", str(out))
    assert run.status == 0
    told = run.err.splitlines()
    for name in ("Người Ví Dụ Một", "Người Ví Dụ Hai"):
        assert is_told(f"«{name}»: không có trong hồ sơ", told)
    assert "fullName" not in run.err
    before, after = (load_workbook(path).worksheets[0] for path in (template, out))
    rows = [*after.iter_rows(values_only=True)]
    assert rows[:2] == [*before.iter_rows(max_row=2, values_only=True)]
    assert [row[0] for row in rows[2:]] == [
        "Người Ví Dụ Một",
        "Người Ví Dụ Hai",
        "Trần Thị Thử",
        "Lê Thị Thử",
    ]


@pytest.mark.usefixtures("people")
def test_an_empty_form_of_merged_headings_is_filled_below_them(nhomtre: Command, tmp_path: Path) -> None:
    template, out = CASES_FOLDER / "template-of-merged-headings.xlsx", tmp_path / "out.xlsx"
    assert nhomtre("fill", str(template), "-o", str(out)).status == 0
    before, after = (load_workbook(path).worksheets[0] for path in (template, out))
    assert str(after.merged_cells) == str(before.merged_cells)
    rows = [*after.iter_rows(values_only=True)]
    assert rows[:4] == [*before.iter_rows(max_row=4, values_only=True)]
    assert [row[1:] for row in rows[4:]] == [
        ("Trần Mẫu A", "Lớp Mầm", "05/08/2016", "Kinh", None, None),
        ("Lê Thị Thử Bé", "Lớp Mầm", "09/04/2016", "Kinh", "Phường Hiệp Thành", "Quận 12"),
        ("Phạm Văn Thử Út", "Lớp Mầm", "10/05/2016", "Kinh", None, None),
    ]
    assert [row[0] for row in rows[4:]] in ([None] * 3, [1, 2, 3])


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Mã định danh", [None, "7900000011", None]),
        ("Số định danh", [None, "079316000011", "079216000012"]),
    ],
)
def test_an_empty_column_of_codes_is_filled_with_those_that_it_means(
    nhomtre: Command, tmp_path: Path, title: str, codes: list[str | None]
) -> None:
    book, out = load_workbook(CASES_FOLDER / "health-export.xlsx"), tmp_path / "out.xlsx"
    sheet = book.worksheets[0]
    sheet.delete_rows(2, sheet.max_row)
    sheet["C1"] = title
    book.save(tmp_path / "empty.xlsx")
    assert nhomtre("fill", str(tmp_path / "empty.xlsx"), "-o", str(out)).status == 0
    titles, *rows = load_workbook(out).worksheets[0].iter_rows(values_only=True)
    assert [row[titles.index("Họ tên")] for row in rows] == ["Trần Mẫu A", "Lê Thị Thử Bé", "Phạm Văn Thử Út"]
    assert [row[titles.index(title)] for row in rows] == codes


def test_totals_over_empty_texts_are_added_up_again(nhomtre: Command) -> None:
    path = str(CASES_FOLDER / "totals-of-empty-text.xlsx")
    run = nhomtre("combine", path, "--json")
    assert (run.status, run.json["refused"]) == (0, [])
    assert len(run.json["facilities"]) == 1
    assert run.err.count("133 ô tổng") == 1
    rooms = run.json["tables"]["T4"]
    assert {
        row: {key: number for key, number in cells.items() if number and key.startswith("TU_THUC.")}
        for row, cells in rooms.items()
        if any(cells.values())
    } == {
        "194": {"TU_THUC.total": 2, "TU_THUC.permanent": 2},
        **{row: {"TU_THUC.total": 1, "TU_THUC.permanent": 1} for row in ("200", "201", "210", "212")},
        "203": {"TU_THUC.total": 2, "TU_THUC.permanent": 1, "TU_THUC.semi_permanent": 1},
    }
    assert run.json["tables"]["T2"]["083"]["TU_THUC.total"] == 46
    verdict = nhomtre("verify", path)
    assert (verdict.out + verdict.err).count("133 ô tổng") == 1
    assert "#VALUE!" not in verdict.out + verdict.err


def test_a_sum_of_training_reports_bears_their_mark(nhomtre: Command, tmp_path: Path) -> None:
    out = tmp_path / "sum.xlsx"
    run = nhomtre("combine", str(CASES_FOLDER / "totals-of-empty-text.xlsx"), "-o", str(out))
    assert "Đã cộng 1 cơ sở (tệp không ghi năm học)" in run.err
    for sheet in load_workbook(out).worksheets[:5]:
        assert "DỮ LIỆU TẬP HUẤN" in {cell.value for row in sheet.iter_rows() for cell in row}, sheet.title


def test_names_of_rare_signs_are_read_and_printed(nhomtre: Command, tmp_path: Path) -> None:
    run = nhomtre("import", str(CASES_FOLDER / "names-of-rare-signs.json"))
    assert run.status == 0
    assert "4 nhóm, lớp, 46 trẻ, 8 người" in run.err
    printed = tmp_path / "report.pdf"
    assert nhomtre("export", "pdf", "-o", str(printed)).status == 0
    assert "Nhóm trẻ fi fl ffi «ĐậuĐỏ» Nguyễn Ân" in PdfReader(printed).pages[0].extract_text()
