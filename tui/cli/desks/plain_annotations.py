"""Annotations of the named tuples of libraries: written as text, each is compiled when its class is made, and none is ever asked."""

from __future__ import annotations

import sys
import typing
from collections import namedtuple
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

MAKES = "_make_nmtuple"
"""What ``typing`` makes a named tuple with; Python 3.14, where it is another one, compiles no annotation."""


@contextmanager
def plain_annotations() -> Iterator[None]:
    """Inside, a named tuple keeps its annotations as they are written."""
    if sys.version_info >= (3, 14):
        yield
        return
    make = getattr(typing, MAKES)
    setattr(typing, MAKES, _make)
    try:
        yield
    finally:
        setattr(typing, MAKES, make)


def _make(name: str, types: Iterable[tuple[str, Any]], module: str, defaults: Iterable[Any] = ()) -> type:
    annotated = dict(types)
    made = namedtuple(name, annotated, defaults=defaults, module=module)  # type: ignore[misc]
    made.__annotations__ = made.__new__.__annotations__ = annotated
    return made
