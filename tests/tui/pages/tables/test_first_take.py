"""The first «Lấy dữ liệu» shows what it takes; figures typed before there were records are offered to be dropped together."""

from __future__ import annotations

import pytest

from forms.dossier.content import Edit
from tests.tui.conftest import Screen

PLACE = ("cells", "T2", "087", "TU_THUC.total")


@pytest.fixture
def typed(screen: Screen) -> Screen:
    """The training copy as if nothing had been taken yet and one figure had been typed."""
    content = screen.work.content
    edits = [Edit((part,), content.tree[part], None) for part in ("taken", "taken_at")]
    screen.work.commit([*edits, Edit(PLACE, None, 99)])
    return screen


def test_yes_takes_the_figures_of_the_records(typed: Screen) -> None:
    typed.press("f5")
    assert "Thay số đã gõ" in typed.text
    typed.type("c⏎")
    assert "LẦN ĐẦU" in typed.text
    assert typed.work.content.taken_at is None
    typed.type("⏎")
    assert typed.work.content.value(PLACE) is None
    assert typed.work.figures.as_json()["T2"]["087"]["TU_THUC.total"] == 20
    typed.press("ctrl+z")
    assert typed.work.content.value(PLACE) == 99


def test_no_keeps_what_was_typed(typed: Screen) -> None:
    typed.press("f5")
    typed.type("k⏎⏎")
    assert typed.work.content.value(PLACE) == 99
    assert typed.work.content.taken_at is not None


def test_escape_takes_nothing(typed: Screen) -> None:
    for keys in ("‹f5›‹escape›", "‹f5›c⏎‹escape›"):
        typed.type(keys)
        assert typed.work.content.value(PLACE) == 99
    assert typed.work.content.taken_at is None
