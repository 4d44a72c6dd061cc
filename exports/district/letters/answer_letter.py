"""The letter that goes to a facility with the file of an answer."""

from __future__ import annotations

from datetime import date

from exports.district.arriving.arrivals import Arrival
from exports.district.letters import answer_letter_words as words
from exports.layout.document_words import NOWHERE
from exports.layout.office_letter import Letter
from forms.dossier.campaign import receiver_of, said_in
from forms.dossier.content import Content
from forms.dossier.place_names import nameless_title, title_of
from forms.model.place import Place
from forms.model.record import FieldRole
from forms.model.text import clean, format_date, format_moment
from forms.package.answers import Answer


def answer_letter(arrival: Arrival, answer: Answer, content: Content, today: date, file: str) -> Letter:
    """What tells the facility of *answer*, which lies in *file*.

    *content* is its report, in which the remarks are placed, with the office's letter.

    Nobody of the records is named: a child is «Trẻ 3».
    """
    year = content.year
    campaign, receiver = said_in(content), receiver_of(content)
    office = campaign.text(FieldRole.OFFICE) or NOWHERE
    known = {
        words.REVISION: str(arrival.revision) if arrival.revision else "",
        words.SENT_ON: format_moment(arrival.sent_at[:10]) if arrival.sent_at else "",
        words.CHECK_CODE: arrival.check_code or "",
    }
    report = words.RECEIVED.format(
        office=office,
        report=content.form.report_in_full or content.form.report_name,
        year=year,
        form=content.form.code,
        known="".join(text.format(fact) for text, fact in known.items() if fact),
    )
    decided = words.DECIDED[answer.move.id].format(receiver=receiver.name)
    opening = [report, decided]
    if answer.note:
        opening.append(words.NOTE.format(note=clean(answer.note)))
    points = [_point(remark.place, remark.text, content) for remark in answer.remarks]
    if points:
        opening.append(words.POINTS.format(count=len(points)))
    resend = campaign.day(FieldRole.RESEND)
    until = words.UNTIL.format(day=format_date(resend)) if resend and resend >= today else ""
    closing = [words.NEXT[answer.move.id].format(until=until, receiver=receiver.spoken)]
    closing.append(words.OPEN_FILE.format(file=file, shown=words.SHOWN_THERE if points else ""))
    if phone := campaign.text(FieldRole.CONTACT_PHONE):
        closing.append(words.CONTACT.format(name=campaign.text(FieldRole.CONTACT), phone=phone))
    return Letter(
        parent=campaign.text(FieldRole.ABOVE) or NOWHERE,
        office=office,
        place=campaign.text(FieldRole.PLACE) or NOWHERE,
        day=today,
        subject=words.SUBJECT.format(report=content.form.report_name, year=year),
        receiver=words.RECEIVER.format(
            name=clean(arrival.name),
            code=words.CODE.format(arrival.facility_code) if arrival.facility_code else "",
        ),
        opening=tuple(opening),
        points=tuple(points),
        closing=tuple(closing),
        signer_title=(campaign.text(FieldRole.SIGNER_TITLE) or words.SIGNER).upper(),
        writer=words.WRITER.format(name=clean(answer.by)) if answer.by else "",
    )


def _point(place: Place, text: str, content: Content) -> str:
    return words.POINT.format(where=_title(place, content), text=clean(text))


def _title(place: Place, content: Content) -> str:
    subject = content.roster.at(place.record) if place.record else None
    if subject is None:
        return title_of(place, content)
    title = nameless_title(subject)
    return f"{title}, {subject.type.field_by_key[place.field].label}" if place.field else title
