"""Lists as people have them, in ``tests/data/cases``: what of each is stored, all else empty, and what is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Values = Mapping[str, Any]


class Case(NamedTuple):
    """A list taken in over three classes; what of it is stored, no field more and no record more.

    *told* are lines, their parts in order with … between them; where *rows_told* all rows that anything is told of are there.
    *is_asked*: it is in an old encoding, which is asked about first.
    """

    file: str
    children: Sequence[Values] = ()
    staff: Sequence[Values] = ()
    told: Sequence[str] = ()
    rows_told: bool = True
    is_asked: bool = False


def child(name: str, birth_date: str, **fields: Any) -> Values:
    return {"name": name, "birth_date": birth_date, **fields}


def typed(text: str) -> Values:
    return {"typed": text}


BOY, GIRL = "01", "02"
HCM: dict[str, str] = {"province": "79", "district": "774", "ward": "27325"}
LONG_ADDRESS = "Số nhà mẫu, tổ dân phố mẫu, khu phố mẫu, phường mẫu, quận mẫu, thành phố mẫu. "
MARKED = "cần xem lại"
ETHNICITIES = [
    *("08", "08", "08", "08", "12", "12", "05", "05", "16", "16"),
    *("10", "10", "13", "13", "22", "22", "04", "01", "01", "01"),
]
RELIGIONS: tuple[Any, ...] = (
    *("01", "02", "02", "02", "99", "99", "08", "01", "05", "03", "03", "04"),
    *(typed("Bà La Môn"), "99", "02", typed("0"), "04", "02", typed("X"), "01"),
)
SEXES: tuple[Any, ...] = (
    *(BOY, GIRL, BOY, BOY, GIRL, BOY, typed("0"), BOY, typed("0"), typed("x")),
    *(BOY, GIRL, GIRL, GIRL),
)
DAYS = {
    **dict.fromkeys([f"Trần Mẫu {letter}" for letter in "ABCDFGHILMPQRVW"], "2016-05-25"),
    **{f"Lê Mẫu {letter}": "2016-05-26" if letter == "C" else "2016-05-25" for letter in "ABCDE"},
}
NO_DAYS = (
    *((6, "25/5/16"), (11, "05/2016"), (12, "2016"), (15, "25/O5/2016"), (20, "May 25, 2016")),
    *((21, "25-May-2016"), (22, "25/05/0216"), (30, "2016")),
)
PLACE_IN_WORDS: Values = {"province": "79", "district": typed("Quận Năm"), "ward": typed("Phường Một")}
OTHER_PLACES: tuple[Values, ...] = (
    {"province": "17", "district": "158", "ward": "Xã Lạc Thịnh"},
    {"province": "77", "district": "747", "ward": "P.7"},
    {"province": "46", "district": "474", "ward": "Vĩnh Ninh"},
    {"province": "66", "district": "643", "ward": "Tân Lợi"},
    {"province": "66", "district": "643", "ward": "P. Tân Lợi"},
)


CASES = (
    Case(
        "ministry-update.xlsx",
        [
            child(
                "Trần Thị Mẫu Một",
                "2016-05-25",
                class_code="L1",
                id="7900000001",
                sex=GIRL,
                ethnicity="01",
                nationality="704",
                personal_id="079316000001",
                **HCM,
                father_name="Trần Văn Mẫu",
                father_birth_year=1990,
                mother_name="Lê Thị Mẫu",
                mother_birth_year=1992,
            ),
            child(
                "Lê Văn Mẫu Hai",
                "2016-05-26",
                class_code="L1",
                id="7900000002",
                sex=BOY,
                ethnicity="04",
                nationality="704",
                personal_id="079316000002",
                **OTHER_PLACES[0],
                father_name="Lê Văn Thử",
                father_birth_year=1988,
                mother_name="Vũ Thị Thử",
                mother_birth_year=1991,
            ),
        ],
        told=[
            "dòng 2 … mã lớp L1 không có",
            "dòng 3 … mã lớp L1 không có",
            "dòng 3 … số 0 … 079316000002",
            "«Mã định danh Bộ GD&ĐT (trên CSDL ngành)» là «Mã học sinh»",
        ],
    ),
    Case(
        "health-export.xlsx",
        [
            child("Trần Thị Mẫu Ba", "2016-03-13", class_code="MG1", sex=GIRL, id="7912345678"),
            child("Trần Thị Mẫu Bốn", "2016-03-14", class_code="MG1", sex=GIRL, id="7912345679"),
        ],
        told=["không biết cột «Cân nặng», «Chiều cao»; bỏ qua"],
    ),
    Case(
        "decomposed-letters.xlsx",
        [
            child("Đệ Thị Mẫu Ngọc", "2016-02-01", sex=GIRL, ethnicity="12"),
            child("Đệ Mẫu Hiếu", "2016-02-02", sex=BOY, ethnicity="01"),
        ],
    ),
    Case(
        "spellings-of-a-day.xlsx",
        [child(name, day) for name, day in DAYS.items()],
        told=[
            *(f"dòng {number}: không nhận … «{text}» … năm đủ 4 chữ số" for number, text in NO_DAYS),
            "dòng 16: không nhận … không có ngày này: «30/02/2016»",
        ],
    ),
    Case(
        "one-column-of-names.xlsx",
        [
            child("Trần Thị Mẫu", "2016-02-01", class_code="MG1", ethnicity="01"),
            child("Lê Văn Mẫu", "2016-02-03", class_code="MG1", ethnicity="02"),
        ],
        told=["«Tên» là «Họ tên»"],
    ),
    Case(
        "family-and-given-name.xlsx",
        [child("Trần Thị Mẫu", "2016-02-01", sex=GIRL), child("Lê Văn Thử", "2016-02-03", sex=BOY)],
        told=["«Họ đệm» + «Tên» là «Họ tên»"],
    ),
    Case(
        "marks-under-female.xlsx",
        [
            child("Trần Thị Mẫu", "2016-02-01", sex=GIRL, ethnicity="01"),
            child("Lê Văn Mẫu", "2016-02-03", sex=BOY, ethnicity="01"),
        ],
        told=[f"«Nữ» … ô trống được đọc là «Nam», {MARKED}"],
    ),
    Case(
        "marks-under-male-and-female.xlsx",
        [child("Trần Thị Mẫu", "2016-02-01", sex=GIRL), child("Lê Văn Mẫu", "2016-02-03", sex=BOY)],
        told=["«Nam» + «Nữ» là «Giới tính»"],
    ),
    Case(
        "day-month-year-apart.xlsx",
        [child("Trần Thị Mẫu", "2016-02-01", sex=GIRL), child("Lê Văn Mẫu", "2015-12-13", sex=BOY)],
    ),
    Case(
        "teachers.xlsx",
        staff=[
            child(
                "Trần Thị Mẫu",
                "1995-01-01",
                code="TC01",
                sex=GIRL,
                status="01",
                email="cb01@example.vn",
                phone="0900000001",
                ethnicity="01",
                qualification="03",
            )
        ],
        told=["không biết cột «Tuổi», «Địa chỉ»; bỏ qua"],
    ),
    Case(
        "days-of-either-order.xlsx",
        [
            child("Trần Mẫu A", "2016-08-05"),
            child("Trần Mẫu B", "2016-04-07"),
            child("Trần Mẫu C", "2015-11-12"),
        ],
    ),
    Case(
        "digits-of-a-spreadsheet.xlsx",
        [
            child(name, day, class_code=class_code, phone=phone, personal_id=number)
            for name, day, class_code, phone, number in (
                ("Trần Mẫu A", "2016-08-05", "01", "0903123456", "079316000002"),
                ("Trần Mẫu B", "2016-04-07", "01", typed("9.03E+08"), typed("7.9316E+10")),
                ("Trần Mẫu C", "2015-11-12", "L 01", "0903123456", "079316000003"),
                ("Trần Mẫu D", "2015-11-12", "L 01", "0903123456", "079316000004"),
                ("Trần Mẫu E", "2015-11-12", "L01", "0903123456", "079316000005"),
            )
        ],
        told=[
            "dòng 2 … Số điện thoại … số 0 … 0903123456",
            "dòng 2 … Số định danh … số 0 … 079316000002",
            "dòng 3 … không đọc được «9.03E+08»",
            "dòng 3 … không đọc được «7.9316E+10»",
            "dòng 4 … hiểu «0903123456.0» là «0903123456»",
            "dòng 4 … hiểu «079316000003.0» là «079316000003»",
            "dòng 4 … mã lớp L 01 không có",
            "dòng 5 … mã lớp L 01 không có",
            "dòng 6 … mã lớp L01 không có",
            "dòng 6 … chưa nhận 0903123457",
        ],
    ),
    Case(
        "hidden-row.xlsx",
        [child("Trần Mẫu A", "2016-08-05"), child("Trần Mẫu C", "2015-11-12")],
        told=["dòng 3 đang ẩn nên không nhập", "không biết cột «Ghi chú»"],
    ),
    Case(
        "totals-and-signatures.xlsx",
        [
            child("Trần Mẫu A", "2016-08-05", class_code="MG1", sex=BOY),
            child("Trần Mẫu B", "2016-04-07", class_code="MG1", sex=GIRL),
        ],
        told=["dòng 9–13 ở cuối danh sách"],
    ),
    Case(
        "words-for-the-sex.xlsx",
        [
            child(f"Trần Mẫu {chr(ord('A') + place)}", f"2016-02-{place + 1:02}", sex=sex)
            for place, sex in enumerate(SEXES)
        ],
        told=[
            "dòng 5 … hiểu «M» là «Nam»",
            "dòng 6 … hiểu «F» là «Nữ»",
            "dòng 7 … hiểu «1» là «Nam» (cũng ở dòng 9)",
            "dòng 8 … không đọc được «0»",
            "dòng 10 … không đọc được «0»",
            "dòng 11 … không đọc được «x»",
        ],
    ),
    Case(
        "peoples-and-religions.xlsx",
        [
            child(
                f"Trần Mẫu {chr(ord('A') + place)}",
                f"2016-02-{place + 1:02}",
                ethnicity=ethnicity,
                religion=religion,
            )
            for place, (ethnicity, religion) in enumerate(zip(ETHNICITIES, RELIGIONS, strict=True))
        ],
        told=[
            "dòng 14 … không đọc được «Bà La Môn»",
            "dòng 15 … hiểu «Lương» là «Không»",
            "dòng 17 … không đọc được «0»",
            "dòng 18 … hiểu «Islam» là «Hồi giáo»",
            "dòng 19 … hiểu «TCG» là «Công giáo»",
            "dòng 20 … không đọc được «X»",
        ],
    ),
    Case(
        "same-child-otherwise-spelled.xlsx",
        [
            child("Trần Mẫu A", "2016-08-05", class_code="MG1"),
            child("Trần Mẫu Hoà", "2016-08-05", class_code="MG1"),
        ],
        told=[
            "dòng 3: không nhận: … dòng 2",
            "dòng 4: không nhận: … dòng 2",
            "dòng 6: không nhận: … dòng 5",
        ],
    ),
    Case(
        "two-parents-of-one-title.xlsx",
        [
            child(
                "Trần Mẫu A",
                "2016-08-05",
                sex=BOY,
                address="Số 1",
                phone="0903000001",
                guardian_name="Trần Văn Cha",
            )
        ],
        told=["«Họ tên PH» là «Họ tên người giám hộ»", "không biết cột «Họ tên PH2», «SĐT (cột I)»; bỏ qua"],
    ),
    Case(
        "everyday-titles-of-parents.xlsx",
        [
            child(
                "Trần Mẫu A",
                "2016-08-05",
                father_name="Trần Văn Cha",
                father_phone="0903000001",
                father_birth_year=1990,
                father_job="CN",
                mother_name="Lê Thị Mẹ",
                mother_phone="0903000002",
                mother_birth_year=1991,
            )
        ],
        told=["không biết cột «Họ tên cha/mẹ», «Phụ huynh»; bỏ qua"],
    ),
    Case(
        "spellings-of-places.xlsx",
        [
            child(f"Trần Mẫu {letter}", "2016-08-05", **place)
            for letter, place in zip(
                "ABCDEFGHIJKL",
                [*[HCM] * 5, PLACE_IN_WORDS, HCM, *OTHER_PLACES],
                strict=True,
            )
        ],
        told=[
            "dòng 6 … hiểu «5» là «Quận 5»",
            "dòng 6 … hiểu «1» là «Phường 01»",
            "dòng 7 … không đọc được «Quận Năm»",
            "dòng 7 … không đọc được «Phường Một»",
        ],
    ),
    Case("rich-and-phonetic-text.xlsx", [child("Trần Mẫu A", "2016-08-05")]),
    Case(
        "escaped-line-ends.xlsx",
        [child("Trần Mẫu A", "2016-08-05"), child("Trần Mẫu & B", "2016-08-06")],
    ),
    Case(
        "vni.xlsx",
        [
            child("Nguyễn Thị Hồng", "2016-02-01", sex=GIRL, address="Số 1 đường Lê Lợi"),
            child("TRƯƠNG VĂN ƯỚC", "2016-02-03", sex=BOY, address="Ấp 5"),
            child("Hứa Mỹ Quỳnh", "2016-02-04", sex=BOY, address="Xã Đông"),
        ],
        told=["cột «Hoï vaø teân», «Giôùi tính», «Ñòa chæ» theo bảng mã cũ VNI"],
        is_asked=True,
    ),
    Case(
        "tcvn3-capitals.xlsx",
        [child("NGUYỄN THỊ HỒNG", "2016-02-01"), child("TRẦN VĂN ƯỚC", "2016-02-03")],
        told=["cột «Họ và tên» theo bảng mã cũ TCVN3 (ABC)"],
        is_asked=True,
    ),
    Case(
        "one-tcvn3-name.xlsx",
        [
            child("Nguyễn Thị Hồng", "2016-02-01"),
            child("Trần Văn Mẫu", "2016-02-03"),
            child("Lê Văn Mẫu", "2016-02-04"),
            child("Phạm Mẫu", "2016-02-05"),
        ],
        told=["dòng 2 … TCVN3 (ABC): «NguyÔn ThÞ Hång» → «Nguyễn Thị Hồng»"],
        is_asked=True,
    ),
    Case(
        "packed-well.xlsx",
        [
            child(f"Trần Mẫu {number:03}X", "2016-08-05", address=f"{LONG_ADDRESS * 8}{number}")
            for number in range(900)
        ],
        rows_told=False,
    ),
    Case(
        "two-lists-side-by-side.xlsx",
        [child("Trần Mẫu A", "2016-02-01"), child("Lê Mẫu B", "2016-02-03")],
        told=["«Danh sách trẻ (từ cột E)» … 1 dòng"],
    ),
    Case(
        "two-children-of-one-name.xlsx",
        [
            child("Nguyễn Mẫu An", "2016-02-01", class_code="MG1", mother_name="Lê Thị A"),
            child("Nguyễn Mẫu An", "2016-02-01", class_code="MG2", mother_name="Phạm Thị B"),
        ],
        told=["dòng 3 … Cùng tên, cùng ngày sinh với dòng 2"],
    ),
    Case(
        "sex-as-phai.xlsx",
        [child("Trần Mẫu A", "2016-01-31", sex=BOY, class_code="MG1")],
        told=["không biết cột «Nhóm tuổi»"],
    ),
    Case(
        "wards-by-number.xlsx",
        [
            child(f"Trần Mẫu {letter}", "2016-01-31", **place)
            for letter, place in zip(
                "ABCDEF", [*[HCM] * 4, *[HCM | {"district": "777", "ward": "27448"}] * 2], strict=True
            )
        ],
    ),
    Case(
        "conditional-date-format.xlsx",
        [child("Trần Mẫu A", "2016-05-25", address="25/05/2016"), child("Trần Mẫu B", "1954-10-02")],
        told=[f"dòng 2 … C2 là ngày … {MARKED}", f"dòng 3 … 02/10/1954 … tuổi … {MARKED}"],
    ),
    Case(
        "merged-headings.xlsx",
        [
            child(name, day, class_code="MG1", ethnicity=code, ward="Cát Mẫu", district=typed("Mẫu"))
            for name, day, code in (("Trần Thị Mẫu", "2016-02-01", "01"), ("Lê Văn Mẫu", "2016-02-03", "02"))
        ],
        told=[
            "dòng 5 … Quận/Huyện … không đọc được «Mẫu»",
            "dòng 6 … Quận/Huyện … không đọc được «Mẫu»",
            "«Tên» là «Họ tên»",
        ],
    ),
    Case("no-column-of-names.xlsx", told=["không có cột họ tên (hoặc mã)"]),
)
