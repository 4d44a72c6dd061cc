"""How large the facilities are: parts of the sum beside an independent one, what stands out told in words, whom to remind."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from exports.district.arriving.arrivals import Arrival, Exclusion, examine
from exports.district.arriving.expected_facilities import ExpectedFacility, read_expected
from exports.district.breakdown import by_kind, by_ward
from exports.district.letters.reminder import missing_by_ward, reminder
from exports.district.packed_figures import PackedFigures, figures_of_cells, pack
from exports.district.report_sum import Collection, combine
from forms.dossier.roster import SchoolYear
from forms.sets.mn2019.form import FORM
from tests.builders import example_package, package_bytes

YEAR = SchoolYear(2019)
WARDS = ("26782", "26785", "")


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Arrival:
    """A report as it came."""
    path = tmp_path_factory.mktemp("den") / "a.json"
    path.write_bytes(package_bytes(example_package()))
    arrival = examine(path, date(2019, 9, 20))
    assert isinstance(arrival, Arrival)
    return arrival._replace(state="sent", revision=1, is_draft=False)


def figures(children: int, classes: int, teachers: int) -> PackedFigures:
    cells = {
        "T1": {"055": {"TONG": classes}},
        "T2": {"083": {"TONG.total": children}},
        "T3": {"167": {"TONG.total": teachers}, "156": {"TONG.total": 2}},
    }
    return pack(figures_of_cells(cells, "TU_THUC", FORM))


def facility(sent: Arrival, number: int, packed: PackedFigures, start: int = 2019, ward: str = "") -> Arrival:
    return sent._replace(
        file=f"{start}-{number:03}.json",
        facility_code=f"797{number:05}",
        name=f"Nhóm Mẫu {number}",
        school_year=SchoolYear(start),
        figures=packed,
        ward=ward,
        facility_kind="04" if number % 2 else "05",
        phone=f"09000000{number:02}",
    )


def district(sent: Arrival) -> Collection:
    """Twelve alike, one three times what it was, one with a child too many for a class, one without a teacher."""
    now = [facility(sent, n, figures(40 + n, 4, 5), ward=WARDS[n % 3]) for n in range(12)]
    now += [
        facility(sent, 12, figures(138, 12, 15)),
        facility(sent, 13, figures(120, 2, 12)),
        facility(sent, 14, figures(30, 3, 0)),
    ]
    before = [facility(sent, n, figures(46, 4, 5), 2018) for n in range(13)]
    expected = tuple(
        ExpectedFacility(f"797{n:05}", f"Nhóm Mẫu {n}", ward)
        for n, ward in ((0, "Phường Một"), (90, "Phường Hai"), (91, ""))
    )
    return combine([*now, *before], YEAR, expected)


def test_what_stands_out_is_told_in_words_and_is_no_error(sent: Arrival) -> None:
    found = district(sent)
    assert found.outliers == {
        "2019-012.json": (
            "Nhóm, lớp gấp 3 lần năm trước (12, năm trước 4)",
            "Trẻ gấp 3 lần năm trước (138, năm trước 46)",
            "Nhân sự gấp 2,4 lần năm trước (17, năm trước 7)",
        ),
        "2019-013.json": ("60 trẻ một nhóm, lớp, các nơi khác thường là 11,5",),
        "2019-014.json": ("30 trẻ mà không có giáo viên nào",),
    }
    assert [arrival.errors for arrival in found.summands] == [0] * 15
    fallen = combine([facility(sent, 1, figures(10, 4, 5)), facility(sent, 1, figures(46, 4, 5), 2018)], YEAR)
    assert fallen.outliers == {"2019-001.json": ("Trẻ chỉ bằng 22% năm trước (10, năm trước 46)",)}


def test_parts_by_ward_and_kind_are_an_independent_sum(sent: Arrival) -> None:
    found = district(sent)
    children: Counter[str] = Counter()
    for number in range(12):
        children[WARDS[number % 3]] += 40 + number
    children[""] += 138 + 120 + 30
    parts = {part.arrivals[0].ward: part for part in by_ward(found)}
    assert {ward: part.totals[1] for ward, part in parts.items()} == children
    assert {ward: part.before and part.before[1] for ward, part in parts.items()} == {
        WARDS[0]: 4 * 46,
        WARDS[1]: 4 * 46,
        "": 5 * 46,
    }
    assert [part.name.startswith("Phường") for part in by_ward(found)] == [True, True, False]
    assert sum(len(part.arrivals) for part in by_kind(found)) == 15 and len(by_kind(found)) == 2


def test_who_sent_only_last_year_is_reminded_at_the_phone_of_that_report(sent: Arrival) -> None:
    before = facility(sent, 90, figures(46, 4, 5), 2018)
    found = district(sent)
    old = Exclusion(before.file, "năm trước", before.facility_code, before)
    found = Collection(found.summands, (*found.exclusions, old), YEAR, found.expected)
    groups = missing_by_ward(found)
    assert [(ward, [(one.code, one.phone) for one in ones]) for ward, ones in groups] == [
        ("Phường Hai", [("79700090", "0900000090")]),
        ("", [("79700091", "")]),
    ]
    text = reminder(found, YEAR, date(2019, 9, 26))
    assert "hạn nộp 24/09/2019" in text and "Đến nay chưa nhận được" in text
    assert "Phường Hai (1)\n  1. Nhóm Mẫu 90 (mã 79700090): 0900000090" in text
    assert "Đến nay" not in reminder(found, YEAR, date(2019, 9, 23))


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_list_may_tell_ward_and_phone(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "danh-sach.txt"
    path.write_text(
        sign.join(("Mã", "Tên", "Phường", "Điện thoại"))
        + "\n"
        + sign.join(("79761299", "Nhóm Mẫu, 2", "Phường Một", "0900000001")),
        "utf-8",
    )
    assert read_expected(path).facilities == (
        ExpectedFacility("79761299", "Nhóm Mẫu, 2", "Phường Một", "0900000001"),
    )
