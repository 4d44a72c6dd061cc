"""Packages in and out: what is refused, each offence with its path, and what is taken and reported."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any
from unicodedata import is_normalized, normalize

import pytest

from forms.dossier.content import Content, apply, difference, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.values import Typed
from forms.package.adopt import adopt
from forms.package.parts import PackageRefused
from forms.package.reader import MAX_BYTES, read
from forms.package.writer import records_hash, write
from tests.builders import (
    AT,
    example,
    example_package,
    facility,
    imported,
    package_bytes,
    record,
    school,
    then,
)
from tests.forms.rule_cases import issues_of, rules_of


def refused(package: Any) -> list[str]:
    """The paths of the offences of a package."""
    data = package if isinstance(package, bytes) else package_bytes(package)
    with pytest.raises(PackageRefused) as caught:
        adopt(read(data), empty_content(SchoolYear(2019)), AT)
    text = str(caught.value)
    assert text.encode()
    assert "\x1b" not in text
    return [offence.path for offence in caught.value.offences]


def changed(*steps: str | int, to: Any) -> dict[str, Any]:
    """The package of the example with one value set."""
    package = example_package()
    here: Any = package
    for step in steps[:-1]:
        here = here.setdefault(step, {}) if isinstance(here, dict) else here[step]
    here[steps[-1]] = to
    return package


# Refused


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"{", b"[]", b'"typed"', b'{"typed": "x"}', b"null", b"\xff\xfe", b"[" * 200_000,
     b'{"format": "nhomtre/1", "format": "nhomtre/1"}', b'{"format": NaN}'],
    ids=lambda data: repr(data[:12]),
)  # fmt: skip
def test_what_is_no_json_object_is_refused_as_a_whole(data: bytes) -> None:
    assert refused(data) == [""]


def test_a_file_of_more_than_10_mb_is_refused_unread() -> None:
    assert MAX_BYTES == 10_000_000
    assert refused(b" " * (MAX_BYTES + 1)) == [""]
    padded = package_bytes(example_package())
    assert read(padded + b" " * (MAX_BYTES - len(padded))).year == SchoolYear(2019)


@pytest.mark.parametrize(
    ("package", "paths"),
    [
        (changed("format", to="nhomtre/9"), ["format"]),
        (changed("school_year", to="2019-2021"), ["school_year"]),
        (changed("school_year", to=2019), ["school_year"]),
        (changed("pupils", to=[]), ["pupils"]),
        (changed("facility", to=[]), ["facility"]),
        (changed("facility", "colour", to="red"), ["facility.colour"]),
        (changed("facility", "school_year", to=2018), ["facility.school_year"]),
        (changed("facility", "name", to=5), ["facility.name"]),
        (changed("facility", "kind", to=19), ["facility.kind"]),
        (changed("facility", "sites", to="1"), ["facility.sites"]),
        (changed("facility", "sites", to=True), ["facility.sites"]),
        (changed("facility", "internet", to=1), ["facility.internet"]),
        (changed("facility", "founded_on", to=2019), ["facility.founded_on"]),
        (changed("facility", "name", to=None), ["facility.name"]),
        (changed("facility", "name", to="x" * 10_001), ["facility.name"]),
        (changed("children", to={}), ["children"]),
        (changed("children", 2, to="Châu"), ["children[2]"]),
        (changed("children", 2, "nick", to="Bé"), ["children[2].nick"]),
        (changed("children", 2, "name", to=["Châu"]), ["children[2].name"]),
        (changed("children", 2, "ref", to="k0001"), ["children[2].ref"]),
        (changed("children", 2, "ref", to="c1"), ["children[2].ref"]),
        (changed("staff", 0, "ref", to=7), ["staff[0].ref"]),
        (changed("cells", to=[]), ["cells"]),
        (changed("cells", "T6", to={}), ["cells.T6"]),
        (changed("cells", "T4", "999", to={}), ["cells.T4.999"]),
        (changed("cells", "T4", "203", "TU_THUC.marble", to=1), ["cells.T4.203.TU_THUC.marble"]),
        (changed("cells", "T4", "203", "TU_THUC.permanent", to="1"), ["cells.T4.203.TU_THUC.permanent"]),
        (changed("cells", "T4", "203", "TU_THUC.permanent", to=True), ["cells.T4.203.TU_THUC.permanent"]),
        (changed("cells", "T4", "203", "TU_THUC.total", to=1), ["cells.T4.203.TU_THUC.total"]),
        (changed("cells", "T4", "203", "TONG.permanent", to=1), ["cells.T4.203.TONG.permanent"]),
        (changed("cells", "T1", "055", "TU_THUC", to=2), ["cells.T1.055.TU_THUC"]),
        (changed("cells", "T1", "054", "TONG", to=2), ["cells.T1.054.TONG"]),
        (changed("cells", "T2", "120", "DAN_LAP.total", to=2), ["cells.T2.120.DAN_LAP.total"]),
        (changed("cells", "T5", "016", "settled", to=2), ["cells.T5.016.settled"]),
        (changed("reasons", "T2", "120", "TU_THUC.total", to=5), ["reasons.T2.120.TU_THUC.total"]),
        (changed("notes", "T9", to={}), ["notes.T9"]),
        (changed("reviewed", "ward", to="2019-09-20"), ["reviewed.ward"]),
        (changed("reviewed", "name", to="20/09/2019"), ["reviewed.name"]),
        (changed("explanations", "W99", to={}), ["explanations.W99"]),
        (changed("explanations", "W26", "T2/083", to=1), ["explanations.W26.T2/083"]),
        (changed("taken", "T2", "083", "TU_THUC.total", to="5"), ["taken.T2.083.TU_THUC.total"]),
        (changed("state", to="lost"), ["state"]),
        (changed("revision", to=-1), ["revision"]),
        (changed("revision", to=True), ["revision"]),
        (changed("taken_at", to=5), ["taken_at"]),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)  # fmt: skip
def test_what_is_no_package_is_refused_with_its_path(package: dict[str, Any], paths: list[str]) -> None:
    assert refused(package) == paths


def test_every_offence_is_told_at_once_in_the_order_of_the_file() -> None:
    package = changed("children", 2, "name", to=5)
    package["facility"]["colour"] = "red"
    package["staff"][1]["sex"] = 2
    package["cells"]["T7"] = {}
    assert refused(package) == ["facility.colour", "children[2].name", "staff[1].sex", "cells.T7"]


def test_a_ref_given_twice_is_refused_at_the_second() -> None:
    package = changed("children", 0, "ref", to="c0007")
    package["children"][3]["ref"] = "c0007"
    assert refused(package) == ["children[3].ref"]


@pytest.mark.parametrize(
    "key", ["\x1b[31m", "\x07", "x" * 5000, "\ud800"], ids=["escape", "bell", "long", "surrogate"]
)
def test_a_strange_key_is_refused_in_a_message_that_can_be_shown(key: str) -> None:
    package = example_package()
    package["facility"][key] = 1
    data = json.dumps(package).encode()
    (path,) = refused(data)
    assert path.startswith("facility.") and len(path) < 60


def test_without_an_ownership_rooms_are_kept_and_overrides_refused() -> None:
    package = example_package()
    del package["facility"]["ownership"]
    content = imported(package)
    assert content.part("cells") == example().part("cells")
    assert content.taken is None
    package["cells"]["T2"] = {"120": {"TU_THUC.total": 1}}
    assert refused(package) == ["cells.T2.120.TU_THUC.total"]


# Taken and reported


@pytest.mark.parametrize(
    ("package", "rules"),
    [
        (changed("children", 5, "birth_date", to="2016-02-31"), ["E52"]),
        (changed("children", 5, "birth_date", to={"typed": "31/02/2016"}), ["E52"]),
        (changed("children", 0, "religion", to="77"), ["E50"]),
        (changed("children", 0, "personal_id", to="123"), ["E49"]),
        (changed("children", 0, "mother_job", to="y" * 101), ["E53"]),
        (changed("children", 0, "father_birth_year", to=1985.5), ["E52"]),
        (changed("facility", "sites", to={"typed": "một"}), ["E52"]),
        (changed("facility", "ward", to="26770x"), ["E50"]),
        (changed("cells", "T4", "195", "TU_THUC.permanent", to={"typed": "hai"}), ["E01"]),
        (changed("cells", "T4", "195", "TU_THUC.permanent", to=-2), ["E01"]),
        (changed("cells", "T4", "195", "TU_THUC.permanent", to=2.5), ["E01"]),
        (changed("cells", "T4", "195", "DAN_LAP.permanent", to=1), ["E03", "E03", "E04", "E04"]),
        (changed("cells", "T5", "017", "settled", to=1.2345), ["E02"]),
        (changed("staff", 2, "code", to="GV01"), ["E46"]),
        (changed("classes", 1, "name", to="Nhóm Thỏ Trắng"), ["W44"]),
    ],
)
def test_what_a_rule_can_report_is_imported_and_reported(package: dict[str, Any], rules: list[str]) -> None:
    assert rules_of(issues_of(imported(package))) == rules


def test_a_child_in_no_class_is_imported_and_reported() -> None:
    assert "E42" in rules_of(issues_of(imported(changed("children", 0, "class_code", to="NT9"))))


def test_a_number_of_forty_digits_is_kept_as_typed() -> None:
    data = package_bytes(example_package()).replace(b'"sites":1', b'"sites":' + b"1" * 40)
    content = adopt(read(data), empty_content(SchoolYear(2019)), AT)
    assert content.facility["sites"] == Typed("1" * 40)
    assert rules_of(issues_of(content)) == ["E52"]
    assert '"typed": "1111' in write(content)


def test_text_is_cleaned_on_the_way_in_and_otherwise_kept_as_it_is() -> None:
    strange = normalize("NFD", "  [red]Nguyễn\u200b  Ðức\x1b[0m\t=cmd|'/c calc'!A0  ")
    content = imported(changed("children", 0, "name", to=strange))
    name = content.records("children")["c0001"]["name"]
    assert name == "[red]Nguyễn Đức[0m =cmd|'/c calc'!A0"
    assert is_normalized("NFC", write(content))


def test_an_identifier_is_brought_to_its_stored_form() -> None:
    package = changed("children", 0, "phone", to="+84 968.484.791")
    package["staff"][0]["id_number"] = "079 180001234"
    content = imported(package)
    assert content.records("children")["c0001"]["phone"] == "0968484791"
    assert content.records("staff")["s0001"]["id_number"] == "079180001234"


def test_an_empty_text_is_no_value() -> None:
    content = imported(changed("children", 0, "phone", to="  "))
    assert "phone" not in content.records("children")["c0001"]


def test_a_computed_field_is_ignored() -> None:
    package = changed("classes", 0, "mixed", to=True)
    package["children"][0]["full_day"] = False
    content = imported(package)
    assert "mixed" not in content.records("classes")["k0001"]
    assert "full_day" not in content.records("children")["c0001"]
    assert content.taken == example().taken


@pytest.mark.parametrize("literal", ["12.345", "0.1", "999999999999.999", "0.125"])
def test_amounts_are_exact(literal: str) -> None:
    package = example_package()
    package["cells"]["T5"] = {"017": {"settled": Decimal(literal)}}
    content = imported(package)
    assert content.part("cells")["T5"]["017"]["settled"] == Decimal(literal)
    assert f'"settled": {literal}' in write(content)


# Refs


def test_records_get_refs_in_entry_order_and_keep_them_when_imported_again() -> None:
    first = example()
    assert list(first.records("children")) == [f"c000{number}" for number in range(1, 7)]
    assert list(first.records("classes")) == ["k0001", "k0002"]
    package = example_package()
    package["children"].reverse()
    package["children"].insert(0, {**package["children"][0], "name": "Bé Mới"})
    again = imported(package, first)
    names = {ref: item["name"] for ref, item in first.records("children").items()}
    assert list(again.records("children")) == ["c0007", "c0006", "c0005", "c0004", "c0003", "c0002", "c0001"]
    assert {ref: item["name"] for ref, item in again.records("children").items() if ref != "c0007"} == names


def test_a_ref_is_never_given_again() -> None:
    fewer = example_package()
    del fewer["children"][3:]
    then_more = example_package()
    then_more["children"][3]["name"] = "Bé Khác"
    last = imported(then_more, imported(fewer, example()))
    assert "c0004" not in last.records("children")
    assert list(last.records("children"))[3:] == ["c0007", "c0008", "c0009"]


def test_refs_that_a_package_brings_are_kept_and_new_ones_come_after_them() -> None:
    package = changed("children", 1, "ref", to="c0040")
    content = imported(package)
    assert list(content.records("children"))[:3] == ["c0041", "c0040", "c0042"]


# What an import replaces and what it keeps


def test_an_import_makes_the_dossier_equal_to_the_package() -> None:
    before = then(facility(website="a.vn"), record("children/c0001", phone="0901234567"))(example())
    assert write(imported(example_package(), before)) == write(example())


def test_a_package_without_facility_state_or_revision_leaves_those_of_the_dossier() -> None:
    package = example_package()
    before = imported({**package, "state": "rejected", "revision": 3})
    del package["facility"]
    after = imported(package, before)
    assert after.facility == before.facility
    assert (after.state, after.revision) == ("rejected", 4)


def test_an_empty_facility_in_a_package_empties_that_of_the_dossier() -> None:
    package = {**example_package(), "facility": {}}
    after = imported(package, example())
    assert dict(after.facility) == {}


def test_the_time_of_the_figures_stays_while_the_figures_are_the_same() -> None:
    again = imported(example_package(), example(), at="2030-01-01T00:00:00")
    assert again.taken_at == AT
    other = imported(changed("children", 0, "sex", to="02"), example(), at="2030-01-01T00:00:00")
    assert other.taken_at == "2030-01-01T00:00:00"


def test_what_a_package_says_was_taken_is_not_believed() -> None:
    content = imported(changed("taken", "T2", "083", "TU_THUC.total", to=99))
    assert content.taken == example().taken


def test_an_import_is_one_change_that_can_be_taken_back() -> None:
    before, after = example(), imported(changed("children", 0, "name", to="Khác"), school())
    edits = difference(before, after)
    assert write(apply(before, edits)) == write(after)


def test_the_hash_of_the_records_changes_with_a_value_and_with_the_order() -> None:
    children = dict(reversed(list(example().records("children").items())))
    reordered = Content({**example().tree, "children": children})
    hashes = {
        records_hash(example()),
        records_hash(record("children/c0001", phone="0901234567")(example())),
        records_hash(reordered),
    }
    assert len(hashes) == 3
    assert records_hash(imported(example_package())) == records_hash(example())
    assert json.loads(write(example()))["records_hash"] == records_hash(example())


def test_a_package_has_the_parts_of_the_format_in_its_order() -> None:
    assert list(json.loads(write(example()))) == [
        "format", "school_year", "facility", "classes", "children", "staff", "cells", "taken", "taken_at", "records_hash",
        "package_hash",
    ]  # fmt: skip


def test_only_the_cells_of_the_own_block_are_written_for_derived_tables() -> None:
    content = imported(changed("cells", "T2", "120", "TU_THUC.total", to=1))
    assert "T2" in json.loads(write(content))["cells"]
    assert "T2" not in json.loads(write(facility(ownership="01")(content)))["cells"]
