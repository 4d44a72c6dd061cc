"""Methods of the data classes of libraries: each is compiled when its class is made, and few of them are ever called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import Any

from forms.store.system.rare_modules import RARE
from forms.store.system.stand_ins import stand_ins

with stand_ins(RARE):
    import dataclasses

COMPILES = "_create_fn"
"""What ``dataclasses`` makes each method with. Python 3.13 has no such function: it compiles the methods of a class together."""


@contextmanager
def late_methods() -> Iterator[None]:
    """Inside, the methods of a data class are compiled when they are first called."""
    create: Callable[..., Callable[..., Any]] | None = vars(dataclasses).get(COMPILES)
    if create is None:
        yield
        return

    def create_late(name: str, *given: Any, **named: Any) -> Callable[..., Any]:
        created = cache(partial(create, name, *given, **named))

        def late(*arguments: Any, **values: Any) -> Any:
            return created()(*arguments, **values)

        late.__name__ = name
        return late

    setattr(dataclasses, COMPILES, create_late)
    try:
        yield
    finally:
        setattr(dataclasses, COMPILES, create)
