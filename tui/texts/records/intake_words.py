"""The words of taking records from a workbook or a pasted block."""

ENCODING_ASKED = (
    "Chữ trong tệp theo bảng mã cũ {encoding} (ví dụ ở trên). Không có gì thay đổi; "
    "thêm --encoding convert để chuyển sang Unicode, hoặc --encoding keep để giữ nguyên."
)
ROW_TOLD = "  dòng {number}: {word}: {text}"
WOULD_TAKE = "Chưa ghi gì. Sẽ thêm {added} hồ sơ; sửa {changed}, giữ nguyên {same}, không nhận {refused}."
ROWS_REFUSED = (
    "Không nhập: {refused} dòng không nhận được (xem ở trên). Không có gì thay đổi; sửa tệp rồi nhập lại, "
    "hoặc thêm --accept-valid để chỉ nhận {added} dòng mới và {changed} dòng đổi."
)
ROWS_ASKED = (
    "Không nhập: {asked} dòng giống hồ sơ đã có, phải chọn (xem ở trên). Không có gì thay đổi; "
    "thêm --same {row} nếu là người ấy (sửa hồ sơ), --new {row} nếu là người khác (thêm mới), "
    "hoặc --accept-valid để bỏ các dòng ấy."
)
ROW_NOT_ASKED = (
    "Dòng {row}: không có gì phải chọn. Không có gì thay đổi; xem các dòng «phải chọn» bằng --dry-run."
)
ROW_OF_SEVERAL = "Dòng {row} có ở nhiều trang. Không có gì thay đổi; ghi rõ một trong: {rows}."
ALL_ROWS = "all"
WRONG_ROWS = "{text} không phải số dòng (ví dụ 5, hoặc 5,7, hoặc Trang!5, hoặc all)"
NO_ROW_TAKEN = "Không có dòng nào nhận được (xem ở trên). Không có gì thay đổi."
NO_ROW_NEW = "Mọi dòng đã có sẵn như vậy. Không có gì thay đổi."
ROWS_TAKEN = "Đã nhận: thêm {added} hồ sơ; sửa {changed}, giữ nguyên {same}, không nhận {refused}. Đã lưu."
ASK_WORKBOOK = "Tên tệp Excel (.xlsx, .xls), .ods hoặc .csv:"
PASTE_COLUMNS = "Các cột: {titles}"
PASTE_NO_FIELD = "(không biết)"
PASTE_TITLE = "DÁN TỪ BẢNG TÍNH: {count} DÒNG"
INTAKE_TITLE = "NHẬP TỪ TỆP: {name}"
INTAKE_HELP = "Enter ở dòng đầu: nhận. Phím cách: bỏ hoặc nhận lại dòng này. Esc: thôi."
INTAKE_EMPTY = "(trống)"
INTAKE_CHANGE = "{label}: {old} → {new}"
BETWEEN_CHANGES = "; "
INTAKE_ASKED = "Dòng giống hồ sơ đã có: còn {asked} phải chọn (phím cách)"
INTAKE_WHO_HELP = "Phím cách hoặc Enter: là người này, sửa → là người khác, thêm mới → bỏ qua."
INTAKE_TAKE = "Sẽ thêm {added} hồ sơ; sửa {changed}, giữ nguyên {same}, không nhận {refused}"
INTAKE_KIND = {
    "add": "thêm",
    "change": "sửa",
    "same": "giữ nguyên",
    "refuse": "không nhận",
    "skip": "bỏ",
    "ask": "phải chọn",
}
INTAKE_SHEET = "Trang «{sheet}» → {what}: {count} dòng"
INTAKE_UNPLACED = "{label}: dòng {rows} không ghi; nhập rồi chọn sau."
INTAKE_NO_OWNER = "{label}: «{text}» không có trong danh sách nên các dòng này chưa có; nhập rồi chọn sau."
INTAKE_OWNER_OF_SHEET = "{label}: {owner}, theo tên trang «{text}»."
INTAKE_OWNER_ABOVE = "{label}: {owner}, theo dòng «{text}» ở trên danh sách."
INTAKE_OWNER_LINES = "{label}: theo dòng xen giữa: {lines}."
INTAKE_OWNER_LINE = "dòng {row} là {owner}"
BETWEEN_LINES = ", "
INTAKE_REMARKS = {
    "blank": "Dòng trống.",
    "heading": "Dòng tiêu đề của bảng.",
    "no_name": "{label}: còn trống hoặc không đọc được nên không biết là hồ sơ nào.",
    "no_day": "{label}: «{text}» không phải ngày/tháng/năm (năm đủ 4 chữ số).",
    "no_such_day": "{label}: không có ngày này: «{text}»; kiểm tra lại ngày, tháng.",
    "twice": "Trùng với dòng {text} ở trên.",
    "nearly_twice": "Có lẽ trùng với dòng {text} ở trên (tên viết khác dấu) nên không nhận; nếu là người khác, ghi tên có dấu.",
    "namesake": "Cùng tên, cùng ngày sinh với dòng {text} ở trên nhưng khác cha mẹ hoặc số định danh nên nhận là trẻ khác; cần xem lại.",
    "other_day": "{label}: dòng {text} ở trên cùng tên mà ngày sinh khác; nhận là hai người, nếu là một thì xóa bớt; cần xem lại.",
    "like": "Giống {label} đã có ({text}): là người này, sửa hồ sơ, hay là người khác, thêm mới? Chưa chọn thì bỏ qua.",
    "like_same": "Đã chọn là {label}: sửa hồ sơ ({text}).",
    "like_new": "Đã chọn là người khác dù giống {label} ({text}): thêm mới.",
    "beside": "Giống dòng {label} của tệp ({text}) nhưng tệp có cả hai dòng nên nhận là người khác; cần xem lại.",
    "unread": "{label}: không đọc được «{text}»; vẫn giữ chữ này để sửa sau.",
    "lines": "{label}: ô có nhiều dòng, đọc liền là «{text}»; cần xem lại.",
    "several": "{label}: {text}; chưa chọn, vẫn giữ chữ này; cần xem lại.",
    "zero": "{label}: đã thêm số 0 ở đầu bị mất: {text}; cần xem lại.",
    "digits": "{label}: bảng tính đã đổi cách ghi, hiểu {text}; cần xem lại.",
    "more": "{label}: ô có nhiều số, chỉ nhận số đầu; chưa nhận {text}; cần xem lại.",
    "guess": "{label}: hiểu {text}; cần xem lại.",
    "old": "{label}: chữ theo bảng mã cũ {text}; để nguyên, cần xem lại.",
    "converted": "{label}: đã đổi chữ theo bảng mã cũ {text}; cần xem lại.",
    "day": "{label}: ô {text} là ngày trong bảng tính, không phải chữ; cần xem lại.",
    "marks": "{label}: không có dấu, hoặc có dấu ở cả hai cột, nên để trống; cần xem lại.",
    "small": "{label}: «{text}» có chữ không viết hoa; cần xem lại.",
    "either": "{label}: «{text}» có chữ lạ, có lẽ theo bảng mã cũ (TCVN3 hoặc VNI); để nguyên, cần xem lại.",
    "age": "{label} {text}: không hợp tuổi của danh sách này; cần xem lại.",
    "issue": "{label}: {text}",
    "order": "{label}: đọc là {text}, nhưng bảng tính có thể đã đảo ngày và tháng; cần xem lại.",
    "order_asked": "{label}: «{text}» có thể là hai ngày khác nhau; chọn ngày trước hay tháng trước cho cả cột.",
    "no_record": "«{text}»: không phải một hồ sơ.",
    "many": "Nhiều hồ sơ cùng tên và ngày sinh (hoặc cùng mã) nên không biết sửa hồ sơ nào.",
    "extra": "{text} ô bên phải không có cột nên bỏ qua.",
    "formula": "{label}: ô {text} là công thức chưa có kết quả; mở tệp trong Excel, lưu lại rồi nhập.",
    "error": "{label}: ô {text} đang báo lỗi trong bảng tính.",
}
INTAKE_ENCODED = "Chữ {text}"
INTAKE_ROW = "Trang «{sheet}», dòng {number}: {text}"
INTAKE_CONVERT = {True: "chuyển", False: "để nguyên"}
INTAKE_CONVERT_HELP = "Chữ dùng bảng mã cũ {encoding}. Phím cách: chuyển sang Unicode hoặc để nguyên."
INTAKE_ORDER = "Cột «{label}» có chỗ ghi tháng trước: «{text}»"
INTAKE_SWAPPED = "Cột «{label}»: bảng tính có thể đã đảo ngày, tháng: «{text}»"
INTAKE_ORDERS = {None: "chưa chọn", "dmy": "ngày trước", "mdy": "tháng trước"}
INTAKE_ORDER_HELP = (
    "Phím cách: đọc cả cột là ngày trước hay tháng trước. Chưa chọn thì dòng đọc được hai cách không nhận."
)
ORDER_ASKED = (
    "Cột «{label}» có chỗ ghi tháng trước («{text}») nên các ngày khác có thể đọc hai cách. Không có gì thay đổi; "
    "thêm --dates dmy để đọc ngày trước, hoặc --dates mdy để đọc tháng trước cho cả cột."
)
SWAPPED_ASKED = (
    "Cột «{label}»: ô là ngày thật chỉ có các ngày từ 1 đến 12 (ví dụ «{text}»), ngày lớn hơn lại là chữ, nên bảng tính có thể đã "
    "đảo ngày và tháng. Không có gì thay đổi; thêm --dates dmy để nhận các ô ấy như đang có, hoặc --dates mdy để đảo lại."
)
INTAKE_UNKNOWN_COLUMNS = "Trang «{sheet}»: không biết cột {titles}; bỏ qua."
INTAKE_UNKNOWN_SHEETS = "Không biết trang {titles}; bỏ qua."
INTAKE_HALF_SEEN = (
    "Tệp .xlsb không cho biết dòng nào đang ẩn, số 0 nào đứng đầu mã: xem lại, hoặc lưu thành .xlsx rồi nhập."
)
INTAKE_HIDDEN_SHEETS = "Trang {titles} đang ẩn nên không nhập; cho hiện trang lên trong Excel nếu cần nhập."
INTAKE_COLUMNS = "Trang «{sheet}», các cột được đọc: {columns}."
READ_AS = "{titles} là «{label}»"
INTAKE_LIST_NOTE = "Trang «{sheet}»: {text}"
INTAKE_LISTS = {
    "unnamed": "không có cột {text} (hoặc mã) nên không biết mỗi dòng là ai; không nhập trang này. Thêm cột đó rồi nhập lại.",
    "old": "cột {text} theo bảng mã cũ {label}.",
    "uncoded": "không có cột {text} nên không biết mỗi dòng là hồ sơ nào; không nhập trang này. Thêm cột đó rồi nhập lại.",
    "formula": "cột «{label}» là công thức chưa có kết quả; không nhập trang này. Mở tệp trong Excel, lưu lại rồi nhập.",
    "error": "cột «{label}» báo lỗi ở mọi ô; không nhập trang này. Sửa hoặc xóa cột đó trong Excel rồi nhập lại.",
    "one_sided": "cột «{label}» chỉ có dấu ở một số dòng; ô trống được đọc là «{text}», cần xem lại.",
    "merged": "cột «{label}» có ô gộp nên dòng {text} đọc theo ô ấy.",
    "hidden": "dòng {text} đang ẩn nên không nhập; cho hiện dòng lên trong Excel nếu cần nhập.",
    "complaints": "cột «{label}» là lỗi Hệ thống báo; xem và ghi lại bằng «Đối chiếu».",
    "below": "dòng {text} ở cuối danh sách (cộng, chữ ký) nên bỏ qua.",
}
"""What is told of a list as a whole."""
INTAKE_ONLY_HIDDEN = (
    "Trang nhận ra được ({titles}) đang ẩn nên không nhập; cho hiện trang lên trong Excel rồi nhập lại."
)
INTAKE_NOTHING = (
    "Tệp này không có trang nào nhận ra được cột. Cần có dòng tiêu đề, ví dụ «Họ tên», «Ngày sinh»."
)
INTAKE_ALL_READ = "Dòng nào cũng đọc được."
INTAKE_DONE = "Đã nhận: thêm {added} hồ sơ, sửa {changed}. Ctrl+Z để hoàn tác."
INTAKE_LEFT = " Còn {asked} dòng giống hồ sơ đã có, chưa chọn nên đã bỏ."
INTAKE_NONE = "Không có dòng nào được nhận. Không có gì thay đổi."
