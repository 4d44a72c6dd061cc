"""What stands in a package for the office instead of words that name a person, and what is said of such a package."""

LEFT_OUT = "(lời có tên người, không gửi kèm)"

FIGURES_ONLY = (
    "Gói số liệu (nhomtre/2) chỉ có số liệu để xem và cộng, không có hồ sơ nên không nhập, không khôi phục được. "
    "Không có gì thay đổi; dùng tệp sao lưu hoặc export json."
)
RECORDS_IN_IT = "gói số liệu không mang hồ sơ"
NOT_WITHHELD = "cần true: gói số liệu không mang hồ sơ"
NO_HASH = "cần dấu của hồ sơ, 64 chữ số hệ 16"
NO_SEAL = "gói số liệu cần dấu kiểm tra"
