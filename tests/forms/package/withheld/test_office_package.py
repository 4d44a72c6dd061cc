"""The package for the office: every figure in it, nobody of the records, and no way back into a dossier."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from forms.dossier.content import Content, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.errors import Refused
from forms.model.text import fold, format_date, parse_iso
from forms.package.adopt import adopt, carried
from forms.package.parts import PackageRefused
from forms.package.reader import package_of, parsed, read
from forms.package.seal import read_sealed
from forms.package.withheld.office_package import WithoutRecords, write_for_office
from forms.package.withheld.withheld_words import LEFT_OUT
from forms.package.writer import package_hash, records_hash
from forms.report.checking.checker import Checker
from forms.report.differences import differences
from forms.report.figures import FiguresOf
from forms.report.report import Report, check_code
from forms.report.staleness import stale_cells
from forms.sets.mn2019.form import FORM
from tests.builders import AT, cells, example, figures, package_bytes, people_founded, public, school
from tests.exports.arriving import report_of_seed, sent_again
from tests.exports.conftest import TODAY

SEEDS = range(300 if os.environ.get("NHOMTRE_FULL") == "1" else 12)
NAMES = ("Lý Mẫu Vân", "Đặng Mẫu Thúy Quỳnh", "Mạc Mẫu Khuê", "Ông Mẫu Ích Đạt", "Vừ Mẫu Sính", "Tẩn Mẫu Ửng")


def report_on(content: Content) -> Report:
    checker = Checker()
    issues = checker(content, TODAY)
    return Report(content, checker.figures_of(content), issues, TODAY)


def written(content: Content) -> dict[str, Any]:
    package: dict[str, Any] = json.loads(write_for_office(report_on(content)))
    return package


def test_it_has_the_parts_of_the_format_in_their_order() -> None:
    content = sent_again(example())
    package = written(content)
    assert list(package) == [
        "format", "school_year", "facility", "cells", "taken_at", "state", "revision", "sent_at", "sent_by",
        "check_code", "figures", "counts", "records", "package_hash",
    ]  # fmt: skip
    assert package["format"] == "nhomtre/2"
    assert package["facility"] == json.loads(package_bytes(content.facility))
    assert package["records"] == {"withheld": True, "hash": records_hash(content)}
    assert package["counts"] == {
        "records": {place: len(content.records(place)) for place in FORM.list_places},
        "issues": {"errors": 0, "warnings": 0, "missing": 0},
    }
    assert package["package_hash"] == package_hash(package)
    figures_of = FiguresOf()(content)
    assert package["check_code"] == check_code(content, figures_of)
    assert package["figures"] == json.loads(package_bytes(figures_of.as_json()))


@pytest.mark.parametrize(
    "content",
    [
        example(),
        public(),
        people_founded(),
        school(),
        cells("T2", 85, total=7)(example()),
        cells("T2", 85, total=0)(example()),
        figures("T2.99=4", "T2.99.female=1")(example()),
        Content({key: part for key, part in example().tree.items() if key not in ("taken", "taken_at")}),
        Content({key: part for key, part in example().tree.items() if key != "facility"}),
        empty_content(SchoolYear(2019)),
    ],
    ids=[
        "own",
        "public",
        "people",
        "school",
        "typed over",
        "typed to 0",
        "stale",
        "not taken",
        "no profile",
        "empty",
    ],
)
def test_the_figures_come_back_as_they_were(content: Content) -> None:
    report = report_on(content)
    _, found, seal = read_sealed(write_for_office(report).encode())
    assert (seal.whole, seal.figures, seal.layout, seal.records) == (True, True, True, None)
    assert FiguresOf()(found) == report.figures
    assert found.withholds_records
    assert found.is_empty
    assert stale_cells(found) == {}
    assert differences(WithoutRecords(content, report.figures).reduced, found) == []


# Nobody is in it


def crowded(seed: int) -> tuple[Content, list[str]]:
    """A made-up facility whose people have names, days and numbers of their own, which many words name; those texts."""
    chance = Random(seed)
    content = report_of_seed(seed).content
    texts: list[str] = []
    tree = dict(content.tree)
    for place in ("children", "staff"):
        people = {}
        for number, (ref, item) in enumerate(content.records(place).items()):
            person = {
                **item,
                "name": f"{chance.choice(NAMES)} {_syllable(chance)}",
                "birth_date": f"{chance.randrange(1950, 2019)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
                "phone": f"09{chance.randrange(10**8):08}",
            }
            if place == "children":
                person |= {
                    "personal_id": f"{chance.randrange(10**11, 10**12)}",
                    "id": f"{chance.randrange(10**9, 10**10)}",
                    "father_name": f"{chance.choice(NAMES)} {_syllable(chance)}",
                }
            else:
                person |= {"code": f"GV{seed}{number:03}", "email": f"nguoi.{seed}.{number}@mau.vn"}
            people[ref] = person
            texts += _told(person, chance)
        tree[place] = people
    chance.shuffle(texts)
    rows = FORM.table_by_id["T4"].data_rows
    column = FORM.table_by_id["T4"].columns[0].key
    notes = {row.key: {column: f"xem lại: {text}"} for row, text in zip(rows, texts, strict=False)}
    left = texts[len(rows) :]
    tree["notes"], tree["reasons"] = {"T4": notes}, {"T4": dict(reversed(notes.items()))}
    refs = list(content.records("children"))
    tree["explanations"] = {
        "W01": {f"children/{ref}/birth_date": text for ref, text in zip(refs, left, strict=False)},
        "W02": dict.fromkeys(texts[:5], "một chỗ không có"),
    }
    return Content(tree), texts


def _syllable(chance: Random) -> str:
    return "".join(chance.choices("bcdghklmnpqrstvx", k=2)).capitalize() + chance.choice(
        ("ẩng", "oèn", "uỵt")
    )


def _told(person: dict[str, Any], chance: Random) -> list[str]:
    born = parse_iso(person["birth_date"])
    assert born is not None
    name, phone = person["name"], person["phone"]
    ways: list[Callable[[], str]] = [
        lambda: name,
        lambda: name.upper(),
        lambda: fold(name),
        lambda: f"cháu {name.split()[-1]} ốm",
        lambda: f"be {fold(name.split()[-1])} om",
        lambda: " ".join(name.split()[-2:]),
        lambda: f"sinh {format_date(born)}",
        lambda: f"sinh {born.day}-{born.month}-{born:%y}",
        lambda: f"sinh {person['birth_date']}",
        lambda: f"gọi {phone[:4]} {phone[4:7]} {phone[7:]}",
        lambda: f"gọi +84{phone[1:]}",
        *((lambda value=person[key]: f"mã {value}") for key in ("personal_id", "id", "code", "email", "father_name") if key in person),
    ]  # fmt: skip
    return [way() for way in chance.sample(ways, 3)]


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_of_anybody_is_in_its_bytes(seed: int) -> None:
    content, texts = crowded(seed)
    content = sent_again(content)
    report = report_on(content)
    text = write_for_office(report)
    folded = fold(text)
    for place in ("children", "staff"):
        for person in content.records(place).values():
            for key in ("name", "birth_date", "phone", "personal_id", "id", "code", "email", "father_name"):
                value = str(person.get(key, ""))
                assert not value or fold(value) not in folded, key
            assert str(person["name"]).split()[-1] not in text
            born = parse_iso(str(person["birth_date"]))
            assert born is not None and format_date(born) not in text
    for words in texts:
        assert words not in text
    assert LEFT_OUT in text
    assert not {"classes", "children", "staff", "doubts", "taken"} & json.loads(text).keys()
    # and the office has every figure
    assert FiguresOf()(read_sealed(text.encode())[1]) == report.figures


def test_words_that_name_nobody_go_with_it_and_the_others_are_told() -> None:
    tree = {
        **example().tree,
        "reasons": {"T2": {"083": {"TU_THUC.total": "đếm tay"}}},
        "notes": {"T4": {"203": {"TU_THUC.permanent": f"hỏi {_child_name()}"}}},
        "explanations": {
            "W09": {
                "T2.112": "chưa cân",
                "children/c0001/name": f"{_child_name()} mới vào",
                "children/c9999": "không còn",
            }
        },
    }
    content = Content(tree)
    package = written(content)
    assert package["reasons"] == {"T2": {"083": {"TU_THUC.total": "đếm tay"}}}
    assert package["notes"] == {"T4": {"203": {"TU_THUC.permanent": LEFT_OUT}}}
    assert package["explanations"] == {"W09": {"T2.112": "chưa cân", "children/c0001/name": LEFT_OUT}}
    assert WithoutRecords(content, FiguresOf()(content)).left_out == (
        ("notes", "T4", "203", "TU_THUC.permanent"),
        ("explanations", "W09", "children/c0001/name"),
    )
    assert content.tree == tree


def _child_name() -> str:
    return str(example().records("children")["c0001"]["name"])


# Never taken into a dossier


def test_it_is_never_taken_into_a_dossier() -> None:
    data = write_for_office(report_on(sent_again(example()))).encode()
    with pytest.raises(Refused, match="chỉ có số liệu để xem và cộng"):
        read(data)
    package = package_of(parsed(data))
    for before in (empty_content(SchoolYear(2019)), example()):
        with pytest.raises(Refused, match="export json"):
            adopt(package, before, AT)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda package: package.pop("records"), "records"),
        (lambda package: package["records"].pop("hash"), "records.hash"),
        (lambda package: package["records"].update(hash="0" * 63), "records.hash"),
        (lambda package: package["records"].update(hash=7), "records.hash"),
        (lambda package: package["records"].update(withheld=False), "records.withheld"),
        (lambda package: package["records"].update(withheld=1), "records.withheld"),
        (lambda package: package.pop("package_hash"), "package_hash"),
        (lambda package: package.pop("figures"), "figures"),
        (lambda package: package["figures"]["T2"].update({"999": {}}), "figures.T2.999"),
        (lambda package: package["figures"]["T2"]["083"].update({"TONG.total": "3"}), "figures.T2.083.TONG.total"),
        (lambda package: package["figures"]["T2"]["083"].update({"TONG.total": True}), "figures.T2.083.TONG.total"),
        (lambda package: package.pop("counts"), "counts"),
        (lambda package: package["counts"].pop("issues"), "counts.issues"),
        (lambda package: package["counts"]["issues"].pop("missing"), "counts.issues.missing"),
        (lambda package: package["counts"]["issues"].update(errors=-1), "counts.issues.errors"),
        (lambda package: package["counts"]["records"].update(dogs=1), "counts.records.dogs"),
        (lambda package: package["counts"]["records"].update(children="46"), "counts.records.children"),
        (lambda package: package.update(children=[]), "children"),
        (lambda package: package.update(staff=[{"name": "Người Mẫu"}]), "staff"),
        (lambda package: package.update(taken={}), "taken"),
        (lambda package: package.update(records_hash="0"), "records_hash"),
        (lambda package: package.update(doubts={}), "doubts"),
        (lambda package: package.update(withheld={}), "withheld"),
    ],
)  # fmt: skip
def test_what_is_missing_or_more_than_figures_is_refused_with_its_path(
    change: Callable[[dict[str, Any]], Any], path: str
) -> None:
    package = written(sent_again(example()))
    change(package)
    with pytest.raises(PackageRefused) as caught:
        carried(package_of(parsed(package_bytes(package))))
    assert path in [offence.path for offence in caught.value.offences]


@pytest.mark.parametrize(
    "change",
    [
        lambda package: package["figures"]["T2"]["083"].update({"TONG.total": 99}),
        lambda package: package["figures"]["T4"]["203"].update({"TU_THUC.permanent": 99}),
        lambda package: package["cells"]["T4"]["203"].update({"TU_THUC.permanent": 99}),
        lambda package: package["figures"].pop("T3"),
        lambda package: package.pop("taken_at"),
    ],
)
def test_figures_that_its_own_cells_do_not_give_are_seen_though_it_was_sealed_again(
    change: Callable[[dict[str, Any]], Any],
) -> None:
    package = written(sent_again(example()))
    change(package)
    package["package_hash"] = package_hash(package)
    _, _, seal = read_sealed(package_bytes(package))
    assert (seal.whole, seal.figures) == (True, False)
    assert seal.is_broken
