"""``nhomtre backup``: one file a school year, read back before it counts; every place that does not take it is told."""

from __future__ import annotations

import errno
import io
import os
import stat
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from exports.output.output_files import write_new
from forms.dossier.roster import SchoolYear
from forms.store.backups.backup_file import decode_backup
from forms.store.store import Store
from tests.tui.cli.conftest import Command, on_disk, stored
from tests.unprivileged import as_everyone_reads

YEAR = SchoolYear(2019)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    path = tmp_path / "USB Mẫu"
    path.mkdir()
    return path


def test_the_file_is_private_named_and_told_with_place_and_time(
    nhomtre: Command, sent: Path, folder: Path, stick: Path
) -> None:
    before = stored(folder)
    run = nhomtre("backup", str(stick))
    assert run.status == 0, run
    path = Path(run.out.strip())
    assert [path] == list(stick.iterdir())
    assert path.name.startswith("sao-luu_") and "_2019-2020_2019-09-19-" in path.name
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "đã kiểm tra đọc lại được" in run.err and str(stick) in run.err and "19/09/2019" in run.err
    after = stored(folder)
    assert b'"seq":2' in after.pop(".2019-2020.carried")
    assert after == before


def test_unpacked_by_any_program_it_is_a_data_folder(
    nhomtre: Command, sent: Path, folder: Path, stick: Path, tmp_path: Path
) -> None:
    path = Path(nhomtre("backup", str(stick)).out.strip())
    other = tmp_path / "other"
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        assert "nhomtre restore" in archive.read("DOC-TRUOC.txt").decode()
        archive.extractall(other)
    with Store(folder).open(YEAR, write=False) as ours, Store(other).open(YEAR, write=True) as theirs:
        assert theirs.notices == []
        assert ours.dossier.content == theirs.dossier.content
        assert ours.head == theirs.head
        assert list(ours.dossier.journal.changes()) == list(theirs.dossier.journal.changes())
        assert ours.revisions.content(1) == theirs.revisions.content(1)
        assert on_disk(sent) == on_disk(other / "exports" / "2019-2020" / "ban-1")


def test_every_school_year_has_its_file_or_the_one_that_is_asked_for(
    nhomtre: Command, sent: Path, stick: Path
) -> None:
    assert nhomtre("roll", "--to", "2020-2021").status == 0
    assert len(nhomtre("backup", str(stick)).out.splitlines()) == 2
    (only,) = nhomtre("backup", str(stick), "--year", "2020-2021").out.splitlines()
    assert decode_backup(Path(only).read_bytes(), only).content.year == SchoolYear(2020)


def test_what_is_not_folded_yet_is_in_it(nhomtre: Command, sent: Path, folder: Path, stick: Path) -> None:
    with Store(folder).open(YEAR, write=True) as session:
        session.dossier.set(("answers", "0001"), {"kind": "reject", "at": "2019-09-20", "by": "Mẫu"})
        run = nhomtre("backup", str(stick))
        raw = Path(run.out.strip()).read_bytes()
        assert decode_backup(raw, "").content == session.dossier.content
        assert decode_backup(raw, "").head == session.head


def test_without_a_dossier_there_is_nothing_to_back_up(nhomtre: Command, stick: Path) -> None:
    run = nhomtre("backup", str(stick))
    assert (run.status, run.out) == (3, "")
    assert "Chưa có hồ sơ" in run.err
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("kind", ["missing", "a file", "read-only", "below a file"])
def test_a_place_that_takes_nothing_is_told_in_one_sentence(
    nhomtre: Command, sent: Path, stick: Path, kind: str
) -> None:
    place = stick / "in"
    if kind == "a file":
        place.write_bytes(b"theirs")
    elif kind == "below a file":
        place.write_bytes(b"theirs")
        place = place / "deeper"
    elif kind == "read-only":
        place.mkdir(mode=0o555)
    before = on_disk(stick)
    with as_everyone_reads():
        run = nhomtre("backup", str(place))
    assert (run.status, run.out) == (3, "")
    assert len(run.err.splitlines()) == 1
    assert "đã kiểm tra" not in run.err
    assert on_disk(stick) == before


@pytest.mark.promise("R6")
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_disk_that_refuses_leaves_no_half_file(
    nhomtre: Command, sent: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_: Any) -> int:
        raise OSError(code, "on purpose")

    monkeypatch.setattr(os, "write", refuse)
    run = nhomtre("backup", str(stick))
    assert (run.status, run.out) == (3, "")
    assert len(run.err.splitlines()) == 1
    assert list(stick.iterdir()) == []


@pytest.mark.promise("R11")
def test_a_stick_without_links_and_modes_takes_it(
    nhomtre: Command, sent: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(errno.EPERM, "not here")

    for name in ("link", "fchmod", "chmod"):
        monkeypatch.setattr(os, name, refuse)
    run = nhomtre("backup", str(stick))
    assert run.status == 0, run
    assert [path.suffix for path in stick.iterdir()] == [".zip"]


@pytest.mark.promise("R6")
def test_a_stick_that_keeps_other_bytes_is_noticed(
    nhomtre: Command, sent: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(path: Path, data: bytes) -> Any:
        written = write_new(path, data)
        written.path.write_bytes(data[:-1] + b"?")
        return written

    monkeypatch.setattr("tui.jobs.keeping.backing_up.write_new", forgetful)
    run = nhomtre("backup", str(stick))
    assert (run.status, run.out) == (3, "")
    assert "đọc lại khác" in run.err


def test_the_file_of_a_backup_is_uncompressed(nhomtre: Command, sent: Path, stick: Path) -> None:
    raw = Path(nhomtre("backup", str(stick)).out.strip()).read_bytes()
    with ZipFile(io.BytesIO(raw)) as archive:
        assert all(member.compress_size == member.file_size for member in archive.infolist())
        assert archive.comment.startswith(b"sha256:")


def test_a_sent_file_that_cannot_be_read_stays_behind_and_is_told(
    nhomtre: Command, sent: Path, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def bad_sector(path: Any, *more: Any, **named: Any) -> int:
        if str(path).endswith(".pdf"):
            raise OSError(errno.EIO, "on purpose")
        return real(path, *more, **named)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", bad_sector)
        run = nhomtre("backup", str(stick))
    assert run.status == 0, run
    (pdf,) = (folder / "exports" / "2019-2020" / "ban-1").glob("*.pdf")
    (told,) = (line for line in run.err.splitlines() if "không đọc được" in line)
    assert pdf.name in told and "Bản đã gửi số 1" in told
    sent_files = {f"exports/2019-2020/ban-1/{path.name}" for path in pdf.parent.iterdir() if path != pdf}
    with ZipFile(run.out.strip()) as archive:
        names = set(archive.namelist())
    assert {"2019-2020.json", "backups/2019-2020.ban-1.json", *sent_files} <= names
    assert f"exports/2019-2020/ban-1/{pdf.name}" not in names


def test_what_was_handed_in_comes_along_though_the_frozen_content_is_damaged(
    nhomtre: Command, sent: Path, folder: Path, stick: Path, tmp_path: Path
) -> None:
    """As when somebody moves to another computer on the day on which it is damaged: what went to the office is needed there."""
    pin = folder / "backups" / "2019-2020.ban-1.json"
    pin.write_bytes(pin.read_bytes()[:-9])
    run = nhomtre("backup", str(stick))
    assert run.status == 0, run
    assert [line for line in run.err.splitlines() if pin.name in line and "bị hỏng" in line]
    other = tmp_path / "other"
    assert nhomtre("--data", str(other), "restore", run.out.strip()).status == 0
    handed_in = sorted((folder / "exports" / "2019-2020" / "ban-1").iterdir())
    there = sorted((other / "exports" / "2019-2020" / "ban-1").iterdir())
    assert [path.name for path in there] == [path.name for path in handed_in] and there
    assert [path.read_bytes() for path in there] == [path.read_bytes() for path in handed_in]
    assert not (other / "backups" / pin.name).exists()


def test_a_folder_of_sent_files_that_cannot_be_looked_into_is_told(
    nhomtre: Command, sent: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.listdir

    def bad_sector(path: Any) -> list[str]:
        if str(path) == str(sent):
            raise OSError(errno.EIO, "on purpose")
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "listdir", bad_sector)
        run = nhomtre("backup", str(stick))
    assert run.status == 0, run
    assert "Bản đã gửi số 1: không đọc được ban-1 (" in run.err
    assert "backups/2019-2020.ban-1.json" in decode_backup(Path(run.out.strip()).read_bytes(), "").files


def test_a_history_that_is_written_anew_meanwhile_is_left_out_and_told(
    nhomtre: Command, sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An erasure between the two readings of the journals."""
    (tmp_path / "usb").mkdir()
    monkeypatch.setattr("forms.store.backups.gathering._lines", lambda _paths: iter(()))
    run = nhomtre("backup", str(tmp_path / "usb"))
    assert run.status == 0, run
    assert "không kèm lịch sử" in run.err


def test_a_year_that_does_not_open_keeps_the_others_from_no_backup(
    nhomtre: Command, sent: Path, folder: Path, stick: Path
) -> None:
    assert nhomtre("roll", "--to", "2020-2021").status == 0
    for path in [*folder.glob("2019-2020.j*"), *folder.glob("backups/2019-2020.0*")]:
        path.write_bytes(b"x")
    run = nhomtre("backup", str(stick))
    assert run.status == 3
    assert "Hồ sơ 2019-2020 bị hỏng" in run.err
    (kept,) = stick.iterdir()
    assert run.out.strip() == str(kept) and "2020-2021" in kept.name
