"""The form as the national system extracts it against the figures, cell by cell; an empty cell is a 0."""

from collections.abc import Iterator

from exports.comparison.mismatches import Mismatch, MismatchKind, OneSided, Told, with_sent
from exports.layout.table_page import TableGrid
from exports.workbooks.report.report_reader import ReportBook
from exports.workbooks.report.sheet_places import places_of
from forms.dossier.content import Content
from forms.dossier.place_names import cell_title
from forms.model.place import Place
from forms.model.text import format_number
from forms.report.figures import Figures, FiguresOf, Number


def compare_figures(book: ReportBook, ours: Content, sent: Content | None) -> list[Mismatch]:
    """What differs, in the order of the tables; a cell that could not be read is not compared."""
    figures_of = FiguresOf()

    def against(content: Content) -> Iterator[OneSided]:
        own = figures_of(content).as_json()
        for table in content.form.tables:
            places, theirs = places_of(TableGrid(table, ())), book.cells.get(table.id, {})
            for row in table.data_rows:
                for column in table.columns:
                    value = theirs.get(row.key, {}).get(column.key)
                    figure = own[table.id].get(row.key, {}).get(column.key)
                    if (value or 0) == (figure or 0) or (table.id, row.key, column.key) in book.unread:
                        continue
                    place = Place(table.id, row.key, column.key)
                    mismatch = Mismatch(
                        MismatchKind.VALUE,
                        place,
                        cell_title(table, row, column.key),
                        table.sheet.title,
                        places.address(row, column),
                        _told(value),
                        _told(figure),
                    )
                    yield OneSided((str(place),), mismatch)

    return list(with_sent(against(ours), None if sent is None else against(sent)))


def typed_figures(book: ReportBook, figures: Figures) -> dict[str, Number]:
    """Place of a cell → what the file has, for every cell that people type; an empty one is a 0, an unread one not there."""
    return {
        str(Place(table.id, row.key, column.key)): book.cells[table.id].get(row.key, {}).get(column.key) or 0
        for table in figures.form.tables
        for row in table.data_rows
        if not table.derives(row)
        for column in table.columns
        if table.can_type(row, column, figures.block) and (table.id, row.key, column.key) not in book.unread
    }


def _told(value: Number | None) -> Told:
    return Told() if value is None else Told(value, format_number(value))
