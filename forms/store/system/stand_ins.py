"""What libraries import and nothing here uses is not loaded: a stand-in has the names that are asked of it, and goes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType

Exported = Mapping[str, object]


@contextmanager
def stand_ins(modules: Mapping[str, Exported | None]) -> Iterator[None]:
    """Inside, an import of each of *modules* gives those names and loads nothing; where it is None there is no such module.

    What is loaded already stays as it is; afterwards nothing stands in for it any more.
    """
    standing: dict[str, ModuleType | None] = {}
    for name in modules.keys() - sys.modules.keys():
        names = modules[name]
        standing[name] = module = None if names is None else ModuleType(name)
        if module is not None:
            vars(module).update(names or {})
    sys.modules.update(standing)  # type: ignore[arg-type]  # None, as the import system says that there is none
    try:
        yield
    finally:
        for name in standing:
            del sys.modules[name]
