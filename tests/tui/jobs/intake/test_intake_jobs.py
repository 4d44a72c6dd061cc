"""Files taken in as jobs: packages, workbooks of records, the official file filled."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from exports.official.official_file import plan_fill
from exports.reading.workbook_reader import read_workbook
from exports.workbooks.rosters.roster_book import write_rosters
from forms.model.errors import Refused, StorageError
from forms.package.parts import PackageRefused
from forms.package.training import training_year
from forms.package.writer import write
from forms.sets import newest
from tests.office_folder import content_of
from tui.jobs.current_report import current_report
from tui.jobs.exporting import Destination
from tui.jobs.intake.adopting import carry_out, plan_adoption
from tui.jobs.intake.importing import RowCounts, counts_of, offer_of, read_rows, take_rows
from tui.jobs.official.filling import write_filled
from tui.jobs.workspace import Workspace


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "goi.json"
    path.write_text(write(content_of(1)), "utf-8")
    return path


def test_a_package_is_looked_at_first_and_then_the_dossier_is_equal_to_it(
    nothing: Workspace, package: Path, notices: list[str]
) -> None:
    adoption = plan_adoption(nothing, package, replacing=False)
    assert not nothing.folder.exists()
    assert adoption.edits
    carry_out(nothing, adoption, notices.append)
    assert len(nothing.read(notices.append).roster.of("child")) == len(content_of(1).roster.of("child"))
    assert plan_adoption(nothing, package, replacing=False).edits == ()


def test_another_facility_is_refused_unless_it_is_to_replace_this_one(
    training: Workspace, package: Path, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="--replace"):
        plan_adoption(training, package, replacing=False)
    assert plan_adoption(training, package, replacing=True).edits
    package.write_text('{"format": "nhomtre/1", "more": 1}', "utf-8")
    with pytest.raises(PackageRefused) as refusal:
        plan_adoption(training, package, replacing=True)
    assert refusal.value.offences
    with pytest.raises(StorageError):
        plan_adoption(training, tmp_path / "khong-co.json", replacing=True)


def workbook(path: Path, *rows: tuple[str, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


@pytest.mark.slow
def test_rows_of_a_workbook_are_counted_and_the_right_ones_taken(
    training: Workspace, tmp_path: Path, notices: list[str]
) -> None:
    rows = ("Họ tên", "Ngày sinh"), ("Trẻ Mẫu Mới", "7/5/2016"), ("Trẻ Mẫu Sai", "31/02/2016")
    offer = offer_of(workbook(tmp_path / "tre.xlsx", *rows), newest(), training_year())
    before = len(training.read(notices.append).roster.of("child"))
    batches = read_rows(training, offer.sources)
    assert counts_of(batches) == RowCounts(1, 0, 0, 1)
    assert len(training.read(notices.append).roster.of("child")) == before, "looking changes nothing"
    take_rows(training, offer.sources, notices.append)
    assert len(training.read(notices.append).roster.of("child")) == before + 1
    with pytest.raises(Refused):
        offer_of(
            workbook(tmp_path / "khac.xlsx", ("Cột lạ", "Cột khác"), ("1", "2")), newest(), training_year()
        )
    with pytest.raises(Refused, match="Không tìm thấy tệp"):
        offer_of(tmp_path / "khong-co.xlsx", newest(), training_year())


@pytest.mark.slow
def test_the_official_file_is_filled_beside_it_and_never_over_itself(
    training: Workspace, tmp_path: Path, notices: list[str]
) -> None:
    report = current_report(training, notices.append)
    template = tmp_path / "mau.xlsx"
    template.write_bytes(write_rosters(report, blank=True))
    before = template.read_bytes()
    plan = plan_fill(template, report.content)
    written = write_filled(template, plan, training, report.content, print)
    assert written.path.parent == training.folder / "exports" / "2019-2020"
    assert read_workbook(written.path).sheets
    with pytest.raises(Refused):
        write_filled(template, plan, training, report.content, print, Destination(file=template))
    assert template.read_bytes() == before
