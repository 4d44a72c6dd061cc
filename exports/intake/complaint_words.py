"""How a system titles what it complains about in a file that it gives back. All folded, as titles are compared."""

from __future__ import annotations

COMPLAINT_WORDS = frozenset({"lỗi", "loi", "error", "errors", "err"})
"""No file with complaints of the national system was at hand, so no title is sure: a column beside the rows of a list that
has one of these words in its title, marked as here, holds complaints (MA_LOI, Nội dung lỗi, Error message), and so does
a sheet that is called so. «Lời» is none."""

SHEET_COLUMN = frozenset({"sheet", "trang", "trang tinh", "ten sheet", "ten trang"})
CELL_COLUMN = frozenset({"cell", "o", "dia chi", "dia chi o", "vi tri"})
ROW_COLUMN = frozenset({"row", "dong", "so dong", "dong so"})
COLUMN_COLUMN = frozenset({"column", "cot", "ten cot", "truong", "truong du lieu"})
TEXT_COLUMNS = frozenset(
    {"detail", "details", "message", "description", "chi tiet", "mo ta", "noi dung", "thong bao", "dien giai"}
)
"""Titles on such a sheet: of the sheet, the cell or the row and column that is meant, and of the words, where none of ``COMPLAINT_WORDS`` is in them."""

NO_COMPLAINTS = frozenset(
    {"", "0", "ok", "khong", "khong co loi", "khong loi", "hop le", "thanh cong", "dat", "none", "null"}
)
"""What stands in such a column beside a row that is right."""
