"""How a difference between two states of a report is called."""

TEXTS_ON_A_CELL = {"reasons": "lý do", "notes": "ghi chú"}
EXPLAINED, REVIEWED = "Giải trình cảnh báo", "Đã rà soát"
IS_THERE, ADDED, REMOVED, CHANGED = "có", "thêm mới", "đã bỏ", "đã sửa"
ERASED = "đã xóa hẳn"
ACCOUNTS = {
    "state": "Trạng thái báo cáo",
    "sent": "Bản đã gửi",
    "answers": "Trả lời của {receiver.spoken}",
    "complaints": "Lỗi Hệ thống báo",
    "portal": "Việc trên Hệ thống",
    "doubts": "Giá trị cần xem lại",
    "erasures": "Xóa hẳn hồ sơ",
}
"""The parts that keep account of a report and are told where its history is."""

FORMER = "«{key}» (mục của bản cũ)"
"""A field, row or column that the form does not have any more."""
TYPED = "{value} (gõ tay)"
