"""All rules of a form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from forms.model.rules.rule import (
    Rule,
    TableRule,
)


class RuleBook:
    """The rules of a form: those that read tables and those of records. Their ids are unique."""

    def __init__(self, on_tables: tuple[TableRule, ...], on_records: tuple[Rule, ...]) -> None:
        self.on_tables = on_tables
        self.on_records = on_records

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """Id → rule."""
        return {rule.id: rule for rule in (*self.on_tables, *self.on_records)}
