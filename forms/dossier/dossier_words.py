"""What is said of a report that cannot be edited; how places and nameless records are called."""

FROZEN = "Báo cáo {state}, không sửa được nữa; chỉ sửa được khi Phòng từ chối hoặc mở khóa. Dữ liệu không bị thay đổi."
TABLE = "Biểu {number}"
ROW = "mã {number} {label}"
NO_NAME, NTH = "chưa có tên", "dòng {number}"
