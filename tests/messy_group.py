"""Twenty children as a group really has them, and the keys that enter each in quick entry and in the form.

⏎ ⇥ and the arrows are those keys, words in ‹› named ones; they are counted, letters of data are not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

CLASS_CODES = ("NT1", "MG1")
"""The classes of ``whole_group.CLASSES``; the first child names its class, the others begin with that above them."""
MOST = {
    "clean": 6,
    "twin": 5,
    "minority": 7,
    "province": 11,
    "no mother": 10,
    "moved in": 11,
    "disability": 11,
}
"""The most keys that a child of a kind may cost in quick entry."""
MOST_IN_FORM = 9
"""The most keys that a clean child may cost in the form."""


class Child(NamedTuple):
    """Its kind, the keys, and what is stored of it."""

    kind: str
    keys: str
    name: str
    wanted: dict[str, object]


def control_keys(keys: str) -> int:
    """How many keys are no letters of data."""
    return len(re.findall("‹.+?›|[⏎⇥⌫←→↑↓]", keys))


def _clean(name: str, born: str, sex: str, class_code: str, mother: str, year: int) -> Child:
    day = f"20{born[4:]}-{born[2:4]}-{born[:2]}"
    wanted = {"birth_date": day, "class_code": class_code, "mother_name": mother, "mother_birth_year": year}
    is_first = name in FIRST_OF_CLASS
    keys = f"{name}⏎{born}⏎{sex}⏎{class_code.lower() if is_first else ''}⏎{mother}⏎{year}⏎"
    return Child("clean", keys, name, wanted)


def _twin(name: str, sex: str, of: Child) -> Child:
    return Child("twin", f"{name}⏎‹f4›{sex}⏎⏎‹f4›", name, of.wanted)


def _special(kind: str, child: Child, behind: str, **wanted: object) -> Child:
    """As a clean child, then Tab from the mother's year and *behind*."""
    return Child(kind, child.keys[:-1] + "⇥" + behind, child.name, {**child.wanted, **wanted})


FIRST_OF_CLASS = ("Trẻ Mẫu Ánh", "Trẻ Mẫu Mai")
_hanh = _clean("Trẻ Mẫu Hạnh", "120617", "nữ", "NT1", "Lê Thị Mẫu Hoa", 1990)
_lan = _special(
    "minority",
    _clean("Thạch Mẫu Lan", "030417", "nữ", "NT1", "Thạch Thị Mẫu Na", 1992),
    "khơ-me⏎",
    ethnicity="05",
)
_que = _special(
    "province",
    _clean("Trẻ Mẫu Quế", "040514", "nữ", "MG1", "Đỗ Thị Mẫu Sương", 1991),
    "→→→52⏎",
    province="52",
)
CHILDREN = (
    _clean("Trẻ Mẫu Ánh", "150517", "nam", "NT1", "Ngô Thị Mẫu Bích", 1991),
    _hanh,
    _twin("Trẻ Mẫu Phúc", "nam", _hanh),
    _clean("Trẻ Mẫu Cúc", "200217", "nữ", "NT1", "Hồ Thị Mẫu Duyên", 1988),
    _lan,
    _twin("Thạch Mẫu Long", "nam", _lan),
    _clean("Trẻ Mẫu Đạt", "010917", "nam", "NT1", "Bùi Thị Mẫu Em", 1993),
    Child(
        "no mother",
        "Trẻ Mẫu Giang⏎090817⏎nữ⏎⏎→→→Ông Mẫu Hải⇥1960⏎",
        "Trẻ Mẫu Giang",
        {"class_code": "NT1", "guardian_name": "Ông Mẫu Hải", "guardian_birth_year": 1960},
    ),
    _special(
        "moved in",
        _clean("Trẻ Mẫu Hùng", "110717", "nam", "NT1", "Võ Thị Mẫu Khuê", 1989),
        "‹end›←←02⇥020919⏎",
        status="02",
        status_date="2019-09-02",
    ),
    _clean("Trẻ Mẫu Kiên", "170317", "nam", "NT1", "Trịnh Thị Mẫu Liên", 1990),
    _clean("Trẻ Mẫu Mai", "080814", "nữ", "MG1", "Phan Thị Mẫu Nga", 1987),
    _special(
        "disability",
        _clean("Trẻ Mẫu Oanh", "021114", "nữ", "MG1", "Tạ Thị Mẫu Phương", 1986),
        "‹end›←←←02⏎",
        disability="02",
    ),
    _que,
    _twin("Trẻ Mẫu Rạng", "nam", _que),
    _clean("Trẻ Mẫu Sang", "230914", "nam", "MG1", "Cao Thị Mẫu Thơ", 1990),
    _clean("Trẻ Mẫu Thảo", "281014", "nữ", "MG1", "Mạc Thị Mẫu Uyên", 1994),
    _clean("Trẻ Mẫu Uy", "050114", "nam", "MG1", "Lục Thị Mẫu Vân", 1985),
    _clean("Trẻ Mẫu Vy", "120214", "nữ", "MG1", "La Thị Mẫu Xuân", 1992),
    _clean("Trẻ Mẫu Yên", "310314", "nữ", "MG1", "Ông Thị Mẫu Ý", 1995),
    _clean("Trẻ Mẫu Ân", "150614", "nam", "MG1", "Kiều Thị Mẫu Chi", 1990),
)
