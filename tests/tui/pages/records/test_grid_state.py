"""What quick entry shows of its state, and what it does with a whole column."""

from __future__ import annotations

import pytest

from tests.messy_group import CHILDREN, control_keys
from tests.tui.conftest import Screen
from tests.tui.page_driver import PAGES
from tests.whole_group import CLASSES, NEW_REPORT, PROFILE
from tui.desk.canvas import plain, width_of


def quick(screen: Screen) -> None:
    screen.at("children")
    screen.type("‹insert›")


def test_the_name_stays_while_the_columns_scroll(screen: Screen) -> None:
    quick(screen)
    screen.press("up", "end")
    assert screen.lines[2:4] != ["", ""]
    row = next(line for line in screen.lines if line.startswith("  46"))
    assert row.startswith("  46   Bùi Thị Mẫu Như")
    assert "Lý do thôi học" in " ".join(screen.lines[2:4])
    screen.press("home")
    assert screen.under_cursor.startswith("Bùi Thị Mẫu Như")
    screen.type("Trẻ Mẫu Khác⏎")
    assert screen.work.content.records("children")["c0046"]["name"] == "Trẻ Mẫu Khác"


def test_a_row_with_an_error_out_of_sight_carries_its_sign_in_the_number(screen: Screen) -> None:
    screen.work.put(("children", "c0046", "nutrition"), "99")
    screen.work.put(("children", "c0045", "birth_date"), "2030-01-01")
    quick(screen)
    by_number = {line[1:4].strip(): line for line in screen.lines[4:-5]}
    assert by_number["46"].startswith("! 46")
    assert by_number["45"].startswith("  45"), "its sign stands in view"
    assert "!01/01/2030" in by_number["45"]
    screen.press("up")
    screen.page.cursor.col = [field.key for field in screen.page.fields].index("nutrition") + 1
    by_number = {line[1:4].strip(): line for line in screen.lines[4:-5]}
    assert by_number["46"].startswith("  46")
    assert by_number["45"].startswith("! 45")


def test_the_headings_say_on_which_side_columns_are_out_of_view(screen: Screen) -> None:
    screen.at("children")
    screen.type("‹insert›")
    seen = []
    for _ in range(20):
        lowest = next(line for line in screen.lines if line.lstrip().startswith("STT")).ljust(80)
        seen.append(lowest[-2:].strip())
        screen.press("right")
    assert seen[0] == "»" and seen[-1] == "«" and "«»" in seen


@pytest.mark.parametrize(
    "name", [name for name in PAGES if name in ("classes", "children", "staff") or "quick" in name]
)
def test_headings_are_whole_on_at_most_two_lines(screen: Screen, name: str) -> None:
    PAGES[name](screen)
    for column in screen.page.columns():
        assert len(column.titles) <= 2
        assert all(width_of(title) <= column.width for title in column.titles), column
    assert not any("…" in plain(line) for line in screen.page.headings(80))


def test_marked_rows_take_the_value_of_the_cell_and_others_keep_theirs(screen: Screen) -> None:
    quick(screen)
    screen.type("↑ ")
    assert "đã đánh dấu 1" in screen.lines[0]
    screen.type("↑↑ ↑↑ →→→")
    assert "đã đánh dấu 3" in screen.lines[0]
    assert "x 44" in screen.text
    screen.type("nt1‹f2›")
    assert "F4 ghi «NT1»" in screen.said
    screen.press("f4")
    codes = [child["class_code"] for child in screen.work.content.records("children").values()]
    assert codes[-4:].count("NT1") == 3
    assert "đã đánh dấu" not in screen.lines[0]


@pytest.mark.slow
def test_a_column_is_filled_for_twenty_children_with_few_keys(empty_folder: Screen) -> None:
    screen = empty_folder
    for keys in (NEW_REPORT, PROFILE, CLASSES):
        screen.type(keys)
    screen.at("children")
    screen.type("‹insert›" + "".join(child.keys for child in CHILDREN))
    screen.type("↑‹home›" + "→" * 14)
    fill = "c‹f2›‹ctrl+f›⏎‹f4›"
    assert control_keys(fill) <= 6
    before = screen.work.content
    screen.type(fill)
    records = screen.work.content.records("children").values()
    assert [record["health_checked"] for record in records] == [True] * 20
    screen.press("ctrl+z")
    assert sum("health_checked" in record for record in screen.work.content.records("children").values()) == 1
    # from a row down, and none in the empty row of a new record
    screen.type("↑↑↑‹ctrl+f›↓⏎")
    assert "đã đánh dấu 4" in screen.lines[0]
    assert before.records("children").keys() == screen.work.content.records("children").keys()


def test_nobody_is_there_to_be_marked(empty_folder: Screen) -> None:
    empty_folder.type(NEW_REPORT)
    empty_folder.at("children")
    empty_folder.type("‹insert›‹ctrl+f›")
    assert "Hồ sơ mới: gõ để thêm" in empty_folder.said
    assert "NHẬP NHANH" in empty_folder.lines[0]


def test_names_are_not_filled_and_escape_drops_the_marks_first(screen: Screen) -> None:
    quick(screen)
    before = screen.work.content
    screen.type("↑  ‹f4›")
    assert screen.work.content is before
    screen.press("escape")
    assert "đã đánh dấu" not in screen.lines[0]
    assert "NHẬP NHANH" in screen.lines[0]
