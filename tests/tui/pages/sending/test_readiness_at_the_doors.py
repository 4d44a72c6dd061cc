"""Whether a report is ready is told the same at every door: first page, page before sending, check, send, print, workbook."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook

from forms.dossier.content import Content, Edit, apply
from forms.dossier.doubts import Doubt, doubting
from forms.model.issue import Issue, Severity
from forms.sets.mn2019.form import FORM
from forms.sets.mn2019.rules.of_readiness import READINESS_RULES
from forms.store.store import Store
from tests.builders import Change, cells, copy_of, example, record, retaken, then, without
from tests.exports.tools import run
from tests.tui.cli.conftest import stored
from tests.tui.conftest import NOW, Open, Screen
from tests.tui.page_driver import sign_off
from tui.cli.main import main
from tui.jobs.workspace import Workspace
from tui.pages.issues.issue_list import IssuesPage
from tui.pages.sending.sign_off import SignOffPage
from tui.texts import issue_words

pytestmark = pytest.mark.slow

YEAR = example().year


def gone(*lists: str) -> Change:
    """Every record of the lists is taken away."""
    return lambda content: without(*(f"{name}/{ref}" for name in lists for ref in content.records(name)))(
        content
    )


def parts_gone(*parts: str) -> Change:
    return lambda content: Content({key: value for key, value in content.tree.items() if key not in parts})


WRONG = cells("T2", 87, total=999)
"""A figure of a derived table that no report could have: told once the figures are those of the records."""
NO_RECORDS = then(gone("classes", "children", "staff"), parts_gone("taken", "taken_at"))
CASES: Mapping[str, Change] = {
    "E60 before the first take": then(WRONG, parts_gone("taken", "taken_at")),
    "E60 stale": then(WRONG, record("children/c0001", sex="02")),
    "E61": then(gone("classes"), retaken),
    "W62": then(copy_of("classes/k0001", "k0009", code="MOI", name="Lớp Mẫu Mới"), retaken),
    "E63": then(gone("staff"), retaken),
    "E64": parts_gone("cells"),
    "W65": then(NO_RECORDS, cells("T1", 53, total=1)),
    "E66": NO_RECORDS,
    "W67": cells("T2", 87, total=2),
    "W75": lambda content: apply(
        content,
        [
            doubting(
                content,
                "children/c0001",
                "sex",
                content.value(("children", "c0001", "sex")),
                Doubt("guess", "«M» là «Nam»"),
            )
        ],
    ),
}


class Door(NamedTuple):
    """A report in a folder, and the issue of the rule that it trips."""

    folder: Path
    issue: Issue
    issues: list[Issue]

    @property
    def blocks(self) -> bool:
        return self.issue.severity is Severity.ERROR

    def nhomtre(self, *arguments: str) -> int:
        return main(["--data", str(self.folder), "--today", "2019-09-19", *arguments])


@pytest.fixture(params=CASES)
def door(request: pytest.FixtureRequest, tmp_path: Path, open_desk: Open) -> Door:
    wanted = CASES[request.param](example())
    folder = tmp_path / "data"
    with Store(folder).open(YEAR, write=True) as session:
        now = session.dossier.content.tree
        keys = dict.fromkeys((*now, *wanted.tree))
        session.dossier.commit([Edit((key,), now.get(key), wanted.tree.get(key)) for key in keys])
    issues = list(_screen(folder, open_desk).work.issues)
    (issue,) = (issue for issue in issues if issue.rule == request.param[:3])
    return Door(folder, issue, issues)


def _screen(folder: Path, open_desk: Open) -> Screen:
    screen = open_desk(Workspace(folder, day=NOW.date()))
    screen.work.session.close()
    return screen


def test_every_rule_of_readiness_has_a_case() -> None:
    assert {case[:3] for case in CASES} == {rule.id for rule in READINESS_RULES}


def test_an_error_says_how_it_is_repaired(door: Door) -> None:
    assert "→" in door.issue.message


def test_the_first_page_says_it_at_its_step(door: Door, open_desk: Open) -> None:
    home = _screen(door.folder, open_desk).page
    states = {step.title: step.state.severity for step in home.steps}
    place = door.issue.place
    if place.table:
        (title,) = (title for title in states if title.startswith(f"Biểu {place.table[1]} "))
    else:
        title = FORM.entry_by_place[(place.record or "").partition("/")[0]].title
    assert states[title] is door.issue.severity
    assert states["Lấy dữ liệu"] is (Severity.ERROR if door.issue.rule == "E60" else None)
    assert states["Gửi báo cáo đầu năm"] is (Severity.ERROR if door.blocks else None)


def test_the_page_before_sending_says_it(door: Door, open_desk: Open) -> None:
    screen = _screen(door.folder, open_desk)
    sign_off(screen)
    assert isinstance(screen.page, IssuesPage if door.blocks else SignOffPage)
    shown = [screen.page.cell(row, col).text for row in range(screen.page.count()) for col in (0, 1)]
    assert door.issue.sentence in shown


def test_the_check_says_it(door: Door, capsys: pytest.CaptureFixture[str]) -> None:
    assert door.nhomtre("check") == door.blocks
    shown = f"{issue_words.SEVERITY[door.issue.severity]}: {door.issue.sentence}\n"
    assert shown in capsys.readouterr().out


def test_errors_refuse_the_sending_and_warnings_do_not(
    door: Door, capsys: pytest.CaptureFixture[str]
) -> None:
    before = stored(door.folder)
    assert door.nhomtre("send", "--by", "Người Mẫu Gửi") == door.blocks
    if door.blocks:
        assert f"  {door.issue.sentence}\n" in capsys.readouterr().err
        assert stored(door.folder) == before


def test_a_figure_of_tables_1_to_3_is_not_judged_before_it_is_taken(door: Door) -> None:
    if door.issue.rule == "E60":
        assert [issue for issue in door.issues if issue.place.table in ("T1", "T2", "T3")] == [door.issue]


def test_the_print_and_the_workbook_are_marked(
    door: Door, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, book = tmp_path / "mau.pdf", tmp_path / "mau.xlsx"
    errors = sum(issue.severity is Severity.ERROR for issue in door.issues)
    mark = "BẢN NHÁP – CHƯA GỬI - CÒN LỖI"
    for path in (pdf, book):
        assert door.nhomtre("export", path.suffix[1:], "-o", str(path)) == 0
        assert (f"còn {errors} lỗi" in capsys.readouterr().err) == door.blocks
    pages = run("pdftotext", "-layout", pdf, "-").rstrip("\f").split("\f")
    assert all("BẢN NHÁP – CHƯA GỬI" in page for page in pages)
    assert [mark in page for page in pages[1:]] == [door.blocks] * (len(pages) - 1)
    sheets: Any = load_workbook(BytesIO(book.read_bytes())).worksheets
    assert all((mark in (sheet.oddHeader.center.text or "")) == door.blocks for sheet in sheets)
    told = {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert door.issue.sentence in told
