"""All rules of a form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from forms.model.rules.readiness_rule import ReadinessRule
from forms.model.rules.rule import (
    Rule,
    TableRule,
)


class RuleBook:
    """The rules of a form: on tables, on records, on the report as a whole. Their ids are unique."""

    def __init__(
        self,
        on_tables: tuple[TableRule, ...],
        on_records: tuple[Rule, ...],
        on_report: tuple[ReadinessRule, ...] = (),
    ) -> None:
        self.on_tables = on_tables
        self.on_records = on_records
        self.on_report = on_report

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """Id → rule."""
        return {rule.id: rule for rule in (*self.on_tables, *self.on_records, *self.on_report)}
