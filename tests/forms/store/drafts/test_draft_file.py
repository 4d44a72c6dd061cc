"""The draft file: private, whole or not there, last wish wins; dropped drafts stay for thirty days."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from forms.model.errors import StorageError
from forms.store.drafts.draft import decode_draft
from forms.store.drafts.draft_file import DraftFile
from forms.store.store import Store
from forms.store.year_paths import YearPaths
from tests.faults.injection import ERRORS, calls_of, every_call, fail_at
from tests.forms.store_cases import PHONE, START_DAY, YEAR, Clock

CELL = ("cells", "T4", "203", "TU_THUC.permanent")
NAME = "2019-2020.draft"
Open = Callable[[], DraftFile]


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Open:
    """A session after another: the file as a new one finds it."""

    def open_it() -> DraftFile:
        file = DraftFile(YearPaths(tmp_path, YEAR), lambda: None, clock)
        assert file.open() == []
        return file

    return open_it


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def kept(file: DraftFile, text: str = "12", path: tuple[str, ...] = CELL) -> None:
    file.want(path, text, 1)
    file.save()


def text_in(path: Path) -> str:
    return decode_draft(path.read_bytes()).text


def test_what_is_wanted_is_offered_to_the_next_session(opened: Open, tmp_path: Path) -> None:
    kept(opened())
    offered = opened().offered
    assert offered is not None
    assert offered == (CELL, "12", 1, START_DAY.isoformat())
    assert names(tmp_path) == [NAME]


def test_the_file_is_private_whatever_the_umask(opened: Open, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        kept(opened())
    finally:
        os.umask(before)
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


def test_it_is_gone_when_no_draft_is_wanted_any_more(opened: Open, tmp_path: Path) -> None:
    file = opened()
    kept(file)
    file.want(None)
    file.save()
    assert names(tmp_path) == []


def test_a_writing_that_comes_late_writes_what_is_wanted_by_then(opened: Open, tmp_path: Path) -> None:
    file = opened()
    file.want(CELL, "1")
    file.want(None)
    file.save()
    assert names(tmp_path) == []


def test_the_same_text_is_written_once(opened: Open, clock: Clock) -> None:
    file = opened()
    kept(file)
    clock.now += timedelta(minutes=5)
    assert calls_of(lambda: kept(file)) == []
    assert "write" in calls_of(lambda: kept(file, "123"))


def test_a_draft_that_nobody_answered_is_not_overwritten(opened: Open, tmp_path: Path) -> None:
    kept(opened(), "12")
    file = opened()
    kept(file, "99")
    assert names(tmp_path) == [NAME, f"{NAME}.2019-09-19.1"]
    assert (text_in(tmp_path / NAME), text_in(tmp_path / f"{NAME}.2019-09-19.1")) == ("99", "12")
    assert file.offered is None


def test_no_draft_wanted_leaves_the_offered_one(opened: Open) -> None:
    kept(opened())
    opened().save()
    assert opened().offered is not None


def test_an_accepted_draft_goes_on(opened: Open, tmp_path: Path) -> None:
    kept(opened())
    file = opened()
    file.accept()
    kept(file, "123")
    assert names(tmp_path) == [NAME]
    file.want(None)
    file.save()
    assert names(tmp_path) == []


def test_a_dropped_draft_stays_thirty_days(opened: Open, clock: Clock, tmp_path: Path) -> None:
    for text in ("1", "2"):
        file = opened()
        kept(file, text)
        file.set_aside()
    assert names(tmp_path) == [f"{NAME}.2019-09-19.1", f"{NAME}.2019-09-19.2"]
    assert [text_in(path) for path in sorted(tmp_path.iterdir())] == ["1", "2"]
    clock.now += timedelta(days=30)
    assert opened().offered is None
    assert len(names(tmp_path)) == 2
    clock.now += timedelta(days=1)
    opened()
    assert names(tmp_path) == []


def test_only_our_own_old_drafts_are_removed(opened: Open, clock: Clock, tmp_path: Path) -> None:
    others = ["2018-2019.draft.2000-01-01.1", f"{NAME}.2000-01-01.x", f"{NAME}.old", f"x{NAME}.2000-01-01.1"]
    for name in others:
        (tmp_path / name).write_text("")
    opened()
    assert names(tmp_path) == sorted(others)


@pytest.mark.parametrize("data", [b"", b"\0" * 9, b"{}", b"x" * 200_000])
def test_a_file_that_is_no_draft_is_set_aside_with_a_sentence(
    data: bytes, clock: Clock, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_bytes(data)
    file = DraftFile(YearPaths(tmp_path, YEAR), lambda: None, clock)
    (notice,) = file.open()
    assert notice.startswith(f"Tệp {NAME} không phải phần gõ dở")
    assert file.offered is None
    assert (tmp_path / "backups" / f"{NAME}.1.hong").read_bytes() == data
    kept(file)
    assert names(tmp_path) == [NAME, "backups"]


def test_what_is_no_file_is_set_aside_as_well(clock: Clock, tmp_path: Path) -> None:
    for make in (os.mkfifo, os.mkdir):
        make(tmp_path / NAME)
        file = DraftFile(YearPaths(tmp_path, YEAR), lambda: None, clock)
        assert len(file.open()) == 1
        assert file.offered is None
        assert names(tmp_path) == ["backups"]


@pytest.mark.parametrize("code", ERRORS)
def test_a_write_that_fails_leaves_the_draft_before_or_the_new_one(
    opened: Open, tmp_path: Path, code: int
) -> None:
    file = opened()
    kept(file, "1")
    for number in range(1, len(calls_of(lambda: kept(file, "2"))) + 1):
        kept(file, "1")
        with suppress(StorageError), every_call(fail_at(number, code)):
            kept(file, "22")
        offered = opened().offered
        assert offered is not None
        assert offered.text in ("1", "22")
        assert names(tmp_path) == [NAME]


def test_only_the_writer_has_a_draft(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with store.open(YEAR, write=True) as writer:
        writer.dossier.set(PHONE, "1")
        with store.open(YEAR, write=False) as reader:
            assert reader.draft_file is None
        assert writer.draft_file is not None
        kept(writer.draft_file)
    (tmp_path / NAME).write_bytes(b"")
    with store.open(YEAR, write=False) as reader:
        assert reader.notices == []
    with store.open(YEAR, write=True) as writer:
        assert len(writer.notices) == 1


def test_a_draft_alone_is_no_dossier(opened: Open, tmp_path: Path) -> None:
    kept(opened())
    assert Store(tmp_path).years() == []


@pytest.mark.parametrize("is_put_away", [True, False])
def test_one_that_could_not_be_read_is_put_away_and_not_written_over(
    opened: Open, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, *, is_put_away: bool
) -> None:
    kept(opened(), "12")

    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "on purpose")

    file = DraftFile(YearPaths(tmp_path, YEAR), lambda: None, clock)
    with monkeypatch.context() as patch:
        patch.setattr("forms.store.system.system_calls.read_beginning", refused)
        (told,) = file.open()
    assert NAME in told and file.offered is None
    if is_put_away:
        file.set_aside()
    else:
        kept(file, "34")
        kept(file, "345")
        assert text_in(tmp_path / NAME) == "345"
    assert [draft.text for draft in file.dropped()] == ["12"]


def test_one_that_somebody_took_away_keeps_no_other_from_being_kept(opened: Open, tmp_path: Path) -> None:
    kept(opened(), "12")
    file = opened()
    (tmp_path / NAME).unlink()
    kept(file, "34")
    assert text_in(tmp_path / NAME) == "34"
    assert file.dropped() == []
