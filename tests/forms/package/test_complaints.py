"""What the national system complains about is kept beside the report, ticked off, and goes when a later file comes."""

from __future__ import annotations

from forms.dossier.content import Content, Edit, Scope, apply, scope_of
from forms.dossier.place_names import read_place
from forms.package.answers import PlacedRemark
from forms.package.complaints import Complaints, complaints, complaints_left, keeping
from forms.sets.mn2019.form import FORM
from tests.builders import AT, example


def file(digest: str, *remarks: tuple[str, str]) -> Complaints:
    placed = []
    for text, words in remarks:
        place = read_place(text, FORM)
        assert place is not None
        placed.append(PlacedRemark(place, words))
    return Complaints(f"{digest}.xlsx", digest, AT, tuple(placed))


def kept(content: Content, given: Complaints) -> Content:
    return apply(content, keeping(content, given))


def left(content: Content) -> list[tuple[str, str]]:
    return [(str(remark.place), remark.text) for remark in complaints_left(content)]


def test_they_are_kept_in_order_and_ticked_off() -> None:
    content = kept(example(), file("a", ("children/c0001/name", "Sai tên"), ("children/c0001/name", "Trùng")))
    assert left(content) == [("children/c0001/name", "Sai tên"), ("children/c0001/name", "Trùng")]
    (first, second) = complaints(content)[0].remarks
    content = apply(content, [Edit((*first.path, "done"), None, True)])
    assert left(content) == [("children/c0001/name", "Trùng")]
    assert [remark.done for remark in complaints(content)[0].remarks] == [True, False]
    assert second.path == ("complaints", "0001", "remarks", "2")


def test_the_same_file_once_more_changes_nothing() -> None:
    given = file("a", ("children/c0001", "Sai"))
    content = kept(example(), given)
    ticked = apply(content, [Edit((*complaints_left(content)[0].path, "done"), None, True)])
    assert keeping(ticked, given) == ()


def test_a_file_without_complaints_leaves_those_of_others() -> None:
    content = kept(example(), file("a", ("children/c0001", "Sai")))
    assert keeping(content, file("b")) == ()
    assert left(content)


def test_a_later_file_about_the_same_list_takes_the_place_of_the_earlier() -> None:
    content = kept(
        example(),
        file(
            "a",
            ("children/c0001", "Sai"),
            ("staff/s0001/code", "Trùng"),
            ("T4.203", "Thiếu"),
            ("children", "x"),
        ),
    )
    content = kept(content, file("b", ("children/c0002", "Thiếu ngày sinh")))
    assert left(content) == [
        ("staff/s0001/code", "Trùng"),
        ("T4.203", "Thiếu"),
        ("children/c0002", "Thiếu ngày sinh"),
    ]
    content = kept(content, file("c", ("staff", "Trùng"), ("T4", "Thiếu")))
    assert [each.file for each in complaints(content)] == ["b.xlsx", "c.xlsx"]
    assert left(content) == [("children/c0002", "Thiếu ngày sinh"), ("staff", "Trùng"), ("T4", "Thiếu")]


def test_they_stand_beside_the_report_whatever_its_state() -> None:
    assert scope_of("complaints", FORM) is Scope.BESIDE
