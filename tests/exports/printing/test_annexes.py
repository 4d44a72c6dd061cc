"""The annexes of a report: changes since the last sending, warnings with their explanations; what says that it was sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook

from exports.layout.document import Annex, document_of
from exports.layout.document_words import (
    CHANGES,
    CHANGES_HEADINGS,
    CHANGES_TITLE,
    DRAFT,
    NO_CHANGES,
    NO_REASON,
    NO_WARNINGS,
    OVERRIDES,
    OVERRIDES_HEADINGS,
    OVERRIDES_TITLE,
    SIGNATURE,
    UNEXPLAINED,
    WARNINGS_HEADINGS,
    WARNINGS_TITLE,
)
from exports.layout.wrapping import wrap_breaking_words
from exports.printing.annex_pages import SetAnnex
from exports.printing.paging import BOTTOM, RIGHT, TOP
from exports.printing.paper import Paper
from exports.printing.pdf import write_document, write_pdf
from exports.workbooks.report.book_words import (
    ERROR_TITLES,
    EXPLANATION_TITLE,
)
from exports.workbooks.report.report_book import write_report, write_workbook
from exports.workbooks.report.report_reader import read_report_book
from forms.dossier.content import Content, Edit, apply
from forms.model.errors import Refused
from forms.model.issue import Issue, Severity
from forms.model.place import Place
from forms.report.figures import FiguresOf
from forms.report.report import Report, explanation_path
from forms.report.submission import sending
from forms.sets.mn2019.form import FORM
from tests.builders import AT, cells, example, then, typed
from tests.exports.conftest import ERROR, WARNING, report_of
from tests.exports.printing.test_pdf import assert_inside
from tests.exports.tools import ink, words

OTHER = Issue("W02", Severity.WARNING, "Mã 55", "nhiều hơn năm trước", Place("T1", "055", "TU_THUC"))
LONG = 10_000
BY = "Trần Thị Lan"


def sent(content: Content, by: str = BY, at: str = "2019-09-20T14:05:09") -> Content:
    return apply(content, sending(content, FiguresOf()(content), by, at))


def explained(content: Content, issue: Issue, text: str) -> Content:
    path = explanation_path(issue)
    return apply(content, [Edit(path, content.value(path), text)])


def changed(times: int = 1) -> Report:
    """The second revision, in the making, of a report of which so many rooms and reasons changed."""
    before = sent(report_of(example()).content)
    content = Content({**before.tree, "state": "rejected"})
    rows = [("203", "204", "205", "206")[number % 4] for number in range(times)]
    for number, row in enumerate(rows):
        content = typed("T4", int(row), {"TU_THUC.temporary": 40 + number})(content)
    return report_of(content).but(previous=before)


def long_words(seed: int, length: int = LONG) -> str:
    """Words, none of them wider than a column, *length* characters in all."""
    chance = Random(seed)
    text = ""
    while len(text) < length:
        text += "".join(chance.choices("aăâeêiốuươyđ", k=chance.randrange(1, 9))) + " "
    return text[:length].strip()


def saved(data: bytes, folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def pages_of(report: Report, folder: Path, name: str) -> list[str]:
    return texts_of(write_pdf(report), folder, name)


def texts_of(pdf: bytes, folder: Path, name: str) -> list[str]:
    return [" ".join(word.text for word in page) for page in words(saved(pdf, folder, f"{name}.pdf"))]


def assert_numbered(pages: Sequence[str]) -> None:
    for number, page in enumerate(pages, 1):
        assert f"Trang {number}/{len(pages)}" in page


# Which annexes there are


@pytest.mark.slow
def test_a_report_that_was_never_sent_has_none(report: Report, draft: Report, folder: Path) -> None:
    for each in (report, draft):
        document = document_of(each)
        assert (document.annexes, document.explanations) == ([], None)
    assert "CHỦ NHÓM" in pages_of(report, folder, "never-sent")[-1]


@pytest.mark.slow
def test_figures_typed_over_those_of_the_records_are_told_with_their_reasons(folder: Path) -> None:
    reasons = {"T2": {"087": {"TU_THUC.total": "một trẻ học một buổi"}}}
    content = then(cells("T2", 87, total=2), cells("T3", 165, total=9))(example())
    report = report_of(Content({**content.tree, "reasons": reasons}))
    last = pages_of(report, folder, "overrides")[-1]
    for text in (OVERRIDES_TITLE, *OVERRIDES_HEADINGS, "mã 87", "một trẻ học một buổi", "mã 165", NO_REASON):
        assert text in last
    path = saved(write_report(report), folder, "overrides.xlsx")
    sheet = load_workbook(path)[OVERRIDES]
    assert [cell.value for cell in sheet[2]][:4] == list(OVERRIDES_HEADINGS)
    assert [cell.value for cell in sheet[3]][1:4] == ["3", "2", "một trẻ học một buổi"]
    read = read_report_book(path)
    assert (read.problems, read.cells["T2"]["087"]["TU_THUC.total"]) == ((), 2)


@pytest.mark.slow
def test_changes_come_before_the_signature(folder: Path) -> None:
    report = changed()
    pages = pages_of(report, folder, "changes")
    assert ["CHỦ NHÓM" in page for page in pages[-2:]] == [False, True]
    for text in (CHANGES_TITLE, *CHANGES_HEADINGS, *(each.label for each in report.changes)):
        assert text in pages[-1]
    assert "Biểu 4, mã 203" in pages[-1]
    assert len(pages) == len(pages_of(report.but(previous=None), folder, "changes-without")) + 1
    assert_numbered(pages)


@pytest.mark.slow
def test_no_change_is_said(folder: Path) -> None:
    before = sent(report_of(example()).content)
    report = report_of(Content({**before.tree, "state": "rejected"})).but(previous=before)
    assert report.content.revision == 2
    last = pages_of(report, folder, "no-change")[-1]
    assert NO_CHANGES.format(number=1) in last
    assert CHANGES_HEADINGS[0] not in last
    sheet = load_workbook(saved(write_report(report), folder, "no-change.xlsx"))[CHANGES]
    assert (sheet["A1"].value, sheet["A3"].value) == (CHANGES_TITLE, NO_CHANGES.format(number=1))


@pytest.mark.slow
def test_warnings_come_last(folder: Path) -> None:
    content = explained(example(), WARNING, "Đã hỏi, đúng như vậy.")
    report = changed().but(content=content, issues=(ERROR, WARNING, OTHER))
    pages = pages_of(report, folder, "warnings")
    assert CHANGES_TITLE in pages[-2]
    for text in (WARNINGS_TITLE, *WARNINGS_HEADINGS, "Đã hỏi, đúng như vậy.", UNEXPLAINED):
        assert text in pages[-1]
    assert ERROR.sentence not in pages[-1]
    assert pages[-1].index(WARNING.where) < pages[-1].index(OTHER.where)
    assert_numbered(pages)


@pytest.mark.slow
def test_a_sent_report_without_warnings_says_so(folder: Path) -> None:
    report = report_of(sent(report_of(example()).content))
    assert NO_WARNINGS in pages_of(report, folder, "no-warnings")[-1]
    sheet = load_workbook(saved(write_report(report), folder, "no-warnings.xlsx"))["Errors"]
    assert [cell.value for cell in sheet[1]] == [*ERROR_TITLES, EXPLANATION_TITLE]
    assert sheet.max_row == 1


@pytest.mark.slow
def test_training_data_is_marked(folder: Path) -> None:
    report = changed().but(training=True)
    assert FORM.training.watermark in pages_of(report, folder, "training")[-1]
    book: Any = load_workbook(saved(write_report(report), folder, "training.xlsx"))
    assert book[CHANGES]["D1"].value.startswith(FORM.training.watermark)
    assert book[CHANGES].sheet_properties.tabColor.rgb == "FFC00000"
    assert FORM.training.watermark in book[CHANGES].oddHeader.center.text


# The pages


def annex(rows: Sequence[tuple[str, ...]]) -> Annex:
    return Annex("Danh sách mẫu", ("Mục", "Trước", "Nay"), (10, 45, 45), rows, "Không có gì.")


@pytest.mark.slow
@pytest.mark.parametrize("count", [0, 1, 30, 31, 32, 500])
def test_every_page_of_many_rows_has_title_headings_and_number(
    count: int, report: Report, folder: Path
) -> None:
    rows = [(f"m{number}", "một " * (1 + number % 40), f"n{number}") for number in range(count)]
    document = replace(document_of(report), annexes=[annex(rows)])
    pages = texts_of(write_document(document), folder, f"rows-{count}")
    own = [page for page in pages if "Danh sách mẫu" in page]
    assert pages[-len(own) :] == own
    assert all(heading in page for page in own for heading in ("Mục", "Trước", "Nay")) is bool(count)
    assert ("(tiếp theo)" in own[-1]) is (len(own) > 1)
    found = [word for page in own for word in page.split()]
    for letter in "mn":
        wanted = [f"{letter}{number}" for number in range(count)]
        assert [w for w in found if w[0] == letter and w[1:].isdigit()] == wanted
    assert found.count("một") == sum(text.count("một") for _, text, _ in rows)
    assert_numbered(pages)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", [long_words(1), long_words(2).replace(" ", ""), "W" * 400 + " ấ " + "x" * 9000]
)
def test_the_longest_explanation_is_printed_whole(text: str, folder: Path) -> None:
    report = report_of(explained(explained(example(), WARNING, text), OTHER, "ngắn")).but(
        issues=(WARNING, OTHER)
    )
    pdf = saved(write_pdf(report), folder, f"long-{len(text)}-{text.count(' ')}.pdf")
    found = ""
    for page in words(pdf):
        title = next((word for word in page if word.text == "Giải" and word.left > 160), None)
        if title is None or "Chỗ" not in {word.text for word in page}:
            continue
        cells = [w for w in page if w.left > 160 and title.bottom < w.top and w.bottom < BOTTOM + 0.5]
        assert all(word.right <= RIGHT for word in cells)
        found += "".join(word.text for word in cells)
    found, _, signature = found.partition("Quận12,ngày")
    assert "CHỦNHÓM" in signature
    assert found.replace("-", "") == (text + "ngắn").replace(" ", "")


@pytest.fixture
def set_annex() -> Any:
    paper = Paper("", "", "", date(2019, 9, 19))

    def made(rows: Sequence[tuple[str, ...]]) -> SetAnnex:
        return SetAnnex(annex(rows), paper.width)

    with paper:
        yield made


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(40))
def test_parts_follow_one_another_and_fit(seed: int, set_annex: Any) -> None:
    chance = Random(seed)
    rows = [
        ("m", "chữ " * chance.choice((0, 1, 20, 300, 2500)), "nay " * chance.choice((1, 50)))
        for _ in range(chance.randrange(1, 25))
    ]
    made: SetAnnex = set_annex(rows)
    parts = [part for page in made.pages for part in page]
    for row, texts in enumerate(made.cells):
        own = [part for part in parts if part.row == row]
        assert [part.first for part in own] == [0, *(part.end for part in own[:-1])]
        assert own[-1].end == max(map(len, texts))
    assert [part.row for part in parts] == sorted(part.row for part in parts)
    for number, page in enumerate(made.pages):
        assert page
        assert made.body_top(number) + sum(part.height for part in page) <= BOTTOM + 0.001


def test_a_row_that_fits_a_page_is_not_split(set_annex: Any) -> None:
    made: SetAnnex = set_annex([("m", "chữ " * 150, "nay")] * 60)
    assert len(made.pages) > 5
    assert all(part.first == 0 for page in made.pages for part in page)


def test_words_are_broken_only_when_they_must() -> None:
    def width(text: str) -> float:
        return len(text)

    assert wrap_breaking_words("một hai ba", 7, width) == ("một hai", "ba")
    assert wrap_breaking_words("một abcdefghij hai", 5, width) == ("một", "abcd-", "efgh-", "ij", "hai")
    assert wrap_breaking_words("ban-1_quet-lai", 8, width) == ("ban-1_", "quet-", "lai")
    assert wrap_breaking_words("", 5, width) == ("",)
    for seed in range(30):
        text = long_words(seed, 300).replace("a ", "a")
        lines = wrap_breaking_words(text, 6, width)
        assert max(map(len, lines)) <= 6
        assert re.sub("[- ]", "", "".join(lines)) == text.replace(" ", "")


@pytest.mark.slow
def test_ink_stays_inside_the_margins(folder: Path) -> None:
    before = changed(40)
    report = before.but(
        issues=(WARNING, OTHER),
        content=explained(explained(before.content, WARNING, "W" * LONG), OTHER, long_words(3)),
    )
    pdf = saved(write_pdf(report), folder, "annex-margins.pdf")
    pages = ink(pdf, folder)
    assert len(pages) == len(words(pdf))
    for page in pages[-8:]:
        assert_inside(page)
        assert min(y for _, y in page) < TOP + 6


def test_an_unprintable_character_is_refused_and_its_place_named() -> None:
    content = explained(example(), OTHER, "Đúng rồi ☑")
    with pytest.raises(
        Refused,
        match=r"^Cảnh báo và giải trình, dòng 2 \(Mã 55\), cột Giải trình có ký tự .*«☑» .*Chưa ghi gì",
    ):
        write_pdf(report_of(content).but(issues=(ERROR, WARNING, OTHER)))


# The workbook


@pytest.mark.slow
def test_the_sheet_of_changes(folder: Path) -> None:
    report = changed(3)
    book: Any = load_workbook(saved(write_report(report), folder, "changes.xlsx"))
    assert book.sheetnames[-3:] == ["Errors", CHANGES, SIGNATURE]
    sheet = book[CHANGES]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    assert rows[:2] == [(CHANGES_TITLE, None, None, DRAFT), (*CHANGES_HEADINGS, None)]
    assert rows[2:] == [(each.label, each.old or None, each.new or None, None) for each in report.changes]
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$2", "landscape")
    assert [cell.value for cell in book["Errors"][1]] == list(ERROR_TITLES)


@pytest.mark.slow
def test_explanations_stand_beside_the_issues(folder: Path) -> None:
    content = explained(example(), WARNING, '=HYPERLINK("http://x")')
    report = report_of(content).but(issues=(ERROR, WARNING, OTHER))
    book: Any = load_workbook(saved(write_report(report), folder, "explained.xlsx"))
    sheet = book["Errors"]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    assert rows[0] == (*ERROR_TITLES, EXPLANATION_TITLE)
    assert [row[2:] for row in rows[1:]] == [
        ("E01", ERROR.sentence, None),
        ("W01", WARNING.sentence, '=HYPERLINK("http://x")'),
        ("W02", OTHER.sentence, UNEXPLAINED),
    ]
    assert (sheet["E3"].data_type, sheet["E3"].quotePrefix) == ("s", True)
    assert all(sheet[place].alignment.wrap_text for place in ("D2", "D3", "E3", "E4"))
    assert CHANGES not in book.sheetnames


@pytest.mark.promise("R19")
@pytest.mark.slow
@pytest.mark.parametrize("text", ["=1+1", "+84", "-1", "@SUM(A1)"])
def test_changes_are_never_formulas(text: str, folder: Path) -> None:
    before = sent(report_of(example()).content)
    profile = {**before.facility, "head_name": text}
    content = Content({**before.tree, "state": "rejected", "facility": profile})
    report = report_of(content).but(previous=before)
    sheet: Any = load_workbook(saved(write_report(report), folder, "quoted.xlsx"))[CHANGES]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@pytest.mark.slow
def test_print_and_workbook_say_the_same(report: Report, folder: Path) -> None:
    rows = [(f"m{number}", "một hai", "ba") for number in range(5)]
    document = replace(document_of(report), annexes=[annex(rows)._replace(sheet="Mẫu")])
    page = texts_of(write_document(document), folder, "same")[-1]
    book: Any = load_workbook(saved(write_workbook(document), folder, "same.xlsx"))
    for row in book["Mẫu"].iter_rows():
        for cell in row:
            assert cell.value is None or cell.value in page


@pytest.mark.slow
def test_progress_counts_the_annexes() -> None:
    report = changed()
    for write, steps in ((write_report, 8), (write_pdf, None)):
        told: list[tuple[int, int]] = []
        write(report, lambda done, of, told=told: told.append((done, of)))  # type: ignore[misc]
        assert told == [(number, steps or len(told)) for number in range(1, len(told) + 1)]


# A sent revision


@pytest.mark.slow
def test_a_sent_revision_says_when_and_by_whom(folder: Path) -> None:
    report = report_of(sent(report_of(example()).content))
    assert report.sent is not None
    assert report.check_code == report.sent.code
    last = words(saved(write_pdf(report), folder, "sent.pdf"))[-1]
    assert "NHÓM" in [word.text for word in last]
    # the order of the words in the file is not that of the eye: beside the signature stands its own column
    left = " ".join(
        word.text for word in sorted(last, key=lambda word: (round(word.top), word.left)) if word.left < 150
    )
    assert f"Gửi lúc 14:05 ngày 20/09/2019, người xác nhận: {BY}" in left
    book: Any = load_workbook(saved(write_report(report), folder, "sent.xlsx"))
    properties = {found.name: found.value for found in book.custom_doc_props.props}
    assert (properties["sent_at"], properties["sent_by"]) == ("2019-09-20T14:05:09", BY)
    assert properties["check_code"] == report.sent.code
    assert f"Gửi lúc 14:05 ngày 20/09/2019, người xác nhận: {BY}" in book.properties.description


@pytest.mark.slow
def test_a_report_in_the_making_says_nothing_of_sending(folder: Path) -> None:
    assert not any("Gửi lúc" in text for text in pages_of(changed(), folder, "unsent"))
    book: Any = load_workbook(saved(write_report(changed()), folder, "unsent.xlsx"))
    assert not {"sent_at", "sent_by"} & {found.name for found in book.custom_doc_props.props}


@pytest.mark.slow
def test_a_long_name_of_the_sender_is_printed_whole(folder: Path) -> None:
    by = f"{long_words(4, 700)} {'W' * 120}"
    pdf = saved(write_pdf(report_of(sent(report_of(example()).content, by))), folder, "sender.pdf")
    page = next(page for page in words(pdf) if "NHÓM" in {w.text for w in page if w.left > 180})
    block = "".join(word.text for word in page if word.left < 178 and word.bottom < BOTTOM + 1)
    assert by.replace(" ", "") in block.replace("-", "")
    for each in ink(pdf, folder):
        assert_inside(each)


def test_who_sent_it_must_be_printable() -> None:
    with pytest.raises(Refused, match="Người xác nhận có ký tự không in được: «☑»"):
        write_pdf(report_of(sent(report_of(example()).content, "Lan ☑")))


@pytest.mark.slow
def test_the_same_report_gives_the_same_bytes() -> None:
    before = sent(report_of(example()).content)
    content = explained(Content({**before.tree, "state": "rejected"}), WARNING, long_words(5))
    content = sent(typed("T4", 203, {"TU_THUC.temporary": 4})(content), at=AT)
    first, second = (report_of(content, WARNING).but(previous=before) for _ in range(2))
    assert write_pdf(first) == write_pdf(second)
    assert write_report(first) == write_report(second)
