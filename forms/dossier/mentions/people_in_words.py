"""All mentions of people in a text, by whatever they are known."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier.erased_records import IN_ITS_PLACE
from forms.dossier.mentions.days_in_words import days_in
from forms.dossier.mentions.folded_text import FoldedText
from forms.dossier.mentions.mention import Mention, Sureness, joined
from forms.dossier.mentions.names_in_words import NamesInWords
from forms.dossier.mentions.numbers_in_words import NumbersInWords
from forms.dossier.mentions.person_facts import PersonFacts

_NOBODY = PersonFacts()


class PeopleInWords:
    """Finds the people of *facts* in texts; what may as well mean one of the *others* is no sure mention."""

    def __init__(self, facts: PersonFacts, others: PersonFacts = _NOBODY) -> None:
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
        for written in days_in(folded.folded):
            sureness = Sureness.WRITTEN if written.is_sure else Sureness.ALIKE
            if written.day in self._days and sureness <= least:
                yield Mention(*folded.span(written.start, written.end), sureness)

    def without(self, text: str, least: Sureness) -> str:
        """*text* with a sign in the place of each; the same object when none is in it."""
        rest, parts = 0, []
        for start, end in joined(self.mentions(text, least)):
            parts.append(text[rest:start])
            rest = end
        return IN_ITS_PLACE.join([*parts, text[rest:]]) if parts else text
