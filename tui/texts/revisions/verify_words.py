"""The words of verifying a code or a file."""

HELP_VERIFY_WHAT = "mã kiểm tra số liệu, hoặc tệp cần kiểm tra"

VERIFY_PROVES = "Kết quả chỉ nói các bản có khớp nhau hay không, không chứng minh ai đã lập."
VERIFY_HEADS = {True: "Khớp", False: "KHÔNG KHỚP", None: ""}
VERIFY_AGREES = "Các bản khớp nhau."
VERIFY_DIFFERS = "Có chỗ không khớp, hoặc không có gì để đối chiếu."

# a backup, or a generation that the program kept
STATE_WHOLE = "{title} của {name}, năm học {year}, còn nguyên: đọc lại được đến thay đổi số {seq}"
OTHER_KIND = "bản này và hồ sơ ở đây không cùng loại: một bên là bản tập huấn (dữ liệu bịa)"
OTHER_FACILITY = "bản này của cơ sở mã {there}, hồ sơ ở đây của cơ sở mã {here}"
NAMELESS = "cơ sở chưa có tên"
NO_CODE = "(chưa có)"
NOTHING_HERE = "thư mục dữ liệu này không có hồ sơ năm học {year} mở được để đối chiếu"
STANDS_SAME = "bản này dừng đúng ở thay đổi mới nhất của hồ sơ ở đây, số {here}"
STANDS_OLDER = "lịch sử ở đây đi qua thay đổi số {there}, nơi bản này dừng; hồ sơ đã đến số {here}"
STANDS_BEFORE_ERASURE = "bản này làm trước khi xóa, dừng ở thay đổi số {there}: sau đó có hồ sơ bị xóa hẳn khỏi lịch sử ở đây, trong bản này vẫn còn"
STANDS_NEWER = (
    "bản này mới hơn và nối tiếp đúng lịch sử ở đây: đến thay đổi số {there}, hồ sơ mới đến số {here}"
)
STANDS_AFTER_ERASURE = (
    "bản này mới hơn, làm sau khi xóa hẳn một hồ sơ ở máy khác: đến thay đổi số {there}, hồ sơ ở đây mới đến số {here} và vẫn"
    " còn hồ sơ ấy; hãy xóa hẳn cả ở đây"
)
STANDS_APART = (
    "lịch sử ở đây không đi qua thay đổi số {there} của bản này: sửa ở hai nơi, hoặc có tệp bị thay hay cắt"
)
STANDS_UNKNOWN = "lịch sử ở đây có chỗ hỏng nên không đối chiếu được với thay đổi số {there} của bản này"
