"""``nhomtre import``: a class that cannot be found is told before anything is taken, wherever the list names it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.tui.cli.conftest import Command
from tests.tui.cli.test_import_workbook import tree

HEAD = ["Họ tên", "Ngày sinh", "Giới tính"]
KNOWN, UNKNOWN = "Nhóm Thỏ Trắng", "Lớp Hoa Sen"
ABOVE = f"Mã lớp: «{UNKNOWN}» không có trong danh sách"


def kid(number: int, *more: Any) -> list[Any]:
    return [f"Hoàng Mẫu {'ABCD'[number]}", f"{number + 1}/2/2017", "Nam", *more]


CASES: dict[str, tuple[str, Sequence[Sequence[Any]], str, Sequence[str | None]]] = {
    "title of the sheet": (UNKNOWN, [HEAD, kid(0), kid(1)], ABOVE, [None, None]),
    "a line above": ("Trẻ", [[UNKNOWN], HEAD, kid(0)], ABOVE, [None]),
    "a title above": (
        "Trẻ",
        [[f"Danh sách trẻ {UNKNOWN.lower()}"], HEAD, kid(0)],
        "«Danh sách trẻ lớp hoa sen» không có trong danh sách",
        [None],
    ),
    "a line between": (
        "Trẻ",
        [HEAD, [KNOWN], kid(0), [UNKNOWN], kid(1)],
        "dòng 5: thêm: Mã lớp: mã lớp Lớp Hoa Sen không có trong danh sách lớp",
        ["NT1", UNKNOWN],
    ),
    "a column": (
        "Trẻ",
        [[*HEAD, "Lớp"], kid(0, KNOWN), kid(1, UNKNOWN)],
        "dòng 3: thêm: Mã lớp: mã lớp Lớp Hoa Sen không có trong danh sách lớp",
        ["NT1", UNKNOWN],
    ),
    "the first row only": (
        "Trẻ",
        [[*HEAD, "Lớp"], kid(0, KNOWN), kid(1), kid(2), kid(3, KNOWN)],
        "Mã lớp: dòng 3–4 không ghi",
        ["NT1", None, None, "NT1"],
    ),
    "known": (KNOWN, [HEAD, kid(0)], f"Mã lớp: {KNOWN}, theo tên trang «{KNOWN}».", ["NT1"]),
    "known above": (
        "Trẻ",
        [[f"Danh sách trẻ {KNOWN}"], HEAD, kid(0)],
        f"Mã lớp: {KNOWN}, theo dòng «Danh sách trẻ {KNOWN}» ở trên danh sách.",
        ["NT1"],
    ),
    "known lines": (
        "Trẻ",
        [HEAD, [KNOWN], kid(0), kid(1)],
        f"Mã lớp: theo dòng xen giữa: dòng 2 là {KNOWN}.",
        ["NT1", "NT1"],
    ),
    "none at all": ("Trẻ", [HEAD, kid(0)], "", [None]),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_where_the_class_is_told_and_not_found(
    nhomtre: Command,
    package_file: Callable[[Any], str],
    example: dict[str, Any],
    tmp_path: Path,
    folder: Path,
    case: str,
) -> None:
    title, rows, told, classes = CASES[case]
    example["classes"][0]["name"] = KNOWN
    assert nhomtre("import", package_file(example)).status == 0
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(tmp_path / "tre.xlsx")
    dry = nhomtre("import", str(tmp_path / "tre.xlsx"), "--dry-run")
    assert dry.status == 0
    assert told in dry.out
    assert bool(told) is ("Mã lớp:" in dry.out)
    assert nhomtre("import", str(tmp_path / "tre.xlsx")).status == 0
    new = list(tree(folder)["children"].values())[-len(classes) :]
    assert [child.get("class_code") for child in new] == classes
