"""What is told of backups: where they are, what they would replace, what is kept."""

HELP_ERASE = (
    "xóa hẳn hồ sơ một trẻ: khỏi hồ sơ, lịch sử, bản lưu và các tệp đã xuất trong máy; không lấy lại được"
)
HELP_PRIVACY = "dữ liệu cá nhân: giữ gì, ở đâu, vì sao, bao lâu; mất USB thì làm gì"
HELP_BACKUP = (
    "sao lưu hồ sơ ra USB hay thư mục khác: mỗi năm học một tệp, đọc lại và so sánh rồi mới báo xong"
)
HELP_BACKUP_FOLDER = "thư mục đã có, ví dụ của USB"

FILE_BACKUP = "sao-luu"
FILE_MOMENT = "{made:%Y-%m-%d-%H%M%S}"

NO_FOLDER = "Không sao lưu vào {folder} được: {why}. Chưa có gì được ghi."
BACKED_UP = (
    "Đã sao lưu năm học {year} vào {where} lúc {at:%H:%M ngày %d/%m/%Y}, đã kiểm tra đọc lại được"
    " (đến thay đổi số {seq})."
)

HELP_RESTORE = (
    "khôi phục hồ sơ từ bản sao lưu, bản lưu trong backups hoặc gói dữ liệu: xem chỗ khác, rồi --yes mới thay;"
    " vào thư mục trống là chuyển sang máy khác"
)
HELP_RESTORE_FILE = "bản sao lưu (.zip), bản lưu trong thư mục backups hoặc gói dữ liệu (.json); không ghi: kể những bản thấy được"
HELP_ASIDE = "lấy lại các thay đổi đã cất sau khi ngắt giữa chừng, theo số mà restore không kèm tên tệp kể ra"
ONE_OF_BOTH = "chỉ ghi một trong hai: tên tệp hoặc --aside"
ASIDE_OPTION = "--aside {seq}"
STATE_LINE = "{name}: {title}, {at}, {where}"
STATES_COUNT = "{count} bản có thể khôi phục. Chưa thay gì; ghi tên một bản để xem chỗ khác."
HELP_YES = "đồng ý thay hồ sơ đang có"

A_BACKUP = "bản sao lưu lúc {at}"
A_GENERATION = "bản lưu ghi lúc {at}"
A_PACKAGE = "gói dữ liệu"
NO_SOURCE = "Tệp {name} không phải bản sao lưu, bản lưu hay gói dữ liệu của nhomtre. Không có gì thay đổi."
A_JOURNAL = (
    "Tệp {name} là nhật ký thay đổi, chỉ là một phần của hồ sơ nên không khôi phục riêng được. Không có gì thay đổi;"
    " hãy chọn bản sao lưu (.zip) hoặc một bản lưu (.json) trong thư mục backups."
)
A_JOURNAL_ALONE = (
    "Tệp {name} là nhật ký thay đổi, chỉ là một phần của hồ sơ nên không kiểm tra riêng được; hãy chọn bản sao lưu (.zip)"
    " hoặc một bản lưu (.json) trong thư mục backups."
)
NO_PACKAGE = "Tệp {name} có {count} chỗ không đúng dạng gói dữ liệu: {why}. Không có gì thay đổi."
AND_MORE = "…"

SOURCE = "Khôi phục năm học {year} từ {title}: {name}."
OTHER_YEAR = "Tệp là của năm học {there}, khác năm học {asked} đã chọn. Không có gì thay đổi."
OTHER_FACILITY = (
    "Tệp là của cơ sở mã {there}, thư mục {folder} đang giữ cơ sở mã {here}. Không có gì thay đổi;"
    " muốn khôi phục cơ sở ấy, hãy chọn thư mục khác: --data THƯ_MỤC."
)
TRAINING_THERE = (
    "Tệp là của bản tập huấn (dữ liệu bịa) nên không thay hồ sơ thật. Không có gì thay đổi; hãy thêm --demo."
)
TRAINING_HERE = "Tệp là của hồ sơ thật nên không đưa vào bản tập huấn. Không có gì thay đổi; hãy bỏ --demo."

YEAR_BESIDE = "Thư mục đang giữ các năm học {years}; năm học {year} được thêm vào bên cạnh."
CANNOT_BE_OPENED = "Hồ sơ đang có không mở được; tệp hỏng, nếu có, được cất trong backups."
OLDER = (
    "Bản này CŨ HƠN hồ sơ đang có: dừng ở thay đổi số {there}, hồ sơ đã đến số {here};"
    " {count} thay đổi sau đó sẽ không còn trong nội dung."
)
OLDER_ALIKE = "Bản này dừng ở thay đổi số {there}, hồ sơ đã đến số {here}."
SENT_LACKING = "{count} tệp của các bản đã gửi thiếu hoặc hỏng ở đây: sẽ được đặt lại."
BEFORE_ERASURE = (
    "Bản này làm TRƯỚC KHI XÓA: dừng ở thay đổi số {there}, hồ sơ đã đến số {here}. Hồ sơ đã xóa hẳn từ đó"
    " không được đưa trở lại."
)
NEWER = "Bản này mới hơn hồ sơ đang có và nối tiếp đúng lịch sử: đến thay đổi số {there}, hồ sơ mới đến số {here}."
APART = "Bản này và hồ sơ đang có không cùng một lịch sử (đã sửa ở hai nơi, hoặc có tệp bị thay): hãy xem kỹ từng chỗ khác."
AFTER_ERASURE = (
    "Bản này mới hơn và làm SAU KHI XÓA HẲN một hồ sơ ở máy khác: đến thay đổi số {there}, hồ sơ ở đây mới đến số {here}."
    " Khôi phục chỉ đưa hồ sơ ấy ra khỏi danh sách; lịch sử và bản lưu ở đây vẫn còn, nên hãy xóa hẳn cả ở đây."
)
LINEAGE_UNKNOWN = (
    "Lịch sử ở đây có chỗ hỏng nên không biết bản này (thay đổi số {there}) cũ hay mới hơn hồ sơ đang có (số {here}):"
    " hãy xem kỹ từng chỗ khác."
)
DIFFERENCES = "{count} chỗ khác (đang có → sau khi khôi phục)."
SAME = "Nội dung hồ sơ giống hệt, không có gì phải thay."
SENT_PUT_BACK = "Đã đặt lại {count} tệp của các bản đã gửi; tệp hỏng, nếu có, được cất trong backups."
ASK_YES = "Chưa thay gì. Nếu đúng là muốn thay, thêm --yes."
CHANGED_MEANWHILE = "Hồ sơ vừa được sửa ở nơi khác. Chưa thay gì; hãy làm lại."
REASON = "khôi phục từ {title}"

RESTORED = "Đã khôi phục năm học {year}: {counts}. Đã lưu."
KEPT = "Nội dung trước khi khôi phục được giữ ở {path}, đã đọc lại được."
UNDONE_BY_KEY = "Hoàn tác được bằng Ctrl+Z."
UNDONE_BY_FILE = "Trạng thái gửi đổi theo nên không hoàn tác bằng phím; khi cần, khôi phục từ tệp ấy."
NOT_AS_WANTED = (
    "Đã khôi phục nhưng đọc lại thấy khác với {title}. Hãy giữ nguyên tệp và khôi phục vào một thư mục khác."
)

STICK_TITLE = "SAO LƯU RA ĐÂU?"
ASK_STICK = "Thư mục đã có để sao lưu vào:"
BACKING_UP = "Đang sao lưu và đọc lại..."

RESTORE_TITLE = "KHÔI PHỤC TỪ ĐÂU?"
AT, STATE, WHERE = "Lúc", "Bản nào", "Ở đâu"
A_FILE_OUTSIDE = "Sao lưu {year}, {whose}"
A_KEPT_STATE = "Bản tự lưu số {number}"
ON_THIS_COMPUTER = "máy này"
OTHER_FILE = "Tệp khác: gõ tên tệp"
ASK_FILE = "Tên tệp (.zip, .json):"
RESTORE_HELP = "Enter: xem chỗ khác trước, chưa thay gì. Bản ở máy này do chương trình tự lưu."
RESTORE_HINT = "Mũi tên để chọn, Enter để xem, chưa thay gì; Esc để về."
NO_STATE = (
    "Chưa thấy bản sao lưu ở USB, Màn hình nền, Tài liệu. Cắm USB rồi mở lại trang này, hoặc gõ tên tệp."
)
READING = "Đang đọc và kiểm tra {name}..."
READ_STOPPED = "Đã thôi. Không có gì thay đổi."

PREVIEW_TITLE = "XEM TRƯỚC KHI KHÔI PHỤC"
PLACE, BEFORE, AFTER = "Chỗ khác", "Đang có", "Sẽ là"
PREVIEW_HELP = "Chưa thay gì. Dòng cuối: khôi phục, nội dung đang có được giữ lại. Esc: thôi."
PREVIEW_HINT = "Đến dòng cuối (phím End) rồi Enter để khôi phục; Esc để thôi, không có gì thay đổi."
PREVIEW_SAME = "Không có gì phải khôi phục. Esc: về."
PREVIEW_LOOK_HINT = "Ở đây chỉ xem được; Esc để về."
PREVIEW_NEW = "Chưa ghi gì. Enter ở dòng cuối để đưa hồ sơ này vào máy. Esc: thôi."
WILL_HAVE = "Trong đó có {counts}."
OTHER_YEAR_STAYS = "Tệp là của năm học {there}, không phải năm học {here} đang mở: hồ sơ {here} không đổi."
RESTORES_NOT = "Hồ sơ đang mở chỉ để xem nên không khôi phục ở đây được. Không có gì thay đổi."

NEVER_CARRIED = "Hồ sơ có thay đổi từ {days} ngày trước và chưa sao lưu ra ngoài lần nào: máy hỏng là mất. F10, Sao lưu ra USB."
NOT_KNOWN_WHAT_IS_CARRIED = "Không đọc được nhật ký hay lần sao lưu cuối nên chưa biết có gì chưa sao lưu ra ngoài: F10, Sao lưu ra USB."
LONG_NOT_CARRIED = "Đã {days} ngày có thay đổi chưa sao lưu ra ngoài (lần cuối {at}): F10, Sao lưu ra USB."
