"""Conditions on a record: small, named, combined with ``&`` and ``|``.

A condition is data. It never touches a record itself but asks a *getter* for the value of a path
such as ``sex``, ``class.full_day`` or ``facility.kind``. The getter decides what "empty" means:
derivation and rules see a value that does not parse as empty (None), the conditions of mandatory
fields see it as entered (a ``Typed``, which equals no code). A comparison with an empty value is
false; only ``Present`` and ``Absent`` look at emptiness.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Getter = Callable[[str], Any]


class Condition:
    """Base of all conditions; gives them ``&``, ``|`` and ``of``. Equal conditions are equal values.

    Plain classes: they are imported by every command, and a frozen dataclass compiles itself each time.
    """

    __slots__: tuple[str, ...] = ()

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._values()}"

    def holds(self, get: Getter) -> bool:
        """Whether the condition holds for the record behind *get*."""
        raise TypeError(type(self).__name__)

    def paths(self) -> Iterator[str]:
        """The paths that the condition asks for."""
        raise TypeError(type(self).__name__)

    def of(self, owner: str) -> Condition:
        """The same condition asked of a related record: ``lowland.of("facility")``."""
        raise TypeError(type(self).__name__)

    def __and__(self, other: Condition) -> Condition:
        return AllOf((*_parts(self, AllOf), *_parts(other, AllOf)))

    def __or__(self, other: Condition) -> Condition:
        return AnyOf((*_parts(self, AnyOf), *_parts(other, AnyOf)))


def _parts(condition: Condition, kind: type[AllOf] | type[AnyOf]) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, kind) else (condition,)


class OneOf(Condition):
    """The value is one of *values*."""

    __slots__ = ("path", "values")

    def __init__(self, path: str, values: tuple[str | int | bool, ...]) -> None:
        self.path = path
        self.values = values

    def holds(self, get: Getter) -> bool:
        return get(self.path) in self.values

    def paths(self) -> Iterator[str]:
        yield self.path

    def of(self, owner: str) -> Condition:
        return OneOf(f"{owner}.{self.path}", self.values)


class NoneOf(Condition):
    """A value is there, it parses, and it is none of *values*."""

    __slots__ = ("path", "values")

    def __init__(self, path: str, values: tuple[str, ...]) -> None:
        self.path = path
        self.values = values

    def holds(self, get: Getter) -> bool:
        value = get(self.path)
        return isinstance(value, str) and value not in self.values

    def paths(self) -> Iterator[str]:
        yield self.path

    def of(self, owner: str) -> Condition:
        return NoneOf(f"{owner}.{self.path}", self.values)


class Between(Condition):
    """The number lies in the closed range; None is an open end."""

    __slots__ = ("high", "low", "path")

    def __init__(self, path: str, low: int | None = None, high: int | None = None) -> None:
        self.path = path
        self.low = low
        self.high = high

    def holds(self, get: Getter) -> bool:
        value = get(self.path)
        if value is None:
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def paths(self) -> Iterator[str]:
        yield self.path

    def of(self, owner: str) -> Condition:
        return Between(f"{owner}.{self.path}", self.low, self.high)


class Present(Condition):
    """A value is there."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def holds(self, get: Getter) -> bool:
        return get(self.path) is not None

    def paths(self) -> Iterator[str]:
        yield self.path

    def of(self, owner: str) -> Condition:
        return Present(f"{owner}.{self.path}")


class Absent(Condition):
    """No value is there."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def holds(self, get: Getter) -> bool:
        return get(self.path) is None

    def paths(self) -> Iterator[str]:
        yield self.path

    def of(self, owner: str) -> Condition:
        return Absent(f"{owner}.{self.path}")


class AllOf(Condition):
    """Every part holds; without parts, every record."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[Condition, ...] = ()) -> None:
        self.parts = parts

    def holds(self, get: Getter) -> bool:
        return all(part.holds(get) for part in self.parts)

    def paths(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.paths()

    def of(self, owner: str) -> Condition:
        return AllOf(tuple(part.of(owner) for part in self.parts))


class AnyOf(Condition):
    """At least one part holds."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[Condition, ...]) -> None:
        self.parts = parts

    def holds(self, get: Getter) -> bool:
        return any(part.holds(get) for part in self.parts)

    def paths(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.paths()

    def of(self, owner: str) -> Condition:
        return AnyOf(tuple(part.of(owner) for part in self.parts))


EVERYONE = AllOf()
NOBODY = AnyOf(())


def one_of(path: str, *values: str | int | bool) -> Condition:
    """The value of *path* is one of *values*."""
    return OneOf(path, values)


def none_of(path: str, *values: str) -> Condition:
    """The value of *path* is entered and none of *values*."""
    return NoneOf(path, values)


def at_least(path: str, low: int) -> Condition:
    """The number at *path* is *low* or more."""
    return Between(path, low=low)


def at_most(path: str, high: int) -> Condition:
    """The number at *path* is *high* or less."""
    return Between(path, high=high)


def between(path: str, low: int, high: int) -> Condition:
    """The number at *path* lies in the closed range *low* to *high*."""
    return Between(path, low, high)


def yes(path: str) -> Condition:
    """The yes/no field *path* is answered with yes."""
    return OneOf(path, (True,))
