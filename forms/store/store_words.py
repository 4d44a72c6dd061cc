"""What the store tells the user: whole sentences, each with what is safe. ``{why}`` is a clause of ``system_words``."""

import stat

# what could not be read or written

FILE_NOT_READ = "Không đọc được tệp {name}: {why}. Không có gì bị thay đổi."
FOLDER_NOT_READ = "Không đọc được thư mục {folder}: {why}. Không có gì bị thay đổi."
JOURNAL_NOT_READ = "Không đọc được nhật ký {year}: {why}. Không có gì bị thay đổi."
DOSSIER_NOT_READ = "Không đọc được hồ sơ {year} trong {folder}: {why}. Không có gì bị thay đổi."
NO_DOSSIER = "Chưa có hồ sơ năm học {year} trong {folder}."
FOLDER_NOT_WRITABLE = (
    "Không mở được thư mục {folder} để ghi: {why}. Dữ liệu không bị thay đổi; vẫn có thể mở để xem."
)
NO_FILE = (
    "Không mở được hồ sơ {year} trong {folder}: {name} là {kind}, không phải tệp."
    " Không có gì bị thay đổi; hãy đổi tên {name} rồi mở lại."
)
NO_FOLDER = (
    "Không mở được hồ sơ {year} trong {folder}: {name} là {kind}, không phải thư mục."
    " Không có gì bị thay đổi; hãy đổi tên {name} rồi mở lại."
)
NO_LOCK_FILE = (
    "Không mở được hồ sơ {year} trong {folder} để ghi: {name} không phải tệp."
    " Dữ liệu không bị thay đổi; vẫn có thể mở để xem. Hãy đổi tên {name} rồi mở lại."
)
NO_EXPORTS = (
    "Chưa xuất, chưa gửi được báo cáo: {name} là {kind}, không phải thư mục."
    " Hồ sơ vẫn sửa và lưu được; hãy đổi tên {name}."
)
KINDS = {
    stat.S_IFDIR: "một thư mục",
    stat.S_IFREG: "một tệp",
    stat.S_IFLNK: "một lối tắt không dẫn tới đâu",
}
OTHER_KIND = "thứ khác trong máy (ống dẫn, thiết bị)"
LINKED = (
    "Không mở được hồ sơ {year} trong {folder} để ghi: {name} là lối tắt đến {target}."
    " Dữ liệu không bị thay đổi; vẫn có thể mở để xem. Hãy chuyển chính {target} về đây thay cho lối tắt."
)
LOW_DISK = (
    "Ổ đĩa chứa hồ sơ chỉ còn {free} MB trống. Hồ sơ vẫn ghi được;"
    " hãy xóa bớt tệp không cần trên ổ đĩa trước khi đầy."
)
HALF_ERASED = (
    "Việc xóa hẳn một hồ sơ khỏi năm học {year} đã ghi nhận nhưng chưa làm xong: {why}."
    " Không mất gì khác; lần mở sau chương trình làm nốt."
)
ERASURE_FINISHED = "Lần trước việc xóa hẳn một hồ sơ khỏi năm học {year} bị ngắt giữa chừng: nay đã làm nốt, hồ sơ ấy không còn ở đây."
NOT_FOLDED = "Chưa ghi được tệp {name}: {why}. Mọi thay đổi đã báo «Đã lưu» vẫn an toàn trong nhật ký."
NOT_A_SCHOOL_YEAR = (
    "Tệp {name} không mang tên một năm học nên chỉ đọc được, không ghi. Không có gì bị thay đổi."
)
NOT_WITHDRAWN = (
    "Chưa bỏ hết được hồ sơ {year}: {why}. Các năm học khác không bị thay đổi;"
    " hãy mở lại năm học này để xem còn gì."
)
READ_ONLY = "Hồ sơ đang mở chỉ để xem nên không ghi được. Dữ liệu không bị thay đổi."

# changes

NOT_SAVED = "Chưa lưu được thay đổi: {why}. Dữ liệu đã lưu trước đó vẫn an toàn."
NOT_TAKEN_BACK = (
    "Chưa lưu được thay đổi: {why}; nhật ký cũng không sửa lại được nên tạm ngừng ghi."
    " Dữ liệu đã lưu trước đó vẫn an toàn; hãy đóng hồ sơ rồi mở lại."
)
UNWRITABLE_VALUE = "Chưa lưu được: giá trị vừa nhập có ký tự hoặc con số không ghi được. Dữ liệu đã lưu trước đó vẫn an toàn."
CLOSED = "Chưa lưu được: hồ sơ đã đóng. Dữ liệu đã lưu trước đó vẫn an toàn."

# damage and recovery

DAMAGED_FILE = "Tệp {name} bị hỏng: nội dung không đúng như lúc ghi. Không có gì bị thay đổi."
NEWER_SCHEMA = (
    "Tệp {name} do một bản nhomtre mới hơn ghi; hãy cập nhật chương trình rồi mở lại."
    " Dữ liệu không bị thay đổi."
)
UNKNOWN_SET = "Tệp {name} không mở được: {why}; hãy dùng nhomtre mới hơn. Dữ liệu không bị thay đổi."
NOTHING_LEFT = (
    "Hồ sơ {year} bị hỏng và không còn bản lưu nào đọc được. Không có gì bị thay đổi:"
    " hãy giữ nguyên thư mục {folder} và khôi phục từ bản sao lưu ở USB hay nơi khác, bằng lệnh: nhomtre restore TỆP"
)
ONLY_OF_OTHER_YEAR = (
    "Tệp {name} là hồ sơ của một năm học khác, và không còn bản lưu nào của năm học {year} đọc được. Không có gì bị thay đổi:"
    " hãy trả tệp về đúng tên năm học của nó trong {folder}; hồ sơ {year}, nếu đã có, thì khôi phục từ bản sao lưu."
)
ONLY_NOTED = (
    "Ở {folder} từng có hồ sơ {year}, đến thay đổi số {seq}, nhưng các tệp của hồ sơ không còn ở đó."
    " Không có gì bị thay đổi: hãy khôi phục từ bản sao lưu (nhomtre restore TỆP), hoặc đưa các tệp về chỗ cũ;"
    " không cần năm học ấy nữa thì xóa tệp {name}."
)
SENT_IS_LEFT = "Số liệu của bản đã gửi còn ở {names}: khôi phục từ đó cũng được."
DAMAGED_HISTORY = "Nhật ký {name} bị hỏng: không đọc được các thay đổi cũ. Nội dung hồ sơ vẫn an toàn."
DAMAGED_JOURNAL = "Nhật ký bị hỏng: đã mở đến thay đổi số {seq}, những dòng hỏng không đọc lại được."
TORN_LINE = (
    "Dòng cuối của nhật ký ghi dở (máy hoặc chương trình tắt giữa lúc ghi) nên đã bỏ;"
    " hồ sơ mở đến thay đổi số {seq}."
)
KNOWN_FOLDED = "Biết chắc: tệp dữ liệu giữ đến thay đổi số {seq}."
KNOWN_KEPT = "Bản lưu gần nhất (số {number}) giữ đến thay đổi số {seq}."
KNOWN_PRINTED = "Bản in đã gửi gần nhất (bản {number}) làm từ thay đổi số {seq}."
CHANGES_MISSING = (
    "Thiếu thay đổi số {first} đến {last}: đã báo «Đã lưu» nhưng không còn trong nhật ký."
    " Nếu có bản sao lưu, hãy khôi phục từ đó."
)
OTHER_HISTORY = (
    "Hồ sơ mở được không nối với thay đổi số {seq} đã lưu sau cùng ở thư mục này: có tệp đã bị thay bằng tệp khác."
    " Hãy xem lại nội dung; nếu không đúng, hãy khôi phục từ bản sao lưu."
)
DAMAGED_OLD_LINES = (
    "Nhật ký hỏng ở những thay đổi cũ: nội dung hồ sơ vẫn đủ,"
    " nhưng không hoàn tác và không xem lại được các thay đổi trước chỗ hỏng."
)
NO_OLD_CHANGES = (
    "Nhật ký thiếu các thay đổi trước số {first}: nội dung là của tệp chính,"
    " nhưng không hoàn tác được những thay đổi cũ."
)
NOT_SET_ASIDE = (
    "Không cất được tệp hỏng của hồ sơ {year}: {why}. Dữ liệu không bị thay đổi; vẫn có thể mở để xem."
)
SET_ASIDE = "Tệp {name} được giữ lại ở backups/{copy}."


# the main file, when something else was opened: two or three of these in a row

MAIN_DAMAGED = "Tệp {name} bị hỏng."
MAIN_MISSING = "Không thấy tệp {name}."
MAIN_OTHER = (
    "Tệp {name} là bản cũ hoặc của một hồ sơ khác, không nối với các thay đổi đã lưu trong thư mục này."
)
MAIN_BEHIND = "Tệp {name} là bản cũ: thư mục này còn giữ các thay đổi sau đó."
MAIN_OF_OTHER_YEAR = "Tệp {name} là hồ sơ của một năm học khác."
MAIN_OLD = "Tệp {name} là bản cũ (số {number})."
GENERATIONS_DAMAGED = "{bad} bản lưu cũng hỏng."
OPENED_GENERATION = "Đã mở bản lưu số {number} (ghi lúc {at}) cùng nhật ký, đến thay đổi số {seq}."
OPENED_JOURNAL = "Đã dựng lại từ nhật ký, đến thay đổi số {seq}."
BROUGHT_UP = "Đã làm mới từ nhật ký, đến thay đổi số {seq}."

CLOCK_WENT_BACK = (
    "Đồng hồ máy lùi: lần ghi trước lúc {last:%H:%M ngày %d/%m/%Y},"
    " bây giờ là {present:%H:%M ngày %d/%m/%Y}. Hãy xem lại ngày giờ của máy."
)

# sending

READ_ONLY_SENDS_NOT = "Hồ sơ đang mở chỉ để xem nên không gửi được. Không có gì thay đổi."
NOT_SENT = "Chưa gửi được báo cáo: {why}. Báo cáo chưa gửi; hồ sơ vẫn còn nguyên."
SENT_WITHOUT_NAME = (
    "Báo cáo đã gửi (bản {number}) nhưng chưa đặt được tên thư mục của bản gửi: {why}."
    " Không mất gì; lần mở sau chương trình làm nốt."
)
NAME_TAKEN = "Đã có {name} của một lần gửi khác; được giữ lại với tên {new_name}."
SENDING_FINISHED = "Lần gửi bản {number} bị ngắt sau khi đã ghi nhận; đã làm nốt. Báo cáo đã gửi."
SENDING_UNDONE = "Lần gửi bản {number} bị ngắt giữa chừng: báo cáo CHƯA gửi. Hồ sơ còn nguyên; hãy gửi lại."
