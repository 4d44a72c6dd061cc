"""The words of the preview of the next school year."""

ROLL_TITLE = "CHUYỂN HỒ SƠ LÊN NĂM HỌC {year}"
ROLL_START = "Lập hồ sơ năm học {year}"
ROLL_START_KEYS = "Enter: lập như dưới đây · Esc: thôi"
ROLL_START_HELP = (
    "Enter: lập hồ sơ năm học {year} như dưới đây và mở ra để làm tiếp; năm học {old} giữ nguyên. "
    "Mũi tên xuống: xem và sửa trước khi lập."
)
ROLL_NOT_MADE = "Mới sửa ở bản xem trước này; Enter ở dòng đầu để lập hồ sơ năm học mới."
ROLL_COPIED = "Chép sang"
ROLL_EMPTIED = "Để trống"
ROLL_NOT_COPIED = "Không chép"
ROLL_NOT_COPIED_WHAT = "báo cáo năm học {old}"
ROLL_NOT_COPIED_PARTS = "số liệu, ghi chú, giải trình"
ROLL_TO_LOOK_AT = "Xem lại"

ROLL_HEADING = "{title} ({count})"
ROLL_HINTS = {
    "classes": "gõ để sửa tên",
    "leaving": "Phím cách: giữ lại",
    "coming": "Phím cách: không chuyển",
    "gone": "không chép sang",
    "staff": "Phím cách: không chuyển",
}
ROLL_NOBODY = "không có ai"
ROLL_ENTER_HELP = "Chưa lập gì. Phím cách để đổi dòng này; Home về dòng đầu rồi Enter để lập hồ sơ."
ROLL_NOT_TURNED = "Dòng này không đổi được."
ROLL_TURNED = "{name}: {state}."
ROLL_MOVED_UP = "{old} → {new}"
ROLL_SAME_AGE = "{age}, giữ nguyên"
ROLL_OLD_NAME = "Tên năm cũ: {name}. Delete để lấy lại."
ROLL_NAME_BACK = "Tên không để trống được; đã lấy lại tên cũ."
ROLL_UNDONE = "Đã trả lại chỗ vừa đổi ở đây. Chưa lập hồ sơ nào."
ROLL_REDONE = "Đã đổi lại. Chưa lập hồ sơ nào."
ROLL_NOTHING_UNDONE = "Ở đây chưa đổi gì. Hồ sơ năm học {old} vẫn nguyên."
ROLL_ASK_DROP = "Bỏ các chỗ đã đổi ở đây? Chưa lập hồ sơ nào. Gõ c rồi Enter:"
ROLL_ASK_UNSENT = "Báo cáo năm học {old} chưa gửi. Vẫn lập hồ sơ năm học {year}? Gõ c rồi Enter:"
ROLL_LOOKING_ONLY = "Hồ sơ đang mở chỉ để xem nên không lập được năm học mới từ đây."

ROLL_OTHER_SET = "Năm học {year} theo biểu mẫu {new} ({name}), năm cũ theo {old}."
ROLL_WITHOUT = "Không chuyển được: {what}."
ROLL_WITHOUT_STATE, ROLL_OTHER_SET_STATE = "Không có", "Biểu mẫu"
ROLLED = "Đã lập hồ sơ năm học {year}. Năm học {old} giữ nguyên."
ROLLED_BY_KEY = "Đã lập hồ sơ năm học {year}; năm học {old} giữ nguyên. Ctrl+Z: thôi."
ROLLED_BY_COMMAND = "Muốn thôi khi chưa sửa gì trong năm học {year}: nhomtre roll --undo"
ROLL_ASK_TAKE_BACK = "Bỏ hồ sơ {year} vừa lập, chưa sửa gì, về năm học {old}? Gõ c rồi Enter:"
ROLL_CAN_BE_TAKEN_BACK = "Hồ sơ năm học {year} chưa sửa gì: bỏ được, rồi về năm học {old}."
ROLL_TAKEN_BACK = "Đã bỏ hồ sơ năm học {year} vừa lập; năm học {old} vẫn nguyên như trước."
ROLL_STAYS = (
    "Hồ sơ năm học {year} đã có thay đổi sau khi lập nên không thôi chuyển năm được. Không có gì thay đổi."
)
NOT_ROLLED = "Hồ sơ năm học {year} không lập từ hồ sơ năm học {old} ở đây nên không bỏ cả năm được. Không có gì thay đổi."
ROLL_PLACE = "chỗ cần xem {place}/{total}"
