"""``nhomtre send``: refused with the exact list and nothing changed, or a whole revision that cannot be edited."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from forms.dossier.roster import SchoolYear
from forms.model.errors import Refused
from forms.sets.mn2019.states import STATES
from forms.store.store import Store
from tests.tui.cli.conftest import Command, code_of, on_disk, state, stored

PackageFile = Callable[[Any], str]
YEAR = SchoolYear(2019)
BY = ("--by", "Người Mẫu Gửi")


def nothing_sent(folder: Path, before: dict[str, bytes]) -> None:
    assert stored(folder) == before
    assert not [name for name in before if "ban-" in name]


def edit(folder: Path, *path: str, value: Any) -> None:
    with Store(folder).open(YEAR, write=True) as session:
        assert session.dossier.set(path, value)


def sent_revisions(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "exports" / "2019-2020").iterdir())


# Refused


def _broken(what: str, package: Any) -> None:
    match what:
        case "missing":
            del package["facility"]["phone"], package["children"][2]["sex"]
        case "does not parse":
            package["children"][1]["birth_date"] = "2016-02-31"
        case "a table":
            package["cells"]["T4"]["203"] = {"TU_THUC.permanent": -2}
        case "all":
            for each in ("missing", "does not parse", "a table"):
                _broken(each, package)


@pytest.mark.parametrize("what", ["missing", "does not parse", "a table", "all"])
def test_errors_are_listed_exactly_and_nothing_changes(
    folder: Path, nhomtre: Command, package_file: PackageFile, example: Any, what: str
) -> None:
    _broken(what, example)
    nhomtre("import", package_file(example))
    errors = [issue for issue in nhomtre("check", "--json").json if issue["severity"] == "error"]
    missing = sum(issue["rule"] == "E34" for issue in errors)
    assert errors and bool(missing) == (what in ("missing", "all"))
    before = stored(folder)
    run = nhomtre("send", *BY)
    assert (run.status, run.out) == (1, "")
    *listed, last = run.err.splitlines()
    assert listed == [f"  {issue['message']}" for issue in errors]
    left = {
        0: f"{len(errors)} lỗi",
        len(errors): f"thiếu {missing} mục",
    }.get(missing, f"{len(errors)} lỗi (thiếu {missing} mục)")
    assert last == f"Chưa gửi được: còn {left}. Báo cáo chưa gửi; hồ sơ còn nguyên."
    nothing_sent(folder, before)


def test_a_report_without_anything_is_not_sent(
    folder: Path, nhomtre: Command, package_file: PackageFile
) -> None:
    assert nhomtre("send", *BY).status == 3
    nhomtre(
        "import",
        package_file({"format": "nhomtre/1", "school_year": "2019-2020", "facility": {"name": "Mẫu"}}),
    )
    before = stored(folder)
    assert nhomtre("send", *BY).status == 1
    nothing_sent(folder, before)


@pytest.mark.parametrize(
    "now", [each for each in STATES.values() if not each.editable], ids=lambda each: each.id
)
def test_what_is_with_the_office_is_not_sent_again(
    folder: Path, nhomtre: Command, package_file: PackageFile, example: Any, now: Any
) -> None:
    example |= {"state": now.id, "revision": 2}
    nhomtre("import", package_file(example))
    before = stored(folder)
    run = nhomtre("send", *BY)
    assert (run.status, run.out) == (1, "")
    assert run.err == f"Báo cáo đang ở trạng thái «{now.title}» nên không gửi được. Không có gì thay đổi.\n"
    nothing_sent(folder, before)


@pytest.mark.slow
@pytest.mark.parametrize("now", ["draft", "rejected", "unlocked"])
def test_the_other_states_are_sent_with_the_next_number(
    folder: Path, nhomtre: Command, package_file: PackageFile, example: Any, now: str
) -> None:
    example |= {"state": now, "revision": 4}
    nhomtre("import", package_file(example))
    run = nhomtre("send", *BY)
    assert run.status == 0
    assert run.out == f"{folder / 'exports' / '2019-2020' / 'ban-5'}\n"
    assert state(folder) == ("sent", 5)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 2),
        (("--by",), 2),
        (("--by", ""), 1),
        (("--by", "   "), 1),
        (("--by", "\u200b\u00a0\t"), 1),
        (("--by", "12/9"), 1),
        (("--by", "Người " * 3000), 1),
        (("--by", "Người 😀 Mẫu"), 1),
        ((*BY, "--explain"), 2),
        ((*BY, "--explain", "W02"), 2),
        ((*BY, "--explain", "W02="), 2),
        ((*BY, "--explain", "W02=  "), 2),
        ((*BY, "--explain", "=lời"), 2),
        ((*BY, "--explain", "W99=lời"), 1),
        ((*BY, "--explain", "w02=lời"), 1),
        ((*BY, "--explain", "E34=lời"), 1),
        ((*BY, "--explain", "W01=lời"), 1),
        ((*BY, "--explain", "\x1b[31m=lời"), 1),
        ((*BY, "more"), 2),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
def test_wrong_words_are_refused_and_nothing_changes(
    folder: Path,
    nhomtre: Command,
    package_file: PackageFile,
    example: Any,
    arguments: tuple[str, ...],
    status: int,
) -> None:
    nhomtre("import", package_file(example))
    before = stored(folder)
    run = nhomtre("send", *arguments)
    assert (run.status, run.out) == (status, "")
    assert "ngoài dự kiến" not in run.err
    assert "\x1b" not in run.err
    nothing_sent(folder, before)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Người Mẫu Gửi", "Tên này khác tên hiệu trưởng (chủ nhóm, lớp): {head}."),
        ("Mẫu", "Tên «Mẫu» chỉ có một chữ; họ tên thường có từ hai chữ trở lên."),
        ("{head}", ""),
    ],
)
def test_a_doubtful_name_is_told_and_sent_all_the_same(
    nhomtre: Command, package_file: PackageFile, example: Any, name: str, said: str
) -> None:
    head = example["facility"]["head_name"]
    nhomtre("import", package_file(example))
    run = nhomtre("send", "--by", name.format(head=head))
    assert run.status == 0
    doubts = [line for line in run.err.splitlines() if line.startswith("Tên ")]
    assert doubts == ([said.format(head=head)] if said else [])


# Explanations


def with_a_warning(example: Any) -> Any:
    """Two kitchens fewer than the meals ask for: W14."""
    del example["cells"]["T4"]["203"]
    return example


@pytest.mark.slow
def test_explanations_are_kept_printed_and_counted(
    folder: Path, nhomtre: Command, package_file: PackageFile, example: Any
) -> None:
    nhomtre("import", package_file(with_a_warning(example)))
    warnings = nhomtre("check", "--json").json
    assert {issue["severity"] for issue in warnings} == {"warning"}
    rule = warnings[0]["rule"]
    assert rule not in nhomtre("check").out
    before = stored(folder)
    asked = nhomtre("send", *BY, "--explain", "W99=lời")  # the code to name is told where it is asked for
    assert f"  {rule}: {warnings[0]['message']}" in asked.err.splitlines()
    for words in ("😀", "x" * 10_001):
        run = nhomtre("send", *BY, "--explain", f"{rule}={words}")
        assert (run.status, "ngoài dự kiến" in run.err) == (1, False)
        nothing_sent(folder, before)
    run = nhomtre("send", *BY, "--explain", f"{rule}=lời đầu", "--explain", f"{rule}=nấu ở = bếp bên")
    assert run.status == 0, run
    left = len(warnings) - sum(issue["rule"] == rule for issue in warnings)
    assert (f"Còn {left} cảnh báo chưa giải trình." in run.err) == bool(left)
    package = json.loads(next(Path(run.out.strip()).glob("*.json")).read_text("utf-8"))
    assert set(package["explanations"][rule].values()) == {"nấu ở = bếp bên"}


# A revision


def test_a_revision_is_whole(sent: Path, folder: Path, nhomtre: Command) -> None:
    with Store(folder).open(YEAR, write=False) as session:
        content = session.dossier.content
        kept = content.part("sent")["1"]
        pin = session.revisions.content(1)
    assert state(folder) == ("sent", 1)
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sent.iterdir()} == kept[
        "files"
    ]
    assert [path.suffix for path in sorted(sent.iterdir())] == [".pdf", ".xlsx", ".json"]
    assert pin is not None
    assert pin.tree == content.tree
    assert kept["by"] == "Người Mẫu Gửi"
    assert kept["at"].startswith("2019-09-19T")
    assert all(path.stat().st_mode & 0o077 == 0 for path in (sent, *sent.iterdir()))
    assert not [name for name in on_disk(folder) if ".tmp" in name]


@pytest.mark.slow
def test_every_way_to_edit_is_refused_and_nothing_is_lost(
    sent: Path, folder: Path, nhomtre: Command, package_file: PackageFile, example: Any, tmp_path: Path
) -> None:
    before = stored(folder)
    book = Workbook()
    assert book.active is not None
    for line in (("Họ tên", "Ngày sinh", "Giới tính", "Lớp"), ("Trẻ Mẫu 9", "7/5/2016", "Nữ", None)):
        book.active.append(line)
    book.save(tmp_path / "trẻ.xlsx")
    frozen = "Báo cáo đã gửi, không sửa được nữa"
    for arguments in (
        ("import", package_file(example)),
        ("import", package_file(example), "--replace"),
        ("import", package_file(example), "--dry-run"),
        ("import", str(tmp_path / "trẻ.xlsx"), "--accept-valid"),
    ):
        run = nhomtre(*arguments)
        assert (run.status, frozen in run.err) == (1, True), (arguments, run)
    assert nhomtre("derive", "--json").json == []
    with Store(folder).open(YEAR, write=True) as session:
        tree = session.dossier.content.tree
        for path, value in (
            (("facility", "phone"), "0912345678"),
            (("children", "c0001"), None),
            (("cells", "T4", "203", "TU_THUC.permanent"), 3),
            (("state",), "draft"),
            (("revision",), 0),
            (("sent", "1"), None),
        ):
            with pytest.raises(Refused, match="không sửa được"):
                session.dossier.set(path, value)
        assert session.dossier.undo() is None
        assert session.dossier.redo() is None
        assert session.dossier.content.tree == tree
        # what is not of the report may still be written, and taken back
        assert session.dossier.set(("campaign", "office"), "Phòng Mẫu")
        assert session.dossier.undo()
        assert session.dossier.undo() is None
    assert state(folder) == ("sent", 1)
    now = stored(folder)
    assert {name: now[name] for name in before if "journal" not in name} == {
        name: before[name] for name in before if "journal" not in name
    }
    assert now["2019-2020.journal"].startswith(before["2019-2020.journal"])


@pytest.mark.slow
def test_figures_that_the_records_would_give_otherwise_are_not_sent(
    folder: Path, nhomtre: Command, package_file: PackageFile, example: Any
) -> None:
    nhomtre("import", package_file(example))
    edit(folder, "children", "c0003", "sex", value="01")
    before = stored(folder)
    run = nhomtre("send", *BY)
    assert (run.status, "bấm F5 để lấy lại dữ liệu" in run.err) == (1, True)
    assert stored(folder) == before
    assert nhomtre("derive").status == 0
    assert nhomtre("send", *BY).status == 0


def test_the_next_school_year_may_be_made_and_is_a_draft(sent: Path, folder: Path, nhomtre: Command) -> None:
    before = stored(folder)
    assert nhomtre("roll", "--to", "2020-2021").status == 0
    with Store(folder).open(SchoolYear(2020), write=False) as session:
        content = session.dossier.content
    assert (content.state, content.last_sent, content.part("sent")) == ("draft", 0, {})
    after = stored(folder)
    assert {name: after[name] for name in before} == before
    # each year's code is its own
    assert nhomtre("verify", code_of(sent)).status == 0


@pytest.mark.slow
def test_undo_does_not_reach_back_behind_a_sending_also_after_a_restart(
    sent: Path, folder: Path, nhomtre: Command
) -> None:
    nhomtre("answer", "reject", "--note", "sửa")
    with Store(folder).open(YEAR, write=True) as session:
        assert session.dossier.undo() is None
        assert session.dossier.set(("facility", "phone"), "0912345678")
    for _ in range(2):
        with Store(folder).open(YEAR, write=True) as session:
            assert session.dossier.undo()
            assert session.dossier.undo() is None
            assert state(folder) == ("rejected", 1)
            assert session.dossier.redo()
            assert session.dossier.content.value(("facility", "phone")) == "0912345678"
    assert nhomtre("send", *BY).status == 0
    with Store(folder).open(YEAR, write=True) as session:
        assert session.dossier.undo() is None
        assert session.dossier.redo() is None


@pytest.mark.slow
def test_unlocked_edited_and_sent_again_is_revision_2(sent: Path, folder: Path, nhomtre: Command) -> None:
    first = on_disk(sent)
    nhomtre("answer", "lock")
    nhomtre("answer", "unlock")
    edit(folder, "facility", "phone", value="0912345678")
    run = nhomtre("send", "--by", "Người Mẫu Hai", today="2019-09-23")
    assert run.status == 0
    assert "Không có gì thay đổi" not in run.err
    assert state(folder) == ("sent", 2)
    assert sent_revisions(folder) == ["ban-1", "ban-2"]
    assert on_disk(sent) == first
    found = nhomtre("diff", "1", "2", "--json").json
    assert [each["path"] for each in found] == ["facility/phone"]
    assert nhomtre("diff", "2", "--json").json == []


@pytest.mark.slow
def test_sending_the_same_again_is_said(sent: Path, folder: Path, nhomtre: Command) -> None:
    nhomtre("answer", "reject", "--note", "ký tên")
    run = nhomtre("send", *BY)
    assert (run.status, "Không có gì thay đổi so với bản 1 đã gửi." in run.err) == (0, True)
    assert nhomtre("diff", "1", "2", "--json").json == []


@pytest.mark.slow
def test_a_clock_that_was_set_back_is_said_and_the_numbers_keep_their_order(
    sent: Path, folder: Path, nhomtre: Command
) -> None:
    nhomtre("answer", "reject", "--note", "sửa")
    run = nhomtre("send", *BY, today="2019-09-10")
    assert run.status == 0
    assert "Đồng hồ máy lùi" in run.err
    assert "Đồng hồ máy đang chỉ trước lần gửi bản 1" in run.err
    assert "Thứ tự theo số bản" in run.err
    assert state(folder) == ("sent", 2)
    nhomtre("answer", "reject", "--note", "sửa", today="2019-09-25")
    run = nhomtre("send", *BY, today="2019-09-25")
    assert "Đồng hồ máy đang chỉ" not in run.err
    assert sent_revisions(folder) == ["ban-1", "ban-2", "ban-3"]
    for number in (1, 2, 3):
        assert nhomtre("verify", code_of(sent.with_name(f"ban-{number}"))).status == 0
