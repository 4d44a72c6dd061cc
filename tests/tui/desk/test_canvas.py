"""A line takes its cells and no other line's; long words are broken between their parts."""

from __future__ import annotations

from tui.desk.canvas import Role, line_of, wrapped


def test_a_mark_at_the_start_of_a_line_has_no_letter_to_stand_on() -> None:
    assert line_of([("\u0302", Role.TEXT), ("\u0323\u0302e\u0302", Role.EDIT)], 3) == (
        ("e\u0302", Role.EDIT),
        ("  ", Role.TEXT),
    )


def test_a_long_word_is_broken_between_its_parts() -> None:
    path = "/nha/tai-lieu/bao-cao_79761001_nhap-20190919-0800.pdf"
    assert wrapped(f"Ở {path}", 24) == ["Ở /nha/tai-lieu/bao-cao_", "79761001_", "nhap-20190919-0800.pdf"]
    assert "".join(wrapped(path, 10)) == path
    assert wrapped("từ năm 2019-2020", 14) == ["từ năm", "2019-2020"]
    assert wrapped("một hai ba", 7, 1) == ["một…"]
    assert wrapped("- một hai ba", 7, hang=2) == ["- một", "  hai", "  ba"]
