"""Why a file that arrived is not read or not added up, and what is remarked of one that is."""

# what the file is
WRONG_SUFFIX = "không phải gói dữ liệu (.json) hay báo cáo Excel (.xlsx)"
NOT_PACKAGE = "không phải gói dữ liệu: {first}"
NOT_PACKAGE_IN_MORE_PLACES = "không phải gói dữ liệu: {first} (và {more} chỗ nữa)"
NOT_AS_THE_FORM = "báo cáo Excel có chỗ khác mẫu: {first}"
NOT_AS_THE_FORM_IN_MORE_PLACES = "báo cáo Excel có chỗ khác mẫu: {first} (và {more} chỗ nữa)"
FAILED = "không đọc được tệp này, có thể tệp đã hỏng ({kind})"
IS_SUM = "bản tổng hợp của nhiều cơ sở, không phải báo cáo của một cơ sở"

# whether it is as it was written
PACKAGE_SEAL_BROKEN = "mã kiểm tra không khớp: gói dữ liệu đã bị sửa sau khi ghi"
RECORDS_SEAL_BROKEN = "mã kiểm tra không khớp: hồ sơ trong gói đã bị sửa sau khi ghi"
FIGURES_BROKEN = "mã kiểm tra không khớp: số liệu ghi trong gói khác số tính từ các ô của gói"
OTHER_CODE = "mã kiểm tra không khớp: tệp ghi mã {carried}, số liệu trong tệp cho mã {computed}"

# remarks on one that is read
NAMED_BY_FILE = "tệp không ghi mã trường và tên cơ sở; tên tệp được lấy làm tên"
STALE = "số liệu trong gói khác với số tính lại từ hồ sơ trong gói"
MARKED_TRAINING = "tệp ghi «{mark}» và không có báo cáo thật nào bên cạnh: bản cộng này cũng là bản tập huấn"

# why it is not added up
TRAINING = "bản tập huấn (dữ liệu bịa), không cộng"
OTHER_YEAR = "của năm học {own}, không phải năm học {wanted}"
NOT_SENT = "chưa gửi (bản nháp)"
AWAITED = "{state}, đang chờ cơ sở gửi lại"
RETURNED = "bản {revision} {state} (theo {file}), đang chờ cơ sở gửi lại"
SAME_NAME = "không ghi mã trường, mà có {count} cơ sở cùng tên này"
TWO_FACILITIES = "hai cơ sở cùng mã {code}: «{own}» và «{other}» ({file})"
OLDER = "cũ hơn {file} (bản {revision})"
WITHOUT_REVISION = "không ghi số bản; đã lấy {file} (bản {revision})"
WITHOUT_REVISION_OTHER_FIGURES = "không ghi số bản; đã lấy {file} (bản {revision}), số liệu khác"
TWO_FILES = "hai tệp khác nhau cùng bản {revision}: {file}"
TWO_FILES_WITHOUT_REVISION = "hai tệp khác nhau, không ghi số bản: {file}"
TWICE = "gửi hai lần, giống hệt {file}"
SAME_FIGURES = "gửi hai lần, cùng số liệu với {file}"

# what the facility is asked for, in one sentence that can be sent to it
REQUESTS = {
    "another file": "Tệp «{file}» không phải báo cáo: nhờ cơ sở gửi gói số liệu (tệp .json tên goi-cho-phong) hoặc báo cáo Excel đã xuất.",
    "same file": "Tệp «{file}» bị hỏng hoặc đã bị sửa: nhờ cơ sở gửi lại đúng tệp phần mềm đã lập, không mở ra sửa hay lưu lại.",
    "sent report": "Tệp «{file}» là bản nháp: nhờ cơ sở làm bước «{step}» trong phần mềm rồi gửi gói số liệu vừa lập.",
    "own report": "Tệp «{file}» là dữ liệu tập huấn: nhờ cơ sở gửi báo cáo thật của mình.",
    "this year": "Tệp «{file}» là của năm học khác: nhờ cơ sở gửi báo cáo của năm học này.",
    "right file": "Nơi nhận có hai tệp khác nhau của cùng một bản, một là «{file}»: nhờ cơ sở cho biết tệp nào đúng, hoặc gửi một bản mới.",
    "right code": "Tệp «{file}» mang mã trường mà tệp của cơ sở khác cũng mang: nhờ cơ sở xem lại mã trường rồi gửi lại.",
    "code": "Tệp «{file}» không ghi mã trường, mà nhiều cơ sở cùng tên: nhờ cơ sở ghi mã trường rồi gửi lại.",
    "form": "Tệp «{file}» có chỗ khác mẫu báo cáo: nhờ cơ sở gửi lại đúng tệp đã xuất, không thêm bớt dòng, cột.",
}

# the list of the facilities that are to send
LIST_NOT_UTF8 = "danh sách không phải chữ UTF-8: lưu lại thành tệp chữ thường, mã UTF-8"
LIST_WRONG_LINE = "dòng {number}: «{text}» chưa có mã trường rồi tên cơ sở; dòng này không được đọc"

# reading many files
STOPPED = "Đã dừng, chưa cộng gì. Các tệp của cơ sở không bị ảnh hưởng."
BROKEN = "Việc đọc tệp bị dừng giữa chừng (có thể máy hết bộ nhớ). Các tệp của cơ sở không bị ảnh hưởng."

FOLDER_LINK = "lối tắt tới một thư mục, không mở theo"
TOO_DEEP = "thư mục nằm quá sâu, không mở"
NOTHING_INSIDE = "thư mục không có tệp .json hay .xlsx nào"
TOO_LARGE = "tệp nặng {size} MB, nhiều nhất là {most} MB"
EMPTY = "tệp rỗng"
