"""The reminder to the facilities that have not sent: the words of the message, then whom to call, by ward."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from exports.district.arriving.expected_facilities import ExpectedFacility
from exports.district.letters import reminder_words as words
from exports.district.report_sum import Collection
from exports.layout.document_words import NOWHERE
from forms.dossier.campaign import said_in
from forms.dossier.roster import SchoolYear
from forms.model.record import FieldRole
from forms.model.text import fold, format_date, name_key


def missing_by_ward(collection: Collection) -> list[tuple[str, list[ExpectedFacility]]]:
    """The facilities of which nothing came, by ward and name; those whose ward nobody knows last."""
    ordered = sorted(
        collection.not_arrived, key=lambda one: (not one.ward, name_key(one.ward), name_key(one.name))
    )
    return [
        (group[0].ward, group)
        for _, ones in groupby(ordered, lambda one: fold(one.ward))
        if (group := [*ones])
    ]


def reminder(collection: Collection, year: SchoolYear, today: date) -> str:
    """The text: a message to be sent to each of them, and the list with their phones; *year* where no report tells it."""
    return "\n".join(_lines(collection, year, today)) + "\n"


def _lines(collection: Collection, year: SchoolYear, today: date) -> Iterator[str]:
    office = collection.office_content(year)
    campaign, year = said_in(office), office.year
    last = campaign.day(FieldRole.LAST_DAY)
    day = words.DEADLINE.format(day=format_date(last)) if last else ""
    late = words.IS_OVER if last and last < today else ""
    yield words.MESSAGE.format(
        office=campaign.text(FieldRole.OFFICE) or NOWHERE,
        report=office.form.report_in_full or office.form.report_name,
        step=office.form.send.title,
        year=year,
        deadline=day,
        late=late,
    )
    if phone := campaign.text(FieldRole.CONTACT_PHONE):
        yield words.CONTACT.format(name=campaign.text(FieldRole.CONTACT), phone=phone)
    yield ""
    groups = missing_by_ward(collection)
    yield words.LIST.format(count=sum(len(ones) for _, ones in groups), day=format_date(today))
    for ward, ones in groups:
        yield words.WARD.format(ward=ward or words.NO_WARD, count=len(ones))
        for number, one in enumerate(ones, 1):
            yield words.LINE.format(
                number=number, name=one.name, code=one.code, phone=one.phone or words.NO_PHONE
            )
