"""The words of the office's desk."""

from forms.model.record import FieldRole

GUEST_READ_ONLY = "Báo cáo của cơ sở: ở đây chỉ xem. Trả lời ở bước «Duyệt, Từ chối»."
GUEST_WITHOUT_RECORDS = (
    "Chỉ có số liệu, hồ sơ ở lại cơ sở; lỗi, cảnh báo của hồ sơ chỉ được đếm. Mũi tên: bước khác."
)
RECORDS_WITHHELD = "không gửi kèm"
GUEST_NOT_PRINTED = "Báo cáo của cơ sở chỉ xem ở đây; bản in là bản cơ sở đã gửi."
SUM_READ_ONLY = "Số tổng hợp cộng từ các báo cáo nên không sửa được. Enter: những cơ sở làm nên số này."
SUM_PRINTED_THERE = "Biểu tổng hợp in và xuất ở màn hình «Bàn của {receiver.spoken}»."
SUM_OF = "{count} cơ sở"
SUM_OF_PART = "{count} cơ sở, {part}"
BOOK_REVISION = "tệp Excel, bản {revision}"
LETTER_VALUE_WRONG = "{field}: không đọc được nội dung này; chưa ghi gì."
LETTERS_UNREAD = "Tệp công văn không đọc được"
SOME_OFFICE = "Nơi nhận báo cáo"
STATE_UNTOLD = "không ghi"

OFFICE_TITLE = "BÀN CỦA {receiver.capitals}"
GUEST_ANSWER_HEADING = "Bàn của {receiver.spoken}"
OFFICE_READING = "đang đọc {done}/{total} tệp"
OFFICE_STILL_READING = " · đang đọc {done}/{total} tệp"
OFFICE_READING_HELP = "Esc để dừng; các tệp của cơ sở không bị ảnh hưởng."
OFFICE_READING_STOPPED = "Đã dừng đọc; những báo cáo đã đọc vẫn ở đây. Bước «Đọc lại thư mục» đọc tiếp."
OFFICE_AGAIN_HELP = "Tệp mới trong thư mục được tự đọc thêm. Enter: đọc ngay, đọc tiếp sau khi đã dừng."
OFFICE_FOLDER_BACK = "Đã đọc lại được thư mục."
OFFICE_STOPPED = "Đã dừng."
OFFICE_DONE_OF = "Đang làm: {done}/{total}"
OFFICE_ARRIVED, OFFICE_SUM = "Báo cáo đã nhận", "Tổng hợp"
OFFICE_TAKEN, OFFICE_TURNED, OFFICE_ABSENT = "Cơ sở đã gửi", "Tệp chưa cộng", "Cơ sở chưa gửi"
OFFICE_TAKEN_WHAT = "{count} cơ sở"
OFFICE_TURNED_WHAT = "{count} tệp"
OFFICE_TURNED_STATE = "xem lý do"
OFFICE_ANSWERED = "đã trả lời {count}"
OFFICE_ANSWERS_NOT_READ = "không đọc được thư mục tra-loi"
OFFICE_NO_LIST = "chưa có danh sách"
OFFICE_LIST_HELP = "Để biết cơ sở nào chưa gửi: đặt danh-sach.txt hay danh-sach.xlsx (mã, tên) vào thư mục."
OFFICE_ADDED = "Cộng báo cáo nào"
OFFICE_ADDED_STATES = {False: "tất cả", True: "chỉ đã duyệt"}
OFFICE_ADDED_HELP = "Enter: chỉ cộng báo cáo đã duyệt, hoặc cộng tất cả lại."
OFFICE_SET, OFFICE_SETS = "Cộng riêng theo biểu mẫu", "còn {count} biểu mẫu khác"
OFFICE_SET_HELP = "Mỗi biểu mẫu được cộng riêng. Enter: biểu mẫu kế tiếp."
OFFICE_CHECK = "Kiểm tra số tổng hợp"
OFFICE_CHECK_WHAT = "{errors} lỗi"
OFFICE_PRINT, OFFICE_EXCEL, OFFICE_PROGRESS = (
    "In biểu tổng hợp ra PDF",
    "Xuất biểu tổng hợp ra Excel",
    "Xuất danh sách tiến độ ra Excel",
)
OFFICE_AGAIN = "Đọc lại thư mục"
OFFICE_HELP = "Mũi tên hoặc số để chọn, Enter để mở; báo cáo của cơ sở không bị sửa."
OFFICE_EMPTY = "Chưa có báo cáo nào cộng được trong {folder}."
OFFICE_EXPORTING = "Đang lập tệp..."
OFFICE_WRITTEN = "Đã ghi {path}"

FACILITY_COLUMNS = {
    ("", "Cơ sở"): "tên; báo cáo không ghi tên thì là mã trường hoặc tên tệp",
    ("", "Trạng thái"): "theo câu trả lời sau cùng ở tra-loi, chưa trả lời thì như tệp ghi",
    ("", "Lỗi"): "số lỗi của báo cáo",
    ("Chưa", "giải trình"): "số cảnh báo mà cơ sở chưa giải trình",
    ("", "Thiếu"): "số mục bắt buộc mà hồ sơ của cơ sở còn để trống",
    ("Số khác", "thường"): "số chỗ gấp mấy lần hay chỉ bằng một phần năm trước, hoặc khác xa các cơ sở khác",
    ("Gửi", "ngày"): "ngày cơ sở gửi báo cáo",
    ("Cảnh", "báo"): "số cảnh báo, kể cả đã giải trình",
    ("Khác", "bản trước"): "số ô khác bản mà cơ sở gửi lần trước, nếu tệp ấy còn trong thư mục",
    ("Khác", "năm trước"): "số ô khác báo cáo năm trước của cơ sở, nếu tệp ấy có trong thư mục",
}
"""Heading of a column, in lines → what stands in it."""
COLUMN_OF = "{title}: {value} ({meaning})"
UNTOLD_MEANS = "«-»: không biết, vì tệp không ghi hoặc không có tệp để so."
UNTOLD = "-"
REQUEST = "Nhắn cơ sở: {request}"
TURNED_LINE = "{file}: {reason}"
TURNED_COLUMNS = ("Tệp", "Vì sao chưa cộng")
ABSENT_COLUMNS = ("Mã", "Cơ sở", "Phường, xã", "Điện thoại")
OFFICE_REMINDER = "GHI LỜI NHẮC"
OFFICE_PARTS = "Theo phường, theo nhóm cấp học"
OFFICE_PARTS_HELP = "Số cơ sở, nhóm lớp, trẻ, nhân sự của từng phường, từng nhóm cấp học; so với năm trước."
PARTS_TITLE = "TỔNG HỢP THEO PHƯỜNG, NHÓM CẤP HỌC"
PARTS_COUNT = "Số cơ sở"
PART_HEADINGS = {FieldRole.WARD: "Theo phường, xã", FieldRole.KIND: "Theo nhóm cấp học"}
PART_SINCE = " ({change})"
PART_HELP = "Số trong ngoặc: tăng, giảm so với năm trước. Enter: các báo cáo và biểu tổng hợp của dòng này."
PART_LINE = "{name}: {count} cơ sở; năm trước: {before}."
PART_LINE_WITHOUT = "{name}: {count} cơ sở; không có báo cáo năm trước để so."
PART_TOTAL = "{title} {number}"
FACILITIES_HELP = "Gõ chữ để tìm, Enter để mở, phím cách đánh dấu; Ctrl+F lọc, xếp, duyệt nhiều."
FACILITIES_PART = "Đang lọc: {part} ({count}). Esc để xem tất cả; Ctrl+F đánh dấu, duyệt nhiều."
FACILITY_PARTS = {
    "all": "Tất cả",
    "open": "Chưa trả lời",
    "clean": "Chưa trả lời, không lỗi, không thiếu, đã giải trình hết",
    "errors": "Có lỗi",
    "unexplained": "Có cảnh báo chưa giải trình",
    "warnings": "Có cảnh báo",
    "missing": "Còn thiếu thông tin",
    "unusual": "Có số khác thường",
    "since_sending": "Khác bản gửi trước",
    "since_year": "Khác báo cáo năm trước",
}
WITH_MARKED = "Với {count} báo cáo đã đánh dấu"
APPROVE_THEM = "Duyệt, không kèm lời ghi"
ASK_APPROVE = "Duyệt {count} báo cáo, không kèm lời ghi{beside}? Họ tên người trả lời rồi Enter:"
APPROVE_DOUBTFUL = " ({count} báo cáo có lỗi hoặc thiếu)"
NO_ANSWERER = "Chưa duyệt báo cáo nào: cần họ tên người trả lời."
APPROVED = "Đã duyệt {count} báo cáo; tệp trả lời và thư gửi từng cơ sở ở trong tra-loi."
NONE_TO_APPROVE = "Không có báo cáo nào chưa trả lời trong số này."
ALL_ANSWERED = "Không còn báo cáo nào chưa trả lời."
GUEST_NEXT = "Báo cáo kế tiếp chưa trả lời"
GUEST_NEXT_WHAT = "còn {count}"
GUEST_NEXT_HELP = "Enter: mở báo cáo kế tiếp chưa trả lời."
FILES_HELP = "Gõ chữ để tìm, Enter để xem."
FACILITIES_FOUND = "Tìm «{text}»: {count} dòng. Backspace sửa chữ, Esc bỏ tìm."
FACILITY_ORDERS = {
    "name": "Theo tên",
    "day": "Theo ngày gửi, mới trước",
    "faults": "Nhiều lỗi, thiếu trước",
    "unexplained": "Nhiều cảnh báo chưa giải trình trước",
    "unusual": "Nhiều số khác thường trước",
    "since_sending": "Khác bản gửi trước nhiều trước",
    "since_year": "Khác năm trước nhiều trước",
    "state": "Theo trạng thái",
}
CODE_OF = "mã {code}"
TURNED_NOT_OPENED = "Không mở được tệp này: {why}"

GUEST_REPORT = "Báo cáo của cơ sở"
GUEST_ANSWER = "Duyệt, Từ chối"
GUEST_ANSWER_WHAT = "gửi lại cơ sở"
GUEST_ANSWER_HELP = (
    "Duyệt, hoặc Từ chối với lời ở từng biểu, dòng, hồ sơ: thành một tệp gửi lại cơ sở. Enter để chọn."
)
GUEST_ANSWERED = "Đã ghi trả lời «{move}»: {path}, thư gửi cơ sở cùng tên (.pdf để in, .txt để nhắn Zalo). Gửi cả cho cơ sở."
ASK_SUPERSEDE = "Đã trả lời «{old}» ({by}, {day}). Thay bằng «{new}»? Tệp cũ vẫn giữ. Gõ c rồi Enter:"
ANSWER_STANDS = "Không ghi gì; câu trả lời «{old}» vẫn đứng."
SUM_BEHIND_TITLE = "BIỂU {number}, MÃ {row}: {count} CƠ SỞ"
SUM_BEHIND_HELP = "Những cơ sở làm nên số này, số lớn trước. Enter để mở báo cáo."
SUM_FIGURE = "Số"
OFFICE_NO_FOLDER = "Không có thư mục {folder}. Không có gì được ghi."
