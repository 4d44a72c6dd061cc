"""A year that was just rolled, taken back: it ends or fails at any call to the system, and is there as it was or not at all."""

from __future__ import annotations

import errno
import os
from functools import partial
from pathlib import Path

import pytest

from forms.dossier.content import difference
from forms.dossier.dossier import Kind
from forms.model.errors import StorageError
from forms.store import store_writer
from forms.store.store import NoDossier
from tests.builders import example
from tests.faults.editing import YEAR, ordered
from tests.faults.injection import (
    ENDED,
    ERRORS,
    PHONE,
    VIETNAMESE,
    calls_of,
    copy,
    end_at,
    every_call,
    fail_at,
    in_a_child,
    some,
    store,
)


@pytest.fixture(params=["journal in use", "journal put away"])
def begun(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier with the change that it began with, and a generation of it."""
    folder = tmp_path / "begun"
    if request.param == "journal put away":  # as that of a year that begins with thousands
        monkeypatch.setattr(store_writer, "ROTATE_AT", 1)
    with store(folder).open(YEAR, write=True) as session:
        session.dossier.commit(difference(session.dossier.content, example()), kind=Kind.FIRST)
        session.fold()
        assert session.writer is not None
        session.writer.fold(again=True)
    return folder


def state(folder: Path) -> dict[str, object] | None:
    try:
        with store(folder).open(YEAR, write=False) as session:
            return ordered(session.dossier.content)
    except NoDossier:
        return None


def withdraw(folder: Path) -> None:
    with store(folder).open(YEAR, write=True) as session:
        session.withdraw()


def test_what_was_withdrawn_is_gone_with_its_copies(begun: Path) -> None:
    assert any(name.endswith(".json") for name in os.listdir(begun / "backups"))
    with store(begun).open(YEAR, write=True) as session:
        session.withdraw()
        with pytest.raises(StorageError, match="đã đóng"):
            session.dossier.set(PHONE, "1")
        with store(begun).open(YEAR, write=True):
            pass
    assert sorted(os.listdir(begun)) == [".2019-2020.lock", "backups"]
    assert os.listdir(begun / "backups") == []
    assert store(begun).years() == []


def test_a_dossier_with_a_change_of_its_own_is_not_withdrawn(begun: Path) -> None:
    with store(begun).open(YEAR, write=True) as session:
        assert session.is_as_begun
        session.dossier.set(PHONE, "0909")
        with pytest.raises(StorageError):
            session.withdraw()
        assert session.is_writable
    with store(begun).open(YEAR, write=False) as session, pytest.raises(StorageError):
        session.withdraw()


@pytest.mark.promise("R2")
@pytest.mark.slow
def test_it_may_end_at_every_call(begun: Path, tmp_path: Path) -> None:
    wanted = state(begun)
    twin = copy(begun, tmp_path, "twin")
    calls = len(calls_of(lambda: withdraw(twin)))
    seen = []
    for number in some(calls + 1, 2):
        folder = copy(begun, tmp_path, number)
        status = in_a_child(partial(withdraw, folder), end_at(number))
        assert status == (ENDED if number <= calls else 0)
        found = state(folder)
        assert found in (wanted, None)
        seen.append(found is None)
        if found:
            with store(folder).open(YEAR, write=True) as session:
                assert not any("hỏng" in notice for notice in session.notices)
                session.withdraw()
    assert seen == sorted(seen) and set(seen) == {False, True}


@pytest.mark.promise("R2")
@pytest.mark.slow
@pytest.mark.parametrize("code", ERRORS, ids=lambda code: errno.errorcode[code])
def test_every_call_may_fail(begun: Path, tmp_path: Path, code: int) -> None:
    wanted = state(begun)
    twin = copy(begun, tmp_path, "twin")
    names = calls_of(lambda: withdraw(twin))
    for number in some(len(names), len(ERRORS), ERRORS.index(code)):
        folder = copy(begun, tmp_path, number)
        told = ""
        with every_call(fail_at(number, code)):
            try:
                withdraw(folder)
            except StorageError as error:
                told = str(error)
        assert not told or VIETNAMESE & set(told)
        found = state(folder)
        assert found in (wanted, None), names[number - 1]
        assert told or found is None, names[number - 1]
