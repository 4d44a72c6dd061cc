"""Where the work of one run happens: folder, school year, day."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from forms.dossier.roster import SchoolYear
from forms.model.errors import StorageError
from forms.package.training import training_day, training_year
from tui.jobs.workspace import Workspace, data_folder, training_workspace


def test_the_folder_is_the_chosen_one_else_that_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NHOMTRE_HOME", str(tmp_path / "named"))
    assert data_folder(str(tmp_path / "chosen")) == tmp_path / "chosen"
    assert data_folder(None) == tmp_path / "named"


@pytest.mark.parametrize(("day", "year"), [(date(2020, 5, 31), 2019), (date(2020, 6, 1), 2020)])
def test_an_empty_folder_means_the_year_of_the_day(tmp_path: Path, day: date, year: int) -> None:
    assert Workspace(tmp_path, day=day).year == SchoolYear(year)
    assert Workspace(tmp_path, chosen_year=SchoolYear(2018), day=day).year == SchoolYear(2018)


def test_the_training_copy_has_its_day_and_comes_back_whole_when_it_cannot_be_opened(tmp_path: Path) -> None:
    workspace = training_workspace(tmp_path, None, None)
    workspace.make_training_copy(again=False)
    assert (workspace.today, workspace.data_folder) == (training_day(), tmp_path)
    whole = workspace.present(training_year())
    for path in workspace.folder.rglob("*"):
        if path.is_file():
            path.write_bytes(b"{}")
    again = training_workspace(tmp_path, None, None)
    again.make_training_copy(again=True)
    assert again.present(training_year()).records("children") == whole.records("children")
    assert [path.name for path in tmp_path.iterdir() if path.name != "tap-huan"] == ["tap-huan.cu"]


def test_reading_a_dossier_that_is_not_there_says_what_to_do(nothing: Workspace, notices: list[str]) -> None:
    with pytest.raises(StorageError, match="nhomtre import"):
        nothing.read(notices.append)


@pytest.mark.slow
def test_a_training_copy_that_is_there_needs_nothing_that_makes_one(tmp_path: Path) -> None:
    training_workspace(tmp_path, None, None).make_training_copy(again=False)
    program = (
        "import sys, pathlib\n"
        "from tui.jobs.workspace import training_workspace\n"
        "workspace = training_workspace(pathlib.Path(sys.argv[1]), None, None)\n"
        "workspace.make_training_copy(again=False)\n"
        "assert workspace.store.years() and 'forms.package.adopt' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True)
