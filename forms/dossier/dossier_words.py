"""What is said of a report that cannot be edited; how places and nameless records are called."""

FROZEN = (
    "Báo cáo đang ở trạng thái «{state}» nên không sửa được;"
    " chỉ sửa khi bị từ chối hoặc được mở khóa. Dữ liệu không bị thay đổi."
)
TABLE = "Biểu {number}"
ROW = "mã {number} {label}"
NO_NAME, NTH = "chưa có tên", "thứ {number}"
