"""Why a workbook is not read, in plain Vietnamese: what is wrong, what to do, and that nothing has changed."""

from typing import Literal

UnreadableCode = Literal[
    "missing",
    "folder",
    "not_a_file",
    "no_permission",
    "open_elsewhere",
    "unreadable",
]
"""The file itself cannot be read."""

RefusalCode = Literal[
    UnreadableCode,
    "empty",
    "too_large",
    "old_excel",
    "binary_excel",
    "open_document",
    "web_page",
    "plain_text",
    "not_excel",
    "encrypted",
    "damaged",
    "external_links",
    "entities",
    "too_many_parts",
    "too_much_inside",
    "sheet_too_large",
    "too_many_cells",
    "too_much_text",
    "no_sheets",
    "sheet_missing",
    "not_report",
    "report_sheets",
    "unknown_set",
    "report_columns",
    "report_rows",
    "report_different",
    "too_heavy",
    "too_slow",
    "failed",
    "not_started",
]

OtherKind = Literal[
    "pdf",
    "word",
    "rich_text",
    "slides",
    "picture",
    "drawing",
    "archive",
    "access",
    "database",
    "numbers",
    "works",
    "xml_workbook",
    "web_archive",
    "package",
    "mail",
    "program",
    "media",
    "other",
]
"""What a file is that holds no table that is read."""

UNCHANGED = "Không có gì thay đổi."

SAVE_AS = "mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As), kiểu «Excel Workbook (.xlsx)», rồi dùng tệp mới"

_TO_EXCEL = "chép bảng trong đó, dán sang Excel, lưu thành .xlsx, rồi dùng tệp mới"
_ASK = "xin người gửi tệp Excel (.xlsx)"

OTHER_KINDS: dict[OtherKind, tuple[str, str]] = {
    "pdf": ("tệp PDF", f"{_ASK}; nếu không có thì {_TO_EXCEL}"),
    "word": ("văn bản Word", f"mở bằng Word, {_TO_EXCEL}"),
    "rich_text": ("văn bản RTF", f"mở bằng Word, {_TO_EXCEL}"),
    "slides": ("bản trình chiếu", f"{_ASK}; nếu không có thì {_TO_EXCEL}"),
    "picture": ("tệp ảnh", f"{_ASK}; số liệu trong ảnh phải gõ lại"),
    "drawing": ("bản vẽ", _ASK),
    "archive": ("tệp nén (zip, rar, 7z)", "giải nén, rồi chọn tệp Excel ở trong"),
    "access": ("cơ sở dữ liệu Access", "mở bằng Access, xuất bảng ra Excel (.xlsx), rồi dùng tệp mới"),
    "database": ("cơ sở dữ liệu SQLite", f"{_ASK} xuất từ phần mềm đang dùng"),
    "numbers": (
        "bảng tính Numbers của máy Mac",
        "mở bằng Numbers, xuất ra Excel (Export To, Excel), rồi dùng tệp mới",
    ),
    "works": ("bảng tính kiểu cũ (Works, Lotus, Quattro)", SAVE_AS),
    "xml_workbook": ("bảng tính XML kiểu Excel 2003", SAVE_AS),
    "web_archive": ("trang web lưu thành một tệp (.mht)", SAVE_AS),
    "package": (
        "tệp JSON, không phải bảng tính",
        "nếu là gói dữ liệu thì nhập bằng lệnh nhomtre import hoặc ở trang mở đầu",
    ),
    "mail": ("thư điện tử", "mở thư, lưu tệp Excel đính kèm, rồi chọn tệp đó"),
    "program": ("chương trình máy tính", "không mở; hỏi lại người gửi"),
    "media": ("tệp âm thanh hoặc phim", _ASK),
    "other": ("loại tệp không đọc được", f"{SAVE_AS}; nếu Excel cũng không mở được thì {_ASK}"),
}
"""What it is, and the way out."""

REFUSALS: dict[RefusalCode, str] = {
    # the file
    "missing": "Không tìm thấy tệp «{name}» → xem lại tên tệp và thư mục.",
    "folder": "«{name}» là một thư mục, không phải tệp Excel → chọn một tệp .xlsx ở trong đó.",
    "not_a_file": "«{name}» không phải một tệp thường → chép nội dung ra một tệp .xlsx rồi chọn tệp đó.",
    "no_permission": "Máy không cho phép đọc tệp «{name}» → xin quyền của người giữ tệp, hoặc nhờ họ chép cho một bản.",
    "open_elsewhere": "Tệp «{name}» đang mở trong chương trình khác → đóng tệp đó (ví dụ trong Excel) rồi làm lại.",
    "unreadable": "Ổ đĩa báo lỗi khi đọc tệp «{name}» → chép tệp sang chỗ khác rồi làm lại.",
    "empty": "Tệp rỗng, không có nội dung nào → tải về hoặc chép lại tệp.",
    "too_large": "Tệp nặng {size} MB, nhiều nhất là {most} MB → bỏ hình ảnh, trang và dòng thừa trong Excel rồi lưu lại.",
    # what kind of file
    "old_excel": f"Đây là tệp Excel kiểu cũ (.xls), dù tên tệp là gì → {SAVE_AS}.",
    "binary_excel": f"Đây là tệp Excel kiểu nhị phân (.xlsb) → {SAVE_AS}.",
    "open_document": f"Đây là bảng tính kiểu .ods → {SAVE_AS}.",
    "web_page": f"Đây là trang web hoặc tệp XML mang tên Excel → {SAVE_AS}.",
    "plain_text": f"Đây là tệp chữ thường, không phải bảng tính Excel → {SAVE_AS}; xem lại cột ngày và mã số trước khi lưu.",
    "not_excel": "Đây là {kind} → {way}.",
    "encrypted": "Tệp có mật khẩu nên không đọc được → mở bằng Excel, bỏ mật khẩu (File, Info, Protect Workbook), lưu lại.",
    "damaged": f"Tệp bị cắt cụt hoặc hỏng → tải về hoặc chép lại tệp; nếu Excel vẫn mở được thì {SAVE_AS}.",
    # what is refused in it
    "external_links": "Tệp lấy số từ tệp khác (liên kết ngoài) → trong Excel chọn Data, Edit Links, Break Link, rồi lưu lại.",
    "entities": f"Tệp có đoạn khai báo lạ (DOCTYPE) mà Excel không bao giờ ghi → nếu tin người gửi thì {SAVE_AS}.",
    "too_many_parts": "Tệp gồm {parts} phần, nhiều nhất là {most} → bỏ hình ảnh và trang thừa trong Excel rồi lưu lại.",
    "too_much_inside": "Tệp mở ra thành {size} MB, nhiều nhất là {most} MB → bỏ trang và dòng thừa trong Excel rồi lưu lại.",
    "sheet_too_large": "Trang «{sheet}» có {rows} dòng có nội dung, ô xa nhất ở cột {column} dòng {row}; nhiều nhất là "
    "{most_rows} dòng và {most_columns} cột → xóa dòng và cột thừa, hoặc chia ra nhiều tệp.",
    "too_many_cells": "Cả tệp có hơn {most} ô có nội dung → bỏ những trang không cần, hoặc chia ra nhiều tệp.",
    "too_much_text": "Chữ trong các ô quá dài, cả tệp hơn {most} ký tự → bỏ những trang và cột không cần rồi lưu lại.",
    "no_sheets": "Tệp không có trang tính nào đọc được → mở bằng Excel xem lại; trang biểu đồ không đọc được.",
    "sheet_missing": "Trang «{sheet}» có tên trong tệp nhưng không có nội dung, tệp đã hỏng → "
    "mở bằng Excel cho sửa lại rồi lưu, hoặc xin lại tệp.",
    # what is refused in a report of others
    "not_report": "Tệp không có trang nào của báo cáo {form} → chọn tệp báo cáo Excel do phần mềm xuất ra, hoặc tệp "
    "trích xuất từ Hệ thống.",
    "report_sheets": "Báo cáo {form} có {count} trang, tệp này thiếu: {sheets} → xin lại tệp đủ các trang.",
    "unknown_set": "Báo cáo trong tệp: {why} → xin lại tệp theo biểu mẫu khác, hoặc dùng nhomtre mới hơn.",
    "report_columns": "Trang «{sheet}», ô {cell}: chỗ này của mẫu là cột số {number}, tệp này thì không; có lẽ cột đã bị "
    "chèn, xóa hoặc đổi chỗ → xin lại tệp còn nguyên bố cục.",
    "report_rows": "Trang «{sheet}», ô {cell}: chỗ này của mẫu là mã số {number}, tệp này thì không; có lẽ dòng đã bị "
    "chèn, xóa hoặc đổi chỗ → xin lại tệp còn nguyên bố cục.",
    "report_different": "Tệp khác mẫu báo cáo {form} ở hơn {most} chỗ, chỗ đầu tiên ở trang «{sheet}», ô {cell} → xin lại "
    "tệp còn nguyên bố cục.",
    # the process that reads
    "too_heavy": "Tệp cần quá nhiều bộ nhớ để đọc → bỏ trang, dòng và định dạng thừa trong Excel rồi lưu lại.",
    "too_slow": "Đọc quá {seconds} giây chưa xong nên đã dừng → bỏ trang, dòng và định dạng thừa trong Excel rồi lưu lại.",
    "failed": f"Không đọc được tệp này, có thể tệp đã hỏng → {SAVE_AS}.",
    "not_started": "Máy không bắt đầu đọc tệp được → đóng bớt chương trình khác rồi làm lại.",
}
"""Sentence by code; sizes are in megabytes."""
