"""What people call the items of a list: one reading for typing, pasted blocks, workbooks and search.

A text means an item by its code, its name, what else people call it (the lists say so), or a number or beginning that
only one item has. Marks, blanks, points and zeros before a number do not matter; where they tell two items apart they do.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from forms.model.code_list import Item
from forms.model.declared import Frozen
from forms.model.text import fold, matches

_IN_BRACKETS = r"(.+?)\s*\((.+)\)"


_ENDS_A_NAME = r" *[:(,;–-]| +(?:nam hoc|si so|tong so|gom|co|gvcn)\b"
"""Folded: what may follow a name in a line of words."""


_NUMBERING = r"^([0-9]{1,2}|[IVX]{1,4}|[A-D])[.)/-] *"
_COUNT = r" *[:(].*"


class Meaning(NamedTuple):
    """The items that a text may mean. *is_sure*: it is the code or a name of the only one; else it was guessed."""

    items: tuple[Item, ...] = ()
    is_sure: bool = False

    @property
    def code(self) -> str | None:
        """The code that is meant; None where nothing or more than one thing may be."""
        codes = {item.code for item in self.items}
        return next(iter(codes)) if len(codes) == 1 else None


NOTHING = Meaning()


class Vocabulary:
    """The words for the items of a list. *leads* stand before a name, each with its short forms: ``Quận``: ``q``."""

    def __init__(self, items: Sequence[Item], leads: Mapping[str, Sequence[str]] | None = None) -> None:
        self.items = items
        self._leads = {
            fold(word): fold(lead) for lead, short in (leads or {}).items() for word in (lead, *short)
        }
        self._known: dict[str, Meaning] = {}

    def meaning(self, text: str) -> Meaning:
        """What *text* may mean."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) > 4096:
                self._known.clear()
            known = self._known[text] = self._meaning(text)
        return known

    def within(self, line: str) -> Meaning:
        """What a line of words surely means, as a whole or from one of the leads on: ``Danh sách trẻ lớp Mầm: 12 trẻ``.

        Nothing where parts of it mean different things.
        """
        whole = next((meant for text in _wholes(line) if (meant := self.meaning(text)).is_sure), NOTHING)
        if whole.is_sure or not self._leads:
            return whole
        folded = fold(line)
        begins = [match.start() for match in re.finditer(rf"\b{self._lead.pattern}", folded)]
        found = [
            meant
            for begin, end in pairwise([*begins, len(folded)])
            if (meant := self._at_the_beginning(folded[begin:end].strip(" :;,.-–"))).is_sure
        ]
        return found[0] if len({meant.code for meant in found}) == 1 else NOTHING

    def _at_the_beginning(self, line: str) -> Meaning:
        """What *line* surely means up to a sign between words, or to words of a year or a number.

        Nothing where what follows means something else: ``Mầm - Chồi``.
        """
        ends = [match.start() for match in re.finditer(_ENDS_A_NAME, line)]
        texts = (line, *(line[:end] for end in reversed(ends)))
        found = next((meant for text in texts if (meant := self.meaning(text)).is_sure), NOTHING)
        after = [
            self.meaning(part.strip()) for part in re.split(r" *[-–,;+&/] *| va ", line)[1:] if part.strip()
        ]
        return NOTHING if any(meant.is_sure and meant.code != found.code for meant in after) else found

    def begins_with_lead(self, line: str) -> bool:
        """Whether *line* is a lead and a name, after a number at most: ``2. Lớp Sen``."""
        return bool(self._parted(re.sub(_NUMBERING, "", line))[0])

    def has_lead(self, line: str) -> bool:
        """Whether a lead and more stands somewhere in *line*."""
        return bool(self.from_lead(line))

    def from_lead(self, line: str) -> str:
        """*line* from the first lead on that more follows; empty where there is none: ``Danh sách lớp Sen`` is ``lớp Sen``."""
        folded = fold(line)
        match = re.search(rf"\b{self._lead.pattern}", folded) if self._leads else None
        return (line[match.start() :] if len(line) == len(folded) else line) if match else ""

    def named(self, text: str) -> Meaning:
        """What has *text* as its code or as its whole name."""
        return _judged(self._named(text), sure=True)

    def _meaning(self, text: str) -> Meaning:
        if not text:
            return NOTHING
        if items := self._named(text):
            others = (
                [] if _is_spelled(items, text) else [item for item in self.items if self.finds(item, text)]
            )
            return _judged([*_as_spelled(items, text), *others], sure=True)
        if not (_is_number(text) or any(map(str.isalpha, text))):
            return NOTHING  # figures and signs, such as -5, name nothing
        if items := self._bare(text):
            return _judged(items, sure=True)
        if items := self._named_twice(text):
            return _judged(items, sure=True)
        items = self._loosely(text)
        if not items and not _is_number(text):
            items = [item for item in self.items if self.finds(item, text)]
        return _judged(items, sure=False)

    def finds(self, item: Item, query: str) -> bool:
        """Whether the words of *query* begin words of the item: of its name and code, or of another name."""
        return matches(query, _searched(item.name, item.code)) or any(
            matches(query, other) for other in (*item.synonyms, *item.other_names)
        )

    def search(self, query: str) -> list[Item]:
        """The items that a search for *query* finds, in the order of the list."""
        meant = self.meaning(query).items
        return [item for item in self.items if item in meant or self.finds(item, query)]

    def why(self, item: Item, query: str) -> str:
        """The other name by which *query* finds the item; empty where its own name or code does."""
        if matches(query, _searched(item.name, item.code)):
            return ""
        others = (*item.synonyms, *item.other_names)
        wanted = _key(query)
        return next(
            (other for other in others if _key(other) == wanted),
            next((other for other in others if matches(query, other)), ""),
        )

    def _named(self, text: str) -> list[Item]:
        return self._index.codes.get(fold(text)) or self._index.names.get(_key(text), [])

    def _bare(self, text: str) -> list[Item]:
        """By the name with its lead written short, or left away: a number alone is no name."""
        lead, rest = self._parted(text)
        bearers = self._index.rests.get(_key(rest), ())
        own = [item for other, item in bearers if other == lead]
        if own or (not lead and _is_number(text)):
            return own if lead else []
        return [item for other, item in bearers if not (lead and other)]

    def _named_twice(self, text: str) -> list[Item]:
        """By its name with the code beside it, or with another of its names in brackets."""
        first, _, rest = text.partition(" ")
        before, _, last = text.rpartition(" ")
        for code, name in ((first, rest), (last, before)):
            if both := _both(self._index.codes.get(fold(code), ()), self._named(name)):
                return both
        match = re.fullmatch(_IN_BRACKETS, text)
        return _both(self._any(match[1]), self._any(match[2])) if match else []

    def _any(self, text: str) -> list[Item]:
        return [*self._named(text), *self._bare(text), *self._index.others.get(_key(text), ())]

    def _loosely(self, text: str) -> list[Item]:
        """By what it is called at times, by its name below another lead, by its number."""
        if _is_number(text):
            number = int(text)
            return [item for item in self.items if number in _numbers(item.name, item.code)]
        lead, rest = self._parted(text)
        below = [item for _, item in self._index.rests.get(_key(rest), ())] if lead else []
        match = re.fullmatch(_IN_BRACKETS, text)
        return self._index.others.get(_key(text)) or below or (self._any(match[1]) if match else [])

    def _parted(self, text: str) -> tuple[str, str]:
        """The lead that *text* begins with, in full, and what follows."""
        match = self._lead.match(fold(text)) if self._leads else None
        return (self._leads[match[1]], fold(text)[match.end() :]) if match else ("", text)

    @cached_property
    def _lead(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, sorted(self._leads, key=len, reverse=True)))
        return re.compile(rf"({words})(?:[^\w]+|(?=[0-9]))(?=.)")

    @cached_property
    def _index(self) -> "_Index":
        index = _Index({}, {}, {}, {})
        for item in self.items:
            _add(index.codes, fold(item.code), item)
            for name in (item.name, *item.synonyms):
                _add(index.names, _key(name), item)
                lead, rest = self._parted(name)
                index.rests.setdefault(_key(rest), []).append((lead, item))
            for name in item.other_names:
                _add(index.others, _key(name), item)
        return index


def _wholes(line: str) -> tuple[str, ...]:
    """*line* as it stands, without the number before it, and without what is counted behind it: ``2. Mầm (12 trẻ)``."""
    plain = re.sub(_NUMBERING, "", line)
    return line, plain, re.sub(_COUNT, "", plain)


class _Index(Frozen):
    """Folded words → the items that they may mean, the surest words first."""

    codes: dict[str, list[Item]]
    names: dict[str, list[Item]]
    rests: dict[str, list[tuple[str, Item]]]
    others: dict[str, list[Item]]


def _add(known: dict[str, list[Item]], word: str, item: Item) -> None:
    items = known.setdefault(word, [])
    if item not in items:
        items.append(item)


def _judged(items: Iterable[Item], *, sure: bool) -> Meaning:
    unique: list[Item] = []
    for item in items:
        if item not in unique:
            unique.append(item)
    meant = Meaning(tuple(unique))
    return meant._replace(is_sure=sure and meant.code is not None)


def _both(items: Iterable[Item], others: Sequence[Item]) -> list[Item]:
    return [item for item in items if item in others]


def _is_spelled(items: Sequence[Item], text: str) -> bool:
    """Whether *text* is what an item is called, and not only nearly: «kho», the beginning of many names, is nearly K'ho."""
    key, wanted = _key(text), fold(text)
    return any(
        key in (_key(item.code), _key(item.name)) or wanted in map(fold, item.synonyms) for item in items
    )


def _as_spelled(items: Sequence[Item], text: str) -> Sequence[Item]:
    """Where several bear a name, those that bear it with the marks of *text*."""
    if len(items) == 1:
        return items
    wanted = spelled(text)
    return [item for item in items if wanted in map(spelled, (item.code, item.name, *item.synonyms))] or items


_TONES = "".join(map(chr, (0x0300, 0x0301, 0x0303, 0x0309, 0x0323)))


@lru_cache(4096)
def spelled(text: str) -> str:
    """*text* in small letters with its marks; where in the word the tone stands does not matter (hòa, hoà)."""
    if text.isascii():
        return text.casefold()
    words = normalize("NFD", text.casefold()).split()
    return " ".join(normalize("NFC", "".join(sorted(word, key=_TONES.__contains__))) for word in words)


@lru_cache(4096)
def _key(text: str) -> str:
    """The letters and digits of *text*: H'Mông is Hmông, P. 01 is p1; what parts two numbers stays, 3 – 4 is 3-4, and a doubt: gái?."""
    parted = re.sub(r"(?<=[0-9])[\W_]+(?=[0-9])", "-", fold(text))
    squeezed = re.sub(r"_|[^\w?/-]|(?<![0-9])-|-(?![0-9])", "", parted)
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", squeezed) or fold(text).strip()


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


@lru_cache(4096)
def _numbers(name: str, code: str) -> frozenset[int]:
    """The numbers in a name, and its code as a number."""
    return frozenset(map(int, re.findall("[0-9]+", name) + ([code] if _is_number(code) else [])))


@lru_cache(4096)
def _searched(name: str, code: str) -> str:
    return f"{name} {name.replace('-', ' ')} {code}"
