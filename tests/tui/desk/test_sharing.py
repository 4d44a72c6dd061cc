"""Two sessions on one dossier: who writes is asked and answers or goes, who looks goes on writing when nobody does."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from forms.package.writer import write
from forms.store.store import Store
from tests.tui.conftest import Open, Screen
from tests.tui.page_driver import OF_THE_LESSON, PAGES, SENDER, sign_off
from tui.desk.kinds.wait_page import WaitPage
from tui.jobs.sessions.sharing import ANSWER_WITHIN, GRACE, News, Sharing
from tui.jobs.workspace import Workspace
from tui.pages.help.menu_page import MenuPage
from tui.texts.help.keys import Action

pytestmark = pytest.mark.slow

PLACE = "T4.203:TU_THUC.permanent"


class Seconds:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def shared(screen: Screen, seconds: Seconds) -> Screen:
    screen.desk.share(Sharing(screen.work, write, seconds))
    return screen


@pytest.fixture
def writer(screen: Screen, seconds: Seconds) -> Screen:
    """The session that writes, at a cell."""
    screen.at(PLACE)
    return shared(screen, seconds)


@pytest.fixture
def looker(writer: Screen, training: Workspace, open_desk: Open, seconds: Seconds) -> Screen:
    """The session that only looks, at the same cell."""
    screen = open_desk(Workspace(training.folder, training=True))
    screen.at(PLACE)
    return shared(screen, seconds)


def ask(looker: Screen) -> None:
    looker.press("f10", "enter")
    assert "Đã xin sửa" in looker.said


def test_the_one_who_looks_is_told_who_writes_and_what_can_be_done(looker: Screen) -> None:
    (sentence,) = looker.work.notices
    assert "đang mở ở máy" in sentence
    assert sentence.endswith("Ở đây chỉ xem; F10, Enter: xin sửa.")
    assert "CHỈ XEM" in looker.lines[0]


def test_without_another_session_nothing_is_offered(writer: Screen) -> None:
    assert writer.desk.look() is None
    assert writer.desk.offers == ()
    writer.press("f10")
    assert "xin sửa" not in writer.text


def test_the_one_who_writes_is_told_and_no_key_is_taken_from_the_cell(writer: Screen, looker: Screen) -> None:
    ask(looker)
    writer.type("12")
    assert writer.desk.look() is News.STANDING
    assert "xin sửa hồ sơ này" in writer.said
    assert writer.said.endswith("nhường.")
    writer.type("3⏎")
    assert writer.cell(PLACE) == 123
    assert "xin sửa hồ sơ này" in writer.said


def test_what_was_said_before_does_not_hide_that_somebody_asks(writer: Screen, looker: Screen) -> None:
    writer.press("f2", "f2")
    ask(looker)
    writer.desk.look()
    assert "xin sửa hồ sơ này" in writer.said


def test_long_names_of_who_asks_and_who_answers_leave_the_sentence_whole(
    writer: Screen, looker: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("user", "host"):
        monkeypatch.setattr(f"forms.store.holding.leave_request.{name}", lambda: "m" * 200)
    ask(looker)
    writer.desk.look()
    assert writer.said.endswith("ở đây lưu lại rồi nhường.")
    writer.press("f3")
    assert "thì nhường." in writer.text


def test_the_answer_is_two_keys_and_reaches_the_other(
    writer: Screen, looker: Screen, seconds: Seconds
) -> None:
    ask(looker)
    writer.desk.look()
    writer.press("f10", "enter")
    assert "vẫn sửa ở đây" in writer.said
    assert looker.desk.look() is News.REFUSED
    assert "«Tôi còn làm»" in looker.said
    looker.press("left")
    assert "Đã xin" not in looker.said
    seconds.now = ANSWER_WITHIN * 2
    assert writer.desk.look() is None
    assert writer.desk.offers == ()
    ask(looker)
    assert writer.desk.look() is News.STANDING, "a new request is a new question"


def test_an_answer_that_cannot_be_written_is_told_and_this_session_goes_on_all_the_same(
    writer: Screen, looker: Screen, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(looker)
    writer.desk.look()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("forms.store.holding.lock.put_note", full)
    writer.press("f10", "enter")
    assert "Chưa báo lại được cho người xin sửa (ổ đĩa đã đầy)" in writer.said
    seconds.now = ANSWER_WITHIN * 2
    assert writer.desk.look() is None
    assert looker.desk.look() is News.STANDING, "it hears that nobody answers"


def test_unanswered_the_one_who_writes_goes_when_the_time_is_up(
    writer: Screen, looker: Screen, seconds: Seconds
) -> None:
    ask(looker)
    writer.desk.look()
    seconds.now = ANSWER_WITHIN - 0.1
    assert writer.desk.look() is None
    writer.press("left")
    seconds.now = ANSWER_WITHIN
    assert writer.desk.look() is News.TIME_UP


@pytest.fixture
def waiting(writer: Screen) -> Screen:
    """The session that writes, at a page that waits for the files of the first revision."""
    writer.terminal.holds = True
    sign_off(writer)
    writer.type(f"Cân lại‹f10›⏎{SENDER}⏎")
    assert isinstance(writer.page, WaitPage)
    return writer


def test_a_page_that_waits_lets_the_request_be_seen_and_answered(waiting: Screen, looker: Screen) -> None:
    page = waiting.page
    ask(looker)
    waiting.desk.look()
    assert waiting.said.endswith("nhường.")
    waiting.press("x", "f10")
    assert "Tôi còn làm" in waiting.page.cell(0, 2).text
    waiting.press("enter")
    assert "vẫn sửa ở đây" in waiting.said
    assert waiting.page is page
    assert looker.desk.look() is News.REFUSED
    waiting.terminal.carry_out()
    assert "Đã gửi bản 1" in waiting.text


def test_work_that_ends_below_the_menu_takes_no_key_that_was_meant_for_the_answer(
    waiting: Screen, looker: Screen
) -> None:
    ask(looker)
    waiting.desk.look()
    waiting.press("f10")
    waiting.terminal.carry_out()
    assert isinstance(waiting.page, MenuPage)
    waiting.press("enter")
    assert looker.desk.look() is News.REFUSED
    assert not any(isinstance(page, WaitPage | MenuPage) for page in waiting.desk._pages)
    assert waiting.work.content.last_sent == 1


def test_without_a_request_a_page_that_waits_has_no_menu(waiting: Screen) -> None:
    waiting.press("f10")
    assert isinstance(waiting.page, WaitPage)


@pytest.mark.parametrize("front", ["menu", "help", "question", "waiting"])
def test_unanswered_behind_whatever_stands_in_front_the_time_runs_and_the_draft_is_kept(
    writer: Screen, looker: Screen, seconds: Seconds, front: str
) -> None:
    if front == "waiting":
        writer.terminal.holds = True
        sign_off(writer)
        writer.type(f"Cân lại‹f10›⏎{SENDER}⏎")
    else:
        writer.press({"menu": "f10", "help": "f1", "question": "f3"}[front])
    ask(looker)
    assert writer.desk.look() is News.STANDING
    assert "xin sửa hồ sơ này" in writer.text
    seconds.now = ANSWER_WITHIN
    assert writer.desk.look() is News.TIME_UP


@pytest.mark.parametrize("width", [60, 80])
def test_a_question_lets_the_request_be_seen_whole_and_is_answered_first(
    writer: Screen, looker: Screen, width: int
) -> None:
    writer.desk.resize(width, 24)
    writer.press("f3")
    writer.type("20")
    ask(looker)
    writer.desk.look()
    foot = " ".join(line.strip() for line in writer.lines[-4:-2])
    assert foot.endswith("sau 30 giây thì nhường.")
    assert writer.lines[-2].startswith("Tìm: 20")
    writer.press("f10")
    assert "Enter: xong, Esc: thôi" in writer.lines[-2]
    writer.press("escape", "f10", "enter")
    assert "vẫn sửa ở đây" in writer.said


def test_the_menu_that_is_open_already_is_opened_anew_for_the_answer(writer: Screen, looker: Screen) -> None:
    writer.press("f10", "down", "down")
    ask(looker)
    writer.desk.look()
    writer.press("f10", "enter")
    assert "vẫn sửa ở đây" in writer.said


@pytest.mark.parametrize("name", [name for name in PAGES if name not in OF_THE_LESSON])
def test_on_every_page_the_request_is_seen_whole_and_answered_by_two_keys(
    writer: Screen, looker: Screen, name: str
) -> None:
    writer.desk.home()
    PAGES[name](writer)
    front = writer.page
    ask(looker)
    assert writer.desk.look() is News.STANDING
    assert writer.said.endswith("nhường.")
    writer.press("f10", "enter")
    assert "vẫn sửa ở đây" in writer.said
    assert writer.page is front or name == "menu"


def test_a_request_that_is_taken_back_is_no_longer_told(
    writer: Screen, looker: Screen, seconds: Seconds, training: Workspace
) -> None:
    ask(looker)
    writer.desk.look()
    (training.folder / ".2019-2020.request").unlink()
    seconds.now = ANSWER_WITHIN
    assert writer.desk.look() is News.STANDING
    assert "xin sửa" not in writer.said
    assert writer.desk.offers == ()


def test_who_does_not_answer_at_all_is_not_ended(writer: Screen, looker: Screen, seconds: Seconds) -> None:
    ask(looker)
    seconds.now = ANSWER_WITHIN + GRACE
    assert looker.desk.look() is News.STANDING
    assert "không trả lời" in looker.said
    assert writer.work.writable


def test_when_nobody_writes_any_more_the_other_goes_on_after_a_question(
    writer: Screen, looker: Screen
) -> None:
    writer.type("77⏎")
    writer.work.session.close()
    assert looker.desk.look() is News.FREE
    assert "Sửa tiếp ở đây?" in looker.text
    assert not looker.work.writable
    looker.press("enter")
    assert looker.work.writable
    assert "sửa được ở đây" in looker.said
    assert "CHỈ XEM" not in looker.lines[0]
    assert looker.cell(PLACE) == 77
    looker.at(PLACE)
    looker.type("78⏎")
    assert looker.cell(PLACE) == 78
    assert looker.desk.look() is None


def test_the_question_waits_for_one_that_is_open_and_is_asked_once(writer: Screen, looker: Screen) -> None:
    looker.press("f3")
    writer.work.session.close()
    looker.desk.look()
    assert "Sửa tiếp" not in looker.text
    looker.press("escape")
    looker.desk.look()
    assert "Sửa tiếp ở đây?" in looker.text
    looker.press("escape")
    looker.desk.look()
    assert "Sửa tiếp" not in looker.text
    looker.press("f10", "enter")
    assert "Sửa tiếp ở đây?" in looker.text
    looker.type("⌫k⏎")
    assert not looker.work.writable


def test_a_third_session_that_was_faster_is_told(writer: Screen, looker: Screen, training: Workspace) -> None:
    writer.work.session.close()
    looker.desk.look()
    with Store(training.folder).open(training.year, write=True):
        looker.press("enter")
        assert "vẫn chỉ xem" in looker.said
        assert not looker.work.writable
        assert looker.desk.offers == (Action.ASK_TO_WRITE,)


@pytest.fixture
def lost(writer: Screen, training: Workspace) -> Iterator[Screen]:
    """A session whose folder was moved away while a cell was typed."""
    training.folder.rename(training.folder.with_name("moved"))
    writer.type("91⏎")
    yield writer


def test_of_a_dossier_that_went_away_nothing_is_saved_and_that_is_said(lost: Screen) -> None:
    assert "KHÔNG lưu được nữa" in lost.said
    assert "Đã lưu" not in lost.said
    assert "[91" in lost.text, "what was typed is still there"
    lost.press("escape")
    lost.desk.look()
    lost.press("left")
    assert lost.said.endswith("F10, Enter: ghi nội dung ra tệp.")
    assert "CHỈ XEM" in lost.lines[0]
    lost.type("5")
    assert "KHÔNG lưu được nữa" in lost.said


@pytest.mark.parametrize("go", ["folder", "lock", "journal"])
def test_neither_ctrl_s_nor_the_leaving_question_calls_it_saved(
    writer: Screen, training: Workspace, go: str
) -> None:
    writer.type("91⏎")
    writer.press("ctrl+s")
    assert "Đã lưu" in writer.said
    writer.work.fold()
    folder = training.folder
    if go == "folder":
        folder.rename(folder.with_name("moved"))
    else:
        (folder / {"lock": ".2019-2020.lock", "journal": "2019-2020.journal"}[go]).unlink()
    writer.press("ctrl+s")
    assert "Chưa lưu được: hồ sơ đã bị" in writer.said
    assert writer.said.endswith("ghi nội dung ra tệp.")
    assert "Đã lưu" not in writer.text
    writer.press("ctrl+c")
    assert "đã được lưu" not in writer.text
    writer.press("f10")
    assert "đã được lưu" not in writer.text
    writer.press("escape")
    writer.desk.ask_to_quit()
    assert "Thoát? Chưa lưu được" in writer.text
    assert "đã được lưu" not in writer.text


def test_that_it_went_away_is_told_without_a_change(writer: Screen, training: Workspace) -> None:
    assert writer.desk.look() is None
    training.folder.rename(training.folder.with_name("moved"))
    assert writer.desk.look() is News.STANDING
    assert writer.said.endswith("F10, Enter: ghi nội dung ra tệp.")


def test_no_draft_comes_into_the_folder_of_a_dossier_that_went_away(
    writer: Screen, training: Workspace
) -> None:
    writer.type("91")
    (training.folder / ".2019-2020.lock").unlink()
    writer.desk.drafts.note()
    writer.desk.drafts.save()
    assert list(training.folder.glob("*.draft*")) == []
    assert writer.desk.look() is News.STANDING


def test_its_content_is_written_elsewhere_and_can_be_taken_in(
    lost: Screen, tmp_path: Path, open_desk: Open
) -> None:
    lost.desk.look()
    lost.press("escape", "f10", "enter")
    assert "2019-2020.json" in lost.text
    target = tmp_path / "giu-lai.json"
    lost.press(*["backspace"] * 200)
    lost.type(f"{target}⏎")
    assert "Đã ghi hồ sơ ra" in lost.said
    from tui.jobs.intake.adopting import carry_out, plan_adoption

    fresh = Workspace(tmp_path / "fresh")
    carry_out(fresh, plan_adoption(fresh, target, replacing=False), lambda _: None)
    assert open_desk(fresh).cell("T4.203:TU_THUC.temporary") == lost.cell("T4.203:TU_THUC.temporary")
