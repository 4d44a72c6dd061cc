"""What is read of a file of the national system: lists, the form, complaints, or nothing that is known."""

from __future__ import annotations

import pytest

from forms.dossier.roster import SchoolYear
from forms.model.errors import Refused
from forms.sets import newest
from tests.builders import AT, example
from tests.exports.foreign_books import Rows, foreign_book
from tui.jobs.official.system_file import complaints_of, mismatches_of, system_file_of

YEAR = SchoolYear(2019)
ERRORS: Rows = [("Sheet", "Cell", "Error", "Detail"), ("Hồ sơ trẻ", "D3", "SAI", "Sai ngày")]


def test_a_file_of_nothing_but_complaints_is_read() -> None:
    file = system_file_of(foreign_book({"Errors": ERRORS}), newest(), YEAR, "d")
    assert mismatches_of(file, example(), None) == []
    found = complaints_of(file, example(), AT)
    assert [(str(each.place), each.text) for each in found.remarks] == [("children", "dòng 3: SAI: Sai ngày")]
    assert (found.file, found.digest, found.at) == ("tep.xlsx", "d", AT)


def test_a_file_of_nothing_that_is_known_is_refused() -> None:
    with pytest.raises(Refused):
        system_file_of(foreign_book({"Ghi chú": [("Việc", "Ngày")]}), newest(), YEAR, "d")


def test_a_list_that_says_nothing_of_errors_complains_about_nothing() -> None:
    rows: Rows = [("Họ tên", "Ngày sinh"), ("Trẻ Mẫu Lạ", "07/05/2016")]
    file = system_file_of(foreign_book({"Học sinh": rows}), newest(), YEAR, "d")
    assert complaints_of(file, example(), AT).remarks == ()
    assert mismatches_of(file, example(), None) != []
