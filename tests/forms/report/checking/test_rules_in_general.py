"""What holds for all rules: each has its tests, the order of issues, what counts as empty, who has no block."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms.dossier.content import Content
from forms.model.issue import Severity
from forms.report.checking.checker import Checker
from forms.sets.mn2019.rules.book import RULES
from tests.builders import (
    Change,
    cells,
    copy_of,
    empty,
    example,
    facility,
    figures,
    imported,
    people_founded,
    public,
    record,
    retaken,
    rule_facts,
    school,
    then,
    typed,
    unread,
)
from tests.forms.report.checking import (
    test_rules_across_tables,
    test_rules_on_columns,
    test_rules_on_records,
    test_rules_on_rows,
    test_rules_on_sums,
)
from tests.forms.rule_cases import TODAY, issues_of, place_of, rules_of

AN, BAO, LAN, MAI, SA = "children/c0001", "children/c0002", "staff/s0001", "staff/s0002", "staff/s0003"


def test_every_official_rule_is_there_and_none_beside() -> None:
    ours = [rule.id for rule in (*RULES.on_tables, *RULES.on_records)]
    assert sorted(ours) == sorted(rule_facts())
    assert len(set(RULES.by_id)) == len(ours) + len(RULES.on_report)
    assert len(rule_facts()) == 159 + 4 + 8


def test_a_year_of_birth_that_is_none_is_told_with_a_year_as_example() -> None:
    (issue,) = issues_of(record(AN, mother_birth_year=unread("1/1/89"))(example()))
    assert issue.message == "«1/1/89» không phải năm gồm 4 chữ số → nhập lại, ví dụ 1988."


def test_every_rule_is_tripped_and_nearly_tripped_by_a_test() -> None:
    modules = (
        test_rules_on_sums,
        test_rules_on_columns,
        test_rules_on_rows,
        test_rules_across_tables,
        test_rules_on_records,
    )
    covered = {case.rule for module in modules for case in module.CASES}
    by_hand = {*test_rules_on_sums.COMPUTED, "E03", "E08"}
    assert covered | by_hand == set(rule_facts())


@pytest.mark.parametrize("base", [example, public, people_founded, school])
def test_the_reports_that_the_tests_begin_with_have_no_issue(base: Callable[[], Content]) -> None:
    assert issues_of(base()) == []


# Order


def test_issues_come_by_table_row_column_and_rule_then_by_record_and_field() -> None:
    content = then(
        figures("T1.55=3", "T2.87=4/2/1/1", "T2.99=2/1/1/1", "T2.100=1"),
        cells("T4", 194, permanent=None),
        facility(code="123", sites=None, room_area_m2=7),
        record("classes/k0002", mixed_ages="4"),
        record(BAO, sex=None, name=None),
        record(AN, religion="77", personal_id="1", father_name="x" * 151),
        record(SA, code="GV01"),
    )(example())
    assert [f"{issue.rule} {place_of(issue)}" for issue in issues_of(content)] == [
        "E10.T1.055 T1/055/TU_THUC",
        "E20.T2.087 T2/087/TU_THUC.total",
        "E20.T2.087 T2/087/TU_THUC.female",
        "W10.100 T2/100/TONG.total",
        "W13.56 T4/194/TONG.total",
        "E49 facility code",
        "E34 facility sites",
        "W25 facility room_area_m2",
        "W46 classes/k0002 mixed_ages",
        "E50 children/c0001 religion",
        "E53 children/c0001 father_name",
        "E49 children/c0001 personal_id",
        "E34 children/c0002 name",
        "E34 children/c0002 sex",
        "E46 staff/s0003 code",
    ]


def test_two_rules_at_one_cell_come_by_rule_id() -> None:
    content = figures("T2.107=4")(example())
    assert rules_of(issues_of(content)) == ["E20.T2.107"]
    both = figures("T2.108=4", "T2.107=2")(example())
    assert rules_of(issues_of(both)) == ["W08.107", "W09.107", "E20.T2.108"]


def test_the_issue_of_no_field_comes_last_in_its_record() -> None:
    content = then(
        *(
            record(child, disability=code)
            for child, code in ((AN, "01"), (BAO, "02"), ("children/c0003", "03"))
        ),
        record("classes/k0001", parents_school=unread("có lẽ")),
    )(example())
    assert rules_of(issues_of(content)) == ["E52", "W47"]


# Ownership without a block


@pytest.mark.parametrize(("ownership", "rules"), [(None, ["E34"]), ("02", ["E51"]), ("77", ["E50"])])
def test_without_a_block_of_its_own_no_rule_reads_a_table(ownership: str | None, rules: list[str]) -> None:
    broken = then(
        figures("T1.55=7", "T2.83=99"),
        typed("T4", 197, {"TU_THUC.permanent": 5}),
        typed("T5", 17, {"settled": unread("x")}),
        facility(ownership=ownership, room_area_m2=1, ward_registered=True),
    )
    assert rules_of(issues_of(broken(example()))) == rules


def test_the_rules_on_records_are_checked_without_a_block_too() -> None:
    content = then(facility(ownership="02"), record(SA, code="GV01"))(example())
    assert rules_of(issues_of(content)) == ["E51", "E46"]


def test_a_new_dossier_is_asked_for_the_mandatory_fields_of_its_profile() -> None:
    found = issues_of(empty())
    assert {issue.rule for issue in found} == {"E34"}
    assert [issue.place.field for issue in found] == [
        "code",
        "name",
        "school_year",
        "level",
        "kind",
        "school_type",
        "ownership",
        "region",
        "province",
        "district",
        "ward",
        "sites",
    ]
    assert found[0].sentence.startswith("Hồ sơ cơ sở «chưa có tên», mục Mã trường học:")


def test_a_record_without_a_name_is_called_by_its_number() -> None:
    (issue,) = issues_of(record(BAO, name=None)(example()))
    assert issue.where == "Trẻ «dòng 2», mục Họ tên"


# What does not parse


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (record(AN, birth_date=unread("31/02/2016")), ["E52"]),
        (record(AN, sex=unread("nữ giới")), ["E50"]),
        (record(AN, sex="77"), ["E50"]),
        (record(AN, status=unread("đang học à")), ["E50"]),
        (record(AN, status="77"), ["E50"]),
        (record(AN, health_checked=unread("chắc là có")), ["E52"]),
        (record(AN, boarding=unread("?")), ["E52"]),
        (record(AN, mother_birth_year=unread("85?")), ["E52"]),
        (record("classes/k0001", mixed_ages="9"), ["E50"]),
        (record("classes/k0001", division="99"), ["E50"]),
        (record(LAN, position="99"), ["E50"]),
        (record(LAN, language="99", language_level="003"), ["E50"]),
        (record(LAN, language=unread("Anh"), language_level="003"), ["E50"]),
        (record(LAN, language="01", language_level="099"), ["E50"]),
        (facility(sites=unread("một")), ["E52"]),
        (facility(sites=-1), ["E52"]),
        (facility(kind="99"), ["E30", "E50"]),
        (facility(region="99"), ["E50"]),
        (facility(room_area_m2=unread("60 m2")), ["E52"]),
        (cells("T4", 195, permanent=unread("a")), ["E01"]),
        (typed("T5", 17, {"settled": unread("a")}), ["E02"]),
    ],
)
def test_what_does_not_parse_is_reported_once_and_compares_as_false(
    change: Change, expected: list[str]
) -> None:
    assert rules_of(issues_of(change(example()))) == expected


def test_what_does_not_parse_is_shown_as_it_was_typed() -> None:
    (issue,) = issues_of(record(AN, sex=unread("nữ giới"))(example()))
    assert issue.sentence.startswith("Trẻ «Nguyễn Minh An», mục Giới tính: «nữ giới» không có trong danh mục")


def test_a_computed_field_is_never_reported() -> None:
    computed = then(
        record(AN, full_day=unread("?")),
        record("classes/k0001", mixed=unread("?")),
        record(LAN, rank_number="x" * 99),
    )
    assert issues_of(computed(example())) == []


def test_outside_the_city_the_ward_is_free_text_of_two_hundred_characters() -> None:
    away = record(AN, province="80", district=None, ward="Xã Bình Hòa Bắc")
    assert issues_of(away(example())) == []
    assert rules_of(issues_of(then(away, record(AN, ward="x" * 201))(example()))) == ["E53"]
    assert rules_of(issues_of(record(AN, ward="Xã Bình Hòa Bắc")(example()))) == ["E50"]


# Formats


@pytest.mark.parametrize(
    ("change", "severity"),
    [
        (record(AN, phone="01681234567"), Severity.WARNING),
        (record(AN, phone="113"), Severity.ERROR),
        (record(AN, id="123"), Severity.WARNING),
        (record(LAN, social_insurance="12345"), Severity.WARNING),
        (record(LAN, id_number="12345"), Severity.ERROR),
        (facility(email="nhomtre@hoahong.info"), Severity.WARNING),
        (facility(email="nhomtre"), Severity.ERROR),
        (record(AN, mother_birth_year=85), Severity.ERROR),
    ],
)
def test_the_severity_of_a_wrong_format_is_that_of_its_format(change: Change, severity: Severity) -> None:
    (issue,) = issues_of(change(example()))
    assert (issue.rule, issue.severity) == ("E49", severity)


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        (record(AN, phone="9" * 16), ["E49"]),
        (record(AN, id="7" * 21), ["E49", "E53"]),
        (record(AN, mother_birth_year=19855), ["E49"]),
        (facility(code="7" * 21), ["E49", "E53"]),
    ],
    ids=["error", "warning", "number", "warning of the code"],
)
def test_a_length_is_not_reported_where_the_format_is_an_error(change: Change, rules: list[str]) -> None:
    assert rules_of(issues_of(change(example()))) == rules


@pytest.mark.parametrize(
    "change",
    [
        then(record(LAN, email="nhomtre"), record(SA, email="NHOMTRE")),
        record(LAN, id_number="07918000123"),
        record(LAN, id_number="079280001234", birth_date=unread("12/2/1980?")),
        facility(code="7976200"),
        facility(code="79762001", district=unread("Q12")),
        facility(code="79762001", province=None),
    ],
    ids=["e-mail", "eleven digits", "no birth date", "seven digits", "no district", "no province"],
)
def test_the_cross_checks_compare_only_values_of_the_right_format(change: Change) -> None:
    found = rules_of(issues_of(change(example())))
    assert [rule for rule in found if rule.startswith("X.")] == []


# A checker in use


def test_a_checker_sees_a_change_of_the_same_class_twice() -> None:
    check = Checker()
    content = example()
    wrong = copy_of("classes/k0002", "k0003", code="NT1", name="Lớp Mầm")(content)
    assert rules_of(check(content, TODAY)) == []
    assert rules_of(check(wrong, TODAY)) == ["E60", "E41"]
    assert check(retaken(wrong), TODAY) == Checker()(retaken(wrong), TODAY)
    assert rules_of(check(content, TODAY)) == []


def test_a_package_with_nothing_but_a_year_can_be_checked() -> None:
    content = imported({"format": "nhomtre/1", "school_year": "2019-2020"})
    assert {issue.rule for issue in issues_of(content)} == {"E34"}
