"""The first page: what stands in its lines is whole at 80 columns, and one figure says how much is wrong."""

from __future__ import annotations

from tests.tui.conftest import Screen
from tui.pages.home.home import HomePage


def test_the_step_of_the_check_says_what_is_missing_whole(empty_folder: Screen) -> None:
    empty_folder.press("enter")
    assert isinstance(empty_folder.page, HomePage)
    (line,) = (line for line in empty_folder.lines if " Kiểm tra " in line)
    assert "thiếu 7 mục " in line
    assert line.rstrip().endswith("! 7 lỗi")
    assert "…" not in line
