"""Each kind of goal: reached, and what is left where it is not."""

from __future__ import annotations

from typing import Any

import pytest

from forms.dossier.content import Content, Edit, apply, empty_content
from forms.dossier.roster import SchoolYear
from forms.lesson.goals import (
    Goal,
    HasNote,
    HasRecord,
    HasYear,
    IsAnswered,
    IsGone,
    IsMade,
    IsOpened,
    IsSent,
    IsTaken,
    NoIssue,
    ValueIs,
)
from forms.lesson.standing import Deed, Standing
from forms.model.place import Place
from forms.package.adopt import adopt
from forms.package.training import training_day, training_package, training_year
from forms.report.checking.checker import Checker

CHILD = Place(record="children/c0003")
SEX = CHILD._replace(field="sex")
ROOM = Place("T4", "203", "TU_THUC.permanent")


@pytest.fixture(scope="module")
def content() -> Content:
    return adopt(training_package(), empty_content(training_year()), "2019-09-19T14:05:00+07:00")


def where(content: Content, *edits: tuple[tuple[str, ...], Any], **more: Any) -> Standing:
    new = apply(content, [Edit(path, content.value(path), value) for path, value in edits])
    return Standing(
        new, more.pop("issues", ()), more.pop("is_taken", False), **{k: frozenset(v) for k, v in more.items()}
    )


def test_a_value(content: Content) -> None:
    goal = ValueIs(SEX, "01")
    assert goal.left(where(content)) == []
    assert goal.left(where(content, (("children", "c0003", "sex"), "02"))) == [
        "Trẻ 3 Phạm Mẫu Phúc, Giới tính: đang là «Nữ»"
    ]
    (empty,) = goal.left(where(content, (("children", "c0003", "sex"), None)))
    assert empty.endswith("còn trống")
    assert ValueIs(ROOM, 1).left(where(content)) == []
    (other,) = ValueIs(ROOM, 4).left(where(content))
    assert other.endswith("đang là «1»")


def test_a_record_counts_what_is_left_of_the_nearest(content: Content) -> None:
    goal = HasRecord("children", {"name": "Phạm Mẫu Phúc", "sex": "01", "class_code": "NT1"})
    assert goal.left(where(content)) == []
    changed = where(
        content, (("children", "c0003", "sex"), None), (("children", "c0003", "class_code"), "MG1")
    )
    assert len(goal.left(changed)) == 2
    missing = HasRecord("children", {"name": "Ai Đó", "sex": "01"}).left(where(content))
    assert missing == ["chưa có trẻ «Ai Đó»", ""]


def test_nobody_fails_by_a_mark(content: Content) -> None:
    assert HasRecord("children", {"name": "phạm mẫu phuc"}).left(where(content)) == []


def test_a_record_that_is_gone(content: Content) -> None:
    goal = IsGone(CHILD)
    assert goal.left(where(content)) == ["vẫn còn Trẻ 3 Phạm Mẫu Phúc"]
    assert goal.left(where(content, (("children", "c0003"), None))) == []


def test_no_issue_of_a_rule_or_at_a_place(content: Content) -> None:
    issues = Checker(None)(content, training_day())
    standing = where(content, issues=issues)
    assert NoIssue(rule="W40").left(standing)
    assert NoIssue(rule="E34").left(standing) == []
    assert NoIssue(place="T2").left(standing)
    assert NoIssue(place="T4").left(standing) == []
    assert NoIssue(place="children/c0030").left(standing)
    assert NoIssue(place="children/c003").left(standing) == []


@pytest.mark.parametrize(
    ("goal", "wrong", "right", "deed"),
    [
        (IsTaken(), {}, {"is_taken": True}, Deed.CHANGE),
        (IsMade("pdf"), {"made": ["xlsx"]}, {"made": ["xlsx", "pdf"]}, Deed.FILE),
        (IsOpened(CHILD), {"opened": ["children/c0030"]}, {"opened": ["children/c0003"]}, Deed.LOOK),
        (HasYear(SchoolYear(2020)), {"years": [SchoolYear(2019)]}, {"years": [SchoolYear(2020)]}, Deed.FILE),
    ],
)
def test_what_was_done_beside_the_dossier(
    content: Content, goal: Goal, wrong: dict[str, Any], right: dict[str, Any], deed: Deed
) -> None:
    assert len(goal.left(where(content, **wrong))) == 1
    assert goal.left(where(content, **right)) == []
    assert goal.deed is deed


def test_a_note_at_the_row_or_at_the_cell(content: Content) -> None:
    row, cell = HasNote(Place("T4", "203")), HasNote(ROOM)
    other = HasNote(ROOM._replace(column="TU_THUC.semi_permanent"))
    noted = where(content, (("notes", "T4", "203", "TU_THUC.permanent"), "Hỏi"))
    assert [len(goal.left(where(content))) for goal in (row, cell, other)] == [1, 1, 1]
    assert [len(goal.left(noted)) for goal in (row, cell, other)] == [0, 0, 1]


def test_a_sending_tells_the_errors_in_its_way(content: Content) -> None:
    goal = IsSent(1)
    assert goal.left(where(content)) == ["chưa gửi bản 1"]
    wrong = apply(content, [Edit(("children", "c0003", "sex"), "01", None)])
    issues = Checker(None)(wrong, training_day())
    told, *_ = goal.left(where(wrong, issues=issues))
    assert "lỗi" in told
    assert goal.left(where(content, (("revision",), 2))) == []


def test_an_answer_that_was_recorded(content: Content) -> None:
    goal = IsAnswered("reject")
    assert goal.left(where(content)) == ["chưa ghi trả lời «Từ chối»"]
    answer = {"move": "reject", "at": "2019-09-23T08:00:00+07:00", "revision": 1}
    assert goal.left(where(content, (("answers", "0001"), answer))) == []
