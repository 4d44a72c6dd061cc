"""Of many records those are found that the rules speak of, and what was asked once for many holds for each of them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from forms.dossier.content import Content, Edit, apply
from forms.model.issue import Issue
from forms.model.values import Value
from forms.report.checking import checker
from forms.report.checking.checker import Checker
from forms.report.checking.many_records import at_a_glance
from forms.report.checking.many_records.at_a_glance import Glance
from forms.report.checking.many_records.remembered_records import MANY, RulesOnRecords
from forms.report.checking.on_records import issues_of_record, issues_of_rule
from forms.report.checking.record_view import RecordView
from tests.builders import example
from tests.forms.damaged_records import damaged
from tests.forms.rule_cases import TODAY


def _rules(content: Content, record: str) -> RulesOnRecords:
    switched_on = frozenset(("W05",))
    return checker._Rules(content.form, content.form.rules, switched_on).on_records[record]


@pytest.mark.parametrize("seed", range(12))
def test_whoever_is_passed_over_says_nothing_and_the_answers_are_its_own(seed: int) -> None:
    content = damaged(seed, children=160)
    passed_over = 0
    for record in content.form.record_by_key:
        rules = _rules(content, record)
        glance = Glance(rules.on_fields, rules.on_one, content.roster.columns(record), TODAY)
        answers = glance.answers_beyond()
        for place, subject in enumerate(content.roster.of(record)):
            view = RecordView(subject, TODAY)
            issues = issues_of_record(rules.on_fields, rules.on_one, view)
            asked = [issue for ask in glance.asks.get(place, ()) for issue in ask(RecordView(subject, TODAY))]
            assert sorted(asked, key=str) == sorted(issues, key=str), subject.place
            if not asked:
                for noted, told in zip(view.answers_by_reach(), answers[place], strict=True):
                    assert {*noted} <= {*told}, subject.place
                passed_over += 1
    assert passed_over > 20


def test_nobody_is_suspected_where_all_is_right() -> None:
    content = example()
    for record in content.form.record_by_key:
        rules = _rules(content, record)
        glance = Glance(rules.on_fields, rules.on_one, content.roster.columns(record), TODAY)
        spoken = {
            place
            for place, subject in enumerate(content.roster.of(record))
            if issues_of_record(rules.on_fields, rules.on_one, RecordView(subject, TODAY))
        }
        assert glance.asks.keys() == spoken, record


def test_a_rule_is_asked_as_often_of_ten_times_as_many_children(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def asking(rule: Any, view: RecordView) -> Iterable[Issue]:
        asked.append(rule)
        return issues_of_rule(rule, view)

    monkeypatch.setattr(at_a_glance, "issues_of_rule", asking)
    counts = []
    for times in (1, 10):
        content = example()
        children = [*content.records("children").values()]
        more = {f"c{number:04}": children[number % len(children)] for number in range(len(children) * times)}
        content = Content({**content.tree, "children": more})
        rules = _rules(content, "child")
        asked.clear()
        Glance(rules.on_fields, rules.on_one, content.roster.columns("child"), TODAY)
        counts.append(len(asked))
    assert counts[0] == counts[1] > 0


def test_what_is_said_of_one_with_words_from_elsewhere_follows_them() -> None:
    """W41 names the class: it is renamed, and no child is another."""
    before = example()
    (ref, group), *_ = before.records("classes").items()
    child, *_ = before.records("children").values()
    here = {**child, "class_code": group["code"], "boarding": True}
    eats_here = {f"c{number:04}": here for number in range(2 * MANY)}
    asked_once = Checker()
    content = Content({**before.tree, "children": eats_here, "classes": {ref: {**group, "boarding": False}}})
    assert len([issue for issue in asked_once(content, TODAY) if issue.rule == "W41"]) == len(eats_here)
    renamed = apply(content, [Edit(("classes", ref, "name"), group["name"], "Lớp Mới")])
    issues = asked_once(renamed, TODAY)
    assert issues == Checker()(Content(dict(renamed.tree)), TODAY)
    assert all("Lớp Mới" in issue.message for issue in issues if issue.rule == "W41")


def test_a_rule_that_reads_the_record_itself_is_asked_of_each() -> None:
    content = example()
    someone, *_ = content.records("staff").values()
    speakers = {
        f"s{number:04}": {**someone, "language": "01", **({"language_level": "01"} if number % 2 else {})}
        for number in range(1, 41)
    }
    content = Content({**content.tree, "staff": speakers})
    rules = _rules(content, "staff")
    glance = Glance(rules.on_fields, rules.on_one, content.roster.columns("staff"), TODAY)
    said = {
        place: [
            issue.rule for ask in asks for issue in ask(RecordView(subject, TODAY)) if issue.rule == "E48"
        ]
        for place, (subject, asks) in enumerate(
            (subject, glance.asks.get(place, ())) for place, subject in enumerate(content.roster.of("staff"))
        )
    }
    assert [len(rules) for _, rules in sorted(said.items())] == [0, 1] * 20


def test_a_field_is_demanded_by_what_another_means_not_by_what_it_equals() -> None:
    """1 equals True, and is no answer of a yes/no field."""
    content = example()
    child, *_ = content.records("children").values()
    alike = {key: value for key, value in child.items() if key != "boarding_kind"}
    boarding: list[Value] = [1, True, Decimal(1)] * 10
    children = {f"c{number:04}": {**alike, "boarding": value} for number, value in enumerate(boarding)}
    content = Content({**content.tree, "children": children})
    rules = _rules(content, "child")
    glance = Glance(rules.on_fields, rules.on_one, content.roster.columns("child"), TODAY)
    for place, subject in enumerate(content.roster.of("child")):
        asked = [issue for ask in glance.asks.get(place, ()) for issue in ask(RecordView(subject, TODAY))]
        issues = issues_of_record(rules.on_fields, rules.on_one, RecordView(subject, TODAY))
        assert sorted(asked, key=str) == sorted(issues, key=str), boarding[place]
