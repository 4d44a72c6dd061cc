"""The facility: the profile that the letter asks to review (849/GDĐT-CSVC §2). Fields of the data description of 26/10/2020."""

from forms.model.condition import one_of
from forms.model.record import ALWAYS, FieldRole, GridColumn, RecordType
from forms.sets.mn2019.records.fields import choice, date, decimal, integer, text, yes_no
from forms.sets.mn2019.records.identifiers import EMAIL, PERSON_NAME, PHONE, SCHOOL_CODE

# fmt: off
FIELDS = (
    text("code", "Mã trường học", 20, ALWAYS, exchange="MaTruongHoc", group="Bắt buộc", format=SCHOOL_CODE, help="Mã do Hệ thống CSDL toàn ngành cấp cho cơ sở, thường gồm 8 chữ số."),
    text("name", "Tên trường học", 200, ALWAYS, exchange="TenTruongHoc", group="Bắt buộc", help="Tên đầy đủ của cơ sở, đúng như quyết định thành lập."),
    integer("school_year", "Năm học", 4, ALWAYS, exchange="NamHoc", role=FieldRole.SCHOOL_YEAR, group="Bắt buộc", help="Năm bắt đầu của năm học, ví dụ 2019 cho năm học 2019-2020."),
    choice("level", "Cấp học", "education_levels", 2, ALWAYS, exchange="CapHoc", group="Bắt buộc", help="Nhóm trẻ, lớp mẫu giáo luôn chọn Mầm non."),
    choice("kind", "Nhóm cấp học", "facility_kinds", 2, ALWAYS, exchange="MaNhomCapHoc", role=FieldRole.KIND, group="Bắt buộc", help="Chọn loại cơ sở: nhóm trẻ độc lập, lớp mẫu giáo độc lập hoặc cả hai."),
    choice("school_type", "Loại hình trường", "school_types", 2, ALWAYS, exchange="LoaiHinhTruong", group="Bắt buộc", help="Nhóm trẻ, lớp mẫu giáo chọn Mầm non."),
    choice("ownership", "Loại hình", "ownerships", 2, ALWAYS, exchange="LoaiHinhDaoTao", group="Bắt buộc", help="Nhóm, lớp do tư nhân mở chọn Tư thục; mục này định cột ghi số trên biểu."),
    choice("region", "Vùng", "regions", 2, ALWAYS, exchange="MaVung", group="Bắt buộc", help="Cơ sở ở quận chọn Thành phố."),
    choice("area", "Khu vực", "areas", 2, exchange="MaKhuVuc", group="Địa chỉ", help="Cơ sở ở phường chọn Đô thị."),
    choice("difficult_region", "Vùng khó khăn", "difficult_regions", 2, exchange="MaVungKhoKhan", group="Địa chỉ", help="Để trống nếu cơ sở không ở vùng khó khăn."),
    choice("national_standard", "Chuẩn quốc gia", "national_standards", 2, exchange="ChuanQuocGia", group="Tổ chức, hoạt động", help="Để trống nếu cơ sở chưa đạt chuẩn quốc gia."),
    text("head_name", "Tên hiệu trưởng (chủ nhóm, lớp)", 150, exchange="HieuTruong", role=FieldRole.HEAD, group="Liên hệ", format=PERSON_NAME, help="Họ tên chủ nhóm, lớp hoặc người đứng đầu cơ sở."),
    text("head_phone", "Điện thoại hiệu trưởng", 15, exchange="DienThoaiHieuTruong", role=FieldRole.HEAD_PHONE, group="Liên hệ", format=PHONE, help="Số điện thoại của người đứng đầu, giữ số 0 ở đầu."),
    text("head_email", "Email hiệu trưởng", 100, exchange="EmailHieuTruong", group="Liên hệ", format=EMAIL, help="Địa chỉ email của người đứng đầu."),
    text("email", "Email trường học", 100, exchange="Email", group="Liên hệ", format=EMAIL, help="Địa chỉ email để nơi nhận báo cáo liên hệ với cơ sở."),
    text("phone", "Điện thoại trường học", 15, exchange="DienThoai", role=FieldRole.PHONE, group="Liên hệ", format=PHONE, help="Số điện thoại của cơ sở, giữ số 0 ở đầu."),
    text("website", "Website", 200, exchange="Website", group="Liên hệ", plain=True, help="Để trống nếu cơ sở không có trang web."),
    date("founded_on", "Ngày thành lập", exchange="NgayThanhLap", group="Tổ chức, hoạt động", help="Ngày ghi trên quyết định cho phép hoạt động, dạng ngày/tháng/năm."),
    text("address", "Địa chỉ trường", 500, exchange="DiaChi", group="Địa chỉ", help="Số nhà, tên đường, khu phố của cơ sở."),
    choice("province", "Tỉnh/Thành phố", "provinces", 2, ALWAYS, exchange="MaTinh", group="Địa chỉ", help="Chọn tỉnh, thành phố nơi có cơ sở."),
    choice("district", "Quận/Huyện", "districts", 3, ALWAYS, exchange="MaHuyen", role=FieldRole.DISTRICT, narrowed_by=(("province", "province"),), group="Địa chỉ", help="Chọn quận, huyện nơi cơ sở hoạt động."),
    choice("ward", "Xã/Phường", "wards", 5, ALWAYS, coded_when=one_of("province", "79"), free_text_max_length=200, exchange="MaXa", role=FieldRole.WARD, narrowed_by=(("district", "district"),), group="Địa chỉ", help="Phường, xã nơi cơ sở hoạt động; ngoài Thành phố Hồ Chí Minh thì gõ tên."),
    integer("sites", "Số điểm trường", 2, ALWAYS, exchange="SoDiemTruong", group="Tổ chức, hoạt động", help="Số nơi nuôi, dạy trẻ của cơ sở, tính cả nơi chính; một nơi thì ghi 1."),
    yes_no("electricity", "Điện lưới", exchange="DienLuoi", group="Cơ sở vật chất", help="Chọn Có nếu cơ sở dùng điện lưới."),
    yes_no("clean_water", "Nguồn nước sạch", exchange="NguonNuocSach", group="Cơ sở vật chất", help="Chọn Có nếu cơ sở có nguồn nước sạch để dùng."),
    yes_no("toilets", "Công trình vệ sinh", exchange="CongTrinhVeSinh", group="Cơ sở vật chất", help="Chọn Có nếu cơ sở có nhà vệ sinh."),
    yes_no("internet", "Khai thác internet", exchange="KhaiThacInternetDayHoc", group="Cơ sở vật chất", help="Chọn Có nếu cơ sở được kết nối internet."),
    yes_no("computers", "Sử dụng máy vi tính", exchange="SuDungMayTinhDayHoc", group="Cơ sở vật chất", help="Chọn Có nếu cơ sở dùng máy vi tính để quản lý hoặc giáo dục trẻ."),
    yes_no("hand_washing", "Chương trình giáo dục vệ sinh đôi tay", exchange="CtGdvsDoiTay", group="Tổ chức, hoạt động", help="Chọn Có nếu cơ sở dạy trẻ rửa tay, giữ vệ sinh đôi tay."),
    yes_no("sex_education", "Chương trình giáo dục cơ bản về giới tính, phòng chống bạo lực, xâm hại", exchange="ChuongTrinhGiaoDucCoBan", group="Tổ chức, hoạt động", help="Chọn Có nếu cơ sở có nội dung này trong chương trình."),
    yes_no("disaster_plan", "Kế hoạch giáo dục phòng, chống thiên tai và ứng phó biến đổi khí hậu", group="Tổ chức, hoạt động", help="Chọn Có nếu cơ sở có kế hoạch này; chỉ tính cho trường (mã 32, 50 biểu 1)."),
    yes_no("ward_registered", "Nhóm trẻ đăng ký với UBND phường", group="Tổ chức, hoạt động", help="Chọn Có nếu nhóm chỉ đăng ký hoạt động với UBND phường (tối đa 7 trẻ)."),
    decimal("room_area_m2", "Diện tích phòng nuôi dưỡng, chăm sóc (m²)", 8, group="Cơ sở vật chất", help="Tổng diện tích các phòng nuôi, dạy trẻ; dùng để so với mức 1,5 m² mỗi trẻ."),
)
# fmt: on

RECORD = RecordType(
    key="facility",
    place="facility",
    letter="f",
    word="Hồ sơ cơ sở",
    title="Hồ sơ cơ sở",
    single=True,
    identity=(),
    reviewed=(
        "level",
        "kind",
        "school_type",
        "ownership",
        "name",
        "national_standard",
        "head_name",
        "head_phone",
        "email",
        "phone",
        "toilets",
        "electricity",
        "clean_water",
        "internet",
    ),
    upload_sheet=None,
    about="tên, loại hình, địa chỉ, điện, nước, internet",
    spoken=("co so",),
    fields=FIELDS,
    list_columns=(GridColumn("name", 44), GridColumn("kind", 30)),
    search_fields=("name", "code"),
    defaults={"level": "01"},
)
