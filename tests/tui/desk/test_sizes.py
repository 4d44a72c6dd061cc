"""Windows of any size while a value is typed; names that look like markup."""

from __future__ import annotations

import random

import pytest

from tests.tui.conftest import FULL, Screen
from tests.tui.desk.test_random_keys import holds

pytestmark = pytest.mark.slow

SIZES = 1000 if FULL else 60
T4 = "T4.203:TU_THUC.permanent"
MARKUP = ("[red]Mẫu[/red]", "[/]", "[@click=app.quit]Mẫu[/]", "[bold", "]]", "\\[red]")


@pytest.mark.long
@pytest.mark.promise("R12")
def test_what_is_being_typed_outlives_every_size(screen: Screen) -> None:
    rng = random.Random(40)
    for place, text in ((T4, "27"), ("children/c0002/address", "Đường Mẫu")):
        screen.at(place)
        screen.type(text)
        for _ in range(SIZES):
            screen.desk.resize(rng.randrange(1, 201), rng.randrange(1, 61))
            holds(screen)
        for size in ((40, 10), (20, 5), (200, 60), (80, 24)):
            screen.desk.resize(*size)
            holds(screen)
            assert size != (20, 5) or "nhỏ" in screen.text
        screen.type("‹f2›")
    assert screen.cell(T4) == 27
    assert screen.work.content.records("children")["c0002"]["address"] == "Đường Mẫu"


@pytest.mark.promise("R15")
@pytest.mark.parametrize("name", MARKUP)
def test_markup_is_a_name_like_any_other(screen: Screen, name: str) -> None:
    screen.work.put(("children", "c0001", "name"), name)
    screen.desk.resize(120, 80)
    for place in ("children", "children/c0001/name"):
        screen.at(place)
        assert name in screen.text
    assert screen.terminal.quits == 0
