"""Where POSIX systems and Windows differ: one function a difference, whose callers need not know on which they run.

Every call goes through ``os``, where a test can make it fail.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    import msvcrt
    import shutil
else:
    import fcntl

FILE_MODE = 0o600
BINARY: int = getattr(os, "O_BINARY", 0)
WITHOUT_WAITING: int = getattr(os, "O_NONBLOCK", 0)
NO_STRANGER: int = WITHOUT_WAITING | getattr(os, "O_NOFOLLOW", 0)
"""To open a file of ours for writing where a pipe or a link may stand."""
HELD_ON_WINDOWS = {5, 32, 33}
"""What Windows answers to a renaming while another program holds the file: denied, sharing or lock violation."""
_DENIED_ON_WINDOWS = 5
REPLACE_PATIENCE = 2.0
"""Seconds for which a name is asked for again that another program holds."""
FIRST_PAUSE, LONGEST_PAUSE = 0.01, 0.25
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.ENOSYS}
"""What network drives answer that cannot make a folder durable."""
_NO_MODES = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS}
"""What a file system without modes answers, such as that of a memory stick."""
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
"""What a disk answers that knows no locks."""
_STANDARD_OUTPUT, _ESCAPE_SEQUENCES = -11, 4
_ASK_ABOUT_PROCESS, _STILL_ACTIVE = 0x1000, 259
_REMOVABLE = 2
MOUNTED_BELOW = Path("/")
MOUNT_PATTERNS = ("media/*/*", "run/media/*/*", "media/*", "Volumes/*")
"""Where POSIX systems put what is plugged in, by user or not."""


@contextmanager
def where_there_are_modes() -> Iterator[None]:
    """A change of modes inside is left undone by a file system that knows none."""
    try:
        yield
    except OSError as error:
        if error.errno not in _NO_MODES:
            raise


def make_private(fd: int) -> None:
    """Mode 0600, also where the umask took more away, if the file system knows modes. Raises OSError."""
    if sys.platform != "win32":
        with where_there_are_modes():
            os.fchmod(fd, FILE_MODE)


def sync_data(fd: int) -> None:
    """Return when what was written is on disk. Raises OSError."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(fd)
    else:
        os.fsync(fd)


def begin_sync(fd: int, offset: int, length: int) -> None:
    """Let the disk begin with what was written there, so that ``sync_data`` waits the less the later it comes."""
    if sys.platform == "linux":
        try:
            # what is not needed in memory any more goes to the disk at once
            os.posix_fadvise(fd, offset, length, os.POSIX_FADV_DONTNEED)
        except OSError:
            # a kernel may be built without it, a container may forbid it; whether the disk has it ``sync_data`` tells
            return


def free_space(folder: Path) -> int:
    """Bytes that may still be written there. Raises OSError."""
    if sys.platform == "win32":
        return shutil.disk_usage(folder).free
    there = os.statvfs(folder)
    return there.f_bavail * there.f_frsize


def lock_at_once(fd: int) -> bool:
    """Lock an open file until it is closed; false when another one has. A disk without locks keeps nobody off. Raises OSError."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    return True


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable, where the system has such a call. Raises OSError."""
    if sys.platform == "win32":
        return
    try:
        fd = os.open(path, os.O_RDONLY)
    except PermissionError:
        # a folder that may be written and not read
        return
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(fd)


def while_held(
    rename: Callable[[], object],
    clock: Callable[[], float] = time.monotonic,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Carry out *rename*. Raises OSError.

    On Windows another program, such as a virus scanner, may hold one of the files: for ``REPLACE_PATIENCE`` seconds of
    *clock* it is tried again after each *pause*.
    """
    until, seconds = clock() + REPLACE_PATIENCE, FIRST_PAUSE
    while True:
        try:
            rename()
        except OSError as error:
            if not is_held(error) or clock() >= until:
                raise
        else:
            return
        pause(seconds)
        seconds = min(seconds * 2, LONGEST_PAUSE)


def is_held(error: OSError) -> bool:
    """Whether Windows refused because another program holds the file: to a renaming it then says «denied»."""
    on_windows = getattr(error, "winerror", None)
    is_rename = error.filename2 is not None
    return on_windows in HELD_ON_WINDOWS and (on_windows != _DENIED_ON_WINDOWS or is_rename)


def removable_folders() -> list[Path]:
    """The memory sticks and the like that are plugged in: the folder in which each begins."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        drives = kernel.GetLogicalDrives()
        roots = [f"{chr(ord('A') + place)}:\\" for place in range(26) if drives >> place & 1]
        return [Path(root) for root in roots if kernel.GetDriveTypeW(root) == _REMOVABLE]
    found = (path for pattern in MOUNT_PATTERNS for path in sorted(MOUNTED_BELOW.glob(pattern)))
    return [path for path in found if os.path.ismount(path) and os.access(path, os.W_OK)]


def host_name() -> str:
    """Name of this computer; empty where it has none."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def terminal_name() -> str:
    """Name of the terminal that keys come from; empty where there is none."""
    if sys.platform == "win32":
        return ""
    try:
        return os.ttyname(sys.__stdin__.fileno()) if sys.__stdin__ else ""
    except (OSError, ValueError, AttributeError):
        return ""


def is_running(pid: int) -> bool:
    """Whether a process of that number lives on this computer; true where that cannot be known."""
    if sys.platform == "win32":
        # os.kill would end it
        kernel = ctypes.windll.kernel32
        process = kernel.OpenProcess(_ASK_ABOUT_PROCESS, False, pid)
        if not process:
            return False
        code = ctypes.c_ulong()
        is_known = kernel.GetExitCodeProcess(process, ctypes.byref(code))
        kernel.CloseHandle(process)
        return not is_known or code.value == _STILL_ACTIVE
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def draws_escape_sequences() -> bool:
    """Whether the terminal of this process does what escape sequences say; a console of old Windows does not."""
    if sys.platform == "win32":
        kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()
        console = kernel.GetStdHandle(_STANDARD_OUTPUT)
        # what is no console but stands for one, such as mintty, has no mode
        if kernel.GetConsoleMode(console, ctypes.byref(mode)):
            return bool(kernel.SetConsoleMode(console, mode.value | _ESCAPE_SEQUENCES))
    return True
