"""What many facilities sent, added up: an independent sum, every file that is not in it named, whatever the order."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import coordinate_to_tuple

from exports.district.arriving import (
    examination,
)
from exports.district.arriving.arrivals import (
    Arrival,
    Exclusion,
)
from exports.district.arriving.examination import (
    Stopped,
)
from exports.district.arriving.expected_facilities import (
    ExpectedFacility,
    read_expected,
)
from exports.district.inbox import collect
from exports.district.progress_list import progress_lines, progress_workbook
from exports.district.report_sum import Collection, combine
from exports.workbooks.report.report_book import write_report
from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.model.errors import StorageError
from forms.package.writer import write
from forms.report.checking.checker import check_sum
from forms.report.report import Report
from forms.sets.mn2019.tables import TABLES
from tests.builders import example, example_package, package_bytes, people_founded, public
from tests.exports.arriving import (
    code_of_seed,
    edited,
    naive_cells,
    put,
    report_of_seed,
    sent_again,
    sent_package,
    workbook_of,
)
from tests.exports.conftest import FULL, TODAY
from tests.exports.report_books import made, official_grids, without_properties
from tui.jobs.bug_log import LOG_NAME

Cells = dict[tuple[str, str, str], Any]


def official_of(seed: int, name: str = "") -> bytes:
    """The official export of that facility; it tells no code, and its name only when one is given."""
    grids = official_grids(report_of_seed(seed))
    if name:
        table = next(table for table in TABLES if table.sheet.reporting_cell)
        grids[table.sheet.title][coordinate_to_tuple(table.sheet.reporting_cell or "")] = name
    return made(grids)


def naive_sum(packages: Iterable[bytes]) -> Cells:
    total: Cells = {}
    for package in packages:
        for place, value in naive_cells(package).items():
            total[place] = total.get(place, 0) + value
    return total


def cells_of(found: Collection) -> Cells:
    return {
        (table, row, column): value
        for table, rows in found.total.as_json().items()
        for row, cells in rows.items()
        for column, value in cells.items()
    }


def reasons(found: Collection, folder: Path) -> dict[str, str]:
    return {os.path.relpath(each.file, folder): each.reason for each in found.exclusions}


def names(found: Collection) -> list[str]:
    return [Path(each.file).name for each in found.summands]


def of(folder: Path, **files: bytes) -> Collection:
    """What comes of files called ``a_json``..."""
    for name, data in files.items():
        put(folder, name.replace("_", "."), data)
    return collect([folder], TODAY, workers=1)


# Many, thirty of them damaged

WHOLE, DAMAGED = 270 if FULL else 40, 30


def damaged(folder: Path, number: int, chance: Random) -> dict[str, str]:
    """Damage of the kind *number* % 10 to that many-eth facility; file → part of its reason."""
    seed = WHOLE + number
    name, data = f"d{number}.json", sent_package(seed)
    match number % 10:
        case 0:
            put(folder, name, data[: chance.randrange(1, len(data) - 2)])
            return {name: "không phải tệp JSON"}
        case 1:
            put(folder, name, edited(data, lambda package: package["taken"].pop("T2", None)))
            return {name: "mã kiểm tra không khớp"}
        case 2:
            put(folder, name, edited(data, lambda package: package["facility"].update(sites=99)))
            return {name: "mã kiểm tra không khớp"}
        case 3:
            put(folder, name, edited(data, lambda package: package.update(package_hash="f" * 64)))
            return {name: "mã kiểm tra không khớp"}
        case 4:
            put(folder, name, edited(data, lambda package: package.update(format="nhomtre/9")))
            return {name: "format: cần «nhomtre/1»"}
        case 5:
            content = report_of_seed(seed).content
            facility = {**content.facility, "school_year": 2018}
            content = Content({**content.tree, "school_year": "2018-2019", "facility": facility})
            put(folder, name, write(sent_again(content)).encode())
            return {name: "của năm học 2018-2019, không phải năm học 2019-2020"}
        case 6:
            put(folder, name, sent_package(number))
            return {name: f"gửi hai lần, giống hệt {folder / f'{number:03}.json'}"}
        case 7:
            put(folder, name, sent_package(number, 1, room=7))
            put(folder, f"{number:03}.json", sent_package(number, 2))
            return {name: f"cũ hơn {folder / f'{number:03}.json'} (bản 2)"}
        case 8:
            os.truncate(put(folder, name, b""), 2_000_000_000 if number % 20 == 8 else 0)
            return {name: "tệp nặng 2000 MB" if number % 20 == 8 else "tệp rỗng"}
        case _:
            content = report_of_seed(seed).content
            facility = {**content.facility, "code": code_of_seed(10_000 + number)}
            both = {}
            for letter, shown in (("x", "Hoa Hồng"), ("y", "Mặt Trời")):
                own = Content({**content.tree, "facility": {**facility, "name": f"Nhóm trẻ {shown}"}})
                put(folder, f"d{number}{letter}.json", write(sent_again(own)).encode())
                both[f"d{number}{letter}.json"] = f"hai cơ sở cùng mã {facility['code']}"
            return both


@pytest.fixture(scope="module")
def many_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], Cells]:
    """A folder, the damaged files with their reasons, the sum of the others."""
    folder, chance = tmp_path_factory.mktemp("facilities"), Random(1)
    for seed in range(WHOLE):
        put(folder, f"{seed:03}.json", sent_package(seed))
    wanted: dict[str, str] = {}
    for number in range(DAMAGED):
        wanted |= damaged(folder, number, chance)
    sources = [sent_package(seed, 2) if seed % 10 == 7 and seed < DAMAGED else sent_package(seed) for seed in range(WHOLE)]  # fmt: skip
    return folder, wanted, naive_sum(sources)


@pytest.fixture(scope="module")
def collected(many_files: tuple[Path, dict[str, str], Cells]) -> Collection:
    return collect([many_files[0]], TODAY, workers=2)


@pytest.mark.slow
@pytest.mark.long
def test_the_sum_is_that_of_an_independent_adding(
    many_files: tuple[Path, dict[str, str], Cells], collected: Collection
) -> None:
    assert len(collected.summands) == WHOLE
    assert collected.school_year == SchoolYear(2019)
    assert cells_of(collected) == many_files[2]
    assert sum(isinstance(value, Decimal) for value in many_files[2].values()) > 10


@pytest.mark.slow
def test_every_damaged_file_is_listed_with_its_reason(
    many_files: tuple[Path, dict[str, str], Cells], collected: Collection
) -> None:
    folder, wanted, _ = many_files
    found = reasons(collected, folder)
    assert found.keys() == wanted.keys()
    assert {name: reason for name, reason in found.items() if wanted[name] not in reason} == {}


@pytest.mark.slow
def test_every_number_is_the_sum_of_its_list(collected: Collection) -> None:
    for (table, row, column), value in cells_of(collected).items():
        behind = collected.behind(table, row, column)
        assert sum(number for _, number in behind) == value
        assert all(number for _, number in behind)


@pytest.mark.slow
def test_the_order_of_the_files_changes_nothing(collected: Collection) -> None:
    everything: list[Arrival | Exclusion] = [*collected.summands]
    everything += [each.arrival or each for each in collected.exclusions]
    for seed in range(5):
        Random(seed).shuffle(everything)
        again = combine(everything)
        assert (again.summands, again.exclusions, again.total) == (
            collected.summands,
            collected.exclusions,
            collected.total,
        )


@pytest.mark.slow
def test_one_process_and_several_give_the_same(
    many_files: tuple[Path, dict[str, str], Cells], collected: Collection
) -> None:
    folder = many_files[0]
    files = sorted(folder.iterdir(), reverse=True)
    alone = collect([*files, folder], TODAY, workers=1)
    assert (alone.summands, alone.exclusions, alone.total) == (
        collected.summands,
        collected.exclusions,
        collected.total,
    )


@pytest.mark.slow
def test_the_issues_are_those_of_the_structural_rules(collected: Collection) -> None:
    assert collected.issues == check_sum(collected.total, {})
    assert collected.issues


def test_sound_reports_of_all_ownerships_give_a_sound_sum(tmp_path: Path) -> None:
    for number, content in enumerate((example(), public(), people_founded())):
        facility = {**content.facility, "code": code_of_seed(number), "name": f"Nhóm trẻ Mẫu {number}"}
        put(
            tmp_path,
            f"{number}.json",
            write(sent_again(Content({**content.tree, "facility": facility}))).encode(),
        )
    found = collect([tmp_path], TODAY)
    assert (len(found.summands), found.exclusions, found.issues) == (3, (), [])


# Decisions about a facility


@pytest.mark.slow
def test_a_package_is_preferred_to_a_workbook_of_the_same_figures(tmp_path: Path) -> None:
    found = of(tmp_path, a_xlsx=workbook_of(3), b_json=sent_package(3))
    assert names(found) == ["b.json"]
    assert reasons(found, tmp_path) == {"a.xlsx": f"gửi hai lần, cùng số liệu với {tmp_path / 'b.json'}"}


@pytest.mark.slow
def test_an_official_export_belongs_to_the_facility_of_its_name(tmp_path: Path) -> None:
    found = of(tmp_path, a_xlsx=official_of(3, "Nhóm trẻ Mẫu 3"))
    assert names(found) == ["a.xlsx"] and found.summands[0].name == "Nhóm trẻ Mẫu 3"
    found = of(tmp_path, b_json=sent_package(3))
    assert names(found) == ["b.json"]
    assert reasons(found, tmp_path) == {"a.xlsx": f"không ghi số bản; đã lấy {tmp_path / 'b.json'} (bản 1)"}
    found = of(tmp_path, b_json=sent_package(3, room=5))
    assert reasons(found, tmp_path)["a.xlsx"].endswith("(bản 1), số liệu khác")


@pytest.mark.slow
def test_an_official_export_whose_name_two_facilities_bear_is_not_guessed(tmp_path: Path) -> None:
    content = report_of_seed(3).content
    other = Content({**content.tree, "facility": {**content.facility, "code": "79769999"}})
    found = of(
        tmp_path,
        a_xlsx=official_of(3, "Nhóm trẻ Mẫu 3"),
        b_json=sent_package(3),
        c_json=write(sent_again(other)).encode(),
    )
    assert names(found) == ["b.json", "c.json"]
    assert reasons(found, tmp_path) == {"a.xlsx": "không ghi mã trường, mà có 2 cơ sở cùng tên này"}


def test_two_files_of_one_revision_that_differ_are_both_left_out(tmp_path: Path) -> None:
    found = of(tmp_path, a_json=sent_package(3), b_json=sent_package(3, room=5), c_json=sent_package(4))
    assert names(found) == ["c.json"]
    assert reasons(found, tmp_path) == {
        "a.json": f"hai tệp khác nhau cùng bản 1: {tmp_path / 'b.json'}",
        "b.json": f"hai tệp khác nhau cùng bản 1: {tmp_path / 'a.json'}",
    }


@pytest.mark.slow
def test_a_workbook_and_a_package_of_one_revision_that_differ_are_both_left_out(tmp_path: Path) -> None:
    found = of(tmp_path, a_xlsx=workbook_of(3), b_json=sent_package(3, room=5))
    assert names(found) == []
    assert set(reasons(found, tmp_path)) == {"a.xlsx", "b.json"}
    assert found.total.as_json() == {table.id: {} for table in TABLES}


@pytest.mark.slow
def test_a_newer_revision_is_taken_whatever_stands_in_the_older_ones(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        a_json=sent_package(3),
        b_json=sent_package(3, room=5),
        c_json=sent_package(3, 2),
        d_xlsx=workbook_of(3),
    )
    assert names(found) == ["c.json"]
    assert set(reasons(found, tmp_path).values()) == {f"cũ hơn {tmp_path / 'c.json'} (bản 2)"}


@pytest.mark.parametrize("state", ["approved", "locked", "unlock_requested"])
def test_what_is_with_the_office_counts(state: str, tmp_path: Path) -> None:
    content = Content({**sent_again(report_of_seed(3).content).tree, "state": state})
    found = of(tmp_path, a_json=write(content).encode())
    assert [each.state for each in found.summands] == [state]


@pytest.mark.slow
@pytest.mark.parametrize(("state", "title"), [("rejected", "bị từ chối"), ("unlocked", "đã mở khóa")])
def test_what_was_given_back_is_awaited_again(state: str, title: str, tmp_path: Path) -> None:
    content = Content({**sent_again(report_of_seed(3).content).tree, "state": state})
    found = of(tmp_path, a_json=write(content).encode(), b_json=sent_package(3))
    assert names(found) == []
    assert reasons(found, tmp_path) == {
        "a.json": f"{title}, đang chờ cơ sở gửi lại",
        "b.json": f"bản 1 {title} (theo {tmp_path / 'a.json'}), đang chờ cơ sở gửi lại",
    }
    assert names(of(tmp_path, c_json=sent_package(3, 2))) == ["c.json"]


def test_a_draft_is_listed_and_hides_nothing(tmp_path: Path) -> None:
    draft = write(report_of_seed(3).content).encode()
    found = of(tmp_path, a_json=draft, b_json=sent_package(3))
    assert names(found) == ["b.json"]
    assert reasons(found, tmp_path) == {"a.json": "chưa gửi (bản nháp)"}


def test_a_plain_package_counts_until_one_is_sent(tmp_path: Path) -> None:
    package = example_package()
    package["facility"] |= {"code": "79760003", "name": "Nhóm trẻ Mẫu 3"}
    found = of(tmp_path, a_json=package_bytes(package))
    assert names(found) == ["a.json"]
    found = of(tmp_path, b_json=sent_package(3))
    assert names(found) == ["b.json"]


@pytest.mark.slow
def test_a_file_that_does_not_say_whose_it_is_is_named_by_its_file(tmp_path: Path) -> None:
    put(tmp_path, "Nhóm trẻ Mẫu 5.xlsx", official_of(5))
    put(tmp_path, "c.xlsx", official_of(3))
    found = of(
        tmp_path, a_xlsx=official_of(4), b_xlsx=official_of(4), d_json=sent_package(3), e_json=sent_package(5)
    )
    assert [each.name for each in found.summands] == ["a", "Nhóm trẻ Mẫu 3", "Nhóm trẻ Mẫu 5"]
    assert reasons(found, tmp_path) == {
        "Nhóm trẻ Mẫu 5.xlsx": f"không ghi số bản; đã lấy {tmp_path / 'e.json'} (bản 1)",
        "b.xlsx": f"gửi hai lần, cùng số liệu với {tmp_path / 'a.xlsx'}",
        "c.xlsx": f"gửi hai lần, cùng số liệu với {tmp_path / 'd.json'}",
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Nhóm trẻ Hoa Hồng", "NHÓM TRẺ HOA HỒNG", True),
        ("Nhóm trẻ Hoa Hồng", "Lớp mẫu giáo độc lập tư thục Hoa Hồng", True),
        ("Nhóm trẻ Hoa Hồng", "Hoa Hồng, Quận 12", True),
        ("Nhóm trẻ Hoa Hồng", "Nhóm trẻ Hoa Hông", True),
        ("Nhóm trẻ Tuổi Thơ Ngây", "Nhóm trẻ Tuổi Thơ Ngay Ngay", True),
        ("Nhóm trẻ Hoa Hồng", "", True),
        ("Nhóm trẻ Hoa Hồng", "Nhóm trẻ Hoa Mai", False),
        ("Nhóm trẻ Mẫu 12", "Nhóm trẻ Mẫu 13", False),
    ],
)
def test_names_that_are_clearly_others_are_two_facilities(
    one: str, other: str, alike: bool, tmp_path: Path
) -> None:
    for number, name in enumerate((one, other), 1):
        content = report_of_seed(3).content
        facility = {key: value for key, value in {**content.facility, "name": name}.items() if value}
        content = sent_again(Content({**content.tree, "facility": facility}), number)
        put(tmp_path, f"{number}.json", write(content).encode())
    found = collect([tmp_path], TODAY)
    assert names(found) == (["2.json"] if alike else [])
    assert sum("hai cơ sở cùng mã" in each.reason for each in found.exclusions) == (0 if alike else 2)


@pytest.mark.slow
def test_training_copies_are_listed_and_not_added(tmp_path: Path) -> None:
    report = report_of_seed(3)
    book = write_report(Report(report.content, report.figures, (), TODAY, training=True))
    found = of(tmp_path, a_xlsx=book)
    assert names(found) == []
    assert reasons(found, tmp_path)["a.xlsx"].startswith("bản tập huấn")


@pytest.mark.slow
def test_what_only_words_call_training_is_added_up_where_nothing_real_is_beside(tmp_path: Path) -> None:
    report = report_of_seed(3)
    sent = sent_again(report.content)
    book = without_properties(write_report(Report(sent, report.figures, (), TODAY, training=True)))
    alone = of(tmp_path, a_xlsx=book)
    assert (names(alone), alone.is_training) == (["a.xlsx"], True)
    assert [remark for remark in alone.summands[0].remarks if "DỮ LIỆU TẬP HUẤN" in remark] != []
    mixed = of(tmp_path, b_json=sent_package(4))
    assert (names(mixed), mixed.is_training) == (["b.json"], False)
    assert reasons(mixed, tmp_path)["a.xlsx"].startswith("bản tập huấn")


@pytest.mark.slow
def test_the_school_year_is_that_of_most_or_the_one_that_is_asked(tmp_path: Path) -> None:
    def of_year(seed: int, start: int) -> bytes:
        content = report_of_seed(seed).content
        facility = {**content.facility, "school_year": start}
        tree = {**content.tree, "school_year": f"{start}-{start + 1}", "facility": facility}
        return write(sent_again(Content(tree))).encode()

    found = of(tmp_path, a_json=of_year(1, 2018), b_json=of_year(2, 2018), c_json=of_year(3, 2019))
    assert (found.school_year, names(found)) == (SchoolYear(2018), ["a.json", "b.json"])
    asked = collect([tmp_path], TODAY, SchoolYear(2019))
    assert (asked.school_year, names(asked)) == (SchoolYear(2019), ["c.json"])
    (tmp_path / "b.json").unlink()
    assert collect([tmp_path], TODAY).school_year == SchoolYear(2019)


@pytest.mark.slow
def test_facilities_stand_in_the_vietnamese_order_of_their_names(tmp_path: Path) -> None:
    for number, name in enumerate(("Ước Mơ", "Ánh Dương", "Đào Hồng", "Doanh Trại", "An Bình")):
        content = report_of_seed(number).content
        facility = {**content.facility, "name": name}
        put(
            tmp_path,
            f"{number}.json",
            write(sent_again(Content({**content.tree, "facility": facility}))).encode(),
        )
    found = collect([tmp_path], TODAY)
    assert [each.name for each in found.summands] == [
        "An Bình",
        "Ánh Dương",
        "Doanh Trại",
        "Đào Hồng",
        "Ước Mơ",
    ]


# Folders


def test_folders_are_opened_and_what_else_is_there_is_named(tmp_path: Path) -> None:
    put(tmp_path, "sâu/hơn/a.json", sent_package(1))
    put(tmp_path, "sâu/b.JSON", sent_package(2))
    put(tmp_path, "sâu/bản in.pdf", b"%PDF-")
    put(tmp_path, ".ẩn.json", b"{}")
    put(tmp_path, ".git/c.json", b"{}")
    put(tmp_path, "~$d.xlsx", b"")
    put(tmp_path, "tra-loi/e.json", b"{}")
    put(tmp_path, "tong-hop/f.xlsx", b"")
    (tmp_path / "sâu" / "vòng").symlink_to(tmp_path)
    found = collect([tmp_path, tmp_path / "sâu" / "b.JSON", tmp_path / "sâu" / ".." / "sâu"], TODAY)
    assert names(found) == ["a.json", "b.JSON"]
    assert reasons(found, tmp_path) == {
        "sâu/bản in.pdf": "không phải gói dữ liệu (.json) hay báo cáo Excel (.xlsx)",
        "sâu/vòng": "lối tắt tới một thư mục, không mở theo",
    }


def test_a_folder_without_files_and_one_that_is_missing_are_named(tmp_path: Path) -> None:
    put(tmp_path, "a/.hidden", b"")
    found = collect([tmp_path / "a", tmp_path / "b"], TODAY)
    assert (
        reasons(found, tmp_path)
        == {
            "a": "thư mục không có tệp .json hay .xlsx nào",
            "b": "không phải gói dữ liệu (.json) hay báo cáo Excel (.xlsx)",
        }
        or reasons(found, tmp_path)["b"] == "không tìm thấy tệp hoặc thư mục này"
    )
    assert found.school_year is None


@pytest.mark.slow
def test_progress_is_told_up_to_the_end_and_it_can_be_stopped(tmp_path: Path) -> None:
    for seed in range(9):
        put(tmp_path, f"{seed}.json", sent_package(seed))
    for workers in (1, 2):
        told: list[tuple[int, int]] = []
        collect([tmp_path], TODAY, progress=lambda done, total: told.append((done, total)), workers=workers)  # noqa: B023
        assert told == sorted(told)
        assert told[-1] == (9, 9)
        with pytest.raises(Stopped):
            collect([tmp_path], TODAY, workers=workers, cancelled=lambda: len(told) > 0)  # noqa: B023


@pytest.mark.slow
def test_a_process_that_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "1.json", sent_package(1))
    monkeypatch.setattr(examination, "PROCESS", "exports.there_is_no_such_module")
    with pytest.raises(StorageError, match="không bị ảnh hưởng"):
        collect([tmp_path], TODAY, workers=2)


@pytest.mark.slow
def test_amounts_with_decimals_are_added_exactly(tmp_path: Path) -> None:
    for number in range(10):
        content = public()
        facility = {**content.facility, "code": code_of_seed(number), "name": f"Nhóm trẻ Mẫu {number}"}
        cells = {
            **content.part("cells"),
            "T5": {"017": {"settled": Decimal("0.1")}, "018": {"settled": 10**14}},
        }
        content = Content({**content.tree, "facility": facility, "cells": cells})
        put(tmp_path, f"{number}.json", write(sent_again(content)).encode())
    found = collect([tmp_path], TODAY)
    table = next(table for table in TABLES if table.id == "T5")
    assert found.total.cell(table, table.row_by_key["017"], "settled") == 1
    assert found.total.cell(table, table.row_by_key["018"], "settled") == 10**15


# Who has sent


@pytest.mark.slow
def test_the_progress_list_begins_with_those_who_have_not_sent(tmp_path: Path) -> None:
    listed = "\ufeff# Phường\n79760001 Nhóm trẻ Mẫu 1\n\n79769998, =Nhóm trẻ Vắng\nsai\n79769998 Lại nữa\n"
    put(tmp_path, "danh-sach.txt", listed.encode())
    put(tmp_path, "d.xlsx", official_of(4, "Nhóm trẻ Mẫu 4"))
    found = of(tmp_path, a_json=sent_package(1), b_json=sent_package(2)[:100], c_json=sent_package(1, room=3))
    assert found.expected == (
        ExpectedFacility("79760001", "Nhóm trẻ Mẫu 1"),
        ExpectedFacility("79769998", "=Nhóm trẻ Vắng"),
    )
    assert found.not_arrived == (ExpectedFacility("79769998", "=Nhóm trẻ Vắng"),)
    assert "dòng 5" in reasons(found, tmp_path)["danh-sach.txt"]
    book = load_workbook(BytesIO(progress_workbook(found, TODAY)))
    title, headings, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert title[0] == "TIẾN ĐỘ GỬI BÁO CÁO · năm học 2019-2020 · 19/09/2019"
    assert headings[:4] == ("Tên cơ sở", "Mã trường", "Bản", "Trạng thái")
    assert rows[0][:4] == ("=Nhóm trẻ Vắng", "79769998", None, "chưa gửi")
    by_file = {Path(str(row[-1])).name: row for row in rows[1:]}
    assert by_file["d.xlsx"][9] == "đã cộng"
    assert by_file["a.json"][:4] == ("Nhóm trẻ Mẫu 1", "79760001", 1, "Đã gửi")
    assert str(by_file["a.json"][9]).startswith("không cộng: hai tệp khác nhau cùng bản 1")
    assert str(by_file["b.json"][9]).startswith("không cộng: không phải gói dữ liệu")
    sent_on = by_file["a.json"][4]
    assert sent_on is not None and sent_on.date() == date(2019, 9, 19)  # type: ignore[union-attr]
    cell = book.worksheets[0]["A3"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert progress_workbook(found, TODAY) == progress_workbook(found, TODAY)


def test_a_list_that_is_no_text_is_named(tmp_path: Path) -> None:
    put(tmp_path, "danh-sach.txt", "79760001 Mẫu".encode("utf-16"))
    found = collect([tmp_path], TODAY)
    assert reasons(found, tmp_path)["danh-sach.txt"].startswith("danh sách không phải chữ UTF-8")


LISTED = {
    "blank": "79760001 Nhóm trẻ Mẫu, cơ sở 2",
    "comma": "79760001,Nhóm trẻ Mẫu, cơ sở 2",
    "comma and quotes": '79760001,"Nhóm trẻ Mẫu, cơ sở 2"',
    "semicolon": "Mã trường;Tên cơ sở;Phường\n79760001; Nhóm trẻ Mẫu, cơ sở 2;Phường 1;0280000000",
    "tab": "Mã\tTên\tĐiện thoại\n79760001\tNhóm trẻ Mẫu, cơ sở 2\t0280000000",
}


@pytest.mark.parametrize("text", LISTED.values(), ids=LISTED)
def test_code_and_name_may_be_parted_as_programs_do_it(text: str, tmp_path: Path) -> None:
    (one,) = read_expected(put(tmp_path, "danh-sach.txt", text.encode())).facilities
    assert (one.code, one.name) == ("79760001", "Nhóm trẻ Mẫu, cơ sở 2")


@pytest.mark.parametrize(
    ("rest", "ward", "phone"),
    [
        (("Phường;Điện thoại", "Phường 1;0280000000"), "Phường 1", "0280000000"),
        (("Điện thoại;Xã", "0280000000;Xã Mẫu"), "Xã Mẫu", "0280000000"),
        (("Ghi chú", "nộp muộn"), "", ""),
    ],
)
def test_ward_and_phone_stand_below_their_headings(
    rest: tuple[str, str], ward: str, phone: str, tmp_path: Path
) -> None:
    text = f"Mã;Tên;{rest[0]}\n79760001;Nhóm trẻ Mẫu;{rest[1]}"
    (one,) = read_expected(put(tmp_path, "danh-sach.txt", text.encode())).facilities
    assert (one.ward, one.phone) == (ward, phone)


@pytest.mark.slow
@pytest.mark.parametrize("has_headings", [True, False])
def test_the_list_may_be_a_workbook(has_headings: bool, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["DANH SÁCH CƠ SỞ"],
        ["STT", "Phường", "Mã trường", "Tên trường"],
        [1, "Phường 1", 79760001, "Nhóm trẻ Mẫu 1"],
        [2, "Phường 2", "", "Nhóm trẻ chưa có mã"],
        [3, "Phường 2", "79769998", "Nhóm trẻ Vắng"],
    ]
    if not has_headings:
        rows = [[row[2], row[3]] for row in rows[2:]]
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "danh-sach.xlsx")
    found = of(tmp_path, a_json=sent_package(1))
    assert [facility.code for facility in found.expected] == ["79760001", "79769998"]
    assert [facility.name for facility in found.not_arrived] == ["Nhóm trẻ Vắng"]
    assert reasons(found, tmp_path)["danh-sach.xlsx"].startswith(f"dòng {4 if has_headings else 2}: ")


def test_files_of_the_program_itself_are_no_arrivals(tmp_path: Path) -> None:
    for name in (LOG_NAME, f"{LOG_NAME}.1", "tra-loi_79760001_2019-2020_ban-1 (2).json", "x.tmp"):
        put(tmp_path, name, b"{}")
    put(tmp_path / "phường 1", LOG_NAME, b"{}")
    found = of(tmp_path, a_json=sent_package(1))
    assert (len(found.summands), found.exclusions) == (1, ())


REQUESTED: dict[str, tuple[dict[str, bytes], str]] = {
    "cut": ({"a.json": sent_package(1)[:900]}, "bị hỏng hoặc đã bị sửa"),
    "changed": ({"a.json": edited(sent_package(1), lambda p: p["facility"].update(name="X"))}, "bị sửa"),
    "a picture": ({"a.jpg": b"x"}, "không phải báo cáo"),
    "another workbook": ({"a.xlsx": made({"Trang": {(1, 1): "xin chào"}})}, "không phải báo cáo"),
    "a draft": ({"a.json": write(report_of_seed(1).content).encode()}, "«Gửi báo cáo đầu năm»"),
    "two of one number": (
        {"a.json": sent_package(1), "b.json": sent_package(1, room=3)},
        "hai tệp khác nhau của cùng một bản",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("files", "words"), REQUESTED.values(), ids=REQUESTED)
def test_what_its_facility_is_to_be_asked_is_one_sentence_to_be_sent(
    files: dict[str, bytes], words: str, tmp_path: Path
) -> None:
    for name, data in files.items():
        put(tmp_path, name, data)
    put(tmp_path, "khac.json", sent_package(2))
    found = collect([tmp_path], TODAY)
    assert len(found.exclusions) == len(files)
    for exclusion in found.exclusions:
        request = found.request_for(exclusion)
        assert words in request and request.endswith(".") and f"«{Path(exclusion.file).name}»" in request
    assert [line.request for line in progress_lines(found)][1:] == list(
        map(found.request_for, found.exclusions)
    )


@pytest.mark.slow
def test_who_sent_another_report_that_is_added_up_is_asked_for_nothing(tmp_path: Path) -> None:
    put(tmp_path, "nhap.json", write(report_of_seed(1).content).encode())
    found = of(tmp_path, a_json=sent_package(1))
    (draft,) = found.exclusions
    assert draft.request_in_words and not found.request_for(draft)
