"""What a spreadsheet copies, as cells."""

from __future__ import annotations

import pytest

from tui.desk.grid.block import as_line, is_block, pasted_rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", [[""]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\rb\r", [["a"], ["b"]]),
        ('a\t"b\nc"\r\nd\te\r\n', [["a", "b\nc"], ["d", "e"]]),
        ('"a\rb"\tc\r\rd\te\r\rf\r\r', [["a\nb", "c"], ["d", "e"], ["f"]]),
        ("a\r\rb\rc\r", [["a"], [""], ["b"], ["c"]]),
        ('"a\r\nb"\tc', [["a\nb", "c"]]),
        ('"a\rb"\r"c\td"\r', [["a\nb"], ["c\td"]]),
        ('"lớp ""Mầm"""\tb', [['lớp "Mầm"', "b"]]),
        ('"Mầm"\tb', [['"Mầm"', "b"]]),
        ('6" bàn\t"x" y\n"z', [['6" bàn', '"x" y'], ['"z']]),
        ('"a\nb" c\td', [['"a'], ['b" c', "d"]]),
        ("a\t\t\n\n\tb", [["a", "", ""], [""], ["", "b"]]),
        ('"a\nb\n\n"\n\n', [["a\nb\n\n"]]),
    ],
)
def test_cells(text: str, rows: list[list[str]]) -> None:
    assert pasted_rows(text) == rows


def test_one_cell_is_no_block_and_a_line() -> None:
    rows = pasted_rows('"a\nb"')
    assert not is_block(rows)
    assert as_line(rows) == "a b"
    assert is_block(pasted_rows("a\tb"))


def test_quotes_without_an_end_cost_no_more_than_others() -> None:
    assert len(pasted_rows('"a\t' * 100_000)[0]) == 100_001


def test_a_table_copied_as_text_has_semicolons() -> None:
    assert pasted_rows("Họ tên;Ngày sinh\nLê Mẫu;1/9/2016") == [
        ["Họ tên", "Ngày sinh"],
        ["Lê Mẫu", "1/9/2016"],
    ]
    assert pasted_rows("Lê Mẫu;1/9/2016") == [["Lê Mẫu;1/9/2016"]]
    assert pasted_rows("a;b\nc") == [["a;b"], ["c"]]
    assert pasted_rows("a;b\tc\nd;e\tf") == [["a;b", "c"], ["d;e", "f"]]
