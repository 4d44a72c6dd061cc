"""``nhomtre verify BACKUP``: whether it is whole, and how it stands to the history here, also over an erasure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from forms.store.year_paths import YearPaths
from tests.tui.cli.conftest import Command, Run, on_disk

pytestmark = pytest.mark.slow

YEAR = SchoolYear(2019)
PHONE = ("facility", "phone")


@pytest.fixture
def imported(nhomtre: Command, example: dict[str, Any], package_file: Any) -> Command:
    assert nhomtre("import", package_file(example)).status == 0
    return nhomtre


@pytest.fixture
def backup(imported: Command, tmp_path: Path) -> Path:
    return _backed_up(imported, tmp_path)


def _backed_up(nhomtre: Command, tmp_path: Path) -> Path:
    stick = tmp_path / "usb"
    stick.mkdir(exist_ok=True)
    run = nhomtre("backup", str(stick))
    assert run.status == 0, run
    return Path(run.out.strip())


def _call(folder: Path, number: str) -> None:
    with Store(folder).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, number)


def _told(run: Run) -> tuple[bool, list[tuple[bool | None, str]]]:
    assert run.json["agrees"] == (run.status == 0)
    return run.json["agrees"], [(each["agrees"], each["message"]) for each in run.json["findings"]]


def test_one_of_the_last_change_agrees_and_nothing_is_changed(
    imported: Command, backup: Path, folder: Path
) -> None:
    before = on_disk(folder)
    agrees, (whole, same) = _told(imported("verify", str(backup), "--json"))
    assert agrees
    assert "còn nguyên" in whole[1] and "thay đổi số 1" in whole[1]
    assert same == (True, "bản này dừng đúng ở thay đổi mới nhất của hồ sơ ở đây, số 1")
    assert on_disk(folder) == before


def test_an_older_one_is_on_the_way_here_and_a_newer_one_goes_on_from_here(
    imported: Command, backup: Path, folder: Path, tmp_path: Path
) -> None:
    elsewhere = ("--data", str(tmp_path / "other"))
    assert imported(*elsewhere, "restore", str(backup)).status == 0
    _call(folder, "0909")
    agrees, (_, older) = _told(imported("verify", str(backup), "--json"))
    assert agrees and "đi qua thay đổi số 1" in older[1] and "đã đến số 2" in older[1]
    newer = _backed_up(imported, tmp_path)
    agrees, (_, found) = _told(imported(*elsewhere, "verify", str(newer), "--json"))
    assert agrees and "mới hơn" in found[1] and "đến thay đổi số 2" in found[1]


def test_one_of_before_an_erasure_says_so(imported: Command, backup: Path) -> None:
    assert imported("erase", "children/c0003", "--reason", "thử", "--yes").status == 0
    agrees, (_, found) = _told(imported("verify", str(backup), "--json"))
    assert agrees
    assert "làm trước khi xóa" in found[1] and "trong bản này vẫn còn" in found[1]


def test_one_that_was_changed_at_another_place_does_not_agree(
    imported: Command, backup: Path, folder: Path, tmp_path: Path
) -> None:
    elsewhere = ("--data", str(tmp_path / "other"))
    assert imported(*elsewhere, "restore", str(backup)).status == 0
    for place, number in ((folder, "0909"), (tmp_path / "other", "0808")):
        _call(place, number)
    agrees, (whole, apart) = _told(imported("verify", str(_backed_up(imported, tmp_path)), "--json"))
    assert agrees
    agrees, (whole, apart) = _told(imported(*elsewhere, "verify", str(_newest(tmp_path)), "--json"))
    assert (agrees, whole[0], apart[0]) == (False, None, False)
    assert "sửa ở hai nơi" in apart[1]


def _newest(tmp_path: Path) -> Path:
    return max((tmp_path / "usb").iterdir(), key=lambda path: path.stat().st_mtime_ns)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda raw: raw[:-1], "sao lưu"),
        (lambda raw: raw[: len(raw) // 2], "sao lưu"),
        (lambda raw: raw[:900] + bytes([raw[900] ^ 1]) + raw[901:], "hỏng"),
    ],
)
def test_a_damaged_one_is_told_as_a_backup(imported: Command, backup: Path, spoil: Any, why: str) -> None:
    backup.write_bytes(spoil(backup.read_bytes()))
    agrees, ((is_whole, said),) = _told(imported("verify", str(backup), "--json"))
    assert (agrees, is_whole) == (False, False)
    assert why in said and "Excel" not in said


def test_a_kept_generation_is_known_too(imported: Command, folder: Path) -> None:
    _call(folder, "0909")
    agrees, (whole, found) = _told(imported("verify", str(YearPaths(folder, YEAR).main), "--json"))
    assert agrees and "còn nguyên" in whole[1] and "số 2" in found[1]


def test_without_a_dossier_only_the_file_is_told(imported: Command, backup: Path, tmp_path: Path) -> None:
    agrees, (whole, nothing) = _told(
        imported("--data", str(tmp_path / "empty"), "verify", str(backup), "--json")
    )
    assert not agrees and whole[0] is None
    assert nothing == (None, "thư mục dữ liệu này không có hồ sơ năm học 2019-2020 mở được để đối chiếu")


def test_one_of_another_facility_does_not_agree(
    imported: Command, backup: Path, example: dict[str, Any], package_file: Any, tmp_path: Path
) -> None:
    example["facility"]["code"] = "79761002"
    other = ("--data", str(tmp_path / "other"))
    assert imported(*other, "import", package_file(example)).status == 0
    agrees, (_, found) = _told(imported(*other, "verify", str(backup), "--json"))
    assert not agrees
    assert found == (False, "bản này của cơ sở mã 79761001, hồ sơ ở đây của cơ sở mã 79761002")


def test_one_of_the_training_copy_is_of_another_kind(imported: Command, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    made = imported("--demo", "backup", str(tmp_path / "usb"))
    agrees, (_, found) = _told(imported("verify", made.out.strip(), "--json"))
    assert not agrees and "bản tập huấn" in found[1]


def _spoil(folder: Path, year: SchoolYear = YEAR) -> None:
    """No state of the dossier can be read any more."""
    paths = YearPaths(folder, year)
    for path in (paths.main, paths.journal, *(each.path for each in paths.generations())):
        raw = path.read_bytes()
        path.write_bytes(raw[: len(raw) // 2] + b"#" + raw[len(raw) // 2 + 1 :])


def test_where_the_dossier_is_damaged_the_backup_is_told_whole_all_the_same(
    imported: Command, backup: Path, folder: Path
) -> None:
    _spoil(folder)
    assert imported("check").status == 3
    agrees, (whole, nothing) = _told(imported("verify", str(backup), "--json"))
    assert not agrees and "còn nguyên" in whole[1]
    assert nothing == (None, "thư mục dữ liệu này không có hồ sơ năm học 2019-2020 mở được để đối chiếu")


def test_a_damaged_year_hides_nothing_of_another_one(imported: Command, backup: Path, folder: Path) -> None:
    sent = imported("send", "--by", "Trần Thị Lan")
    assert sent.status == 0, sent
    assert imported("roll", "--to", "2020-2021", today="2020-09-01").status == 0
    code = next(iter((folder / "exports/2019-2020").rglob("*.pdf")))
    assert imported("verify", str(code)).status == 0
    _spoil(folder, SchoolYear(2020))
    run = imported("verify", str(code), "--json")
    assert (run.status, run.json["revision"]) == (0, 1)
    assert imported("verify", str(backup)).status == 0
    unknown = imported("verify", "0000-0000-0000-0000")
    assert (unknown.status, unknown.out) == (3, "") and "2020-2021" in unknown.err


def test_one_of_after_an_erasure_elsewhere_is_newer_and_says_what_is_still_here(
    imported: Command, backup: Path, tmp_path: Path
) -> None:
    elsewhere = ("--data", str(tmp_path / "other"))
    assert imported(*elsewhere, "restore", str(backup)).status == 0
    assert imported("erase", "children/c0003", "--reason", "thử", "--yes").status == 0
    newer = str(_backed_up(imported, tmp_path))
    agrees, (_, found) = _told(imported(*elsewhere, "verify", newer, "--json"))
    assert agrees
    assert "sau khi xóa hẳn một hồ sơ ở máy khác" in found[1] and "hãy xóa hẳn cả ở đây" in found[1]
    run = imported(*elsewhere, "restore", newer)
    assert run.status == 1 and "SAU KHI XÓA HẲN" in run.err and "không cùng một lịch sử" not in run.err
    assert imported(*elsewhere, "restore", newer, "--yes").status == 0
    erased = imported(*elsewhere, "erase", "children/c0003", "--reason", "thử", "--yes")
    assert erased.status == 0, erased


def test_where_the_history_is_damaged_nobody_claims_that_there_are_two(
    imported: Command, backup: Path, folder: Path
) -> None:
    _call(folder, "0909")
    _call(folder, "0808")
    for journal in (folder / "2019-2020.journal", *folder.glob("backups/*.journal")):
        raw = journal.read_bytes()
        journal.write_bytes(raw[:90] + b"#" + raw[91:])
    run = imported("restore", str(backup))
    assert run.status == 1 and "không biết bản này" in run.err and "hai nơi" not in run.err


def test_what_is_only_a_part_and_what_is_none_is_called_so(
    imported: Command, backup: Path, folder: Path, tmp_path: Path
) -> None:
    _call(folder, "0909")
    agrees, ((_, said),) = _told(imported("verify", str(folder / "2019-2020.journal"), "--json"))
    assert not agrees and "nhật ký thay đổi" in said and "bản sao lưu (.zip)" in said
    end = tmp_path / "end.zip"
    end.write_bytes(backup.read_bytes()[5000:])
    agrees, ((_, said),) = _told(imported("verify", str(end), "--json"))
    assert not agrees and "Bản sao lưu end.zip bị hỏng" in said
    for data in (b"", "Thực đơn tuần này".encode(), "Thực đơn".encode("utf-16")):
        other = tmp_path / "other"
        other.write_bytes(data)
        agrees, ((_, said),) = _told(imported("verify", str(other), "--json"))
        assert not agrees and "JSON" not in said, said
        assert "nhomtre" in said or data.startswith(b"\xff\xfe"), said
