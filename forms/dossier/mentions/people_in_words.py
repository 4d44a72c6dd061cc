"""All mentions of people in a text, by whatever they are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forms.dossier.erased_records import IN_ITS_PLACE
from forms.dossier.mentions.days_in_words import days_in
from forms.dossier.mentions.folded_text import FoldedText
from forms.dossier.mentions.mention import Mention, Sureness, joined
from forms.dossier.mentions.names_in_words import NamesInWords
from forms.dossier.mentions.numbers_in_words import NumbersInWords
from forms.dossier.mentions.person_facts import UNKNOWN, PersonFacts


class PeopleInWords:
    """Finds the people of *facts* in texts; what may as well mean one of the *others* is no sure mention.

    *sharers* are those of the others that share something with them.
    """

    def __init__(
        self, facts: PersonFacts, others: PersonFacts = UNKNOWN, sharers: PersonFacts = UNKNOWN
    ) -> None:
        shared = facts.shared_with(sharers)
        self._common = (PeopleInWords(shared), PeopleInWords(sharers.without(shared))) if shared else None
        facts = facts.without(others)
        self._days = facts.days
        self._names = NamesInWords(facts.names, facts.kin, others.names | others.kin)
        self._numbers = NumbersInWords(facts.numbers, facts.codes, facts.bare_codes)

    def mentions(self, text: str, least: Sureness = Sureness.ALIKE) -> Iterator[Mention]:
        """Those in *text* that are as sure as *least*, or surer; some may be within others."""
        folded = FoldedText(text)
        yield from self._names.mentions(folded, least)
        yield from (mention for mention in self._numbers.mentions(folded) if mention.sureness <= least)
        if not self._days:
            return
        for written in days_in(folded.folded, only_sure=least < Sureness.ALIKE):
            sureness = Sureness.WRITTEN if written.is_sure else Sureness.ALIKE
            if written.day in self._days and sureness <= least:
                yield Mention(*folded.span(written.start, written.end), sureness)

    @property
    def have_names(self) -> bool:
        """Whether a list with one of them in it is sure to be recognised."""
        return self._names.are_known

    def may_be_named(self, text: str) -> bool:
        """Whether a word in *text* is the name of somebody who never had one of several words."""
        return self._names.may_name(FoldedText(text))

    def without(self, text: str, least: Sureness) -> str:
        """*text* with a sign in the place of each; the same object when none is in it."""
        return _replaced(text, self.mentions(text, least))

    def all_of_theirs(self, text: str, least: Sureness) -> str:
        """The same, also without what they share where *text* tells of them and of none of the sharers: it is theirs there."""
        mentions = list(self.mentions(text, least))
        if mentions and self._common:
            shared, sharers = self._common
            own = list(joined(mentions))
            if not any(_is_apart(mention, own) for mention in sharers.mentions(text)):
                mentions += shared.mentions(text, least)
        return _replaced(text, mentions)


def _is_apart(mention: Mention, parts: Iterable[tuple[int, int]]) -> bool:
    """Whether it is of somebody else than those *parts* of the text: to the letter, or elsewhere."""
    is_within = any(start <= mention.start and mention.end <= end for start, end in parts)
    return mention.sureness is Sureness.EXACT or not is_within


def _replaced(text: str, mentions: Iterable[Mention]) -> str:
    rest, parts = 0, []
    for start, end in joined(mentions):
        parts.append(text[rest:start])
        rest = end
    return IN_ITS_PLACE.join([*parts, text[rest:]]) if parts else text
