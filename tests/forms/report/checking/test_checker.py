"""A checker that remembers what it found gives what a fresh one gives, whatever was edited in between."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.dossier.content import Content, Edit, apply, difference
from forms.dossier.roster import reach
from forms.model.condition import EVERYONE, Absent, AllOf, AnyOf, Condition, Present, at_least, one_of
from forms.model.issue import Issue, Severity
from forms.model.rules.record_rule import (
    Compare,
    EveryField,
    Never,
    Unique,
)
from forms.model.rules.rule import (
    AreaPerChild,
    BlockSum,
    CellType,
    ColumnAtMost,
    ColumnLinear,
    ColumnSum,
    ForeignBlocksZero,
    Implies,
    KindDivisions,
    KindRow,
    Linear,
    Positive,
    RowAtMost,
    RowColumnsEqual,
    RowEqual,
    RowSum,
    Rule,
    TableEmpty,
    TableRule,
    TeacherNeed,
    Where,
    WithinNorm,
    YearChange,
    Zero,
)
from forms.model.rules.rule_book import (
    RuleBook,
)
from forms.model.table import Row, Table
from forms.report.checking.across_rows import ACROSS_ROWS
from forms.report.checking.checker import Checker
from forms.report.checking.in_one_row import IN_ONE_ROW
from forms.report.checking.many_records import remembered_records
from forms.report.checking.on_records import ON_ONE_RECORD, issues_of_record
from forms.report.checking.readiness import ON_REPORT
from forms.report.checking.record_view import RecordView
from forms.report.checking.table_view import TableView, issue_at_cell
from forms.report.figures import FiguresOf
from forms.report.staleness import StaleCellsOf
from forms.sets import newest
from forms.sets.form_set import Reach
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.rules.book import RULES
from forms.sets.mn2019.tables import TABLES
from tests.builders import cells, example, example_package, facility, imported, record, retaken, unread
from tests.forms.rule_cases import TODAY

KEYS: dict[str, dict[str, list[Any]]] = {
    "facility": {
        "ownership": ["01", "02", "03", "09", None], "kind": ["01", "04", "19", "77", None], "region": ["03", "05"],
        "room_area_m2": [1, 60, None], "ward_registered": [True, False], "district": ["760", "761"],
    },
    "classes": {
        "code": ["NT1", "MG1", None], "name": ["Lớp Lá", "Lớp Mầm"], "division": ["16", "17", "99", None],
        "age_group": ["01", "03", "06", None], "mixed_ages": ["0", "2", "4"], "boarding": [True, False],
    },
    "children": {
        "class_code": ["NT1", "MG1", "X"], "name": ["An", "Bình", None], "birth_date": ["2017-05-15", "2014-01-01"],
        "sex": ["01", "02"], "status": ["01", "04", "77"], "disability": ["02", None], "boarding": [True, False],
        "fee_support": ["2", None],
    },
    "staff": {
        "code": ["CB01", "GV01"], "email": ["a@b.vn", "A@B.vn", None], "id_number": ["024567890", "079180001234"],
        "birth_date": ["1980-02-12", "2003-01-01", unread("?")], "role": ["01", "31", None], "position": ["01", "03"],
    },
}  # fmt: skip
REFS = {"classes": "k", "children": "c", "staff": "s"}


@st.composite
def edited(draw: st.DrawFn) -> list[Content]:
    """The example after one edit, after two, ..."""
    steps = [example()]
    for number in range(draw(st.integers(1, 5))):
        steps.append(_edited_once(draw, steps[-1], number))
    return steps


def _edited_once(draw: st.DrawFn, content: Content, number: int) -> Content:
    kind = draw(
        st.sampled_from(["facility", "classes", "children", "staff", "take", "cells", "remove", "add"])
    )
    if kind == "take":
        return retaken(content)
    if kind == "cells":
        value = draw(st.sampled_from([0, 1, 9, None, unread("x")]))
        cell = draw(
            st.sampled_from([("T1", 70), ("T2", 120), ("T2", 89), ("T3", 158), ("T4", 197), ("T5", 17)])
        )
        if content.roster.facility.get("ownership") in (None, "02"):
            return content
        measure = {"T1": "total", "T4": "permanent", "T5": "settled"}.get(cell[0], "total")
        return cells(*cell, **{measure: value})(content)
    if kind == "facility":
        key = draw(st.sampled_from(sorted(KEYS[kind])))
        return facility(**{key: draw(st.sampled_from(KEYS[kind][key]))})(content)
    place = kind if kind in REFS else draw(st.sampled_from(sorted(REFS)))
    records = dict(content.records(place))
    if kind == "add" or not records:
        source = draw(st.sampled_from(sorted(example().records(place))))
        records[f"{REFS[place]}{100 + number:04}"] = example().records(place)[source]
    else:
        ref = draw(st.sampled_from(sorted(records)))
        if kind == "remove":
            del records[ref]
        else:
            key = draw(st.sampled_from(sorted(KEYS[place])))
            value = draw(st.sampled_from(KEYS[place][key]))
            return record(f"{place}/{ref}", **{key: value})(content)
    return Content({**content.tree, place: records})


# Rules that nobody has written yet

PATHS = {
    "child": ["sex", "status", "boarding", "division", "full_day", "age_months", "counted", "class.boarding",
              "class.mixed_ages", "class.size", "class.has_disabled", "class.facility.kind", "facility.kind",
              "facility.region", "facility.class_count"],
    "class": ["division", "mixed", "size", "disabled_children", "has_disabled", "facility.kind", "facility.class_count"],
    "staff": ["sex", "counted", "role", "is_minority", "facility.ward_registered", "facility.class_count"],
    "facility": ["kind", "ownership", "region", "ward_registered", "class_count"],
}  # fmt: skip
ROWS = {"T1": [55, 56, 69, 70], "T2": [83, 84, 89, 120], "T3": [123, 158, 168], "T4": [194, 197, 203]}


class FigureWanted(TableRule):
    """A kind that is not there yet: a row of its table has a figure, unless the profile has another kind."""

    table: str


def figure_wanted(rule: FigureWanted, view: TableView, table: Table, row: Row) -> Iterator[Issue]:
    column = next(view.columns(table))
    assert row.ma_so is not None and view.facility is not None
    if view.facility.get("kind") != "19" and not view.value(table, row.ma_so, column.key):
        yield issue_at_cell(rule, table, row, column)


def looks_elsewhere(rule: FigureWanted, view: TableView, table: Table, row: Row) -> Iterator[Issue]:
    yield from ()
    if view.term(("T4", 194, "total", 1), "TONG") > 1 and not view.typed(table, row):
        yield issue_at_cell(rule, table, row, next(view.columns(table)))


class LooksElsewhere(FigureWanted):
    """A kind that looks from each row of its table at a row of another."""


@pytest.fixture(autouse=True)
def _kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(IN_ONE_ROW, FigureWanted, figure_wanted)
    monkeypatch.setitem(IN_ONE_ROW, LooksElsewhere, looks_elsewhere)


def conditions(record: str) -> st.SearchStrategy[Condition]:
    """Conditions on everything that a record of that type can be asked."""
    path = st.sampled_from(PATHS[record])
    value = st.sampled_from(["01", "02", "04", "16", "19", "0", "2", True, False, 1, 2, 3])
    one = st.one_of(
        st.builds(one_of, path, value),
        st.builds(Present, path),
        st.builds(Absent, path),
        st.builds(at_least, st.sampled_from([each for each in PATHS[record] if each.endswith(("size", "count"))] or ["none"]), st.integers(0, 4)),
    )  # fmt: skip
    return st.one_of(one, st.builds(AllOf, st.tuples(one, one)), st.builds(AnyOf, st.tuples(one, one)))


@st.composite
def record_rules(draw: st.DrawFn, number: int) -> Rule:
    record = draw(st.sampled_from(["child", "class", "staff", "facility"]))
    more = {"class": "|{code}", "child": "|{class_name}", "staff": "", "facility": ""}[record]
    common: dict[str, Any] = {
        "id": f"N{number}", "severity": Severity.ERROR, "record": record, "when": draw(conditions(record)),
        "message": "{record}|{name}" + more,
    }  # fmt: skip
    kind = draw(st.sampled_from(["never", "compare", "unique"]))
    if kind == "never":
        return Never(**common)
    if kind == "compare":
        path = draw(st.sampled_from(PATHS[record]))
        return Compare(**common | {"message": "{name}|{value}"}, path=path, op="in", limit=("01", "02"))
    fields = draw(st.lists(st.sampled_from(PATHS[record]), min_size=1, max_size=2))
    return Unique(**common, fields=tuple(fields))


@st.composite
def table_rules(draw: st.DrawFn, number: int) -> TableRule:
    table = draw(st.sampled_from(sorted(ROWS)))
    row, other = (draw(st.sampled_from(ROWS[table])) for _ in range(2))
    elsewhere = draw(st.sampled_from(sorted(ROWS)))
    there = (elsewhere, draw(st.sampled_from(ROWS[elsewhere])), "total", 1)
    common: dict[str, Any] = {
        "id": f"N{number}", "severity": Severity.WARNING, "where": Where.ROW, "message": "",
        "applies_when": draw(st.one_of(st.just(EVERYONE), conditions("facility"))),
    }  # fmt: skip
    here = (table, row, "total", 1)
    rule = draw(
        st.sampled_from(
            [
                RowAtMost(**common, table=table, part=(row,), whole=(other,), at=(table, row)),
                RowEqual(**common, table=table, left=(row,), right=(other,), at=(table, other)),
                RowSum(**common, table=table, total=row, parts=(other,)),
                Linear(**common, left=(here,), op="<=", right=(there,), at=(table, row)),
                WithinNorm(**common, term=here, norm="ward_group"),
                Implies(**common, given=(here,), then=(there,), at=(table, row)),
                Zero(**common, table=table, row=row),
                KindRow(**common, field="kind", table=table, rows=((row, ("01", "19")),)),
                KindDivisions(**common, table=table, field="kind", zero=(("04", (row,)),), positive=(("19", (row,)),)),
                AreaPerChild(**common, field="room_area_m2", children=(table, row), minimum="2"),
                TeacherNeed(**common, needs=((table, row, 2),), teachers=there[:2]),
                YearChange(**common, rows=(("T2", 83),), ratio="0.1", base=1),
                CellType(**common, tables=(table,)),
                BlockSum(**common, tables=(table,)),
                ForeignBlocksZero(**common, tables=(table,)),
                ColumnSum(**common, table="T4", total="permanent", parts=("temporary", "semi_permanent")),
                RowColumnsEqual(**common, table="T2", row=84, pairs=(("total", "female"),)),
                ColumnAtMost(**common, tables=("T2",), pairs=(("total", "female"),)),
                ColumnLinear(**common, tables=("T2",), left=(("total", 1),), right=(("female", 1),)),
                TableEmpty(**common, table=table),
                Positive(**common, table="T5", row=16, measure="settled"),
                FigureWanted(**common, table=table),
                LooksElsewhere(**common, table=table),
            ]
        )
    )  # fmt: skip
    words = {
        KindRow: "{kind}|{value}|{limit}", ForeignBlocksZero: "{ownership}|{value}", TableEmpty: "{ownership}|{value}",
        KindDivisions: "{kind}|{row}|{value}", CellType: "{value}", YearChange: "{previous}|{value}",
    }.get(type(rule), "{column}" if not isinstance(rule, AreaPerChild) else "{name}|{value}")  # fmt: skip
    where = Where.PROFILE_FIELD if isinstance(rule, KindDivisions | AreaPerChild) else Where.ROW
    return rule.but(message=words, where=where)


@st.composite
def books(draw: st.DrawFn) -> RuleBook:
    """The rules of the form with some more."""
    on_tables = [draw(table_rules(number)) for number in range(draw(st.integers(0, 4)))]
    on_records = [draw(record_rules(100 + number)) for number in range(draw(st.integers(1, 5)))]
    return RuleBook((*RULES.on_tables, *on_tables), (*RULES.on_records, *on_records), RULES.on_report)


SETTINGS: dict[str, Any] = {"previous": {"T2": {"083": {"TONG.total": 8}}}, "switched_on": ("W05",)}


def at_a_glance() -> Any:
    """Inside, all records that are asked again are looked at together, be they few."""
    return patch.object(remembered_records, "MANY", 1)


def one_by_one() -> Any:
    """Inside, each record is asked for itself."""
    return patch.object(remembered_records, "MANY", sys.maxsize)


@pytest.mark.slow
@settings(
    max_examples=settings.default.max_examples if settings.default else 50,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(edited(), books(), st.lists(st.sampled_from([TODAY, date(2017, 1, 1)]), min_size=7, max_size=7))
@pytest.mark.parametrize("looking", [at_a_glance, one_by_one])
def test_what_is_remembered_is_what_a_fresh_checker_says(
    looking: Callable[[], Any], steps: list[Content], rules: RuleBook, days: list[date]
) -> None:
    remembering, content = Checker(**SETTINGS, rules=rules), steps[0]
    for number, (step, day) in enumerate(zip([*steps, steps[0]], days, strict=False)):
        # edits say which records they touch, a tree of its own does not
        content = apply(content, difference(content, step)) if number % 2 else content.but(step.tree)
        anew = Content(dict(step.tree))
        fresh = Checker(**SETTINGS, rules=rules)
        with one_by_one():
            issues = fresh(anew, day)
        with looking():
            assert remembering(content, day) == issues
        assert remembering.stale_cells_of(content) == StaleCellsOf()(anew)
        assert _linked(content) == _linked(anew)
        places = {issue.place.record or issue.place.table or "" for issue in issues}
        assert {p: remembering.issues_of(p) for p in places} == {p: fresh.issues_of(p) for p in places}


def _linked(content: Content) -> list[tuple[Any, ...]]:
    """Every record of the roster with its class and the members that are its own."""
    return [
        (
            subject.place,
            subject.number,
            subject.record,
            group and (group.place, group.record, group.get("size")),
            [(member.place, member.record) for member in subject.members],
        )
        for subject in content.roster.everyone()
        for group in (subject.related("class"),)
    ]


def test_a_record_that_comes_back_as_it_was_has_its_issues_again() -> None:
    three = [{"name": f"Người Mẫu {number}"} for number in range(3)]
    whole = imported({**example_package(), "staff": three})
    records = list(whole.records("staff").items())
    for places in ([2], [0], [0, 1], [1, 2], [0, 1, 2]):
        remembering, content = Checker(**SETTINGS), whole
        remembering(content, TODAY)
        for edits in (
            [Edit(("staff", records[place][0]), records[place][1], None) for place in places],
            [Edit(("staff", records[place][0]), None, records[place][1], place) for place in places],
        ):
            content = apply(content, edits)
            assert remembering(content, TODAY) == Checker(**SETTINGS)(Content(content.tree), TODAY), places


def test_after_an_edit_only_what_it_touches_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def asking(*arguments: Any) -> list[Issue]:
        asked.append(arguments[-1].place)
        return issues_of_record(*arguments)

    monkeypatch.setattr("forms.report.checking.many_records.remembered_records.issues_of_record", asking)
    check, before = Checker(), example()
    with one_by_one():
        check(before, TODAY)
    everyone = [subject.place for subject in before.roster.everyone()]
    assert asked == everyone
    asked.clear()
    after = record("children/c0001", phone="0900000001")(before)
    check(after, TODAY)
    assert asked == ["children/c0001"]
    asked.clear()
    check(after, TODAY)
    assert asked == []


def with_rule(rule: Rule) -> RuleBook:
    if isinstance(rule, TableRule):
        return RuleBook((*RULES.on_tables, rule), RULES.on_records)
    return RuleBook(RULES.on_tables, (*RULES.on_records, rule))


def test_a_rule_on_children_may_look_at_the_profile() -> None:
    rule = Never(
        id="N1",
        severity=Severity.ERROR,
        record="child",
        when=one_of("facility.kind", "05"),
        message="không hợp",
    )
    check = Checker(rules=with_rule(rule))
    before, after = example(), facility(kind="05")(example())
    assert not [issue for issue in check(before, TODAY) if issue.rule == "N1"]
    assert len([issue for issue in check(after, TODAY) if issue.rule == "N1"]) == len(
        after.records("children")
    )


def test_a_rule_may_ask_for_a_figure_in_a_row_of_zeros() -> None:
    rule = FigureWanted(id="N1", severity=Severity.ERROR, table="T1", message="chưa có số")
    rows = {
        issue.place.row
        for issue in Checker(rules=with_rule(rule))(retaken(facility(kind="04")(example())), TODAY)
        if issue.rule == "N1"
    }
    assert "001" in rows


def test_a_rule_in_one_row_may_look_at_another_table() -> None:
    rule = LooksElsewhere(id="N1", severity=Severity.ERROR, table="T1", message="xem biểu 4")
    check = Checker(rules=with_rule(rule))
    few, many = cells("T4", 194, permanent=1)(example()), cells("T4", 194, permanent=3)(example())
    assert not [issue for issue in check(few, TODAY) if issue.rule == "N1"]
    assert [issue for issue in check(many, TODAY) if issue.rule == "N1"]


def test_a_rule_on_children_may_look_at_the_size_of_their_class() -> None:
    rule = Never(
        id="N1", severity=Severity.ERROR, record="child", when=at_least("class.size", 1), message="đông"
    )
    check = Checker(rules=with_rule(rule))
    content = example()
    before = [issue.place.record for issue in check(content, TODAY) if issue.rule == "N1"]
    # the others of a class stay as they are when one of them is counted no more
    for ref in list(content.records("children"))[:-1]:
        content = record(f"children/{ref}", status="04")(content)
    fresh = Checker(rules=with_rule(rule))(content, TODAY)
    assert check(content, TODAY) == fresh
    assert before != [issue.place.record for issue in fresh if issue.rule == "N1"]


def test_the_day_is_that_of_each_check() -> None:
    check = Checker()
    born = record("children/c0001", birth_date="2019-09-20")(example())
    assert "E43" in {issue.rule for issue in check(born, TODAY)}
    assert "E43" not in {issue.rule for issue in check(born, date(2019, 9, 20))}
    assert "E43" in {issue.rule for issue in check(born, TODAY)}


def test_a_list_rule_is_for_the_records_that_it_names() -> None:
    rule = Unique(
        id="N1", severity=Severity.ERROR, record="child", fields=("facility.kind",), when=one_of("sex", "02"), message="trùng"
    )  # fmt: skip
    check = Checker(rules=with_rule(rule))
    girls = sum(each["sex"] == "02" for each in example().records("children").values())
    assert len([issue for issue in check(example(), TODAY) if issue.rule == "N1"]) == girls - 1


@pytest.mark.parametrize("kind", [kind for kind in IN_ONE_ROW if kind.holds_for_zeros])
def test_a_kind_that_holds_for_zeros_says_nothing_of_them(kind: type[TableRule]) -> None:
    rules = [rule for rule in RULES.on_tables if type(rule) is kind]
    assert rules
    blank = Content({key: part for key, part in example().tree.items() if key not in ("cells", "taken")})
    figures = FiguresOf()(Content({**blank.tree, "taken": {}}))
    profile = RecordView(blank.roster.facility, TODAY)
    view = TableView(figures, {}, (figures.block or "",), facility=profile)
    for rule in rules:
        for table in TABLES:
            if table.id in (getattr(rule, "tables", None) or (getattr(rule, "table", ""),)):
                for row in table.data_rows:
                    assert view.is_blank(table, row)
                    assert not list(IN_ONE_ROW[kind](rule, view, table, row))


def test_every_kind_of_rule_is_carried_out_once() -> None:
    def leaves(kind: type[Rule]) -> set[type[Rule]]:
        below = {leaf for sub in kind.__subclasses__() for leaf in leaves(sub)}
        return below or {kind}

    ours = {kind for kind in leaves(Rule) if kind.__module__.startswith("forms.")}
    carried_out = [*IN_ONE_ROW, *ACROSS_ROWS, *ON_ONE_RECORD, *leaves(EveryField), Unique, *ON_REPORT]
    assert {kind for kind in carried_out if kind.__module__.startswith("forms.")} == ours
    assert len(carried_out) == len(set(carried_out))


def test_a_value_is_read_from_the_record_alone() -> None:
    """``issues_of_fields`` and ``RecordView`` rest on it: what a field means and demands hangs on its own record."""
    for kind in FORM.records:
        for item in kind.fields:
            for condition in (item.coded_when, item.required.when):
                paths = condition.paths() if condition else ()
                assert {reach(newest(), kind.key, path) for path in paths} <= {Reach.RECORD}
