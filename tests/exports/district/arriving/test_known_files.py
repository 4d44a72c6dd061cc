"""What is kept of a folder of arrivals: nothing that did not change is read again, whatever happens to what is kept."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from exports.district import inbox
from exports.district.arriving.arrivals import Arrival, Exclusion, examine
from exports.district.arriving.examination import Stopped, examine_all
from exports.district.arriving.known_files import TICK, KnownFiles, stamp_of
from exports.district.inbox import Inbox
from exports.district.report_sum import Collection
from forms.model.errors import StorageError
from tests.builders import example_package, package_bytes
from tests.exports.arriving import put, sent_package, workbook_of

TODAY = date(2019, 9, 19)
AN_HOUR = 3600 * 10**9


class Office:
    """A folder of arrivals and what is kept of it; *read* are the names of the files that the last look examined."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.kept = folder / "den", folder / "nha" / "kept"
        self.folder.mkdir()
        self.read: list[str] = []
        self.minutes_ago = AN_HOUR

        def noted(files: list[Path], *others: object, **more: object) -> object:
            self.read = sorted(path.name for path in files)
            return examine_all(files, *others, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(inbox, "examine_all", noted)

    def put(self, name: str, data: bytes) -> Path:
        """A file that came an hour ago."""
        path = put(self.folder, name, data)
        self.age(path)
        return path

    def age(self, path: Path) -> None:
        changed = path.stat().st_mtime_ns - AN_HOUR
        os.utime(path, ns=(changed, changed))

    def inbox(self, today: date = TODAY, clock: Callable[[], int] | None = None) -> Inbox:
        known = KnownFiles(self.kept, today, clock) if clock else KnownFiles(self.kept, today)
        return Inbox([self.folder], today, known=known)

    def look(self, inbox: Inbox | None = None) -> Collection:
        self.read = []
        *_, found = (inbox or self.inbox()).look(workers=1)
        return found


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Four that sent, one of them a workbook, one that was damaged."""
    office = Office(tmp_path, monkeypatch)
    for seed in (1, 2, 3):
        office.put(f"{seed}.json", sent_package(seed))
    office.put("4.xlsx", workbook_of(4))
    office.put("hong.json", sent_package(5).replace("Mẫu".encode(), b"Mau", 1))
    return office


@pytest.mark.slow
def test_a_second_opening_finds_the_same_and_reads_only_what_was_no_report(office: Office) -> None:
    first = office.look()
    assert len(office.read) == 5 and len(first.summands) == 4
    again = office.look()
    assert office.read == ["hong.json"]
    assert again == first and again.total == first.total


@pytest.mark.slow
def test_what_is_kept_is_the_owners_alone_small_and_names_nobody_of_the_records(office: Office) -> None:
    office.look()
    assert office.kept.stat().st_mode & 0o777 == 0o600
    assert office.kept.stat().st_size < 2_000 * 4
    text = zlib.decompress(office.kept.read_bytes()[32:]).decode()
    assert "Nhóm trẻ Mẫu 1" in text
    children = json.loads(sent_package(1))["children"]
    assert children and not any(child["name"] in text for child in children if child.get("name"))


@pytest.mark.slow
def test_a_file_that_comes_while_the_folder_is_open_is_the_only_one_that_is_read(office: Office) -> None:
    open_folder = office.inbox()
    office.look(open_folder)
    assert list(open_folder.look()) == [], "nothing has changed"
    office.put("9.json", sent_package(9))
    assert len(office.look(open_folder).summands) == 5 and office.read == ["9.json"]
    (office.folder / "9.json").unlink()
    assert len(office.look(open_folder).summands) == 4 and office.read == []


@pytest.mark.slow
def test_a_file_is_known_by_its_bytes_under_another_name_and_at_another_time(office: Office) -> None:
    office.look()
    (office.folder / "1.json").rename(office.folder / "tu-thu-dien-tu.json")
    os.utime(office.folder / "2.json")
    found = office.look()
    assert office.read == ["hong.json"] and len(found.summands) == 4
    assert any(arrival.file.endswith("tu-thu-dien-tu.json") for arrival in found.summands)


@pytest.mark.slow
def test_a_file_with_other_bytes_is_read_whatever_its_time_and_size(office: Office) -> None:
    """In the same tick of a clock, by a clock that went back, or by a program that puts the old time back."""
    path = office.put("6.json", sent_package(6))
    changed = path.stat().st_mtime_ns
    office.look(office.inbox(clock=lambda: changed + TICK // 2))
    other = sent_package(6).replace("Nhóm trẻ Mẫu 6".encode(), "Nhóm trẻ Mẫu 7".encode())
    path.write_bytes(other)
    os.utime(path, ns=(changed, changed))
    office.look()
    assert "6.json" in office.read
    # a clock of 2015: every file is newer than now, and none is believed without its hash
    in_2015 = 1_420_070_400 * 10**9
    office.look(office.inbox(clock=lambda: in_2015))
    office.look(office.inbox(clock=lambda: in_2015))
    assert office.read == ["6.json", "hong.json"], "by their hash the others are known all the same"


@pytest.mark.slow
def test_a_report_that_was_never_sent_is_checked_again_on_another_day(office: Office) -> None:
    office.put("nhap.json", package_bytes(example_package()))
    office.look()
    office.look()
    assert "nhap.json" not in office.read
    office.look(office.inbox(date(2019, 9, 20)))
    assert office.read == ["hong.json", "nhap.json"]


@pytest.mark.slow
@pytest.mark.parametrize("damage", ["cut", "bit", "empty", "other", "bomb", "folder"])
def test_damage_to_what_is_kept_costs_a_reading_and_nothing_else(office: Office, damage: str) -> None:
    wanted = office.look()
    data = office.kept.read_bytes()
    office.kept.write_bytes(
        {
            "cut": data[:-40],
            "bit": data[:200] + bytes([data[200] ^ 1]) + data[201:],
            "empty": b"",
            "other": b"x" * 100,
            "bomb": data[:32] + zlib.compress(bytes(10_000_000)),
            "folder": b"",
        }[damage]
    )
    if damage == "folder":
        office.kept.unlink()
        office.kept.mkdir()
    assert office.look() == wanted and len(office.read) == 5


@pytest.mark.slow
def test_a_reading_that_was_stopped_goes_on_where_it_was(office: Office) -> None:
    answers = iter([False, False, True])
    with pytest.raises(Stopped):
        list(office.inbox().look(workers=1, cancelled=lambda: next(answers)))
    assert len(office.look().summands) == 4
    assert len(office.read) == 3, "two were read before"


@pytest.mark.slow
def test_a_folder_that_is_gone_leaves_what_was_read(office: Office) -> None:
    open_folder = office.inbox()
    office.look(open_folder)
    away = office.folder.with_name("rut-ra")
    for is_mounted in (False, True):
        office.folder.rename(away)
        if is_mounted:
            office.folder.mkdir()
        with pytest.raises(StorageError, match="USB"):
            list(open_folder.look())
        if is_mounted:
            office.folder.rmdir()
        away.rename(office.folder)
        assert list(open_folder.look()) == []
    office.put("9.json", sent_package(9))
    assert len(office.look(open_folder).summands) == 5 and office.read == ["9.json"]


@pytest.mark.slow
def test_what_was_not_read_before_the_folder_went_is_read_when_it_is_back(office: Office) -> None:
    open_folder, away = office.inbox(), office.folder.with_name("rut-ra")

    def go(done: int, _: int) -> None:
        if done == 2:
            office.folder.rename(away)

    *_, found = open_folder.look(go, workers=1)
    assert len(found.summands) == 2
    with pytest.raises(StorageError, match="USB"):
        list(open_folder.look())
    away.rename(office.folder)
    assert len(office.look(open_folder).summands) == 4 and len(office.read) == 3


def test_what_is_examined_is_kept_as_it_is(tmp_path: Path) -> None:
    files = [put(tmp_path, "1.json", sent_package(1)), put(tmp_path, "khong-ma.xlsx", workbook_of(3))]
    examined = [examine(path, TODAY) for path in files]
    known = KnownFiles(tmp_path / "kept", TODAY)
    for path, one in zip(files, examined, strict=True):
        stamp = stamp_of(path)
        assert stamp is not None and isinstance(one, Arrival | Exclusion)
        known.note(one, stamp)
    known.keep(None)
    again = KnownFiles(tmp_path / "kept", TODAY)
    assert [again.of(path, stamp_of(path)) for path in files] == examined


@pytest.mark.slow
def test_it_is_filled_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "FIRST_PART", 2)
    for seed in range(1, 8):
        put(tmp_path, f"{seed}.json", sent_package(seed))
    told: list[tuple[int, int]] = []
    counts = [
        len(found.summands)
        for found in Inbox([tmp_path], TODAY).look(lambda done, total: told.append((done, total)), 1)
    ]
    assert counts == [2, 3, 4, 6, 7] and told[-1] == (7, 7)
