"""A folder of what made-up facilities sent to the office."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

from forms.dossier.content import Content, apply
from forms.model.values import dumps, loads
from forms.package.adopt import carried
from forms.package.reader import read
from forms.package.training import training_package
from forms.package.withheld.office_package import write_for_office
from forms.package.writer import package_hash, write
from forms.report.checking.checker import Checker
from forms.report.figures import FiguresOf
from forms.report.report import Report
from forms.report.submission import sending

SENT = "2019-09-{day:02}T09:00:00+07:00"
SENDER = "Chủ Nhóm Mẫu"


@cache
def content_of(number: int) -> Content:
    """A facility like that of the training copy, with a code and a name of its own and fewer children."""
    content = carried(training_package())
    children = dict(list(content.records("children").items())[number:])
    facility = {**content.facility, "code": f"7976120{number}", "name": f"Nhóm trẻ Mẫu {number}"}
    bare = Content(
        {**content.tree, "facility": facility, "children": children, "taken": {}, "taken_at": None}
    )
    return carried(read(write(Content({k: v for k, v in bare.tree.items() if v})).encode()))


@cache
def package_of(number: int, *, sent: bool = True, with_records: bool = True) -> bytes:
    """Its package, sent on a day of its own."""
    content = content_of(number)
    if sent:
        content = apply(content, sending(content, FiguresOf()(content), SENDER, SENT.format(day=20 + number)))
    if with_records:
        return write(content).encode()
    checker = Checker()
    day = date(2019, 9, 20 + number)
    return write_for_office(Report(content, checker.figures_of(content), checker(content, day), day)).encode()


WARDS = ("26782", "26785", "26791", "")


def ward_of(number: int) -> str:
    """Not as many in one as in another."""
    return WARDS[number % 7 % len(WARDS)]


@cache
def _parts(number: int, *, with_records: bool) -> str:
    return package_of(number, with_records=with_records).decode()


def package_in_district(number: int) -> bytes:
    """One of as many facilities as are wanted, each with a code, name and ward of its own; every other one without its records."""
    package = json.loads(_parts(number % 5, with_records=bool(number % 2)))
    facility = package["facility"]
    facility |= {
        "code": f"797{number:05}",
        "name": f"Nhóm Mẫu {number:05}",
        "ward": ward_of(number),
    }
    # what tells of these is made anew; the sending of the figures stays as it was
    for key in ("check_code", "records_hash"):
        package.pop(key, None)
    package["package_hash"] = package_hash(loads(dumps(package)))
    return dumps(package, sort=False, indent=1).encode()


def fill_district(folder: Path, count: int) -> dict[str, int]:
    """So many facilities that sent; ward → how many children there are, counted by themselves."""
    folder.mkdir(exist_ok=True)
    children = dict.fromkeys(WARDS, 0)
    for number in range(count):
        (folder / f"{number:05}.json").write_bytes(package_in_district(number))
        children[ward_of(number)] += len(content_of(number % 5).records("children"))
    return children


def fill(folder: Path) -> Path:
    """Three facilities that sent, the third without its records, one that did not send yet, one file that was changed; one is not heard of."""
    folder.mkdir(exist_ok=True)
    for number in range(3):
        (folder / f"nhom-mau-{number}.json").write_bytes(package_of(number, with_records=number < 2))
    (folder / "nhom-mau-3.json").write_bytes(package_of(3, sent=False))
    (folder / "nhom-mau-4.json").write_bytes(package_of(4).replace("Mẫu".encode(), b"Mau", 1))
    (folder / "danh-sach.txt").write_text("79761200 Nhóm trẻ Mẫu 0\n79761299 Nhóm trẻ Mẫu Vắng\n", "utf-8")
    return folder
