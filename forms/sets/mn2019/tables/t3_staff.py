"""Table 3, Đội ngũ: managers, employees, teachers (form 01-MN-ĐN, mã số 123-193)."""

from functools import partial

from forms.model.condition import Condition
from forms.model.table import Figure, PrintLayout, Query, Row, SheetLayout, Table
from forms.sets.mn2019.tables import row_conditions as c
from forms.sets.mn2019.tables.columns import BLOCKS, PEOPLE, PUBLIC_STAFF, block_columns, heading_line

# fmt: off
in_lowland = c.lowland.of("facility")
in_highland = c.highland.of("facility")


heading = partial(heading_line, "T3")


def staff(
    ma_so: int, tt: str | None, level: int, label: str, where: Condition,
    sum_of: tuple[int, ...] = (), also_sum_of: tuple[tuple[int, ...], ...] = (), label_in_workbook: str | None = None,
    explanation: str = "",
) -> Row:
    """A row that counts staff."""
    return Row(
        f"T3.{ma_so:03}", ma_so, tt, level, label, "người", Query("staff", where), sum_of, also_sum_of,
        label_in_workbook=label_in_workbook, explanation=explanation,
    )


ROWS: tuple[Row, ...] = (
    staff(123, "4.1.", 2, "Cán bộ quản lý", c.head_or_deputy, sum_of=(124, 139), explanation="Đếm cán bộ quản lý; bằng mã 124 + 139"),
    staff(124, "4.1.1.", 3, "Cán bộ quản lý nhà trẻ", c.head_or_deputy & c.at_nursery, sum_of=(125, 132), explanation="Đếm cán bộ quản lý nếu là nhà trẻ hoặc nhóm trẻ độc lập"),
    staff(125, "4.1.1.1.", 4, "Hiệu trưởng", c.head & c.at_nursery, sum_of=(126, 127, 128, 129, 130, 131), explanation="Đếm Hiệu trưởng (kể cả chủ nhóm) nếu là nhà trẻ hoặc nhóm trẻ độc lập"),
    heading(9, None, 5, "Chia theo trình độ đào tạo"),
    staff(126, None, 5, "- Trung cấp sư phạm", c.head & c.at_nursery & c.intermediate, explanation="Trong mã 125: Trung cấp sư phạm, Trung cấp có chứng chỉ BDNVSP, TH 12+2, TH 9+3"),
    staff(127, None, 5, "- Cao đẳng sư phạm", c.head & c.at_nursery & c.college, explanation="Trong mã 125: Cao đẳng sư phạm, Cao đẳng có chứng chỉ BDNVSP"),
    staff(128, None, 5, "- Đại học sư phạm", c.head & c.at_nursery & c.university, explanation="Trong mã 125: Đại học sư phạm, Đại học có chứng chỉ BDNVSP"),
    staff(129, None, 5, "- Thạc sĩ", c.head & c.at_nursery & c.master, explanation="Trong mã 125: Thạc sĩ"),
    staff(130, None, 5, "- Tiến sĩ, TSKH", c.head & c.at_nursery & c.doctor, explanation="Trong mã 125: Tiến sĩ"),
    staff(131, None, 5, "- Khác", c.head & c.at_nursery & c.other_training, explanation="Trong mã 125: các trình độ còn lại"),
    staff(132, "4.1.1.2.", 4, "Phó hiệu trưởng", c.deputy & c.at_nursery, sum_of=(133, 134, 135, 136, 137, 138), explanation="Đếm phó hiệu trưởng nếu là nhà trẻ hoặc nhóm trẻ độc lập"),
    heading(17, None, 5, "Chia theo trình độ đào tạo"),
    staff(133, None, 5, "- Trung cấp sư phạm", c.deputy & c.at_nursery & c.intermediate, explanation="Trong mã 132: Trung cấp sư phạm, Trung cấp có chứng chỉ BDNVSP, TH 12+2, TH 9+3"),
    staff(134, None, 5, "- Cao đẳng sư phạm", c.deputy & c.at_nursery & c.college, explanation="Trong mã 132: Cao đẳng sư phạm, Cao đẳng có chứng chỉ BDNVSP"),
    staff(135, None, 5, "- Đại học sư phạm", c.deputy & c.at_nursery & c.university, explanation="Trong mã 132: Đại học sư phạm, Đại học có chứng chỉ BDNVSP"),
    staff(136, None, 5, "- Thạc sĩ", c.deputy & c.at_nursery & c.master, explanation="Trong mã 132: Thạc sĩ"),
    staff(137, None, 5, "- Tiến sĩ, TSKH", c.deputy & c.at_nursery & c.doctor, explanation="Trong mã 132: Tiến sĩ"),
    staff(138, None, 5, "- Khác", c.deputy & c.at_nursery & c.other_training, explanation="Trong mã 132: các trình độ còn lại"),
    staff(139, "4.1.2.", 3, "Cán bộ quản lý mẫu giáo, mầm non", c.head_or_deputy & c.at_kindergarten, sum_of=(140, 147), explanation="Đếm cán bộ quản lý nếu là trường mẫu giáo, mầm non hoặc có lớp mẫu giáo độc lập"),
    staff(140, "4.1.2.1", 4, "Hiệu trưởng", c.head & c.at_kindergarten, sum_of=(141, 142, 143, 144, 145, 146), explanation="Đếm Hiệu trưởng (kể cả chủ nhóm, lớp) nếu là trường mẫu giáo, mầm non hoặc có lớp mẫu giáo độc lập"),
    heading(26, None, 5, "Chia theo trình độ đào tạo"),
    staff(141, None, 5, "- Trung cấp sư phạm", c.head & c.at_kindergarten & c.intermediate, explanation="Trong mã 140: Trung cấp sư phạm, Trung cấp có chứng chỉ BDNVSP, TH 12+2, TH 9+3"),
    staff(142, None, 5, "- Cao đẳng sư phạm", c.head & c.at_kindergarten & c.college, explanation="Trong mã 140: Cao đẳng sư phạm, Cao đẳng có chứng chỉ BDNVSP"),
    staff(143, None, 5, "- Đại học sư phạm", c.head & c.at_kindergarten & c.university, explanation="Trong mã 140: Đại học sư phạm, Đại học có chứng chỉ BDNVSP"),
    staff(144, None, 5, "- Thạc sĩ", c.head & c.at_kindergarten & c.master, explanation="Trong mã 140: Thạc sĩ"),
    staff(145, None, 5, "- Tiến sĩ, TSKH", c.head & c.at_kindergarten & c.doctor, explanation="Trong mã 140: Tiến sĩ"),
    staff(146, None, 5, "- Khác", c.head & c.at_kindergarten & c.other_training, explanation="Trong mã 140: các trình độ còn lại"),
    staff(147, "4.1.2.2.", 4, "Phó hiệu trưởng", c.deputy & c.at_kindergarten, sum_of=(148, 149), also_sum_of=((150, 151, 152, 153, 154, 155),), explanation="Đếm phó hiệu trưởng nếu là trường mẫu giáo, mầm non hoặc có lớp mẫu giáo độc lập"),
    heading(34, None, 5, "Chia theo vùng:"),
    staff(148, None, 5, "- Trung du, đồng bằng, TP", c.deputy & c.at_kindergarten & in_lowland, explanation="Bằng mã 147 nếu cơ sở ở vùng trung du, đồng bằng, thành phố"),
    staff(149, None, 5, "- Miền núi, vùng sâu, hải đảo", c.deputy & c.at_kindergarten & in_highland, explanation="Bằng mã 147 nếu cơ sở ở vùng miền núi, vùng sâu, hải đảo"),
    heading(37, None, 5, "Chia theo trình độ đào tạo"),
    staff(150, None, 5, "- Trung cấp sư phạm", c.deputy & c.at_kindergarten & c.intermediate, explanation="Trong mã 147: Trung cấp sư phạm, Trung cấp có chứng chỉ BDNVSP, TH 12+2, TH 9+3"),
    staff(151, None, 5, "- Cao đẳng sư phạm", c.deputy & c.at_kindergarten & c.college, explanation="Trong mã 147: Cao đẳng sư phạm, Cao đẳng có chứng chỉ BDNVSP"),
    staff(152, None, 5, "- Đại học sư phạm", c.deputy & c.at_kindergarten & c.university, explanation="Trong mã 147: Đại học sư phạm, Đại học có chứng chỉ BDNVSP"),
    staff(153, None, 5, "- Thạc sĩ", c.deputy & c.at_kindergarten & c.master, explanation="Trong mã 147: Thạc sĩ"),
    staff(154, None, 5, "- Tiến sĩ, TSKH", c.deputy & c.at_kindergarten & c.doctor, explanation="Trong mã 147: Tiến sĩ"),
    staff(155, None, 5, "- Khác", c.deputy & c.at_kindergarten & c.other_training, explanation="Trong mã 147: các trình độ còn lại"),
    staff(156, "4.2.", 2, "Nhân viên", c.employee, sum_of=(157, 162), explanation="Đếm nhân viên; bằng mã 157 + 162"),
    staff(157, "4.2.1.", 3, "Nhân viên nhà trẻ", c.employee & c.at_nursery, explanation="Đếm nhân viên nếu là nhà trẻ hoặc nhóm trẻ độc lập"),
    heading(46, None, 4, "Chia ra"),
    staff(158, None, 4, "- Kế toán, văn thư", c.employee & c.at_nursery & c.accounts_or_office, explanation="Trong mã 157: kế toán, văn thư"),
    staff(159, None, 4, "- Y tế, thủ quỹ", c.employee & c.at_nursery & c.health_or_treasury, explanation="Trong mã 157: y tế, thủ quỹ"),
    staff(160, None, 4, "- Nấu ăn", c.employee & c.at_nursery & c.cooks, explanation="Trong mã 157: nấu ăn, cấp dưỡng"),
    staff(161, None, 4, "- Bảo vệ", c.employee & c.at_nursery & c.guards, explanation="Trong mã 157: bảo vệ"),
    staff(162, "4.2.2.", 3, "Nhân viên mẫu giáo, mầm non", c.employee & c.at_kindergarten, explanation="Đếm nhân viên nếu là trường mẫu giáo, mầm non hoặc có lớp mẫu giáo độc lập"),
    heading(52, None, 4, "Chia ra"),
    staff(163, None, 4, "- Kế toán, văn thư", c.employee & c.at_kindergarten & c.accounts_or_office, explanation="Trong mã 162: kế toán, văn thư"),
    staff(164, None, 4, "- Y tế, thủ quỹ", c.employee & c.at_kindergarten & c.health_or_treasury, explanation="Trong mã 162: y tế, thủ quỹ"),
    staff(165, None, 4, "- Nấu ăn", c.employee & c.at_kindergarten & c.cooks, explanation="Trong mã 162: nấu ăn, cấp dưỡng"),
    staff(166, None, 4, "- Bảo vệ", c.employee & c.at_kindergarten & c.guards, explanation="Trong mã 162: bảo vệ"),
    staff(167, "4.3.", 2, "Giáo viên", c.teacher, sum_of=(168, 181), explanation="Đếm giáo viên; bằng mã 168 + 181"),
    staff(168, "4.3.1.", 3, "Giáo viên nhà trẻ", c.nursery_teacher, sum_of=(169, 170, 171, 172, 173, 174), explanation="Đếm giáo viên có mục Dạy nhóm lớp là Nhà trẻ"),
    heading(59, None, 4, "Chia theo trình độ đào tạo"),
    staff(169, None, 4, "- Trung cấp sư phạm", c.nursery_teacher & c.intermediate, explanation="Trong mã 168: Trung cấp sư phạm, Trung cấp có chứng chỉ BDNVSP, TH 12+2, TH 9+3"),
    staff(170, None, 4, "- Cao đẳng sư phạm", c.nursery_teacher & c.college, explanation="Trong mã 168: Cao đẳng sư phạm, Cao đẳng có chứng chỉ BDNVSP"),
    staff(171, None, 4, "- Đại học sư phạm", c.nursery_teacher & c.university, explanation="Trong mã 168: Đại học sư phạm, Đại học có chứng chỉ BDNVSP"),
    staff(172, None, 4, "- Thạc sĩ", c.nursery_teacher & c.master, explanation="Trong mã 168: Thạc sĩ"),
    staff(173, None, 4, "- Tiến sĩ, TSKH", c.nursery_teacher & c.doctor, explanation="Trong mã 168: Tiến sĩ"),
    staff(174, None, 4, "Chưa qua đào tạo", c.nursery_teacher & c.other_training, explanation="Trong mã 168: các trình độ còn lại"),
    heading(66, None, 4, "Chia theo độ tuổi"),
    staff(175, None, 4, "- Từ 20 - 29 tuổi", c.nursery_teacher & c.aged_20_29, explanation="Trong mã 168: tròn 20 đến 29 tuổi vào ngày 30/9"),
    staff(176, None, 4, "- Từ 30 - 39 tuổi", c.nursery_teacher & c.aged_30_39, explanation="Trong mã 168: tròn 30 đến 39 tuổi vào ngày 30/9"),
    staff(177, None, 4, "- Từ 40 - 49 tuổi", c.nursery_teacher & c.aged_40_49, explanation="Trong mã 168: tròn 40 đến 49 tuổi vào ngày 30/9"),
    staff(178, None, 4, "- Từ 50 - 54 tuổi", c.nursery_teacher & c.aged_50_54, explanation="Trong mã 168: tròn 50 đến 54 tuổi vào ngày 30/9"),
    staff(179, None, 4, "- Từ 55 - 59 tuổi", c.nursery_teacher & c.aged_55_59, explanation="Trong mã 168: tròn 55 đến 59 tuổi vào ngày 30/9"),
    staff(180, None, 4, "- 60 tuổi", c.nursery_teacher & c.from_60, explanation="Trong mã 168: tròn 60 tuổi trở lên vào ngày 30/9"),
    staff(181, "4.3.2.", 3, "Giáo viên mẫu giáo", c.kindergarten_teacher, sum_of=(182, 183, 184, 185, 186, 187), explanation="Đếm giáo viên có mục Dạy nhóm lớp là Mẫu giáo"),
    heading(74, None, 4, "Chia theo trình độ đào tạo"),
    staff(182, None, 4, "- Trung cấp sư phạm", c.kindergarten_teacher & c.intermediate, explanation="Trong mã 181: Trung cấp sư phạm, Trung cấp có chứng chỉ BDNVSP, TH 12+2, TH 9+3"),
    staff(183, None, 4, "- Cao đẳng sư phạm", c.kindergarten_teacher & c.college, explanation="Trong mã 181: Cao đẳng sư phạm, Cao đẳng có chứng chỉ BDNVSP"),
    staff(184, None, 4, "- Đại học sư phạm", c.kindergarten_teacher & c.university, explanation="Trong mã 181: Đại học sư phạm, Đại học có chứng chỉ BDNVSP"),
    staff(185, None, 4, "- Thạc sĩ", c.kindergarten_teacher & c.master, explanation="Trong mã 181: Thạc sĩ"),
    staff(186, None, 4, "- Tiến sĩ, TSKH", c.kindergarten_teacher & c.doctor, explanation="Trong mã 181: Tiến sĩ"),
    staff(187, None, 4, "Chưa qua đào tạo", c.kindergarten_teacher & c.other_training, explanation="Trong mã 181: các trình độ còn lại"),
    heading(81, None, 4, "Chia theo độ tuổi"),
    staff(188, None, 4, "- Từ 20 - 29 tuổi", c.kindergarten_teacher & c.aged_20_29, label_in_workbook="- Từ 20 -29 tuổi", explanation="Trong mã 181: tròn 20 đến 29 tuổi vào ngày 30/9"),
    staff(189, None, 4, "- Từ 30 - 39 tuổi", c.kindergarten_teacher & c.aged_30_39, explanation="Trong mã 181: tròn 30 đến 39 tuổi vào ngày 30/9"),
    staff(190, None, 4, "- Từ 40 - 49 tuổi", c.kindergarten_teacher & c.aged_40_49, explanation="Trong mã 181: tròn 40 đến 49 tuổi vào ngày 30/9"),
    staff(191, None, 4, "- Từ 50 - 54 tuổi", c.kindergarten_teacher & c.aged_50_54, explanation="Trong mã 181: tròn 50 đến 54 tuổi vào ngày 30/9"),
    staff(192, None, 4, "- Từ 55 - 59 tuổi", c.kindergarten_teacher & c.aged_55_59, label_in_workbook="-Từ 55 - 59 tuổi", explanation="Trong mã 181: tròn 55 đến 59 tuổi vào ngày 30/9"),
    staff(193, None, 4, "- 60 tuổi", c.kindergarten_teacher & c.from_60, explanation="Trong mã 181: tròn 60 tuổi trở lên vào ngày 30/9"),
)
# fmt: on

TABLE = Table(
    id="T3",
    number=3,
    tab_title="Đội ngũ",
    figure=Figure.COUNT,
    derived=True,
    columns=block_columns(PEOPLE, PUBLIC_STAFF),
    rows=ROWS,
    blocks=BLOCKS,
    sheet=SheetLayout(
        title="Cán bộ",
        lead=("IV", "Cán bộ quản lý, giáo viên và nhân viên", "Đơn vị tính", "Mã số"),
        widths=(("A", 7.6), ("B", 44.6), ("C", 7.6)),
    ),
    print=PrintLayout(font_size=8, tt_width=12, label_width=44, unit_width=11, code_width=9),
)
