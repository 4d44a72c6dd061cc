"""For root: files that may not be read may not be read by this process either, as everyone else has it."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_VERSION = 0x20080522
_READS_ANYTHING = 1 << 1 | 1 << 2
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (capabilities(7))."""


@contextmanager
def as_everyone_reads() -> Iterator[None]:
    """The right of root to read what it may not is laid down inside, in this thread."""
    if os.geteuid():
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = ctypes.create_string_buffer(struct.pack("Ii", _VERSION, 0))
    held = ctypes.create_string_buffer(24)
    if libc.capget(header, held):
        pytest.fail(os.strerror(ctypes.get_errno()))
    effective, *rest = struct.unpack("6I", held.raw)
    without = ctypes.create_string_buffer(struct.pack("6I", effective & ~_READS_ANYTHING, *rest))
    if libc.capset(header, without):
        pytest.fail(os.strerror(ctypes.get_errno()))
    try:
        yield
    finally:
        libc.capset(header, held)
