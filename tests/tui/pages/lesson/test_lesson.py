"""The lesson on the desk: its line, hints, the list of tasks, leaving and beginning anew, the office that answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from forms.model.errors import Refused
from tests.tui.conftest import Open, Screen
from tests.tui.page_driver import sign_off
from tests.tui.pages.lesson.lesson_variants import varied
from tui.desk.page_names import PageName
from tui.jobs.lesson.lesson_copy import begin_lesson
from tui.jobs.lesson.progress_file import PROGRESS_FILE
from tui.jobs.open_report import OpenReport, open_session
from tui.jobs.workspace import lesson_workspace
from tui.pages import registry

pytestmark = pytest.mark.slow


def at_task(screen: Screen, key: str) -> None:
    assert screen.desk.learning is not None
    screen.desk.learning.go_to_task(key)
    screen.desk.carry_out(lambda: None)


def go(screen: Screen, place: str) -> None:
    """To a place, as a key goes there."""
    screen.desk.carry_out(lambda: screen.at(place))


def foot(screen: Screen) -> str:
    """From the task to the line of the keys."""
    lines = screen.lines[:-1]
    first = next(at for at, line in enumerate(lines) if "Bài " in line and "/14: " in line)
    return " ".join(lines[first:])


def test_the_task_stands_at_the_foot_of_every_page(lesson: Screen) -> None:
    for place in ("children", "children/c0001", "T4", "issues"):
        lesson.at(place)
        assert "Bài 1/14: Tìm bé" in lesson.text
        assert len(lesson.lines) == 24
    lesson.press("f1")
    assert "Bài 1/14: Tìm bé" in lesson.text


def test_no_lesson_goes_along_with_another_report(screen: Screen) -> None:
    assert screen.desk.companion is None
    assert "Bài 1/" not in screen.text
    screen.press("f1")
    assert "Gợi ý" not in screen.text


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (132, 43)])
def test_there_is_room_for_the_page_on_every_screen(lesson: Screen, size: tuple[int, int]) -> None:
    lesson.desk.resize(*size)
    for key in ("twins", "paste", "warnings"):
        at_task(lesson, key)
        lesson.press("f1")
        for place in ("children", "T4"):
            lesson.at(place)
            assert len(lesson.lines) == size[1]
            assert lesson.desk.size()[1] >= 1


def test_the_key_shows_the_hint(lesson: Screen) -> None:
    assert "F1: gợi ý" in foot(lesson)
    lesson.press("f1")
    assert "Gợi ý: Về trang đầu (Esc)" in foot(lesson)


@pytest.mark.parametrize(
    ("task", "place", "wrong"),
    [
        ("find", "children/c0001", ""),
        ("date", "children/c0014/birth_date", "12/02/2017⏎"),
        ("date", "children/c0001/birth_date", "11/02/2017⏎"),
        ("errors", "children/c0018/sex", "nam⏎"),
        ("rooms", "T4.194:TU_THUC.permanent", "3⏎"),
        ("behind", "T2.084:TU_THUC.total", "⏎"),
        ("take", "children/c0001/sex", "nữ⏎"),
    ],
)
def test_a_wrong_action_gets_the_hint_and_the_task_stays(
    lesson: Screen, task: str, place: str, wrong: str
) -> None:
    at_task(lesson, task)
    assert "Gợi ý" not in foot(lesson)
    go(lesson, place)
    lesson.type(wrong)
    assert "Gợi ý" in foot(lesson)
    assert lesson.desk.learning is not None and lesson.desk.learning.task is not None
    assert lesson.desk.learning.task.key == task


def test_what_leads_on_gets_no_hint(lesson: Screen) -> None:
    at_task(lesson, "errors")
    lesson.at("children/c0018/sex")
    lesson.type("nữ⏎")
    assert "Gợi ý" not in foot(lesson)
    lesson.press("ctrl+z")
    assert "Gợi ý" in foot(lesson)


def test_what_was_done_before_its_turn_counts_when_the_turn_comes(lesson: Screen) -> None:
    lesson.at("children/c0014/birth_date")
    lesson.type("11/02/2017⏎")
    assert "Bài 1/14" in foot(lesson)
    go(lesson, "children/c0021")
    assert "Bài 3/14" in foot(lesson)


def test_progress_is_kept_in_the_folder_of_the_lesson(lesson: Screen, open_desk: Open) -> None:
    go(lesson, "children/c0021")
    kept = lesson.work.workspace.folder / PROGRESS_FILE
    assert json.loads(kept.read_text("utf-8"))["done"] == ["find"]
    lesson.work.session.close()
    assert "Bài 2/14" in foot(open_desk(lesson.work.workspace.but()))
    kept.write_bytes(b"\xff")
    assert "Bài 1/14" in foot(open_desk(lesson.work.workspace.but()))


def test_another_task_is_taken_in_hand_from_the_list(lesson: Screen) -> None:
    lesson.desk.open(PageName.LESSON)
    lesson.type("8⏎")
    assert lesson.desk.said == "Đang học bài 8."
    assert "Bài 8/14: Lấy dữ liệu" in foot(lesson)
    lesson.press("f5", "enter")
    assert "Bài 9/14" in foot(lesson)


def test_the_office_answers_by_itself_with_a_file_that_is_offered(lesson: Screen, tmp_path: Path) -> None:
    for place, typed in (
        ("facility/email", "a@gmail.com"), ("children/c0018/sex", "nữ"), ("children/c0027/class_code", "MG1"),
        ("staff/s0005/id_number", "079185000005"), ("staff/s0008/birth_date", "04/04/1996"),
        ("children/c0014/birth_date", "11/02/2017"), ("T4.197:TU_THUC.permanent", "1"),
    ):  # fmt: skip
        lesson.at(place)
        lesson.type(f"{typed}⏎")
    lesson.press("f5", "enter")
    sign_off(lesson)
    lesson.press("end", *["down"] * 12)
    lesson.type("⏎Nguyễn Thị Mẫu⏎")
    assert (lesson.work.workspace.folder / "tra-loi-1.json").exists()
    lesson.type("⏎")
    lesson.press("end")
    lesson.type("⏎")
    assert "tra-loi-1.json" in lesson.text
    lesson.type("1⏎")
    assert lesson.work.content.state == "rejected"


def test_from_the_own_report_to_the_lesson_and_back(empty_folder: Screen) -> None:
    empty_folder.type("5⏎")
    assert empty_folder.work.workspace.is_lesson
    assert "Bài 1/14" in empty_folder.text
    empty_folder.press("end")
    assert "Về hồ sơ của cơ sở" in empty_folder.text
    empty_folder.press("enter")
    assert not empty_folder.work.workspace.training
    assert "Bài 1/14" not in empty_folder.text


def test_the_training_copy_leads_to_the_lesson(screen: Screen) -> None:
    screen.desk.open(PageName.LEARN)
    assert screen.work.workspace.folder.name == "bai-hoc"
    assert screen.work.workspace.data_folder == screen.work.workspace.folder.parent


@pytest.mark.parametrize("answer", ["c", "k"])
def test_the_lesson_begins_anew_after_a_question(lesson: Screen, answer: str) -> None:
    go(lesson, "children/c0021")
    lesson.desk.home()
    lesson.press("ctrl+r")
    assert "Gõ c rồi Enter" in lesson.said
    lesson.type(f"{answer}⏎")
    assert ("Bài 1/14" in foot(lesson)) is (answer == "c")
    lesson.at("children")
    assert lesson.page.title().startswith("HỒ SƠ TRẺ")


def test_the_training_copy_begins_anew_also_after_it_was_changed(screen: Screen) -> None:
    screen.work.put(("children", "c0003", "sex"), None)
    screen.press("ctrl+r")
    screen.type("c⏎")
    assert screen.work.content.value(("children", "c0003", "sex")) == "01"
    assert screen.desk.said == "Đã làm lại bản tập huấn từ đầu."


def test_a_real_report_is_never_made_anew(empty_folder: Screen) -> None:
    empty_folder.type("1⏎")
    empty_folder.press("ctrl+r")
    assert "không có tác dụng" in empty_folder.said
    empty_folder.desk.open(PageName.RESET_COPY)
    assert empty_folder.desk.said == "Chỉ làm lại được bài học và bản tập huấn."


def test_a_lesson_that_names_no_key_is_refused(tmp_path: Path) -> None:
    raw = json.loads(varied(0))
    raw["tasks"][0]["hint"] = "{warp}"
    file = tmp_path / "bai.json"
    file.write_text(json.dumps(raw), "utf-8")
    workspace = lesson_workspace(tmp_path / "data", None, None)
    begin_lesson(workspace, again=False, file=file)
    session, notices = open_session(workspace)
    with pytest.raises(Refused, match="«warp»"):
        registry.companion_of(OpenReport(workspace, session, notices))
    session.close()


# A presenter


@pytest.fixture
def hall(lesson: Screen) -> Screen:
    lesson.desk.presents = True
    return lesson


def test_the_keys_just_pressed_stand_in_the_title(hall: Screen) -> None:
    hall.type("3⏎")
    hall.press("f3")
    hall.type("dang⏎")
    assert "Phím: 3 Enter F3 dang Enter" in hall.lines[0]
    hall.press("escape", "f9")
    assert "dang Enter Esc F9" in hall.lines[0]


def test_the_explanation_is_fuller(hall: Screen) -> None:
    hall.at("T4.203:TU_THUC.permanent")
    first = hall.desk.explaining_line
    fuller = hall.lines[first:]
    hall.desk.presents = False
    assert hall.page.explain() in " ".join(hall.lines[hall.desk.explaining_line :])
    assert "Biểu 4" in " ".join(fuller)
    assert first < hall.desk.explaining_line


def test_one_key_begins_anew_on_every_page(hall: Screen) -> None:
    go(hall, "children/c0021")
    assert "Bài 2/14" in foot(hall)
    hall.press("ctrl+r")
    assert "Bài 1/14" in foot(hall)
    assert hall.desk.said == "Đã làm mới bài học: học từ bài 1."
