"""What is told of changes that the journal gave back after a sudden end."""

CAME_BACK = "Lần trước chương trình ngắt giữa chừng. Đã lấy lại từ nhật ký {count} thay đổi, lưu {moments}, ở: {places}."
CAME_BACK_SOMEWHERE = (
    "Lần trước chương trình ngắt giữa chừng. Đã lấy lại từ nhật ký {count} thay đổi, lưu {moments}."
)
ONE_MOMENT = "lúc {first}"
TWO_MOMENTS = "từ {first} đến {last}"
MORE_PLACES = "{places}; và {more} chỗ nữa"

TITLE = "LẤY LẠI SAU KHI NGẮT GIỮA CHỪNG"
PLACE, BEFORE, NOW = "Chỗ thay đổi", "Trước", "Nay"
ABOUT = "Lấy lại từ nhật ký {count} thay đổi, lưu {moments}."
HELP = "Enter: đến chỗ đó. Esc: giữ các thay đổi này. Dòng cuối: cất đi, hoàn tác được."
HELP_KEEP_ONLY = "Enter: đến chỗ đó. Esc: giữ. Có lần gửi báo cáo trong đó nên không cất đi được."
KEPT = "Đã giữ các thay đổi lấy lại. Ctrl+Z vẫn hoàn tác được từng thay đổi."
SET_ASIDE = "Đã cất {count} thay đổi; Ctrl+Z lấy lại. Nhật ký vẫn giữ đủ."
SET_ASIDE_REASON = "cất thay đổi lấy lại sau khi ngắt giữa chừng"
CHANGED_SINCE = "Đã có thay đổi mới sau khi lấy lại nên không cất cùng một lúc được. Dùng Ctrl+Z để hoàn tác từng thay đổi."
