"""What people write into the cells of a list, and what it means. Nothing here is taken from the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import Enum
from random import Random
from typing import Any, NamedTuple
from unicodedata import normalize

Value = str | int | bool | None


class Telling(Enum):
    """Whether something has to be told of a cell."""

    NO = "read, and nothing said of it"
    MAY = "read or told: no other value"
    MUST = "read, and told: its digits were changed"
    REFUSED = "nothing of its row is stored, and that is told"


class Said(NamedTuple):
    """A cell as it stands in a list, and the value that it means; *shown* is its number format."""

    cell: Any
    value: Value
    telling: Telling = Telling.NO
    shown: str = ""


Habit = Callable[[Random], Said]
"""How somebody fills in a column."""

BLANK = Said(None, None)
MAY, MUST, REFUSED = Telling.MAY, Telling.MUST, Telling.REFUSED


def one_of(*choices: Said | tuple[Any, Value]) -> Habit:
    """Each cell is one of these."""
    said = [choice if isinstance(choice, Said) else Said(*choice) for choice in choices]
    return lambda chance: chance.choice(said)


# Names

FAMILY = (
    *("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ"),
    *("Hồ", "Ngô", "Dương", "Lý", "Đoàn", "Thạch", "Sơn"),
)
MIDDLE = (
    *("Thị", "Văn", "Mẫu", "Thử", "Ngọc", "Gia", "Bảo", "Minh", "Thanh", "Hoài", "Quỳnh", "Đức"),
    *("Nhật", "Tuệ", "Hữu", "Ánh", "Kỳ", "Uyên"),
)
GIVEN = (
    *("An", "Ân", "Anh", "Bảo", "Châu", "Chi", "Dũng", "Đạt", "Giang", "Hà", "Hân", "Hiếu"),
    *("Hòa", "Hoàng", "Huy", "Khang", "Khánh", "Khôi", "Kiên", "Lan", "Lâm", "Linh", "Long", "Mai"),
    *("My", "Nam", "Nga", "Ngân", "Nghĩa", "Nhi", "Phong", "Phúc", "Phương", "Quân", "Quyên", "Sơn"),
    *("Tâm", "Thảo", "Thiên", "Thư", "Thủy", "Tiến", "Trang", "Trâm", "Trí", "Tú", "Tuấn", "Uyên"),
    *("Vân", "Việt", "Vy", "Xuân", "Yến"),
)


def name_of(chance: Random) -> str:
    middle = chance.choices(MIDDLE, k=chance.choice((1, 1, 1, 2, 2, 3)))
    return " ".join([chance.choice(FAMILY), *middle, chance.choice(GIVEN)])


def plain_names(chance: Random) -> Said:
    name = name_of(chance)
    return Said(name, name)


def _spaced(name: str, chance: Random) -> str:
    return chance.choice(
        (f" {name}", f"{name}  ", name.replace(" ", "  ", 1), name.replace(" ", "\u00a0", 1))
    )


def names(chance: Random) -> Habit:
    """In small letters or in capitals, composed or not, with stray blanks."""
    capitals, apart = chance.random() < 0.15, chance.random() < 0.1

    def habit(chance: Random) -> Said:
        name = name_of(chance)
        name = name.upper() if capitals else name
        text = normalize("NFD", name) if apart else name
        return Said(_spaced(text, chance) if chance.random() < 0.06 else text, name)

    return habit


# Days

_DAY_ZERO = date(1899, 12, 30)

_DAY_FORMS: Mapping[str, Callable[[date], Said]] = {
    "real": lambda day: Said(datetime(day.year, day.month, day.day), None, shown="dd/mm/yyyy"),  # noqa: DTZ001
    "real, shown month first": lambda day: Said(day, None, shown="mm-dd-yy"),
    "slashes": lambda day: Said(f"{day:%d/%m/%Y}", None),
    "short": lambda day: Said(f"{day.day}/{day.month}/{day.year}", None),
    "hyphens": lambda day: Said(f"{day:%d-%m-%Y}", None),
    "points": lambda day: Said(f"{day:%d.%m.%Y}", None),
    "blanks": lambda day: Said(f"{day:%d} / {day:%m} / {day.year}", None),
    "iso": lambda day: Said(day.isoformat(), None),
    "iso with a time": lambda day: Said(f"{day.isoformat()}T00:00:00", None),
    "of a database": lambda day: Said(f"{day.isoformat()} 00:00:00.000", None),
    "midnight": lambda day: Said(f"{day:%d/%m/%Y} 00:00", None),
    "quote": lambda day: Said(f"'{day:%d/%m/%Y}", None),
    "words": lambda day: Said(f"ngày {day.day} tháng {day.month} năm {day.year}", None),
    "Words": lambda day: Said(f"Ngày {day:%d} tháng {day:%m} năm {day.year}", None),
    "serial": lambda day: Said((day - _DAY_ZERO).days, None),
    "run": lambda day: Said(f"{day:%d%m%Y}", None),
    "hard blank": lambda day: Said(f"\u00a0{day:%d/%m/%Y} ", None),
}
_COMMON = ("real", "real", "slashes", "slashes", "slashes", "short", "hyphens", "points")
_WRONG: Sequence[Callable[[date], str | int]] = (
    lambda day: f"{day:%d/%m/%y}",
    lambda day: f"{day:%m/%Y}",
    lambda day: day.year,
    lambda day: f"31/02/{day.year}",
    lambda day: f"{day:%d/%m}/O{day.year % 100}",
    lambda day: "chưa rõ",
)


def days(first: date, last: date) -> Callable[[Random], Habit]:
    """Days between two, mostly written in one way; seldom one that is none."""

    def habit_of(chance: Random) -> Habit:
        common = chance.choice(_COMMON if chance.random() < 0.7 else list(_DAY_FORMS))

        def habit(chance: Random) -> Said:
            day = first + timedelta(days=chance.randrange((last - first).days))
            if chance.random() < 0.004:
                return Said(chance.choice(_WRONG)(day), None, REFUSED)
            form = common
            if chance.random() < 0.03 and not common.startswith("real"):
                form = chance.choice([name for name in _DAY_FORMS if not name.startswith("real")])
            return _DAY_FORMS[form](day)._replace(value=day.isoformat())

        return habit

    return habit_of


# Numbers

_MOBILE = (
    "032",
    "035",
    "038",
    "052",
    "058",
    "070",
    "077",
    "079",
    "081",
    "085",
    "090",
    "091",
    "093",
    "097",
    "098",
)


def _digits(chance: Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def _mobile(chance: Random) -> str:
    return chance.choice(_MOBILE) + _digits(chance, 7)


def phones(chance: Random) -> Habit:
    """As text, or as the numbers that a spreadsheet makes of them."""
    common = chance.choice(("text", "text", "number", "number", "groups", "points"))
    rare = ("float", "plus", "lost", "two", "two lines", "quote", "land", "whose", "84")

    def habit(chance: Random) -> Said:
        phone, other = _mobile(chance), _mobile(chance)
        match chance.choice(rare) if chance.random() < 0.05 else common:
            case "number":
                return Said(int(phone), phone, MUST)
            case "groups":
                return Said(f"{phone[:4]} {phone[4:7]} {phone[7:]}", phone)
            case "points":
                return Said(f"{phone[:4]}.{phone[4:7]}.{phone[7:]}", phone)
            case "float":
                return Said(f"{int(phone)}.0", phone, MUST)
            case "plus":
                return Said(f"+84 {phone[1:4]} {phone[4:7]} {phone[7:]}", phone)
            case "84":
                return Said(f"84{phone[1:]}", phone, MAY)
            case "lost":
                return Said(f"{phone[1]}.{phone[2:4]}E+08", None, MUST)
            case "two":
                return Said(
                    chance.choice((" - ", "/", "; ", ", ", " hoặc ")).join((phone, other)), phone, MUST
                )
            case "two lines":
                return Said(f"{phone}\n{other}", phone, MUST)
            case "quote":
                return Said(f"'{phone}", phone)
            case "land":
                land = "028" + _digits(chance, 8)
                return Said(f"{land[:3]} {land[3:7]} {land[7:]}", land)
            case "whose":
                return Said(f"{phone} (mẹ)", phone, MAY)
        return Said(phone, phone)

    return habit


def codes_of_system(chance: Random) -> Habit:
    """Ten digits, the code of the Ministry."""
    as_number = chance.random() < 0.4

    def habit(chance: Random) -> Said:
        code = "79" + _digits(chance, 8)
        return Said(int(code) if as_number else code, code)

    return habit


def personal_ids(chance: Random) -> Habit:
    """Twelve digits; the zero before them is lost where they became a number."""
    as_number = chance.random() < 0.35

    def habit(chance: Random) -> Said:
        code = chance.choice(("079", "080", "092", "052")) + "3" + _digits(chance, 8)
        if chance.random() < 0.02:
            return Said(f"7.{code[2:6]}E+10", None, MUST)
        if as_number:
            return Said(int(code), code, MUST)
        return Said(code, code)

    return habit


def id_numbers(chance: Random) -> Habit:
    """Identity cards of nine or twelve digits."""

    def habit(chance: Random) -> Said:
        old = chance.choice(("2", "3")) + _digits(chance, 8)
        new = "079" + _digits(chance, 9)
        return chance.choice((Said(old, old), Said(int(old), old), Said(new, new), Said(int(new), new, MUST)))

    return habit


def years(chance: Random) -> Habit:
    """Years of birth of parents."""
    as_number = chance.random() < 0.6

    def habit(chance: Random) -> Said:
        year = chance.randrange(1970, 1999)
        if chance.random() < 0.02:
            return chance.choice(
                (
                    Said(f"{year % 100}", year, MAY),
                    Said(f"12/03/{year}", year, MAY),
                    Said(f"{year}.0", year, MAY),
                )
            )
        return Said(year if as_number else str(year), year)

    return habit


# Words

SEXES = {
    "01": (("Nam",), ("nam",), ("NAM",), ("Trai",), ("Bé trai",), ("Nam ",), ("Nam",)),
    "02": (("Nữ",), ("nữ",), ("NỮ",), ("Gái",), ("Bé gái",), ("Nữ ",), ("Nu",)),
}


def sexes(chance: Random) -> Habit:
    """One pair of words a list."""
    style = chance.choice((0, 0, 0, 1, 2, 3, 4, 5, 6))
    if chance.random() < 0.04:
        return one_of(*(Said(text, code, MAY) for text, code in chance.choice(_DOUBTFUL_SEXES)))
    return one_of(*((words[style][0], code) for code, words in SEXES.items()))


_DOUBTFUL_SEXES = ((("M", "01"), ("F", "02")), ((1, "01"), (0, "02")), (("1", "01"), ("2", "02")))

_PEOPLES: Sequence[tuple[Sequence[str], str]] = (
    (("Hoa", "hoa", "HOA", "Hoa (Hán)", "người Hoa"), "04"),
    (("Khmer", "Khơ-me", "Khơ me", "KHMER", "Khơme", "Khmer (Khơ-me)"), "05"),
    (("Tày", "TÀY", "tày"), "02"),
    (("Thái", "thái"), "03"),
    (("Mường", "mường", "Mường "), "06"),
    (("Nùng", "NÙNG"), "07"),
    (("H'Mông", "Hmông", "Mông", "H’Mông", "H'mông"), "08"),
    (("Chăm", "Chăm ", "CHĂM"), "17"),
    (("Ê-đê", "Ê đê", "Êđê", "Ê Đê"), "12"),
    (("Gia-rai", "Gia Rai", "Gia rai"), "10"),
)


def peoples(chance: Random) -> Habit:
    """Kinh, mostly."""
    kinh = chance.choice(("Kinh", "Kinh", "Kinh", "kinh", "KINH"))

    def habit(chance: Random) -> Said:
        if chance.random() < 0.9:
            return Said(kinh, "01")
        words, code = chance.choice(_PEOPLES)
        return Said(chance.choice(words), code)

    return habit


religions = one_of(
    *(
        ("Không", "99"),
        ("Không", "99"),
        ("không", "99"),
        ("Không ", "99"),
        ("Phật giáo", "01"),
        ("Phật", "01"),
    ),
    *(
        ("Công giáo", "02"),
        ("Thiên Chúa giáo", "02"),
        ("Thiên chúa", "02"),
        ("Tin Lành", "08"),
        ("Tin lành", "08"),
    ),
    *(("Cao Đài", "05"), ("Cao đài", "05"), ("Hòa Hảo", "03"), ("Hoà Hảo", "03"), ("Đạo Phật", "01")),
    *(Said("Kinh", None, MUST), Said("0", None, MUST)),
)
nationalities = one_of(("Việt Nam", "704"), ("VIỆT NAM", "704"), ("Việt nam", "704"), ("VN", "704"))
jobs = one_of(
    *(
        (job, job)
        for job in ("Công nhân", "CN", "Nội trợ", "Buôn bán", "Kinh doanh", "Giáo viên", "Tự do", "NVVP")
    ),
    *((job, job) for job in ("Lái xe", "Thợ may", "Làm nông", "Nhân viên văn phòng")),
)
weights = one_of((16.5, None), (17, None), ("15,8", None), (14.2, None))
heights = one_of((102, None), (99.5, None), ("101", None), ("1m05", None))
remarks = one_of(BLANK, BLANK, BLANK, ("Mới", None), ("Chuyển đến", None), ("Gửi sáng", None))
ages = one_of((3, None), (4, None), (36, None), ("4 tuổi", None))
nicknames = one_of(("Bi", None), ("Bông", None), ("Cún", None), ("Tôm", None), ("Su", None))
days_of_entry = one_of(("05/09/2019", None), (date(2019, 9, 5), None), ("12/08/2019", None))
permanents = one_of(("Xã Mẫu, Chợ Gạo, Tiền Giang", None), ("Ấp 3, Bến Lức, Long An", None), ("Q12", None))
states = one_of(("Đang học", "01"), ("đang học", "01"), ("Đang học ", "01"), ("ĐANG HỌC", "01"))
nutrition = one_of(
    *(
        ("Bình thường", "00"),
        ("bình thường", "00"),
        ("Suy dinh dưỡng thể nhẹ cân", "01"),
        ("Thừa cân, béo phì", "04"),
    ),
    Said("BT", "00", MAY),
    Said("SDD", None, MAY),
)
hamlets = one_of(*((text, text) for text in ("Tổ 3", "Khu phố 2", "Ấp 4", "Tổ 12, KP 5", "KP3", "Thôn Mẫu")))
births = one_of(
    *((text, text) for text in ("TP. Hồ Chí Minh", "BV Từ Dũ", "Bến Tre", "Bệnh viện Hùng Vương"))
)
emails = one_of(*((text, text) for text in ("co.mau@example.vn", "mau1990@example.com")))


def addresses(chance: Random) -> Habit:
    """Number and street, sometimes in two lines."""

    def habit(chance: Random) -> Said:
        number = chance.choice(
            (f"{chance.randrange(1, 400)}", f"{chance.randrange(1, 99)}/{chance.randrange(1, 40)}A")
        )
        street = chance.choice(("Lê Văn Khương", "Nguyễn Ảnh Thủ", "Tô Ký", "HT 13", "TCH 10"))
        text = f"{number} {street}, P. Hiệp Thành, Q.12"
        return Said(text.replace(", P", ",\nP", 1) if chance.random() < 0.05 else text, text)

    return habit


def crosses(chance: Random) -> Habit:
    """A cross where it holds; or both words."""
    if chance.random() < 0.6:
        mark = chance.choice(("x", "X", "x"))
        return lambda chance: Said(mark, True) if chance.random() < 0.3 else BLANK
    return one_of(("Có", True), ("Không", False), ("có", True), ("không", False))


# Places

_HOME = (
    (
        ("TP. Hồ Chí Minh", "Hồ Chí Minh", "TP.HCM", "TPHCM", "TP HCM", "Thành phố Hồ Chí Minh", "Tp. HCM"),
        "79",
    ),
    (("Quận 12", "Q.12", "Q12", "quận 12", "Q. 12", "QUẬN 12"), "761"),
)
_WARDS = (
    (("Phường Hiệp Thành", "P. Hiệp Thành", "Hiệp Thành", "P.Hiệp Thành", "phường Hiệp Thành"), "26770"),
    (("Phường Thới An", "P. Thới An", "Thới An"), "26773"),
    (("Phường Tân Thới Nhất", "P. Tân Thới Nhất", "Tân Thới Nhất"), "26791"),
    (("Phường Trung Mỹ Tây", "P.Trung Mỹ Tây", "Trung Mỹ Tây"), "26785"),
)
_ELSEWHERE = (
    (("Long An", "Tỉnh Long An", "LONG AN"), "80"),
    (("Bến Tre", "bến tre", "T. Bến Tre"), "83"),
    (("An Giang", "Tỉnh An Giang"), "89"),
    (("Cần Thơ", "TP. Cần Thơ", "TP Cần Thơ"), "92"),
    (("Đồng Nai", "Đồng nai"), "75"),
    (("Kiên Giang",), "91"),
)


class Places(NamedTuple):
    """Province, district and ward of one person, as they are written."""

    province: Said
    district: Said
    ward: Said


def places(chance: Random) -> Callable[[Random], Places]:
    """How somebody writes where the children live: the same words again and again."""
    home = [Said(chance.choice(words), code) for words, code in _HOME]
    wards = [Said(chance.choice(words), code) for words, code in _WARDS]
    return lambda chance: Places(home[0], home[1], chance.choice(wards))


def provinces(chance: Random) -> Habit:
    """Of the place of origin or of birth."""
    known = [Said(chance.choice(words), code) for words, code in (*_ELSEWHERE, _HOME[0])]
    return lambda chance: chance.choice(known)


# Classes

CLASSES = {"MG1": "Lớp Mầm", "MG2": "Lớp Chồi", "01": "Lớp Lá"}
"""The classes of the dossier: code, name."""


def classes(chance: Random) -> Habit:
    """By name, without the word before it, in capitals, by code; seldom one that there is not."""
    style: Callable[[str], Any] = chance.choice(
        [
            lambda code: CLASSES[code],
            lambda code: CLASSES[code],
            lambda code: CLASSES[code].removeprefix("Lớp "),
            lambda code: CLASSES[code].removeprefix("Lớp "),
            lambda code: CLASSES[code].upper(),
            lambda code: CLASSES[code].lower(),
            lambda code: code,
        ]
    )

    def habit(chance: Random) -> Said:
        if chance.random() < 0.01:
            return Said("Lá 5", None, MUST)
        code = chance.choice(list(CLASSES))
        return Said(style(code), code)

    return habit
