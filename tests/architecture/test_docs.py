"""The papers for developers speak of what is there."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from forms.sets import newest
from tests.architecture.house import ROOT
from tui.jobs.sessions.exit_status import ExitStatus
from tui.texts.command_line_words import EPILOG

PAPERS = (
    "docs/architecture.md",
    "CONTRIBUTING.md",
    "docs/form-01-MN-DN.md",
    "docs/terminals.md",
    "docs/ssh.md",
    "CHANGELOG.md",
    "README.md",
)
PATH = re.compile(r"`((?:forms|exports|tui|tests|bench|docs)/[\w/.-]+)`")


@pytest.mark.parametrize("paper", PAPERS)
def test_every_path_that_is_named_is_there(paper: str) -> None:
    named = PATH.findall((ROOT / paper).read_text("utf-8"))
    assert [path for path in named if not (ROOT / path.replace("sets/…", "sets/mn2019")).exists()] == []


def test_paths_are_named() -> None:
    assert len(PATH.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))) > 8


def test_every_exit_status_stands_in_the_help_and_in_the_readme() -> None:
    (listed,) = re.findall("Mã thoát: .*", (ROOT / "README.md").read_text("utf-8"))
    of_signals = {ExitStatus.HANGUP, ExitStatus.TERMINATED}
    for text in (listed, EPILOG[EPILOG.index("Mã thoát") :]):
        assert {int(status) for status in re.findall(r"(?:: |; |· )(\d+) ", text)} == set(
            ExitStatus
        ) - of_signals


def test_the_rows_of_the_form_are_those_that_the_paper_names() -> None:
    text = (ROOT / "docs/form-01-MN-DN.md").read_text("utf-8")
    for table in newest().tables:
        numbers = [row.ma_so for row in table.data_rows if row.ma_so is not None]
        assert (
            f"| {table.number} {table.tab_title} | {table.sheet.title} | {min(numbers)}-{max(numbers)}"
            in text
        )


def test_the_figures_of_the_form_are_those_that_the_paper_names() -> None:
    text = (ROOT / "docs/form-01-MN-DN.md").read_text("utf-8")
    form = newest()
    fields = [len(record.fields) for record in form.records]
    assert "Facility {} fields, class {}, child {}, staff {};".format(*fields) in text
    assert f"{len(list((ROOT / 'forms/sets/mn2019/catalogues').glob('*.json')))} code lists" in text
    ours = {rule.id for rule in form.rules.on_report}
    count = Counter(name[0] for name in form.rules.by_id if name not in ours)
    assert (
        f"{count['E'] + count['W']} rules, {count['E']} errors (they block sending) and {count['W']} warnings, "
        f"beside {count['X']} cross checks X.* and {len(ours)} rules of ours on readiness." in text
    )


def test_the_map_shows_every_folder() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    folders = {
        path.parent.name
        for package in ("forms", "exports", "tui")
        for path in (ROOT / package).glob("*/__init__.py")
    }
    assert len(folders) > 15
    assert {folder for folder in folders if f"  {folder}/" not in text} == set()
