"""The names of people in words: whole, with marks or without, run together, and the parts by which they are called."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from forms.dossier.mentions import mention_words as words
from forms.dossier.mentions.folded_text import FoldedText, Word, folded_word
from forms.dossier.mentions.mention import Mention, Sureness
from forms.model.text import clean, fold, syllable_key

LEAST_LETTERS = 6
"""Of a name that is found even where its words are run together."""
LAST_WORDS = 2
"""So many last words of a longer name are a name still."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_BLANKS = re.compile(r"\s+")
_BETWEEN = re.compile(r"[\s._\-'’]*")
_SENTENCE_ENDS = re.compile(r"[.!?:;\n]")

Spelling = tuple[tuple[int, ...], tuple[int, ...]]
"""The letters of a syllable, i and y alike, and its tone wherever it stands: Hoà is Hòa, Mĩ is Mỹ."""

((_I,), _), ((_Y,), _) = map(syllable_key, "iy")


def _is_plain(word: str) -> bool:
    return fold(word) == word.casefold()


def _spelling(word: str) -> Spelling:
    letters, tones = syllable_key(word.casefold())
    return tuple(_I if letter == _Y else letter for letter in letters), tuple(sorted(filter(None, tones)))


def _is_spelled(written: str, word: str) -> bool:
    """Whether *written* may be *word*: without marks it may be any spelling."""
    return _is_plain(written) or _spelling(written) == _spelling(word)


class _Words:
    """Single words, looked up with marks where the text has some."""

    def __init__(self, texts: Iterable[str]) -> None:
        known = set(texts)
        self._spelled = set(map(_spelling, known))
        self._folded = set(map(folded_word, known))

    def may_have(self, folded: str) -> bool:
        """Whether a word of a text is one, its marks left aside."""
        return folded in self._folded

    def has(self, folded: str, written: str) -> bool:
        """Whether a word of a text, *folded* and as it is *written*, is one."""
        return self.may_have(folded) and (_is_plain(written) or _spelling(written) in self._spelled)


_ADDRESSES = _Words(words.ADDRESSED_AS)
_BEFORE_CAPITAL = _Words((*words.ADDRESSED_AS, *words.ADDRESSED_BEFORE_CAPITAL))
_PLACES = _Words(words.PLACED_IN)


class Name(NamedTuple):
    """A name, word by word: *folded*, and as the record has it."""

    folded: tuple[str, ...]
    written: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Name":
        """The name that *text* is."""
        written = tuple(_WORD.findall(clean(text)))
        return cls(tuple(map(folded_word, written)), written)

    @property
    def last(self) -> "Name":
        """Its last words."""
        return Name(self.folded[-LAST_WORDS:], self.written[-LAST_WORDS:])

    @property
    def is_plain(self) -> bool:
        """Whether the record has it without marks."""
        return all(map(_is_plain, self.written))


def _by_first_word(names: Iterable[Name]) -> Mapping[str, Sequence[Name]]:
    index: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        index[name.folded[0]].append(name)
    return index


class _Window(NamedTuple):
    """The words of a text from *first* up to *last*, with what is written there."""

    first: int
    last: int
    written: tuple[str, ...]
    gaps: tuple[str, ...]

    def is_exactly(self, name: Name) -> bool:
        return self.has_blanks and tuple(map(str.casefold, self.written)) == tuple(
            map(str.casefold, name.written)
        )

    def may_be(self, name: Name) -> bool:
        return name.is_plain or all(map(_is_spelled, self.written, name.written))

    @property
    def has_blanks(self) -> bool:
        return all(map(_BLANKS.fullmatch, self.gaps))

    @property
    def is_capital(self) -> bool:
        return all(word[0].isupper() for word in self.written)


class _Reading:
    """A text, word by word."""

    def __init__(self, text: FoldedText) -> None:
        self.text = text
        self.words = text.words

    def windows(self, index: Mapping[str, Sequence[Name]]) -> Iterator[tuple[_Window, Name]]:
        """Where one of those names stands, without regard to marks."""
        for place, word in enumerate(self.words if index else ()):
            for name in index.get(word.folded, ()):
                last = place + len(name.folded)
                if last <= len(self.words) and name.folded == tuple(
                    each.folded for each in self.words[place:last]
                ):
                    yield self.window(place, last), name

    def window(self, first: int, last: int) -> _Window:
        among = self.words[first:last]
        gaps = (self.text.folded[one.end : other.start] for one, other in pairwise(among))
        return _Window(first, last, tuple(map(self.written, among)), tuple(gaps))

    def written(self, word: Word) -> str:
        return self.text.original(word.start, word.end)

    def mention(self, window: _Window, sureness: Sureness) -> Mention:
        start, end = self.words[window.first].start, self.words[window.last - 1].end
        return Mention(*self.text.span(start, end), sureness)

    def before(self, place: int) -> Word | None:
        """The word before that of the number *place*, when blanks alone are between."""
        return self._neighbour(place - 1, place - 1)

    def after(self, place: int) -> Word | None:
        """The word after it, likewise."""
        return self._neighbour(place + 1, place)

    def _neighbour(self, wanted: int, first: int) -> Word | None:
        if not 0 <= wanted < len(self.words):
            return None
        gap = self.text.folded[self.words[first].end : self.words[first + 1].start]
        return self.words[wanted] if _BLANKS.fullmatch(gap) else None

    def is_capital(self, word: Word | None) -> bool:
        return word is not None and self.written(word)[0].isupper()

    def is_one(self, word: Word | None, of: _Words) -> bool:
        return word is not None and of.has(word.folded, self.written(word))

    def names_a_place(self, first: int) -> bool:
        """Whether the words from *first* are the name of a street or a place: such a word or a house number is before."""
        before = self.before(first)
        return before is not None and (self.is_one(before, _PLACES) or before.folded[0].isdigit())

    def begins_sentence(self, place: int) -> bool:
        if not place:
            return True
        gap = self.text.folded[self.words[place - 1].end : self.words[place].start]
        return _SENTENCE_ENDS.search(gap) is not None


class NamesInWords:
    """Finds the names *own* of people, and of their *kin*; who is named like one of the *others* is told apart."""

    def __init__(self, own: Iterable[str], kin: Iterable[str], others: Iterable[str]) -> None:
        own_names, kin_names, other_names = (
            [name for name in map(Name.of, sorted(texts)) if name.written] for texts in (own, kin, others)
        )
        names = [*own_names, *kin_names]
        whole = {name for name in names if len(name.folded) > 1}
        self._whole = _by_first_word(whole)
        self._glued = {"".join(name.folded): name for name in whole}
        self._begun = {glued[:length] for glued in self._glued for length in range(1, len(glued) + 1)}
        self._beginnings = self._begun.union(
            map(folded_word, (word for name in names for word in name.written[-LAST_WORDS:]))
        )
        """A mention that is no accident begins with one of these words."""
        self._last = _by_first_word({name.last for name in whole if len(name.folded) > LAST_WORDS})
        is_longer_known = any(len(name.written) > 1 for name in own_names)
        self._alone = _Words(name.written[0] for name in own_names if not is_longer_known)
        self.are_known = bool(own_names)
        """Whether anybody has a name of one's own."""
        self._given = _Words(name.written[-1] for name in own_names)
        self._given_of_kin = _Words(name.written[-1] for name in kin_names)
        self._of_others = _by_first_word(name for name in other_names if len(name.folded) > 1)
        self._last_of_others = _by_first_word(name.last for name in other_names)
        self._given_of_others = _Words(name.written[-1] for name in other_names)

    def mentions(self, folded: FoldedText, least: Sureness) -> Iterator[Mention]:
        """Every mention in a text that is as sure as *least*, or surer."""
        if least < Sureness.ALIKE and self._beginnings.isdisjoint(folded.distinct_words):
            return
        text = _Reading(folded)
        others = [window for window, name in text.windows(self._of_others) if window.is_exactly(name)]
        found = [
            *((window, self._whole_name(text, window, name)) for window, name in text.windows(self._whole)),
            *((window, self._last_words(text, window, name)) for window, name in text.windows(self._last)),
            *self._glued_names(text),
            *self._given_names(text),
        ]
        for window, sureness in found:
            if _is_of_others(window, sureness, others):
                sureness = Sureness.ALIKE
            if sureness <= least:
                yield text.mention(window, sureness)
        if least >= Sureness.ALIKE:
            yield from self._run_together(folded)

    def may_name(self, folded: FoldedText) -> bool:
        """Whether a word in a text is the only name that is known, wherever it stands: it may as well be another word."""
        if not any(map(self._alone.may_have, folded.distinct_words)):
            return False
        text = _Reading(folded)
        return any(self._alone.has(word.folded, text.written(word)) for word in text.words)

    def _whole_name(self, text: _Reading, window: _Window, name: Name) -> Sureness:
        if window.is_exactly(name):
            return Sureness.WRITTEN if text.names_a_place(window.first) else Sureness.EXACT
        is_written = all(map(_BETWEEN.fullmatch, window.gaps)) and window.may_be(name)
        return Sureness.WRITTEN if is_written else Sureness.ALIKE

    def _last_words(self, text: _Reading, window: _Window, name: Name) -> Sureness:
        if not (window.has_blanks and window.is_capital and window.may_be(name)):
            return Sureness.ALIKE
        others = self._last_of_others.get(name.folded[0], ())
        if any(other.folded == name.folded and window.may_be(other) for other in others):
            return Sureness.ALIKE
        before, after = text.before(window.first), text.after(window.last - 1)
        if text.is_capital(after):
            return Sureness.ALIKE
        if text.is_one(before, _BEFORE_CAPITAL):
            return Sureness.CALLED
        # alone it may be two other words, a place, the end of another name
        is_name = window.is_exactly(name) and not (
            all(map(_is_plain, window.written)) or all(map(str.isupper, window.written))
        )
        is_apart = not text.is_capital(before) and not text.names_a_place(window.first)
        return Sureness.CALLED if is_name and is_apart else Sureness.ALIKE

    def _glued_names(self, text: _Reading) -> Iterator[tuple[_Window, Sureness]]:
        """Names of which some words or all are run together."""
        for first in range(len(text.words)):
            glued = ""
            for last in range(first, len(text.words)):
                glued += text.words[last].folded
                if glued not in self._begun:
                    break
                name = self._glued.get(glued)
                if name is not None and last - first + 1 < len(name.folded):
                    yield (window := text.window(first, last + 1)), _sureness_of_glued(window, name)

    def _given_names(self, text: _Reading) -> Iterator[tuple[_Window, Sureness]]:
        for place, word in enumerate(text.words):
            if not (self._given.may_have(word.folded) or self._given_of_kin.may_have(word.folded)):
                continue
            written = text.written(word)
            is_own, is_kin = (given.has(word.folded, written) for given in (self._given, self._given_of_kin))
            if is_own or is_kin:
                sureness = self._given_name(text, place, written, is_own=is_own)
                if sureness is not None:
                    yield text.window(place, place + 1), sureness

    def _given_name(self, text: _Reading, place: int, written: str, *, is_own: bool) -> Sureness | None:
        is_capital, before = written[0].isupper(), text.before(place)
        is_sure = (
            is_capital
            and text.is_one(before, _BEFORE_CAPITAL)
            and not text.is_capital(text.after(place))
            and not self._given_of_others.has(text.words[place].folded, written)
        )
        if is_sure:
            return Sureness.CALLED
        # a word that begins a sentence is a name less often
        if text.is_one(before, _ADDRESSES) or (is_capital and (is_own or not text.begins_sentence(place))):
            return Sureness.ALIKE
        return None

    def _run_together(self, text: FoldedText) -> Iterator[Mention]:
        run = "".join(word.folded for word in text.words)
        ends = list(accumulate(len(word.folded) for word in text.words))
        for glued in self._glued:
            at = run.find(glued) if len(glued) >= LEAST_LETTERS else -1
            if at >= 0:
                first, last = (text.words[bisect_right(ends, one)] for one in (at, at + len(glued) - 1))
                yield Mention(*text.span(first.start, last.end), Sureness.ALIKE)


def _sureness_of_glued(window: _Window, name: Name) -> Sureness:
    """A short one may be a word; not where each of its words begins with a capital."""
    written = "".join(window.written)
    is_spelled = name.is_plain or _is_spelled(written, "".join(name.written))
    begins = {0, *accumulate(map(len, name.folded[:-1]))}
    is_parted = all(char.isupper() == (place in begins) for place, char in enumerate(written))
    is_name = is_spelled and all(map(_BETWEEN.fullmatch, window.gaps))
    return Sureness.WRITTEN if is_name and (is_parted or len(written) >= LEAST_LETTERS) else Sureness.ALIKE


def _is_of_others(window: _Window, sureness: Sureness, others: Iterable[_Window]) -> bool:
    """Whether it is a part of a longer name of somebody else, or that name itself where it is not hers to the letter."""
    return any(
        other.first <= window.first
        and window.last <= other.last
        and (sureness is not Sureness.EXACT or other.last - other.first > window.last - window.first)
        for other in others
    )
