"""The print: the official form 01-MN-ĐN, five tables on A4 landscape, for comparing and filing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from exports.layout.document import Document, document_of
from exports.layout.list_sheets import ListSheet
from exports.layout.report_facts import ReportFacts
from exports.layout.table_page import CODE, LEAD, UNIT, TextStyle
from exports.output.progress import (
    Progress,
)
from exports.printing import front
from exports.printing import print_words as words
from exports.printing.annex_pages import SetAnnex, draw_annex
from exports.printing.paging import (
    ASCENT,
    CAPTION_HEIGHT,
    LEFT,
    NOTE_HEIGHT,
    PAD_X,
    PAD_Y,
    POINT,
    RIGHT,
    TITLE_HEIGHT,
    PrintPage,
    SetTable,
    TablePiece,
    paginate,
)
from exports.printing.paper import HEADING_GREY, Paper
from forms.model.text import format_number
from forms.report.figures import Number
from forms.report.report import Report


def write_pdf(report: Report, progress: Progress | None = None) -> bytes:
    """The report on paper. Raises Refused when a text has a character that cannot be printed."""
    return write_document(document_of(report), progress)


def write_sheet(sheet: ListSheet) -> bytes:
    """A list for itself. Raises Refused as ``write_pdf`` does."""
    listed, facts = sheet.listed, sheet.facts
    subject = words.SUBJECT.format(form=facts.form.code, code=facts.marked_code) if facts else listed.title
    with Paper(listed.title, facts.name if facts else "", subject, sheet.day) as paper:
        for place, text in facts.of_people() if facts else ():
            paper.refuse_unprintable(place, text)
        for row in listed.rows:
            for text in row:
                paper.refuse_unprintable(row[0], text)
        annex = SetAnnex(listed, paper.width)
        for page in range(len(annex.pages)):
            paper.add_page()
            if facts and facts.training:
                front.watermark(paper, facts.training_mark)
            draw_annex(paper, annex, page, facts.marks if facts else "")
            if facts:
                front.footer(paper, facts, page + 1, len(annex.pages))
        return paper.finish()


def write_document(document: Document, progress: Progress | None = None) -> bytes:
    """The document on paper: the tables, the annexes, the signature over all of it. Raises Refused as ``write_pdf`` does."""
    facts = document.facts
    subject = words.SUBJECT.format(form=facts.form.code, code=facts.marked_code)
    with Paper(facts.title, facts.name, subject, facts.today) as paper:
        for place, text in document.of_people():
            paper.refuse_unprintable(place, text)
        pages = _pages(paper, document)
        for number, draw in enumerate(pages, 1):
            paper.add_page()
            if facts.training:
                front.watermark(paper, facts.training_mark)
            draw()
            front.footer(paper, facts, number, len(pages))
            if progress:
                progress(number, len(pages))
        return paper.finish()


def _pages(paper: Paper, document: Document) -> list[Callable[[], None]]:
    """What draws each page; the number of pages is known before one is drawn."""
    facts = document.facts
    tables = [SetTable(grid, paper.width) for grid in document.grids]
    first_top = front.title_block(paper, facts, draws=False)
    signature = front.signature_height(paper, facts)
    annexes = [
        SetAnnex(annex, paper.width, tail=signature if annex is document.annexes[-1] else 0.0)
        for annex in document.annexes
    ]
    pages, top = paginate(tables, first_top, 0.0 if annexes else signature)
    drawn: list[Callable[[], None]] = [
        partial(_draw_page, paper, facts, page, has_title=page is pages[0]) for page in pages
    ]
    for annex in annexes:
        drawn += (partial(draw_annex, paper, annex, page, facts.marks) for page in range(len(annex.pages)))
        top = annex.bottom
    draw_last = drawn.pop()

    def signed() -> None:
        draw_last()
        front.signature_block(paper, facts, top)

    return [*drawn, signed]


def _draw_page(paper: Paper, facts: ReportFacts, page: PrintPage, *, has_title: bool) -> None:
    if has_title:
        front.title_block(paper, facts)
    for piece in page:
        draw_piece(paper, piece, facts.marks)


def draw_piece(paper: Paper, piece: TablePiece, marks: str = "") -> None:
    """Title, *marks* beside it, headings and rows of a piece of a table."""
    table = piece.table
    _draw_title(paper, piece)
    if marks:
        paper.right(RIGHT, piece.top + CAPTION_HEIGHT - 1.3, marks, "B", 10)
    top = piece.top + table.title_height(piece.first)
    _draw_headings(paper, table, top)
    y = body = top + table.headings_height
    for place in range(piece.first, piece.end):
        _draw_row(paper, table, place, y)
        y += table.heights[place]
        paper.line(LEFT, y, RIGHT, y)
    for edge in table.edges:
        paper.line(edge, body, edge, y)


def _draw_title(paper: Paper, piece: TablePiece) -> None:
    grid = piece.table.grid
    if piece.first:
        text = words.TABLE_GOES_ON.format(number=grid.table.number)
        paper.text(LEFT, piece.top + CAPTION_HEIGHT - 1.3, text, "I", 10)
        return
    paper.text(LEFT, piece.top + TITLE_HEIGHT - 2.2, grid.title, "B", 13)
    notes = [words.NOT_APPLICABLE] if grid.not_applicable else []
    if note := words.NOTES_JOINED.join([*notes, *filter(None, [grid.years])]):
        paper.text(LEFT, piece.top + TITLE_HEIGHT + NOTE_HEIGHT - 2.2, note, "I", 12)


def _draw_headings(paper: Paper, table: SetTable, top: float) -> None:
    for cell in table.headings:
        paper.box(cell.left, top + cell.top, cell.right - cell.left, cell.bottom - cell.top, HEADING_GREY)
    for left, right in zip(table.edges, table.edges[1:], strict=False):
        height = table.headings_height - table.numbers_top
        paper.box(left, top + table.numbers_top, right - left, height, HEADING_GREY)
    for cell in table.headings:
        height = len(cell.lines) * table.line_height
        y = top + (cell.top + cell.bottom - height) / 2 + ASCENT * table.size * POINT
        for text in cell.lines:
            paper.centred((cell.left + cell.right) / 2, y, text, "B", table.size)
            y += table.line_height
    y = top + table.numbers_top + PAD_Y + ASCENT * table.size * POINT
    for place, number in enumerate(table.grid.numbers):
        if number != "":
            middle = (table.edges[place] + table.edges[place + 1]) / 2
            paper.centred(middle, y, str(number), "I", table.size)


def _draw_row(paper: Paper, table: SetTable, place: int, top: float) -> None:
    line = table.grid.lines[place]
    row, edges, size = line.row, table.edges, table.size
    style = table.grid.style(line)
    y = base = top + PAD_Y + ASCENT * size * POINT
    if row.tt:
        paper.text(edges[0] + PAD_X, base, row.tt, style, size)
    for text in table.labels[place]:
        paper.text(table.label_left(place), y, text, style, size)
        y += table.line_height
    if row.unit:
        paper.centred((edges[UNIT] + edges[UNIT + 1]) / 2, base, row.unit, style, size)
    if row.ma_so is not None:
        paper.centred((edges[CODE] + edges[CODE + 1]) / 2, base, str(row.ma_so), style, size)
    for number, figure in enumerate(line.figures, LEAD):
        if figure is not None:
            _draw_figure(paper, edges[number], edges[number + 1], base, figure, style, size)


def _draw_figure(
    paper: Paper, left: float, right: float, base: float, figure: Number, style: TextStyle, size: float
) -> None:
    text = str(figure) if isinstance(figure, int) and 0 <= figure < 1000 else format_number(figure)
    room = right - left - 2 * PAD_X
    if len(text) > 5 and paper.width(text, style) * size > room:
        # figures are never cut: one wider than its column is set smaller
        size = room / paper.width(text, style)
    paper.right(right - PAD_X, base, text, style, size)
