"""Why the system refused a file or a folder: one short clause per error, the same wherever it is met."""

from __future__ import annotations

import errno

NOT_FOUND = "không tìm thấy tệp hoặc thư mục này"
NO_PERMISSION = "không có quyền truy cập"
AT = "{why} ở «{name}»"
HELD_ELSEWHERE = "tệp đang mở trong chương trình khác; hãy đóng tệp đó (ví dụ trong Excel) rồi làm lại"
IMPOSSIBLE_NAME = "tên tệp có ký tự không dùng được"
NOT_REGULAR = "không phải một tệp thường"
OUTSIDE = (
    "Ở đây chỉ dùng được tệp trong thư mục của cơ sở này. Không có gì thay đổi;"
    " hãy gửi tệp vào thư mục {arrivals} rồi gõ tên tệp."
)
OTHER = "máy báo lỗi {code}"
UNKNOWN = "không rõ"

DAMAGED_NOTE = (
    "Tệp {name}, ghi một việc đang làm dở, bị hỏng nên không mở hồ sơ này. Không có gì bị thay đổi:"
    " hãy giữ nguyên thư mục {folder} và khôi phục từ bản sao lưu."
)
NOT_AS_NOTED = (
    "Việc ghi trong tệp {note} chưa làm xong, mà tệp mới của {name} không còn đúng như lúc ghi nên không mở hồ sơ này."
    " Không có gì bị thay đổi: hãy giữ nguyên thư mục {folder} và khôi phục từ bản sao lưu."
)

BY_NUMBER = {
    errno.ENOENT: NOT_FOUND,
    errno.EACCES: NO_PERMISSION,
    errno.EPERM: NO_PERMISSION,
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.EFBIG: "tệp quá lớn so với mức máy cho phép",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EIO: "ổ đĩa báo lỗi đọc, ghi",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.EISDIR: "đây là một thư mục, không phải tệp",
    errno.EEXIST: "đã có một tệp cùng tên",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EMFILE: "đang mở quá nhiều tệp",
    errno.EBUSY: "nơi khác đang dùng",
    errno.ELOOP: "lối tắt đi vòng, không dẫn tới tệp nào",
}
