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
ROLL_COPIED_RECORDS = "{classes} nhóm, lớp · {children} trẻ"
ROLL_COPIED_MORE = "{staff} nhân sự · hồ sơ cơ sở"
ROLL_EMPTIED = "Để trống"
ROLL_EMPTIED_OF = {
    "ở hồ sơ trẻ": "tuyển mới, ngày nhập trạng thái, khám sức khỏe, dinh dưỡng, miễn giảm học phí, hỗ trợ",
    "ở hồ sơ nhân sự": "tuyển mới, giáo viên giỏi, xếp loại, đánh giá",
}
ROLL_NOT_COPIED = "Không chép"
ROLL_NOT_COPIED_WHAT = "báo cáo năm học {old}"
ROLL_NOT_COPIED_PARTS = "số liệu, ghi chú, giải trình"
ROLL_TO_LOOK_AT = "Xem lại"
ROLL_TO_LOOK_AT_COUNT = "{count} trẻ có dấu ?"
ROLL_TO_LOOK_AT_KEY = "F9: đến từng trẻ"

ROLL_SECTIONS = {
    "classes": "NHÓM, LỚP",
    "leaving": "TRẺ RA TRƯỜNG",
    "coming": "TRẺ LÊN LỚP",
    "gone": "KHÔNG CÒN Ở CƠ SỞ",
    "staff": "NHÂN SỰ LÀM TIẾP",
}
ROLL_HEADING = "{title} ({count})"
ROLL_HINTS = {
    "classes": "gõ để sửa tên",
    "leaving": "Phím cách: giữ lại",
    "coming": "Phím cách: không chuyển",
    "gone": "không chép sang",
    "staff": "Phím cách: không chuyển",
}
ROLL_NOBODY = "không có ai"
ROLL_STATES = {
    "leaving": ("giữ lại", "ra trường"),
    "coming": ("lên lớp", "không chuyển"),
    "gone": ("", "không chép"),
    "staff": ("làm tiếp", "không chuyển"),
}
"""What becomes of a row: who comes along, who does not."""
ROLL_ROW_HELP = {
    "classes": "Tên trong năm học mới: gõ để sửa. Home: về dòng đầu để lập hồ sơ.",
    "leaving": "Trẻ của lớp lớn nhất. Phím cách: giữ lại, hoặc cho ra trường. Home: dòng đầu.",
    "coming": "Trẻ theo lớp lên năm mới. Phím cách: không chuyển, hoặc chuyển. Home: dòng đầu.",
    "gone": "Đã ghi không còn ở cơ sở nên không chép sang; năm cũ vẫn giữ. Home: dòng đầu.",
    "staff": "Nhân sự làm tiếp. Phím cách: không chuyển, hoặc chuyển. Home: dòng đầu.",
}
ROLL_ENTER_HELP = "Chưa lập gì. Phím cách để đổi dòng này; Home về dòng đầu rồi Enter để lập hồ sơ."
ROLL_NAMES_DONE = "Hết tên nhóm, lớp. Mũi tên xuống: xem trẻ; Home: về dòng đầu để lập hồ sơ."
ROLL_NOT_TURNED = "Dòng này không đổi được."
ROLL_NAME_ONLY = "Ở đây chỉ sửa được tên nhóm, lớp; trẻ và nhân sự: phím cách để đổi."
ROLL_TURNED = "{name}: {state}."
ROLL_MOVED_UP = "{old} → {new}"
ROLL_SAME_AGE = "{age}, giữ nguyên"
ROLL_NO_AGE = "chưa có nhóm tuổi"
ROLL_CLASS_DETAIL = "{age} · {count} trẻ"
ROLL_NO_CLASS = "chưa có lớp"
ROLL_OLDEST = "Lớp 5–6 tuổi giữ nhóm tuổi, không còn trẻ cũ: dùng lại cho trẻ mới, hoặc xóa ở năm học mới."
ROLL_MIXED = "Lớp ghép giữ nhóm tuổi; trẻ từ 5 tuổi ra trường."
ROLL_OLD_NAME = "Tên năm cũ: {name}. Delete để lấy lại."
ROLL_NO_TEACHER = "Giáo viên chủ nhiệm không chuyển sang nên mục ấy để trống."
ROLL_POLICY = "Giữ đối tượng chính sách: {policy}. Năm học mới cần xem lại còn đúng không."
ROLL_NAME_BACK = "Tên không để trống được; đã lấy lại tên cũ."
ROLL_NOTHING_TO_LOOK_AT = "Không có trẻ nào cần xem lại."
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
