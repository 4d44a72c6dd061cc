"""What is not as declared in a report workbook that was read, in plain Vietnamese."""

from __future__ import annotations

from typing import NamedTuple

from exports.layout.cell_address import cell_address
from forms.model.table import Figure
from forms.model.text import clean, format_number, shorten

SENTENCES = {
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
    # the properties
    "form": "Tệp ghi là biểu {found}, không phải biểu {wanted}.",
    "property": "Thông tin «{name}» ghi kèm trong tệp không đúng dạng: {found}.",
}
"""Sentence by code."""

NOTHING = "ô trống"


class Problem(NamedTuple):
    """Something that is not as declared: *cell* is its address; both are empty for a matter of the whole file."""

    sheet: str
    cell: str
    message: str

    def __str__(self) -> str:
        """«Trang «Học sinh», ô D12: ...»."""
        place = ", ".join(
            text
            for text in (self.sheet and f"trang «{shorten(self.sheet)}»", self.cell and f"ô {self.cell}")
            if text
        )
        return f"{place[:1].upper()}{place[1:]}: {self.message}" if place else self.message


def problem(code: str, sheet: str = "", at: tuple[int, int] | None = None, **values: object) -> Problem:
    """A problem by its code, at a row and column of a sheet."""
    shown = {key: format_number(value) if isinstance(value, int) else value for key, value in values.items()}
    return Problem(clean(sheet), cell_address(*at) if at else "", SENTENCES[code].format(**shown))


def quoted(text: str) -> str:
    """A text of the file for a message."""
    text = shorten(clean(text))
    return f"«{text}»" if text else NOTHING
