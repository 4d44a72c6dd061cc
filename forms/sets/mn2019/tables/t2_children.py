"""Table 2, Học sinh: the children (form 01-MN-ĐN, mã số 83-122)."""

from functools import partial

from forms.model.condition import EVERYONE, Condition
from forms.model.table import Figure, PrintLayout, Query, Row, SheetLayout, Table
from forms.sets.mn2019.tables import row_conditions as c
from forms.sets.mn2019.tables.columns import BLOCKS, PEOPLE, block_columns, heading_line

# fmt: off
in_lowland = c.lowland.of("facility")
in_highland = c.highland.of("facility")


heading = partial(heading_line, "T2")


def children(
    ma_so: int, tt: str | None, level: int, label: str, where: Condition,
    sum_of: tuple[int, ...] = (), blank_in_export: bool = False, explanation: str = "",
) -> Row:
    """A row that counts children."""
    return Row(
        f"T2.{ma_so:03}", ma_so, tt, level, label, "người", Query("child", where), sum_of,
        blank_in_export=blank_in_export, explanation=explanation,
    )


def typed(ma_so: int, tt: str | None, level: int, label: str, blank_in_export: bool, explanation: str) -> Row:
    """A row that no field of the records stands behind: 0 until it is typed."""
    return Row(f"T2.{ma_so:03}", ma_so, tt, level, label, "người", blank_in_export=blank_in_export, explanation=explanation)


ROWS: tuple[Row, ...] = (
    children(83, "3.1.", 2, "Quy mô trẻ", EVERYONE, sum_of=(84, 90), explanation="Đếm trẻ đang học, kể cả trẻ chuyển đến và xin học lại; bằng mã 84 + 90"),
    children(84, "3.1.1.", 3, "Trẻ em nhà trẻ", c.in_nursery, sum_of=(85, 86), explanation="Đếm trẻ ở nhóm trẻ"),
    heading(7, None, 4, "Chia ra theo vùng:"),
    children(85, None, 4, "- Trung du, đồng bằng, thành phố", c.in_nursery & in_lowland, explanation="Đếm trẻ ở nhóm trẻ nếu cơ sở ở vùng trung du, đồng bằng, thành phố"),
    children(86, None, 4, "- Miền núi, vùng sâu, hải đảo", c.in_nursery & in_highland, explanation="Đếm trẻ ở nhóm trẻ nếu cơ sở ở vùng miền núi, vùng sâu, hải đảo"),
    heading(10, None, 4, "Trong đó"),
    children(87, None, 4, "- Học 2 buổi/ngày", c.in_nursery & c.in_full_day_class, explanation="Đếm trẻ ở nhóm trẻ học 2 buổi/ngày"),
    children(88, None, 4, "- Bán trú (có tổ chức ăn trưa)", c.in_nursery & c.boards, explanation="Đếm trẻ bán trú ở nhóm trẻ"),
    children(89, None, 4, "- Khuyết tật học hòa nhập", c.in_nursery & c.disabled, explanation="Đếm trẻ khuyết tật học hòa nhập ở nhóm trẻ"),
    children(90, "3.1.2.", 3, "Trẻ em mẫu giáo", c.in_kindergarten, sum_of=(91, 92), explanation="Đếm trẻ ở lớp mẫu giáo"),
    heading(15, None, 4, "Chia ra theo vùng:"),
    children(91, None, 4, "- Trung du, đồng bằng, thành phố", c.in_kindergarten & in_lowland, explanation="Đếm trẻ ở lớp mẫu giáo nếu cơ sở ở vùng trung du, đồng bằng, thành phố"),
    children(92, None, 4, "- Miền núi, vùng sâu, hải đảo", c.in_kindergarten & in_highland, explanation="Đếm trẻ ở lớp mẫu giáo nếu cơ sở ở vùng miền núi, vùng sâu, hải đảo"),
    heading(18, None, 4, "Trong đó"),
    children(93, None, 4, "- Học 2 buổi/ngày", c.in_kindergarten & c.in_full_day_class, explanation="Đếm trẻ ở lớp mẫu giáo học 2 buổi/ngày"),
    children(94, None, 4, "- Bán trú (có tổ chức ăn trưa)", c.in_kindergarten & c.boards, explanation="Đếm trẻ bán trú ở lớp mẫu giáo"),
    children(95, None, 4, "- Khuyết tật học hòa nhập", c.in_kindergarten & c.disabled, explanation="Đếm trẻ khuyết tật học hòa nhập ở lớp mẫu giáo"),
    heading(22, "3.2.", 2, "Quy mô trẻ chia theo độ tuổi"),
    children(96, "3.2.1.", 3, "Trẻ em nhà trẻ", c.in_nursery, sum_of=(97, 98, 99, 100), explanation="Đếm trẻ ở nhóm trẻ"),
    children(97, None, 4, "- Trẻ từ 3 đến 12 tháng", c.in_nursery & c.aged_3_12_months, explanation="Đếm trẻ ở nhóm trẻ, tròn 3 đến 12 tháng tuổi vào ngày 30/9"),
    children(98, None, 4, "- Trẻ từ 13 đến 24 tháng", c.in_nursery & c.aged_13_24_months, explanation="Đếm trẻ ở nhóm trẻ, tròn 13 đến 24 tháng tuổi vào ngày 30/9"),
    children(99, None, 4, "- Trẻ từ 25 đến 36 tháng", c.in_nursery & c.aged_25_36_months, explanation="Đếm trẻ ở nhóm trẻ, tròn 25 đến 36 tháng tuổi vào ngày 30/9"),
    children(100, None, 4, "- Trẻ trên 36 tháng", c.in_nursery & c.over_36_months, blank_in_export=True, explanation="Đếm trẻ ở nhóm trẻ, tròn 37 tháng tuổi trở lên vào ngày 30/9"),
    children(101, "3.2.2.", 3, "Trẻ em mẫu giáo", c.in_kindergarten, sum_of=(102, 103, 104, 105, 106), explanation="Đếm trẻ ở lớp mẫu giáo"),
    children(102, None, 4, "- Trẻ dưới 3 tuổi", c.in_kindergarten & c.under_3, explanation="Đếm trẻ ở lớp mẫu giáo, dưới 3 tuổi (năm đầu của năm học trừ năm sinh; cách tính cố định của kỳ báo cáo)"),
    children(103, None, 4, "- Trẻ từ 3 đến 4 tuổi", c.in_kindergarten & c.aged_3, explanation="Đếm trẻ ở lớp mẫu giáo, 3 tuổi (năm đầu của năm học trừ năm sinh; cách tính cố định của kỳ báo cáo)"),
    children(104, None, 4, "- Trẻ từ 4 đến 5 tuổi", c.in_kindergarten & c.aged_4, explanation="Đếm trẻ ở lớp mẫu giáo, 4 tuổi (năm đầu của năm học trừ năm sinh; cách tính cố định của kỳ báo cáo)"),
    children(105, None, 4, "- Trẻ từ 5 đến 6 tuổi", c.in_kindergarten & c.aged_5, explanation="Đếm trẻ ở lớp mẫu giáo, 5 tuổi (năm đầu của năm học trừ năm sinh; cách tính cố định của kỳ báo cáo)"),
    children(106, None, 4, "- Trẻ trên 6 tuổi", c.in_kindergarten & c.from_6, explanation="Đếm trẻ ở lớp mẫu giáo, từ 6 tuổi trở lên (năm đầu của năm học trừ năm sinh; cách tính cố định của kỳ báo cáo)"),
    heading(34, "3.3.", 2, "Tình trạng dinh dưỡng trẻ em"),
    children(107, "3.3.1.", 3, "Trẻ em nhà trẻ được kiểm tra sức khỏe và đánh giá tình trạng dinh dưỡng", c.in_nursery & c.checked, explanation="Đếm trẻ ở nhóm trẻ được kiểm tra sức khỏe, đánh giá dinh dưỡng"),
    heading(36, None, 4, "Trong đó:"),
    children(108, None, 4, "- Trẻ suy dinh dưỡng thể nhẹ cân", c.in_nursery & c.underweight, explanation="Trong mã 107: trẻ suy dinh dưỡng thể nhẹ cân"),
    children(109, None, 4, "- Trẻ suy dinh dưỡng thể thấp còi", c.in_nursery & c.stunted, explanation="Trong mã 107: trẻ suy dinh dưỡng thể thấp còi"),
    children(110, None, 4, "- Trẻ suy dinh dưỡng thể còi cọc", c.in_nursery & c.wasted, explanation="Trong mã 107: trẻ suy dinh dưỡng thể còi cọc"),
    children(111, None, 4, "- Trẻ thừa cân, béo phì", c.in_nursery & c.overweight, explanation="Trong mã 107: trẻ thừa cân, béo phì"),
    children(112, "3.3.2.", 3, "Trẻ em mẫu giáo được kiểm tra sức khỏe và đánh giá tình trạng dinh dưỡng", c.in_kindergarten & c.checked, explanation="Đếm trẻ ở lớp mẫu giáo được kiểm tra sức khỏe, đánh giá dinh dưỡng"),
    heading(42, None, 4, "Trong đó:"),
    children(113, None, 4, "- Trẻ suy dinh dưỡng thể nhẹ cân", c.in_kindergarten & c.underweight, explanation="Trong mã 112: trẻ suy dinh dưỡng thể nhẹ cân"),
    children(114, None, 4, "- Trẻ suy dinh dưỡng thể thấp còi", c.in_kindergarten & c.stunted, explanation="Trong mã 112: trẻ suy dinh dưỡng thể thấp còi"),
    children(115, None, 4, "- Trẻ suy dinh dưỡng thể còi cọc", c.in_kindergarten & c.wasted, explanation="Trong mã 112: trẻ suy dinh dưỡng thể còi cọc"),
    children(116, None, 4, "- Trẻ thừa cân, béo phì", c.in_kindergarten & c.overweight, explanation="Trong mã 112: trẻ thừa cân, béo phì"),
    heading(47, "3.4.", 2, "Trẻ em thuộc đối tượng chính sách"),
    children(117, "3.4.1.", 3, "Trẻ em mẫu giáo được miễn học phí", c.in_kindergarten & c.fee_exempt, explanation="Đếm trẻ ở lớp mẫu giáo được miễn học phí"),
    children(118, "3.4.2.", 3, "Trẻ em mẫu giáo được giảm học phí", c.in_kindergarten & c.fee_reduced, explanation="Đếm trẻ ở lớp mẫu giáo được giảm học phí"),
    children(119, "3.4.3.", 3, "Trẻ em mẫu giáo được hỗ trợ chi phí học tập", c.in_kindergarten & c.study_cost_supported, explanation="Đếm trẻ ở lớp mẫu giáo được hỗ trợ chi phí học tập"),
    typed(120, "3.4.4.", 3, "Trẻ em dân tộc thiểu số rất ít người được hỗ trợ học tập", blank_in_export=True, explanation="Nhập tay (mặc định 0): hồ sơ trẻ không có mục này"),
    children(121, "3.4.5.", 3, "Trẻ em 5 tuổi học mẫu giáo được hỗ trợ ăn trưa", c.in_kindergarten & c.aged_5 & c.lunch_supported, explanation="Đếm trẻ 5 tuổi ở lớp mẫu giáo được hỗ trợ ăn trưa"),
    children(122, "3.4.6.", 3, "Trẻ em 3-4 tuổi học mẫu giáo được hỗ trợ ăn trưa", c.in_kindergarten & c.aged_3_4 & c.lunch_supported, explanation="Đếm trẻ 3–4 tuổi ở lớp mẫu giáo được hỗ trợ ăn trưa"),
)
# fmt: on

TABLE = Table(
    id="T2",
    number=2,
    tab_title="Học sinh",
    figure=Figure.COUNT,
    derived=True,
    columns=block_columns(PEOPLE),
    rows=ROWS,
    blocks=BLOCKS,
    sheet=SheetLayout(
        title="Học sinh",
        lead=("III", "Trẻ em", "Đơn vị tính", "Mã số"),
        widths=(("A", 5.4), ("B", 59.2), ("C", 9.0), ("D", 5.8), ("E", 9.4), ("U", 7.6)),
    ),
    print=PrintLayout(font_size=8, tt_width=10, label_width=66, unit_width=11, code_width=9),
)
