"""The office's jobs: many reports added up, one looked at, an answer given."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.district.report_sum import Collection
from forms.model.errors import NhomtreError, Refused, StorageError
from forms.package.answer_file import read_answer
from forms.package.answers import Answer
from tests.office_folder import fill
from tests.unprivileged import as_everyone_reads
from tui.jobs.district.arrivals_folder import office_folder
from tui.jobs.district.combining import combine, sum_file
from tui.jobs.district.office import Answers, GuestReport, SumReport, give, guest_of, key_of
from tui.jobs.district.sum_kinds import SumFile
from tui.jobs.workspace import DatedFolder


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
    guest = guest_of(office, collection.summands[0])
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
        guest_of(office, collection.summands[0])


def test_an_answer_is_a_file_and_the_last_one_holds(office: DatedFolder, collection: Collection) -> None:
    arrival, answers = collection.summands[0], Answers(office.folder)
    assert answers.state_of(arrival) == arrival.form.states["sent"].title
    for name, minute in (("approve", 1), ("reject", 2)):
        move = arrival.form.answers[name]
        at = f"2019-09-22T09:0{minute}:00+07:00"
        path = give(office.folder, arrival, Answer(move, at, "Phòng Mẫu", "Xem lại", arrival.revision))
        file = read_answer(path.read_bytes())
        assert (file.facility, file.answer.move) == (arrival.facility_code, move)
    assert answers.given[key_of(arrival)].move.id == "reject"
    assert answers.state_of(arrival) == arrival.form.states["rejected"].title
    (path.parent / "hong.json").write_text("{", "utf-8")
    assert answers.has(arrival), "a file that cannot be read is passed by"


def test_answers_that_cannot_be_looked_at_are_not_taken_for_none(
    office: DatedFolder, collection: Collection
) -> None:
    arrival, answers = collection.summands[0], Answers(office.folder)
    assert answers.can_be_read
    move = arrival.form.answers["approve"]
    give(office.folder, arrival, Answer(move, "2019-09-22T09:00:00+07:00", "Phòng Mẫu", "", arrival.revision))
    (office.folder / "tra-loi").chmod(0o300)
    with as_everyone_reads():
        assert (answers.can_be_read, answers.has(arrival)) == (False, False)
    (office.folder / "tra-loi").chmod(0o700)
    # the folder looks as before: nothing of it was remembered
    assert answers.can_be_read and answers.has(arrival)
