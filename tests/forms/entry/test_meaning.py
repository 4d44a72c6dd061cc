"""What people call things: the same word means the same by typing, in a pasted block, in a workbook, in a search."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pytest

from exports.workbooks.rosters.roster_values import shared_names
from forms.dossier.content import Content
from forms.entry.field_text import read_field, vocabulary
from forms.entry.meaning import Vocabulary
from forms.entry.record_edits import beginning
from forms.entry.row_values import Remark, RowValues
from forms.model.code_list import Item
from forms.model.record import Field, RecordType
from forms.model.values import Typed
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.records import CHILD, CLASS, STAFF
from tests.builders import example, facility

PLACE = {"province": "79", "district": "774"}
"""Where the wards that are read lie: Quận 5."""

Door = Callable[[RecordType, str, str], Any]


@cache
def content() -> Content:
    return facility(province="79", district=None)(example())


def _subject(kind: RecordType, key: str) -> Any:
    given = PLACE if key == "ward" else {"province": "79"} if key == "district" else {}
    roster = content().roster
    return roster.stranger(kind, beginning(content(), kind).place, 1, given)


def typed(kind: RecordType, key: str, text: str) -> Any:
    """Typed into a field."""
    subject = _subject(kind, key)
    return read_field(kind.field_by_key[key], subject, content().roster, text, date(2019, 9, 19))


def _row(kind: RecordType, key: str, text: str, *, strict: bool) -> tuple[Any, list[Remark]]:
    given = {**_subject(kind, key).record, key: text}
    pairs = [(kind.field_by_key[name], str(value)) for name, value in given.items()]
    remarks: list[Remark] = []
    rows = RowValues(content(), kind, [field for field, _ in pairs], (), None, strict=strict)
    return rows.of(pairs, None, remarks)[key], remarks


def pasted(kind: RecordType, key: str, text: str) -> Any:
    """In a pasted block."""
    return _row(kind, key, text, strict=False)[0]


def imported(kind: RecordType, key: str, text: str) -> Any:
    """In a workbook."""
    return _row(kind, key, text, strict=True)[0]


def searched(kind: RecordType, key: str, text: str) -> Any:
    """Looked for in the list of the field."""
    field: Field = kind.field_by_key[key]
    found = _words(field, kind).meaning(text)
    assert {item.code for item in found.items} <= {item.code for item in _words(field, kind).search(text)}, (
        "what is meant is found"
    )
    if field.catalogue is not None and field.catalogue.id == "yes_no":
        return None if found.code is None else found.code == "1"
    return found.code


def _words(field: Field, kind: RecordType) -> Vocabulary:
    return vocabulary(field, _subject(kind, field.key), content().roster)


DOORS: tuple[Door, ...] = (typed, pasted, imported, searched)

WORDS: dict[tuple[str, str], dict[Any, tuple[str, ...]]] = {
    ("child", "province"): {
        "79": ("tp.hcm", "hcm", "TPHCM", "Tp.HCM", "TP. Hồ Chí Minh", "sài gòn", "Sai Gon", "Hồ Chí Minh", "79"),
        "01": ("hà nội", "tp hà nội", "HN"),
        "66": ("Đắc Lắc", "Đăk Lăk", "Tỉnh Đắk Lắk"),
        "77": ("Bà Rịa-Vũng Tàu", "BRVT"),
        "17": ("Tỉnh Hòa Bình", "hoà bình"),
    },
    ("child", "district"): {
        "761": ("q12", "q.12", "Q 12", "Quận 12", "quận12", "761", "12"),
        "774": ("Q5", "q. 5", "Quận 05"),
        "777": ("Q. Bình Tân", "bình tân"),
    },
    ("child", "ward"): {"27325": ("phường 1", "Phường 01", "P1", "p.1", "P. 01", "f1", "1")},
    ("child", "ethnicity"): {
        "08": ("mông", "hmông", "h'mông", "H’Mông", "HMONG"),
        "05": ("khmer", "khơ me", "Khơ-me", "khome"),
        "16": ("K'Ho", "Cơ Ho"),
        "10": ("Jrai", "gia rai"),
        "13": ("Bahnar", "ba na"),
        "22": ("Stiêng", "xtiêng"),
        "04": ("Hoa (Hán)", "hoa", "người Hoa"),
        "01": ("Kinh (Việt)", "kinh", "dân tộc Kinh"),
        "24": ("Thổ",),
    },
    ("child", "religion"): {
        "01": ("phật", "đạo phật", "Phật giáo"),
        "02": ("thiên chúa", "Thiên Chúa giáo", "đạo thiên chúa", "Công giáo"),
        "03": ("hòa hảo", "Phật giáo Hoà Hảo"),
        "99": ("không", "không có"),
    },
    ("child", "sex"): {"01": ("trai", "bé trai", "NAM"), "02": ("gái", "nữ", "nu")},
    ("child", "boarding"): {True: ("có", "x", "X", "c", "1", "co"), False: ("không", "khong", "k", "0", "ko")},
    ("child", "nationality"): {"704": ("VN", "việt nam"), "840": ("mỹ", "Hoa Kỳ"), "496": ("Mông Cổ",)},
    ("class", "age_group"): {"04": ("3 – 4 tuổi", "3-4 tuổi", "04"), "03": ("25-36 tháng",)},
    ("class", "division"): {"16": ("nhà trẻ", "nhóm trẻ"), "17": ("mẫu giáo", "MG")},
    ("staff", "qualification"): {"17": ("CĐSP", "cao đẳng sư phạm"), "03": ("ĐH",)},
}  # fmt: skip

SAME = [
    (kind, key, text, code)
    for (kind, key), codes in WORDS.items()
    for code, texts in codes.items()
    for text in texts
]


@pytest.mark.parametrize(("kind", "key", "text", "code"), SAME)
def test_a_word_means_the_same_at_every_door(kind: str, key: str, text: str, code: Any) -> None:
    found = {door.__name__: door(FORM.record_by_key[kind], key, text) for door in DOORS}
    assert found == dict.fromkeys(found, code)


@pytest.mark.parametrize(
    ("kind", "key", "text", "names"),
    [
        (CLASS, "age_group", "4", ["3-4 Tuổi", "4-5 Tuổi"]),
        (CLASS, "age_group", "4 tuổi", ["3-4 Tuổi", "4-5 Tuổi"]),
        (CHILD, "sex", "n", ["Nam", "Nữ"]),
        (CHILD, "province", "ĐN", ["Thành phố Đà Nẵng", "Tỉnh Đồng Nai"]),
        (STAFF, "qualification", "bác sĩ", ["Bác sĩ chuyên khoa 1", "Bác sĩ chuyên khoa 2"]),
    ],
)
def test_a_word_that_may_mean_several_things_is_kept_and_offered(
    kind: RecordType, key: str, text: str, names: list[str]
) -> None:
    assert [item.name for item in _words(kind.field_by_key[key], kind).meaning(text).items] == names
    for door in (typed, pasted, imported):
        assert door(kind, key, text) == Typed(text)
    remark = Remark("several", kind.field_by_key[key].label, f"«{text}» có thể là {', '.join(names)}")
    for strict in (False, True):
        assert _row(kind, key, text, strict=strict)[1] == [remark]


def test_the_beginning_of_many_names_is_not_nearly_another() -> None:
    found = _words(CHILD.field_by_key["ethnicity"], CHILD).meaning("kho")
    assert {"Cơ-ho", "Khơ-me", "Khơ-mú"} <= {item.name for item in found.items}
    assert typed(CHILD, "ethnicity", "kho") == Typed("kho")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("sex", "x"),
        ("religion", "X"),
        ("religion", "0"),
        ("ethnicity", "Sao Hỏa"),
        ("boarding", "maybe"),
        ("sex", "-"),
    ],
)
def test_what_nothing_is_called_is_kept(key: str, text: str) -> None:
    for door in (typed, pasted, imported):
        assert door(CHILD, key, text) == Typed(text)


@pytest.mark.parametrize(
    ("key", "text", "name"),
    [("sex", "M", "Nam"), ("sex", "1", "Nam"), ("religion", "Lương", "Không"), ("district", "5", "Quận 5")],
)
def test_a_guess_is_told(key: str, text: str, name: str) -> None:
    for strict in (False, True):
        assert _row(CHILD, key, text, strict=strict)[1] == [
            Remark("guess", CHILD.field_by_key[key].label, f"«{text}» là «{name}»")
        ]


def test_a_search_says_by_what_word_it_found() -> None:
    words = _words(CHILD.field_by_key["province"], CHILD)
    (city,) = words.search("tphcm")
    assert (city.name, words.why(city, "tphcm")) == ("Thành phố Hồ Chí Minh", "TPHCM")
    assert words.why(city, "ho chi") == "", "its own name"


def test_no_word_stands_for_two_items_of_a_list() -> None:
    """What is sure is sure: a code, name or synonym leads to one item of its list, lists with twin names aside."""
    for kind in FORM.entry_by_place.values():
        for field in kind.fields:
            if field.catalogue is None or shared_names(field.catalogue):
                continue
            words = Vocabulary(field.codes.items, field.codes.leads)
            for item in field.codes.items:
                for text in (item.code, item.name, *item.synonyms):
                    assert words.meaning(text).code == item.code, (field.key, text)


@pytest.mark.parametrize("text", ["-5", "1,2,3", "31/02/2016", "5.", "(5)", "+"])
def test_figures_and_signs_name_nothing(text: str) -> None:
    items = (Item("774", "Quận 5", {}), Item("775", "Quận 6", {}))
    assert Vocabulary(items, {"Quận": ("q",)}).meaning(text).code is None


CLASSES = Vocabulary(
    [
        Item(code, name, {"synonyms": (code,)})
        for code, name in {"MG1": "Mầm", "L1": "Lá", "L2": "Là", "C": "Lớp Chồi"}.items()
    ],
    {CLASS.spoken[0]: CLASS.spoken[1:]},
)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("MG1", "MG1"),
        ("mg1", "MG1"),
        ("Lớp MG1", "MG1"),
        ("Lá", "L1"),
        ("Lớp lá", None),
        ("chồi", "C"),
        ("nhóm chồi", "C"),
        ("la", None),
        ("MG", None),
        ("Danh sách trẻ lớp Mầm", "MG1"),
        ("DANH SÁCH TRẺ NHÓM TRẺ MG1", "MG1"),
        ("Lớp Mầm: 12 trẻ", "MG1"),
        ("II. LỚP MẦM (12 trẻ)", "MG1"),
        ("Danh sách lớp Chồi - Năm học 2019-2020", "C"),
        ("Lớp: Chồi năm học 2019-2020", "C"),
        ("2. Mầm (12 trẻ)", "MG1"),
        ("Lớp Mầm, lớp Chồi", None),
        ("Mầm, Chồi", None),
        ("Danh sách lớp học năm học 2019", None),
        ("Mầm non Mẫu", None),
    ],
)
def test_a_line_means_a_class_by_its_code_or_name_or_from_the_word_lớp_on(
    line: str, code: str | None
) -> None:
    assert CLASSES.within(line).code == code
