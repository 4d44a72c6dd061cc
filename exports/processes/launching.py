"""Starts a process of the program; nothing of it comes from the folder or the settings in which the user happens to be.

The process runs isolated: the standard library comes first on its path and the current folder is not on it. It has
few variables, a folder of its own, no open file or lock of this process, no terminal; it ends when this process
ends, however that comes about (``life_line``).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import exports
from forms.store.system import (
    system_calls,
)

_BOOT = "import sys; sys.path += {path!r}; from exports.processes.life_line import carry_out; carry_out({module!r})"

VARIABLES = frozenset(
    {
        *("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "NHOMTRE_HOME"),
        *("LANG", "LANGUAGE", "TZ", "TZDIR", "TMPDIR", "TEMP", "TMP"),
        # without these Python or a library of the system may not start
        *("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
    }
)
"""What a process is told of the environment, and every ``LC_...``."""


@contextmanager
def running(module: str, *orders: object) -> Iterator[subprocess.Popen[bytes]]:
    """A process that carries out ``main()`` of *module*; ``next_order`` gives the *orders* (JSON) there.

    Its answer is what it writes to ``stdout``. It is ended when the block is left by an exception. Raises OSError.
    """
    with subprocess.Popen(
        # what the system allows in names of files is the same there and here
        [sys.executable, "-I", "-S", "-X", f"utf8={sys.flags.utf8_mode}", "-c", _boot(module)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a traceback would hold what stands in a file
        cwd=Path(sys.executable).anchor,
        env={name: value for name, value in os.environ.items() if _is_passed_on(name)},
        start_new_session=True,  # the keys of the terminal are for this process
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        try:
            for order in orders:
                give(process, order)
            yield process
        except BaseException:
            process.kill()
            raise


def ends_well(*command: str) -> bool:
    """Whether another program does what it is told; it has the settings of the user, and what it says is dropped."""
    quiet = subprocess.DEVNULL
    done = subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, check=False)
    return done.returncode == 0


def give(process: subprocess.Popen[bytes], order: object) -> None:
    """Hand it an *order* (JSON). That it has gone already is seen by its answer."""
    assert process.stdin is not None
    with suppress(OSError):
        system_calls.write_all(process.stdin.fileno(), json.dumps(order).encode() + b"\n")


def whole_answer(process: subprocess.Popen[bytes], seconds: float) -> bytes:
    """All that it writes until it ends. Raises TimeoutError."""
    # communicate() closes stdin, and that ends the process
    line, process.stdin = process.stdin, None
    try:
        return process.communicate(timeout=seconds)[0]
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    finally:
        process.stdin = line


def _boot(module: str) -> str:
    return _BOOT.format(path=_module_path(), module=module)


def _module_path() -> list[str]:
    """Where modules are looked for after the standard library: as here, but not in the folder that is current by chance."""
    current = _current_folder()
    inside = str(Path(exports.__path__[0]).parent)
    root, *path = (os.path.normpath(Path(current, folder)) for folder in (inside, *sys.path))
    return [folder for folder in dict.fromkeys([*path, root]) if folder == root or folder != current]


def _current_folder() -> str:
    try:
        return os.getcwd()  # noqa: PTH109
    except OSError:  # it has been removed
        return ""


def _is_passed_on(name: str) -> bool:
    return name.upper() in VARIABLES or name.upper().startswith("LC_")
