"""The letter that goes with an answer: what it says, nobody of the records named, the same on paper and in a message."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.district.arriving.arrivals import Arrival, examine
from exports.district.letters.answer_letter import answer_letter
from exports.layout.office_letter import Letter, as_text
from exports.printing.letter_print import write_letter
from forms.dossier.place_names import read_place
from forms.model.text import clean
from forms.package.answers import Answer, PlacedRemark
from forms.sets.mn2019.form import FORM
from tests.office_folder import content_of, package_of

GOLDEN = Path(__file__).parent
PLACES = {
    "T4": "Thiếu số phòng bếp: năm trước có 1.",
    "T2.083": "Đếm lại tổng số trẻ.",
    "children/c0003/birth_date": "Ngày sinh không hợp với nhóm tuổi.",
}


def letter(tmp_path: Path, move: str, *places: str, times: int = 1) -> Letter:
    path = tmp_path / "a.json"
    path.write_bytes(package_of(0))
    arrival = examine(path, date(2019, 9, 21))
    assert isinstance(arrival, Arrival)
    remarks = []
    for text in places * times:
        place = read_place(text, FORM)
        assert place is not None
        remarks.append(PlacedRemark(place, PLACES[text]))
    answer = Answer(
        FORM.answers[move], "2019-09-22T09:00:00+07:00", "Cán Bộ Mẫu", "Sai ba chỗ", 1, tuple(remarks)
    )
    return answer_letter(arrival, answer, content_of(0), date(2019, 9, 22), "tra-loi_79761200.json")


def on_page(data: bytes) -> str:
    return clean(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))


@pytest.mark.parametrize("move", ["approve", "reject"])
def test_it_is_worded_as_it_was(tmp_path: Path, move: str) -> None:
    places = PLACES if move == "reject" else ()
    text = as_text(letter(tmp_path, move, *places))
    golden = GOLDEN / f"{move}.txt"
    assert text == golden.read_text("utf-8")


def test_it_names_nobody_of_the_records(tmp_path: Path) -> None:
    text = as_text(letter(tmp_path, "reject", *PLACES))
    names = [str(child["name"]) for child in content_of(0).records("children").values()]
    assert "Trẻ 3, Ngày sinh" in text and not any(name in text for name in names)


@pytest.mark.slow
def test_the_paper_says_all_that_the_message_says_on_as_many_pages_as_that_needs(tmp_path: Path) -> None:
    for times in (1, 20):
        sheet = letter(tmp_path, "reject", *PLACES, times=times)
        data = write_letter(sheet)
        page = on_page(data)
        for text in (*sheet.opening, *sheet.points, *sheet.closing, sheet.receiver, sheet.writer):
            assert clean(text) in page, text
        assert (len(PdfReader(BytesIO(data)).pages) > 1) is (times > 1)
        assert write_letter(sheet) == data
