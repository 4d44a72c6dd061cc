"""What differs between two reports: the edits lead from one to the other, the words name the place."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from forms.dossier.content import Content, Edit, apply, difference, empty_content
from forms.dossier.place_names import (
    exists,
)
from forms.dossier.roster import SchoolYear
from forms.model.values import Typed, dumps, loads
from forms.package.seal import read_sealed
from forms.package.writer import write
from forms.report.change_words import (
    ADDED,
    IS_THERE,
    REMOVED,
)
from forms.report.differences import differences, parts_of, place_of_edit
from forms.sets.mn2019.form import FORM
from tests.builders import cells, example, facility, imported, record, retaken, then, typed, without
from tests.forms.rosters import reports

PAIRS = 1500 if os.environ.get("NHOMTRE_FULL") == "1" else 25
"""Of each of the two kinds below; each is compared in both directions."""
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)


def parts(content: Content) -> dict[str, Any]:
    """The parts that are compared, with the order of the records; an empty part is as good as none."""
    found = {part: content.tree.get(part) or {} for part in parts_of(content.form)}
    return found | {f"order of {place}": list(content.records(place)) for place in FORM.list_places}


def rebuilt(value: Any) -> Any:
    """An equal tree that shares nothing."""
    return {key: rebuilt(item) for key, item in value.items()} if isinstance(value, Mapping) else value


def from_json(old: Content, text: str) -> Content:
    """*old* after the differences as they stand in the JSON, and nothing else."""
    content = old
    for item in loads(text):
        head, _, rest = item["path"].partition("/")
        # a rule has no stroke in its name, the place that is explained may have
        path = (head, *rest.split("/", 1 if head == "explanations" else -1))
        here = content.value(path)
        assert here == item["old"]
        content = apply(content, [Edit(path, here, item["new"], item.get("rank"))])
    return content


def check_pair(old: Content, new: Content) -> None:
    found = differences(old, new)
    assert parts(apply(old, [each.edit for each in found])) == parts(new)
    text = dumps([each.as_json() for each in found], indent=1, sort=False)
    assert text == dumps([each.as_json() for each in differences(old, new)], indent=1, sort=False)
    assert parts(from_json(old, text)) == parts(new)
    json.loads(text)
    for each in found:
        assert set(each.as_json()) - {"rank"} == {"path", "label", "old", "new"}
        check_words(each.label, each.edit, old, new)
        assert each.old != each.new or each.edit.old is not None, each
        if each.edit.path[0] != "explanations":
            assert exists(place_of_edit(each.edit, new.form), new)


def check_words(label: str, edit: Edit, old: Content, new: Content) -> None:
    part, *rest = edit.path
    assert label == label.strip() != ""
    assert "/".join(edit.path) not in label, "a path, not words"
    if part in TABLE_PARTS:
        table = FORM.table_by_id[rest[0]]
        assert label.startswith(f"Biểu {table.number}, mã {table.row_by_key[rest[1]].ma_so} ")
    elif part in FORM.list_places:
        record = (new.records(part).get(rest[0]) or old.records(part)[rest[0]]).get("name")
        assert FORM.record_by_place[part].word in label
        assert not isinstance(record, str) or record in label
        if len(rest) == 2:
            assert label.endswith(FORM.record_by_place[part].field_by_key[rest[1]].label)
    elif part == "explanations":
        assert label.startswith("Giải trình cảnh báo, ")
        assert rest[1] == "" or rest[1] not in label, "a place by its key"


TABLE_PARTS = ("cells", "taken", "reasons", "notes")


@pytest.mark.slow
@settings(max_examples=PAIRS, phases=NO_SHRINKING)
@given(reports(), reports())
def test_the_differences_of_any_two_reports_make_one_of_the_other(one: Any, other: Any) -> None:
    old, new = imported(one), imported(other)
    check_pair(old, new)
    check_pair(new, old)


@pytest.mark.slow
@settings(max_examples=PAIRS, phases=NO_SHRINKING)
@given(reports(), st.data())
def test_records_that_go_come_and_move_keep_their_order(package: Any, data: st.DataObject) -> None:
    old = imported(package)
    tree = dict(rebuilt(old.tree))
    for place in FORM.list_places:
        records = list(tree.get(place, {}).items())
        refs = data.draw(st.permutations(range(len(records))))
        kept = [records[number] for number in refs if data.draw(st.integers(0, 4))]
        new = [
            (f"{FORM.record_by_place[place].letter}9{number:03}", {"name": f"Mới {number}"})
            for number in range(2)
        ]
        for item in new:
            kept.insert(data.draw(st.integers(0, len(kept))), item)
        tree[place] = dict(kept)
    new_content = Content(tree)
    check_pair(old, new_content)
    check_pair(new_content, old)


@pytest.mark.slow
@settings(max_examples=PAIRS // 3, phases=NO_SHRINKING)
@given(reports())
def test_equal_reports_do_not_differ_whatever_objects_they_are(package: Any) -> None:
    content = imported(package)
    for same in (content, Content(rebuilt(content.tree)), imported(package, at="2019-09-20T07:00:00")):
        assert differences(content, same) == []
    bare = {part: item for part, item in content.tree.items() if item != {}}
    assert differences(content, Content({**{part: {} for part in parts_of(content.form)}, **bare})) == []


@pytest.mark.slow
@settings(max_examples=PAIRS // 3, phases=NO_SHRINKING)
@given(reports())
def test_the_package_of_a_report_carries_all_that_is_compared(package: Any) -> None:
    content = imported(package)
    _, carried, seal = read_sealed(write(content).encode())
    assert (seal.whole, seal.records, seal.layout) == (True, True, True)
    assert differences(content, carried) == []


# The words


def said(old: Content, new: Content) -> list[tuple[str, str, str]]:
    return [(each.label, each.old, each.new) for each in differences(old, new)]


CHILD = "children/c0003"


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (facility(phone=None), [("Hồ sơ cơ sở, Điện thoại", "02838912345", "")]),
        (record(CHILD, birth_date="2016-02-01"), None),
        (record(CHILD, birth_date=Typed("31/02/2016")), None),
        (without(CHILD), "gone"),
        (cells("T4", 203, permanent=2), None),
    ],
)
def test_a_difference_is_told_in_words(change: Any, wanted: Any) -> None:
    new = change(example())
    found = said(example(), new)
    assert len(found) == 1
    name = example().records("children")["c0003"]["name"]
    if wanted is None:
        assert found[0][0].startswith((f"Trẻ 3 {name}, ", "Biểu 4, mã 203 "))
        assert "31/02/2016" in found[0][2] or "/02/2016" in found[0][2] or found[0][2] == "2"
    elif new.records("children").keys() != example().records("children").keys():
        assert found == [(f"Trẻ 3 {name}", IS_THERE, REMOVED)]
        assert said(new, example()) == [(f"Trẻ 3 {name}", "", ADDED)]
    else:
        assert found[0][1:] == wanted[0][1:]
        assert found[0][0].startswith("Hồ sơ cơ sở, ")


def test_what_only_keeps_account_of_the_report_is_no_difference() -> None:
    beside = {
        "state": "sent",
        "revision": 4,
        "sent": {"4": {"at": "2019-09-20"}},
        "answers": {"0001": {"move": "lock"}},
        "campaign": {"office": "Phòng Mẫu"},
        "taken_at": "2019-09-29T00:00:00",
        "last_ref": {"c": 77},
    }
    assert differences(example(), Content({**example().tree, **beside})) == []


def test_a_child_that_left_is_in_the_lists_and_in_the_figures_once() -> None:
    new = retaken(without(CHILD)(example()))
    found = differences(example(), new)
    blocks = {each.edit.path[3].partition(".")[0] for each in found if each.edit.path[0] == "taken"}
    assert blocks == {"TU_THUC"}
    gone = [each for each in found if each.new == "0"]
    assert gone, "a count that is 0 now is told as 0, not as nothing"


def test_a_figure_typed_over_is_told_beside_that_of_the_records_which_it_hides() -> None:
    old, new = cells("T2", 87, total=2)(example()), example()
    label = "Biểu 2, mã 87 Học 2 buổi/ngày, Tư thục, Tổng số"
    assert said(old, new) == [(label, "2", "3")]
    assert said(new, old) == [(label, "3", "2")]
    none = cells("T2", 86, total=2)(example())
    assert [(before, after) for _, before, after in said(none, new)] == [("2", "0")]
    typed_only = Content({key: part for key, part in old.tree.items() if key not in ("taken", "taken_at")})
    no_figure = Content({key: part for key, part in new.tree.items() if key not in ("taken", "taken_at")})
    assert said(typed_only, no_figure) == [(label, "2", "")]


def test_an_explanation_of_a_child_that_left_still_names_it() -> None:
    old = Content({**example().tree, "explanations": {"W02": {CHILD: "đã báo phòng"}}})
    new = without(CHILD)(example())
    name = example().records("children")["c0003"]["name"]
    assert (f"Giải trình cảnh báo, Trẻ 3 {name}", "đã báo phòng", "") in said(old, new)


def test_from_nothing_to_a_whole_report_and_back() -> None:
    whole = then(typed("T5", 17, {"settled": 5}), facility(head_name="Người Mẫu"))(example())
    for old, new in ((empty_content(SchoolYear(2019)), whole), (whole, empty_content(SchoolYear(2019)))):
        check_pair(old, new)
    assert difference(whole, whole) == ()


@pytest.mark.parametrize("place", ["children/c0003", "T2.083", "facility/phone", "", "T99", "children/c9999"])
def test_an_explanation_names_the_place_in_words(place: str) -> None:
    new = Content({**example().tree, "explanations": {"W02": {place: "đã báo phòng"}}})
    ((label, old, words),) = said(example(), new)
    assert (old, words) == ("", "đã báo phòng")
    assert label.startswith("Giải trình cảnh báo")
    assert label == label.strip(", ")
    if place == "children/c0003":
        assert label == f"Giải trình cảnh báo, Trẻ 3 {example().records('children')['c0003']['name']}"
    if place == "T2.083":
        assert label.startswith("Giải trình cảnh báo, Biểu 2, mã 83 ")


@pytest.mark.parametrize(
    ("path", "label", "place"),
    [
        (("facility", "fax"), "Hồ sơ cơ sở, «fax» (mục của bản cũ)", "facility"),
        (("children", "c0003", "nickname"), "Trẻ 3 {name}, «nickname» (mục của bản cũ)", "children/c0003"),
        (("reviewed", "fax"), "Đã rà soát, Hồ sơ cơ sở", "facility"),
        (("cells", "T4", "999", "TU_THUC.permanent"), "Biểu 4, «T4.999.TU_THUC.permanent» (mục của bản cũ)", "T4"),
        (("notes", "T4", "203", "CU.permanent"), "Biểu 4, mã 203 Phòng học, «T4.203.CU.permanent» (mục của bản cũ), ghi chú", "T4.203"),
        (("cells", "T9", "1", "TONG"), "«T9.1.TONG» (mục của bản cũ)", ""),
    ],
)  # fmt: skip
def test_what_the_form_does_not_have_any_more_is_told_by_its_key(
    path: tuple[str, ...], label: str, place: str
) -> None:
    old = example()
    new = apply(old, [Edit(path, None, "2019-09-19")])
    for one, other, values in ((old, new, ("", "2019-09-19")), (new, old, ("2019-09-19", ""))):
        (difference_,) = differences(one, other)
        assert difference_.label == label.format(name=old.records("children")["c0003"]["name"])
        assert (difference_.old, difference_.new) == values or path[0] == "reviewed"
        assert str(place_of_edit(difference_.edit, FORM)) == place
