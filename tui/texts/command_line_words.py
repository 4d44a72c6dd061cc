"""Every word of the command line."""

PROGRAM = "nhomtre"

DESCRIPTION = (
    "Lập báo cáo thống kê đầu năm học của nhóm trẻ, lớp mẫu giáo: Hồ sơ → Lấy dữ liệu → Kiểm tra → In → Xuất."
)
EPILOG = (
    "Kết quả ghi ra đầu ra chuẩn, thông báo ghi ra đầu ra lỗi. Mã thoát: 0 xong; 1 còn lỗi hoặc bị từ chối; "
    "2 gõ sai lệnh; 3 không đọc hoặc ghi được; 4 màn hình nhường hồ sơ cho một phiên khác; 130 dừng bằng Ctrl+C."
)
OUTPUT_NOT_WRITTEN = "Không ghi được kết quả ra đầu ra chuẩn: {why}. Dữ liệu đã lưu vẫn nguyên."
INPUT_NOT_READ = "Không đọc được đầu vào chuẩn: {why}. Không có gì thay đổi."
STANDARD_INPUT = "dau-vao-chuan"
"""What a file is called that came by standard input."""
USAGE = "cách dùng: "
COMMANDS = "lệnh"
ARGUMENTS = "tham số"
OPTIONS = "tùy chọn"
COMMAND = "LỆNH"
FOLDER, FILE, PLACE, TEMPLATE = "THƯ_MỤC", "TỆP", "CHỖ", "TỆP_MẪU"
FOLDER_OR_FILE, CODE_OR_FILE, EITHER = "THƯ_MỤC|TỆP", "MÃ|TỆP", "|"
SCHOOL_YEAR, DAY, KIND = "NĂM_HỌC", "NGÀY", "LOẠI"
FULL_NAME, WORDS = "HỌ_TÊN", "LỜI"
REVISION_BEFORE, REVISION_AFTER = "BẢN_TRƯỚC", "BẢN_SAU"
"""What stands for a value in the help."""

HELP_HELP = "xem phần trợ giúp này"
HELP_DATA = "thư mục dữ liệu (mặc định: biến NHOMTRE_HOME, rồi thư mục dữ liệu của người dùng)"
HELP_DEMO = "dùng bản tập huấn: dữ liệu bịa, nằm riêng trong thư mục con tap-huan"
HELP_RESET = "dùng cùng với --demo hoặc lệnh lesson: làm lại bản tập huấn, bài học từ đầu; bản cũ nằm ở thư mục .cu bên cạnh"
HELP_YEAR = "năm học, ví dụ 2019-2020 (mặc định: năm học mới nhất trong thư mục)"
HELP_TODAY = "lấy ngày này làm hôm nay, ví dụ 2019-09-19"
HELP_JSON = "in dạng JSON cho chương trình khác đọc"
HELP_OUTPUT = "ghi vào tệp hoặc thư mục này; dấu - là ghi ra đầu ra chuẩn"

HELP_IMPORT = "nhập gói dữ liệu (.json): thay hồ sơ bằng đúng nội dung của gói; hoặc nhập tệp Excel: thêm, sửa từng hồ sơ"
HELP_IMPORT_FILE = (
    "gói dữ liệu nhomtre/1 (.json), hoặc bảng tính (.xlsx, .xlsm, .xls, .xlsb, .ods, .csv, bảng trong trang web) "
    "có hồ sơ lớp, trẻ, nhân sự; dấu - là đọc từ đầu vào chuẩn"
)
HELP_CAMPAIGN = (
    "công văn, hạn nộp, người liên hệ, nơi nhận: ghi ra một tệp để đưa cho các nhóm, hoặc nhận từ tệp"
)
HELP_FORMS = (
    "các biểu mà phần mềm biết: dùng cho năm học nào, lấy từ đâu, chắc đến mức nào, định mức theo năm"
)
HELP_DRY_RUN = "chỉ xem những gì sẽ đổi, không ghi"
HELP_FILL = "điền hồ sơ vào tệp Excel tải từ Hệ thống; mọi phần khác của tệp giữ y nguyên"
HELP_COMPARE = "đối chiếu tệp tải từ Hệ thống (danh sách lớp, trẻ, nhân sự hoặc biểu báo cáo) với hồ sơ ở đây và bản đã gửi gần nhất; lỗi Hệ thống báo trong tệp (cột MA_LOI, trang Errors) được ghi thành chỗ phải sửa"
HELP_TEMPLATE = "tệp mẫu (.xlsx) tải từ Hệ thống"
HELP_ACCEPT_VALID = (
    "với tệp Excel: nhận các dòng đúng, bỏ qua dòng sai; nếu không ghi thì chỉ nhận khi mọi dòng đều đúng"
)
HELP_ENCODING = "với tệp Excel dùng chữ TCVN3 hoặc VNI: convert là chuyển sang Unicode, keep là giữ nguyên"
HELP_DATES = "với cột ngày có chỗ ghi tháng trước: dmy là đọc cả cột ngày trước, mdy là tháng trước"
HELP_SAME = "dòng giống hồ sơ đã có là của người ấy: sửa hồ sơ; ghi số dòng (5 hoặc 5,7 hoặc Trang!5), all là mọi dòng như vậy"
HELP_NEW = "dòng giống hồ sơ đã có là của người khác: thêm mới; ghi như --same"
NUMBER = "SỐ"
ROWS_OF_FILE = "DÒNG"
HELP_BLANK = "dùng cùng với rosters: xuất tệp trống để người khác điền"
HELP_REPLACE = "cho phép gói dữ liệu của cơ sở khác thay hồ sơ đang có"
HELP_DERIVE = "lấy dữ liệu: tính lại các biểu lấy từ hồ sơ"
HELP_TABLES = "xem số liệu các biểu"
HELP_CHECK = "kiểm tra hồ sơ và số liệu"
HELP_ROLL = "chuyển hồ sơ lên năm học mới: lập hồ sơ năm sau từ hồ sơ năm nay; năm cũ giữ nguyên"
HELP_ROLL_TO = "năm học mới, liền sau năm học của hồ sơ"
HELP_ROLL_UNDO = "bỏ hồ sơ năm học mới vừa lập, khi chưa sửa gì trong đó"
HELP_EXPORT = "xuất PDF, Excel, gói dữ liệu hoặc danh sách thông tin còn thiếu"
HELP_EXPORT_KIND = (
    "pdf: biểu để in; xlsx: báo cáo Excel; rosters: hồ sơ lớp, trẻ, nhân sự để tải lên; json: gói dữ liệu; "
    "missing: thông tin còn thiếu; portal: việc làm trên Hệ thống, để in; "
    "child: mọi dữ liệu của một trẻ cho phụ huynh; notice: thông báo cho phụ huynh, để in; keys: bảng phím, để in và để đọc"
)

WELCOME = """\
nhomtre: báo cáo thống kê đầu năm học của nhóm trẻ, lớp mẫu giáo

Những việc làm được bằng dòng lệnh:
  nhomtre --demo check            thử ngay với bản tập huấn (dữ liệu bịa)
  nhomtre --demo export pdf       in thử biểu của bản tập huấn
  nhomtre import GÓI.json         nhập gói dữ liệu của cơ sở (báo cáo mới)
  nhomtre derive                  Lấy dữ liệu
  nhomtre check                   Kiểm tra: còn lỗi gì, sửa ở đâu
  nhomtre tables                  xem số liệu năm biểu
  nhomtre export pdf|xlsx|json|missing
                                  in biểu, xuất Excel, gói dữ liệu, thông tin còn thiếu
Thêm -h sau mỗi lệnh để xem cách dùng.
"""
WELCOME_EMPTY = "Chưa có hồ sơ nào trong thư mục dữ liệu."
WELCOME_YEARS = "Đã có hồ sơ các năm học: {years}."

# Wrong arguments: each is the middle of WRONG_ARGUMENTS
NO_COMMAND = "không có lệnh {what}"
NO_CHOICE = "không có {what}; chọn một trong: {choices}"
NO_VALUE = "sau {name} còn thiếu giá trị"
TAKES_NO_VALUE = "{name} không kèm giá trị, nhưng có {what}"
WRONG_VALUE = "{name}: {what}"
ABSENT = "còn thiếu {what}"
UNKNOWN = "không hiểu {what}"
WRONG_ARGUMENTS = "Gõ sai lệnh: {what}. Xem cách dùng: nhomtre -h"
WRONG_YEAR = "«{text}» không phải năm học, ví dụ 2019-2020"
WRONG_NUMBER = "«{text}» không phải số"
WRONG_DAY = "«{text}» không phải ngày, ví dụ 2019-09-19"
WRONG_FOLDER = "«{text}» không phải tên thư mục hay tên tệp"
WRONG_ENDING = "«{text}»: tên tệp phải kết thúc bằng {endings}"
OR = " hoặc "
BLANK_NEEDS_ROSTERS = "--blank chỉ dùng được cùng với rosters"
RESET_NEEDS_DEMO = "--reset chỉ dùng được cùng với --demo hoặc lệnh lesson"
LESSON_WITHOUT_DEMO = "lệnh lesson có hồ sơ riêng, không dùng cùng với --demo"

NO_DOSSIER = (
    "Chưa có hồ sơ năm học {year} trong {folder}. Nhập gói dữ liệu: nhomtre import GÓI.json; "
    "hoặc thử bản tập huấn: nhomtre --demo check"
)
NOT_SET_ASIDE = (
    "Không dời được bản cũ ra khỏi {folder}: {why}. Hãy đóng chương trình đang dùng thư mục này rồi thử lại."
)
YEAR_DIFFERS = "Gói dữ liệu là của năm học {package}, khác năm học {asked} đã chọn. Không có gì thay đổi."
OTHER_FACILITY = (
    "Gói dữ liệu là của cơ sở mã {package}, thư mục này đang giữ cơ sở mã {present}. "
    "Không có gì thay đổi; nếu đúng là muốn thay, thêm --replace."
)
IMPORT_REFUSED = "Không nhập: tệp có {count} chỗ không đúng dạng gói dữ liệu. Không có gì thay đổi."

IMPORTED = "Đã nhập năm học {year}: {counts}. Đã lưu."
UNCHANGED = "Gói dữ liệu giống hệt hồ sơ năm học {year}. Không có gì thay đổi."
WOULD_CHANGE = "Xem trước, chưa ghi gì. Năm học {year}: {counts}; {count} chỗ sẽ đổi."
LIST_CHANGES = "  {noun}: thêm {added}, sửa {changed}, bỏ {removed}"
ISSUE_COUNT = "Kiểm tra: {errors} lỗi, {warnings} cảnh báo."

CELL_CHANGED = "{table}, mã {row}, cột {column}: {old} → {new}"
EMPTY = "trống"
COLUMNS = "Các cột:"
TABLE_EMPTY = "(chưa có số liệu)"

ROLL_NOT_NEXT = "Chỉ chuyển được lên năm học liền sau: {year}. Không có gì thay đổi."
ROLL_EXISTS = "Năm học {year} đã có hồ sơ nên không chuyển nữa. Không có gì thay đổi."
ROLL_COUNTS = "Sang năm học {year}: {counts}."
ROLL_MOVED = "  {name}: {old} → {new}"

EXPORTING = "Đang xuất: {done}/{total}"
FILE_PACKAGE, FILE_OFFICE_PACKAGE, FILE_MISSING, FILE_ROSTERS, FILE_PORTAL = (
    "goi-du-lieu",
    "goi-cho-phong",
    "thong-tin-con-thieu",
    "ho-so",
    "len-he-thong",
)
FILE_NOTICE = "thong-bao-phu-huynh"
FILE_BLANK, FILE_FILLED = "trong", "da-dien"
FILE_TRAINING = "tap-huan"

INTERRUPTED = "Đã dừng. Những gì đã báo «đã lưu» vẫn nguyên."

HELP_AT = "mở thẳng chỗ này, dạng BIỂU.MÃ-SỐ:CỘT, hoặc children/c0003/name, facility/phone, issues"
HELP_LINEAR = "hỏi đáp từng dòng, không vẽ màn hình: cho phần mềm đọc màn hình, đường truyền rất chậm"
HELP_RESTRICTED = (
    "cho lệnh bắt buộc của sshd: chỉ dùng được thư mục này, không đọc hay ghi ở đâu khác (xem docs/ssh.md)"
)
HELP_MOUSE = "bấm chuột để đưa con trỏ đến ô; nếu không ghi thì chuột dùng để chọn và chép chữ trong cửa sổ"
HELP_NO_MARKS = (
    "hiển thị không dấu, cho màn hình không hiện được chữ Việt; dữ liệu, tệp in và xuất vẫn đủ dấu"
)
HELP_ASCII = "chỉ hiển thị ký tự ASCII: không dấu, khung bằng dấu gạch"

HELP_SEND = "gửi báo cáo đầu năm: lập một bản có số, gồm tệp PDF, Excel và gói số liệu cho nơi nhận mang cùng một mã kiểm tra"
HELP_ANSWER = (
    "ghi trả lời của nơi nhận (duyệt, từ chối, khóa, mở khóa), yêu cầu mở khóa, hoặc đọc tệp trả lời"
)
HELP_DIFF = "xem chỗ khác nhau giữa hai bản đã gửi; chỉ ghi một bản: so bản đó với hiện nay; không ghi bản nào: so bản gửi gần nhất với hiện nay"
HELP_VERIFY = "kiểm tra một mã hoặc một tệp (PDF, Excel, gói dữ liệu, bản sao lưu): là bản nào, có khớp không, khác ở đâu"

HELP_COMBINE = (
    "cộng số liệu của nhiều cơ sở: gói dữ liệu (.json) và báo cáo Excel (.xlsx), mỗi cơ sở lấy bản mới nhất"
)
HELP_OFFICE = "bàn làm việc của nơi nhận: xem, trả lời, cộng các báo cáo trong thư mục này"

OFFICE_NEEDS_SCREEN = "--office cần một cửa sổ dòng lệnh; trong tập lệnh hãy dùng: nhomtre combine THƯ_MỤC"
RESTRICTED_ALONE = "--restricted không đi cùng một lệnh, --data hay --office"
RESTRICTED_COMMAND = (
    "Tài khoản này chỉ mở nhomtre, không chạy lệnh nào khác. Hãy kết nối lại mà không kèm lệnh."
)
RESTRICTED_NEEDS_SCREEN = "Chưa có cửa sổ để vẽ màn hình. Hãy kết nối lại bằng ssh -t, hoặc bằng PuTTY."
RESTRICTED_NO_FOLDER = (
    "Không dùng được thư mục {folder}: {why}. Hãy báo người quản trị; không có gì thay đổi."
)
LINEAR_ALONE = "--linear không đi cùng một lệnh"
OFFICE_ALONE = "--office phải dùng một mình, không kèm lệnh khác hay --demo"
