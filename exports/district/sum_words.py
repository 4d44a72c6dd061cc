"""The words of what the office makes: the sum as a document, and the list of who has sent."""

HEAD_TITLE = "THỦ TRƯỞNG ĐƠN VỊ"
NAME_LABEL = "Đơn vị báo cáo"
SUM_EDITION = "Tổng hợp {count} cơ sở"
SUM_EDITION_OF_APPROVED = "Tổng hợp {count} cơ sở đã duyệt"
SUM_CODE_WORD = "Mã tổng hợp"

INCLUDED_HEADINGS = ("TT", "Mã cơ sở", "Tên cơ sở", "Bản", "Trạng thái", "Mã kiểm tra")
NONE_INCLUDED = "Chưa cộng cơ sở nào."
LEFT_OUT_HEADINGS = ("TT", "Mã cơ sở hoặc tệp", "Tên cơ sở", "Lý do")
NONE_LEFT_OUT = "Không có cơ sở, tệp nào chưa cộng."

PROGRESS = "TIẾN ĐỘ GỬI BÁO CÁO"
PROGRESS_ON = "TIẾN ĐỘ GỬI BÁO CÁO · {day}"
PROGRESS_IN_YEAR = "TIẾN ĐỘ GỬI BÁO CÁO · năm học {year} · {day}"
PROGRESS_SHEET = "Tiến độ"
NOT_ARRIVED, ADDED, NOT_ADDED = "chưa gửi", "đã cộng", "không cộng: {reason}"
CODE_RIGHT, CODE_WRONG, CODE_UNKNOWN = "đúng", "sai", "không rõ"
NOT_APPROVED = "{state}: chỉ cộng báo cáo đã duyệt"
STATE_UNTOLD = "không ghi trạng thái"
PROGRESS_HEADINGS = {
    "name": "Tên cơ sở",
    "code": "Mã trường",
    "revision": "Bản",
    "state": "Trạng thái",
    "sent_on": "Gửi ngày",
    "errors": "Lỗi",
    "warnings": "Cảnh báo",
    "missing": "Còn thiếu",
    "check_code": "Mã kiểm tra",
    "result": "Kết quả",
    "request": "Nhắn cơ sở",
    "file": "Tệp",
}
"""Field of a line → heading, in the order of the columns."""

FOLDER_GONE = (
    "Không còn đọc được thư mục (đã rút USB, hay mất mạng?). Những báo cáo đã đọc vẫn còn ở đây; "
    "khi có lại thư mục, các tệp mới sẽ được đọc tiếp."
)
