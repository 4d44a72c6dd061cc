"""What is said of a code or a file that is compared with what was sent. Agreement is never proof of an author."""

# the revision that a code belongs to
SENT = "mã {code} là của bản {number}, năm học {year}, gửi lúc {moment}, người xác nhận {person}"
OF_FIGURES_AS_THEY_ARE = "mã {code} là của số liệu hiện nay, năm học {year}, chưa gửi"
DRAFT_OF_FIGURES_AS_THEY_ARE = (
    "tệp là bản nháp, chưa gửi; mã {code} đúng với số liệu hiện nay, năm học {year}"
)
DRAFT_OF_OTHER_FIGURES = (
    "tệp là bản nháp, chưa gửi; không có số liệu hiện nay nào trong thư mục dữ liệu này mang mã {code}"
)
UNKNOWN_MARK = (
    "Mã {code} là của bản in theo biểu mẫu «{mark}», không có trong phiên bản nhomtre này; không so được."
)
UNKNOWN_CODE = "không có bản nào trong thư mục dữ liệu này mang mã {code}"

# what this machine still has of the revision
RECORDS_LOST = "hồ sơ của bản {number} không còn trên máy này hoặc đã hỏng"
SENT_ELSEWHERE = "bản {number} không gửi từ máy này: không có hồ sơ để đối chiếu"
RECORDS_GIVE_THE_CODE = "hồ sơ của bản {number} trên máy này cho đúng mã đó"
RECORDS_GIVE_ANOTHER = "hồ sơ của bản {number} trên máy này cho mã khác: {code}"
HISTORY_SAME = "lịch sử thay đổi trên máy này đi qua thay đổi số {seq}, từ đó đã làm bản {number}"
HISTORY_OTHER = (
    "lịch sử thay đổi trên máy này không đi qua thay đổi số {seq} của bản {number}: đã bị thay hoặc cắt"
)
HISTORY_BEFORE_ERASURE = "bản {number} làm từ thay đổi số {seq}, in trước khi xóa: sau đó có hồ sơ bị xóa hẳn khỏi lịch sử trên máy này"
HISTORY_OTHER_ON_PAPER = "bản in ghi một lịch sử thay đổi khác với bản {number} lưu trên máy này"
SENT_FILE_UNREADABLE = "{name}: không đọc được ở {folder}"
SENT_FILE_SAME = "{name}: y nguyên như lúc gửi"
SENT_FILE_CHANGED = "{name}: đã bị sửa sau khi gửi"
SENT_FILE_ERASED = "{name}: đã bỏ khi xóa hẳn một hồ sơ có trong đó"
FIGURES_BEFORE_ERASURE = "gói làm trước khi xóa: lập từ cả hồ sơ mà bản {number} lưu trên máy này đã xóa hẳn; trong gói không có hồ sơ nào"
MADE_BEFORE_ERASURE = "tệp làm trước khi xóa: còn hồ sơ mà bản {number} lưu trên máy này đã xóa hẳn"

# the file that was handed in, as bytes
SAME_BYTES = "tệp y nguyên như lúc gửi bản {number}"
OTHER_BYTES = "tệp không còn y nguyên như lúc gửi (đã lưu lại hoặc sửa)"

NO_FILE_OF_OURS = "tệp không phải bản in, báo cáo Excel, gói dữ liệu hay bản sao lưu của nhomtre"

# a print
PRINT_WITHOUT_CODE = "tệp PDF không ghi mã kiểm tra của báo cáo"
PRINT_OTHER_BYTES = "tệp ghi mã của bản {number} nhưng không phải tệp lúc gửi: đã bị sửa hoặc in lại"
PRINT_UNKNOWN_CODE = "không có bản nào đã gửi ở đây mang mã {code} của tệp"

# a package
PACKAGE_WHOLE = "gói dữ liệu đúng như lúc ghi"
PACKAGE_CHANGED = "gói dữ liệu đã bị sửa sau khi ghi"
PACKAGE_WITHOUT_SEAL = "gói dữ liệu không có dấu để kiểm tra"
RECORDS_WHOLE = "hồ sơ trong gói dữ liệu đúng như lúc ghi"
RECORDS_CHANGED = "hồ sơ trong gói dữ liệu đã bị sửa sau khi ghi"
RECORDS_WITHOUT_SEAL = "gói dữ liệu không có dấu để kiểm tra hồ sơ"
RECORDS_WITHHELD = "gói số liệu, không mang hồ sơ; gói ghi: {records}"
FIGURES_OF_CELLS = "số liệu trong gói đúng với các ô của gói"
FIGURES_OF_OTHER_CELLS = "số liệu trong gói khác số tính từ các ô của gói"
MADE_OF_THESE_RECORDS = "gói lập từ đúng hồ sơ của bản {number} trên máy này"
MADE_OF_OTHER_RECORDS = "gói lập từ hồ sơ khác hồ sơ của bản {number} trên máy này"
LAYOUT_SAME = "cách trình bày của tệp đúng như lúc ghi"
LAYOUT_CHANGED = "tệp được trình bày lại bằng chương trình khác (khoảng trắng, cách viết số)"
PACKAGE_CODE_RIGHT = "mã kiểm tra {carried} ghi trong gói dữ liệu đúng với số liệu của gói"
PACKAGE_CODE_WRONG = "mã kiểm tra {carried} ghi trong gói dữ liệu khác mã {computed} của số liệu trong gói"
PACKAGE_NOT_SENT = "gói dữ liệu là bản nháp {number}, chưa gửi; mã của số liệu là {code}"
PACKAGE_OTHER_SENDING = "lúc gửi và người xác nhận ghi trong gói dữ liệu khác bản {number} đã gửi"

# a workbook
BOOK_WITHOUT_CODE = "tệp Excel không ghi mã kiểm tra: tệp trích xuất của Hệ thống, hoặc đã mất mã khi lưu lại"
BOOK_CODE_RIGHT = "mã kiểm tra {carried} ghi trong tệp đúng với số liệu của tệp"
BOOK_CODE_WRONG = "mã kiểm tra {carried} ghi trong tệp khác mã {computed} của số liệu trong tệp"

# where a file differs from the revision
SAME_AS_REVISION = "giống bản {number} đã gửi trên máy này"
OTHER_THAN_REVISION = "khác bản {number} đã gửi trên máy này ở: {places}"
OTHER_IN_MORE_PLACES = "khác bản {number} đã gửi trên máy này ở: {places}; và {more} chỗ nữa"
CELL_DIFFERS = "{cell} ({old} → {new})"
NO_FIGURE = "trống"
