"""The words of signing off and sending."""

HELP_SEND_BY = "họ tên người xác nhận gửi"
HELP_SEND_EXPLAIN = "giải trình cảnh báo của quy tắc này; dùng được nhiều lần"

SEND_WRONG_STATE = "Báo cáo đang ở trạng thái «{state}» nên không gửi được. Không có gì thay đổi."
SEND_BLOCKED = (
    "Chưa gửi được: còn thiếu {missing} mục bắt buộc, sai {wrong} chỗ. Báo cáo chưa gửi; hồ sơ còn nguyên."
)
SEND_NO_NAME = "Cần họ tên người xác nhận. Báo cáo chưa gửi."
SEND_TOO_LONG = "Họ tên hoặc lời giải trình dài quá {most} ký tự. Báo cáo chưa gửi."
NO_SUCH_WARNING = "Không có cảnh báo {rule} để giải trình. Báo cáo chưa gửi."
WRONG_EXPLAIN = "«{text}»: cần dạng QUY_TẮC=LỜI, ví dụ W02=Đã báo phòng."
SENT_DONE = "Đã gửi bản {number}, mã kiểm tra {code}."
SENT_FOLDER = "Tệp của bản này ở {folder}"
SENT_NEXT = "Ký tên, đóng dấu bản trích xuất trên Hệ thống và nộp về phòng; gửi kèm gói dữ liệu (.json) nếu phòng nhận bằng tệp."
NOTHING_CHANGED = "Không có gì thay đổi so với bản {number} đã gửi."
CLOCK_BACK = (
    "Đồng hồ máy đang chỉ trước lần gửi bản {number} ({at}); hãy xem lại ngày giờ. Thứ tự theo số bản."
)
UNEXPLAINED = "Còn {count} cảnh báo chưa giải trình."

SIGN_OFF_TITLE = "GỬI BÁO CÁO · BẢN {number}"
SIGN_OFF_WARNING, SIGN_OFF_WORDS = "Cảnh báo", "Giải trình (gõ vào đây; không bắt buộc)"
SIGN_OFF_HELP = "Giải trình từng cảnh báo nếu cần, rồi F5 để gửi. Gửi rồi thì không sửa."
SIGN_OFF_READY = "Không còn lỗi, không còn cảnh báo. F5 để gửi bản {number}."
ASK_SENDER = "Gõ họ tên để xác nhận gửi bản {number} (Esc: thôi):"
ASK_SENDER_SAME = "KHÔNG CÓ GÌ THAY ĐỔI. Vẫn gửi thì gõ họ tên:"
REMARKS_STILL_OPEN = "Còn {count} ý kiến của phòng chưa đánh dấu đã sửa; vẫn gửi được."
SEND_STARTED = "Đang lập bản {number}: PDF, Excel, gói dữ liệu..."
SEND_WAIT = "Đang lập tệp; Esc để thôi, báo cáo chưa gửi."
SEND_STOPPED = "Đã thôi. Báo cáo chưa gửi."
SEND_CHANGED = "Hồ sơ đã đổi trong lúc lập tệp. Báo cáo chưa gửi; hãy gửi lại."
SENT_NOW = "Đã gửi bản {number}, mã kiểm tra {code}. Tệp ở {folder}."

FULL_NAME, RULE_AND_WORDS = "HỌ TÊN", "QUY_TẮC=LỜI"
"""What stands for a value in the help of the command."""
WARNING_NUMBER = "cảnh báo {number}"
