"""The store without faults: undo over restarts, folds, clock, modes, lock, readers."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import forms.store.store_writer as module
from forms.dossier.content import Content, Edit, empty_content
from forms.dossier.roster import SchoolYear
from forms.model.errors import DossierInUse, NewerSchema, StorageError
from forms.sets.mn2019.form import FORM
from forms.store.chain.journal_lines import START
from forms.store.main_file import Header, encode_main
from forms.store.store import NoDossier, Store
from tests.forms.store_cases import MAIN, PHONE, START_DAY, YEAR, ZONE, Clock


def ordered(content: Content) -> list[Any]:
    return [content.tree, *(list(content.records(place)) for place in FORM.list_places)]


def journals(store: Store) -> list[str]:
    return sorted(path.name for path in (store.folder / "backups").glob("*.journal"))


def test_a_new_dossier_writes_nothing_before_its_first_change(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        assert session.dossier.content == empty_content(YEAR)
        session.fold()
    assert os.listdir(store.folder) == [".2019-2020.lock"]
    assert store.years() == []
    with pytest.raises(NoDossier, match="Chưa có hồ sơ năm học 2019-2020"):
        store.open(YEAR, write=False)


def test_undo_and_redo_reach_back_over_restarts(store: Store) -> None:
    for text in ("1", "2", "3"):
        with store.open(YEAR, write=True) as session:
            session.dossier.set(PHONE, text)
    for wanted in ("2", "1", None):
        with store.open(YEAR, write=True) as session:
            assert session.dossier.undo() is not None
            assert session.dossier.content.value(PHONE) == wanted
    with store.open(YEAR, write=True) as session:
        assert session.dossier.undo() is None
        for _ in range(3):
            assert session.dossier.redo() is not None
        assert session.dossier.content.value(PHONE) == "3"
        assert session.dossier.redo() is None


def test_a_fold_without_changes_writes_nothing(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        session.fold()
        before = (store.folder / MAIN).read_bytes()
        session.fold()
    with store.open(YEAR, write=True) as session:
        session.fold()
    assert (store.folder / MAIN).read_bytes() == before
    assert json.loads(before.partition(b"\n")[0])["gen"] == 1


def test_folds_in_a_thread_never_mix_with_edits(store: Store) -> None:
    stop = threading.Event()
    failures: list[BaseException] = []

    def fold() -> None:
        try:
            while not stop.is_set():
                session.fold()
        except BaseException as error:
            failures.append(error)

    with store.open(YEAR, write=True) as session:
        thread = threading.Thread(target=fold)
        thread.start()
        for number in range(200):
            session.dossier.set(PHONE, str(number))
            session.dossier.set(("children", f"c{number:04}"), {})
        stop.set()
        thread.join()
    assert failures == []
    with store.open(YEAR, write=False) as reopened:
        assert reopened.notices == []
        assert ordered(reopened.dossier.content) == ordered(session.dossier.content)


@pytest.mark.promise("R9")
def test_a_clock_that_went_back_is_said_and_changes_nothing(store: Store, clock: Clock) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    clock.now = datetime(1970, 1, 1, tzinfo=ZONE)
    with store.open(YEAR, write=True) as session:
        assert len(session.notices) == 1
        assert session.notices[0].startswith("Đồng hồ máy lùi: lần ghi trước lúc 08:12 ngày 19/09/2019")
        session.dossier.set(PHONE, "2")
    with store.open(YEAR, write=True) as session:
        assert session.notices == []
        assert session.dossier.content.value(PHONE) == "2"


@pytest.fixture
def no_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.promise("R26")
@pytest.mark.usefixtures("no_umask")
@pytest.mark.parametrize("mask", [0, 0o777])
def test_files_and_folders_are_private_whatever_the_umask(rotated_under: Any, mask: int) -> None:
    folder = rotated_under(mask)
    modes = {path.name: path.stat().st_mode & 0o7777 for path in [folder, *folder.rglob("*")]}
    assert len(modes) >= 7
    for name, mode in modes.items():
        assert mode == (0o700 if name in (folder.name, "backups") else 0o600), name


@pytest.fixture
def rotated_under(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    def make(mask: int) -> Path:
        os.umask(mask)
        monkeypatch.setattr(module, "ROTATE_AT", 1)
        with Store(tmp_path / "a" / "b", lambda: START_DAY).open(YEAR, write=True) as session:
            for text in "123":
                session.dossier.set(PHONE, text)
                session.fold()
            session.dossier.set(PHONE, "4")
        return tmp_path / "a" / "b"

    return make


@pytest.mark.promise("R10", "R32")
def test_a_newer_schema_is_refused_and_left_alone(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    import forms.store.main_file as main_file

    path = store.folder / MAIN
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(main_file, "SCHEMA", main_file.SCHEMA + 1)
        raw = encode_main(Header(2, 1, START, "2019-09-19T08:12:00"), {"new": {}})
    path.write_bytes(raw)
    for write in (True, False):
        with pytest.raises(NewerSchema, match="bản nhomtre mới hơn"):
            store.open(YEAR, write=write)
    assert path.read_bytes() == raw


@pytest.mark.promise("R7")
def test_the_second_writer_is_refused_until_the_first_closes(store: Store) -> None:
    with store.open(YEAR, write=True) as first:
        with pytest.raises(DossierInUse, match=r"đang mở ở máy .*, người dùng"):
            store.open(YEAR, write=True)
        (store.folder / ".2019-2020.holder").write_bytes(b"")
        with pytest.raises(DossierInUse, match="không rõ ai"):
            store.open(YEAR, write=True)
        with store.open(SchoolYear(2020), write=True):
            pass
        first.close()
        first.close()
    with store.open(YEAR, write=True):
        pass


def test_a_closed_dossier_takes_no_change(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
    with pytest.raises(StorageError, match="đã đóng"):
        session.dossier.set(PHONE, "2")
    assert session.dossier.content.value(PHONE) == "1"


def test_a_value_that_cannot_be_written_is_refused(store: Store) -> None:
    with store.open(YEAR, write=True) as session:
        for value in ("\ud800", float("nan")):
            with pytest.raises(StorageError, match="không ghi được"):
                session.dossier.set(PHONE, value)
        session.dossier.set(PHONE, "1")
    with store.open(YEAR, write=False) as session:
        assert session.dossier.seq == 1


def test_a_reader_beside_a_writer_sees_every_state_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROTATE_AT", 2000)
    with store.open(YEAR, write=True) as writer:
        for number in range(60):
            writer.dossier.commit([Edit(PHONE, writer.dossier.content.value(PHONE), str(number))])
            with store.open(YEAR, write=False) as reader:
                assert reader.notices == []
                assert reader.dossier.seq == writer.dossier.seq
                assert ordered(reader.dossier.content) == ordered(writer.dossier.content)
            if number % 3 == 0:
                writer.fold()
    assert len(journals(store)) > 2
    # a reader's history ends where it was opened
    assert [change.seq for change in reader.dossier.journal.changes()] == list(range(1, 61))


def test_a_reader_survives_a_fold_and_rotation_in_the_middle_of_opening(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    import forms.store.recovery as recovery

    monkeypatch.setattr(module, "ROTATE_AT", 1)
    with store.open(YEAR, write=True) as writer:
        writer.dossier.set(PHONE, "1")
        writer.fold()
        writer.dossier.set(PHONE, "2")
        real = recovery._from_main

        def interrupted(*arguments: Any) -> Any:
            if writer.dossier.seq < 6:
                for text in "345":
                    writer.dossier.set(PHONE, text)
                    writer.fold()
                writer.dossier.set(PHONE, "6")
            return real(*arguments)

        monkeypatch.setattr(recovery, "_from_main", interrupted)
        with store.open(YEAR, write=False) as reader:
            assert reader.notices == []
            assert reader.dossier.content.value(PHONE) == "6"


def test_who_and_when_stand_in_every_change(store: Store, clock: Clock) -> None:
    with store.open(YEAR, write=True) as session:
        clock.now = datetime(2019, 9, 19, 14, 5, 3, tzinfo=ZONE)
        session.dossier.set(PHONE, "1", "sửa số")
        (change,) = session.dossier.journal.changes()
    assert (change.at, change.who, change.reason) == ("2019-09-19T14:05:03+07:00", "thử@máy", "sửa số")
    with Store(store.folder).open(YEAR, write=True) as session:
        assert "@" in session.dossier.who
