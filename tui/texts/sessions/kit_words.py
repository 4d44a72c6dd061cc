"""What is said about the kit for machines without a network."""

HELP_KIT = "làm bộ cài đặt cho USB: cài được trên máy không có mạng, mọi hệ điều hành; máy này phải có mạng"
HELP_ONLY_HERE = "chỉ cho loại máy và bản Python đang chạy"
WINDOWS_64, WINDOWS_32 = "Windows 64-bit", "Windows 32-bit"
LINUX_64, LINUX_ARM = "Linux x86_64", "Linux ARM 64-bit (aarch64)"
MACHINE = "{machine}, Python {version}"
FETCHED = "Có đủ cho {where}."
NOT_FETCHED = "Không tải đủ cho {where}: kiểm tra mạng, chỗ trống ở đó (cả bộ cần 200 MB) rồi chạy lại; phần đã tải được giữ lại."
NOTHING_FETCHED = (
    "Không tải được gì vào {folder}: kiểm tra mạng, chỗ trống ở đó (cả bộ cần 200 MB) rồi chạy lại."
)
NOT_INSTALLED = "Phần mềm đang chạy thẳng từ mã nguồn, chưa được cài: hãy cài bằng lệnh trong README rồi làm bộ cài đặt. Chưa có gì được ghi."
NO_PIP = "Bản Python này không có pip nên không tải được các gói: hãy chạy từ bản cài bằng lệnh trong README. Chưa có gì được ghi."
NOT_WRITTEN = "Không ghi được bộ cài đặt vào {folder}: {why}."
DONE = "Bộ cài đặt ở {folder}, cho {count} loại máy và bản Python. Chép cả thư mục vào USB; trên máy kia chạy cai-dat.cmd (Windows) hoặc sh cai-dat.sh (Linux)."
GUIDE = """NHOMTRE {version} - BỘ CÀI ĐẶT KHÔNG CẦN MẠNG

Cần có sẵn trên máy: Python {pythons} (lấy ở python.org; chép sẵn tệp cài vào USB này thì tiện).

Windows: mở thư mục này, bấm đúp vào cai-dat.cmd.
Linux:   mở cửa sổ dòng lệnh trong thư mục này, gõ:  sh cai-dat.sh

Cài xong, màn hình cho biết lệnh để mở phần mềm. Cài lại bằng bộ mới hơn là nâng cấp: hồ sơ đã nhập giữ nguyên, vì
nằm ở thư mục khác.

Để phần mềm và hồ sơ ngay trên USB, không cài vào máy:  sh cai-dat.sh --usb   hoặc   cai-dat.cmd --usb
Sau đó mở bằng chay.sh hoặc chay.cmd ở USB. Rút USB là mang theo hồ sơ: giữ USB cẩn thận, có bản sao lưu ở nơi khác.

Tập với dữ liệu bịa: thêm --demo vào lệnh mở phần mềm.

Dùng được cho:
{machines}
Máy Linux 32-bit (i686) và ARM 32-bit không dùng được bộ này: không có gói dựng sẵn cho các máy ấy.
"""
