"""Every word of the screens."""

HOME_TITLE = "NHOMTRE"
TRAINING = "TẬP HUẤN"
NO_NAME = "(chưa có tên)"
REVISION = "bản {revision}, {state}"
LOOKING_ONLY = "CHỈ XEM"
TOO_SMALL = "Cửa sổ quá nhỏ: cần {width} cột, {height} dòng. Mọi thứ vẫn còn; hãy mở rộng cửa sổ."

SAVED_AT = "Đã lưu lúc {time}."
ALL_SAVED = "Mọi thay đổi đã được lưu."
READ_ONLY = "Hồ sơ đang mở chỉ để xem nên không sửa được ở đây."
NOTHING_TO_UNDO = "Không còn gì để hoàn tác."
NOTHING_TO_REDO = "Không có gì để làm lại."
UNDONE = "Đã hoàn tác và lưu."
REDONE = "Đã làm lại và lưu."

NOT_TYPABLE = "Ô này không nhập được."
ADDED_UP = "Ô này tự cộng hoặc thuộc loại hình khác, không nhập tay."
NO_BLOCK_YET = "Chưa chọn Loại hình trong hồ sơ cơ sở nên chưa nhập được số liệu ở biểu này."
NO_BLOCK_HERE = "Không dán được cả khối vào đây."
LAST_CELL = "Đây là ô nhập được cuối cùng."
FIRST_CELL = "Đây là ô nhập được đầu tiên."
LINE_FULL = "Dòng đã quá dài, không gõ thêm được."
TOO_MUCH_PASTED = "Khối dán vào quá lớn nên không nhận. Không có gì thay đổi."
PASTED = "Đã dán {count} ô; {refused} ô không nhập được nên bỏ qua. Ctrl+Z để hoàn tác."
GIVEN_BACK = "Đã trả lại số lấy từ hồ sơ."
ALL_COLUMNS = "Biểu này đang hiện đủ cột."
NOTE_NEEDS_CELL = "Ghi chú đặt ở ô số: đưa con trỏ đến ô cần ghi chú."
NOT_FOUND_HERE = "Không tìm thấy «{text}»."
NOT_HERE = "Phím này không dùng ở màn hình này."
ASK_FIND = "Tìm:"
ASK_REASON = "Lý do sửa số này:"
ASK_NOTE = "Ghi chú ô:"
ASK_DROP_TYPED = "Thay số đã gõ ở biểu 1-3 bằng số từ hồ sơ? c: có, k: giữ; rồi Enter:"
ASK_QUIT = "Thoát? Mọi thay đổi đã được lưu. Gõ c rồi Enter:"
YES_WORDS = ("c", "có", "co")
QUESTION_KEYS = "Enter: xong · Esc: thôi"

INDEPENDENT_KINDS = ("04", "05", "19")
CODE = "Mã"
LABEL = "Chỉ tiêu"
TABLE = "Biểu {number}"
TABLE_STEP = "Biểu {number} · {title}"
FOLDED = "(các dòng về trường)"
FOLD_HELP = (
    "Các dòng về trường không áp dụng cho nhóm, lớp độc lập: luôn bằng 0, bản in vẫn có đủ. Enter để mở."
)
NEVER_TAKEN = "Chưa lấy dữ liệu: bấm F5."
STALE = "Hồ sơ đã đổi: {count} ô khác (dấu ~). F5 để lấy lại dữ liệu."
STALE_SHORT = "{count} ô khác"
REASON = "Lý do: {text}"
NOTE = "Ghi chú: {text}"
COLUMN_WORD = "Cột"

NUMBER = " STT"
FIELD = "Mục"
VALUE = "Nội dung"
NAME = "Tên"
CELL = "Ô"
CHANGED_CELL = "Biểu {table}, mã {row}"
OLD = "Đang có"
NEW = "Số mới"
OPEN_A_RECORD = "Bấm Enter để mở hồ sơ này."
LIST_HELP = "Enter mở hồ sơ, F3 tìm."
BEHIND_HELP = "{label} · Enter mở hồ sơ, F3 tìm."
EMPTY_LIST = "Danh sách trống."
NOBODY_BEHIND = "Không có hồ sơ nào đứng sau con số này."
BEHIND_TITLE = "BIỂU {number}, MÃ {row}: HỒ SƠ ĐỨNG SAU CON SỐ"
ISSUES_TITLE = "KIỂM TRA: {errors} LỖI, {warnings} CẢNH BÁO"
ISSUES_HELP = "Enter đến ô hoặc hồ sơ có lỗi; F9 đến lỗi kế tiếp."
ISSUE_PLACE = "{place}/{total}"
CHANGES_TITLE = "LẤY DỮ LIỆU: {count} Ô SẼ ĐỔI"
CHANGES_HELP = "Enter: lấy dữ liệu như danh sách này. Esc: để nguyên."
TAKEN = "Đã lấy dữ liệu và lưu."
WHOLE_VALUE = "Đang có: «{text}»."
COMPUTED = "Mục này tự điền."
RECORD_GONE = "Hồ sơ này không còn (đã hoàn tác). Esc để quay lại."
ENTER_OPENS_LIST = "Enter mở danh mục."
FINDING = "tìm «{text}»"
CHOICE_HELP = "Gõ chữ để tìm (không cần dấu), Enter để chọn, Esc để quay lại."
NO_SUCH_CODE = "Không có mục nào như vậy; Backspace để gõ lại."

PREPARE = "Chuẩn bị"
MAKE_REPORT = "Lập báo cáo"
TAKE_TITLE = "Lấy dữ liệu"
CHECK_TITLE = "Kiểm tra"
PRINT_TITLE = "In biểu ra PDF"
EXCEL_TITLE = "Xuất báo cáo Excel"
COUNTED = {"classes": "{count} nhóm, lớp", "children": "{count} trẻ", "staff": "{count} người"}
DONE = "xong"
NOT_YET = "chưa có"
NOT_APPLICABLE = "không áp dụng"
ERRORS_LEFT = "{count} lỗi"
WARNINGS_LEFT = "{count} cảnh báo"
HOME_HELP = "Mũi tên để chọn bước, Enter để mở."
HOME_FACILITY = "Hồ sơ cơ sở: tên, loại hình, địa chỉ, điện, nước, internet. Enter để mở."
HOME_LIST = "Xem {what}. Enter để mở."
HOME_TAKE = "Tính biểu 1, 2, 3 từ hồ sơ; cho xem trước ô nào sẽ đổi. Enter để lấy."
HOME_TABLE = "{title}. Enter để mở."
HOME_PRINT = "In năm biểu ra tệp PDF để đối chiếu và lưu. Enter để in."
HOME_EXCEL = "Xuất năm biểu ra tệp Excel. Enter để xuất."

MENU_TITLE = "MENU"
MENU_HELP = "Gõ số hoặc dùng mũi tên rồi Enter; Esc để quay lại."
HELP_TITLE = "TRỢ GIÚP"
HELP_HELP_LINE = "Mũi tên, PgUp, PgDn để đọc; End: người liên hệ; Enter hoặc Esc để quay lại."
HELP_HERE = "Ô ĐANG ĐỨNG"
HELP_KEYS = "CÁC PHÍM"
HELP_SIGNS = "DẤU TRƯỚC CON SỐ"
SIGNS = (
    "!  có lỗi, phải sửa trước khi gửi",
    "?  có cảnh báo, nên xem lại",
    "*  gõ đè lên số lấy từ hồ sơ, hoặc sửa khác công văn; Delete để trả lại",
    "~  hồ sơ đã đổi, F5 để lấy lại dữ liệu",
)
HELP_CONTACT = "GẶP VƯỚNG MẮC"

EXPORT_TITLE = {"pdf": "IN BIỂU RA PDF", "xlsx": "XUẤT BÁO CÁO EXCEL", "rosters": "XUẤT HỒ SƠ ĐỂ TẢI LÊN"}
EXPORT_STARTED = {
    "pdf": "Đang in năm biểu ra tệp PDF...",
    "xlsx": "Đang xuất năm biểu ra tệp Excel...",
    "rosters": "Đang xuất hồ sơ lớp, trẻ, nhân sự ra tệp Excel...",
}
EXPORT_RUNNING = "Esc để dừng; dừng giữa chừng thì không có tệp nào được ghi."
EXPORT_OVER = "Enter hoặc Esc để quay lại."
EXPORT_STOPPED = "Đã dừng. Không có tệp nào được ghi."
EXPORT_FAILED = "Không xuất được tệp. Dữ liệu đã lưu vẫn nguyên."

READING = "Đang đọc tệp..."
READING_HELP = "Đang đọc tệp, chưa có gì thay đổi. Esc để thôi."
READING_STOPPED = "Đã thôi đọc tệp. Không có gì thay đổi."

FIRST_LINES = (
    "",
    "Chào mừng. Phần mềm này lập báo cáo thống kê đầu năm học (biểu 01-MN-ĐN)",
    "cho nhóm trẻ, lớp mẫu giáo: Hồ sơ → Lấy dữ liệu → Kiểm tra → In → Xuất.",
    "Chọn một cách bắt đầu rồi bấm Enter:",
    "",
)
FIRST_CHOICES = {
    "new": "Báo cáo mới của cơ sở",
    "package": "Mở gói dữ liệu (.json) đã có",
    "training": "Bản tập huấn: dữ liệu bịa để tập dùng, không lẫn với dữ liệu thật",
}
FIRST_HELP = "Gõ số hoặc dùng mũi tên, rồi Enter."
ASK_PACKAGE = "Tên tệp gói dữ liệu:"
WRONG_PLACE = "Không có chỗ nào là «{place}»."
HELP_AT = "mở thẳng chỗ này: T4.203:TU_THUC.permanent, children/c0003/name, facility/phone, issues"
HELP_ASCII = "kẻ khung bằng chữ thường, cho màn hình không vẽ được khung"
DUMB_TERMINAL = "Man hinh nay khong ve duoc (TERM). Hay chay: TERM=xterm nhomtre"
NOT_UTF8 = "Man hinh nay khong dung UTF-8. Hay chay: PYTHONUTF8=1 nhomtre"

NOT_UTF8_KEYS = "Bàn phím gửi ký tự không phải UTF-8: chọn bảng mã Unicode trong UniKey, UTF-8 trong PuTTY. Các ký tự đó được bỏ qua."
