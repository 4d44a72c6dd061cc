"""Two sessions on one dossier, in words: who writes, who asks, who gives way; and a dossier that went away."""

HELD_HERE = "{who} Ở đây chỉ xem; F10, Enter: xin sửa."
ASKED = (
    "{user} ở máy {host} xin sửa hồ sơ này. F10, Enter: trả lời «Tôi còn làm»;"
    " không thì sau {seconds} giây ở đây lưu lại rồi nhường."
)
ASKED_BESIDE_A_QUESTION = "{user} xin sửa hồ sơ này. Xong câu hỏi (Esc: thôi) rồi F10, Enter: tôi còn làm; sau {seconds} giây thì nhường."
STAYS = "Đã trả lời «Tôi còn làm»: hồ sơ vẫn sửa ở đây."
NOBODY_ASKS = "Không còn ai xin sửa hồ sơ này."
GAVE_WAY = (
    "Đã nhường hồ sơ {year} cho {user} ở máy {host} sau {seconds} giây không trả lời."
    " Mọi thay đổi đã báo «Đã lưu» đều nằm trên đĩa; ô đang gõ dở được giữ lại cho lần mở sau."
)
WAITING = "Đã xin sửa hồ sơ; nơi đang mở có {seconds} giây để trả lời. Ở đây vẫn xem được."
REFUSED = "{user} ở máy {host} trả lời: «Tôi còn làm». Ở đây vẫn chỉ xem."
NO_ANSWER = (
    "Nơi đang mở hồ sơ không trả lời (máy có thể đang treo); chương trình ở đó không bị tắt từ đây."
    " Hãy đóng nó ở nơi đó."
)
ASK_TO_TAKE = "Không còn ai sửa hồ sơ này. Sửa tiếp ở đây?"
TAKEN = "Từ bây giờ sửa được ở đây."
TAKEN_WITH_CHANGES = "Từ bây giờ sửa được ở đây; hồ sơ có thay đổi mới từ nơi kia."
NOT_TAKEN = "Hồ sơ vừa được mở ở một nơi khác nên ở đây vẫn chỉ xem."

LOST = (
    "Hồ sơ đã bị xóa, dời hoặc thay trong khi đang mở: KHÔNG lưu được nữa, chỉ còn để xem."
    " F10, Enter: ghi nội dung ra tệp."
)
ASK_WHERE = "Ghi ra tệp:"
WRITTEN = "Đã ghi hồ sơ ra {path}. Mở lại chương trình rồi nhập tệp này."
