"""What is told of a draft file: whole sentences, each with what is safe. ``{why}`` is a clause of ``system_words``."""

NOT_READ = "Không đọc được phần đang gõ dở trong tệp {name}: {why}. Mọi thay đổi đã báo «Đã lưu» vẫn còn."
DAMAGED = (
    "Tệp {name} không phải phần gõ dở của chương trình hoặc đã hỏng; được giữ lại ở backups/{copy}."
    " Mọi thay đổi đã báo «Đã lưu» vẫn còn."
)
DROPPED_NOT_READ = "Không đọc được các phần gõ dở đã bỏ: {why}. Mọi thay đổi đã báo «Đã lưu» vẫn còn."
NOT_KEPT = "Chưa giữ được phần đang gõ dở: {why}. Mọi thay đổi đã báo «Đã lưu» vẫn còn."
