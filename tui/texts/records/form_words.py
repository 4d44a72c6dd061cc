"""The words of forms and of quick entry."""

AS_LETTER = "Theo công văn: {text}."
LETTER_SAYS = "Công văn ghi «{text}»; Delete để trả lại."

FIELD = "Mục"
VALUE = "Nội dung"
COMPUTED = "Mục này tự điền."
RECORD_GONE = "Hồ sơ này không còn (đã hoàn tác). Esc để quay lại."
ENTER_OPENS_LIST = "Enter mở danh mục."

QUICK_TITLE = "NHẬP NHANH · {what} ({count})"
NEW_ROW = "mới"
NEW_ROW_HELP = (
    "Dòng trống: gõ để thêm hồ sơ mới, Enter đến mục bắt buộc còn trống; dán khối từ bảng tính cũng được."
)
NOTHING_TO_REMOVE = "Dòng này chưa có hồ sơ để xóa."
NOTHING_ABOVE = "Không có giá trị nào ở hồ sơ trước để lặp lại."

NEW_RECORD = "{what} MỚI (THỨ {number})"
NOTHING_ENTERED = "Hồ sơ mới này chưa có gì: nhập một mục, hoặc Esc để về."
GROUP = "{count} mục, đã điền {filled}"
GROUP_HELP = "Các mục không bắt buộc. Enter để mở hoặc gập."
COUNTED_IN = "Đếm ở mã {rows}."
WILL_TAKE = "Sẽ nhận: {name}"
TYPE_MORE = "Gõ thêm: {names}"
TYPE_MORE_OF_MANY = "Gõ thêm: {names} ... và {count} mục nữa"
NOTHING_FITS = "Không có mục nào như vậy. Enter khi chưa gõ để mở danh mục."
REVIEWED = "Rà soát"
NOT_REVIEWED = "chưa"
REVIEW_HELP = "F5: đánh dấu mục này đã rà soát hôm nay; bấm lần nữa để bỏ."
NOT_TO_REVIEW = "Công văn không yêu cầu rà soát mục ấy; đã đến mục cần rà soát."
STILL_TO_REVIEW = "Còn {count} mục chưa rà soát."
ALL_REVIEWED = "Đã rà soát đủ các mục."
