"""The next school year as a job: looked at first, then begun once."""

from __future__ import annotations

import pytest

from forms.dossier.content import empty_content
from forms.dossier.roster import SchoolYear
from forms.model.errors import Refused
from tui.jobs.keeping.taking_back_a_year import NotRolled, year_to_return_to
from tui.jobs.rolling import begin_year, next_year
from tui.jobs.workspace import Workspace


def test_looking_writes_nothing_and_beginning_makes_the_dossier(
    training: Workspace, notices: list[str]
) -> None:
    content, following = training.read(notices.append), SchoolYear(2020)
    planned = next_year(training, content, following)
    assert training.store.years() == [content.year]
    begin_year(training, planned.content)
    assert training.present(following) == planned.content
    assert training.read(notices.append) == planned.content, "the newest year is the one that is meant"
    with pytest.raises(Refused, match="đã có hồ sơ"):
        next_year(training, content, following)


@pytest.mark.parametrize("year", [2019, 2021])
def test_only_the_next_year(training: Workspace, notices: list[str], year: int) -> None:
    with pytest.raises(Refused, match="liền sau: 2020-2021"):
        next_year(training, training.read(notices.append), SchoolYear(year))


def test_an_empty_dossier_goes_nowhere(nothing: Workspace) -> None:
    with pytest.raises(Refused, match="chưa có nhóm, lớp"):
        next_year(nothing, empty_content(SchoolYear(2019)), SchoolYear(2020))


def test_a_year_just_rolled_leads_back_until_its_first_change(
    training: Workspace, notices: list[str]
) -> None:
    content, following = training.read(notices.append), SchoolYear(2020)
    begin_year(training, next_year(training, content, following).content)
    with training.open(write=True) as session:
        assert year_to_return_to(training, session) == content.year
        session.dossier.set(("facility", "phone"), "0909")
        for _ in range(2):  # nor is it as it was begun once that change was taken back
            with pytest.raises(Refused, match="Hồ sơ năm học 2020-2021 đã có thay đổi sau khi lập"):
                year_to_return_to(training, session)
            session.dossier.undo()


def test_a_year_that_was_not_rolled_leads_nowhere(training: Workspace) -> None:
    with training.open(write=True) as session, pytest.raises(NotRolled, match="không lập từ hồ sơ năm học"):
        year_to_return_to(training, session)


def test_a_year_begun_beside_the_one_before_was_not_rolled(training: Workspace) -> None:
    following = SchoolYear(2020)
    with training.open(write=True, year=following, create=True) as session:
        session.dossier.set(("facility", "phone"), "0909")
        with pytest.raises(NotRolled, match="2020-2021 không lập từ hồ sơ năm học 2019-2020"):
            year_to_return_to(training, session)


def test_a_year_is_worked_on_when_the_one_before_cannot_be_read(
    training: Workspace, notices: list[str]
) -> None:
    content = training.read(notices.append)
    begin_year(training, next_year(training, content, SchoolYear(2020)).content)
    for path in training.folder.rglob("2019-2020*.j*"):
        path.write_bytes(b"")
    assert training.figures_before(training.present(SchoolYear(2020))) is None
    assert "2019-2020 bị hỏng" in training.leftovers[0]
