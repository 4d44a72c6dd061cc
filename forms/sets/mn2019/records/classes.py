"""A nhóm trẻ or lớp mẫu giáo. Fields of the data description of 26/10/2020."""

from forms.model.condition import yes
from forms.model.record import ALWAYS, GridColumn, RecordType, Required
from forms.sets.mn2019.records.fields import choice, integer, text, yes_no

# fmt: off
FIELDS = (
    choice("division", "Nhóm lớp", "divisions", 2, ALWAYS, upload=(2, "Nhóm lớp"), exchange="KhoiHoc", group="Bắt buộc", help="Chọn Nhóm trẻ (3–36 tháng) hoặc Lớp mẫu giáo (3–6 tuổi)."),
    choice("age_group", "Nhóm tuổi", "age_groups", 2, ALWAYS, upload=(3, "Nhóm tuổi"), exchange="MaNhomTuoiMn", narrowed_by=(("division", "division"),), group="Bắt buộc", help="Chọn độ tuổi của nhóm, lớp; lớp ghép chọn độ tuổi có nhiều trẻ nhất."),
    text("code", "Mã lớp", 20, ALWAYS, upload=(4, "Mã lớp"), exchange="MaLopHoc", group="Bắt buộc", plain=True, help="Mã ngắn, không trùng với lớp khác trong năm học, ví dụ NT1."),
    text("name", "Tên lớp", 50, ALWAYS, upload=(5, "Tên lớp"), exchange="TenLopHoc", group="Bắt buộc", help="Tên gọi hằng ngày của nhóm, lớp."),
    integer("order", "Thứ tự", 3, upload=(6, "Thứ tự"), exchange="ThuTu", group="Khác", help="Số thứ tự của nhóm, lớp khi xếp danh sách."),
    text("site", "Điểm trường", 100, upload=(7, "Điểm trường"), exchange="MaDiemTruong", group="Khác", help="Nơi đặt nhóm, lớp; để trống nếu chỉ có một điểm."),
    text("teacher", "Giáo viên chủ nhiệm", 20, refers="staff", upload=(8, "Giáo viên chủ nhiệm"), exchange="MaGvcnDn", group="Chăm sóc, giáo dục", help="Mã cán bộ (trong hồ sơ nhân sự) của giáo viên phụ trách nhóm, lớp."),
    choice("sessions", "Buổi học", "sessions", 1, upload=(9, "Buổi học"), exchange="BuoiHoc", group="Chăm sóc, giáo dục", help="Các buổi trẻ đến lớp trong ngày: sáng, chiều, tối."),
    choice("sessions_per_week", "Số buổi trên tuần", "sessions_per_week", 2, exchange="SoBuoiTrenTuan", group="Chăm sóc, giáo dục", help="Số buổi học trong một tuần."),
    yes_no("full_day", "Học 2 buổi/ngày", ALWAYS, upload=(10, "Học 2 buổi/ngày"), group="Bắt buộc", help="Chọn Có nếu trẻ học cả sáng và chiều."),
    yes_no("boarding", "Lớp bán trú", ALWAYS, upload=(11, "Lớp bán trú"), exchange="LopBanTru", group="Bắt buộc", help="Chọn Có nếu nhóm, lớp tổ chức ăn trưa."),
    choice("boarding_kind", "Học bán trú", "boarding_kinds", 2, Required(when=yes("boarding")), upload=(12, "Học bán trú"), exchange="MaHocBanTru", group="Bắt buộc", help="Nhóm, lớp tư thục thường chọn Tự nguyện."),
    yes_no("mixed", "Lớp ghép", ALWAYS, computed=True, upload=(13, "Lớp ghép"), exchange="LopGhep", group="Bắt buộc", help="Có ghép hay không: tự điền theo mục «Lớp ghép độ tuổi»."),
    choice("mixed_ages", "Lớp ghép độ tuổi", "mixed_ages", 1, ALWAYS, upload=(14, "Lớp ghép độ tuổi"), exchange="LopGhepDoTuoi", group="Bắt buộc", help="Mấy độ tuổi học chung một nhóm, lớp; chỉ một độ tuổi: chọn Không ghép."),
    text("mixed_with", "Ghép vào lớp", 20, refers="class", upload=(15, "Ghép vào lớp"), exchange="MaLopGhep", group="Khác", plain=True, help="Mã nhóm, lớp được ghép cùng; không ghép thì để trống."),
    yes_no("has_disabled", "Có trẻ khuyết tật", computed=True, upload=(16, "Có trẻ khuyết tật"), exchange="IsLopCoTreKhuyetTat", group="Khác", help="Tự điền theo hồ sơ trẻ của nhóm, lớp."),
    yes_no("new_programme", "Chương trình GDMN mới", upload=(17, "Chương trình GDMN mới"), exchange="IsCtgdmnMoi", group="Chăm sóc, giáo dục", help="Chọn Có nếu dạy theo chương trình giáo dục mầm non (GDMN) mới."),
    yes_no("care_programme", "Chương trình chăm sóc giáo dục", upload=(18, "Chương trình chăm sóc giáo dục"), exchange="IsCtCsgd", group="Chăm sóc, giáo dục", help="Chọn Có nếu nhóm, lớp thực hiện chương trình chăm sóc giáo dục."),
    yes_no("parents_class", "Đại diện cha mẹ lớp", upload=(19, "Đại diện cha mẹ lớp"), exchange="IsDaiDienChaMeLop", group="Khác", help="Chọn Có nếu nhóm, lớp có ban đại diện cha mẹ."),
    yes_no("parents_school", "Đại diện cha mẹ trường", upload=(20, "Đại diện cha mẹ trường"), exchange="IsDaiDienChaMeTruong", group="Khác", help="Chọn Có nếu cơ sở có ban đại diện cha mẹ."),
)
FOREIGN_TITLES: dict[str, tuple[str, ...]] = {
    "code": ("Mã lớp học", "Mã nhóm lớp", "Mã nhóm, lớp"),
    "name": ("Tên lớp học", "Tên nhóm lớp", "Tên nhóm, lớp", "Lớp", "Nhóm/lớp"),
    "division": ("Khối", "Khối học", "Khối lớp", "Loại nhóm lớp"),
    "age_group": ("Độ tuổi", "Nhóm tuổi mầm non"),
    "teacher": ("Mã GVCN", "Mã giáo viên chủ nhiệm", "GVCN"),
    "full_day": ("2 buổi/ngày", "Học 2 buổi trên ngày"),
    "boarding": ("Bán trú",),
    "mixed_ages": ("Ghép độ tuổi", "Số độ tuổi ghép"),
}
# fmt: on
"""Titles in the official files of other versions, and in homemade lists."""

RECORD = RecordType(
    key="class",
    place="classes",
    letter="k",
    word="Nhóm/lớp",
    title="Hồ sơ nhóm, lớp",
    identity=("code",),
    named_by=(("code",),),
    upload_sheet="Lớp học",
    noun="nhóm/lớp",
    one="lớp",
    counted="{count} nhóm, lớp",
    file_word="lop-hoc",
    spoken=("nhom lop", "nhom tre", "lop hoc", "nhom", "lop"),
    fields=FIELDS,
    foreign_titles=FOREIGN_TITLES,
    sheet_words=("lop hoc", "danh muc lop", "cac lop", "cac nhom lop"),
    list_columns=(
        GridColumn("code", 9),
        GridColumn("name", 22),
        GridColumn("division", 14),
        GridColumn("age_group", 13),
        GridColumn("mixed_ages", 16, "Lớp ghép"),
    ),
    quick_columns=(
        GridColumn("code", 9),
        GridColumn("name", 24),
        GridColumn("division", 14),
        GridColumn("age_group", 14),
        GridColumn("mixed_ages", 15),
        GridColumn("full_day", 10),
        GridColumn("boarding", 10),
        GridColumn("boarding_kind", 14),
    ),
    stops=("code", "name", "division", "age_group"),
    search_fields=("name", "code"),
    defaults={"mixed_ages": "0", "full_day": True, "boarding": True, "boarding_kind": "02"},
)
