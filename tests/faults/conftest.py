"""What the fault tests share."""

from pathlib import Path

import pytest

from tests.faults.editing import YEAR
from tests.faults.injection import crashed_after, edit, store


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "kills: many SIGKILLs; the number is NHOMTRE_KILLS (30; a full run 300 and more)"
    )


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three generations and changes that are not folded yet."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    with store(folder).open(YEAR, write=True) as session:
        for number in range(3):
            edit(session, 12, f"s{number}")
            session.fold()
    crashed_after(folder, lambda session: edit(session, 12, "tail"))
    return folder
