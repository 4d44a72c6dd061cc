"""Random packages: sound ones, where every answer is there and fits, and messy ones, where anything may stand."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.builders import official

Package = dict[str, Any]
Fields = dict[str, st.SearchStrategy[Any]]


def _codes(catalogue: str) -> list[str]:
    return [item["code"] for item in official(f"catalogues/{catalogue}")["items"]]


def _day(first: int, last: int) -> st.SearchStrategy[str]:
    """A day of these years; the ends of months often."""
    return st.builds(
        "{}-{:02}-{:02}".format,
        st.integers(first, last),
        st.sampled_from([1, 2, 8, 9, 10, 12]),
        st.sampled_from([1, 15, 28]),
    ) | st.builds(
        "{}-{}".format, st.integers(first, last), st.sampled_from(["09-30", "10-01", "08-31", "03-31"])
    )


YES_NO = st.booleans()
ETHNICITY = st.sampled_from(["01", "01", "05", "04", "55"])
SEX = st.sampled_from(["01", "02"])

FACILITY: Fields = {
    "kind": st.sampled_from(_codes("facility_kinds")),
    "ownership": st.sampled_from(["01", "03", "09", "09"]),
    "region": st.sampled_from(_codes("regions")),
    "sites": st.integers(1, 9),
    "national_standard": st.sampled_from(_codes("national_standards")),
    **dict.fromkeys(
        ("electricity", "clean_water", "toilets", "internet", "computers", "hand_washing", "sex_education",
         "disaster_plan"),
        YES_NO,
    ),
}  # fmt: skip
AGES = {"16": ["01", "02", "03"], "17": ["04", "05", "06"]}
CLASS: Fields = {"mixed_ages": st.sampled_from("00234"), "full_day": YES_NO, "boarding": YES_NO}
CHILD: Fields = {
    "birth_date": _day(2012, 2018),
    "sex": SEX,
    "ethnicity": ETHNICITY,
    "status": st.sampled_from(["01", "01", "01", *_codes("child_statuses")]),
    "boarding": YES_NO,
    "disability": st.sampled_from([None, None, "02", "05"]),
    "health_checked": YES_NO,
    "nutrition": st.sampled_from(_codes("nutrition_states")),
    "fee_support": st.sampled_from([None, *_codes("fee_supports")]),
    "study_cost_support": YES_NO,
    "lunch_support": YES_NO,
}
STAFF: Fields = {
    "birth_date": _day(1950, 2001),
    "sex": SEX,
    "ethnicity": ETHNICITY,
    "status": st.sampled_from(["01", "01", *_codes("staff_statuses")]),
    "position": st.sampled_from(["01", "02", "03"]),
    "role": st.sampled_from([None, *_codes("staff_roles")]),
    "contract": st.sampled_from(_codes("contracts")),
    "teaches": st.sampled_from(["01", "02"]),
    "qualification": st.sampled_from(_codes("qualifications")),
}


def _records(fields: Fields) -> st.SearchStrategy[Package]:
    return st.fixed_dictionaries(fields).map(
        lambda record: {key: value for key, value in record.items() if value is not None}
    )


@st.composite
def sound(draw: st.DrawFn) -> Package:
    """A package whose mandatory answers are all there and fit each other."""
    divisions = draw(st.lists(st.sampled_from(["16", "17"]), max_size=4))
    classes = [
        {
            "code": f"K{number}",
            "name": f"Lớp {number}",
            "division": division,
            "age_group": draw(st.sampled_from(AGES[division])),
            **draw(_records(CLASS)),
        }
        for number, division in enumerate(divisions)
    ]
    children = draw(st.lists(_records(CHILD), max_size=8)) if classes else []
    for number, child in enumerate(children):
        child |= {"name": f"Bé {number}", "class_code": draw(st.sampled_from(classes))["code"]}
    staff = draw(st.lists(_records(STAFF), max_size=6))
    for number, person in enumerate(staff):
        person |= {"code": f"CB{number}", "name": f"Cô {number}"}
    return {
        "format": "nhomtre/1",
        "school_year": "2019-2020",
        "facility": draw(_records(FACILITY)),
        "classes": classes,
        "children": children,
        "staff": staff,
    }


ANYTHING = st.sampled_from([None, {"typed": "không rõ"}, "99", ""])
"""What may stand in place of an answer; unknown codes only where the file format lets a text stand."""


@st.composite
def messy(draw: st.DrawFn) -> Package:
    """A sound package in which some answers are missing, do not parse or name no code."""
    package = draw(sound())
    places = [package["facility"], *package["classes"], *package["children"], *package["staff"]]
    for _ in range(draw(st.integers(1, 6))):
        record = draw(st.sampled_from(places))
        if not record:
            continue
        key = draw(st.sampled_from(sorted(record)))
        value = draw(ANYTHING)
        if value is None:
            del record[key]
        elif key in ("name", "code", "class_code"):
            record[key] = "K0"
        elif isinstance(value, str) and not isinstance(record[key], str):
            record[key] = {"typed": value or "?"}
        else:
            record[key] = value
    return package


packages: st.SearchStrategy[Package] = sound() | messy()


# Whole reports: records in any order, with all that is typed beside them

BLOCKS = {"01": "CONG_LAP", "03": "DAN_LAP", "09": "TU_THUC"}
WORDS = st.sampled_from(["Lời Mẫu 1", "đã báo phòng", "a/b: «c»", "x" * 70])
CELL = st.integers(0, 20) | st.sampled_from([1.5, {"typed": "mười"}, {"typed": "1,2,3"}])
PLACES = st.sampled_from(
    ["T2.083", "T4", "children/c0001/birth_date", "staff/s0002", "facility", "facility/phone"]
)
REFS = {"classes": "k", "children": "c", "staff": "s"}


@st.composite
def reports(draw: st.DrawFn) -> Package:
    """A package with refs of its own choice, typed cells, reasons, notes, reviews and explanations."""
    package = draw(packages)
    for place, letter in REFS.items():
        numbers = draw(st.permutations(range(1, 11)))
        for number, item in zip(numbers, package[place], strict=False):
            item["ref"] = f"{letter}{number:04}"
    block = BLOCKS.get(str(package["facility"].get("ownership")))
    rooms = {f"{block or 'TU_THUC'}.{part}": CELL for part in ("permanent", "temporary")}
    counts = {f"{block}.{part}": CELL for part in ("total", "female")}
    money = dict.fromkeys(("planned", "settled"), CELL)
    parts = {"T4": (["194", "203"], rooms), "T5": (["017", "020"], money)}
    if block:
        parts["T2"] = (["120", "099"], counts)
    for key in ("cells", "reasons", "notes"):
        package[key] = {
            table: {
                row: draw(_some(columns if key == "cells" else dict.fromkeys(columns, WORDS))) for row in rows
            }
            for table, (rows, columns) in parts.items()
        }
    days = st.sampled_from(["2019-09-18", "2019-09-19"])
    package["reviewed"] = draw(_some({"name": days, "phone": days, "head_phone": days}))
    told = st.dictionaries(PLACES, WORDS, max_size=2)
    package["explanations"] = draw(_some({"W01": told, "W02": told, "W14": told}))
    return package


def _some(fields: Fields) -> st.SearchStrategy[Package]:
    return st.fixed_dictionaries({}, optional=fields)
