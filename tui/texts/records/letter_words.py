"""The words of a letter that comes in a file, and of one that is written into it."""

HELP_WAY = "export: ghi công văn của năm học ra tệp; import: nhận công văn trong tệp, kể những mục đổi"
HELP_LETTER_FILE = "tệp công văn (.json); dấu - là đầu ra, đầu vào chuẩn"
DRY_RUN_WITH_IMPORT = "--dry-run chỉ đi với import"

ASK_LETTER = "Tên tệp công văn (.json):"
TITLE = "CÔNG VĂN TRONG TỆP: {count} MỤC ĐỔI"
FIELD, NOW, IN_FILE = "Mục", "Đang có", "Trong tệp"
CHANGE = "{label}: {old} → {new}"
NOTHING = "(không có)"
PREVIEW_HELP = (
    "Nhận công văn này: Enter. Chưa nhận thì chưa gì đổi; nhận rồi vẫn hoàn tác được. Esc: không nhận."
)
PREVIEW_HINT = "Enter để nhận công văn trong tệp, Esc để không nhận."

TAKEN = "Đã nhận công văn năm học {year}: {count} mục đổi. Đã lưu."
SAME = "Công văn trong tệp giống công văn đang có. Không có gì thay đổi."
WOULD_TAKE = "Chưa ghi gì. Công văn năm học {year}: {count} mục sẽ đổi."
REFUSED_FILE = "Không nhận công văn: tệp có {count} chỗ không đúng. Không có gì thay đổi."
REFUSED_BECAUSE = "Không nhận công văn: {why}. Không có gì thay đổi."
OTHER_FORM = "Công văn trong tệp là cho biểu mẫu «{theirs}», hồ sơ này theo «{own}». Không có gì thay đổi."
OTHER_YEAR = (
    "Công văn trong tệp là của năm học {theirs}, hồ sơ này là năm học {own}. Không có gì thay đổi;"
    " mở hồ sơ năm học {theirs} rồi nhận lại."
)
NO_SUCH_YEAR = (
    "Chưa có hồ sơ năm học {year} ở đây. Không có gì thay đổi;"
    " lập hồ sơ (mở phần mềm, hoặc chuyển hồ sơ lên năm học mới) rồi nhận lại."
)
NO_LETTER = "Năm học {year} chưa có công văn nào để ghi ra tệp: nhập ở F10, «Công văn, hạn nộp, người liên hệ», hoặc nhận từ tệp."
