"""The columns of a list: under which titles people put what. Nothing here is taken from the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from tests.tui.jobs.intake.random_lists import values
from tests.tui.jobs.intake.random_lists.values import BLANK, MAY, Habit, Said

Truth = Mapping[str, Said]
"""Field → what a row says of it."""
Person = dict[str, Said]
"""Everything that may be asked of one person."""


class Column(NamedTuple):
    """Titles, the outermost first; what stands below of a person; the fields that it tells, none when it is left aside."""

    path: tuple[str, ...]
    cell: Callable[[Person], Said]
    keys: tuple[str, ...]


NAMES = (
    *(
        "Họ và tên",
        "Họ và tên",
        "HỌ VÀ TÊN",
        "Họ tên",
        "Họ tên trẻ",
        "Họ và tên trẻ",
        "Họ và tên học sinh",
        "Họ tên bé",
    ),
    *(
        "Họ, tên trẻ",
        "Họ & tên",
        "Tên trẻ",
        "Họ và tên cháu",
        "Họ tên HS",
        "Tên học sinh",
        "Họ và tên trẻ em",
        "Tên bé",
    ),
    *("Họ và tên\n(chữ in hoa)", "HỌ TÊN", "Họ tên học sinh", "Họ và tên khai sinh"),
)
BIRTHS = (
    *(
        "Ngày sinh",
        "Ngày sinh",
        "NGÀY SINH",
        "Ngày, tháng, năm sinh",
        "Ngày tháng năm sinh",
        "Sinh ngày",
        "NTNS",
    ),
    *(
        "Ngày sinh (dd/mm/yyyy)",
        "Ngày/tháng/năm sinh",
        "Ngày tháng\nnăm sinh",
        "Ngày sinh của trẻ",
        "Ngày sinh trẻ",
        "N.sinh",
    ),
    *("Ngày, tháng, năm sinh của trẻ", "Năm sinh"),
)
SEXES = (
    "Giới tính",
    "Giới tính",
    "GIỚI TÍNH",
    "Giới",
    "Phái",
    "GT",
    "Nam/Nữ",
    "Giới tính (Nam/Nữ)",
    "Nam, nữ",
    "G.tính",
)
CLASSES = (
    "Lớp",
    "Lớp",
    "LỚP",
    "Tên lớp",
    "Lớp học",
    "Nhóm/lớp",
    "Nhóm, lớp",
    "Nhóm lớp",
    "Lớp đang học",
    "Học lớp",
    "Mã lớp",
)
ONE: Mapping[str, Sequence[str]] = {
    "id": (
        "Mã học sinh",
        "Mã HS",
        "Mã trẻ",
        "Mã định danh Bộ GD",
        "Mã số HS",
        "Mã HS (CSDL)",
        "Mã định danh học sinh",
        "Mã học sinh (CSDL ngành)",
        "Mã số học sinh",
        "Mã CSDL ngành",
    ),
    "personal_id": (
        "Số định danh cá nhân",
        "Mã định danh cá nhân",
        "Số ĐDCN",
        "Mã ĐDCN",
        "Số CCCD",
        "Mã số định danh cá nhân",
        "Số định danh cá nhân của trẻ",
        "Mã định danh công dân",
        "SỐ ĐỊNH DANH CÁ NHÂN",
        "Số định danh",
    ),
    "ethnicity": (
        "Dân tộc",
        "Dân tộc",
        "DÂN TỘC",
        "D.tộc",
        "Dân tộc của trẻ",
        "Dân tộc trẻ",
        "Thành phần dân tộc",
        "Dân tộc (ghi rõ)",
    ),
    "religion": ("Tôn giáo", "TÔN GIÁO", "Tôn giáo (nếu có)", "Tôn giáo của trẻ"),
    "nationality": ("Quốc tịch", "QUỐC TỊCH", "Quốc tịch của trẻ"),
    "address": (
        "Địa chỉ",
        "Chỗ ở hiện nay",
        "Nơi ở hiện nay",
        "ĐỊA CHỈ",
        "Địa chỉ hiện nay",
        "Chỗ ở hiện tại",
        "Địa chỉ nhà",
        "Nơi ở",
        "Địa chỉ liên hệ",
        "Địa chỉ chỗ ở hiện nay",
        "Nơi ở hiện tại",
        "Địa chỉ nơi ở hiện nay",
    ),
    "phone": (
        "SĐT",
        "Số điện thoại",
        "Điện thoại",
        "SĐT liên hệ",
        "Điện thoại liên hệ",
        "Số ĐT",
        "ĐT",
        "SĐT phụ huynh",
        "Số điện thoại phụ huynh",
        "ĐT liên lạc",
        "SỐ ĐIỆN THOẠI",
        "SDT",
        "Điện thoại gia đình",
        "SĐT PH",
        "Số điện thoại liên lạc",
        "Số điện thoại\nliên hệ",
    ),
    "birth_place": ("Nơi sinh", "NƠI SINH", "Nơi sinh của trẻ", "Nơi sinh (theo giấy khai sinh)"),
    "boarding": ("Bán trú", "Ăn bán trú", "Trẻ bán trú", "BÁN TRÚ"),
    "poor_household": ("Hộ nghèo", "Thuộc hộ nghèo", "Hộ nghèo (x)", "Con hộ nghèo", "HỘ NGHÈO"),
    "new_entry": ("Tuyển mới", "Học sinh tuyển mới", "Trẻ tuyển mới", "Trẻ mới"),
    "status": ("Trạng thái", "Trạng thái học sinh", "Tình trạng học", "Trạng thái học"),
    "nutrition": ("Tình trạng dinh dưỡng", "Dinh dưỡng", "TTDD", "Tình trạng DD"),
    "home_province": ("Tỉnh (quê quán)", "Quê quán (tỉnh)"),
    "birth_province": ("Tỉnh nơi sinh", "Nơi sinh (tỉnh)", "Tỉnh/TP nơi sinh"),
}
"""Titles that stand alone."""
PLACES: Mapping[str, Sequence[str]] = {
    "province": ("Tỉnh/Thành phố", "Tỉnh", "Tỉnh/TP", "Tỉnh, thành phố", "TỈNH/TP", "Tỉnh thành"),
    "district": ("Quận/Huyện", "Huyện", "Quận, huyện", "Quận/huyện", "QUẬN/HUYỆN", "Huyện/Quận"),
    "ward": ("Xã/Phường", "Phường/Xã", "Xã", "Phường, xã", "Phường/xã", "Xã/phường/thị trấn"),
    "hamlet": ("Tổ/Thôn/Xóm", "Thôn/Xóm", "Tổ/Ấp", "Tổ dân phố", "Thôn/Tổ", "Khu phố"),
}
PLACES_OVER = ("Hộ khẩu thường trú", "Nơi thường trú", "HKTT", "Địa chỉ thường trú", "Hộ khẩu", "Thường trú")
PARENTS: Mapping[str, Sequence[str]] = {
    "father": ("cha", "bố", "cha", "Cha", "ba"),
    "mother": ("mẹ", "mẹ", "Mẹ", "mẹ"),
}
OF_PARENT: Mapping[str, Sequence[str]] = {
    "name": ("Họ tên {}", "Họ và tên {}", "Tên {}", "HỌ TÊN {}", "Họ, tên {}", "{}"),
    "birth_year": ("Năm sinh {}", "Năm sinh của {}", "NS {}", "Năm sinh ({})"),
    "job": ("Nghề nghiệp {}", "Nghề {}", "Nghề nghiệp của {}", "NN {}"),
    "phone": ("SĐT {}", "Số điện thoại {}", "Điện thoại {}", "ĐT {}", "Số ĐT {}", "SĐT của {}"),
}
OF_PARENT_BELOW: Mapping[str, Sequence[str]] = {
    "name": ("Họ và tên", "Họ tên", "Tên", "Họ, tên"),
    "birth_year": ("Năm sinh", "NS", "Sinh năm"),
    "job": ("Nghề nghiệp", "Nghề", "Công việc"),
    "phone": ("SĐT", "Số điện thoại", "Điện thoại", "ĐT"),
}
PARENTS_OVER = ("{}", "Thông tin {}", "Thông tin về {}", "Thông tin của {}", "Phần {}")
GUARDIANS = ("Người giám hộ", "Họ tên người giám hộ", "Họ và tên người giám hộ")
LEFT_ASIDE: Mapping[str, Habit] = {
    "Ghi chú": values.remarks,
    "GHI CHÚ": values.remarks,
    "Cân nặng": values.weights,
    "Cân nặng (kg)": values.weights,
    "Chiều cao": values.heights,
    "Chiều cao (cm)": values.heights,
    "Tuổi": values.ages,
    "Số tháng tuổi": values.ages,
    "Tên ở nhà": values.nicknames,
    "Tên thường gọi": values.nicknames,
    "Tên gọi ở nhà": values.nicknames,
    "Ngày vào lớp": values.days_of_entry,
    "Ngày nhập học": values.days_of_entry,
    "Hộ khẩu thường trú": values.permanents,
    "Địa chỉ thường trú": values.permanents,
    "Quê quán": values.permanents,
    "Ký tên": lambda chance: BLANK,
    "Học phí": values.one_of((1500000, None), ("1.200.000", None)),
    "Số thẻ BHYT": values.one_of(("TE1797900000001", None)),
    "Nhóm máu": values.one_of(("O", None), ("B", None)),
    "Người đưa đón": values.one_of(("Bà nội", None), ("Trần Thị Mẫu Đón", None)),
    "SĐT người đón": lambda chance: Said(values.phones(chance)(chance).cell, None),
    "Zalo": lambda chance: Said("0900000009", None),
}
STAFF: Mapping[str, Sequence[str]] = {
    "code": ("Mã cán bộ", "Mã CB", "Mã giáo viên", "Mã GV", "Mã nhân viên"),
    "id_number": ("Số CMND", "CMND/CCCD", "Số CCCD", "CCCD", "CMND", "Số CMND/CCCD"),
    "phone": ("Điện thoại", "SĐT", "Số điện thoại", "Điện thoại di động", "ĐT"),
    "email": ("Email", "Địa chỉ email", "E-mail", "Thư điện tử"),
    "ethnicity": ONE["ethnicity"][:4],
    "religion": ONE["religion"][:2],
}
STAFF_NAMES = (
    "Họ và tên",
    "Họ tên",
    "HỌ VÀ TÊN",
    "Họ tên giáo viên",
    "Họ và tên giáo viên",
    "Họ và tên CB-GV-NV",
)
STAFF_ASIDE = ("Ghi chú", "Địa chỉ", "Tuổi", "Thâm niên", "Ký nhận")

HABITS: Mapping[str, Callable[[Random], Habit]] = {
    "id": values.codes_of_system,
    "personal_id": values.personal_ids,
    "ethnicity": values.peoples,
    "religion": lambda chance: values.religions,
    "nationality": lambda chance: values.nationalities,
    "address": values.addresses,
    "phone": values.phones,
    "birth_place": lambda chance: values.births,
    "boarding": values.crosses,
    "poor_household": values.crosses,
    "new_entry": values.crosses,
    "status": lambda chance: values.states,
    "nutrition": lambda chance: values.nutrition,
    "home_province": values.provinces,
    "birth_province": values.provinces,
    "id_number": values.id_numbers,
    "email": lambda chance: values.emails,
}


def of_field(key: str, path: tuple[str, ...]) -> Column:
    """A column that holds one field whole."""
    return Column(path, lambda person: person[key], (key,))


def aside(title: str, habit: Habit, chance: Random) -> Column:
    """A column that no record has."""
    return Column((title,), lambda person: habit(chance), ())


def number(chance: Random) -> Column:
    """The number before each row."""
    count = iter(range(1, 10_000))
    return Column(
        (chance.choice(("STT", "TT", "Stt", "Số TT", "STT\n")),),
        lambda person: Said(next(count), None),
        ("STT",),
    )


def _part(key: str, take: Callable[[str], object]) -> Callable[[Person], Said]:
    def cell(person: Person) -> Said:
        return person[key]._replace(cell=take(str(person[key].value)))

    return cell


def name_columns(chance: Random, titles: Sequence[str]) -> list[Column]:
    """The name in one column, or in two."""
    title = chance.choice(titles)
    if chance.random() < 0.78:
        return [of_field("name", (title,))]
    family = _part("name", lambda name: name.rpartition(" ")[0])
    given = _part("name", lambda name: name.rpartition(" ")[2])
    if chance.random() < 0.15:
        return [Column((title,), family, ("name",)), Column((title,), given, ("name",))]
    if chance.random() < 0.3:
        over = chance.choice(("Họ và tên", "Họ tên", "HỌ VÀ TÊN", "Họ và tên trẻ"))
        titles_below = chance.choice(
            (("Họ đệm", "Tên"), ("Họ và đệm", "Tên"), ("Họ lót", "Tên"), ("Họ", "Tên"))
        )
        return [
            Column((over, titles_below[0]), family, ("name",)),
            Column((over, titles_below[1]), given, ("name",)),
        ]
    first = chance.choice(
        ("Họ đệm", "Họ và tên đệm", "Họ lót", "Họ và chữ lót", "Họ và tên lót", "Họ", "HỌ VÀ TÊN LÓT")
    )
    return [
        Column((first,), family, ("name",)),
        Column(("TÊN" if first.isupper() else "Tên",), given, ("name",)),
    ]


def birth_columns(chance: Random, titles: Sequence[str]) -> list[Column]:
    """The birth date in one column, in three, or under the words for boys and girls (the sex too)."""
    shape = chance.random()
    title = chance.choice(titles)
    if shape < 0.84:
        return [of_field("birth_date", (title,))]
    if title == "Năm sinh":
        title = "Ngày sinh"
    if shape < 0.93:
        parts = {"Ngày": 2, "Tháng": 1, "Năm": 0}
        as_text = chance.random() < 0.5

        def part(place: int) -> Callable[[Person], Said]:
            def take(day: str) -> object:
                return day.split("-")[place] if as_text else int(day.split("-")[place])

            def cell(person: Person) -> Said:
                said = person["birth_date"]
                return said if said.value is None else Said(take(str(said.value)), said.value)

            return cell

        return [Column((title, word), part(place), ("birth_date",)) for word, place in parts.items()]

    def of(code: str) -> Callable[[Person], Said]:
        return lambda person: person["birth_date"] if person["sex"].value == code else BLANK

    return [
        Column((title, word), of(code), ("birth_date", "sex")) for word, code in (("Nam", "01"), ("Nữ", "02"))
    ]


def sex_columns(chance: Random, titles: Sequence[str]) -> list[Column]:
    """The sex as a word, as a cross under one word or under either."""
    shape = chance.random()
    title = chance.choice(titles)
    if shape < 0.8:
        return [of_field("sex", (title,))]
    mark = chance.choice(("x", "X", "x", "1", 1, "✓", "v", "+"))

    def of(code: str) -> Callable[[Person], Said]:
        return lambda person: Said(mark, code) if person["sex"].value == code else BLANK

    if shape < 0.88:
        return [
            Column(
                ("Nữ",),
                lambda person: of("02")(person)._replace(value=person["sex"].value, telling=MAY),
                ("sex",),
            )
        ]
    over = (title,) if shape < 0.95 and "/" not in title and "," not in title else ()
    return [Column((*over, word), of(code), ("sex",)) for word, code in (("Nam", "01"), ("Nữ", "02"))]


def parent_columns(chance: Random) -> list[Column]:
    """Of father and mother, flat or below a title of their own."""
    columns: list[Column] = []
    grouped = chance.random() < 0.5
    keys = ["name", *(key for key in ("birth_year", "job", "phone") if chance.random() < 0.5)]
    if len(keys) == 1:
        grouped = False
    style = chance.randrange(100)
    beside = not grouped and chance.random() < 0.3
    for parent, words in PARENTS.items():
        if chance.random() < 0.1 and not columns:
            continue
        word = words[style % len(words)]
        for key in keys:
            field = f"{parent}_{key}"
            if grouped:
                over = PARENTS_OVER[style % len(PARENTS_OVER)].format(word)
                below = OF_PARENT_BELOW[key]
                path: tuple[str, ...] = (over[:1].upper() + over[1:], below[style % len(below)])
            elif beside and key in ("birth_year", "job"):
                path = (OF_PARENT_BELOW[key][style % len(OF_PARENT_BELOW[key])],)
            else:
                title = OF_PARENT[key][style % len(OF_PARENT[key])].format(word)
                path = (title[:1].upper() + title[1:],)
            columns.append(of_field(field, path))
    return columns


def place_columns(chance: Random) -> list[Column]:
    """Province, district, ward where a child is registered, below one title or flat."""
    over = (chance.choice(PLACES_OVER),) if chance.random() < 0.5 else ()
    keys = ["province", "district", "ward"]
    if chance.random() < 0.4:
        keys.append("hamlet")
    if chance.random() < 0.5:
        keys.reverse()
    return [of_field(key, (*over, chance.choice(PLACES[key]))) for key in keys]


MADE_UP = (date(2013, 10, 1), date(2018, 6, 1))
OF_AGE = (date(1965, 1, 1), date(1999, 1, 1))


class People:
    """Makes one person after another, each column filled in as its habit is."""

    def __init__(self, chance: Random, *, staff: bool) -> None:
        self._chance = chance
        self._names = values.names(chance)
        self._habits: dict[str, Habit] = {key: of(chance) for key, of in HABITS.items()}
        self._habits["birth_date"] = values.days(*(OF_AGE if staff else MADE_UP))(chance)
        self._habits["sex"] = values.sexes(chance)
        self._habits["class_code"] = values.classes(chance)
        self._habits["hamlet"] = values.hamlets
        for parent in PARENTS:
            self._habits |= {
                f"{parent}_name": values.plain_names,
                f"{parent}_birth_year": values.years(chance),
                f"{parent}_job": values.jobs,
                f"{parent}_phone": values.phones(chance),
            }
        self._habits["guardian_name"] = values.plain_names
        self._places = values.places(chance)
        self._gaps = chance.choice((0, 0, 0.02, 0.1))
        self._codes = iter(range(1, 10_000))
        self._seen: set[str] = set()

    def one(self) -> Person:
        """The next person; nobody is like another."""
        chance = self._chance
        person = {key: habit(chance) for key, habit in self._habits.items()}
        person |= self._places(chance)._asdict()
        for key in person:
            if key not in ("birth_date", "sex", "province", "district") and chance.random() < self._gaps:
                person[key] = BLANK
        code = f"CB{next(self._codes):02}"
        person["code"] = Said(code, code)
        person["name"] = self._names(chance)
        while str(person["name"].value).casefold() in self._seen:
            person["name"] = self._names(chance)
        self._seen.add(str(person["name"].value).casefold())
        return person
