"""Titles under which the fields stand in workbooks of others: the official ones and homemade lists.

The title of the upload workbook, the label and the exchange name of a field are known without being listed
here. The national system has changed its titles between versions; homemade lists have their own.
"""

from __future__ import annotations

# fmt: off
VARIANTS: dict[str, tuple[str, ...]] = {
    "class.code": ("Mã lớp học", "Mã nhóm lớp", "Mã nhóm, lớp"),
    "class.name": ("Tên lớp học", "Tên nhóm lớp", "Tên nhóm, lớp", "Lớp", "Nhóm/lớp"),
    "class.division": ("Khối", "Khối học", "Khối lớp", "Loại nhóm lớp"),
    "class.age_group": ("Độ tuổi", "Nhóm tuổi mầm non"),
    "class.teacher": ("Mã GVCN", "Mã giáo viên chủ nhiệm", "GVCN"),
    "class.full_day": ("2 buổi/ngày", "Học 2 buổi trên ngày"),
    "class.boarding": ("Bán trú",),
    "class.mixed_ages": ("Ghép độ tuổi", "Số độ tuổi ghép"),
    "child.class_code": ("Lớp", "Lớp học", "Nhóm/lớp", "Nhóm lớp", "Mã lớp học", "Tên lớp"),
    "child.id": ("Mã HS", "Mã trẻ", "Mã định danh Bộ GD&ĐT", "Mã số học sinh"),
    "child.name": ("Họ và tên", "Họ tên trẻ", "Họ và tên trẻ", "Họ tên học sinh", "Họ và tên học sinh", "Tên trẻ", "Họ, tên", "Họ và tên bé"),
    "child.birth_date": ("Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Sinh ngày", "NTNS", "Năm sinh đầy đủ"),
    "child.sex": ("Giới", "Nam/Nữ", "Phái"),
    "child.status": ("Trạng thái", "Trạng thái học sinh", "Tình trạng"),
    "child.ethnicity": ("Dân tộc của trẻ",),
    "child.province": ("Tỉnh/Thành phố", "Tỉnh thường trú", "Tỉnh/TP thường trú", "Tỉnh/Thành phố thường trú"),
    "child.district": ("Quận/Huyện", "Quận/Huyện thường trú"),
    "child.ward": ("Xã/Phường", "Phường/Xã", "Xã/Phường thường trú"),
    "child.address": ("Địa chỉ", "Nơi ở hiện nay", "Chỗ ở", "Địa chỉ liên lạc"),
    "child.phone": ("Điện thoại", "Số điện thoại", "SĐT", "SĐT liên hệ", "Điện thoại liên hệ"),
    "child.disability": ("Khuyết tật", "Loại khuyết tật (nếu có)"),
    "child.boarding": ("Bán trú", "Trẻ bán trú"),
    "child.health_checked": ("Kiểm tra sức khỏe", "Được kiểm tra sức khỏe"),
    "child.nutrition": ("Dinh dưỡng",),
    "child.father_name": ("Họ và tên cha", "Tên cha", "Cha", "Họ tên bố", "Họ và tên bố", "Bố"),
    "child.father_birth_year": ("Năm sinh bố",),
    "child.father_phone": ("SĐT cha", "SĐT bố", "Điện thoại cha", "Điện thoại bố", "Số điện thoại bố"),
    "child.mother_name": ("Họ và tên mẹ", "Tên mẹ", "Mẹ"),
    "child.mother_phone": ("SĐT mẹ", "Điện thoại mẹ"),
    "child.guardian_name": ("Người giám hộ", "Họ và tên người giám hộ"),
    "child.personal_id": ("Mã định danh", "Mã định danh cá nhân", "Số định danh", "Số CCCD", "Mã công dân"),
    "staff.code": ("Mã CB", "Mã giáo viên", "Mã nhân sự", "Mã định danh CB"),
    "staff.name": ("Họ và tên", "Họ tên", "Họ tên cán bộ", "Họ và tên cán bộ", "Họ tên giáo viên", "Họ và tên giáo viên"),
    "staff.birth_date": ("Ngày tháng năm sinh", "Ngày, tháng, năm sinh"),
    "staff.sex": ("Giới", "Nam/Nữ", "Phái"),
    "staff.id_number": ("Số CMND", "CMND", "CCCD", "Số CMND/CCCD", "CMND/CCCD", "Số CMTND", "Số căn cước", "Số CMTND/Thẻ căn cước"),
    "staff.phone": ("Số điện thoại", "SĐT", "Điện thoại di động"),
    "staff.email": ("Thư điện tử", "Địa chỉ email"),
    "staff.position": ("Vị trí", "Loại cán bộ"),
    "staff.role": ("Chức vụ",),
    "staff.contract": ("Loại hợp đồng", "Hợp đồng"),
    "staff.qualification": ("Trình độ chuyên môn", "Trình độ"),
    "staff.teaches": ("Dạy nhóm/lớp", "Dạy lớp"),
}
# fmt: on
"""``child.name`` → further titles."""

SHEET_WORDS: dict[str, tuple[str, ...]] = {
    "class": ("lop hoc", "danh muc lop", "cac lop", "cac nhom lop"),
    "child": ("tre", "hoc sinh", "be", "chau"),
    "staff": ("nhan su", "giao vien", "nhan vien", "can bo", "co giao"),
}
"""Record → folded words of a sheet's title, or of the lines above its headings, that tell what it lists."""

HINTS = frozenset(
    {"dd mm yyyy", "dd mm yy", "d m yyyy", "ngay thang nam", "neu co", "bat buoc", "nam nu", "co khong", "x"}
)
"""Folded words in brackets behind a title that tell how to fill it, not what it is."""

UNTITLED = "cột {letter} (không tiêu đề)"
"""A column that holds something and has no title."""
