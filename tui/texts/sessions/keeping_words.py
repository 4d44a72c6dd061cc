"""What is told of backups: where they are, what they would replace, what is kept."""

HELP_BACKUP = (
    "sao lưu hồ sơ ra USB hay thư mục khác: mỗi năm học một tệp, đọc lại và so sánh rồi mới báo xong"
)
HELP_BACKUP_FOLDER = "thư mục đã có, ví dụ của USB"

FILE_BACKUP = "sao-luu"
FILE_MOMENT = "{made:%Y-%m-%d-%H%M%S}"

NO_FOLDER = "Không sao lưu vào {folder} được: {why}. Chưa có gì được ghi."
BACKED_UP = (
    "Đã sao lưu năm học {year} vào {where} lúc {at:%H:%M ngày %d/%m/%Y}, đã kiểm tra đọc lại được"
    " (đến thay đổi số {seq})."
)
