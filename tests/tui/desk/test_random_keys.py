"""Random keys: whatever is pressed, pasted or resized, the screen holds and the first state can come back."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from rich.cells import cell_len

from forms.dossier.content import Content, Edit, Tree, apply, empty_content
from forms.dossier.dossier import Kind
from forms.model.errors import Refused
from forms.report.checking.checker import Checker
from forms.report.figures import add
from forms.sets.mn2019.form import FORM
from tests.builders import undoable
from tests.tui.conftest import FULL, Screen
from tests.tui.page_driver import PAGES
from tui.desk.page_names import PageName
from tui.jobs.workspace import Workspace

KEYS = 10_000 if FULL else 500
SEEDS = range(4)
NAMED = (
    *("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "ctrl+z", "ctrl+y", "ctrl+g", "ctrl+o"),
    *("left", "right", "up", "down", "home", "end", "pageup", "pagedown", "tab", "shift+tab"),
    *(
        "enter",
        "enter",
        "enter",
        "escape",
        "escape",
        "delete",
        "backspace",
        "f11",
        "f12",
        "ctrl+a",
        "insert",
        "ctrl+n",
        "ctrl+d",
        "ctrl+t",
        "ctrl+f",
    ),
)
LETTERS = "0123456789  abcĐđêễ\u0302\u0323ữ²٣.,-/x[]\\漢👩‍🏫\u200b\u00a0\t\x1b"
PASTES = (
    "1\t2\t3\n4\t5\t6",
    "7",
    "Lê Thị Thử",
    "\x1b[2J\x1b]0;x\x07",
    "a\r\nb\r\nc",
    "\t\t\n\t\t",
    "",
    "\n",
    "x" * 3_000,
    "1\t" * 2_000,
    "[red]x[/red]",
    "e\u0302\u0323" * 5,
    "9" * 30,
)
TYPED_ON = ("table-4", "table-5", "facility", "child", "quick-children")
"""Chosen more often than other pages: most of those only show."""
BEGUN_WITH = {"first", "export", "changes", "came-back"}
"""Pages that only a start or a job shows."""
SIZES = ((80, 24), (80, 24), (132, 43), (60, 16), (61, 17), (20, 5), (300, 100), (1, 1))


def one(screen: Screen, rng: random.Random, own: Workspace) -> str:
    """One random thing, on a page of the *own* dossier or wherever it led; what it was."""
    kind = rng.random()
    if kind < 0.55:
        name = rng.choice(NAMED)
        screen.press(name)
        return name
    if kind < 0.9:
        char = rng.choice(LETTERS)
        screen.desk.key(char, char)
        return repr(char)
    if kind < 0.95:
        text = rng.choice(PASTES)
        screen.desk.paste(text)
        return f"paste {text[:20]!r}"
    if kind < 0.96:
        screen.desk.drafts.note()
        screen.desk.drafts.save()
        return "two seconds' rest"
    if kind < 0.97:
        page = rng.choice((*sorted(PAGES.keys() - BEGUN_WITH), *TYPED_ON * 8))
        if screen.desk._question is None and screen.page.leave():
            come_back(screen, own)
            _give_back(screen)
            with suppress(Refused):  # no new school year of a report whose every record was undone
                PAGES[page](screen)
        return f"to {page}"
    size = rng.choice(SIZES)
    screen.desk.resize(*size)
    return f"size {size}"


def leave_office(screen: Screen) -> None:
    """Home, out of the dossiers of others."""
    screen.desk.home()
    while screen.work.export_refusal:
        screen.desk.back()
        screen.desk.home()


def come_back(screen: Screen, own: Workspace) -> None:
    """Home in the *own* dossier, also from the copy of the lesson."""
    leave_office(screen)
    if screen.work.workspace.folder != own.folder:
        screen.desk.presents = False
        screen.work.move_to(own.but())
        screen.desk.begin(screen.work, PageName.HOME)


def _give_back(screen: Screen) -> None:
    """A report that was sent meanwhile is unlocked: the ways to some pages edit it."""
    state = screen.work.content.state
    if screen.work.content.is_frozen:
        screen.work.commit([Edit(("state",), state, "unlocked")], kind=Kind.MOVE)


def ground(screen: Screen, first: Tree) -> Tree:
    """What undo leads back to: *first*, or the report as the last of its moves left it."""
    content = empty_content(screen.work.content.year)
    for change in screen.work.session.dossier.journal.changes():
        content = apply(content, change.edits)
        if change.kind is Kind.MOVE:
            first = content.tree
    return first


def holds(screen: Screen) -> None:
    """The screen is drawn whole, and the totals of table 4 add up."""
    desk = screen.desk
    lines = desk.lines()
    assert len(lines) == desk.height
    for line in lines:
        assert sum(cell_len(text) for text, _ in line) == desk.width, line
        assert all(char.isprintable() for text, _ in line for char in text), line
    table, figures = FORM.table_by_id["T4"], screen.work.figures
    for row in table.data_rows:
        for columns in table.by_block.values():
            parts = [figures.cell(table, row, columns[measure].key) for measure in table.typed_measures or ()]
            assert figures.cell(table, row, columns["total"].key) == add(parts)


def consistent(screen: Screen) -> None:
    """What was remembered from key to key is what a fresh look gives."""
    work = screen.work
    if work.export_refusal:
        return
    fresh = Checker(work.workspace.figures_before(work.content))
    assert fresh(work.content, work.workspace.today) == work.issues
    assert fresh.figures_of(work.content) == work.figures


@pytest.mark.promise("R29")
@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_random_keys_break_nothing_and_all_of_them_can_be_undone(screen: Screen, seed: int) -> None:
    own = screen.work.workspace
    screen.undo_all()
    first, year = screen.work.content.tree, screen.work.content.year
    while screen.desk.said != "Không có gì để làm lại.":
        screen.press("ctrl+y")
    rng = random.Random(seed)
    done: list[str] = []
    changes = 0
    try:
        for number in range(KEYS):
            before = screen.work.content
            done.append(one(screen, rng, own))
            changes += screen.work.content is not before
            holds(screen)
            if number % 100 == 99:
                consistent(screen)
    except Exception as error:
        error.add_note(" ".join(done[-40:]))
        raise
    assert len(set(done)) > 60
    screen.desk.resize(80, 24)
    leave_everything(screen, own)
    screen.undo_all()
    if screen.work.content.year != year:
        screen.work.move_to(screen.work.workspace.but(chosen_year=year))
        screen.undo_all()
    assert undoable(screen.work.content) == undoable(Content(ground(screen, first)))
    assert changes > 5


def leave_everything(screen: Screen, own: Workspace) -> None:
    """Close questions, drop what is being typed, go home."""
    while screen.desk._question is not None or getattr(screen.page, "edit", None) is not None:
        screen.press("escape")
    come_back(screen, own)
    screen.press("down")
