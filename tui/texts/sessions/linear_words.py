"""What the linear mode says beside what the pages say."""

WELCOME = "Chế độ từng dòng. Dòng bắt đầu bằng «?» là câu hỏi: gõ câu trả lời rồi Enter; Enter không gõ gì: giữ nguyên, sang câu kế. Gõ /? để xem các lệnh."
QUESTION = "? {what}"
ROW_HERE = "> {row}"
ROW = "  {row}"
MORE_ROWS = "  … còn {count} dòng; /xem để đọc hết."
MISSING_FIRST = "Bắt đầu bằng những chỗ còn lỗi, còn thiếu."
TABLES_NOW = "Đã qua mọi chỗ lỗi, cảnh báo. Sang các ô phải gõ: {table}."
ALL_DONE = "Đã qua mọi ô. /in để in, /xuat để xuất, /thoat để thoát."
UNKNOWN = "Không có lệnh /{name}. Gõ /? để xem các lệnh."
LINE_TOO_LONG = "Dòng quá dài nên không nhận. Không có gì thay đổi."
HELP = (
    "Gõ câu trả lời rồi Enter. Enter không gõ gì: ở một ô thì giữ nguyên và sang câu kế, ở danh sách thì mở dòng đang đứng.",
    "/tiep: đi tiếp từ chỗ còn lỗi, còn thiếu rồi đến các ô phải gõ. /xem: đọc cả trang. /lai: đọc lại chỗ này.",
    "/len /xuong /trai /phai /dau /cuoi: đi từng ô. /mo: mở dòng, danh mục, hồ sơ. /bo: để ô trống. /doi: đổi Có, Không, đánh dấu dòng.",
    "Phím nào cũng gõ được bằng tên: /f5, /esc, /ctrl+z. Câu trả lời bắt đầu bằng / thì gõ //.",
    "Ở đây còn: {deeds}.",
)
DEED = "/{name} ({what})"
EMPTY = ("bo", "delete")
AGAIN, READ, HELP_NAMES, GO_ON = ("lai", "again"), ("xem", "read"), ("?", "help"), ("tiep", "next")
KEYS = {
    "len": "up",
    "xuong": "down",
    "trai": "left",
    "phai": "right",
    "dau": "home",
    "cuoi": "end",
    "mo": "enter",
    "bo": "delete",
    "doi": "space",
    "esc": "escape",
    "ve": "escape",
    "pgup": "pageup",
    "pgdn": "pagedown",
}
"""Names of keys that stand for themselves in no other way."""
