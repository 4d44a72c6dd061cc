"""Why an answer of the office is not taken, and what is wrong with a file that is no answer."""

OTHER_STATE = (
    "«{move}» chỉ dùng khi báo cáo ở trạng thái {wanted}; bây giờ là «{state}». Không có gì thay đổi."
)
STATE = "«{state}»"
OTHER_REVISION = "Trả lời này là cho bản {revision}; bản gửi gần nhất là bản {last}. Không có gì thay đổi."
NOT_THE_LAST = "Chỉ sửa được câu trả lời cuối cùng của bản gửi gần nhất. Không có gì thay đổi."
NO_REASON = "«{move}» cần lời ghi (lý do). Không có gì thay đổi."
NO_RECORDS = "Trả lời chỉ đến hồ sơ không có ở đây: {places}. Không có gì thay đổi."
NO_SUCH_PLACE = "Không có chỗ «{place}» trong báo cáo. Không có gì thay đổi."
OTHER_FACILITY = "Tệp trả lời là cho cơ sở có mã «{theirs}», hồ sơ này là «{own}». Không có gì thay đổi."
OTHER_SCHOOL_YEAR = "Tệp trả lời là cho năm học «{theirs}», hồ sơ này là «{own}». Không có gì thay đổi."
OTHER_FORM = (
    "Tệp trả lời là cho báo cáo theo biểu mẫu «{theirs}», hồ sơ này theo «{own}». Không có gì thay đổi."
)
OTHER_FIGURES = (
    "Tệp trả lời ghi mã kiểm tra {theirs}, bản {number} đã gửi có mã {own}: {receiver.spoken} đã xem số liệu khác."
    " Không có gì thay đổi."
)

TOO_BIG = "tệp quá lớn (tối đa {most} MB)"
NOT_JSON = "không phải tệp trả lời đọc được"
NO_ANSWER_FILE = "không phải tệp trả lời của nhomtre"
UNKNOWN_PART = "mục không có trong tệp trả lời"
NO_MOVE = "không có trả lời này"
CHANGED = "tệp đã bị sửa sau khi lập; hãy xin lại tệp"
NO_REMARKS = "cần một danh sách, tối đa {most} mục"
NO_PLACE = "không có chỗ «{place}» trong báo cáo"
