"""Every word of the command line. Official wording stands in the declarations of ``forms``."""

PROGRAM = "nhomtre"

DESCRIPTION = (
    "Lập báo cáo thống kê đầu năm học của nhóm trẻ, lớp mẫu giáo (biểu 01-MN-ĐN): "
    "Hồ sơ → Lấy dữ liệu → Kiểm tra → In → Xuất."
)
EPILOG = (
    "Kết quả ghi ra đầu ra chuẩn, thông báo ghi ra đầu ra lỗi. Mã thoát: 0 xong; 1 còn lỗi hoặc bị từ chối; "
    "2 gõ sai lệnh; 3 không đọc hoặc ghi được."
)
USAGE = "cách dùng: "
COMMANDS = "lệnh"
ARGUMENTS = "tham số"
OPTIONS = "tùy chọn"
COMMAND = "LỆNH"

HELP_HELP = "hiện trợ giúp này"
HELP_DATA = "thư mục dữ liệu (mặc định: biến NHOMTRE_HOME, rồi thư mục dữ liệu của người dùng)"
HELP_DEMO = "dùng bản tập huấn: dữ liệu bịa, nằm riêng trong thư mục con tap-huan"
HELP_RESET = "cùng với --demo: làm lại bản tập huấn từ đầu"
HELP_YEAR = "năm học, ví dụ 2019-2020 (mặc định: năm học mới nhất trong thư mục)"
HELP_TODAY = "lấy ngày này làm hôm nay, ví dụ 2019-09-19"
HELP_JSON = "in dạng JSON cho chương trình khác đọc"
HELP_OUTPUT = "ghi vào tệp hoặc thư mục này; - là đầu ra chuẩn"

HELP_IMPORT = "nhập một gói dữ liệu (.json): hồ sơ được thay bằng đúng nội dung gói và lấy dữ liệu"
HELP_IMPORT_FILE = "gói dữ liệu nhomtre/1 (.json)"
HELP_DRY_RUN = "chỉ xem sẽ đổi những gì, không ghi"
HELP_REPLACE = "cho phép gói của cơ sở khác thay hồ sơ đang có"
HELP_DERIVE = "Lấy dữ liệu: tính lại biểu 1, 2, 3 từ hồ sơ"
HELP_TABLES = "xem số liệu năm biểu"
HELP_CHECK = "kiểm tra hồ sơ và số liệu"
HELP_ROLL = "Chuyển hồ sơ lên năm học mới: lập hồ sơ năm sau từ hồ sơ năm nay; năm cũ giữ nguyên"
HELP_ROLL_TO = "năm học mới, liền sau năm học của hồ sơ"
HELP_EXPORT = "xuất PDF, Excel, gói dữ liệu hoặc danh sách thông tin còn thiếu"
HELP_EXPORT_KIND = "pdf: biểu để in; xlsx: báo cáo Excel; json: gói dữ liệu; missing: thông tin còn thiếu"

WELCOME = """\
nhomtre: báo cáo thống kê đầu năm học (biểu 01-MN-ĐN) của nhóm trẻ, lớp mẫu giáo

Làm được bây giờ, bằng dòng lệnh:
  nhomtre --demo check            thử ngay với bản tập huấn (dữ liệu bịa)
  nhomtre --demo export pdf       in thử biểu của bản tập huấn
  nhomtre import GÓI.json         nhập gói dữ liệu của cơ sở (báo cáo mới)
  nhomtre derive                  Lấy dữ liệu
  nhomtre check                   Kiểm tra: còn lỗi gì, sửa ở đâu
  nhomtre tables                  xem số liệu năm biểu
  nhomtre export pdf|xlsx|json|missing
                                  in, xuất Excel, gói dữ liệu, thông tin còn thiếu
Thêm -h sau mỗi lệnh để xem cách dùng.
"""
WELCOME_FOLDER = "Dữ liệu nằm ở: {folder}"
WELCOME_EMPTY = "Chưa có hồ sơ nào ở đó."
WELCOME_YEARS = "Đang có năm học: {years}."

# What argparse says, in Vietnamese: (English pattern, ours)
ARGPARSE = (
    (r"argument LỆNH: invalid choice: (?P<what>.+?) \(choose from.*", "không có lệnh {what}"),
    (
        r"argument (?P<name>\S+): invalid choice: (?P<what>.+?) \(choose from (?P<list>.*)\)",
        "{name}: không có {what}; chọn một trong: {list}",
    ),
    (r"argument (?P<name>[^:]+): expected one argument", "{name}: thiếu giá trị"),
    (
        r"argument (?P<name>[^:]+): ignored explicit argument (?P<what>.+)",
        "{name}: không nhận giá trị {what}",
    ),
    (r"argument (?P<name>[^:]+): (?P<what>.+)", "{name}: {what}"),
    (r"the following arguments are required: (?P<what>.+)", "thiếu: {what}"),
    (r"unrecognized arguments: (?P<what>.+)", "không hiểu: {what}"),
    (r"ambiguous option: (?P<what>.+?) could match (?P<list>.*)", "{what} chưa rõ: {list}"),
)
WRONG_ARGUMENTS = "Gõ sai lệnh: {what}. Xem cách dùng: nhomtre -h"
WRONG_YEAR = "«{text}» không phải năm học, ví dụ 2019-2020"
WRONG_DAY = "«{text}» không phải ngày, ví dụ 2019-09-19"
WRONG_FOLDER = "«{text}» không phải tên thư mục"
RESET_NEEDS_DEMO = "--reset chỉ dùng cùng với --demo"

NO_DOSSIER = (
    "Chưa có hồ sơ năm học {year} trong {folder}. Nhập gói dữ liệu: nhomtre import GÓI.json; "
    "hoặc thử bản tập huấn: nhomtre --demo check"
)
NOT_SET_ASIDE = "Không dời được bản tập huấn hỏng ra khỏi {folder}; hãy đóng chương trình đang dùng thư mục này rồi thử lại."
NOT_EDITABLE = "Báo cáo đang ở trạng thái «{state}», không sửa được. Không có gì thay đổi."
YEAR_DIFFERS = "Gói dữ liệu là của năm học {package}, khác năm học {asked} đã chọn. Không có gì thay đổi."
OTHER_FACILITY = (
    "Gói dữ liệu là của cơ sở mã {package}, thư mục này đang giữ cơ sở mã {present}. "
    "Không có gì thay đổi; nếu đúng là muốn thay, thêm --replace."
)
FILE_UNREADABLE = "Không đọc được tệp «{path}»: {why}. Hồ sơ đã lưu không bị ảnh hưởng."
NOT_FOUND = "không có tệp này"
IS_FOLDER = "đây là thư mục"
NO_PERMISSION = "không có quyền"
READ_FAILED = "máy báo lỗi khi đọc"
IMPORT_REFUSED = "Không nhập: tệp có {count} chỗ không đúng dạng gói dữ liệu. Không có gì thay đổi."

IMPORTED = "Đã nhập năm học {year}: {classes} nhóm/lớp, {children} trẻ, {staff} nhân sự. Đã lưu."
UNCHANGED = "Gói dữ liệu giống hệt hồ sơ năm học {year}: không có gì thay đổi."
WOULD_CHANGE = (
    "Năm học {year}, chưa ghi gì: {classes} nhóm/lớp, {children} trẻ, {staff} nhân sự; {count} chỗ sẽ đổi."
)
LIST_CHANGES = "  {place}: thêm {added}, sửa {changed}, bỏ {removed}"
PLACES = {"classes": "nhóm/lớp", "children": "trẻ", "staff": "nhân sự"}
ISSUE_COUNT = "Kiểm tra: {errors} lỗi, {warnings} cảnh báo."
NO_ISSUES = "Kiểm tra: không có lỗi, không có cảnh báo."
SEVERITY = {"error": "LỖI", "warning": "CẢNH BÁO"}

DERIVED = "Đã lấy dữ liệu: {count} ô đổi."
NOTHING_DERIVED = "Đã lấy dữ liệu: không có ô nào đổi."
NO_OWN_BLOCK = (
    "Chưa lấy được dữ liệu: hồ sơ cơ sở chưa có Loại hình ghi được trên biểu (Công lập, Dân lập, Tư thục)."
)
CELL_CHANGED = "{table}, mã {row}, cột {column}: {old} → {new}"
EMPTY = "trống"
COLUMNS = "Các cột:"
TABLE_EMPTY = "(chưa có số liệu)"

ROLL_NOT_NEXT = "Chỉ chuyển được lên năm học liền sau: {year}. Không có gì thay đổi."
ROLL_EXISTS = "Năm học {year} đã có hồ sơ nên không chuyển nữa. Không có gì thay đổi."
ROLLED = "Đã lập hồ sơ năm học {year}. Năm học {old} giữ nguyên."
ROLL_COUNTS = "Sang năm học {year}: {classes} nhóm/lớp, {children} trẻ, {staff} nhân sự."
ROLL_MOVED = "  {name}: {old} → {new}"
ROLL_LEAVING = "  Ra trường (không chép sang): {count} trẻ"
ROLL_UNCOUNTED = "  Không còn học, không còn làm (không chép sang): {count} người"
ROLL_MISFITS = "  Tuổi chưa khớp nhóm tuổi mới của lớp, cần xem lại: {names}"
ROLL_POLICIES = "  Giữ đối tượng chính sách, cần xem lại: {names}"
ROLL_CLEARED = (
    "  Đã xóa để nhập lại: khám sức khỏe, dinh dưỡng, miễn giảm học phí, hỗ trợ, đánh giá của năm cũ."
)

EXPORTED = "Đã xuất xong:"
EXPORTING = "Đang xuất: {done}/{total}"
FILE_FORM, FILE_PACKAGE, FILE_MISSING = "01-MN-DN", "goi-du-lieu", "thong-tin-con-thieu"
FILE_DRAFT, FILE_TRAINING = "nhap", "tap-huan"
FILE_REVISION = "ban-{revision}"

INTERRUPTED = "Đã dừng. Những gì đã báo «đã lưu» vẫn nguyên."
BUG = "Chương trình gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn nguyên. Nhật ký (không ghi tên trẻ): {log}"
BUG_NO_LOG = "Chương trình gặp lỗi ngoài dự kiến và không ghi được nhật ký. Dữ liệu đã lưu vẫn nguyên."

# The screens

HOME_TITLE = "NHOMTRE"
TRAINING = "TẬP HUẤN"
NO_NAME = "(chưa có tên cơ sở)"
REVISION = "bản {revision}, {state}"
DEADLINE = "Hạn nộp {day} · còn {days} ngày"
DEADLINE_TODAY = "Hạn nộp {day} · hôm nay"
OVERDUE = "Hạn nộp {day} đã qua"
LOOKING_ONLY = "CHỈ XEM"
TOO_SMALL = "Cửa sổ quá nhỏ: cần {width} cột, {height} dòng. Mọi thứ vẫn còn; hãy mở rộng cửa sổ."

SAVED_AT = "Đã lưu lúc {time}."
ALL_SAVED = "Mọi thay đổi đã được lưu."
READ_ONLY = "Hồ sơ đang mở chỉ để xem nên không sửa được ở đây."
NOTHING_TO_UNDO = "Không còn gì để hoàn tác."
NOTHING_TO_REDO = "Không có gì để làm lại."
UNDONE = "Đã hoàn tác và lưu."
REDONE = "Đã làm lại và lưu."

NOT_TYPABLE = "Ô này không nhập được."
ADDED_UP = "Ô này tự cộng hoặc thuộc loại hình khác, không nhập tay."
NO_BLOCK_YET = "Chưa chọn Loại hình trong hồ sơ cơ sở nên chưa nhập được số liệu ở biểu này."
NO_BLOCK_HERE = "Không dán được cả khối vào đây."
LAST_CELL = "Đây là ô nhập được cuối cùng."
FIRST_CELL = "Đây là ô nhập được đầu tiên."
LINE_FULL = "Dòng đã quá dài, không gõ thêm được."
TOO_MUCH_PASTED = "Khối dán vào quá lớn nên không nhận. Không có gì thay đổi."
PASTED = "Đã dán {count} ô; {refused} ô không nhập được nên bỏ qua. Ctrl+Z để hoàn tác."
GIVEN_BACK = "Đã trả lại số lấy từ hồ sơ."
NOT_FOUND_HERE = "Không tìm thấy «{text}»."
NOT_HERE = "Phím này không dùng ở màn hình này."
ASK_FIND = "Tìm:"
ASK_REASON = "Lý do sửa số này:"
ASK_NOTE = "Ghi chú ô:"
ASK_QUIT = "Thoát? Mọi thay đổi đã được lưu. Gõ c rồi Enter:"
YES_WORDS = ("c", "có", "co")
QUESTION_KEYS = "Enter: xong · Esc: bỏ qua"
YES_NO = {"co": True, "c": True, "1": True, "x": True, "khong": False, "k": False, "0": False}

INDEPENDENT_KINDS = ("04", "05", "19")
CODE = "Mã"
LABEL = "Chỉ tiêu"
TABLE = "Biểu {number}"
FOLDED = "(các dòng về trường)"
FOLD_HELP = (
    "Các dòng về trường không áp dụng cho nhóm, lớp độc lập: luôn bằng 0, bản in vẫn có đủ. Enter để mở."
)
NEVER_TAKEN = "Chưa lấy dữ liệu: bấm F5."
STALE = "Hồ sơ đã đổi: {count} ô khác (dấu ~). F5 để lấy lại dữ liệu."
STALE_SHORT = "? {count} ô khác"
REASON = "Lý do: {text}"
NOTE = "Ghi chú: {text}"
COLUMN_WORD = "Cột"

NUMBER = " STT"
SEX = "Giới"
STATUS = "Trạng thái"
MIXED = "Lớp ghép"
FIELD = "Mục"
VALUE = "Nội dung"
NAME = "Tên"
SEVERITY_WORD = "Mức"
WHERE_AND_WHAT = "Ở đâu, sai gì, sửa thế nào"
CELL = "Ô"
OLD = "Đang có"
NEW = "Lấy lại"
OPEN_A_RECORD = "Bấm Enter để mở hồ sơ này."
LIST_HELP = "Enter mở hồ sơ, F3 tìm."
EMPTY_LIST = "Danh sách trống."
NOBODY_BEHIND = "Không có hồ sơ nào đứng sau con số này."
BEHIND_TITLE = "BIỂU {number}, MÃ {row}: HỒ SƠ ĐỨNG SAU CON SỐ"
ISSUES_TITLE = "KIỂM TRA: {errors} LỖI, {warnings} CẢNH BÁO"
ISSUES_HELP = "Enter đến ô hoặc hồ sơ có lỗi; F9 đến lỗi kế tiếp."
ISSUE_PLACE = "{place}/{total}"
CHANGES_TITLE = "LẤY DỮ LIỆU: {count} Ô SẼ ĐỔI"
CHANGES_HELP = "Enter: lấy dữ liệu như danh sách này. Esc: để nguyên."
TAKEN = "Đã lấy dữ liệu và lưu."
WHOLE_VALUE = "Đang có: «{text}»."
COMPUTED = "Mục này tự điền."
RECORD_GONE = "Hồ sơ này không còn (đã hoàn tác). Esc để quay lại."
ENTER_OPENS_LIST = "Enter mở danh mục."
FINDING = "tìm «{text}»"
CHOICE_HELP = "Gõ chữ để tìm (không cần dấu), Enter để chọn, Esc để quay lại."
NO_SUCH_CODE = "Không có mục nào như vậy; Backspace để gõ lại."

PREPARE = "Chuẩn bị"
MAKE_REPORT = "Lập báo cáo"
FINISH = "Kiểm tra, in, xuất"
TAKE_TITLE = "Lấy dữ liệu"
CHECK_TITLE = "Kiểm tra"
PRINT_TITLE = "In biểu ra PDF"
EXCEL_TITLE = "Xuất báo cáo Excel"
FILLED = "đã điền {count}/{total} mục"
COUNTED = {"classes": "{count} nhóm, lớp", "children": "{count} trẻ", "staff": "{count} người"}
ISSUE_NUMBERS = "{errors} lỗi, {warnings} cảnh báo"
DONE = "  xong"
NOT_YET = "  chưa có"
NOT_APPLICABLE = "  không áp dụng"
ERRORS_LEFT = "! {count} lỗi"
WARNINGS_LEFT = "? {count} cảnh báo"
HOME_HELP = "Mũi tên để chọn bước, Enter để mở."
HOME_FACILITY = "Hồ sơ cơ sở: tên, loại hình, địa chỉ, điện, nước, internet. Enter để mở."
HOME_LIST = "Xem {what}. Enter để mở."
HOME_TAKE = "Tính biểu 1, 2, 3 từ hồ sơ; cho xem trước ô nào sẽ đổi. Enter để lấy."
HOME_TABLE = "{title}. Enter để mở."
HOME_PRINT = "In năm biểu ra tệp PDF để đối chiếu và lưu. Enter để in."
HOME_EXCEL = "Xuất năm biểu ra tệp Excel. Enter để xuất."

MENU_TITLE = "MENU"
MENU_HELP = "Gõ số hoặc dùng mũi tên rồi Enter; Esc để quay lại."
HELP_TITLE = "TRỢ GIÚP"
HELP_HELP_LINE = "Mũi tên, PgUp, PgDn để đọc; Enter hoặc Esc để quay lại."
HELP_HERE = "Ô ĐANG ĐỨNG"
HELP_KEYS = "CÁC PHÍM"
HELP_SIGNS = "DẤU TRƯỚC CON SỐ"
SIGNS = (
    "!  có lỗi, phải sửa trước khi gửi",
    "?  có cảnh báo, nên xem lại",
    "*  số gõ đè lên số lấy từ hồ sơ; Delete để trả lại",
    "~  hồ sơ đã đổi, F5 để lấy lại dữ liệu",
)
HELP_CONTACT = "GẶP VƯỚNG MẮC"
CONTACT = (
    "Ông Cao Minh Nghĩa, tổng hợp số liệu toàn ngành: điện thoại và Zalo 0968484791.",
    "Bà Nguyễn Thị Thùy Trang, theo dõi và kiểm tra số liệu mầm non.",
)
HELP_LETTER = "Công văn {letter} của {office}; ngày cuối gửi báo cáo: {day}."
NO_CAMPAIGN = "Năm học này chưa có công văn trong phần mềm."

EXPORT_TITLE = {"pdf": "IN BIỂU RA PDF", "xlsx": "XUẤT BÁO CÁO EXCEL"}
EXPORT_STARTED = {"pdf": "Đang in năm biểu ra tệp PDF...", "xlsx": "Đang xuất năm biểu ra tệp Excel..."}
EXPORT_RUNNING = "Esc để dừng; dừng giữa chừng thì không có tệp nào được ghi."
EXPORT_OVER = "Enter hoặc Esc để quay lại."
EXPORT_STOPPED = "Đã dừng. Không có tệp nào được ghi."
EXPORT_FAILED = "Không xuất được tệp. Dữ liệu đã lưu vẫn nguyên."

FIRST_LINES = (
    "",
    "Chào mừng. Phần mềm này lập báo cáo thống kê đầu năm học (biểu 01-MN-ĐN)",
    "cho nhóm trẻ, lớp mẫu giáo: Hồ sơ → Lấy dữ liệu → Kiểm tra → In → Xuất.",
    "Chọn một cách bắt đầu rồi bấm Enter:",
    "",
)
FIRST_CHOICES = (
    "Báo cáo mới của cơ sở",
    "Mở gói dữ liệu (.json) đã có",
    "Bản tập huấn: dữ liệu bịa để tập dùng, không lẫn với dữ liệu thật",
)
FIRST_HELP = "Gõ số hoặc dùng mũi tên, rồi Enter."
ASK_PACKAGE = "Tên tệp gói dữ liệu:"
WRONG_PLACE = "Không có chỗ nào là «{place}»."
HELP_AT = "mở thẳng chỗ này: T4.203:TU_THUC.permanent, children/c0003/name, facility/phone, issues"
HELP_ASCII = "kẻ khung bằng chữ thường, cho màn hình không vẽ được khung"
DUMB_TERMINAL = "Man hinh nay khong ve duoc (TERM). Hay chay: TERM=xterm nhomtre"
NOT_UTF8 = "Man hinh nay khong dung UTF-8. Hay chay: PYTHONUTF8=1 nhomtre"
