"""Words that fill the messages of rules: what a field takes, yes and no, units of age."""

from forms.model.record import FieldType

TYPE_WORDS: dict[FieldType, tuple[str, str]] = {
    FieldType.DATE: ("ngày hợp lệ", "05/09/2016"),
    FieldType.INT: ("số nguyên từ 0 trở lên", "12"),
    FieldType.DECIMAL: ("số từ 0 trở lên, tối đa 3 số thập phân", "12,5"),
    FieldType.BOOL: ("Có hoặc Không", "Có"),
}
"""What a field takes, and an example of it."""
YEAR_WORDS = ("năm gồm 4 chữ số", "1988")
"""The same of a number that is a year."""

YES, NO = "Có", "Không"
MONTHS_OLD, YEARS_OLD = "{age} tháng", "{age} tuổi"
NOT_CHOSEN = "chưa chọn"

DOUBTS = {
    "zero": "đã thêm số 0 ở đầu bị mất: {text}",
    "digits": "bảng tính đã đổi cách ghi, hiểu {text}",
    "more": "ô có nhiều số, chỉ nhận số đầu; chưa nhận {text}",
    "guess": "hiểu {text}",
    "one_sided": "ô trống ở cột đánh dấu, hiểu là «{text}»",
    "lines": "ô có nhiều dòng, đọc liền là «{text}»",
    "day": "ô {text} là ngày trong bảng tính, không phải chữ",
    "order": "đọc là {text}, nhưng bảng tính có thể đã đảo ngày và tháng",
    "namesake": "dòng {text} của tệp cùng tên, cùng ngày sinh, khác cha mẹ hoặc số định danh",
    "other_day": "dòng {text} của tệp cùng tên mà ngày sinh khác",
    "small": "«{text}» có chữ không viết hoa",
    "either": "«{text}» có chữ lạ, có lẽ theo bảng mã cũ TCVN3 hoặc VNI",
    "old": "chữ theo bảng mã cũ {text}",
    "converted": "đã đổi chữ theo bảng mã cũ {text}",
    "beside": "trong tệp còn người giống vậy: {text}",
}
"""What was doubtful when a value was taken over, by its code."""
OTHER_DOUBT = "cần xem lại: {text}"
