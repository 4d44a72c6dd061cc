"""The keys: one list behind the screens, the help, the menu and the README; every key does what it says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, get_args, get_type_hints
from unicodedata import is_normalized

import pytest

from forms.dossier.content import Content
from tests.tui.conftest import FULL, Open, Screen, screen_on
from tests.tui.page_driver import PAGES, stale, with_something_to_undo
from tests.tui.sent_copies import use_quick_files
from tui import texts
from tui.desk.page import UNDER_A_CHOICE, Page
from tui.jobs.open_report import OpenReport
from tui.jobs.workspace import training_workspace
from tui.pages import registry
from tui.pages.help.menu_page import MenuPage
from tui.pages.tables.take_preview import TakePage
from tui.texts import desk_words, issue_words, sheet_words
from tui.texts.help import help_words, keys
from tui.texts.help.keys import (
    ALL_KEYS,
    ALWAYS,
    BY_ACTION,
    CHANGING,
    IN_MENU_ONLY,
    KEYS,
    MOVES,
    OF_LESSON,
    OF_OWN_REPORT,
    Action,
    Key,
)
from tui.texts.records import list_words

NUMBERS = 1 if FULL else 7
"""Every so many numbers of a menu one is tried, others on each page."""
NOT_HERE = desk_words.NOT_HERE.partition("{key}")[2]
README = Path(__file__).parents[3] / "README.md"
ENGLISH = re.compile(
    r"\b(?:the|and|or|not|error|warning|file|save|saved|cancel|quit|exit|help|press|enter key|undo|redo|open|close|"
    r"table|cell|row|column|none|null|true|false|unknown|invalid|failed|loading|search|find|next|page|list|back|"
    r"name|code|draft|total|female|children|staff|class|school|year|facility|settings|yes|no|ok|delete|edit)\b",
    re.IGNORECASE,
)
HARMLESS = re.compile(
    r"Enter|Delete|Backspace|Esc|Home|End|Menu|PgUp|PgDn|Tab|Shift|Ctrl|\S*/\S*|\S+@\S+|\S*\.json"
)


def key_table() -> str:
    """The section of the README about the keys."""
    rows = [(keys.labels_of(key), key.long) for key in KEYS]
    rows += [*MOVES, *keys.OF_THE_SCREEN]
    lines = [
        "## Các phím",
        "",
        "| phím | việc |",
        "|---|---|",
        *(f"| {name} | {what} |" for name, what in rows),
    ]
    lines += [f"| F10, rồi chọn số | {key.long} |" for key in IN_MENU_ONLY]
    return "\n".join([*lines, ""])


def everywhere(page: Page[Any]) -> tuple[Action, ...]:
    """What every page of its report knows."""
    known = (*ALWAYS, *OF_OWN_REPORT) if page.work.is_own else ALWAYS
    known = (*known, *OF_LESSON) if page.work.workspace.is_lesson else known
    return (*known, Action.RESET) if page.host.presents else known


def every_name() -> Iterator[tuple[str, Key]]:
    for key in KEYS:
        for name in (key.name, *key.also):
            yield name, key


def names_on(page: str) -> Iterator[str]:
    """Every other key, the others on the next page, by one of its names; all of all in a full run."""
    turn = list(PAGES).index(page)
    for number, key in enumerate(KEYS):
        names = (key.name, *key.also)
        if FULL:
            yield from names
        elif (number + turn) % 2 == 0:
            yield names[turn // 2 % len(names)]


def test_the_readme_names_every_key_as_the_program_does() -> None:
    assert key_table() in README.read_text("utf-8")


def test_no_key_is_one_that_terminals_lose() -> None:
    forbidden = re.compile(
        r"alt\+|meta\+|shift\+f\d|ctrl\+(left|right|up|down|home|end|shift)|^f1[3-9]$|^f11$"
    )
    # where a browser keeps Ctrl+R, the menu has it as well
    taken = {f"ctrl+{letter}" for letter in "abchijkmpqsuvwx"}
    for name, key in every_name():
        assert not forbidden.search(name), key
        assert name not in taken, key
        assert len(name) > 1, "a letter is data"


def test_no_two_actions_share_a_key_and_every_action_has_one_entry() -> None:
    names = [name for name, _ in every_name()]
    actions = [key.action for key in (*KEYS, *IN_MENU_ONLY)]
    assert sorted(actions) == sorted(Action.every())
    assert set(KEYS) == set(keys.BY_NAME.values())
    assert len(names) == len(set(names))
    editing = {
        "backspace",
        "delete",
        "left",
        "right",
        "home",
        "end",
        "up",
        "down",
        "tab",
        "shift+tab",
        "enter",
    }
    assert not editing & set(names)


@pytest.fixture(autouse=True)
def _quick_files(monkeypatch: pytest.MonkeyPatch) -> None:
    use_quick_files(monkeypatch)


def _open(screen: Screen, page: str) -> Any:
    with_something_to_undo(screen)
    PAGES[page](screen)
    return screen.page


@pytest.fixture
def open_page(training_folder: Path, tmp_path: Path, open_desk: Open) -> Callable[[str], Screen]:
    """A page, on a new desk each time; in a new copy of the dossier once something was changed in it."""
    kept: list[tuple[OpenReport, Content]] = []

    def opened(page: str) -> Screen:
        if not kept or kept[-1][0].content is not kept[-1][1]:
            folder = shutil.copytree(training_folder, tmp_path / str(len(kept)))
            screen = open_desk(training_workspace(folder, None, None))
            with_something_to_undo(screen)
            kept.append((screen.work, screen.work.content))
        screen = screen_on(kept[-1][0])
        PAGES[page](screen)
        return screen

    return opened


@pytest.mark.slow
@pytest.mark.parametrize("page", list(PAGES))
def test_every_key_does_something_visible_on_every_page(
    open_page: Callable[[str], Screen], page: str
) -> None:
    screen = open_page(page)
    as_opened = _shown(screen)
    for name in names_on(page):
        if not (_is_refused(screen, page, name) or _goes_back(screen, as_opened)):
            screen = open_page(page)
            as_opened = _shown(screen)


def _shown(screen: Screen) -> tuple[object, ...]:
    """The page that is open, what it shows of what content, what the terminal was asked for."""
    asked = screen.terminal.quits, list(screen.terminal.exports)
    return screen.page, screen.text, id(screen.work.content), asked


def _goes_back(screen: Screen, before: tuple[object, ...]) -> bool:
    """Whether all is as it was *before*, by itself or after Esc: the page need not be opened anew."""
    if _shown(screen) != before:
        screen.press("escape")
    return _shown(screen) == before


def _is_refused(screen: Screen, page: str, name: str) -> bool:
    """Whether the key does nothing here but say so: the page is as it was."""
    front, content = screen.page, screen.work.content
    before = (screen.text, screen.terminal.quits, list(screen.terminal.exports))
    action = keys.BY_NAME[name].action
    moved = [key for key in keys.FORMERLY.get(name, ()) if key.action in front.actions]
    screen.press(name)
    after = (screen.text, screen.terminal.quits, list(screen.terminal.exports))
    if (page, action) in {("help", Action.HELP), ("menu", Action.MENU)}:
        assert type(screen.page) is type(front), "the menu is opened anew: what it offers may have changed"
        return False
    assert after != before, f"{name} does nothing on {page}"
    if action in (*front.actions, *everywhere(front)):
        assert NOT_HERE not in screen.text, name
        return False
    if moved:
        assert screen.desk.said.startswith(f"{moved[0].short}: "), name
    elif action not in (Action.SAVE, Action.BACK) and issue_words.WAITING not in screen.text:
        assert screen.desk.said == desk_words.NOT_HERE.format(key=keys.label_of(name))
    else:
        return False
    assert screen.page is front
    assert screen.work.content is content
    return True


@pytest.mark.slow
@pytest.mark.parametrize("page", [name for name in PAGES if name != "menu"])
def test_the_menu_holds_every_action_of_the_page_and_all_that_is_always_there(
    screen: Screen, page: str
) -> None:
    front = _open(screen, page)
    screen.press("f10")
    assert isinstance(screen.page, MenuPage)
    listed = [screen.page.cell(row, 2).text for row in range(screen.page.count())]
    wanted = {*front.actions, *front.repairs(), *everywhere(front)} - {
        Action.MENU,
        Action.READ_ON,
        Action.TONE_STYLE,
    }
    if not screen.work.can_edit():
        wanted.discard(Action.TAKE)
    if not screen.work.is_own:
        wanted -= CHANGING | {Action.PRINT, Action.EXCEL, Action.HISTORY}
        wanted -= set() if front.is_asking else {Action.SAVE}
    if front.is_asking:
        wanted -= UNDER_A_CHOICE
    assert set(listed) == {BY_ACTION[action].long for action in wanted}
    shown = screen.text
    screen.press("end")
    shown += screen.text
    for key in (BY_ACTION[action] for action in wanted):
        assert key.long in shown, "cut at 80 columns"
        assert key.label in shown


@pytest.mark.slow
@pytest.mark.parametrize("page", list(PAGES))
def test_the_key_line_shows_only_keys_that_work_here(screen: Screen, page: str) -> None:
    front = _open(screen, page)
    line = screen.lines[-1].replace("F10/^O", "F10").replace("Insert/^N", "Insert")
    shown = [key for key in KEYS if f"{key.label} {key.short}" in line]
    assert shown
    assert all(key.action in (*front.actions, Action.UNDO) for key in shown)
    assert " ".join(line.split()) == " ".join(f"{key.label} {key.short}" for key in shown)
    if Action.MENU in front.actions:
        assert "F10 Menu" in line
    assert len(line) <= 80


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("page", [name for name in PAGES if name != "menu"])
def test_where_keys_are_blocked_everything_is_done_by_number(
    open_page: Callable[[str], Screen], page: str
) -> None:
    """Neither function keys nor Insert, Ctrl+N, Ctrl+T come through: Ctrl+O, the number and Enter do all of it."""
    doable = [action for action in open_page(page).page.doable() if action is not Action.MENU]
    for number, action in list(enumerate(doable, 1))[list(PAGES).index(page) % NUMBERS :: NUMBERS]:
        screen = open_page(page)
        screen.press("ctrl+o")
        assert isinstance(screen.page, MenuPage)
        screen.type(f"{number}")
        assert screen.page.entries[screen.page.cursor.row] is action
        screen.press("enter")
        assert not isinstance(screen.page, MenuPage)
        assert NOT_HERE not in screen.desk.said, action
        assert len(screen.lines) == 24


@pytest.mark.slow
def test_every_page_of_the_registry_is_walked(open_page: Callable[[str], Screen]) -> None:
    walked = {type(open_page(page).page) for page in PAGES if page != "offered"}
    assert set().union(*map(_pages_of, registry.PAGES.values())) - walked == set()


def _pages_of(maker: str) -> set[type]:
    """The pages that an entry of the registry gives: itself, or what its signature says."""
    module, _, name = maker.rpartition(".")
    made = getattr(import_module(f"tui.pages.{module}"), name)
    kinds = (made,) if isinstance(made, type) else _union_of(get_type_hints(made)["return"])
    return {kind for kind in kinds if issubclass(kind, Page)}


def _union_of(hint: Any) -> tuple[type, ...]:
    return get_args(hint) or (hint,)


def test_the_menu_is_shown_with_its_other_key_until_a_function_key_has_come(screen: Screen) -> None:
    for name in ("down", "a", "ctrl+g", "escape", "ctrl+o", "escape"):
        assert "F10/^O Menu" in screen.lines[-1] or isinstance(screen.page, MenuPage)
        screen.press(name)
    assert "F10/^O Menu" in screen.lines[-1]
    screen.press("f12")
    assert "F10 Menu" in screen.lines[-1]


# Keys that meant something else once

MOVED = {
    "children": {"f4": "Lọc, xếp: Ctrl+F.", "f5": "Thêm: Insert hoặc Ctrl+N.", "f6": "Xóa: Ctrl+D."},
    "children/c0003/name": {"f5": "Thêm: Insert hoặc Ctrl+N.", "f6": ""},
    "facility/phone": {"f5": "Đã rà soát: F10 hoặc Ctrl+O."},
    "T4.203:TU_THUC.permanent": {"f4": "Ghi chú: Ctrl+T."},
}


def test_the_new_key_stands_apart_from_what_the_key_did_just_now(screen: Screen) -> None:
    screen.at("children")
    screen.type("‹insert›Trẻ Mẫu Mới⏎‹f4›")
    assert screen.desk.said.startswith("Như trên: ")
    assert " · Lọc, xếp: Ctrl+F." in screen.desk.said


@pytest.mark.parametrize("place", MOVED)
def test_a_key_that_did_something_else_names_the_new_one_and_changes_nothing(
    screen: Screen, place: str
) -> None:
    stale(screen)
    before = screen.work.content
    for name, sentence in MOVED[place].items():
        screen.at(place)
        screen.press(name)
        assert screen.desk.said.endswith(sentence) or not sentence
        assert isinstance(screen.page, TakePage) == (name == "f5")
        assert screen.desk._question is None
        assert screen.work.content is before


def test_f5_takes_on_every_page_of_the_dossier_and_nowhere_else(screen: Screen) -> None:
    stale(screen)
    for place in ("children", "children/c0003/name", "facility/phone", "issues", "T5"):
        screen.at(place)
        screen.press("f5")
        assert isinstance(screen.page, TakePage), place
        screen.press("f5")
        assert screen.desk.said == sheet_words.CHANGES_HELP
        screen.press("escape")
    assert screen.work.stale_cells
    screen.desk.home()
    PAGES["intake"](screen)
    page = screen.page
    screen.press("f5")
    assert screen.page is page
    assert screen.desk.said == desk_words.CHOOSE_FIRST


@pytest.mark.parametrize("name", ["intake", "restore-preview", "erase", "codes"])
def test_no_key_is_named_that_waits_for_an_answer(screen: Screen, name: str) -> None:
    PAGES[name](screen)
    page = screen.page
    assert page.is_asking
    assert "Ctrl+Z" not in screen.lines[-1]
    assert not {Action.UNDO, Action.REDO, Action.TAKE} & set(page.doable())
    screen.press("ctrl+z")
    assert screen.page is page and screen.desk.said == desk_words.CHOOSE_FIRST


def test_a_burst_adds_and_removes_with_the_keys_that_browsers_leave(screen: Screen) -> None:
    screen.at("children")
    screen.type("‹ctrl+n›Trẻ Mẫu Mới⏎010917⏎‹up›‹up›‹escape›")
    assert len(screen.work.content.records("children")) == 47
    screen.type("trẻ mẫu mới‹ctrl+d›c⏎")
    assert len(screen.work.content.records("children")) == 46
    screen.type("‹ctrl+z›")
    assert len(screen.work.content.records("children")) == 47


def test_removing_asks_wherever_it_is_done_and_can_be_undone(screen: Screen) -> None:
    before = dict(screen.work.content.records("children"))
    ways = {"list": "", "quick": "‹insert›‹up›", "form": "⏎"}
    for way, keys_there in ways.items():
        for ending, left in (("‹escape›", 46), ("k⏎", 46), ("c⏎", 45)):
            screen.at("children")
            screen.type(f"{keys_there}‹ctrl+d›")
            assert "Xóa «" in screen.text, way
            screen.type(ending)
            assert len(screen.work.content.records("children")) == left, way
        assert "Ctrl+Z" in screen.desk.said
        screen.press("ctrl+z")
        assert dict(screen.work.content.records("children")) == before


def test_there_is_nothing_to_remove_in_a_row_or_form_that_is_new(screen: Screen) -> None:
    for keys_there in ("‹insert›", "⏎‹insert›"):
        screen.at("children")
        screen.type(f"{keys_there}‹ctrl+d›")
        assert "không có hồ sơ để xóa" in screen.desk.said


def test_the_last_row_of_a_list_adds_and_makes_nothing_by_itself(screen: Screen) -> None:
    before = screen.work.content
    for place in ("classes", "children", "staff"):
        screen.at(place)
        screen.press("end")
        assert any(line.startswith(">") and line.endswith("+ Thêm") for line in map(str.rstrip, screen.lines))
        screen.press("ctrl+d", "space", "enter")
        assert "mới" in screen.text
        screen.press("enter", "escape")
    assert screen.work.content is before


NO_KEYS = (
    *(
        "f11",
        "ctrl+w",
        "ctrl+left",
        "shift+f5",
        "alt+a",
        "alt+ă",
        "alt+f4",
        "ctrl+alt+delete",
    ),
    *("ctrl+right_square_bracket", "ctrl+space", "alt++"),
)


@pytest.mark.slow
@pytest.mark.parametrize("page", list(PAGES))
def test_a_key_that_means_nothing_names_itself_and_the_menu(screen: Screen, page: str) -> None:
    _open(screen, page)
    before = screen.work.content
    for name in NO_KEYS:
        screen.press(name)
        assert screen.desk.said == desk_words.NOT_HERE.format(key=keys.label_of(name))
        assert "F10" in screen.text
    assert screen.work.content is before


def test_the_names_of_keys() -> None:
    shown = [keys.label_of(name) for name in (*NO_KEYS, "alt+\u202e", "shift+tab", "alt+space")]
    assert shown == [
        *(
            "F11",
            "Ctrl+W",
            "Ctrl+←",
            "Shift+F5",
            "Alt+A",
            "Alt+Ă",
            "Alt+F4",
            "Ctrl+Alt+Delete",
        ),
        *("Ctrl+]", "Ctrl+cách", "Alt++", "Alt+?", "Shift+Tab", "Alt+cách"),
    ]


def test_a_question_says_which_keys_it_knows(screen: Screen) -> None:
    screen.press("escape")
    for name, shown in (("f9", "F9"), ("ctrl+s", "Ctrl+S"), ("alt+x", "Alt+X")):
        screen.press(name)
        assert f"Phím {shown} không có tác dụng ở đây; Enter: xong, Esc: thôi." in screen.text
    screen.press("ctrl+v")
    assert "Ctrl+Shift+V" in screen.text
    screen.type("c⏎")
    assert screen.terminal.quits == 1


@pytest.mark.slow
@pytest.mark.parametrize("width", [60, 80, 132])
def test_a_question_says_whole_how_it_is_answered(screen: Screen, width: int) -> None:
    answers: list[str] = []
    question = list_words.ASK_REMOVE_CLASS.format(
        name="Lớp mẫu giáo 4–5 tuổi Hoa Mặt Trời Buổi Sáng", count=24, member="trẻ", owner="lớp"
    )
    screen.desk.resize(width, 24)
    screen.desk.ask(question, answers.append)
    screen.type("c")
    assert " ".join(question.split()) in " ".join(screen.text.split())
    assert any(line.split("Enter:")[-1].strip().startswith("c") for line in screen.text.splitlines())
    assert all(len(line) <= width for line in screen.text.splitlines())
    screen.press("enter")
    assert answers == ["c"]


# Habits


def test_ctrl_s_keeps_what_is_being_typed_and_says_so(screen: Screen) -> None:
    screen.at("T4.203:TU_THUC.permanent")
    screen.type("7‹ctrl+s›")
    assert screen.cell("T4.203:TU_THUC.permanent") == 7
    assert "Đã lưu lúc 14:05." in screen.text
    screen.type("8⏎")
    assert screen.cell("T4.203:TU_THUC.permanent") == 8
    screen.press("ctrl+s")
    assert screen.page.grid.edit is None
    assert "Đã lưu" in screen.text


def test_ctrl_s_does_not_say_so_when_the_disk_is_full(screen: Screen, full_disk: Any) -> None:
    screen.at("T4.203:TU_THUC.permanent")
    screen.press("7")
    empty = full_disk()
    screen.press("ctrl+s")
    assert "Đã lưu lúc" not in screen.text
    assert screen.under_cursor.startswith("7")
    empty()
    screen.press("ctrl+s")
    assert "Đã lưu lúc" in screen.text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("ctrl+c", "Thoát"),
        ("ctrl+q", "Thoát"),
        ("ctrl+x", "Thoát"),
        ("ctrl+v", "Ctrl+Shift+V"),
        ("ctrl+a", "Delete"),
    ],
)
def test_what_other_programs_taught_gets_an_answer_and_changes_nothing(
    screen: Screen, name: str, answer: str
) -> None:
    assert name not in keys.BY_NAME
    screen.at("T4.203:TU_THUC.permanent")
    for typed in ("", "7"):
        screen.type(f"{typed}‹{name}›")
        assert answer in screen.desk.said
        assert screen.cell("T4.203:TU_THUC.permanent") == 1
    assert screen.under_cursor.startswith("7")
    assert screen.terminal.quits == 0


def test_a_click_with_the_mouse_off_says_how_to_turn_it_on(screen: Screen) -> None:
    screen.desk.click(3, 5)
    assert "--mouse" in screen.text


@pytest.mark.slow
@pytest.mark.parametrize("page", [name for name in PAGES if name != "help"])
def test_help_is_about_its_page_only(open_page: Callable[[str], Screen], page: str) -> None:
    """First where one stands, whole; then the keys of this page and of no other; the contacts last."""
    screen = open_page(page)
    front = screen.page
    about, doable, moves = list(filter(None, front.help())), front.doable(), front.moves()
    assert about and doable
    screen.press("f1")
    lines = " ".join(" ".join(line.split()) for line, _ in screen.page.lines)
    here, _, rest = lines.partition(help_words.HELP_KEYS)
    keys_here, _, contacts = rest.partition(help_words.HELP_CONTACT)
    assert contacts
    for text in about:
        assert " ".join(text.split()) in here
    for key in ALL_KEYS:
        assert (key.long in keys_here) == (key.action in doable), key
        assert key.label in keys_here or key.action not in doable
    for name, what in moves:
        assert f"{name} {what}" in keys_here


def _words(module: ModuleType) -> Iterator[tuple[str, str]]:
    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from strings(key)
                yield from strings(item)
        elif isinstance(value, tuple | list):
            for item in value:
                yield from strings(item)

    for name, value in vars(module).items():
        if name.isupper():
            for text in strings(value):
                yield name, text


def _modules_of_words() -> list[ModuleType]:
    found = walk_packages(texts.__path__, f"{texts.__name__}.")
    return [import_module(module.name) for module in found if not module.ispkg]


def words_of_the_screens() -> list[str]:
    """Every text of the faces."""
    return [text for module in _modules_of_words() for _, text in _words(module)]


def test_every_text_is_composed_and_printable() -> None:
    modules = _modules_of_words()
    assert all(module.__name__.endswith(("_words", ".keys")) for module in modules)
    found = [word for module in modules for word in _words(module)]
    assert len(found) > 500
    for name, text in found:
        assert is_normalized("NFC", text), name
        assert all(char.isprintable() or char == "\n" for char in text), name
    for key in (*KEYS, *IN_MENU_ONLY):
        for text in (key.label, key.short, key.long):
            assert is_normalized("NFC", text)


@pytest.mark.slow
@pytest.mark.parametrize("page", list(PAGES))
def test_no_english_word_stands_on_any_page(screen: Screen, page: str) -> None:
    screen.desk.resize(132, 43)
    _open(screen, page)
    for _ in range(4):
        for line in screen.lines:
            found = ENGLISH.findall(HARMLESS.sub(" ", line))
            assert not found, line
        screen.press("pagedown")


def test_the_search_for_english_words_would_find_one() -> None:
    assert ENGLISH.findall(HARMLESS.sub(" ", "LỖI: file not found"))
    assert not ENGLISH.findall(HARMLESS.sub(" ", "Enter để mở, Delete xóa ô"))
