"""The code lists of the data description of 26/10/2020, one JSON file a list, read when first asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from forms.model.text import fold

_FOLDER = Path(__file__).parent


class Item(NamedTuple):
    """One code of a list; *attributes* are the columns of that list beside code and name."""

    code: str
    name: str
    attributes: Mapping[str, Any]


class Catalogue:
    """A code list. *key* names the attributes that make a code unique (language levels: language and code).

    Most lists are only asked whether a code is theirs: the codes stay in memory, the file is read again
    when items are asked for.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        data = self._read()
        self.id: str = data["id"]
        self.title: str = data["title"]
        self.key: tuple[str, ...] = tuple(data.get("key", ("code",)))
        self._others = tuple(name for name in self.key if name != "code")
        self._codes = frozenset([entry["code"] for entry in data["items"]])
        self._keys = frozenset(
            (entry["code"], *(entry[name] for name in self._others))
            for entry in data["items"]
            if self._others
        )

    def _read(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._path.read_bytes())
        return found

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The codes in the order of the list."""
        made = []
        for attributes in self._read()["items"]:
            made.append(Item(attributes.pop("code"), attributes.pop("name"), attributes))
        return tuple(made)

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """Code → its first item."""
        found: dict[str, Item] = {}
        for item in self.items:
            found.setdefault(item.code, item)
        return found

    def has(self, code: str, get: Callable[[str], Any]) -> bool:
        """Whether *code* is in the list; where further fields belong to the key, *get* tells those entered."""
        if code not in self._codes:
            return False
        if not self._others:
            return True
        others = [get(name) for name in self._others]
        return None in others or (code, *others) in self._keys

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


@cache
def catalogue(identifier: str) -> Catalogue:
    """The list of that name, for example ``sexes``."""
    return Catalogue(_FOLDER / f"{identifier}.json")


def catalogue_ids() -> tuple[str, ...]:
    """Names of all lists, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))
