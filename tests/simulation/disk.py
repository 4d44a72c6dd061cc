"""A disk below one folder, as the calls to the system see it: what is on it, and what only the memory of the computer holds.

The files are real, so that whatever reads finds them. Beside them stands what a power cut would leave: bytes of a file
survive once it was synced, names once their folder was. The others survive or not, each for itself, in any order. Every call
can be made to fail, to do half of its work, or to be the last one of its process.
"""

from __future__ import annotations

import errno
import gc
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from forms.store.system import platform_calls

CHANGING = (
    "write", "fsync", "fdatasync", "ftruncate", "truncate", "link", "replace", "rename", "unlink", "remove", "mkdir",
    "rmdir", "fchmod", "chmod",
)  # fmt: skip
LOOKING = ("read", "lseek", "posix_fadvise", "listdir", "stat", "fstat", "close")
TAKING_ROOM = ("write", "link", "mkdir", "open", "replace", "rename")
WRITES = os.O_WRONLY | os.O_RDWR
FIRST_PID = 4_200_000
"""More than the system gives: no number of a living process."""
SECTOR = 512

real = {name: getattr(os, name) for name in (*CHANGING, *LOOKING, "open", "getpid", "kill")}
room_left = platform_calls.free_space


class Ended(BaseException):
    """The process ended at this call, or the whole computer."""


class Process:
    """A process of the program, which ends without a word."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.is_running = True


class Fault(NamedTuple):
    """What goes wrong during a step: *kind* at the call number *at*, an *error* of the system only once or from then on.

    Kinds: ``none``, ``error``, ``short`` (writes and reads do a part), ``altered`` (one file being made gets other bytes),
    ``kill``, ``power``.
    """

    kind: str = "none"
    at: int = 0
    error: int = 0
    is_lasting: bool = False


NO_FAULT = Fault()


class _Open(NamedTuple):
    process: Process
    inode: int
    path: str


class _File:
    """The bytes that are on the disk, and what was done to them since."""

    def __init__(self, synced: bytes, mode: int) -> None:
        self.synced = synced
        self.mode = mode
        self.pending: list[tuple[int, bytes | None]] = []
        """Offset and bytes; without bytes the file ends there."""

    def after(self, steps: list[tuple[int, bytes | None]]) -> bytes:
        data = bytearray(self.synced)
        for offset, part in steps:
            if part is None:
                data = data[:offset].ljust(offset, b"\0")
            else:
                data = data.ljust(offset, b"\0")
                data[offset : offset + len(part)] = part
        return bytes(data)

    def survivor(self, random: Random) -> bytes:
        """What a power cut leaves of it."""
        mood = random.random()
        if mood < 0.3 or not self.pending:
            return self.synced
        if mood < 0.5:
            return self.after(self.pending)
        count = random.randrange(len(self.pending) + 1)
        steps = [step for step in self.pending[:count] if mood < 0.8 or random.random() < 0.5]
        if count < len(self.pending):
            offset, data = self.pending[count]
            if data is not None:
                cut = random.randrange(len(data) + 1)
                steps.append((offset, data[:cut] if random.random() < 0.7 else bytes(cut)))
        return self.after(steps)


class _Naming:
    """A name that leads to a file or a folder from now on, or to nothing."""

    def __init__(self, folder: int, name: str, inode: int | None, needs: _Naming | None = None) -> None:
        self.place = (folder, name)
        self.inode = inode
        self.needs = needs
        """What must be on disk before this: a file that is renamed is never without a name."""


class Disk:
    """The disk below *root*, for all processes of a computer; a context manager, inside of which the calls go through it."""

    def __init__(self, root: Path) -> None:
        root.mkdir(parents=True, exist_ok=True)
        self.root = root
        self._prefix = str(root)
        self._files: dict[int, _File] = {}
        self._folders: dict[int, int] = {}
        self._names: dict[tuple[int, str], int] = {}
        self._pending: list[_Naming] = []
        self._held: dict[int, _Open] = {}
        self._dead_ends: set[int] = set()
        self.process = Process(FIRST_PID)
        self._processes = [self.process]
        self._fault = NO_FAULT
        self._is_dying = False
        self.calls = 0
        """Calls of the step, those that change something only where the process is to end at one."""
        self.all_calls = 0
        self.free = 1 << 40
        self.has_links = True
        """Whether a file may have two names: not on a stick."""
        self.settle()

    # Processes

    def new_process(self) -> Process:
        process = Process(FIRST_PID + len(self._processes))
        self._processes.append(process)
        return process

    def kill(self, process: Process) -> None:
        """End a process: what it held is free, what it wrote stays."""
        process.is_running = False
        for fd, held in list(self._held.items()):
            if held.process is process:
                del self._held[fd]
                with suppress(OSError):
                    if real["fstat"](fd).st_ino == held.inode:
                        # the number stays taken: whoever still knows it must not close another file
                        os.dup2(self._nowhere, fd)
                        self._dead_ends.add(fd)

    @contextmanager
    def under(self, process: Process, fault: Fault = NO_FAULT) -> Iterator[None]:
        """Calls inside are those of *process*; Ended comes out when it ended."""
        before, self.process = self.process, process
        self._fault, self.calls, self._is_dying = fault, 0, False
        try:
            yield
            if self._is_dying:
                raise Ended
        finally:
            is_dying, self._fault, self._is_dying = self._is_dying, NO_FAULT, False
            self.process = before
            if is_dying:
                self.kill(process)

    # What a power cut leaves

    def settle(self) -> None:
        """Everything that is there is on disk."""
        self._files, self._names, self._pending, self._folders = {}, {}, [], {}
        for place, folders, names in os.walk(self.root):
            inode = real["stat"](place).st_ino
            self._folders[inode] = real["stat"](place).st_mode & 0o777
            for name in (*folders, *names):
                status = os.lstat(os.path.join(place, name))
                self._names[inode, name] = status.st_ino
                if name in names:
                    self._know(status.st_ino, os.path.join(place, name))

    def put(self, path: Path, data: bytes | None) -> None:
        """What somebody does by hand, durably: *path* holds *data* from now on, or is not there."""
        with suppress(FileNotFoundError):
            real["unlink"](path)
        place = (real["stat"](path.parent).st_ino, path.name)
        self._pending = [naming for naming in self._pending if naming.place != place]
        self._names.pop(place, None)
        if data is not None:
            fd = real["open"](path, os.O_WRONLY | os.O_CREAT, 0o600)
            real["write"](fd, data)
            inode = real["fstat"](fd).st_ino
            real["close"](fd)
            self._files[inode] = _File(data, 0o600)
            self._names[place] = inode

    def lose_power(self, random: Random) -> None:
        """End every process and keep of the disk what survives."""
        for process in self._processes:
            self.kill(process)
        names = self._surviving_names(random)
        contents = {
            inode: self._files[inode].survivor(random)
            # by name: numbers of files differ from run to run
            for _, inode in sorted(names.items(), key=lambda item: item[0][1])
            if inode in self._files
        }
        modes = {inode: file.mode for inode, file in self._files.items()} | self._folders
        for name in os.listdir(self.root):
            path = os.path.join(self.root, name)
            shutil.rmtree(path) if os.path.isdir(path) else real["unlink"](path)
        below: dict[int, list[tuple[str, int]]] = {}
        for (folder, name), inode in names.items():
            below.setdefault(folder, []).append((name, inode))
        self._lay_down(str(self.root), real["stat"](self.root).st_ino, below, contents, modes)
        self.settle()

    def _lay_down(
        self,
        path: str,
        folder: int,
        below: dict[int, list[tuple[str, int]]],
        contents: dict[int, bytes],
        modes: dict[int, int],
    ) -> None:
        for name, inode in below.get(folder, ()):
            place = os.path.join(path, name)
            if inode in contents:
                fd = real["open"](place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                real["write"](fd, contents[inode])
                real["fchmod"](fd, modes[inode])
                real["close"](fd)
            else:
                real["mkdir"](place, modes.get(inode, 0o700))
                self._lay_down(place, inode, below, contents, modes)

    def _surviving_names(self, random: Random) -> dict[tuple[int, str], int]:
        mood = random.random()
        by_place: dict[tuple[int, str], list[_Naming]] = {}
        for naming in self._pending:
            by_place.setdefault(naming.place, []).append(naming)
        survive: set[_Naming] = set()
        for namings in by_place.values():
            count = 0 if mood < 0.3 else len(namings) if mood < 0.5 else random.randrange(len(namings) + 1)
            survive.update(namings[:count])
        names = dict(self._names)
        while missing := [naming.needs for naming in survive if naming.needs and naming.needs not in survive]:
            for needed in missing:
                here = by_place.get(needed.place, [])
                if needed not in here:
                    here = [needed]  # on disk already
                survive.update(here[: here.index(needed) + 1])
        for naming in self._pending:
            if naming in survive:
                self._name(names, naming)
        return names

    @staticmethod
    def _name(names: dict[tuple[int, str], int], naming: _Naming) -> None:
        if naming.inode is None:
            names.pop(naming.place, None)
        else:
            names[naming.place] = naming.inode

    # The calls

    def __enter__(self) -> Disk:
        marker = tempfile.TemporaryFile(dir=self.root.parent)
        self._nowhere = os.dup(marker.fileno())
        marker.close()
        self._umask = os.umask(0)
        gc.freeze()  # what the season leaves behind is looked through at its end, and nothing else
        for name in (*CHANGING, *LOOKING, "open"):
            setattr(os, name, self._call(name))
        os.getpid = self._pid
        os.kill = self._signal
        platform_calls.free_space = lambda folder: self.free
        return self

    def __exit__(self, *_: object) -> None:
        for name, call in real.items():
            setattr(os, name, call)
        platform_calls.free_space = room_left
        os.umask(self._umask)
        for process in self._processes:
            self.kill(process)
        gc.collect()
        gc.unfreeze()
        nowhere = os.fstat(self._nowhere).st_ino
        for fd in self._dead_ends:
            with suppress(OSError):
                if os.fstat(fd).st_ino == nowhere:
                    os.close(fd)
        os.close(self._nowhere)

    def _pid(self) -> int:
        # a change of number is a fork to the library of locks, which lets go of them
        is_of_locks = sys._getframe(1).f_globals["__name__"].startswith("filelock")
        return real["getpid"]() if is_of_locks else self.process.pid

    def _signal(self, pid: int, number: int) -> None:
        place = pid - FIRST_PID
        if not 0 <= place < len(self._processes):
            real["kill"](pid, number)
        elif number or not self._processes[place].is_running:
            raise ProcessLookupError(errno.ESRCH, os.strerror(errno.ESRCH))

    def _call(self, name: str) -> Callable[..., Any]:
        made = real[name]
        note = getattr(self, f"_on_{name}", None)

        def call(*args: Any, **options: Any) -> Any:
            if not self._is_here(args):
                return made(*args, **options)
            self.all_calls += 1
            changes = name in CHANGING or (name == "open" and bool(args[1] & (WRITES | os.O_CREAT)))
            try:
                self._before(name, args, changes=changes)
            except OSError:
                if name == "close":
                    self._on_close(made, *args)
                raise
            return note(made, *args, **options) if note else made(*args, **options)

        return call

    def _is_here(self, args: tuple[Any, ...]) -> bool:
        subject = args[0] if args else "."
        if isinstance(subject, int):
            return subject in self._held
        return os.fspath(subject).startswith(self._prefix)

    def _before(self, name: str, args: tuple[Any, ...], *, changes: bool) -> None:
        if name == "link" and not self.has_links:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        fault = self._fault
        if self._is_dying:
            if changes:
                raise Ended
            return
        if fault.kind in ("kill", "power"):
            self.calls += changes
            if changes and self.calls == fault.at:
                self._is_dying = True
                raise Ended
            return
        self.calls += 1
        if fault.error == errno.EACCES and self._is_syncing_folder(name, args):
            return  # so answer drives that know no such call: there nothing is promised
        if fault.kind == "error" and (
            self.calls == fault.at
            or (fault.is_lasting and self.calls > fault.at and _is_hit(fault.error, name, changes=changes))
        ):
            raise OSError(fault.error, os.strerror(fault.error))

    def _is_syncing_folder(self, name: str, args: tuple[Any, ...]) -> bool:
        if name == "open":
            with suppress(OSError):
                # the question is not one of the program, and no call of it
                return stat.S_ISDIR(real["stat"](args[0]).st_mode)
            return False
        return name == "fsync" and self._held[args[0]].inode not in self._files

    def _know(self, inode: int, path: str) -> None:
        if inode not in self._files:
            with open(path, "rb") as file:
                self._files[inode] = _File(file.read(), real["stat"](path).st_mode & 0o777)

    def _place(self, path: Any) -> tuple[int, str]:
        folder, name = os.path.split(os.fspath(path))
        return real["stat"](folder).st_ino, name

    def _named(self, path: Any, inode: int | None, needs: _Naming | None = None) -> _Naming:
        naming = _Naming(*self._place(path), inode, needs)
        self._pending.append(naming)
        return naming

    def _hold(self, path: Any, flags: int, fd: int, *, is_new: bool) -> None:
        status = real["fstat"](fd)
        inode = status.st_ino
        self._held[fd] = _Open(self.process, inode, os.fspath(path))
        if not stat.S_ISREG(status.st_mode):
            return
        if is_new:
            self._files[inode] = _File(b"", status.st_mode & 0o777)
            self._named(path, inode)
        elif flags & os.O_TRUNC and inode in self._files:
            self._files[inode].pending.append((0, None))

    def _on_open(self, made: Callable[..., int], path: Any, flags: int, *args: Any, **options: Any) -> int:
        is_new = bool(flags & os.O_CREAT) and not os.path.lexists(path)
        fd = made(path, flags, *args, **options)
        self._hold(path, flags, fd, is_new=is_new)
        return fd

    def _on_close(self, made: Callable[..., None], fd: int) -> None:
        self._held.pop(fd, None)
        made(fd)

    def _on_write(self, made: Callable[..., int], fd: int, data: Any) -> int:
        held, fault = self._held[fd], self._fault
        part = bytes(data)
        if fault.kind == "short" and len(part) > 1:
            part = part[: 1 + fault.at % (len(part) - 1)]
        if fault.kind == "altered" and held.path.endswith(".tmp") and self.calls >= fault.at:
            at = fault.at % len(part)
            part = part[:at] + bytes([part[at] ^ 1]) + part[at + 1 :]
            self._fault = NO_FAULT
        count = made(fd, part)
        end = real["lseek"](fd, 0, os.SEEK_CUR)
        file = self._files.get(held.inode)
        if file is not None:
            file.pending.append((end - count, part[:count]))
        return count

    def _on_read(self, made: Callable[..., bytes], fd: int, count: int) -> bytes:
        if self._fault.kind == "short":
            count = min(count, 1000 + self._fault.at)
        return made(fd, count)

    def _on_fsync(self, made: Callable[..., None], fd: int) -> None:
        made(fd)
        inode = self._held[fd].inode
        if inode in self._files:
            file = self._files[inode]
            file.synced, file.pending = file.after(file.pending), []
        else:
            self._sync_folder(inode)

    _on_fdatasync = _on_fsync

    def _sync_folder(self, inode: int) -> None:
        now: set[_Naming] = {naming for naming in self._pending if naming.place[0] == inode}
        for naming in list(now):
            if naming.needs in self._pending:
                now.add(naming.needs)
        places = {naming.place for naming in now}
        last = {
            place: max(n for n, x in enumerate(self._pending) if x.place == place and x in now)
            for place in places
        }
        rest = []
        for number, naming in enumerate(self._pending):
            if naming.place in places and number <= last[naming.place]:
                self._name(self._names, naming)
            else:
                rest.append(naming)
        self._pending = rest

    def _on_ftruncate(self, made: Callable[..., None], fd: int, size: int) -> None:
        made(fd, size)
        if self._held[fd].inode in self._files:
            self._files[self._held[fd].inode].pending.append((size, None))

    def _on_truncate(self, made: Callable[..., None], path: Any, size: int) -> None:
        made(path, size)
        inode = real["stat"](path).st_ino
        if inode in self._files:
            self._files[inode].pending.append((size, None))

    def _on_link(self, made: Callable[..., None], source: Any, target: Any, **options: Any) -> None:
        made(source, target, **options)
        self._named(target, real["stat"](target).st_ino)

    def _on_replace(self, made: Callable[..., None], source: Any, target: Any) -> None:
        made(source, target)
        inode = os.lstat(target).st_ino
        arrived = self._named(target, inode)
        left = self._named(source, None, arrived)
        if inode in self._folders:
            arrived.needs = left  # a folder has one name

    _on_rename = _on_replace

    def _on_unlink(self, made: Callable[..., None], path: Any, **options: Any) -> None:
        made(path, **options)
        self._named(path, None)

    _on_remove = _on_unlink
    _on_rmdir = _on_unlink

    def _on_mkdir(self, made: Callable[..., None], path: Any, mode: int = 0o777, **options: Any) -> None:
        made(path, mode, **options)
        inode = real["stat"](path).st_ino
        self._folders[inode] = mode
        self._named(path, inode)

    def _on_fchmod(self, made: Callable[..., None], fd: int, mode: int) -> None:
        made(fd, mode)
        if self._held[fd].inode in self._files:
            self._files[self._held[fd].inode].mode = mode

    def _on_chmod(self, made: Callable[..., None], path: Any, mode: int, **options: Any) -> None:
        made(path, mode, **options)
        inode = real["stat"](path).st_ino
        if inode in self._folders:
            self._folders[inode] = mode
        elif inode in self._files:
            self._files[inode].mode = mode


def _is_hit(error: int, name: str, *, changes: bool) -> bool:
    """Whether a call fails of an error that lasts: a full disk, one that only reads, one that is broken."""
    if error == errno.ENOSPC:
        return name in TAKING_ROOM and (changes or name != "open")
    return changes
