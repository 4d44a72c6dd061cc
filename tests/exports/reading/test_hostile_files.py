"""What would hurt is refused with a sentence, within the memory; seconds and megabytes are printed."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as OpenpyxlBook
from openpyxl.styles import Font

from exports.reading import reading_process
from exports.reading.book_parts import read_properties
from exports.reading.kinds.file_kinds import kind_of
from exports.reading.limits import MAX_BYTES, MAX_PARTS, MAX_UNPACKED, MEGABYTE, Parts
from exports.reading.reading_refusals import WorkbookRefused
from exports.reading.refusal_words import UNCHANGED
from exports.reading.sheet_parts import Room
from exports.reading.workbook_reader import read_workbook
from tests.exports import hostile
from tests.exports.hostile import HONEST, HOSTILE, parts, sheet, with_part, zipped
from tests.exports.tools import recalculated, run

ROOT = Path(__file__).parents[3]
MEMORY = 150 * MEGABYTE
MEASURED = """
import json, sys, time
from pathlib import Path
from exports.reading.workbook_reader import read_workbook
from exports.reading.reading_refusals import WorkbookRefused
start = time.perf_counter()
try:
    read_workbook(Path(sys.argv[1]))
    code, message = "", ""
except WorkbookRefused as refused:
    code, message = refused.code, str(refused)
seconds = time.perf_counter() - start
import resource
# ru_maxrss of a process is also that of the one that started it; VmHWM is its own
status = Path("/proc/self/status")
own = int(status.read_text().split("VmHWM:")[1].split()[0]) if status.exists() else 0
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps({"code": code, "message": message, "seconds": seconds, "peak": max(own, child) * 1024}))
"""


def measured(path: Path) -> dict[str, Any]:
    """Reading *path* in a fresh process: code, message, seconds, and peak memory of it and of its child."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], cwd=ROOT, capture_output=True, check=True, timeout=60
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.promise("R20", "R21", "R24")
@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="measured with resource")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files(name: str, tmp_path: Path) -> None:
    make, code = HOSTILE[name]
    path = tmp_path / "a.xlsx"
    path.write_bytes(make())
    before = path.read_bytes()
    found = measured(path)
    print(f"{name}: {found['seconds']:.3f} s, {found['peak'] / MEGABYTE:.0f} MB")
    assert found["code"] == code
    assert found["message"].endswith(UNCHANGED)
    if sys.platform == "linux":
        assert found["peak"] < MEMORY
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def code_of(data: bytes) -> str:
    with pytest.raises(WorkbookRefused) as raised:
        reading_process.read(data)
    assert " → " in str(raised.value)
    return raised.value.code


@pytest.mark.promise("R20", "R22")
@pytest.mark.slow
def test_too_many_rows_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(hostile.many_rows(50_000, 3))
    with pytest.raises(WorkbookRefused, match=r"có 50\.000 dòng .* cột C dòng 50\.000"):
        read_workbook(path)


@pytest.mark.promise("R24")
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"<html><table><tr><td>a frame around a page</td></tr></table></html>", "web_page"),
        (b"\xef\xbb\xbf\r\n<?xml version='1.0'?><Workbook/>", "web_page"),
        (b"\xff\xfe" + "<html>".encode("utf-16-le"), "web_page"),
        ("Họ tên và ngày sinh\r\nA\r\n".encode(), "plain_text"),
        (b"\xff\xfe" + "Họ tên".encode("utf-16-le"), "plain_text"),
        (b"%PDF-1.7\n", "not_excel"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not_excel"),
        (hostile.encrypted(), "encrypted"),
        (hostile.ole("Root Entry", "WordDocument"), "not_excel"),
        (hostile.truncated(), "damaged"),
        (b"PK\x03\x04", "damaged"),
        (b"PK\x05\x06" + bytes(18), "not_excel"),
        (zipped({"word/document.xml": "<x/>"}), "not_excel"),
        (zipped({"mimetype": "application/vnd.oasis", "content.xml": "<x/>"}), "no_sheets"),
        (zipped({"xl/workbook.bin": b"x"}), "damaged"),
        (zipped({"xl/theme.xml": "<x/>"}), "damaged"),
        (zipped(parts({})), "no_sheets"),
        (zipped({**parts({"Trẻ": ""}), "xl/workbook.xml": "<workbook"}), "damaged"),
        (zipped(parts({"Trẻ": sheet("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")})), "damaged"),
        (zipped(parts({"Trẻ": sheet("<row r='1'><c r='1A'><v>0</v></c></row>")})), "damaged"),
        (zipped(parts({"Trẻ": sheet("<row r='1'><c r='XFE1'><v>0</v></c></row>")})), "damaged"),
        (zipped(parts({"Trẻ": sheet("<row r='99999999'><c><v>0</v></c></row>")})), "damaged"),
        (zipped(parts({"Trẻ": sheet(HONEST) + "<again/>"})), "damaged"),
        (with_part("xl/externalLinks/_rels/a.rels"), "external_links"),
    ],
)
def test_what_is_no_workbook(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_a_sheet_without_its_part() -> None:
    made = parts({"Trẻ": sheet(HONEST)})
    del made[hostile.SHEET_PART]
    assert code_of(zipped(made)) == "sheet_missing"


def test_two_parts_of_one_name() -> None:
    assert code_of(zipped({**parts({"Trẻ": sheet(HONEST)}), "XL/Workbook.xml": "<x/>"})) == "damaged"


@pytest.mark.promise("R24")
def test_a_workbook_with_macros_is_read_without_them() -> None:
    [(title, _, cells)] = reading_process.read(hostile.macro()).sheets
    assert (title, cells and cells.rows) == ("Trẻ", {1: {1: ("Họ và tên", "text", None)}})


TWICE = hostile.custom_property("form", "x") * 2
BILLION = '<!DOCTYPE x [<!ENTITY a "b">]>'


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (hostile.custom(hostile.custom_property("form", "&a;"), before=BILLION), "entities"),
        (hostile.custom(hostile.custom_property("form", "&a;")), "damaged"),
        (hostile.custom(TWICE), "damaged"),
        (hostile.custom("<property><property/></property>"), "damaged"),
        ("<Properties", "damaged"),
        (hostile.custom("<a>" * 50 + "</a>" * 50), "damaged"),
    ],
)
def test_custom_properties_that_would_hurt(xml: str, code: str) -> None:
    assert code_of(hostile.with_properties(xml)) == code


def test_custom_properties_take_the_room_of_cells() -> None:
    data = hostile.with_properties(hostile.custom(hostile.custom_property("form", "12345")))
    for name, most, code in (("text", 8, "too_much_text"), ("cells", 0, "too_many_cells")):
        room = Room()
        setattr(room, name, most)
        with pytest.raises(WorkbookRefused) as raised:
            read_properties(Parts(data), room)
        assert raised.value.code == code


def test_a_book_is_looked_for_where_it_usually_is_when_the_link_to_it_leads_nowhere() -> None:
    made = parts({"Trẻ": sheet(HONEST)})
    astray = str(made["_rels/.rels"]).replace("xl/workbook.xml", "xl/nowhere.xml")
    assert reading_process.read(zipped({**made, "_rels/.rels": astray})).sheets
    moved = {("xl/book.xml" if name == "xl/workbook.xml" else name): part for name, part in made.items()}
    assert code_of(zipped({**moved, "_rels/.rels": astray})) == "damaged"


def test_an_encrypted_part() -> None:
    data = bytearray(zipped(parts({"Trẻ": sheet(HONEST)})))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert code_of(bytes(data)) == "encrypted"


def test_the_limits() -> None:
    assert (MAX_BYTES, MAX_PARTS, MAX_UNPACKED) == (10_000_000, 200, 20_000_000)
    fitting = {**parts({"Trẻ": sheet(HONEST)}), **{f"xl/{number}": b"" for number in range(MAX_PARTS - 5)}}
    assert len(fitting) == MAX_PARTS
    assert reading_process.read(zipped(fitting)).sheets
    assert code_of(zipped({**fitting, "xl/one more": b""})) == "too_many_parts"


def test_a_part_that_is_packed_tightly_is_refused_for_its_size_only() -> None:
    honest = parts({"Trẻ": sheet(HONEST)})
    assert reading_process.read(zipped({**honest, "xl/zeros": b"0" * 15 * MEGABYTE})).sheets
    assert code_of(zipped({**honest, "xl/zeros": b"0" * 20 * MEGABYTE})) == "too_much_inside"


@pytest.mark.promise("R20")
def test_what_is_unpacked_is_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Parts(zipped(parts({"Trẻ": sheet(HONEST)})))
    size = len(sheet(HONEST).encode())
    monkeypatch.setattr(opened, "_left", size)
    assert len(b"".join(opened.chunks(hostile.SHEET_PART))) == size
    monkeypatch.setattr(opened, "_left", size - 1)
    with pytest.raises(WorkbookRefused) as raised:
        list(opened.chunks(hostile.SHEET_PART))
    assert raised.value.code == "too_much_inside"


@pytest.mark.slow
def test_many_empty_cells_are_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(hostile.empty_cells())
    found = measured(path)
    assert found["code"] == ""
    assert found["peak"] < MEMORY


def test_old_excel_that_is_damaged(tmp_path: Path) -> None:
    assert kind_of(hostile.old_excel()) == kind_of(b"\x09\x08\x10\x00\x00") == "xls"
    path = tmp_path / "renamed.xlsx"
    path.write_bytes(hostile.old_excel())
    with pytest.raises(WorkbookRefused) as raised:
        read_workbook(path)
    assert raised.value.code == "damaged"


@pytest.mark.slow
@pytest.mark.tools
def test_old_excel(tmp_path: Path) -> None:
    made = OpenpyxlBook()
    target: Any = made.active
    target.title = "Trẻ"
    target.append(["NguyÔn ThÞ", date(2016, 9, 1), 12, 8.2, True, "=1+1", "gộp", "", "0012"])
    target["A1"].font = Font(name=".VnTime")
    target["C1"].number_format = "00000"
    target.merge_cells("G1:H2")
    made.create_sheet("DM").sheet_state = "hidden"
    made.save(tmp_path / "b.xlsx")
    again = recalculated(tmp_path / "b.xlsx", tmp_path)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    run("soffice", profile, "--headless", "--convert-to", "xls", "--outdir", tmp_path, again)
    old = reading_process.read((tmp_path / "b.xls").read_bytes()).sheets
    assert old == reading_process.read(again.read_bytes()).sheets
    assert [(title, hidden) for title, hidden, _ in old] == [("Trẻ", False), ("DM", True)]
    assert code_of(hostile.old_excel()) == "damaged"
