"""F1 on an issue says why it is asked and where that was read, wherever the issue is in focus."""

from __future__ import annotations

from tests.tui.conftest import Screen
from tests.tui.page_driver import stale

T4 = "T4.203:TU_THUC.permanent"


def told(screen: Screen) -> str:
    """The help of the page in front, as one line."""
    screen.press("f1")
    text = " ".join(" ".join(line.split()) for line, _ in screen.page.lines)
    screen.press("escape")
    return text.partition("CÁC PHÍM")[0]


def test_help_says_why_a_cell_is_wrong(screen: Screen) -> None:
    screen.at(T4)
    assert "Vì sao:" not in told(screen)
    screen.type("x⏎")
    screen.at(T4)
    why = told(screen)
    assert "Vì sao: Bốn biểu đầu đếm người, lớp và phòng" in why
    assert "Nguồn: lời của biểu 01-MN-ĐN" in why


def test_help_says_why_a_field_is_wanted_and_not_why_others_are(screen: Screen) -> None:
    for field in ("sex", "class_code"):
        screen.work.put(("children", "c0003", field), None if field == "sex" else "KHONG")
    screen.at("children/c0003/sex")
    why = told(screen)
    assert "Vì sao: Thiếu một mục bắt buộc" in why and "công văn 849/GDĐT-CSVC, mục 3.2" in why
    assert "không thuộc lớp nào" not in why
    screen.at("children/c0003/class_code")
    assert "không thuộc lớp nào" in told(screen)


def test_help_says_why_on_the_list_of_issues_and_of_records(screen: Screen) -> None:
    screen.at("issues")
    for issue in screen.work.issues:
        reason = screen.work.content.form.reason_of(issue.rule)
        assert reason is not None and reason.why in told(screen)
        screen.press("down")
    screen.work.put(("children", "c0001", "class_code"), "KHONG")
    screen.at("children")
    while screen.page.record_here != "children/c0001":
        screen.press("down")
    assert "không thuộc lớp nào" in told(screen)


def test_a_whole_table_that_wants_taking_is_explained(screen: Screen) -> None:
    stale(screen)
    (issue,) = (issue for issue in screen.work.issues if issue.rule == "E60")
    screen.at(str(issue.place.table))
    assert "hồ sơ đổi sau đó thì biểu đã cũ" in told(screen)
