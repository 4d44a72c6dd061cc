"""Table 1, Trường – lớp học: the facility and its classes (form 01-MN-ĐN, mã số 1-82)."""

from functools import partial

from forms.model.condition import EVERYONE, Condition
from forms.model.table import Figure, PrintLayout, Query, Row, SheetLayout, Table
from forms.sets.mn2019.tables import row_conditions as c
from forms.sets.mn2019.tables.columns import BLOCKS, column, heading_line

# fmt: off
heading = partial(heading_line, "T1")


def school(
    ma_so: int, tt: str | None, level: int, label: str, where: Condition,
    sum_of: tuple[int, ...] = (), blank_in_export: bool = False, explanation: str = "",
) -> Row:
    """A row about schools: always 0 for an independent group or class."""
    return Row(
        f"T1.{ma_so:03}", ma_so, tt, level, label, "trường", Query("facility", where), sum_of,
        independent_zero=True, blank_in_export=blank_in_export, explanation=explanation,
    )


def facility(
    ma_so: int, tt: str | None, level: int, label: str, unit: str, where: Condition, total: str | None = None,
    explanation: str = "",
) -> Row:
    """A row that counts the facility itself, or adds up one of its fields."""
    return Row(f"T1.{ma_so:03}", ma_so, tt, level, label, unit, Query("facility", where, total), explanation=explanation)


def classes(
    ma_so: int, tt: str | None, level: int, label: str, unit: str, where: Condition, sum_of: tuple[int, ...] = (),
    explanation: str = "",
) -> Row:
    """A row that counts classes."""
    return Row(f"T1.{ma_so:03}", ma_so, tt, level, label, unit, Query("class", where), sum_of, explanation=explanation)


ROWS: tuple[Row, ...] = (
    heading(9, "I", 0, "Trường"),
    school(1, "1", 1, "Tổng số trường", c.is_school, sum_of=(2, 15, 33), explanation="1 nếu là trường (nhà trẻ, trường mẫu giáo, trường mầm non); bằng mã 2 + 15 + 33"),
    school(2, "1.1.", 2, "Nhà trẻ", c.is_nursery_school, sum_of=(3, 6), explanation="1 nếu là nhà trẻ"),
    heading(12, None, 3, "Chia ra theo vùng:"),
    school(3, None, 3, "- Trung du, đồng bằng, thành phố", c.is_nursery_school & c.lowland, sum_of=(4, 5), explanation="1 nếu là nhà trẻ vùng trung du, đồng bằng, thành phố; nhóm, lớp độc lập: 0"),
    school(4, None, 4, "+ Trường có dưới 9 nhóm trẻ", c.is_nursery_school & c.lowland & c.under_9_classes, explanation="1 nếu là nhà trẻ vùng trung du, đồng bằng, thành phố, có dưới 9 nhóm, lớp; nhóm, lớp độc lập: 0"),
    school(5, None, 4, "+ Trường có 9 nhóm trẻ trở lên", c.is_nursery_school & c.lowland & c.from_9_classes, explanation="1 nếu là nhà trẻ vùng trung du, đồng bằng, thành phố, có từ 9 nhóm, lớp trở lên; nhóm, lớp độc lập: 0"),
    school(6, None, 3, "- Miền núi, vùng sâu, hải đảo", c.is_nursery_school & c.highland, sum_of=(7, 8), explanation="1 nếu là nhà trẻ vùng miền núi, vùng sâu, hải đảo; nhóm, lớp độc lập: 0"),
    school(7, None, 4, "+ Trường có dưới 6 nhóm trẻ", c.is_nursery_school & c.highland & c.under_6_classes, explanation="1 nếu là nhà trẻ vùng miền núi, vùng sâu, hải đảo, có dưới 6 nhóm, lớp; nhóm, lớp độc lập: 0"),
    school(8, None, 4, "+ Trường có 6 nhóm trẻ trở lên", c.is_nursery_school & c.highland & c.from_6_classes, explanation="1 nếu là nhà trẻ vùng miền núi, vùng sâu, hải đảo, có từ 6 nhóm, lớp trở lên; nhóm, lớp độc lập: 0"),
    heading(19, None, 3, "Trong đó:"),
    school(9, None, 3, "- Trường có từ 5 điểm trường trở lên", c.is_nursery_school & c.from_5_sites, explanation="1 nếu là nhà trẻ có từ 5 điểm trường trở lên; nhóm, lớp độc lập: 0"),
    school(10, None, 3, "- Trường có sử dụng máy vi tính phục vụ quản lý và giáo dục trẻ", c.is_nursery_school & c.uses_computers, explanation="1 nếu là nhà trẻ có sử dụng máy vi tính; nhóm, lớp độc lập: 0"),
    school(11, None, 3, "- Trường được kết nối internet", c.is_nursery_school & c.has_internet, explanation="1 nếu là nhà trẻ có kết nối internet; nhóm, lớp độc lập: 0"),
    school(12, None, 3, "- Trường có điện (lưới)", c.is_nursery_school & c.has_electricity, explanation="1 nếu là nhà trẻ có điện lưới; nhóm, lớp độc lập: 0"),
    school(13, None, 3, "- Trường có nguồn nước sạch", c.is_nursery_school & c.has_clean_water, explanation="1 nếu là nhà trẻ có nguồn nước sạch; nhóm, lớp độc lập: 0"),
    school(14, None, 3, "- Trường có công trình vệ sinh", c.is_nursery_school & c.has_toilets, explanation="1 nếu là nhà trẻ có công trình vệ sinh; nhóm, lớp độc lập: 0"),
    school(15, "1.2.", 2, "Trường mẫu giáo", c.is_kindergarten_school, sum_of=(16, 19), explanation="1 nếu là trường mẫu giáo"),
    heading(27, None, 3, "Chia ra theo vùng:"),
    school(16, None, 3, "- Trung du, đồng bằng, thành phố", c.is_kindergarten_school & c.lowland, sum_of=(17, 18), explanation="1 nếu là trường mẫu giáo vùng trung du, đồng bằng, thành phố; nhóm, lớp độc lập: 0"),
    school(17, None, 4, "+ Trường có dưới 9 nhóm trẻ", c.is_kindergarten_school & c.lowland & c.under_9_classes, explanation="1 nếu là trường mẫu giáo vùng trung du, đồng bằng, thành phố, có dưới 9 nhóm, lớp; nhóm, lớp độc lập: 0"),
    school(18, None, 4, "+ Trường có 9 nhóm trẻ trở lên", c.is_kindergarten_school & c.lowland & c.from_9_classes, explanation="1 nếu là trường mẫu giáo vùng trung du, đồng bằng, thành phố, có từ 9 nhóm, lớp trở lên; nhóm, lớp độc lập: 0"),
    school(19, None, 3, "- Miền núi, vùng sâu, hải đảo", c.is_kindergarten_school & c.highland, sum_of=(20, 21), explanation="1 nếu là trường mẫu giáo vùng miền núi, vùng sâu, hải đảo; nhóm, lớp độc lập: 0"),
    school(20, None, 4, "+ Trường có dưới 6 nhóm trẻ", c.is_kindergarten_school & c.highland & c.under_6_classes, explanation="1 nếu là trường mẫu giáo vùng miền núi, vùng sâu, hải đảo, có dưới 6 nhóm, lớp; nhóm, lớp độc lập: 0"),
    school(21, None, 4, "+ Trường có 6 nhóm trẻ trở lên", c.is_kindergarten_school & c.highland & c.from_6_classes, explanation="1 nếu là trường mẫu giáo vùng miền núi, vùng sâu, hải đảo, có từ 6 nhóm, lớp trở lên; nhóm, lớp độc lập: 0"),
    heading(34, None, 3, "Trong đó:"),
    school(22, None, 3, "- Trường đạt chuẩn quốc gia mức độ 1", c.is_kindergarten_school & c.standard_level_1, explanation="1 nếu là trường mẫu giáo đạt chuẩn quốc gia mức độ 1; nhóm, lớp độc lập: 0"),
    school(23, None, 3, "- Trường đạt chuẩn quốc gia mức độ 2", c.is_kindergarten_school & c.standard_level_2, explanation="1 nếu là trường mẫu giáo đạt chuẩn quốc gia mức độ 2; nhóm, lớp độc lập: 0"),
    school(24, None, 3, "- Trường có từ 5 điểm trường trở lên", c.is_kindergarten_school & c.from_5_sites, explanation="1 nếu là trường mẫu giáo có từ 5 điểm trường trở lên; nhóm, lớp độc lập: 0"),
    school(25, None, 3, "- Trường có sử dụng máy vi tính phục vụ quản lý và giáo dục trẻ", c.is_kindergarten_school & c.uses_computers, explanation="1 nếu là trường mẫu giáo có sử dụng máy vi tính; nhóm, lớp độc lập: 0"),
    school(26, None, 3, "- Trường được kết nối internet", c.is_kindergarten_school & c.has_internet, explanation="1 nếu là trường mẫu giáo có kết nối internet; nhóm, lớp độc lập: 0"),
    school(27, None, 3, "- Trường có điện (lưới)", c.is_kindergarten_school & c.has_electricity, explanation="1 nếu là trường mẫu giáo có điện lưới; nhóm, lớp độc lập: 0"),
    school(28, None, 3, "- Trường có nguồn nước sạch", c.is_kindergarten_school & c.has_clean_water, explanation="1 nếu là trường mẫu giáo có nguồn nước sạch; nhóm, lớp độc lập: 0"),
    school(29, None, 3, "- Trường có công trình vệ sinh", c.is_kindergarten_school & c.has_toilets, explanation="1 nếu là trường mẫu giáo có công trình vệ sinh; nhóm, lớp độc lập: 0"),
    school(30, None, 3, "- Trường có chương trình giáo dục vệ sinh đôi tay", c.is_kindergarten_school & c.teaches_hand_washing, explanation="1 nếu là trường mẫu giáo có chương trình giáo dục vệ sinh đôi tay; nhóm, lớp độc lập: 0"),
    school(31, None, 3, "- Trường có chương trình giáo dục cơ bản về giới tính, phòng chống bạo lực, xâm hại", c.is_kindergarten_school & c.teaches_sex_education, explanation="1 nếu là trường mẫu giáo có chương trình giáo dục cơ bản về giới tính, phòng chống bạo lực, xâm hại; nhóm, lớp độc lập: 0"),
    school(32, None, 3, "- Trường có kế hoạch giáo dục phòng, chống thiên tai và ứng phó biến đổi khí hậu", c.is_kindergarten_school & c.has_disaster_plan, blank_in_export=True, explanation="1 nếu là trường mẫu giáo có kế hoạch giáo dục phòng, chống thiên tai và ứng phó biến đổi khí hậu; nhóm, lớp độc lập: 0"),
    school(33, "1.3", 2, "Trường mầm non", c.is_preschool, sum_of=(34, 37), explanation="1 nếu là trường mầm non"),
    heading(47, None, 3, "Chia ra theo vùng:"),
    school(34, None, 3, "- Trung du, đồng bằng, thành phố", c.is_preschool & c.lowland, sum_of=(35, 36), explanation="1 nếu là trường mầm non vùng trung du, đồng bằng, thành phố; nhóm, lớp độc lập: 0"),
    school(35, None, 4, "+ Trường có dưới 9 nhóm trẻ", c.is_preschool & c.lowland & c.under_9_classes, explanation="1 nếu là trường mầm non vùng trung du, đồng bằng, thành phố, có dưới 9 nhóm, lớp; nhóm, lớp độc lập: 0"),
    school(36, None, 4, "+ Trường có 9 nhóm trẻ trở lên", c.is_preschool & c.lowland & c.from_9_classes, explanation="1 nếu là trường mầm non vùng trung du, đồng bằng, thành phố, có từ 9 nhóm, lớp trở lên; nhóm, lớp độc lập: 0"),
    school(37, None, 3, "- Miền núi, vùng sâu, hải đảo", c.is_preschool & c.highland, sum_of=(38, 39), explanation="1 nếu là trường mầm non vùng miền núi, vùng sâu, hải đảo; nhóm, lớp độc lập: 0"),
    school(38, None, 4, "+ Trường có dưới 6 nhóm trẻ", c.is_preschool & c.highland & c.under_6_classes, explanation="1 nếu là trường mầm non vùng miền núi, vùng sâu, hải đảo, có dưới 6 nhóm, lớp; nhóm, lớp độc lập: 0"),
    school(39, None, 4, "+ Trường có 6 nhóm trẻ trở lên", c.is_preschool & c.highland & c.from_6_classes, explanation="1 nếu là trường mầm non vùng miền núi, vùng sâu, hải đảo, có từ 6 nhóm, lớp trở lên; nhóm, lớp độc lập: 0"),
    heading(54, None, 3, "Trong đó:"),
    school(40, None, 3, "- Trường đạt chuẩn quốc gia mức độ 1", c.is_preschool & c.standard_level_1, explanation="1 nếu là trường mầm non đạt chuẩn quốc gia mức độ 1; nhóm, lớp độc lập: 0"),
    school(41, None, 3, "- Trường đạt chuẩn quốc gia mức độ 2", c.is_preschool & c.standard_level_2, explanation="1 nếu là trường mầm non đạt chuẩn quốc gia mức độ 2; nhóm, lớp độc lập: 0"),
    school(42, None, 3, "- Trường có từ 5 điểm trường trở lên", c.is_preschool & c.from_5_sites, explanation="1 nếu là trường mầm non có từ 5 điểm trường trở lên; nhóm, lớp độc lập: 0"),
    school(43, None, 3, "- Trường có sử dụng máy vi tính phục vụ quản lý và giáo dục trẻ", c.is_preschool & c.uses_computers, explanation="1 nếu là trường mầm non có sử dụng máy vi tính; nhóm, lớp độc lập: 0"),
    school(44, None, 3, "- Trường được kết nối internet", c.is_preschool & c.has_internet, explanation="1 nếu là trường mầm non có kết nối internet; nhóm, lớp độc lập: 0"),
    school(45, None, 3, "- Trường có điện (lưới)", c.is_preschool & c.has_electricity, explanation="1 nếu là trường mầm non có điện lưới; nhóm, lớp độc lập: 0"),
    school(46, None, 3, "- Trường có nguồn nước sạch", c.is_preschool & c.has_clean_water, explanation="1 nếu là trường mầm non có nguồn nước sạch; nhóm, lớp độc lập: 0"),
    school(47, None, 3, "- Trường có công trình vệ sinh", c.is_preschool & c.has_toilets, explanation="1 nếu là trường mầm non có công trình vệ sinh; nhóm, lớp độc lập: 0"),
    school(48, None, 3, "- Trường có chương trình giáo dục vệ sinh đôi tay", c.is_preschool & c.teaches_hand_washing, explanation="1 nếu là trường mầm non có chương trình giáo dục vệ sinh đôi tay; nhóm, lớp độc lập: 0"),
    school(49, None, 3, "- Trường có chương trình giáo dục cơ bản về giới tính, phòng chống bạo lực, xâm hại", c.is_preschool & c.teaches_sex_education, explanation="1 nếu là trường mầm non có chương trình giáo dục cơ bản về giới tính, phòng chống bạo lực, xâm hại; nhóm, lớp độc lập: 0"),
    school(50, None, 3, "- Trường có kế hoạch giáo dục phòng, chống thiên tai và ứng phó biến đổi khí hậu", c.is_preschool & c.has_disaster_plan, blank_in_export=True, explanation="1 nếu là trường mầm non có kế hoạch giáo dục phòng, chống thiên tai và ứng phó biến đổi khí hậu; nhóm, lớp độc lập: 0"),
    facility(51, "1.4", 2, "Nhóm trẻ độc lập", "cơ sở", c.is_independent_nursery, explanation="1 nếu cơ sở là nhóm trẻ độc lập"),
    facility(52, "1.5", 2, "Lớp mẫu giáo độc lập", "cơ sở", c.is_independent_kindergarten, explanation="1 nếu cơ sở là lớp mẫu giáo độc lập"),
    facility(53, "1.6", 2, "Nhóm trẻ, lớp mẫu giáo độc lập", "cơ sở", c.is_independent_both, explanation="1 nếu cơ sở là nhóm trẻ, lớp mẫu giáo độc lập (có cả hai)"),
    facility(54, "1.7", 2, "Số điểm trường", "điểm", EVERYONE, total="sites", explanation="Số điểm trường trong hồ sơ cơ sở"),
    heading(70, "II", 0, "Nhóm, lớp"),
    classes(55, "2", 1, "Tổng số Nhóm/lớp", "nhóm/lớp", EVERYONE, sum_of=(56, 69), explanation="Đếm nhóm trẻ và lớp mẫu giáo; bằng mã 56 + 69"),
    classes(56, "2.1", 2, "Nhóm trẻ", "nhóm", c.in_nursery, explanation="Đếm nhóm trẻ"),
    heading(73, None, 3, "Trong đó:"),
    classes(57, None, 3, "- Nhóm trẻ học 2 buổi/ngày", "nhóm", c.in_nursery & c.full_day, explanation="Đếm nhóm trẻ học 2 buổi/ngày"),
    classes(58, None, 3, "- Nhóm bán trú (được tổ chức ăn trưa)", "nhóm", c.in_nursery & c.boards, explanation="Đếm nhóm trẻ bán trú"),
    classes(59, None, 3, "- Nhóm trẻ có 01 trẻ khuyết tật học hòa nhập", "nhóm", c.in_nursery & c.one_disabled_child, explanation="Đếm nhóm trẻ có đúng 1 trẻ khuyết tật"),
    classes(60, None, 3, "- Nhóm trẻ có 02 trẻ khuyết tật học hòa nhập", "nhóm", c.in_nursery & c.two_disabled_children, explanation="Đếm nhóm trẻ có đúng 2 trẻ khuyết tật"),
    classes(61, None, 3, "- Nhóm trẻ từ 3 tháng đến 12 tháng tuổi có dưới 15 trẻ", "nhóm", c.in_nursery & c.for_3_12_months & c.under_15, explanation="Đếm nhóm trẻ không ghép, 3–12 tháng, sĩ số dưới 15"),
    classes(62, None, 3, "- Nhóm trẻ từ 3 tháng đến 12 tháng tuổi có từ 15 trẻ trở lên", "nhóm", c.in_nursery & c.for_3_12_months & c.from_15, explanation="Đếm nhóm trẻ không ghép, 3–12 tháng, sĩ số từ 15 trở lên"),
    classes(63, None, 3, "- Nhóm trẻ từ 13 tháng đến 24 tháng tuổi có dưới 20 trẻ", "nhóm", c.in_nursery & c.for_13_24_months & c.under_20, explanation="Đếm nhóm trẻ không ghép, 13–24 tháng, sĩ số dưới 20"),
    classes(64, None, 3, "- Nhóm trẻ từ 13 tháng đến 24 tháng tuổi có từ 20 trẻ trở lên", "nhóm", c.in_nursery & c.for_13_24_months & c.from_20, explanation="Đếm nhóm trẻ không ghép, 13–24 tháng, sĩ số từ 20 trở lên"),
    classes(65, None, 3, "- Nhóm trẻ từ 25 tháng đến 36 tháng tuổi có dưới 25 trẻ", "nhóm", c.in_nursery & c.for_25_36_months & c.under_25, explanation="Đếm nhóm trẻ không ghép, 25–36 tháng, sĩ số dưới 25"),
    classes(66, None, 3, "- Nhóm trẻ từ 25 tháng đến 36 tháng tuổi có từ 25 trẻ trở lên", "nhóm", c.in_nursery & c.for_25_36_months & c.from_25, explanation="Đếm nhóm trẻ không ghép, 25–36 tháng, sĩ số từ 25 trở lên"),
    classes(67, None, 3, "- Nhóm trẻ ghép 2 độ tuổi", "nhóm", c.in_nursery & c.mixes_2_ages, explanation="Đếm nhóm trẻ ghép 2 độ tuổi"),
    classes(68, None, 3, "- Nhóm trẻ ghép 3 độ tuổi", "nhóm", c.in_nursery & c.mixes_3_ages, explanation="Đếm nhóm trẻ ghép 3 độ tuổi"),
    classes(69, "2.2.", 2, "Lớp mẫu giáo", "lớp", c.in_kindergarten, explanation="Đếm lớp mẫu giáo"),
    heading(87, None, 3, "Trong đó:"),
    classes(70, None, 3, "- Lớp mẫu giáo 5 tuổi", "lớp", c.in_kindergarten & c.for_age_5, explanation="Đếm lớp mẫu giáo 5–6 tuổi, không ghép"),
    classes(71, None, 3, "- Lớp mẫu giáo học 2 buổi/ngày", "lớp", c.in_kindergarten & c.full_day, explanation="Đếm lớp mẫu giáo học 2 buổi/ngày"),
    classes(72, None, 3, "- Lớp bán trú (được tổ chức ăn trưa)", "lớp", c.in_kindergarten & c.boards, explanation="Đếm lớp mẫu giáo bán trú"),
    classes(73, None, 3, "- Lớp mẫu giáo có 01 trẻ khuyết tật học hòa nhập", "lớp", c.in_kindergarten & c.one_disabled_child, explanation="Đếm lớp mẫu giáo có đúng 1 trẻ khuyết tật"),
    classes(74, None, 3, "- Lớp mẫu giáo có 02 trẻ khuyết tật học hòa nhập", "lớp", c.in_kindergarten & c.two_disabled_children, explanation="Đếm lớp mẫu giáo có đúng 2 trẻ khuyết tật"),
    classes(75, None, 3, "- Lớp mẫu giáo 3 tuổi đến 4 tuổi có dưới 25 trẻ", "lớp", c.in_kindergarten & c.for_age_3 & c.under_25, explanation="Đếm lớp mẫu giáo không ghép, 3–4 tuổi, sĩ số dưới 25"),
    classes(76, None, 3, "- Lớp mẫu giáo 3 tuổi đến 4 tuổi có từ 25 trẻ trở lên", "lớp", c.in_kindergarten & c.for_age_3 & c.from_25, explanation="Đếm lớp mẫu giáo không ghép, 3–4 tuổi, sĩ số từ 25 trở lên"),
    classes(77, None, 3, "- Lớp mẫu giáo 4 tuổi đến 5 tuổi có dưới 30 trẻ", "lớp", c.in_kindergarten & c.for_age_4 & c.under_30, explanation="Đếm lớp mẫu giáo không ghép, 4–5 tuổi, sĩ số dưới 30"),
    classes(78, None, 3, "- Lớp mẫu giáo 4 tuổi đến 5 tuổi có từ 30 trẻ trở lên", "lớp", c.in_kindergarten & c.for_age_4 & c.from_30, explanation="Đếm lớp mẫu giáo không ghép, 4–5 tuổi, sĩ số từ 30 trở lên"),
    classes(79, None, 3, "- Lớp mẫu giáo 5 tuổi đến 6 tuổi có dưới 35 trẻ", "lớp", c.in_kindergarten & c.for_age_5 & c.under_35, explanation="Đếm lớp mẫu giáo không ghép, 5–6 tuổi, sĩ số dưới 35"),
    classes(80, None, 3, "- Lớp mẫu giáo 5 tuổi đến 6 tuổi có từ 35 trẻ trở lên", "lớp", c.in_kindergarten & c.for_age_5 & c.from_35, explanation="Đếm lớp mẫu giáo không ghép, 5–6 tuổi, sĩ số từ 35 trở lên"),
    classes(81, None, 3, "- Lớp mẫu giáo ghép 2 độ tuổi", "lớp", c.in_kindergarten & c.mixes_2_ages, explanation="Đếm lớp mẫu giáo ghép 2 độ tuổi"),
    classes(82, None, 3, "- Lớp mẫu giáo ghép 3 độ tuổi", "lớp", c.in_kindergarten & c.mixes_3_ages, explanation="Đếm lớp mẫu giáo ghép 3 độ tuổi"),
)
# fmt: on

TABLE = Table(
    id="T1",
    number=1,
    tab_title="Trường – lớp học",
    figure=Figure.COUNT,
    derived=True,
    columns=tuple(
        column(number, block.key, (block.label,), block, "total") for number, block in enumerate(BLOCKS, 1)
    ),
    rows=ROWS,
    blocks=BLOCKS,
    sheet=SheetLayout(
        title="Trường-Lớp",
        lead=("TT", "Chỉ tiêu", "Đơn vị tính", "Mã số"),
        widths=(
            ("A", 3.9),
            ("B", 66.6),
            ("C", 10.1),
            ("D", 6.2),
            ("E", 7.5),
            ("F", 7.8),
            ("G", 7.4),
            ("I", 7.6),
        ),
        first_row=7,
        preamble=(
            ("B1", "BÁO CÁO THỐNG KÊ GIÁO DỤC MẦM NON"),
            ("D1", "- Đơn vị báo cáo:"),
            ("B2", "Kỳ đầu năm học"),
            ("B3", "(có đến 30 tháng 9 năm báo cáo)"),
            ("D3", "- Đơn vị nhận báo cáo:"),
        ),
        preamble_merges=("B1:C1", "B2:C2", "B3:C3"),
        reporting_cell="D2",
        receiving_cell="D4",
    ),
    print=PrintLayout(font_size=10, tt_width=13, label_width=127, unit_width=22, code_width=14),
)
