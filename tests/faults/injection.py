"""Failing calls and made-up folders: what the fault tests are built of."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from forms.dossier.content import Content
from forms.store.store import Session, Store
from tests.faults.editing import YEAR, clock, in_memory, ordered, step

FULL = os.environ.get("NHOMTRE_FULL") == "1"
ENDED = 9
"""The exit status of a process that ``end_at`` ended."""
ROOT = str(Path(__file__).parents[2])
MAIN, JOURNAL = "2019-2020.json", "2019-2020.journal"
CALLS = (
    "open",
    "write",
    "read",
    "lseek",
    "posix_fadvise",
    "fsync",
    "fdatasync",
    "fchmod",
    "chmod",
    "ftruncate",
    "close",
    "link",
    "replace",
    "unlink",
    "mkdir",
    "rmdir",
    "listdir",
    "stat",
    "lstat",
    "fstat",
    "truncate",
    "rename",
    "scandir",
)
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
VIETNAMESE = set("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
PHONE = ("facility", "phone")


@contextmanager
def every_call(act: Callable[[int, str, Any], None]) -> Iterator[None]:
    """Call *act* with the number and name of every call to the system before it is made."""
    number = 0
    saved = {name: getattr(os, name) for name in CALLS}

    def wrap(name: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            nonlocal number
            number += 1
            try:
                act(number, name, args)
            except OSError:
                if name == "close":
                    saved[name](*args, **options)
                raise
            return saved[name](*args, **options)

        return call

    for name in CALLS:
        setattr(os, name, wrap(name))
    try:
        yield
    finally:
        for name in CALLS:
            setattr(os, name, saved[name])


def fail_at(wanted: int, code: int) -> Callable[[int, str, Any], None]:
    def act(number: int, _name: str, _args: Any) -> None:
        if number == wanted:
            raise OSError(code, "on purpose")

    return act


def store(folder: Path) -> Store:
    return Store(folder, clock, "thử")


def edit(session: Session, count: int, seed: str = "fault") -> None:
    for number in range(count):
        step(session.dossier, f"{seed}.{number}")


def crashed_after(folder: Path, work: Callable[[Session], object]) -> None:
    """Do *work* in a process of its own that ends without closing anything."""
    pid = os.fork()
    if not pid:
        try:
            work(store(folder).open(YEAR, write=True))
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitpid(pid, 0)[1] == 0


def newest(folder: Path) -> dict[str, object]:
    with store(folder).open(YEAR, write=False) as session:
        return ordered(session.dossier.content)


def after(content: Content) -> dict[str, object]:
    dossier = in_memory(content, (), 0)
    dossier.set(PHONE, "0909")
    return ordered(dossier.content)


def copy(sample: Path, tmp_path: Path, name: object) -> Path:
    folder = tmp_path / str(name)
    shutil.copytree(sample, folder)
    return folder


def some(calls: int, of: int, turn: int = 0) -> range:
    """The numbers of those of so many calls that are tried, beginning at another one each *turn*; all of them in a full run."""
    return range(1, calls + 1) if FULL else range(1 + turn % of, calls + 1, of)


def calls_of(work: Callable[[], object]) -> list[str]:
    names: list[str] = []
    with every_call(lambda _number, name, _args: names.append(name)):
        work()
    return names


def generations(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("*.json"))


def in_a_child(work: Callable[[], int | None], act: Callable[[int, str, Any], None] = lambda *_: None) -> int:
    """The exit status of *work*, 0 for None, in a process of its own, with *act* before each call."""
    pid = os.fork()
    if not pid:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        status = 99
        try:
            with every_call(act):
                status = work() or 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def end_at(wanted: int) -> Callable[[int, str, Any], None]:
    def act(number: int, _name: str, _args: Any) -> None:
        if number == wanted:
            os._exit(ENDED)

    return act
