"""Where words tell of one child of several: in which ways of writing surely, and what is somebody else or another word."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from forms.dossier.mentions.mention import Sureness, joined
from forms.dossier.mentions.people_in_words import PeopleInWords
from forms.dossier.mentions.person_facts import PersonFacts, facts_of
from forms.sets.mn2019.form import FORM

CHILD = {
    "name": "Nguyễn Bịa Ân",
    "birth_date": "2016-05-25",
    "phone": "0900111222",
    "personal_id": "079316001234",
    "id": "1234567890",
    "mother_name": "Lê Mẫu Thảo",
    "father_name": "Nguyễn Bịa Đặt",
    "father_phone": "0281234567",
}
OTHERS = (
    {
        "name": "Nguyễn Bịa An",
        "birth_date": "2016-09-01",
        "mother_name": "Trần Mẫu Thu",
        "father_name": "Nguyễn Bịa Ân Đạt",
    },
    {"name": "Đỗ Ví Dụ Đặt", "birth_date": "2016-09-02", "phone": "0900111333"},
)
PEOPLE = PeopleInWords(facts_of(FORM.pupils, [CHILD]), facts_of(FORM.pupils, OTHERS))
TEACHER = {"name": "Ví Dụ Mẫu Hòa", "code": "GV01", "email": "co.hoa@example.vn", "id_number": "023456789"}
STAFF = PeopleInWords(facts_of(FORM.record_by_key["staff"], [TEACHER]), PersonFacts())


def told(text: str, people: PeopleInWords = PEOPLE, least: Sureness = Sureness.CALLED) -> list[str]:
    return [text[start:end] for start, end in joined(people.mentions(text, least))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("xem lại Nguyễn Bịa Ân nhé", ["Nguyễn Bịa Ân"]),
        ("NGUYỄN BỊA ÂN", ["NGUYỄN BỊA ÂN"]),
        (normalize("NFD", "bé Nguyễn Bịa Ân ốm"), [normalize("NFD", "Nguyễn Bịa Ân")]),
        ("Nguyễn  Bịa\nÂn", ["Nguyễn  Bịa\nÂn"]),
        ("Nguyễn\u00a0Bịa\u200b Ân", ["Nguyễn\u00a0Bịa\u200b Ân"]),
        ("nguyen bia an om", ["nguyen bia an"]),
        ("NguyenBiaAn, NguyễnBịaÂn", ["NguyenBiaAn", "NguyễnBịaÂn"]),
        ("giấy_Nguyen-Bia.An.pdf", ["Nguyen-Bia.An"]),
        ("NguyenBia An, Nguyen BiaAn", ["NguyenBia An", "Nguyen BiaAn"]),
        ("Nguyen Bịa Ân", ["Nguyen Bịa Ân"]),
        ("cháu Ân nghỉ", ["Ân"]),
        ("cháu Bịa Ân nghỉ", ["Bịa Ân"]),
        ("hỏi lại Bịa Ân.", ["Bịa Ân"]),
        ("mẹ Thảo và bố Bịa Đặt", ["Thảo", "Bịa Đặt"]),
        ("mẹ là Le Mau Thao", ["Le Mau Thao"]),
        ("gọi 0900 111 222, (0900)111.222, 900-111-222", ["0900 111 222", "0900)111.222", "900-111-222"]),
        ("+84900111222 / +84 900 111 222 / 0084900111222", ["+84900111222", "+84 900 111 222", "0084900111222"]),
        ("SĐT0900111222x", ["0900111222"]),
        ("０９００111222", ["０９００111222"]),
        ("mã 079.316.001.234, 79316001234", ["079.316.001.234", "79316001234"]),
        ("số 12345 67890", ["12345 67890"]),
        ("sinh 25/05/2016, 25/5/2016, 25-5-16, 25.5.2016", ["25/05/2016", "25/5/2016", "25-5-16", "25.5.2016"]),
        ("2016-05-25, 2016/5/25, 25052016, 20160525", ["2016-05-25", "2016/5/25", "25052016", "20160525"]),
        ("ngày 25 tháng 5 năm 2016", ["25 tháng 5 năm 2016"]),
        ("Ngày 25, tháng 05, năm 2016", ["25, tháng 05, năm 2016"]),
        (normalize("NFD", "25 tháng 5 năm 16"), [normalize("NFD", "25 tháng 5 năm 16")]),
        ("25 5 2016", ["25 5 2016"]),
    ],
)  # fmt: skip
def test_it_is_told_where(text: str, parts: list[str]) -> None:
    assert told(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "an toàn, An toàn, AN TOÀN, cháu An toàn",
        "Nguyễn Bịa An nghỉ",
        "Nguyễn Bịa Ân Đạt đón",
        "cháu An nghỉ",
        "cháu Ân Đạt nghỉ",
        "bố Đặt gọi",
        "bịa đặt, Bịa đặt",
        "BỊA ÂN",
        "phường Bịa Ân, trường mầm non Bịa Ân",
        "Trần Bịa Ân",
        "gọi 0900111223, 10900111222, 09001112223",
        "sinh 25/5, tháng 5 năm 2016, 5/25/2016, 26/05/2016",
        "2 nhóm, 5 cô, 16 trẻ",
        "mã 112, 25 trẻ, 5 lớp",
        "con đặt cơm, ba mẹ thảo luận",
        "cháu ân cần",
    ],
)
def test_it_is_not_surely_told(text: str) -> None:
    assert told(text) == []


def test_of_two_who_share_a_name_to_the_letter_it_goes_and_what_else_they_share_stays() -> None:
    twin = {**CHILD, "id": "1234567899", "personal_id": "079316001235"}
    people = PeopleInWords(facts_of(FORM.pupils, [CHILD]), facts_of(FORM.pupils, [twin]))
    text = "Nguyễn Bịa Ân sinh 25/05/2016, mẹ Lê Mẫu Thảo 0900111222, mã 1234567890"
    assert told(text, people) == ["Nguyễn Bịa Ân", "1234567890"]


SIBLING = {
    **{key: CHILD[key] for key in ("birth_date", "phone", "mother_name")},
    "name": "Nguyễn Bịa Sương",
}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("bé Bịa Ân sinh 25/05/2016, mẹ Lê Mẫu Thảo 0900 111 222", "bé (…) sinh (…), mẹ (…) (…)"),
        ("mã 1234567890: 25/5/2016", "mã (…): (…)"),
        ("bé Bịa Ân và bé Sương sinh 25/05/2016", "bé (…) và bé Sương sinh 25/05/2016"),
        ("Nguyễn Bịa Sương, như Nguyễn Bịa Ân: 0900111222", "Nguyễn Bịa Sương, như (…): 0900111222"),
        ("khám 25/05/2016, gọi 0900111222", "khám 25/05/2016, gọi 0900111222"),
        ("bé Bịa Ân khám 26/05/2016", "bé (…) khám 26/05/2016"),
    ],
)
def test_what_is_shared_goes_where_words_tell_of_the_one_and_of_no_sharer(text: str, left: str) -> None:
    shared = facts_of(FORM.pupils, [SIBLING])
    others = facts_of(FORM.pupils, [SIBLING, *OTHERS])
    people = PeopleInWords(facts_of(FORM.pupils, [CHILD]), others, shared)
    assert people.all_of_theirs(text, Sureness.CALLED) == left


def test_it_stays_where_a_sharer_is_named_alike_to_the_letter() -> None:
    twin = facts_of(FORM.pupils, [{**SIBLING, "name": CHILD["name"]}])
    people = PeopleInWords(facts_of(FORM.pupils, [CHILD]), twin, twin)
    text = "Nguyễn Bịa Ân sinh 25/05/2016"
    assert people.all_of_theirs(text, Sureness.CALLED) == "(…) sinh 25/05/2016"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("gv 01 nghỉ, GV-01", ["gv 01", "GV-01"]),
        ("hỏi CO.HOA@example.vn hay co.hoa @ example.vn", ["CO.HOA@example.vn", "co.hoa @ example.vn"]),
        ("cô Hoà dạy thay, thầy Hòa", ["Hoà", "Hòa"]),
        ("cmnd 023.456.789", ["023.456.789"]),
        ("GV011, co.hoa@example.vn2", []),
    ],
)
def test_a_member_of_staff(text: str, parts: list[str]) -> None:
    assert told(text, STAFF) == parts


def test_as_the_record_has_it_is_surer_than_in_another_way() -> None:
    text = "Nguyễn Bịa Ân, nguyen bia an, 0900111222, 0900 111 222, 25/05/2016, cháu Ân"
    assert told(text, least=Sureness.EXACT) == ["Nguyễn Bịa Ân", "0900111222"]
    assert told(text, least=Sureness.WRITTEN)[-1] == "25/05/2016"


def test_a_street_that_bears_the_name_is_not_it_to_the_letter() -> None:
    assert told("12 Nguyễn Bịa Ân; đường Nguyễn Bịa Ân", least=Sureness.EXACT) == []


@pytest.mark.parametrize(("text", "parts"), [("LeAn, LêAn", ["LeAn", "LêAn"]), ("lean, LEAN, Lean", [])])
def test_a_short_name_run_together_is_one_with_its_capitals(text: str, parts: list[str]) -> None:
    people = PeopleInWords(facts_of(FORM.pupils, [{"name": "Lê An"}]), PersonFacts())
    assert told(text, people) == parts
