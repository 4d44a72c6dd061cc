"""Words around the titles of fields in workbooks of others."""

from __future__ import annotations

HINTS = frozenset(
    {"dd mm yyyy", "dd mm yy", "d m yyyy", "ngay thang nam", "neu co", "bat buoc", "nam nu", "co khong", "x"}
)
"""Folded words in brackets behind a title that tell how to fill it, not what it is."""

UNTITLED = "cột {letter} (không tiêu đề)"
"""A column that holds something and has no title."""
