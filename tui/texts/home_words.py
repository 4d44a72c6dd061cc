"""The words of the first pages: the steps and their states, the start in an empty folder, another school year."""

from collections.abc import Iterable

HOME_TITLE = "NHOMTRE"
TABLE_STEP = "Biểu {number} · {title}"
TAKEN_STALE = "{at}, {count} ô khác"

PREPARE = "Chuẩn bị"
MAKE_REPORT = "Lập báo cáo"
TAKE_TITLE = "Lấy dữ liệu"
CHECK_TITLE = "Kiểm tra"
PRINT_TITLE = "In biểu ra PDF"
EXCEL_TITLE = "Xuất báo cáo Excel"
DONE = "xong"
NOT_YET = "chưa có"
CHECKING = "…"
BEGIN_HERE = "bắt đầu ở đây"
NOT_APPLICABLE = "không áp dụng"
WARNINGS_LEFT = "{count} cảnh báo"
HOME_HELP = "Mũi tên để chọn bước, Enter để mở."
HOME_PROFILE = "{title}: {about}. Enter để mở."
HOME_LIST = "Xem {what}. Enter để mở."
HOME_TAKE = "Tính biểu {numbers} từ hồ sơ; cho xem trước ô nào sẽ đổi. Enter để lấy."
HOME_TABLE = "{title}. Enter để mở."
HOME_PRINT = "In {count} biểu ra tệp PDF để đối chiếu và lưu. Enter để in."
HOME_EXCEL = "Xuất {count} biểu ra tệp Excel. Enter để xuất."

WELCOME = (
    "Chào mừng. Phần mềm này lập báo cáo thống kê đầu năm học (biểu {form}) cho nhóm trẻ, lớp mẫu giáo:"
    " Hồ sơ → Lấy dữ liệu → Kiểm tra → In → Xuất."
)
HOW_TO_BEGIN = "Chọn một cách bắt đầu rồi bấm Enter:"
FIRST_CHOICES = {
    "new": "Báo cáo mới của cơ sở",
    "package": "Mở báo cáo đã lưu (tệp .json)",
    "restore": "Chuyển từ máy khác sang, khôi phục: chọn bản sao lưu ở USB hoặc thư mục",
    "training": "Bản tập huấn: dữ liệu bịa để tập dùng, không lẫn với dữ liệu thật",
    "lesson": "Bài học: tự học trên một hồ sơ bịa chưa xong, mỗi bài tự kiểm tra",
}
FIRST_HELP = "Gõ số hoặc dùng mũi tên, rồi Enter."
ASK_PACKAGE = "Tên tệp báo cáo (.json):"
NO_PACKAGE = (
    "«{name}» không phải gói dữ liệu (.json) → nếu là danh sách Excel thì chọn «Báo cáo mới của cơ sở», rồi F10, "
    "«Nhập hồ sơ từ tệp Excel»."
)

REVIEWED_OF = "đã rà soát {count}/{total} mục"
REVIEW_LEFT = "còn {count}"

ROLL_STEP = "Chuyển hồ sơ lên năm học mới"
ROLL_WHAT = "sang {year}"
ROLL_FROM = "từ {old}"
NOTHING_TO_ROLL = "khi đã có hồ sơ"
ROLL_NOW = "đến lúc chuyển"
HOME_ROLL_NOW = "Năm học {year} đã bắt đầu: lập hồ sơ năm học ấy từ hồ sơ năm nay. Enter để xem trước."
HOME_ROLL = "Khi năm học này đã xong: lập hồ sơ năm sau từ hồ sơ năm nay. Enter để xem trước."

YEAR_TITLE = "MỞ NĂM HỌC KHÁC"
YEAR_OPENED = "Đang mở hồ sơ năm học {year}."
ONLY_THIS_YEAR = "Thư mục này chỉ có hồ sơ năm học {year}."

REJECTED_BANNER = "{move} bản {revision} ngày {day}"
REJECTED_BANNER_WITH_NOTE = "{move} bản {revision} ngày {day}: {note}"

SEND_READY = "gửi được"
REMARKS_LEFT = "{count} ý kiến"
LAST_SENT = "bản {number} gửi {at}"
HOME_SEND = (
    "Giải trình cảnh báo, xác nhận, gửi bản {number}: PDF, Excel, gói cho {receiver.spoken}. Enter để mở."
)
HOME_REPLIES = "Bản đã gửi và ý kiến của {receiver.spoken}. Enter để mở."

UP_TO_TEN = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
NEXT_NUMBER = ", "


def in_words(count: int) -> str:
    """«năm»; in digits what is more than ten."""
    return UP_TO_TEN[count] if count < len(UP_TO_TEN) else str(count)


def listed(numbers: Iterable[int]) -> str:
    """«1, 2, 3»."""
    return NEXT_NUMBER.join(map(str, numbers))
