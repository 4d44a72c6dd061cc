"""The words of the lists of issues."""

ISSUES_TITLE = "KIỂM TRA: {errors} LỖI, {warnings} CẢNH BÁO"
ISSUES_HELP = "Enter đến ô hoặc hồ sơ có lỗi; F9 đến lỗi kế tiếp."
ISSUE_PLACE = "{place}/{total}"

MISSING_TITLE = "CÒN THIẾU: {missing} MỤC TRỐNG, {wrong} CHỖ SAI"
MISSING_WORD = "TRỐNG"
NOTHING_MISSING = "Không còn thiếu gì."

AND_REMARKS = ", {count} Ý KIẾN CỦA PHÒNG"

NO_ISSUES = "Kiểm tra: không có lỗi, không có cảnh báo."
SEVERITY = {"error": "LỖI", "warning": "CẢNH BÁO", "remark": "PHÒNG"}
