"""Where things are drawn, in numbers: lengths of lines, indents, room around texts. Reading the texts alone sees none of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from exports.layout.document import Annex, document_of
from exports.layout.document_words import MOTTO, NATION
from exports.printing.pdf import write_document, write_pdf
from forms.report.report import Report
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.tables import TABLES
from tests.builders import cells, example
from tests.exports.conftest import report_of
from tests.exports.printing.drawings import POINT, Drawing, drawings, text_width

pytestmark = pytest.mark.slow

LEFT, RIGHT, BOTTOM = 20.0, 282.0, 190.0
NEAR = 0.02
"""Places are written into the file with two decimals of a point."""


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(example())


@pytest.fixture(scope="module")
def pages(report: Report) -> list[Drawing]:
    return drawings(write_pdf(report))


def near(value: float) -> object:
    return pytest.approx(value, abs=NEAR)


@pytest.mark.slow
def test_the_rules_of_the_title_block_have_their_lengths(report: Report, pages: list[Drawing]) -> None:
    page = pages[0]
    name = str(report.content.facility["name"]).upper()
    subject = f"{FORM.period} {report.content.year}"
    for text, size, part in ((name, 12, 0.4), (MOTTO, 13, 1.0), (subject, 14, 0.35)):
        drawn = page.text(text)
        width = text_width(text, "B", size)
        rule = page.under(drawn)
        assert rule.length == near(width * part), text
        assert (rule.x1 + rule.x2) / 2 == near(drawn.left + width / 2), text
        assert drawn.size == size


def test_every_line_and_frame_that_is_drawn_can_be_seen(pages: list[Drawing]) -> None:
    for page in pages:
        assert page.lines
        assert all(line.length > 0.5 for line in page.lines)
        assert all(box.width > 0.1 and box.height > 0.1 for box in page.boxes)


def test_the_cells_of_the_headings_do_not_overlap(pages: list[Drawing]) -> None:
    for page in pages:
        cells = [box for box in page.boxes if min(box.width, box.height) > 2]
        for one, other in combinations(cells, 2):
            across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
            down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
            assert min(across, down) < NEAR, (one, other)


def test_the_blocks_of_the_head_stand_in_the_middle_of_their_halves(pages: list[Drawing]) -> None:
    split = LEFT + 0.42 * (RIGHT - LEFT)
    for text, size in ((NATION, 12), (MOTTO, 13)):
        drawn = pages[0].text(text)
        assert drawn.left + text_width(text, "B", size) / 2 == near((split + RIGHT) / 2)


@pytest.mark.parametrize("number", range(5))
def test_labels_are_indented_by_a_quarter_of_the_letter_a_level(pages: list[Drawing], number: int) -> None:
    table = TABLES[number]
    layout = table.print
    left = LEFT + layout.tt_width
    first = min(row.level for row in table.rows)
    levels = set()
    for row in table.rows:
        starts = [
            text for page in pages for text in page.texts if text.text and row.label.startswith(text.text)
        ]
        expected = left + 1.0 + layout.font_size / 4 * (row.level - first)
        if any(text.left == near(expected) and text.size == layout.font_size for text in starts):
            levels.add(row.level)
    assert levels == {row.level for row in table.rows}


def test_a_row_has_room_above_and_below_its_text(pages: list[Drawing]) -> None:
    table = TABLES[0]
    size = table.print.font_size
    page = next(page for page in pages if any(text.text.startswith("BIỂU 1.") for text in page.texts))
    across = sorted(
        {round(line.y1, 3) for line in page.lines if line.y1 == line.y2 and line.length == near(RIGHT - LEFT)}
    )
    code_left = LEFT + table.print.tt_width + table.print.label_width + table.print.unit_width
    codes = [row.ma_so for row in table.rows if row.ma_so is not None]
    seen = 0
    for ma_so in codes:
        drawn = [
            text
            for text in page.texts
            if text.text == str(ma_so) and code_left < text.left < code_left + table.print.code_width
        ]
        above = [y for y in across if drawn and y < drawn[0].base]
        if len(drawn) == 1 and above and drawn[0].base > across[0]:
            # half a millimetre, then nine tenths of the letter down to the base line
            assert drawn[0].base - above[-1] == near(0.5 + 0.9 * size * POINT), ma_so
            seen += 1
    assert seen > 5


def test_figures_end_a_millimetre_before_their_column(pages: list[Drawing], report: Report) -> None:
    table = TABLES[0]
    layout = table.print
    lead = layout.tt_width + layout.label_width + layout.unit_width + layout.code_width
    width = (RIGHT - LEFT - lead) / len(table.columns)
    edges = [LEFT + lead + width * (place + 1) for place in range(len(table.columns))]
    page = next(page for page in pages if any(text.text.startswith("BIỂU 1.") for text in page.texts))
    top = page.text(next(text.text for text in page.texts if text.text.startswith("BIỂU 1."))).base
    ends = 0
    for text in page.texts:
        if (
            text.text.isdigit()
            and text.left > LEFT + lead
            and text.base > top
            and text.size == layout.font_size
        ):
            rights = [text.left + text_width(text.text, style, text.size) for style in ("", "B")]
            ends += any(right == near(edge - 1.0) for right in rights for edge in edges)
    assert ends >= len(table.columns)


@pytest.mark.slow
def test_a_figure_wider_than_its_column_is_set_smaller_and_fills_it() -> None:
    largest = cells("T4", 203, permanent=10**15 - 1)(example())
    text = next(
        text
        for page in drawings(write_pdf(report_of(largest)))
        for text in page.texts
        if "999.999" in text.text
    )
    assert text.text == "999.999.999.999.999"
    table = next(table for table in TABLES if table.id == "T4")
    layout = table.print
    lead = layout.tt_width + layout.label_width + layout.unit_width + layout.code_width
    room = (RIGHT - LEFT - lead) / len(table.columns) - 2.0
    assert text.size < layout.font_size
    assert min(abs(text_width(text.text, style, text.size) - room) for style in ("", "B")) < NEAR


@pytest.mark.slow
def test_rows_of_an_annex_are_as_high_as_their_lines(report: Report) -> None:
    rows = [("ngắn", "một dòng"), ("dài", "nhiều chữ " * 60), ("ngắn", "một dòng")]
    annex = Annex("Phụ lục", ("Tên", "Nội dung"), (20, 80), rows, "Không có.")
    document = document_of(report)
    page = drawings(write_document(replace(document, annexes=(annex,))))[-1]
    across = sorted(line.y1 for line in page.lines if line.y1 == line.y2)
    line_height = 10.0 * POINT * 1.1
    heads = [box for box in page.boxes if box.height > 1]
    body = max(box.top + box.height for box in heads)
    room = (RIGHT - LEFT) * 0.8 - 2.0
    words, lines, width = ("nhiều chữ " * 60).split(), 1, 0.0
    for word in words:
        further = text_width(word, "", 10) + (text_width(" ", "", 10) if width else 0)
        if width and width + further > room:
            lines, width = lines + 1, text_width(word, "", 10)
        else:
            width += further
    assert lines > 3
    assert [y - body for y in across] == [
        near(1 * line_height + 1.0),
        near((1 + lines) * line_height + 2.0),
        near((2 + lines) * line_height + 3.0),
    ]
    first = page.text("một dòng")
    assert first.base - body == near(0.5 + 0.9 * 10 * POINT)
    assert first.left == near(LEFT + (RIGHT - LEFT) * 0.2 + 1.0)


@pytest.mark.slow
def test_a_page_of_an_annex_is_filled_to_its_end(report: Report) -> None:
    rows = [(str(number), "một dòng") for number in range(200)]
    annex = Annex("Phụ lục", ("TT", "Nội dung"), (20, 80), rows, "Không có.")
    document = document_of(report)
    pages = drawings(write_document(replace(document, annexes=(annex, annex._replace(title="Sau", rows=())))))
    annexes = [page for page in pages if any("Phụ lục" in text.text for text in page.texts)]
    row_height = 10.0 * POINT * 1.1 + 1.0
    ends = [max(line.y1 for line in page.lines if line.y1 == line.y2) for page in annexes]
    assert len(ends) > 3
    assert all(end <= BOTTOM + NEAR for end in ends)
    assert all(end + row_height > BOTTOM - NEAR for end in ends[:-1])
