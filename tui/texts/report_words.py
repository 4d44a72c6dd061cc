"""The words about the report that is open: whose it is, why it cannot be edited."""

NO_NAME = "(chưa có tên)"
REVISION = "bản {revision}, {state}"
DRAFT = "bản nháp {revision}"
READ_ONLY = "Hồ sơ đang mở chỉ để xem nên không sửa được ở đây."

FROZEN = "Báo cáo {state}, không sửa được nữa; chỉ sửa được khi {receiver.name} từ chối hoặc mở khóa."

WELCOME_FOLDER = "Dữ liệu nằm ở: {folder}"
