"""Folders as they are met: full of other files, with what is no file, with a clock of another year; the reports among them count all the same."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from exports.district.answers_folder import AnswersFolder
from exports.district.arriving.examination import default_workers
from exports.district.inbox import Inbox, collect
from forms.model.text import harmless
from forms.package.answers import Answer
from tests.exports.arriving import code_of_seed, edited, put, sealed_again, sent_package
from tests.exports.conftest import FULL, TODAY

GIGABYTE = 1_000_000_000
OTHERS = 10_000 if FULL else 300


@pytest.mark.slow
@pytest.mark.long
def test_thousands_of_other_files_are_passed_by(tmp_path: Path) -> None:
    put(tmp_path, "bao-cao.json", sent_package(1))
    for number in range(OTHERS):
        (tmp_path / f"anh-{number:05}.jpg").write_bytes(b"\xff\xd8")
    inbox = Inbox([tmp_path], TODAY)
    *_, found = inbox.look(workers=1)
    assert len(found.summands) == 1 and len(found.exclusions) == OTHERS
    assert list(inbox.look(workers=1)) == []


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipes_loops_and_giants_are_told_and_wait_for_nobody(tmp_path: Path) -> None:
    put(tmp_path, "bao-cao.json", sent_package(1))
    os.mkfifo(tmp_path / "ong.json")
    (tmp_path / "vong").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "chinh-no.json").symlink_to(tmp_path / "chinh-no.json")
    for name in ("to.json", "to.xlsx"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(3 * GIGABYTE)
    found = collect([tmp_path], TODAY, workers=1)
    assert len(found.summands) == 1
    reasons = {Path(turned.file).name: turned.reason for turned in found.exclusions}
    assert set(reasons) == {"ong.json", "vong", "chinh-no.json", "to.json", "to.xlsx"}
    assert all(reasons.values()) and "3000 MB" in reasons["to.json"]


@pytest.mark.slow
def test_names_with_escapes_reach_no_terminal(tmp_path: Path) -> None:
    name = "\x1b]0;x\x07\x1b[2J\u202egp.json"
    put(tmp_path, name, b"{}")
    put(tmp_path, "\x1b[31mbao-cao.json", sent_package(1))
    found = collect([tmp_path], TODAY, workers=1)
    (turned,) = found.exclusions
    assert len(found.summands) == 1 and "\x1b" not in turned.reason
    assert "\x1b" not in harmless(turned.request_in_words)


@pytest.mark.slow
def test_by_a_clock_of_2015_all_is_as_it_is(tmp_path: Path) -> None:
    put(tmp_path, "bao-cao.json", sent_package(1))
    found = collect([tmp_path], date(2015, 1, 1), workers=1)
    assert found == collect([tmp_path], TODAY, workers=1) and len(found.summands) == 1


@pytest.mark.slow
def test_two_facilities_with_one_code_are_both_asked(tmp_path: Path) -> None:
    put(tmp_path, "mot.json", sent_package(1))

    def under_another_code(package: dict[str, object]) -> None:
        facility = package["facility"]
        assert isinstance(facility, dict)
        facility["code"] = code_of_seed(1)
        package.pop("check_code", None)
        package.pop("records_hash", None)

    put(tmp_path, "hai.json", sealed_again(sent_package(2), under_another_code))
    found = collect([tmp_path], TODAY, workers=1)
    assert not found.summands
    for turned in found.exclusions:
        assert "hai cơ sở cùng mã" in turned.reason and "xem lại mã trường" in found.request_for(turned)


@pytest.mark.slow
def test_a_facility_that_sent_twice_under_another_head_is_one_facility(tmp_path: Path) -> None:
    put(tmp_path, "mot.json", sent_package(1))

    def with_another_head(package: dict[str, object]) -> None:
        facility = package["facility"]
        assert isinstance(facility, dict)
        facility["head_name"] = "Trần Thị Mẫu"
        package.pop("records_hash", None)

    put(tmp_path, "hai.json", sealed_again(sent_package(1), with_another_head))
    found = collect([tmp_path], TODAY, workers=1)
    assert len(found.summands) == 1 and [turned.facility_code for turned in found.exclusions] == [
        code_of_seed(1)
    ]


@pytest.mark.slow
def test_a_file_that_goes_while_the_folder_is_read_is_told(tmp_path: Path) -> None:
    paths = [put(tmp_path, f"{seed}.json", sent_package(seed)) for seed in (1, 2, 3)]

    def pull_out(done: int, _: int) -> None:
        if done == 1:
            for path in paths[1:]:
                path.unlink()

    *_, found = Inbox([tmp_path], TODAY).look(pull_out, 1)
    assert len(found.summands) == 1 and all(turned.is_unread for turned in found.exclusions)
    assert len(found.exclusions) == 2


@pytest.mark.slow
def test_a_damaged_report_is_known_by_its_path(tmp_path: Path) -> None:
    put(tmp_path, "sua.json", edited(sent_package(1), lambda package: package.update(revision=7)))
    (turned,) = collect([tmp_path], TODAY, workers=default_workers()).exclusions
    assert "sửa sau khi ghi" in turned.reason


@pytest.mark.slow
def test_what_two_officers_answer_at_once_is_all_kept(tmp_path: Path) -> None:
    """One shared folder, two programs: no file is written over, and both see what stands."""
    for seed in (1, 2):
        put(tmp_path, f"{seed}.json", sent_package(seed))
    desks = [collect([tmp_path], TODAY, workers=1) for _ in range(2)]
    rounds = 20

    def answer(place: int) -> None:
        found = desks[place]
        for number in range(rounds):
            arrival = found.summands[number % 2]
            move = arrival.form.answers["approve" if place else "reject"]
            note = f"Lời thứ {number} của người {place}"
            found.answers.give(
                arrival, Answer(move, f"2019-09-22T09:{number:02}:0{place}+07:00", f"Cán Bộ {place}", note, 1)
            )

    threads = [Thread(target=answer, args=(place,)) for place in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    files = list((tmp_path / "tra-loi").glob("*.json"))
    texts = {path.read_text("utf-8") for path in files}
    assert len(files) == len(texts) == 2 * rounds
    assert desks[0].answers.standing == desks[1].answers.standing == AnswersFolder([tmp_path]).standing
