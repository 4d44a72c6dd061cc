"""Places as they are written on the command line and in remarks, as an officer says them, and as the owner reads them."""

from __future__ import annotations

import pytest

from forms.dossier.place_names import exists, read_place, spoken_place, title_of
from forms.model.place import Place
from forms.sets import newest
from tests.builders import example

ROOM = Place("T4", "203", "TU_THUC.permanent")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("T4", Place("T4")),
        ("T4.203", Place("T4", "203")),
        ("T4.203:TU_THUC.permanent", ROOM),
        ("facility", Place(record="facility")),
        ("facility/phone", Place(record="facility", field="phone")),
        ("children", Place(record="children")),
        ("children/c0003", Place(record="children/c0003")),
        ("children/c0003/name", Place(record="children/c0003", field="name")),
        ("T9", None),
        ("T4.999", None),
        ("T4.", None),
        ("T4.203:", None),
        ("T4.203:TU_THUC.x", None),
        ("T4:TU_THUC.permanent", None),
        ("T4/203", None),
        ("facility/x", None),
        ("facility/phone/x", None),
        ("children//name", None),
        ("children/c0003/x", None),
        ("", None),
    ],
)
def test_a_place_is_read_from_its_name(text: str, place: Place | None) -> None:
    assert read_place(text, newest()) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("biểu 4", Place("T4")),
        ("mã 203", Place("T4", "203")),
        ("Mã số 83", Place("T2", "083")),
        ("83", Place("T2", "083")),
        ("trẻ 1", Place(record="children/c0001")),
        ("giáo viên 1", Place(record="staff/s0001")),
        ("lớp 1", Place(record="classes/k0001")),
        ("cơ sở", Place(record="facility")),
        (" T4.203:TU_THUC.permanent ", ROOM),
        ("children/c9999", None),
        ("biểu 6", None),
        ("mã 999", None),
        ("trẻ 0", None),
        ("trẻ 999", None),
        ("trẻ", None),
        ("", None),
        ("ở đâu đó", None),
    ],
)
def test_a_place_is_understood_as_it_is_said(text: str, place: Place | None) -> None:
    assert spoken_place(text, example()) == place


def test_the_last_of_a_list_is_said_by_its_number() -> None:
    content = example()
    refs = list(content.records("children"))
    assert spoken_place(f"trẻ {len(refs)}", content) == Place(record=f"children/{refs[-1]}")
    assert spoken_place(f"trẻ {len(refs) + 1}", content) is None


@pytest.mark.parametrize(
    ("place", "title"),
    [
        (Place("T4"), "Biểu 4"),
        (ROOM, "Biểu 4, mã 203 Phòng học, Tư thục, Kiên cố"),
        (Place("T2", "083"), "Biểu 2, mã 83 Quy mô trẻ"),
        (Place(record="facility"), "Hồ sơ cơ sở"),
        (Place(record="facility", field="phone"), "Hồ sơ cơ sở, Điện thoại trường học"),
        (Place(record="children/c0001", field="name"), "Trẻ 1 Nguyễn Minh An, Họ tên"),
        (Place(record="children/c9999"), "Hồ sơ trẻ c9999"),
    ],
)
def test_a_place_has_a_title(place: Place, title: str) -> None:
    assert title_of(place, example()) == title


def test_only_records_may_be_missing() -> None:
    content = example()
    places = (ROOM, Place(record="facility"), Place(record="children"), Place(record="children/c0001"))
    assert all(exists(place, content) for place in places)
    assert not exists(Place(record="children/c9999"), content)
