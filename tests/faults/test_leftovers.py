"""A fold that fails at the end of a command: what was done is said first and decides, what could not be folded comes after."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from forms.dossier.roster import SchoolYear
from forms.model.errors import StorageError
from forms.store.store import Store
from tests.builders import example_package
from tests.faults.editing import YEAR
from tests.faults.injection import PHONE, store
from tui.cli.main import main

DAY = ("--today", "2019-09-19")
MAIN_FILE = re.compile(r"^\.?\d{4}-\d{4}\.json")
"""Also under the name that it has while it is written."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier that can be sent, folded."""
    (tmp_path / "p.json").write_text(json.dumps(example_package()), "utf-8")
    assert main(["--data", str(tmp_path / "data"), *DAY, "import", str(tmp_path / "p.json")]) == 0
    return tmp_path / "data"


def no_new_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full as soon as a main file is begun."""
    real = os.open

    def full(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if flags & os.O_EXCL and MAIN_FILE.search(Path(path).name):
            raise OSError(errno.ENOSPC, "on purpose")
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", full)


def no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The main file cannot be given its name."""
    real = os.replace

    def denied(source: Any, target: Any, **named: Any) -> None:
        if MAIN_FILE.search(Path(target).name):
            raise OSError(errno.EIO, "on purpose")
        real(source, target, **named)

    monkeypatch.setattr(os, "replace", denied)


def a_package(folder: Path) -> list[str]:
    package = example_package()
    package["facility"]["phone"] = "0909"
    (folder.parent / "q.json").write_text(json.dumps(package), "utf-8")
    return ["import", str(folder.parent / "q.json")]


def a_workbook(folder: Path) -> list[str]:
    book = Workbook()
    book.worksheets[0].append(["Họ tên", "Ngày sinh"])
    book.worksheets[0].append(["Trẻ Mẫu Mới", "7/5/2016"])
    book.save(folder.parent / "ds.xlsx")
    return ["import", str(folder.parent / "ds.xlsx")]


def sending(_folder: Path) -> list[str]:
    return ["send", "--by", "Người Mẫu Gửi"]


def taking(folder: Path) -> list[str]:
    with Store(folder).open(SchoolYear(2019), write=True) as session:
        ref = next(iter(session.dossier.content.records("children")))
        session.dossier.set(("children", ref), None)
    return ["derive"]


def next_year(_folder: Path) -> list[str]:
    return ["roll", "--to", "2020-2021"]


WORK = {a_package: "Đã nhập", a_workbook: "Đã nhận", sending: "Đã gửi", taking: "", next_year: "2020-2021"}


@pytest.mark.slow
@pytest.mark.parametrize("fault", [no_new_file, no_name])
@pytest.mark.parametrize("work", WORK)
def test_what_was_done_is_said_and_then_what_could_not_be_folded(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    work: Callable[[Path], list[str]],
    fault: Callable[[pytest.MonkeyPatch], None],
) -> None:
    arguments = work(folder)
    twin = folder.with_name("twin")
    shutil.copytree(folder, twin)
    capsys.readouterr()
    wanted = main(["--data", str(twin), *DAY, *arguments])
    without = capsys.readouterr()
    with pytest.MonkeyPatch.context() as broken:
        fault(broken)
        status = main(["--data", str(folder), *DAY, *arguments])
    told = capsys.readouterr()
    assert status == wanted == 0
    assert told.out == without.out.replace(str(twin), str(folder))
    *first, last = told.err.splitlines()
    assert first == without.err.replace(str(twin), str(folder)).splitlines()
    assert WORK[work] in told.err + told.out
    assert last.startswith("Chưa ghi được")
    assert "an toàn" in last
    for year in Store(folder).years():  # the journal has it all
        kept, wanted_there = (Store(each).open(year, write=False).dossier.content for each in (folder, twin))
        assert (kept.state, kept.last_sent) == (wanted_there.state, wanted_there.last_sent)
        for part in ("facility", "classes", "children", "staff", "cells"):
            assert kept.tree.get(part) == wanted_there.tree.get(part)


def test_a_refusal_is_said_before_what_could_not_be_folded(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store(folder).open(SchoolYear(2019), write=True) as session:
        session.dossier.set(PHONE, "0909")
        session.fold()
        session.dossier.set(PHONE, None)
        assert session.writer is not None
        session.writer.release()  # as after a sudden end: the last change is not folded
    capsys.readouterr()
    with pytest.MonkeyPatch.context() as broken:
        no_name(broken)
        status = main(["--data", str(folder), *DAY, "answer", "approve", "--by", "Người Mẫu"])
    *_, first, last = capsys.readouterr().err.splitlines()
    assert status != 0
    assert not first.startswith("Chưa ghi được")
    assert last.startswith("Chưa ghi được")


def test_the_failure_of_the_work_is_not_hidden_by_that_of_the_fold(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as broken:
        with pytest.raises(ZeroDivisionError), store(tmp_path).open(YEAR, write=True) as session:
            session.dossier.set(PHONE, "1")
            no_name(broken)
            raise ZeroDivisionError
        with pytest.raises(StorageError, match="Chưa ghi được"), store(tmp_path).open(YEAR, write=True):
            pass
