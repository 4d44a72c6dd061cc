"""The words of what is to be come back to: notes at cells, values to be looked at again."""

from collections import Counter
from collections.abc import Iterable

from forms.report.marks import MarkedPlace, MarkKind

TITLE = "GHI CHÚ, CHỖ CẦN XEM LẠI"
KIND, PLACE, TEXT = "Loại", "Chỗ", "Nội dung"
KINDS = {MarkKind.NOTE: "ghi chú", MarkKind.DOUBT: "xem lại", MarkKind.UNKNOWN: "chưa biết"}
HELP = "Enter: đến chỗ đó. Ghi chú: Ctrl+T. Chỗ cần xem lại: gõ lại, hoặc Enter xác nhận."
NONE = "Không có ghi chú, không có chỗ nào cần xem lại."
HINT = "Mũi tên để chọn dòng, Enter để đến chỗ đó, Esc để quay lại."

STEP = "Ghi chú, chỗ cần xem lại"
HOME = "Các ghi chú (Ctrl+T) và giá trị cần xem lại, mục «chưa biết». Enter để mở."
COUNTS = {
    MarkKind.NOTE: "{count} ghi chú",
    MarkKind.DOUBT: "{count} cần xem lại",
    MarkKind.UNKNOWN: "{count} chưa biết",
}
ON_HOME = "Đang có {counts}: bước {number}."


def counts(marks: Iterable[MarkedPlace]) -> str:
    """«2 ghi chú, 3 cần xem lại»."""
    counted = Counter(mark.kind for mark in marks)
    return ", ".join(COUNTS[kind].format(count=counted[kind]) for kind in MarkKind if counted[kind])
