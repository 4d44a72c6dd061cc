"""The training copy: an invented group whose report teaches three things and has no error."""

from __future__ import annotations

from datetime import date

import pytest

from forms.dossier.content import Content, empty_content
from forms.model.issue import Severity
from forms.package.adopt import adopt
from forms.package.training import training_day, training_package, training_year
from forms.report.checking.checker import Checker
from forms.report.figures import FiguresOf
from forms.report.report import Report, check_code
from tests.builders import AT, cells, example, record, retaken


@pytest.fixture(scope="module")
def training() -> Content:
    return adopt(training_package(), empty_content(training_year()), AT)


def test_the_day_of_the_training_is_that_of_the_letter() -> None:
    assert date(2019, 9, 19) == training_day()
    assert str(training_year()) == "2019-2020"


def test_its_report_has_no_error_and_exactly_three_telling_warnings(training: Content) -> None:
    issues = Checker()(training, training_day())
    assert [issue.severity for issue in issues] == [Severity.WARNING] * 3
    assert sorted(issue.rule for issue in issues) == ["W09.112", "W20.162", "W40"]


def test_it_has_46_children_8_staff_and_4_classes(training: Content) -> None:
    assert [len(training.records(place)) for place in ("classes", "children", "staff")] == [4, 46, 8]


def test_its_people_are_of_five_ethnicities(training: Content) -> None:
    people = [*training.records("children").values(), *training.records("staff").values()]
    assert len({person["ethnicity"] for person in people}) == 5


def test_its_people_are_plainly_invented(training: Content) -> None:
    for child in training.records("children").values():
        assert "Mẫu" in str(child["name"])
        assert "Mẫu" in str(child["mother_name"])
        assert str(child["mother_phone"]).startswith("09000001")


def test_the_check_code_of_a_report_follows_from_its_figures_alone() -> None:
    def code(content: Content) -> str:
        return check_code(content, FiguresOf()(content))

    first = code(example())
    assert len(first) == 19 and first.count("-") == 3
    assert not set(first) & set("ILOU")
    assert code(record("children/c0001", phone="0901234567")(example())) == first
    assert code(retaken(record("children/c0001", sex="02")(example()))) != first
    assert code(cells("T4", 195, permanent=0)(example())) != first
    assert code(Content({**example().tree, "revision": 1})) != first


def test_the_training_copy_has_no_error_and_is_a_draft(training: Content) -> None:
    figures = FiguresOf()(training)
    ready = Report(training, figures, Checker()(training, training_day()), training_day())
    assert (ready.has_errors, ready.is_draft) == (False, True)
    broken = record("children/c0001", sex=None)(training)
    assert Report(broken, figures, Checker()(broken, training_day()), training_day()).has_errors
