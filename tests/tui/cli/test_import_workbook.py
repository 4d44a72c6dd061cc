"""``nhomtre import FILE.xlsx`` and ``export rosters``: all or nothing, told by row number, one undoable change."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from tests.tui.cli.conftest import Command, in_a_process

pytestmark = pytest.mark.slow

HEAD = ("Họ tên", "Ngày sinh", "Giới tính", "Lớp")
GOOD = ("Phan Mẫu Bé", "7/5/2016", "Nữ", None)
BAD = ("Phan Mẫu Lớn", "31/02/2016", "Nam", None)
OLD = ("NguyÔn ThÞ Thïy Tr©m", "8/5/2016", "N÷", None)
NAMES = ("Phan Mẫu", "Thïy", "Thùy", "Người Mẫu")
YEAR = SchoolYear(2019)

Rows = Sequence[Sequence[Any]]
Write = Callable[..., str]


@pytest.fixture
def workbook(tmp_path: Path) -> Write:
    """Writes a workbook with these rows below the headings, or of whole sheets, and tells its path."""

    def write(*rows: Sequence[Any], sheets: Mapping[str, Rows] | None = None) -> str:
        book = Workbook()
        book.remove(book.worksheets[0])
        for title, lines in (sheets or {"Trẻ": [HEAD, *rows]}).items():
            sheet = book.create_sheet(title)
            for line in lines:
                sheet.append(list(line))
        path = tmp_path / "danh sách.xlsx"
        book.save(path)
        return str(path)

    return write


@pytest.fixture
def dossier(nhomtre: Command, package_file: Callable[[Any], str], example: dict[str, Any]) -> dict[str, Any]:
    """The worked example, imported."""
    assert nhomtre("import", package_file(example)).status == 0
    return example


def tree(folder: Path) -> Any:
    with Store(folder).open(YEAR, write=False) as session:
        return session.dossier.content.tree


def files(folder: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and "lock" not in path.name
    }


def is_plain(text: str) -> bool:
    """Vietnamese for people: no traceback, no name of a child, no English of the program."""
    return not any(word in text for word in ("Traceback", "Error", "None", "{", "exports.", *NAMES))


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
def test_all_is_taken_when_all_is_right(nhomtre: Command, workbook: Write, folder: Path) -> None:
    before = len(tree(folder)["children"])
    run = nhomtre("import", workbook(GOOD))
    assert run.status == 0
    assert run.out == "Trang «Trẻ» → Hồ sơ trẻ: 1 dòng\n"
    assert run.err == "Đã nhận: thêm 1 hồ sơ; sửa 0, giữ nguyên 0, không nhận 0. Đã lưu.\n"
    child = list(tree(folder)["children"].values())[-1]
    assert child == {"name": "Phan Mẫu Bé", "birth_date": "2016-05-07", "sex": "02"}
    assert len(tree(folder)["children"]) == before + 1


@pytest.mark.usefixtures("dossier")
def test_what_the_check_would_say_of_a_row_is_told_and_the_row_taken(
    nhomtre: Command, workbook: Write
) -> None:
    run = nhomtre("import", "--dry-run", workbook(("123", "7/5/2016", "Nữ", "Lá 77")))
    assert run.status == 0
    assert "dòng 2: thêm: Họ tên: giá trị «123» không đúng dạng → nhập họ tên bằng chữ." in run.out
    assert "dòng 2: thêm: Mã lớp: mã lớp Lá 77 không có trong danh sách lớp → chọn lại lớp." in run.out


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
def test_nothing_is_taken_when_one_row_is_wrong(nhomtre: Command, workbook: Write, folder: Path) -> None:
    before = files(folder)
    run = nhomtre("import", workbook(GOOD, (), BAD))
    assert run.status == 1
    assert "  dòng 4: không nhận: Ngày sinh" in run.out
    assert run.err.startswith("Không nhập: 1 dòng không nhận được")
    assert "--accept-valid" in run.err
    assert is_plain(run.err)
    assert files(folder) == before


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
def test_what_is_right_is_taken_when_asked_for(nhomtre: Command, workbook: Write, folder: Path) -> None:
    before = len(tree(folder)["children"])
    run = nhomtre("import", workbook(GOOD, BAD), "--accept-valid")
    assert run.status == 0
    assert "  dòng 3: không nhận: " in run.out
    assert "thêm 1" in run.err
    assert "không nhận 1" in run.err
    assert len(tree(folder)["children"]) == before + 1


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
def test_where_no_row_is_right_nothing_is_taken_even_so(
    nhomtre: Command, workbook: Write, folder: Path
) -> None:
    before = files(folder)
    run = nhomtre("import", workbook(BAD), "--accept-valid")
    assert run.status == 1
    assert "Không có dòng nào nhận được" in run.err
    assert files(folder) == before


@pytest.mark.slow
@pytest.mark.parametrize("more", [(), ("--accept-valid",)])
def test_a_dry_run_ends_like_a_real_one_and_writes_nothing(
    nhomtre: Command, workbook: Write, folder: Path, more: tuple[str, ...]
) -> None:
    run = nhomtre("import", workbook(GOOD, BAD), "--dry-run", *more)
    assert run.status == (0 if more else 1)
    assert "  dòng 3: không nhận: " in run.out
    assert ("Chưa ghi gì. Sẽ thêm 1 hồ sơ; sửa 0, giữ nguyên 0, không nhận 1." in run.out) == bool(more)
    assert not folder.exists()


@pytest.mark.slow
def test_a_dry_run_of_what_is_right(nhomtre: Command, workbook: Write, folder: Path) -> None:
    run = nhomtre("import", workbook(GOOD), "--dry-run")
    assert (run.status, run.err) == (0, "")
    assert run.out.endswith("Chưa ghi gì. Sẽ thêm 1 hồ sơ; sửa 0, giữ nguyên 0, không nhận 0.\n")
    assert not folder.exists()


@pytest.mark.slow
def test_a_refused_import_into_an_empty_folder_leaves_no_file(
    nhomtre: Command, workbook: Write, folder: Path
) -> None:
    assert nhomtre("import", workbook(BAD)).status == 1
    assert nhomtre("import", workbook(BAD), "--accept-valid").status == 1
    assert not folder.exists()


@pytest.mark.slow
def test_an_empty_folder_gets_its_first_dossier(nhomtre: Command, workbook: Write, folder: Path) -> None:
    sheets = {
        "Trẻ": [HEAD, ("Phan Mẫu Bé", "7/5/2016", "Nữ", "Hoa Sen")],
        "Lớp học": [("Mã lớp", "Tên lớp"), ("S9", "Hoa Sen")],
    }
    assert nhomtre("import", workbook(sheets=sheets)).status == 0
    assert tree(folder)["children"]["c0001"]["class_code"] == "S9"
    assert tree(folder)["classes"] == {"k0001": {"code": "S9", "name": "Hoa Sen"}}


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
def test_an_import_is_one_change_that_can_be_undone(nhomtre: Command, workbook: Write, folder: Path) -> None:
    before = tree(folder)
    name = before["children"]["c0001"]["name"]
    day = before["children"]["c0001"]["birth_date"]
    more = [(f"Mẫu Thêm {number}", "7/5/2016", "Nam", None) for number in range(20)]
    assert nhomtre("import", workbook((name, day, "Nữ", "Không có"), *more)).status == 0
    after = tree(folder)
    assert after["children"]["c0001"]["class_code"] == "Không có"
    assert len(after["children"]) == len(before["children"]) + 20
    with Store(folder).open(YEAR, write=True) as session:
        assert session.dossier.undo() is not None
        # the numbers of the records that went stay given
        assert session.dossier.content.tree == before | {"last_ref": after["last_ref"]}
        assert session.dossier.redo() is not None
        assert session.dossier.content.tree == after


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
def test_a_second_import_of_the_same_file_changes_nothing(
    nhomtre: Command, workbook: Write, folder: Path
) -> None:
    path = workbook(GOOD)
    assert nhomtre("import", path).status == 0
    before = files(folder)
    run = nhomtre("import", path)
    assert (run.status, run.err) == (0, "Mọi dòng đã có sẵn như vậy. Không có gì thay đổi.\n")
    assert files(folder) == before


def test_a_list_on_a_hidden_sheet_is_named_when_it_is_the_only_one(nhomtre: Command, tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Kính gửi"])
    hidden = book.create_sheet("Trẻ")
    for row in (HEAD, GOOD):
        hidden.append(list(row))
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    run = nhomtre("import", str(tmp_path / "a.xlsx"))
    assert run.status == 1
    assert "«Trẻ») đang ẩn nên không nhập; cho hiện trang lên" in run.err


def test_a_column_of_formulas_without_results_is_one_sentence(nhomtre: Command, workbook: Write) -> None:
    run = nhomtre("import", workbook(*[("Phan Mẫu Bé", "=DATE(2016,5,7)", "Nữ", None)] * 30))
    assert run.status == 1
    assert (run.out + run.err).count("công thức chưa có kết quả") == 1
    assert "dòng 2" not in run.out


# Old encodings


def test_old_text_is_not_taken_before_it_is_said_how(nhomtre: Command, workbook: Write, folder: Path) -> None:
    run = nhomtre("import", workbook(OLD))
    assert run.status == 1
    assert "TCVN3" in run.out
    assert "Nguyễn Thị Thùy Trâm" in run.out
    assert "--encoding convert" in run.err
    assert is_plain(run.err)
    assert not folder.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("choice", "name"), [("convert", "Nguyễn Thị Thùy Trâm"), ("keep", "NguyÔn ThÞ Thïy Tr©m")]
)
def test_old_text_is_taken_as_asked(
    nhomtre: Command, workbook: Write, folder: Path, choice: str, name: str
) -> None:
    run = nhomtre("import", workbook(OLD), "--encoding", choice)
    assert run.status == 0
    assert tree(folder)["children"]["c0001"]["name"] == name
    assert ("không đọc được «N÷»" in run.out) == (choice == "keep")


@pytest.mark.slow
@pytest.mark.parametrize(("choice", "code"), [("convert", "converted"), ("keep", "old")])
def test_one_old_name_stays_doubtful_until_somebody_has_looked(
    nhomtre: Command, workbook: Write, folder: Path, choice: str, code: str
) -> None:
    run = nhomtre("import", workbook(GOOD, OLD[:2], ("Trần Mẫu Em", "9/5/2016")), "--encoding", choice)
    assert run.status == 0
    assert {place: set(fields) for place, fields in tree(folder)["doubts"].items()} == {
        "children/c0002": {"name"}
    }
    assert tree(folder)["doubts"]["children/c0002"]["name"]["code"] == code
    assert "bảng mã cũ TCVN3 (ABC): «NguyÔn ThÞ Thïy Tr©m» → «Nguyễn Thị" in nhomtre("check").out


def test_another_encoding_is_a_wrong_argument(nhomtre: Command, workbook: Write) -> None:
    assert nhomtre("import", workbook(OLD), "--encoding", "utf8").status == 2


# Days with the month first


@pytest.mark.slow
def test_a_column_with_the_month_first_is_taken_as_answered(
    nhomtre: Command, workbook: Write, folder: Path
) -> None:
    path = workbook(("Mẫu Bé", "12/31/2015", "Nữ", None), ("Mẫu Lớn", "5/9/2016", "Nữ", None))
    run = nhomtre("import", path, "--accept-valid")
    assert run.status == 1
    assert "12/31/2015" in run.err
    assert "--dates dmy" in run.err
    assert not folder.exists()
    assert nhomtre("import", path, "--dates", "mdy").status == 0
    born = [child["birth_date"] for child in tree(folder)["children"].values()]
    assert born == ["2015-12-31", "2016-05-09"]
    assert nhomtre("import", path, "--dates", "us").status == 2


@pytest.mark.slow
@pytest.mark.parametrize(("order", "born"), [("dmy", "2016-05-09"), ("mdy", "2016-09-05")])
def test_days_that_a_spreadsheet_may_have_turned_round_are_asked_about_and_marked(
    nhomtre: Command, workbook: Write, folder: Path, order: str, born: str
) -> None:
    path = workbook(("Mẫu Bé", "25/9/2016", "Nữ", None), ("Mẫu Lớn", date(2016, 5, 9), "Nữ", None))
    run = nhomtre("import", path, "--accept-valid")
    assert (run.status, "09/05/2016" in run.err, "--dates mdy" in run.err) == (1, True, True)
    assert not folder.exists()
    assert nhomtre("import", path, "--dates", order).status == 0
    assert [child["birth_date"] for child in tree(folder)["children"].values()] == ["2016-09-25", born]
    check = nhomtre("check")
    shown = f"{born[8:]}/{born[5:7]}/{born[:4]}"
    assert f"mục Ngày sinh: đọc là {shown}, nhưng bảng tính có thể đã đảo ngày và tháng" in check.out


# What cannot be


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
def test_a_dossier_that_is_open_elsewhere(nhomtre: Command, workbook: Write, folder: Path) -> None:
    path = workbook(GOOD)
    with Store(folder).open(YEAR, write=True):
        run = in_a_process(folder, "import", path)
    assert run.returncode == 3
    assert is_plain(run.stderr.decode())
    assert len(run.stderr.decode().splitlines()) == 1
    assert nhomtre("import", path).status == 0


@pytest.mark.slow
@pytest.mark.parametrize("state", ["sent", "approved", "locked"])
def test_a_report_that_was_sent_is_not_changed(
    nhomtre: Command,
    workbook: Write,
    folder: Path,
    package_file: Callable[[Any], str],
    example: dict[str, Any],
    state: str,
) -> None:
    example["state"] = state
    assert nhomtre("import", package_file(example)).status == 0
    before = files(folder)
    run = nhomtre("import", workbook(GOOD))
    assert run.status == 1
    assert is_plain(run.err)
    assert files(folder) == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rỗng.xlsx", b""),
        ("hỏng.xlsx", b"PK\x03\x04" + b"\0" * 100),
        ("chữ.xlsx", "Họ tên và ngày sinh của các cháu".encode()),
        ("cũ.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("không có.xlsx", None),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_in_one_line(
    nhomtre: Command, tmp_path: Path, folder: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    run = nhomtre("import", str(path))
    assert run.status == (3 if content is None else 1)
    assert (run.out, len(run.err.splitlines())) == ("", 1)
    assert is_plain(run.err)
    assert not folder.exists()


def test_a_workbook_of_something_else_is_refused(nhomtre: Command, workbook: Write, folder: Path) -> None:
    run = nhomtre("import", workbook(sheets={"Thu chi": [("Ngày", "Số tiền"), ("1/9", 100)]}))
    assert run.status == 1
    assert "không có trang nào" in run.err
    assert not folder.exists()


def test_what_is_left_aside_is_named(nhomtre: Command, workbook: Write) -> None:
    sheets = {"Trẻ": [(*HEAD, "Cân nặng"), (*GOOD, 15)], "Thực đơn": [("Hai", "Cháo")]}
    run = nhomtre("import", workbook(sheets=sheets))
    assert run.status == 0
    assert "Trang «Trẻ»: không biết cột «Cân nặng»; bỏ qua." in run.err
    assert "Không biết trang «Thực đơn»; bỏ qua." in run.err


@pytest.mark.slow
def test_it_runs_in_a_process_of_its_own_without_a_terminal(folder: Path, workbook: Write) -> None:
    run = in_a_process(folder, "import", workbook(GOOD), env={"LC_ALL": "C"})
    assert run.returncode == 0
    assert "Đã nhận: thêm 1" in run.stderr.decode()


# Out and in again


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
def test_our_own_workbook_changes_nothing(nhomtre: Command, tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "ho-so.xlsx"
    told = nhomtre("export", "rosters", "-o", str(path))
    assert (told.status, told.out) == (0, f"{path}\n")
    before = files(folder)
    run = nhomtre("import", str(path))
    assert run.status == 0
    assert files(folder) == before
    assert [line.split(" → ")[0] for line in run.out.splitlines()] == [
        "Trang «Lớp học»",
        "Trang «Hồ sơ trẻ»",
        "Trang «Hồ sơ nhân sự»",
    ]


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
def test_our_own_three_files_make_the_same_lists_elsewhere(
    nhomtre: Command, tmp_path: Path, folder: Path
) -> None:
    out = tmp_path / "ra"
    told = nhomtre("export", "rosters", "-o", f"{out}/")
    paths = told.out.splitlines()
    assert len(paths) == 3
    assert all(Path(path).parent == out for path in paths)
    elsewhere = tmp_path / "khac"
    for path in paths:
        assert in_a_process(elsewhere, "import", path).returncode == 0
    for place in ("classes", "children", "staff"):
        want, have = (list(tree(where)[place].values()) for where in (folder, elsewhere))
        assert len(have) == len(want)
        assert json.dumps(have, default=str, sort_keys=True) == json.dumps(want, default=str, sort_keys=True)


@pytest.mark.slow
@pytest.mark.usefixtures("dossier")
def test_a_blank_workbook_has_headings_and_no_records(nhomtre: Command, tmp_path: Path) -> None:
    path = tmp_path / "trong.xlsx"
    assert nhomtre("export", "rosters", "--blank", "-o", str(path)).status == 0
    book = load_workbook(path)
    for name in ("Lớp học", "Hồ sơ trẻ", "Hồ sơ nhân sự"):
        filled = [
            cell.value for row in book[name].iter_rows(min_row=2) for cell in row if cell.value is not None
        ]
        assert filled == []
        assert book[name]["B1"].value
    run = nhomtre("import", str(path))
    assert run.status == 1
    assert is_plain(run.err)
