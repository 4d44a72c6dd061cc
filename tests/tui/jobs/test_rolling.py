"""The next school year as a job: looked at first, then begun once."""

from __future__ import annotations

import pytest

from forms.dossier.content import empty_content
from forms.dossier.roster import SchoolYear
from forms.model.errors import Refused
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
