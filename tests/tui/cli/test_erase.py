"""``nhomtre erase``: no trace of the child is left in any file of the folder, and what is sent, printed and carried away is known by it."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest

from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from forms.store.system.many_files import ManyFiles
from tests.faults.editing import ordered, replay
from tests.tui.cli.conftest import EXAMPLE, Command, on_disk
from tui.cli.main import main

pytestmark = pytest.mark.slow

YEAR = SchoolYear(2019)
C3 = "children/c0003"
NAME, MOTHER, PHONE, NUMBER = "Lê Ngọc Châu", "Trần Thị Bịa Đặt", "0900111222", "079312345678"
TRACES = (NAME, NAME.lower(), MOTHER, MOTHER.lower(), PHONE, NUMBER, "2017-01-10", "10/01/2017", '"c0003"')
ERASE = ("erase", C3, "--reason", f"mẹ {MOTHER} yêu cầu", "--yes")


def texts_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file with what can be read of it; a ZIP file by its members."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name = str(path.relative_to(folder))
        if is_zipfile(path):
            with ZipFile(path) as archive:
                for member in archive.namelist():
                    yield f"{name}/{member}", archive.read(member).decode("utf-8", "replace")
        else:
            yield name, path.read_bytes().decode("utf-8", "replace")


def traces(folder: Path) -> list[tuple[str, str]]:
    return [(name, trace) for name, text in texts_in(folder) for trace in TRACES if trace in text]


@pytest.fixture(scope="session")
def _lived_in_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lived-in") / "data"
    package = tmp_path_factory.mktemp("package") / "package.json"
    example = json.loads(EXAMPLE.read_text("utf-8"))["package"]
    child = example["children"][2]
    assert child["name"] == NAME
    child |= {"mother_name": MOTHER, "phone": PHONE, "personal_id": NUMBER, "birth_date": "2017-01-10"}
    for other in example["children"]:
        if other is not child and other["birth_date"] == child["birth_date"]:
            other["birth_date"] = "2017-01-11"
    package.write_text(json.dumps(example), "utf-8")

    def nhomtre(*arguments: str) -> None:
        assert main(["--data", str(folder), "--today", "2019-09-19", *arguments]) == 0, arguments

    nhomtre("import", str(package))
    with Store(folder).open(YEAR, write=True) as session:
        dossier = session.dossier
        dossier.set((*C3.split("/"), "name"), f"{NAME} Anh", "khai sinh lại")
        session.fold()
        dossier.undo()
        dossier.set(("notes", "T4", "203", "TU_THUC.permanent"), f"mẹ {MOTHER.lower()} gọi {PHONE}")
        dossier.set(("children", "c0001"), None, f"trùng với {NAME}")
        dossier.undo()
    nhomtre("derive")
    nhomtre("send", "--by", "Người Mẫu Gửi")
    remark = f"{C3}/birth_date=ngày sinh 10/01/2017 sai"
    nhomtre("answer", "reject", "--by", "Phòng Mẫu", "--note", f"xem lại {NAME}", "--at", remark)
    for kind in ("json", "rosters", "pdf", "missing"):
        nhomtre("export", kind)
    (folder / "exports" / "2019-2020" / "gửi mẹ" / "a").mkdir(parents=True)
    (folder / "exports" / "2019-2020" / "gửi mẹ" / "a" / "b.txt").write_text(MOTHER, "utf-8")
    (folder / "exports" / "2019-2020" / "thực đơn.txt").write_text("cháo", "utf-8")
    (folder / "2019-2020.draft.2019-09-19.1").write_text(f"… {NAME}", "utf-8")
    (folder / "backups" / "2019-2020.journal.1.hong").write_bytes(b"\0\0" + NAME.encode())
    return folder


@pytest.fixture
def lived_in(_lived_in_once: Path, folder: Path) -> Path:
    """A folder in which a child left traces wherever it can; revision 1 was sent and rejected."""
    shutil.copytree(_lived_in_once, folder)
    return folder


def test_no_trace_is_left_in_any_file_and_a_line_says_that_someone_was_erased(
    nhomtre: Command, lived_in: Path
) -> None:
    assert len({name for name, _ in traces(lived_in)}) > 8  # the test looks where something is
    run = nhomtre(*ERASE)
    assert run.status == 0, run
    assert traces(lived_in) == []
    assert (lived_in / "exports" / "2019-2020" / "thực đơn.txt").exists()
    assert "Đã xóa hẳn Trẻ 3 ở năm học" in run.err and "USB" in run.err
    assert "c0003" not in run.err
    last = nhomtre("history", "--json").json[-1]
    assert last["path"] == "erasures/0001"
    assert last["new"]["record"] == C3
    assert last["reason"] == "mẹ (…) yêu cầu"
    assert {"at", "by", "old", "new"} <= last["new"].keys()
    with Store(lived_in).open(YEAR, write=True) as session:
        assert session.notices == []
        changes = list(session.dossier.journal.changes())
        assert [change.seq for change in changes] == list(range(1, len(changes) + 1))
        assert ordered(replay(changes)) == ordered(session.dossier.content)
        assert "c0003" not in session.dossier.content.records("children")
        assert session.dossier.undo() is None  # never behind it
        # another child keeps all it has, and no number is given twice
        assert list(session.dossier.content.records("children"))[:3] == ["c0001", "c0002", "c0004"]


def test_every_kept_generation_opens_without_it(nhomtre: Command, lived_in: Path) -> None:
    assert nhomtre(*ERASE).status == 0
    kept = sorted((lived_in / "backups").glob("2019-2020.0*.json"))
    assert len(kept) > 2
    for path in kept:
        run = nhomtre("restore", str(path))
        assert run.status in (0, 1), run
        assert "không cùng một lịch sử" not in run.err
        assert C3 not in run.out


def test_without_consent_nothing_changes(nhomtre: Command, lived_in: Path) -> None:
    before = on_disk(lived_in)
    run = nhomtre(*ERASE[:-1])
    assert run.status == 1
    for said in (NAME, "Sẽ mất hẳn", "Chương trình không với tới được", "thêm --yes"):
        assert said in run.err
    assert on_disk(lived_in) == before


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "is_erased"), [("xoa han\n", True), ("Xóa hẳn\n", True), ("có\n", False), ("", False)]
)
def test_a_terminal_is_asked(
    nhomtre: Command, lived_in: Path, monkeypatch: pytest.MonkeyPatch, typed: str, is_erased: bool
) -> None:
    monkeypatch.setattr("sys.stdin", Keyboard(typed))
    run = nhomtre(*ERASE[:-1])
    assert (run.status == 0) is is_erased, run
    assert "Gõ «xóa hẳn»" in run.err
    assert (traces(lived_in) == []) is is_erased


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("children/c9999", "chưa từng có"),
        ("staff/s0001", "không phải"),
        ("children", "không phải"),
        ("x", "không phải"),
    ],
)
def test_what_is_no_child_is_refused(nhomtre: Command, lived_in: Path, place: str, said: str) -> None:
    run = nhomtre("erase", place, "--reason", "thử", "--yes")
    assert run.status == 1
    assert said in run.err and "Chưa xóa gì" in run.err
    assert nhomtre("erase", C3, "--reason", " ", "--yes").status == 1
    assert nhomtre("erase", C3, "--yes").status == 2


def test_what_a_sent_report_needs_stays_until_the_year_is_over(
    nhomtre: Command, folder: Path, sent_whole: Path
) -> None:
    before = on_disk(folder)
    run = nhomtre(*ERASE)
    assert run.status == 1
    assert "bản 1 năm học 2019-2020 đã gửi" in run.err and "01/06/2020" in run.err
    assert on_disk(folder) == before
    code = nhomtre("tables", "--json").json
    sent = {path.name for path in sent_whole.iterdir()}
    asked = nhomtre("--year", "2019-2020", *ERASE[:-1], today="2020-06-01")
    assert asked.status == 1 and {path.name for path in sent_whole.iterdir()} == sent
    run = nhomtre("--year", "2019-2020", *ERASE, today="2020-06-01")
    assert run.status == 0
    gone = sent - {path.name for path in sent_whole.iterdir()}
    for told in (asked.err, run.err):  # named before it is agreed to, and afterwards
        (line,) = (line for line in told.splitlines() if "tệp của bản đã gửi 1" in line)
        assert {name for name in sent if name in line} == gone != set()
    assert {trace for _, trace in traces(folder)} == {MOTHER}  # in the reason: a name that stood nowhere
    assert nhomtre("tables", "--json").json == code


def test_the_package_for_the_office_tells_of_nobody_and_stays(
    nhomtre: Command, lived_in: Path, tmp_path: Path
) -> None:
    (package,) = (lived_in / "exports" / "2019-2020" / "ban-1").glob("*.json")
    before = package.read_bytes()
    assert "không gửi kèm" in before.decode(), "the note names the mother"
    assert nhomtre(*ERASE).status == 0
    assert package.read_bytes() == before
    run = nhomtre("verify", str(package))
    assert run.status == 0, run
    assert "trước khi xóa" in run.out and "tệp y nguyên" in run.out
    assert "trong gói không có hồ sơ nào" in run.out and "còn hồ sơ mà" not in run.out


def test_a_child_that_was_removed_before_is_erased_from_the_history(nhomtre: Command, lived_in: Path) -> None:
    with Store(lived_in).open(YEAR, write=True) as session:
        session.dossier.set(("children", "c0003"), None)
    assert nhomtre(*ERASE).status == 0
    assert traces(lived_in) == []


@pytest.mark.parametrize("is_rolled", [False, True])
def test_a_history_that_is_damaged_goes_where_it_must_and_is_told(
    nhomtre: Command, lived_in: Path, is_rolled: bool
) -> None:
    journal = lived_in / "2019-2020.journal"
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b'"kind"', b'"kinb"', 1)
    journal.write_bytes(b"".join(lines))
    if is_rolled:
        journal.rename(lived_in / "backups" / f"2019-2020.000001-{len(lines):06}.journal")
    asked = nhomtre(*ERASE[:-1])
    assert "có chỗ hỏng" in asked.err and asked.status == 1
    run = nhomtre(*ERASE)
    assert run.status == 0, run
    assert ("bị xóa cả" in run.err) is is_rolled
    assert "tệp hỏng" in run.err
    assert traces(lived_in) == []
    with Store(lived_in).open(YEAR, write=True) as session:
        assert session.notices == []
        assert len(session.dossier.content.records("children")) == 5
        session.dossier.set(("facility", "phone"), "0900000001")
    told = nhomtre("history", "--json")
    assert [line["path"] for line in told.json if line["seq"]][-2:] == ["erasures/0001", "facility/phone"]
    assert "bắt đầu từ thay đổi số" in told.err


def test_the_child_goes_from_every_school_year(nhomtre: Command, lived_in: Path) -> None:
    assert nhomtre("roll", "--to", "2020-2021").status == 0
    assert any("2020-2021" in name for name, _ in traces(lived_in))
    assert nhomtre("--year", "2019-2020", *ERASE).status == 0
    assert traces(lived_in) == []
    for year in ("2019-2020", "2020-2021"):
        assert nhomtre("--year", year, "history", "--json").json[-1]["path"] == "erasures/0001"


def test_prints_and_files_of_before_are_known(nhomtre: Command, lived_in: Path, tmp_path: Path) -> None:
    files = lived_in / "exports" / "2019-2020" / "ban-1"
    shutil.copytree(files, tmp_path / "handed-in")
    with Store(lived_in).open(YEAR, write=False) as session:
        code, head = (session.dossier.content.part("sent")["1"][key] for key in ("code", "head"))
    assert nhomtre(*ERASE).status == 0
    for what in (code, f"BC1MN|{code}|2019-09-20|v1|{head}"):
        run = nhomtre("verify", what)
        assert run.status == 0, run
        assert "in trước khi xóa" in run.out
    for path in (tmp_path / "handed-in").iterdir():
        run = nhomtre("verify", str(path))
        assert run.status == 0, run.out
        assert ("trước khi xóa" in run.out) == path.name.endswith(".json")


def test_a_backup_of_before_does_not_bring_the_child_back(
    nhomtre: Command, lived_in: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert nhomtre("backup", str(stick)).status == 0
    assert nhomtre(*ERASE).status == 0
    (backup,) = stick.iterdir()
    told = nhomtre("restore", str(backup))
    assert "TRƯỚC KHI XÓA" in told.err
    assert nhomtre("restore", str(backup), "--yes").status == 0
    assert traces(lived_in) == []
    assert nhomtre("backup", str(stick)).status == 0
    (after,) = set(stick.iterdir()) - {backup}
    assert after.read_bytes().find(NAME.encode()) == -1


def test_other_children_keep_what_they_share(
    nhomtre: Command, folder: Path, example: dict[str, Any], package_file: Callable[[Any], str]
) -> None:
    for child in example["children"][2:4]:
        child |= {"mother_name": MOTHER, "phone": PHONE}
    assert nhomtre("import", package_file(example)).status == 0
    assert nhomtre(*ERASE).status == 0
    with Store(folder).open(YEAR, write=False) as session:
        sibling = session.dossier.content.records("children")["c0004"]
    assert (sibling["mother_name"], sibling["phone"]) == (MOTHER, PHONE)


def test_what_they_share_goes_from_words_about_the_one_alone(
    nhomtre: Command, folder: Path, example: dict[str, Any], package_file: Callable[[Any], str]
) -> None:
    one, sibling = example["children"][2:4]
    for child in (one, sibling):
        child |= {"birth_date": "2017-01-10", "mother_name": MOTHER, "phone": PHONE}
    assert nhomtre("import", package_file(example)).status == 0
    notes = {
        "199": f"{NAME} sinh 10/01/2017, mẹ {MOTHER} {PHONE}",
        "200": f"{sibling['name']} sinh 10/01/2017, {PHONE}",
        "203": f"{NAME}, {sibling['name']}: {PHONE}",
    }
    with Store(folder).open(YEAR, write=True) as session:
        for row, words in notes.items():
            session.dossier.set(("notes", "T4", row, "TU_THUC.permanent"), words)
    assert nhomtre(*ERASE).status == 0
    with Store(folder).open(YEAR, write=False) as session:
        left = {
            row: session.dossier.content.value(("notes", "T4", row, "TU_THUC.permanent")) for row in notes
        }
    assert left == {
        "199": "(…) sinh (…), mẹ (…) (…)",
        "200": notes["200"],
        "203": f"(…), {sibling['name']}: {PHONE}",
    }


def test_a_child_of_one_word_takes_along_only_the_exports_that_have_it(
    nhomtre: Command, folder: Path, example: dict[str, Any], package_file: Callable[[Any], str]
) -> None:
    example["children"][2]["name"] = "Bống"
    assert nhomtre("import", package_file(example)).status == 0
    assert nhomtre("export", "rosters").status == 0
    assert nhomtre("export", "xlsx").status == 0
    exports = folder / "exports" / "2019-2020"
    (exports / "thực đơn.txt").write_text("cháo bổng", "utf-8")
    rosters = {path.name for path in exports.iterdir() if b"B\xe1\xbb\x91ng" in _read(path)}
    before = {path.name for path in exports.iterdir()}
    assert rosters and rosters < before
    assert nhomtre(*ERASE).status == 0
    assert {path.name for path in exports.iterdir()} == before - rosters


def _read(path: Path) -> bytes:
    if not is_zipfile(path):
        return path.read_bytes()
    with ZipFile(path) as archive:
        return b" ".join(archive.read(member) for member in archive.namelist())


NEXT = SchoolYear(2020)


def children_of_next_year(folder: Path, changes: dict[str, dict[str, Any]]) -> None:
    """Ref → field → value."""
    with Store(folder).open(NEXT, write=True) as session:
        for ref, values in changes.items():
            if ref not in session.dossier.content.records("children"):
                session.dossier.set(("children", ref), values)
                continue
            for key, value in values.items():
                session.dossier.set(("children", ref, key), value)


def left_of_next_year(folder: Path) -> set[str]:
    with Store(folder).open(NEXT, write=False) as session:
        return set(session.dossier.content.records("children"))


def test_another_child_of_the_same_ref_and_birth_date_stays_and_is_told(
    nhomtre: Command, lived_in: Path
) -> None:
    assert nhomtre("roll", "--to", "2020-2021").status == 0
    other = {"name": "Lê Ngọc Chấu", "mother_name": "Mẹ Mẫu Khác", "personal_id": None, "phone": None}
    children_of_next_year(lived_in, {"c0003": other})
    run = nhomtre("--year", "2019-2020", *ERASE)
    assert run.status == 0
    assert "c0003" in left_of_next_year(lived_in)
    assert "Năm học 2020-2021: Trẻ 3 giống trẻ này" in run.err


def test_a_twin_of_nearly_the_same_name_stays(nhomtre: Command, lived_in: Path) -> None:
    assert nhomtre("roll", "--to", "2020-2021").status == 0
    twin = {"name": "Lê Ngọc Chấu", "birth_date": "2017-01-10", "mother_name": MOTHER}
    children_of_next_year(lived_in, {"c0104": twin})
    assert nhomtre("--year", "2019-2020", *ERASE).status == 0
    assert "c0104" in left_of_next_year(lived_in)
    assert "c0003" not in left_of_next_year(lived_in)


def test_the_same_child_under_another_ref_goes_and_of_two_namesakes_neither(
    nhomtre: Command, lived_in: Path
) -> None:
    assert nhomtre("roll", "--to", "2020-2021").status == 0
    stranger = {
        "name": "Hoàng Mẫu Lạ",
        "birth_date": "2016-03-04",
        "mother_name": "Mẹ Mẫu Lạ",
        "personal_id": None,
        "phone": None,
    }
    same = {"name": NAME, "birth_date": "2017-01-10", "mother_name": MOTHER}
    children_of_next_year(lived_in, {"c0003": stranger, "c0104": same})
    again = lived_in.parent / "namesakes"
    shutil.copytree(lived_in, again)
    assert nhomtre("--year", "2019-2020", *ERASE).status == 0
    assert {"c0003", "c0104"} & left_of_next_year(lived_in) == {"c0003"}
    children_of_next_year(again, {"c0105": same})
    run = nhomtre("--data", str(again), "--year", "2019-2020", *ERASE)
    assert run.status == 0
    assert {"c0104", "c0105"} <= left_of_next_year(again)
    assert run.err.count("giống trẻ này") == 2
    assert "c0104" not in run.err


def test_a_package_that_brings_an_erased_child_back_says_so(
    nhomtre: Command, lived_in: Path, tmp_path: Path
) -> None:
    older, after = str(tmp_path / "older.json"), str(tmp_path / "after.json")
    assert nhomtre("export", "json", "-o", older).status == 0
    assert nhomtre(*ERASE).status == 0
    assert nhomtre("export", "json", "-o", after).status == 0
    run = nhomtre("import", older, "--dry-run")
    assert run.status == 0
    assert "Trẻ 3 trong gói đã được xóa hẳn theo yêu cầu ngày" in run.err and "trở lại" in run.err
    assert NAME not in run.err and "c0003" not in run.err
    assert traces(lived_in) == []
    assert "trở lại" not in nhomtre("import", after, "--dry-run").err
    run = nhomtre("import", older)
    assert run.status == 0 and "trở lại" in run.err
    # it is here now: nothing comes back once more
    assert "trở lại" not in nhomtre("import", older, "--dry-run").err


def test_backups_and_copies_that_lie_in_the_data_folder_go_and_are_told(
    nhomtre: Command, lived_in: Path, tmp_path: Path
) -> None:
    places = (lived_in, lived_in / "backups", lived_in / "exports")
    made = [Path(nhomtre("backup", str(place)).out.strip()) for place in places]
    roster = next((lived_in / "exports/2019-2020").glob("ho-so-tre*.xlsx"))
    copy = Path(shutil.copy(roster, lived_in / "exports"))
    renamed = made[0].rename(lived_in / "giữ lại")
    (lived_in / "giấy tờ.zip").mkdir()
    plan = nhomtre(*ERASE[:-1])
    assert plan.status == 1 and renamed.exists()
    assert "2 bản sao lưu nằm trong thư mục dữ liệu (năm học 2019-2020)" in plan.err
    run = nhomtre(*ERASE)
    assert run.status == 0, run
    assert not any(path.exists() for path in (renamed, *made, copy))
    assert traces(lived_in) == []
    assert "Đã xóa 2 bản sao lưu nằm trong thư mục dữ liệu: " in run.err and made[1].name in run.err
    again = nhomtre("backup", str(lived_in))
    assert nhomtre("erase", "children/c0004", "--reason", "thử", "--yes").status == 0
    assert not Path(again.out.strip()).exists()


def test_a_backup_here_that_tells_nothing_of_the_child_stays(
    nhomtre: Command, folder: Path, tmp_path: Path
) -> None:
    package = tmp_path / "package.json"
    package.write_text(json.dumps(json.loads(EXAMPLE.read_text("utf-8"))["package"]), "utf-8")
    assert nhomtre("import", str(package)).status == 0
    made = Path(nhomtre("backup", str(folder)).out.strip())
    with Store(folder).open(YEAR, write=True) as session:
        session.dossier.set(("children", "c0050"), {"name": "Quách Mẫu Tuyền", "birth_date": "2016-02-03"})
    run = nhomtre("erase", "children/c0050", "--reason", "thử", "--yes")
    assert run.status == 0 and "bản sao lưu nằm" not in run.err
    assert made.exists()


def test_what_was_erased_is_not_said_never_to_have_been_there(nhomtre: Command, lived_in: Path) -> None:
    assert nhomtre(*ERASE).status == 0
    before = on_disk(lived_in)
    again = nhomtre(*ERASE)
    assert again.status == 1 and "children/c0003 đã được xóa hẳn lúc" in again.err
    assert "chưa từng có" not in again.err
    for place in (C3, f"{C3}/name"):
        told = nhomtre("history", place, "--json")
        assert (told.status, told.json) == (0, []) and "đã được xóa hẳn lúc" in told.err, told
    assert on_disk(lived_in) == before


@pytest.mark.parametrize("command", ["check", "derive"])
def test_an_erasure_that_the_next_opening_finishes_is_told_once(
    nhomtre: Command, lived_in: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def fails_once_decided(change: ManyFiles) -> None:
        if change.is_decided:
            raise OSError(5, "on purpose")

    with monkeypatch.context() as patch:
        patch.setattr(ManyFiles, "settle", fails_once_decided)
        assert "chưa làm xong" in nhomtre(*ERASE).err
    run = nhomtre(command)
    assert "bị ngắt giữa chừng: nay đã làm nốt" in run.err, run
    assert traces(lived_in) == []
    assert "nay đã làm nốt" not in nhomtre(command).err


def test_a_year_that_comes_back_with_the_child_is_told(
    nhomtre: Command, lived_in: Path, tmp_path: Path
) -> None:
    assert nhomtre("roll", "--to", "2020-2021").status == 0
    (tmp_path / "usb").mkdir()
    made = nhomtre("--year", "2020-2021", "backup", str(tmp_path / "usb"))
    package = tmp_path / "2020.json"
    assert nhomtre("--year", "2020-2021", "export", "json", "-o", str(package)).status == 0
    assert nhomtre("--year", "2019-2020", *ERASE).status == 0
    for path in (*lived_in.rglob("2020-2021*"), *lived_in.rglob(".2020-2021*")):
        if path.is_file():
            path.unlink()
    plan = nhomtre("import", str(package), "--dry-run")
    run = nhomtre("restore", made.out.strip())
    for told in (plan, run):
        assert told.status == 0, told
        assert "Trẻ 3 mang số hồ sơ children/c0003 của một trẻ đã xóa hẳn ở năm học 2019-2020" in told.err
        assert told.err.count("mang số hồ sơ") == 1
    assert nhomtre("--year", "2020-2021", *ERASE).status == 0
    assert traces(lived_in) == []
