"""What libraries import and nothing here uses is not loaded: a stand-in has the names that are asked of it, and goes.

Whatever else is asked of it loads what it stands for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

Exported = Mapping[str, object]


class _StandIn(ModuleType):
    """Holds the place of a module."""

    def __init__(self, name: str, names: Exported) -> None:
        super().__init__(name)
        vars(self).update(names)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what the import system asks of every module
            raise AttributeError(name)
        return getattr(_loaded(self.__name__), name)


def on_call(module: str, *functions: str) -> Exported:
    """The *functions* of a module that is loaded as soon as one of them is called."""
    return {name: partial(_call, module, name) for name in functions}


def _call(module: str, name: str, *arguments: Any, **named: Any) -> Any:
    return getattr(_loaded(module), name)(*arguments, **named)


def _loaded(name: str) -> ModuleType:
    if isinstance(sys.modules.get(name), _StandIn):
        del sys.modules[name]
    return import_module(name)


@contextmanager
def stand_ins(modules: Mapping[str, Exported | None]) -> Iterator[None]:
    """Inside, an import of each of *modules* gives those names and loads nothing; where it is None there is no such module.

    What is loaded already stays as it is; afterwards nothing stands in for it any more.
    """
    standing: dict[str, ModuleType | None] = {}
    for name in modules.keys() - sys.modules.keys():
        names = modules[name]
        standing[name] = None if names is None else _StandIn(name, names)
    sys.modules.update(standing)  # type: ignore[arg-type]  # None, as the import system says that there is none
    try:
        yield
    finally:
        for name, module in standing.items():
            if sys.modules.get(name) is module:
                sys.modules.pop(name, None)
