"""The office's desk on as many files as really arrive, in a terminal."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from pathlib import Path
from threading import Event

import pytest

from exports.workbooks.report.report_book import write_report
from forms.model.text import parse_iso
from forms.package.adopt import carried
from forms.package.answer_file import read_answer
from forms.package.reader import read
from tests.exports.arriving import report_of_seed, workbook_of
from tests.exports.report_books import without_properties
from tests.office_folder import WARDS, fill_district, package_in_district
from tests.pty.driver import QUIT, Terminal
from tui.jobs.revisions.answering import reply_in_file
from tui.jobs.workspace import Workspace

pytestmark = pytest.mark.slow

FULL = os.environ.get("NHOMTRE_FULL") == "1"
COUNTS = (1, 60, 300, 2000) if FULL else (1, 60)
A_DAY = 300 if FULL else 48
TODAY = "2019-09-26"
PATIENCE = 300.0 if FULL else 60.0


def desk(folder: Path, home: Path) -> Terminal:
    command = [
        sys.executable,
        "-m",
        "tui.cli",
        "--office",
        str(folder),
        "--data",
        str(home),
        "--today",
        TODAY,
    ]
    return Terminal(command, home=home)


@pytest.mark.long
@pytest.mark.parametrize("count", COUNTS)
def test_the_desk_opens_on_what_arrived(tmp_path: Path, count: int) -> None:
    fill_district(tmp_path / "den", count)
    for _ in range(2):
        with desk(tmp_path / "den", tmp_path / "home") as terminal:
            terminal.wait_for(f"{count} cơ sở", " Menu", seconds=PATIENCE)
            terminal.send(QUIT)
            assert terminal.status() == 0
    assert not (tmp_path / "den" / "nhomtre.log").exists()
    (kept,) = (tmp_path / "home").glob(".da-doc-*")
    assert kept.stat().st_mode & 0o777 == 0o600


def workbooks(folder: Path) -> int:
    """Ten workbooks as they come; how many of them can be added up."""
    whole = workbook_of(1)
    draft = write_report(report_of_seed(2))
    books = {
        "01-cua-phan-mem.xlsx": whole,
        "02-he-thong-xuat.xlsx": without_properties(workbook_of(3)),
        "03-cat-doi.xlsx": whole[: len(whole) // 2],
        "04-rong.xlsx": b"",
        "05-chu-thuong.xlsx": "Kính gửi Phòng".encode(),
        "06-goi-doi-ten.xlsx": package_in_district(0),
        "07-gui-hai-lan.xlsx": whole,
        "08-ban-nhap.xlsx": draft,
        "09-doi-duoi.xls": whole,
        "10-zip-la.xlsx": b"PK\x05\x06" + bytes(18),
    }
    for name, data in books.items():
        (folder / name).write_bytes(data)
    return 2


@pytest.mark.long
def test_a_day_at_the_desk(tmp_path: Path) -> None:
    """Many reports come in every quality: most are approved at once, three refused with remarks, letters and sums are made."""
    folder, home = tmp_path / "den", tmp_path / "home"
    children = fill_district(folder, A_DAY)
    added = A_DAY + workbooks(folder)
    with desk(folder, home) as terminal:
        terminal.wait_for(f"{added} cơ sở", "8 tệp", seconds=PATIENCE)
        refuse(terminal, "Mau 00001", "T4")
        refuse(terminal, "Mau 00003", "T2.083")
        refuse(terminal, "Mau 00005", "children/c0003")
        keys = [
            "1",
            "\r",
            "\x06",
            "4",
            "\r",
            "\x06",
            "17",
            "\r",
            "\x06",
            "2",
            "\r",
            "\x06",
            "19",
            "\r",
            "\x06",
            "20",
            "\r",
            "\r",
        ]
        assert len("".join(keys)) <= 60
        terminal.send("".join(keys))
        terminal.wait_for(f"Đã duyệt {added - 3} báo cáo", seconds=PATIENCE)
        terminal.press("Esc", "Esc")
        terminal.wait_for("đã trả lời", "Đọc lại thư mục")
        terminal.send("11\r")
        screen = terminal.wait_for("Theo nhóm cấp học")
    # how many facilities, classes, children, staff, rooms
    of_wards = re.findall(r"^[> ] Phường \D+ (\d+) +(\S+) +(\S+) +\S+ +\S+$", screen, re.MULTILINE)
    told = [int(figure.replace(".", "")) for *_, figure in of_wards]
    assert sorted(told) == sorted({children[ward] for ward in WARDS if ward})
    check_answers(folder, added)


def refuse(terminal: Terminal, name: str, place: str, by: str = "Cán Bộ Mẫu", again: str = "") -> None:
    """From the first page: open that facility's report, refuse it for one place, go back; *again* answers the question whether to."""
    terminal.send("1\r")
    terminal.wait_for("CƠ SỞ ĐÃ GỬI")
    terminal.send(name)
    terminal.wait_for("(1/")
    terminal.press("Enter")
    terminal.wait_for("Duyệt, Từ chối")
    # step 11 is the answer: refuse, by whom, why, the place in words of its own, what is wrong there
    terminal.send("11\r" + "\x1b[B\r" + again + "\r")
    terminal.send(by + "\rXem lại\r" + place + "\rĐếm lại\r\x1b[B\r")
    terminal.wait_for("Đã ghi trả lời")
    terminal.press("Esc")
    terminal.wait_for("CƠ SỞ ĐÃ GỬI")
    terminal.press("Esc")
    terminal.wait_for("CƠ SỞ ĐÃ GỬI")
    terminal.press("Esc")
    terminal.wait_for("Đọc lại thư mục")


def check_answers(folder: Path, added: int) -> None:
    """Every answer is read by the owner's app; beside each lies its letter."""
    answers = sorted((folder / "tra-loi").glob("*.json"))
    assert len(answers) == added
    refused = {}
    for path in answers:
        answer = read_answer(path.read_bytes())
        assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
        assert answer.facility in path.with_suffix(".txt").read_text("utf-8")
        if answer.answer.move.id == "reject":
            refused[answer.facility] = path
    workspace = Workspace(folder, day=parse_iso(TODAY))
    places = []
    for number in (1, 3, 5):
        path = refused[f"797{number:05}"]
        places += [remark["place"] for remark in json.loads(path.read_bytes())["remarks"]]
        content = carried(read(package_in_district(number)))
        assert [edit.path[0] for edit in reply_in_file(workspace, content, path).edits] == [
            "state",
            "answers",
        ]
    assert places == ["T4", "T2.083", "children/c0003"]


@pytest.mark.long
def test_two_officers_at_once(tmp_path: Path) -> None:
    """Two programs on one shared folder approve all at the same time, then each refuses one: every answer and remark is kept."""
    folder, names = tmp_path / "den", ("Cán Bộ Một", "Cán Bộ Hai")
    fill_district(folder, 8)
    with desk(folder, tmp_path / "mot") as first, desk(folder, tmp_path / "hai") as second:
        officers = first, second
        for officer in officers:
            officer.wait_for("8 cơ sở", " Menu", seconds=PATIENCE)
            officer.send("1\r" + "\x0619\r" + "\x0620\r")
            officer.wait_for("Duyệt 8 báo cáo")
        for officer, name in zip(officers, names, strict=True):
            officer.send(name + "\r")
        approved = 0
        for officer in officers:
            officer.wait_for("Đã duyệt", " báo cáo; tệp trả lời")  # the column says the first, too
            told = re.search(r"Đã duyệt (\d+) báo cáo", officer.text)
            approved += int(told[1]) if told else 0
            officer.press("Esc")
            officer.wait_for("đã trả lời 8")
        for officer, name, place in zip(officers, names, ("T4", "T2.083"), strict=True):
            refuse(officer, "Mau 00001", place, name, again="c\r")
        first.send("1\r")
        first.wait_for("Bị từ chối")
    answers = [read_answer(path.read_bytes()).answer for path in (folder / "tra-loi").glob("*.json")]
    assert 8 <= approved == sum(answer.move.id == "approve" for answer in answers)
    assert len(answers) == approved + 2
    remarks = {(answer.by, str(remark.place)) for answer in answers for remark in answer.remarks}
    assert remarks == {("Cán Bộ Một", "T4"), ("Cán Bộ Hai", "T2.083")}
    assert len(list((folder / "tra-loi").iterdir())) == 3 * len(answers)


def check_keys(terminal: Terminal) -> None:
    """Ten keys a second while it reads: the cursor is where each of them leads it within 50 ms, but for one in a hundred.

    It counts on two processors that have nothing else to do.
    """
    waits: list[float] = []
    while "đang đọc" in terminal.text and len(waits) < 100:
        begun, line = time.monotonic(), terminal.cursor[1]
        terminal.press("Up" if len(waits) % 2 else "Down")
        terminal.wait(lambda _, line=line: terminal.cursor[1] != line, "the cursor")  # type: ignore[misc]
        waits.append(time.monotonic() - begun)
        Event().wait(max(begun + 0.1 - time.monotonic(), 0))
    assert len(waits) > 30, "it reads for seconds"
    assert sorted(waits)[-2] <= 0.05, sorted(waits)[-5:]


@pytest.mark.long
def test_a_reading_is_stopped_and_goes_on(tmp_path: Path) -> None:
    count = 2000 if FULL else 60
    fill_district(tmp_path / "den", count)
    if FULL:
        with desk(tmp_path / "den", tmp_path / "another home") as terminal:
            terminal.wait_for("đang đọc", seconds=PATIENCE)
            check_keys(terminal)
    with desk(tmp_path / "den", tmp_path / "home") as terminal:
        terminal.wait_for("đang đọc", seconds=PATIENCE)
        terminal.press("Esc")
        terminal.wait_for("Đã dừng đọc")
        terminal.send("15\r")
        terminal.wait_for(f"{count} cơ sở", seconds=PATIENCE)
        (tmp_path / "den" / "99999.json").write_bytes(package_in_district(99999))
        terminal.wait_for(f"{count + 1} cơ sở", seconds=PATIENCE)
        status = Path(f"/proc/{terminal.process.pid}/status")
        if status.exists():
            most = int(re.findall(r"VmHWM:\s+(\d+)", status.read_text())[0]) // 1024
            assert most <= 300, f"{most} MB"
        assert terminal.leave() == 0
