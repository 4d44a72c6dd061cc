"""The rows that count a part of others (E20): no larger than those together. The sentences follow from the mã số."""

from forms.model.issue import Severity
from forms.model.rules.rule import (
    RowAtMost,
)

OF_ONE = "{{value}} vượt {{limit}} của mã {whole} → {repair}"
OF_SEVERAL = "cộng lại {{value}}, vượt {{limit}} của mã {whole} → {repair}"

IN_CLASSES = "kiểm tra hồ sơ nhóm, lớp rồi lấy lại dữ liệu."
IN_AGE_GROUPS = "kiểm tra nhóm tuổi của lớp rồi lấy lại dữ liệu."
IN_CHILDREN = "kiểm tra hồ sơ trẻ rồi lấy lại dữ liệu."
IN_NUTRITION = "kiểm tra mục Tình trạng dinh dưỡng của trẻ rồi lấy lại dữ liệu."
IN_FEES = "kiểm tra mục Miễn học phí / Giảm học phí rồi lấy lại dữ liệu."
IN_STUDY_COSTS = "kiểm tra mục Hỗ trợ chi phí học tập rồi lấy lại dữ liệu."
IN_LUNCHES_AT_5 = "kiểm tra mục Hỗ trợ ăn trưa và ngày sinh của trẻ 5 tuổi."
IN_LUNCHES_AT_3_4 = "kiểm tra mục Hỗ trợ ăn trưa và ngày sinh của trẻ 3–4 tuổi."
IN_STAFF_ROLES = "kiểm tra mục Nhóm chức vụ của nhân viên rồi lấy lại dữ liệu."
IN_ROOMS = "sửa số phòng ở các dòng chi tiết hoặc ở mã {whole}."


def _rule(
    table: str, part: tuple[int, ...], whole: tuple[int, ...], repair: str, rows: str | None = None
) -> RowAtMost:
    """*rows* is how the parts are told where it is not ``numbers_in_words``."""
    named = " + ".join(map(str, whole))
    several = len(part) > 1
    return RowAtMost(
        id=f"E20.{table}." + "_".join(f"{number:03}" for number in dict.fromkeys((part[0], part[-1]))),
        severity=Severity.ERROR,
        table=table,
        part=part,
        whole=whole,
        at=(table, part[0]),
        where_names={"row": rows or numbers_in_words(part, " + ")},
        message=(OF_SEVERAL if several else OF_ONE).format(whole=named, repair=repair.format(whole=named)),
    )


def numbers_in_words(numbers: tuple[int, ...], joint: str) -> str:
    """Mã số as a sentence names them: ``2, 15, 33`` with the *joint* ``, ``; ``97–100`` for three and more in a row."""
    if len(numbers) > 2 and numbers == tuple(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}–{numbers[-1]}"
    return joint.join(map(str, numbers))


# fmt: off
RULES_OF_PARTS: tuple[RowAtMost, ...] = (
    _rule("T1", (57,), (56,), IN_CLASSES),
    _rule("T1", (58,), (56,), IN_CLASSES),
    _rule("T1", (59, 60), (56,), IN_CLASSES),
    _rule("T1", (61, 62, 63, 64, 65, 66, 67, 68), (56,), IN_CLASSES),
    _rule("T1", (71,), (69,), IN_CLASSES),
    _rule("T1", (72,), (69,), IN_CLASSES),
    _rule("T1", (73, 74), (69,), IN_CLASSES),
    _rule("T1", (75, 76, 77, 78, 79, 80, 81, 82), (69,), IN_CLASSES),
    _rule("T1", (70,), (69,), IN_AGE_GROUPS),
    *(_rule("T2", (row,), (84,), IN_CHILDREN) for row in (87, 88, 89, 107)),
    *(_rule("T2", (row,), (90,), IN_CHILDREN) for row in (93, 94, 95, 112)),
    *(_rule("T2", (row,), (107,), IN_NUTRITION) for row in (108, 109, 110, 111)),
    *(_rule("T2", (row,), (112,), IN_NUTRITION) for row in (113, 114, 115, 116)),
    _rule("T2", (117, 118), (90,), IN_FEES),
    _rule("T2", (119,), (90,), IN_STUDY_COSTS),
    _rule("T2", (121,), (105,), IN_LUNCHES_AT_5),
    _rule("T2", (122,), (103, 104), IN_LUNCHES_AT_3_4),
    _rule("T3", (158, 159, 160, 161), (157,), IN_STAFF_ROLES),
    _rule("T3", (163, 164, 165, 166), (162,), IN_STAFF_ROLES),
    _rule("T4", (197, 198, 199), (196,), IN_ROOMS, rows="197 + 198 + 199"),
    _rule("T4", (201, 202), (200,), IN_ROOMS),
    _rule("T4", (206, 207, 208, 209), (205,), IN_ROOMS),
    _rule("T4", (211, 212), (210,), IN_ROOMS),
)
# fmt: on
