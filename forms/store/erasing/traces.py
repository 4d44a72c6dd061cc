"""What tells of who is erased where it stands in other texts and in files."""

from __future__ import annotations

import html
import io
import re
import zlib
from zipfile import BadZipFile, ZipFile

from forms.dossier.erased_records import IN_ITS_PLACE
from forms.dossier.mentions.mention import Sureness
from forms.dossier.mentions.people_in_words import PeopleInWords
from forms.dossier.mentions.person_facts import UNKNOWN, PersonFacts
from forms.model.record import Field, FieldType

_MARKUP = re.compile(r"<[^>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_ARCHIVE = b"PK\x03\x04"
_MARKED_UP = (".xml", ".rels", ".vml")
"""What a workbook is made of."""
_UNREADABLE = (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error)
_LOOKED_INTO = (".json", ".txt", ".csv", ".zip", ".xlsx", ".journal", ".draft")


class Traces:
    """What must not be read anywhere any more of those who have the *facts*.

    What *others* have as well may be, but in words that tell of them and of none of the *sharers*, who have it.
    """

    def __init__(self, facts: PersonFacts, others: PersonFacts, sharers: PersonFacts = UNKNOWN) -> None:
        self._people = PeopleInWords(facts, others, sharers)
        self._known: dict[str, str] = {}
        self._known_of_others: dict[str, str] = {}
        """The same texts stand in every generation."""

    def are_in(self, text: str) -> bool:
        """Whether one of them stands in *text*."""
        return any(self._people.mentions(text, Sureness.CALLED))

    def taken_out(self, text: str) -> str:
        """*text* with a sign in the place of each; the same object when none is in it."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._people.all_of_theirs(text, Sureness.CALLED)
        return known

    def taken_out_of_another(self, field: Field, text: str, *, is_read: bool) -> str:
        """The same of the value of a *field* of another record: what is of that one stays as it is, but for names in free words."""
        if is_read and _is_own(field, text):
            return text
        without = self._known_of_others.get(text)
        if without is None:
            without = self._known_of_others[text] = self._people.without(text, Sureness.EXACT)
        return text if without == IN_ITS_PLACE else without

    def are_in_file(self, name: str, data: bytes) -> bool | None:
        """Whether one of them stands in a file or in its *name*; None where that cannot be told.

        So it is with a file that cannot be looked into, such as a PDF, with all of them where no name of the person is known. A name
        of one word, which in words may be another one, is taken for it: rather one file too many.
        """
        if not self._people.have_names or not name.lower().endswith(_LOOKED_INTO):
            return None
        if self._may_be_in(name):
            return True
        if not data.startswith(_ARCHIVE):
            return self._are_in_bytes(data)
        try:
            with ZipFile(io.BytesIO(data)) as archive:
                found = {self._are_in_member(one, archive.read(one)) for one in archive.namelist()}
        except _UNREADABLE:
            return None
        return True if True in found else (None if None in found else False)

    def _are_in_member(self, name: str, data: bytes) -> bool | None:
        if name.endswith("/"):
            return False
        return self._are_in_bytes(data) if name.lower().endswith(_MARKED_UP) else self.are_in_file(name, data)

    def _are_in_bytes(self, data: bytes) -> bool | None:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return None
        readings = {text, html.unescape(_MARKUP.sub(" ", text)), _ESCAPED.sub(_letter, text)}
        return any(map(self._may_be_in, readings))

    def _may_be_in(self, text: str) -> bool:
        return self.are_in(text) or self._people.may_be_named(text)


def _letter(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16))


def _is_own(field: Field, text: str) -> bool:
    """Whether *text* tells of whom the record is of, and of nobody else."""
    return (
        field.format.fits(text) if field.format is not None else field.plain or field.type is FieldType.DATE
    )
