"""The words of the upload workbooks beside the declared titles."""

ROSTERS_TITLE = "Hồ sơ năm học {year}"
NUMBER_TITLE = "STT"
REQUIRED_SIGN, CONDITIONAL_SIGN = " (*)", " (**)"
"""Behind the titles of what is mandatory, always or under a condition."""
LEGEND = (
    "Chữ đỏ có (*): bắt buộc.\nChữ cam có (**): bắt buộc theo điều kiện ghi ở tiêu đề."
    "\nÔ hồng: còn thiếu.\nÔ có danh sách: chọn tên trong danh sách.\nNgày ghi dạng ngày/tháng/năm."
)
COMPUTED_NOTE = "Ứng dụng tự điền cột này; khi nhập lại sẽ bỏ qua."
FOOTER_SHEET = "{sheet}, {year}"

OTHER_YES = ("x", "1")
"""What means yes in an upload workbook (the list yes_no)."""
LIST_SHEET = "Danh mục"
NOT_IN_LIST_TITLE = "Không có trong danh sách"
CHOOSE = "Hãy chọn một mục trong danh sách của ô này."
MAYBE = "Mục này không có trong danh sách. Vẫn giữ?"
