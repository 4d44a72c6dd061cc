"""What the print and the workbook say about a report beside its figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from exports.layout import document_words as words
from exports.layout.program import PROGRAM_VERSION
from forms.dossier.campaign import said_in
from forms.model.record import FieldRole
from forms.model.text import clean, format_date, format_moment
from forms.model.values import Typed
from forms.report.report import Report
from forms.sets import name_to_write
from forms.sets.form_set import FormSet

MARKS_JOINED = " - "


@dataclass(frozen=True)
class ReportFacts:
    """The texts around the tables. Texts of the user are NFC and without control characters.

    *name* is the reporting unit, under *parent*; *office* receives the report. *edition* says what is reported
    («Bản 2»), *code_word* what its check code is called. *sent_at* (ISO) and *sent_by* are '' for what was not sent,
    *history*, the last change that it was made of, also for what an older version sent.
    """

    form: FormSet
    name: str
    name_label: str
    parent: str
    code: str
    head: str
    head_title: str
    office: str
    place: str
    school_year: str
    revision: int
    edition: str
    check_code: str
    today: date
    draft: bool
    training: bool
    code_word: str = words.CODE_WORD
    sent_at: str = ""
    sent_by: str = ""
    history: str = ""
    has_errors: bool = False

    @property
    def title(self) -> str:
        """Title of the document."""
        return f"{self.form.title} - {self.period}"

    @property
    def marked_code(self) -> str:
        """The check code; a draft's says so."""
        return words.DRAFT_CODE.format(code=self.check_code) if self.draft else self.check_code

    @property
    def revision_text(self) -> str:
        """«Bản 2»; a draft has no number yet."""
        return words.DRAFT_EDITION if self.draft else self.edition

    @property
    def code_title(self) -> str:
        """«Mã kiểm tra số liệu»."""
        return words.CODE_TITLE.format(code_word=self.code_word)

    @property
    def sending(self) -> str:
        """«Gửi lúc 14:05 ngày 20/09/2019, người xác nhận: Trần Thị Lan»; '' for what was not sent."""
        if not self.sent_at:
            return ""
        person = self.sent_by or words.UNNAMED
        return words.SENDING.format(moment=format_moment(self.sent_at), person=person)

    @property
    def period(self) -> str:
        """«Kỳ đầu năm học 2019-2020»."""
        return f"{self.form.period} {self.school_year}"

    @property
    def form_name(self) -> str:
        """The form as the print names it: «01-MN-ĐN»; one that files name is told by that name, too."""
        name = name_to_write(self.form)
        return words.FORM_AND_SET.format(code=self.form.code, name=name) if name else self.form.code

    @property
    def program(self) -> str:
        """What made it, in which version."""
        return words.PROGRAM.format(version=PROGRAM_VERSION)

    @property
    def marks(self) -> str:
        """What must be seen at once: training data, a draft, that it cannot be sent as it is; else nothing."""
        draft = words.DRAFT if self.draft else ""
        errors = words.ERRORS_LEFT if self.draft and self.has_errors else ""
        return MARKS_JOINED.join(filter(None, (self.training_mark, draft, errors)))

    @property
    def training_mark(self) -> str:
        """The mark of training data."""
        return self.form.training.watermark if self.training else ""

    @property
    def day(self) -> str:
        """Today, dd/mm/yyyy."""
        return format_date(self.today)

    @property
    def date_line(self) -> str:
        """«Quận 12, ngày 09 tháng 01 năm 2020»."""
        return date_line(self.place, self.today)

    def of_people(self) -> Iterator[tuple[str, str]]:
        """The texts that people wrote, each after its label."""
        yield self.name_label, self.name
        yield self.form.facility.field_by_key["code"].label, self.code
        if head := self.form.facility.field_by_role.get(FieldRole.HEAD):
            yield head.label, self.head
        yield words.RECEIVER_LABEL, self.office
        yield words.PLACE_LABEL, self.place
        yield words.PERSON_LABEL, self.sent_by


def date_line(place: str, day: date) -> str:
    """«Quận 12, ngày 09 tháng 01 năm 2020»: small numbers have a 0 before them, as the rule for letters wants."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return words.DATE_LINE.format(place=place, day=day.day, month=month, year=day.year)


def facts_of(report: Report) -> ReportFacts:
    """The facts of *report*."""
    content = report.content
    facility = content.facility
    campaign = said_in(content)
    sent = report.sent
    form = content.form
    profile = form.facility
    known = profile.field_by_role.get(FieldRole.DISTRICT)
    district = known.codes.name(profile_text(facility.get(known.key))) if known and known.catalogue else ""
    school = form.is_independent(profile_text(profile.told(facility, FieldRole.KIND))) is False
    office = campaign.text(FieldRole.OFFICE) or words.NOWHERE
    return ReportFacts(
        form=form,
        name=profile_text(facility.get("name")),
        name_label=form.facility.field_by_key["name"].label,
        parent=office,
        code=profile_text(facility.get("code")),
        head=profile_text(profile.told(facility, FieldRole.HEAD)),
        head_title=words.HEAD_OF_SCHOOL if school else words.HEAD_OF_GROUP,
        office=office,
        place=campaign.text(FieldRole.PLACE) or district or words.NOWHERE,
        school_year=str(content.year),
        revision=content.revision,
        edition=words.EDITION.format(number=content.revision),
        check_code=report.check_code,
        today=report.today,
        draft=report.is_draft,
        training=report.training,
        sent_at=clean(sent.at) if sent else "",
        sent_by=clean(sent.by) if sent else "",
        history=clean(sent.head) if sent else "",
        has_errors=report.has_errors,
    )


def profile_text(value: object) -> str:
    """A value of the profile as text; what does not parse as it was typed."""
    if isinstance(value, Typed):
        value = value.text
    return "" if value is None else clean(str(value))
