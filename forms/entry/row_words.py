"""What is told of a row from elsewhere, and how the last lines of a list are known."""

IS_TAKEN_FOR = "«{text}» là «{name}»"
ALSO_IN = "{text} (cũng ở dòng {rows})"
MAY_BE = "«{text}» có thể là {names}"
BETWEEN_NAMES = ", "
AND_MORE = "..."
INSTEAD = "{label} «{old}» → «{new}»"
NOTHING_AGAINST = "chỉ biết họ tên"
"""What differs where nothing else is told."""
BETWEEN_NUMBERS = "hoặc|và"
"""Words between two numbers in one cell."""

BELOW_A_LIST = (
    r"(tổng( cộng| số)?|cộng|trong đó|(ấn định )?danh sách (này )?có|(người )?lập( biểu| bảng)?|thủ trưởng( đơn vị)?|"
    r"(p\. ?|phó )?hiệu trưởng|hiệu phó|ban giám hiệu|bgh|chủ (nhóm|cơ sở|trường)|giáo viên( chủ nhiệm| phụ trách)|gvcn|"
    r"kế toán|duyệt|ký tên|xác nhận)\b.*|\(?(đã )?ký.*|(.*, *)?ngày[ .…0-9]+tháng.*|tong cong"
)
"""What rows below a list begin with; spelled with marks, for there is a name Tống Công."""
ENCODINGS = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}
IN_OLD_ENCODING = "{encoding}: «{before}» → «{after}»"
