"""What is kept of people, where, why and for how long; what to do when a stick is lost. Whole sentences, under their headings."""

TITLE = "DỮ LIỆU CÁ NHÂN"
PAGE_HELP = "F7 in thông báo cho phụ huynh. Xuất hoặc xóa hẳn dữ liệu một {pupil}: F10 ở {pupil} đó."
PAGE_HELP_OF_NOBODY = "Báo cáo này không giữ hồ sơ của ai. Esc để về."
PAGE_HINT = "Trang này chỉ để đọc: F7 in thông báo cho phụ huynh, Esc để về."

KEPT = "Giữ những gì"
KEPT_OF = "{count} {noun}: {about}"
KEPT_ITEMS = ("lịch sử: ai sửa gì, lúc nào; đã xuất, chép đi tệp nào",)
WHERE = "Ở đâu"
WHERE_ITEMS = (
    "{folder}: chỉ tài khoản này của máy mở được; tệp không mã hóa, nên hãy bật mã hóa ổ đĩa của máy",
    "các tệp đã xuất, bản sao lưu ở nơi đã chép đến: xem trong Lịch sử",
    "chương trình không gửi gì lên mạng",
)
WHY = "Vì sao"
WHY_ITEMS = (
    "lập {report} (biểu {form}), cập nhật hồ sơ trên Hệ thống CSDL ngành",
    "mục nào hai việc ấy không cần thì để trống",
)
HOW_LONG = "Bao lâu"
HOW_LONG_ITEMS = (
    "hồ sơ và lịch sử của một năm học: đến khi cơ sở tự xóa",
    "bản tự lưu: {newest} bản mới nhất, và mỗi ngày một bản trong {days} ngày",
    "số liệu và mã kiểm tra của bản đã gửi: giữ lâu dài, không có tên {pupil}; tệp của bản đã gửi: đến khi xóa"
    " hẳn một {pupil} có trong tệp",
    "một {pupil}: đến khi xóa hẳn; hồ sơ mà bản đang ở {receiver.spoken} còn cần thì giữ đến đầu năm học sau",
    "phần gõ dở đã bỏ: {dropped} ngày",
)
LOST = "Mất USB, mất máy"
LOST_ITEMS = (
    "xem Lịch sử (dòng «Chép đi», «Xuất») để biết tệp nào, của năm học nào; bản sao lưu, danh sách và gói dữ liệu"
    " có hồ sơ mọi {pupil}, gói cho {receiver.spoken} chỉ có số liệu",
    "báo ngay người phụ trách, phụ huynh của các {pupil} ấy và {receiver.spoken}; báo cơ quan công an chuyên trách chậm nhất"
    " 72 giờ từ khi phát hiện (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 23)",
    "ghi lại: mất lúc nào, ở đâu, đã báo ai; sao lưu lại ra USB khác; nên đặt mật khẩu cho USB (mã hóa ổ đĩa)",
    "mất máy: khôi phục từ bản sao lưu trên máy khác; bản đã nộp {receiver.spoken} vẫn còn nguyên",
)
HEADING = "{text}:"
