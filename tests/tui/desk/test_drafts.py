"""What was being typed is there at the next start: in its cell while that holds the old value, else as a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from forms.dossier.content import Edit
from forms.dossier.dossier import Kind
from forms.store.drafts.draft import decode_draft
from tests.tui.conftest import Open, Screen
from tests.tui.page_driver import send, sign_off
from tui.jobs.workspace import Workspace
from tui.pages.home.draft_text import DraftPage

pytestmark = pytest.mark.slow

T4 = "T4.203:TU_THUC.permanent"
OFFER = "Đang gõ dở"
Next = Callable[[], Screen]


def draft_in(folder: Path) -> Path:
    return folder / "2019-2020.draft"


def rest(screen: Screen) -> None:
    """Two seconds without a key."""
    screen.desk.drafts.note()
    screen.desk.drafts.save()


def forget(screen: Screen) -> None:
    """What follows is done by another program: this session does not keep its draft up to it."""
    screen.desk.drafts._file = None
    screen.page.escape()


@pytest.fixture
def next_start(screen: Screen, training: Workspace, open_desk: Open) -> Next:
    """The session ends as a closed window ends it; another one begins."""
    sessions = [screen]

    def start() -> Screen:
        last = sessions[-1]
        rest(last)
        last.work.session.close()
        sessions.append(open_desk(Workspace(training.folder, training=True)))
        return sessions[-1]

    return start


@pytest.mark.parametrize(
    ("place", "burst", "text"),
    [
        (T4, "12", "12"),
        ("T2.087:TU_THUC.total", "9", "9"),
        ("facility/name", "Nguye⌫ê⌫ễn", "Nguyễn"),
        ("children/c0003/name", "Trẻ Mẫu", "Trẻ Mẫu"),
        ("campaign/contact_name", "Cô Mẫu", "Cô Mẫu"),
    ],
)
def test_the_cell_being_typed_is_offered_in_its_cell_and_enter_goes_on_typing(
    screen: Screen, next_start: Next, place: str, burst: str, text: str
) -> None:
    screen.at(place)
    title = screen.page.title()
    before = screen.work.content
    screen.type(burst)
    again = next_start()
    assert again.page.title() == title
    assert f"{OFFER} «{text}»" in again.said
    assert "Enter giữ, Esc bỏ" in again.said
    assert not again.page.is_typing
    again.press("enter")
    assert again.page.grid.edit.text == text
    assert OFFER not in again.text
    assert again.work.content.tree == before.tree
    again.press("enter")
    assert again.work.content.tree != before.tree
    assert not draft_in(again.work.workspace.folder).exists()
    assert OFFER not in next_start().text


def test_f2_goes_on_typing_as_well(screen: Screen, next_start: Next) -> None:
    screen.at(T4)
    screen.type("12")
    again = next_start()
    again.press("f2")
    assert again.page.grid.edit.text == "12"


def test_esc_puts_it_away_and_it_is_offered_no_more(screen: Screen, next_start: Next) -> None:
    screen.at(T4)
    before = screen.cell(T4)
    screen.type("12")
    again = next_start()
    again.press("escape")
    folder = again.work.workspace.folder
    (aside,) = folder.glob("2019-2020.draft.*")
    assert again.said.endswith("còn xem lại được 30 ngày: trang đầu, F10, Phần gõ dở.")
    assert decode_draft(aside.read_bytes()).text == "12"
    assert again.cell(T4) == before
    again.press("enter")
    assert OFFER not in next_start().text


def test_what_was_dropped_is_found_in_the_menu_of_the_first_page(screen: Screen, next_start: Next) -> None:
    for text in ("12", "một đoạn dài " * 12):
        screen.at("campaign/contact_name" if len(text) > 2 else T4)
        screen.type(text)
        rest(screen)
        screen.press("escape")
    screen.desk.home()
    menu(screen, "Phần gõ dở đã bỏ")
    assert "PHẦN GÕ DỞ ĐÃ BỎ" in screen.text
    shown = [line for line in screen.lines if "· " in line]
    assert any("12" in line and "Biểu 4, mã 203" in line for line in shown)
    before = screen.work.content
    screen.press("enter")
    assert screen.text.count("một đoạn dài") > 2
    screen.type("5")
    screen.press("enter")
    assert screen.work.content is before
    assert len(list(screen.work.workspace.folder.glob("*.draft.*"))) == 2, "looking takes nothing away"


def menu(screen: Screen, entry: str) -> None:
    screen.press("f10")
    row = next(row for row in range(screen.page.count()) if entry in screen.page.cell(row, 2).text)
    screen.type(f"{row + 1}⏎")


def test_nothing_dropped_is_said(screen: Screen) -> None:
    menu(screen, "Phần gõ dở đã bỏ")
    assert "Không có phần gõ dở nào" in screen.said


def test_the_time_is_that_of_the_machine_not_that_of_the_run(screen: Screen, next_start: Next) -> None:
    screen.at(T4)
    screen.type("12")
    rest(screen)
    at = decode_draft(draft_in(screen.work.workspace.folder).read_bytes()).at
    age = datetime.now().astimezone() - datetime.fromisoformat(at)
    assert 0 <= age.total_seconds() < 60


def test_a_cell_that_changed_is_not_offered_but_its_text_shown(
    screen: Screen, next_start: Next, training: Workspace
) -> None:
    screen.at(T4)
    screen.type("12")
    rest(screen)
    forget(screen)
    screen.work.put(("cells", "T4", "203", "TU_THUC.permanent"), 77)
    again = next_start()
    assert isinstance(again.page, DraftPage)
    assert "Biểu 4, mã 203" in again.text
    assert any(line.strip("[] ") == "12" for line in again.lines)
    assert OFFER not in again.text
    again.type("5")
    assert again.cell(T4) == 77
    again.press("enter")
    assert "xem lại được 30 ngày" in again.said
    assert not isinstance(again.page, DraftPage)
    assert OFFER not in next_start().text


def test_letters_and_enter_typed_before_the_screen_stood_are_not_taken_for_an_answer(
    screen: Screen, next_start: Next
) -> None:
    screen.at(T4)
    before = screen.work.content.tree
    screen.type("15")
    again = next_start()
    again.type("12⏎34⏎⌫‹delete› ")
    again.desk.paste("5\t6")
    assert again.work.content.tree == before
    assert not again.page.is_typing
    assert f"{OFFER} «15»" in again.said
    again.press("enter", "enter")
    assert again.page.grid.edit.text == "15"


def test_other_keys_go_their_way_and_the_offer_waits(screen: Screen, next_start: Next) -> None:
    screen.at(T4)
    screen.type("12")
    again = next_start()
    again.press("right")
    assert OFFER not in again.said
    again.press("left")
    assert OFFER in again.said
    again.press("f1")
    assert OFFER not in again.said
    again.press("escape")
    assert OFFER in again.said
    again.type("→7⏎")
    assert again.cell("T4.203:TU_THUC.semi_permanent") == 7
    assert OFFER in next_start().text


def test_a_new_text_puts_away_the_one_that_nobody_answered(screen: Screen, next_start: Next) -> None:
    screen.at(T4)
    screen.type("12")
    again = next_start()
    again.type("→7")
    third = next_start()
    assert "«7»" in third.said
    (aside,) = third.work.workspace.folder.glob("2019-2020.draft.*")
    assert decode_draft(aside.read_bytes()).text == "12"


@pytest.mark.parametrize("burst", ["5⏎", "5⇥", "5‹f2›", "5‹f9›"])
def test_a_commit_removes_the_draft_at_once(screen: Screen, burst: str) -> None:
    screen.at(T4)
    screen.type("15")
    rest(screen)
    assert draft_in(screen.work.workspace.folder).exists()
    screen.type(burst)
    assert [path.name for path in screen.work.workspace.folder.glob("*.draft*")] == []


def test_esc_while_typing_puts_away_what_was_kept(screen: Screen) -> None:
    screen.at(T4)
    screen.type("12‹escape›")
    assert list(screen.work.workspace.folder.glob("*.draft*")) == []
    screen.type("34")
    rest(screen)
    screen.press("escape")
    (aside,) = screen.work.workspace.folder.glob("*.draft*")
    assert decode_draft(aside.read_bytes()).text == "34"


def test_a_refused_commit_keeps_text_and_draft(
    screen: Screen, full_disk: Callable[[], Callable[[], None]], next_start: Next
) -> None:
    screen.at(T4)
    screen.type("12")
    empty = full_disk()
    screen.press("enter")
    assert screen.page.grid.edit.text == "12"
    empty()
    assert f"{OFFER} «12»" in next_start().said


@pytest.mark.parametrize("burst", ["", "5‹escape›", "‹f2›", "5⌫"])
def test_without_a_text_nothing_is_kept(screen: Screen, burst: str) -> None:
    screen.at(T4)
    screen.type(burst)
    rest(screen)
    assert list(screen.work.workspace.folder.glob("*.draft*")) == []


@pytest.mark.parametrize("page", ["form", "quick"])
def test_the_first_value_of_a_new_record_is_offered_in_a_new_form(
    screen: Screen, next_start: Next, page: str
) -> None:
    count = len(screen.work.content.records("children"))
    screen.at("children" if page == "quick" else "children/c0046")
    screen.press("insert")
    screen.type("Trẻ Mẫu Mới")
    again = next_start()
    assert "hồ sơ mới" in again.page.title()
    assert f"{OFFER} «Trẻ Mẫu Mới»" in again.said
    again.press("enter")
    assert len(again.work.content.records("children")) == count
    again.press("enter")
    *_, newest = again.work.content.records("children").values()
    assert "Trẻ Mẫu Mới" in newest.values(), newest


def test_a_cell_of_quick_entry_is_offered_in_the_form_of_its_record(screen: Screen, next_start: Next) -> None:
    screen.at("children")
    screen.press("insert", "up")
    place = screen.page.place_here()
    screen.type("Trẻ Mẫu")
    again = next_start()
    assert again.page.place_here() == place
    assert f"{OFFER} «Trẻ Mẫu»" in again.said


@pytest.mark.parametrize(("key", "word"), [("⏎", "lý do"), ("‹f2›‹ctrl+t›", "ghi chú")])
def test_the_reason_and_the_note_of_a_figure_are_asked_for_again(
    screen: Screen, next_start: Next, key: str, word: str
) -> None:
    place = "T2.087:TU_THUC.total"
    part = {"lý do": "reasons", "ghi chú": "notes"}[word]
    screen.at(place)
    screen.type(f"9{key}Đếm lại")
    again = next_start()
    assert f"{OFFER} {word} «Đếm lại»" in again.said
    again.press("enter")
    again.type(" rồi⏎")
    assert again.work.content.value((part, "T2", "087", "TU_THUC.total")) == "Đếm lại rồi"
    assert OFFER not in next_start().text


def test_a_reason_without_its_figure_is_only_shown(screen: Screen, next_start: Next) -> None:
    screen.at("T2.087:TU_THUC.total")
    screen.type("9⏎Đếm lại")
    rest(screen)
    forget(screen)
    screen.work.undo()
    again = next_start()
    assert isinstance(again.page, DraftPage)
    assert "Đếm lại" in again.text


def test_an_explanation_is_offered_where_the_report_is_signed_off(screen: Screen, next_start: Next) -> None:
    sign_off(screen)
    text = "Cân lại sau " * 40
    screen.type(text)
    again = next_start()
    assert f"{OFFER} giải trình «Cân lại sau" in again.said
    again.press("enter", "enter")
    explained = next(line for line in again.page.lines if line.path is not None)
    assert explained.beside == text.strip()


@pytest.mark.parametrize("keys", ["", "Sai ba chỗ⏎biểu 4⏎"])
def test_the_words_of_an_answer_are_shown_to_be_copied(screen: Screen, next_start: Next, keys: str) -> None:
    send(screen)
    screen.type(f"‹f10›⏎↓⏎⏎Cán Bộ Mẫu⏎{keys}Sai rất nhiều chỗ")
    again = next_start()
    assert isinstance(again.page, DraftPage)
    assert "Sai rất nhiều chỗ" in again.text


def test_a_training_copy_that_is_made_again_offers_nothing(
    screen: Screen, training: Workspace, open_desk: Open
) -> None:
    screen.at(T4)
    screen.type("12")
    rest(screen)
    screen.work.session.close()
    training.make_training_copy(again=True)
    again = open_desk(training)
    assert OFFER not in again.text
    aside = training.folder.with_name(f"{training.folder.name}.cu")
    assert len(list(aside.glob("2019-2020.draft*"))) == 1, "with the copy that it was typed into"


def test_a_report_that_was_sent_meanwhile_shows_the_text(screen: Screen, next_start: Next) -> None:
    screen.at(T4)
    screen.type("12")
    rest(screen)
    forget(screen)
    screen.work.commit([Edit(("state",), None, "sent")], kind=Kind.MOVE)
    assert isinstance(next_start().page, DraftPage)


def test_a_session_that_only_looks_neither_keeps_nor_offers(
    screen: Screen, next_start: Next, training: Workspace, open_desk: Open
) -> None:
    screen.at(T4)
    screen.type("12")
    rest(screen)
    looking = open_desk(Workspace(training.folder, training=True))
    assert not looking.work.writable
    assert OFFER not in looking.text
    looking.at(T4)
    looking.type("5")
    rest(looking)
    assert decode_draft(draft_in(training.folder).read_bytes()).text == "12"


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b'{"at":"2019-09-19T14:05:03+07:00","old":null,"place":["cells","T9","1","x"],"text":"12"}',
        b'{"at":"2019-09-19T14:05:03+07:00","old":null,"place":["children","c9999","name"],"text":"12"}',
        b'{"at":"2019-09-19T14:05:03+07:00","old":null,"place":["x","y"],"text":"12"}',
        b'{"at":"2019-09-19T14:05:03+07:00","old":null,"place":["cells","T4.203:TU_THUC","a","b"],"text":"12"}',
    ],
)
def test_a_foreign_file_ends_nothing(training: Workspace, open_desk: Open, data: bytes) -> None:
    draft_in(training.folder).write_bytes(data)
    screen = open_desk(training)
    assert isinstance(screen.page, DraftPage) == (data != b"{}")
    screen.press("enter", "up", "down")
    assert not draft_in(training.folder).exists()
    screen.at(T4)
    screen.type("5⏎")
    assert screen.cell(T4) == 5


def test_it_is_offered_in_the_dossier_that_one_goes_on_with(
    screen: Screen, training: Workspace, empty_folder: Screen
) -> None:
    screen.at(T4)
    screen.type("12")
    rest(screen)
    screen.work.session.close()
    empty_folder.work.move_to(Workspace(training.folder, training=True))
    empty_folder.press("f11")
    assert f"{OFFER} «12»" in empty_folder.said


def test_the_end_of_a_session_without_text_leaves_the_offer(screen: Screen, next_start: Next) -> None:
    screen.at(T4)
    screen.type("12")
    next_start()
    assert OFFER in next_start().text
