"""The words of an export under way."""

EXPORT_TITLE = {
    "pdf": "IN BIỂU RA PDF",
    "xlsx": "XUẤT BÁO CÁO EXCEL",
    "rosters": "XUẤT HỒ SƠ ĐỂ TẢI LÊN",
    "portal": "IN VIỆC LÀM TRÊN HỆ THỐNG",
    "child": "DỮ LIỆU CỦA MỘT TRẺ",
    "notice": "IN THÔNG BÁO CHO PHỤ HUYNH",
}
EXPORT_STARTED = {
    "pdf": "Đang in {count} biểu ra tệp PDF...",
    "xlsx": "Đang xuất {count} biểu ra tệp Excel...",
    "rosters": "Đang xuất hồ sơ lớp, trẻ, nhân sự ra tệp Excel...",
    "portal": "Đang in việc làm trên Hệ thống ra tệp PDF...",
    "child": "Đang xuất dữ liệu của trẻ cho phụ huynh...",
    "notice": "Đang in thông báo cho phụ huynh ra tệp PDF...",
}
STEP = {
    "pdf": "trang",
    "xlsx": "trang tính",
    "rosters": "hồ sơ",
    "portal": "trang",
    "child": "trang",
    "notice": "trang",
}
EXPORT_RUNNING = "Esc để dừng; dừng giữa chừng thì không có tệp nào được ghi."
EXPORT_OVER = "Enter: chép ra USB, Màn hình nền hoặc thư mục khác. Esc: quay lại."
EXPORT_FAILED_OVER = "Enter hoặc Esc để quay lại."
EXPORT_STOPPED = "Đã dừng. Không có tệp nào được ghi."
EXPORT_FAILED = "Không xuất được tệp. Dữ liệu đã lưu vẫn nguyên."

EXPORTED = "Đã xuất xong:"
KEPT_IN = "Tệp nằm trong {where}."
ERRORS_IN_IT = "Báo cáo còn {count} lỗi, chưa gửi được; mỗi trang của tệp ghi rõ như vậy."
NO_PORTAL = "Chưa biết biểu {form} được đưa lên Hệ thống thế nào. Chưa xuất gì."
NO_CHILD = "Không có {pupil} nào là «{place}»; hãy ghi như {example}. Chưa xuất gì."
NOBODY_KEPT = "Biểu {form} không giữ hồ sơ của ai. Chưa xuất gì."
NOBODY_HERE = "Đưa con trỏ đến một {pupil} trước đã. Chưa xuất gì."
CHILD_NEEDS_PLACE = "sau child phải ghi trẻ nào, ví dụ children/c0003"
PLACE_NEEDS_CHILD = "chỉ export child mới kèm «{place}»"
HELP_CHILD = "chỉ với child: trẻ nào, ví dụ children/c0003"

# copies outside
COPY_TITLE = "CHÉP TỆP RA ĐÂU?"
FOLDER_TITLE = "{title}: {path}"
LAST_FOLDER = "Nơi chép lần trước"
OTHER_FOLDER = "Thư mục khác (gõ đường dẫn)"
NO_FOLDER_SEEN = "Chưa thấy USB, Màn hình nền, Tài liệu: cắm USB rồi mở lại trang này, hoặc Enter ở dòng cuối rồi gõ đường dẫn."
ASK_FOLDER = "Thư mục để chép tệp vào:"
NO_FOLDER = "Không có thư mục {path}. Chưa ghi gì."
NOTHING_TO_COPY = "Không còn tệp nào ở đây để chép."
COPYING = "Đang chép {count} tệp..."
COPY_KEYS = "Esc để thôi."
COPY_STOPPED = "Đã thôi chờ; tệp đang chép dở có thể vẫn được ghi xong."
COPIED = "Đã chép {count} tệp vào {where} và đọc lại thấy đúng."
