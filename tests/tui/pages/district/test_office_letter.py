"""The letter of the office on its desk: typed or taken from a file, kept beside the arrivals, in force in all that the office makes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forms.dossier.roster import SchoolYear
from tests.office_folder import fill, package_of
from tests.tui.conftest import NOW, FakeTerminal, Screen
from tests.tui.pages.district.test_office import desk_on, folder_of
from tests.tui.pages.home.test_campaign import choose
from tests.tui.pages.home.test_receiver import KNOWN
from tui.cli.main import main
from tui.desk.desk import Desk
from tui.desk.page_names import PageName
from tui.jobs.district.arrivals_folder import nothing_yet, office_folder
from tui.jobs.district.folder_reading import FolderReading
from tui.jobs.district.office import SumReport
from tui.pages import registry
from tui.pages.district.office_home import OfficeHome
from tui.pages.intake.letter_preview import LetterPreviewPage
from tui.texts.help.keys import Action

OFFICE, ABOVE, RECEIVER = "Ủy ban nhân dân phường Mẫu", "Ủy ban nhân dân Thành phố Mẫu", "Sở Mẫu"
FIELDS = {
    "office": OFFICE,
    "office_short": "UBND phường",
    "above": ABOVE,
    "sum_receiver": RECEIVER,
    "last_day": "2019-10-16",
    "signer_title": "Chủ tịch",
}
OLD = re.compile(f"{KNOWN.pattern}|Quận 12|QUẬN 12|Sở Giáo dục")


def letter(path: Path, year: str = "2019-2020", **fields: Any) -> Path:
    path.parent.mkdir(exist_ok=True)
    raw = {"format": "nhomtre-campaign/1", "school_year": year, "campaign": {**FIELDS, **fields}}
    path.write_text(json.dumps(raw), "utf-8")
    return path


def desk_in(folder: Path, year: int) -> Screen:
    """The desk in a school year of which nothing came."""
    folder.mkdir(exist_ok=True)
    workspace = office_folder(str(folder), SchoolYear(year), NOW.date())
    reading = FolderReading(workspace, None, clock=lambda: 0.0)
    terminal = FakeTerminal()
    desk = Desk(SumReport(workspace, nothing_yet(workspace), reading=reading), terminal, registry.page_of)
    screen = Screen(desk, terminal)
    desk.begin(desk.work, PageName.OFFICE)
    desk.open(PageName.OFFICE_FOLDER)
    return screen


def take(screen: Screen, path: Path) -> None:
    choose(screen, Action.CAMPAIGN)
    choose(screen, Action.NEW_LETTER)
    screen.desk.paste(str(path))
    screen.press("enter")


def test_a_year_without_a_letter_names_nobody_until_one_is_typed(tmp_path: Path) -> None:
    screen = desk_in(tmp_path / "phong", 2020)
    shown = [screen.text]
    choose(screen, Action.CAMPAIGN)
    shown.append(screen.text)
    assert not any(OLD.search(text) for text in shown)
    assert "BÀN CỦA NƠI NHẬN" in shown[0]
    for field, value in (("office", OFFICE), ("office_short", "UBND phường"), ("last_day", "16/10/2020")):
        screen.at(f"campaign/{field}")
        screen.type(f"{value}⏎")
    screen.desk.home()
    assert "BÀN CỦA UBND PHƯỜNG" in screen.text
    (kept,) = (tmp_path / "phong" / "cong-van").iterdir()
    assert json.loads(kept.read_text("utf-8"))["campaign"] == {
        "last_day": "2020-10-16", "office": OFFICE, "office_short": "UBND phường",
    }  # fmt: skip
    assert "BÀN CỦA UBND PHƯỜNG" in desk_in(tmp_path / "phong", 2020).text
    screen.press("ctrl+z", "ctrl+z", "ctrl+z")
    assert "BÀN CỦA NƠI NHẬN" in screen.text and not kept.exists()
    screen.press("ctrl+y", "ctrl+y")
    assert "BÀN CỦA UBND PHƯỜNG" in screen.text


def test_a_day_that_is_none_is_not_kept(tmp_path: Path) -> None:
    screen = desk_in(tmp_path / "phong", 2020)
    screen.at("campaign/last_day")
    screen.type("31/02/2020⏎")
    assert "chưa ghi gì" in screen.said
    assert not (tmp_path / "phong" / "cong-van").exists()


@pytest.mark.slow
def test_a_letter_taken_from_a_file_is_in_force_in_all_that_the_office_makes(tmp_path: Path) -> None:
    screen = desk_on(fill(tmp_path / "phong"))
    folder = folder_of(screen)
    take(screen, letter(tmp_path / "cong van.json"))
    assert isinstance(screen.page, LetterPreviewPage) and "16/10/2019" in screen.text
    screen.press("enter", "escape")
    assert isinstance(screen.page, OfficeHome) and "BÀN CỦA UBND PHƯỜNG" in screen.text
    screen.type("1⏎⏎")
    assert not OLD.search(screen.text)
    screen.type("11⏎⏎⏎Cán Bộ Mẫu⏎⏎⏎")
    (answer,) = (folder / "tra-loi").glob("*.txt")
    said = answer.read_text("utf-8")
    assert OFFICE in said and not OLD.search(said)
    screen.type("‹escape›‹escape›")
    steps = {step.title: step.number for step in screen.page.steps}
    screen.type(f"{steps['In biểu tổng hợp ra PDF']}⏎")
    (sum_pdf,) = (folder / "tong-hop").glob("*.pdf")
    first = PdfReader(sum_pdf).pages[0].extract_text()
    assert all(text in first for text in (ABOVE.upper(), OFFICE.upper(), RECEIVER))
    assert not OLD.search(first)


def test_a_guest_is_shown_under_the_letter_of_the_office_and_nothing_of_it_is_the_guests(
    tmp_path: Path,
) -> None:
    folder = fill(tmp_path / "phong")
    letter(folder / "cong-van" / "nhan tu So.json")
    screen = desk_on(folder)
    assert "BÀN CỦA UBND PHƯỜNG" in screen.text
    screen.type("1⏎⏎")
    assert "BÀN CỦA UBND PHƯỜNG" in screen.text
    screen.at("campaign/office")
    screen.type("X")
    assert "ở đây chỉ xem" in screen.said


def test_the_newer_of_two_letters_holds_and_what_is_none_is_told(tmp_path: Path) -> None:
    folder = fill(tmp_path / "phong")
    letter(folder / "cong-van" / "b.json", office_short="Cũ")
    letter(folder / "cong-van" / "a.json", office_short="Mới")
    letter(folder / "cong-van" / "c.json", year="2020-2021", office_short="Năm sau")
    wrong = letter(folder / "cong-van" / "d.json", last_day="2019-02-31")
    screen = desk_on(folder)
    assert "BÀN CỦA MỚI" in screen.text
    steps = {step.title: step.number for step in screen.page.steps}
    screen.type(f"{steps['Tệp công văn không đọc được']}⏎")
    assert "d.json" in screen.text and "31" in screen.said
    wrong.unlink()
    screen.press("escape")
    screen.desk.open(PageName.OFFICE_FOLDER)
    assert "Tệp công văn" not in screen.text


@pytest.mark.slow
def test_the_command_adds_up_under_the_letter_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "phong"
    folder.mkdir()
    (folder / "a.json").write_bytes(package_of(0))
    letter(folder / "cong-van" / "cong-van.json")
    goal = tmp_path / "sum.pdf"
    assert main(["combine", str(folder), "-o", str(goal), "--data", str(tmp_path / "data")]) == 0
    first = PdfReader(goal).pages[0].extract_text()
    assert RECEIVER in first and not OLD.search(first)
