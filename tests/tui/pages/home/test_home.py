"""The first page: what stands in its lines is whole at 80 columns, and errors are counted in one way."""

from __future__ import annotations

from typing import NoReturn

import pytest

from forms.dossier.content import Content, Edit
from forms.model.values import Typed
from tests.tui.conftest import Open, Screen
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
    assert line.startswith(">  2  Hồ sơ cơ sở")
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


def test_the_first_screen_waits_for_no_check(
    training: Workspace, open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_asked(self: Inspection, content: Content) -> NoReturn:
        pytest.fail("the check was asked")

    screen = open_desk(training)
    screen.desk.is_starting = True
    with monkeypatch.context() as patch:
        for name in ("issues", "issues_of", "figures", "stale_cells"):
            patch.setattr(Inspection, name, not_asked)
        first = screen.lines
    assert sum(line.endswith("…") for line in first) == 12
    assert "46 trẻ" in "".join(first)
    screen.desk.is_starting = False
    second = screen.lines
    assert not any(line.endswith("…") for line in second)
    assert any(line.endswith("xong") for line in second)
    assert [line[:40] for line in first[1:20]] == [line[:40] for line in second[1:20]]
