"""The declared rules are the official ones: wording, severity and every parameter."""

from __future__ import annotations

from itertools import pairwise
from string import Formatter

import pytest

from forms.model.rules.record_rule import ClassSize
from forms.model.rules.rule import (
    Rule,
    TableRule,
    WithinNorm,
)
from forms.model.text import clean
from forms.report.checking.message_words import TYPE_WORDS
from forms.sets.mn2019.catalogues import catalogue
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.norms import CLASS_SIZE
from forms.sets.mn2019.rules.book import RULES
from tests.builders import official, rule_facts
from tests.forms.official_form import CARRIED_OUT, WORDS, facts_of, sentence_of

OFFICIAL = [*RULES.on_tables, *RULES.on_records]
NUMBERED = [rule for rule in OFFICIAL if not rule.id.startswith("X.")]


@pytest.mark.parametrize("rule", NUMBERED, ids=lambda rule: rule.id)
def test_a_rule_says_and_does_what_the_official_one_says(rule: Rule) -> None:
    fact = rule_facts()[rule.id]
    left_out = WORDS | CARRIED_OUT.get(fact["kind"], set())
    if rule.id in ("E49", "E50"):
        left_out |= {"issue_field", "record", "severity_from"}
    found = {key: value for key, value in facts_of(rule).items() if key not in left_out}
    assert found == {key: value for key, value in fact.items() if key not in left_out}


@pytest.mark.parametrize("rule", OFFICIAL, ids=lambda rule: rule.id)
def test_a_message_has_the_official_words_and_places(rule: Rule) -> None:
    fact = rule_facts()[rule.id]
    sentence = sentence_of(rule)
    assert sentence == fact["message_vi"]
    assert rule.severity.value == fact["severity"]
    assert clean(sentence) == sentence
    assert {name for _, name, _, _ in Formatter().parse(sentence) if name} == set(fact["placeholders"])


@pytest.mark.parametrize("rule", NUMBERED, ids=lambda rule: rule.id)
def test_a_rule_reads_the_tables_that_the_official_one_names(rule: Rule) -> None:
    if not isinstance(rule, TableRule) or rule.id == "W25":
        return
    facts = facts_of(rule)
    named = {facts["table"]} if "table" in facts else set(facts.get("tables", ()))
    for side in ("left", "right", "if", "then", "needs", "needs_one_session"):
        named |= {term[0] for term in facts.get(side, []) if isinstance(term, list) and term[0][0] == "T"}
    named |= {facts["teachers"][0]} if "teachers" in facts else set()
    named |= {row[:2] for row in facts.get("rows", []) if isinstance(row, str) and row[0] == "T"}
    if named:
        assert named == set(rule_facts()[rule.id]["tables"])


def test_the_norms_are_the_known_ones_with_their_days_and_certainty() -> None:
    declared = [
        {
            "key": norm.key,
            "from": norm.since.isoformat(),
            "to": norm.until and norm.until.isoformat(),
            "limits": dict(norm.limits),
            "document": norm.document,
            "certainty": norm.certainty,
        }
        for norm in FORM.norms
    ]
    assert declared == official("norms")["in_force"]
    assert all(norm.source for norm in FORM.norms)
    assert all(norm.note for norm in FORM.norms if not norm.limits)


def test_a_norm_of_class_sizes_knows_every_age_group() -> None:
    groups = {item.code for item in catalogue("age_groups").items}
    assert all(norm.limits.keys() == groups for norm in FORM.norms if norm.key == CLASS_SIZE)


def test_no_two_norms_of_a_key_are_in_force_on_one_day() -> None:
    for key in {norm.key for norm in FORM.norms}:
        own = [norm for norm in FORM.norms if norm.key == key]
        assert all(first.until and first.until < second.since for first, second in pairwise(own))


def test_a_rule_names_a_norm_that_there_is() -> None:
    asked = {rule.norm for rule in OFFICIAL if isinstance(rule, ClassSize | WithinNorm)}
    assert asked == {norm.key for norm in FORM.norms}


def test_the_words_of_the_types_are_the_official_ones() -> None:
    words = {
        kind.value: {"type": wanted, "example": example} for kind, (wanted, example) in TYPE_WORDS.items()
    }
    assert words == official("rules")["type_words"]


def test_every_rule_on_tables_names_existing_rows_and_columns() -> None:
    for rule in NUMBERED:
        facts = facts_of(rule)
        for key in ("left", "right", "parts", "part", "whole"):
            for number in facts.get(key, []):
                if isinstance(number, int):
                    assert number in FORM.table_by_id[facts["table"]].row_by_number
                elif isinstance(number, list) and len(number) == 4:
                    table = FORM.table_by_id[number[0]]
                    assert number[1] in table.row_by_number
                    assert number[2] in table.by_block["TONG"]
