"""The form of July 2020 as one object: how surely each mã số is the official one, and what is typed because no record tells it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from forms.model.condition import EVERYONE, Condition, one_of, yes
from forms.model.issue import Repair, Severity
from forms.model.rules.readiness_rule import FiguresCurrent, OverridesReasoned, ReportBegun
from forms.model.rules.rule import BlockSum, CellType, ForeignBlocksZero, RowAtMost, RowSum, Where
from forms.model.rules.rule_book import RuleBook
from forms.model.table import Block, Column, Figure, PrintLayout, Query, Row, SheetLayout, Table
from forms.sets.form_set import FormSet, Origin, Total, Training
from forms.sets.mn2019.catalogues import catalogue
from forms.sets.mn2019.records import CAMPAIGN, FACILITY, LISTS
from forms.sets.mn2019.records.computed import BEYOND, COMPUTED, MEMBERSHIP, WORKED_OUT_OF
from forms.sets.mn2019.roll_facts import ROLLING
from forms.sets.mn2019.rules.of_records import RECORD_RULES
from forms.sets.mn2019.states import ANSWERS, SEND, STATES
from forms.sets.mn2019.tables import row_conditions as c

YEAR = 2019
SOURCE = "màn hình lập báo cáo của Hệ thống, tháng 7/2020, chép lại"
BY_CATALOGUE = (*range(2, 7), 10, 11)
INFERRED = (*range(37, 41), *range(42, 46), *range(49, 52))
ATTESTED = tuple(number for number in range(1, 55) if number not in (*BY_CATALOGUE, *INFERRED))
"""Mã số whose row stands in the source; whose number does, with the label of the catalogue; of which it says nothing."""

BLOCKS = (
    Block("ALL", "Tổng số"),
    Block("PUBLIC", "Công lập", ("01",)),
    Block("PRIVATE", "Tư thục", ("09",)),
    Block("PEOPLE", "Dân lập", ("03",)),
)


# fmt: off
def typed(number: int, tt: str, level: int, label: str, unit: str = "người", sum_of: tuple[int, ...] = ()) -> Row:
    """A row that no record tells of; with *sum_of* the sum of such rows."""
    return Row(f"M.{number:02}", number, tt, level, label, unit, None, sum_of, beside_taken=True)


def counted(
    record: str, number: int, tt: str, level: int, label: str, unit: str = "người", where: Condition = EVERYONE,
    sum_of: tuple[int, ...] = (), total: str | None = None,
) -> Row:
    """A row that counts the records of that type; with *total* it adds that field up."""
    return Row(f"M.{number:02}", number, tt, level, label, unit, Query(record, where, total), sum_of)


facility, groups, children, staff = (partial(counted, record.key) for record in (FACILITY, *LISTS))
nursery, kindergarten = c.in_nursery & c.checked, c.in_kindergarten & c.checked


def graded(first: int, teachers: Condition) -> tuple[Row, ...]:
    """The four rows, probably by the grades of the professional standard."""
    grades = (("Tốt", "01"), ("Khá", "02"), ("Đạt", "03"), ("Chưa đạt", "05"))
    return tuple(
        staff(number, "", 4, f"- {grade}", where=teachers & one_of("professional_standard", code))
        for number, (grade, code) in enumerate(grades, first)
    )


ROWS = (
    facility(1, "I", 1, "Trường", "trường", c.is_school),
    facility(2, "", 2, "Mầm non", "trường", c.is_preschool),
    facility(3, "", 2, "Mẫu giáo", "trường", c.is_kindergarten_school),
    facility(4, "", 2, "Nhà trẻ", "trường", c.is_nursery_school),
    facility(5, "", 2, "Nhóm nhà trẻ độc lập", "trường", c.is_independent_nursery),
    facility(6, "", 2, "Lớp mẫu giáo độc lập", "trường", c.is_independent_kindergarten),
    facility(7, "", 2, "Nhóm trẻ, lớp mẫu giáo độc lập", "cơ sở", c.is_independent_both),
    facility(8, "", 2, "Số điểm trường", "điểm", total="sites"),
    groups(9, "II", 1, "Nhóm, lớp", "nhóm, lớp", sum_of=(10, 11)),
    groups(10, "", 2, "Nhóm trẻ", "nhóm", c.in_nursery),
    groups(11, "", 2, "Lớp mẫu giáo", "nhóm", c.in_kindergarten),
    children(12, "III", 1, "Trẻ em"),
    children(13, "3.1", 2, "Quy mô trẻ", sum_of=(14, 15)),
    children(14, "", 3, "Trẻ em nhà trẻ", where=c.in_nursery),
    children(15, "", 3, "Trẻ em mẫu giáo", where=c.in_kindergarten),
    children(16, "3.2", 2, "Tình trạng dinh dưỡng trẻ em", where=c.checked, sum_of=(17, 22)),
    children(17, "3.2.1", 3, "Trẻ em nhà trẻ được kiểm tra sức khỏe và đánh giá tình trạng dinh dưỡng", where=nursery),
    children(18, "", 4, "- Trẻ suy dinh dưỡng thể nhẹ cân", where=c.in_nursery & c.underweight),
    children(19, "", 4, "- Trẻ suy dinh dưỡng thể thấp còi", where=c.in_nursery & c.stunted),
    children(20, "", 4, "- Trẻ suy dinh dưỡng thể còi cọc", where=c.in_nursery & c.wasted),
    children(21, "", 4, "- Trẻ thừa cân, béo phì", where=c.in_nursery & c.overweight),
    children(22, "3.2.2", 3, "Trẻ em mẫu giáo được kiểm tra sức khỏe và đánh giá tình trạng dinh dưỡng", where=kindergarten),
    children(23, "", 4, "- Trẻ suy dinh dưỡng thể nhẹ cân", where=c.in_kindergarten & c.underweight),
    children(24, "", 4, "- Trẻ suy dinh dưỡng thể thấp còi", where=c.in_kindergarten & c.stunted),
    children(25, "", 4, "- Trẻ suy dinh dưỡng thể còi cọc", where=c.in_kindergarten & c.wasted),
    children(26, "", 4, "- Trẻ thừa cân, béo phì", where=c.in_kindergarten & c.overweight),
    staff(27, "IV", 1, "Cán bộ quản lý, giáo viên và nhân viên", where=c.head_or_deputy | c.teacher | c.employee, sum_of=(28, 35, 52)),
    staff(28, "4.1", 2, "Cán bộ quản lý", where=c.head_or_deputy, sum_of=(29, 32)),
    staff(29, "4.1.1", 3, "Hiệu trưởng", where=c.head, sum_of=(30, 31)),
    staff(30, "", 4, "- Hiệu trưởng nhà trẻ", where=c.head & c.at_nursery),
    staff(31, "", 4, "- Hiệu trưởng mẫu giáo, mầm non", where=c.head & c.at_kindergarten),
    staff(32, "4.1.2", 3, "Phó Hiệu trưởng", where=c.deputy, sum_of=(33, 34)),
    staff(33, "", 4, "- Phó Hiệu trưởng nhà trẻ", where=c.deputy & c.at_nursery),
    staff(34, "", 4, "- Phó Hiệu trưởng mẫu giáo, mầm non", where=c.deputy & c.at_kindergarten),
    staff(35, "4.2", 2, "Giáo viên", where=c.teacher, sum_of=(36, 41)),
    staff(36, "4.2.1", 3, "Giáo viên nhà trẻ", where=c.nursery_teacher),
    *graded(37, c.nursery_teacher),
    staff(41, "4.2.2", 3, "Giáo viên mẫu giáo", where=c.kindergarten_teacher),
    *graded(42, c.kindergarten_teacher),
    typed(46, "4.3", 2, "Giáo viên nghỉ hưu trong năm", sum_of=(47, 48)),
    typed(47, "", 3, "- Giáo viên nhà trẻ"),
    typed(48, "", 3, "- Giáo viên mẫu giáo"),
    staff(49, "(4.4)", 2, "(Giáo viên tuyển mới trong năm)", where=c.teacher & yes("new_entry"), sum_of=(50, 51)),
    staff(50, "", 3, "(- Giáo viên nhà trẻ)", where=c.nursery_teacher & yes("new_entry")),
    staff(51, "", 3, "(- Giáo viên mẫu giáo)", where=c.kindergarten_teacher & yes("new_entry")),
    staff(52, "4.4", 2, "Nhân viên", where=c.employee, sum_of=(53, 54)),
    staff(53, "4.4.1", 3, "Nhân viên nhà trẻ", where=c.employee & c.at_nursery),
    staff(54, "4.4.2", 3, "Nhân viên mẫu giáo, mầm non", where=c.employee & c.at_kindergarten),
)

TABLE = Table(
    id="M",
    number=1,
    tab_title="Giáo dục mầm non",
    figure=Figure.COUNT,
    derived=True,
    columns=tuple(
        Column(number, block.key, (block.label,), block.key, "total", block.label, block.label)
        for number, block in enumerate(BLOCKS, 1)
    ),
    rows=ROWS,
    blocks=BLOCKS,
    sheet=SheetLayout(title="Mầm non", lead=("TT", "Chỉ tiêu", "Đơn vị tính", "Mã Số"), default_width=14.0),
    print=PrintLayout(font_size=10, tt_width=13, label_width=127, unit_width=22, code_width=14),
)

ERROR, WARNING = Severity.ERROR, Severity.WARNING
RULES = RuleBook(
    on_tables=(
        CellType(id="M01", severity=ERROR, tables=("M",), message="«{value}» không phải số nguyên từ 0 trở lên → nhập lại."),
        BlockSum(id="M02", severity=ERROR, tables=("M",), message="Tổng số là {value} nhưng các loại hình cộng lại là {sum} → lấy lại dữ liệu."),
        ForeignBlocksZero(id="M03", severity=ERROR, tables=("M",), message="cơ sở {ownership} nhưng có số {value} ở cột {column} → xóa số ở cột này."),
        *(
            RowSum(
                id=f"M10.{each.key}", severity=ERROR, table="M", total=each.ma_so or 0, parts=each.sum_of,
                message="giá trị {value} khác tổng các dòng chi tiết ({sum}) → lấy lại dữ liệu.",
            )
            for each in ROWS if each.sum_of
        ),
        *(
            RowAtMost(
                id=f"M20.{whole}", severity=WARNING, table="M", part=tuple(range(whole + 1, whole + 5)), whole=(whole,), at=("M", whole),
                message="các dòng chi tiết cộng lại {value}, vượt {limit} → mỗi người chỉ ghi một dòng.",
            )
            for whole in (17, 22, 36, 41)
        ),
    ),
    on_records=RECORD_RULES,
    on_report=(
        FiguresCurrent(
            id="M60", severity=ERROR, where=Where.TABLE, where_names={"table": "Biểu 1"}, repairs=(Repair.TAKE,),
            before_first_take="chưa lấy dữ liệu từ hồ sơ → bấm F5 để lấy dữ liệu.",
            message="hồ sơ đã đổi sau lần lấy dữ liệu: {count} ô khác → bấm F5 để lấy lại dữ liệu.",
        ),
        OverridesReasoned(id="M67", severity=WARNING, where=Where.CELL, message="gõ {typed}, hồ sơ cho {derived}, chưa ghi lý do → F2 rồi Enter để ghi lý do."),
        ReportBegun(id="M66", severity=ERROR, where=Where.LIST, message="chưa có hồ sơ nào → nhập hồ sơ rồi bấm F5."),
    ),
)
# fmt: on

FORM = FormSet(
    id="mn2020",
    version=1,
    code="MN 07/2020",
    title="BÁO CÁO THỐNG KÊ GIÁO DỤC MẦM NON",
    period="Kỳ cuối năm học",
    as_of="",
    tables=(TABLE,),
    blocks=BLOCKS,
    facility=FACILITY,
    lists=LISTS,
    letter=CAMPAIGN,
    letters={},
    rules=RULES,
    catalogue=catalogue,
    states=STATES,
    send=SEND,
    answers=ANSWERS,
    computed=COMPUTED,
    computed_beyond=BEYOND,
    membership=MEMBERSHIP,
    training=Training(YEAR, Path(__file__).with_name("training.json").read_bytes, "DỮ LIỆU TẬP HUẤN"),
    rolling=ROLLING,
    reference_day=(5, 31),
    new_year_month=6,
    totals=(Total("Nhóm, lớp", "M", (9,)), Total("Trẻ", "M", (13,)), Total("Nhân sự", "M", (27,))),
    worked_out_of=WORKED_OUT_OF,
    origins=(
        Origin(f"mã số {', '.join(map(str, ATTESTED))}", SOURCE, "có trong nguồn"),
        Origin(
            f"nhãn của mã số {', '.join(map(str, BY_CATALOGUE))}",
            "danh mục",
            "mã số có trong nguồn, nhãn suy ra",
        ),
        Origin(
            f"mã số {', '.join(map(str, INFERRED))}",
            "khoảng trống giữa các mã số của nguồn",
            "suy ra: nguồn không ghi gì",
        ),
        Origin("mã số là tổng của mã số khác; kỳ báo cáo", "suy ra", "suy ra: nguồn không nói"),
        Origin("hồ sơ, danh mục", "như 01-MN-ĐN", "cùng hệ thống, cùng năm"),
    ),
)
