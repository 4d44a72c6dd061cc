"""The words of entering records and of moving them to the next school year."""

DOSSIER_LIST_HELP = "Gõ chữ để tìm, Enter để mở, phím cách đánh dấu; F4 lọc, làm nhiều dòng."
EMPTY_DOSSIER_LIST = "Danh sách trống. F5 để thêm."
TYPE_TO_FIND = "Gõ chữ để tìm, có dấu hay không dấu."
FINDING_IN_LIST = "Tìm «{text}»: {count} hồ sơ. Backspace sửa chữ, Esc bỏ tìm, Enter mở hồ sơ."
FINDING_WITHIN = " Đang lọc: {label}."
NOBODY_FOUND = "Không có hồ sơ nào như vậy."
FILTERED = "Đang lọc: {label} ({count}). Esc để xem tất cả."
MARKED_COUNT = " · đã đánh dấu {count}"
SO_MANY = "{count} hồ sơ: {names}..."

MANY_TITLE = "LỌC, XẾP, LÀM NHIỀU DÒNG"
SHOW = "Hiện"
SHOW_ALL = "Tất cả"
SHOW_CLASS = "Lớp {code}: {name}"
SHOW_MISSING = "Còn thiếu thông tin"
SHOW_ERRORS = "Có lỗi"
SHOW_WARNINGS = "Có cảnh báo"
SHOW_LEFT = "Không còn ở cơ sở (không đếm vào biểu)"
ORDER = "Thứ tự"
ORDERS = {"name": "Theo tên", "class": "Theo lớp, rồi theo tên", "entry": "Theo thứ tự nhập"}
WITH_MARKED = "Với {count} hồ sơ đã đánh dấu"
WITH_ONE = "Với «{name}»; muốn nhiều: phím cách ở danh sách"
MARK_ALL = "Đánh dấu tất cả dòng đang hiện"
MOVE_TO_CLASS = "Chuyển sang lớp khác"
MARK_LEAVERS = "Ghi thôi học, chuyển đi, nghỉ"
REMOVE_THEM = "Xóa"
MOVED = "Đã chuyển {count} trẻ sang «{name}». Ctrl+Z để hoàn tác."
STATUS_SET = "Đã ghi «{name}» cho {count} hồ sơ. Ctrl+Z để hoàn tác."
ASK_STATUS_DAY = "Từ ngày nào? ngày/tháng/năm:"
DAY_TO_COME = "«{text}» ở sau ngày hôm nay. Chưa có gì thay đổi; hãy làm lại."
CHOOSE_FIRST = "Đang chọn: Enter để nhận hoặc Esc để thôi, rồi mới hoàn tác."
NO_SUCH_DAY = "«{text}» không phải ngày. Chưa có gì thay đổi; hãy làm lại, ví dụ 05/09/2019."

QUICK_TITLE = "NHẬP NHANH · {what} ({count})"
NEW_ROW = "mới"
NEW_ROW_HELP = (
    "Dòng trống: gõ để thêm hồ sơ mới, Enter đến mục bắt buộc còn trống; dán khối từ bảng tính cũng được."
)
NOTHING_TO_REMOVE = "Dòng này chưa có hồ sơ để xóa."
NOTHING_ABOVE = "Không có giá trị nào ở hồ sơ trước để lặp lại."
ASK_REMOVE = "Xóa «{name}»? Gõ c rồi Enter:"
ASK_REMOVE_CLASS = "«{name}» có {count} trẻ; xóa thì các trẻ ấy chưa có lớp. Xóa? Gõ c rồi Enter:"
REMOVED = "Đã xóa «{name}». Ctrl+Z để lấy lại."

NEW_RECORD = "{what} MỚI (THỨ {number})"
NOTHING_ENTERED = "Hồ sơ mới này chưa có gì: nhập một mục, hoặc Esc để về."
GROUP = "{count} mục, đã điền {filled}"
GROUP_HELP = "Các mục không bắt buộc. Enter để mở hoặc gập."
COUNTED_IN = "Đếm ở mã {rows}."
WILL_TAKE = "Sẽ nhận: {name}"
TYPE_MORE = "Gõ thêm: {names}"
AND_MORE = " ... và {count} mục nữa"
NOTHING_FITS = "Không có mục nào như vậy. Enter khi chưa gõ để mở danh mục."
REVIEWED = "Rà soát"
NOT_REVIEWED = "chưa"
REVIEW_HELP = "F5: đánh dấu mục này đã rà soát hôm nay; bấm lần nữa để bỏ."
NOT_TO_REVIEW = "Công văn không yêu cầu rà soát mục ấy; đã đến mục cần rà soát."
STILL_TO_REVIEW = "Còn {count} mục chưa rà soát."
ALL_REVIEWED = "Đã rà soát đủ các mục."
REVIEWED_OF = "đã rà soát {count}/{total} mục"
REVIEW_LEFT = "còn {count}"

MISSING_TITLE = "CÒN THIẾU: {missing} MỤC TRỐNG, {wrong} CHỖ SAI"
MISSING_WORD = "TRỐNG"
NOTHING_MISSING = "Không còn thiếu gì."

ENCODING_ASKED = (
    "Chữ trong tệp theo bảng mã cũ {encoding} (ví dụ ở trên). Không có gì thay đổi; "
    "thêm --encoding convert để chuyển sang Unicode, hoặc --encoding keep để giữ nguyên."
)
ROW_TOLD = "  dòng {number}: {word}: {text}"
WOULD_TAKE = "Chưa ghi gì. Sẽ thêm {added}, sửa {changed}; không đổi {same}, không nhận {refused}."
ROWS_REFUSED = (
    "Không nhập: {refused} dòng không nhận được (xem ở trên). Không có gì thay đổi; sửa tệp rồi nhập lại, "
    "hoặc thêm --accept-valid để chỉ nhận {added} dòng mới và {changed} dòng đổi."
)
NO_ROW_TAKEN = "Không có dòng nào nhận được (xem ở trên). Không có gì thay đổi."
NO_ROW_NEW = "Mọi dòng đã có sẵn như vậy. Không có gì thay đổi."
ROWS_TAKEN = "Đã nhận: thêm {added}, sửa {changed}; không đổi {same}, không nhận {refused}. Đã lưu."
ASK_WORKBOOK = "Tên tệp Excel (.xlsx):"
PASTE_COLUMNS = "Các cột: {titles}"
PASTE_NO_FIELD = "(không biết)"
PASTE_TITLE = "DÁN TỪ BẢNG TÍNH: {count} DÒNG"
INTAKE_TITLE = "NHẬP TỪ TỆP: {name}"
INTAKE_HELP = "Enter ở dòng đầu: nhận như dưới đây; phím cách: bỏ, lấy một dòng; Esc: thôi."
INTAKE_EMPTY = "(trống)"
INTAKE_TAKE = "Nhận: thêm {added}, sửa {changed}; không đổi {same}, không nhận {refused}"
INTAKE_KIND = {"add": "thêm", "change": "sửa", "same": "như cũ", "refuse": "không nhận", "skip": "bỏ"}
INTAKE_SHEET = "Trang «{sheet}» → {what}: {count} dòng"
INTAKE_REMARKS = {
    "blank": "Dòng trống.",
    "heading": "Dòng tiêu đề của bảng.",
    "no_name": "{label}: còn trống hoặc không đọc được nên không biết là hồ sơ nào.",
    "no_day": "{label}: «{text}» không phải ngày/tháng/năm (năm đủ 4 chữ số).",
    "twice": "Trùng với dòng {text} ở trên.",
    "unread": "{label}: không đọc được «{text}»; vẫn giữ chữ này để sửa sau.",
    "zero": "{label}: đã thêm số 0 ở đầu bị mất: {text}; cần xem lại.",
    "guess": "{label}: hiểu {text} (và các dòng sau ghi như vậy); cần xem lại.",
    "day": "{label}: ô {text} là ngày trong bảng tính, không phải chữ; cần xem lại.",
    "order": "{label}: đọc là {text}, nhưng cột này có chỗ ghi tháng trước ngày; cần xem lại.",
    "no_record": "«{text}»: không phải một hồ sơ.",
    "many": "Nhiều hồ sơ cùng tên và ngày sinh (hoặc cùng mã) nên không biết sửa hồ sơ nào.",
    "extra": "{text} ô bên phải không có cột nên bỏ qua.",
    "formula": "{label}: ô {text} là công thức chưa có kết quả; mở tệp trong Excel, lưu lại rồi nhập.",
    "error": "{label}: ô {text} đang báo lỗi trong bảng tính.",
}
INTAKE_ENCODED = "Chữ {encoding}: «{before}» → «{after}»"
INTAKE_CONVERT = {True: "chuyển", False: "để nguyên"}
INTAKE_CONVERT_HELP = "Chữ dùng bảng mã cũ {encoding}. Phím cách: chuyển sang Unicode hoặc để nguyên."
INTAKE_UNKNOWN_COLUMNS = "Trang «{sheet}»: không biết cột {titles}; bỏ qua."
INTAKE_UNKNOWN_SHEETS = "Không biết trang {titles}; bỏ qua."
INTAKE_NOTHING = (
    "Tệp này không có trang nào nhận ra được cột. Cần có dòng tiêu đề, ví dụ «Họ tên», «Ngày sinh»."
)
INTAKE_ALL_READ = "Dòng nào cũng đọc được."
INTAKE_DONE = "Đã nhận: thêm {added}, sửa {changed} hồ sơ. Ctrl+Z để hoàn tác."
INTAKE_NONE = "Không có dòng nào được nhận. Không có gì thay đổi."
ASK_CONVERT = "Chữ dán vào theo {encoding}. Chuyển thành «{after}»? c: chuyển, k: để nguyên; rồi Enter:"
ENCODINGS = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}

ROLL_STEP = "Chuyển hồ sơ lên năm học mới"
ROLL_WHAT = "sang {year}"
ROLL_FROM = "từ {year}"
HOME_ROLL = "Khi năm học này đã xong: lập hồ sơ năm sau từ hồ sơ năm nay. Enter để xem trước."

ASK_TEMPLATE = "Tệp mẫu tải từ Hệ thống (.xlsx):"
FILL_TITLE = "ĐIỀN VÀO TỆP: {name}"
FILL_START = "Điền và ghi ra tệp mới; tệp mẫu giữ nguyên."
FILL_SHEET = "Trang «{sheet}» ← {what}: {matched} dòng đã có, thêm {appended} dòng"
FILL_UNKNOWN = "Cột không biết, để nguyên"
FILL_ABSENT = "Bắt buộc nhưng tệp không có cột"
FILL_EMPTY = "Dòng {row}, «{name}»: còn trống"
FILL_ALIKE = "Trùng tên và ngày sinh, khác mã"
FILL_ALIKE_ROWS = "thêm ở dòng {row}, xem dòng {other}"
FILL_CHANGE = "Dòng {row}, {title}"
FILL_LEFT = {"formula": "ô có công thức, để nguyên", "merged": "ô gộp, để nguyên"}
FILL_NOT_LISTED = "«{text}» không có trong danh sách chọn của tệp"
FILL_HELP = "Enter ở dòng đầu: điền và ghi tệp mới. Phím cách ở chỗ sẽ đổi: giữ giá trị của tệp. Esc: thôi."
FILL_OURS = "Ô này trong tệp có giá trị khác; sẽ ghi giá trị của hồ sơ. Phím cách: giữ của tệp."
FILL_THEIRS = "Ô này giữ giá trị của tệp. Phím cách: ghi giá trị của hồ sơ."
FILL_DONE = "Đã điền xong: {path}"
FILL_OVER_ITSELF = "Không ghi đè lên tệp mẫu → chọn tên khác sau -o. Không có gì thay đổi."

YEAR_TITLE = "MỞ NĂM HỌC KHÁC"
YEAR_OPENED = "Đang mở hồ sơ năm học {year}."
ONLY_THIS_YEAR = "Thư mục này chỉ có hồ sơ năm học {year}."
