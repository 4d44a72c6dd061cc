"""Pages stay right whatever happens to their rows: undone, deleted, resized, changed by a job, in front or below another page."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from forms.dossier.place_names import read_place
from forms.entry.record_edits import delete_records
from forms.sets import newest
from forms.sets.mn2019.form import FORM
from tests.tui.conftest import FULL, Screen
from tests.tui.desk.test_random_keys import holds
from tui.desk.page_names import PageName

pytestmark = pytest.mark.slow

STEPS = 4_000 if FULL else 250
SEEDS = range(4)
LISTS = ("classes", "children", "staff")
KEYS = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab", "enter", "escape"),
    *("f1", "f2", "f3", "f4", "f5", "f6", "f9", "f10", "insert", "ctrl+d", "ctrl+t", "ctrl+f", "backspace", "delete", "space", "a", "1"),
)  # fmt: skip
PLACES = (
    "T1",
    "T2.083:TU_THUC.total",
    "T4.203:TU_THUC.permanent",
    "children",
    "classes",
    "staff",
    "facility",
)
NAMES = (PageName.ISSUES, PageName.MISSING, PageName.ROLL, PageName.TAKE, PageName.HELP, PageName.MENU)


def push(screen: Screen, rng: random.Random) -> None:
    """One more page above those that are there."""
    if rng.random() < 0.5:
        screen.desk.carry_out(lambda: screen.desk.open(rng.choice(NAMES)))
        return
    place = read_place(rng.choice((*PLACES, *some_records(screen, rng))), newest())
    assert place is not None
    screen.desk.carry_out(lambda: screen.desk.open(place))


def some_records(screen: Screen, rng: random.Random) -> list[str]:
    return [
        f"{part}/{rng.choice(list(records))}"
        for part in LISTS
        if (records := screen.work.content.records(part))
    ]


def remove(screen: Screen, rng: random.Random) -> None:
    """Many records go, or all."""
    part = rng.choice(LISTS)
    refs = list(screen.work.content.records(part))
    gone = refs if rng.random() < 0.3 else rng.sample(refs, len(refs) // 2)
    screen.work.commit(delete_records(screen.work.content, FORM.record_by_place[part], gone))


def lose_values(screen: Screen, rng: random.Random) -> None:
    """There are more issues, other mandatory fields, other columns."""
    for ref in list(screen.work.content.records("children"))[:: rng.randint(1, 9)]:
        screen.work.put(("children", ref, rng.choice(("sex", "name", "class", "birth_date"))), None)
    screen.work.put(("facility", "ownership"), rng.choice((None, "01", "03")))


def resize(screen: Screen, rng: random.Random) -> None:
    """Of any size, too small ones among them."""
    screen.desk.resize(rng.randint(20, 200), rng.randint(5, 60))


def undo(screen: Screen, rng: random.Random) -> None:
    """Far back."""
    for _ in range(rng.randint(1, 30)):
        screen.desk.undo()


def redo(screen: Screen, rng: random.Random) -> None:
    """And on again."""
    for _ in range(rng.randint(1, 30)):
        screen.desk.redo()


CHANGES: tuple[Callable[[Screen, random.Random], None], ...] = (
    remove,
    lose_values,
    resize,
    undo,
    redo,
    redo,
)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_rows_that_change_below_another_page_break_nothing(screen: Screen, seed: int) -> None:
    rng = random.Random(seed)
    done: list[str] = []
    try:
        for _ in range(STEPS):
            match rng.random():
                case chance if chance < 0.3:
                    done.append("push")
                    push(screen, rng)
                case chance if chance < 0.6:
                    change = rng.choice(CHANGES)
                    done.append(change.__name__)
                    # as work in a thread tells that it has ended
                    screen.desk.carry_out(lambda change=change: change(screen, rng))  # type: ignore[misc]
                case _:
                    key = rng.choice(KEYS)
                    done.append(key)
                    screen.press(key)
            if screen.desk.too_small:
                assert len(screen.desk.lines()) == screen.desk.height
            else:
                holds(screen)
    except Exception as error:
        error.add_note(" ".join(done[-30:]))
        raise


@pytest.mark.parametrize("above", ["f1", "f10"])
@pytest.mark.parametrize("page", ["issues", "missing", "children", "roll"])
def test_help_and_menu_stand_over_a_page_that_lost_its_rows(screen: Screen, page: str, above: str) -> None:
    for ref in screen.work.content.records("children"):
        screen.work.put(("children", ref, "sex"), None)
    screen.desk.open(PageName(page)) if page != "children" else screen.at(page)
    screen.press("end", above)
    screen.undo_all()
    remove(screen, random.Random(1))
    screen.desk.resize(100, 40)
    assert len(screen.lines) == 40
    screen.press("escape")
    assert len(screen.lines) == 40
