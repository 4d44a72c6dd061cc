"""How a system titles what it complains about in a file that it gives back. All folded, as titles are compared."""

from __future__ import annotations

COMPLAINT_TITLES = frozenset(
    {
        "ma loi",
        "loi",
        "mo ta loi",
        "thong bao loi",
        "noi dung loi",
        "chi tiet loi",
        "ly do loi",
        "loi du lieu",
        "error",
        "errors",
        "error message",
        "ghi chu loi",
    }
)
"""Titles of a column beside the rows of a list."""

SHEET_TITLES = frozenset({"errors", "error", "loi", "danh sach loi", "bao loi", "cac loi", "loi du lieu"})
"""Titles of a sheet of complaints."""
SHEET_COLUMN = frozenset({"sheet", "trang", "trang tinh", "ten sheet", "ten trang"})
CELL_COLUMN = frozenset({"cell", "o", "dia chi", "dia chi o", "vi tri"})
ROW_COLUMN = frozenset({"row", "dong", "so dong", "dong so"})
COLUMN_COLUMN = frozenset({"column", "cot", "ten cot", "truong", "truong du lieu"})
TEXT_COLUMNS = COMPLAINT_TITLES | {
    "detail",
    "details",
    "message",
    "chi tiet",
    "mo ta",
    "noi dung",
    "thong bao",
}
"""Titles on such a sheet: of the sheet, the cell or the row and column that is meant, and of the words."""

NO_COMPLAINTS = frozenset(
    {"", "0", "ok", "khong", "khong co loi", "khong loi", "hop le", "thanh cong", "dat", "none", "null"}
)
"""What stands in such a column beside a row that is right."""
