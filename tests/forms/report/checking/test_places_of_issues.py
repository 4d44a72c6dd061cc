"""The place and the severity of an issue are declared: no wording of a rule moves them."""

from __future__ import annotations

import pytest

from forms.model.issue import Severity
from forms.model.place import Place
from forms.model.rules.rule import (
    RowAtMost,
    TableRule,
    Where,
)
from forms.sets.mn2019.rules.book import RULES
from tests.builders import example, figures
from tests.forms.rule_cases import issues_of

RULE = "E20.T2.087"
AT = Place("T2", "087", "TU_THUC.total")


def reworded(**values: object) -> tuple[TableRule, ...]:
    """The rules on tables, one of them in other words."""
    return tuple(rule.but(**values) if rule.id == RULE else rule for rule in RULES.on_tables)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "Biểu 2 (Học sinh), mã 87, cột Tư thục, Tổng số: 4 vượt 3 của mã 84 → kiểm tra hồ sơ trẻ rồi lấy lại dữ liệu."),
        ({"where_names": {"row": "số 87"}}, "Biểu 2 (Học sinh), mã số 87, cột Tư thục, Tổng số: 4 vượt 3 của mã 84 → kiểm tra hồ sơ trẻ rồi lấy lại dữ liệu."),
        ({"where_names": {"row": "84 và 87"}}, "Biểu 2 (Học sinh), mã 84 và 87, cột Tư thục, Tổng số: 4 vượt 3 của mã 84 → kiểm tra hồ sơ trẻ rồi lấy lại dữ liệu."),
        ({"where": Where.ROW, "message": "Trẻ học 2 buổi/ngày (biểu 2, mã 87): {value}, vượt {limit}."}, "Biểu 2 (Học sinh), mã 87: Trẻ học 2 buổi/ngày (biểu 2, mã 87): 4, vượt 3."),
        ({"message": "Biểu 1 (Trường – lớp học), mã 56: ! {value}."}, "Biểu 2 (Học sinh), mã 87, cột Tư thục, Tổng số: Biểu 1 (Trường – lớp học), mã 56: ! 4."),
    ],
)  # fmt: skip
def test_no_wording_moves_an_issue(
    values: dict[str, object], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RULES, "on_tables", reworded(**values))
    issues = [issue for issue in issues_of(figures("T2.84=3", "T2.87=4")(example())) if issue.rule == RULE]
    assert [(issue.place, issue.severity) for issue in issues] == [(AT, Severity.ERROR)]
    assert issues[0].sentence == sentence
    assert issues[0].message in sentence


def test_no_id_decides_the_severity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RULES, "on_tables", reworded(id="87", severity=Severity.WARNING))
    issues = issues_of(figures("T2.84=3", "T2.87=4")(example()))
    assert [issue.severity for issue in issues if issue.rule == "87"] == [Severity.WARNING]


def test_the_rows_of_parts_name_their_numbers() -> None:
    rules = {rule.id: rule for rule in RULES.on_tables if isinstance(rule, RowAtMost)}
    assert {
        rules[key].where_names["row"] for key in ("E20.T1.059_060", "E20.T1.061_068", "E20.T4.197_199")
    } == {
        "59 + 60",
        "61–68",
        "197 + 198 + 199",
    }
