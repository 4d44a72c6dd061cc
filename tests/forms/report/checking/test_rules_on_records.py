"""The rules on records: E34-E53, W01, W04, W05, W40-W47, W76 and the cross checks X."""

from __future__ import annotations

import pytest

from tests.builders import (
    Change,
    code_name,
    copy_of,
    example,
    facility,
    people_founded,
    record,
    same,
    then,
    unread,
)
from tests.forms.rule_cases import Case, at, issues_of, place_of, rules_of

AN, BAO, CHAU, DUNG, DUC, HANH = (f"children/c000{number}" for number in range(1, 7))
LAN, MAI, SA = (f"staff/s000{number}" for number in range(1, 4))
RABBITS, LEAVES = "classes/k0001", "classes/k0002"


def full_class(size: int) -> Change:
    """NT1 with so many counted children, each with a name of its own."""
    return then(*(copy_of(AN, f"c{number:04}", name=f"Bé Thứ {number}") for number in range(101, 98 + size)))


CHARTER = "Điều lệ 04/VBHN-BGDĐT"
CASES = (
    Case("E34", facility(sites=None), (at("facility sites"),), near=facility(room_area_m2=None)),
    Case(
        "E35",
        record(DUNG, birth_date="2019-07-01"),
        (at(f"{DUNG} birth_date", birth_date="01/07/2019"),),
        near=record(DUNG, birth_date="2019-06-30"),
    ),
    Case(
        "E40",
        record(LEAVES, age_group="03"),
        (
            at(
                f"{LEAVES} age_group",
                age_group=code_name("age_groups", "03"),
                division=code_name("divisions", "17"),
            ),
        ),
        near=record(LEAVES, age_group="04"),
    ),
    Case(
        "E41",
        copy_of(LEAVES, "k0003", code="NT1", name="Lớp Mầm"),
        (at("classes/k0003 code"),),
        near=copy_of(LEAVES, "k0003", code="nt1", name="Lớp Mầm"),
    ),
    Case("E42", record(AN, class_code="NT9"), (at(f"{AN} class_code"),), near=record(HANH, class_code="NT1")),
    Case(
        "E43",
        record(HANH, birth_date="2019-09-20"),
        (at(f"{HANH} birth_date", birth_date="20/09/2019"),),
        near=record(HANH, birth_date="2019-09-19"),
    ),
    Case(
        "E44",
        then(record(AN, id="7912345678"), record(BAO, id="7912345678")),
        (at(f"{BAO} id"),),
        near=then(record(AN, id="7912345678"), record(BAO, id="7912345679")),
    ),
    Case("E45", record(SA, id_number="024567890"), (at(f"{SA} id_number"),)),
    Case("E46", record(SA, code="GV01"), (at(f"{SA} code"),), near=record(SA, code="GV03")),
    Case(
        "E47",
        record(LAN, role="31"),
        (at(f"{LAN} role", role=code_name("staff_roles", "31"), position=code_name("staff_groups", "01")),),
        near=record(LAN, role="02"),
    ),
    Case(
        "E68",
        record(AN, province="52"),
        (at(f"{AN} district", district="Quận 12", province="Tỉnh Bình Định"),),
        near=record(AN, province="52", district="540", ward="Phường Mẫu"),
    ),
    Case(
        "E69",
        record(AN, province="79", district="761", ward="27325"),
        (at(f"{AN} ward", ward="Phường 01", district="Quận 12"),),
        near=record(AN, province="79", district="774", ward="27325"),
    ),
    Case(
        "E70",
        record(AN, home_province="52", home_district="761"),
        (at(f"{AN} home_district", home_district="Quận 12", home_province="Tỉnh Bình Định"),),
        near=record(AN, home_province="79", home_district="761"),
    ),
    Case(
        "E71",
        record(AN, birth_province="52", birth_district="761"),
        (at(f"{AN} birth_district", birth_district="Quận 12", birth_province="Tỉnh Bình Định"),),
        near=record(AN, birth_district="761"),
    ),
    Case(
        "E72",
        facility(province="52", ward="Phường Mẫu", code="52761001"),
        (at("facility district", district="Quận 12", province="Tỉnh Bình Định"),),
        near=facility(province="52", district="540", ward="Phường Mẫu", code="52540001"),
    ),
    Case(
        "E73",
        facility(district="774", code="79774001"),
        (at("facility ward", ward="Phường Hiệp Thành", district="Quận 5"),),
        near=facility(district="774", ward="27325", code="79774001"),
    ),
    Case(
        "E48",
        record(LAN, language="01", language_certificate_group="01", language_certificate="01"),
        (at(f"{LAN} language_level"),),
        near=record(LAN, language="01", language_level="003"),
    ),
    Case(
        "E49",
        record(AN, personal_id="123"),
        (
            at(
                f"{AN} personal_id",
                value="123",
                repair="nhập đủ 12 chữ số ghi trên giấy khai sinh hoặc để trống",
            ),
        ),
        near=record(AN, personal_id="079215001234"),
    ),
    Case(
        "E50", record(AN, religion="77"), (at(f"{AN} religion", value="77"),), near=record(AN, religion="01")
    ),
    Case(
        "E51",
        facility(ownership="02"),
        (at("facility ownership", value="Ngoài công lập"),),
        near=lambda _content: people_founded(),
    ),
    Case(
        "E52",
        record(AN, birth_date=unread("31/02/2016")),
        (at(f"{AN} birth_date", value="31/02/2016", type="ngày hợp lệ", example="05/09/2016"),),
        near=record(AN, birth_date="2016-09-02"),
    ),
    Case(
        "E53",
        record(AN, father_job="á" * 101),
        (at(f"{AN} father_job", value=101, limit=100),),
        near=record(AN, father_job="á" * 100),
    ),
    Case(
        "W01",
        full_class(26),
        (at(f"{RABBITS} -", value=26, limit=25, age_group=code_name("age_groups", "03"), document=CHARTER),),
        near=full_class(25),
    ),
    Case(
        # three children of one disability are also three disabled children: W47 always comes along
        "W04",
        then(*(record(child, disability="05") for child in (AN, BAO, CHAU))),
        (at(f"{RABBITS} -", value=3),),
        near=then(*(record(child, disability="05") for child in (AN, BAO))),
        also=("W47",),
    ),
    Case(
        "W05",
        full_class(12),
        (at(f"{RABBITS} -", value=12, limit=25),),
        near=full_class(13),
        settings={"switched_on": ("W05",)},
    ),
    Case(
        "W40",
        record(AN, birth_date="2016-08-29"),
        (
            at(
                f"{AN} birth_date",
                age="37 tháng",
                age_group=code_name("age_groups", "03"),
                class_name="Nhóm Thỏ Trắng",
            ),
        ),
        near=record(AN, birth_date="2016-08-31"),
    ),
    Case(
        "W41",
        then(
            record(RABBITS, boarding=False, boarding_kind=None),
            *(record(child, boarding=False, boarding_kind=None) for child in (BAO, CHAU)),
        ),
        (at(f"{AN} boarding", class_name="Nhóm Thỏ Trắng"),),
        near=record(AN, boarding=False, boarding_kind=None),
    ),
    Case(
        "W42",
        record(BAO, name="Nguyễn Minh An", birth_date="2017-05-15"),
        (at(f"{BAO} name", birth_date="15/05/2017"),),
        near=record(BAO, name="Nguyễn Minh An"),
    ),
    Case(
        "W74",
        record(MAI, name="Trần Thị Lan", birth_date="1980-02-12"),
        (at(f"{MAI} name", birth_date="12/02/1980"),),
        near=record(MAI, name="Trần Thị Lan"),
    ),
    Case(
        "W76",
        then(record(RABBITS, mixed_ages="2"), record(BAO, birth_date="2011-12-31")),
        (at(f"{BAO} birth_date", birth_date="31/12/2011", value=8),),
        near=then(record(RABBITS, mixed_ages="2"), record(BAO, birth_date="2012-01-01")),
    ),
    Case(
        "W43",
        record(AN, study_cost_support=True, lunch_support=True),
        (at(f"{AN} study_cost_support"),),
        near=record(AN, study_cost_support=False, lunch_support=False),
    ),
    Case(
        "W44",
        record(LEAVES, name="Nhóm Thỏ Trắng"),
        (at(f"{LEAVES} name"),),
        near=record(LEAVES, name="Nhóm thỏ trắng"),
    ),
    Case(
        "W45",
        record(MAI, birth_date="2001-10-01"),
        (at(f"{MAI} birth_date", value=17),),
        near=record(MAI, birth_date="2001-09-30"),
    ),
    Case(
        "W46",
        record(LEAVES, mixed_ages="4"),
        (at(f"{LEAVES} mixed_ages"),),
        near=record(LEAVES, mixed_ages="3"),
    ),
    Case(
        "W47",
        then(*(record(child, disability=code) for child, code in ((AN, "01"), (BAO, "02"), (CHAU, "03")))),
        (at(f"{RABBITS} -", value=3),),
        near=then(*(record(child, disability=code) for child, code in ((AN, "01"), (BAO, "02")))),
    ),
    Case(
        "X.cccd_sex_year",
        record(LAN, birth_date="1981-02-12"),
        (at(f"{LAN} id_number", value="079180001234"),),
        near=record(LAN, sex="01", id_number="079080001234"),
    ),
    Case(
        "X.cccd_province",
        record(LAN, id_number="099180001234"),
        (at(f"{LAN} id_number", value="099180001234"),),
        near=record(LAN, id_number="001180001234"),
    ),
    Case(
        "X.school_code_place",
        facility(code="79762001"),
        (at("facility code", value="79762001"),),
        near=facility(code="79000001"),
    ),
    Case(
        "X.shared_email",
        then(record(LAN, email="Hoa.Hong@gmail.com"), record(SA, email="hoa.hong@GMAIL.com")),
        (at(f"{SA} email"),),
        near=then(record(LAN, email="hoa@gmail.com"), record(SA, email="hong@gmail.com")),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_it_is_reported_at_its_field_in_the_official_words(case: Case) -> None:
    case.trips()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_near_miss_is_not_reported(case: Case) -> None:
    case.nearly()


def test_w05_is_off_unless_it_is_switched_on() -> None:
    assert issues_of(same(example())) == []
    assert rules_of(issues_of(example(), switched_on=("W05",))) == ["W05"]


def test_a_mixed_class_has_no_ceiling_of_size() -> None:
    content = then(full_class(26), record(RABBITS, mixed_ages="2"))(example())
    assert issues_of(content) == []


def test_the_ages_of_a_kindergarten_class_are_counted_in_years() -> None:
    content = then(record(LEAVES, mixed_ages="0"), record(DUC, birth_date="2013-12-31"))(example())
    (issue,) = issues_of(content)
    assert (issue.rule, place_of(issue)) == ("W40", f"{DUC} birth_date")
    assert issue.where.endswith(" (6 tuổi)")


def test_a_child_that_is_not_counted_may_be_of_any_age() -> None:
    assert (
        issues_of(
            then(
                record(LEAVES, mixed_ages="0"),
                record(DUC, status="04", status_date="2019-09-01"),
                record(HANH, birth_date="2010-01-01"),
            )(example())
        )
        == []
    )


@pytest.mark.parametrize(
    "certificate",
    [
        {"language_level": "003"},
        {"language_certificate_group": "01", "language_certificate": "01", "language_framework": "01"},
        {"language_level": unread("B1?")},
    ],
    ids=["a level", "a certificate", "a level that is no code is entered"],
)
def test_a_language_is_complete_with_a_level_or_a_whole_certificate(certificate: dict[str, object]) -> None:
    assert "E48" not in rules_of(issues_of(record(LAN, language="01", **certificate)(example())))


@pytest.mark.parametrize(
    "code", ["79761001", "79000001"], ids=["the district", "directly under the department"]
)
def test_the_school_code_tells_province_and_district(code: str) -> None:
    assert issues_of(facility(code=code)(example())) == []


def test_the_first_of_the_supports_that_is_there_is_the_place_of_the_warning() -> None:
    content = record(AN, fee_support="3", lunch_support=True)(example())
    assert [place_of(issue) for issue in issues_of(content)] == [f"{AN} fee_support"]


def test_the_third_of_three_equal_records_is_reported_too() -> None:
    content = then(
        record(MAI, id_number="024567890"),
        record(SA, id_number="024567890"),
        copy_of(SA, "s0004", code="GV09"),
    )(example())
    assert [place_of(i) for i in issues_of(content) if i.rule == "E45"] == [
        f"{SA} id_number",
        "staff/s0004 id_number",
    ]
