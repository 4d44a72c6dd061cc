"""What is said of a report that cannot be edited; how places and nameless records are called."""

FROZEN = "Báo cáo {state}, không sửa được nữa; chỉ sửa được khi {receiver.name} từ chối hoặc mở khóa. Dữ liệu không bị thay đổi."
RECEIVER = "Nơi nhận"
"""Whoever receives the reports, in a year whose letter does not say it."""
TABLE = "Biểu {number}"
ROW = "mã {number} {label}"
NO_NAME, NTH = "chưa có tên", "dòng {number}"
OTHER_FORM = (
    "Hồ sơ năm học {year} ở đây lập theo biểu mẫu «{own}», tệp theo «{theirs}»: không thay cho nhau được."
    " Không có gì thay đổi."
)
OTHER_SENDING = (
    "Bản đã gửi số {number} ở đây và trong bản định khôi phục là hai lần gửi khác nhau. Không có gì thay đổi;"
    " hãy khôi phục vào một thư mục trống (--data) để xem."
)
SENT_SINCE = (
    "Bản định khôi phục có trước lần gửi bản {number}, mà báo cáo đang ở {receiver.spoken} nên không thay được. Không có gì"
    " thay đổi; hãy yêu cầu mở khóa trước."
)

PUT_ASIDE = "cất thay đổi lấy lại sau khi ngắt giữa chừng"
GOT_BACK = "lấy lại thay đổi đã cất (số {seq})"
"""Reasons in journals: what they mark is known by them, so that neither is ever worded otherwise."""
