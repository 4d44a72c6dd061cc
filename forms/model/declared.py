"""Frozen declarations that are cheap to define.

A frozen dataclass compiles its methods when its class is made; for the forty kinds of rules that was a
quarter of the start of the command line (180 of 740 million instructions).
"""

from __future__ import annotations

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Declared:
    """Base of declarations: the annotated names are its fields, class values their defaults."""

    _fields: ClassVar[tuple[str, ...]] = ()
    _required: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        own = (name for name in vars(cls).get("__annotations__", {}) if not name.startswith("_"))
        cls._fields = tuple(dict.fromkeys((*cls._fields, *own)))
        cls._required = frozenset(name for name in cls._fields if not hasattr(cls, name))

    def __init__(self, **values: Any) -> None:
        if not self._required <= values.keys() <= set(self._fields):
            raise TypeError(f"{type(self).__name__} takes {self._fields}, not {tuple(values)}")
        self.__dict__.update(values)

    def but(self, **values: Any) -> Self:
        """The same declaration with other *values*."""
        return type(self)(**{name: getattr(self, name) for name in self._fields} | values)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(name)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{type(self).__name__}({shown})"
