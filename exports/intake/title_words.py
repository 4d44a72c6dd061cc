"""The words around the titles of fields in workbooks of others: what means the same, what means nothing, what is half a field.

All of it folded, as ``exports.intake.titles`` compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Half(StrEnum):
    """Which part of a field stands in a column of its own."""

    FAMILY = "family"
    GIVEN = "given"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


HINTS = frozenset(
    {"dd mm yyyy", "dd mm yy", "d m yyyy", "ngay thang nam", "neu co", "bat buoc", "nam nu", "co khong", "x"}
)
"""What stands in brackets behind a title and tells how to fill it, not what it is."""

SYSTEMS = ("csdl", "co so du lieu", "he thong", "vnedu", "smas", "emis", "phan mem", "vn edu")
"""What stands in brackets behind a title and names the system that the list was made for or by."""

SAME = (
    ("bo gd dt", "bogddt"),
    ("bo giao duc", "bogddt"),
    ("can bo", "canbo"),
    ("que quan", "quequan"),
    ("ho va ten", "ho ten"),
    ("ho ten ph", "ho ten nguoi giam ho"),
    ("ho ten phu huynh", "ho ten nguoi giam ho"),
    ("ho khau thuong tru", "thuongtru"),
    ("dia chi thuong tru", "thuongtru"),
    ("noi thuong tru", "thuongtru"),
    ("thuong tru", "thuongtru"),
    ("ho khau", "thuongtru"),
    ("hktt", "thuongtru"),
    ("so dien thoai", "sdt"),
    ("dien thoai", "sdt"),
    ("so dt", "sdt"),
    ("ngay thang nam sinh", "ngay sinh"),
    ("tinh thanh pho", "tinh"),
    ("tinh tp", "tinh"),
    ("quan huyen", "huyen"),
    ("huyen quan", "huyen"),
    ("xa phuong thi tran", "xa"),
    ("phuong xa thi tran", "xa"),
    ("xa phuong", "xa"),
    ("phuong xa", "xa"),
    ("nhom lop", "lop"),
    ("lop hoc", "lop"),
    ("bo", "cha"),
    ("theo", ""),
    ("cua", ""),
)
"""Words and what they are compared as, in this order: what protects a word from a later line stands before it."""

NEUTRAL = frozenset(
    [
        "thong",
        "tin",
        "cua",
        "ve",
        "ho",
        "so",
        "ly",
        "lich",
        "so",
        "yeu",
        "danh",
        "sach",
        "phan",
        "muc",
        "tre",
        "em",
        "hoc",
        "sinh",
        "be",
        "chau",
        "ca",
        "nhan",
        "chung",
        "chi",
        "tiet",
    ]
)
"""Words of a title over several columns that do not change what those columns hold."""

PEOPLE_AND_PLACES = frozenset(
    [
        "cha",
        "me",
        "ph",
        "phu",
        "huynh",
        "giam",
        "nguoi",
        "quequan",
        "noi",
        "tam",
        "thuongtru",
        "co",
        "giao",
        "canbo",
        "chu",
        "don",
        "khac",
        "lien",
        "he",
    ]
)
"""Words of a title over several columns that say whose, or where: what stands below is no field of the person listed."""

HALVES: Mapping[Half, frozenset[str]] = {
    Half.FAMILY: frozenset(
        {
            "ho dem",
            "ho va dem",
            "ho ten dem",
            "ho lot",
            "ho ten lot",
            "ho va chu lot",
            "ho chu lot",
            "ho",
            "ho va ten dem",
            "ho va ten lot",
        }
    ),
    Half.GIVEN: frozenset({"ten", "ten goi"}),
    Half.DAY: frozenset({"ngay"}),
    Half.MONTH: frozenset({"thang"}),
    Half.YEAR: frozenset({"nam"}),
}
"""Titles of columns that hold a part of the field named above them, or of a name."""

NUMBERED = frozenset({"stt", "tt", "so thu tu", "so tt", "du lieu tap huan", "no"})
"""Titles of columns that hold nothing of a record."""

UNTITLED = "cột {letter} (không tiêu đề)"
"""A column that holds something and has no title."""

BESIDE = "{title} (từ cột {letter})"
"""A list that stands to the right of another on its sheet."""

ONCE_MORE = "{title} (cột {letter})"
"""A column whose title came before."""
