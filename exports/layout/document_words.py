"""The words that a print and a workbook have in common, around the declared tables."""

TABLE_TITLE = "BIỂU {number}. {title}"

# the facts of a report
HEAD_OF_SCHOOL, HEAD_OF_GROUP = "HIỆU TRƯỞNG", "CHỦ NHÓM"
NOWHERE = "…………"
"""Where the place, or who receives the report, is not known."""
EDITION = "Bản {number}"
DRAFT = "BẢN NHÁP – CHƯA GỬI"
ERRORS_LEFT = "CÒN LỖI"
DRAFT_EDITION = "Bản nháp, chưa gửi"
CODE_WORD = "Mã kiểm tra"
CODE_TITLE = "{code_word} số liệu"
DRAFT_CODE = "{code} (nháp)"
SENDING = "Gửi lúc {moment}, người xác nhận: {person}"
UNNAMED = "(không ghi)"
LETTER_POINT = "{number}. {text}"
DATE_LINE = "{place}, ngày {day:02} tháng {month} năm {year}"
NOT_LEGAL = (
    "Bản lập tại đơn vị để đối chiếu; bản có giá trị pháp lý được trích xuất trên Hệ thống CSDL toàn ngành."
)
RECEIVER_LABEL, PLACE_LABEL, PERSON_LABEL = "Đơn vị nhận báo cáo", "Nơi lập báo cáo", "Người xác nhận"

# below every page
FOOTER_FORM = "Biểu {form}, {year}. {revision}"
FOOTER_CODE = "{code_word}: {code}"
PROGRAM = "nhomtre {version}"

# around the signature
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
SIGN_HERE = "(Ký tên, đóng dấu)"
REVISION_AND_DAY = "{revision}, lập ngày {day}"
CODE_CAPTION = "{code_title}:"
SIGNATURE = "Ký tên"
"""The sheet of the workbook that is signed."""

# the annexes
OVERRIDES, CHANGES, INCLUDED, LEFT_OUT = "Số gõ đè", "Thay đổi", "Cơ sở đã cộng", "Cơ sở, tệp chưa cộng"
OVERRIDES_TITLE = "Số gõ đè lên số lấy từ hồ sơ"
OVERRIDES_HEADINGS = ("Chỗ", "Theo hồ sơ", "Báo cáo", "Lý do")
NO_REASON = "(không ghi lý do)"
CHANGES_TITLE = "Thay đổi so với lần gửi trước"
CHANGES_HEADINGS = ("Chỗ", "Trước", "Nay")
NO_CHANGES = "Không có thay đổi so với bản {number}."
WARNINGS_TITLE = "Cảnh báo và giải trình"
WARNINGS_HEADINGS = ("Chỗ", "Cảnh báo", "Giải trình")
NO_WARNINGS = "Không còn cảnh báo."
UNEXPLAINED = "(không giải trình)"
ANNEX_PLACE = "{annex}, dòng {number} ({first}), cột {heading}"

REPORTING_UNIT = "Đơn vị báo cáo: {name}"
BLANK = "……………………………"

# lists that are printed for themselves
STEPS_TITLE = "VIỆC LÀM TRÊN HỆ THỐNG CSDL TOÀN NGÀNH"
STEPS_HEADINGS = ("Xong", "Mã số", "Việc làm, chỉ tiêu", "Số phải nhập")
CHILD_TITLE = "DỮ LIỆU CỦA TRẺ MÀ CƠ SỞ ĐANG GIỮ"
CHILD_HEADINGS = ("Mục", "Nội dung")
CHILD_ABOUT = "Cơ sở, năm học"
CHILD_WHERE = "{name}, năm học {year}"
CHILD_EMPTY = "(để trống)"
NOTICE_TITLE = "THÔNG BÁO VỀ DỮ LIỆU CÁ NHÂN CỦA TRẺ"
NOTICE_HEADINGS = ("Điều cần biết", "Nội dung")
NOTICE_ROWS = (
    ("Ai giữ dữ liệu", "{name}. Người phụ trách: {head}. Điện thoại: {phone}."),
    (
        "Giữ những gì",
        "Họ tên, ngày sinh, giới tính, dân tộc, tôn giáo, quốc tịch, địa chỉ, nhóm lớp; sức khỏe, dinh dưỡng,"
        " khuyết tật, diện chính sách (nếu có); họ tên, năm sinh, nghề nghiệp, điện thoại của cha mẹ hoặc người"
        " giám hộ.",
    ),
    (
        "Để làm gì",
        "Lập {report} (biểu {form}) và cập nhật hồ sơ trên Hệ thống cơ sở dữ liệu ngành"
        " giáo dục, theo yêu cầu của cơ quan quản lý giáo dục. Không dùng vào việc khác.",
    ),
    (
        "Giữ ở đâu",
        "Trong máy tính của cơ sở và bản sao lưu do người phụ trách cất giữ. Chương trình không đưa dữ liệu lên"
        " mạng.",
    ),
    (
        "Giao cho ai",
        "{office}, Hệ thống cơ sở dữ liệu ngành giáo dục. Không giao cho ai khác.",
    ),
    (
        "Giữ bao lâu",
        "Đến khi báo cáo của năm học không còn cần hồ sơ của trẻ để giải trình; sau đó xóa khi phụ huynh yêu cầu."
        " Số liệu thống kê không có tên được giữ lại.",
    ),
    (
        "Quyền của phụ huynh",
        "Xem và nhận một bản dữ liệu của con; yêu cầu sửa chỗ sai; yêu cầu xóa hẳn; hỏi dữ liệu đã giao cho ai,"
        " lúc nào.",
    ),
    ("Yêu cầu ở đâu", "Gặp hoặc gọi người phụ trách ghi ở trên; cơ sở trả lời và ghi lại việc đã làm."),
)
KEYS_TITLE = "CÁC PHÍM CỦA NHOMTRE"
KEYS_HEADINGS = ("Phím", "Việc", "Menu", "Việc chọn trong menu")

# what the QR begins with
QR_DRAFT_ENDING = "-NHAP"
FORM_AND_SET = "{code} ({name})"
