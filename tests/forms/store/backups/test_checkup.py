"""What is kept is looked through once a day: a damaged generation is set aside and replaced, a sent revision made again, both told."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from forms.dossier.content import Edit
from forms.model.errors import StorageError
from forms.store.main_file import read_main
from forms.store.store import Session, Store
from forms.store.system import system_calls
from tests.forms.store_cases import MAIN, PHONE, YEAR, Clock
from tests.unprivileged import as_everyone_reads


def kept(store: Store) -> list[Path]:
    return sorted((store.folder / "backups").glob("2019-2020.0*.json"))


@pytest.fixture
def filled(store: Store) -> Store:
    with store.open(YEAR, write=True) as session:
        for number in range(5):
            session.dossier.set(PHONE, f"090{number}")
            session.fold()
        files = {"a.txt": sha256(b"a").hexdigest()}
        sent = {"at": "2019-09-19T08:12:00", "by": "Người Mẫu", "code": "X", "files": files}
        edits = [
            Edit(("sent", "1"), None, sent),
            Edit(("revision",), None, 1),
            Edit(("state",), None, "rejected"),
        ]
        session.send(edits, {"a.txt": b"a"})
        session.dossier.set(PHONE, "0909")
    return store


def checked(store: Store) -> list[str]:
    with store.open(YEAR, write=True) as session:
        return session.check_kept()


def test_every_damage_is_noticed_replaced_and_told_once(filled: Store, clock: Clock) -> None:
    random = Random(849)
    for number in range(30):
        clock.now += timedelta(days=1)
        path = random.choice(kept(filled))
        raw = bytearray(path.read_bytes())
        raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
        path.unlink()  # the main file may be the same file by another name
        path.write_bytes(raw)
        before = len(kept(filled))
        (told,) = checked(filled)
        assert "bị hỏng" in told and ".hong" in told, number
        assert all(read_main(each) for each in kept(filled))
        assert len(kept(filled)) >= before or number > 10
        assert checked(filled) == []


def test_it_is_done_once_a_day(filled: Store, clock: Clock) -> None:
    assert checked(filled) == []
    kept(filled)[0].write_bytes(b"")
    assert checked(filled) == []
    clock.now += timedelta(days=1)
    assert len(checked(filled)) == 1


def test_a_damaged_sent_revision_is_made_again_from_the_history(filled: Store) -> None:
    pin = filled.folder / "backups" / "2019-2020.ban-1.json"
    good = read_main(pin)
    pin.write_bytes(pin.read_bytes()[:-9])
    (told,) = checked(filled)
    assert "dựng lại" in told
    again = read_main(pin)
    assert good and again and (good.content, good.header.seq) == (again.content, again.header.seq)


def test_without_its_history_it_is_told_to_be_restored(filled: Store) -> None:
    pin = filled.folder / "backups" / "2019-2020.ban-1.json"
    pin.write_bytes(b"")
    (filled.folder / "2019-2020.journal").unlink()
    (told,) = checked(filled)
    assert "khôi phục từ một bản sao lưu" in told
    assert not pin.exists()


@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO], ids=lambda code: errno.errorcode[code])
def test_what_cannot_be_read_is_told_and_hides_nothing_of_the_others(
    filled: Store, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest, other, *_ = kept(filled)[::-1]
    pin = filled.folder / "backups" / "2019-2020.ban-1.json"
    sent = filled.folder / "exports" / "2019-2020" / "ban-1" / "a.txt"
    other.write_bytes(b"")
    pin.write_bytes(b"")
    real = os.open

    def refuse(path: Any, *more: Any) -> int:
        if path in (newest, sent):
            raise OSError(code, "on purpose")
        return real(path, *more)

    with filled.open(YEAR, write=True) as session, monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        told = session.check_kept()
        generation = read_main(filled.folder / MAIN)
    assert [(name in " ".join(told)) for name in (newest.name, other.name, sent.name)] == [True] * 3
    assert sum("không đọc được" in sentence for sentence in told) == 2
    assert sum("dựng lại" in sentence for sentence in told) == 1 and len(told) == 4
    assert read_main(pin) is not None
    # the present state was kept once more
    assert generation and any(
        each.name.split(".")[1] == f"{generation.header.generation - 1:06}" for each in kept(filled)
    )


def test_a_folder_that_cannot_be_looked_through_is_told(filled: Store) -> None:
    sent = filled.folder / "exports" / "2019-2020" / "ban-1" / "a.txt"
    sent.write_bytes(b"b")
    with filled.open(YEAR, write=True) as session:
        (filled.folder / "backups").chmod(0o300)
        with as_everyone_reads():
            told = session.check_kept()
        (filled.folder / "backups").chmod(0o700)
    assert any("không đọc được backups" in sentence for sentence in told)
    assert any("a.txt" in sentence for sentence in told)


def test_what_cannot_be_set_aside_is_told_as_damaged(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real = kept(filled)[0], os.replace
    path.unlink()
    path.write_bytes(b"")

    def refuse(source: Any, target: Any) -> None:
        if str(target).endswith(".hong"):
            raise OSError(errno.EROFS, "on purpose")
        real(source, target)

    with filled.open(YEAR, write=True) as session, monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        (told,) = session.check_kept()
    assert path.name in told and "bị hỏng mà chưa cất" in told and path.exists()


def test_a_fold_and_a_note_that_fail_lose_no_sentence(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(filled)[0].unlink()
    kept(filled)[0].write_bytes(b"")

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "on purpose")

    with filled.open(YEAR, write=True) as session, monkeypatch.context() as patch:
        patch.setattr(system_calls, "create", full)
        told = session.check_kept()
    assert len(told) == 2 and ".hong" in told[0] and "ổ đĩa đã đầy" in told[1]


def test_a_sent_revision_that_went_is_made_again_from_the_history(filled: Store, clock: Clock) -> None:
    pin = filled.folder / "backups" / "2019-2020.ban-1.json"
    good = read_main(pin)
    pin.unlink()
    (told,) = checked(filled)
    assert "Không thấy bản đã gửi số 1" in told
    again = read_main(pin)
    assert good and again and good.content == again.content


def test_a_reader_looks_through_nothing(filled: Store, clock: Clock) -> None:
    kept(filled)[0].write_bytes(b"")
    with filled.open(YEAR, write=False) as session:
        assert session.check_kept() == []
    assert kept(filled)[0].read_bytes() == b""


def test_a_disk_that_keeps_other_bytes_replaces_nothing(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest, before = system_calls.write_all, (filled.folder / MAIN).read_bytes()

    def forgetful(fd: int, data: Any) -> None:
        honest(fd, bytes(data).replace(b"0808", b"0000") if b'"format"' in bytes(data) else data)

    def work(session: Session) -> None:
        session.dossier.set(PHONE, "0808")
        monkeypatch.setattr(system_calls, "write_all", forgetful)
        with pytest.raises(StorageError, match="an toàn trong nhật ký"):
            session.fold()
        assert (filled.folder / MAIN).read_bytes() == before
        monkeypatch.undo()

    with filled.open(YEAR, write=True) as session:
        work(session)
    assert [name for name in os.listdir(filled.folder) if name.endswith(".tmp")] == []
    with filled.open(YEAR, write=False) as session:
        assert session.dossier.content.value(PHONE) == "0808"
