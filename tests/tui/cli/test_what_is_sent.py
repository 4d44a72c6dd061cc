"""What leaves with ``nhomtre send``: figures, or with ``--with-records`` everything, told; and no way back for figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from exports.district.arriving.arrivals import Arrival, examine
from forms.dossier.roster import SchoolYear
from forms.package.writer import write
from forms.store.store import Store
from tests.exports.conftest import TODAY
from tests.tui.cli.conftest import Command, stored

pytestmark = pytest.mark.slow

PackageFile = Callable[[Any], str]
YEAR = SchoolYear(2019)
BY = ("--by", "Người Mẫu Gửi")
REFUSED = "Gói số liệu (nhomtre/2) chỉ có số liệu để xem và cộng, không có hồ sơ"


def only(folder: Path) -> Path:
    (path,) = folder.glob("*.json")
    return path


def test_figures_are_sent_and_everything_is_kept_here(
    folder: Path, nhomtre: Command, package_file: PackageFile, example: Any
) -> None:
    nhomtre("import", package_file(example))
    with Store(folder).open(YEAR, write=False) as session:
        before = session.dossier.content
    run = nhomtre("send", *BY)
    assert run.status == 0
    counts = [len(example[place]) for place in ("classes", "children", "staff")]
    told = "Gói cho phòng chỉ có số liệu; hồ sơ của {} nhóm, lớp, {} trẻ, {} người ở lại máy này.".format(
        *counts
    )
    assert told in run.err.splitlines()
    path = only(Path(run.out.strip()))
    assert path.name == "goi-cho-phong_79761001_2019-2020_ban-1.json"
    text = path.read_text("utf-8")
    package = json.loads(text)
    assert package["format"] == "nhomtre/2"
    assert package["figures"] == nhomtre("tables", "--json").json
    for person in (*example["children"], *example["staff"]):
        # the head of the facility stands in its profile, whoever else she is there
        assert (person["name"] in text) == (person["name"] == example["facility"]["head_name"])
        assert person["birth_date"] not in text
    with Store(folder).open(YEAR, write=False) as session:
        kept = session.revisions.content(1)
        assert kept is not None
        for place in ("classes", "children", "staff"):
            assert kept.records(place) == before.records(place)
        assert nhomtre("export", "json", "-o", "-").out == write(session.dossier.content)
    assert nhomtre("diff", "1", "now").out == ""
    for what in (str(path), package["check_code"]):
        assert nhomtre("verify", what).status == 0
    arrival = examine(path, TODAY)
    assert isinstance(arrival, Arrival) and arrival.code_right


def test_with_records_everything_is_sent_and_told(
    nhomtre: Command, package_file: PackageFile, example: Any
) -> None:
    nhomtre("import", package_file(example))
    run = nhomtre("send", *BY, "--with-records")
    assert run.status == 0
    package = json.loads(only(Path(run.out.strip())).read_text("utf-8"))
    assert package["format"] == "nhomtre/1"
    assert [child["name"] for child in package["children"]] == [
        child["name"] for child in example["children"]
    ]
    counts = [len(example[place]) for place in ("classes", "children", "staff")]
    assert "Gói dữ liệu mang theo cả hồ sơ của {} nhóm, lớp, {} trẻ, {} người:".format(*counts) in run.err
    (children,) = [line for line in run.err.splitlines() if line.startswith("  Hồ sơ trẻ: ")]
    (staff,) = [line for line in run.err.splitlines() if line.startswith("  Hồ sơ nhân sự: ")]
    assert f"Họ tên {counts[1]}, Ngày sinh {counts[1]}" in children
    assert f"Họ tên {counts[2]}, Ngày sinh {counts[2]}" in staff
    assert not [line for line in run.err.splitlines() if line.startswith("  Hồ sơ nhóm, lớp")]
    assert example["children"][0]["name"] not in run.err
    assert "ở lại máy này" not in run.err


def test_words_that_name_somebody_stay_here_and_are_told(
    folder: Path, nhomtre: Command, package_file: PackageFile, example: Any
) -> None:
    del example["cells"]["T4"]["203"]
    nhomtre("import", package_file(example))
    rule = nhomtre("check", "--json").json[0]["rule"]
    name = example["children"][0]["name"]
    run = nhomtre("send", *BY, "--explain", f"{rule}=hỏi cháu {name}")
    assert run.status == 0
    (line,) = [line for line in run.err.splitlines() if "ghi tên người nên lời không gửi kèm" in line]
    assert line.startswith("1 chỗ ") and "Biểu 4" in line
    text = only(Path(run.out.strip())).read_text("utf-8")
    assert name not in text and "(lời có tên người, không gửi kèm)" in text
    with Store(folder).open(YEAR, write=False) as session:
        assert set(session.dossier.content.part("explanations")[rule].values()) == {f"hỏi cháu {name}"}
    assert nhomtre("verify", str(only(Path(run.out.strip())))).status == 0


def test_so_do_words_with_a_name_that_somebody_had_before_or_of_whom_no_record_is_left(
    folder: Path, nhomtre: Command, package_file: PackageFile, example: Any
) -> None:
    del example["cells"]["T4"]["203"]
    left, renamed = example["children"][:2]
    left["name"], renamed["name"] = "Đỗ Bịa Quỵch", "Vũ Bịa Khuỵp"
    nhomtre("import", package_file(example))
    with Store(folder).open(YEAR, write=True) as session:
        session.dossier.set(("children", "c0001"), None)
        session.dossier.set(("children", "c0002", "name"), "Vũ Ví Dụ Xoẻng")
        session.dossier.set(("notes", "T4", "199", "TU_THUC.permanent"), "cháu Đỗ Bịa Quỵch đã chuyển đi")
        session.dossier.set(("notes", "T4", "200", "TU_THUC.permanent"), "chưa đo")
    assert nhomtre("derive").status == 0
    rule = nhomtre("check", "--json").json[0]["rule"]
    run = nhomtre("send", *BY, "--explain", f"{rule}=hỏi mẹ Vũ Bịa Khuỵp")
    assert run.status == 0
    (line,) = [line for line in run.err.splitlines() if "ghi tên người nên lời không gửi kèm" in line]
    assert line.startswith("2 chỗ ")
    revision = Path(run.out.strip())
    text = only(revision).read_text("utf-8")
    assert "chưa đo" in text
    assert not [name for name in ("Quỵch", "Khuỵp") if name in text]
    for path in revision.glob("*.xlsx"):
        with ZipFile(path) as book:
            texts = [book.read(member).decode("utf-8", "replace") for member in book.namelist()]
        assert not [name for name in ("Quỵch", "Khuỵp") if any(name in text for text in texts)]
    for path in revision.iterdir():
        assert nhomtre("verify", str(path)).status == 0


@pytest.mark.parametrize(
    "arguments",
    [("import",), ("import", "--replace"), ("import", "--dry-run"), ("restore",), ("restore", "--yes")],
)
@pytest.mark.parametrize("state", ["frozen", "draft", "empty"])
def test_a_package_of_figures_is_never_taken_in(
    sent: Path, folder: Path, tmp_path: Path, nhomtre: Command, arguments: tuple[str, ...], state: str
) -> None:
    data = ("--data", str(tmp_path / "moi")) if state == "empty" else ()
    if state == "draft":
        nhomtre("answer", "reject", "--note", "sửa")
    before = stored(folder)
    run = nhomtre(*data, *arguments, str(only(sent)))
    assert (run.status, run.out) == (1, "")
    assert run.err.startswith(REFUSED)
    assert stored(folder) == before
    assert not list((tmp_path / "moi").glob("2019*"))


def test_both_formats_are_added_up_together(sent: Path, tmp_path: Path, nhomtre: Command) -> None:
    other = ("--data", str(tmp_path / "other"))
    package = json.loads(nhomtre("export", "json", "-o", "-").out)
    for key in (
        "state",
        "revision",
        "records_hash",
        "package_hash",
        "check_code",
        "sent_at",
        "sent_by",
        "journal_head",
    ):
        package.pop(key, None)
    package["facility"] |= {"code": "79761002", "name": "Nhóm trẻ Mẫu Khác"}
    (tmp_path / "p.json").write_text(json.dumps(package), "utf-8")
    assert nhomtre(*other, "import", str(tmp_path / "p.json")).status == 0
    run = nhomtre(*other, "send", *BY, "--with-records")
    total = nhomtre("combine", str(only(sent)), str(only(Path(run.out.strip()))), "--json")
    assert total.status == 0
    facilities = {each["code"]: each for each in total.json["facilities"]}
    assert {each["missing"] for each in facilities.values()} == {0}
    one = nhomtre("tables", "--json").json
    assert total.json["tables"]["T2"]["083"]["TONG.total"] == 2 * one["T2"]["083"]["TONG.total"]
