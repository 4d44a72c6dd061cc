"""The machines that a kit is for: system, processor and version of Python, as the names of wheels tell them."""

from __future__ import annotations

import platform
import sys

from forms.model.declared import Frozen
from tui.texts.sessions import kit_words


class Machine(Frozen):
    """A kind of machine: in words, and the tags of wheels that run on it, the newest first."""

    title: str
    tags: tuple[str, ...]


def _linux(processor: str) -> tuple[str, ...]:
    # versions of glibc: 2.28 is Debian 10; what is built for an older one runs on a newer one
    return *(f"manylinux_2_{minor}_{processor}" for minor in range(28, 16, -1)), f"manylinux2014_{processor}"


MACHINES = (
    Machine(kit_words.WINDOWS_64, ("win_amd64",)),
    Machine(kit_words.WINDOWS_32, ("win32",)),
    Machine(kit_words.LINUX_64, _linux("x86_64")),
    Machine(kit_words.LINUX_ARM, _linux("aarch64")),
)
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
"""Of Python (CPython)."""


Target = tuple[Machine, str]
"""A kind of machine and a version of Python."""
EVERY_TARGET: tuple[Target, ...] = tuple((machine, version) for machine in MACHINES for version in VERSIONS)


def this_target() -> tuple[Target, ...]:
    """Where this process runs; nothing when that is none of the machines."""
    processor = platform.machine().lower()
    if sys.platform == "win32":
        tag = "win_amd64" if sys.maxsize > 2**32 else "win32"
    else:
        tag = f"manylinux2014_{processor}"
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return tuple((machine, version) for machine in MACHINES if tag in machine.tags)
