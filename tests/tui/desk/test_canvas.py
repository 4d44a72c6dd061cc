"""What differs between two pictures of a line is decided by cells: painted over the old one it gives the new one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.desk.canvas import Role, cells_of, difference, line_of, wrapped

WIDTH = 12
ROLES = st.sampled_from((Role.TEXT, Role.EDIT, Role.CARET))
LETTERS = st.sampled_from("abê漢한é\u0302\u0323\ufe0f❤👩🏫 ")
SPANS = st.lists(st.tuples(st.text(LETTERS, max_size=5), ROLES), max_size=6)


@pytest.mark.slow
@given(SPANS)
def test_a_line_has_as_many_cells_as_its_text_takes(spans: list[tuple[str, Role]]) -> None:
    line = line_of(spans, WIDTH)
    if cell_len(line[0][0][0]):  # a mark without a letter before it has no cell
        assert len(cells_of(line)) == sum(cell_len(text) for text, _ in line)


@pytest.mark.slow
@given(SPANS, SPANS)
@example([("e\u0302", Role.TEXT)], [("e", Role.TEXT), ("\u0302", Role.TEXT)])
@example([("e", Role.TEXT), ("\u0302", Role.CARET)], [("e\u0302", Role.TEXT)])
def test_painted_over_the_old_line_it_gives_the_new_one(
    before: list[tuple[str, Role]], after: list[tuple[str, Role]]
) -> None:
    old, new = line_of(before, WIDTH), line_of(after, WIDTH)
    cells, (first, part) = cells_of(old), difference(old, new) or (0, ())
    painted = cells_of(part)
    assert [*cells[:first], *painted, *cells[first + len(painted) :]] == cells_of(new) or part == new


@pytest.mark.slow
@given(SPANS, SPANS)
def test_no_more_is_painted_than_from_the_first_to_the_last_cell_that_differs(
    before: list[tuple[str, Role]], after: list[tuple[str, Role]]
) -> None:
    old, new = line_of(before, WIDTH), line_of(after, WIDTH)
    if (cells := cells_of(old)) and len(cells) == len(cells_of(new)) and (found := difference(old, new)):
        first, painted = found[0], cells_of(found[1])
        assert painted[0] != cells[first]
        assert painted[-1] != cells[first + len(painted) - 1]


def test_nothing_differs_between_lines_whose_cells_are_the_same() -> None:
    assert difference((("e", Role.TEXT), ("\u0302a", Role.TEXT)), (("e\u0302a", Role.TEXT),)) is None


def test_a_long_word_is_broken_between_its_parts() -> None:
    path = "/nha/tai-lieu/bao-cao_79761001_nhap-20190919-0800.pdf"
    assert wrapped(f"Ở {path}", 24) == ["Ở /nha/tai-lieu/bao-cao_", "79761001_", "nhap-20190919-0800.pdf"]
    assert "".join(wrapped(path, 10)) == path
    assert wrapped("từ năm 2019-2020", 14) == ["từ năm", "2019-2020"]
    assert wrapped("một hai ba", 7, 1) == ["một…"]
    assert wrapped("- một hai ba", 7, hang=2) == ["- một", "  hai", "  ba"]
