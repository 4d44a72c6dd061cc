"""Formats of identifiers, phones and e-mail (rule E49), and how a typed value is brought to its stored form."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from forms.model.issue import Severity
from forms.model.text import clean

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Format(NamedTuple):
    """The form of a value: one of *regex* matches it whole.

    What matches none has *severity*; with *loose_regex*, what does not match that either has
    *loose_severity*. A match that *warn_regex* matches too is still worth a look. *normalise* are
    (pattern, replacement) pairs, applied in order when a cell is left and on import.
    """

    name: str
    severity: Severity
    applies_to: tuple[str, ...]
    regex: tuple[str, ...]
    repair: str
    normalise: tuple[tuple[str, str], ...] = ()
    loose_regex: str | None = None
    loose_severity: Severity = ERROR
    warn_regex: str | None = None

    def fits(self, text: str) -> bool:
        """Whether *text* has the form."""
        return any(_matches(pattern, text) for pattern in self.regex)

    def complaint(self, text: str) -> Severity | None:
        """How bad *text* is; None when nothing is wrong with it."""
        if self.fits(text):
            return WARNING if self.warn_regex and _matches(self.warn_regex, text) else None
        if self.loose_regex and not _matches(self.loose_regex, text):
            return self.loose_severity
        return self.severity

    def stored(self, text: str) -> str:
        """*text* as it is stored."""
        text = clean(text)
        for pattern, replacement in self.normalise:
            text = re.sub(pattern, replacement, text)
        return text


def _matches(pattern: str, text: str) -> bool:
    return re.fullmatch(pattern, text, re.ASCII) is not None


# fmt: off: one format a line
FORMATS: tuple[Format, ...] = (
    Format(
        "cmnd_cccd",
        ERROR,
        ("staff.id_number",),
        regex=(r"\d{9}", r"\d{12}"),
        repair="nhập 9 chữ số (chứng minh nhân dân) hoặc 12 chữ số (thẻ căn cước công dân)",
        normalise=((r"[\s.\-]", ""),),
    ),
    Format(
        "personal_id",
        ERROR,
        ("child.personal_id",),
        regex=(r"\d{12}",),
        repair="nhập đủ 12 chữ số ghi trên giấy khai sinh hoặc để trống",
        normalise=((r"[\s.\-]", ""),),
    ),
    Format(
        "ministry_id",
        WARNING,
        ("child.id",),
        regex=(r"\d{10}",),
        repair="để trống nếu là trẻ mới, hoặc chép đúng mã 10 chữ số trên Hệ thống CSDL toàn ngành",
        normalise=((r"[\s.\-]", ""),),
    ),
    Format(
        "school_code",
        WARNING,
        ("facility.code",),
        regex=(r"\d{8}",),
        repair="chép đúng mã 8 chữ số mà Hệ thống CSDL toàn ngành cấp cho cơ sở",
        normalise=((r"[\s.\-]", ""),),
    ),
    Format(
        "phone",
        WARNING,
        (
            "facility.phone",
            "facility.head_phone",
            "child.phone",
            "child.father_phone",
            "child.mother_phone",
            "staff.phone",
        ),
        regex=(
            r"0(3[2-9]|5[2689]|7[06-9]|8[1-9]|9[0-9])\d{7}",
            r"02[48]\d{8}",
            r"02(?![48])\d{9}",
        ),
        repair="nhập số di động 10 chữ số (đầu 03, 05, 07, 08, 09) hoặc số cố định 11 chữ số (đầu 02)",
        normalise=(
            (r"[\s.()\-]", ""),
            (r"^(?:\+84|0084)0?", "0"),
            (r"^84(?=\d{9,10}$)", "0"),
        ),
        loose_regex=r"0\d{8,10}",
        loose_severity=ERROR,
    ),
    Format(
        "email",
        ERROR,
        ("facility.email", "facility.head_email", "staff.email"),
        regex=(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}",),
        repair="nhập đúng dạng, ví dụ nhomtre@gmail.com, không dấu, không khoảng trắng",
        warn_regex=r".*\.[A-Za-z]{4,}",
    ),
    Format(
        "year",
        ERROR,
        ("child.father_birth_year", "child.mother_birth_year", "child.guardian_birth_year"),
        regex=(r"(19|20)\d\d",),
        repair="nhập năm gồm 4 chữ số",
    ),
    Format(
        "social_insurance",
        WARNING,
        ("staff.social_insurance",),
        regex=(r"\d{10}",),
        repair="nhập 10 chữ số trên sổ BHXH",
        normalise=((r"[\s.\-]", ""),),
    ),
)
# fmt: on


@cache
def format_of(record: str, field: str) -> Format | None:
    """The format of a field of a record type; None for most fields."""
    name = f"{record}.{field}"
    return next((item for item in FORMATS if name in item.applies_to), None)
