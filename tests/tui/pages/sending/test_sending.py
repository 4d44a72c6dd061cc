"""Signing off and sending: explanations, the name, the files made meanwhile, and a report that is closed after it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from unicodedata import is_normalized

import pytest
from rich.cells import cell_len

from forms.dossier.campaign import receiver_of
from forms.dossier.sent_revisions import sent as sent_revision
from forms.model.issue import Severity
from forms.model.values import Typed
from forms.report.report import explanation_path
from tests.tui.conftest import DISK_FULL, Screen
from tests.tui.page_driver import SENDER, sign_off, stale
from tui.desk.kinds.wait_page import WaitPage
from tui.desk.page_names import PageName
from tui.jobs.intake.offers import Offer
from tui.jobs.intake.pasting import pasted
from tui.pages.home.home import HomePage
from tui.pages.issues.issue_list import IssuesPage
from tui.pages.sending.difference_list import DifferencesPage
from tui.pages.sending.replies import RepliesPage
from tui.pages.sending.sign_off import SignOffPage
from tui.texts import desk_words, issue_words, report_words
from tui.texts.help.keys import Action
from tui.texts.revisions import sending_words

pytestmark = pytest.mark.slow

ROOM = "T4.203:TU_THUC.permanent"


def warnings(screen: Screen) -> list[Any]:
    return [issue for issue in screen.work.issues if issue.severity is Severity.WARNING]


def revisions(screen: Screen) -> list[str]:
    """The names in the folder of what was sent."""
    folder = screen.work.workspace.folder / "exports" / str(screen.work.content.year)
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def not_sent(screen: Screen) -> bool:
    content = screen.work.content
    return (content.state, content.last_sent, revisions(screen)) == ("draft", 0, [])


def package(screen: Screen, number: int) -> Any:
    (path,) = screen.work.session.revisions.folder(number).glob("*.json")
    return json.loads(path.read_bytes())


# Signing off


def test_every_warning_is_listed_and_told_in_full(screen: Screen) -> None:
    sign_off(screen)
    found = warnings(screen)
    explained = [line for line in screen.page.lines if line.path is not None]
    assert [line.text for line in explained] == [issue.sentence for issue in found]
    assert len(found) == 3
    for issue in found:
        assert issue.sentence[:30] in screen.text
        assert f"{issue_words.SEVERITY[Severity.WARNING]}: {issue.sentence}" in screen.said
        screen.press("down")


def test_an_explanation_is_typed_kept_undone_and_sent(screen: Screen) -> None:
    sign_off(screen)
    path = explanation_path(warnings(screen)[0])
    # as UniKey sends it: letters, backspaces, the letter with its mark; then a letter with marks of their own
    screen.type("Ca⌫ân la⌫ạ⌫ại sau Te\u0302\u0301t⏎")
    kept = screen.work.content.value(path)
    assert kept == "Cân lại sau Tết"
    assert is_normalized("NFC", kept)
    assert screen.page.path_here == explanation_path(warnings(screen)[1])
    screen.type("‹ctrl+z›")
    assert screen.work.content.value(path) is None
    screen.type("‹ctrl+y›")
    assert screen.work.content.value(path) == kept
    screen.type(f"Đang làm lại giấy‹f10›⏎{SENDER}⏎")
    explained = package(screen, 1)["explanations"]
    assert explained == {
        path[1]: {path[2]: kept},
        warnings(screen)[1].rule: {explanation_path(warnings(screen)[1])[2]: "Đang làm lại giấy"},
    }


def test_only_figures_leave_and_words_that_name_somebody_are_told_before(screen: Screen) -> None:
    name = screen.work.content.value(("children", "c0003", "name"))
    sign_off(screen)
    assert "Gói cho phòng" in screen.text and "chỉ số liệu; hồ sơ ở lại máy này" in screen.text
    screen.type(f"Hỏi mẹ {name}⏎Cân lại⏎")
    assert screen.text.count("lời có tên người: không gửi kèm") == 1
    whole = screen.work.content
    screen.type(f"‹f10›⏎{SENDER}⏎")
    sent_package = package(screen, 1)
    assert sent_package["format"] == "nhomtre/2"
    assert name not in json.dumps(sent_package, ensure_ascii=False)
    assert sorted(text for places in sent_package["explanations"].values() for text in places.values()) == [
        "(lời có tên người, không gửi kèm)",
        "Cân lại",
    ]
    kept = screen.work.workspace.revision(whole.year, 1)
    assert kept is not None
    for part in ("children", "staff", "classes", "explanations", "taken", "cells"):
        assert kept.tree.get(part) == whole.tree.get(part), part


def test_the_last_row_sends_and_enter_after_the_last_explanation_leads_there(screen: Screen) -> None:
    sign_off(screen)
    screen.type("Cân lại⏎" * len(warnings(screen)))
    assert len(screen.work.content.part("explanations")) > 0
    assert "+ Gửi báo cáo" in screen.text
    assert screen.page.cursor.row == screen.page.count() - 1
    assert not_sent(screen)
    screen.type(f"⏎{SENDER}⏎")
    assert screen.work.content.last_sent == 1


def test_delete_takes_an_explanation_back(screen: Screen) -> None:
    sign_off(screen)
    screen.type("Tạm⏎‹up›‹delete›")
    assert screen.work.content.part("explanations") == {}
    screen.type("Tạm‹escape›")
    assert screen.work.content.part("explanations") == {}
    assert isinstance(screen.page, SignOffPage)


def test_an_explanation_that_cannot_be_written_stays_in_its_cell(
    screen: Screen, full_disk: Callable[[], Callable[[], None]]
) -> None:
    sign_off(screen)
    empty = full_disk()
    screen.type("Cân lại⏎‹f10›⏎")
    assert screen.desk.said == DISK_FULL
    assert screen.page.grid.edit.text == "Cân lại"
    assert not_sent(screen)
    empty()
    screen.press("f10", "enter")
    assert len(screen.work.content.part("explanations")) == 1


@pytest.mark.parametrize(
    "name", ["⏎", "   ⏎", "\u200b⏎", "123⏎", "- .⏎", "‹escape›", "Chủ‹escape›", "Chủ⏎‹escape›"]
)
def test_without_a_name_nothing_is_sent(screen: Screen, name: str) -> None:
    sign_off(screen)
    screen.type("‹f10›⏎" + name)
    assert not_sent(screen)
    assert isinstance(screen.page, SignOffPage)
    assert screen.desk.said == ("" if "escape" in name else sending_words.SEND_NO_NAME)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Mẫu", sending_words.NAME_OF_ONE_WORD.format(name="Mẫu")),
        (
            "Trần Thị Khác",
            sending_words.NAME_NOT_OF_THE_HEAD.format(head="Nguyễn Thị Mẫu"),
        ),
    ],
)
def test_a_doubtful_name_is_asked_about_once_more_and_may_be_put_right(
    screen: Screen, name: str, why: str
) -> None:
    sign_off(screen)
    screen.type(f"‹f10›⏎{name}⏎")
    assert not_sent(screen)
    assert screen.lines[-2].rstrip() == why
    assert name in screen.lines[-3]
    screen.type("⌫" * len(name) + "nguyen thi mau⏎")
    assert sent_by(screen) == "nguyen thi mau"


def test_a_doubtful_name_that_is_confirmed_is_sent_and_another_one_is_asked_about_again(
    screen: Screen,
) -> None:
    sign_off(screen)
    screen.type("‹f10›⏎Mẫu⏎⌫⌫⌫Lan⏎")
    assert not_sent(screen)
    screen.type("⏎")
    assert sent_by(screen) == "Lan"


def sent_by(screen: Screen) -> str:
    known = sent_revision(screen.work.content, 1)
    assert known is not None
    return known.by


# What is about to be sent


def test_the_totals_stand_above_with_last_year_beside(screen: Screen) -> None:
    sign_off(screen)
    assert shown(screen)[:5] == [
        ("Số liệu chính", ""),
        ("Nhóm, lớp", "4"),
        ("Trẻ", "46"),
        ("Nhân sự", "8"),
        ("Phòng học, kể cả nhờ, mượn", "4"),
    ]
    screen.work.inspection.previous = {"T2": {"083": {"TONG.total": 1041}}}
    sign_off(screen)
    assert shown(screen)[1:3] == [("Nhóm, lớp", "4 (năm trước: chưa có)"), ("Trẻ", "46 (năm trước: 1.041)")]


def test_figures_typed_over_those_of_the_records_stand_there_and_enter_leads_to_them(screen: Screen) -> None:
    cell = ("T2", "087", "TU_THUC.total")
    counted = screen.work.content.value(("taken", *cell))
    screen.work.put(("cells", *cell), counted - 1)
    screen.work.put(("reasons", *cell), "vì một lẽ")
    sign_off(screen)
    (row,) = [row for row, line in enumerate(shown(screen)) if "mã 87" in line[0]]
    assert shown(screen)[row][1] == f"{counted - 1} (hồ sơ: {counted}); vì một lẽ"
    screen.page.go(row)
    screen.type("⏎")
    assert screen.page.path(screen.page.cursor.row, screen.page.cursor.col) == ("cells", *cell)


def test_changes_since_the_last_revision_and_remarks_with_their_ticks_stand_there(refused: Screen) -> None:
    refused.at("children/c0003/name")
    refused.type("Trẻ Mẫu Ba⏎")
    refused.desk.home()
    refused.type("14⏎↓ ‹f10›⏎")
    between = shown(refused)[5:]
    assert between[:6] == [
        ("Thay đổi so với bản 1: 1", ""),
        ("Trẻ 3 Trẻ Mẫu Ba, Họ tên", "Phạm Mẫu Phúc → Trẻ Mẫu Ba"),
        ("Ý kiến của phòng: đã sửa 1/3", ""),
        ("Biểu 4", "Thiếu bếp"),
        ("Biểu 2, mã 83 Quy mô trẻ", "Đếm lại"),
        ("Trẻ 3 Trẻ Mẫu Ba", "Sai họ tên"),
    ]
    assert [line.sign for line in refused.page.lines[8:11]] == ["[ ] ", "[x] ", "[ ] "]
    row = refused.page.cursor.row
    refused.type("Giải trình⏎")
    assert refused.page.cursor.row > row
    assert shown(refused)[5] == between[0], "explanations are no changes here"
    refused.page.go(6)
    refused.type("⏎")
    assert "họ tên" in refused.text.lower()
    assert refused.page.place_here().field == "name"


def test_many_changes_lead_to_the_page_of_all(refused: Screen) -> None:
    for number in range(10, 18):
        refused.work.put(("children", f"c00{number}", "name"), f"Trẻ Mẫu {number}")
    refused.type("14⏎‹f10›⏎")
    assert ("còn 3 thay đổi nữa", "Enter để xem tất cả") in shown(refused)
    refused.page.go(shown(refused).index(("còn 3 thay đổi nữa", "Enter để xem tất cả")))
    refused.type("⏎")
    assert isinstance(refused.page, DifferencesPage)


def shown(screen: Screen) -> list[tuple[str, str]]:
    return [(line.text, line.beside) for line in screen.page.lines]


MISSING, WRONG = ("children", "c0003", "sex"), ("children", "c0004", "birth_date")


@pytest.mark.parametrize("when", ["before the page", "on the page", "while the name is asked"])
def test_errors_that_come_up_block_sending_and_are_counted(screen: Screen, when: str) -> None:
    def spoil() -> None:
        screen.work.put(MISSING, None)
        screen.work.put(WRONG, Typed("31/02/2016"))

    if when == "before the page":
        spoil()
    sign_off(screen)
    if when == "before the page":
        assert isinstance(screen.page, IssuesPage)
        assert screen.page.count() == 3  # the figures are to be taken again too
    if when == "on the page":
        spoil()
        screen.press("f10", "enter")
    if when == "while the name is asked":
        screen.press("f10", "enter")
        spoil()
        screen.type(f"{SENDER}⏎")
    assert screen.desk.said == sending_words.SEND_BLOCKED.format(errors="3 lỗi (thiếu 1 mục)")
    assert not_sent(screen)


def test_sending_again_without_a_change_asks_first(refused: Screen) -> None:
    refused.type("14⏎   ‹f10›⏎‹f10›⏎")
    assert "KHÔNG CÓ GÌ THAY ĐỔI" in refused.text
    refused.press("escape")
    assert refused.work.content.state == "rejected"
    refused.press("escape")
    refused.at(ROOM)
    refused.type("2⏎")
    refused.desk.home()
    refused.type("14⏎‹f10›⏎‹f10›⏎")
    assert "KHÔNG CÓ GÌ THAY ĐỔI" not in refused.text
    refused.type("‹escape›‹ctrl+z›‹f10›⏎")
    assert "KHÔNG CÓ GÌ THAY ĐỔI" in refused.text
    refused.type(f"{SENDER}⏎")
    assert (refused.work.content.state, refused.work.content.last_sent) == ("sent", 2)
    assert revisions(refused) == ["ban-1", "ban-2"]


def test_the_last_revision_that_cannot_be_read_hinders_nothing(refused: Screen) -> None:
    pin = refused.work.workspace.folder / "backups" / f"{refused.work.content.year}.ban-1.json"
    pin.write_bytes(b"{}")
    refused.type("14⏎‹f10›⏎‹f10›⏎")
    assert "KHÔNG CÓ GÌ THAY ĐỔI" not in refused.text
    refused.type(f"{SENDER}⏎")
    assert refused.work.content.last_sent == 2
    assert "Đã gửi bản 2" in refused.desk.said


# While the files are made


@pytest.fixture
def held(screen: Screen) -> Screen:
    """The files of the first revision are being made."""
    screen.terminal.holds = True
    sign_off(screen)
    screen.type(f"Cân lại‹f10›⏎{SENDER}⏎")
    assert isinstance(screen.page, WaitPage)
    return screen


MEANWHILE = "5⏎x⌫ ‹delete›‹f5›‹f9›⇥‹f10›1⏎‹f1›‹ctrl+z›‹ctrl+y›‹f2›‹insert›‹ctrl+d›‹ctrl+t›‹ctrl+f›‹f4›‹f6›‹f7›‹f8›‹f3›‹home›‹end›‹pagedown›14⏎"


def test_keys_meanwhile_change_nothing(held: Screen) -> None:
    before, page = held.work.content, held.page
    held.type(MEANWHILE)
    for text in ("1\t2\n3\t4", "9", "x" * 3_000):
        held.desk.paste(text)
    held.desk.resize(60, 16)
    held.desk.resize(80, 24)
    assert held.work.content is before
    assert held.page is page
    assert not held.terminal.exports
    assert held.terminal.quits == 0
    assert "Esc để thôi" in held.text
    held.terminal.carry_out()
    assert (held.work.content.state, held.work.content.last_sent) == ("sent", 1)
    assert isinstance(held.page, RepliesPage)
    assert "Đã gửi bản 1" in held.said


def test_esc_gives_up_and_nothing_is_sent(held: Screen) -> None:
    before = held.work.content
    held.press("escape")
    assert held.desk.said == sending_words.SEND_STOPPED
    assert isinstance(held.page, SignOffPage)
    held.terminal.carry_out()
    assert held.work.content is before
    assert not_sent(held)
    held.press("escape")
    assert isinstance(held.page, HomePage)


def test_given_up_and_sent_again_is_one_sending(held: Screen) -> None:
    held.type(f"‹escape›‹f10›⏎{SENDER}⏎")
    assert len(held.terminal.held) == 2
    held.terminal.carry_out()
    assert held.work.content.last_sent == 1
    assert revisions(held) == ["ban-1"]


def test_a_dossier_that_changed_meanwhile_is_not_sent(held: Screen) -> None:
    held.work.put(("facility", "phone"), "02800000009")
    held.terminal.carry_out()
    assert not_sent(held)
    assert held.desk.said == sending_words.SEND_CHANGED
    assert isinstance(held.page, SignOffPage)


def test_a_full_disk_sends_nothing_and_says_so(
    held: Screen, full_disk: Callable[[], Callable[[], None]]
) -> None:
    full_disk()
    held.terminal.carry_out()
    assert not_sent(held)
    assert held.desk.said == DISK_FULL
    assert isinstance(held.page, SignOffPage)


# After sending


def _quick(screen: Screen) -> None:
    """Quick entry, as if it had been open when the report was sent."""
    screen.at("children")
    screen.desk.open(PageName.QUICK_ENTRY, "children")


def _intake(screen: Screen) -> None:
    screen.at("children")
    offer: Offer = pasted(
        screen.page.record,
        tuple(screen.page.record.field_by_key[key] for key in ("name", "birth_date", "sex")),
        [["Phan Mẫu Mới", "7/5/2016", "Nam"]],
        (),
        screen.work.workspace.today,
    )
    screen.desk.open(PageName.INTAKE, "Nhập", offer)


def at(place: str) -> Callable[[Screen], None]:
    return lambda screen: screen.at(place)


CLOSED: dict[str, tuple[Callable[[Screen], None], str]] = {
    "figure": (at(ROOM), "5"),
    "figure deleted": (at(ROOM), "‹delete›"),
    "figure edited": (at(ROOM), "⌫"),
    "figure with F2": (at(ROOM), "‹f2›"),
    "figure with space": (at(ROOM), " "),
    "override": (at("T2.084:TU_THUC.total"), "5"),
    "note": (at(ROOM), "‹ctrl+t›Ghi thêm⏎"),
    "field": (at("children/c0003/name"), "x"),
    "field deleted": (at("children/c0003/name"), "‹delete›"),
    "field repeated": (at("children/c0003/name"), "‹f4›"),
    "yes or no": (at("children/c0003/boarding"), " "),
    "choice": (at("children/c0003/ethnicity"), "01"),
    "next field": (at("children/c0003/name"), "⏎"),
    "tab": (at("children/c0003/name"), "⇥"),
    "new record": (at("children/c0003/name"), "‹insert›"),
    "profile": (at("facility/phone"), "1"),
    "review mark": (at("facility/phone"), "‹f10›⏎"),
    "record removed": (at("children"), "‹ctrl+d›"),
    "marked records removed": (at("children"), "  ‹ctrl+d›"),
    "quick entry": (_quick, "x"),
    "quick entry of another row": (_quick, "‹up›x"),
    "quick entry deleted": (_quick, "‹up›‹delete›"),
    "quick entry removed": (_quick, "‹up›‹ctrl+d›"),
    "quick entry repeated": (_quick, "‹up›‹f4›"),
    "import": (_intake, "⏎"),
}


@pytest.mark.parametrize("name", list(CLOSED))
def test_a_report_that_was_sent_is_closed_and_every_page_says_why(sent: Screen, name: str) -> None:
    before = sent.work.content
    go, keys = CLOSED[name]
    go(sent)
    sent.type(keys)
    assert sent.work.content is before
    assert getattr(sent.page, "edit", None) is None
    assert "Báo cáo đã gửi" in sent.desk.said
    assert "Báo cáo đã gửi" in sent.said
    assert sent.desk.said.count(". ") <= 1


@pytest.mark.parametrize("name", CLOSED)
def test_whatever_is_pressed_on_a_closed_page_changes_nothing(sent: Screen, name: str) -> None:
    before = sent.work.content
    go, keys = CLOSED[name]
    go(sent)
    sent.type(keys + "1⏎x⏎⇥ ‹delete›⌫‹f4›⏎‹f5›⏎‹ctrl+d›c⏎‹ctrl+z›‹ctrl+y›c⏎")
    assert sent.work.content is before


BLOCKS = {"table": at(ROOM), "quick entry": _quick, "profile": at("facility/phone"), "list": at("children")}


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("text", ["1\t2\n3\t4", "7", "Phan Mẫu Mới\t7/5/2016\tNam\n"])
def test_nothing_is_pasted_into_a_closed_report(sent: Screen, name: str, text: str) -> None:
    before = sent.work.content
    BLOCKS[name](sent)
    sent.desk.paste(text)
    sent.type("⏎")
    assert sent.work.content is before


def test_many_records_at_once_are_closed_too(sent: Screen) -> None:
    sent.at("children")
    sent.type("  ‹ctrl+f›")
    before = sent.work.content
    for number in range(1, sent.page.count() + 1):
        while not isinstance(sent.page, HomePage):
            sent.press("escape")
        sent.at("children")
        sent.type(f"  ‹ctrl+f›{number}⏎⏎⏎⏎c⏎‹escape›")
        assert sent.work.content is before


def test_figures_that_the_records_would_give_otherwise_are_taken_first(screen: Screen) -> None:
    stale(screen)
    sign_off(screen)
    assert isinstance(screen.page, IssuesPage)
    assert "F5" in screen.page.issues[0].message
    screen.press("f5", "enter", "escape")
    sign_off(screen)
    screen.type(f"‹f10›⏎{SENDER}⏎")
    assert screen.work.content.state == "sent"
    assert not screen.work.stale_cells


def test_a_workbook_is_not_even_asked_for(sent: Screen) -> None:
    sent.at("children")
    sent.desk.act(Action.IMPORT)
    assert "Báo cáo đã gửi" in sent.desk.said
    assert sent.desk._question is None


def test_there_is_nothing_to_undo_after_sending(sent: Screen) -> None:
    before = sent.work.content
    for place in ("children", ROOM, "children/c0003"):
        sent.at(place)
        sent.press("ctrl+z")
        assert sent.desk.said == desk_words.NOTHING_TO_UNDO
        sent.press("ctrl+y")
        assert sent.desk.said == desk_words.NOTHING_TO_REDO
    assert sent.work.content is before


def test_the_letter_is_corrected_all_the_same(sent: Screen) -> None:
    report = {key: part for key, part in sent.work.content.tree.items() if key != "campaign"}
    sent.at("campaign/contact_phone")
    sent.type("02800000001⏎")
    assert sent.work.content.tree.get("campaign", {}) == {"contact_phone": "02800000001"}
    sent.press("ctrl+z")
    assert sent.work.content.tree.get("campaign", {}) == {}
    assert {key: part for key, part in sent.work.content.tree.items() if key != "campaign"} == report


def test_a_second_session_sends_nothing_and_says_who_holds_it(looking: Screen) -> None:
    sign_off(looking)
    looking.type("x⏎‹f10›⏎")
    assert looking.desk.said == report_words.READ_ONLY
    looking.type(f"{SENDER}⏎")
    assert not_sent(looking)


# Long texts

SIZES = ((80, 24), (132, 43), (60, 16))


def whole(screen: Screen) -> None:
    for size in SIZES:
        screen.desk.resize(*size)
        lines = screen.lines
        assert len(lines) == size[1]
        assert all(sum(cell_len(text) for text, _ in line) == size[0] for line in screen.desk.lines())
    screen.desk.resize(80, 24)


def test_long_texts_keep_the_screen_whole(screen: Screen) -> None:
    long = ("rất dài " * 1_250)[:10_000].strip()
    name = "Nguyễn Phan Trần Lê Đặng Hoàng Vũ Bùi Đỗ Hồ Ngô Dương Lý Mẫu"
    assert len(name) >= 60
    issue = warnings(screen)[0]
    for path, value in (
        (("notes", "T4", "203", "TU_THUC.permanent"), long),
        (explanation_path(issue), long),
        (("children", "c0003", "name"), name),
        (("facility", "name"), name + ", " + name),
    ):
        screen.work.put(path, value)
    sign_off(screen)
    whole(screen)
    screen.press("f10", "enter")
    whole(screen)
    screen.type(name)
    whole(screen)
    screen.press("enter")
    whole(screen)
    screen.press("enter")
    assert isinstance(screen.page, RepliesPage)
    whole(screen)
    # a remark of two lines at the child with the long name
    screen.type(f"‹f10›⏎↓⏎⏎{name}⏎{long[:500]}⏎trẻ 3⏎")
    whole(screen)
    screen.type(long[:160] + "⏎↓⏎")
    assert screen.work.content.state == "rejected"
    whole(screen)
    screen.press("f9")
    whole(screen)
    screen.at("T4")
    whole(screen)
    screen.desk.home()
    whole(screen)
    for path in (("notes", "T4", "203", "TU_THUC.permanent"), explanation_path(issue)):
        screen.work.put(path, long[::-1])
    screen.desk.act(Action.DIFFERENCES)
    assert screen.page.count() == 2
    whole(screen)
    screen.press("f1")
    whole(screen)


@pytest.mark.parametrize("width", [60, 80, 132])
def test_what_is_typed_at_a_question_is_seen(refused: Screen, width: int) -> None:
    refused.desk.resize(width, 24)
    refused.work.put(("children", "c0003", "name"), "Nguyễn Phan Trần Lê Đặng Hoàng Vũ Bùi Đỗ Hồ Mẫu")
    refused.type("14⏎‹f10›⏎")
    assert refused.desk.said == sending_words.REMARKS_STILL_OPEN.format(
        count=3, receiver=receiver_of(refused.work.content)
    )
    refused.type("‹f10›⏎Tên Mẫu")
    assert "Tên Mẫu" in refused.text
    refused.type("⏎")
    foot = "\n".join(refused.lines[-5:])
    assert "Tên này khác tên" in foot, "asked about once more: it is not the head's"
    assert "Tên Mẫu" in foot
    refused.type("⏎‹f10›⏎↓⏎19/9/2019")
    assert "19/9/2019" in refused.text
    refused.type("⏎Cán Mẫu")
    assert "Cán Mẫu" in refused.text
    refused.type("⏎Sửa Mẫu")
    assert "Sửa Mẫu" in refused.text
    refused.type("⏎trẻ 33⌫")
    assert "trẻ 3 " in refused.text
    refused.type("⏎Lời Mẫu")
    assert "Lời Mẫu" in refused.text
