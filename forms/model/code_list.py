"""A code list: codes with their names, as the official data description publishes them."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from forms.model.declared import Frozen


class Item(NamedTuple):
    """One code of a list; *attributes* are the columns of that list beside code and name."""

    code: str
    name: str
    attributes: Mapping[str, Any]

    @property
    def synonyms(self) -> tuple[str, ...]:
        """What people call it, too."""
        return tuple(self.attributes.get("synonyms", ()))

    @property
    def other_names(self) -> tuple[str, ...]:
        """What it is called at times; another item may bear the name as well."""
        names = (text.strip(" .") for text in re.split("[,()]", self.attributes.get("other_names", "")))
        return tuple(filter(None, names))


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
    stay in memory, the file is read again when items are asked for. *indices* are ``index_of`` many lists by their names,
    read at once where that is less work.
    """

    def __init__(
        self, source: CodeSource, indices: Callable[[], Mapping[str, Mapping[str, Any]]] | None = None
    ) -> None:
        self._source = source
        self._indices = indices
        self.id: str = source.stem
        """Name of the list, for example ``sexes``."""

    def __repr__(self) -> str:
        return f"Catalogue({self.id!r})"

    def _read(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self._source.read_bytes())
        return data

    @cached_property
    def _index(self) -> "_Index":
        told = self._indices()[self.id] if self._indices else index_of(self._read())
        key, codes = tuple(told["key"]), told["codes"]
        owners = dict(zip(codes, told["owners"], strict=True)) if told["within"] else {}
        return _Index(
            title=told["title"],
            key=key,
            others=tuple(name for name in key if name != "code"),
            codes=frozenset(codes),
            keys=frozenset(map(tuple, told["keys"])),
            within=told["within"],
            owners=owners,
        )

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
        return self._whole[0]

    @property
    def leads(self) -> Mapping[str, Sequence[str]]:
        """The words that stand before the names, or are said before them, and how people shorten each."""
        return self._whole[1]

    @cached_property
    def _whole(self) -> tuple[tuple[Item, ...], Mapping[str, Sequence[str]]]:
        data = self._read()
        items = (Item(entry.pop("code"), entry.pop("name"), entry) for entry in data["items"])
        return tuple(items), data.get("leads", {})

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

    def attribute(self, code: str, name: str) -> Any:
        """What the list says of a code beside its name; None where it says nothing. What it lies within needs no items."""
        if name == self._index.within:
            return self._index.owners.get(code)
        item = self.by_code.get(code)
        return item.attributes.get(name) if item else None

    def name(self, code: str) -> str:
        """Name of *code*; the code itself when the list lacks it."""
        item = self.by_code.get(code)
        return item.name if item else code


def index_of(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """What stays of a list, from its JSON, as JSON: its title, its key, its codes with what belongs to their key, and what each lies within."""
    key, items, within = data.get("key", ["code"]), data["items"], data.get("within")
    return {
        "title": data["title"],
        "key": key,
        "codes": [entry["code"] for entry in items],
        "keys": [[entry["code"], *(entry[name] for name in key if name != "code")] for entry in items]
        if key != ["code"]
        else [],
        "within": within,
        "owners": [entry[within] for entry in items] if within else [],
    }


class _Index(Frozen):
    """``index_of`` a list, to be asked."""

    title: str
    key: tuple[str, ...]
    others: tuple[str, ...]
    codes: frozenset[str]
    keys: frozenset[tuple[Any, ...]]
    within: str | None
    owners: dict[str, str]
