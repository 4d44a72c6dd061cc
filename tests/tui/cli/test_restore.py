"""``nhomtre restore``: what differs is shown first, what is replaced is kept, wrong files are named and never mixed in."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from forms.dossier.roster import SchoolYear
from forms.store.store import Store
from forms.store.system.many_files import ManyFiles
from tests.faults.editing import ordered
from tests.tui.cli.conftest import Command, Run, in_a_process, on_disk, stored

pytestmark = pytest.mark.slow

YEAR = SchoolYear(2019)
PHONE = ("facility", "phone")
PackageFile = Callable[[Any], str]
FULL = os.environ.get("NHOMTRE_FULL") == "1"


@pytest.fixture
def imported(nhomtre: Command, package_file: PackageFile, example: dict[str, Any]) -> Command:
    assert nhomtre("import", package_file(example)).status == 0
    return nhomtre


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    path = tmp_path / "stick"
    path.mkdir()
    return path


def backed_up(run: Run) -> str:
    assert run.status == 0, run
    return run.out.strip()


def put(folder: Path, phone: str) -> None:
    with Store(folder).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, phone)


def content(folder: Path) -> dict[str, object]:
    with Store(folder).open(YEAR, write=False) as session:
        return ordered(session.dossier.content)


def elsewhere(nhomtre: Command, folder: Path) -> Callable[..., Run]:
    """The same command line on another folder."""
    return lambda *words: nhomtre(*words, "--data", str(folder))


@pytest.mark.promise("R11")
def test_into_an_empty_folder_it_is_the_move_to_another_computer(
    nhomtre: Command, sent: Path, folder: Path, stick: Path, tmp_path: Path
) -> None:
    path, other = backed_up(nhomtre("backup", str(stick))), tmp_path / "other"
    run = elsewhere(nhomtre, other)("restore", path)
    assert run.status == 0, run
    assert content(other) == content(folder)
    with Store(folder).open(YEAR, write=False) as ours, Store(other).open(YEAR, write=True) as theirs:
        assert theirs.notices == []
        assert theirs.head == ours.head
        assert list(theirs.dossier.journal.changes()) == list(ours.dossier.journal.changes())
        assert theirs.revisions.content(1) == ours.revisions.content(1)
    assert on_disk(other / "exports") == on_disk(folder / "exports")
    assert elsewhere(nhomtre, other)("verify", str(next(sent.glob("*.json")))).status == 0
    for each in [other, *other.rglob("*")]:
        assert stat.S_IMODE(each.stat().st_mode) == (0o700 if each.is_dir() else 0o600), each


def test_a_move_takes_undo_along(imported: Command, folder: Path, stick: Path, tmp_path: Path) -> None:
    before = content(folder)
    put(folder, "0909")
    path, other = backed_up(imported("backup", str(stick))), tmp_path / "other"
    assert elsewhere(imported, other)("restore", path).status == 0
    with Store(other).open(YEAR, write=True) as session:
        session.dossier.undo()
    assert content(other) == before


def test_what_differs_is_shown_and_nothing_is_replaced_without_consent(
    imported: Command, folder: Path, stick: Path
) -> None:
    path = backed_up(imported("backup", str(stick)))
    put(folder, "0909")
    before = on_disk(folder)
    run = imported("restore", path)
    assert run.status == 1
    assert "0909" in run.out
    assert "CŨ HƠN" in run.err and "--yes" in run.err
    assert on_disk(folder) == before


def test_with_consent_it_is_replaced_kept_and_undoable(imported: Command, folder: Path, stick: Path) -> None:
    path = backed_up(imported("backup", str(stick)))
    wanted = content(folder)
    put(folder, "0909")
    replaced = content(folder)
    run = imported("restore", "--yes", path)
    assert run.status == 0, run
    assert "0909" in run.out and "CŨ HƠN" in run.err
    # as the screen tells it
    assert "Đã khôi phục năm học 2019-2020: 2 nhóm, lớp, 6 trẻ, 3 người. Đã lưu." in run.err
    assert content(folder) == wanted
    (kept,) = [word.rstrip(",") for word in run.err.split() if "/backups/" in word]
    assert imported("restore", kept).status == 1
    assert imported("restore", "--yes", kept).status == 0
    assert content(folder) == replaced
    with Store(folder).open(YEAR, write=True) as session:
        session.dossier.undo()
        assert ordered(session.dossier.content) == wanted
        session.dossier.undo()
        assert ordered(session.dossier.content) == replaced


def test_the_same_content_changes_nothing(imported: Command, folder: Path, stick: Path) -> None:
    path = backed_up(imported("backup", str(stick)))
    before = stored(folder)
    run = imported("restore", "--yes", path)
    assert (run.status, run.out) == (0, "")
    assert "giống hệt" in run.err
    assert stored(folder) == before


def test_a_sent_file_that_went_is_told_then_put_back(nhomtre: Command, sent: Path, stick: Path) -> None:
    path = backed_up(nhomtre("backup", str(stick)))
    gone = min(sent.iterdir())
    before = gone.read_bytes()
    gone.unlink()
    run = nhomtre("restore", path)
    assert run.status == 0, run
    first, then = (run.err.index(said) for said in ("1 tệp của các bản đã gửi thiếu", "Đã đặt lại 1 tệp"))
    assert first < then and gone.read_bytes() == before


def test_a_newer_backup_and_another_history_are_called_so(
    imported: Command, folder: Path, stick: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old"
    shutil.copytree(folder, old)
    put(folder, "0909")
    path = backed_up(imported("backup", str(stick)))
    assert "mới hơn" in elsewhere(imported, old)("restore", path).err
    put(old, "0808")
    assert "không cùng một lịch sử" in elsewhere(imported, old)("restore", path).err
    assert elsewhere(imported, old)("restore", "--yes", path).status == 0
    assert content(old) == content(folder)


def test_another_facility_is_refused_whatever_is_agreed_to(
    imported: Command, package_file: PackageFile, example: dict[str, Any], stick: Path, tmp_path: Path
) -> None:
    path, other = backed_up(imported("backup", str(stick))), tmp_path / "other"
    example["facility"]["code"] = "79769999"
    assert elsewhere(imported, other)("import", package_file(example)).status == 0
    before = stored(other)
    run = elsewhere(imported, other)("restore", "--yes", path)
    assert run.status == 1
    assert "79769999" in run.err and example["facility"]["name"] not in run.out
    assert stored(other) == before


def test_another_year_is_refused_when_one_was_chosen_and_told_when_none_was(
    imported: Command, folder: Path, stick: Path, tmp_path: Path
) -> None:
    path, other = backed_up(imported("backup", str(stick))), tmp_path / "other"
    assert imported("roll", "--to", "2020-2021").status == 0
    run = imported("restore", "--yes", path, "--year", "2020-2021")
    assert run.status == 1 and "2019-2020" in run.err and "2020-2021" in run.err
    later = backed_up(imported("backup", str(stick), "--year", "2020-2021"))
    assert elsewhere(imported, other)("restore", path).status == 0
    run = elsewhere(imported, other)("restore", later)
    assert run.status == 0 and "bên cạnh" in run.err
    assert Store(other).years() == [YEAR, SchoolYear(2020)]
    assert content(other) == content(folder)


def test_the_training_copy_and_the_real_dossier_never_mix(
    imported: Command, folder: Path, stick: Path
) -> None:
    real = backed_up(imported("backup", str(stick)))
    training = backed_up(imported("--demo", "backup", str(stick)))
    assert "tap-huan" in training
    before = content(folder)
    assert imported("restore", "--yes", training).status == 1
    assert imported("--demo", "restore", "--yes", real).status == 1
    assert content(folder) == before
    assert imported("--demo", "restore", training).status == 0


@pytest.mark.parametrize("kind", ["half", "damaged", "nothing", "other", "folder", "missing"])
def test_what_is_no_whole_backup_is_refused(imported: Command, folder: Path, stick: Path, kind: str) -> None:
    path = Path(backed_up(imported("backup", str(stick))))
    raw = path.read_bytes()
    match kind:
        case "half":
            path.write_bytes(raw[: len(raw) // 2])
        case "damaged":
            path.write_bytes(raw[:500] + bytes([raw[500] ^ 1]) + raw[501:])
        case "nothing":
            path.write_bytes(b"")
        case "other":
            path.write_text("Kính gửi phụ huynh\n", "utf-8")
        case _:
            path.unlink()
            if kind == "folder":
                path.mkdir()
    before = stored(folder)
    run = imported("restore", "--yes", str(path))
    assert run.status == (3 if kind in ("folder", "missing") else 1), run
    assert len(run.err.splitlines()) == 1 and run.out == ""
    assert kind != "half" or "chép dở" in run.err
    assert stored(folder) == before


def test_a_package_and_a_generation_can_be_restored_too(
    imported: Command, folder: Path, tmp_path: Path
) -> None:
    wanted = content(folder)
    package = str(tmp_path / "package.json")
    assert imported("export", "json", "-o", package).status == 0
    put(folder, "0909")
    put(folder, "0808")
    assert imported("restore", package).status == 1
    assert imported("restore", "--yes", package).status == 0
    assert content(folder) == wanted
    (generation,) = [path for path in (folder / "backups").glob("*.json") if b'"0909"' in path.read_bytes()][
        :1
    ]
    assert imported("restore", "--yes", str(generation)).status == 0
    assert content(folder)["facility"]["phone"] == "0909"  # type: ignore[index]
    other = tmp_path / "other"
    for number, path in enumerate([package, str(generation)]):
        assert elsewhere(imported, other / str(number))("restore", path).status == 0
        with Store(other / str(number)).open(YEAR, write=True) as session:
            assert session.notices == []
            session.dossier.set(PHONE, "0707")
        assert Store(other / str(number)).open(YEAR, write=False).notices == []


def test_a_report_that_was_sent_since_stays_sent(imported: Command, folder: Path, stick: Path) -> None:
    draft = backed_up(imported("backup", str(stick)))
    assert imported("send", "--by", "Người Mẫu Gửi").status == 0
    before = stored(folder)
    run = imported("restore", "--yes", draft)
    assert run.status == 1 and "bản 1" in run.err
    assert stored(folder) == before
    assert imported("answer", "reject", "--by", "Phòng Mẫu", "--note", "Sửa lại").status == 0
    put(folder, "0909")
    assert imported("restore", "--yes", draft).status == 0
    with Store(folder).open(YEAR, write=True) as session:
        kept = session.dossier.content
        assert (kept.last_sent, list(kept.part("sent")), len(kept.part("answers"))) == (1, ["1"], 1)
        assert kept.value(PHONE) != "0909"
        session.dossier.undo()
        assert session.dossier.content.value(PHONE) == "0909"


def test_a_sent_report_comes_back_over_the_draft_before_it(
    nhomtre: Command, sent: Path, folder: Path, stick: Path, tmp_path: Path
) -> None:
    path, wanted = backed_up(nhomtre("backup", str(stick))), content(folder)
    with Store(folder).open(YEAR, write=False) as session:
        (first, *_) = list(session.dossier.journal.changes())
    old = tmp_path / "old"
    with Store(old).open(YEAR, write=True) as session:
        session.dossier.commit(first.edits)
    run = elsewhere(nhomtre, old)("restore", "--yes", path)
    assert run.status == 0, run
    assert content(old) == wanted
    assert (old / "backups" / "2019-2020.ban-1.json").exists()
    assert on_disk(old / "exports") == on_disk(folder / "exports")
    assert "không hoàn tác bằng phím" in run.err


def test_a_dossier_in_use_is_not_replaced(imported: Command, folder: Path, stick: Path) -> None:
    path = backed_up(imported("backup", str(stick)))
    with Store(folder).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "0909")
        assert imported("restore", "--yes", path).status == 3
    assert content(folder)["facility"]["phone"] == "0909"  # type: ignore[index]


def test_where_only_the_last_number_is_left_a_backup_comes_back(
    imported: Command, folder: Path, stick: Path
) -> None:
    path, wanted = backed_up(imported("backup", str(stick))), content(folder)
    for each in [*folder.glob("2019-2020.*"), *folder.glob("backups/*")]:
        each.unlink()
    refused = imported("check")
    assert refused.status == 3 and "từng có hồ sơ 2019-2020" in refused.err
    assert imported("restore", path).status == 0
    assert content(folder) == wanted


def test_the_note_of_an_erasure_that_is_damaged_is_no_dead_end(
    imported: Command, folder: Path, stick: Path
) -> None:
    path, wanted = backed_up(imported("backup", str(stick))), content(folder)
    put(folder, "0909")
    note, staged = folder / ".2019-2020.erasure.json", folder / ".2019-2020.erasure"
    staged.mkdir()
    (staged / "0001").write_bytes(b"new")
    note.write_bytes(b'{"files":{},"gone":["2019-2020.json"]}\nabc\n')
    refused = imported("check")
    assert refused.status == 3 and "khôi phục từ bản sao lưu" in refused.err
    run = imported("restore", path)
    assert run.status == 0, run
    assert "backups/2019-2020.erasure.json.1.hong" in run.err and "xóa lại" in run.err
    assert content(folder) == wanted
    backups = folder / "backups"
    assert b'"gone"' in (backups / "2019-2020.erasure.json.1.hong").read_bytes()
    assert (backups / "2019-2020.erasure.0001.1.hong").read_bytes() == b"new"
    assert not note.exists() and not staged.exists()
    # what the note kept from being opened is kept, too
    assert any(b"0909" in each.read_bytes() for each in backups.glob("*.hong"))
    with Store(folder).open(YEAR, write=True) as session:
        assert session.notices == []
    # what was set aside is in the way of no erasure
    erase = ("erase", "children/c0003", "--reason", "thử", "--yes")
    assert imported(*erase).status == 0
    assert [each for each in backups.glob("*.hong") if ".head." not in each.name] == []


def test_a_restoring_that_ends_before_the_damaged_note_is_away_can_be_done_again(
    imported: Command, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, wanted = backed_up(imported("backup", str(stick))), content(folder)
    note = folder / ".2019-2020.erasure.json"
    note.write_bytes(b"abc")

    def fails(*_: object) -> None:
        raise OSError(5, "on purpose")

    with monkeypatch.context() as patch:
        patch.setattr("forms.store.system.many_files.ManyFiles.set_aside", fails)
        assert imported("restore", path).status == 3
    assert note.exists() and imported("check").status == 3
    assert imported("restore", path).status == 0
    assert content(folder) == wanted


def test_an_erasure_that_was_decided_is_done_before_anything_is_restored(
    imported: Command, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would be done to what was restored, at the next opening."""
    path = backed_up(imported("backup", str(stick)))

    def fails_once_decided(change: ManyFiles) -> None:
        if change.is_decided:
            raise OSError(5, "on purpose")

    with monkeypatch.context() as patch:
        patch.setattr(ManyFiles, "settle", fails_once_decided)
        assert imported("erase", "children/c0003", "--reason", "thử", "--yes").status == 3
    assert (folder / ".2019-2020.erasure.json").exists()
    for each in [*folder.glob("2019*"), *folder.glob(".*.head"), *folder.glob("backups/*")]:
        each.unlink()
    run = imported("restore", path)
    assert run.status == 3 and "hãy làm lại" in run.err
    assert not (folder / ".2019-2020.erasure.json").exists()
    run = imported("restore", path)
    assert run.status == 0, run
    assert "c0003" not in content(folder)["order of children"]  # type: ignore[operator]


def test_standard_input_is_read(imported: Command, tmp_path: Path, stick: Path) -> None:
    path = Path(backed_up(imported("backup", str(stick))))
    run = in_a_process(tmp_path / "other", "restore", "-", input=path.read_bytes())
    assert run.returncode == 0, run.stderr.decode()


def _damage(folder: Path, random: Random) -> None:
    """Anything: bits, cuts, zeros, files that go, in one file or several."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    for path in random.sample(files, random.randrange(1, len(files) + 1)):
        raw = bytearray(path.read_bytes())
        at = random.randrange(len(raw)) if raw else 0
        match random.randrange(4):
            case 0 if raw:
                raw[at] ^= 1 << random.randrange(8)
            case 1:
                del raw[at:]
            case 2:
                raw[at : at + 4096] = bytes(len(raw[at : at + 4096]))
            case _:
                path.unlink()
                continue
        path.write_bytes(raw)


def test_whatever_is_damaged_a_backup_gives_the_same_content(
    nhomtre: Command, sent: Path, folder: Path, stick: Path, tmp_path: Path
) -> None:
    assert nhomtre("answer", "reject", "--by", "Phòng Mẫu", "--note", "Sửa lại").status == 0
    put(folder, "0909")
    path, wanted, random = backed_up(nhomtre("backup", str(stick))), content(folder), Random(849)
    pins = {name: data for name, data in on_disk(folder).items() if "ban-1" in name}
    for number in range(300 if FULL else 40):
        hurt = tmp_path / str(number)
        shutil.copytree(folder, hurt)
        _damage(hurt, random)
        run = elsewhere(nhomtre, hurt)("restore", "--yes", path)
        assert run.status == 0, (number, run)
        assert content(hurt) == wanted
        found = on_disk(hurt)
        assert {name: found.get(name) for name in pins} == pins, number
        put(hurt, "0808")
        assert Store(hurt).open(YEAR, write=False).dossier.content.value(PHONE) == "0808"
        shutil.rmtree(hurt)


def test_a_journal_and_what_is_no_package_are_named_and_nothing_changes(
    imported: Command, folder: Path, example: dict[str, Any], package_file: PackageFile
) -> None:
    put(folder, "0909")
    before = on_disk(folder)
    run = imported("restore", str(folder / "2019-2020.journal"), "--yes")
    assert (run.status, run.out) == (1, "")
    assert "2019-2020.journal là nhật ký thay đổi" in run.err and "bản sao lưu" in run.err
    example |= {f"nothing{number}": 1 for number in range(5)}
    run = imported("restore", package_file(example), "--yes")
    assert (run.status, run.out) == (1, "")
    assert "package.json có 5 chỗ không đúng dạng gói dữ liệu: nothing0" in run.err
    assert run.err.count("nothing") == 3 and "Không có gì thay đổi" in run.err
    assert on_disk(folder) == before


def test_what_can_be_chosen_is_listed_also_where_the_dossier_does_not_open(
    imported: Command, folder: Path
) -> None:
    put(folder, "0909")
    put(folder, "0808")
    kept = sorted((folder / "backups").glob("*.json"))
    for path in (folder / "2019-2020.json", folder / "2019-2020.journal", *kept, *folder.glob("backups/*")):
        raw = path.read_bytes()
        path.write_bytes(raw[:60] + b"#" + raw[61:])
    run = imported("restore")
    assert run.status == 3 and kept
    assert all(path.name in run.out for path in kept)
    assert "bị hỏng" in run.err and "bản có thể khôi phục" in run.err
