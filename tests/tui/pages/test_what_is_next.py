"""On every page it can be read from the screen what to do next: the lines below the body name a key, or what is typed; the key line names more."""

from __future__ import annotations

import re

import pytest

from tests.tui.conftest import Screen
from tests.tui.page_driver import PAGES
from tests.tui.sent_copies import use_quick_files
from tui.texts.help.keys import KEYS

pytestmark = pytest.mark.slow

NEXT = re.compile(
    r"\b(?:Enter|Esc|Tab|Insert|Backspace|Delete|End|F\d+|Ctrl\+[A-Z]|PgDn)\b|\b[Gg]õ\b|[Pp]hím cách|Mũi tên|[Bb]ấm|nhờ"
)
"""A key, or a verb of doing."""


@pytest.fixture(autouse=True)
def _quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    use_quick_files(monkeypatch)


@pytest.mark.parametrize("page", list(PAGES))
def test_what_to_do_next_is_read_below_the_body_and_in_the_key_line(screen: Screen, page: str) -> None:
    PAGES[page](screen)
    lines = screen.lines
    told, keys = " ".join(lines[screen.desk.explaining_line : -1]), lines[-1]
    assert NEXT.search(told), told
    assert sum(f" {key.label} {key.short}" in f" {keys}" for key in KEYS) >= 1 or "/^" in keys, keys


def test_a_line_that_only_explains_would_be_noticed() -> None:
    assert not NEXT.search("46 · mã 83 Quy mô trẻ · Tổng số · Đếm trẻ đang học, kể cả trẻ chuyển đến")
