"""The lesson of the program with other children, names, days and figures: what a trainer's own file would be."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from random import Random
from typing import Any

from forms.lesson.lesson_file import own_lesson
from forms.model.text import fold
from forms.sets import newest

FAMILIES = ("Âu", "Đào", "Kiều", "Lâm", "Ông", "Quách", "Tôn", "Từ")
GIVEN = ("Bích", "Châu", "Đan", "Gia", "Khuê", "Lộc", "Quế", "Thi", "Uyển", "Vỹ")
INVENTED = (
    ("Đinh", "Song", "Đôi"),
    ("Mai", "Hiền"),
    ("Tạ", "Kiên"),
    ("Cao", "Nhi"),
)
"""Family names and given names of the children that come new in the lesson."""


def varied(seed: int) -> bytes:
    """The file of the lesson; with *seed* 0 as it is."""
    own = own_lesson(newest())
    assert own is not None
    text: str = own.source.decode()
    if not seed:
        return text.encode()
    random = Random(seed)
    wanted = {**_other_children(text, random), **_other_newcomers(random)}
    rooms = random.randint(2, 9)
    text = text.replace(
        'T4.194:TU_THUC.permanent",\n     "is": 2', f'T4.194:TU_THUC.permanent",\n     "is": {rooms}'
    )
    wanted |= {
        "nhóm có 2 phòng": f"nhóm có {rooms} phòng",
        "«194», {tab}, gõ «2»": f"«194», {{tab}}, gõ «{rooms}»",
    }
    pattern = re.compile("|".join(map(re.escape, sorted(wanted, key=len, reverse=True))))
    changed = pattern.sub(lambda found: wanted[found[0]], text)
    assert changed != text
    return changed.encode()


def _other_children(text: str, random: Random) -> dict[str, str]:
    """Ref, name and birth date of a child that the lesson is about → those of another one of its class and sex."""
    children: list[dict[str, Any]] = json.loads(newest().training.package())["children"]
    named = [child for child in children if child["ref"] in text]
    rest = [child for child in children if child["ref"] not in text]
    wanted: dict[str, str] = {}
    for old in named:
        alike = [
            child for child in rest if (child["class_code"], child["sex"]) == (old["class_code"], old["sex"])
        ]
        new = random.choice(alike)
        rest.remove(new)
        wanted |= {old["ref"]: new["ref"], old["name"]: new["name"], fold(old["name"]): fold(new["name"])}
        wanted |= _days(date.fromisoformat(old["birth_date"]), date.fromisoformat(new["birth_date"]))
    return wanted


def _other_newcomers(random: Random) -> dict[str, str]:
    families, given = random.sample(FAMILIES, len(INVENTED)), random.sample(GIVEN, 5)
    wanted = {}
    for (family, *names), new_family in zip(INVENTED, families, strict=True):
        mother = f"{family} Thị Mẹ {names[0]}"
        wanted[mother] = f"{new_family} Thị Mẹ {random.choice(GIVEN)}"
        for name in names:
            wanted[f"{family} Mẫu {name}"] = f"{new_family} Mẫu {given.pop()}"
    for day in (date(2018, 3, 5), date(2016, 3, 14), date(2016, 7, 2), date(2016, 9, 25)):
        wanted |= _days(day, day + timedelta(days=random.randint(-20, 20)))
    return wanted


def _days(old: date, new: date) -> dict[str, str]:
    """In the file, on paper, and with the year that is typed wrong."""
    wrong_old, wrong_new = old.replace(year=old.year - 4), new.replace(year=new.year - 4)
    return {
        old.isoformat(): new.isoformat(),
        f"{old:%d/%m/%Y}": f"{new:%d/%m/%Y}",
        wrong_old.isoformat(): wrong_new.isoformat(),
    }
