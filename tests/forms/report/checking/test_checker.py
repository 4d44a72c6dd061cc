"""A checker that remembers what it found gives what a fresh one gives, whatever was edited in between."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from forms.dossier.content import Content
from forms.report.checking.checker import Checker
from tests.builders import cells, example, facility, record, retaken, unread
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


@settings(max_examples=settings.default.max_examples // 2 if settings.default else 20)
@given(edited())
def test_a_checker_that_remembers_finds_what_a_fresh_one_finds(steps: list[Content]) -> None:
    remembering = Checker(TODAY, previous={"T2": {"083": {"TONG.total": 8}}}, switched_on=("W05",))
    for content in [*steps, steps[0]]:
        fresh = Checker(TODAY, previous={"T2": {"083": {"TONG.total": 8}}}, switched_on=("W05",))
        assert remembering(content) == fresh(Content(dict(content.tree)))
