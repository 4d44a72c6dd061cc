"""The words of a file of the national system beside ours."""

HELP_COMPARE_FILE = "tệp Excel tải từ Hệ thống: danh sách lớp, trẻ, nhân sự, hoặc biểu 01-MN-ĐN"

LINE = "{label}: {what} {where}"
ON_SHEET = "(trang «{sheet}», {spot})"
ROW_SPOT, CELL_SPOT = "dòng {spot}", "ô {spot}"
THEIRS, OURS, SENT = "Hệ thống: {text}", "ở đây: {text}", "bản {number}: {text}"
BETWEEN = "; "
NOTHING, NOBODY, UNKNOWN = "trống", "không có", "chưa rõ"
"""What stands on a side that has no value; that has no such record; of which nobody can tell."""
MORE_NOTES = "... và {count} chỗ nữa trong tệp không đúng mẫu."
MAY_BE = "trên Hệ thống có thể là {names} ở đây; cần xem lại."
LIKE = "trên Hệ thống có thể là {label} ở đây, nhưng khác (ở đây → Hệ thống): {text}; cần xem lại."
SAME = "Tệp này và hồ sơ ở đây không khác nhau."
COUNT = "{count} chỗ khác."
COMPLAINT = "Hệ thống báo lỗi: {text}"
COMPLAINTS_KEPT = "Đã ghi {count} lỗi Hệ thống báo thành chỗ phải sửa: F9 đến từng chỗ; sửa xong đánh dấu ở «Ý kiến của phòng» (F10)."

ASK_SYSTEM_FILE = "Tệp tải từ Hệ thống (.xlsx):"
READ_TITLE = "ĐỐI CHIẾU VỚI HỆ THỐNG: {name}"
TITLE = "ĐỐI CHIẾU: {name}, {count} CHỖ KHÁC"
COLUMN_PLACE, COLUMN_THEIRS, COLUMN_OURS, COLUMN_SENT = "Chỗ", "Hệ thống", "Ở đây", "Bản {number}"
COMPLAINTS, LEFT = "Lỗi Hệ thống báo trong tệp", "còn {left}"
COMPLAINTS_LEFT = (
    "Hệ thống báo {count} lỗi trong tệp này, còn {left} chưa đánh dấu đã sửa. Enter để xem; F9 đến từng chỗ."
)
HELP = "Enter: đến hồ sơ hoặc ô ấy để xem, sửa; hoặc sửa trên Hệ thống."
NOTHING_TYPED_HERE = "Trang này chỉ để đối chiếu, không sửa ở đây: Enter để đến chỗ ấy."
