"""The print, read back with other programs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from exports.layout.document import Annex
from exports.layout.document_words import NOT_LEGAL
from exports.layout.report_facts import facts_of
from exports.layout.table_page import lay_out
from exports.printing import front
from exports.printing.annex_pages import SetAnnex
from exports.printing.paging import BOTTOM, LEFT, RIGHT, TOP, PrintPage, SetTable, paginate
from exports.printing.paper import Paper
from exports.printing.pdf import draw_piece, write_pdf
from forms.dossier.content import Edit, apply
from forms.model.errors import Refused
from forms.model.table import Row
from forms.model.text import format_number
from forms.report.figures import shown
from forms.report.report import Report
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.tables import TABLES
from tests.builders import copy_of, example, public, school
from tests.exports.conftest import RANDOM_REPORTS, Printed, random_report, report_of, with_facility
from tests.exports.sendings import PRINT, send, sent_example
from tests.exports.tools import Word, ink, run, words

pytestmark = pytest.mark.slow


def squeezed(text: str) -> str:
    return "".join(text.split())


def rows_read(pdf: Path) -> list[tuple[str, str]]:
    """(mã số, label without spaces) as they stand on the pages, found by their places."""
    found: list[tuple[str, str]] = []
    at = -1
    with Paper("", "", "", date(2019, 9, 19)) as paper:
        figures = report_of(example()).figures
        edges = [SetTable(lay_out(table, figures), paper.width) for table in TABLES]
    for page in words(pdf):
        for word in page:
            if word.text == "BIỂU" and word.left < LEFT + 2:
                at += 1
        table = edges[at]
        title = max((w.top for w in page if w.text == "BIỂU"), default=0.0)
        code_left, code_right = table.edges[3], table.edges[4]
        codes = [
            w
            for w in page
            if code_left <= w.left and w.right <= code_right and w.text.isdigit() and w.top > title
        ]
        codes.sort(key=lambda w: w.top)
        labels = [w for w in page if table.edges[1] <= w.left and w.right <= table.edges[2] + 0.1]
        rows = table.grid.table.rows
        tops = [code.top for code in codes]
        assert tops == sorted(tops)
        for code in codes:
            row = next(r for r in rows if r.ma_so == int(code.text))
            height = table.heights[rows.index(row)]
            mine = [w for w in labels if code.top - 0.5 <= w.top < code.top + height - 1.2]
            found.append((code.text, squeezed("".join(w.text for w in mine))))
    return found


def test_every_row_stands_in_order(report: Report, printed: Printed) -> None:
    wanted = [(str(row.ma_so), squeezed(row.label)) for table in TABLES for row in table.data_rows]
    assert rows_read(printed(report)) == wanted


def assert_every_row_is_in_order(report: Report, path: Path) -> None:
    """In the content stream, row by row, left to right: label, unit, mã số, figures."""
    text = squeezed("".join(page.extract_text() for page in PdfReader(path).pages))
    at = 0
    for table in TABLES:
        for row in table.rows:
            figures = (
                ""
                if row.ma_so is None
                else "".join(
                    format_number(value)
                    for column in table.columns
                    if (value := shown(table, report.figures, row, column.key)) is not None
                )
            )
            line = squeezed(f"{row.tt or ''}{row.label}{row.unit or ''}{row.ma_so or ''}{figures}")
            at = text.find(line, at)
            assert at >= 0, row.code
            at += len(line)


def test_every_row_is_in_the_content_stream_in_order(report: Report, printed: Printed) -> None:
    assert_every_row_is_in_order(report, printed(report))


@pytest.mark.promise("R28")
@pytest.mark.long
@pytest.mark.parametrize("seed", RANDOM_REPORTS)
def test_figures_are_those_of_the_report(seed: int, folder: Path) -> None:
    report = random_report(seed)
    path = folder / f"random-{seed}.pdf"
    path.write_bytes(write_pdf(report))
    assert_every_row_is_in_order(report, path)


def test_text_is_nfc_and_each_page_has_headings_and_number(report: Report, printed: Printed) -> None:
    pages = words(printed(report))
    for number, page in enumerate(pages, 1):
        text = " ".join(word.text for word in page)
        assert normalize("NFC", text) == text
        assert "Mã" in text
        assert "Tổng số" in text or "Quyết toán" in text
        assert f"Trang {number}/{len(pages)}" in text
        assert f"Mã kiểm tra: {report.check_code}" in text


def test_the_first_page_says_what_it_is(report: Report, printed: Printed) -> None:
    text = " ".join(word.text for word in words(printed(report))[0])
    for part in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "BÁO CÁO THỐNG KÊ GIÁO DỤC MẦM NON",
        "Kỳ đầu năm học 2019-2020",
        "01-MN-ĐN",
        "Nhóm trẻ, lớp mẫu giáo Hoa Hồng",
        "Phòng Giáo dục và Đào tạo Quận 12",
        NOT_LEGAL,
    ):
        assert part in text
    assert "Bản 1" not in text


def test_a_sent_revision_has_its_number_and_says_no_draft(folder: Path) -> None:
    path = folder / "sent.pdf"
    path.write_bytes(sent_example().files[PRINT])
    pages = [" ".join(word.text for word in page) for page in words(path)]
    for text in pages:
        assert "Bản 1" in text
        assert "nháp" not in text.casefold()
    last = PdfReader(path).pages[-1].extract_text()
    assert "Gửi lúc 09:30 ngày 20/09/2019, người xác nhận: Người Mẫu Gửi" in " ".join(last.split())
    assert front.qr_text(facts_of(report_of(sent_example().content))).startswith("BC1MN|")


@pytest.mark.parametrize("count", [0, 1, 3, 5, 9, 12, 40])
def test_the_signature_comes_after_every_annex_with_some_of_its_rows(count: int, folder: Path) -> None:
    """All pages are signed as one: what changed and what was explained stand before the signature."""
    changed = example()
    for number in range(count):
        changed = copy_of("children/c0001", f"c{number + 100:04}", name=f"Trẻ Mẫu Thêm {number}")(changed)
    path = folder / f"annex-{count}.pdf"
    path.write_bytes(send(changed, previous=sent_example().content).files[PRINT])
    pages = [" ".join(word.text for word in page) for page in words(path)]
    assert [text.count("CHỦ NHÓM") for text in pages] == [0] * (len(pages) - 1) + [1]
    assert "Cảnh báo và giải trình" in pages[-1]
    assert "Thay đổi so với lần gửi trước" in " ".join(pages[:-1])


@pytest.mark.parametrize("lines", [1, 2, 20, 40, 60, 90])
@pytest.mark.parametrize("rows", range(1, 30, 4))
def test_an_annex_leaves_room_for_what_stands_below_its_last_lines(
    rows: int, lines: int, paper: Paper
) -> None:
    tall = Annex(
        "Phụ lục", ("Một", "Hai"), (50, 50), [("dòng " * 12 * lines, str(n)) for n in range(rows)], ""
    )
    free, tailed = SetAnnex(tall, paper.width), SetAnnex(tall, paper.width, tail=62.0)
    assert tailed.bottom + 62 <= BOTTOM + 0.001
    assert len(tailed.pages) - len(free.pages) in (0, 1)
    assert all(page for page in tailed.pages)
    parts = [part for page in tailed.pages for part in page]
    for row in range(rows):
        own = [part for part in parts if part.row == row]
        assert [part.first for part in own] == [0, *(part.end for part in own[:-1])]
        assert own[-1].end == max(map(len, tailed.cells[row]))


def test_a_draft_and_training_say_so_on_every_page(draft: Report, printed: Printed) -> None:
    for page in words(printed(draft)):
        text = " ".join(word.text for word in page)
        assert "BẢN NHÁP – CHƯA GỬI" in text
        assert "Bản 1" not in text
        assert FORM.training.watermark in text
        assert f"{draft.check_code} (nháp)" in text


def test_the_code_is_the_same_in_the_qr(draft: Report, printed: Printed, folder: Path) -> None:
    pdf = printed(draft)
    last = len(words(pdf))
    run("pdftoppm", "-r", "150", "-f", str(last), "-l", str(last), "-png", "-singlefile", pdf, folder / "qr")
    read = run("zbarimg", "--quiet", "--raw", folder / "qr.png").strip()
    assert read == f"BC1MN-NHAP|{draft.check_code}|2019-09-19|v1"
    assert draft.check_code in " ".join(word.text for word in words(pdf)[-1])


@pytest.mark.parametrize(("content", "title"), [(example(), "CHỦ NHÓM"), (school(), "HIỆU TRƯỞNG")])
def test_signature(content: object, title: str, folder: Path) -> None:
    path = folder / f"signature-{len(title)}.pdf"
    path.write_bytes(write_pdf(report_of(content)))  # type: ignore[arg-type]
    text = " ".join(word.text for word in words(path)[-1] if word.left > 180)
    assert f"{title} (Ký tên, đóng dấu) Trần Thị Lan" in text
    assert "Quận 12, ngày 19 tháng 9 năm 2019" in text


def test_a_table_that_may_stay_empty(report: Report, printed: Printed, folder: Path) -> None:
    reader = PdfReader(printed(report))
    assert any("Không áp dụng" in page.extract_text() for page in reader.pages)
    path = folder / "public.pdf"
    path.write_bytes(write_pdf(report_of(public())))
    assert not any("Không áp dụng" in page.extract_text() for page in PdfReader(path).pages)


def test_fonts_are_embedded(report: Report, printed: Printed) -> None:
    lines = run("pdffonts", printed(report)).splitlines()[2:]
    assert len(lines) == 3
    for line in lines:
        assert "BieuMauSerif" in line
        assert "CID TrueType" in line
        assert line.split()[-5:-2] == ["yes", "yes", "yes"]


def test_the_foot_names_the_program_and_the_binding_and_table_5_its_years(
    report: Report, printed: Printed
) -> None:
    pages = [" ".join(word.text for word in page) for page in words(printed(report))]
    assert all(f". nhomtre {version('nhomtre')}" in page for page in pages)
    assert all(f"Lề trên để đóng gáy. Trang {number}/" in page for number, page in enumerate(pages, 1))
    assert sum("Năm tài chính n là năm 2019, n-1 là năm 2018." in page for page in pages) == 1


def test_the_file_is_sound(report: Report, printed: Printed) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", printed(report))
    reader = PdfReader(printed(report))
    assert reader.metadata is not None
    assert reader.metadata.title == "BÁO CÁO THỐNG KÊ GIÁO DỤC MẦM NON - Kỳ đầu năm học 2019-2020"
    assert reader.metadata.author == "Nhóm trẻ, lớp mẫu giáo Hoa Hồng"
    assert str(reader.root_object["/Lang"]) == "vi"


def test_ink_stays_inside_the_margins(draft: Report, printed: Printed, folder: Path) -> None:
    pdf = printed(draft)
    pages = ink(pdf, folder)
    assert len(pages) == len(words(pdf))
    for page in pages:
        assert_inside(page)


def assert_inside(page: list[tuple[float, float]]) -> None:
    """Within the margins; below them only the footer."""
    assert min(x for x, _ in page) >= LEFT - 0.5
    assert max(x for x, _ in page) <= RIGHT + 0.5
    assert min(y for _, y in page) >= TOP - 0.5
    assert max(y for _, y in page) <= 210 - 8
    footer = [y for _, y in page if y > BOTTOM + 0.5]
    assert min(footer) >= BOTTOM + 3


def test_two_prints_are_the_same_bytes(draft: Report) -> None:
    assert write_pdf(draft) == write_pdf(draft)


@pytest.mark.parametrize("key", ["office", "place"])
def test_an_unprintable_character_of_the_letter_is_refused(key: str) -> None:
    report = report_of(apply(example(), [Edit(("campaign", key), None, "Quận ☑")]))
    with pytest.raises(Refused, match="báo cáo có ký tự không in được: «☑»"):
        write_pdf(report)


@pytest.mark.parametrize("field", ["name", "head_name", "code"])
def test_an_unprintable_character_is_refused(field: str) -> None:
    labels = {
        "name": "Tên trường học",
        "head_name": r"Tên hiệu trưởng \(chủ nhóm, lớp\)",
        "code": "Mã trường học",
    }
    report = report_of(with_facility(example(), **{field: "Hoa ☑ 中"}))
    with pytest.raises(Refused, match=f"{labels[field]} có ký tự không in được: «☑» .*«中»"):
        write_pdf(report)


def test_what_comes_decomposed_is_printed_composed(folder: Path) -> None:
    path = folder / "nfd.pdf"
    path.write_bytes(write_pdf(report_of(with_facility(example(), name=normalize("NFD", "Nhóm trẻ Ngữ Ệ")))))
    assert "Nhóm trẻ Ngữ Ệ" in " ".join(word.text for word in words(path)[0])


def test_a_profile_with_nothing_in_it_prints() -> None:
    from tests.builders import empty

    assert write_pdf(report_of(empty())).startswith(b"%PDF")


def test_progress_is_told(report: Report) -> None:
    told: list[tuple[int, int]] = []
    write_pdf(report, lambda done, of: told.append((done, of)))
    assert told == [(number, len(told)) for number in range(1, len(told) + 1)]


@pytest.fixture
def paper() -> Iterator[Paper]:
    with Paper("", "", "", date(2019, 9, 19)) as paper:
        yield paper


def test_no_word_is_wider_than_its_column(paper: Paper) -> None:
    figures = report_of(example()).figures
    for table in TABLES:
        sheet = SetTable(lay_out(table, figures), paper.width)
        for cell in sheet.headings:
            for line in cell.lines:
                assert paper.width(line, "B") * sheet.size <= cell.right - cell.left, line
        for place, lines in enumerate(sheet.labels):
            style = sheet.grid.style(sheet.grid.lines[place])
            for line in lines:
                assert sheet.label_left(place) + paper.width(line, style) * sheet.size <= sheet.edges[2]


def made_up(rows: int, seed: int) -> tuple[Row, ...]:
    """Rows with headings among them and labels of one or several lines."""
    pattern = TABLES[0].rows
    found = []
    for number in range(rows):
        like = pattern[(number * 7 + seed) % len(pattern)]
        heading = like.ma_so is None and number < rows - 1
        label = like.label * (1 + (number + seed) % 5)
        found.append(
            Row(f"T1.{number:03}", None if heading else number + 1, like.tt, like.level, label, like.unit)
        )
    return tuple(found)


@pytest.mark.parametrize("name", ["Lan", "Nguyễn Phước Bảo Thị Ngọc Quỳnh Như Trần Lê Hoàng Anh Thư Mỹ"])
def test_the_signature_never_stands_alone(name: str, paper: Paper) -> None:
    report = report_of(with_facility(example(), head_name=name))
    facts = facts_of(report)
    height = front.signature_height(paper, facts)
    first_top = front.title_block(paper, facts, draws=False)
    for rows in range(1, 81):
        for seed in range(3):
            table = TABLES[0].but(rows=made_up(rows, seed))
            grid = lay_out(TABLES[0], report.figures)
            grid = replace(grid, table=table, lines=tuple(replace(grid.lines[0], row=r) for r in table.rows))
            pages, bottom = paginate([SetTable(grid, paper.width)], first_top, height)
            check_pages(pages, rows)
            assert bottom + height <= BOTTOM + 0.001


def check_pages(pages: list[PrintPage], rows: int) -> None:
    pieces = [piece for page in pages for piece in page]
    assert [piece.first for piece in pieces] == [0, *(piece.end for piece in pieces[:-1])]
    assert pieces[-1].end == rows
    assert sum(piece.end - piece.first for piece in pages[-1]) >= min(3, rows)
    for piece in pieces:
        assert piece.bottom <= BOTTOM + 0.001
        assert piece.end == rows or not piece.table.grid.lines[piece.end - 1].is_heading


def test_the_print_of_a_long_table_ends_with_its_signature(folder: Path) -> None:
    """Drawn, not only worked out: the signature and the last three rows stand on one page."""
    report = report_of(example())
    facts = facts_of(report)
    for rows in (13, 29, 47):
        paper = Paper("", "", "", report.today)
        table = TABLES[0].but(rows=made_up(rows, 1))
        grid = lay_out(TABLES[0], report.figures)
        grid = replace(grid, table=table, lines=tuple(replace(grid.lines[1], row=r) for r in table.rows))
        pages, bottom = paginate(
            [SetTable(grid, paper.width)], TOP + 60, front.signature_height(paper, facts)
        )
        for page in pages:
            paper.add_page()
            for piece in page:
                draw_piece(paper, piece)
        front.signature_block(paper, facts, bottom)
        path = folder / f"long-{rows}.pdf"
        with paper:
            path.write_bytes(paper.finish())
        last: tuple[Word, ...] = words(path)[-1]
        text = " ".join(word.text for word in last)
        assert "CHỦ NHÓM" in text
        codes = [w.text for w in last if w.text in {str(rows), str(rows - 1), str(rows - 2)}]
        assert str(rows) in codes
