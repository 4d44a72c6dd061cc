"""What is told of changes that the journal gave back after a sudden end."""

CAME_BACK = (
    "Lần trước chương trình ngắt giữa chừng hoặc không ghi được tệp hồ sơ. Đã lấy lại từ nhật ký {count} thay đổi, lưu {moments},"
    " ở: {places}."
)
CAME_BACK_SOMEWHERE = "Lần trước chương trình ngắt giữa chừng hoặc không ghi được tệp hồ sơ. Đã lấy lại từ nhật ký {count} thay đổi, lưu {moments}."
ONE_MOMENT = "lúc {first}"
TWO_MOMENTS = "từ {first} đến {last}"
MORE_PLACES = "{places}; và {more} chỗ nữa"

TITLE = "THAY ĐỔI LẤY LẠI TỪ NHẬT KÝ"
PLACE, BEFORE, NOW = "Chỗ thay đổi", "Trước", "Nay"
ABOUT = "Lấy lại từ nhật ký {count} thay đổi, lưu {moments}."
HELP = "Enter: đến chỗ đó. Esc: giữ các thay đổi này. Dòng cuối: cất đi, hoàn tác được."
HELP_KEEP_ONLY = "Enter: đến chỗ đó. Esc: giữ. Có lần gửi báo cáo trong đó nên không cất đi được."
HINT = "Ở đây chỉ để xem: Enter đến chỗ đó, Esc giữ các thay đổi."
KEPT = "Đã giữ các thay đổi lấy lại. Ctrl+Z vẫn hoàn tác được từng thay đổi."
SET_ASIDE = "Đã cất {count} thay đổi. Lấy lại bằng Ctrl+Z, hoặc ở trang đầu: F10, Khôi phục (đến {until}). Lịch sử vẫn giữ đủ."
CHANGED_SINCE = "Đã có thay đổi mới sau khi lấy lại nên không cất cùng một lúc được. Dùng Ctrl+Z để hoàn tác từng thay đổi."

AN_ASIDE = "{count} chỗ đã cất"
AN_ASIDE_UNTIL = "{count} chỗ đã cất, giữ đến {until}"
GETS_BACK = "Lấy lại các chỗ đã cất lúc {at}; còn trong danh sách này đến {until}."
CHANGED_OTHERWISE = "{count} chỗ đã được sửa khác từ đó nên để nguyên: {places}."
NOTHING_FITS = "Các chỗ đã cất đều được sửa khác từ đó nên không lấy lại cùng một lúc được. Không có gì thay đổi; lịch sử vẫn giữ đủ."
NO_ASIDE = "Không có thay đổi đã cất số {seq}, hoặc đã lấy lại, hoặc đã quá 30 ngày. Không có gì thay đổi; xem nhomtre restore không kèm tên tệp."
