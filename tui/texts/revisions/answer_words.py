"""The words of taking the office's answer in."""

HELP_ANSWER_WHAT = (
    "approve: Duyệt; reject: Từ chối; lock: Khóa; unlock: Mở khóa; request-unlock: Gửi yêu cầu mở khóa; "
    "hoặc tệp trả lời của nơi nhận"
)
HELP_ANSWER_NOTE = "lời của nơi nhận, hoặc lý do yêu cầu mở khóa"
HELP_ANSWER_BY = "họ tên người trả lời"
HELP_ANSWER_AT = (
    "chỗ phải sửa, dạng BIỂU, BIỂU.MÃ-SỐ, BIỂU.MÃ-SỐ:CỘT, hoặc children/c0003, facility/phone; thêm «=LỜI» để ghi lời riêng cho "
    "chỗ đó; ghi được nhiều lần"
)

HELP_ANSWER_CORRECT = "sửa câu trả lời đã ghi gần nhất (trước lần gửi sau)"

ANSWER_REFUSED = "Không nhận tệp trả lời: {why}. Không có gì thay đổi."
ANSWERED = "Đã ghi «{move}». Báo cáo: {state}."

CHOOSE_ANSWER = "TRẢ LỜI CỦA {receiver.capitals}"
READ_ANSWER_FILE = "Đọc tệp trả lời của {receiver.spoken} (.json)"
ASK_ANSWER_FILE = "Tệp trả lời:"
NO_ANSWER_NOW = "Báo cáo «{state}»: bây giờ không có trả lời nào để ghi."
CORRECTED = "Đã sửa câu trả lời đã ghi thành «{move}». Báo cáo: {state}."
NOTHING_TO_CORRECT = "Chưa có câu trả lời nào của bản gửi gần nhất để sửa."
FORM_TITLE = "TRẢ LỜI CHO BẢN {revision}"
FORM_TITLE_AGAIN = "SỬA TRẢ LỜI CHO BẢN {revision}"
FORM_LABELS = {
    "move": "Trả lời",
    "day": "Ngày",
    "by": "Người trả lời",
    "note": "Lời ghi",
    "place": "Chỗ phải sửa {number}",
    "words": "  phải sửa gì",
    "more": "",
    "keep": "",
}
FORM_MORE = "+ Thêm chỗ phải sửa"
FORM_KEEP = "Ghi câu trả lời: {move}"
FORM_HELP = {
    "move": "Enter để chọn câu trả lời khác.",
    "day": "Ngày trả lời; không gõ năm thì là ngày gần nhất đã qua, ví dụ 25/9.",
    "by": "Họ tên người trả lời, để trống nếu không rõ.",
    "note": "Lời của {receiver.spoken}, hoặc lý do; từ chối và yêu cầu mở khóa phải có lời ghi.",
    "place": "Enter để chọn chỗ khác trong danh sách; Delete để bỏ chỗ này.",
    "words": "Phải sửa gì ở chỗ này; để trống thì lấy lời ghi chung ở trên.",
    "more": "Enter để chọn trong danh sách, hoặc gõ: biểu 4 · mã 12 · trẻ 12 · lớp 2 · nhân sự 3 · cơ sở.",
    "keep": "Enter để ghi câu trả lời; trước đó chưa có gì được ghi. Đến lần gửi sau vẫn sửa được.",
}
CHOOSE_PLACE = "CHỖ PHẢI SỬA"
PLACE_DROPPED = "Đã bỏ chỗ phải sửa này."
ASK_DROP_ANSWER = "Bỏ câu trả lời đang ghi? Gõ c rồi Enter để bỏ, Esc để ghi tiếp:"
CHANGED_SINCE = (
    "Báo cáo đã được sửa sau câu trả lời này nên không đổi thành «{move}» được. Không có gì thay đổi;"
    " hãy gửi bản mới."
)
REASON_NEEDED = "«{move}» phải có lý do."
NO_SUCH_PLACE = "Không hiểu «{text}». Gõ: biểu 4 · mã 12 · trẻ 12 · lớp 2 · nhân sự 3 · cơ sở."
WRONG_DAY_TYPED = "«{text}» không phải ngày, ví dụ 25/9/2019."
DAY_NOT_YET = "Ngày trả lời không thể ở sau hôm nay."
DAY_BEFORE_SENDING = "Ngày {day} ở trước ngày gửi bản {revision} ({sent}) → gõ lại, ghi cả năm nếu cần."

PLACE_AND_WORDS = "CHỖ[=LỜI]"
"""What stands for a value in the help of the command."""
