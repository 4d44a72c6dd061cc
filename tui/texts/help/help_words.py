"""The words of help and of the menu."""

MENU_TITLE = "MENU"
MENU_HELP = "Gõ số hoặc dùng mũi tên rồi Enter; Esc để quay lại."
HELP_TITLE = "TRỢ GIÚP"
HELP_HELP_LINE = "Mũi tên, PgUp, PgDn: đọc; End: người liên hệ; F7: in bảng phím; Esc: về."
FILE_KEYS = "bang-phim"
CHOSEN_IN_MENU = "{menu}, rồi chọn số:"
IN_MENU = "  {what}"
KEY_SHEET_KEPT = "Đã ghi bảng phím để in: tệp {file} trong {where}."
HELP_HERE = "CHỖ ĐANG ĐỨNG"
WHY = "Vì sao: {why} Nguồn: {source}"
HELP_KEYS = "CÁC PHÍM Ở TRANG NÀY"
HELP_SIGNS = "CÁC DẤU"
ISSUE_SIGNS = {"!": "có lỗi, phải sửa trước khi gửi", "?": "có cảnh báo, nên xem lại"}
TAKEN_SIGNS = {
    "*": "gõ đè lên số lấy từ hồ sơ; Delete để trả lại",
    "~": "hồ sơ đã đổi, F5 để lấy lại dữ liệu",
}
LETTER_SIGNS = {"*": "sửa khác công văn; Delete để trả lại"}
ROW_SIGNS = {"x": "dòng đã đánh dấu"}
HELP_CONTACT = "GẶP VƯỚNG MẮC"
