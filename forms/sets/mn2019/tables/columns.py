"""Ownership blocks, measures and the columns that tables 1-4 share (form 01-MN-ĐN)."""

from __future__ import annotations

from collections.abc import Iterable

from forms.model.condition import EVERYONE
from forms.model.table import Block, Column, Measure, Row
from forms.sets.mn2019.tables import row_conditions as c

BLOCKS = (
    Block("TONG", "Tổng số"),
    Block("CONG_LAP", "Công lập", ("01",)),
    Block("TU_THUC", "Tư thục", ("09",)),
    Block("DAN_LAP", "Dân lập", ("03",)),
)


MEASURES = {
    measure.key: measure
    for measure in (
        Measure("total", "Tổng số", EVERYONE),
        Measure("female", "Nữ", c.female),
        Measure("minority", "Dân tộc thiểu số: Tổng số", c.minority),
        Measure("minority_female", "Dân tộc thiểu số: Nữ", c.minority & c.female),
        Measure("contract_permanent", "Viên chức, HĐLV không xác định thời hạn", c.contract_permanent),
        Measure("contract_fixed_term", "Viên chức, HĐLV xác định thời hạn", c.contract_fixed_term),
        Measure("contract_labour", "Hợp đồng lao động", c.contract_labour),
        Measure("permanent", "Kiên cố"),
        Measure("semi_permanent", "Bán kiên cố"),
        Measure("temporary", "Tạm"),
        Measure("settled", "Quyết toán chi NSNN (năm tài chính n-1)"),
        Measure("planned", "Chi NSNN (năm tài chính n): Dự toán"),
        Measure("estimated", "Chi NSNN (năm tài chính n): Ước thực hiện"),
    )
}

Heading = tuple[str, tuple[str, ...]]

PEOPLE: tuple[Heading, ...] = (
    ("total", ("Tổng số",)),
    ("female", ("Nữ",)),
    ("minority", ("Dân tộc thiểu số", "Tổng số")),
    ("minority_female", ("Dân tộc thiểu số", "Nữ")),
)
PUBLIC_STAFF: tuple[Heading, ...] = (
    ("total", ("Tổng số",)),
    ("contract_permanent", ("Phân loại", "Viên chức", "HĐLV không xác định thời hạn")),
    ("contract_fixed_term", ("Phân loại", "Viên chức", "HĐLV xác định thời hạn")),
    ("contract_labour", ("Phân loại", "Hợp đồng lao động")),
    *PEOPLE[1:],
)
ROOMS: tuple[Heading, ...] = (
    ("total", ("Tổng số",)),
    ("permanent", ("Kiên cố",)),
    ("semi_permanent", ("Bán kiên cố",)),
    ("temporary", ("Tạm",)),
)


def column(no: int, key: str, header: tuple[str, ...], block: Block | None, measure: str) -> Column:
    """A column with its titles; one that has the key of its block is called like it."""
    named = MEASURES[measure]
    title = named.label
    if block is not None:
        title = block.label if key == block.key else f"{block.label}, {title}"
    return Column(no, key, header, block.key if block else None, measure, title, named.label, named.where)


def block_columns(headings: Iterable[Heading], public: Iterable[Heading] | None = None) -> tuple[Column, ...]:
    """The columns of every block in turn; *public* replaces the headings of the block Công lập."""
    columns: list[Column] = []
    for block in BLOCKS:
        own = public if public is not None and block.key == "CONG_LAP" else headings
        for measure, titles in own:
            key = f"{block.key}.{measure}"
            columns.append(column(len(columns) + 1, key, (block.label, *titles), block, measure))
    return tuple(columns)


def heading_line(table: str, line: int, tt: str | None, level: int, label: str) -> Row:
    """A row without figures; *line* is its line in the official workbook."""
    return Row(f"{table}.h{line:03}", None, tt, level, label)
