"""The words of erasing a child's record for good: what goes, what cannot be reached, what is asked, what was done."""

HELP_ERASE_PLACE = "trẻ nào, ví dụ children/c0003"
HELP_ERASE_REASON = "vì sao xóa, ví dụ «phụ huynh yêu cầu»; không ghi tên trẻ"
HELP_YES = "đồng ý xóa, không hỏi lại (dùng trong tập lệnh)"
REASON = "LÝ DO"

NOBODY_KEPT = "Biểu {form} không giữ hồ sơ của ai. Chưa xóa gì."
NO_CHILD = "«{place}» không phải hồ sơ một {pupil}; hãy ghi như {example}. Chưa xóa gì."
NEVER_THERE = "Hồ sơ năm học {year} chưa từng có {place}. Chưa xóa gì."
ERASED_BEFORE = (
    "Năm học {year}: {place} đã được xóa hẳn lúc {at}, không còn gì để xóa. Lần này không có gì thay đổi."
)
NO_REASON = "Cần ghi lý do xóa. Chưa xóa gì."
NEEDED = (
    "Chưa xóa được: bản {number} năm học {year} đã gửi {receiver.spoken} còn cần hồ sơ này để giải trình số liệu."
    " Xóa được từ {until}, hoặc sau khi {receiver.spoken} từ chối hay mở khóa bản đó. Không có gì thay đổi."
)

WHO = "{name} ({title}), năm học {years}"
NAMELESS, REMOVED = "{person} chưa có tên", "{pupil} đã bỏ khỏi danh sách"
LEFT = (
    "Năm học {year}: {title} giống {pupil} này nhưng có chỗ khác, nên KHÔNG bị xóa. Đúng là {pupil} ấy thì mở năm học đó"
    " rồi xóa riêng."
)
GOES = (
    "hồ sơ của {pupil}, các giá trị cần xem lại và lời giải trình về {pupil}",
    "mọi dòng lịch sử về {pupil}; không hoàn tác được các thay đổi trước lần xóa",
    "{pupil} trong các bản lưu (thư mục backups); tệp hỏng đã cất ở đó bị bỏ",
    "phần đang gõ dở về {pupil}",
    "các tệp đã xuất có tên {pupil} hoặc không đọc được bên trong (PDF): xuất lại khi cần",
    "tên (cả không dấu), ngày sinh, mã, số điện thoại của {pupil} và cha mẹ trong ghi chú, lý do, lời nhắn khác: thay bằng (…)",
)
STAYS = (
    "số liệu của các biểu, mã kiểm tra của bản đã gửi: không có tên ai",
    "một dòng lịch sử: đã xóa hồ sơ nào (mã, không tên), lúc nào, ai xóa, lý do",
)
CANNOT_REACH = (
    "bản sao lưu, tệp đã chép ra USB, thư điện tử hay máy khác: hãy tự xóa",
    "tệp và bản in đã nộp, hồ sơ trên Hệ thống CSDL ngành",
    "lời ghi tự do gọi {pupil} bằng tên ở nhà, tên tắt, hay tên mà người khác cũng có",
    "dấu vết trên ổ đĩa của tệp đã xóa, cho đến khi hệ điều hành ghi đè lên",
)
SENT_GOES = "tệp của bản đã gửi {number} (năm học {year}): {names}; nên chép ra ngoài trước nếu còn phải giữ"
EXPORTS_GO = "{count} tệp đã xuất (năm học {year}): {names}"
BACKUPS_GO = (
    "{count} bản sao lưu nằm trong thư mục dữ liệu (năm học {year}): {names}; xóa xong hãy sao lưu lại ra USB"
)
HISTORY_GOES = (
    "nhật ký năm học {year} có chỗ hỏng: phần không bỏ riêng {pupil} ra được sẽ mất, có khi là cả nhật ký; nội dung hồ sơ"
    " vẫn đủ"
)
DAMAGED_GOES = "{count} tệp hỏng cất trong thư mục backups (năm học {year})"
HEAD_GOES, HEAD_STAYS, HEAD_BEYOND = "Sẽ mất hẳn", "Còn lại", "Chương trình không với tới được"
LINE = "  - {text}"

TYPED = "xóa hẳn"
ASK_TYPED = "Gõ «xóa hẳn» rồi Enter để xóa {title}; gõ khác là thôi: "
ASK_YES = "Chưa xóa gì. Nếu đúng là muốn xóa hẳn, thêm --yes."
NOT_AGREED = "Chưa xóa gì."

TITLE, TITLE_DONE = "XÓA HẲN HỒ SƠ", "ĐÃ XÓA HẲN"
NOBODY_HERE = "Đưa con trỏ đến một {pupil} trước đã. Chưa xóa gì."
ASK_REASON = "Vì sao xóa (không ghi tên {pupil})? "
PAGE_HELP = "Chưa xóa gì. Đọc hết; Enter ở dòng cuối: ghi lý do, gõ «xóa hẳn». Esc: thôi."
PAGE_HINT = "Đọc hết, đến dòng cuối rồi Enter để xóa hẳn; Esc để thôi, chưa xóa gì."
LOOKING = "Đang xem các tệp có {pupil} này..."
ERASING = "Đang xóa hẳn {pupil} này khỏi mọi tệp..."
ERASING_KEYS = "Xin chờ: việc xóa không dừng giữa chừng được."
ERASING_YEAR = "Đang xóa hẳn: xong {done}/{total} năm học..."
DONE_HELP = "Đã lưu. Enter hoặc Esc để về trang đầu."
DONE_HINT = "Trang này chỉ để đọc: Enter hoặc Esc để về."

ERASED = "Đã xóa hẳn {title} ở năm học {year}: hồ sơ, lịch sử và bản lưu. Đã lưu."
HISTORY_GONE = "Nhật ký năm học {year} có chỗ hỏng, không bỏ riêng được phần về {pupil} nên bị xóa cả; nội dung hồ sơ vẫn đủ."
DAMAGED_GONE = "Đã bỏ {count} tệp hỏng cất trong backups: không bỏ riêng được phần về {pupil} ở đó."
EXPORTS_GONE = "Đã xóa {count} tệp đã xuất: {names}. Xuất lại khi cần."
BACKUPS_GONE = "Đã xóa {count} bản sao lưu nằm trong thư mục dữ liệu: {names}. Hãy sao lưu lại ra USB."
SENT_GONE = (
    "Đã xóa tệp của bản đã gửi {number}: {names}. Số liệu và mã kiểm tra của bản đó còn nguyên trên máy."
)
COMES_BACK = (
    "{title} trong gói đã được xóa hẳn theo yêu cầu ngày {at}: nhập gói này là đưa {pupil} ấy trở lại. Không muốn thế thì bỏ"
    " {pupil} khỏi gói, hoặc nhập rồi xóa hẳn lần nữa."
)
ERASED_IN_ANOTHER_YEAR = (
    "{title} mang số hồ sơ {record} của một {pupil} đã xóa hẳn ở năm học {year}, ngày {at}. Đúng là {pupil} ấy thì hãy xóa hẳn"
    " cả ở năm học {here}."
)
BEYOND = "Chương trình không với tới được: {what}."
MOST_NAMES = 3
AND_MORE = "{names} và {count} tệp nữa"
