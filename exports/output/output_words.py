"""What is said of a file that was written, or could not be."""

NOT_WRITTEN = "Không ghi được {path}: {why}. Tệp cũ, nếu có, vẫn còn nguyên."
NOT_PORTABLE = (
    "Không ghi tệp «{name}»: Windows không mở được tệp mang tên này. Hãy chọn tên khác; chưa có gì được ghi."
)
NOT_CONFIRMED = "Đã ghi {path} nhưng ổ đĩa chưa xác nhận ({why}). Hãy mở lại tệp để kiểm tra."
NAMES_USED_UP = "Không ghi được {path}: đã có quá nhiều tệp cùng tên. Tệp cũ, nếu có, vẫn còn nguyên."
OTHER_NAME = "Đã có một tệp khác tên {name}; tệp đó giữ nguyên, tệp mới mang tên khác."
HELD = (
    "Tệp {name} đang mở trong chương trình khác (ví dụ trong Excel) hoặc không đọc được; "
    "tệp đó giữ nguyên, tệp mới mang tên khác."
)
NOT_READ_BACK = "Đã ghi {path} nhưng không đọc lại được ({why}). Hãy ghi lại ra nơi khác."
READ_BACK_DIFFERENT = "Tệp {path} đọc lại khác với bản đã ghi. Đừng dùng tệp đó; hãy ghi lại ra nơi khác."
NOT_COPIED = "Không đọc được {path} để chép: {why}."

# folders as people know them
DESKTOP, DOCUMENTS, STICK = "Màn hình nền (Desktop)", "Tài liệu (Documents)", "USB {name}"
DATA_FOLDER = "thư mục dữ liệu của chương trình"

HANDED_OUT, HANDED_IN = "Thư mục exports (lấy về bằng SFTP)", "Thư mục nhan (tệp gửi lên)"

# the name of a file
NAMELESS = "bao-cao-dau-nam"
