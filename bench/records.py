"""Entering and finding records: keys against characters, and a list of 500 against one of 10."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.groups import CHILD, group_of
from bench.results import Result
from bench.screens import cost, nhomtre, program, rest
from forms.dossier.content import Content, difference
from forms.dossier.roster import Subject
from forms.model.text import format_date
from forms.package.adopt import adopt
from forms.package.training import training_package, training_year
from forms.report.checking.on_records import is_required
from forms.report.roll_forward import roll
from forms.store.store import Store
from tests.pty.driver import KEYS, Terminal
from tui.desk.desk import Desk
from tui.desk.field_value import field_value
from tui.desk.page_names import PageName
from tui.jobs.background import Job
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.workspace import Workspace
from tui.pages import registry
from tui.texts import home_words

NOW = "2019-09-19T08:00:00+07:00"
CHILDREN = CHILD.title
LEAVERS, NEWCOMERS = 10, 12
ALL_ALIKE = ("health_checked", "nutrition")
"""Filled from top to bottom once the names stand."""


def step_of(shown: str, title: str) -> str:
    """The number that a step of the first page is chosen by, as shown."""
    found = re.search(rf"(\d+)  {re.escape(title)}", shown)
    if found is None:
        raise AssertionError(title)
    return found[1]


def _shown(desk: Desk) -> str:
    return "\n".join("".join(text for text, _ in line) for line in desk.lines())


class _Nothing:
    """A terminal side that does nothing."""

    def quit(self) -> None:
        """No."""

    def start(self, job: Job[Any]) -> None:
        """No."""


class Typist:
    """Presses keys and counts them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.keys = 0

    def press(self, *names: str) -> None:
        """Named keys."""
        for name in names:
            self.desk.key(name, None)
            self.keys += 1

    def type(self, text: str, *names: str) -> None:
        """Letters, each a key, then named keys."""
        for char in text:
            self.desk.key("space" if char == " " else char, char)
            self.keys += 1
        self.press(*names)


def desk_on(folder: Path, content: Content) -> Desk:
    """A desk at its first page, on a new folder that holds *content*."""
    with Store(folder).open(content.year, write=True) as session:
        session.dossier.commit(difference(session.dossier.content, content))
    workspace = Workspace(folder, training=True)
    session, notices = open_session(workspace)
    return desk_of(OpenReport(workspace, session, notices))


def desk_of(work: OpenReport) -> Desk:
    """A desk at its first page."""
    desk = Desk(work, _Nothing(), registry.page_of)
    desk.begin(work, PageName.HOME)
    return desk


def _short_day(child: Subject) -> str:
    return (
        format_date(child.get("birth_date")).replace("/", "")[:4] + format_date(child.get("birth_date"))[-2:]
    )


def enter_children(typist: Typist, children: list[Subject]) -> None:
    """As an owner would from paper: a row a child, then what is alike for most from top to bottom."""
    typist.type(step_of(_shown(typist.desk), CHILDREN), "enter", "insert")
    page: Any = typist.desk.page
    columns = [field.key for field in page.fields]
    later = columns[columns.index("mother_birth_year") + 1 :]
    usual: dict[str, Any] = dict(page.entering.beginning().record)
    for child in children:
        typist.type(str(child.record["name"]), "enter")
        typist.type(_short_day(child), "enter")
        group = str(child.record["class_code"])
        typist.type(str(child.record["sex"]).lstrip("0"), "enter")
        typist.type("" if group == usual.get("class_code") else group, "enter")
        typist.type(str(child.record["mother_name"]), "enter")
        special = [
            key
            for key in later
            if key not in ALL_ALIKE and child.record.get(key) not in (None, usual.get(key))
        ]
        typist.type(str(child.record["mother_birth_year"]), "tab" if special else "enter")
        for key in later[: later.index(special[-1]) + 1] if special else ():
            if key in special:
                typist.type(field_value(child, key))
            typist.press("enter" if key == special[-1] else "tab")
        usual["class_code"] = child.record["class_code"]
    for key in ALL_ALIKE:
        typist.press("home", *["pageup"] * 4, *["right"] * columns.index(key))
        for child in children:
            value = child.record.get(key)
            typist.type("" if not value else "c" if value is True else str(value).lstrip("0") or "0", "down")


def typing(folder: Path) -> Iterator[Result]:
    """Keys to enter the training copy's children ÷ characters of their mandatory values as shown."""
    whole = adopt(training_package(), Content({"school_year": str(training_year())}), NOW)
    children = list(whole.roster.of("child"))
    without = {
        key: part
        for key, part in whole.tree.items()
        if key not in ("children", "last_ref", "taken", "taken_at")
    }
    desk = desk_on(folder / "typing", Content(without))
    typist = Typist(desk)
    enter_children(typist, children)
    entered = desk.work.content.roster.of("child")
    characters = 0
    for wanted, got in zip(children, entered, strict=True):
        for field in CHILD.fields:
            if not field.computed and is_required(field.required, wanted):
                if got.record.get(field.key) != wanted.record[field.key]:
                    raise AssertionError((wanted.place, field.key))
                characters += len(field_value(wanted, field.key))
    yield Result(
        f"keys to enter {len(children)} children ÷ characters of their mandatory values",
        typist.keys / characters,
        0.75,
        f"{typist.keys} keys, {characters} characters",
    )
    desk.work.session.close()


def rolling(folder: Path) -> Iterator[Result]:
    """Keys to make the next school year with 10 more leavers and 12 newcomers, beside the newcomers' data."""
    whole = adopt(training_package(), Content({"school_year": str(training_year())}), NOW)
    desk = desk_on(folder / "rolling", whole)
    typist = Typist(desk)
    typist.type(step_of(_shown(desk), home_words.ROLL_STEP), "enter", "pagedown")
    page: Any = desk.page
    while page.cell(page.cursor.row, 0).text == page.work.content.form.rolling.words.states["leaving"][1]:
        typist.press("down")
    row = page.cursor.row
    while len(page.choices.leave) < LEAVERS:
        if len(page.choices.leave) < (page.cursor.row - row) // 3:  # one here, one there
            typist.type(" ")
        else:
            typist.press("down")
    typist.press("home", "enter")
    typist.type("c", "enter")  # though the report of the year before is not sent
    kept = len(desk.work.content.records("children"))
    if (
        str(desk.work.content.year) != "2020-2021"
        or kept != len(roll(whole).content.records("children")) - LEAVERS
    ):
        raise AssertionError(kept)
    typist.type(step_of(_shown(desk), CHILDREN), "enter", "insert")
    keys = typist.keys
    group = str(next(iter(desk.work.content.records("classes").values()))["code"])
    for number in range(NEWCOMERS):
        for text in (f"Trẻ Mẫu Mới {number}", "010917", "1", "" if number else group, "Người Mẹ Mẫu", "1990"):
            for char in text:
                desk.key("space" if char == " " else char, char)
            desk.key("enter", None)
    typist.press("escape", "escape", "f5", "enter")
    if len(desk.work.content.records("children")) != kept + NEWCOMERS:
        raise AssertionError(kept)
    yield Result(
        "keys to roll the year forward with 10 leavers and 12 newcomers, beside their data",
        typist.keys,
        60,
        f"{keys} before the newcomers",
    )
    desk.work.session.close()


GROUPS = FEW, MANY = 50, 500
"""Children."""


def listing(folder: Path) -> Iterator[Result]:
    """Opening the list of 500 children, moving, a page down and a search key, against 50: either is longer than a screen."""
    terminals: dict[int, Terminal] = {}
    for children in GROUPS:
        data = folder / f"list{children}"
        with Store(data).open(training_year(), write=True) as session:
            session.dossier.commit(difference(session.dossier.content, group_of(children)))
        terminals[children] = program(folder, *nhomtre(data))
    spent: dict[str, dict[int, list[float]]] = {}

    def note(what: str, children: int, keys: list[bytes], reset: list[bytes]) -> None:
        terminal = terminals[children]
        times, _, _ = cost(terminal, keys)
        spent.setdefault(what, {children: [] for children in GROUPS})[children] += times
        for key in reset:
            terminal.send(key)
            rest(terminal)

    enter, escape, down, page = (KEYS[name] for name in ("Enter", "Esc", "Down", "PgDn"))
    with terminals[FEW], terminals[MANY]:
        for terminal in terminals.values():
            terminal.send(step_of(terminal.wait_for(" Menu", CHILDREN), CHILDREN).encode())
            rest(terminal, 0.3)
        for _ in range(12):
            for children in terminals:
                note("first paint of the list", children, [enter], [])
                note("a move in the list", children, [down, down, down], [])
                note("a page down in the list", children, [page], [])
                note("a search key in the list", children, [b"t", b"r", b"e"], [escape])
                terminals[children].send(escape)
                rest(terminals[children])
    for what, times in spent.items():
        few, many = (statistics.median(times[children]) for children in GROUPS)
        yield Result(
            f"{what}: {MANY} children ÷ {FEW} (CPU)",
            many / few,
            1.5,
            f"{many * 1e3:.2f} ms ÷ {few * 1e3:.2f} ms",
        )


CASES: tuple[Callable[[Path], Iterator[Result]], ...] = (typing, rolling, listing)
