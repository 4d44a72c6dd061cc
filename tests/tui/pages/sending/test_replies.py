"""The office's answer: asked part by part or read from a file; its remarks at their places until they are ticked off."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forms.dossier.campaign import receiver_of
from forms.dossier.dossier import Kind
from forms.dossier.place_names import (
    read_place,
)
from forms.dossier.sent_revisions import sent as sending_of
from forms.model.issue import Severity
from forms.model.place import Place
from forms.package.answer_file import AnswerFile, read_answer, write_answer
from forms.package.answers import Answer, PlacedRemark, answers
from forms.sets import newest
from forms.sets.mn2019.states import ANSWERS, STATES
from tests.tui.conftest import DISK_FULL, NOW, Open, Screen
from tests.tui.page_driver import SENDER
from tui.pages.help.choice_page import ChoicePage
from tui.pages.help.help_page import HelpPage
from tui.pages.help.menu_page import MenuPage
from tui.pages.home.home import HomePage
from tui.pages.records.record_form import (
    FormPage,
)
from tui.pages.records.record_list import DossierListPage
from tui.pages.sending.answer_form import AnswerPage
from tui.pages.sending.replies import RepliesPage
from tui.pages.sending.sign_off import SignOffPage
from tui.pages.tables.sheet import SheetPage
from tui.texts import desk_words, issue_words, report_words
from tui.texts.help import help_words
from tui.texts.help.keys import Action
from tui.texts.revisions import answer_words, reply_words, sending_words

pytestmark = pytest.mark.slow

WHO, WORDS = "Cán Bộ Mẫu", "Lời của phòng"
AT_ONCE = NOW.isoformat(timespec="seconds")


@pytest.fixture
def sent(sent: Screen) -> Screen:
    """What was sent and answered, of a report that was sent."""
    return _replies(sent)


@pytest.fixture
def refused(refused: Screen) -> Screen:
    """What was sent and answered, of a report that was refused."""
    return _replies(refused)


@pytest.fixture
def months_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is spring by then."""
    monkeypatch.setattr("tui.jobs.workspace.training_day", lambda: date(2020, 3, 1))


def _replies(screen: Screen) -> Screen:
    screen.type("14⏎")
    assert isinstance(screen.page, RepliesPage)
    return screen


def into(screen: Screen, state: str) -> Screen:
    """Put the report into another state, as a move does."""
    content = screen.work.content
    if content.state != state:
        from forms.dossier.content import Edit

        screen.work.commit([Edit(("state",), content.state, state)], kind=Kind.MOVE)
    return screen


def last(screen: Screen) -> Answer:
    return answers(screen.work.content)[-1]


# Every move

OFFICE = "⏎" + WHO + "⏎" + WORDS + "⏎"
KEEP = "‹end›↓⏎"
"""From the line where places are added to the last one."""
MOVES = {
    ("sent", "approve"): ("Duyệt", OFFICE + "⏎"),
    ("sent", "reject"): ("Từ chối", OFFICE + KEEP),
    ("sent", "lock"): ("Khóa", OFFICE + "⏎"),
    ("approved", "lock"): ("Khóa", OFFICE + "⏎"),
    ("locked", "unlock"): ("Mở khóa", OFFICE + "⏎"),
    ("locked", "request-unlock"): ("Gửi yêu cầu mở khóa", "⏎" + WORDS + "⏎⏎"),
    ("unlock_requested", "unlock"): ("Mở khóa", OFFICE + "⏎"),
}


def choose(screen: Screen, title: str) -> None:
    """The entry of the answers of that title."""
    screen.press("f10", "enter")
    assert isinstance(screen.page, ChoicePage)
    row = next(row for row in range(screen.page.count()) if screen.page.cell(row, 1).text == title)
    screen.press(*["down"] * row, "enter")


def test_every_move_that_there_is_is_tried_here() -> None:
    assert set(MOVES) == {(state, move.id) for move in ANSWERS.values() for state in move.sources}


@pytest.mark.parametrize(("state", "move"), MOVES)
def test_a_move_is_asked_for_part_by_part(sent: Screen, state: str, move: str) -> None:
    into(sent, state)
    title, burst = MOVES[state, move]
    choose(sent, title)
    assert isinstance(sent.page, AnswerPage)
    assert title in sent.text
    sent.type(burst)
    who = "" if move == "request-unlock" else WHO
    assert last(sent) == Answer(ANSWERS[move], AT_ONCE, who, WORDS, 1)
    assert sent.work.content.state == ANSWERS[move].target
    assert f"Đã ghi «{title}». Báo cáo: {STATES[ANSWERS[move].target].title}." in sent.said
    assert f"{title}" in sent.text and WORDS in sent.text
    sent.press("ctrl+z")
    assert sent.desk.said == desk_words.NOTHING_TO_UNDO
    assert sent.work.content.state == ANSWERS[move].target


@pytest.mark.parametrize(("state", "move"), MOVES)
def test_nothing_is_kept_before_the_last_line(sent: Screen, state: str, move: str) -> None:
    """Esc drops what is typed, then the form, after a question where something stands in it."""
    into(sent, state)
    before = sent.work.content
    title, burst = MOVES[state, move]
    if move == "reject":
        burst = OFFICE + "biểu 4⏎Đếm lại⏎trẻ 3⏎Sai tên⏎" + KEEP
    parts = burst.removesuffix(KEEP).split("⏎")[:-1]
    for count in range(1, len(parts)):
        choose(sent, title)
        sent.type("".join(part + "⏎" for part in parts[:count]))
        assert sent.work.content is before
        sent.type("chữ dở‹escape›")
        if isinstance(sent.page, AnswerPage) and sent.desk._question is None:
            sent.press("escape")
        if sent.desk._question is not None:
            assert answer_words.ASK_DROP_ANSWER in sent.text
            sent.type("c⏎")
        assert sent.work.content is before
        assert isinstance(sent.page, RepliesPage)
    choose(sent, title)
    sent.type(burst)
    assert sent.work.content.state == ANSWERS[move].target


@pytest.mark.parametrize(
    "keys", ["‹f10›⏎‹escape›", "‹f10›⏎khong co⏎‹escape›", "‹f10›⏎‹end›⏎‹escape›", "‹f10›⏎‹end›⏎⏎"]
)
def test_no_answer_is_chosen(sent: Screen, keys: str) -> None:
    before = sent.work.content
    sent.type(keys)
    assert sent.work.content is before
    assert isinstance(sent.page, RepliesPage)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("25/9", "2019-09-25"), ("1.1", "2020-01-01"), ("29/2", "2020-02-29")],
)
def test_a_day_without_its_year_is_the_latest_that_is_not_to_come(
    sent: Screen, typed: str, day: str, months_later: None
) -> None:
    choose(sent, "Duyệt")
    sent.type(typed + "⏎⏎⏎⏎")
    assert last(sent).at == day


@pytest.mark.parametrize(
    ("typed", "day"), [("20/9", "20/09/2018"), ("18/9", "18/09/2019"), ("18/9/19", "18/09/2019")]
)
def test_no_answer_is_older_than_what_it_answers(sent: Screen, typed: str, day: str) -> None:
    choose(sent, "Duyệt")
    sent.type(typed + "⏎")
    assert sent.desk.said.startswith(f"Ngày {day} ở trước ngày gửi bản 1 (19/09/2019)")
    assert sent.page.is_typing
    sent.type("⌫" * len(typed) + "19/9⏎⏎⏎⏎")
    assert last(sent).at == AT_ONCE


@pytest.mark.parametrize("day", ["31/2/2019", "hôm qua", "20199", "1/13/2019"])
def test_a_wrong_day_is_asked_again_with_its_text(sent: Screen, day: str, months_later: None) -> None:
    choose(sent, "Duyệt")
    sent.type(day + "⏎")
    assert sent.desk.said == answer_words.WRONG_DAY_TYPED.format(text=day)
    assert sent.page.is_typing and day in sent.text
    sent.type("⌫" * len(day) + "25/9/19⏎⏎⏎⏎")
    assert last(sent) == Answer(ANSWERS["approve"], "2019-09-25", "", "", 1)
    assert "25/09/2019" in sent.text


@pytest.mark.parametrize(
    "place", ["biểu 9", "mã 9999", "trẻ 999", "trẻ 0", "bếp", "T9", "children/c9999", "mã"]
)
def test_a_place_that_is_none_is_asked_again_with_its_text(sent: Screen, place: str) -> None:
    choose(sent, "Từ chối")
    sent.type(OFFICE + place + "⏎")
    assert sent.desk.said == answer_words.NO_SUCH_PLACE.format(text=place)
    assert sent.page.is_typing and place in sent.text
    sent.type("⌫" * len(place) + "tre 3⏎⏎" + KEEP)
    (remark,) = last(sent).remarks
    assert (str(remark.place), remark.text) == ("children/c0003", WORDS)


PLACES = {
    "biểu 4": "T4",
    "BIEU 4": "T4",
    "mã 203": "T4.203",
    "mã số 83": "T2.083",
    "203": "T4.203",
    "trẻ 12": "children/c0012",
    "lớp 2": "classes/k0002",
    "nhóm 1": "classes/k0001",
    "nhân sự 3": "staff/s0003",
    "cơ sở": "facility",
    "T4.203:TU_THUC.permanent": "T4.203:TU_THUC.permanent",
    "children/c0003/name": "children/c0003/name",
    "children": "children",
    "campaign/last_day": "campaign/last_day",
}


@pytest.mark.parametrize("spoken", PLACES)
def test_a_place_is_understood_and_f9_and_enter_go_there(sent: Screen, spoken: str) -> None:
    choose(sent, "Từ chối")
    sent.type(OFFICE + spoken + "⏎Xem lại chỗ này⏎" + KEEP)
    (remark,) = last(sent).remarks
    assert str(remark.place) == PLACES[spoken]
    for key in ("enter", "f9"):
        sent.press(key)
        assert isinstance(sent.page, SheetPage | FormPage | DossierListPage)
        assert f"{issue_words.SEVERITY[Severity.REMARK]}: " in sent.said
        assert "Xem lại chỗ này" in sent.said
        while not isinstance(sent.page, HomePage):
            sent.press("escape")
        sent.type("14⏎")


def test_a_refusal_needs_its_reason_and_says_so(sent: Screen) -> None:
    choose(sent, "Từ chối")
    sent.type(f"⏎{WHO}⏎   ⏎" + KEEP)
    assert sent.desk.said == answer_words.REASON_NEEDED.format(move="Từ chối")
    assert sent.work.content.state == "sent"
    sent.type(WORDS + "⏎" + KEEP)
    assert last(sent).note == WORDS


@pytest.mark.parametrize("typed", ["203", "phong hoc nho", "tre mau 12"])
def test_a_place_is_chosen_from_all_rows_and_records(sent: Screen, typed: str) -> None:
    choose(sent, "Từ chối")
    sent.type(OFFICE + "⏎")
    assert isinstance(sent.page, ChoicePage)
    sent.type(typed)
    chosen = sent.page.cell(0, 1).text
    sent.type("⏎")
    assert isinstance(sent.page, AnswerPage)
    assert chosen[:40] in sent.text
    sent.type("Xem lại⏎" + KEEP)
    assert [remark.text for remark in last(sent).remarks] == ["Xem lại"]


def test_a_place_is_changed_and_dropped(sent: Screen) -> None:
    choose(sent, "Từ chối")
    sent.type(OFFICE + "mã 203⏎Đếm lại⏎trẻ 3⏎Sai tên⏎")
    sent.type("↑↑mã 194⏎↑‹delete›")
    assert sent.desk.said == answer_words.PLACE_DROPPED
    sent.type(KEEP)
    assert [(str(remark.place), remark.text) for remark in last(sent).remarks] == [("T4.203", "Đếm lại")]


def _on_the_answer(screen: Screen) -> None:
    page = screen.page
    assert isinstance(page, RepliesPage)
    page.cursor.row = max(row for row, line in enumerate(page.lines) if line.answer)


def test_the_last_answer_is_corrected_and_the_correction_recorded(sent: Screen) -> None:
    choose(sent, "Từ chối")
    sent.type(OFFICE + "mã 203⏎Đếm lại⏎" + KEEP + " ")
    changes = len(list(sent.work.session.dossier.journal.changes()))
    _on_the_answer(sent)
    assert reply_words.REPLIES_CORRECT in sent.text
    sent.type("⏎")
    assert isinstance(sent.page, AnswerPage)
    assert all(words in sent.text for words in (WORDS, WHO, "Đếm lại"))
    sent.type("⏎Người Khác⏎⏎↓↓↓⏎")
    assert (last(sent).by, last(sent).note, len(answers(sent.work.content))) == ("Người Khác", WORDS, 1)
    assert [(remark.text, remark.done) for remark in last(sent).remarks] == [("Đếm lại", True)]
    assert len(list(sent.work.session.dossier.journal.changes())) == changes + 1
    assert answer_words.CORRECTED.format(move="Từ chối", state=STATES["rejected"].title) == sent.desk.said


def test_another_answer_was_meant(sent: Screen) -> None:
    choose(sent, "Từ chối")
    sent.type(OFFICE + KEEP)
    _on_the_answer(sent)
    sent.type("⏎↑⏎‹home›⏎")
    assert isinstance(sent.page, AnswerPage)
    sent.type("↓↓↓↓⏎")
    assert (sent.work.content.state, last(sent).move.id, len(answers(sent.work.content))) == (
        "approved",
        "approve",
        1,
    )


def test_a_report_that_was_edited_since_is_not_taken_for_approved(sent: Screen) -> None:
    choose(sent, "Từ chối")
    sent.type(OFFICE + KEEP)
    sent.work.put(("facility", "phone"), "0901234567")
    before = sent.work.content
    _on_the_answer(sent)
    sent.type("⏎↑⏎‹home›⏎↓↓↓↓⏎")
    assert sent.desk.said == answer_words.CHANGED_SINCE.format(move="Duyệt")
    assert sent.work.content is before


def test_an_answer_to_an_earlier_revision_is_history(refused: Screen) -> None:
    into(refused, "sent")
    _on_the_answer(refused)
    refused.type("⏎")
    assert isinstance(refused.page, RepliesPage)


def test_an_answer_that_cannot_be_written_is_not_kept(sent: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    from forms.model.errors import StorageError

    def append(_change: object) -> None:
        raise StorageError(DISK_FULL)

    before = sent.work.content
    monkeypatch.setattr(sent.work.session.dossier.journal, "append", append)
    choose(sent, "Duyệt")
    sent.type(OFFICE + "⏎")
    assert sent.desk.said == DISK_FULL
    assert sent.work.content is before


# Remarks where the work is

AT = {
    "table": ("T4", "T4.203:TU_THUC.permanent", "T2.083:TU_THUC.total"),
    "row": ("T4.203", "T4.203:TU_THUC.semi_permanent", "T4.200:TU_THUC.permanent"),
    "cell": ("T4.203:TU_THUC.permanent", "T4.203:TU_THUC.permanent", "T4.203:TU_THUC.semi_permanent"),
    "record": ("children/c0003", "children/c0003/birth_date", "children/c0004/birth_date"),
    "field": ("children/c0003/name", "children/c0003/name", "children/c0003/birth_date"),
    "profile": ("facility", "facility/phone", "children/c0003/name"),
    "list": ("children", "children/c0009", "staff/s0001"),
}


def remark(screen: Screen, *places: str) -> None:
    """Refuse with a remark at each of the places."""
    choose(screen, "Từ chối")
    screen.type(OFFICE + "".join(f"{place}⏎Sửa {place}⏎" for place in places) + KEEP)
    assert screen.work.content.state == "rejected"


@pytest.mark.parametrize("kind", AT)
def test_a_remark_stands_at_its_place_and_nowhere_else(sent: Screen, kind: str) -> None:
    place, here, elsewhere = AT[kind]
    remark(sent, place)
    sent.at(here)
    assert f"Sửa {place}" in sent.said
    assert issue_words.SEVERITY[Severity.REMARK] in sent.said
    sent.at(elsewhere)
    assert f"Sửa {place}" not in sent.said


def test_a_remark_stands_in_its_row_of_the_list_and_of_quick_entry(sent: Screen) -> None:
    remark(sent, "children/c0003", "children/c0003/name")
    sent.at("children")
    for row in range(5):
        sent.page.cursor.row = row
        assert ("Sửa children/c0003" in sent.said) == (sent.page.here.place == "children/c0003")
    sent.press("insert")
    sent.page.go(2, 1)
    assert "Sửa children/c0003" in sent.said
    sent.page.go(3, 1)
    assert "Sửa" not in sent.said


def test_f9_walks_the_remarks_first_and_comes_back_to_them(refused: Screen) -> None:
    total = len(refused.work.to_do)
    remarks = len(refused.work.remarks)
    assert (remarks, total) == (3, 6)
    for turn in [*range(total), 0, 1]:
        refused.press("f9")
        assert (issue_words.SEVERITY[Severity.REMARK] in refused.said) == (turn < remarks)
        if turn < remarks:
            assert f"ý kiến {turn + 1}/{remarks}" in refused.said
    refused.desk.home()
    refused.type("14⏎ ")
    assert "Còn 2." in refused.said
    refused.press("f9")
    assert f"ý kiến 1/{remarks - 1}" in refused.said


def test_the_space_bar_ticks_off_and_back(refused: Screen) -> None:
    page = refused.page
    assert page.lines[page.cursor.row].remark is not None
    for left in (2, 1, 0):
        refused.type(" ")
        assert refused.desk.said == reply_words.TICKED.format(count=left)
        refused.press("down")
    assert page.explain() == reply_words.REPLIES_AGAIN
    assert refused.text.count("[x]") == 3
    refused.type("↑ ")
    assert refused.desk.said == reply_words.UNTICKED.format(count=1)
    refused.press("ctrl+z")
    assert not refused.work.remarks
    for _ in range(3):
        refused.press("ctrl+z")
    assert len(refused.work.remarks) == 3
    assert refused.text.count("[ ]") == 3


def test_what_is_ticked_off_stands_nowhere_any_more(refused: Screen) -> None:
    refused.at("T4")
    assert "Thiếu bếp" in refused.said
    refused.desk.home()
    refused.type("14⏎ ")
    refused.at("T4")
    assert "Thiếu bếp" not in refused.said


@pytest.mark.parametrize("keys", ["x", "5", "‹delete›", "⌫", "‹f2›", "Ê"])
def test_nothing_is_typed_among_the_replies(refused: Screen, keys: str) -> None:
    before = refused.work.content
    for _ in range(refused.page.count()):
        refused.type("‹down›" + keys)
        assert refused.work.content is before
        assert getattr(refused.page, "edit", None) is None
    refused.type("‹home›" + keys)
    assert refused.work.content is before
    assert getattr(refused.page, "edit", None) is None


def test_a_pasted_text_changes_nothing_among_the_replies(refused: Screen) -> None:
    before = refused.work.content
    for text in ("1\t2\n3\t4", "xong", " "):
        refused.desk.paste(text)
        assert refused.work.content is before
        assert getattr(refused.page, "edit", None) is None


def test_a_line_that_is_no_remark_is_not_ticked(refused: Screen) -> None:
    before = refused.work.content
    refused.type("‹home› ⏎↓ ")
    assert refused.work.content is before
    assert isinstance(refused.page, RepliesPage)
    assert not refused.page.is_typing


def test_sending_again_tells_of_remarks_that_are_open(refused: Screen) -> None:
    refused.press("f10", "enter")
    assert isinstance(refused.page, SignOffPage)
    assert refused.desk.said == sending_words.REMARKS_STILL_OPEN.format(
        count=3, receiver=receiver_of(refused.work.content)
    )
    refused.type("‹escape›   ↓ ↓ ‹f10›⏎")
    assert refused.desk.said == ""


def test_remarks_are_over_once_the_report_is_sent_again(refused: Screen) -> None:
    refused.type(f"‹f10›⏎‹f10›⏎{SENDER}⏎")
    assert refused.work.content.last_sent == 2
    assert refused.work.remarks == []
    refused.at("T4")
    assert "Thiếu bếp" not in refused.text
    refused.press("f9")
    assert issue_words.SEVERITY[Severity.REMARK] not in refused.said


def test_the_record_of_a_remark_that_was_removed(refused: Screen) -> None:
    from forms.entry.record_edits import delete_records
    from forms.sets.mn2019.records import CHILD

    refused.work.commit(delete_records(refused.work.content, CHILD, ["c0003"]))
    refused.press("down", "down", "enter")
    assert refused.lines
    assert refused.desk.said
    refused.desk.home()
    refused.press("f9", "f9", "f9")
    assert len(refused.lines) == 24
    refused.desk.home()
    refused.type("14⏎↓↓ ")
    assert len(refused.work.remarks) == 2


@pytest.mark.parametrize(
    ("state", "action", "page"), [("refused", Action.SEND, SignOffPage), ("sent", Action.ANSWER, ChoicePage)]
)
def test_help_and_menu(request: pytest.FixtureRequest, state: str, action: Action, page: type) -> None:
    screen: Screen = request.getfixturevalue(state)
    screen.press("home", "f1")
    assert isinstance(screen.page, HelpPage)
    assert screen.page.lines[0][0] == help_words.HELP_HERE
    screen.press("escape", "f10")
    assert isinstance(screen.page, MenuPage)
    assert action in screen.page.entries
    screen.press("escape")
    assert isinstance(screen.page, RepliesPage)
    screen.type("‹f10›1⏎")
    assert isinstance(screen.page, page)


def test_before_the_first_sending_there_is_nothing(screen: Screen) -> None:
    screen.desk.act(Action.REPLIES)
    assert isinstance(screen.page, RepliesPage)
    assert reply_words.REPLIES_EMPTY in screen.text
    screen.type("⏎ ‹home›‹end›x‹delete›⌫↓↑‹pagedown›‹f9›")
    assert screen.work.content.last_sent == 0


def test_a_second_session_answers_nothing(sent: Screen, open_desk: Open) -> None:
    other = _replies(open_desk(sent.work.workspace))
    assert not other.work.writable
    other.press("f10", "enter")
    assert other.desk.said == report_words.READ_ONLY
    assert isinstance(other.page, RepliesPage)


# Answer files


def answer_file(screen: Screen, **changes: Any) -> AnswerFile:
    content = screen.work.content
    known = sending_of(content, content.last_sent)
    assert known is not None
    remarks = (
        PlacedRemark(read_place("T4.203", newest()) or Place(), "Đếm lại\nphòng học"),
        PlacedRemark(Place(table="T2"), "Xem"),
    )
    answer = Answer(ANSWERS["reject"], "2019-09-25T08:00:00+07:00", WHO, WORDS, content.last_sent, remarks)
    facts = {
        "form": content.form,
        "facility": str(content.facility["code"]),
        "school_year": str(content.year),
        "check_code": known.code,
        "answer": answer,
    }
    return AnswerFile(**{**facts, **changes})


def read(screen: Screen, path: object) -> None:
    screen.type("‹f10›⏎‹end›⏎")
    assert answer_words.ASK_ANSWER_FILE in screen.text
    screen.desk.paste(str(path))
    screen.press("enter")


def test_the_file_of_the_office_is_read(sent: Screen, tmp_path: Path) -> None:
    path = tmp_path / "trả lời.json"
    path.write_text(write_answer(answer_file(sent)), "utf-8")
    read(sent, f"'{path}'")
    assert sent.work.content.state == "rejected"
    assert [str(each.place) for each in last(sent).remarks] == ["T4.203", "T2"]
    assert "Đã ghi «Từ chối»" in sent.desk.said
    assert sent.page.lines[sent.page.cursor.row].remark == last(sent).remarks[0]
    assert len(sent.lines) == 24
    sent.press("enter")
    assert "Đếm lại phòng học" in sent.said


def _edited(screen: Screen) -> str:
    raw = json.loads(write_answer(answer_file(screen)))
    return json.dumps({**raw, "note": "Khác"})


def _of(**changes: Any) -> Callable[[Screen], str]:
    return lambda screen: write_answer(answer_file(screen, **changes))


def _with(**changes: Any) -> Callable[[Screen], str]:
    return lambda screen: write_answer(answer_file(screen, answer=answer_file(screen).answer.but(**changes)))


WRONG_FILES: dict[str, tuple[Callable[[Screen], str], str]] = {
    "of another facility": (_of(facility="79761001"), "79761001"),
    "of another year": (_of(school_year="2018-2019"), "2018-2019"),
    "of other figures": (_of(check_code="0000-0000-0000-0000"), "0000-0000-0000-0000"),
    "of another revision": (_with(revision=2), "bản 2"),
    "of another state": (_with(move=ANSWERS["unlock"]), "«Mở khóa»"),
    "without a reason": (_with(note="", remarks=()), "lời ghi"),
    "of a record that is not here": (
        _with(remarks=(PlacedRemark(Place(record="children/c9999"), "x"),)),
        "children/c9999",
    ),
    "edited": (_edited, "đã bị sửa"),
    "no answer": (lambda _screen: "{}", "không phải tệp trả lời"),
    "no JSON": (lambda _screen: "Kính gửi", "không phải tệp trả lời"),
    "empty": (lambda _screen: "", "không phải tệp trả lời"),
    "another format": (lambda _screen: '{"format": "nhomtre/1"}', "không phải tệp trả lời"),
}


@pytest.mark.parametrize("name", WRONG_FILES)
def test_a_wrong_file_is_refused_in_a_sentence(sent: Screen, tmp_path: Path, name: str) -> None:
    make, why = WRONG_FILES[name]
    path = tmp_path / "tra-loi.json"
    path.write_text(make(sent), "utf-8")
    before = sent.work.content
    read(sent, path)
    assert sent.work.content is before
    assert why in sent.desk.said
    assert "Không có gì thay đổi" in sent.desk.said
    assert isinstance(sent.page, RepliesPage)


@pytest.mark.parametrize("name", ["khong-co.json", "", "~khong-ai-ca/x.json", "a\x00b.json", "x" * 400])
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(sent: Screen, tmp_path: Path, name: str) -> None:
    before = sent.work.content
    read(sent, name if name.startswith("~") else tmp_path / name)
    assert sent.work.content is before
    assert sent.desk.said
    assert isinstance(sent.page, RepliesPage)


def test_what_the_office_writes_is_what_is_read(sent: Screen) -> None:
    written = answer_file(sent)
    assert read_answer(write_answer(written).encode()) == written._replace(
        answer=written.answer.but(
            remarks=tuple(each.but(text=each.text.replace("\n", " ")) for each in written.answer.remarks)
        )
    )
