"""The words of taking the office's answer in."""

HELP_ANSWER_WHAT = (
    "approve: Duyệt; reject: Từ chối; lock: Khóa; unlock: Mở khóa; request-unlock: Gửi yêu cầu mở khóa; "
    "hoặc tệp trả lời của phòng"
)
HELP_ANSWER_NOTE = "lời của phòng, hoặc lý do yêu cầu mở khóa"
HELP_ANSWER_BY = "họ tên người trả lời"
HELP_ANSWER_AT = (
    "chỗ phải sửa, ví dụ T4, T4.203, T4.203:CỘT, children/c0003, facility/phone; thêm «=LỜI» để ghi lời riêng cho "
    "chỗ đó; ghi được nhiều lần"
)

ANSWER_REFUSED = "Không nhận tệp trả lời: {why}. Không có gì thay đổi."
ANSWERED = "Đã ghi «{move}». Báo cáo: {state}."

CHOOSE_ANSWER = "TRẢ LỜI CỦA PHÒNG"
READ_ANSWER_FILE = "Đọc tệp trả lời của phòng (.json)"
ASK_ANSWER_FILE = "Tệp trả lời:"
NO_ANSWER_NOW = "Báo cáo «{state}»: bây giờ không có trả lời nào để ghi."
ASK_ANSWER_DAY = "{move}, ngày (Enter: {today}):"
ASK_ANSWER_BY = "Người trả lời (Enter nếu không rõ):"
ASK_ANSWER_NOTE = "Lời của phòng (Enter nếu không có):"
ASK_ANSWER_REASON = "Lý do (phải có):"
REASON_NEEDED = "«{move}» phải có lý do; Esc để thôi."
ASK_REMARK_PLACE = "Chỗ phải sửa thứ {number}, ví dụ mã 203 (Enter: hết):"
ASK_REMARK_TEXT = "{place}: sửa gì?"
NO_SUCH_PLACE = "Không hiểu «{text}». Gõ: biểu 4 · mã 203 · trẻ 12 · lớp 2 · nhân sự 3 · cơ sở."
WRONG_DAY_TYPED = "«{text}» không phải ngày, ví dụ 25/9/2019."
DAY_NOT_YET = "Ngày trả lời không thể ở sau hôm nay."

PLACE_AND_WORDS = "CHỖ[=LỜI]"
"""What stands for a value in the help of the command."""
