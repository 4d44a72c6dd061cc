"""Disks that are full in any way, and disks that know no links, modes or capital letters."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forms.model.errors import StorageError
from forms.store.store import Store
from forms.store.year_paths import YearPaths
from tests.faults.editing import YEAR, ordered
from tests.faults.injection import JOURNAL, MAIN, PHONE, ROOT, calls_of, copy, every_call, newest, store
from tui.cli.main import main

pytestmark = pytest.mark.slow

SMALL = 200_000
SAVING = """
import resource, signal, sys
from pathlib import Path
from forms.model.errors import StorageError
from tests.faults.injection import store
from tests.faults.editing import YEAR
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
with store(Path(sys.argv[1])).open(YEAR, write=True) as session:
    told = ""
    for number in range(10_000):
        try:
            session.dossier.set(("facility", "address"), f"{number} " + "x" * 900)
        except StorageError as error:
            told = str(error)
            break
        session.fold()
    sys.stdout.write(f"{number} {told}\\n")
    session.dossier.content.value(("facility", "address"))
"""


@pytest.mark.promise("R5")
def test_a_file_that_may_not_grow_further_loses_nothing(tmp_path: Path) -> None:
    """The largest size of a file is what a quota is to a process: a write is cut short, then refused."""
    folder = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, "-c", SAVING, str(folder), str(SMALL)],
        capture_output=True,
        check=True,
        text=True,
        cwd=ROOT,
        timeout=60,
    )
    number, _, told = done.stdout.strip().partition(" ")
    assert "an toàn" in told
    assert 0 < (folder / JOURNAL).stat().st_size <= SMALL
    with store(folder).open(YEAR, write=True) as session:
        assert session.notices == []
        address = session.dossier.content.value(("facility", "address"))
        assert isinstance(address, str) and address.startswith(f"{int(number) - 1} ")
        session.dossier.set(PHONE, "0909")
    assert (folder / MAIN).exists()


def when_writing(_number: int, name: str, _args: Any) -> bool:
    return name in ("write", "ftruncate")


def when_making(_number: int, name: str, args: Any) -> bool:
    """No more names: nothing new can be made, what is there can grow."""
    return name == "mkdir" or (name == "open" and bool(args[1] & os.O_CREAT) and not Path(args[0]).exists())


@pytest.mark.promise("R5")
@pytest.mark.parametrize(
    "code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG], ids=lambda code: errno.errorcode[code]
)
@pytest.mark.parametrize("when", [when_writing, when_making])
def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(
    sample: Path, tmp_path: Path, code: int, when: Callable[[int, str, Any], bool]
) -> None:
    folder, old = copy(sample, tmp_path, "data"), newest(sample)

    def act(number: int, name: str, args: Any) -> None:
        if when(number, name, args):
            raise OSError(code, "on purpose")

    with store(folder).open(YEAR, write=True) as session:
        with every_call(act):
            for text in ("1", "2"):
                if when is when_writing:
                    with pytest.raises(StorageError, match="an toàn"):
                        session.dossier.set(PHONE, text)
                else:
                    session.dossier.set(PHONE, text)
            if when is when_making:
                with pytest.raises(StorageError, match="an toàn"):
                    session.fold()
            assert newest(folder) == ordered(session.dossier.content)
        assert (ordered(session.dossier.content) == old) == (when is when_writing)
        session.dossier.set(PHONE, "3")
    with store(folder).open(YEAR, write=True) as session:
        assert session.notices == []
        assert session.dossier.content.value(PHONE) == "3"


@pytest.mark.promise("R5")
@pytest.mark.parametrize(
    "code", [errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.EIO], ids=lambda code: errno.errorcode[code]
)
def test_a_system_that_takes_no_advice_about_files_saves_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """A kernel may be built without that call (CONFIG_ADVISE_SYSCALLS), and a container may forbid it."""

    def refuse(*_: Any) -> None:
        raise OSError(code, "no advice")

    monkeypatch.setattr(os, "posix_fadvise", refuse)
    with store(tmp_path).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "1")
        calls = calls_of(lambda: session.dossier.set(PHONE, "2"))
    assert calls.index("write") < calls.index("fdatasync")
    assert newest(tmp_path)["facility"] == {"phone": "2"}


@pytest.fixture
def plain_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """As FAT32 and exFAT: no links, no modes; a folder cannot be synced."""

    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(errno.EPERM, "not on this disk")

    real = os.fsync

    def sync(fd: int) -> None:
        if not os.path.isfile(f"/proc/self/fd/{fd}"):
            raise OSError(errno.EINVAL, "not on this disk")
        real(fd)

    for name in ("link", "symlink", "fchmod", "chmod"):
        monkeypatch.setattr(os, name, refuse)
    monkeypatch.setattr(os, "fsync", sync)


@pytest.mark.promise("R11")
@pytest.mark.usefixtures("plain_disk")
def test_a_dossier_lives_on_a_plain_disk_and_comes_back_from_it(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = newest(sample)
    there, stick, here = tmp_path / "fat", tmp_path / "stick", tmp_path / "other pc"
    stick.mkdir()
    there.mkdir()
    for path in (MAIN, JOURNAL):
        (there / path).write_bytes((sample / path).read_bytes())
    with store(there).open(YEAR, write=True) as session:
        assert ordered(session.dossier.content) == wanted
        session.dossier.set(PHONE, "0909")
        session.fold()
        session.dossier.undo()
        head = session.head
    assert list((there / "backups").glob("2019-2020.0*.json"))
    assert main(["--data", str(there), "backup", str(stick)]) == 0
    (backup,) = stick.iterdir()
    assert main(["--data", str(here), "restore", "--yes", str(backup)]) == 0
    capsys.readouterr()
    assert newest(here) == wanted
    with store(here).open(YEAR, write=False) as session:
        assert session.head == head, "the sum of all changes"
        assert len(list(session.dossier.journal.changes())) == session.dossier.seq


@pytest.mark.promise("R11")
def test_no_two_names_differ_by_capitals_alone_and_windows_takes_all_of_them(
    sample: Path, tmp_path: Path
) -> None:
    folder = copy(sample, tmp_path, "data")
    with Store(folder).open(YEAR, write=True) as session:
        session.dossier.set(PHONE, "0909")
    paths = YearPaths(folder, YEAR)
    made = (paths.damaged(MAIN), paths.temporary(MAIN), paths.draft, paths.request, paths.rolled(1, 2))
    names = {path.relative_to(folder).as_posix() for path in (*folder.rglob("*"), *made)}
    assert len({name.casefold() for name in names}) == len(names) >= 10
    for name in names:
        assert not set(name) & set('<>:"|?*\\') and name.isascii(), name
        assert not name.endswith((".", " ")), name
