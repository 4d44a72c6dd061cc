"""Regular expressions that libraries make when they are imported: two of three are never asked, and each is compiled in Python."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from typing import Any

_OURS = ("forms", "exports", "tui")
"""What they ask at every key they get as it is."""
_METHODS = frozenset(("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn"))


class LatePattern:
    """A pattern that is compiled when it is first asked. Raises ``re.error`` then."""

    def __init__(self, *arguments: Any) -> None:
        self._arguments = arguments

    @cached_property
    def _pattern(self) -> re.Pattern[Any]:
        return re.compile(*self._arguments)

    def __getattr__(self, name: str) -> Any:
        # also a method that is only taken, to be called later
        return partial(self._ask, name) if name in _METHODS else getattr(self._pattern, name)

    def _ask(self, method: str, *arguments: Any, **named: Any) -> Any:
        return getattr(self._pattern, method)(*arguments, **named)


@contextmanager
def late_patterns() -> Iterator[None]:
    """Inside, what is imported gets its patterns so; what is ours gets them as they are."""
    compiled = re.compile

    def compile_late(pattern: Any, flags: Any = 0) -> Any:
        asking = sys._getframe(1).f_globals.get("__name__", "").partition(".")[0]
        return compiled(pattern, flags) if asking in _OURS else LatePattern(pattern, flags)

    re.compile = compile_late
    try:
        yield
    finally:
        re.compile = compiled
