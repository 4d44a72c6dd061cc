"""The print and the workbook of the sum of many reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from exports.district.sum_document import IncludedFacility, MissingFacility, sum_document
from exports.district.sum_words import INCLUDED_HEADINGS, LEFT_OUT_HEADINGS, NONE_INCLUDED, NONE_LEFT_OUT
from exports.layout.document import SHEETS_BESIDE, Document
from exports.layout.document_words import DRAFT, INCLUDED, LEFT_OUT, NOT_LEGAL, SIGNATURE
from exports.layout.table_page import lay_out_all
from exports.printing.pdf import write_document
from exports.workbooks.report.report_book import write_workbook
from exports.workbooks.report.report_reader import read_report_book
from exports.workbooks.report.sheet_places import places_of
from forms.dossier.campaign import Campaign
from forms.model.errors import Refused
from forms.model.issue import Issue
from forms.report.figures import Figures, add
from forms.report.report import code_of
from forms.sets import newest
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.letters import LETTERS
from forms.sets.mn2019.tables import TABLES
from tests.builders import example, public
from tests.exports.conftest import ERROR, report_of
from tests.exports.printing.test_pdf import assert_every_row_is_in_order, assert_inside, squeezed
from tests.exports.tools import ink, words

OFFICE = "Phòng Giáo dục và Đào tạo Quận 12"
TODAY = date(2019, 9, 28)


def summed() -> Figures:
    """The figures of a private and a public group together."""
    private, own = report_of(example()).figures, report_of(public()).figures
    return Figures(
        {
            table.id: {
                key: tuple(add([*both]) for both in zip(row, own.tables[table.id][key], strict=True))
                for key, row in private.tables[table.id].items()
            }
            for table in TABLES
        },
        None,
        private.form,
    )


def included(count: int) -> list[IncludedFacility]:
    return [
        IncludedFacility(
            f"7976{number:04}",
            f"Nhóm trẻ Mẫu {number}",
            1 + number % 3,
            "Đã duyệt",
            f"AAAA-BBBB-CCCC-{number:04}",
        )
        for number in range(1, count + 1)
    ]


GONE = MissingFacility("hoa-cuc.xlsx", "", "Tệp hỏng, không đọc được.")
LATE = MissingFacility("79760999", "Nhóm trẻ Mẫu Muộn", "=Chưa gửi báo cáo.")


def document(
    count: int = 2,
    missing: Sequence[MissingFacility] = (GONE, LATE),
    *issues: Issue,
    training: bool = False,
    office: str = OFFICE,
) -> Document:
    return sum_document(
        summed(),
        Campaign({**LETTERS[2019], "office": office} if office else {}, FORM.letter),
        "2019-2020",
        TODAY,
        included(count),
        missing,
        training,
        issues,
    )


def printed(made: Document, folder: Path, name: str) -> tuple[Path, list[str]]:
    path = folder / f"{name}.pdf"
    path.write_bytes(write_document(made))
    return path, [" ".join(word.text for word in page) for page in words(path)]


def saved(made: Document, folder: Path, name: str) -> Path:
    path = folder / f"{name}.xlsx"
    path.write_bytes(write_workbook(made))
    return path


@pytest.mark.slow
def test_a_sum_without_a_letter_names_nobody(folder: Path) -> None:
    _, pages = printed(document(office=""), folder, "sum")
    text = " ".join(pages)
    assert "Đơn vị nhận báo cáo: …………" in pages[0]
    assert "Ủy ban".casefold() not in text.casefold()
    assert "Sở Giáo dục" not in text


@pytest.mark.slow
def test_the_first_page_says_what_it_is_the_sum_of(folder: Path) -> None:
    _, pages = printed(document(), folder, "sum")
    for text in (
        "ỦY BAN NHÂN DÂN QUẬN 12",
        OFFICE.upper(),
        "Kỳ đầu năm học 2019-2020",
        "Tổng hợp 2 cơ sở",
        f"Đơn vị báo cáo: {OFFICE}",
        "Đơn vị nhận báo cáo: Sở Giáo dục và Đào tạo",
        NOT_LEGAL,
    ):
        assert text in pages[0]
    assert not any("Bản 1" in page or "Bản 0" in page or DRAFT in page for page in pages)
    assert not any("Mã kiểm tra:" in page for page in pages)


@pytest.mark.slow
def test_code_and_signature(folder: Path) -> None:
    path, pages = printed(document(), folder, "sum-signature")
    code = code_of(newest(), None, "2019-2020", 0, summed().as_json())
    last = next(page for page in pages if "TRƯỞNG PHÒNG" in page)
    right = " ".join(w.text for w in words(path)[pages.index(last)] if w.left > 180)
    assert "Quận 12, ngày 28 tháng 9 năm 2019 TRƯỞNG PHÒNG (Ký tên, đóng dấu)" in right
    assert f"Mã tổng hợp số liệu: {code}" in last
    assert "CHỦ NHÓM" not in last
    for number, page in enumerate(pages, 1):
        assert f"Mã tổng hợp: {code}" in page
        assert f"Trang {number}/{len(pages)}" in page


@pytest.mark.slow
def test_all_ownerships_are_printed(folder: Path) -> None:
    path, _ = printed(document(), folder, "sum-figures")
    report = report_of(public())
    assert_every_row_is_in_order(type(report)(report.content, summed(), (), TODAY), path)
    for block in ("CONG_LAP", "TU_THUC"):
        assert any(summed().tables["T1"][row.key][TABLES[0].index[block]] for row in TABLES[0].data_rows)


@pytest.mark.slow
def test_the_annexes(folder: Path) -> None:
    path, pages = printed(document(), folder, "sum-annexes")
    for text in (INCLUDED, *INCLUDED_HEADINGS, "Nhóm trẻ Mẫu 2", "Đã duyệt", "AAAA-BBBB-CCCC-0002"):
        assert text in pages[-2]
    for text in (LEFT_OUT, *LEFT_OUT_HEADINGS, *GONE, *LATE):
        assert text in pages[-1]
    for page in ink(path, folder):
        assert_inside(page)


@pytest.mark.slow
@pytest.mark.parametrize("count", [0, 1, 300])
def test_many_facilities_or_none(count: int, folder: Path) -> None:
    path, pages = printed(document(count, ()), folder, f"sum-{count}")
    text = " ".join(pages)
    stream = squeezed("".join(page.extract_text() for page in PdfReader(path).pages))
    assert f"Tổng hợp {count} cơ sở" in pages[0]
    for number in range(1, count + 1):
        line = (str(number), *map(str, included(number)[-1]))
        assert squeezed("".join(line)) in stream
    assert (NONE_INCLUDED in text) is not count
    assert NONE_LEFT_OUT in pages[-1]


@pytest.mark.slow
def test_training_and_errors_are_marked(folder: Path) -> None:
    _, pages = printed(document(2, (), ERROR, training=True), folder, "sum-marks")
    assert all(FORM.training.watermark in page and DRAFT in page for page in pages)
    book: Any = load_workbook(saved(document(2, (), ERROR, training=True), folder, "sum-marks"))
    assert book["Errors"]["D2"].value == ERROR.sentence
    assert book[INCLUDED].sheet_properties.tabColor is not None


@pytest.mark.slow
def test_the_workbook(folder: Path) -> None:
    book: Any = load_workbook(saved(document(), folder, "sum"))
    assert book.sheetnames == [
        *(table.sheet.title for table in TABLES),
        "Errors",
        INCLUDED,
        LEFT_OUT,
        SIGNATURE,
    ]
    assert {INCLUDED, LEFT_OUT} <= set(SHEETS_BESIDE)
    rows = [tuple(cell.value for cell in row) for row in book[INCLUDED].iter_rows()]
    assert rows[1:3] == [
        INCLUDED_HEADINGS,
        ("1", "79760001", "Nhóm trẻ Mẫu 1", "2", "Đã duyệt", "AAAA-BBBB-CCCC-0001"),
    ]
    reason = book[LEFT_OUT]["D4"]
    assert (reason.value, reason.data_type, reason.quotePrefix) == (LATE.reason, "s", True)
    assert [cell.value for cell in book[LEFT_OUT][3]] == ["1", GONE.code, None, GONE.reason]
    first = book[TABLES[0].sheet.title]
    assert (first["D2"].value, first["D4"].value) == (OFFICE, "Sở Giáo dục và Đào tạo")
    assert "Mã tổng hợp" in first.oddFooter.center.text
    properties = {found.name: found.value for found in book.custom_doc_props.props}
    assert (properties["facilities"], properties["revision"]) == (2, 0)
    assert "facility_code" not in properties


@pytest.mark.slow
def test_figures_and_code_can_be_read_back(folder: Path) -> None:
    path = saved(document(), folder, "sum-read")
    book = read_report_book(path)
    assert book.cells == summed().as_json()
    assert book.computed_code == book.check_code == document().facts.check_code
    sheet: Any = load_workbook(path, data_only=True)
    for grid in lay_out_all(summed(), None):
        for line in grid.lines:
            for column, figure in zip(grid.table.columns, line.figures, strict=False):
                address = places_of(grid).address(line.row, column)
                assert (sheet[grid.table.sheet.title][address].value or 0) == (figure or 0)


@pytest.mark.slow
def test_the_same_sum_gives_the_same_bytes() -> None:
    assert write_document(document()) == write_document(document())
    assert write_workbook(document()) == write_workbook(document())


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (document(office="Phòng ☑"), "Đơn vị báo cáo"),
        (document(1, [MissingFacility("☑.xlsx", "", "hỏng")]), r"Cơ sở, tệp chưa cộng, dòng 1 \(1\), cột Mã"),
    ],
)
def test_an_unprintable_character_is_refused(made: Document, place: str) -> None:
    with pytest.raises(Refused, match=f"{place}.* có ký tự không in được: «☑»"):
        write_document(made)
