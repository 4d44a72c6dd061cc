"""The reporting campaign: what the letter of a school year says, as the owner or the trainer corrected it.

Source of 2019-2020: letter 849/GDĐT-CSVC, Phòng Giáo dục và Đào tạo Quận 12, 13/9/2019. Another year has no
campaign until its dates and people are entered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from forms.dossier.content import Content
from forms.dossier.roster import SchoolYear, Subject
from forms.model.text import parse_iso
from forms.model.values import Record, Value, parse
from forms.sets.mn2019.records import CAMPAIGN


@dataclass(frozen=True)
class Campaign:
    """A letter. *record* has the fields of ``forms.sets.mn2019.records.CAMPAIGN``, each with a value that parses or none."""

    record: Record

    def text(self, key: str) -> str:
        """A text; empty when the letter says nothing."""
        return str(self.record.get(key, ""))

    def day(self, key: str) -> date | None:
        """A day; None when the letter says nothing."""
        return parse_iso(self.text(key))


CAMPAIGNS: dict[int, Campaign] = {
    2019: Campaign(
        {
            "letter": "849/GDĐT-CSVC",
            "letter_day": "2019-09-13",
            "office": "Phòng Giáo dục và Đào tạo Quận 12",
            "place": "Quận 12",
            "signer": "Khưu Mạnh Hùng",
            "training": "2019-09-19",
            "training_time": "08 giờ",
            "training_place": "Trường THCS Nguyễn Chí Thanh",
            "training_bring": "laptop và 01 điện thoại có 3G hoặc 4G để phát sóng wifi",
            "last_day": "2019-09-24",
            "review_from": "2019-09-21",
            "review_to": "2019-09-30",
            "resend": "2019-10-05",
            "contact_name": "Ông Cao Minh Nghĩa",
            "contact_phone": "0968484791",
            "contact_zalo": "0968484791",
            "checker": "Bà Nguyễn Thị Thùy Trang",
            "system_url": "http://csdl.moet.gov.vn/",
            "news_url": "http://hcm.edu.vn/",
        }
    )
}
"""Starting year → its letter. «Trước 25/9» makes 24/9 the last day to send, «05/10» the last day to send again (project choice)."""


def letter_of(year: SchoolYear) -> Record:
    """What the letter of a school year says, before any correction."""
    known = CAMPAIGNS.get(year.start)
    return known.record if known else {}


def subject_of(content: Content) -> Subject:
    """The letter as its form shows it: what was entered, also what does not parse, over what the letter says."""
    record = {**letter_of(content.year), **_entered(content)}
    return Subject(CAMPAIGN, CAMPAIGN.place, 1, record, content.year)


def campaign_of(content: Content) -> Campaign | None:
    """The letter of the school year as corrected; what does not parse is no correction. None when nothing is known."""
    corrected = {key: value for key, value in _entered(content).items() if _parses(key, value)}
    record = {**letter_of(content.year), **corrected}
    return Campaign(record) if record else None


def _entered(content: Content) -> Record:
    known = CAMPAIGN.field_by_key
    return {key: value for key, value in content.part(CAMPAIGN.place).items() if key in known}


def _parses(key: str, value: Value) -> bool:
    return parse(CAMPAIGN.field_by_key[key], value, lambda _: None) is not None
