"""Frozen declarations and values that are cheap to define.

A frozen dataclass compiles its methods when its class is made: 3.5 million instructions each; for the forty kinds of
rules that was a quarter of the start of the command line. A named tuple takes 0.7 million, more where its annotations
are text (each is compiled): it is for what is made by the thousand or taken apart. A ``Frozen`` takes 0.15. An enumeration of
the standard library takes 1.0, and so there is one of ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Declared:
    """Base of declarations: the annotated names are its fields, class values their defaults."""

    _fields: ClassVar[tuple[str, ...]] = ()
    _known: ClassVar[frozenset[str]] = frozenset()
    _required: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        defined = vars(cls)
        own = [name for name in defined.get("__annotations__", ()) if not name.startswith("_")]
        cls._fields = tuple(dict.fromkeys((*cls._fields, *own)))
        cls._known = frozenset(cls._fields)
        cls._required = cls._required.union(own).difference(defined)

    def __init__(self, *given: Any, **values: Any) -> None:
        if given:
            in_order = dict(zip(self._fields, given, strict=False))
            if len(given) > len(self._fields) or not in_order.keys().isdisjoint(values):
                raise TypeError(
                    f"{type(self).__name__} takes {self._fields}, not {given} and {tuple(values)}"
                )
            values |= in_order
        if not self._required <= values.keys() <= self._known:
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


@dataclass_transform(frozen_default=True)
class Frozen(Declared):
    """Base of values: made also by position and taken apart so by ``match``, equal when what they hold is."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        type.__setattr__(cls, "__match_args__", cls._fields)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._held() == other._held()

    def __hash__(self) -> int:
        return hash(self._held())

    def _held(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._fields)


class Names(str):
    """Texts that stand for themselves, one for each name that a class declares: ``HOME: ClassVar[Page]`` is ``"home"``.

    An enumeration of fifty members costs a start as much as a module; this one costs nothing.
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name in cls.__annotations__:
            setattr(cls, name, cls(name.lower()))

    @classmethod
    def every(cls) -> list[Self]:
        """All of them, as declared."""
        return [getattr(cls, name) for name in cls.__annotations__]


if TYPE_CHECKING:
    # ``Enum`` and ``StrEnum`` as far as the house uses them, without ``auto`` and aliases
    from enum import Enum as Enum
    from enum import StrEnum as StrEnum
else:

    class _OfMembers(type):
        """Makes of each public value that a class declares the one member of that name; methods and properties stay."""

        def __init__(cls, name, bases, declared):
            super().__init__(name, bases, declared)
            cls._members = members = []
            for own_name, value in declared.items():
                if own_name.startswith("_") or hasattr(value, "__get__"):
                    continue
                member = cls.__new__(cls, value) if issubclass(cls, str) else cls.__new__(cls)
                member.name, member.value = own_name, value
                setattr(cls, own_name, member)
                members.append(member)

        def __call__(cls, value):
            """The member of that value. Raises ValueError."""
            for member in cls._members:
                if member is value or member.value == value:
                    return member
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")

        def __iter__(cls):
            return iter(cls._members)

        def __len__(cls):
            return len(cls._members)

        def __contains__(cls, value):
            return any(member is value or member.value == value for member in cls._members)

    class Enum(metaclass=_OfMembers):
        """Members that equal nothing but themselves."""

        def __repr__(self):
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

        def __str__(self):
            return f"{type(self).__name__}.{self.name}"

        def __reduce__(self):
            return type(self), (self.value,)

    class StrEnum(str, metaclass=_OfMembers):
        """Members that are their texts as well."""

        def __repr__(self):
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

        def __reduce__(self):
            return type(self), (self.value,)
