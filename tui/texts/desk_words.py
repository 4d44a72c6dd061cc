"""The words of the desk and of every kind of page: typing, finding, choosing, waiting, leaving."""

TRAINING = "TẬP HUẤN"
TOO_SMALL = "Cửa sổ quá nhỏ: cần {width} cột, {height} dòng. Mọi thứ vẫn còn; hãy mở rộng cửa sổ."

SAVED_AT = "Đã lưu lúc {time}."
ALL_SAVED = "Mọi thay đổi đã được lưu."
NOT_SAVED = (
    "Chưa lưu được: hồ sơ đã bị xóa, dời hoặc thay trong khi đang mở. F10, Enter: ghi nội dung ra tệp."
)
NOTHING_TO_UNDO = "Không còn gì để hoàn tác."
NOTHING_TO_REDO = "Không có gì để làm lại."
UNDONE = "Đã hoàn tác và lưu."
REDONE = "Đã làm lại và lưu."

NOT_TYPABLE = "Ô này không nhập được."
NO_BLOCK_HERE = "Không dán được cả khối vào đây → dán trong biểu, hoặc trong danh sách sau khi bấm Insert."
LAST_CELL = "Đây là ô nhập được cuối cùng."
FIRST_CELL = "Đây là ô nhập được đầu tiên."
LINE_FULL = "Dòng đã quá dài, không gõ thêm được."
TOO_MUCH_PASTED = "Khối dán vào quá lớn nên không nhận. Không có gì thay đổi."
NOT_FOUND_HERE = "Không tìm thấy «{text}»."
NOT_HERE = "Phím {key} không có tác dụng ở đây; F10 hoặc Ctrl+O xem các phím."
NOW_ON_KEY = "{what}: {key}."
NOW_IN_MENU = "{what}: F10 hoặc Ctrl+O."
BY_MENU = "F10 hoặc Ctrl+O"
OR = " hoặc "
DEED_ROW = "+ {what}"
NOT_IN_QUESTION = "Phím {key} không có tác dụng ở đây; Enter: xong, Esc: thôi."
INPUT_METHOD_NAMES = {"telex": "gõ Telex", "vni": "gõ VNI"}
INPUT_METHODS = {
    "none": "Đã tắt cách gõ tiếng Việt của phần mềm.",
    "telex": "Gõ Telex (tắt UniKey nếu có): aa â, ee ê, oo ô, aw ă, ow ơ, uw ư, dd đ; s f r x j là sắc huyền hỏi ngã nặng, z bỏ dấu; gõ phím dấu hai lần để lấy lại chữ. F12: VNI.",
    "vni": "Gõ VNI (tắt UniKey nếu có): a6 â, e6 ê, o6 ô, a8 ă, o7 ơ, u7 ư, d9 đ; 1 2 3 4 5 là sắc huyền hỏi ngã nặng, 0 bỏ dấu; gõ phím dấu hai lần để lấy lại số. F12: tắt.",
}
TONE_STYLES = {
    "old": "Đặt dấu kiểu hòa, khỏe, thúy. Chữ đã gõ giữ nguyên.",
    "new": "Đặt dấu kiểu hoà, khoẻ, thuý. Chữ đã gõ giữ nguyên.",
}
LETTERS = {
    "whole": "Màn hình hiện chữ có dấu.",
    "unmarked": "Màn hình hiện chữ không dấu; chữ lưu, in và xuất vẫn đủ dấu. Có dấu lại: trang đầu, F10.",
    "ascii": "Cửa sổ này chỉ hiện được chữ không dấu; chữ lưu, in và xuất vẫn đủ dấu.",
}
ASK_LETTERS = "ế ậ ữ Đ: doc duoc khong? Enter: duoc, k Enter: khong"
ALL_READ = "Lời nhắc ở đây đã hiện đủ."
EMPTY_CELL = "trống"
HABITS = {
    "copy": "Không có gì để chép. Muốn thoát: F10 hoặc Ctrl+O, chọn Thoát.",
    "paste": "Dán bằng Ctrl+Shift+V, Shift+Insert hoặc nút phải chuột của cửa sổ.",
    "select": "Không cần chọn cả ô: gõ là thay, Delete là xóa ô, F2 là sửa chữ đang có.",
    "leave": "Muốn thoát: F10 hoặc Ctrl+O, chọn Thoát.",
}
MOUSE_OFF = "Chuột đang tắt: dùng mũi tên, hoặc mở chương trình với --mouse."
CLICK_ELSEWHERE = "Bấm chuột vào ô hoặc dòng để đưa con trỏ đến đó; F10 hoặc Ctrl+O xem các phím."
ASK_FIND = "Tìm:"
ASK_QUIT = "Thoát? Mọi thay đổi đã được lưu. Gõ c rồi Enter:"
ASK_QUIT_LOST = "Thoát? Chưa lưu được. Gõ c rồi Enter:"
YES_WORDS = ("c", "có", "co")
NO_WORDS = ("k", "không", "khong")
QUESTION_KEYS = "Enter: xong · Esc: thôi"
CODE = "Mã"
NUMBER = "Số"
NAME = "Tên"
EMPTY_LIST = "Danh sách trống."
FINDING = "tìm «{text}»"
CHOICE_HELP = "Gõ chữ để tìm (không cần dấu), Enter để chọn, Esc để quay lại."
ALSO_CALLED = "{name} · {other}"
NO_SUCH_CODE = "Không tìm thấy trong danh mục; Backspace để gõ lại."

READING = "Đang đọc tệp..."
READING_HELP = "Đang đọc tệp, chưa có gì thay đổi. Esc để thôi."
READING_STOPPED = "Đã thôi đọc tệp. Không có gì thay đổi."
WRONG_PLACE = "Không có chỗ nào là «{place}»."

TYPE_TO_FIND = "Gõ chữ để tìm, có dấu hay không dấu."
CHOOSE_FIRST = "Đang chọn: Enter để nhận hoặc Esc để thôi, rồi mới hoàn tác."
TYPED_OLD = (
    "Chữ vừa gõ có vẻ theo {encoding}, là «{after}»? Chọn bảng mã Unicode trong bộ gõ rồi gõ lại ô này."
)
ASK_CONVERT = "Chữ dán vào theo {encoding}. Chuyển thành «{after}»? c: chuyển, k: để nguyên; rồi Enter:"

DRAFT_OFFER_TEXT = "Đang gõ dở «{text}» lúc {at:%H:%M %d/%m}: Enter giữ, Esc bỏ"
DRAFT_OFFER = {
    "reasons": "Đang gõ dở lý do «{text}» lúc {at:%H:%M %d/%m}: Enter giữ, Esc bỏ",
    "notes": "Đang gõ dở ghi chú «{text}» lúc {at:%H:%M %d/%m}: Enter giữ, Esc bỏ",
    "explanations": "Đang gõ dở giải trình «{text}» lúc {at:%H:%M %d/%m}: Enter giữ, Esc bỏ",
}
"""By the part of the dossier that the text was to become."""
DRAFT_DROPPED = "Đã bỏ phần gõ dở; còn xem lại được 30 ngày: trang đầu, F10, Phần gõ dở."

ITEM_MARK = "  - "
DRAFT_TITLE = "PHẦN GÕ DỞ"
DRAFT_TYPED_AT = "Gõ dở lúc {at:%H:%M ngày %d/%m/%Y}, chưa lưu:"
DRAFT_TYPED_AT_PLACE = "Gõ dở lúc {at:%H:%M ngày %d/%m/%Y}, chưa lưu, ở {place}:"
DRAFT_NOT_IN_ITS_CELL = "Nơi gõ nay đã khác hoặc không nhập được nữa nên không điền lại vào đó."
DRAFT_HELP = "Đọc, chép lại nếu cần. Enter hoặc Esc: cất đi, còn xem lại được 30 ngày."
DROPPED_TITLE = "PHẦN GÕ DỞ ĐÃ BỎ"
DROPPED_LINE = "{at:%H:%M %d/%m} · {text} · {place}"
DROPPED_NONE = "Không có phần gõ dở nào bị bỏ trong 30 ngày qua."
DROPPED_WHY = "Đã bỏ, không nằm trong hồ sơ; tự xóa sau 30 ngày."
DROPPED_HELP = "Đọc, chép lại nếu cần. Enter hoặc Esc: quay lại."
