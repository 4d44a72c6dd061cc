"""What is said of backup files, and in them: whole sentences, each with what is safe."""

READ_ME_NAME = "DOC-TRUOC.txt"
READ_ME = """\
BẢN SAO LƯU CỦA NHOMTRE ({report}, biểu {form})

Cơ sở:      {name}
Năm học:    {year}
Sao lưu lúc {at}, đến thay đổi số {seq}

Khôi phục:  nhomtre restore TỆP-NÀY.zip
Không có chương trình thì giải nén: {main} là hồ sơ, dạng JSON, chữ UTF-8;
thư mục exports có các tệp PDF, Excel của những bản đã gửi;
backups/*.journal là lịch sử, mỗi dòng một thay đổi.

Tệp này có dữ liệu cá nhân của trẻ, phụ huynh và nhân sự: chỉ cất ở nơi người phụ trách giữ.
"""
NAMELESS = "(chưa có tên)"

NO_BACKUP = "Tệp {name} không phải bản sao lưu của nhomtre. Không có gì thay đổi."
CUT_OFF = "Bản sao lưu {name} chép dở: thiếu phần cuối. Không có gì thay đổi; hãy dùng bản khác."
DAMAGED = (
    "Bản sao lưu {name} bị hỏng: nội dung không đúng như lúc ghi. Không có gì thay đổi; hãy dùng bản khác."
)
NEWER = "Bản sao lưu {name} do một bản nhomtre mới hơn ghi; hãy cập nhật chương trình. Không có gì thay đổi."

NO_HISTORY = "Nhật ký năm học {year} có chỗ hỏng hoặc không đọc được nên bản sao lưu không kèm lịch sử; nội dung hồ sơ vẫn đủ."
HANDOVERS_NOT_READ = (
    "Không đọc được danh sách các lần xuất tệp ({why}) nên bản sao lưu không kèm danh sách ấy; hồ sơ vẫn đủ."
)
SENT_LEFT_OUT = "Bản đã gửi số {number}: {name} lưu ở máy này bị hỏng nên không có trong bản sao lưu."
SENT_NOT_READ = "Bản đã gửi số {number}: không đọc được {name} ({why}) nên không có trong bản sao lưu."


GENERATION_DAMAGED = (
    "Bản lưu số {number} bị hỏng nên đã cất ở backups/{aside}; đã lưu thêm một bản lành của hồ sơ hiện nay."
)
JOURNAL_DAMAGED = (
    "Nhật ký cũ (thay đổi số {first} đến {last}) bị hỏng nên đã cất ở backups/{aside}: nội dung hồ sơ vẫn đủ,"
    " nhưng không xem lại được hết các thay đổi ấy."
)
SENT_FILE_CHANGED = (
    "Tệp {name} của bản đã gửi số {number} không còn như lúc gửi (hỏng, hoặc đã sửa)."
    " Số liệu đã gửi vẫn giữ nguyên; cần đúng tệp ấy thì lấy từ bản sao lưu."
)
REVISION_MADE_AGAIN = (
    "Bản đã gửi số {number} lưu ở máy này bị hỏng: đã dựng lại từ nhật ký, tệp hỏng cất ở backups/{aside}."
)
REVISION_DAMAGED = "Bản đã gửi số {number} lưu ở máy này bị hỏng, đã cất ở backups/{aside}; hãy khôi phục từ một bản sao lưu."
REVISION_MADE_ANEW = "Không thấy bản đã gửi số {number} lưu ở máy này: đã dựng lại từ nhật ký."
NOT_LOOKED_AT = "Xem lại các bản lưu: không đọc được {name} ({why}). Hồ sơ hiện nay vẫn an toàn."
NOT_SET_ASIDE = "Tệp {name} bị hỏng mà chưa cất riêng, chưa thay được: {why}. Hồ sơ hiện nay vẫn an toàn; lần xem sau làm lại."

NOT_PLACED = "Chưa khôi phục xong vào {folder}: {why}. Bản sao lưu còn nguyên; hãy làm lại."
THERE_IS_ONE = (
    "Năm học {year} trong {folder} vừa có hồ sơ do nơi khác ghi. Không có gì thay đổi; hãy làm lại."
)
ERASURE_SET_ASIDE = (
    "Việc xóa hẳn một hồ sơ khỏi năm học {year} không làm nốt được vì tệp ghi việc ấy bị hỏng (đã cất ở backups/{aside})."
    " Người lẽ ra đã xóa có thể còn trong hồ sơ vừa khôi phục: hãy xem lại, còn thì xóa lại."
)

ASIDE_RUN_OUT = (
    "Các thay đổi đã cất lúc {at} đã quá 30 ngày nên không còn ở mục «Khôi phục»; lịch sử vẫn giữ đủ."
)
