"""What the plan of filling tells before anything is written; spellings of files; and what is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from zipfile import ZipFile

import pytest

from exports.intake.headings import MOST_ROWS
from exports.official.fill_plan import (
    BlockedCell,
    CellChange,
    CellWrite,
    CountingColumn,
    EmptyCell,
    FillPlan,
    LooksAlike,
    Stranger,
    Target,
    UnlistedText,
)
from exports.official.official_file import fill, plan_fill
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.refusal_words import UNCHANGED
from exports.reading.workbook_reader import ForeignCell, read_workbook
from forms.dossier.content import Content
from tests.builders import copy_of, example, record, then, without
from tests.exports.hostile import MAIN, number_cell, old_excel, text_cell
from tests.exports.official.test_official_file import children
from tests.exports.template_parts import (
    DAY,
    KEYS,
    PLAIN_BOLD,
    TEXT,
    TITLES,
    columns_of,
    heading,
    pack,
    package,
    worksheet,
)
from tests.exports.templates import existing_rows, relation

pytestmark = pytest.mark.slow

Planned = Callable[..., tuple[Path, FillPlan]]
COLUMN = columns_of(KEYS)
PART = "xl/worksheets/sheet1.xml"


@pytest.fixture
def planned(tmp_path: Path) -> Planned:
    """The file and its plan: of the data of a sheet, or of whole sheets."""

    def plan(data: bytes, content: Content | None = None) -> tuple[Path, FillPlan]:
        path = tmp_path / "mau.xlsx"
        path.write_bytes(data)
        return path, plan_fill(path, content or children())

    return plan


def book(rows: str, **more: str) -> bytes:
    return pack(package({"Sheet1": worksheet(heading(1, KEYS) + rows, **more)}))


def row(number: int, **texts: str | int) -> str:
    """A row with texts under the titles; a number is a day."""
    cells = (
        number_cell(f"{chr(64 + COLUMN[key])}{number}", texts[key], DAY)
        if isinstance(texts[key], int)
        else text_cell(f"{chr(64 + COLUMN[key])}{number}", str(texts[key]), TEXT)
        for key in KEYS
        if key in texts
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def lists(*each: tuple[str, str]) -> str:
    made = (
        f'<dataValidation type="list" sqref="{chr(64 + COLUMN[key])}2:{chr(64 + COLUMN[key])}99">'
        f"<formula1>{source}</formula1></dataValidation>"
        for key, source in each
    )
    return f'<dataValidations count="{len(each)}">{"".join(made)}</dataValidations>'


def only(plan: FillPlan) -> Target:
    (target,) = plan.targets
    return target


def cells(path: Path, plan: FillPlan, content: Content | None = None) -> dict[str, ForeignCell]:
    """The cells of the first sheet afterwards by address."""
    path.write_bytes(fill(path, plan, content or children()))
    return {
        f"{chr(64 + column)}{each.number}": cell
        for each in read_workbook(path).sheets[0].rows
        for column, cell in each.cells.items()
    }


def xml(path: Path) -> str:
    with ZipFile(path) as archive:
        return archive.read(PART).decode("utf-8-sig")


# Rows


def test_rows_that_are_ours_those_of_others_and_new_ones(planned: Planned) -> None:
    _, plan = planned(existing_rows().data)
    target = only(plan)
    assert target.matched == ((3, "children/c0002"), (6, "children/c0001"))
    assert target.appended == ((8, "children/c0003"),)
    assert target.others == (7,)
    assert (target.sheet, target.part, target.record.key) == ("Sheet1", PART, "child")


def test_changes_are_told_and_may_be_left_out(planned: Planned) -> None:
    path, plan = planned(existing_rows().data)
    name, born, phone = TITLES["name"], TITLES["birth_date"], TITLES["phone"]
    assert plan.changes == (
        CellChange(3, 3, name, "children/c0002", "Tên cũ", "Trần Mẫu Bảo"),
        CellChange(3, 4, born, "children/c0002", "27/12/2014", "30/09/2016"),
        CellChange(6, 3, name, "children/c0001", "NGUYỄN MẪU AN", "Nguyễn Mẫu An"),
        CellChange(6, 13, phone, "children/c0001", "0900000009", "0900000001"),
    )
    kept = plan.keeping(change for change in plan.changes if change.column == 13)
    assert len(kept.changes) == 3
    found = cells(path, kept)
    assert (found["M6"].text, found["C6"].text) == ("0900000009", "Nguyễn Mẫu An")


def test_an_empty_value_of_ours_never_erases_theirs(planned: Planned) -> None:
    path, plan = planned(
        book(row(2, name="Lê Mẫu Châu", birth_date=42745, phone="0911111111", id="7911111111"))
    )
    assert only(plan).matched == ((2, "children/c0003"),)
    found = cells(path, plan)
    assert (found["M2"].text, found["B2"].text) == ("0911111111", "7911111111")


def test_a_namesake_with_another_code_is_not_taken_for_ours(planned: Planned) -> None:
    _, plan = planned(book(row(2, id="7988888888", name="Trần Mẫu Bảo", birth_date="30/09/2016")))
    assert only(plan).matched == ()
    assert only(plan).others == (2,)
    assert only(plan).looks_alike == (LooksAlike(4, "children/c0002", 2),)


def test_twins_whose_names_differ_by_a_mark_are_told_apart(planned: Planned) -> None:
    content = copy_of("children/c0001", "c0009", name="Nguyễn Mẫu Án")(children())
    _, plan = planned(book(row(2, name="Nguyễn Mẫu Án", birth_date="15/05/2017")), content)
    assert only(plan).matched == ((2, "children/c0009"),)
    _, plan = planned(book(row(2, name="NGUYEN MAU AN", birth_date="15/05/2017")), content)
    assert only(plan).matched == ()
    _, plan = planned(book(row(2, name="NGUYEN MAU AN", birth_date="15/05/2017")))
    assert only(plan).matched == ((2, "children/c0001"),)


def test_staff_are_known_by_their_card_when_codes_differ(tmp_path: Path) -> None:
    titles = (
        "Mã cán bộ",
        "Họ tên",
        "Ngày sinh",
        "Giới tính",
        "Trạng thái CB",
        "Số CMTND/TCC",
        "Dân tộc",
        "Vị trí",
    )
    first = "".join(text_cell(f"{chr(65 + place)}1", title) for place, title in enumerate(titles))
    body = f'<row r="1">{first}</row><row r="2">{text_cell("A2", "0123")}{text_cell("F2", "079.180.001.234")}</row>'
    path = tmp_path / "staff.xlsx"
    path.write_bytes(pack(package({"Sheet1": worksheet(body)})))
    target = only(plan_fill(path, example()))
    assert target.record.key == "staff"
    assert target.matched == ((2, "staff/s0001"),)
    assert target.changes == ()
    assert target.left == (BlockedCell(2, 1, "Mã cán bộ", "system_code"),), "the system gave that code"
    assert {field.key for field in target.absent} == {"contract", "training_result", "qualification"}


def test_new_rows_pass_by_merged_ones_and_keep_to_the_end(planned: Planned) -> None:
    body = row(2, name="Trẻ Mẫu Khác") + '<row r="3"><c r="A3" s="1"/></row>'
    merged = '<mergeCells count="1"><mergeCell ref="A4:M5"/></mergeCells>'
    _, plan = planned(book(body, after=merged))
    assert [each.row for each in only(plan).appended] == [3, 6, 7]


# What is missing


def test_mandatory_cells_that_stay_empty_and_whose_they_are(planned: Planned) -> None:
    _, plan = planned(book(""))
    assert only(plan).stays_empty == (
        EmptyCell(4, COLUMN["mother_birth_year"], "children/c0003", "Lê Mẫu Châu", "Năm sinh mẹ"),
    )
    theirs = row(2, name="Lê Mẫu Châu", birth_date="10/01/2017", mother_birth_year="1991")
    _, plan = planned(book(theirs))
    assert only(plan).stays_empty == ()
    formula = '<row r="4"><c r="L4"><f>1990+1</f></c></row>'
    _, plan = planned(book(formula))
    assert only(plan).stays_empty == ()


def test_mandatory_columns_that_the_file_lacks(planned: Planned) -> None:
    keys = [key for key in KEYS if key not in ("sex", "province", "mother_name")]
    _, plan = planned(pack(package({"Sheet1": worksheet(heading(1, [*keys, None]))})))
    assert [field.key for field in only(plan).absent] == ["sex", "province"]
    assert [column.title for column in only(plan).unknown] == ["Cột lạ 11"]


def test_a_computed_mandatory_column_is_missed_only_when_there_is_a_value(tmp_path: Path) -> None:
    titles = (
        "Nhóm lớp",
        "Nhóm tuổi",
        "Mã lớp",
        "Tên lớp",
        "Học 2 buổi/ngày",
        "Lớp bán trú",
        "Lớp ghép độ tuổi",
    )
    first = "".join(text_cell(f"{chr(65 + place)}1", title) for place, title in enumerate(titles))
    path = tmp_path / "classes.xlsx"
    path.write_bytes(pack(package({"Sheet1": worksheet(f'<row r="1">{first}</row>')})))
    assert [field.key for field in only(plan_fill(path, example())).absent] == ["mixed"]
    unmixed = then(record("classes/k0001", mixed_ages=None), record("classes/k0002", mixed_ages=None))(
        example()
    )
    assert only(plan_fill(path, unmixed)).absent == ()


# Cells that are left alone


def test_formulas_and_cells_under_merged_ones_are_left_alone(planned: Planned) -> None:
    formula = '<c r="E2" s="1"><f>"N"&amp;"am"</f><v></v></c>'
    spilled = '<c r="F2"><f t="array" ref="F2:G2">9</f><v>9</v></c><c r="G2"><v>9</v></c>'
    body = f'<row r="2">{text_cell("C2", "Nguyễn Mẫu An")}{text_cell("D2", "15/05/2017")}{formula}{spilled}</row>'
    merged = '<mergeCells count="1"><mergeCell ref="K2:L2"/></mergeCells>'
    path, plan = planned(book(body, after=merged))
    assert set(only(plan).left) == {
        BlockedCell(2, 5, TITLES["sex"], "formula"),
        BlockedCell(2, 6, TITLES["status"], "formula"),
        BlockedCell(2, 7, TITLES["ethnicity"], "formula"),
        BlockedCell(2, 12, TITLES["mother_birth_year"], "merged"),
    }
    cells(path, plan)
    assert formula + spilled in xml(path)


def test_rows_with_nothing_but_formulas_are_free(planned: Planned) -> None:
    body = "".join(
        f'<row r="{number}"><c r="M{number}"><f>1+1</f><v>2</v></c></row>' for number in range(2, 30)
    )
    _, plan = planned(book(body))
    assert [each.row for each in only(plan).appended] == [2, 3, 4]
    assert [(each.row, each.why) for each in only(plan).left] == [(2, "formula")]


# Words of the file


@pytest.mark.parametrize(
    ("source", "yes", "no"),
    [
        ('"Có,Không"', "Có", "Không"),
        ('"1,0"', "1", "0"),
        ('"x"', "x", ""),
        ('"CÓ, KHÔNG"', "CÓ", "KHÔNG"),
        ("INDIRECT(A1)", "Có", "Không"),
    ],
)
def test_yes_and_no_as_the_list_wants(planned: Planned, source: str, yes: str, no: str) -> None:
    path, plan = planned(book("", after=lists(("boarding", source.replace('"', "&quot;")))))
    assert only(plan).not_listed == ()
    found = cells(path, plan)
    assert (found["I2"].text, found["I4"].text if "I4" in found else "") == (yes, no)


def test_a_no_where_blank_means_no_is_a_change_when_they_say_yes(planned: Planned) -> None:
    theirs = row(2, name="Lê Mẫu Châu", birth_date="10/01/2017", boarding="x")
    path, plan = planned(book(theirs))
    assert [(change.old, change.new) for change in plan.changes] == [("x", "Không")]
    assert cells(path, plan)["I3"].text == "x"


def test_texts_that_a_list_lacks_are_named_and_written(planned: Planned) -> None:
    path, plan = planned(book("", after=lists(("ethnicity", "&quot;Kinh,Khơ-me&quot;"))))
    assert only(plan).not_listed == (UnlistedText(4, COLUMN["ethnicity"], TITLES["ethnicity"], "Hoa"),)
    assert cells(path, plan)["G4"].text == "Hoa"


def test_an_item_of_a_list_is_written_letter_by_letter(planned: Planned) -> None:
    path, plan = planned(
        book("", after=lists(("sex", "&quot;NAM (1),nữ&quot;"), ("status", "&quot;1,2&quot;")))
    )
    found = cells(path, plan)
    assert (found["E2"].text, found["E4"].text, found["F2"].text) == ("Nam", "nữ", "1")
    assert [each.text for each in only(plan).not_listed] == ["Nam", "Nam"]


def test_an_item_is_not_guessed_between_two_that_differ_by_marks(planned: Planned) -> None:
    path, plan = planned(book("", after=lists(("ethnicity", "&quot;Hoá,Hòa,KINH&quot;"))))
    assert [each.text for each in only(plan).not_listed] == ["Hoa"]
    found = cells(path, plan)
    assert (found["G2"].text, found["G4"].text) == ("KINH", "Hoa")


def test_classes_by_name_where_the_column_holds_names(planned: Planned) -> None:
    titles = {**TITLES, "class_code": "Tên lớp"}
    path, plan = planned(pack(package({"Sheet1": worksheet(heading(1, KEYS, titles))})))
    assert cells(path, plan)["A2"].text == "Nhóm Thỏ Mẫu"
    titles = {**TITLES, "class_code": "LỚP"}
    path, plan = planned(pack(package({"Sheet1": worksheet(heading(1, KEYS, titles))})))
    assert cells(path, plan)["A2"].text == "Nhóm Thỏ Mẫu"
    theirs = row(2, name="Trẻ Mẫu Khác", class_code="Lớp Lá")
    path, plan = planned(book(theirs))
    assert cells(path, plan)["A3"].text == "Nhóm Thỏ Mẫu"


# Days, numbers, styles


def test_a_day_in_a_column_of_days_looks_like_its_neighbours(planned: Planned) -> None:
    body = row(2, name="Trẻ Mẫu Khác", birth_date=42000) + f'<row r="3"><c r="D3" s="{TEXT}"/></row>'
    path, plan = planned(book(body))
    assert only(plan).writes[3, 4] == CellWrite("42870", True, str(DAY), restyle=True)
    assert only(plan).writes[4, 4].style == str(DAY)
    assert cells(path, plan)["D3"] == ForeignCell("2017-05-15", "date", "Calibri")


def test_days_of_a_file_that_counts_from_1904(planned: Planned) -> None:
    made = package(
        {"Sheet1": worksheet(heading(1, KEYS), before='<cols><col min="4" max="4" style="2"/></cols>')}
    )
    name = "xl/workbook.xml"
    made[name] = str(made[name]).replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    path, plan = planned(pack(made))
    assert only(plan).writes[2, 4].text == str(42870 - 1462)
    assert cells(path, plan)["D2"].text == "2017-05-15"


def test_a_year_in_a_column_of_days_is_a_text(planned: Planned) -> None:
    path, plan = planned(book("", before='<cols><col min="12" max="12" style="2"/></cols>'))
    assert cells(path, plan)["L2"] == ForeignCell("1990", "text", "Calibri")


def test_numbers_are_written_plainly(planned: Planned) -> None:
    path, plan = planned(book(""))
    cells(path, plan)
    assert '<c r="L2"><v>1990</v></c>' in xml(path)


def test_styles_of_new_cells(planned: Planned) -> None:
    """Of the nearest row with data, else of the column, else of the row under the headings."""
    cols = '<cols><col min="3" max="5" style="1"/></cols>'
    bold = f'<c r="C3" s="{PLAIN_BOLD}" t="inlineStr"><is><t>Trẻ Mẫu Khác</t></is></c>'
    body = f'<row r="2"><c r="F2" s="{PLAIN_BOLD}"/><c r="M2" s="1"/></row><row r="3">{bold}</row>'
    _, plan = planned(book(body, before=cols))
    writes = only(plan).writes
    assert [writes[4, column].style for column in (3, 5, 6, 7, 13)] == ["3", "1", "3", None, "1"]


def test_old_days_are_texts(planned: Planned) -> None:
    content = record("children/c0001", birth_date="1900-01-15")(children())
    path, plan = planned(book("", before='<cols><col min="4" max="4" style="2"/></cols>'), content)
    assert cells(path, plan, content)["D2"] == ForeignCell("15/01/1900", "text", "Calibri")


# What is refused


def refusal(planned: Planned, data: bytes, content: Content | None = None) -> str:
    with pytest.raises(WorkbookRefused) as raised:
        planned(data, content)
    assert str(raised.value).endswith(UNCHANGED)
    assert " → " in str(raised.value)
    return raised.value.code


def sheets(**each: str) -> bytes:
    return pack(package({title: worksheet(data) for title, data in each.items()}))


def spelt(change: Callable[[str], str | bytes]) -> bytes:
    made = package({"Sheet1": worksheet(heading(1, KEYS))})
    return pack({**made, PART: change(str(made[PART]))})


def test_files_that_are_not_filled(planned: Planned) -> None:
    one = heading(1, KEYS)
    beside = heading(1, (*KEYS, None, *KEYS))
    assert refusal(planned, sheets(A='<row r="1"><c r="A1"><v>1</v></c></row>')) == "no_headings"
    assert refusal(planned, sheets(A=heading(MOST_ROWS + 1, KEYS))) == "no_headings"
    assert refusal(planned, sheets(A=heading(1, KEYS[:2]))) == "no_headings"
    assert refusal(planned, sheets(A=one + heading(40, KEYS))) == "headings_twice"
    assert refusal(planned, sheets(A=beside)) == "headings_twice"
    assert refusal(planned, sheets(A=one, B=heading(3, KEYS))) == "two_sheets"
    assert refusal(planned, old_excel()) in ("old_excel", "damaged", "failed")
    assert refusal(planned, spelt(lambda xml: xml.replace("UTF-8", "UTF-16").encode("utf-16"))) == "encoding"
    assert (
        refusal(
            planned, spelt(lambda xml: xml.replace("UTF-8", "us-ascii").encode("ascii", "xmlcharrefreplace"))
        )
        == "encoding"
    )
    assert refusal(planned, spelt(lambda xml: xml.replace("</row>", "</row><row r='1'/>"))) == "disordered"
    assert refusal(planned, spelt(lambda xml: xml.replace("</row>", "<c r='A1'/></row>"))) == "disordered"
    assert refusal(planned, spelt(lambda xml: "<!DOCTYPE x []>" + xml.partition("?>\n")[2])) == "entities"
    assert refusal(planned, book(row(1999, name="Trẻ Mẫu Khác"))) == "no_room"
    assert refusal(planned, book(row(2001, name="Trẻ Mẫu Khác"))) == "sheet_too_large"


def test_a_small_sheet_is_filled_when_it_names_records_and_has_one_column_more(planned: Planned) -> None:
    _, plan = planned(sheets(A=heading(1, ("name", "birth_date", "sex"))))
    assert [column.field.key for column in only(plan).columns] == ["name", "birth_date", "sex"]
    assert refusal(planned, sheets(A=heading(1, ("name", "birth_date")))) == "no_headings"
    assert refusal(planned, sheets(A=heading(1, ("name", "sex", "class_code", "phone")))) == "no_headings"


def test_the_sheet_with_the_official_name_is_the_one_of_two(planned: Planned) -> None:
    made = pack(package({"Ví dụ": worksheet(heading(1, KEYS)), "Hồ sơ trẻ": worksheet(heading(1, KEYS))}))
    _, plan = planned(made)
    assert only(plan).sheet == "Hồ sơ trẻ"


def test_hidden_sheets_are_not_filled(planned: Planned) -> None:
    both = {"Sheet1": worksheet(heading(1, KEYS)), "Ẩn": worksheet(heading(1, KEYS))}
    _, plan = planned(pack(package(both, hidden=["Ẩn"])))
    assert only(plan).sheet == "Sheet1"


def test_a_plan_is_for_one_file_and_one_state_of_the_records(planned: Planned) -> None:
    path, plan = planned(book(""))
    with pytest.raises(WorkbookRefused) as raised:
        fill(path, plan, record("children/c0001", phone="0900000005")(children()))
    assert raised.value.code == "records_changed"
    path.write_bytes(book(row(9, name="Trẻ Mẫu Khác")))
    with pytest.raises(WorkbookRefused) as raised:
        fill(path, plan, children())
    assert raised.value.code == "file_changed"


def test_nothing_to_write_is_the_same_file(planned: Planned) -> None:
    nobody = without(*places(("c0001", "c0002", "c0003")))(children())
    path, plan = planned(book(""), nobody)
    assert fill(path, plan, nobody) == path.read_bytes()


def places(refs: Iterable[str]) -> list[str]:
    return [f"children/{ref}" for ref in refs]


def test_people_of_the_file_who_are_not_ours_are_named(planned: Planned) -> None:
    """Examples of a template, not the row of its field names, nor a signature."""
    rows = (
        row(2, name="fullName", birth_date="birthday")
        + row(3, name="Người Mẫu Một", birth_date="30/10/2015")
        + row(4, name="Người Mẫu Hai")
        + row(5, name="Người Mẫu Ba", birth_date="31/02/2016")
        + row(6, name="(ghi đủ họ tên)", birth_date="dd/mm/yyyy")
        + row(19, name="Người lập biểu")
    )
    _, plan = planned(book(rows))
    assert only(plan).others == (2, 3, 4, 5, 6)
    assert only(plan).strangers == (
        Stranger(3, "Người Mẫu Một"),
        Stranger(4, "Người Mẫu Hai"),
        Stranger(5, "Người Mẫu Ba"),
    )


# What the system complained about


def returned(*complaints: str | None, errors: str = "") -> bytes:
    """A file that came back: complaints beside the first rows, one column behind the known ones, and a sheet of them."""
    rows = "".join(
        f'<row r="{number}">{text_cell(f"C{number}", f"Trẻ Mẫu Số {number}", TEXT)}'
        + (text_cell(f"N{number}", text, PLAIN_BOLD) if text is not None else "")
        + "</row>"
        for number, text in enumerate(complaints, 2)
    )
    head = heading(1, KEYS).replace("</row>", text_cell("N1", "MA_LOI", PLAIN_BOLD) + "</row>")
    sheets = {
        "Sheet1": worksheet(head + rows),
        "Danh mục": worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
    }
    if errors:
        sheets["Errors"] = worksheet(errors)
    return pack(package(sheets))


def test_complaints_are_emptied_and_their_cells_keep_their_looks(planned: Planned) -> None:
    path, plan = planned(returned("Sai ngày sinh", None, "TRUNG_MA"))
    (cleared,) = plan.cleared
    assert (cleared.sheet, cleared.title, cleared.cells) == ("Sheet1", "MA_LOI", ((2, 14), (4, 14)))
    assert "MA_LOI" not in [column.title for column in only(plan).unknown]
    found = cells(path, plan)
    assert found["N1"].text == "MA_LOI"
    assert {address for address in found if address.startswith("N")} == {"N1"}
    assert found["C2"].text == "Trẻ Mẫu Số 2"
    assert f'<c r="N2" s="{PLAIN_BOLD}"/>' in xml(path)
    _, again = planned(path.read_bytes())
    assert [each.cells for each in again.cleared] == [()]
    assert fill(path, again, children()) == path.read_bytes()


def test_a_sheet_of_complaints_is_emptied_below_its_titles_and_other_parts_stay(planned: Planned) -> None:
    columns = {
        "A": ("Sheet", "Sheet1"),
        "B": ("Cell", "D2"),
        "C": ("Error", "SAI"),
        "D": ("Detail", "Sai ngày"),
    }
    titles = "".join(text_cell(f"{letter}1", title) for letter, (title, _) in columns.items())
    line = "".join(text_cell(f"{letter}2", text) for letter, (_, text) in columns.items())
    before = returned(errors=f'<row r="1">{titles}</row><row r="2" ht="20">{line}</row>')
    path, plan = planned(before)
    assert [(each.sheet, each.title, len(each.cells)) for each in plan.cleared if each.cells] == [
        ("Errors", "", 4)
    ]
    path.write_bytes(fill(path, plan, children()))
    sheet = next(sheet for sheet in read_workbook(path).sheets if sheet.title == "Errors")
    assert [row.number for row in sheet.rows] == [1]
    (tmp := path.with_name("truoc.xlsx")).write_bytes(before)
    with ZipFile(tmp) as old, ZipFile(path) as new:
        assert new.namelist() == old.namelist()
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {PART, "xl/worksheets/sheet3.xml"}


def test_a_formula_in_the_column_of_complaints_is_left_alone(planned: Planned) -> None:
    head = heading(1, KEYS).replace("</row>", text_cell("N1", "Lỗi", PLAIN_BOLD) + "</row>")
    formula = '<row r="2"><c r="N2" t="str"><f>IF(C2="","Thiếu","")</f><v>Thiếu</v></c></row>'
    data = pack(package({"Sheet1": worksheet(head + formula)}))
    path, plan = planned(data)
    assert [each.cells for each in plan.cleared] == [()]
    assert "IF(C2=" in (cells(path, plan) and xml(path))


# Where new rows go


def numbered(*rows: str) -> bytes:
    """A file whose first column counts the rows; the known ones stand behind it."""
    head = heading(1, (None, *KEYS), extra="STT").replace("STT 1", "STT")
    return pack(package({"Sheet1": worksheet(head + "".join(rows))}))


def line(number: int, **texts: str | int) -> str:
    """A row of such a file; a number is a number."""
    columns = {"stt": "A", "name": "D", "birth_date": "E", "class_code": "B", "phone": "N", "id": "C"}
    cells = (
        number_cell(f"{columns[key]}{number}", text)
        if isinstance(text, int)
        else text_cell(f"{columns[key]}{number}", text)
        for key, text in sorted(texts.items(), key=lambda pair: columns[pair[0]])
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


AN = {"name": "Nguyễn Mẫu An", "birth_date": "15/05/2017"}


def test_new_rows_stand_above_totals_and_signatures(planned: Planned) -> None:
    body = line(2, **AN), line(8, class_code="Tổng cộng: 1 trẻ"), line(10, phone="Ngày 5 tháng 9 năm 2019")
    path, plan = planned(numbered(*body, line(11, name="Người lập biểu")))
    assert only(plan).matched == ((2, "children/c0001"),)
    assert [row for row, _ in only(plan).appended] == [3, 4]
    assert only(plan).others == ()
    found = cells(path, plan)
    assert (found["B8"].text, found["D11"].text) == ("Tổng cộng: 1 trẻ", "Người lập biểu")


def test_too_few_rows_above_a_total_are_told_with_how_many_are_missing(planned: Planned) -> None:
    with pytest.raises(WorkbookRefused) as refused:
        planned(numbered(line(2, **AN), line(4, class_code="Cộng")))
    assert refused.value.code == "no_room_above"
    assert "thiếu 1 dòng trống ở trên dòng 4" in str(refused.value)
    assert UNCHANGED in str(refused.value)


def test_the_count_of_rows_goes_on(planned: Planned) -> None:
    path, plan = planned(numbered(line(2, stt=7, **AN)))
    found = cells(path, plan)
    assert [found[f"A{row}"].text for row in (2, 3, 4)] == ["7", "8", "9"]
    assert only(plan).counting == CountingColumn(1, "STT")
    _, plan = planned(numbered(line(2, **AN)))
    assert only(plan).counting is None


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ((), {2: "1", 3: "2", 4: "3"}),
        ((line(2, **AN),), {}),
        (
            (line(2, stt=1, **AN), line(3, stt=2), line(4, stt=3), line(5, stt=4)),
            {2: "1", 3: "2", 4: "3", 5: "4"},
        ),
        (
            (line(2, stt=1, **AN), '<row r="3"><c r="A3"><f>A2+1</f><v>2</v></c></row>'),
            {2: "1", 3: "2", 4: "3"},
        ),
        ((line(2, stt="1", **AN),), {2: "1", 3: "2", 4: "3"}),
        ((line(2, stt="một", **AN),), {2: "một"}),
    ],
)
def test_numbers_that_are_there_stay(planned: Planned, body: tuple[str, ...], wanted: dict[int, str]) -> None:
    path, plan = planned(numbered(*body))
    found = cells(path, plan)
    assert {row: found[f"A{row}"].text for row in range(2, 9) if f"A{row}" in found} == wanted


def test_a_child_that_is_listed_without_a_birth_date_is_no_new_one(planned: Planned) -> None:
    path, plan = planned(
        numbered(line(2, name="NGUYỄN MẪU AN"), line(3, name="Le Mau Chau"), line(4, name="Trẻ Lạ"))
    )
    assert only(plan).matched == ((2, "children/c0001"), (3, "children/c0003"))
    assert [place for _, place in only(plan).appended] == ["children/c0002"]
    assert only(plan).strangers == (Stranger(4, "Trẻ Lạ"),)
    assert cells(path, plan)["E2"].text in ("15/05/2017", "2017-05-15")


def test_of_two_of_one_name_without_a_birth_date_nobody_is_taken(planned: Planned) -> None:
    twin = copy_of("children/c0001", "c0009", birth_date="2017-01-02")(children())
    _, plan = planned(numbered(line(2, name=AN["name"])), twin)
    assert only(plan).matched == ()
    _, plan = planned(numbered(line(2, name=AN["name"]), line(3, name=AN["name"])))
    assert only(plan).matched == ()
    _, plan = planned(numbered(line(2, name=AN["name"], birth_date="16/05/2017")))
    assert only(plan).matched == ()


def test_a_code_that_the_system_gave_stays(planned: Planned) -> None:
    path, plan = planned(numbered(line(2, id="7955555555", **AN)))
    assert only(plan).matched == ((2, "children/c0001"),)
    assert cells(path, plan)["C2"].text == "7955555555"


# Tables


def with_table(rows: str, ref: str, **more: str) -> bytes:
    table = (
        f'<?xml version="1.0" encoding="UTF-8"?><table xmlns="{MAIN}" id="1" name="Bang1" displayName="Bang1" ref="{ref}"'
        f'{more.get("totals", "")}><autoFilter ref="{more.get("filter", ref)}"/><tableColumns count="1"><tableColumn id="1" name="x"/>'
        "</tableColumns></table>"
    )
    made = package(
        {
            "Sheet1": worksheet(
                heading(1, KEYS) + rows, after='<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'
            )
        }
    )
    made |= {
        "xl/worksheets/_rels/sheet1.xml.rels": relation("table", "../tables/table1.xml"),
        "xl/tables/table1.xml": table,
    }
    return pack(made)


def table_after(path: Path, plan: FillPlan) -> str:
    path.write_bytes(fill(path, plan, children()))
    with ZipFile(path) as archive:
        return archive.read("xl/tables/table1.xml").decode()


def test_the_range_of_a_table_takes_the_new_rows_in(planned: Planned) -> None:
    path, plan = planned(with_table(row(2, **AN), "A1:M2"))
    assert [row for row, _ in only(plan).appended] == [3, 4]
    after = table_after(path, plan)
    assert 'ref="A1:M4"' in after and '<autoFilter ref="A1:M4"/>' in after
    assert 'ref="A1:M2"' not in after


def test_a_table_that_has_room_or_stands_elsewhere_stays_as_it_is(planned: Planned) -> None:
    for ref in ("A1:M30", "AA1:AC2", "A20:M22"):
        path, plan = planned(with_table(row(2, **AN), ref))
        assert only(plan).tables == ()
        assert f'ref="{ref}"' in table_after(path, plan)


def test_rows_are_filled_above_the_row_that_adds_up_a_table(planned: Planned) -> None:
    _, plan = planned(with_table(row(2, **AN), "A1:M5", totals=' totalsRowCount="1"', filter="A1:M4"))
    assert [row for row, _ in only(plan).appended] == [3, 4]
    assert only(plan).tables == ()
    with pytest.raises(WorkbookRefused):
        planned(with_table(row(2, **AN), "A1:M4", totals=' totalsRowCount="1"', filter="A1:M3"))


@pytest.mark.parametrize(
    ("title", "there", "key"),
    [
        ("Mã định danh", None, "id"),
        ("Mã định danh", "7911112222", "id"),
        ("Mã định danh", "079316000009", "personal_id"),
        ("Số định danh", None, "personal_id"),
        ("Mã học sinh", None, "id"),
        ("Số định danh cá nhân", None, "personal_id"),
    ],
)
def test_the_code_that_a_column_means_is_written(
    planned: Planned, title: str, there: str | None, key: str
) -> None:
    """Ten digits of the Ministry or twelve of the person: what stands there tells, else the title."""
    codes = {"id": "7900000002", "personal_id": "079316000002"}
    content = record("children/c0002", **codes)(children())
    keys = ("name", "birth_date", "sex", "class_code", "id")
    body = text_cell("A2", "Trẻ Mẫu Khác") + (text_cell("E2", there) if there else "")
    sheet = worksheet(heading(1, keys, {**TITLES, "id": title}) + f'<row r="2">{body}</row>')
    path, plan = planned(pack(package({"Học sinh": sheet})), content)
    found = cells(path, plan, content)
    (number,) = [row for row, place in only(plan).appended if place == "children/c0002"]
    assert found[f"E{number}"].text == codes[key]


def test_a_list_on_a_sheet_called_errors_keeps_its_people(planned: Planned) -> None:
    head = heading(1, KEYS).replace("</row>", text_cell("N1", "Lỗi", PLAIN_BOLD) + "</row>")
    body = f'<row r="2">{text_cell("C2", "Trẻ Mẫu Lạ")}{text_cell("N2", "Trùng")}</row>'
    path, plan = planned(pack(package({"Errors": worksheet(head + body)})))
    assert [each.cells for each in plan.cleared] == [((2, 14),)]
    found = cells(path, plan)
    assert found["C2"].text == "Trẻ Mẫu Lạ" and "N2" not in found
