"""Who holds a dossier: the note beside the lock, requests to leave, and files that go away under an open session."""

from __future__ import annotations

import errno
import json
import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import forms.store.store_writer as store_writer
from forms.model.errors import DossierGone, DossierInUse, StorageError
from forms.store.holding.holder import Holder, holder_at, this_session
from forms.store.holding.leave_request import make_request, request_at, withdraw
from forms.store.holding.lock import is_free
from forms.store.store import Session, Store
from forms.store.year_paths import YearPaths
from tests.forms.store_cases import JOURNAL, PHONE, YEAR

NOBODY = 2**22 + 1
"""No process has this number: it is above what systems give."""


@pytest.fixture
def paths(store: Store) -> YearPaths:
    return YearPaths(store.folder, YEAR)


@pytest.fixture
def open_session(store: Store) -> Session:
    session = store.open(YEAR, write=True)
    session.dossier.set(PHONE, "1")
    return session


def phone(store: Store) -> Any:
    with store.open(YEAR, write=False) as session:
        return session.dossier.content.value(PHONE)


def note(path: Path, **fields: Any) -> None:
    path.write_text(json.dumps({"pid": os.getpid(), "host": os.uname().nodename, "user": "lan", **fields}))


def test_a_lock_that_cannot_be_looked_at_is_told_and_given_back(
    store: Store, paths: YearPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.stat

    def broken(path: Any, **more: Any) -> os.stat_result:
        if path == paths.lock and more.get("follow_symlinks", True):
            raise OSError(errno.EIO, "on purpose")
        return real(path, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", broken)
        with pytest.raises(StorageError, match="Không mở được hồ sơ 2019-2020 để ghi"):
            store.open(YEAR, write=True)
    assert is_free(paths)


# the note


def test_who_holds_it_stands_beside_an_empty_lock(open_session: Session, paths: YearPaths) -> None:
    assert paths.lock.read_bytes() == b""
    assert paths.holder.stat().st_mode & 0o777 == 0o600
    holder = holder_at(paths.holder, paths.lock)
    assert holder is not None
    assert (holder.pid, holder.host) == (str(os.getpid()), os.uname().nodename)
    open_session.close()
    assert not paths.holder.exists()
    assert paths.lock.exists()


def test_the_time_is_that_of_the_computer_whatever_day_is_worked_on(store: Store) -> None:
    before = datetime.now().astimezone().replace(second=0, microsecond=0)
    with store.open(YEAR, write=True), pytest.raises(DossierInUse) as refused:
        store.open(YEAR, write=True)
    shown = datetime.strptime(
        str(refused.value).partition(", từ ")[2][:21], "%H:%M ngày %d/%m/%Y"
    ).astimezone()
    assert before <= shown <= datetime.now().astimezone()


def test_the_note_that_an_older_version_put_into_the_lock_is_read(
    open_session: Session, paths: YearPaths
) -> None:
    paths.holder.unlink()
    note(paths.lock)
    assert holder_at(paths.holder, paths.lock) == Holder(
        str(os.getpid()), os.uname().nodename, "lan", "", "", False, ""
    )  # fmt: skip
    open_session.close()


def test_an_old_note_goes_when_the_lock_is_taken(store: Store, paths: YearPaths) -> None:
    store.folder.mkdir(exist_ok=True)
    note(paths.lock, user="mai")
    with store.open(YEAR, write=True):
        assert paths.lock.read_bytes() == b""


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"null"])
def test_a_note_that_tells_nothing_names_nobody(
    open_session: Session, store: Store, paths: YearPaths, content: bytes
) -> None:
    paths.holder.write_bytes(content)
    with pytest.raises(DossierInUse, match="không rõ ai"):
        store.open(YEAR, write=True)
    open_session.close()


def test_the_note_of_a_process_that_is_gone_is_ignored(
    open_session: Session, store: Store, paths: YearPaths
) -> None:
    note(paths.holder, pid=NOBODY)
    with pytest.raises(DossierInUse, match="không rõ ai"):
        store.open(YEAR, write=True)
    note(paths.holder, pid=NOBODY, host="another")
    with pytest.raises(DossierInUse, match="máy another, người dùng lan"):
        store.open(YEAR, write=True)
    open_session.close()


def test_a_note_that_the_disk_spoilt_names_nobody(open_session: Session, paths: YearPaths) -> None:
    holder, raw = holder_at(paths.holder, paths.lock), paths.holder.read_bytes()
    assert holder is not None
    found = set()
    for at in range(len(raw)):
        for bit in range(8):
            paths.holder.write_bytes(raw[:at] + bytes([raw[at] ^ 1 << bit]) + raw[at + 1 :])
            found.add(holder_at(paths.holder, paths.lock))
    # another name of the sum makes it a note of an earlier version
    assert found == {holder, None}


def test_a_note_puts_no_control_character_on_a_terminal(
    open_session: Session, store: Store, paths: YearPaths
) -> None:
    note(paths.holder, user="\x1b[2Jlan\n", host="a\u202eb")
    with pytest.raises(DossierInUse) as refused:
        store.open(YEAR, write=True)
    assert str(refused.value).isprintable()
    open_session.close()


# requests


def test_a_request_is_seen_and_refused(open_session: Session, paths: YearPaths) -> None:
    assert open_session.writer is not None
    assert open_session.writer.request() is None
    request = make_request(paths.request)
    assert paths.request.stat().st_mode & 0o777 == 0o600
    assert open_session.writer.request() == request
    open_session.writer.refuse(request)
    holder = holder_at(paths.holder, paths.lock)
    assert holder is not None
    assert (holder.refused, holder.pid) == (request.token, str(os.getpid()))
    withdraw(paths.request, request)
    assert open_session.writer.request() is None
    open_session.close()


def test_a_later_request_takes_the_place_of_an_earlier_one(store: Store, paths: YearPaths) -> None:
    store.folder.mkdir(exist_ok=True)
    first, second = make_request(paths.request), make_request(paths.request)
    withdraw(paths.request, first)
    assert request_at(paths.request) == second


@pytest.mark.parametrize("content", ["", "{}", '{"token": ""}', "[1]"])
def test_what_is_no_request_is_none(store: Store, paths: YearPaths, content: str) -> None:
    store.folder.mkdir(exist_ok=True)
    paths.request.write_text(content)
    assert request_at(paths.request) is None


def test_a_request_of_a_process_that_is_gone_is_none_and_goes(store: Store, paths: YearPaths) -> None:
    store.folder.mkdir(exist_ok=True)
    note(paths.request, token="t", pid=NOBODY)
    assert request_at(paths.request) is None
    with store.open(YEAR, write=True):
        assert not paths.request.exists()


def test_the_lock_is_free_when_nobody_holds_it(open_session: Session, paths: YearPaths) -> None:
    assert not is_free(paths)
    open_session.close()
    assert is_free(paths)
    assert is_free(paths)


# files that go away


def remove_lock(folder: Path) -> None:
    (folder / ".2019-2020.lock").unlink()


def replace_lock(folder: Path) -> None:
    (folder / "other").touch()
    (folder / "other").replace(folder / ".2019-2020.lock")


def remove_journal(folder: Path) -> None:
    (folder / JOURNAL).unlink()


def replace_journal(folder: Path) -> None:
    shutil.copy(folder / JOURNAL, folder / "other")
    (folder / "other").replace(folder / JOURNAL)


def write_into_journal(folder: Path) -> None:
    with (folder / JOURNAL).open("ab") as file:
        file.write(b"x\n")


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def replace_folder(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("copy"))
    folder.rename(folder.with_name("old"))
    folder.with_name("copy").rename(folder)


GOING = [
    remove_lock,
    replace_lock,
    remove_journal,
    replace_journal,
    write_into_journal,
    remove_folder,
    replace_folder,
]


@pytest.mark.parametrize("reopened", [False, True])
@pytest.mark.parametrize("go", GOING)
def test_nothing_is_saved_into_files_that_are_gone(store: Store, go: Any, reopened: bool) -> None:
    session = store.open(YEAR, write=True)
    session.dossier.set(PHONE, "1")
    if reopened:  # the journal is opened by the first change only
        session.close()
        session = store.open(YEAR, write=True)
    go(store.folder)
    for _ in range(2):
        with pytest.raises(DossierGone, match="KHÔNG lưu được nữa"):
            session.dossier.set(PHONE, "2")
        assert not session.is_writable
    assert session.dossier.content.value(PHONE) == "1"
    made = (store.folder / JOURNAL).exists()
    assert made == (go not in (remove_journal, remove_folder))


@pytest.mark.parametrize("go", GOING)
def test_no_draft_is_written_beside_files_that_are_gone(store: Store, go: Any) -> None:
    session = store.open(YEAR, write=True)
    session.dossier.set(PHONE, "1")
    draft_file = session.draft_file
    assert draft_file is not None
    draft_file.want(PHONE, "2")
    draft_file.save()
    go(store.folder)
    before = contents(store.folder)
    for deed in (draft_file.save, draft_file.set_aside):
        draft_file.want(PHONE, "23")
        with pytest.raises(DossierGone, match="KHÔNG lưu được nữa"):
            deed()
    draft_file.want(None)
    with pytest.raises(DossierGone):
        draft_file.save()
    assert contents(store.folder) == before
    assert not session.is_writable, "it was noticed with the draft"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*") if path.is_file()}


@pytest.mark.parametrize("go", GOING)
def test_that_files_are_gone_is_noticed_without_a_change(store: Store, go: Any) -> None:
    session = store.open(YEAR, write=True)
    session.dossier.set(PHONE, "1")
    session.notice_loss()
    assert session.loss == ""
    go(store.folder)
    session.notice_loss()
    assert "KHÔNG lưu được nữa" in session.loss


def test_after_the_lock_was_removed_only_the_second_session_writes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_writer, "ROTATE_AT", 1)
    first = store.open(YEAR, write=True)
    first.dossier.set(PHONE, "1")
    remove_lock(store.folder)
    with store.open(YEAR, write=True) as second:
        second.dossier.set(PHONE, "2")
        second.fold()
        with pytest.raises(DossierGone):
            first.fold()
        with pytest.raises(DossierGone):
            first.dossier.set(PHONE, "3")
        with pytest.raises(DossierGone):
            first.send((), {})
        with pytest.raises(DossierGone):
            first.close()
        assert (store.folder / ".2019-2020.holder").exists()
        second.dossier.set(PHONE, "4")
    assert phone(store) == "4"
    with store.open(YEAR, write=True) as session:
        assert session.notices == []
        values = [change.edits[0].new for change in session.dossier.journal.changes()]
    assert values == ["1", "2", "4"]


def test_what_was_saved_is_folded_though_the_journal_was_removed(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        remove_journal(store.folder)
        with pytest.raises(DossierGone):
            session.dossier.set(PHONE, "2")
    assert phone(store) == "1"


def test_this_session_names_no_terminal_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.__stdin__", None)
    assert this_session().tty == ""
