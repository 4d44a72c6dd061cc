"""The words of the lists of issues."""

ISSUES_TITLE = "KIỂM TRA: {errors} LỖI, {warnings} CẢNH BÁO"
ISSUES_HELP = "Enter đến ô hoặc hồ sơ có lỗi; F9 đến lỗi kế tiếp."
ISSUES_ASKING = "Enter đến chỗ ấy; phím cách: đưa vào lời từ chối, bấm lần nữa là bỏ ra."
ASKED = "Lời từ chối có {count} chỗ phải sửa; sửa lời: Esc, rồi bước «Duyệt, Từ chối»."
NOT_ASKED = "Đã bỏ chỗ này khỏi lời từ chối."
CHOOSE_REMARKED = "NÊU Ý KIẾN VỀ"
ASK_REMARK = "Ý kiến ở {where} (để trống là bỏ):"
NOT_ASKABLE = "Chỗ này không có trong báo cáo gửi đến: ghi vào lời chung của câu trả lời."
ISSUE_PLACE = {
    "error": "lỗi {place}/{total}",
    "warning": "cảnh báo {place}/{total}",
    "remark": "ý kiến {place}/{total}",
    "complaint": "lỗi Hệ thống báo {place}/{total}",
}
RECORD_GONE = "{which}: hồ sơ ấy không còn."
WAITING = "Enter: sửa ở đây · Esc: quay lại"
NOT_TAKEN = "Phím vừa gõ không được ghi"
NOTHING_LEFT = "Không còn lỗi, không còn cảnh báo."

MISSING_TITLE = "CÒN {errors}"
NO_ERRORS = "KHÔNG CÒN LỖI"
ERRORS_LEFT = "{errors} lỗi"
MISSING_LEFT = "thiếu {missing} mục"
SOME_MISSING = "{errors} lỗi (thiếu {missing} mục)"
"""What blocks sending: what is missing is a part of the errors; where nothing else is wrong it is told alone."""
MISSING_WORD = "THIẾU"
NOTHING_MISSING = "Không còn thiếu gì."

AND_REMARKS, AND_COMPLAINTS = ", {count} Ý KIẾN PHẢI SỬA", ", {count} LỖI HỆ THỐNG BÁO"

NO_ISSUES = "Kiểm tra: không có lỗi, không có cảnh báo."
READ_ON = "{key}: xem tiếp (phần {part} trong {total})"
NOT_ENTERED = "chưa nhập (bắt buộc)."
OFFERED = "Sửa ngay: {offers}"
OFFER = "{what} ({key})"
AT_A_PLACE = "{where}: {what}"
BESIDE = "Hồ sơ này còn {what}."
AND_BESIDE = "Hồ sơ này còn {what} khác."
COUNTS = {
    "error": "{count} lỗi",
    "warning": "{count} cảnh báo",
    "remark": "{count} ý kiến phải sửa",
    "complaint": "{count} lỗi Hệ thống báo",
}
SEVERITY = {"error": "LỖI", "warning": "CẢNH BÁO", "remark": "Ý KIẾN", "complaint": "HỆ THỐNG"}
