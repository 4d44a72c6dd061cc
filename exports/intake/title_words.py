"""The words around the titles of fields in workbooks of others: what means the same, what means nothing, what is half a field.

All of it folded, as ``exports.intake.titles`` compares.
"""

from __future__ import annotations

from collections.abc import Mapping

from forms.model.declared import StrEnum


class Half(StrEnum):
    """Which part of a field stands in a column of its own."""

    FAMILY = "family"
    MIDDLE = "middle"
    GIVEN = "given"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


HINTS = frozenset(
    [
        *(
            "dd",
            "mm",
            "yyyy",
            "yy",
            "d",
            "m",
            "ngay",
            "thang",
            "nam",
            "nu",
            "neu",
            "co",
            "khong",
            "bat",
            "buoc",
            "x",
        ),
        *("viet", "chu", "in", "hoa", "thuong", "dau", "ghi", "ro", "day", "du", "dung", "nhu", "theo"),
        *("giay", "khai", "sinh", "so", "kg", "cm"),
    ]
)
"""Words of which all that stands in brackets behind a title is made when it tells how to fill it, not what it is."""

SYSTEMS = ("csdl", "co so du lieu", "he thong", "vnedu", "smas", "emis", "phan mem", "vn edu")
"""What stands in brackets behind a title and names the system that the list was made for or by."""

MARKED = (("gd đt", "bogddt"), ("đt", "sdt"), ("ba", "cha"))
"""Words that mean something only as they are marked here, and what they are compared as: DT is not ĐT, bà not ba."""

SAME = (
    ("hs", "hoc sinh"),
    ("bo bogddt", "bogddt"),
    ("bo gd dt", "bogddt"),
    ("bo gddt", "bogddt"),
    ("bo gd", "bogddt"),
    ("bo giao duc", "bogddt"),
    ("csdl nganh", "csdl"),
    ("can bo", "canbo"),
    ("que quan", "quequan"),
    ("ho va ten", "ho ten"),
    ("phu huynh", "ph"),
    ("gia dinh", "ph"),
    ("ho ten ph", "ho ten nguoi giam ho"),
    ("ho khau thuong tru", "thuongtru"),
    ("dia chi thuong tru", "thuongtru"),
    ("noi thuong tru", "thuongtru"),
    ("noi dkhktt", "thuongtru"),
    ("thuong tru", "thuongtru"),
    ("ho khau", "thuongtru"),
    ("hktt", "thuongtru"),
    ("so dien thoai", "sdt"),
    ("dien thoai", "sdt"),
    ("so sdt", "sdt"),
    ("so dt", "sdt"),
    ("dtdd", "sdt"),
    ("sdt di dong", "sdt"),
    ("lien lac", "lien he"),
    ("hien tai", "hien nay"),
    ("cho o", "choo"),
    ("noi o", "choo"),
    ("noi cu tru", "choo"),
    ("ngay thang nam sinh", "ngay sinh"),
    ("n sinh", "ngay sinh"),
    ("ns", "nam sinh"),
    ("sinh nam", "nam sinh"),
    ("nghe nghiep", "nghe"),
    ("cong viec", "nghe"),
    ("nn", "nghe"),
    ("d toc", "dan toc"),
    ("tinh trang dd", "tinh trang dinh duong"),
    ("tinh thanh pho", "tinh"),
    ("tinh thanh", "tinh"),
    ("tinh tp", "tinh"),
    ("quan huyen", "huyen"),
    ("huyen quan", "huyen"),
    ("xa phuong thi tran", "xa"),
    ("phuong xa thi tran", "xa"),
    ("xa phuong", "xa"),
    ("phuong xa", "xa"),
    ("nhom lop", "lop"),
    ("lop hoc", "lop"),
    ("hoc lop", "lop"),
    ("bo", "cha"),
    ("theo", ""),
    ("cua", ""),
    ("thuoc", ""),
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
        "luoc",
        "hs",
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
    Half.MIDDLE: frozenset({"ten dem", "dem", "chu dem", "ten lot", "chu lot", "lot"}),
    Half.GIVEN: frozenset({"ten", "ten goi"}),
    Half.DAY: frozenset({"ngay"}),
    Half.MONTH: frozenset({"thang"}),
    Half.YEAR: frozenset({"nam"}),
}
"""Titles of columns that hold a part of the field named above them, or of a name."""

WHOLE_ALONE: Mapping[Half, tuple[Half, ...]] = {
    Half.GIVEN: (Half.FAMILY,),
    Half.YEAR: (Half.DAY, Half.MONTH),
}
"""Parts whose title is at times that of the whole, where the others have no columns: «Tên», «Năm sinh»."""

NUMBERS = frozenset({"stt", "tt", "so thu tu", "so tt", "no"})
"""Titles of the column that counts the rows."""
NUMBERED = NUMBERS | {"du lieu tap huan"}
"""Titles of columns that hold nothing of a record."""

UNTITLED = "cột {letter} (không tiêu đề)"
"""A column that holds something and has no title."""

BESIDE = "{title} (từ cột {letter})"
"""A list that stands to the right of another on its sheet."""

ONCE_MORE = "{title} (cột {letter})"
"""A column whose title came before."""
