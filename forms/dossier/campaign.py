"""The reporting campaign: what the letter of a school year says, as the owner or the trainer corrected it.

The letters that are known stand in the form's set. Another year has no campaign until its dates and people are
entered.
"""

from __future__ import annotations

from datetime import date

from forms.dossier import dossier_words
from forms.dossier.content import Content
from forms.dossier.roster import Subject
from forms.model.declared import Frozen
from forms.model.record import Field, FieldRole, RecordType
from forms.model.text import parse_iso
from forms.model.values import Record, Value, absence_of, parse


class Campaign(Frozen):
    """A letter. *record* has the fields of *letter*, that of its form, each with a value that parses or none."""

    record: Record
    letter: RecordType

    def text(self, role: FieldRole) -> str:
        """A text; empty when the letter says nothing."""
        value = self.letter.told(self.record, role)
        return "" if value is None else str(value)

    def day(self, role: FieldRole) -> date | None:
        """A day; None when the letter says nothing."""
        return parse_iso(self.text(role))


class Receiver(Frozen):
    """Who receives the reports, as sentences say it: «Phòng», «Sở», «UBND phường». *full* is the whole name, '' when it is not known."""

    full: str
    name: str

    @property
    def spoken(self) -> str:
        """Its short name within a sentence: «phòng», «sở», «UBND phường»."""
        first, rest = self.name[:1], self.name[1:]
        return self.name if rest[:1].isupper() else first.lower() + rest

    @property
    def capitals(self) -> str:
        """Its short name in a title."""
        return self.name.upper()


def receiver_of(content: Content) -> Receiver:
    """Who receives the report of that school year, as the letter says."""
    campaign = said_in(content)
    return Receiver(
        campaign.text(FieldRole.OFFICE), campaign.text(FieldRole.OFFICE_SHORT) or dossier_words.RECEIVER
    )


def letter_of(content: Content) -> Record:
    """What the letter of the school year says, before any correction."""
    return content.form.letters.get(content.year.start, {})


def subject_of(content: Content) -> Subject:
    """The letter as its form shows it: what was entered, also what does not parse, over what the letter says."""
    record = {**letter_of(content), **_entered(content)}
    letter = content.form.letter
    return Subject(letter, letter.place, 1, record, content.year, content.form)


def campaign_of(content: Content) -> Campaign | None:
    """The letter of the school year as corrected; what does not parse is no correction. None when nothing is known.

    An absence is one: what the known letter says there does not hold.
    """
    fields, entered = content.form.letter.field_by_key, _entered(content)
    corrected = {key: value for key, value in entered.items() if _parses(fields[key], value)}
    record = {
        key: value
        for key, value in {**letter_of(content), **corrected}.items()
        if not absence_of(entered.get(key))
    }
    return Campaign(record, content.form.letter) if record else None


def said_in(content: Content) -> Campaign:
    """The same; one that says nothing where nothing is known."""
    return campaign_of(content) or Campaign({}, content.form.letter)


def _entered(content: Content) -> Record:
    letter = content.form.letter
    known = letter.field_by_key
    return {key: value for key, value in content.entry(letter).items() if key in known}


def _parses(field: Field, value: Value) -> bool:
    return parse(field, value, lambda _: None) is not None
