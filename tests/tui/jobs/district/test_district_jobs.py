"""The office's jobs: many reports added up, one looked at, an answer given."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exports.district.answers_folder import AnswersFolder
from exports.district.progress_list import progress_lines
from exports.district.report_sum import Collection
from forms.model.errors import NhomtreError, Refused, StorageError
from forms.package.answer_file import read_answer
from forms.package.answers import Answer
from forms.report.figures import Figures
from tests.office_folder import fill
from tests.unprivileged import as_everyone_reads
from tui.jobs.district.arrivals_folder import office_folder
from tui.jobs.district.combining import combine, sum_file
from tui.jobs.district.office import GuestReport, SumReport, guest_of
from tui.jobs.district.sum_kinds import SumFile
from tui.jobs.workspace import DatedFolder

pytestmark = pytest.mark.slow


@pytest.fixture
def office(tmp_path: Path) -> DatedFolder:
    return office_folder(str(fill(tmp_path / "phong")), None, None)


@pytest.fixture
def collection(office: DatedFolder) -> Collection:
    return combine(office, [office.folder], None)


def test_what_was_sent_is_added_up_and_every_other_file_has_its_reason(
    office: DatedFolder, collection: Collection
) -> None:
    assert [arrival.facility_code for arrival in collection.summands] == ["79761200", "79761201", "79761202"]
    assert len(collection.exclusions) == 2
    assert all(turned.reason for turned in collection.exclusions)
    assert [facility.code for facility in collection.not_arrived] == ["79761299"]


def test_it_is_given_up_between_two_files(office: DatedFolder) -> None:
    steps: list[int] = []
    with pytest.raises(NhomtreError, match="Đã dừng"):
        combine(
            office, [office.folder], None, lambda done, _total: steps.append(done), cancelled=lambda: True
        )
    assert len(steps) <= 1


def test_of_nothing_there_is_no_sum(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="Không có thư mục"):
        office_folder(str(tmp_path / "khong-co"), None, None)
    empty = DatedFolder(tmp_path)
    nothing = combine(empty, [tmp_path], None)
    for kind in (SumFile.PRINT, SumFile.BOOK):
        with pytest.raises(Refused):
            sum_file(empty, nothing, kind)
    assert sum_file(empty, nothing, SumFile.PROGRESS)


def test_a_guest_is_looked_at_and_never_changed(office: DatedFolder, collection: Collection) -> None:
    guest = guest_of(office, collection.summands[0], collection.letters)
    assert isinstance(guest, GuestReport)
    assert (guest.has_records, guest.writable, guest.can_edit()) == (True, False, False)
    assert isinstance(guest.export_refusal, Refused)
    for change in (guest.undo, guest.redo, lambda: guest.commit([])):
        with pytest.raises(Refused):
            change()
    total = SumReport(office, collection)
    assert not total.has_records
    assert total.figures == collection.total
    Path(collection.summands[0].file).unlink()
    with pytest.raises(StorageError):
        guest_of(office, collection.summands[0], collection.letters)


def answered(collection: Collection, place: int, name: str, at: str) -> Path:
    arrival = collection.summands[place]
    move = arrival.form.answers[name]
    return collection.answers.give(arrival, Answer(move, at, "Phòng Mẫu", "Xem lại", arrival.revision))


def test_an_answer_is_a_file_and_the_last_one_stands_whatever_the_clock_says(collection: Collection) -> None:
    arrival, answers = collection.summands[0], collection.answers
    assert answers.state_of(arrival) == "sent"
    paths = []
    for name, at in (
        ("approve", "2019-09-22T09:01:00+07:00"),
        ("reject", "2019-09-21"),
        ("approve", "2015-01-01T00:00:00+07:00"),
    ):
        paths.append(answered(collection, 0, name, at))
        file = read_answer(paths[-1].read_bytes())
        assert (file.facility, file.answer.move.id) == (arrival.facility_code, name)
        assert answers.state_of(arrival) == file.answer.move.target
    assert len(set(paths)) == 3, "no answer is written over"
    (paths[0].parent / "hong.json").write_text("{", "utf-8")
    assert answers.to(arrival) is not None, "a file that cannot be read is passed by"


def test_what_another_officer_answers_on_the_shared_folder_is_seen_and_stays(
    office: DatedFolder, collection: Collection
) -> None:
    theirs = combine(office, [office.folder], None)
    first = answered(theirs, 0, "approve", "2019-09-22T09:00:00+07:00")
    assert collection.answers.state_of(collection.summands[0]) == "approved"
    before = first.read_bytes()
    second = answered(collection, 0, "reject", "2019-09-22T08:00:00+07:00")
    assert first != second and first.read_bytes() == before
    assert theirs.answers.state_of(theirs.summands[0]) == "rejected"


def test_every_face_tells_the_state_that_the_answers_give(
    office: DatedFolder, collection: Collection
) -> None:
    answered(collection, 0, "approve", "2019-09-22T09:00:00+07:00")
    answered(collection, 1, "reject", "2019-09-22T09:00:00+07:00")
    wanted = ["Đã duyệt", "Bị từ chối", "Đã gửi"]
    again = combine(office, [office.folder], None)
    for one in (collection, again):
        titles = [one.answers.title_of(arrival, "") for arrival in one.summands]
        lines = [line.state for line in progress_lines(one) if line.result == "đã cộng"]
        assert (titles, lines) == (wanted, wanted)
    book = load_workbook(BytesIO(sum_file(office, collection, SumFile.BOOK)))
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert all(cells.count(title) == 1 for title in wanted)


def test_only_what_is_approved_is_added_up(office: DatedFolder, collection: Collection) -> None:
    answered(collection, 0, "approve", "2019-09-22T09:00:00+07:00")
    answered(collection, 1, "reject", "2019-09-22T09:00:00+07:00")
    approved = combine(office, [office.folder], None, only_approved=True)
    assert [arrival.facility_code for arrival in approved.summands] == ["79761200"]
    assert approved.total == collect_one(collection, 0)
    reasons = {turned.facility_code: turned.reason for turned in approved.exclusions}
    assert reasons["79761201"].startswith("Bị từ chối") and reasons["79761202"].startswith("Đã gửi")
    assert [facility.code for facility in approved.not_arrived] == ["79761299"]
    total = SumReport(office, collection)
    total.turn()
    before = total.content
    assert total.figures == approved.total
    answered(collection, 2, "approve", "2019-09-22T09:00:00+07:00")
    assert len(total.collection.summands) == 2 and total.content is not before


def collect_one(collection: Collection, place: int) -> Figures:
    return Collection((collection.summands[place],), (), collection.school_year).total


def test_reports_that_tell_no_code_are_answered_one_by_one(collection: Collection) -> None:
    nameless = [
        arrival._replace(
            facility_code=None, check_code=None, school_year=None, revision=0, digest=bytes([number] * 16)
        )
        for number, arrival in enumerate(collection.summands)
    ]
    move = nameless[0].form.answers["approve"]
    path = collection.answers.give(nameless[0], Answer(move, "2019-09-22T09:00:00+07:00", "Phòng Mẫu", "", 0))
    assert path.name == "tra-loi_nhom-tre-mau-0.json" and read_answer(path.read_bytes()).school_year == ""
    assert [collection.answers.to(arrival) is not None for arrival in nameless] == [True, False, False]


def test_answers_that_cannot_be_looked_at_are_not_taken_for_none(
    office: DatedFolder, collection: Collection
) -> None:
    arrival, answers = collection.summands[0], AnswersFolder([office.folder])
    assert answers.can_be_read
    answered(collection, 0, "approve", "2019-09-22T09:00:00+07:00")
    (office.folder / "tra-loi").chmod(0o300)
    with as_everyone_reads():
        assert (answers.can_be_read, answers.to(arrival)) == (False, None)
    (office.folder / "tra-loi").chmod(0o700)
    # the folder looks as before: nothing of it was remembered
    assert answers.can_be_read and answers.to(arrival) is not None
