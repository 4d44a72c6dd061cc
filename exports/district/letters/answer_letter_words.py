"""The words of the letter that goes with an answer."""

SUBJECT = "V/v trả lời {report} {year}"
RECEIVER = "Kính gửi: {name}{code}"
CODE = " (mã trường {})"
RECEIVED = "{office} đã nhận {report} {year} (biểu {form}) của cơ sở{known}."
REVISION, SENT_ON, CHECK_CODE = ", bản {}", ", gửi ngày {}", ", mã kiểm tra {}"
DECIDED = {
    "approve": "Qua rà soát, {receiver} duyệt báo cáo này.",
    "reject": "Qua rà soát, {receiver} chưa duyệt báo cáo này và gửi lại để cơ sở sửa.",
}
"""Move → what the office has decided."""
NOTE = "Ý kiến: {note}"
POINTS = "Đề nghị cơ sở xem lại {count} chỗ sau:"
POINT = "{where}: {text}"
NEXT = {
    "approve": "Đề nghị cơ sở lưu báo cáo cùng tệp trả lời kèm theo. Khi số liệu thay đổi, đề nghị báo lại để {receiver} mở khóa.",
    "reject": "Sửa xong, đề nghị cơ sở kiểm tra rồi gửi bản mới{until}.",
}
"""Move → what the facility does next."""
UNTIL = ", chậm nhất ngày {day}"
OPEN_FILE = "Trong phần mềm, chọn «Ghi trả lời» rồi mở tệp gửi kèm {file}{shown}."
SHOWN_THERE = ": ý kiến hiện ngay ở chỗ cần xem lại"
CONTACT = "Khi cần hỏi, liên hệ {name}, điện thoại {phone}."
SIGNER = "Thủ trưởng đơn vị"
WRITER = "Người trả lời: {name}"
