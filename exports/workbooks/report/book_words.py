"""The words of the report workbook beside the declared tables: official ones, and ours where the export has none."""

from typing import Literal

from forms.model.table import Figure

ERRORS = "Errors"
ERROR_TITLES = ("Sheet", "Cell", "Error", "Detail")
"""The sheet of the issues as the official export names it."""
EXPLANATION_TITLE = "Giải trình"
REPORTING_PLACEHOLDER = "Sở GDĐT tỉnh……….."
"""What the official export shows instead of a reporting unit."""

ProblemCode = Literal[
    "text",
    "label",
    "code",
    "heading",
    "number",
    "stray",
    "sheet",
    "sheet_twice",
    "two_ways",
    "no_result",
    "total",
    "added_up",
    "form",
    "property",
]

PROBLEMS: dict[ProblemCode | Figure, str] = {
    # the layout
    "text": "Mẫu có chữ «{wanted}», trong tệp là {found}.",
    "label": "Tên dòng của mẫu là «{wanted}», trong tệp là {found}; số liệu của dòng này không được đọc.",
    "code": "Mã số của mẫu là {wanted}, trong tệp là {found}; số liệu của dòng này không được đọc.",
    "heading": "Tiêu đề cột của mẫu là «{wanted}», trong tệp là {found}; số liệu dưới tiêu đề này không được đọc.",
    "number": "Số của cột trong mẫu là {wanted}, trong tệp là {found}; số liệu của cột này không được đọc.",
    "stray": "Chỗ này của mẫu để trống, trong tệp là {found}.",
    "sheet": "Mẫu báo cáo không có trang này; trang không được đọc.",
    "sheet_twice": "Trang này có hai lần; chỉ trang đầu được đọc.",
    # the figures
    Figure.COUNT: "Số liệu phải là số nguyên từ 0 trở lên, trong tệp là {found}; ô này không được đọc.",
    Figure.AMOUNT: "Số tiền phải từ 0 trở lên, tối đa 3 số thập phân, trong tệp là {found}; ô này không được đọc.",
    "two_ways": "Chữ {found} có thể là số lẻ, cũng có thể là hàng nghìn; ô này không được đọc.",
    "no_result": "Công thức chưa có kết quả → mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi đọc lại.",
    "total": "Ô tổng là {value} nhưng các ô thành phần cộng lại là {sum}.",
    "added_up": "{count} ô tổng báo lỗi hoặc chưa có kết quả trong tệp; đã cộng lại từ các ô thành phần.",
    # the properties
    "form": "Tệp ghi là biểu {found}, không phải biểu {wanted}.",
    "property": "Thông tin «{name}» ghi kèm trong tệp không đúng dạng: {found}.",
}
"""What is not as declared in a workbook that was read, by code; of a figure by the kind that is declared."""

PROBLEM_ON_SHEET = "Trang «{sheet}»: {message}"
PROBLEM_IN_CELL = "Trang «{sheet}», ô {cell}: {message}"
PROBLEM_AT_ADDRESS = "Ô {cell}: {message}"
TEXT_FOUND = "«{text}»"
EMPTY_CELL = "ô trống"
NO_RESULT = "công thức chưa có kết quả"
