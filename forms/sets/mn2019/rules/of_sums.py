"""The rows that are sums of others (E10): the rules follow from ``sum_of`` and ``also_sum_of`` of the tables."""

from collections.abc import Iterable, Iterator

from forms.model.issue import Severity
from forms.model.rules.rule import (
    RowSum,
)
from forms.model.table import Row, Table
from forms.sets.mn2019.rules.of_parts import numbers_in_words

DERIVED = (
    "giá trị {{value}} khác tổng các mã {parts} ({{sum}}) → lấy lại dữ liệu biểu {table} hoặc sửa ô nhập tay."
)
TYPED = (
    "giá trị {{value}} khác tổng các mã {parts} ({{sum}}) → nhập lại các dòng chi tiết; dòng tổng tự cộng."
)
TYPED_AGAIN = (
    "{{value}} khác tổng các mã {parts} ({{sum}}) → "
    "sửa mã {first} (theo nguồn) hoặc mã {parts} (theo nhóm chi)."
)


def rules_of_sums(tables: Iterable[Table]) -> Iterator[RowSum]:
    """The rules of the rows that are a sum; of a row that is one twice, two."""
    for table in tables:
        for row in table.data_rows:
            if row.sum_of:
                yield _rule(table, row, row.sum_of, TYPED)
                for parts in row.also_sum_of:
                    yield _rule(table, row, parts, TYPED_AGAIN, "b")


def _rule(table: Table, row: Row, parts: tuple[int, ...], typed: str, suffix: str = "") -> RowSum:
    assert row.ma_so is not None
    return RowSum(
        id=f"E10.{row.code}{suffix}",
        severity=Severity.ERROR,
        table=table.id,
        total=row.ma_so,
        parts=parts,
        message=(DERIVED if table.derived else typed).format(
            parts=numbers_in_words(parts, ", "),
            first=numbers_in_words(row.sum_of, ", "),
            table=table.number,
        ),
    )
