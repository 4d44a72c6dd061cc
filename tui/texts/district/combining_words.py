"""Every word about adding up what many facilities sent."""

HELP_COMBINE_PATHS = "thư mục (đọc cả các thư mục con) hoặc tệp; tệp danh-sach.txt (mỗi dòng: mã trường, tên cơ sở) là danh sách các cơ sở phải gửi"
HELP_COMBINE_OUTPUT = "ghi bản tổng hợp vào tệp này: .xlsx hoặc .pdf"
HELP_PROGRESS_LIST = "ghi danh sách ai đã gửi, ai chưa gửi vào tệp Excel này (.xlsx)"

COMBINING = "Đang đọc: {done}/{total}"
COMBINED = "Năm học {year}: đã cộng {taken} cơ sở; {turned} tệp không cộng."
COMBINED_NOTHING = "Không có báo cáo nào để cộng; {turned} tệp không cộng."
COMBINED_HEAD = ("Mã trường", "Bản", "Trạng thái", "Lỗi", "C.báo", "Thiếu", "Mã", "Tên cơ sở")
COMBINED_CODES = {True: "đúng", False: "SAI", None: "-"}
NO_STATE = "-"
REFUSED_HEAD = "KHÔNG CỘNG:"
REFUSED_LINE = "  {file}: {reason}"
NOT_ARRIVED_HEAD = "CHƯA GỬI:"
NOT_ARRIVED_LINE = "  {code} {name}"
SUM_HEAD = "CƠ SỞ ĐƯỢC CỘNG:"
REMARK_LINE = "      {remark}"
SUM_ISSUES = "Kiểm tra số tổng hợp: {count} lỗi."
SUM_ISSUE = "  {message}"
SUM_MORE_ISSUES = "  ... và {count} lỗi nữa"
NOT_ARRIVED = "chưa gửi"
NO_SUM = "Chưa có báo cáo nào để cộng. Không ghi bản tổng hợp."
FILE_SUM, FILE_PROGRESS = "tong-hop", "tien-do"
