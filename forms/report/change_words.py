"""How a difference between two states of a report is called."""

TEXTS_ON_A_CELL = {"reasons": "lý do", "notes": "ghi chú"}
EXPLAINED, REVIEWED = "Giải trình cảnh báo", "Đã rà soát"
IS_THERE, ADDED, REMOVED = "có", "thêm mới", "đã bỏ"
