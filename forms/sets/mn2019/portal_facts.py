"""The national system in its own order and words (letter 849, parts 3.1 to 4)."""

from forms.sets.form_set import PortalStep

ADDRESS = "http://csdl.moet.gov.vn/"
TOOLS = "6. Công cụ hỗ trợ"
RECORDS = "Thông tin trường, lớp học, học sinh, nhân sự"
REPORT = "Báo cáo đầu năm → Báo cáo EMIS → Lập báo cáo đầu năm"
SENDING = "Báo cáo đầu năm → Báo cáo EMIS"

PORTAL = (
    PortalStep(
        "log_in", ADDRESS, "Đăng nhập: Quản lý Giáo dục, cấp học Mầm non, Học kỳ II {before}", once=True
    ),
    PortalStep("roll", TOOLS, "6.4 Chuyển hồ sơ lên năm học mới → Thực hiện sao chép", once=True),
    PortalStep("facility", RECORDS, "Thông tin trường: rà soát, nhập trực tiếp", place="facility"),
    PortalStep("classes", RECORDS, "Lớp học: tải tệp Excel lên", place="classes"),
    PortalStep("children", RECORDS, "Học sinh: tải tệp Excel lên", place="children"),
    PortalStep("staff", RECORDS, "Nhân sự: tải tệp Excel lên", place="staff"),
    PortalStep(
        "take", REPORT, "Lấy dữ liệu: 1. Trường – lớp học, 2. Học sinh, 3. Đội ngũ; kiểm tra lại thông tin"
    ),
    PortalStep("rooms", REPORT, "4. Phòng học", table="T4"),
    PortalStep("budget", REPORT, "5. Biểu ngân sách nhà nước", table="T5"),
    PortalStep("send", SENDING, "Gửi báo cáo đầu năm"),
    PortalStep(
        "extract",
        SENDING,
        "Trích xuất biểu mẫu; ký tên, đóng dấu rồi gửi về {receiver.name}",
        gives_report=True,
    ),
)
