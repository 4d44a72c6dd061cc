"""The declarations turned back into the shape of the official facts, so that the two can be compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from forms.model.condition import EVERYONE, Absent, AllOf, AnyOf, Between, Condition, NoneOf, OneOf, Present
from forms.model.record import Required
from forms.model.rules import (
    record_rule as r,
)
from forms.model.rules import (
    rule as k,
)
from forms.model.rules.rule import (
    Rule,
)
from forms.report.checking.where_words import WHERE
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.tables.columns import MEASURES
from tests.builders import rule_facts

Facts = dict[str, Any]


def query_of(condition: Condition, prefix: str = "") -> Facts:
    """A conjunction as the official queries write it."""
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    found: Facts = {}
    for part in parts:
        assert isinstance(part, OneOf | Between | Present), part
        path = prefix + part.path
        assert path not in found
        found[path] = _wanted(part)
    return found


def _wanted(part: Condition) -> Any:
    if isinstance(part, OneOf):
        return True if part.values[0] is True else list(part.values)
    if isinstance(part, Between):
        bounds = {"min": part.low, "max": part.high}
        return {key: bound for key, bound in bounds.items() if bound is not None}
    return {"empty": False}


def grammar_of(condition: Condition) -> Facts:
    """A condition as the mandatory fields write it."""
    match condition:
        case OneOf():
            return {"field": condition.path, "in": list(condition.values)}
        case NoneOf():
            return {"field": condition.path, "not_in": list(condition.values)}
        case Absent():
            return {"field": condition.path, "empty": True}
        case Present():
            return {"field": condition.path, "empty": False}
        case AllOf():
            return {"all": [grammar_of(part) for part in condition.parts]}
        case AnyOf():
            return {"any": [grammar_of(part) for part in condition.parts]}
    raise TypeError(condition)


def required_of(required: Required) -> Any:
    """When a field is mandatory."""
    if required.when is not None:
        return {"when": grammar_of(required.when)}
    return "always" if required.always else "never"


def _terms(terms: tuple[k.Term, ...]) -> list[list[Any]]:
    return [list(term) for term in terms]


def _pairs(pairs: tuple[tuple[Any, Any], ...]) -> list[list[Any]]:
    return [list(pair) for pair in pairs]


def _row_equal(rule: k.RowEqual) -> Facts:
    found: Facts = {"kind": "equal", "table": rule.table, "left": list(rule.left), "right": list(rule.right)}
    if rule.measures:
        found["measures"] = list(rule.measures)
    if rule.only_less:
        found["when_left_less"] = True
    return found


def _linear(rule: k.Linear) -> Facts:
    found: Facts = {
        "kind": "lower_bound" if rule.id.startswith(("E32.", "E33.")) else "linear",
        "left": _terms(rule.left),
        "op": rule.op,
        "right": _terms(rule.right),
    }
    if rule.constant:
        found["constant"] = rule.constant
    if rule.round_up:
        found["round_right"] = "up"
    return found


def _column_sum(rule: k.ColumnSum) -> Facts:
    found: Facts = {"kind": "column_sum", "total": rule.total, "parts": list(rule.parts)}
    return found | ({"blocks": [rule.block]} if rule.block else {})


def _kind_divisions(rule: k.KindDivisions) -> Facts:
    by_kind: dict[str, Facts] = {}
    for name, sides in (("zero", rule.zero), ("positive", rule.positive)):
        for kind, rows in sides:
            by_kind.setdefault(kind, {})[name] = list(rows)
    return {"kind": "kind_divisions", "table": rule.table, "by_kind": by_kind, "issue_field": "kind"}


def _teacher_need(rule: k.TeacherNeed) -> Facts:
    found: Facts = {
        "kind": "teacher_need",
        "needs": [list(need) for need in rule.needs],
        "teachers": list(rule.teachers),
    }
    if rule.needs_one_session and rule.one_session_row:
        table, row = rule.one_session_row
        found["needs_one_session"] = [list(need) for need in rule.needs_one_session]
        found["one_session_when"] = {f"{table}.{row:03}": 0}
    return found


def _record(rule: r.RecordRule, own: Facts) -> Facts:
    found: Facts = {"kind": "record", "record": rule.record, "issue_field": rule.field, **own}
    if rule.when != EVERYONE:
        found["when"] = {
            path: [True] if wanted is True and path != "counted" else wanted
            for path, wanted in query_of(rule.when).items()
        }
    return found


def _compare(rule: r.Compare) -> Facts:
    limit = list(rule.limit) if isinstance(rule.limit, tuple) else rule.limit
    return _record(rule, {"assert": [rule.path, rule.op, limit]})


def _class_size(rule: r.ClassSize) -> Facts:
    found: Facts = {"kind": "class_size", "issue_field": None, "norm": rule.norm}
    return found | ({"floor_ratio": float(rule.floor_ratio)} if rule.floor_ratio else {})


_SHAPES: dict[type[Rule], Callable[[Any], Facts]] = {
    k.CellType: lambda rule: {"kind": "cell_type", "tables": list(rule.tables)},
    k.BlockSum: lambda rule: {
        "kind": "block_sum",
        "tables": list(rule.tables),
        "total_block": FORM.total_block,
        "part_blocks": list(FORM.owned_blocks),
    },
    k.ForeignBlocksZero: lambda rule: {"kind": "foreign_blocks_zero", "tables": list(rule.tables)},
    k.ColumnAtMost: lambda rule: {
        "kind": "column_at_most",
        "tables": list(rule.tables),
        "pairs": _pairs(rule.pairs),
    },
    k.ColumnLinear: lambda rule: {
        "kind": "column_linear",
        "tables": list(rule.tables),
        "left": _pairs(rule.left),
        "op": "<=",
        "right": _pairs(rule.right),
    },
    k.ColumnSum: _column_sum,
    k.RowSum: lambda rule: {
        "kind": "sum",
        "table": rule.table,
        "total": rule.total,
        "parts": list(rule.parts),
    },
    k.RowEqual: _row_equal,
    k.RowAtMost: lambda rule: {
        "kind": "at_most",
        "table": rule.table,
        "part": list(rule.part),
        "whole": list(rule.whole),
    },
    k.RowColumnsEqual: lambda rule: {
        "kind": "row_columns_equal",
        "table": rule.table,
        "row": rule.row,
        "pairs": _pairs(rule.pairs),
    },
    k.Linear: _linear,
    k.WithinNorm: lambda rule: {"kind": "within_norm", "left": _terms((rule.term,)), "norm": rule.norm},
    k.Implies: lambda rule: {"kind": "implies", "if": _terms(rule.given), "then": _terms(rule.then)},
    k.KindRow: lambda rule: {
        "kind": "kind_row",
        "table": rule.table,
        "rows": {str(row): list(kinds) for row, kinds in rule.rows},
    },
    k.KindDivisions: _kind_divisions,
    k.Zero: lambda rule: {"kind": "zero", "table": rule.table, "row": rule.row},
    k.Positive: lambda rule: {
        "kind": "positive",
        "table": rule.table,
        "row": rule.row,
        "measure": rule.measure,
    },
    k.TableEmpty: lambda rule: {"kind": "table_empty", "table": rule.table},
    k.TeacherNeed: _teacher_need,
    k.AreaPerChild: lambda rule: {
        "kind": "area_per_child",
        "children": list(rule.children),
        "min": float(rule.minimum),
    },
    k.YearChange: lambda rule: {
        "kind": "year_change",
        "rows": [f"{table}.{row:03}" for table, row in rule.rows],
        "ratio": float(rule.ratio),
        "min_base": rule.base,
    },
    r.RequiredFields: lambda _rule: {"kind": "required_fields"},
    r.FieldTypes: lambda _rule: {"kind": "field_type"},
    r.MaxLength: lambda _rule: {"kind": "max_length"},
    r.CatalogueMember: lambda _rule: {"kind": "record", "catalogue_member": True},
    r.Identifiers: lambda _rule: {"kind": "record", "identifiers": "identifiers.json"},
    r.Compare: _compare,
    r.Pair: lambda rule: _record(
        rule,
        {"assert_pair": {rule.by: {key: list(codes) for key, codes in rule.allowed}, "field": rule.field}},
    ),
    r.Unique: lambda rule: _record(rule, {"unique": list(rule.fields)}),
    r.Reference: lambda rule: _record(rule, {"reference": [rule.field, rule.target, rule.key]}),
    r.CatalogueMatch: lambda rule: _record(
        rule,
        {
            "catalogue_match": {
                "field": rule.field,
                "catalogue": rule.catalogue,
                "column": rule.attribute,
                "equals": rule.equals,
            }
        },
    ),
    r.AnyComplete: lambda rule: _record(rule, {"any_complete": [list(group) for group in rule.groups]}),
    r.AllEmpty: lambda rule: _record(
        rule, {"assert_empty": list(rule.fields), "issue_field": "the first that is not empty"}
    ),
    r.AgeInGroup: lambda rule: _record(rule, {"age_in_group_of_class": True}),
    r.Never: lambda rule: _record(rule, {"never": True}),
    r.ClassSize: _class_size,
}


def sentence_of(rule: Rule) -> str:
    """The whole sentence, its where before it; what the official one leaves open is left open."""
    open_ones = {name: f"{{{name}}}" for name in rule_facts()[rule.id]["placeholders"]}
    words = {**_words_of_place(rule), **rule.where_names, **open_ones}
    return f"{WHERE[rule.where].format(**words)}: {rule.message}"


def _words_of_place(rule: Rule) -> dict[str, str]:
    match rule:
        case r.RecordRule() | k.KindDivisions() | k.AreaPerChild():
            record = FORM.record_by_key[rule.record if isinstance(rule, r.RecordRule) else "facility"]
            field = record.field_by_key.get(rule.field or "")
            return {"record": record.word, "field": field.label if field else ""}
        case k.RowEqual() | k.RowAtMost() | k.Linear() | k.Implies():
            return _words_of_row(*rule.at)
        case k.WithinNorm():
            return _words_of_row(*rule.term[:2])
        case k.TeacherNeed():
            return _words_of_row(*rule.teachers)
        case k.RowSum():
            return _words_of_row(rule.table, rule.total)
        case k.Zero() | k.RowColumnsEqual():
            return _words_of_row(rule.table, rule.row)
        case k.Positive():
            return {**_words_of_row(rule.table, rule.row), "column": MEASURES[rule.measure].label}
        case k.ColumnSum():
            block = {"block": FORM.tables[0].block_by_key[rule.block].label} if rule.block else {}
            return {"table": FORM.table_by_id[rule.table].title} | block
        case k.TableEmpty() | k.KindRow():
            return {"table": FORM.table_by_id[rule.table].title}
        case k.CellType():
            return {"table": FORM.table_by_id[rule.tables[0]].title}
    return {}


def _words_of_row(table: str, number: int) -> dict[str, str]:
    return {"table": FORM.table_by_id[table].title, "row": str(number)}


def facts_of(rule: Rule) -> Facts:
    """A rule in the shape of its official entry, as far as it is data."""
    found: Facts = {
        "id": rule.id,
        "severity": rule.severity.value,
        "message_vi": sentence_of(rule),
    } | _SHAPES[type(rule)](rule)
    if rule.applies_when != EVERYONE:
        found["applies_when"] = {
            path: [True] if wanted is True else wanted
            for path, wanted in query_of(rule.applies_when, "facility.").items()
        }
    if not rule.enabled:
        found["enabled"] = False
    return found


CARRIED_OUT: Mapping[str, set[str]] = {
    # what a kind does by itself, without a parameter; the tests of the rules hold it
    "cell_type": {"type", "min", "max_decimals", "blank_allowed"},
    "foreign_blocks_zero": {"own_block_from"},
    "kind_row": {"measure", "block"},
    "year_change": {"measure", "block"},
    "class_size": {"unmixed_only"},
    "area_per_child": {"area", "issue_field"},
    "required_fields": {"issue_field", "records", "spec"},
    "field_type": {"issue_field", "record"},
    "max_length": {"issue_field", "record"},
}
WORDS = {"title", "basis", "placeholders", "tables"}
"""Remarks; *tables* where it only tells what the other entries tell."""
