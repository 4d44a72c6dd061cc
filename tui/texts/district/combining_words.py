"""Every word about adding up what many facilities sent."""

HELP_COMBINE = (
    "cộng số liệu của nhiều cơ sở: gói dữ liệu (.json) và báo cáo Excel (.xlsx), mỗi cơ sở lấy bản mới nhất"
)
HELP_COMBINE_PATHS = "thư mục hoặc tệp; thư mục được mở cả các thư mục con. Tệp danh-sach.txt (mỗi dòng: mã trường, tên cơ sở) là danh sách phải gửi"
HELP_COMBINE_OUTPUT = "ghi bản tổng hợp vào tệp này: .xlsx hoặc .pdf"
HELP_PROGRESS_LIST = "ghi danh sách ai đã gửi, ai chưa gửi vào tệp Excel này (.xlsx)"
WRONG_SUM_FILE = "«{text}»: tên tệp phải kết thúc bằng .xlsx hoặc .pdf"
WRONG_LIST_FILE = "«{text}»: tên tệp phải kết thúc bằng .xlsx"

COMBINING = "Đang đọc: {done}/{total}"
COMBINED = "Năm học {year}: cộng {taken} cơ sở, {turned} tệp không cộng."
COMBINED_NOTHING = "Không có báo cáo nào để cộng; {turned} tệp không cộng."
COMBINED_HEAD = ("Mã trường", "Bản", "Trạng thái", "Lỗi", "C.báo", "Thiếu", "Mã", "Tên cơ sở")
COMBINED_CODES = {True: "đúng", False: "SAI", None: "-"}
NO_STATE = "-"
REFUSED_HEAD = "KHÔNG CỘNG:"
REFUSED_LINE = "  {file}: {reason}"
NOT_ARRIVED_HEAD = "CHƯA GỬI:"
NOT_ARRIVED_LINE = "  {code} {name}"
SUM_HEAD = "CƠ SỞ ĐƯỢC CỘNG:"
SUM_ISSUES = "Kiểm tra số cộng: {count} chỗ sai."
SUM_ISSUE = "  {rule}: {message}"
SUM_MORE_ISSUES = "  ... và {count} chỗ nữa"
NOT_ARRIVED = "chưa gửi"
NO_SUM = "Chưa có báo cáo nào để cộng. Không ghi bản tổng hợp."
FILE_SUM, FILE_PROGRESS = "tong-hop", "tien-do"
