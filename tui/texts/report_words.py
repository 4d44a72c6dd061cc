"""The words about the report that is open: whose it is, why it cannot be edited."""

NO_NAME = "(chưa có tên)"
REVISION = "bản {revision}, {state}"
READ_ONLY = "Hồ sơ đang mở chỉ để xem nên không sửa được ở đây."

FROZEN = "Báo cáo «{state}» nên không sửa được; chỉ sửa khi bị từ chối hoặc được mở khóa."

WELCOME_FOLDER = "Dữ liệu nằm ở: {folder}"
