"""Invented inputs of a comparison, written once and given to both versions: packages, workbooks, folders of an office.

Everything follows from the numbers of the facilities: two runs of one commit write the same bytes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, seed, settings

from exports.printing.pdf import write_pdf
from exports.workbooks.report.report_book import write_report
from exports.workbooks.rosters.roster_book import write_rosters
from forms.dossier.content import Content, apply
from forms.dossier.sent_revisions import sent
from forms.model.values import loads
from forms.package.answer_file import AnswerFile, write_answer
from forms.package.answers import Answer
from forms.package.writer import write
from forms.report.figures import FiguresOf
from forms.report.report import Report
from forms.report.submission import sending
from tests import office_folder
from tests.builders import example_package, imported, official, package_bytes
from tests.exports import arriving, hostile, templates
from tests.exports.invented import Invented
from tests.forms import rosters
from tests.forms.report import checking

Package = dict[str, Any]

BLOCKS = {"01": "CONG_LAP", "03": "DAN_LAP", "09": "TU_THUC"}
ZIPPED = (2019, 9, 19, 8, 0, 0, 3, 262, 0)
SENT_AT = "2019-09-19T09:00:00+07:00"
DRAWN = 60
"""Random packages of the property tests, of which the largest are taken."""
TOO_BIG = ("400 MB unpacked", "zip bomb", "a million rows, wrong dimension", "500,000 shared texts")
"""Hostile workbooks that only show how long a limit takes."""


class Facility(NamedTuple):
    """One invented facility: this year's package and what may stand beside it."""

    name: str
    package: bytes
    changed: bytes
    """The same with a room and a child corrected, for a second sending."""
    before: bytes | None
    """Last year's package."""
    answer: bytes | None
    """The office's answer to its first sending; None where it cannot be sent."""


def facilities(count: int) -> Iterator[Facility]:
    """So many: in turn groups that can be sent, hostile values in every field, messy ones of the property tests."""
    drawn = iter(_drawn(count))
    for number in range(count):
        chance = Random(number)
        match number % 3:
            case 0:
                package = _sendable(number, chance)
            case 1:
                package = _hostile(number, chance)
            case _:
                package = next(drawn)
        name = f"{number:02}-{('sendable', 'hostile', 'messy')[number % 3]}"
        before = _last_year(package, chance) if number % 4 != 1 else None
        yield Facility(
            name,
            package_bytes(package),
            package_bytes(_corrected(package)),
            package_bytes(before) if before else None,
            _answer(package) if number % 3 == 0 else None,
        )


def _plain(content: Content) -> Package:
    """The package of a content without what belongs to its sending."""
    package: Package = loads(write(content))
    keys = ("records_hash", "package_hash", "taken", "taken_at", "state", "revision")
    return {key: part for key, part in package.items() if key not in keys}


def _sendable(number: int, chance: Random) -> Package:
    """The worked example with up to thirty times its children, under any ownership, with another area."""
    package = _plain(imported(example_package()))
    children = package["children"]
    package["children"] = [
        {key: value for key, value in child.items() if key != "ref"} | {"name": f"{child['name']} {turn}"}
        for turn in range((1, 3, 30)[number // 3 % 3])
        for child in children
    ]
    facility = package["facility"] = {**package["facility"]}
    ownership = ("09", "01", "03", "09")[number // 3 % 4]
    facility |= {"code": f"797612{number:02}", "name": f"Nhóm trẻ Mẫu {number}", "ownership": ownership}
    cells = package["cells"] = {**package.get("cells", {})}
    rooms = cells.get("T4", {})
    cells["T4"] = {
        row: {f"{BLOCKS[ownership]}.{key.partition('.')[2]}": value for key, value in columns.items()}
        for row, columns in rooms.items()
    }
    cells.pop("T5", None)
    if ownership == "01":
        amount = chance.randrange(1, 900) + 0.125
        cells["T5"] = {"017": {"settled": amount}, "020": {"settled": amount}}
    facility["room_area_m2"] = chance.choice((60, 72.5, 45.125))
    return package


def _hostile(number: int, chance: Random) -> Package:
    """A random value in most fields of every record: texts that are taken for something else, decimals, wrong values."""
    package = _plain(Invented(number).content())
    codes = {key: [item["code"] for item in official(f"catalogues/{name}")["items"]] for key, name in (
        ("kind", "facility_kinds"), ("region", "regions"), ("national_standard", "national_standards"))}  # fmt: skip
    facility = package["facility"]
    facility |= {key: chance.choice(items) for key, items in codes.items()}
    facility |= {
        "ownership": chance.choice(tuple(BLOCKS)),
        "code": f"797699{number:02}",
        "sites": chance.randrange(9),
    }
    facility |= {"room_area_m2": chance.choice((12.5, 0.001, 999, {"typed": "rộng"}))}
    block = BLOCKS[facility["ownership"]]
    package["cells"] = {
        "T4": {
            row: {f"{block}.permanent": chance.choice((1, 2.5, 0, {"typed": "mười"}))}
            for row in ("194", "197", "203")
        }
    }
    return package


def _drawn(count: int) -> list[Package]:
    """The largest of the random packages of the property tests."""
    drawn: list[Package] = []

    @seed(2019)
    @settings(
        max_examples=DRAWN, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(rosters.reports())
    def collect(package: Package) -> None:
        drawn.append(package)

    collect()
    drawn.sort(key=lambda package: (len(package_bytes(package)), package_bytes(package)))
    return drawn[-count:]


def _last_year(package: Package, chance: Random) -> Package:
    """The same facility a year before, with fewer children."""
    children = [child for child in package["children"] if chance.random() < 0.8]
    rest = {key: part for key, part in package.items() if key in ("facility", "classes", "staff", "cells")}
    rest["facility"] = {key: value for key, value in package["facility"].items() if key != "school_year"}
    return {"format": package["format"], "school_year": "2018-2019", **rest, "children": children}


def _corrected(package: Package) -> Package:
    children = [dict(child) for child in package["children"]]
    if children:
        children[0] |= {"name": "Trẻ Mẫu Đã Sửa"}
    facility = {**package["facility"], "phone": "0900000009"}
    return {**package, "children": children[:-1] or children, "facility": facility}


def _answer(package: Package) -> bytes:
    content = imported(package)
    known = apply(content, sending(content, FiguresOf()(content), "Người Mẫu Gửi", SENT_AT))
    revision = sent(known, known.last_sent)
    if revision is None:
        raise ValueError("what was sent is not known as sent")
    answer = Answer(
        content.form.answers["reject"],
        "2019-09-22T10:00:00+07:00",
        "Phòng Mẫu",
        "Rà lại biểu 4",
        revision.number,
    )
    file = AnswerFile(
        content.form, str(content.facility.get("code")), str(content.year), revision.code, answer
    )
    return write_answer(file).encode()


def rule_packages() -> Iterator[tuple[str, bytes]]:
    """The package of what trips each rule, as far as a package carries it: figures are taken again when it comes in."""
    for module in pkgutil.iter_modules(checking.__path__):
        cases = getattr(importlib.import_module(f"{checking.__name__}.{module.name}"), "CASES", ())
        for number, case in enumerate(cases):
            if hasattr(case, "trip") and hasattr(case, "base"):
                package = _plain(case.trip(case.base()))
                yield f"{module.name}-{number:03}-{case.rule}", package_bytes(package)


def write_office(folder: Path) -> None:
    """What facilities sent to an office: packages and workbooks, twice sent, changed by hand, not a package at all."""
    office_folder.fill(folder)
    for number in range(8):
        times = 1 + number % 2
        (folder / f"goi-{number}.json").write_bytes(arriving.sent_package(number, times, room=number))
    (folder / "lai").mkdir()
    (folder / "lai" / "goi-1-cu.json").write_bytes(arriving.sent_package(1))
    (folder / "bieu-9.xlsx").write_bytes(arriving.workbook_of(9))
    (folder / "khong-phai.json").write_text('{"format": "khac"}', "utf-8")
    with patch("time.localtime", return_value=ZIPPED):
        (folder / "hong.xlsx").write_bytes(hostile.truncated())
    (folder / "ghi-chu.docx").write_bytes(b"x")


def write_books(folder: Path) -> None:
    """Workbooks to fill in and to take in: as downloaded, as lists of an owner, hostile ones."""
    folder.mkdir()
    for number, make in enumerate(templates.TEMPLATES.values()):
        template = make()
        (folder / f"mau-{number}{template.suffix}").write_bytes(template.data)
    for number, (name, (make_hostile, _)) in enumerate(hostile.HOSTILE.items()):
        if name not in TOO_BIG:
            with patch(
                "time.localtime", return_value=ZIPPED
            ):  # the parts of a ZIP bear the time of its writing
                (folder / f"xau-{number:02}.xlsx").write_bytes(make_hostile())
    content = imported(example_package())
    report = Report(content, FiguresOf()(content), (), date(2019, 9, 19))
    (folder / "ho-so.xlsx").write_bytes(write_rosters(report))
    (folder / "bieu.xlsx").write_bytes(write_report(report))
    (folder / "bieu.pdf").write_bytes(write_pdf(report))
    (folder / "danh-sach.csv").write_text(
        "Họ tên,Ngày sinh,Giới tính,Lớp\nTrần Mẫu A,1/2/2015,Nam,Lá 1\nLê Mẫu B,31/2/2015,x,Chồi\n,,,\n",
        "utf-8",
    )


def write_packages(folder: Path) -> None:
    """Packages that are refused, each for another reason."""
    folder.mkdir()
    odd = example_package()
    odd["children"][1]["nickname"] = "x"
    odd["children"][2]["name"] = 7
    odd["staff"][0]["ref"] = "boss"
    odd["cells"]["T4"]["203"]["TONG.total"] = 3
    refused = {
        "le.json": package_bytes(odd),
        "rong.json": b"",
        "latin.json": b"{\xff\xfe}",
        "sau.json": b"[" * 200_000,
        "dang-khac.json": b'{"format": "nhomtre/9"}',
        "hai-lan.json": b'{"format": "nhomtre/1", "school_year": "2019-2020", "format": "nhomtre/1"}',
        "nan.json": b'{"format": "nhomtre/1", "school_year": "2019-2020", "facility": {"sites": NaN}}',
        "null.json": b"null",
        "nam.json": package_bytes({**example_package(), "school_year": "2019-2021"}),
        "mau.json": package_bytes(example_package()),
        "co-so-khac.json": package_bytes(
            {**example_package(), "facility": {**example_package()["facility"], "code": "79769999"}}
        ),
    }
    for name, data in refused.items():
        (folder / name).write_bytes(data)
