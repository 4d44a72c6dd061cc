"""Whether words that somebody typed tell who a child, a parent or a member of staff is.

Rather too often than too seldom: what is left out is told to the sender, who can word it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forms.dossier.content import Content
from forms.dossier.mentions.people_in_words import PeopleInWords
from forms.dossier.mentions.person_facts import UNKNOWN, PersonFacts, facts_of_everyone
from forms.model.text import clean


class NamedPeople:
    """The people of a dossier, as words may name them: by name, day of birth, number, code, address of mail; also by those of the *past*."""

    def __init__(self, content: Content, past: PersonFacts = UNKNOWN) -> None:
        self._people = PeopleInWords(facts_of_everyone(content, with_profile=False).joined(past))
        self._public = tuple(_phrases(content))

    def are_in(self, text: str) -> bool:
        """Whether *text* tells of one of them."""
        text = clean(text)
        for phrase in self._public:
            text = phrase.sub(" ", text)
        return any(self._people.mentions(text))


def _phrases(content: Content) -> Iterator[re.Pattern[str]]:
    """What the profile says in several words travels anyway: the name of the facility may hold that of a child."""
    for value in content.facility.values():
        if isinstance(value, str) and len(value.split()) > 1:
            yield re.compile(rf"(?<!\w){re.escape(value)}(?!\w)", re.IGNORECASE)
