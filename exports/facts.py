"""What the print and the workbook say about a report beside its figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from forms.campaign import Campaign, campaign_of
from forms.catalogues import catalogue
from forms.records.facility import RECORD
from forms.report import Report
from forms.tables import FORM
from forms.text import clean, format_date
from forms.training import WATERMARK
from forms.values import Typed

DEFAULT_OFFICE = "Phòng Giáo dục và Đào tạo"
DRAFT = "BẢN NHÁP"
NOT_LEGAL = (
    "Bản lập tại đơn vị để đối chiếu; bản có giá trị pháp lý được trích xuất trên Hệ thống CSDL toàn ngành."
)


@dataclass(frozen=True)
class Facts:
    """The texts around the tables. Texts of the user are NFC and without control characters."""

    name: str
    code: str
    head: str
    head_title: str
    office: str
    place: str
    school_year: str
    revision: int
    check_code: str
    today: date
    draft: bool
    training: bool

    @property
    def title(self) -> str:
        """Title of the document."""
        return f"{FORM.title} - {FORM.period} {self.school_year}"

    @property
    def marked_code(self) -> str:
        """The check code; a draft's says so."""
        return f"{self.check_code} (nháp)" if self.draft else self.check_code

    @property
    def revision_text(self) -> str:
        """«Bản 2», for a draft «Bản 2 - BẢN NHÁP»."""
        return f"Bản {self.revision} - {DRAFT}" if self.draft else f"Bản {self.revision}"

    @property
    def marks(self) -> str:
        """What must be seen at once: training data, a draft; else nothing."""
        return " - ".join(mark for mark, on in ((WATERMARK, self.training), (DRAFT, self.draft)) if on)

    @property
    def training_mark(self) -> str:
        """The mark of training data."""
        return WATERMARK if self.training else ""

    @property
    def day(self) -> str:
        """Today, dd/mm/yyyy."""
        return format_date(self.today)

    @property
    def date_line(self) -> str:
        """«Quận 12, ngày 09 tháng 01 năm 2020»: small numbers have a 0 before them, as the rule for letters wants."""
        day, month = self.today.day, self.today.month
        shown_month = f"{month:02}" if month <= 2 else str(month)
        return f"{self.place}, ngày {day:02} tháng {shown_month} năm {self.today.year}"


def facts_of(report: Report) -> Facts:
    """The facts of *report*."""
    content = report.content
    facility = content.facility
    campaign = campaign_of(content) or Campaign({})
    district = shown_value(facility.get("district"))
    kind = catalogue("facility_kinds").by_code.get(shown_value(facility.get("kind")))
    school = kind is not None and not kind.attributes["independent"]
    return Facts(
        name=shown_value(facility.get("name")),
        code=shown_value(facility.get("code")),
        head=shown_value(facility.get("head_name")),
        head_title="HIỆU TRƯỞNG" if school else "CHỦ NHÓM",
        office=campaign.text("office") or DEFAULT_OFFICE,
        place=campaign.text("place") or catalogue("districts").name(district) or "…………",
        school_year=str(content.year),
        revision=content.revision,
        check_code=report.check_code,
        today=report.today,
        draft=report.is_draft,
        training=report.training,
    )


def shown_value(value: object) -> str:
    """A value of the profile as text; what does not parse as it was typed."""
    if isinstance(value, Typed):
        value = value.text
    return "" if value is None else clean(str(value))


def field_label(key: str) -> str:
    """Label of a field of the profile."""
    return RECORD.field_by_key[key].label
