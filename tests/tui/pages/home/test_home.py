"""The first page: what stands in its lines is whole at 80 columns, and errors are counted in one way."""

from __future__ import annotations

from datetime import date
from typing import NoReturn

import pytest

from forms.dossier.content import Content, Edit
from forms.dossier.roster import Roster
from forms.model.values import Typed
from tests.tui.conftest import Open, Screen
from tests.tui.page_driver import send
from tui.desk.canvas import Role
from tui.desk.page_names import PageName
from tui.jobs.inspection import Inspection
from tui.jobs.workspace import Workspace
from tui.pages.home.home import HomePage


def test_in_a_new_report_nothing_is_wrong_and_one_line_says_where_to_begin(empty_folder: Screen) -> None:
    empty_folder.press("enter")
    assert isinstance(empty_folder.page, HomePage)
    shown = empty_folder.text
    assert "lỗi" not in shown.replace("F9 Lỗi kế tiếp", "").replace("F9 Lỗi", "")
    assert "thiếu" not in shown
    assert "2020-2021" not in shown  # there is nothing to move up
    (line,) = (line for line in empty_folder.lines if "bắt đầu ở đây" in line)
    assert line.startswith(">  1  Hồ sơ cơ sở")
    assert "…" not in shown


def test_what_is_missing_is_told_as_that_until_something_is_wrong(empty_folder: Screen) -> None:
    empty_folder.press("enter")
    empty_folder.work.commit([Edit(("facility", "name"), None, "Nhóm Mẫu")])
    assert steps_with(empty_folder, "thiếu 6 mục") == ["Hồ sơ cơ sở", "Kiểm tra", "Gửi báo cáo đầu năm"]
    assert "lỗi" not in empty_folder.text.replace("F9 Lỗi kế tiếp", "")
    empty_folder.work.put(("facility", "sites"), Typed("hai"))
    (line,) = (line for line in empty_folder.lines if " Kiểm tra " in line)
    assert "thiếu 5 mục " in line
    assert line.rstrip().endswith("! 6 lỗi")


def steps_with(screen: Screen, state: str) -> list[str]:
    """The steps whose state is that."""
    return [step.title for step in screen.page.steps if step.state.text == state]


def test_the_first_screen_waits_for_no_check_and_for_no_roster(
    training: Workspace, open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_asked(self: Inspection, content: Content) -> NoReturn:
        pytest.fail("the check was asked")

    def not_linked(self: Roster, *given: object) -> NoReturn:
        pytest.fail("the records were linked")

    screen = open_desk(training)
    screen.work.content.__dict__.pop("roster", None)
    screen.desk.is_starting = True
    with monkeypatch.context() as patch:
        for name in ("issues", "issues_of", "figures", "stale_cells"):
            patch.setattr(Inspection, name, not_asked)
        patch.setattr(Roster, "__init__", not_linked)
        first = screen.lines
    assert sum(line.endswith("…") for line in first) == 12
    assert "46 trẻ" in "".join(first)
    screen.desk.stand()
    second = screen.lines
    assert not any(line.endswith("…") for line in second)
    assert any(line.endswith("xong") for line in second)
    assert [line[:40] for line in first[1:20]] == [line[:40] for line in second[1:20]]


def step_here(screen: Screen) -> str:
    """The title of the step in focus."""
    title: str = screen.page.steps[screen.page.cursor.row].title
    return title


def review(screen: Screen) -> None:
    """Every part of the profile is looked at, as far as the letter asks for it."""
    reviewed = screen.work.content.form.facility.reviewed
    screen.work.commit([Edit(("reviewed", key), None, "2019-09-19") for key in reviewed])


def test_the_cursor_stands_at_the_first_step_that_is_to_do(training: Workspace, open_desk: Open) -> None:
    screen = open_desk(training)
    assert step_here(screen) == "Hồ sơ cơ sở"
    review(screen)
    screen.work.put(("children", "c0003", "sex"), None)
    screen.desk.home()
    screen.page.look_again()
    assert step_here(screen) == "Hồ sơ trẻ"


def test_behind_a_step_that_is_done_by_now_the_next_one_waits(screen: Screen) -> None:
    screen.press("enter")
    review(screen)
    screen.press("escape")
    assert step_here(screen) == "Hồ sơ trẻ"
    screen.press("up", "enter", "escape")
    assert step_here(screen) == "Hồ sơ nhóm, lớp", "a step that was done when it was opened is come back to"
    screen.press("down", "enter", "escape")
    assert step_here(screen) == "Hồ sơ trẻ", "it still waits"


def test_a_key_before_the_first_screen_stands_does_what_it_does_afterwards(screen: Screen) -> None:
    review(screen)
    screen.page.go(1)
    screen.desk.is_starting = True
    screen.press("down")
    assert step_here(screen) == "Hồ sơ nhân sự"


def test_what_was_sent_waits_for_what_comes_afterwards(screen: Screen) -> None:
    send(screen)
    screen.desk.home()
    screen.page.look_again()
    assert step_here(screen) == "Đưa lên Hệ thống"


def test_a_done_step_is_quiet(screen: Screen) -> None:
    steps = screen.page.steps
    roles = {
        step.title: {screen.page.cell(row, col).role for col in range(3)} for row, step in enumerate(steps)
    }
    assert roles["Hồ sơ nhóm, lớp"] == roles["Biểu 5 · Biểu ngân sách nhà nước"] == {Role.DIM}
    assert roles["Hồ sơ trẻ"] == roles["In biểu ra PDF"] == {Role.TEXT}


def test_rolling_stands_first_only_once_the_next_year_has_begun(training: Workspace, open_desk: Open) -> None:
    def numbered(screen: Screen) -> list[tuple[str, str]]:
        steps = [(step.title, step.what) for step in screen.page.steps if step.number]
        return steps[:-2]  # behind them the lesson and the way back from the copy

    roll = "Chuyển hồ sơ lên năm học mới"
    screen = open_desk(training)
    assert numbered(screen)[-1] == (roll, "sang 2020-2021")
    screen.work.workspace = training.but(day=date(2020, 6, 1))
    screen.desk.begin(screen.work, PageName.HOME)
    assert numbered(screen)[0] == (roll, "sang 2020-2021")
    assert step_here(screen) == roll
    assert "Năm học 2020-2021 đã bắt đầu" in screen.text
    screen.type("⏎‹home›⏎c⏎")
    assert (screen.work.content.year.start, numbered(screen)[-1]) == (2020, (roll, "từ 2019-2020"))
    screen.work.move_to(screen.work.workspace.but(chosen_year=training.year))
    screen.desk.begin(screen.work, PageName.HOME)
    assert numbered(screen)[-1][0] == roll, "the next year is there already"


def test_where_nothing_was_changed_yet_no_key_is_named_that_would_undo_it(empty_folder: Screen) -> None:
    assert "Hoàn tác" not in empty_folder.text
    empty_folder.press("f10")
    assert "Hoàn tác" not in empty_folder.text
    empty_folder.press("escape", "ctrl+z")
    assert "Không còn gì để hoàn tác" in empty_folder.text
    empty_folder.type("1⏎‹f10›")
    assert "Ctrl+Z   Hoàn tác" in empty_folder.text
