"""The words of the list of what blocks sending."""

MISSING_TITLE = "THÔNG TIN CÒN THIẾU"
HEADING = "THÔNG TIN CÒN THIẾU · {name} · năm học {year} · {day}"
SHEET = "Còn thiếu"
HEADINGS = ("Hồ sơ, biểu", "Số thứ tự, mã số", "Tên, chỉ tiêu", "Mục, cột", "Còn thiếu gì, sai gì")
EMPTY_FIELD = "chưa nhập: {help}"
NOTHING_MISSING = "Không còn thiếu mục bắt buộc nào, không còn lỗi."

# the list as text
RECORD_LINE = "{record} {number}: {name}"
FIELD_LINE = "  - {field}: {what}"
LINE_WITHOUT_FIELD = "  - {what}"
