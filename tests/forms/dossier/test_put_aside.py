"""What was put aside stands until it is undone or got back, also behind a sending; what was changed since is left alone."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from forms.dossier import dossier_words
from forms.dossier.content import Edit, apply, empty_content
from forms.dossier.dossier import Change, Dossier, Kind
from forms.dossier.put_aside import getting_back, put_aside, reason_of_getting_back
from forms.dossier.roster import SchoolYear

PHONE, NAME = ("facility", "phone"), ("facility", "name")
CHILD = ("children", "c0001")


class Lines(list[Change]):
    """A journal in memory."""

    def changes(self) -> Iterable[Change]:
        return list(self)


@pytest.fixture
def dossier() -> Dossier:
    """A phone number that was typed and put aside again."""
    dossier = Dossier(
        empty_content(SchoolYear(2019)), Lines(), 0, lambda: "2019-09-19T14:05:00+07:00", "nguoi.mau"
    )
    dossier.set(PHONE, "0901")
    dossier.set(CHILD, {"name": "Trẻ Mẫu"})
    edits = [Edit(CHILD, {"name": "Trẻ Mẫu"}, None, 0), Edit(PHONE, "0901", None)]
    dossier.commit(edits, dossier_words.PUT_ASIDE)
    return dossier


def test_it_stands_with_its_last_day_and_the_edits_that_bring_it_back(dossier: Dossier) -> None:
    (aside,) = put_aside(dossier.journal.changes())
    assert (aside.seq, aside.last_day.isoformat()) == (3, "2019-10-19")
    content = apply(dossier.content, getting_back(dossier.content, aside).edits)
    assert content.value(PHONE) == "0901" and list(content.records("children")) == ["c0001"]


def test_undone_it_is_gone_and_redone_it_stands_again(dossier: Dossier) -> None:
    dossier.undo()
    assert put_aside(dossier.journal.changes()) == []
    dossier.redo()
    assert [aside.seq for aside in put_aside(dossier.journal.changes())] == [3]


def test_got_back_it_is_gone_until_that_is_undone(dossier: Dossier) -> None:
    (aside,) = put_aside(dossier.journal.changes())
    dossier.commit(getting_back(dossier.content, aside).edits, reason_of_getting_back(aside.seq))
    assert put_aside(dossier.journal.changes()) == []
    dossier.undo()
    assert [aside.seq for aside in put_aside(dossier.journal.changes())] == [3]


def test_a_sending_after_it_leaves_it_standing(dossier: Dossier) -> None:
    dossier.commit([Edit(("revision",), None, 1)], kind=Kind.MOVE)
    dossier.undo()
    assert [aside.seq for aside in put_aside(dossier.journal.changes())] == [3]


def test_what_was_entered_otherwise_since_is_left_alone(dossier: Dossier) -> None:
    dossier.set(PHONE, "0909")
    (aside,) = put_aside(dossier.journal.changes())
    found = getting_back(dossier.content, aside)
    assert [edit.path for edit in found.edits] == [CHILD]
    assert [edit.path for edit in found.late] == [PHONE]


def test_the_words_that_mark_it_in_old_journals_stay() -> None:
    assert dossier_words.PUT_ASIDE == "cất thay đổi lấy lại sau khi ngắt giữa chừng"
    assert dossier_words.GOT_BACK == "lấy lại thay đổi đã cất (số {seq})"
