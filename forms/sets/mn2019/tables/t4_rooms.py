"""Table 4, Phòng học: rooms, typed by hand (form 01-MN-ĐN, mã số 194-212)."""

from functools import partial

from forms.model.table import Figure, PrintLayout, Row, SheetLayout, Table
from forms.sets.mn2019.tables.columns import BLOCKS, ROOMS, block_columns, heading_line

# fmt: off
TYPED_BY_KIND = "Nhập tay; Tổng số = Kiên cố + Bán kiên cố + Tạm"

heading = partial(heading_line, "T4")


def rooms(ma_so: int, tt: str | None, level: int, label: str) -> Row:
    """A row of rooms by kind of construction."""
    return Row(f"T4.{ma_so:03}", ma_so, tt, level, label, "phòng", explanation=TYPED_BY_KIND)


ROWS: tuple[Row, ...] = (
    heading(4, "5.1.", 2, "Nhà trẻ"),
    rooms(194, "5.1.1", 3, "Phòng học (nuôi, dạy, chăm sóc trẻ)"),
    rooms(195, "5.1.2.", 3, "Phòng học nhờ, mượn"),
    rooms(196, "5.1.3.", 3, "Phòng phục vụ học tập"),
    heading(8, None, 4, "Trong đó:"),
    rooms(197, None, 4, "- Phòng giáo dục thể chất"),
    rooms(198, None, 4, "- Phòng giáo dục nghệ thuật"),
    rooms(199, None, 4, "- Phòng đa chức năng"),
    rooms(200, "5.1.4.", 3, "Phòng khác"),
    rooms(201, None, 4, "- Nhà bếp"),
    rooms(202, None, 4, "- Phòng y tế"),
    heading(15, "5.2.", 2, "Mẫu giáo"),
    rooms(203, "5.2.1.", 3, "Phòng học"),
    rooms(204, "5.2.2.", 3, "Phòng học nhờ, mượn"),
    rooms(205, "5.2.3.", 3, "Phòng phục vụ học tập"),
    heading(19, None, 4, "Trong đó:"),
    rooms(206, None, 4, "- Phòng giáo dục thể chất"),
    rooms(207, None, 4, "- Phòng giáo dục nghệ thuật"),
    rooms(208, None, 4, "- Phòng đa chức năng"),
    rooms(209, None, 4, "- Phòng hỗ trợ giáo dục hòa nhập"),
    rooms(210, "5.2.4.", 3, "Phòng khác"),
    rooms(211, None, 4, "- Nhà bếp"),
    rooms(212, None, 4, "- Phòng y tế"),
)
# fmt: on

TABLE = Table(
    id="T4",
    number=4,
    tab_title="Phòng học",
    figure=Figure.COUNT,
    derived=False,
    columns=block_columns(ROOMS),
    rows=ROWS,
    blocks=BLOCKS,
    sheet=SheetLayout(
        title="Phòng học",
        lead=("V", "Phòng học", "Đơn vị tính", "Mã số"),
        widths=(("A", 7.6), ("B", 28.8), ("C", 7.6)),
        live_totals=True,
    ),
    print=PrintLayout(font_size=8, tt_width=10, label_width=56, unit_width=12, code_width=9),
    typed_measures=("permanent", "semi_permanent", "temporary"),
    keeps_foreign_blocks=True,
)
