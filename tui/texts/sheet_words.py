"""The words of the official tables on screen, and of «Lấy dữ liệu»."""

ADDED_UP = "Ô này tự cộng hoặc thuộc loại hình khác, không nhập tay."
NO_BLOCK_YET = "Chưa chọn Loại hình trong hồ sơ cơ sở nên chưa nhập được số liệu ở biểu này."
PASTED = "Đã dán {count} ô; {refused} ô không nhập được nên bỏ qua. Ctrl+Z để hoàn tác."
GIVEN_BACK = "Đã trả lại số lấy từ hồ sơ."
ALL_COLUMNS = "Biểu này đang hiện đủ cột."
NOTE_NEEDS_CELL = "Ghi chú đặt ở ô số: đưa con trỏ đến ô cần ghi chú."
ASK_REASON = "Lý do sửa số này:"
ASK_NOTE = "Ghi chú ô:"
ASK_DROP_TYPED = "Thay số đã gõ ở biểu 1–3 bằng số từ hồ sơ? c: có, k: giữ; rồi Enter:"

LABEL = "Chỉ tiêu"
TABLE = "Biểu {number}"
FOLDED = "(các dòng về trường)"
FOLD_HELP = (
    "Các dòng về trường không áp dụng cho nhóm, lớp độc lập: luôn bằng 0, bản in vẫn có đủ. Enter để mở."
)
NEVER_TAKEN = "Chưa lấy dữ liệu: bấm F5."
STALE = "Hồ sơ đã đổi: {count} ô khác (dấu ~). F5 để lấy lại dữ liệu."
REASON = "Lý do: {text}"
NOTE = "Ghi chú: {text}"
COLUMN_WORD = "Cột"
ROW_HEADING = "mã {number} {label}"
ROW_IN_FULL = "{table}, mã {number}: {label}"
CELL = "Ô"
CHANGED_CELL = "Biểu {table}, mã {row}"
OLD = "Đang có"
NEW = "Số mới"
CHANGES_TITLE = "LẤY DỮ LIỆU: {count} Ô SẼ ĐỔI"
FIRST_CHANGES_TITLE = "LẤY DỮ LIỆU LẦN ĐẦU: {count} Ô CÓ SỐ, CÒN LẠI 0"
CHANGES_HELP = "Enter: lấy dữ liệu như danh sách này. Esc: để nguyên."
TAKEN = "Đã lấy dữ liệu và lưu."

LAST_YEAR = "Năm trước: {value}"

DERIVED = "Đã lấy dữ liệu: {count} ô đổi."
NOTHING_DERIVED = "Đã lấy dữ liệu: không có ô nào đổi."
NO_OWN_BLOCK = (
    "Chưa lấy được dữ liệu: hồ sơ cơ sở chưa có Loại hình ghi được trên biểu (Công lập, Dân lập, Tư thục)."
)
