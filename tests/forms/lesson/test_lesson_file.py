"""The file of a lesson: the program's own, and what is wrong with one that a trainer wrote."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from forms.dossier.content import Content, empty_content
from forms.lesson.lesson_file import own_lesson, read_lesson
from forms.lesson.standing import Standing
from forms.lesson.tasks import Lesson
from forms.model.issue import Severity
from forms.package.adopt import adopt
from forms.package.parts import PackageRefused
from forms.package.training import training_day
from forms.report.checking.checker import Checker
from forms.sets import newest
from tests.builders import lesson_file

AT = "2019-09-19T14:05:00+07:00"


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    lesson = own_lesson(newest())
    assert lesson is not None
    return lesson


def beginning(lesson: Lesson) -> Content:
    content = adopt(lesson.start, empty_content(lesson.year), AT)
    return content.but({key: part for key, part in content.tree.items() if key not in ("taken", "taken_at")})


def standing(content: Content, day: date | None = None) -> Standing:
    return Standing(content, Checker(None)(content, day or training_day()), is_taken=False)


def test_it_has_its_tasks_and_ten_planted_faults(lesson: Lesson) -> None:
    assert 10 <= len(lesson.tasks) <= 14
    assert lesson.faults == 10


def test_each_fault_is_one_that_the_check_tells(lesson: Lesson) -> None:
    """Beside the three warnings of the finished copy; of one fault, the figure that is missing, the check warns."""
    raw = json.loads(lesson_file())
    places = [edit["place"] for edit in raw["start"] if "fault" in edit]
    issues = standing(beginning(lesson)).issues
    told = {str(issue.place) for issue in issues}
    rows = {place.partition(":")[0] for place in told}
    assert [
        place
        for place in places
        if place not in told and place.partition(":")[0] not in rows and f"{place}/name" not in told
    ] == ["T4.194:TU_THUC.permanent"]
    assert {issue.severity for issue in issues} == {Severity.ERROR, Severity.WARNING}


def test_no_task_is_done_at_the_beginning_and_each_says_what_is_left(lesson: Lesson) -> None:
    where = standing(beginning(lesson))
    for task in lesson.tasks:
        left = task.left(where)
        assert left and left[0], task.key
        assert task.open_deeds(where)


def test_the_task_after_the_last_is_the_first_that_is_not_done(lesson: Lesson) -> None:
    keys = [task.key for task in lesson.tasks]
    following = lesson.next_after(keys[-1], {keys[0]})
    assert following is not None and following.key == keys[1]
    assert lesson.next_after(keys[0], keys) is None


def changed(**parts: Any) -> bytes:
    return json.dumps({**json.loads(lesson_file()), **parts}).encode()


def task(**parts: Any) -> dict[str, Any]:
    goals = [{"check": "taken"}]
    return {"key": "a", "title": "b", "words": "c", "hint": "d", "goals": goals, **parts}


@pytest.mark.parametrize(
    ("data", "offence"),
    [
        (b"[]", "không phải tệp bài học"),
        (b"{", "JSON"),
        (changed(school_year="2019"), "school_year: "),
        (changed(colour=1), "colour: mục không có"),
        (changed(title=""), "title: còn trống"),
        (changed(tasks=[]), "tasks: cần từ 1 đến 40 bài"),
        (changed(tasks="x"), "tasks: cần từ 1 đến 40 bài"),
        (changed(tasks=[5]), r"tasks\[0\]: "),
        (changed(tasks=[task(), task()]), r"tasks\[1\].key: bài «a» có hai lần"),
        (changed(tasks=[task(goals=[])]), r"tasks\[0\].goals: còn trống"),
        (changed(tasks=[task(goals={})]), r"tasks\[0\].goals: cần một danh sách"),
        (changed(tasks=[task(sheet="x")]), r"tasks\[0\].sheet: cần một danh sách"),
        (changed(tasks=[task(goals=[{"check": "magic"}])]), r"goals\[0\].check: .*«magic».*value, record"),
        (changed(tasks=[task(goals=[{"check": "value", "place": "T9.1", "is": 1}])]), "«T9.1»"),
        (changed(tasks=[task(goals=[{"check": "value", "place": "T4", "is": 1}])]), "không phải một mục"),
        (changed(tasks=[task(goals=[{"check": "value", "place": "facility/email"}])]), "is: cần một giá trị"),
        (changed(tasks=[task(goals=[{"check": "record", "list": "x", "with": {}}])]), "danh sách «x»"),
        (changed(tasks=[task(goals=[{"check": "record", "list": "children", "with": {"x": 1}}])]), "mục «x»"),
        (changed(tasks=[task(goals=[{"check": "note", "place": "T4"}])]), "place"),
        (changed(tasks=[task(goals=[{"check": "made", "what": "gold"}])]), "«gold»; có: pdf, xlsx"),
        (changed(tasks=[task(goals=[{"check": "sent", "revision": True}])]), "số của một bản"),
        (changed(tasks=[task(goals=[{"check": "answered", "move": "bribe"}])]), "«bribe»; có: approve"),
        (changed(tasks=[task(goals=[{"check": "year", "year": "soon"}])]), "cần một năm học"),
        (changed(tasks=[task(goals=[{"check": "no_issue"}])]), "«place», «rule» hoặc cả hai"),
        (changed(tasks=[task(goals=[{"check": "no_issue", "rule": "E999"}])]), "«E999»"),
        (changed(start={}), "start: cần một danh sách"),
        (changed(start=[{"place": "nowhere"}]), r"start\[0\].place: không có chỗ"),
        (changed(start=[{"place": "children/c0001/sex", "put": 5}]), "start.children"),
        (changed(start=[{"place": "children/c9999/sex"}]), "children/c9999/sex"),
        (changed(start=[{"place": "children/c0050", "put": "x"}]), "children/c0050"),
        (changed(start=[{"place": "T4.203", "put": 1}]), "T4.203"),
        (changed(office=[{"revision": 1, "move": "send", "by": "x"}]), "«send»; có: approve"),
        (changed(office=[{"revision": 0, "move": "reject", "by": "x"}]), "số của một bản"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(data: bytes, offence: str) -> None:
    with pytest.raises(PackageRefused, match=offence):
        read_lesson(data)
