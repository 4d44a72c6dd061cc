"""Modules of the standard library that others import beside what they need: asked for something only where something rare happens."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from forms.store.system.stand_ins import Exported, on_call

COMPILER_FLAGS = {
    1: "OPTIMIZED",
    2: "NEWLOCALS",
    4: "VARARGS",
    8: "VARKEYWORDS",
    16: "NESTED",
    32: "GENERATOR",
    64: "NOFREE",
    128: "COROUTINE",
    256: "ITERABLE_COROUTINE",
    512: "ASYNC_GENERATOR",
}
"""What ``inspect`` asks of ``dis``."""


class UnheardLogger:
    """A logger as it is while nobody listens: it takes no notice of what is no warning. The rest the real one does."""

    def __init__(self, name: str) -> None:
        self._name = name

    def debug(self, *_said: object, **_how: object) -> None:
        """Nothing."""

    info = debug

    def addHandler(self, handler: None) -> None:  # noqa: N802  # a real one writes to the same place without any
        """Nothing."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module("logging").getLogger(self._name), name)


RARE: Mapping[str, Exported] = {
    # to read source: of ``inspect``, ``linecache`` and what tells of errors
    "ast": {"NodeVisitor": type("NodeVisitor", (), {}), **on_call("ast", "literal_eval")},
    "dis": {"COMPILER_FLAG_NAMES": COMPILER_FLAGS},
    "tokenize": {},
    "traceback": on_call("traceback", "extract_stack"),  # the latter for asyncio
    # of asyncio, its threads and filelock, all of which begin with a logger
    "logging": {"DEBUG": 10, "getLogger": UnheardLogger, "StreamHandler": lambda: None},
    # of filelock, where a disk knows no locks
    "platform": {},
    "secrets": {},
}
"""What stands in for each."""
