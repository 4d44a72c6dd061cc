"""A code list: codes with their names, as the official data description publishes them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from forms.model.text import fold


class Item(NamedTuple):
    """One code of a list; *attributes* are the columns of that list beside code and name."""

    code: str
    name: str
    attributes: Mapping[str, Any]


class CodeSource(Protocol):
    """Where a list stands: a file of JSON, named after the list."""

    @property
    def stem(self) -> str:
        """Name of the list."""

    def read_bytes(self) -> bytes:
        """Its JSON."""


class Catalogue:
    """A code list. *key* names the attributes that make a code unique (language levels: language and code).

    Nothing is read before it is asked for. Most lists are only asked whether a code is theirs: the codes
    stay in memory, the file is read again when items are asked for.
    """

    def __init__(self, source: CodeSource) -> None:
        self._source = source
        self.id: str = source.stem
        """Name of the list, for example ``sexes``."""

    def __repr__(self) -> str:
        return f"Catalogue({self.id!r})"

    def _read(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self._source.read_bytes())
        return data

    @cached_property
    def _index(self) -> _Index:
        data = self._read()
        key: tuple[str, ...] = tuple(data.get("key", ("code",)))
        others = tuple(name for name in key if name != "code")
        codes = frozenset([entry["code"] for entry in data["items"]])
        keys = frozenset(
            (entry["code"], *(entry[name] for name in others)) for entry in data["items"] if others
        )
        return _Index(data["title"], key, others, codes, keys)

    @property
    def title(self) -> str:
        """The official title of the list."""
        return self._index.title

    @property
    def key(self) -> tuple[str, ...]:
        """The attributes that make a code unique."""
        return self._index.key

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The codes in the order of the list."""
        return tuple(
            Item(attributes.pop("code"), attributes.pop("name"), attributes)
            for attributes in self._read()["items"]
        )

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """Code → its first item."""
        items: dict[str, Item] = {}
        for item in self.items:
            items.setdefault(item.code, item)
        return items

    def has(self, code: str, get: Callable[[str], Any]) -> bool:
        """Whether *code* is in the list; where further fields belong to the key, *get* tells those entered."""
        index = self._index
        if code not in index.codes:
            return False
        if not index.others:
            return True
        others = [get(name) for name in index.others]
        return None in others or (code, *others) in index.keys

    def name(self, code: str) -> str:
        """Name of *code*; the code itself when the list lacks it."""
        item = self.by_code.get(code)
        return item.name if item else code

    def find(self, text: str) -> str | None:
        """The code that *text* means: a code, or a name without regard to case and marks."""
        if text in self.by_code:
            return text
        wanted = fold(text)
        return next((item.code for item in self.items if fold(item.name) == wanted), None)


class _Index(NamedTuple):
    """What stays of a list once it was read: its title, its key, and the codes with what belongs to their key."""

    title: str
    key: tuple[str, ...]
    others: tuple[str, ...]
    codes: frozenset[str]
    keys: frozenset[tuple[Any, ...]]
