"""The words of filling the official file."""

ASK_TEMPLATE = "Tệp mẫu tải từ Hệ thống (.xlsx):"
FILL_TITLE = "ĐIỀN VÀO TỆP: {name}"
FILL_START = "Điền và ghi ra tệp mới; tệp mẫu giữ nguyên."
FILL_SHEET = "Trang «{sheet}» ← {what}: {matched} dòng đã có, thêm {appended} dòng"
FILL_PARTS = {
    "family": "← {label}: họ và tên đệm",
    "middle": "← {label}: tên đệm",
    "given": "← {label}: tên",
    "day": "← {label}: ngày",
    "month": "← {label}: tháng",
    "year": "← {label}: năm",
}
FILL_MARKED = "← {label}, nếu là {marked}"
FILL_COUNTING = "← đánh số tiếp ở các dòng thêm"
FILL_UNKNOWN = "Cột không biết, để nguyên"
FILL_ABSENT = "Bắt buộc nhưng tệp không có cột"
FILL_EMPTY = "Dòng {row}, «{name}»: còn trống"
FILL_ALIKE = "Trùng tên và ngày sinh, khác mã"
FILL_ALIKE_ROWS = "thêm ở dòng {row}, xem dòng {other}"
FILL_STRANGER = "Dòng {row}, «{name}»"
FILL_STRANGER_STAYS = "không có trong hồ sơ; vẫn để trong tệp. Nếu là dòng ví dụ thì xóa trước khi tải lên."
FILL_CHANGE = "Dòng {row}, {title}"
FILL_NOTHING = "(trống)"
FILL_LEFT = {
    "formula": "ô có công thức, để nguyên",
    "merged": "ô gộp, để nguyên",
    "no_parts": "giá trị ở đây không chia được cho cột này, để nguyên",
    "system_code": "mã của Hệ thống khác mã ở đây, giữ mã của Hệ thống",
}
FILL_NOT_LISTED = "«{text}» không có trong danh sách chọn của tệp"
FILL_CLEARED_COLUMN, FILL_CLEARED_SHEET = "Cột «{title}»", "Trang «{title}»"
FILL_CLEARED = "lỗi Hệ thống báo ở {count} dòng: xóa khỏi tệp mới"
FILL_HELP = "Enter ở dòng đầu: điền và ghi tệp mới. Phím cách ở chỗ sẽ đổi: giữ giá trị của tệp. Esc: thôi."
FILL_OURS = "Ô này trong tệp có giá trị khác; sẽ ghi giá trị của hồ sơ. Phím cách: giữ của tệp."
FILL_THEIRS = "Ô này giữ giá trị của tệp. Phím cách: ghi giá trị của hồ sơ."
FILL_DONE = "Đã điền xong: {path}"
FILL_OVER_ITSELF = "Không ghi đè lên tệp mẫu → chọn tên khác sau -o. Không có gì thay đổi."
