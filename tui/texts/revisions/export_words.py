"""The words of an export under way."""

EXPORT_TITLE = {"pdf": "IN BIỂU RA PDF", "xlsx": "XUẤT BÁO CÁO EXCEL", "rosters": "XUẤT HỒ SƠ ĐỂ TẢI LÊN"}
EXPORT_STARTED = {
    "pdf": "Đang in năm biểu ra tệp PDF...",
    "xlsx": "Đang xuất năm biểu ra tệp Excel...",
    "rosters": "Đang xuất hồ sơ lớp, trẻ, nhân sự ra tệp Excel...",
}
EXPORT_RUNNING = "Esc để dừng; dừng giữa chừng thì không có tệp nào được ghi."
EXPORT_OVER = "Enter hoặc Esc để quay lại."
EXPORT_STOPPED = "Đã dừng. Không có tệp nào được ghi."
EXPORT_FAILED = "Không xuất được tệp. Dữ liệu đã lưu vẫn nguyên."

EXPORTED = "Đã xuất xong:"
