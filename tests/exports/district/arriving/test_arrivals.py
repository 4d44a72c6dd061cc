"""One file that a facility sent: read and checked, or turned away with its reason; never an exception."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exports.district.arriving import (
    arrival_words,
    arrivals,
)
from exports.district.arriving.arrivals import (
    Arrival,
    Exclusion,
    examine,
)
from exports.district.packed_figures import add_up, figures_of_cells, number_at, pack
from exports.district.sum_document import sum_document
from exports.workbooks.report.report_book import write_report, write_workbook
from forms.dossier.campaign import Campaign
from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear
from forms.model.issue import Severity
from forms.model.values import dumps
from forms.package.reader import MAX_BYTES
from forms.package.training import training_package
from forms.package.writer import write
from forms.report.checking.checker import Checker
from forms.report.figures import FiguresOf
from forms.report.report import Report
from forms.sets import newest
from forms.sets.mn2019.tables import TABLES
from tests.builders import example_package, imported, package_bytes
from tests.exports.arriving import edited, put, report_of_seed, sent_again, sent_package, workbook_of
from tests.exports.conftest import TODAY
from tests.exports.report_books import made, official_grids, with_cell

ROOMS = next(table for table in TABLES if table.id == "T4").sheet.title


def arrived(path: Path) -> Arrival:
    found = examine(path, TODAY)
    assert isinstance(found, Arrival), found
    return found


def turned(path: Path) -> str:
    found = examine(path, TODAY)
    assert isinstance(found, Exclusion), found
    assert found.file == str(path)
    return found.reason


def test_a_sent_package_is_told_with_all_that_the_office_needs(tmp_path: Path) -> None:
    content = sent_again(report_of_seed(1).content, 2)
    found = arrived(put(tmp_path, "a.json", write(content).encode()))
    issues = Checker()(content, TODAY)
    assert (found.kind, found.facility_code, found.name) == ("package", "79760001", "Nhóm trẻ Mẫu 1")
    assert (found.revision, found.state, found.school_year) == (2, "sent", SchoolYear(2019))
    assert (found.sent_at, found.sent_by) == ("2019-09-19T14:05:00", "Nguyễn Thị Mẫu")
    assert (found.code_right, found.sealed, found.stale, found.training) == (True, True, False, False)
    assert found.check_code == content.part("sent")["2"]["code"]
    assert found.errors == sum(issue.severity is Severity.ERROR for issue in issues) > 0
    assert found.warnings == sum(issue.severity is Severity.WARNING for issue in issues) > 0
    assert found.missing == sum(issue.is_missing for issue in issues)
    assert not found.is_draft


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_the_figures_come_back_whole(seed: int, tmp_path: Path) -> None:
    figures = report_of_seed(seed).figures
    small = arrived(put(tmp_path, "a.json", sent_package(seed))).figures
    assert add_up([small], figures.form).tables == figures.tables
    for table in TABLES:
        for key, row in figures.tables[table.id].items():
            for column, value in zip(table.columns, row, strict=True):
                assert number_at(small, (table.id, key, column.key), figures.form) == (value or 0)


def test_an_arrival_is_small_and_travels_between_processes(tmp_path: Path) -> None:
    found = arrived(put(tmp_path, "a.json", sent_package(1)))
    assert pickle.loads(pickle.dumps(found)) == found
    assert len(pickle.dumps(found)) < 5000


def test_no_figures_at_all_are_packed_too() -> None:
    nothing = figures_of_cells({}, None, newest())
    assert add_up([pack(nothing)], newest()) == nothing


def test_a_plain_package_of_the_documentation_is_read(tmp_path: Path) -> None:
    found = arrived(put(tmp_path, "a.json", package_bytes(example_package())))
    assert (found.state, found.revision, found.check_code) == (None, 0, None)
    assert (found.code_right, found.sealed, found.is_draft, found.stale) == (None, None, False, False)
    figures = FiguresOf()(imported(example_package()))
    assert add_up([found.figures], found.form).tables == figures.tables


def test_a_dossier_that_was_never_sent_is_a_draft(tmp_path: Path) -> None:
    assert arrived(put(tmp_path, "a.json", write(report_of_seed(1).content).encode())).is_draft
    for state in ("draft", "sent"):
        package = {**example_package(), "state": state}
        assert arrived(put(tmp_path, "b.json", package_bytes(package))).is_draft


def test_figures_that_its_records_no_longer_give_are_told(tmp_path: Path) -> None:
    content = report_of_seed(3).content
    children = list(content.records("children").items())[1:]
    content = Content({**content.tree, "children": dict(children)})
    found = arrived(put(tmp_path, "a.json", write(sent_again(content)).encode()))
    assert found.stale
    assert found.remarks == (arrival_words.STALE,)


def test_a_sent_report_is_checked_on_the_day_of_its_sending(tmp_path: Path) -> None:
    path = put(tmp_path, "a.json", sent_package(1))
    assert examine(path, date(2012, 1, 1)) == examine(path, TODAY)


def test_the_group_of_the_training_copy_is_known(tmp_path: Path) -> None:
    package = training_package()
    raw = {
        "format": "nhomtre/1",
        "school_year": str(package.year),
        "facility": package.parts["facility"],
    }
    assert arrived(put(tmp_path, "a.json", dumps(raw).encode())).training


@pytest.mark.slow
def test_our_workbook_is_told_by_its_properties(tmp_path: Path) -> None:
    found = arrived(put(tmp_path, "A.XLSX", workbook_of(3)))
    package = arrived(put(tmp_path, "a.json", sent_package(3)))
    assert (found.kind, found.facility_code, found.revision) == ("workbook", "79760003", 1)
    assert (found.state, found.missing, found.code_right) == (None, None, True)
    assert (found.sent_at, found.sent_by, found.is_draft) == (package.sent_at, package.sent_by, False)
    assert (found.check_code, found.block) == (package.check_code, package.block)
    assert found.figures == package.figures


@pytest.mark.slow
def test_a_training_or_draft_workbook_says_so(tmp_path: Path) -> None:
    report = report_of_seed(3)
    issues = Checker()(report.content, TODAY)
    book = write_report(Report(report.content, report.figures, issues, TODAY, training=True))
    found = arrived(put(tmp_path, "a.xlsx", book))
    assert (found.training, found.is_draft) == (True, True)
    sound = write_report(Report(report.content, report.figures, (), TODAY))
    found = arrived(put(tmp_path, "b.xlsx", sound))
    assert (found.training, found.is_draft, found.sent_at) == (False, True, "")


@pytest.mark.slow
def test_the_workbook_of_a_sum_is_not_a_report_of_one(tmp_path: Path) -> None:
    figures = report_of_seed(3).figures.but(block=None)
    book = write_workbook(
        sum_document(figures, Campaign({}, newest().letter), "2019-2020", TODAY, (), (), False)
    )
    assert turned(put(tmp_path, "a.xlsx", book)) == arrival_words.IS_SUM


@pytest.mark.slow
def test_the_official_export_carries_neither_code_nor_state(tmp_path: Path) -> None:
    report = report_of_seed(4)
    found = arrived(put(tmp_path, "a.xlsx", made(official_grids(report))))
    assert (found.facility_code, found.revision, found.check_code) == (None, 0, None)
    assert found.figures.numbers == pack(report.figures).numbers
    assert found.block == report.figures.block


# What is turned away


Change = Callable[[dict[str, Any]], None]


def _cell(package: dict[str, Any]) -> None:
    package["taken"]["T2"]["083"] = {"TU_THUC.total": 999}


def _record(package: dict[str, Any]) -> None:
    package["children"][0]["sex"] = "01" if package["children"][0]["sex"] == "02" else "02"


def _whole_hash(package: dict[str, Any]) -> None:
    package["package_hash"] = "0" * 64


def _records_hash(package: dict[str, Any]) -> None:
    package["records_hash"] = "0" * 64


def _code(package: dict[str, Any]) -> None:
    package["check_code"] = "0000-0000-0000-0000"
    del package["package_hash"]


def _without_state(package: dict[str, Any]) -> None:
    _code(package)
    del package["state"], package["records_hash"]


@pytest.mark.parametrize("change", [_cell, _record, _whole_hash, _records_hash, _code, _without_state])
def test_a_package_that_was_changed_is_not_taken(change: Change, tmp_path: Path) -> None:
    found = examine(put(tmp_path, "a.json", edited(sent_package(1), change)), TODAY)
    assert isinstance(found, Exclusion)
    assert found.reason.startswith("mã kiểm tra không khớp: ")
    assert found.facility_code == "79760001"


BROKEN = {
    "empty": (b"", "tệp rỗng"),
    "truncated": (sent_package(1)[:5000], "không phải tệp JSON"),
    "text": ("xin chào".encode(), "không phải tệp JSON"),
    "not utf-8": (b'{"format": "\xff"}', "không phải UTF-8"),
    "list": (b"[]", "không phải gói dữ liệu nhomtre"),
    "other form": (b'{"format": "nhomtre/9"}', "format: cần «nhomtre/1»"),
    "no year": (b'{"format": "nhomtre/1"}', "school_year: cần năm học"),
    "unknown parts": (
        b'{"format": "nhomtre/1", "school_year": "2019-2020", "a": 1, "b": 2}',
        "a: mục không có trong gói dữ liệu (và 1 chỗ nữa)",
    ),
    "answer file": (b'{"format": "nhomtre-answer/1"}', "format: cần «nhomtre/1»"),
    "deep": (b"[" * 100_000, "lồng quá sâu"),
    "lone surrogate": (
        b'{"format": "nhomtre/1", "school_year": "2019-2020", "package_hash": "x", "facility": {"name": "\\ud800"}}',
        "mã kiểm tra không khớp: gói dữ liệu đã bị sửa sau khi ghi",
    ),
}


@pytest.mark.parametrize(("data", "reason"), BROKEN.values(), ids=BROKEN)
def test_what_is_not_a_package_is_turned_away(data: bytes, reason: str, tmp_path: Path) -> None:
    assert reason in turned(put(tmp_path, "a.json", data))


@pytest.mark.slow
def test_every_cut_and_every_flipped_byte_is_an_answer(tmp_path: Path) -> None:
    whole = sent_package(2)
    for place in range(0, len(whole), len(whole) // 60):
        assert turned(put(tmp_path, "a.json", whole[:place]))
        flipped = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        found = examine(put(tmp_path, "a.json", flipped), TODAY)
        assert isinstance(found, Exclusion) or found.figures == examine(_fine(tmp_path), TODAY).figures  # type: ignore[union-attr]


def _fine(folder: Path) -> Path:
    return put(folder, "fine.json", sent_package(2))


@pytest.mark.parametrize("suffix", [".json", ".xlsx"])
def test_a_file_of_two_gigabytes_is_refused_by_its_size(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, f"a{suffix}", b"")
    os.truncate(path, 2_000_000_000)
    monkeypatch.setattr(arrivals, "read_report_book", None, raising=False)
    assert turned(path) == "tệp nặng 2000 MB, nhiều nhất là 10 MB"
    os.truncate(path, MAX_BYTES + 1)
    assert turned(path) == "tệp nặng 11 MB, nhiều nhất là 10 MB"


def test_what_is_no_plain_file_is_turned_away(tmp_path: Path) -> None:
    assert turned(tmp_path / "none.json") == "không tìm thấy tệp hoặc thư mục này"
    (tmp_path / "folder.json").mkdir()
    assert turned(tmp_path / "folder.json") == "đây là một thư mục, không phải tệp"
    os.mkfifo(tmp_path / "pipe.json")
    assert turned(tmp_path / "pipe.json") == "không phải một tệp thường"
    (tmp_path / "loop.json").symlink_to(tmp_path / "loop.json")
    assert turned(tmp_path / "loop.json") == "lối tắt đi vòng, không dẫn tới tệp nào"
    assert turned(put(tmp_path, "a.pdf", b"%PDF-")) == arrival_words.WRONG_SUFFIX


@pytest.mark.slow
def test_a_workbook_with_a_changed_figure_gives_another_code(tmp_path: Path) -> None:
    sheet = load_workbook(BytesIO(workbook_of(3)))["Học sinh"]
    figures = (cell for row in sheet.iter_rows(min_row=8, min_col=6) for cell in row if cell.value)
    data = with_cell(workbook_of(3), "Học sinh", next(figures).coordinate, 1234)
    assert turned(put(tmp_path, "a.xlsx", data)).startswith("mã kiểm tra không khớp: tệp ghi mã ")


@pytest.mark.slow
def test_an_official_export_that_is_not_as_the_form_is_turned_away(tmp_path: Path) -> None:
    grids = official_grids(report_of_seed(4))
    grids[ROOMS][next(at for at, value in sorted(grids[ROOMS].items()) if isinstance(value, int))] = -5
    assert turned(put(tmp_path, "a.xlsx", made(grids))).startswith("báo cáo Excel có chỗ khác mẫu: ")


@pytest.mark.slow
def test_another_workbook_is_turned_away_in_the_words_of_its_reader(tmp_path: Path) -> None:
    reason = turned(put(tmp_path, "a.xlsx", made({"Trang": {(1, 1): "xin chào"}})))
    assert reason.startswith("tệp không có trang nào của báo cáo 01-MN-ĐN")
    assert "Không có gì thay đổi" not in reason
    assert turned(put(tmp_path, "b.xlsx", b"xin"))


def test_whatever_goes_wrong_within_is_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(json.dumps({"name": "Trẻ Mẫu"}))

    monkeypatch.setattr(arrivals, "carried", fail)
    reason = turned(put(tmp_path, "a.json", sent_package(1)))
    assert reason == "không đọc được tệp này, có thể tệp đã hỏng (RuntimeError)"
