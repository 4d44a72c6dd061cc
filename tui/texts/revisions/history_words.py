"""The words of what was changed in a report: when, who, where, from what to what, why."""

from forms.dossier.dossier import Kind

HELP_HISTORY = "xem lịch sử thay đổi: lúc nào, ai, chỗ nào, trước và sau, lý do"
HELP_HISTORY_PLACE = (
    "chỉ chỗ này, dạng BIỂU.MÃ-SỐ:CỘT, hoặc children/c0003, facility/phone; không ghi là toàn bộ"
)
NO_PLACE = "không có chỗ nào là «{place}», hãy ghi như BIỂU.MÃ-SỐ:CỘT, children/c0003/name, facility/phone"
ERASED = "Năm học {year}: {place} đã được xóa hẳn lúc {at}; lịch sử không còn gì về hồ sơ ấy."
NEVER_THERE = "hồ sơ năm học {year} chưa từng có «{place}»"

LINE = "{at}, {who}: {label}: {old} → {new}"
NOTHING = "trống"
WITH_REASON = "{line} (lý do: {reason})"
BY_KIND = {
    Kind.EDIT: "{line}",
    Kind.FIRST: "{line}",
    Kind.MOVE: "{line}",
    Kind.UNDO: "{line} [hoàn tác]",
    Kind.REDO: "{line} [làm lại]",
    Kind.EXPORT: "{line}",
    Kind.HANDOVER: "{line}",
}
GIVEN_LABELS = {Kind.EXPORT: "Xuất {what}", Kind.HANDOVER: "Chép đi {what}"}
GIVEN = {
    "pdf": "biểu (PDF)",
    "xlsx": "biểu (Excel)",
    "rosters": "hồ sơ trẻ, lớp, nhân sự (Excel)",
    "json": "gói dữ liệu",
    "missing": "danh sách còn thiếu",
    "portal": "việc trên Hệ thống",
    "fill": "tệp mẫu đã điền",
    "child": "dữ liệu của một trẻ",
    "notice": "thông báo cho phụ huynh",
    "backup": "bản sao lưu",
    "copies": "tệp đã xuất",
}
COUNT = "{count} thay đổi."
NONE = "Chưa có thay đổi nào."
ALL_GONE = "Lịch sử không còn trên máy này: các thay đổi đến số {last} không có ở đây."
BEGINS_LATE = "Lịch sử còn trên máy bắt đầu từ thay đổi số {first}: các thay đổi trước đó không có ở đây."

TITLE, TITLE_AT = "LỊCH SỬ THAY ĐỔI", "LỊCH SỬ: {place}"
AT, WHO, PLACE, BEFORE, AFTER = "Lúc", "Ai", "Chỗ", "Trước", "Sau"
HINT = "Lịch sử chỉ để xem: Enter đến chỗ đó, F3 tìm, Esc để về."
HELP = "Mới nhất trước. Enter đến chỗ đó; F3 tìm theo chữ, có dấu hay không dấu."
