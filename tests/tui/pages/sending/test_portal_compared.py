"""What the national system has already, on the page of what is to be done there: as it was found by the last comparison."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.workbooks.rosters.roster_book import write_rosters
from forms.package.writer import write
from forms.report.differences import differences
from forms.report.portal.portal_lines import PortalLine
from tests.exports.tools import run
from tests.tui.conftest import Screen
from tests.tui.page_driver import keep_comparison, system_file, system_report
from tui.desk.page_names import PageName
from tui.jobs.current_report import report_of
from tui.jobs.export_kinds import ExportKind
from tui.jobs.exporting import Destination, export
from tui.pages.sending.portal_list import PortalPage
from tui.pages.sending.system_comparison import SystemComparisonPage
from tui.texts.revisions import portal_words

AT_TIME = "14:05 ngày 19/09/2019"
ROOMS = "T4.{row}:TU_THUC.permanent"


def look(screen: Screen) -> PortalPage:
    screen.desk.open(PageName.PORTAL)
    assert isinstance(screen.page, PortalPage)
    return screen.page


def seen(screen: Screen) -> dict[str, str]:
    """What was compared → what the page says of it."""
    return {line.compared: line.text for line in look(screen).lines if line.compared}


def figure(screen: Screen, row: str) -> PortalLine:
    return next(line for line in look(screen).lines if line.key == ROOMS.format(row=row))


def go_to(screen: Screen, of: str) -> None:
    page = look(screen)
    page.go(next(row for row, line in enumerate(page.lines) if line.compared == of))


def test_before_a_comparison_nothing_is_claimed(sent: Screen) -> None:
    assert seen(sent) == {}
    assert figure(sent, "203").system == ""
    assert "Hệ thống có" not in sent.text and "(=)" not in sent.text


def test_a_list_says_in_how_many_places_it_differs_below_its_upload(sent: Screen) -> None:
    keep_comparison(sent, system_file(sent.work.content))
    (text,) = seen(sent).values()
    assert text == f"Hệ thống: còn 6 chỗ khác ({AT_TIME}, tệp hoc-sinh-he-thong.xlsx)"
    lines = look(sent).lines
    row = next(row for row, line in enumerate(lines) if line.compared)
    assert lines[row - 2].key == "children"


def test_what_was_put_right_here_afterwards_is_not_claimed(refused: Screen) -> None:
    keep_comparison(refused, system_file(refused.work.content))
    refused.work.put(("staff", "s0001", "phone"), "0280000009")
    assert "còn 6 chỗ" in seen(refused)["children"], "of other records"
    refused.work.put(("children", "c0003", "name"), "Trẻ Mẫu Ba")
    assert seen(refused)["children"].startswith("Hệ thống: hồ sơ đã đổi sau lần đối chiếu (14:05")
    refused.work.undo()
    assert "còn 6 chỗ" in seen(refused)["children"]


def test_figures_stand_beside_ours_and_a_mark_where_they_are_equal(sent: Screen) -> None:
    keep_comparison(sent, system_report(sent.work.content, r203=2))
    ours = figure(sent, "194").value
    assert figure(sent, "194").figure == f"(=) {ours}"
    assert figure(sent, "203").figure == f"(Hệ thống: 2) {figure(sent, '203').value}"
    assert seen(sent)["report"].startswith(f"Hệ thống: còn 1 chỗ khác ({AT_TIME}")


def test_a_figure_that_only_the_system_has_is_a_line_to_be_put_right_there(sent: Screen) -> None:
    assert not [line for line in look(sent).lines if line.key == ROOMS.format(row="195")]
    keep_comparison(sent, system_report(sent.work.content, r195=4))
    assert figure(sent, "195").figure == "(Hệ thống: 4) 0"


def test_a_table_that_does_not_apply_shows_what_the_system_has_in_it_all_the_same(sent: Screen) -> None:
    assert not [line for line in look(sent).lines if line.key.startswith("T5.")]
    keep_comparison(sent, system_report(sent.work.content, r017=7))
    (line,) = [line for line in look(sent).lines if line.key.startswith("T5.")]
    assert (line.number, line.figure) == ("17", "(Hệ thống: 7) 0")


def test_figures_typed_afterwards_are_held_against_what_the_system_had(refused: Screen) -> None:
    keep_comparison(refused, system_report(refused.work.content, r203=2))
    refused.work.put(("cells", "T4", "203", "TU_THUC.permanent"), 2)
    assert figure(refused, "203").figure == "(=) 2"
    assert "số liệu đã đổi sau lần đối chiếu" in seen(refused)["report"]


def test_a_later_file_takes_the_place_of_the_earlier_and_ticks_nothing(sent: Screen) -> None:
    before = sent.work.content
    keep_comparison(sent, system_report(before, r203=2))
    keep_comparison(sent, system_report(before, digest="later"))
    assert seen(sent) == {
        "report": f"Hệ thống: như ở đây ({AT_TIME}, tệp bieu-he-thong.xlsx)",
    }
    assert not any(line.done for line in look(sent).lines)
    now = sent.work.content
    assert write(now) == write(before)
    assert differences(before, now) == []


def test_enter_shows_the_places_while_the_file_is_at_hand(sent: Screen) -> None:
    keep_comparison(sent, system_file(sent.work.content))
    go_to(sent, "children")
    sent.press("enter")
    assert isinstance(sent.page, SystemComparisonPage)
    sent.press("escape")
    assert isinstance(sent.page, PortalPage)
    sent.work.system_files.clear()
    sent.press("enter")
    assert isinstance(sent.page, PortalPage)
    assert portal_words.PORTAL_COMPARE_AGAIN.format(file="hoc-sinh-he-thong.xlsx") in " ".join(
        sent.said.split()
    )


def test_the_space_bar_ticks_no_comparison(sent: Screen) -> None:
    keep_comparison(sent, system_file(sent.work.content))
    go_to(sent, "children")
    before = sent.work.content
    sent.type("‹space›")
    assert sent.work.content == before
    assert portal_words.PORTAL_COMPARED in sent.said


@pytest.mark.slow
def test_our_own_lists_read_as_a_file_of_the_system_are_as_here(sent: Screen, tmp_path: Path) -> None:
    path = tmp_path / "tai-ve.xlsx"
    path.write_bytes(write_rosters(report_of(sent.work.workspace, sent.work.content)))
    for _ in range(2):
        sent.desk.open(PageName.COMPARE)
        sent.type(f"{path}⏎")
        assert isinstance(sent.page, SystemComparisonPage)
        kept = sent.work.content.part("compared")
        assert set(kept) == {"classes", "children", "staff"}
    assert all("như ở đây" in text and "tai-ve.xlsx" in text for text in seen(sent).values())
    sent.press("ctrl+z")
    assert sent.work.content.part("compared") == {}, "one change, the second time none"


@pytest.mark.slow
def test_the_sheet_says_the_same(sent: Screen, tmp_path: Path) -> None:
    keep_comparison(sent, system_file(sent.work.content))
    keep_comparison(sent, system_report(sent.work.content, r203=2))
    goal = Destination(file=tmp_path / "sheet.pdf")
    list(export(sent.work.workspace, ExportKind.PORTAL, goal, lambda _: None))
    assert goal.file is not None
    printed = "".join(run("pdftotext", "-layout", goal.file, "-").split())
    assert "(Hệthống:2)" in printed and "(=)" in printed
    for text in seen(sent).values():
        assert text.partition(", tệp")[0].replace(" ", "") in printed
