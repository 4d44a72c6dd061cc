"""All rules of the form as data: 159 numbered ones and the four cross checks X.*."""

from functools import cache

from forms.model.issue import Issue
from forms.model.record_rule import RequiredFields
from forms.model.rule import RowSum, Rule, TableRule
from forms.model.table import Row, Table
from forms.sets.mn2019.rules.of_records import RECORD_RULES
from forms.sets.mn2019.rules.on_tables import TABLE_RULES
from forms.sets.mn2019.tables import TABLES


@cache
def table_rules() -> tuple[TableRule, ...]:
    """The rules that read tables: the sums that the tables declare (E10), then the listed ones."""
    return (
        *(rule for table in TABLES for row in table.data_rows for rule in _sums(table, row)),
        *TABLE_RULES,
    )


@cache
def all_rules() -> dict[str, Rule]:
    """Id → rule."""
    return {rule.id: rule for rule in (*table_rules(), *RECORD_RULES)}


def is_missing(issue: Issue) -> bool:
    """Whether the issue is that a mandatory field is empty (E34)."""
    return isinstance(all_rules()[issue.rule], RequiredFields)


def _sums(table: Table, row: Row) -> list[RowSum]:
    breakdowns = ((row.sum_of, *row.also_sum_of)) if row.sum_of else ()
    return [_sum(table, row, parts, again=place > 0) for place, parts in enumerate(breakdowns)]


def _sum(table: Table, row: Row, parts: tuple[int, ...], *, again: bool) -> RowSum:
    assert row.ma_so is not None
    where = f"{table.title}, mã {row.ma_so}, cột {{column}}: "
    named = numbers(parts)
    if table.derived:
        repair = f"lấy lại dữ liệu biểu {table.number} hoặc sửa ô nhập tay."
        message = f"{where}giá trị {{value}} khác tổng các mã {named} ({{sum}}) → {repair}"
    elif again:
        repair = f"sửa mã {numbers(row.sum_of)} (theo nguồn) hoặc mã {named} (theo nhóm chi)."
        message = f"{where}{{value}} khác tổng các mã {named} ({{sum}}) → {repair}"
    else:
        repair = "nhập lại các dòng chi tiết; dòng tổng tự cộng."
        message = f"{where}giá trị {{value}} khác tổng các mã {named} ({{sum}}) → {repair}"
    rule_id = f"E10.{row.code}" + ("b" if again else "")
    return RowSum(id=rule_id, table=table.id, total=row.ma_so, parts=parts, message=message)


def numbers(parts: tuple[int, ...]) -> str:
    """Mã số in words: ``2, 15, 33``, or ``97-100`` for three and more in a row."""
    if len(parts) > 2 and parts == tuple(range(parts[0], parts[-1] + 1)):
        return f"{parts[0]}-{parts[-1]}"
    return ", ".join(map(str, parts))
