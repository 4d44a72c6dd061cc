"""The words about files: one that was named and cannot be read, the names of those that are made."""

FILE_UNREADABLE = "Không đọc được tệp «{path}»: {why}. Hồ sơ đã lưu không bị ảnh hưởng."
OWN_FILE = "Không ghi vào «{path}»: đó là chỗ giữ hồ sơ hoặc bản đã gửi. Không có gì thay đổi; hãy chọn tên tệp ở thư mục khác."
CHOOSE_FILE, OTHER_FILE = "TỆP NÀO?", "Tệp khác: gõ tên tệp"
FILE_NOT_WRITTEN = "Không ghi được tệp «{path}»: {why}. Không có gì thay đổi."

FILE_REVISION = "ban-{revision}"
FILE_DRAFT = "nhap-{made:%Y%m%d-%H%M}"
NO_FILE_NAMED = "Chưa gõ tên tệp nên không có gì được mở."
